"""What a file says of two questionnaires is stored once and the same; what cannot be joined is refused by name."""

import shutil
from pathlib import Path

import pytest

from bredvid.review.actions import load
from bredvid.review.crosswalk_documents import CROSSWALKS, crosswalk_files, read_crosswalk
from bredvid.review.documents import DocumentError
from bredvid.review.models import Correspondence, Question

NAME = "kommungranskning-1-2.toml"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A copy of the crosswalks to spoil."""
    return shutil.copytree(CROSSWALKS, tmp_path / "crosswalks")


def spoil(files: Path, old: str, new: str) -> None:
    path = files / NAME
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def pair(code: str) -> Correspondence:
    return Correspondence.objects.get(new__code=code, crosswalk__new__version=2)


def test_every_question_of_either_form_stands_once(loaded):
    for side, version in (("old", 1), ("new", 2)):
        questions = Question.objects.filter(
            section__questionnaire__code="kommungranskning", section__questionnaire__version=version
        )
        named = Correspondence.objects.filter(**{f"{side}__in": questions}).values_list(side, flat=True)
        assert sorted(named) == sorted(questions.values_list("pk", flat=True))


def test_answers_of_the_same_code_correspond_and_the_file_says_the_rest(loaded):
    assert pair("q8").options == {
        "0-5": ["0-5"], "6-14": ["6-14"], "15-30": ["15-30"], "over-30": ["over-30"],
        "kan-inte-svara": ["vet-ej", "ingen-statistik"],
    }  # fmt: skip


def test_every_grade_is_explained_in_both_languages(loaded):
    assert not Correspondence.objects.filter(note_sv="").exists()
    assert not Correspondence.objects.filter(note_en="").exists()


def test_loading_a_crosswalk_again_writes_nothing(loaded):
    before = set(Correspondence.objects.values_list("pk", "grade"))
    assert load().writes == 0
    assert set(Correspondence.objects.values_list("pk", "grade")) == before


def test_another_grade_changes_one_row(loaded, files):
    spoil(files, 'new = "b1"\ngrade = "B"', 'new = "b1"\ngrade = "C"')
    assert load(crosswalks=files).writes == 1
    assert pair("b1").grade == "C"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("new = 2", "new = 1", "leads onward, not from 1 to 1"),
        ('grade = "A"', 'grade = "D"', "'grade' should be one of A, B, C, -, found 'D'"),
        ('new = "q1u"', 'new = "q1"', r"kommungranskning-1-2.toml new: 'q1' stands twice"),
        ('old = "b2"\ngrade = "-"', 'old = "b2"\ngrade = "C"', 'b2 → –: the grade "-" is for a question without'),
        ('new = "b1"\ngrade = "B"', 'new = "b1"\ngrade = "-"', 'b1 → b1: the grade "-" is for a question without'),
        ('old = "b2"', 'new = ""', "'new' is empty"),
        ('kan-inte-svara = ["vet-ej", "ingen-statistik"]', "kan-inte-svara = 3", "expected the code of a newer answer"),
        ('["vet-ej", "ingen-statistik"]', '["vet-ej", "vet-ej"]', "q8 → q8 kan-inte-svara: 'vet-ej' stands twice"),
        ('note_sv = "Ny fråga."\n', "", "'note_sv' is missing"),
    ],
)
def test_a_file_that_says_what_it_cannot_mean_is_refused(files, old, new, says):
    spoil(files, old, new)
    with pytest.raises(DocumentError, match=says):
        read_crosswalk(files / NAME)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("new = 2", "new = 3", "there is no questionnaire 'kommungranskning' version 3"),
        ('old = "b2"', 'old = "b9"', "the older questionnaire has no question b9"),
        ('old = "b2"\n', 'new = "b2"\n', "the newer questionnaire has no question b2"),
        ("kan-inte-svara = [", "kan-inte = [", "q8 → q8: the older question has no answer 'kan-inte'"),
        ('["vet-ej", "ingen', '["vet-inte", "ingen', "q8 → q8: the newer question has no answer 'vet-inte'"),
        ('new = "q1"\ngrade = "C"', 'new = "q1"\ngrade = "B"', "q1 → q1: the grade B needs the same exclusivity"),
        ('new = "q10"\ngrade = "A"', 'new = "n8"\ngrade = "A"', "new: 'n8' stands twice"),
    ],
)  # fmt: skip
def test_a_crosswalk_that_does_not_fit_its_questionnaires_is_refused(loaded, files, old, new, says):
    spoil(files, old, new)
    with pytest.raises(DocumentError, match=says):
        load(crosswalks=files)


def test_a_question_that_is_left_out_is_named(loaded, files):
    path = files / NAME
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.rindex("[[pair]]")], encoding="utf-8")
    with pytest.raises(DocumentError, match="nothing is said of the newer question n8"):
        load(crosswalks=files)


def test_answers_that_may_hold_at_once_are_never_added(loaded, files):
    spoil(files, 'grade = "A"\nnote_sv = "Samma fråga och samma kodning av namnen."',
          'grade = "A"\noptions = { kvinna = ["kvinna", "tjej"], tjej = [] }\nnote_sv = "Samma."')  # fmt: skip
    with pytest.raises(DocumentError, match="q1b → q1b: 'kvinna' becomes several newer answers"):
        load(crosswalks=files)


def test_the_shipped_crosswalks_can_be_read():
    assert [read_crosswalk(path)["code"] for path in crosswalk_files()] == ["kommungranskning"]
