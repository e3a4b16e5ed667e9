"""The frame of the register's pages: whose it is, that it is made up, and only the ways that are open."""

import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import RequestFactory

from bredvid.accounts.access import Action, allows
from bredvid.accounts.roles import ROLES
from bredvid.accounts.tests.makers import staff_with
from bredvid.register.access import of_unit
from bredvid.register.tabs import TABS
from bredvid.register.tests.makers import staff_of, unit

pytestmark = pytest.mark.django_db


@of_unit(Action.FIGURES_READ)
def page(request, unit):
    return HttpResponse(render_to_string("register/base.html", request=request))


def asked(staff):
    request = RequestFactory().get("/personal/register/")
    request.user = staff
    return page(request)


def test_a_page_says_whose_register_it_is():
    ours = unit("Jouren vid sjön")
    assert "Jouren vid sjön" in asked(staff_of(ours)).content.decode()


def test_what_is_made_up_is_marked():
    ours = unit()
    assert "DEMO" not in asked(staff_of(ours)).content.decode()
    ours.demonstration = True
    ours.save()
    assert "DEMO" in asked(staff_of(ours)).content.decode()


def test_somebody_whose_organisation_does_not_count_is_told_whom_to_ask():
    answer = asked(staff_with("worker"))
    assert answer.status_code == 403
    assert "administratören" in answer.content.decode()


def test_every_tab_is_open_to_some_role_and_closed_to_some():
    for tab in TABS:
        opened = [role for role in ROLES if allows(staff_with(role), tab.action)]
        assert 0 < len(opened) < len(ROLES), tab.url_name
