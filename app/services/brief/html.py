"""A letter as one accessible HTML page: everything that is filled in is escaped."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from typing import Final

from jinja2 import Environment, StrictUndefined, Template

from app.domain.brief.model import Brief


def _sjabloon() -> Template:
    omgeving = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    return omgeving.from_string((Path(__file__).parent / "brief.html").read_text(encoding="utf-8"))


_SJABLOON: Final = _sjabloon()


def als_html(brief: Brief) -> bytes:
    """Return the letter as a page of its own, without scripts or anything from elsewhere."""
    beeldmerk = brief.briefhoofd.beeldmerk
    beeld = b64encode(beeldmerk.svg.encode()).decode() if beeldmerk else None
    return _SJABLOON.render(brief=brief, beeldmerk=beeld).encode()
