"""Gereedheid: what is still missing for a lawful decision, said before anybody tries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.db import besluit as besluiten
from app.db.maatregel import Maatregelzaak, Zaakstatus
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Toets, niet_voldaan
from app.domain.maatregel.beleid import MaatregelBeleid
from app.domain.maatregel.beslissing import beslis, in_de_weg
from app.domain.maatregel.bouwsteen import gewoon
from app.domain.maatregel.feiten import HoorFeiten, ZaakFeiten
from app.domain.maatregel.gereedheid import aandachtspunten, voor_advies, voor_besluit
from app.domain.maatregel.motivering import Maatregeldictum
from app.domain.maatregel.toets_procedure import wederhoor_geadviseerd
from app.services.besluit.lezen import bewaard_beleid, bewaarde_feiten
from app.services.handeling import Handeling
from app.services.maatregel.feiten import verzamel_feiten
from app.services.maatregel.zaken import vind
from app.services.signaal.rechtmatigheid import aandachtspunten as signaalpunten

_EEN_ANDER = "een ander dan de adviseur"
_BESLOTEN = (Zaakstatus.BESLOTEN, Zaakstatus.GETOETST, Zaakstatus.BEKENDGEMAAKT)


@dataclass(frozen=True)
class Gereedheid:
    """All conditions of a zaak, and what came of them.

    ``gereed_voor_advies``: an advice to impose can be given; ``gereed``: another person than who advised can decide.
    """

    zaak: Maatregelzaak
    voor_advies: Sequence[Toets]
    voor_besluit: Sequence[Toets]
    gereed_voor_advies: bool
    gereed: bool
    ontbreekt: Sequence[str]
    aandachtspunten: Sequence[str]
    voorbeeldwaarden: Sequence[str]
    uitkomst: Maatregeldictum


def gereedheid(h: Handeling, zaak_id: UUID) -> Gereedheid:
    """Test a zaak as it is now, or as it was when it was decided."""
    zaak, klant = vind(h, zaak_id)
    signalen = signaalpunten(h, zaak)
    standen = besluiten.besluiten_over(h.sessie, [zaak.id]) if zaak.status in _BESLOTEN else []
    if standen:
        besluit = standen[-1].besluit
        return _oordeel(zaak, bewaarde_feiten(besluit), bewaard_beleid(h, besluit), besluit.peildatum, signalen)
    dossier = verzamel_feiten(h, zaak, klant, h.vandaag)
    wie = str(h.actor.medewerker_id) if h.actor.heeft(Rol.INKOMENSCONSULENT) else None
    feiten = dossier.feiten.model_copy(update={"besluiter": wie})
    return _oordeel(zaak, feiten, dossier.versie.beleid, h.vandaag, signalen)


def _oordeel(
    zaak: Maatregelzaak, feiten: ZaakFeiten, beleid: MaatregelBeleid, peildatum: date, signalen: Sequence[str]
) -> Gereedheid:
    advies, besluit = voor_advies(feiten, beleid, peildatum), voor_besluit(feiten, beleid, peildatum)
    ingevuld = feiten if feiten.besluiter else feiten.model_copy(update={"besluiter": _EEN_ANDER})
    beslissing = beslis(ingevuld, beleid, peildatum)
    mis = in_de_weg(ingevuld, beslissing)
    return Gereedheid(
        zaak=zaak,
        voor_advies=advies,
        voor_besluit=besluit,
        gereed_voor_advies=not niet_voldaan(advies),
        gereed=not mis,
        ontbreekt=[f"{toets.toelichting.removesuffix('.')} ({toets.grondslag})." for toets in mis],
        aandachtspunten=[*_aandacht(feiten, beleid), *signalen],
        voorbeeldwaarden=beslissing.voorbeeldwaarden,
        uitkomst=beslissing.dictum,
    )


def _aandacht(feiten: ZaakFeiten, beleid: MaatregelBeleid) -> list[str]:
    """Return what usually is in such a file and is missing, and where wederhoor is only advised, that advice."""
    punten = [f"In het dossier zit nog geen {gewoon(code)}." for code in aandachtspunten(feiten, beleid)]
    rij = beleid.gedraging(feiten.regime, feiten.gedraging)
    if wederhoor_geadviseerd(beleid, rij) and feiten.hoor == HoorFeiten():
        punten.append("Wederhoor is hier geadviseerd en niet verplicht; leg vast of u de klant hoort (paragraaf 8).")
    if feiten.verwijtbaarheid is not None and feiten.uitleg_aan_klant is None:
        punten.append("In de brief staat nog niet waarom wij dit zo zien; leg bij het oordeel die uitleg vast.")
    return punten
