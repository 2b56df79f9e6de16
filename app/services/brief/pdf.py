"""The one file that knows Typst: a letter as an accessible PDF (PDF/UA-1), the same bytes for the same letter."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import typst

from app.domain.brief.model import Brief

_SJABLOON: Final = (Path(__file__).parent / "brief.typ").read_bytes()
_LETTERS: Final = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
"""Only the fonts that Typst brings itself, so that every machine gives the same bytes."""


def als_pdf(brief: Brief) -> bytes:
    """Return the letter as tagged PDF; its words go in as data, never as markup."""
    return typst.compile(
        _SJABLOON,
        format="pdf",
        pdf_standards=["ua-1"],
        font_paths=_LETTERS,
        ignore_system_fonts=True,
        sys_inputs={"brief": brief.model_dump_json()},
    )
