"""Berichtbrief: a message whose text was written already, as a letter."""

from __future__ import annotations

from typing import Final

from app.domain.brief.beleid import BriefBeleid, Rolnaam
from app.domain.brief.model import Brief, Deel
from app.domain.brief.opbouw import Omslag, maak_brief
from app.domain.brief.tekst import letterlijk

_OPGEMAAKT: Final = 4
"""A text with its own salutation, greeting and name has at least so many paragraphs."""


def berichtbrief(onderwerp: str, inhoud: str, omslag: Omslag, beleid: BriefBeleid) -> Brief:
    """Put a message on the letterhead; a short one that has no salutation and greeting gets those of a letter."""
    stukken = [stuk.strip() for stuk in inhoud.split("\n\n") if stuk.strip()]
    if len(stukken) < _OPGEMAAKT:
        return maak_brief(omslag, beleid, onderwerp, [Deel(blokken=letterlijk(inhoud))], Rolnaam.CONSULENT)
    aanhef, *romp, groet, naam = stukken
    brief = maak_brief(omslag, beleid, onderwerp, [Deel(blokken=letterlijk("\n\n".join(romp)))], Rolnaam.CONSULENT)
    return brief.model_copy(update={"aanhef": aanhef, "slot": (groet, *naam.splitlines())})
