"""A page that is not there: said kindly, with the same ways on as from the first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bredvid.report.search import search_context
from bredvid.report.views.start import ways
from bredvid.review.reads import published_rounds


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answers 404. What was asked for is not repeated: an address may hold anything."""
    # The pattern that matched the address knows a part of it; without it the page's links are those of the first page.
    request.resolver_match = None
    round_ = published_rounds().first()
    context = {"ways": ways(round_), **search_context(round_)} if round_ else {}
    return render(request, "404.html", context, status=404)
