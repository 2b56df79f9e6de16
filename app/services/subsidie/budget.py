"""Budget: kept at the aanvraag, promised when the besluit is approved, paid when it was paid, free when it ends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from app.db.klant import Klant
from app.db.subsidie.betaling import Betaalopdracht
from app.db.subsidie.subsidie import Subsidie, Subsidietermijn
from app.domain.budget.jaren import per_jaar
from app.domain.budget.stand import Bedragen, Boekstap
from app.domain.kern.fouten import Geweigerd
from app.domain.subsidie.model import Betaalschema
from app.services.budget.boeken import Budgetboeking, betaal, boek_alle, corrigeer, ontvang_terug
from app.services.budget.onderwerp import betaald_per_jaar
from app.services.handeling import Handeling
from app.services.subsidie.regelingen import UITVOERINGEN

ONDERWERP: Final = "subsidie"
_LAATSTE_JAAR: Final = 2100
Delen = Mapping[int, int]


def delen_van(schema: Betaalschema) -> dict[int, int]:
    """Return what belongs to each year: by the month that it is for, or by the day on which it is due."""
    return per_jaar((termijn.maand or termijn.betaalbaar_vanaf, termijn.bedrag) for termijn in schema.termijnen)


def reserveer(h: Handeling, klant: Klant, rij: Subsidie, schema: Betaalschema | None) -> None:
    """Keep what would be granted, in place of what was kept; ``rij.budget`` tells what came of it."""
    delen = delen_van(schema) if schema else {}
    if weg := {jaar: 0 for jaar in _delen(rij) if jaar not in delen}:
        _boek(h, klant, rij, Boekstap.VRIJGAVE, weg)
    if not delen:
        rij.budget = None
        return
    try:
        uitslagen = _boek(h, klant, rij, Boekstap.RESERVERING, delen)
    except Geweigerd:
        _boek(h, klant, rij, Boekstap.VRIJGAVE, delen)
        rij.budget = {"stand": "op", "plaats": None, "delen": {}}
        return
    plaats = max((uitslag.plaats or 0 for uitslag in uitslagen), default=0)
    stand = "wachtlijst" if plaats else "gereserveerd"
    rij.budget = {"stand": stand, "plaats": plaats or None, "delen": {str(j): b for j, b in delen.items()}}


def verplicht(h: Handeling, klant: Klant, rij: Subsidie, schema: Betaalschema) -> None:
    """Promise what the besluit grants."""
    delen = delen_van(schema)
    _boek(h, klant, rij, Boekstap.VERPLICHTING, delen)
    rij.budget = {"stand": "verplicht", "plaats": None, "delen": {str(j): b for j, b in delen.items()}}


def laat_los(h: Handeling, klant: Klant, rij: Subsidie) -> None:
    """Give free what is kept or promised and not paid."""
    if delen := _delen(rij):
        _boek(h, klant, rij, Boekstap.VRIJGAVE, delen)
        rij.budget = {"stand": "vrijgegeven", "plaats": None, "delen": dict(rij.budget or {})["delen"]}


def boek_betaling(h: Handeling, klant: Klant, termijn: Subsidietermijn, opdracht: Betaalopdracht) -> None:
    """Book what was paid, in the year of the termijn."""
    betaal(h, _van_termijn(h, klant, termijn, opdracht.bedrag, opdracht.kenmerk))


def boek_tegenboeking(h: Handeling, klant: Klant, termijn: Subsidietermijn, bedrag: int, reden: str) -> None:
    """Book that a payment was undone (or, with a positive amount, that it was not after all): it stays promised."""
    corrigeer(h, _van_termijn(h, klant, termijn, abs(bedrag)), Bedragen(betaald=bedrag), reden)


def boek_minder(h: Handeling, klant: Klant, termijn: Subsidietermijn, bedrag: int, reden: str) -> None:
    """Book that of a termijn this amount will not be paid: it can be given to another."""
    if bedrag:
        corrigeer(h, _van_termijn(h, klant, termijn, bedrag), Bedragen(verplicht=-bedrag), reden)


def _van_termijn(h: Handeling, klant: Klant, termijn: Subsidietermijn, bedrag: int, kenmerk: str = "") -> Budgetboeking:
    rij = h.sessie.get_one(Subsidie, termijn.subsidie_id)
    return _boeking(klant, rij, (termijn.maand or termijn.betaalbaar_vanaf).year, bedrag, kenmerk)


def _delen(rij: Subsidie) -> dict[int, int]:
    delen: Mapping[str, int] = (rij.budget or {}).get("delen", {})
    return {int(jaar): bedrag for jaar, bedrag in delen.items()}


def _boek(h: Handeling, klant: Klant, rij: Subsidie, stap: Boekstap, delen: Delen) -> list[Any]:
    return list(boek_alle(h, stap, [_boeking(klant, rij, jaar, bedrag) for jaar, bedrag in delen.items()]))


def _boeking(klant: Klant, rij: Subsidie, jaar: int, bedrag: int, kenmerk: str = "") -> Budgetboeking:
    return Budgetboeking(
        gemeente=klant.gemeente,
        regeling=UITVOERINGEN[rij.regeling].regels.budgetcode,
        jaar=min(jaar, _LAATSTE_JAAR),
        bedrag=bedrag,
        onderwerp_soort=ONDERWERP,
        onderwerp_id=rij.id,
        kenmerk=kenmerk,
    )


def boek_terugontvangst(h: Handeling, klant: Klant, rij: Subsidie, bedrag: int, kenmerk: str) -> None:
    """Book that money came back, on the latest years of which payments stand first."""
    betaald = betaald_per_jaar(h, rij.id)
    for jaar in sorted(betaald, reverse=True):
        deel = min(bedrag, betaald[jaar])
        if deel:
            ontvang_terug(h, _boeking(klant, rij, jaar, deel, kenmerk))
            bedrag -= deel
