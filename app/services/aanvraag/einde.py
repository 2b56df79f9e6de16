"""Other ends of an aanvraag: the klant must be elsewhere, or withdraws; and the huisbezoek of a temporary uitkering."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import Field

from app.domain.aanvraag.feiten import Aanvraagkeuze, RedenGeenRecht
from app.domain.aanvraag.klasse import acties_elders, toets_elders
from app.domain.aanvraag.soorten import LOPEND, Aanvraagstatus, Leeftijdsklasse
from app.domain.aanvraag.taken import Taaksoort
from app.domain.aanvraag.tijdelijk import VERLOPEN, voortzettaak
from app.domain.bericht.sjabloon import Sjabloon
from app.domain.kern.fouten import Geweigerd, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import niet_voldaan
from app.domain.kern.werkdagen import EEN_DAG
from app.domain.verwijzing.beleid import Verwijsaanleiding, Verwijswijze, VerwijzingBeleid
from app.services.aanvraag.beslissen import leg_concept_klaar
from app.services.aanvraag.concept import ConceptOpdracht, PersoonOordeel
from app.services.aanvraag.dossier import (
    Aanvraagbeeld,
    Aanvraagdossier,
    beeld,
    leg_samen_vast,
    open_aanvraag,
)
from app.services.aanvraag.sluiten import neem_intrekking_over, sluit, vraag
from app.services.aanvraag.stappen import Reden
from app.services.bericht.klaarzetten import zet_klaar
from app.services.handeling import Handeling, Opdracht
from app.services.taak import Bestemming, maak_taak, sluit_taken, sluit_termijnen
from app.services.verwijzing.verwijzen import Code, VerwijzingOpdracht, Zin, verwijs


class EldersOpdracht(Opdracht):
    """De klant moet ergens anders zijn."""

    instantie: Code = Field(examples=["uwv"])
    uitleg: Zin = Field(examples=["U hebt waarschijnlijk recht op een WW-uitkering."])
    wijze: Verwijswijze = Verwijswijze.INFORMATIE
    reden: RedenGeenRecht = RedenGeenRecht.VOORLIGGENDE_VOORZIENING


class AanvraagintrekkingOpdracht(Opdracht):
    """De klant trekt de aanvraag in en tekent daarvoor."""

    getekend_op: date = Field(examples=["2026-03-31"])
    reden: Reden = Field(examples=["De klant heeft werk gevonden."])


class HuisbezoekOpdracht(Opdracht):
    """Het huisbezoek na een tijdelijke toekenning."""

    datum: date = Field(examples=["2026-03-31"])
    bevinding: Reden = Field(examples=["De woonsituatie is zoals opgegeven."])


def verwijs_elders(h: Handeling, opdracht: EldersOpdracht, aanvraag_id: UUID) -> Aanvraagbeeld:
    """Do exactly what the age class asks for when the klant must be elsewhere (DEV-AAN-006).

    27-: referral, letter and the werkproces is closed. 27+: referral, and a rejection that goes to the fiatteur.
    """
    d = open_aanvraag(h, aanvraag_id, Aanvraagstatus.IN_BEHANDELING)
    if bezwaar := niet_voldaan([toets_elders(d.aanvraag.leeftijdsklasse, d.melding.aanvraagdatum)]):
        raise Geweigerd(bezwaar[0].toelichting, bezwaar)
    verwijzing = VerwijzingOpdracht(
        aanleiding=Verwijsaanleiding.ANDER_LOKET,
        instantie=opdracht.instantie,
        wijze=opdracht.wijze,
        aanvraag_id=d.aanvraag.id,
        hulp=opdracht.uitleg,
    )
    verwijs(h, verwijzing, d.klant.id)
    if d.aanvraag.leeftijdsklasse is Leeftijdsklasse.JONGER:
        _brief_en_afboeken(h, d, opdracht)
    else:
        _afwijzing(h, d, opdracht)
    inhoud = {"instantie": opdracht.instantie, "acties": list(acties_elders(d.aanvraag.leeftijdsklasse))}
    leg_samen_vast(h, Soort.AANVRAAG_ELDERS, d, inhoud)
    return beeld(h, d)


def _brief_en_afboeken(h: Handeling, d: Aanvraagdossier, opdracht: EldersOpdracht) -> None:
    kaart = h.beleid.geldend(VerwijzingBeleid, d.melding.gemeente, h.vandaag).beleid
    plek = kaart.instantie(opdracht.instantie)
    assert plek is not None
    gegevens = {"instantie": plek.naam, "uitleg": opdracht.uitleg}
    zet_klaar(h, d.klant, Sjabloon.VERWEZEN_NAAR_ELDERS, gegevens, onderwerp_id=d.aanvraag.id)
    sluit(h, d, Aanvraagstatus.ELDERS, opdracht.uitleg)


def _afwijzing(h: Handeling, d: Aanvraagdossier, opdracht: EldersOpdracht) -> None:
    personen = [PersoonOordeel(klant_id=klant.id, recht=False, reden=opdracht.reden) for klant in d.klanten]
    leg_concept_klaar(h, d, ConceptOpdracht(keuze=Aanvraagkeuze.AFWIJZEN, personen=personen, elders=True))
    vraag(h, d, Taaksoort.BESLISSEN, "De klant moet elders zijn; de afwijzing ligt als concept klaar.")


def trek_in(h: Handeling, opdracht: AanvraagintrekkingOpdracht, aanvraag_id: UUID) -> Aanvraagbeeld:
    """Record that the klant withdraws the aanvraag, signed; the uitkeringsadministratie hears it per person."""
    d = open_aanvraag(h, aanvraag_id, *LOPEND)
    if not d.melding.meldingsdatum <= opdracht.getekend_op <= h.vandaag:
        raise OngeldigeInvoer({"getekendOp": "Kies een dag vanaf de meldingsdatum tot en met vandaag."})
    neem_intrekking_over(h, d, opdracht.getekend_op, opdracht.reden)
    return beeld(h, d)


def leg_huisbezoek_vast(h: Handeling, opdracht: HuisbezoekOpdracht, aanvraag_id: UUID) -> Aanvraagbeeld:
    """Record the huisbezoek (DEV-DIG-011): nothing is watched any more, and how it goes on must be decided."""
    d = open_aanvraag(h, aanvraag_id, *LOPEND, Aanvraagstatus.AFGEHANDELD)
    if not d.melding.meldingsdatum <= opdracht.datum <= h.vandaag:
        raise OngeldigeInvoer({"datum": "Kies een dag vanaf de meldingsdatum tot en met vandaag."})
    d.aanvraag.huisbezoek_op, d.aanvraag.huisbezoek_bevinding = opdracht.datum, opdracht.bevinding
    sluit_taken(h, d.aanvraag.id, Taaksoort.HUISBEZOEK, VERLOPEN)
    sluit_termijnen(h, d.aanvraag.id, "tijdelijke_toekenning")
    if d.aanvraag.tijdelijk_tot is not None:
        voorstel = voortzettaak(max(d.aanvraag.tijdelijk_tot - EEN_DAG, h.vandaag))
        maak_taak(h, voorstel, Bestemming(d.aanvraag.id, d.klant))
    leg_samen_vast(h, Soort.AANVRAAG_HUISBEZOEK_GEDAAN, d, {"datum": opdracht.datum})
    return beeld(h, d)
