"""The agenda as it is shown: of one employee, and of a whole day for the receptie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from app.db import afspraak as afspraken
from app.db import klant as klanten
from app.db import organisatie as organisaties
from app.db.agenda import inrichting
from app.db.agenda import punt as db
from app.db.agenda.inrichting import Ruimte
from app.db.agenda.punt import Agendapunt, Bezetting
from app.db.klant import Klant
from app.domain.agenda.soorten import AgendaSoort, Agendastatus, Deelnemerrol
from app.domain.kern.taakvoorstel import ZIET_FRAUDE
from app.domain.kern.werkdagen import EEN_DAG
from app.services.agenda.inrichten import controleer_medewerker
from app.services.handeling import Handeling
from app.services.taak import begin_van

_SR = Deelnemerrol.SOCIALE_RECHERCHE.value


@dataclass(frozen=True)
class Puntbeeld:
    """A planned conversation with its klanten, the names of the employees, and its room."""

    punt: Agendapunt
    klanten: tuple[Klant, ...]
    namen: dict[UUID, str]
    ruimte: Ruimte | None
    ziet_fraude: bool = False

    @property
    def deelnemers(self) -> list[dict[str, Any]]:
        """Who else takes part; that the SR joins a driegesprek tells of a suspicion, and is for few to know."""
        verborgen = self.punt.soort is AgendaSoort.DRIEGESPREK and not self.ziet_fraude
        return [deel for deel in self.punt.deelnemers if not (verborgen and deel["rol"] == _SR)]


@dataclass(frozen=True)
class Agendaregel:
    """Time that is taken of an employee; ``beeld`` is missing where the reader may not know the klant."""

    bezetting: Bezetting
    beeld: Puntbeeld | None


@dataclass(frozen=True)
class Dagbeeld:
    """All that is planned on a day, in order, with how it went."""

    dag: date
    regels: tuple[Puntbeeld, ...]

    @property
    def telling(self) -> dict[Agendastatus, int]:
        """Count the klanten by how it went."""
        telling: Counter[Agendastatus] = Counter()
        for regel in self.regels:
            telling[regel.punt.status] += max(1, len(regel.klanten))
        return dict(telling)

    @property
    def personen(self) -> list[UUID]:
        """Whose data are shown."""
        return [klant.id for regel in self.regels for klant in regel.klanten]


def bekijk_agenda(h: Handeling, medewerker_id: UUID, van: date, dagen: int) -> list[Agendaregel]:
    """Return what is taken of an employee, over all kinds, from a day on. Raises NietGevonden."""
    controleer_medewerker(h, medewerker_id)
    venster = (begin_van(van), begin_van(van + dagen * EEN_DAG))
    rijen = db.van_medewerker(h.sessie, h.actor.organisatie, medewerker_id, venster)
    beelden = {beeld.punt.id: beeld for beeld in puntbeelden(h, [punt for _, punt in rijen if punt])}
    return [Agendaregel(rij, beelden.get(rij.punt_id)) for rij, _ in rijen]


def bekijk_gepland(h: Handeling, klant_id: UUID) -> list[Puntbeeld]:
    """Return what still has to take place with a klant. Raises NietGevonden."""
    return puntbeelden(h, db.gepland_van_klant(h.sessie, h.klant(klant_id, vergrendel=False).id))


def bekijk_dag(h: Handeling, dag: date, locatie: str | None) -> Dagbeeld:
    """Return who comes on a day, where and for whom, with how it went; ``locatie`` is the beginning of the place."""
    punten = db.op_dag(h.sessie, h.actor.organisatie, (begin_van(dag), begin_van(dag + EEN_DAG)))
    if locatie is not None:
        punten = [punt for punt in punten if punt.locatie.lower().startswith(locatie.lower())]
    return Dagbeeld(dag, tuple(puntbeelden(h, punten)))


def puntbeelden(h: Handeling, punten: Sequence[Agendapunt]) -> list[Puntbeeld]:
    """Show agendapunten with names; of a kick-off with everybody who is invited."""
    namen = {wie.id: wie.naam for wie in organisaties.medewerkers(h.sessie, h.actor.organisatie)}
    kamers = {kamer.id: kamer for kamer in inrichting.ruimten(h.sessie, h.actor.organisatie)}
    nummers = {nummer for punt in punten for nummer in (punt.klant_id, punt.mede_klant_id) if nummer}
    vraag = klanten.leesbaar(h.actor).where(Klant.id.in_(nummers))
    bekend = {klant.id: klant for klant in h.sessie.scalars(vraag)}
    fraude = h.actor.heeft(*ZIET_FRAUDE)
    return [
        Puntbeeld(
            punt, _klanten(h, punt, bekend), namen, kamers.get(punt.ruimte_id) if punt.ruimte_id else None, fraude
        )
        for punt in punten
    ]


def _klanten(h: Handeling, punt: Agendapunt, bekend: dict[UUID, Klant]) -> tuple[Klant, ...]:
    if punt.soort is AgendaSoort.KICK_OFF:
        return tuple(klant for _, klant in afspraken.deelnames(h.sessie, h.actor, punt.onderwerp_id))
    nummers = (punt.klant_id, punt.mede_klant_id)
    return tuple(bekend[nummer] for nummer in nummers if nummer in bekend)
