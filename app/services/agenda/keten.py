"""The three appointments of a statushouder in one call: inkomensconsulent, trajectconsulent and BAD."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from app.db.agenda import punt as agenda
from app.db.intake.beeld import Meldingbeeld, beeld
from app.db.intake.melding import WACHTEND
from app.domain.agenda.keten import toets_keten, toets_statushouder
from app.domain.agenda.soorten import AgendaSoort
from app.domain.agenda.tijd import Venster
from app.domain.kern.fouten import Geweigerd, OngeldigeInvoer
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.tijd import dag
from app.domain.kern.toets import niet_voldaan
from app.services.afspraak.gesprekken import plan_afspraak
from app.services.afspraak.opdrachten import AfspraakOpdracht, GesprekSoort
from app.services.agenda.ketenopdracht import KetendeelOpdracht, StatushouderketenOpdracht
from app.services.agenda.regels import agendabeleid, gespreksregel
from app.services.handeling import Handeling
from app.services.intake.dossier import Dossier, open_dossier
from app.services.intake.planning import plan_in

_KETEN = (AgendaSoort.SCREENINGSGESPREK, AgendaSoort.AMBITIEGESPREK, AgendaSoort.BAD_GESPREK)


def plan_keten(h: Handeling, opdracht: StatushouderketenOpdracht, melding_id: UUID) -> Meldingbeeld:
    """Plan the three appointments of a statushouder, all or none (DEV-DOE-009).

    The information of Vluchtelingenwerk is kept with each of them. Raises Geweigerd when they are not in a row on one
    day without a reason, or one of them cannot be planned.
    """
    dossier = open_dossier(h, melding_id, *WACHTEND)
    if opdracht.vluchtelingenwerk.ontvangen_op > h.vandaag:
        raise OngeldigeInvoer({"vluchtelingenwerk.ontvangenOp": "Deze dag ligt in de toekomst."})
    _toets(h, dossier, opdracht)
    wie = (opdracht.screening.inkomensconsulent_id, opdracht.ambitiegesprek.medewerker_id, opdracht.bad.medewerker_id)
    agenda.vergrendel_agenda(h.sessie, [nummer for nummer in wie if nummer])
    plan_in(h, dossier, opdracht.screening, "screening.")
    klant = dossier.klant
    for soort, deel in (
        (GesprekSoort.AMBITIEGESPREK, opdracht.ambitiegesprek),
        (GesprekSoort.BAD_GESPREK, opdracht.bad),
    ):
        plan_afspraak(h, AfspraakOpdracht(klant_id=klant.id, soort=soort, **_genoemd(deel)))
    _bewaar_informatie(h, dossier, opdracht)
    return beeld(h.sessie, dossier.melding)


def _genoemd(deel: KetendeelOpdracht) -> dict[str, Any]:
    """Return only what was named, so that the policy fills in the rest."""
    return {naam: getattr(deel, naam) for naam in deel.model_fields_set}


def _toets(h: Handeling, dossier: Dossier, opdracht: StatushouderketenOpdracht) -> None:
    screening = opdracht.screening
    beleid = agendabeleid(h, dossier.melding.gemeente, dag(screening.begin))
    delen = [
        (screening.begin, screening.begin + timedelta(minutes=screening.duur_minuten)),
        _deel(h, dossier, AgendaSoort.AMBITIEGESPREK, opdracht.ambitiegesprek),
        _deel(h, dossier, AgendaSoort.BAD_GESPREK, opdracht.bad),
    ]
    statushouder = Kenmerk.STATUSHOUDER in dossier.klant.kenmerken
    toetsen = (toets_statushouder(statushouder, beleid), toets_keten(delen, opdracht.reden_afwijking, beleid))
    if niet_voldaan(toetsen):
        raise Geweigerd("De keten kan zo niet worden gepland.", niet_voldaan(toetsen))


def _deel(h: Handeling, dossier: Dossier, soort: AgendaSoort, deel: KetendeelOpdracht) -> Venster:
    minuten = deel.duur_minuten
    if minuten is None:
        minuten = gespreksregel(h, dossier.melding.gemeente, soort, dag(deel.begint)).duur.standaard
    return deel.begint, deel.begint + timedelta(minutes=minuten)


def _bewaar_informatie(h: Handeling, dossier: Dossier, opdracht: StatushouderketenOpdracht) -> None:
    """Keep what Vluchtelingenwerk told with each of the three, and why the chain is not on one day."""
    h.sessie.flush()
    vooraf = opdracht.vluchtelingenwerk.model_dump(mode="json", by_alias=True)
    for punt in agenda.gepland_van_klant(h.sessie, dossier.klant.id):
        if punt.soort in _KETEN:
            punt.gegevens = punt.gegevens | {"vluchtelingenwerk": vooraf, "redenKeten": opdracht.reden_afwijking}
