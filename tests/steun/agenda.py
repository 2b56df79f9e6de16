"""The agenda over HTTP: rooms, rosters, what is taken, and a day."""

from __future__ import annotations

from typing import Any

from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.intake import IC

WERKWEEK = [
    {"dag": dag, "van": "09:00", "tot": "17:00"} for dag in ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
]


def ruimte(dienst: Dienst, naam: str = "Spreekkamer 3", **anders: Any) -> Any:
    """Add a room at KonnecteD."""
    opdracht = {"locatie": "KonnecteD", "naam": naam, "capaciteit": 6} | anders
    return dienst.doe("POST", "/ruimten", "beheerder", opdracht)


def rooster(dienst: Dienst, wie: str = IC, **anders: Any) -> Any:
    """Let an employee work all week, nine to five."""
    opdracht = {"van": "2026-01-01", "dagen": WERKWEEK} | anders
    return dienst.doe("POST", f"/medewerkers/{wie}/roosters", "teamleider", opdracht)


def weg(dienst: Dienst, van: str, tot: str, wie: str = IC, **anders: Any) -> Any:
    """Let an employee be away."""
    opdracht = {"begin": van, "einde": tot} | anders
    return dienst.doe("POST", f"/medewerkers/{wie}/agendauitzonderingen", "administratie", opdracht)


def vrij(dienst: Dienst, soort: str, van: str, tot: str, *wie: str, **vraag: Any) -> list[Any]:
    """Search free moments as the receptie."""
    delen = [("soort", soort), ("van", van), ("tot", tot), *(("medewerkerId", nummer) for nummer in wie)]
    delen += [(naam, str(waarde)) for naam, waarde in vraag.items()]
    adres = "&".join(f"{naam}={waarde}" for naam, waarde in delen)
    momenten: list[Any] = dienst.doe("GET", f"/vrije-momenten?{adres}", "receptie")["momenten"]
    return momenten


def agenda(dienst: Dienst, dag: str, wie: str = IC, rol: str = "inkomensconsulent") -> list[Any]:
    """What is taken of an employee on a day."""
    regels: list[Any] = dienst.doe("GET", f"/medewerkers/{wie}/agenda?van={dag}", rol)["regels"]
    return regels


def tijden(dienst: Dienst, dag: str, wie: str = IC) -> list[tuple[str, str]]:
    """Kind and hour of what is taken of an employee on a day, as a clock in the Netherlands shows it in April."""
    from datetime import datetime
    from zoneinfo import ZoneInfo

    def klok(moment: str) -> str:
        return f"{datetime.fromisoformat(moment).astimezone(ZoneInfo('Europe/Amsterdam')):%H:%M}"

    return [(regel["agendapunt"]["soort"], klok(regel["begin"])) for regel in agenda(dienst, dag, wie)]


def overzicht(dienst: Dienst, dag: str, **vraag: str) -> Any:
    """The day as the receptie sees it."""
    erbij = "".join(f"&{naam}={waarde}" for naam, waarde in vraag.items())
    return dienst.doe("GET", f"/dagoverzicht?dag={dag}{erbij}", "receptie")


def afspraak(dienst: Dienst, klant: str, soort: str, begint: str, **anders: Any) -> Any:
    """Plan an appointment with the inkomensconsulent, as the receptie."""
    opdracht = {"klantId": klant, "soort": soort, "begint": begint, "medewerkerId": IC} | anders
    return dienst.doe("POST", "/afspraken", "receptie", opdracht)


IC2 = str(medewerker_id("inkomensconsulent", nummer=2))
INTAKER = str(medewerker_id("intaker"))
WERKCONSULENT = str(medewerker_id("werkconsulent"))
