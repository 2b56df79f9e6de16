"""Opening a herziening of a sent besluit, finding it, and withdrawing it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field, StringConstraints
from uuid_utils.compat import uuid7

from app.db import besluit as besluiten
from app.db.besluit import Besluitstand
from app.db.herziening import herziening as db
from app.db.herziening.herziening import LOPEND, Herziening, Herzieningstatus
from app.db.klant import Klant
from app.db.taak import Taakstatus
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.maatregel.herziening.feiten import Herzieningsgrond, Maandregel
from app.services.besluit.lezen import te_vervangen, vind
from app.services.besluit.rekenaars import STOPT_BETALING
from app.services.handeling import Handeling, Opdracht
from app.services.herziening.regels import heeft_bedragen
from app.services.herziening.taken import Taaksoort, vraag
from app.services.taak import sluit_taken
from app.services.vastleggen import leg_vast

Tekst = Annotated[str, StringConstraints(min_length=10, max_length=4000)]
_VAN_ZELF = frozenset({Herzieningsgrond.HERBEOORDELING, Herzieningsgrond.RECIDIVE_VERVALLEN})


class HerzieningOpdracht(Opdracht):
    """Waarom een verzonden besluit opnieuw wordt bekeken. Bij inkeer vraagt de klant erom."""

    grond: Herzieningsgrond = Field(examples=["fout"])
    aanleiding: Tekst = Field(examples=["De norm van een alleenstaande is gebruikt; de klant woont samen."])
    verzoek_op: date | None = Field(default=None, description="De dag van het verzoek van de klant; bij inkeer nodig.")


class HerzieningintrekkingOpdracht(Opdracht):
    """Waarom de herziening niet doorgaat."""

    reden: Tekst = Field(examples=["De klant trekt het verzoek in."])


@dataclass(frozen=True)
class Herzieningsbeeld:
    """A herziening as it is shown, with its besluiten, oldest first."""

    herziening: Herziening
    besluiten: Sequence[Besluitstand]


def open_herziening(h: Handeling, opdracht: HerzieningOpdracht, besluit_id: UUID) -> Herziening:
    """Open a herziening on somebody's request.

    Raises Conflict when the besluit does not stand, takes nothing, or is under review already.
    """
    stand, klant = vind(h, besluit_id, vergrendel=True)
    if opdracht.grond in _VAN_ZELF:
        raise OngeldigeInvoer({"grond": "Deze herziening ontstaat vanzelf, uit een herbeoordeling of ander besluit."})
    if opdracht.grond is Herzieningsgrond.INKEER and opdracht.verzoek_op is None:
        raise OngeldigeInvoer({"verzoekOp": "Inkeer kan alleen op verzoek van de klant; geef de dag van het verzoek."})
    if opdracht.verzoek_op is not None and not stand.besluit.peildatum <= opdracht.verzoek_op <= h.vandaag:
        raise OngeldigeInvoer({"verzoekOp": "Geef een dag vanaf het besluit tot en met vandaag."})
    return open_over(h, klant, besluit_id, opdracht)


def open_over(
    h: Handeling,
    klant: Klant,
    besluit_id: UUID,
    opdracht: HerzieningOpdracht,
    voorstel: Sequence[Maandregel] | None = None,
) -> Herziening:
    """Open a herziening; ``klant`` is locked. ``voorstel`` is what the rules say the besluit should take."""
    stand = te_vervangen(h, besluit_id)
    if not heeft_bedragen(stand.besluit) and stand.besluit.soort not in STOPT_BETALING:
        raise Conflict("Dit besluit houdt niets in; er valt niets te herzien.", "niets_te_herzien")
    if any(rij.status in LOPEND for rij in db.herzieningen(h.sessie, [besluit_id])):
        raise Conflict("Dit besluit wordt al herzien.", "herziening_loopt_al")
    herziening = Herziening(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        besluit_id=besluit_id,
        grond=opdracht.grond,
        aanleiding=opdracht.aanleiding,
        verzoek_op=opdracht.verzoek_op,
        voorstel=None if voorstel is None else [regel.model_dump(mode="json") for regel in voorstel],
        status=Herzieningstatus.OPEN,
        geopend_op=h.nu,
        geopend_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(herziening)
    inhoud: dict[str, Any] = {"besluitId": besluit_id, "grond": herziening.grond, "verzoekOp": herziening.verzoek_op}
    leg_vast(h, Soort.HERZIENING_GEOPEND, herziening, klant, inhoud)
    vraag(h, klant, herziening, Taaksoort.BESLUIT)
    return herziening


def trek_herziening_in(h: Handeling, opdracht: HerzieningintrekkingOpdracht, herziening_id: UUID) -> Herziening:
    """End a herziening that was not sent. Raises Conflict afterwards."""
    herziening, klant = vind_herziening(h, herziening_id, vergrendel=True)
    h.controleer_versie(herziening)
    if herziening.status not in LOPEND:
        raise Conflict(f"Deze herziening is al {herziening.status.value}.", "herziening_afgesloten")
    herziening.status, herziening.reden_intrekking = Herzieningstatus.INGETROKKEN, opdracht.reden
    sluit_taken(h, herziening.id, status=Taakstatus.VERVALLEN)
    leg_vast(h, Soort.HERZIENING_INGETROKKEN, herziening, klant, {"besluitId": herziening.besluit_id})
    return herziening


def vind_herziening(h: Handeling, herziening_id: UUID, *, vergrendel: bool = False) -> tuple[Herziening, Klant]:
    """Find a herziening; ``vergrendel`` locks the dossier and reads it again under the lock."""
    herziening = db.herziening(h.sessie, h.actor, herziening_id)
    if herziening is None:
        raise NietGevonden("Deze herziening is niet gevonden.")
    klant = h.klant(herziening.klant_id, vergrendel=vergrendel)
    if vergrendel:
        h.sessie.refresh(herziening)
    return herziening, klant


def toon_herziening(h: Handeling, herziening: Herziening) -> Herzieningsbeeld:
    """Show a herziening with its besluiten."""
    h.sessie.flush()
    return Herzieningsbeeld(herziening, besluiten.besluiten_over(h.sessie, [herziening.id]))


def bekijk_herzieningen(h: Handeling, besluit_id: UUID) -> tuple[UUID, list[Herzieningsbeeld]]:
    """Return whose besluit it is, and its herzieningen, oldest first."""
    besluit = vind(h, besluit_id)[0].besluit
    rijen = db.herzieningen(h.sessie, [besluit.id])
    standen = besluiten.besluiten_over(h.sessie, [rij.id for rij in rijen])
    beelden = [Herzieningsbeeld(rij, [s for s in standen if s.besluit.onderwerp_id == rij.id]) for rij in rijen]
    return besluit.klant_id, beelden
