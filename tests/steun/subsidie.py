"""Facts of the regelingen for tests of the pure rules, each of them granted unless something is changed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.kern.klantgroep import Klantgroep
from app.domain.subsidie.beleid import SubsidieBeleid
from app.domain.subsidie.beslissing import Subsidiebeslissing, beslis
from app.domain.subsidie.gegevens import Startbaangegevens
from app.domain.subsidie.model import Dienstverbandfeiten, Subsidiefeiten
from app.domain.subsidie.regels import Regels
from app.domain.subsidie.startbaan import StartbaanFeiten
from tests.steun.beleid import beleid_van

BELEID = beleid_van(SubsidieBeleid)
VAN = date(2026, 9, 1)
DAG = date(2026, 9, 15)
MOTIEF = "De klant leert het vak nog."


def dienstverband(**anders: Any) -> Dienstverbandfeiten:
    """Six months from 1 September 2026 for 32 hours."""
    vast: dict[str, Any] = {"van": VAN, "tot": date(2027, 3, 1), "uren": Decimal(32), "uitzendbeding": False}
    return Dienstverbandfeiten(**(vast | {"loon": 240_000, "lasten": 48_000} | anders))


def _feiten(gegevens: Any, anders: dict[str, Any]) -> dict[str, Any]:
    vast = {"ontvangen_op": DAG, "dienstverband": dienstverband(), "klantgroep": Klantgroep.GROEIEN}
    return vast | {"gegevens": gegevens} | {naam: waarde for naam, waarde in anders.items() if naam in _VELDEN}


_VELDEN = set(Subsidiefeiten.model_fields)


def _rest(anders: dict[str, Any]) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in anders.items() if naam not in _VELDEN}


def kosten(*bedragen: int, aanvaard: bool | None = True) -> list[dict[str, Any]]:
    """Lines of a cost overview."""
    vast = {"soort": "extra_begeleiding", "omschrijving": "Begeleiding", "aanvaard": aanvaard}
    return [vast | {"bedrag": bedrag} for bedrag in bedragen]


def startbaan(**anders: Any) -> StartbaanFeiten:
    """Everything in order, with costs of € 2.400,00."""
    vast: dict[str, Any] = {
        "regeling": "startbaansubsidie",
        "kosten": kosten(240_000),
        "afstand_tot_arbeidsmarkt": True,
        "passend": True,
        "passend_motivering": MOTIEF,
        "eerlijke_concurrentie": True,
        "geen_verdringing": True,
    }
    return StartbaanFeiten(**_feiten(Startbaangegevens.model_validate(vast | _rest(anders)), anders))


def uitkomst(regels: Regels, feiten: Subsidiefeiten, peildatum: date = DAG) -> Subsidiebeslissing:
    """What is decided."""
    return beslis(regels, feiten, BELEID, peildatum)


def tegen(beslissing: Subsidiebeslissing) -> list[tuple[str, str]]:
    """The conditions that are not met or open, with their outcome."""
    return [(t.voorwaarde, str(t.uitkomst)) for t in beslissing.toetsen if t.uitkomst != "voldaan"]
