"""Herbeoordeling: a term and a taak when a maatregel is sent, and the outcome of looking again (article 18, lid 3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from app.db.besluit import Besluit
from app.db.herziening import herziening as db
from app.db.herziening.herziening import Herbeoordeling
from app.db.klant import Klant
from app.db.taak import Termijnstatus
from app.domain.kern.fouten import Conflict
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.maatregel.herziening.beleid import HerzieningBeleid
from app.domain.maatregel.herziening.feiten import Herzieningsgrond
from app.domain.maatregel.herziening.herbeoordeling import (
    HERBEOORDELING,
    TERMIJN,
    Herbeoordelingsuitkomst,
    herbeoordelingstermijn,
)
from app.services.besluit.lezen import te_vervangen, vind
from app.services.besluit.rekenaars import MAATREGEL
from app.services.handeling import Handeling, Opdracht
from app.services.herziening.gevolgen import HERBEOORDELINGSTAAK
from app.services.herziening.openen import HerzieningOpdracht, Tekst, open_over
from app.services.herziening.regels import ondergrond
from app.services.taak import Bestemming, bewaak, maak_taak, sluit_taken, sluit_termijnen
from app.services.vastleggen import Eenmalig, leg_vast


class HerbeoordelingOpdracht(Opdracht):
    """De uitkomst van de herbeoordeling, met de redenen. Wijzigen en beëindigen worden een nieuw besluit."""

    uitkomst: Herbeoordelingsuitkomst = Field(examples=["voortzetten"])
    motivering: Tekst = Field(examples=["De omstandigheden van de klant zijn niet veranderd; de verlaging past nog."])


def plan_herbeoordeling(h: Handeling, klant: Klant, besluit: Besluit) -> None:
    """Put the herbeoordeling in the werkvoorraad when this maatregel still runs after its term."""
    onder = ondergrond(h, besluit)
    if not onder.regels or onder.regime is None:
        return
    beleid = h.beleid.geldend(HerzieningBeleid, klant.gemeente, h.vandaag).beleid
    tot = plus_maanden(onder.regels[-1].maand, 1)
    termijn = herbeoordelingstermijn(onder.regime, besluit.peildatum, tot, beleid, uniform=onder.uniform)
    if termijn is None:
        return
    bewaak(h, termijn, klant, besluit.id)
    maak_taak(h, _taak(termijn.einde), Bestemming(besluit.id, klant), vanaf=max(onder.regels[0].maand, h.vandaag))


def _taak(uiterste: date) -> TaakVoorstel:
    return TaakVoorstel(
        soort=HERBEOORDELINGSTAAK,
        wat="Bekijk de maatregel opnieuw: voortzetten, wijzigen of beëindigen.",
        waarom="De maatregel loopt nog; de wet vraagt om binnen drie maanden te heroverwegen.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=HERBEOORDELING,
        uiterste=uiterste,
    )


def herbeoordeel(h: Handeling, opdracht: HerbeoordelingOpdracht, besluit_id: UUID) -> Herbeoordeling:
    """Record the outcome; changing or ending opens a herziening. Raises Conflict when the besluit does not stand."""
    stand, klant = vind(h, besluit_id, vergrendel=True)
    te_vervangen(h, besluit_id)
    if stand.besluit.soort != MAATREGEL:
        raise Conflict("Alleen een maatregel wordt zo herbeoordeeld.", "geen_maatregel")
    herziening = None
    if opdracht.uitkomst is not Herbeoordelingsuitkomst.VOORTZETTEN:
        wens = HerzieningOpdracht(grond=Herzieningsgrond.HERBEOORDELING, aanleiding=opdracht.motivering)
        herziening = open_over(h, klant, besluit_id, wens)
    rij = Herbeoordeling(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        besluit_id=besluit_id,
        datum=h.vandaag,
        uitkomst=opdracht.uitkomst,
        motivering=opdracht.motivering,
        herziening_id=herziening.id if herziening else None,
        door=h.actor.medewerker_id,
        tijdstip=h.nu,
    )
    h.sessie.add(rij)
    sluit_taken(h, besluit_id, HERBEOORDELINGSTAAK)
    sluit_termijnen(h, besluit_id, TERMIJN, status=Termijnstatus.GEHAALD)
    inhoud = {"besluitId": besluit_id, "uitkomst": rij.uitkomst}
    leg_vast(h, Soort.BESLUIT_HERBEOORDEELD, Eenmalig(rij.id), klant, inhoud)
    return rij


def bekijk_herbeoordelingen(h: Handeling, besluit_id: UUID) -> tuple[UUID, Sequence[Herbeoordeling]]:
    """Return whose besluit it is, and what came of looking at it again, oldest first."""
    besluit = vind(h, besluit_id)[0].besluit
    return besluit.klant_id, db.herbeoordelingen(h.sessie, besluit.id)
