"""Handing the planned conversations of an employee who is away to colleagues, each with its own result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from app.db import afspraak as afspraken
from app.db import organisatie as organisaties
from app.db import taak as taken
from app.db.afspraak import Afspraak
from app.db.agenda import punt as db
from app.db.agenda.punt import Agendapunt, Bezetting
from app.db.intake.melding import Melding
from app.db.intake.screening import Screening
from app.db.klant import Klant
from app.domain.agenda.soorten import AgendaSoort, Agendastatus
from app.domain.agenda.toetsen import toets_zelfde_werk
from app.domain.kern.datum import datum_voluit
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.tijd import dag
from app.domain.kern.toets import Toets, niet_voldaan
from app.domain.kern.werkdagen import EEN_DAG, tel_werkdagen
from app.services.agenda.boeken import Boeking, boeking_uit, toets_boeking, verzet
from app.services.agenda.inrichten import controleer_medewerker
from app.services.agenda.opdrachten import AgendaoverdrachtOpdracht
from app.services.agenda.regels import agendabeleid, gespreksregel, regel_bijeenkomst
from app.services.agenda.voorbereiden import actieve_medewerker
from app.services.handeling import Handeling
from app.services.taak import Bestemming, begin_van, maak_taak
from app.services.vastleggen import leg_vast

VERZETTEN = "afspraak_verzetten"


@dataclass(frozen=True)
class Resultaat:
    """What became of one conversation: who has it now, or what stood in the way with each colleague.

    Without an agendapunt it is one of a klant whom the planner may not see.
    """

    punt: Agendapunt | None
    begin: datetime
    naar: UUID | None
    redenen: tuple[Toets, ...] = ()


def draag_over(h: Handeling, opdracht: AgendaoverdrachtOpdracht, medewerker_id: UUID) -> list[Resultaat]:
    """Hand over what an employee has planned in a period to the first colleague with time; the moments stay.

    What nobody can take is put in the werkvoorraad to be moved; a kick-off gets another begeleider. Raises
    NietGevonden, OngeldigeInvoer.
    """
    _controleer(h, opdracht, medewerker_id)
    venster = (max(begin_van(opdracht.van), h.nu), begin_van(opdracht.tot + EEN_DAG))
    rijen = db.van_medewerker(h.sessie, h.actor.organisatie, medewerker_id, venster)
    afspraken.vergrendel(h.sessie, [punt.onderwerp_id for _, punt in rijen if punt and punt.klant_id is None])
    klanten = _vergrendel(h, [punt for _, punt in rijen if punt])
    db.vergrendel_agenda(h.sessie, (medewerker_id, *opdracht.naar))
    resultaten = []
    for rij, punt in (paar for paar in rijen if _staat_nog(h, *paar)):
        if punt is None:
            resultaten.append(Resultaat(None, rij.begin, None))
        elif punt.status is Agendastatus.GEPLAND and punt.klant_id is None:
            resultaten.append(_bijeenkomst(h, punt, medewerker_id, opdracht.naar))
        elif punt.status is Agendastatus.GEPLAND and punt.klant_id is not None:
            resultaten.append(_een(h, klanten[punt.klant_id], punt, medewerker_id, opdracht.naar))
    return resultaten


def _staat_nog(h: Handeling, rij: Bezetting, punt: Agendapunt | None) -> bool:
    """Read again under the locks: what was moved or cancelled in the meantime is not handed over."""
    h.sessie.refresh(rij)
    if punt is not None:
        h.sessie.refresh(punt)
    return rij.vervallen_op is None


def _controleer(h: Handeling, opdracht: AgendaoverdrachtOpdracht, medewerker_id: UUID) -> None:
    controleer_medewerker(h, medewerker_id)
    fouten = {}
    if not opdracht.van <= opdracht.tot <= opdracht.van + timedelta(days=31):
        fouten["tot"] = "Kies een periode van hoogstens 31 dagen."
    for nummer, naar in enumerate(opdracht.naar):
        if naar == medewerker_id or not actieve_medewerker(h, naar):
            fouten[f"naar.{nummer}"] = "Kies een andere medewerker die hier werkt."
    if fouten:
        raise OngeldigeInvoer(fouten)


def _vergrendel(h: Handeling, punten: Sequence[Agendapunt]) -> dict[UUID, Klant]:
    """Lock the dossiers in the order of their id, before any agenda."""
    nummers = {nummer for punt in punten for nummer in (punt.klant_id, punt.mede_klant_id) if nummer}
    return {nummer: h.klant(nummer) for nummer in sorted(nummers)}


def _een(h: Handeling, klant: Klant, punt: Agendapunt, weg: UUID, naar: Sequence[UUID]) -> Resultaat:
    redenen: dict[str, Toets] = {}
    regel = gespreksregel(h, klant.gemeente, punt.soort, dag(punt.begin))
    oud = boeking_uit(punt, regel, _klanten(h, punt))
    for collega in naar:
        werk = toets_zelfde_werk(_rollen(h, weg), _rollen(h, collega), regel.grondslag)
        nieuw = _vervang(oud, weg, collega)
        mis = niet_voldaan((werk, *toets_boeking(h, nieuw, punt.id)))
        if not mis:
            _geef(h, klant, punt, nieuw, (weg, collega))
            return Resultaat(punt, punt.begin, collega)
        redenen |= {toets.voorwaarde: toets for toets in mis}
    _vraag_verzetten(h, klant, punt)
    return Resultaat(punt, punt.begin, None, tuple(redenen.values()))


def _bijeenkomst(h: Handeling, punt: Agendapunt, weg: UUID, naar: Sequence[UUID]) -> Resultaat:
    """Let a colleague lead a kick-off in the place of who is away, in the same function."""
    bijeenkomst = afspraken.bijeenkomst(h.sessie, h.actor, punt.onderwerp_id)
    redenen: dict[str, Toets] = {}
    for collega in naar if bijeenkomst else ():
        assert bijeenkomst is not None
        leiders = tuple(UUID(deel["medewerkerId"]) for deel in bijeenkomst.begeleiders)
        regel = regel_bijeenkomst(round((punt.einde - punt.begin).total_seconds() / 60))
        wie = tuple(dict.fromkeys(collega if nummer == weg else nummer for nummer in leiders))
        nieuw = replace(boeking_uit(punt, regel, ()), medewerkers=wie)
        werk = toets_zelfde_werk(_rollen(h, weg), _rollen(h, collega), regel.grondslag)
        mis = niet_voldaan((werk, *toets_boeking(h, nieuw, punt.id)))
        if not mis and collega not in leiders:
            verzet(h, punt, nieuw)
            bijeenkomst.begeleiders = [
                deel | {"medewerkerId": str(collega)} if deel["medewerkerId"] == str(weg) else deel
                for deel in bijeenkomst.begeleiders
            ]
            inhoud = {"agendapuntId": punt.id, "soort": punt.soort, "van": weg, "naar": collega}
            leg_vast(h, Soort.AFSPRAAK_OVERGEDRAGEN, bijeenkomst, None, inhoud)
            return Resultaat(punt, punt.begin, collega)
        redenen |= {toets.voorwaarde: toets for toets in mis}
    return Resultaat(punt, punt.begin, None, tuple(redenen.values()))


def _klanten(h: Handeling, punt: Agendapunt) -> tuple[Klant, ...]:
    nummers = (punt.klant_id, punt.mede_klant_id)
    return tuple(h.klant(nummer, vergrendel=False) for nummer in nummers if nummer)


def _rollen(h: Handeling, medewerker_id: UUID) -> frozenset[str]:
    gevonden = organisaties.medewerker(h.sessie, h.actor.organisatie, medewerker_id)
    return frozenset(gevonden.rollen) if gevonden else frozenset()


def _vervang(boeking: Boeking, weg: UUID, naar: UUID) -> Boeking:
    """Put a colleague in the place of who is away, as the leader or as who takes part."""
    deelnemers = tuple(
        replace(deel, medewerker_id=naar) if deel.medewerker_id == weg else deel for deel in boeking.deelnemers
    )
    medewerkers = tuple(naar if nummer == weg else nummer for nummer in boeking.medewerkers)
    return replace(boeking, medewerkers=medewerkers, deelnemers=deelnemers)


def _geef(h: Handeling, klant: Klant, punt: Agendapunt, boeking: Boeking, van_naar: tuple[UUID, UUID]) -> None:
    """Write the change in the agenda and in the conversation itself."""
    weg, naar = van_naar
    leidt = punt.medewerker_id == weg
    verzet(h, punt, boeking, [Toets.model_validate(toets) for toets in punt.toetsen])
    inhoud = {"agendapuntId": punt.id, "soort": punt.soort, "van": weg, "naar": naar}
    screening = h.sessie.get(Screening, punt.onderwerp_id) if punt.soort is AgendaSoort.SCREENINGSGESPREK else None
    if screening is not None:
        screening.inkomensconsulent_id = naar
        melding = h.sessie.get_one(Melding, screening.melding_id)
        for taak in taken.open_taken(h.sessie, melding.id, ("screening_houden",)):
            taak.eigenaar_id = naar
            taak.versie += 1
        for wie in _klanten(h, punt):
            leg_vast(h, Soort.AFSPRAAK_OVERGEDRAGEN, melding, wie, inhoud)
        return
    afspraak = h.sessie.get_one(Afspraak, punt.onderwerp_id)
    if leidt:
        afspraak.medewerker_id = naar
    leg_vast(h, Soort.AFSPRAAK_OVERGEDRAGEN, afspraak, klant, inhoud)


def _vraag_verzetten(h: Handeling, klant: Klant, punt: Agendapunt) -> None:
    """Ask the receptie to move what nobody can take."""
    if taken.open_taken(h.sessie, punt.id, (VERZETTEN,)):
        return
    beleid = agendabeleid(h, klant.gemeente, h.vandaag)
    voorstel = TaakVoorstel(
        soort=VERZETTEN,
        wat=f"Verzet de afspraak van {datum_voluit(dag(punt.begin))} of vind een andere medewerker.",
        waarom="De medewerker is er niet en geen van de collega's kan op dat moment.",
        rol=Rol.RECEPTIE,
        grondslag=beleid.stap_minuten.grondslag,
        uiterste=max(h.vandaag, min(dag(punt.begin), tel_werkdagen(h.vandaag, 1))),
    )
    maak_taak(h, voorstel, Bestemming(punt.id, klant))
