"""From what a planner asks to what is put in the agenda: channel, place, length and people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from app.db import organisatie as organisaties
from app.db.agenda import inrichting
from app.db.agenda import punt as punten
from app.db.klant import Klant
from app.domain.agenda.beleid import AgendaBeleid
from app.domain.agenda.soorten import AgendaSoort, Deelnemerrol, Gesprekskanaal
from app.domain.agenda.tijd import Blok
from app.domain.agenda.toetsen import kies_kanaal, toets_duur, toets_klant_vrij
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.tijd import dag
from app.domain.kern.toets import Toets
from app.services.agenda.boeken import Boeking, Deelnemer, toets_boeking
from app.services.agenda.feiten import toetsen_planregels
from app.services.agenda.opdrachten import PlekOpdracht
from app.services.agenda.regels import agendabeleid, gespreksregel
from app.services.handeling import Handeling

_OP_AFSTAND = {Gesprekskanaal.TELEFOON: "Telefonisch", Gesprekskanaal.VIDEOBELLEN: "Videobellen"}


@dataclass(frozen=True)
class Gesprek:
    """A conversation that is planned; without ``minuten`` it is as long as the policy says."""

    soort: AgendaSoort
    onderwerp_id: UUID
    klanten: tuple[Klant, ...]
    begin: datetime
    medewerkers: tuple[UUID, ...]
    minuten: int | None = None
    locatie: str | None = None


def plekfouten(h: Handeling, plek: PlekOpdracht, pad: str = "") -> dict[str, str]:
    """Return what is wrong with the room and the people that are asked for, per field."""
    fouten = {}
    if plek.ruimte_id is not None:
        ruimte = inrichting.ruimte(h.sessie, h.actor.organisatie, plek.ruimte_id)
        if ruimte is None or not ruimte.actief:
            fouten[f"{pad}ruimteId"] = "Deze ruimte is niet bekend of niet meer in gebruik."
        if plek.kanaal in _OP_AFSTAND:
            fouten[f"{pad}ruimteId"] = "Een gesprek op afstand vraagt geen ruimte."
    for nummer, deel in enumerate(plek.deelnemers):
        if (deel.medewerker_id is None) == (deel.naam is None):
            fouten[f"{pad}deelnemers.{nummer}"] = "Noem een medewerker, of de naam van iemand van buiten."
        elif deel.medewerker_id and not actieve_medewerker(h, deel.medewerker_id):
            fouten[f"{pad}deelnemers.{nummer}.medewerkerId"] = "Deze medewerker is niet bekend."
    return fouten


def actieve_medewerker(h: Handeling, medewerker_id: UUID) -> bool:
    """Tell whether somebody works here."""
    gevonden = organisaties.medewerker(h.sessie, h.actor.organisatie, medewerker_id)
    return gevonden is not None and gevonden.actief


def maak_boeking(h: Handeling, gesprek: Gesprek, plek: PlekOpdracht) -> Boeking:
    """Fill in what the planner left to the policy."""
    gemeente, wanneer = gesprek.klanten[0].gemeente, dag(gesprek.begin)
    regel = gespreksregel(h, gemeente, gesprek.soort, wanneer)
    beleid = agendabeleid(h, gemeente, wanneer)
    gevraagd = plek.kanaal or (Gesprekskanaal.FYSIEK if plek.ruimte_id else None)
    kanaal = kies_kanaal(gesprek.soort, gevraagd, plek.kan_videobellen, beleid)
    ruimte = inrichting.ruimte(h.sessie, h.actor.organisatie, plek.ruimte_id) if plek.ruimte_id else None
    plaats = f"{ruimte.locatie}, {ruimte.naam}" if ruimte else None
    return Boeking(
        onderwerp_id=gesprek.onderwerp_id,
        regel=regel,
        klanten=gesprek.klanten,
        begin=gesprek.begin,
        minuten=gesprek.minuten or regel.duur.standaard,
        medewerkers=gesprek.medewerkers,
        kanaal=kanaal,
        locatie=gesprek.locatie or plaats or _OP_AFSTAND.get(kanaal) or _standaardplek(gesprek, beleid),
        ruimte_id=plek.ruimte_id,
        deelnemers=_deelnemers(gesprek, plek, beleid),
        meebrengen=_meebrengen(gesprek, plek),
        gegevens=_gegevens(plek),
    )


def _handhaving(gesprek: Gesprek) -> bool:
    return any(klant.zorg_handhaving for klant in gesprek.klanten)


def _standaardplek(gesprek: Gesprek, beleid: AgendaBeleid) -> str:
    """Return where it is held when nobody said so; in zorg-handhaving at the office (DEV-KGR-504)."""
    if _handhaving(gesprek):
        return beleid.zorg_handhaving_locatie.waarde
    return beleid.locatie_standaard.waarde.get(gesprek.soort, beleid.zorg_handhaving_locatie.waarde)


def _deelnemers(gesprek: Gesprek, plek: PlekOpdracht, beleid: AgendaBeleid) -> tuple[Deelnemer, ...]:
    """Return who takes part; in zorg-handhaving the SR, unless the planner says who does (DEV-KGR-504)."""
    met_sr = _handhaving(gesprek) and beleid.zorg_handhaving_sr.waarde and "deelnemers" not in plek.model_fields_set
    if met_sr:
        return (Deelnemer(Deelnemerrol.SOCIALE_RECHERCHE, naam="Sociale recherche"),)
    return tuple(deel.als_deelnemer() for deel in plek.deelnemers)


def _meebrengen(gesprek: Gesprek, plek: PlekOpdracht) -> tuple[Deelnemerrol, ...]:
    """Return whom the klant is asked to bring; a statushouder an interpreter or a guide (DEV-DOE-009)."""
    statushouder = any(Kenmerk.STATUSHOUDER in klant.kenmerken for klant in gesprek.klanten)
    if statushouder and "meebrengen" not in plek.model_fields_set:
        return (Deelnemerrol.TOLK, Deelnemerrol.BEGELEIDER)
    return plek.meebrengen


def _gegevens(plek: PlekOpdracht) -> dict[str, Any]:
    erbij = {"redenAfwijking": plek.reden_afwijking, "veiligheidBevestigd": plek.veiligheid_bevestigd or None}
    return {naam: waarde for naam, waarde in erbij.items() if waarde is not None}


def toetsen_gesprek(h: Handeling, boeking: Boeking, behalve: UUID | None = None) -> tuple[list[Toets], list[Toets]]:
    """Test what is asked: its length, what this kind and klant ask, the people, the room.

    Returns what must be met, and what is only remarked and kept with the agendapunt.
    """
    verplicht, signalen = toetsen_planregels(h, boeking)
    duur = toets_duur(boeking.minuten, boeking.regel)
    return [duur, *verplicht, *toets_boeking(h, boeking, behalve)], [*signalen, _klant_vrij(h, boeking, behalve)]


def _klant_vrij(h: Handeling, boeking: Boeking, behalve: UUID | None) -> Toets:
    gepland = (punt for klant in boeking.klanten for punt in punten.gepland_van_klant(h.sessie, klant.id))
    return toets_klant_vrij(boeking.blok, [Blok(punt.begin, punt.einde) for punt in gepland if punt.id != behalve])
