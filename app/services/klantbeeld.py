"""Klantbeeld: what a consultant must know of one klant before a conversation, in one call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row

from app.db import werkvoorraad
from app.db.klantbeeld import delen
from app.db.klantbeeld.lezer import Lezer
from app.db.klantbeeld.momenten import lees_momenten
from app.db.klantbeeld.plichten import NIET_WILLER, lees_plichten
from app.domain.kern.fouten import NietGevonden
from app.domain.kern.rollen import LEEST_DIAGNOSES, LEEST_SIGNALEN, LEEST_VERPLICHTINGEN
from app.domain.kern.taakvoorstel import ZIET_FRAUDE
from app.services.handeling import Handeling

Rijen = Sequence[Row[Any]]


@dataclass(frozen=True)
class Klantbeeld:
    """The parts of a file as they stand at ``nu``."""

    nu: datetime
    vandaag: date
    volgnr: int
    persoon: Row[Any]
    indelingen: Rijen
    plannen: Rijen
    diagnoses: Rijen
    termijnen: Rijen
    taken: Rijen
    maatregelen: Rijen
    momenten: Rijen
    plichten: Rijen

    @property
    def geldend_plan(self) -> Row[Any] | None:
        """The version that the klant signed last, of a plan that counts today."""
        return next((rij for rij in self.plannen if rij.ondertekend_op and self._loopt(rij)), None)

    @property
    def concept_plan(self) -> Row[Any] | None:
        """The newest version that the klant has not signed."""
        return next((rij for rij in self.plannen if rij.ondertekend_op is None), None)

    @property
    def volgende_afspraak(self) -> Row[Any] | None:
        """The first appointment to come."""
        return next((rij for rij in self.momenten if rij.wat == "volgende"), None)

    @property
    def contact(self) -> Row[Any] | None:
        """What the last contact was, if it can be found."""
        return next((rij for rij in self.momenten if rij.wat == "contact"), None)

    def _loopt(self, plan: Row[Any]) -> bool:
        begonnen: bool = plan.ondertekend_op <= self.vandaag
        return begonnen and (plan.geldig_tot is None or plan.geldig_tot > self.vandaag)


def bekijk(h: Handeling, klant_id: UUID) -> Klantbeeld:
    """Read the file of a klant, one statement per part. Raises NietGevonden when this actor may not know of it."""
    lezer = Lezer(h.sessie, h.actor, klant_id)
    personen = lezer.lees(delen.persoon)
    if not personen:
        raise NietGevonden("Deze klant is niet gevonden.")
    [persoon] = personen
    return Klantbeeld(
        nu=h.nu,
        vandaag=h.vandaag,
        volgnr=_volgnr(h, persoon),
        persoon=persoon,
        indelingen=lezer.lees(delen.indelingen),
        plannen=lezer.lees(delen.plannen),
        diagnoses=lezer.lees(delen.diagnoses) if h.actor.heeft(*LEEST_DIAGNOSES) else (),
        termijnen=lezer.lees(delen.termijnen),
        taken=werkvoorraad.van_klant(h.sessie, h.actor, klant_id, h.nu),
        maatregelen=lezer.lees(delen.maatregelen),
        momenten=lees_momenten(lezer, h.nu, persoon.laatste_contact),
        plichten=_plichten(h, lezer),
    )


def _volgnr(h: Handeling, persoon: Row[Any]) -> int:
    """Return the last number as the timeline of this actor has it: a gap would tell of a fraud signal."""
    laatste: int = persoon.laatste_volgnr
    return laatste if h.actor.heeft(*ZIET_FRAUDE) else laatste - int(persoon.fraudegebeurtenissen)


def _plichten(h: Handeling, lezer: Lezer) -> Rijen:
    """Read the ontheffingen, duties and mark that this actor may know of."""
    plichten, markering = h.actor.heeft(*LEEST_VERPLICHTINGEN), h.actor.heeft(*LEEST_SIGNALEN)
    if not plichten and not markering:
        return ()
    return [rij for rij in lees_plichten(lezer, h.vandaag) if (markering if rij.wat == NIET_WILLER else plichten)]
