"""The catalogue of components has all of them, and is not there for the public."""

from pathlib import Path

import pytest
from django.conf import settings

COMPONENTS = settings.PACKAGE / "config/templates/components"
# These stand on every page, the catalogue's own included.
IN_EVERY_PAGE = {"beside_you.html", "brand.html", "colophon.html", "leave.html", "masthead.html"}


def shown(template: Path) -> set[str]:
    text = template.read_text("utf-8")
    return {path.name for path in COMPONENTS.glob("*.html") if f'"components/{path.name}"' in text}


def test_every_component_is_shown():
    catalogue = settings.PACKAGE / "report/templates/report/catalogue.html"
    everything = {path.name for path in COMPONENTS.glob("*.html")}
    assert everything - shown(catalogue) - IN_EVERY_PAGE == set()


@pytest.mark.usefixtures("shipped")
def test_it_renders(reader):
    assert reader.get("/katalog/").status_code == 200


def test_production_does_not_serve_it():
    base = (settings.PACKAGE / "config/settings/base.py").read_text("utf-8")
    production = (settings.PACKAGE / "config/settings/production.py").read_text("utf-8")
    assert "SHOW_CATALOGUE = False" in base
    assert "SHOW_CATALOGUE" not in production
