"""Opening the werkproces of an aanvraag out of a melding."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from app.db.aanvraag import aanvraag as db
from app.db.aanvraag.aanvraag import Aanvraag
from app.db.intake import screening as screeningen
from app.db.intake.melding import LOPEND, Meldingstatus
from app.domain.aanvraag.beleid import AanvraagBeleid
from app.domain.aanvraag.klasse import leeftijdsklasse, team_van
from app.domain.aanvraag.soorten import Aanvraagstatus, UwvStatus
from app.domain.intake.soorten import Hulpvraag
from app.domain.intake.vervolg import OPENEN
from app.domain.kern.fouten import Conflict
from app.domain.kern.gebeurtenis import Soort
from app.services.aanvraag.dossier import Aanvraagbeeld, Aanvraagdossier, beeld, leg_samen_vast
from app.services.aanvraag.stapregels import vink, werk_taken_bij
from app.services.handeling import Handeling, Opdracht
from app.services.intake.dossier import open_dossier
from app.services.taak import sluit_taken

Receptiedeel = Literal["afspraak_gemaakt", "klant_in_gws", "formulier_in_zaak"]


class OpenAanvraagOpdracht(Opdracht):
    """Wat de receptie bij het aanmaken van het werkproces al heeft gedaan; de rest kan later."""

    gedaan: list[Receptiedeel] = Field(
        default_factory=list, max_length=3, examples=[["afspraak_gemaakt", "klant_in_gws"]]
    )


def open_werkproces(h: Handeling, opdracht: OpenAanvraagOpdracht, melding_id: UUID) -> Aanvraagbeeld:
    """Open the werkproces for the household; the age on the meldingsdatum chooses which (DEV-AAN-004).

    Raises Conflict when the melding asks for no uitkering, or already has an aanvraag.
    """
    dossier = open_dossier(h, melding_id, *LOPEND, Meldingstatus.DOORVERWEZEN)
    melding = dossier.melding
    if melding.aanvraagdatum is None and Hulpvraag.BIJSTANDSUITKERING not in melding.hulpvragen:
        raise Conflict("In deze melding wordt geen uitkering gevraagd.", "geen_uitkering_gevraagd")
    if db.bij_melding(h.sessie, melding_id) is not None:
        raise Conflict("Voor deze melding is al een werkproces aangemaakt.", "aanvraag_bestaat_al")
    beleid = h.beleid.geldend(AanvraagBeleid, melding.gemeente, melding.meldingsdatum).beleid
    klasse = leeftijdsklasse((klant.geboortedatum for klant in dossier.klanten), melding.meldingsdatum, beleid)
    aanvraag = Aanvraag(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=dossier.klant.id,
        melding_id=melding.id,
        leeftijdsklasse=klasse,
        team=team_van(klasse, beleid).code,
        status=Aanvraagstatus.IN_BEHANDELING,
        geopend_op=h.nu,
        geopend_door=h.actor.medewerker_id,
        uwv_status=UwvStatus.NIET_BEKEND,
        versie=0,
    )
    h.sessie.add(aanvraag)
    h.sessie.flush()
    d = Aanvraagdossier(aanvraag, dossier)
    leg_samen_vast(h, Soort.AANVRAAG_GEOPEND, d, {"meldingId": melding.id, "leeftijdsklasse": klasse})
    vink(h, d, 1, ["melding_gedaan"], datum=melding.meldingsdatum)
    vink(h, d, 2, ["leeftijd_gescreend", "werkproces_aangemaakt", *_gedaan(h, d, opdracht)], datum=h.vandaag)
    sluit_taken(h, melding.id, OPENEN)
    werk_taken_bij(h, d)
    return beeld(h, d)


def _gedaan(h: Handeling, d: Aanvraagdossier, opdracht: OpenAanvraagOpdracht) -> list[str]:
    """Return what of step 2 is done: what the receptie says, and what the melding shows."""
    melding = d.melding
    blijkt = {
        "afspraak_gemaakt": bool(screeningen.screeningen(h.sessie, [melding.id])),
        "klant_in_gws": melding.gws_nummer is not None,
        "formulier_in_zaak": melding.scan_kenmerk is not None,
    }
    return [deel for deel, gedaan in blijkt.items() if gedaan or deel in opdracht.gedaan]
