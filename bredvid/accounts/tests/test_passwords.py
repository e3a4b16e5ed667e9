"""What a password has to be is said in the house's own words, beforehand and when it is refused."""

import pytest
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError
from django.utils import translation

from bredvid.accounts.models import Staff
from bredvid.accounts.tests.makers import signed_in_client

REFUSED = {
    "kort-ord": "Lösenordet är för kort. Det behöver vara minst 12 tecken.",
    "ada@roks.example": "Lösenordet är för likt ditt namn eller din e-postadress. Välj ett annat.",
    "password1234": "Många använder det lösenordet, så det gissas först. Välj ett annat.",
    "728193650184": "Lösenordet är bara siffror. Ta med bokstäver eller andra tecken.",
}


@pytest.mark.parametrize(("password", "why"), REFUSED.items())
def test_a_password_that_will_not_do_is_told_why_and_what_to_do(password, why):
    person = Staff(email="ada@roks.example", name="Ada Andersson")
    with translation.override("sv"), pytest.raises(ValidationError) as refused:
        validate_password(password, person)
    assert refused.value.messages == [why]


def test_a_few_words_will_do():
    validate_password("tyst-sjo-i-november", Staff(email="ada@roks.example", name="Ada Andersson"))


def test_the_help_is_short_and_ours_in_both_languages():
    with translation.override("sv"):
        assert password_validators_help_texts() == [
            "Minst 12 tecken. Några ord efter varandra är lätta att minnas.",
            "Inte likt ditt namn eller din e-postadress.",
            "Inte ett som många använder. De gissas först.",
            "Inte bara siffror.",
        ]
    with translation.override("en"):
        assert password_validators_help_texts()[0].startswith("At least 12 characters.")


@pytest.mark.django_db
def test_it_stands_on_the_page_where_a_password_is_changed():
    body = signed_in_client(role="reviewer").get("/personal/losenord/").content.decode()
    assert "Några ord efter varandra är lätta att minnas." in body
    assert "Ditt lösenord" not in body
