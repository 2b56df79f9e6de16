"""The one file that knows Typst: a letter as an accessible PDF (PDF/UA-1), the same bytes for the same letter."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import typst

from app.domain.brief.model import Brief
from app.domain.brief.tekens import toonbaar

_SJABLOON: Final = (Path(__file__).parent / "brief.typ").read_bytes()
_LETTERS: Final = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
"""Only the fonts that Typst brings itself, so that every machine gives the same bytes."""


_ZONDER_TEKEN: Final = "could not be displayed"
"""What Typst says of a sign that none of its fonts has; an accessible PDF may not hold such a sign."""


def als_pdf(brief: Brief) -> bytes:
    """Return the letter as tagged PDF; its words go in as data, never as markup.

    A sign that cannot be printed, such as an emoji in somebody's reasons, never keeps a letter from being made.
    """
    gegevens = brief.model_dump_json()
    try:
        return _zet(gegevens)
    except typst.TypstError as fout:
        if _ZONDER_TEKEN not in str(fout):
            raise
    return _zet(json.dumps(_toonbaar(json.loads(gegevens))))


def _zet(gegevens: str) -> bytes:
    return typst.compile(
        _SJABLOON,
        format="pdf",
        pdf_standards=["ua-1"],
        font_paths=_LETTERS,
        ignore_system_fonts=True,
        sys_inputs={"brief": gegevens},
    )


def _toonbaar(deel: Any) -> Any:
    if isinstance(deel, dict):
        return {naam: _toonbaar(waarde) for naam, waarde in deel.items()}
    if isinstance(deel, list):
        return [_toonbaar(waarde) for waarde in deel]
    return toonbaar(deel) if isinstance(deel, str) else deel
