"""Deciding on a herziening: the outcome follows from the choice, the facts and the rules."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import Field

from app.db.besluit import Besluitstand
from app.db.bezwaar import bezwaar as bezwaren
from app.db.herziening.herziening import Herziening, Herzieningstatus
from app.db.klant import Klant
from app.domain.kern.fouten import Conflict
from app.domain.maatregel.herziening.beleid import HerzieningBeleid
from app.domain.maatregel.herziening.feiten import (
    HerzieningFeiten,
    Herzieningsgrond,
    Herzieningskeuze,
    InkeerFeiten,
    Maandregel,
)
from app.domain.maatregel.sanctiewaarden import Maanden, Procent
from app.services.besluit.lezen import te_vervangen
from app.services.besluit.nemen import Besluitvoorstel, neem
from app.services.besluit.rekenaars import HERZIENING
from app.services.handeling import Handeling, Opdracht
from app.services.herziening.openen import Tekst, vind_herziening
from app.services.herziening.regels import ondergrond
from app.services.herziening.taken import Taaksoort, vraag
from app.services.taak import sluit_taken


class HerzieningsbesluitOpdracht(Opdracht):
    """Wat er met het besluit gebeurt. Wijzigen vraagt een percentage, een duur of een voorstel; beëindigen een dag."""

    keuze: Herzieningskeuze = Field(examples=["intrekken"])
    motivering: Tekst = Field(examples=["De uitnodiging bleek niet te zijn verzonden."])
    procent: Procent | None = Field(default=None, examples=["15"])
    maanden: Maanden | None = Field(default=None, description="Zo lang duurt de verlaging na de wijziging.")
    per: date | None = Field(default=None, description="Eerste dag zonder verlaging.", examples=["2026-06-20"])
    nagekomen: bool | None = Field(
        default=None, description="Bij inkeer: of ondubbelzinnig blijkt dat de klant de verplichtingen nakomt."
    )


def beslis_over_herziening(h: Handeling, opdracht: HerzieningsbesluitOpdracht, herziening_id: UUID) -> Besluitstand:
    """Decide as of today. Raises Geweigerd with every condition that is not met."""
    herziening, klant = vind_herziening(h, herziening_id, vergrendel=True)
    h.controleer_versie(herziening)
    if herziening.status is not Herzieningstatus.OPEN:
        raise Conflict(f"Deze herziening is {herziening.status.value}.", "herziening_niet_open")
    stand = te_vervangen(h, herziening.besluit_id)
    verandert = opdracht.keuze is not Herzieningskeuze.AFWIJZEN
    voorstel = Besluitvoorstel(
        soort=HERZIENING,
        onderwerp=herziening,
        feiten=verzamel(h, herziening, stand, opdracht),
        versie=h.beleid.geldend(HerzieningBeleid, klant.gemeente, h.vandaag),
        peildatum=h.vandaag,
        motivering=opdracht.motivering,
        vervangt=herziening.besluit_id if verandert else None,
    )
    besluit = neem(h, klant, voorstel)
    _verder(h, klant, herziening)
    return Besluitstand(besluit, None, None)


def _verder(h: Handeling, klant: Klant, herziening: Herziening) -> None:
    herziening.status = Herzieningstatus.BESLOTEN
    sluit_taken(h, herziening.id, Taaksoort.BESLUIT)
    vraag(h, klant, herziening, Taaksoort.TOETSING)


def verzamel(
    h: Handeling, herziening: Herziening, stand: Besluitstand, opdracht: HerzieningsbesluitOpdracht
) -> HerzieningFeiten:
    """Collect the facts: what the besluit takes now, what it rests on, and what the besluiter chose."""
    besluit, zending = stand.besluit, stand.bekendmaking
    assert zending is not None
    onder = ondergrond(h, besluit)
    kiest = opdracht.keuze is Herzieningskeuze.WIJZIGEN and opdracht.procent is None and opdracht.maanden is None
    voorstel = tuple(Maandregel.model_validate(regel) for regel in herziening.voorstel or ())
    return HerzieningFeiten(
        grond=herziening.grond,
        keuze=opdracht.keuze,
        soort=besluit.soort,
        besluit=str(besluit.id),
        besluit_op=besluit.peildatum,
        verzonden_op=zending.verzonden_op,
        regime=onder.regime,
        uniform=onder.uniform,
        oud=onder.regels,
        voorstel=voorstel if kiest and herziening.voorstel is not None else None,
        procent=opdracht.procent,
        maanden=opdracht.maanden,
        per=opdracht.per,
        inkeer=_inkeer(herziening, opdracht),
        bezwaar_loopt=bezwaren.lopend_tegen(h.sessie, besluit.id) is not None,
        gemotiveerd=True,
        besluiter=str(h.actor.medewerker_id),
    )


def _inkeer(herziening: Herziening, opdracht: HerzieningsbesluitOpdracht) -> InkeerFeiten | None:
    if herziening.grond is not Herzieningsgrond.INKEER or herziening.verzoek_op is None:
        return None
    return InkeerFeiten(verzoek_op=herziening.verzoek_op, nagekomen=opdracht.nagekomen)
