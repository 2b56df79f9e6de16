"""The leefgebieden format, filled in together with the klant."""

from __future__ import annotations

from datetime import date
from typing import Self
from uuid import UUID

from pydantic import Field, model_validator
from uuid_utils.compat import uuid7

from app.db.diagnose.uitslag import Diagnose
from app.db.klant import Klant
from app.domain.diagnose.feiten import Bevinding, DiagnoseFeiten
from app.domain.diagnose.volledigheid import toets_volledig
from app.domain.kern.fouten import Geweigerd, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.leefgebied import Instrument, Leefgebied, Onderwerp
from app.domain.kern.toets import Toets, alle_voldaan, niet_voldaan
from app.services.diagnose.afronding import sluit_voorbereiding
from app.services.diagnose.beelden import Diagnosebeeld, beelden
from app.services.diagnose.uitslagschema import Kort, Tekst, Zin
from app.services.handeling import Handeling, Opdracht
from app.services.vastleggen import Eenmalig, leg_vast

_NU = "Geef een dag tussen de geboorte van de klant en vandaag."


class FormatKop(Opdracht):
    """De basisgegevens waarmee het format begint."""

    telefoonnummer: Kort | None = None
    email: Kort | None = None
    cv: bool | None = None
    id_bewijs: bool | None = None
    rijbewijs: bool | None = None
    vervoer: Zin | None = Field(default=None, examples=["Fiets"])


class FormatBevinding(Opdracht):
    """Wat over een onderwerp is besproken, of waarom dat niet is gebeurd."""

    onderwerp: Onderwerp = Field(examples=[Leefgebied.WONEN])
    inhoud: Tekst | None = Field(default=None, examples=["Woont met twee kinderen in een sociale huurwoning."])
    reden_niet_besproken: Zin | None = None

    @model_validator(mode="after")
    def _precies_een(self) -> Self:
        if (self.inhoud is None) == (self.reden_niet_besproken is None):
            raise ValueError("Geef de inhoud, of de reden waarom het onderwerp niet is besproken.")
        return self


class FormatOpdracht(Opdracht):
    """Het format leefgebieden. Met `afgerond: false` wordt een tussenstand bewaard."""

    afgenomen_op: date = Field(examples=["2026-04-07"])
    kop: FormatKop = Field(default=FormatKop())
    bevindingen: tuple[FormatBevinding, ...] = Field(default=(), max_length=9)
    advies_en_afspraken: Tekst | None = None
    overige_informatie: Tekst | None = None
    afgerond: bool = True

    @model_validator(mode="after")
    def _elk_onderwerp_een_keer(self) -> Self:
        genoemd = [bevinding.onderwerp for bevinding in self.bevindingen]
        if len(genoemd) != len(set(genoemd)):
            raise ValueError("Noem elk onderwerp hoogstens één keer.")
        return self


def leg_format_vast(h: Handeling, opdracht: FormatOpdracht, klant_id: UUID) -> Diagnosebeeld:
    """Store the format (DEV-DIA-010, DEV-DIA-011). Raises Geweigerd when it is closed and a subject is missing."""
    klant = h.klant(klant_id)
    if not klant.geboortedatum <= opdracht.afgenomen_op <= h.vandaag:
        raise OngeldigeInvoer({"afgenomenOp": _NU})
    toetsen = toets_volledig(_feiten(opdracht))
    if opdracht.afgerond and not alle_voldaan(toetsen):
        raise Geweigerd("Het format is nog niet volledig.", niet_voldaan(toetsen), "format_onvolledig")
    diagnose = _diagnose(h, klant, opdracht, toetsen)
    h.sessie.add(diagnose)
    h.sessie.flush()
    geldend = beelden(h.sessie, klant.id)
    inhoud = {
        "instrument": diagnose.instrument,
        "afgenomenOp": diagnose.afgenomen_op,
        "volledig": diagnose.volledig,
        "geldend": geldend[diagnose.id].geldend,
    }
    leg_vast(h, Soort.DIAGNOSE_ONTVANGEN, Eenmalig(diagnose.id), klant, inhoud)
    if diagnose.volledig:
        sluit_voorbereiding(h, klant, diagnose.instrument)
    return geldend[diagnose.id]


def _feiten(opdracht: FormatOpdracht) -> DiagnoseFeiten:
    bevindingen = {
        bevinding.onderwerp: Bevinding(inhoud=bevinding.inhoud, reden_niet_besproken=bevinding.reden_niet_besproken)
        for bevinding in opdracht.bevindingen
    }
    return DiagnoseFeiten(instrument=Instrument.FORMAT, bevindingen=bevindingen)


def _diagnose(h: Handeling, klant: Klant, opdracht: FormatOpdracht, toetsen: tuple[Toets, ...]) -> Diagnose:
    return Diagnose(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        instrument=Instrument.FORMAT,
        afgenomen_op=opdracht.afgenomen_op,
        door=h.actor.naam,
        volledig=opdracht.afgerond,
        inhoud=opdracht.model_dump(mode="json", exclude={"afgenomen_op", "afgerond"}),
        toetsen=[toets.model_dump(mode="json") for toets in toetsen],
        ontvangen_op=h.nu,
        ontvangen_door=h.actor.medewerker_id,
    )
