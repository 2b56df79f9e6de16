"""The klantreis of one klant: stages from policy, statuses from the dossier and from who works with the klant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator
from uuid_utils.compat import uuid7

from app.db import indeling as indelingen
from app.db import plan as plannen
from app.db.afspraak import Afspraak
from app.db.gesprek import klantreis as db
from app.db.gesprek.klantreis import Klantreisstap
from app.db.klant import Klant
from app.db.plan import Planstatus
from app.domain.afspraak.feiten import AfspraakSoort, Presentie
from app.domain.beleid.model import Waarde
from app.domain.gesprek.klantreis import KlantreisBeleid, Reisstap, Stapfeit, Stapstand, Stapstatus, klantreis
from app.domain.gesprek.soort import Code
from app.domain.kern.fouten import Conflict, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.tijd import dag
from app.services.handeling import Handeling, Opdracht
from app.services.intake.termijnen import BESLISTERMIJN
from app.services.vastleggen import Eenmalig, leg_vast

_GEDAAN = (Presentie.VERSCHENEN, Presentie.INDIVIDUEEL_VERVANGEN)
_AFHANDELING = "afhandeling_uitkering"


class KlantreisstapOpdracht(Opdracht):
    """De stand van een stap, als het dossier die niet zelf vertelt; `te_doen` laat het dossier weer spreken."""

    stap: Code = Field(examples=["participatiemakelaar"])
    status: Stapstatus = Field(examples=["overgeslagen"])
    op: date | None = Field(default=None, description="Wanneer; standaard vandaag. Alleen gepland mag later zijn.")
    reden: Annotated[str, Field(min_length=3, max_length=500)] | None = Field(
        default=None, description="Verplicht bij overslaan.", examples=["De klant doet zelf al vrijwilligerswerk."]
    )

    @model_validator(mode="after")
    def _overslaan_heeft_een_reden(self) -> Self:
        if self.status is Stapstatus.OVERGESLAGEN and self.reden is None:
            raise ValueError("Geef de reden waarom deze stap wordt overgeslagen.")
        return self


@dataclass(frozen=True)
class Reisbeeld:
    """The stages of the klantgroep with their status."""

    klantgroep: Klantgroep
    beleid: Waarde[tuple[Reisstap, ...]]
    standen: tuple[Stapstand, ...]


def bekijk_klantreis(h: Handeling, klant_id: UUID) -> Reisbeeld:
    """Show how far a klant is (DEV-KGR-514). Raises Conflict as long as there is no klantgroep."""
    return _beeld(h, h.klant(klant_id, vergrendel=False))


def zet_stap(h: Handeling, opdracht: KlantreisstapOpdracht, klant_id: UUID) -> Reisbeeld:
    """Record how far a klant is with one stage, or that it is skipped and why."""
    klant = h.klant(klant_id)
    stappen = {stap.code for stap in _beleid(h, klant).waarde}
    op = opdracht.op or h.vandaag
    fouten = {}
    if opdracht.stap not in stappen:
        fouten["stap"] = f"Kies een van: {', '.join(sorted(stappen))}."
    if op > h.vandaag and opdracht.status is not Stapstatus.GEPLAND:
        fouten["op"] = "Deze dag ligt in de toekomst."
    if fouten:
        raise OngeldigeInvoer(fouten)
    rij = Klantreisstap(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        **opdracht.model_dump(exclude={"op"}),
        op=op,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )
    h.sessie.add(rij)
    leg_vast(h, Soort.KLANTREIS_STAP_GEZET, Eenmalig(rij.id), klant, {"stap": rij.stap, "status": rij.status})
    return _beeld(h, klant)


def _beleid(h: Handeling, klant: Klant) -> Waarde[tuple[Reisstap, ...]]:
    if klant.klantgroep is None:
        raise Conflict("Deel de klant eerst in een klantgroep in; daaruit volgt de klantreis.", "nog_niet_ingedeeld")
    return h.beleid.geldend(KlantreisBeleid, klant.gemeente, h.vandaag).beleid.stappen(klant.klantgroep)


def _beeld(h: Handeling, klant: Klant) -> Reisbeeld:
    h.sessie.flush()
    beleid = _beleid(h, klant)
    assert klant.klantgroep is not None
    feiten = _uit_dossier(h, klant)
    for code, rij in db.stappen(h.sessie, klant.id).items():
        if rij.status is not Stapstatus.TE_DOEN:
            feiten[code] = Stapfeit(status=rij.status, op=rij.op, reden=rij.reden)
    beslist = feiten.get(_AFHANDELING)
    toegekend = beslist is not None and beslist.status is Stapstatus.GEDAAN
    standen = klantreis(beleid.waarde, feiten, h.vandaag, toegekend=toegekend)
    return Reisbeeld(klant.klantgroep, beleid, standen)


def _uit_dossier(h: Handeling, klant: Klant) -> dict[str, Stapfeit]:
    bronnen: dict[str, Callable[[Handeling, Klant], Stapfeit | None]] = {
        "melding": _melding,
        "screeningsgesprek": _screening,
        "ambitiegesprek": _ambitiegesprek,
        _AFHANDELING: _afhandeling,
        "kick_off": lambda h, klant: _afspraak(h, _van_soort(h, klant, AfspraakSoort.KICK_OFF)),
        "kennismakingsgesprek_met_pva": _kennismaking,
        "plan_van_aanpak": lambda h, klant: _gedaan(_plan_op(h, klant)),
        "doelmatigheidsgesprek": lambda h, klant: _afspraak(
            h, _van_soort(h, klant, AfspraakSoort.DOELMATIGHEIDSGESPREK)
        ),
    }
    gevonden = ((code, bron(h, klant)) for code, bron in bronnen.items())
    return {code: feit for code, feit in gevonden if feit is not None}


def _gedaan(op: date | None) -> Stapfeit | None:
    return None if op is None else Stapfeit(status=Stapstatus.GEDAAN, op=op)


def _melding(h: Handeling, klant: Klant) -> Stapfeit | None:
    melding = db.laatste_melding(h.sessie, klant.id)
    return _gedaan(melding.meldingsdatum if melding else None)


def _screening(h: Handeling, klant: Klant) -> Stapfeit | None:
    melding = db.laatste_melding(h.sessie, klant.id)
    screening = db.screening(h.sessie, melding.id) if melding else None
    if screening is None:
        return None
    gehouden = screening.status.value == "gehouden"
    return Stapfeit(status=Stapstatus.GEDAAN if gehouden else Stapstatus.GEPLAND, op=dag(screening.begin))


def _ambitiegesprek(h: Handeling, klant: Klant) -> Stapfeit | None:
    gesprekken = indelingen.gesprekken(h.sessie, klant.id)
    return _gedaan(gesprekken[0].datum if gesprekken else None)


def _afhandeling(h: Handeling, klant: Klant) -> Stapfeit | None:
    melding = db.laatste_melding(h.sessie, klant.id)
    beslist = db.beslist_op(h.sessie, melding.id, BESLISTERMIJN) if melding else None
    return _gedaan(dag(beslist) if beslist else None)


def _van_soort(h: Handeling, klant: Klant, soort: AfspraakSoort) -> Sequence[Afspraak]:
    return db.afspraken(h.sessie, klant.id, soort)


def _afspraak(h: Handeling, afspraken: Sequence[Afspraak]) -> Stapfeit | None:
    """Return that it was held, else that it is planned."""
    gehouden = next((afspraak for afspraak in afspraken if afspraak.uitkomst in _GEDAAN), None)
    if gehouden is not None:
        return _gedaan(dag(gehouden.begint))
    gepland = next((afspraak for afspraak in afspraken if afspraak.uitkomst is None and afspraak.begint >= h.nu), None)
    return Stapfeit(status=Stapstatus.GEPLAND, op=dag(gepland.begint)) if gepland else None


def _kennismaking(h: Handeling, klant: Klant) -> Stapfeit | None:
    """Return that it was held, once the plan that comes out of it is signed too."""
    feit = _afspraak(h, _van_soort(h, klant, AfspraakSoort.KENNISMAKINGSGESPREK))
    if feit is None or feit.status is Stapstatus.GEPLAND:
        return feit
    return feit if _plan_op(h, klant) else None


def _plan_op(h: Handeling, klant: Klant) -> date | None:
    actief = [plan.id for plan in plannen.plannen(h.sessie, klant.id) if plan.status is Planstatus.ACTIEF]
    getekend = [teken.datum for teken in plannen.ondertekeningen(h.sessie, actief)]
    return min(getekend) if getekend else None
