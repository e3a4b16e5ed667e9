"""Where a computed value is explained: the page of its question, at its answer."""

from django.urls import reverse

from bredvid.report.blocks.html import Explained
from bredvid.report.blocks.tree import Value


def explained_in(round_code: str) -> Explained:
    """Addresses in the active language. A value without a question, such as a base, has none."""

    def address(value: Value) -> str:
        if not value.question:
            return ""
        page = reverse("report:question", args=[round_code, value.question])
        return f"{page}#{value.anchor}" if value.anchor else page

    return address
