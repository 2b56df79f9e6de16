"""The way to an indeling for tests: screening term, format, ambitiegesprek, proposal, decision."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import httpx

from app.db.organisatie import Medewerker
from app.db.sessie import transactie
from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.termijnen import ambitiegesprektermijn
from app.domain.kern.rollen import Rol
from app.services.handeling import Handeling
from app.services.taak import bewaak
from tests.steun.diagnose import FORMAT
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.klanten import handelend, ingedeeld, rij

GESPREK: dict[str, Any] = {
    "datum": "2026-03-31",
    "verwachteTermijnMaanden": 4,
    "urenPerWeek": 24,
    "motivatie": "Wil graag terug de zorg in.",
    "verslag": "Kort verslag voor wie het overneemt.",
    "jarenNederlandstaligOnderwijs": 12,
}
ZORGEN: dict[str, Any] = {
    "verwachteTermijnMaanden": "geen",
    "arbeidspotentieel": "geen",
    "ontwikkelpotentieel": "geen",
    "motivatieBijdrage": False,
    "mogelijkhedenBijdrage": True,
}
FACILITEREN = ZORGEN | {"motivatieBijdrage": True}
STUDIEPLICHT = {"besluit": "niet_opgelegd", "reden": "Heeft een startkwalificatie."}
HANDHAVING: dict[str, Any] = {
    "geenFormeelWerkOfVrijwilligerswerk": True,
    "fysiekEnPsychischInStaat": True,
    "vermoedenActiviteiten": True,
    "nietBemiddelbaar": True,
    "factoren": ["agressief_gedrag"],
    "motivering": "Besproken met de sociale recherche.",
}


def nieuw(dienst: Dienst, **velden: Any) -> str:
    """Register a klant without klantgroep, team or consulent."""
    leeg: dict[str, Any] = {"consulent_id": None, "inkomensconsulent_id": None, "team": None}
    return ingedeeld(dienst, None, **(leeg | velden))


def screen(dienst: Dienst, klant_id: str, dag: str = "2026-03-31") -> None:
    """Start the term of the ambitiegesprek, as a screening does."""
    actor = handelend(Rol.INKOMENSCONSULENT)
    with transactie(dienst.state.sessies, actor) as sessie:
        h = Handeling(sessie, actor, dienst.state.register, dienst.klok.nu(), "test", "test", "c")
        klant = h.klant(UUID(klant_id))
        beleid = h.beleid.geldend(IndelingBeleid, klant.gemeente, h.vandaag).beleid
        bewaak(h, ambitiegesprektermijn(date.fromisoformat(dag), beleid), klant, klant.id)


def certificeer(dienst: Dienst, dag: str = "2025-01-01") -> None:
    """Give the intaker the Dariuz certificate."""
    with transactie(dienst.state.sessies, handelend(Rol.BEHEERDER)) as sessie:
        medewerker = sessie.get(Medewerker, medewerker_id(Rol.INTAKER))
        assert medewerker is not None
        medewerker.dariuz_certificaat_op = date.fromisoformat(dag)


def vul_format_in(dienst: Dienst, klant_id: str) -> None:
    """Complete the format on the leefgebieden."""
    dienst.doe("POST", f"/klanten/{klant_id}/leefgebiedenformats", "intaker", FORMAT)


def spreek(dienst: Dienst, klant_id: str, **anders: Any) -> Any:
    """Hold the ambitiegesprek, with a complete format."""
    vul_format_in(dienst, klant_id)
    return dienst.doe("POST", f"/klanten/{klant_id}/ambitiegesprekken", "intaker", GESPREK | anders)


def stel_voor(dienst: Dienst, klant_id: str, rol: str = "intaker", **anders: Any) -> Any:
    """Ask for a proposal."""
    return dienst.doe("POST", f"/klanten/{klant_id}/indelingsvoorstellen", rol, anders)


def besluit(dienst: Dienst, klant_id: str, voorstel: Any, rol: str = "intaker", **anders: Any) -> httpx.Response:
    """Decide on a proposal, by default as proposed and agreed."""
    opdracht = {"voorstelId": voorstel["id"], "klantgroep": voorstel["klantgroep"], "eens": True} | anders
    versie = rij(dienst, klant_id).versie
    return dienst.roep("POST", f"/klanten/{klant_id}/indelingen", rol, opdracht, versie=versie)


def deel_in(dienst: Dienst, klant_id: str, rol: str = "intaker", feiten: Any = None, **anders: Any) -> Any:
    """Propose and decide; it must succeed."""
    antwoord = besluit(dienst, klant_id, stel_voor(dienst, klant_id, rol, **(feiten or {})), rol, **anders)
    assert antwoord.status_code == 201, antwoord.text
    return antwoord.json()


def klaar(dienst: Dienst, gesprek: Any = None, **velden: Any) -> str:
    """Register a klant with an ambitiegesprek."""
    klant_id = nieuw(dienst, **velden)
    spreek(dienst, klant_id, **(gesprek or {}))
    return klant_id


def mis(antwoord: httpx.Response) -> list[str]:
    """The conditions that stood in the way of a refused handling."""
    assert antwoord.status_code == 409, antwoord.text
    return [toets["voorwaarde"] for toets in antwoord.json()["toetsen"]]
