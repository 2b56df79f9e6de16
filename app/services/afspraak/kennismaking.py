"""The kennismakingsgesprek at a distance: the call before, held at once or planned, and in two parts."""

from __future__ import annotations

from typing import Any

from app.db.afspraak import Afspraak
from app.db.agenda import punt as agenda
from app.db.klant import Klant
from app.domain.afspraak.feiten import AfspraakSoort
from app.domain.agenda.kennismaking import deel_twee_taak
from app.domain.agenda.soorten import Agendastatus
from app.domain.kern.tijd import dag
from app.services.afspraak.opdrachten import AfspraakOpdracht, GesprekSoort
from app.services.agenda.regels import agendabeleid
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak

TAKEN = ("kennismaking_plannen", "kennismaking_bellen", "kennismaking_deel_2_plannen")


def gegevens_kennismaking(opdracht: AfspraakOpdracht) -> dict[str, Any]:
    """Return what the agenda keeps of the call and the parts (DEV-DIG-502, DEV-DIG-504)."""
    gegevens: dict[str, Any] = {}
    if opdracht.belcontact is not None:
        gegevens["belcontact"] = opdracht.belcontact.model_dump(mode="json", by_alias=True)
    if opdracht.deel is not None:
        gegevens |= {"deel": opdracht.deel, "redenDelen": opdracht.reden_delen}
    return gegevens


def kennismakingsfouten(h: Handeling, opdracht: AfspraakOpdracht) -> dict[str, str]:
    """Return what is wrong with the call and the parts, per field."""
    fouten = {}
    anders = opdracht.soort is not GesprekSoort.KENNISMAKINGSGESPREK
    if anders and (opdracht.belcontact or opdracht.deel):
        fouten["soort"] = "Een belcontact of een deel hoort bij een kennismakingsgesprek."
    if opdracht.belcontact and opdracht.belcontact.gebeld_op > h.vandaag:
        fouten["belcontact.gebeldOp"] = "Deze dag ligt in de toekomst."
    if opdracht.deel is not None and opdracht.reden_delen is None:
        fouten["redenDelen"] = "Geef aan waarom het gesprek in tweeën gaat."
    return fouten


def meteen_gehouden(h: Handeling, opdracht: AfspraakOpdracht) -> bool:
    """Tell whether the conversation was held in the call itself, today (DEV-DIG-502)."""
    bellen = opdracht.belcontact
    return bool(bellen and bellen.meteen_gehouden and opdracht.begint <= h.nu and dag(opdracht.begint) == h.vandaag)


def vraag_tweede_deel(h: Handeling, klant: Klant, afspraak: Afspraak) -> bool:
    """Ask for the second part after the first was held; tell whether the plan has to wait for it (DEV-DIG-504)."""
    if afspraak.soort is not AfspraakSoort.KENNISMAKINGSGESPREK:
        return False
    punt = agenda.punt_van(h.sessie, afspraak.id)
    if punt is None or punt.status is not Agendastatus.VERSCHENEN or punt.gegevens.get("deel") != 1:
        return False
    wanneer = dag(afspraak.begint)
    voorstel = deel_twee_taak(wanneer, agendabeleid(h, klant.gemeente, wanneer))
    maak_taak(h, voorstel, Bestemming(afspraak.id, klant))
    return True
