"""Praatplaat: filling in, correcting, and comparing two moments (DEV-DIA-503)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from app.db import beleidspakket
from app.db import taak as taken
from app.db.gesprek import praatplaat as db
from app.db.gesprek.praatplaat import Praatplaat
from app.db.klant import Klant
from app.domain.beleid.model import Versie
from app.domain.gesprek.beleid import GesprekBeleid
from app.domain.gesprek.leefgebied import Kleur, LeefgebiedBeleid
from app.domain.gesprek.praatplaat import Praatplaatmoment, Verschil, vergelijk, verwijstaak
from app.domain.gesprek.soort import Code
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.leefgebied import Leefgebied
from app.domain.kern.toets import Uitkomst
from app.domain.kern.werkdagen import tel_werkdagen
from app.services.gesprek.betrokkenen import VERWIJZEN, hulp_bij_gezondheid
from app.services.handeling import Handeling, Opdracht
from app.services.taak import Bestemming, maak_taak, sluit_taken_van_klant
from app.services.vastleggen import Eenmalig, leg_vast

Notitie = Annotated[str, Field(min_length=1, max_length=1000)]


class ScoreOpdracht(Opdracht):
    """De kleur van een leefgebied, met wat goed gaat en wat beter kan."""

    kleur: Code = Field(examples=["groen"])
    gaat_goed: Notitie | None = None
    kan_beter: Notitie | None = None


class PraatplaatOpdracht(Opdracht):
    """De ingevulde praatplaat; een leefgebied dat niet aan bod kwam, blijft weg."""

    moment: Praatplaatmoment = Field(examples=["kennismakingsgesprek"])
    datum: date | None = Field(default=None, description="Standaard vandaag.")
    scores: dict[Leefgebied, ScoreOpdracht] = Field(
        min_length=1, examples=[{"wonen": {"kleur": "groen", "gaatGoed": "Rustige buurt."}}]
    )
    corrigeert: UUID | None = Field(default=None, description="De praatplaat die hiermee wordt verbeterd.")


@dataclass(frozen=True)
class Vergelijking:
    """Two moments beside each other."""

    eerder: Praatplaat
    later: Praatplaat
    verschillen: Mapping[Leefgebied, Verschil]


@dataclass(frozen=True)
class Praatplaatbeeld:
    """The scale of today, all praatplaten that count and the comparison that was asked for."""

    schaal: tuple[Kleur, ...]
    praatplaten: list[Praatplaat]
    vergelijking: Vergelijking | None


def vul_in(h: Handeling, opdracht: PraatplaatOpdracht, klant_id: UUID) -> Praatplaat:
    """Record a praatplaat, or correct one; a problem with health without help becomes a prompt to refer."""
    klant = h.klant(klant_id)
    datum = opdracht.datum or h.vandaag
    versie = h.beleid.geldend(LeefgebiedBeleid, klant.gemeente, datum)
    if fouten := _fouten(h, opdracht, klant, versie.beleid):
        raise OngeldigeInvoer(fouten)
    beleidspakket.bewaar(h.sessie, versie, h.nu)
    plaat = _rij(h, opdracht, klant, versie)
    plaat.datum = datum
    h.sessie.add(plaat)
    leg_vast(h, Soort.PRAATPLAAT_INGEVULD, Eenmalig(plaat.id), klant, {"moment": plaat.moment, "datum": datum})
    _wijs_op_hulp(h, klant)
    return plaat


def bekijk_praatplaten(h: Handeling, klant_id: UUID, van: date | None, tot: date | None) -> Praatplaatbeeld:
    """Return the praatplaten, the latest first, and compare the last one up to ``van`` with the last up to ``tot``.

    Without days the last two are compared.
    """
    klant = h.klant(klant_id, vergrendel=False)
    rijen = db.geldende(db.praatplaten(h.sessie, klant.id))
    beleid = h.beleid.geldend(LeefgebiedBeleid, klant.gemeente, h.vandaag).beleid
    later = next((rij for rij in rijen if tot is None or rij.datum <= tot), None)
    na = rijen.index(later) + 1 if later else 0
    eerder = next((rij for rij in rijen[na:] if van is None or rij.datum <= van), None)
    vergelijking = None
    if eerder is not None and later is not None:
        vergelijking = Vergelijking(eerder, later, vergelijk(kleuren(eerder), kleuren(later), beleid))
    return Praatplaatbeeld(beleid.praatplaat.waarde, rijen, vergelijking)


def kleuren(plaat: Praatplaat) -> dict[Leefgebied, str]:
    """Return the colour per leefgebied."""
    return {Leefgebied(gebied): score["kleur"] for gebied, score in plaat.scores.items()}


def _fouten(h: Handeling, opdracht: PraatplaatOpdracht, klant: Klant, beleid: LeefgebiedBeleid) -> dict[str, str]:
    goed = ", ".join(kleur.code for kleur in beleid.praatplaat.waarde)
    fouten = {
        f"scores.{gebied.value}.kleur": f"Kies een van: {goed}."
        for gebied, score in opdracht.scores.items()
        if beleid.kleur(score.kleur) is None
    }
    if opdracht.datum is not None and not klant.geboortedatum <= opdracht.datum <= h.vandaag:
        fouten["datum"] = "Geef een dag die niet in de toekomst ligt."
    eigen = {rij.id for rij in db.geldende(db.praatplaten(h.sessie, klant.id))}
    if opdracht.corrigeert is not None and opdracht.corrigeert not in eigen:
        fouten["corrigeert"] = "Deze praatplaat is bij deze klant niet bekend, of al verbeterd."
    return fouten


def _rij(h: Handeling, opdracht: PraatplaatOpdracht, klant: Klant, versie: Versie[LeefgebiedBeleid]) -> Praatplaat:
    return Praatplaat(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        moment=opdracht.moment,
        scores={gebied.value: score.model_dump(by_alias=True) for gebied, score in opdracht.scores.items()},
        corrigeert=opdracht.corrigeert,
        beleid_id=versie.id,
        beleid_sha256=versie.sha256,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )


def _wijs_op_hulp(h: Handeling, klant: Klant) -> None:
    if hulp_bij_gezondheid(h, klant).uitkomst is Uitkomst.VOLDAAN:
        sluit_taken_van_klant(h, klant, VERWIJZEN)
    elif not taken.open_taken_van_klant(h.sessie, klant.id, (VERWIJZEN,)):
        werkdagen = h.beleid.geldend(GesprekBeleid, klant.gemeente, h.vandaag).beleid.opvolgen_werkdagen.waarde
        maak_taak(h, verwijstaak(tel_werkdagen(h.vandaag, werkdagen)), Bestemming(klant.id, klant))
