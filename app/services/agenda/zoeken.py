"""Free moments of one or more employees, together or apart, with a free room where one is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from app.db import organisatie as organisaties
from app.db.agenda import inrichting
from app.db.agenda import punt as db
from app.db.agenda.inrichting import Ruimte
from app.domain.agenda.soorten import AgendaSoort, Ruimtesoort
from app.domain.agenda.tijd import Blok, Venster, botst, moment_op, vrije_momenten
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.kern.rollen import Rol
from app.domain.kern.tijd import dag as dag_van
from app.domain.kern.werkdagen import EEN_DAG, is_werkdag
from app.services.agenda.boeken import werktijden
from app.services.agenda.regels import agendabeleid, gespreksregel
from app.services.handeling import Handeling
from app.services.taak import begin_van

HOOGSTENS_DAGEN = 31


@dataclass(frozen=True)
class Zoekvraag:
    """What is looked for: from ``van`` up to and including ``tot``; ``samen`` wants all employees at the same time."""

    soort: AgendaSoort
    van: date
    tot: date
    medewerkers: tuple[UUID, ...]
    samen: bool = False
    minuten: int | None = None
    ruimtesoort: Ruimtesoort | None = None
    beveiligd: bool = False

    @property
    def met_ruimte(self) -> bool:
        """Tell whether a free room must be found as well."""
        return self.beveiligd or self.ruimtesoort is not None


@dataclass(frozen=True)
class VrijMoment:
    """A moment that can be planned with these employees, in this room if one was asked for."""

    begin: datetime
    einde: datetime
    medewerkers: tuple[UUID, ...]
    ruimte_id: UUID | None


def wie_kan(h: Handeling, medewerkers: Sequence[UUID], rol: Rol | None) -> tuple[UUID, ...]:
    """Return whose agendas are searched: those named, else all active employees with this role."""
    if not medewerkers and rol is None:
        raise OngeldigeInvoer({"medewerkerId": "Noem een of meer medewerkers, of een rol."})
    alle = [wie for wie in organisaties.medewerkers(h.sessie, h.actor.organisatie) if wie.actief]
    if not medewerkers:
        return tuple(wie.id for wie in alle if rol in wie.rollen)
    bekend = {wie.id for wie in alle}
    if any(nummer not in bekend for nummer in medewerkers):
        raise OngeldigeInvoer({"medewerkerId": "Een van deze medewerkers is niet bekend."})
    return tuple(dict.fromkeys(medewerkers))


def zoek_vrij(h: Handeling, vraag: Zoekvraag, gemeente: str, aantal: int) -> list[VrijMoment]:
    """Return the first free moments in a window of at most 31 days, in order. Raises OngeldigeInvoer."""
    if not vraag.van <= vraag.tot <= vraag.van + timedelta(days=HOOGSTENS_DAGEN):
        raise OngeldigeInvoer({"tot": f"Zoek vanaf `van` over hoogstens {HOOGSTENS_DAGEN} dagen."})
    gevonden: list[VrijMoment] = []
    dag = max(vraag.van, h.vandaag)
    while dag <= vraag.tot and len(gevonden) < aantal:
        if is_werkdag(dag):
            gevonden += sorted(_op_dag(h, vraag, gemeente, dag), key=lambda vrij: (vrij.begin, vrij.medewerkers))
        dag += EEN_DAG
    return gevonden[:aantal]


def _op_dag(h: Handeling, vraag: Zoekvraag, gemeente: str, dag: date) -> Iterator[VrijMoment]:
    regel = gespreksregel(h, gemeente, vraag.soort, dag)
    stap = agendabeleid(h, gemeente, dag).stap_minuten.waarde
    minuten = vraag.minuten or regel.duur.standaard
    vanaf = max(begin_van(dag), h.nu)
    vorm = Blok(vanaf, vanaf + timedelta(minutes=minuten), regel.duur.tussentijd)
    per_wie = {wie: set(_vrij(h, wie, gemeente, vorm, stap)) for wie in vraag.medewerkers}
    kamers = _kamers(h, vraag, dag)
    groepen = [vraag.medewerkers] if vraag.samen else [(wie,) for wie in vraag.medewerkers]
    for groep in groepen:
        momenten = set.intersection(*(per_wie[wie] for wie in groep)) if groep else set()
        for moment in (moment.astimezone(UTC) for moment in momenten):
            einde = moment + timedelta(minutes=minuten)
            kamer = _kies_kamer(kamers, Blok(moment, einde))
            if kamer is not None or not vraag.met_ruimte:
                yield VrijMoment(moment, einde, groep, kamer)


def _vrij(h: Handeling, wie: UUID, gemeente: str, vorm: Blok, stap: int) -> Iterator[datetime]:
    vensters = werkvensters(h, wie, gemeente, vorm.begin)
    ruim = (vorm.begin, begin_van(dag_van(vorm.begin) + EEN_DAG))
    bezet = [Blok(rij.begin, rij.einde, rij.tussentijd, rij.groep) for rij in db.bezet(h.sessie, [wie], ruim)]
    return vrije_momenten(vensters, bezet, vorm, stap)


def werkvensters(h: Handeling, wie: UUID, gemeente: str, moment: datetime) -> list[Venster]:
    """Return when an employee works on that day; without a rooster the hours of the policy."""
    tijden = werktijden(h, wie, moment)
    dag = dag_van(moment)
    beleid = agendabeleid(h, gemeente, dag)
    kantoor = (moment_op(dag, beleid.werkdag_van.waarde), moment_op(dag, beleid.werkdag_tot.waarde))
    if inrichting.rooster_op(h.sessie, wie, dag) is not None:
        return tijden or []
    if tijden is None:
        return [kantoor]
    delen = [(max(van, kantoor[0]), min(tot, kantoor[1])) for van, tot in tijden]
    return [deel for deel in delen if deel[0] < deel[1]]


def _kamers(h: Handeling, vraag: Zoekvraag, dag: date) -> list[tuple[Ruimte, list[Blok]]]:
    """Return the rooms that would do, with what is planned in them."""
    if not vraag.met_ruimte:
        return []
    goed = [
        kamer
        for kamer in inrichting.ruimten(h.sessie, h.actor.organisatie)
        if kamer.actief
        and (kamer.beveiligd or not vraag.beveiligd)
        and vraag.ruimtesoort in (None, kamer.soort)
        and kamer.capaciteit > (len(vraag.medewerkers) if vraag.samen else 1)
    ]
    venster = (begin_van(dag), begin_van(dag + EEN_DAG))
    bezet = db.bezet(h.sessie, [kamer.id for kamer in goed], venster)
    return [(kamer, [Blok(rij.begin, rij.einde) for rij in bezet if rij.middel_id == kamer.id]) for kamer in goed]


def _kies_kamer(kamers: Sequence[tuple[Ruimte, list[Blok]]], blok: Blok) -> UUID | None:
    vrij = (kamer.id for kamer, bezet in kamers if not any(botst(blok, ander) for ander in bezet))
    return next(vrij, None)
