"""Taking time in the agenda, giving it back, and what became of it: the one way for every kind of conversation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.agenda import inrichting
from app.db.agenda import punt as db
from app.db.agenda.inrichting import Ruimte
from app.db.agenda.punt import Agendapunt, Bezetting
from app.db.klant import Klant
from app.domain.agenda.soorten import Agendastatus, Dariuzhulp, Deelnemerrol, Gesprekskanaal
from app.domain.agenda.tijd import Blok, Uitzondering, Venster, Werkblok, werktijden_op
from app.domain.agenda.toetsen import (
    Gespreksregel,
    toets_dagcapaciteit,
    toets_plaatsen,
    toets_ruimte,
    toets_vrij,
    toets_werktijd,
)
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.tijd import dag
from app.domain.kern.toets import Toets, Uitkomst
from app.services.bericht.bevestigen import bevestig_punt
from app.services.bericht.klaarzetten import trek_terug
from app.services.handeling import Handeling
from app.services.taak import begin_van


@dataclass(frozen=True)
class Deelnemer:
    """Who takes part besides the klant and the employee: a colleague, or somebody from outside by name."""

    rol: Deelnemerrol
    medewerker_id: UUID | None = None
    naam: str | None = None

    def als_json(self) -> dict[str, Any]:
        """Write the participant as the agenda keeps it."""
        nummer = str(self.medewerker_id) if self.medewerker_id else None
        return {"rol": self.rol.value, "medewerkerId": nummer, "naam": self.naam}


@dataclass(frozen=True)
class Boeking:
    """What is put in the agenda. ``personen`` counts who sits in the room; equal ``groep`` and time may be shared."""

    onderwerp_id: UUID
    regel: Gespreksregel
    klanten: tuple[Klant, ...]
    begin: datetime
    minuten: int
    medewerkers: tuple[UUID, ...]
    kanaal: Gesprekskanaal = Gesprekskanaal.FYSIEK
    locatie: str = ""
    ruimte_id: UUID | None = None
    deelnemers: tuple[Deelnemer, ...] = ()
    meebrengen: tuple[Deelnemerrol, ...] = ()
    gegevens: dict[str, Any] = field(default_factory=dict)
    groep: str | None = None

    @property
    def blok(self) -> Blok:
        """The time that it takes."""
        einde = self.begin + timedelta(minutes=self.minuten)
        return Blok(self.begin, einde, self.regel.duur.tussentijd, self.groep)

    @property
    def bezetters(self) -> tuple[UUID, ...]:
        """The employees whose time it takes, the first one leads."""
        erbij = (deel.medewerker_id for deel in self.deelnemers if deel.medewerker_id)
        return tuple(dict.fromkeys((*self.medewerkers, *erbij)))

    @property
    def middelen(self) -> tuple[UUID, ...]:
        """The employees and the room."""
        return (*self.bezetters, *((self.ruimte_id,) if self.ruimte_id else ()))


def toets_boeking(h: Handeling, boeking: Boeking, behalve: UUID | None = None) -> list[Toets]:
    """Lock the agendas and test that everybody and the room are free; ``behalve`` is the agendapunt that moves away.

    An unknown rooster is no toets here: it stops nothing.
    """
    db.vergrendel_agenda(h.sessie, boeking.middelen)
    h.sessie.flush()
    venster = (boeking.blok.begin, boeking.blok.einde)
    bezet = db.bezet(h.sessie, boeking.middelen, venster, behalve)
    toetsen: list[Toets] = []
    for medewerker in boeking.bezetters:
        toetsen.append(toets_vrij(boeking.blok, _blokken(bezet, medewerker), boeking.regel))
        toetsen += _toetsen_rooster(h, boeking, medewerker, behalve)
    if boeking.ruimte_id:
        ruimte = inrichting.ruimte(h.sessie, h.actor.organisatie, boeking.ruimte_id)
        assert ruimte is not None
        toetsen += _toetsen_ruimte(boeking, ruimte, bezet)
    return [toets for toets in toetsen if toets.uitkomst is not Uitkomst.ONBEPAALD]


def _blokken(bezet: Sequence[Bezetting], middel: UUID) -> list[Blok]:
    return [Blok(rij.begin, rij.einde, rij.tussentijd, rij.groep) for rij in bezet if rij.middel_id == middel]


def _toetsen_rooster(h: Handeling, boeking: Boeking, medewerker: UUID, behalve: UUID | None) -> list[Toets]:
    eigen_dag = dag(boeking.begin)
    venster = (boeking.blok.begin, boeking.blok.einde)
    vanaf, tot = begin_van(eigen_dag), begin_van(eigen_dag + timedelta(days=1))
    rooster = inrichting.rooster_op(h.sessie, medewerker, eigen_dag)
    aantal = db.aantal_op_dag(h.sessie, medewerker, (vanaf, tot), behalve)
    hoogstens = rooster.gesprekken_per_dag if rooster else None
    tijden = werktijden(h, medewerker, boeking.begin)
    return [toets_werktijd(venster, tijden), toets_dagcapaciteit(aantal, hoogstens)]


def werktijden(h: Handeling, medewerker: UUID, moment: datetime) -> list[Venster] | None:
    """Return when an employee works on the day of a moment; None when nothing is known of it.

    Being away counts also without a rooster: then the rest of that day is free.
    """
    eigen_dag = dag(moment)
    vanaf, tot = begin_van(eigen_dag), begin_van(eigen_dag + timedelta(days=1))
    rooster = inrichting.rooster_op(h.sessie, medewerker, eigen_dag)
    rijen = inrichting.uitzonderingen(h.sessie, [medewerker], (vanaf, tot))
    if rooster is None and not rijen:
        return None
    uitzonderingen = [Uitzondering(rij.begin, rij.einde, rij.beschikbaar) for rij in rijen]
    if rooster is None:
        uitzonderingen.insert(0, Uitzondering(vanaf, tot, True))
    dagen = rooster.dagen if rooster else []
    return werktijden_op(eigen_dag, [Werkblok.model_validate(deel) for deel in dagen], uitzonderingen)


def _toetsen_ruimte(boeking: Boeking, ruimte: Ruimte, bezet: Sequence[Bezetting]) -> list[Toets]:
    rijen = _blokken(bezet, ruimte.id)
    gedeeld = sum(rij.groep is not None and rij.groep == boeking.groep and rij.begin == boeking.begin for rij in rijen)
    if gedeeld:
        personen = gedeeld + len(boeking.klanten) + len(boeking.medewerkers)
    else:
        personen = len(boeking.klanten) + len(boeking.medewerkers) + len(boeking.deelnemers)
    return [toets_ruimte(boeking.blok, rijen), toets_plaatsen(personen, ruimte.capaciteit)]


def boek(h: Handeling, boeking: Boeking, toetsen: Sequence[Toets] = ()) -> Agendapunt:
    """Put a conversation in the agenda, after ``toets_boeking`` was met; ``toetsen`` are kept with it."""
    klant = boeking.klanten[0] if boeking.klanten else None
    mede = boeking.klanten[1] if len(boeking.klanten) > 1 else None
    punt = Agendapunt(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id if klant else None,
        mede_klant_id=mede.id if mede else None,
        soort=boeking.regel.soort,
        onderwerp_id=boeking.onderwerp_id,
        status=Agendastatus.GEPLAND,
        versie=1,
    )
    h.sessie.add(punt)
    _zet(h, punt, boeking, toetsen)
    bevestig_punt(h, punt, boeking.klanten)
    return punt


def verzet(h: Handeling, punt: Agendapunt, boeking: Boeking, toetsen: Sequence[Toets] = ()) -> None:
    """Move a conversation to the time, people and room of ``boeking``, after ``toets_boeking`` was met."""
    db.geef_vrij(h.sessie, punt.id, h.nu)
    punt.versie += 1
    _zet(h, punt, boeking, toetsen)
    bevestig_punt(h, punt, boeking.klanten)


def _zet(h: Handeling, punt: Agendapunt, boeking: Boeking, toetsen: Sequence[Toets]) -> None:
    blok = boeking.blok
    punt.begin, punt.einde = blok.begin, blok.einde
    punt.kanaal, punt.locatie, punt.ruimte_id = boeking.kanaal, boeking.locatie, boeking.ruimte_id
    punt.medewerker_id = boeking.medewerkers[0] if boeking.medewerkers else None
    punt.deelnemers = [deel.als_json() for deel in boeking.deelnemers]
    punt.meebrengen = [rol.value for rol in boeking.meebrengen]
    punt.veiligheidsrisico = any(Kenmerk.VEILIGHEIDSRISICO in klant.kenmerken for klant in boeking.klanten)
    punt.gegevens = boeking.gegevens
    punt.toetsen = [toets.model_dump(mode="json") for toets in toetsen]
    punt.gepland_op = h.nu
    h.sessie.flush()
    for middel in boeking.middelen:
        tussentijd = 0 if middel == boeking.ruimte_id else blok.tussentijd
        h.sessie.add(
            Bezetting(
                id=uuid7(),
                organisatie=h.actor.organisatie,
                punt_id=punt.id,
                middel_id=middel,
                begin=blok.begin,
                einde=blok.einde,
                tussentijd=tussentijd,
                groep=boeking.groep,
            )
        )


def boeking_uit(punt: Agendapunt, regel: Gespreksregel, klanten: tuple[Klant, ...]) -> Boeking:
    """Return the booking that a planned conversation rests on, to change a part of it."""
    return Boeking(
        onderwerp_id=punt.onderwerp_id,
        regel=regel,
        klanten=klanten,
        begin=punt.begin,
        minuten=round((punt.einde - punt.begin).total_seconds() / 60),
        medewerkers=(punt.medewerker_id,) if punt.medewerker_id else (),
        kanaal=punt.kanaal,
        locatie=punt.locatie,
        ruimte_id=punt.ruimte_id,
        deelnemers=deelnemers_van(punt),
        meebrengen=tuple(Deelnemerrol(rol) for rol in punt.meebrengen),
        gegevens=punt.gegevens,
        groep=groep_van(punt.gegevens),
    )


def deelnemers_van(punt: Agendapunt) -> tuple[Deelnemer, ...]:
    """Return who takes part in what is planned."""
    return tuple(
        Deelnemer(Deelnemerrol(deel["rol"]), UUID(deel["medewerkerId"]) if deel["medewerkerId"] else None, deel["naam"])
        for deel in punt.deelnemers
    )


def groep_van(gegevens: dict[str, Any]) -> str | None:
    """Return with which others a conversation may share its time: the same help with Dariuz (DEV-DIA-007)."""
    vorm = gegevens.get("hulpvorm")
    return f"dariuz_{vorm}" if vorm and vorm != Dariuzhulp.OP_AFROEP else None


def sluit_punt(h: Handeling, onderwerp_id: UUID, status: Agendastatus) -> None:
    """Record what became of a planned conversation; one that does not take place gives its time back."""
    trek_terug(h, onderwerp_id)
    punt = db.punt_van(h.sessie, onderwerp_id)
    if punt is None:
        return
    punt.status = status
    punt.versie += 1
    if status in (Agendastatus.VERZET, Agendastatus.VERVALLEN, Agendastatus.AFGEMELD):
        db.geef_vrij(h.sessie, punt.id, h.nu)
