"""A form from elsewhere does not say which of its numbers count persons, and what is published cannot be taken back."""

import pytest

from bredvid.review.xlsform.tests.books import SURVEY, questions_of, read_it, remarks_of, survey_of

COLUMN = "bind::bredvid:persons"


@pytest.mark.parametrize(
    ("kind", "label", "persons"),
    [
        ("integer", "Hur många kvinnor fick stöd?", True),
        ("integer", "How many girls were met?", True),
        ("decimal", "Antal UTSATTA, i medeltal", True),
        ("integer", "Hur många kronor gick till stödet?", False),
        ("decimal", "Hur många procent?", False),
        ("text", "Vilka kvinnor?", False),
    ],
)
def test_a_number_that_speaks_of_persons_is_taken_for_one_of_persons(kind, label, persons):
    imported = read_it(survey_of((kind, "q1", label)))
    assert questions_of(imported)[0]["persons"] is persons
    assert any("never published" in remark for remark in remarks_of(imported)) is persons


def test_another_whole_number_is_remarked_on_as_it_will_be_published():
    remarks = remarks_of(read_it(survey_of(("integer", "q1", "Hur många kronor?"))))
    assert any("each number is published as it stands" in remark and COLUMN in remark for remark in remarks)


@pytest.mark.parametrize(("written", "persons"), [("yes", True), ("no", False), ("", False)])
def test_a_form_that_has_the_column_is_believed(written, persons):
    content = survey_of(("integer", "q1", "Hur många kvinnor?", "", "", "", written), header=(*SURVEY, COLUMN))
    imported = read_it(content)
    assert questions_of(imported)[0]["persons"] is persons
    assert not any("persons" in remark for remark in remarks_of(imported))
