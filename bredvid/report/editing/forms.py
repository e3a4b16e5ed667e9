"""What is posted when a chapter is written, or a new one begun."""

from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from bredvid.figures.scope import Scope

LONGEST = 60_000
_SCOPES = [
    (Scope.RESPONDENTS.value, _("those whose answer is accounted for")),
    (Scope.ASKED.value, _("all that took part")),
    (Scope.FRAME.value, _("all that the round is about")),
]


class ChapterForm(forms.Form):
    """Title, whom an unmarked claim is about, and the text. `based_on` is the version that was shown."""

    title = forms.CharField(label=_("Title"), max_length=200)
    body = forms.CharField(
        label=_("Text"),
        max_length=LONGEST,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "true", "data-chapter": ""}),
    )
    scope = forms.ChoiceField(
        label=_("Whom the text is about where it does not say"), choices=_SCOPES, initial=Scope.RESPONDENTS.value
    )
    note = forms.CharField(
        label=_("What have you changed?"),
        help_text=_("A few words for your colleagues. May be left empty."),
        max_length=200,
        required=False,
    )
    based_on = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def clean_title(self) -> str:
        """One line: the title stands in a line of its own."""
        return " ".join(str(self.cleaned_data["title"]).split())

    def clean_body(self) -> str:
        """The text with the line ends of every machine alike, and without what no database keeps."""
        return str(self.cleaned_data["body"]).replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")

    def text(self) -> str:
        """The chapter as it is kept. Call when valid."""
        values = self.cleaned_data
        return chapter_text(values["title"], values["scope"], values["body"])


class NewChapterForm(forms.Form):
    """A new chapter: what it is called in both languages, and after which one it comes."""

    title_sv = forms.CharField(label=_("Title in Swedish"), max_length=120)
    title_en = forms.CharField(label=_("Title in English"), max_length=120)
    after = forms.ChoiceField(label=_("Comes after"))

    def __init__(self, *args: Any, chapters: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["after"].choices = chapters  # type: ignore[attr-defined]
        self.fields["after"].initial = chapters[-1][0] if chapters else ""

    def slug(self, taken: set[str]) -> str:
        """The chapter's address, made of its Swedish title; call when valid."""
        wanted = slug = slugify(self.cleaned_data["title_sv"])[:50] or "kapitel"
        number = 1
        while slug in taken:
            number += 1
            slug = f"{wanted}-{number}"
        return slug


def chapter_text(title: str, scope: str, body: str) -> str:
    """A chapter as it is kept: what it says about itself, then the text."""
    return f"---\ntitle: {title}\nscope: {scope}\n---\n{body.strip()}\n"
