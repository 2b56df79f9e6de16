"""What is known of a klant before a conversation: markers, missing parts of the form, facts and earlier answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from app.db import indeling as indelingen
from app.db.gesprek import betrokkene as betrokkenen
from app.db.gesprek import gesprek as db
from app.db.gesprek import voorbereiding as voorbereidingen
from app.db.intake import melding as meldingen
from app.db.klant import Klant
from app.domain.gesprek.soort import Antwoordwaarde, Bekend, Formulierdeel, Leeftijdsgroep, Markering, Taalmarkering
from app.domain.gesprek.toepassing import LeidraadFeiten
from app.domain.indeling.beleid import IndelingBeleid
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.leeftijd import jonger_dan
from app.services.handeling import Handeling
from app.services.taaleis.dossier import taalvraag


@dataclass(frozen=True)
class BekendAntwoord:
    """An answer that is known: from an earlier conversation (``gesprek_id``) or from the dossier."""

    waarde: Antwoordwaarde
    datum: date | None = None
    gesprek_id: UUID | None = None


def markeringen(h: Handeling, klant: Klant, dag: date) -> frozenset[Markering]:
    """Return the markers of a klant on a day; jongere follows from the birth date, the last from the taaleis."""
    grens = h.beleid.geldend(IndelingBeleid, klant.gemeente, dag).beleid.jongere_tot_leeftijd.waarde
    jong = jonger_dan(klant.geboortedatum, grens, dag)
    taal = taalvraag(h, klant)
    leeftijd = [Leeftijdsgroep.JONGERE] if jong else []
    return frozenset([*map(Kenmerk, klant.kenmerken), *leeftijd, *([Taalmarkering(taal)] if taal else [])])


def ontbrekende_delen(h: Handeling, klant: Klant) -> frozenset[Formulierdeel]:
    """Return the parts that the form of the running melding lacks: all of them as long as there is no form.

    Which parts a form leaves empty is noted by who reads it (DEV-SCR-003).
    """
    lopend = meldingen.lopende_meldingen(h.sessie, klant.id)
    if not lopend or lopend[-1].formulier_ontvangen_op is None:
        return frozenset(Formulierdeel)
    gelezen = voorbereidingen.voorbereiding(h.sessie, lopend[-1].id)
    return frozenset(map(Formulierdeel, gelezen.inhoud["ontbrekende_delen"] if gelezen else ()))


def bekende_antwoorden(h: Handeling, klant: Klant) -> dict[str, BekendAntwoord]:
    """Return the last answer to every question, over all conversations that were not withdrawn."""
    bekend: dict[str, BekendAntwoord] = {}
    for gesprek, antwoord in db.laatste_antwoorden(h.sessie, klant.id):
        if antwoord.waarde is None:
            if antwoord.vraag in bekend and bekend[antwoord.vraag].gesprek_id == gesprek.id:
                del bekend[antwoord.vraag]
        else:
            bekend[antwoord.vraag] = BekendAntwoord(lees_waarde(antwoord.waarde), gesprek.datum, gesprek.id)
    return bekend


def lees_waarde(bewaard: Mapping[str, Any]) -> Antwoordwaarde:
    """Return the answer that was stored."""
    waarde: Antwoordwaarde = bewaard["waarde"]
    return tuple(waarde) if isinstance(waarde, list) else waarde


def leidraadfeiten(h: Handeling, klant: Klant, dag: date, antwoorden: Mapping[str, BekendAntwoord]) -> LeidraadFeiten:
    """Return what decides on the questions for this klant."""
    return LeidraadFeiten(
        markeringen=markeringen(h, klant, dag),
        klantgroep=klant.klantgroep,
        ontbrekende_delen=ontbrekende_delen(h, klant),
        antwoorden={code: antwoord.waarde for code, antwoord in antwoorden.items()},
    )


def dossierfeiten(h: Handeling, klant: Klant) -> dict[Bekend, BekendAntwoord]:
    """Return the facts of the dossier that answer a question before it is asked; what is not known stays out."""
    gesprekken = indelingen.gesprekken(h.sessie, klant.id)
    laatste = gesprekken[0] if gesprekken else None
    bronnen: dict[Bekend, Callable[[], Antwoordwaarde | None]] = {
        Bekend.LEEFVORM: lambda: klant.leefvorm.value,
        Bekend.KOSTENDELENDE_MEDEBEWONERS: lambda: klant.kostendelende_medebewoners,
        Bekend.TELEFOON: lambda: klant.telefoon,
        Bekend.EMAIL: lambda: klant.email,
        Bekend.JAREN_NEDERLANDSTALIG_ONDERWIJS: lambda: _uit(laatste, "jaren_nederlandstalig_onderwijs"),
        Bekend.INBURGERING_VOLTOOID: lambda: True if _uit(laatste, "inburgering_voltooid_op") else None,
        Bekend.GEWENST_BEROEP: lambda: _uit(laatste, "gewenst_beroep"),
        Bekend.HULPVERLENERS: lambda: ", ".join(_hulpverleners(h, klant)) or None,
    }
    gevonden = ((feit, lees()) for feit, lees in bronnen.items())
    return {feit: BekendAntwoord(waarde) for feit, waarde in gevonden if waarde is not None}


def _hulpverleners(h: Handeling, klant: Klant) -> list[str]:
    wie = betrokkenen.hulpverleners(h.sessie, klant.id, h.vandaag)
    return [f"{hulp.organisatienaam} ({hulp.naam or hulp.rol})" for hulp in wie]


def _uit(gesprek: indelingen.Ambitiegesprek | None, veld: str) -> Antwoordwaarde | None:
    return gesprek.inhoud.get(veld) if gesprek else None
