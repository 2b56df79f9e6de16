"""Beslissen: the inkomensconsulent decides on the advice (DEV-MTR-505)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Final
from uuid import UUID

from pydantic import Field, StringConstraints

from app.db import besluit as besluiten
from app.db.besluit import Besluitstand
from app.db.maatregel import Maatregelzaak, Zaakstatus
from app.domain.kern.fouten import Conflict, OngeldigeInvoer
from app.domain.kern.maanden import eerste_van_de_maand, plus_maanden
from app.domain.maatregel.feiten import Spreiding, Voorstel
from app.services.besluit.lezen import beslissing_van
from app.services.besluit.nemen import Besluitvoorstel, neem
from app.services.besluit.rekenaars import MAATREGEL, REKENAARS
from app.services.handeling import Handeling, Opdracht
from app.services.maatregel.feiten import verzamel_feiten
from app.services.maatregel.nieuwe_afspraak import als_afspraak
from app.services.maatregel.stapsoorten import Tekst
from app.services.maatregel.taken import Taaksoort, vraag
from app.services.maatregel.zaken import vind
from app.services.taak import sluit_taken

_TE_BESLISSEN: Final = (Zaakstatus.OPEN, Zaakstatus.GEADVISEERD)
_NIET_VERZONDEN: Final = (Zaakstatus.BESLOTEN, Zaakstatus.GETOETST)


class NieuweAfspraakOpdracht(Opdracht):
    """De nieuwe afspraak die in het besluit staat; alleen nodig als zij niet in dit systeem is gepland."""

    moment: datetime = Field(examples=["2026-06-03T10:00:00+02:00"])
    plaats: Annotated[str, StringConstraints(min_length=3, max_length=200)] = Field(examples=["Stadskantoor"])


class MaatregelbesluitOpdracht(Opdracht):
    """Het besluit. Zonder `keuze` volgt het het advies; wie afwijkt, motiveert dat."""

    keuze: Voorstel | None = Field(default=None, examples=["opleggen"])
    motivering: Tekst | None = Field(default=None, examples=["Het advies is juist en volledig."])
    spreiding_maanden: int | None = Field(
        default=None,
        ge=1,
        le=3,
        description="Over hoeveel maanden de verlaging van één maand wordt verdeeld (artikel 18, lid 5). Motiveer dat.",
        examples=[None],
    )
    nieuwe_afspraak: NieuweAfspraakOpdracht | None = Field(
        default=None, description="Bij het vaste bedrag in Faciliteren; een geplande afspraak wordt zelf gevonden."
    )
    betaald_tot_en_met: date | None = Field(
        default=None,
        description="Een dag in de laatste maand waarover al is betaald; de verlaging begint daarna.",
        examples=["2026-04-30"],
    )


def beslis_zaak(h: Handeling, opdracht: MaatregelbesluitOpdracht, zaak_id: UUID) -> Besluitstand:
    """Decide on a zaak as of today; the verlaging begins in the month after it.

    Raises Geweigerd with every condition that is not met, Conflict when the zaak was decided already. A besluit that
    was not sent before the month in which it takes effect may be taken again.
    """
    zaak, klant = vind(h, zaak_id, vergrendel=True)
    h.controleer_versie(zaak)
    if zaak.status not in _TE_BESLISSEN and not _te_laat_verzonden(h, zaak):
        raise Conflict(f"Deze zaak is {zaak.status.value}; er kan geen besluit meer komen.", "zaak_niet_open")
    eigen = _eigen(h, opdracht)
    dossier = verzamel_feiten(h, zaak, klant, h.vandaag, lambda feiten: feiten.model_copy(update=eigen))
    voorstel = Besluitvoorstel(
        soort=MAATREGEL,
        onderwerp=zaak,
        feiten=dossier.feiten,
        versie=dossier.versie,
        peildatum=h.vandaag,
        bronnen=dossier.bronnen,
        motivering=opdracht.motivering,
    )
    besluit = neem(h, klant, voorstel)
    zaak.status = Zaakstatus.BESLOTEN
    sluit_taken(h, zaak.id, *Taaksoort)
    vraag(h, klant, zaak, Taaksoort.TOETSING)
    return Besluitstand(besluit, None, None)


def _eigen(h: Handeling, opdracht: MaatregelbesluitOpdracht) -> dict[str, Any]:
    """Return the facts that the besluiter adds. A month that is not there yet can hardly have been paid."""
    betaald = opdracht.betaald_tot_en_met
    if betaald is not None and eerste_van_de_maand(betaald) > plus_maanden(eerste_van_de_maand(h.vandaag), 1):
        raise OngeldigeInvoer({"betaaldTotEnMet": "Deze maand ligt te ver in de toekomst om al betaald te zijn."})
    gemotiveerd = opdracht.motivering is not None
    keuze, nieuw = opdracht.spreiding_maanden, opdracht.nieuwe_afspraak
    return {
        "keuze": opdracht.keuze,
        "keuze_gemotiveerd": gemotiveerd,
        "spreiding": None if keuze is None else Spreiding(maanden=keuze, gemotiveerd=gemotiveerd),
        "betaald_tot_en_met": betaald,
        "besluiter": str(h.actor.medewerker_id),
    } | ({"nieuwe_afspraak": als_afspraak(nieuw.moment, nieuw.plaats)} if nieuw else {})


def _te_laat_verzonden(h: Handeling, zaak: Maatregelzaak) -> bool:
    """Tell whether the last besluit can no longer be sent before the day on which it takes effect."""
    if zaak.status not in _NIET_VERZONDEN:
        return False
    besluit = besluiten.besluiten_over(h.sessie, [zaak.id])[-1].besluit
    ingang = REKENAARS[besluit.soort].ingang(beslissing_van(besluit))
    return ingang is not None and h.vandaag >= ingang
