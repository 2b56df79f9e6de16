"""Sturing on proefplaatsingen: which employers keep their word, to detect arbitrary use (DEV-PRF-905)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from app.db.sturing import proefplaatsingen as db
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.werkgever.beleid import WerkgeverBeleid
from app.domain.werkgever.intentie import Intentietelling, is_opvallend, tel_intenties
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Werkgeverinzet:
    """What came of the statements of one employer; ``opvallend`` is a reason to talk, not a judgement."""

    werkgever_id: UUID
    naam: str
    telling: Intentietelling
    opvallend: bool


@dataclass(frozen=True)
class Proefplaatsingcijfers:
    """The employers that stated an intention in ``[van, tot)``, by name."""

    van: date
    tot: date
    werkgevers: tuple[Werkgeverinzet, ...]
    opvallend_vanaf: int | None


def tel_proefplaatsingen(h: Handeling, van: date, tot: date) -> Proefplaatsingcijfers:
    """Count per employer how many proefplaatsingen led to a contract, of the klanten that the actor may read."""
    if tot <= van:
        raise OngeldigeInvoer({"tot": "Geef een dag na `van`."})
    rijen = db.verklaringen(h.sessie, h.actor, (van, tot))
    if not rijen:
        return Proefplaatsingcijfers(van, tot, (), None)
    beleid = h.beleid.geldend(WerkgeverBeleid, h.actor.gemeenten[0], h.vandaag).beleid
    vanaf = beleid.proefplaatsing_opvallend_vanaf.waarde
    gezocht = (rij for rij in rijen if rij.voorziening in beleid.intentie_voor.waarde)
    per_werkgever = groupby(gezocht, key=lambda rij: (rij.id, rij.naam))
    tellingen = [(wie, tel_intenties([rij.stand for rij in eigen])) for wie, eigen in per_werkgever]
    inzetten = (Werkgeverinzet(*wie, telling, is_opvallend(telling, vanaf)) for wie, telling in tellingen)
    return Proefplaatsingcijfers(van, tot, tuple(inzet for inzet in inzetten if inzet.telling.verklaard), vanaf)
