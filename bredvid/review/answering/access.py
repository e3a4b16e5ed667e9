"""Who may see a municipality's pages: whoever has its link sees the form, link and code together may answer.

The one gate. A link that is withdrawn, renewed or guessed is answered by the house's page for an address that never
was, before anything else is looked at. What a code has opened is remembered in a signed cookie that only this link's
own pages receive. See docs/explanation/answering.md.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from typing import Any, Concatenate

from django.conf import settings
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt

from bredvid.review.fieldwork.links import find_link
from bredvid.review.models import Case, Link

LONGEST_VISIT = timedelta(hours=12)
# A cookie's name for each language, since each goes to the pages of one: a browser keeps one path for a name.
COOKIES = {"sv": "svara", "en": "svara-en"}
_VISIT = "bredvid.review.answering.visit"
_FORM = "bredvid.review.answering.form"


@dataclass
class Visit:
    """A request to a page behind a link that holds. `opened`: its code has been typed in this browser."""

    request: HttpRequest
    token: str
    link: Link
    opened: bool

    @property
    def case(self) -> Case:
        """The municipality whose link it is."""
        return self.link.case

    def url(self, name: str, *args: str) -> str:
        """The address of another page behind the link."""
        return reverse(f"answering:{name}", args=[self.token, *args])


Page = Callable[Concatenate[Visit, ...], HttpResponse]


def behind_link(*methods: str, code: bool = True) -> Callable[[Page], Callable[..., HttpResponse]]:
    """Declares a page behind a link: its methods, and whether it needs the code."""

    def declare(page: Page) -> Callable[..., HttpResponse]:
        # Django's check needs a cookie that every reader of the site could be given; ours is in `_may_change`.
        @csrf_exempt
        @wraps(page)
        def answer(request: HttpRequest, token: str, **arguments: Any) -> HttpResponse:
            link = find_link(token)
            if link is None:
                raise Http404
            visit = Visit(request, token, link, _is_open(request, link))
            return _sealed(_answer(visit, page, methods, code, arguments))

        return answer

    return declare


def open_visit(visit: Visit, response: HttpResponse) -> HttpResponse:
    """Remembers that the code was right, for twelve hours at most, on this link's own pages in both languages."""
    visit.opened = True
    for language, name in COOKIES.items():
        response.set_cookie(
            name, signing.dumps(visit.link.pk, salt=_VISIT), path=_path(visit, language),
            max_age=LONGEST_VISIT, secure=settings.CSRF_COOKIE_SECURE, httponly=True, samesite="Strict",
        )  # fmt: skip
    return response


def close_visit(visit: Visit, response: HttpResponse) -> HttpResponse:
    """Forgets it again in this browser."""
    for language, name in COOKIES.items():
        response.delete_cookie(name, path=_path(visit, language), samesite="Strict")
    return response


def form_token(link: Link) -> str:
    """Stands in every form behind the code. Nobody without link and code has seen one, so nobody else can forge one."""
    return signing.dumps(link.pk, salt=_FORM)


def has_form_token(visit: Visit) -> bool:
    """Whether what was sent comes from a page that was shown behind this link's code, however long ago."""
    return bool(_signed(visit.request.POST.get("form", ""), _FORM) == visit.link.pk)


def _answer(visit: Visit, page: Page, methods: tuple[str, ...], code: bool, arguments: dict[str, Any]) -> HttpResponse:
    # Here and not above: these pages need the gate themselves.
    from bredvid.review.answering.views import refusals

    method = visit.request.method or ""
    if method not in (*methods, "HEAD" if "GET" in methods else ""):
        return HttpResponseNotAllowed(methods)
    changing = method == "POST"
    if changing and _from_another_site(visit.request):
        return refusals.not_from_here(visit)
    if not code:
        return page(visit, **arguments)
    if changing and not has_form_token(visit):
        return refusals.not_from_here(visit)
    if visit.opened:
        return page(visit, **arguments)
    if changing:
        return refusals.code_again(visit, lambda: page(visit, **arguments))
    return redirect(visit.url("code"))


def _from_another_site(request: HttpRequest) -> bool:
    return request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none")


def _is_open(request: HttpRequest, link: Link) -> bool:
    cookies = (request.COOKIES.get(name, "") for name in COOKIES.values())
    return any(_signed(cookie, _VISIT, LONGEST_VISIT) == link.pk for cookie in cookies)


def _signed(text: str, salt: str, longest: timedelta | None = None) -> Any:
    try:
        return signing.loads(text, salt=salt, max_age=longest)
    except signing.BadSignature:
        return None


def _path(visit: Visit, language: str) -> str:
    with translation.override(language):
        return visit.url("start")


def _sealed(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
