"""The aanvraag with its melding and persons, locked for one handling; and the aanvraag as it is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.db import besluit as besluiten
from app.db import taak as taken
from app.db.aanvraag import aanvraag as db
from app.db.aanvraag import beschikking
from app.db.aanvraag.aanvraag import Aanvraag, Aanvraagstap, Aanvraagtoewijzing, SrScreening
from app.db.aanvraag.beschikking import Aanvraagconcept, Aanvraagrapport, Aanvraagverzending, Zoekperiodeoordeel
from app.db.besluit import Besluitstand
from app.db.intake import melding as meldingen
from app.db.intake import voorschot as voorschotten
from app.db.intake.melding import Melding, MeldingPersoon
from app.db.intake.voorschot import Voorschotverzoek
from app.db.klant import Klant
from app.db.taak import LopendeTermijn, Taak
from app.db.verwijzing import verwijzing as verwijzingen
from app.db.verwijzing.verwijzing import Verwijzingstatus
from app.domain.aanvraag.beleid import AanvraagBeleid
from app.domain.aanvraag.klasse import Eldersactie, acties_elders
from app.domain.aanvraag.soorten import LOPEND, Aanvraagstatus
from app.domain.aanvraag.stappen import Stapbeeld, Stapregel, stappenbeeld
from app.domain.beleid.model import Versie
from app.domain.kern.fouten import Conflict, NietGevonden
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import ZIET_FRAUDE
from app.services.handeling import Handeling
from app.services.intake.dossier import Dossier
from app.services.vastleggen import leg_vast

R = TypeVar("R")

ZIET_INHOUD = (
    Rol.INKOMENSCONSULENT,
    Rol.TOETSER,
    Rol.ADMINISTRATIE,
    Rol.TEAMLEIDER,
    Rol.SOCIALE_RECHERCHE,
    Rol.FG,
)
"""Who may read the report, the drafts and the besluiten."""
BESLISTERMIJNEN = ("streefdatum_besluit", "beslistermijn_aanvraag", "zoekperiode")


@dataclass(frozen=True)
class Aanvraagdossier:
    """An aanvraag and the melding that it came out of."""

    aanvraag: Aanvraag
    intake: Dossier

    @property
    def melding(self) -> Melding:
        """The melding."""
        return self.intake.melding

    @property
    def klant(self) -> Klant:
        """Who reported."""
        return self.intake.klant

    @property
    def klanten(self) -> tuple[Klant, ...]:
        """All persons of the household that reported."""
        return self.intake.klanten


@dataclass(frozen=True)
class Aanvraaginhoud:
    """What leads to the beschikking; empty for who may not read it."""

    rapporten: Sequence[Aanvraagrapport] = ()
    concepten: Sequence[Aanvraagconcept] = ()
    besluiten: Sequence[Besluitstand] = ()
    verzendingen: Sequence[Aanvraagverzending] = ()
    huisbezoek_bevinding: str | None = None


@dataclass(frozen=True)
class Aanvraagbeeld:
    """An aanvraag as it is shown; ``sr`` is empty for who may not know of a suspicion of fraud."""

    aanvraag: Aanvraag
    melding: Melding
    personen: Sequence[tuple[MeldingPersoon, Klant]]
    stappen: tuple[Stapbeeld, ...]
    termijnen: Sequence[LopendeTermijn]
    taken: Sequence[Taak]
    toewijzingen: Sequence[Aanvraagtoewijzing]
    sr: Sequence[SrScreening]
    acties_elders: tuple[Eldersactie, ...]
    inhoud: Aanvraaginhoud
    oordelen: Sequence[Zoekperiodeoordeel]
    voorschotverzoeken: Sequence[Voorschotverzoek]
    hulp_open: bool


def open_aanvraag(h: Handeling, aanvraag_id: UUID, *statussen: Aanvraagstatus) -> Aanvraagdossier:
    """Find an aanvraag, lock the dossiers of its persons, and check the version that the client saw.

    Raises NietGevonden, VersieVerouderd, or Conflict when the aanvraag has another status than ``statussen``
    (default: any that is not closed).
    """
    aanvraag = _vind(h, aanvraag_id)
    for klant_id in meldingen.klant_ids(h.sessie, aanvraag.melding_id):
        h.klant(klant_id)
    aanvraag = _vind(h, aanvraag_id)
    h.controleer_versie(aanvraag)
    if aanvraag.status not in (statussen or LOPEND):
        status = aanvraag.status.value.replace("_", " ")
        raise Conflict(f"Dit kan niet bij een aanvraag met de status: {status}.", "verkeerde_status")
    return _dossier(h, aanvraag)


def _vind(h: Handeling, aanvraag_id: UUID) -> Aanvraag:
    aanvraag = db.aanvraag(h.sessie, h.actor, aanvraag_id)
    if aanvraag is None:
        raise NietGevonden("Deze aanvraag is niet gevonden.")
    return aanvraag


def dossier_van(h: Handeling, aanvraag: Aanvraag) -> Aanvraagdossier:
    """Lock the dossiers of the persons of an aanvraag that was found already."""
    for klant_id in meldingen.klant_ids(h.sessie, aanvraag.melding_id):
        h.klant(klant_id)
    return _dossier(h, aanvraag)


def _dossier(h: Handeling, aanvraag: Aanvraag) -> Aanvraagdossier:
    melding = meldingen.melding(h.sessie, h.actor, aanvraag.melding_id)
    assert melding is not None
    return Aanvraagdossier(aanvraag, Dossier(melding, tuple(meldingen.personen(h.sessie, [melding.id]))))


def beleid_op(h: Handeling, d: Aanvraagdossier, peildatum: date) -> Versie[AanvraagBeleid]:
    """Return the policy of the aanvraag that holds on ``peildatum``."""
    return h.beleid.geldend(AanvraagBeleid, d.melding.gemeente, peildatum)


def stappen_van(h: Handeling, aanvraag: Aanvraag) -> tuple[Stapbeeld, ...]:
    """Return where the thirteen steps of an aanvraag stand."""
    h.sessie.flush()
    return stappenbeeld(map(regel_van, db.stappen(h.sessie, [aanvraag.id])))


def regel_van(rij: Aanvraagstap) -> Stapregel:
    """Return what was recorded of a step, as the rules read it."""
    return Stapregel(nr=rij.nr, soort=rij.soort, delen=tuple(rij.delen), datum=rij.datum, reden=rij.reden)


def leg_samen_vast(h: Handeling, soort: Soort, d: Aanvraagdossier, inhoud: dict[str, Any]) -> None:
    """Write what happened in the dossier of each person."""
    for klant in d.klanten:
        leg_vast(h, soort, d.aanvraag, klant, inhoud)


def beeld(h: Handeling, d: Aanvraagdossier) -> Aanvraagbeeld:
    """Show an aanvraag as far as this actor may see it."""
    h.sessie.flush()
    aanvraag = d.aanvraag
    return Aanvraagbeeld(
        aanvraag=aanvraag,
        melding=d.melding,
        personen=d.intake.personen,
        stappen=stappen_van(h, aanvraag),
        termijnen=meldingen.termijnen(h.sessie, aanvraag.melding_id, BESLISTERMIJNEN),
        taken=taken.zichtbare_open_taken(h.sessie, h.actor, aanvraag.id),
        toewijzingen=db.toewijzingen(h.sessie, aanvraag.id),
        sr=db.sr_screeningen(h.sessie, aanvraag.id) if h.actor.heeft(*ZIET_FRAUDE) else (),
        acties_elders=acties_elders(aanvraag.leeftijdsklasse),
        inhoud=_inhoud(h, aanvraag) if h.actor.heeft(*ZIET_INHOUD) else Aanvraaginhoud(),
        oordelen=beschikking.oordelen(h.sessie, aanvraag.id),
        voorschotverzoeken=voorschotten.verzoeken(h.sessie, aanvraag.melding_id),
        hulp_open=hulp_open(h, d),
    )


def _inhoud(h: Handeling, aanvraag: Aanvraag) -> Aanvraaginhoud:
    return Aanvraaginhoud(
        rapporten=beschikking.rapporten(h.sessie, aanvraag.id),
        concepten=beschikking.concepten(h.sessie, aanvraag.id),
        besluiten=besluiten.besluiten_over(h.sessie, [aanvraag.id]),
        verzendingen=beschikking.verzendingen(h.sessie, aanvraag.id),
        huisbezoek_bevinding=aanvraag.huisbezoek_bevinding,
    )


def hulp_open(h: Handeling, d: Aanvraagdossier) -> bool:
    """Tell whether a referral to help is still open for somebody of the household (DEV-AAN-018)."""
    alle = verwijzingen.verwijzingen(h.sessie, [klant.id for klant in d.klanten])
    return any(rij.status is Verwijzingstatus.OPEN for rij in alle)


@dataclass(frozen=True)
class Inzage(Generic[R]):
    """Rows of one aanvraag, with the persons whose data may stand in them: all of the household."""

    rijen: Sequence[R]
    klant_ids: Sequence[UUID]


def inzage(h: Handeling, aanvraag_id: UUID, lees: Callable[[Session, UUID], Sequence[R]]) -> Inzage[R]:
    """Return what ``lees`` finds of an aanvraag. Raises NietGevonden when this actor may not know of it."""
    aanvraag = _vind(h, aanvraag_id)
    return Inzage(lees(h.sessie, aanvraag.id), db.klant_ids(h.sessie, aanvraag))


def bekijk(h: Handeling, aanvraag_id: UUID) -> Aanvraagbeeld:
    """Show one aanvraag. Raises NietGevonden when this actor may not know of it."""
    return beeld(h, _dossier(h, _vind(h, aanvraag_id)))
