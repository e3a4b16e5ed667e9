"""W1 and W3 where a situation is told in many words: its parts in one sentence, in any order."""

import pytest

from bredvid.webaudit.judging.pages import judge_page
from bredvid.webaudit.reading.page import read
from bredvid.webaudit.shapes import Raw, State


def verdicts(text):
    raw = Raw(url="https://www.exempelkommun.test/sida", text=text, title="Sida")
    return judge_page(read(raw)).verdicts


@pytest.mark.parametrize(
    "text",
    [
        "Han bjöd på vin och kläder, och sen ville han ha sex.",
        "En man köper presenter till dig. Sedan vill han ha sex.",
        "Har du legat med någon och fått en tröja för det?",
        "Du får bo hos någon. Men du måste ha sex.",
        "Männen hon låg med swishade tusen spänn varje gång.",
        "He buys you clothes and a phone. Then he wants sex.",
    ],
)
def test_sex_for_something_is_named_without_its_name(text):
    assert verdicts(text)["W1"].state is State.FOUND


@pytest.mark.parametrize(
    "text",
    [
        "Han tvingar dig att ha sex. Han bestämmer över dina pengar.",
        "Har du haft sex utan kondom kan du testa dig, det kostar inga pengar.",
        "Sex lag spelar om pengar och en resa.",
        "Mötet börjar klockan sex. Kommunen bjuder på kaffe och smörgås.",
        "Den som betalar för sexuella handlingar kan dömas till fängelse.",
        "Kafeet betalar hyran i tid, klockan sex, varje fredag.",
    ],
)
def test_pay_beside_another_six_another_power_or_the_law_is_none(text):
    assert verdicts(text)["W1"].state is not State.FOUND


@pytest.mark.parametrize(
    ("sentence", "form"),
    [
        ("Följarna betalar och tjejen visar sig i underkläder framför kameran.", "images"),
        ("Det var killen hon älskade som tog betalt och la ut annonserna.", "relation"),
        ("Han säger att han skickar allt till din pappa om du slutar.", "extortion"),
        ("Du kanske får betalt i kläder, cigg eller en natt på någons soffa.", "exchange"),
    ],
)
def test_a_form_is_named_by_its_parts_in_any_order(sentence, form):
    said = verdicts(f"Det finns hjälp för dig i prostitution.\n{sentence}")["W3"]
    assert said.value == (form,)


@pytest.mark.parametrize(
    "sentence",
    [
        "Du kan få hjälp med kläder, mat, boende och pengar av oss.",
        "Skolfotografen tar bilder på alla tjejer och vill ha betalt med swish.",
        "Många tjejer känner sig skrämda av kulisserna i filmen på biografen.",
    ],
)
def test_help_trade_and_other_threats_are_no_form(sentence):
    assert verdicts(f"Det finns hjälp för dig i prostitution.\n{sentence}")["W3"].value in (None, ())


def test_on_a_page_about_nothing_of_it_no_frame_is_looked_for():
    assert verdicts("Du laddar upp videon på din profil och betalar med swish.")["W3"].state is State.NOT_FOUND
