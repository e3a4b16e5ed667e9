"""Figures in a file: shown beside what is answered, written only when accepted, never over a colleague's answer."""

import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from bredvid.review.answering.tests import makers
from bredvid.review.answering.tests.makers import Municipality
from bredvid.review.fieldwork.saving import latest_entry, save_answer
from bredvid.review.fieldwork.submitting import submit
from bredvid.review.fieldwork.tests.makers import question_of
from bredvid.review.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mail_at_once", "a_published_round")]

HEADING = "fråga;svar;lägst;högst;räknat på;okänd form"


def file(*rows, form="prov-2031-1", heading=HEADING, **head):
    """A file of figures as the register makes it."""
    lines = ["Bredvid: siffror till granskningen;1", f"formulär;{form}", "år;2030", "enhet;Jouren vid sjön"]
    lines += [f"{name};{value}" for name, value in head.items()]
    return "\ufeff" + "\r\n".join([*lines, heading, *rows]) + "\r\n"


def sent(municipality, text, name="siffror.csv"):
    data = text if isinstance(text, bytes) else text.encode()
    return municipality.sends("siffror/", file=SimpleUploadedFile(name, data))


def offered(page):
    """The fields that a browser sends back when nothing is touched: what is ticked, and all that is hidden."""
    html = page.content.decode()
    fields = dict(re.findall(r'type="hidden" name="((?:seen|o|n)-[^"]+)" value="([^"]*)"', html))
    ticked = re.findall(r'name="fill" value="([^"]+)"[^>]* checked', html)
    return fields | {"fill": ticked}


def accepts(municipality, page, **changed):
    return municipality.sends("siffror/", take="1", **{**offered(page), **changed})


def held(municipality, code):
    entry = latest_entry(municipality.case, question_of(municipality.case, code))
    return (entry.revision, entry.value) if entry else None


@pytest.fixture
def municipality():
    """Somebody who is in."""
    return Municipality(makers.case()).gets_in()


def test_the_way_stands_where_persons_are_asked_for(municipality):
    assert "/siffror/" in municipality.opens("del/s1/").content.decode()
    assert municipality.opens("siffror/").status_code == 200


def test_nothing_is_written_before_it_is_accepted_and_then_it_is_an_answer_like_others(municipality):
    page = sent(municipality, file("q8;'6-14;'6-14;'6-14;periods;nej", "q1;ja;;;;"))
    assert Entry.objects.count() == 0
    assert "Jouren vid sjön" in page.content.decode()
    assert "Räknat på stödperioder" in page.content.decode()
    assert accepts(municipality, page).status_code == 200
    assert held(municipality, "q8") == (1, {"options": ["6-14"]})
    assert held(municipality, "q1") == (1, {"options": ["ja"]})
    # And whoever sends the page of answers back untouched writes nothing.
    municipality.answers("q8", seen=1, o="6-14")
    assert Entry.objects.count() == 2


def test_an_exact_number_above_the_largest_range_keeps_its_number(municipality):
    accepts(municipality, sent(municipality, file("q8;34;'over-30;'over-30;periods;nej")))
    assert held(municipality, "q8") == (1, {"number": "34", "options": ["over-30"]})


def test_a_count_between_two_ranges_is_told_and_fills_in_nothing(municipality):
    page = sent(municipality, file("q8;;'0-5;'6-14;partly;ja"))
    words = page.content.decode()
    assert "mellan 0-5 och 6-14" in words
    assert "inte är känt" in words
    assert offered(page) == {"fill": []}
    accepts(municipality, page, fill=["q8"])
    assert held(municipality, "q8") is None


def test_an_answer_of_their_own_is_replaced_only_when_somebody_ticks_it(municipality):
    municipality.answers("q8", o="0-5")
    page = sent(municipality, file("q8;'6-14;'6-14;'6-14;periods;nej"))
    assert offered(page)["fill"] == []
    accepts(municipality, page)
    assert held(municipality, "q8") == (1, {"options": ["0-5"]})
    accepts(municipality, page, fill=["q8"])
    assert held(municipality, "q8") == (2, {"options": ["6-14"]})


