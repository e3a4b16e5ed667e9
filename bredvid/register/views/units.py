"""Pages of an administrator: which organisations count, and who works in each."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bredvid.accounts.models import Staff
from bredvid.register.access import Action, requires, staff_of
from bredvid.register.actions import units as actions
from bredvid.register.codebook import current
from bredvid.register.errors import RegisterRefused
from bredvid.register.forms.units import ColleagueForm, NewUnitForm, UnitForm
from bredvid.register.models import Unit
from bredvid.register.reads.language import language
from bredvid.register.reads.places import place_names
from bredvid.register.reads.units import Listed, units_by_name

ON_A_PAGE = 50


@requires(Action.UNIT_SET)
@require_http_methods(["GET", "HEAD", "POST"])
def units(request: HttpRequest) -> HttpResponse:
    """Every organisation that counts, and a form for one more."""
    form = NewUnitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            unit = actions.add_unit(by=staff_of(request), **form.cleaned_data)
        except RegisterRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("%(name)s counts here from now on.") % {"name": unit})
            return _to(unit)
    query = request.GET.get("q", "")[:100].replace("\0", "").strip()
    page = Paginator(units_by_name(query), ON_A_PAGE).get_page(request.GET.get("sida"))
    values = {"page": page, "rows": _rows(list(page)), "form": form, "query": query}
    return render(request, "register/units.html", values, status=400 if form.errors else 200)


@requires(Action.UNIT_SET)
@require_http_methods(["GET", "HEAD", "POST"])
def unit(request: HttpRequest, code: str) -> HttpResponse:
    """One of them: what it is, where, and who works there."""
    found = _found(code)
    form = UnitForm(request.POST or None, unit=found)
    if request.method == "POST" and form.is_valid():
        actions.change_unit(by=staff_of(request), unit=found, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return _to(found)
    return _page(request, found, form=form)


@requires(Action.UNIT_SET)
@require_POST
def take_on(request: HttpRequest, code: str) -> HttpResponse:
    """Says that a colleague works here."""
    found = _found(code)
    form = ColleagueForm(request.POST, unit=found)
    if not form.is_valid():
        return _page(request, found, colleague_form=form)
    actions.take_on(by=staff_of(request), unit=found, staff=form.cleaned_data["staff"])
    messages.success(request, _("%(name)s works here from now on.") % {"name": form.cleaned_data["staff"]})
    return _to(found)


@requires(Action.UNIT_SET)
@require_POST
def let_go(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Says that a colleague works here no longer."""
    found = _found(code)
    staff = get_object_or_404(Staff, pk=pk, organisation=found.organisation)
    actions.let_go(by=staff_of(request), unit=found, staff=staff)
    messages.success(request, _("%(name)s works here no longer.") % {"name": staff})
    return _to(found)


def _found(code: str) -> Unit:
    return get_object_or_404(Unit.objects.select_related("organisation"), organisation_id=code)


def _to(unit: Unit) -> HttpResponse:
    return HttpResponseRedirect(reverse("register:unit", args=[unit.organisation_id]))


def _rows(found: list[Listed]) -> list[tuple[Listed, str, str]]:
    names = place_names((each.unit.place for each in found), language())
    return [(each, _provider(each.unit), names.get(each.unit.place, "")) for each in found]


def _provider(unit: Unit) -> str:
    return ", ".join(code.label(language()) for code in current().variable("V02").chosen(unit.provider))


def _page(
    request: HttpRequest, unit: Unit, form: UnitForm | None = None, colleague_form: ColleagueForm | None = None
) -> HttpResponse:
    values = {
        "unit": unit,
        "form": form or UnitForm(unit=unit),
        "colleague_form": colleague_form or ColleagueForm(unit=unit),
        "people": unit.organisation.staff.order_by("name", "pk"),
    }
    wrong = any(each is not None and each.errors for each in (form, colleague_form))
    return render(request, "register/unit.html", values, status=400 if wrong else 200)
