"""Facts of the regelingen for tests of the pure rules, each of them granted unless something is changed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.beleid.model import Herkomst
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.klantgroep import Klantgroep
from app.domain.subsidie.beleid import SubsidieBeleid
from app.domain.subsidie.beslissing import Subsidiebeslissing, beslis
from app.domain.subsidie.gegevens import (
    Startbaangegevens,
    Tegemoetkominggegevens,
    Uitstroomgegevens,
    Vergoedinggegevens,
)
from app.domain.subsidie.model import Dienstverbandfeiten, EerdereSubsidie, GebruiktCijfer, Subsidiefeiten
from app.domain.subsidie.regels import Regels
from app.domain.subsidie.startbaan import StartbaanFeiten
from app.domain.subsidie.tegemoetkoming import TegemoetkomingFeiten
from app.domain.subsidie.uitstroompremie import UitstroomFeiten
from app.domain.subsidie.vergoeding import VergoedingFeiten
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


MARKT = {"eerlijke_concurrentie": True, "geen_verdringing": True}


def minimumloon(bedrag: int, per: date = VAN, herkomst: Herkomst = Herkomst.VASTGESTELD) -> GebruiktCijfer:
    """The minimum wage of a month as a figure."""
    grondslag = Grondslag(regeling="Wet minimumloon en minimumvakantiebijslag", artikel="8", lid="1")
    vast = {"naam": "wettelijk minimumloon", "beleid": "wml", "veld": "maand_21plus", "grondslag": grondslag}
    return GebruiktCijfer.model_validate(vast | {"waarde": bedrag, "per": per, "herkomst": herkomst})


def tegemoetkoming(*lonen: int, **anders: Any) -> TegemoetkomingFeiten:
    """Everything in order; ``lonen`` are the minimum wages of the six months."""
    vast: dict[str, Any] = {
        "regeling": "tijdelijke_tegemoetkoming_loonkosten",
        "compenseert": ["arbeidsritme"],
        "ontwikkelpotentieel": True,
        "structurele_beperking": False,
        "andere_aanspraken": [],
    }
    gegevens = Tegemoetkominggegevens.model_validate(vast | MARKT | _rest(anders))
    cijfers = tuple(minimumloon(bedrag) for bedrag in lonen or (233_700,) * 6)
    return TegemoetkomingFeiten(**_feiten(gegevens, anders), minimumlonen=cijfers)


def premie(**anders: Any) -> UitstroomFeiten:
    """Everything in order for € 500,00."""
    vast: dict[str, Any] = {
        "regeling": "uitstroompremie",
        "langdurig_werkloos": True,
        "volledige_uitstroom": True,
        "duurzaam": True,
        "bedrag": 50_000,
        "bedrag_motivering": "De klant werkt al een jaar.",
    }
    return UitstroomFeiten(**_feiten(Uitstroomgegevens.model_validate(vast | _rest(anders)), anders))


def onkosten(*bedragen: int, **anders: Any) -> list[dict[str, Any]]:
    """Costs of a klant, each with a proof."""
    vast = {"soort": "reiskosten", "omschrijving": "Trein", "bewijs": True} | anders
    return [vast | {"bedrag": bedrag} for bedrag in bedragen]


def vergoeding(**anders: Any) -> VergoedingFeiten:
    """Everything in order for € 100,00."""
    vast: dict[str, Any] = {
        "regeling": "vergoeding",
        "kader": "traject",
        "kader_sinds": "2026-03-02",
        "kosten": onkosten(10_000),
        "aantoonbaar": True,
        "noodzakelijk": True,
        "uit_traject_of_dienstverband": True,
        "geen_andere_voorziening": True,
        "niet_door_werkgever": True,
        "vertraagt_traject": True,
        "hindert_werk": False,
        "geen_voorliggende_voorziening": True,
    }
    return VergoedingFeiten(**_feiten(Vergoedinggegevens.model_validate(vast | _rest(anders)), anders))


def eerder(regeling: str, **anders: Any) -> tuple[EerdereSubsidie, ...]:
    """One subsidy that was granted before."""
    return (EerdereSubsidie.model_validate({"regeling": regeling, "toegekend": True} | anders),)


def uitkomst(regels: Regels, feiten: Subsidiefeiten, peildatum: date = DAG) -> Subsidiebeslissing:
    """What is decided."""
    return beslis(regels, feiten, BELEID, peildatum)


def tegen(beslissing: Subsidiebeslissing) -> list[tuple[str, str]]:
    """The conditions that are not met or open, with their outcome."""
    return [(t.voorwaarde, str(t.uitkomst)) for t in beslissing.toetsen if t.uitkomst != "voldaan"]
