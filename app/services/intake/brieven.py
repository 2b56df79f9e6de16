"""The letters of the screening, made on request to print and hand over, and the list of documents of this household."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from uuid import UUID

from pydantic import Field

from app.db.intake import melding as db
from app.db.klant import Klant
from app.domain.bericht.bewijsmiddelen import Bewijsmiddel
from app.domain.bericht.kanaal import Berichtkanaal
from app.domain.bericht.sjabloon import Sjabloon
from app.domain.intake.stukken import inlevertermijn
from app.domain.kern.fouten import NietGevonden, OngeldigeInvoer
from app.domain.kern.leeftijd import jonger_dan
from app.services.bericht.beheer import Berichtbeeld
from app.services.bericht.gegevens import consulentgegevens, inkomensconsulent_van
from app.services.bericht.klaarzetten import trek_terug, zet_klaar
from app.services.bericht.stukken import lijst_voor
from app.services.handeling import Handeling, Opdracht
from app.services.intake.dossier import Dossier, beleid_van, open_dossier
from app.services.intake.stukken import MET_AANVRAAG


class Briefsoort(StrEnum):
    """De brieven die in of na de screening worden meegegeven."""

    TOELICHTENDE_BRIEF = Sjabloon.TOELICHTENDE_BRIEF.value
    BEWIJSMIDDELENLIJST = Sjabloon.BEWIJSMIDDELENLIJST.value


class BriefOpdracht(Opdracht):
    """Welke brief, voor wie en hoe."""

    soort: Briefsoort = Field(examples=["toelichtende_brief"])
    klant_id: UUID | None = Field(default=None, description="Standaard wie zich meldde.")
    kanaal: Berichtkanaal = Field(default=Berichtkanaal.BRIEF, description="Standaard op papier, om mee te geven.")


def maak_brief(h: Handeling, opdracht: BriefOpdracht, melding_id: UUID) -> Berichtbeeld:
    """Make a letter of the screening; a newer one replaces one that was not handed over (DEV-SCR-016, DEV-AAN-017)."""
    dossier = open_dossier(h, melding_id, *MET_AANVRAAG)
    klant = next((wie for wie in dossier.klanten if wie.id == (opdracht.klant_id or dossier.klant.id)), None)
    if klant is None:
        raise OngeldigeInvoer({"klantId": "Deze klant hoort niet bij deze melding."})
    sjabloon = Sjabloon(opdracht.soort.value)
    trek_terug(h, melding_id, sjabloon, reden="Er is een nieuwere brief gemaakt.")
    bericht = zet_klaar(
        h,
        klant,
        sjabloon,
        _gegevens(h, dossier, klant, opdracht.soort),
        onderwerp_id=melding_id,
        kanaal=opdracht.kanaal,
    )
    assert bericht is not None
    h.sessie.flush()
    return Berichtbeeld(bericht, klant)


def bewijsmiddelen(h: Handeling, melding_id: UUID) -> tuple[Sequence[Bewijsmiddel], list[UUID]]:
    """Return the documents that this household must hand in, and whose household it is (DEV-AAN-017)."""
    melding = db.melding(h.sessie, h.actor, melding_id)
    if melding is None:
        raise NietGevonden("Deze melding is niet gevonden.")
    dossier = Dossier(melding, tuple(db.personen(h.sessie, [melding_id])))
    return _lijst(h, dossier, dossier.klant), [klant.id for klant in dossier.klanten]


def _lijst(h: Handeling, dossier: Dossier, klant: Klant) -> tuple[Bewijsmiddel, ...]:
    grens = beleid_van(h, dossier.melding).beleid.zoekperiode_tot_leeftijd.waarde
    return lijst_voor(h, klant, jongere=jonger_dan(klant.geboortedatum, grens, dossier.melding.meldingsdatum))


def _gegevens(h: Handeling, dossier: Dossier, klant: Klant, soort: Briefsoort) -> dict[str, object]:
    uiterlijk = inlevertermijn(h.vandaag, beleid_van(h, dossier.melding).beleid).einde
    gegevens = consulentgegevens(h, inkomensconsulent_van(h, klant)) | {"inleveren_uiterlijk": uiterlijk}
    if soort is Briefsoort.TOELICHTENDE_BRIEF:
        return gegevens | {"aanvraag_gedaan": dossier.melding.aanvraagdatum is not None}
    return gegevens | {"stukken": [str(middel) for middel in _lijst(h, dossier, klant)]}