def test_of_two_people_at_once_the_colleagues_answer_stays_and_both_are_shown(municipality):
    # Given somebody who looks at what the file would fill in
    page = sent(municipality, file("q8;'6-14;'6-14;'6-14;periods;nej", "q1;ja;;;;"))
    # When a colleague answers one of the questions before she accepts
    case = municipality.case
    save_answer(case=case, question=question_of(case, "q8"), value={"options": ["15-30"]}, seen=0)
    answer = accepts(municipality, page)
    # Then the colleague's answer holds, she sees both, and the other question is filled in
    assert answer.status_code == 409
    words = answer.content.decode()
    assert "15-30" in words
    assert "6-14" in words
    assert held(municipality, "q8") == (1, {"options": ["15-30"]})
    assert held(municipality, "q1") == (1, {"options": ["ja"]})


def test_what_was_handed_in_meanwhile_is_not_changed(municipality):
    page = sent(municipality, file("q8;'6-14;'6-14;'6-14;periods;nej"))
    submit(case=municipality.case)
    assert accepts(municipality, page).status_code == 302
    assert Entry.objects.count() == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a;b\r\n1;2", "ingen fil med siffror"),
        (file("q8;'6-14", form="annat-9"), "ett annat formulär"),
        (file("q8;'6-14", påhittat="ja"), "påhittade"),
        (file("q8;'6-14", "q8;'0-5"), "två gånger"),
        (file(*[f"x{n};1" for n in range(300)]), "fler än 200 rader"),
        (file("q8;'6-14", heading="något annat"), "ingen rad"),
        (file("okänd;1"), "inget svar på någon fråga"),
        (b"%PDF-1.7", "PDF"),
        (b"", "tom"),
    ],
)  # fmt: skip
def test_another_file_is_refused_in_one_clear_line(municipality, text, says):
    answer = sent(municipality, text)
    assert answer.status_code == 422
    assert says in answer.content.decode()


@pytest.mark.parametrize("cell", ["sju", "'finns-inte", "-4", "[dont_know] kanariefågel", "1.5"])
def test_what_is_no_answer_to_the_question_is_not_filled_in(municipality, cell):
    page = sent(municipality, file(f"q8;{cell};;;;"))
    assert "inget svar på frågan" in page.content.decode()
    assert offered(page) == {"fill": []}


@pytest.mark.parametrize("code", ["q3", "q9"])
def test_words_are_nobodys_answer(municipality, code):
    page = sent(municipality, file(f"{code};kanariefågel;;;;"))
    assert offered(page) == {"fill": []}
    accepts(municipality, page, fill=[code])
    assert Entry.objects.count() == 0


def test_real_figures_are_not_filled_in_where_the_round_is_made_up():
    practising = Municipality(makers.case()).gets_in()
    practising.case.fieldwork.demonstration = True
    practising.case.fieldwork.save()
    assert "påhittad" in sent(practising, file("q8;'6-14")).content.decode()
    assert "Fyll i" in sent(practising, file("q8;'6-14", påhittat="ja")).content.decode()


def test_a_large_file_is_refused_unread_and_none_lies_on_the_disk(municipality, monkeypatch):
    def never(*args, **kwargs):
        raise AssertionError("the request was read")

    municipality_too_large = b"x" * 200_000
    assert sent(municipality, municipality_too_large).status_code == 413
    monkeypatch.setattr("django.core.files.uploadhandler.TemporaryFileUploadHandler.new_file", never)
    assert sent(municipality, b"x" * 99_000).status_code == 422


def test_no_file_at_all_is_told(municipality):
    assert "Välj en fil" in municipality.sends("siffror/").content.decode()


def test_without_the_link_the_code_or_the_form_token_there_is_nothing(municipality):
    stranger = Municipality(municipality.case, token=municipality.token)
    assert stranger.opens("siffror/").status_code == 302
    assert sent(stranger, file("q8;'6-14")).status_code == 403
    guessed = Municipality(municipality.case, token="x" * 43)
    assert guessed.opens("siffror/").status_code == 404
    assert sent(guessed, file("q8;'6-14")).status_code == 404


def test_an_excel_file_with_the_same_cells_does_as_well(municipality):
    import xlsxwriter  # type: ignore[import-untyped]

    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        for at, line in enumerate(file("q8;'6-14;'6-14;'6-14;periods;nej").removeprefix("\ufeff").splitlines()):
            for place, cell in enumerate(line.split(";")):
                sheet.write_string(at, place, cell)
    assert offered(sent(municipality, out.getvalue(), "siffror.xlsx"))["fill"] == ["q8"]
