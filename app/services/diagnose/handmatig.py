"""A result that is entered by hand, because the instrument exports nothing; and the withdrawal of any result."""

from __future__ import annotations

import json
from datetime import date
from typing import Self
from uuid import UUID

from pydantic import Field, model_validator
from uuid_utils.compat import uuid7

from app.db.diagnose import uitslag as db
from app.db.diagnose.uitslag import Diagnose, DiagnoseIntrekking
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.leefgebied import Instrument
from app.services.diagnose.afronding import sluit_voorbereiding
from app.services.diagnose.beelden import Diagnosebeeld, beelden
from app.services.diagnose.record import is_volledig, toetsen_van
from app.services.diagnose.uitslagschema import KENMERK_VOORBEELD, Kenmerk, Kort, Uitslaginhoud, Zin
from app.services.handeling import Handeling, Opdracht
from app.services.vastleggen import Eenmalig, leg_vast

_NU = "Geef een dag tussen de geboorte van de klant en vandaag."
NAAM = "Noem het instrument bij `ander`, en alleen dan."


class HandmatigeDiagnose(Uitslaginhoud):
    """Een uitslag die van papier of scherm wordt overgenomen."""

    instrument: Instrument = Field(examples=[Instrument.COMPETENSYS])
    instrumentnaam: Kort | None = Field(default=None, description="Alleen bij `ander`.")
    instrumentversie: Kort | None = Field(default=None, examples=["2026.1"])
    afgenomen_op: date = Field(examples=["2026-03-30"])
    door: Kort = Field(examples=["J. Bakker"], description="Wie of wat de uitslag heeft vastgesteld.")
    extern_kenmerk: Kenmerk | None = Field(default=None, examples=[KENMERK_VOORBEELD])

    @model_validator(mode="after")
    def _een_instrument_met_naam(self) -> Self:
        if self.instrument is Instrument.FORMAT:
            raise ValueError("Leg het format vast met `leefgebiedenformats`.")
        if (self.instrument is Instrument.ANDER) != (self.instrumentnaam is not None):
            raise ValueError(NAAM)
        return self


class DiagnoseintrekkingOpdracht(Opdracht):
    """Waarom een uitslag niet meer telt."""

    reden: Zin = Field(examples=["Onder het verkeerde dossier vastgelegd."])


def leg_handmatig_vast(h: Handeling, opdracht: HandmatigeDiagnose, klant_id: UUID) -> Diagnosebeeld:
    """Store a result that somebody typed over (DEV-DIA-001, DEV-DIA-008)."""
    klant = h.klant(klant_id)
    if not klant.geboortedatum <= opdracht.afgenomen_op <= h.vandaag:
        raise OngeldigeInvoer({"afgenomenOp": _NU})
    kenmerk = opdracht.extern_kenmerk
    if kenmerk and db.kenmerk_van_ander(h.sessie, (h.actor.organisatie, opdracht.instrument, kenmerk), klant.id):
        raise OngeldigeInvoer({"externKenmerk": "Dit kenmerk hoort bij de uitslag van iemand anders."})
    velden = ("instrument", "instrumentnaam", "instrumentversie", "afgenomen_op", "door", "extern_kenmerk")
    diagnose = Diagnose(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        **{veld: getattr(opdracht, veld) for veld in velden},
        volledig=is_volledig(opdracht),
        inhoud=json.loads(opdracht.model_dump_json(by_alias=False, exclude=set(velden), exclude_defaults=True)),
        toetsen=toetsen_van(opdracht),
        ontvangen_op=h.nu,
        ontvangen_door=h.actor.medewerker_id,
    )
    h.sessie.add(diagnose)
    h.sessie.flush()
    beeld = beelden(h.sessie, klant.id)[diagnose.id]
    leg_vast(h, Soort.DIAGNOSE_ONTVANGEN, Eenmalig(diagnose.id), klant, _inhoud(beeld))
    if diagnose.volledig:
        sluit_voorbereiding(h, klant, diagnose.instrument)
    return beeld


def trek_in(h: Handeling, opdracht: DiagnoseintrekkingOpdracht, klant_id: UUID, diagnose_id: UUID) -> Diagnosebeeld:
    """Withdraw a result that is wrong: it stays in the history and counts no more. Raises Conflict when it was."""
    klant = h.klant(klant_id)
    beeld = beelden(h.sessie, klant.id).get(diagnose_id)
    if beeld is None:
        raise NietGevonden("Deze diagnose is niet gevonden.")
    if beeld.ingetrokken is not None:
        raise Conflict("Deze diagnose is al ingetrokken.", "al_ingetrokken")
    intrekking = DiagnoseIntrekking(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        diagnose_id=diagnose_id,
        reden=opdracht.reden,
        ingetrokken_op=h.nu,
        ingetrokken_door=h.actor.medewerker_id,
    )
    h.sessie.add(intrekking)
    leg_vast(h, Soort.DIAGNOSE_INGETROKKEN, Eenmalig(diagnose_id), klant, {"instrument": beeld.diagnose.instrument})
    return beelden(h.sessie, klant.id)[diagnose_id]


def _inhoud(beeld: Diagnosebeeld) -> dict[str, object]:
    diagnose = beeld.diagnose
    return {
        "instrument": diagnose.instrument,
        "afgenomenOp": diagnose.afgenomen_op,
        "volledig": diagnose.volledig,
        "geldend": beeld.geldend,
    }
