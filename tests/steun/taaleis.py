"""Facts about the taaleis for tests: of the domain, and over HTTP."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from app.db.beleid_bestanden import laad_register
from app.domain.taaleis.beleid import TaaleisBeleid
from app.domain.taaleis.dossier import Genomen, Regel, Taaldictum, Taaldossier
from app.domain.taaleis.soorten import lees_feit
from tests.steun.dienst import Dienst

BELEID = laad_register().geldend(TaaleisBeleid, "GM0150", date(2026, 3, 31)).beleid
VAARDIGHEDEN = ("spreken", "luisteren", "schrijven", "lezen", "gespreksvoering")
OP_1F: Mapping[str, str] = dict.fromkeys(VAARDIGHEDEN, "1F")
ONDER_1F: Mapping[str, str] = {**OP_1F, "schrijven": "onder_1F"}

CHECK = {"soort": "check", "moment": "ambitiegesprek", "uitkomst": "niet_vast_te_stellen"}
NIET_BEREID = {
    "soort": "bereidverklaring",
    "bereid": False,
    "bewoording": "Ik wil dat niet.",
    "moment": "kennismakingsgesprek",
}
BEREID = NIET_BEREID | {"bereid": True, "bewoording": "Ik ga Nederlands leren."}
STOP = {"soort": "gestopt", "toelichting": "Komt niet meer bij de les."}
VERMOEDEN = {"soort": "vermoeden", "grond": "Het gesprek ging met een tolk."}
TAALPLAN = {
    "soort": "taalplan",
    "vormOndersteuning": "Taalmaatje en lessen in het buurthuis.",
    "beoordelingVoortgang": "Elk half jaar een toets.",
}
BESPROKEN = {"soort": "uitslag_meegedeeld", "moment": "kennismakingsgesprek"}
AANMELDING = {"soort": "taaltest_aanmelding", "moment": "ambitiegesprek", "aanbieder": "Taalhuis"}


def taaltest(uitslag_op: str, **anders: Any) -> dict[str, Any]:
    """Return a taaltest below 1F, taken and marked on this day."""
    vast = {"soort": "taaltest", "datum": uitslag_op, "uitslagOp": uitslag_op, "vaardigheden": ONDER_1F}
    return vast | anders


def dossier(*feiten: dict[str, Any], besluiten: tuple[Genomen, ...] = ()) -> Taaldossier:
    """Make a dossier of these facts; each gets a number as its identity."""
    gelezen = [Regel(id=str(UUID(int=nr)), feit=lees_feit(feit)) for nr, feit in enumerate(feiten, 1)]
    return Taaldossier(regels=tuple(sorted(gelezen, key=lambda regel: regel.feit.datum)), besluiten=besluiten)


def genomen(dictum: str, op: str, nr: int = 100, **anders: Any) -> Genomen:
    """Make a besluit that was sent."""
    return Genomen(id=str(UUID(int=nr)), dictum=Taaldictum(dictum), verzonden_op=date.fromisoformat(op), **anders)


def leg_vast(dienst: Dienst, klant: str, *feiten: dict[str, Any], rol: str = "inkomensconsulent") -> Any:
    """Record facts; return the taaleis as it is then."""
    for feit in feiten:
        dienst.doe("POST", f"/klanten/{klant}/taaleisfeiten", rol, {"datum": str(dienst.klok.nu().date())} | feit)
    return taaleis(dienst, klant)


def taaleis(dienst: Dienst, klant: str) -> Any:
    """Read the taaleis of a klant."""
    return dienst.doe("GET", f"/klanten/{klant}/taaleis", "inkomensconsulent")


def soorten(beeld: Any) -> list[str]:
    """The kinds of the open taken, sorted."""
    return sorted(taak["soort"] for taak in beeld["taken"])
