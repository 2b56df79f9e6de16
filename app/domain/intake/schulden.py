"""Signals of arrears and debts, from six questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from app.domain.intake.feiten import Schuldvraag
from app.domain.kern.grondslag import productenboek
from app.domain.kern.toets import Toets, Uitkomst

_VRAGEN = productenboek("2.2.2")
_JA_IS_SIGNAAL = frozenset(
    {Schuldvraag.ROODSTAND, Schuldvraag.OPENSTAANDE_SCHULDEN, Schuldvraag.BRIEVEN_INCASSO_DEURWAARDER}
)
_ZACHT = f"geen_signaal_{Schuldvraag.BUFFER_ONVOORZIEN}"

_ZIN = {
    Schuldvraag.VASTE_LASTEN_BETAALD: "De vaste lasten van de vorige maand zijn betaald.",
    Schuldvraag.ROODSTAND: "Er is geen roodstand.",
    Schuldvraag.OPENSTAANDE_SCHULDEN: "Er zijn geen schulden die nog betaald moeten worden.",
    Schuldvraag.BRIEVEN_INCASSO_DEURWAARDER: "Er zijn geen brieven van een incassobureau of deurwaarder.",
    Schuldvraag.KOMENDE_MAAND_BETAALBAAR: "De klant kan de komende maand alles betalen.",
    Schuldvraag.BUFFER_ONVOORZIEN: "Er is een buffer voor onverwachte kosten.",
}


class Schuldsignaal(StrEnum):
    """A hard signal gives a warme overdracht to BAD; a soft one is only shown."""

    GEEN = "geen"
    ZACHT = "zacht"
    HARD = "hard"


def toets_schulden(antwoorden: Mapping[Schuldvraag, bool]) -> tuple[Toets, ...]:
    """Test each of the six questions; a missing answer is undetermined (DEV-SCR-026)."""
    return tuple(_toets(vraag, antwoorden.get(vraag)) for vraag in Schuldvraag)


def schuldsignaal(toetsen: Iterable[Toets]) -> Schuldsignaal:
    """Weigh the toetsen: no buffer alone is soft, any other problem is hard (reading of DEV-SCR-026)."""
    problemen = {t.voorwaarde for t in toetsen if t.uitkomst is Uitkomst.NIET_VOLDAAN}
    if problemen - {_ZACHT}:
        return Schuldsignaal.HARD
    return Schuldsignaal.ZACHT if problemen else Schuldsignaal.GEEN


def _toets(vraag: Schuldvraag, antwoord: bool | None) -> Toets:
    goed = None if antwoord is None else antwoord != (vraag in _JA_IS_SIGNAAL)
    return Toets(
        voorwaarde=f"geen_signaal_{vraag}",
        uitkomst=Uitkomst.van(goed),
        grondslag=_VRAGEN,
        feiten={"antwoord": antwoord},
        toelichting=_ZIN[vraag],
    )
