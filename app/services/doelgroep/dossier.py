"""What is known of a klant before a fact is added."""

from __future__ import annotations

from datetime import date

from app.db import indeling as indelingen
from app.db.doelgroep import feiten as db
from app.db.doelgroep.feiten import Feitregel
from app.db.klant import Klant
from app.db.maatregel import meldingsdata
from app.db.sessie import verruim
from app.domain.beleid.model import Versie
from app.domain.doelgroep.bad import INGESCHREVEN
from app.domain.doelgroep.beleid import DoelgroepBeleid
from app.domain.doelgroep.categorie import Categorie, categorie_van
from app.domain.doelgroep.feit import Achtergrond, Feit
from app.domain.doelgroep.soorten import lees_feit
from app.domain.doelgroep.statushouder import VipInschrijving
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.klantgroep import Klantgroep
from app.services.handeling import Handeling


def beleid_van(h: Handeling, klant: Klant) -> Versie[DoelgroepBeleid]:
    """Return the policy of today."""
    return h.beleid.geldend(DoelgroepBeleid, klant.gemeente, h.vandaag)


def geldende_feiten(h: Handeling, klant: Klant) -> list[Feitregel]:
    """Return the facts of a klant that still count, oldest first."""
    return [regel for regel in db.feiten(h.sessie, klant.id) if regel.intrekking is None]


def achtergrond(h: Handeling, klant: Klant, nieuw: Feit | None = None) -> Achtergrond:
    """Return what is known besides a new fact."""
    eerdere = tuple(lees_feit(regel.feit.gegevens) for regel in geldende_feiten(h, klant))
    return Achtergrond(
        vandaag=h.vandaag,
        geboortedatum=klant.geboortedatum,
        rollen=h.actor.rollen,
        kenmerken=frozenset(map(Kenmerk, klant.kenmerken)),
        meldingsdatum=max(meldingsdata(h.sessie, klant.id), default=None),
        groeien_sinds=_groeien_sinds(h, klant),
        vip_bezet=_vip_bezet(h, nieuw) if isinstance(nieuw, VipInschrijving) else 0,
        eerdere=eerdere,
    )


def is_nugger(h: Handeling, klant: Klant, dag: date) -> bool:
    """Tell whether the klant has no uitkering, by the category that holds on a day (DEV-DOE-905)."""
    eerdere = (lees_feit(regel.feit.gegevens) for regel in geldende_feiten(h, klant))
    return categorie_van(eerdere, dag) is Categorie.NUGGER


def _groeien_sinds(h: Handeling, klant: Klant) -> date | None:
    if klant.klantgroep is not Klantgroep.GROEIEN:
        return None
    rijen = indelingen.indelingen(h.sessie, klant.id)
    return rijen[0].van if rijen else None


def _vip_bezet(h: Handeling, nieuw: VipInschrijving) -> int:
    """Count the places in use, while nobody else can take one; the right to this klant was checked before."""
    jaar, organisatie = nieuw.datum.year, h.actor.organisatie
    db.vergrendel_plekken(h.sessie, organisatie, nieuw.soort, jaar)
    verruim(h.sessie)
    return db.bezet(h.sessie, organisatie, nieuw.soort, INGESCHREVEN, jaar)
