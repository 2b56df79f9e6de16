"""Facts about the taaleis for tests: of the domain, and over HTTP."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from app.domain.taaleis.beleid import TaaleisBeleid
from app.domain.taaleis.dossier import Genomen, Regel, Taaldictum, Taaldossier
from app.domain.taaleis.soorten import lees_feit
from tests.steun.beleid import vast_register
from tests.steun.dienst import Dienst

BELEID = vast_register().geldend(TaaleisBeleid, "GM0150", date(2026, 3, 31)).beleid
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


BESPREKING = {
    "taal_niet_in_staat": "Nee.",
    "taal_belemmeringen": "Geen.",
    "taal_mogelijkheden": "Les in de buurt.",
    "taal_bereid": "Nee, ik wil niet.",
    "taal_plan": "Een taaldoel.",
}
WEGING = {
    "verwijt": "aanwezig",
    "verwijtMotivering": "De klant kan leren maar wil niet.",
    "dringendeRedenen": False,
    "dringendeRedenenMotivering": "Besproken; er zijn er geen.",
    "gehoordOp": "2026-05-13",
}
MOTIVERING = {"motivering": "Alle hulp is aangeboden en afgewezen."}


def bespreek(dienst: Dienst, klant: str) -> None:
    """Answer what the kennismakingsgesprek asks about the taaleis."""
    antwoorden = [{"vraag": vraag, "waarde": waarde} for vraag, waarde in BESPREKING.items()]
    gesprek = {"soort": "kennismaking", "antwoorden": antwoorden}
    dienst.doe("POST", f"/klanten/{klant}/gesprekken", "inkomensconsulent", gesprek)


def open_zaak(dienst: Dienst, klant: str, soort: str, **weging: Any) -> Any:
    """Open a zaak."""
    return dienst.doe("POST", f"/klanten/{klant}/taaleiszaken", "inkomensconsulent", {"soort": soort} | weging)


def probeer_besluit(dienst: Dienst, zaak: Any) -> Any:
    """Try to decide on the present version; return the response."""
    pad = f"/taaleiszaken/{zaak['id']}"
    versie = dienst.doe("GET", pad, "inkomensconsulent")["versie"]
    return dienst.roep("POST", f"{pad}/besluiten", "inkomensconsulent", MOTIVERING, versie=versie)


def besluit(dienst: Dienst, zaak: Any) -> Any:
    """Decide, let somebody else check, and send it today; replaying gives the same bytes."""
    genomen_ = probeer_besluit(dienst, zaak)
    assert genomen_.status_code == 201, genomen_.text
    pad = f"/besluiten/{genomen_.json()['id']}"
    dienst.doe("POST", f"{pad}/toetsingen", "toetser", {"akkoord": True})
    verzending = {"verzondenOp": str(dienst.klok.nu().date()), "wijze": "post"}
    klaar = dienst.doe("POST", f"{pad}/bekendmakingen", "administratie", verzending)
    assert dienst.doe("POST", f"{pad}/narekenen", "fg")["zelfde"] is True
    return klaar
