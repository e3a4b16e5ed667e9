"""No column exists that is not in the data dictionary, and the dictionary speaks of nothing else."""

import re

import pytest

from bredvid.config import dictionary

# What a column about a person would be called. Only staff have any, and these alone; another one needs this test
# changed, in the open.
OF_STAFF = {
    "accounts.Staff.email",
    "accounts.Invitation.email",
    # Of the package: the same address again, and a table that stays empty.
    "account.EmailAddress.email",
    "account.EmailConfirmation.email_address",
}
PERSONAL = re.compile(
    r"(^|_)(email|e_mail|ip|ip_address|user_agent|personal_number|personnummer|birth|born|first_name|last_name)($|_)"
)


def test_every_column_is_in_the_allow_list_and_every_entry_exists():
    assert dictionary.differences() == []


def test_a_new_column_is_found(monkeypatch):
    # Given an allow-list that lacks a column
    listed = dictionary.allowed()
    del listed["places.Municipality"].columns["web_domain"]
    monkeypatch.setattr(dictionary, "allowed", lambda: listed)
    # Then the column is named
    assert dictionary.differences() == ["places.Municipality.web_domain: the column is not in data_dictionary.toml"]


def test_a_table_of_no_known_kind_is_refused(monkeypatch, tmp_path):
    page = tmp_path / "data_dictionary.toml"
    page.write_text('[places.County]\nDATA = "gossip"\n')
    monkeypatch.setattr(dictionary, "ALLOWED", page)
    with pytest.raises(ValueError, match="'gossip' is no kind of data"):
        dictionary.allowed()


def test_no_column_is_about_a_person_but_the_work_e_mail_of_staff():
    names = [
        f"{model._meta.label}.{field.name}" for model in dictionary.our_models() for field in dictionary.columns(model)
    ]
    assert names
    assert {name for name in names if PERSONAL.search(name.rpartition(".")[2])} == OF_STAFF
    listed = dictionary.allowed()
    assert {listed[name.rpartition(".")[0]].kind for name in OF_STAFF} == {"staff"}
