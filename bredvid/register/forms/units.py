"""What an administrator says of organisations. They are public bodies: a name here is no word about anybody."""

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext as _, gettext_lazy

from bredvid.accounts.models import Staff
from bredvid.places.models import Organisation
from bredvid.register.actions.units import code_of
from bredvid.register.codebook import current
from bredvid.register.forms.when_where import place_field
from bredvid.register.models import Unit


class UnitForm(forms.Form):
    """What an organisation is, and where it gives support when nobody says otherwise."""

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {**self.initial, "provider": code_of(unit), "place": unit.place}
        language = get_language() or "sv"
        providers = [(code.code, code.label(language)) for code in current().variable("V02").codes]
        self.fields["provider"] = forms.ChoiceField(label=_("What it is"), choices=providers)
        self.fields["place"] = place_field(unit)
        self.fields["place"].help_text = _("It stands on every new contact, and can be changed there.")


class NewUnitForm(UnitForm):
    """Which organisation is to count: one of the directory's, or a new one."""

    organisation = forms.ModelChoiceField(
        label=gettext_lazy("An organisation in the directory"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=gettext_lazy("None of these"),
    )
    name = forms.CharField(
        label=gettext_lazy("Or the name of a new one"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("The organisation's own name. It is public."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, unit=Unit(), **kwargs)
        organisation = self.fields["organisation"]
        if isinstance(organisation, forms.ModelChoiceField):
            organisation.queryset = Organisation.objects.filter(unit=None)

    def clean(self) -> dict[str, Any]:
        """One of the two, not both."""
        values = super().clean() or {}
        if "organisation" in values and bool(values.get("organisation")) == bool((values.get("name") or "").strip()):
            self.add_error("name", _("Choose an organisation in the list, or write the name of a new one."))
        return values


class _Colleagues(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name} ({obj.email})"


class ColleagueForm(forms.Form):
    """Who is to work here: somebody with an account who does not already."""

    staff = _Colleagues(
        label=gettext_lazy("Colleague"), empty_label=gettext_lazy("Choose"), queryset=Staff.objects.none()
    )

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Staff.objects.filter(is_active=True).exclude(organisation=unit.organisation)
        staff = self.fields["staff"]
        if isinstance(staff, forms.ModelChoiceField):
            staff.queryset = others
