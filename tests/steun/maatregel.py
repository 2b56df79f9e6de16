"""A complete maatregelzaak of Deventer (kick-off, second no-show) from which each test takes or changes one thing."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Toets, niet_voldaan
from app.domain.maatregel.beleid import MaatregelBeleid, Regime
from app.domain.maatregel.feiten import (
    Advies,
    BriefSoort,
    HoorFeiten,
    HoorKanaal,
    NormMaand,
    Oorzaak,
    PlanFeiten,
    Verwijtbaarheid,
    Verzending,
    Voorstel,
    Wijze,
    ZaakFeiten,
    Zaaksoort,
)

PAKKETTEN = Path(__file__).parents[2] / "app" / "beleid"
KICK_OFF = "pva_niet_meewerken_kick_off"
NO_SHOW_1, NO_SHOW_2 = date(2026, 4, 14), date(2026, 4, 23)
VERZONDEN = date(2026, 4, 15)
BESLUIT = date(2026, 5, 20)
BEIDE = frozenset({Wijze.AANGETEKEND, Wijze.REGULIER})
UITNODIGING = Verzending(
    soort=BriefSoort.UITNODIGING,
    datum_verzonden=date(2026, 4, 3),
    wijze=frozenset({Wijze.EMAIL}),
    gesprek_op=NO_SHOW_1,
)
HERSTELTERMIJN = Verzending(
    soort=BriefSoort.HERSTELTERMIJN,
    datum_verzonden=VERZONDEN,
    wijze=BEIDE,
    gesprek_op=NO_SHOW_2,
    kenmerk_aangetekend="3SRRC0001",
)
HOOR = HoorFeiten(gehoord=True, datum=date(2026, 5, 7), kanaal=HoorKanaal.TELEFONISCH, verklaring_vastgelegd=True)
PLAN = PlanFeiten(
    ondertekend=True,
    ondertekend_op=date(2026, 4, 10),
    bevat_verplichting=True,
    verzuimregels_uitgereikt_op=date(2026, 4, 10),
)
ADVIES = Advies(voorstel=Voorstel.OPLEGGEN, adviseur="adviseur", datum=date(2026, 5, 12), gemotiveerd=True)


@cache
def _waarden() -> dict[str, Any]:
    waarden: dict[str, Any] = {}
    for laag in ("NL", "GM0150"):
        inhoud = tomllib.loads((PAKKETTEN / laag / "maatregel.toml").read_text(encoding="utf-8"))
        waarden |= inhoud["versie"][-1]["waarden"]
    return waarden


def beleid(**anders: Any) -> MaatregelBeleid:
    """Deventer's policy; ``anders`` changes single values (``recidive_maanden=6``)."""
    waarden = {**_waarden(), **{veld: {**_waarden()[veld], "waarde": waarde} for veld, waarde in anders.items()}}
    return MaatregelBeleid.model_validate(waarden)


BELEID = beleid()


def normen(vanaf: date = date(2026, 5, 1), aantal: int = 8) -> tuple[NormMaand, ...]:
    """The norm of an alleenstaande in 2026: 1.401,50 and from July 1.419,46."""
    maanden = [date(vanaf.year + (vanaf.month - 1 + n) // 12, (vanaf.month - 1 + n) % 12 + 1, 1) for n in range(aantal)]
    juli = date(2026, 7, 1)
    return tuple(
        NormMaand(maand=maand, norm=140150 if maand < juli else 141946, versie=f"NL/norm/{maand:%Y-%m}")
        for maand in maanden
    )


def feiten(**anders: Any) -> ZaakFeiten:
    """A kick-off zaak in which nothing is missing; ``anders`` replaces single facts."""
    goed: dict[str, Any] = {
        "regime": Regime.PW,
        "gedraging": KICK_OFF,
        "gedraging_datum": NO_SHOW_2,
        "melding_datum": date(2026, 3, 31),
        "leeftijd_op_gedraging": 34,
        "bereikt_aow": False,
        "klantgroep": Klantgroep.MATCHEN,
        "leefvorm": "alleenstaande",
        "plan": PLAN,
        "no_shows": (NO_SHOW_1, NO_SHOW_2),
        "verzendingen": (UITNODIGING, HERSTELTERMIJN),
        "hoor": HOOR,
        "verwijtbaarheid": Verwijtbaarheid.VOLLEDIG,
        "verwijtbaarheid_gemotiveerd": True,
        "omstandigheden_onderzocht": True,
        "oorzaak": Oorzaak.ONWIL,
        "dringende_redenen": False,
        "eerdere_maatregelen": (),
        "samenloop": (),
        "normen": normen(),
        "advies": ADVIES,
        "besluiter": "besluiter",
    }
    return ZaakFeiten(**{**goed, **anders})


def lik_op_stuk(**anders: Any) -> ZaakFeiten:
    """A first no-show at an appointment about work, klantgroep Groeien."""
    vast: dict[str, Any] = {
        "soort": Zaaksoort.LIK_OP_STUK,
        "gedraging": "niet_verschijnen_arbeidsinschakeling",
        "klantgroep": Klantgroep.GROEIEN,
        "no_shows": (NO_SHOW_2,),
        "sms_herinnering": True,
        "verzendingen": (),
        "plan": PlanFeiten(),
    }
    return feiten(**{**vast, **anders})


def in_de_weg(toetsen: tuple[Toets, ...]) -> dict[str, str]:
    """The conditions that are not met, by code, with their outcome."""
    return {toets.voorwaarde: toets.uitkomst.value for toets in niet_voldaan(toetsen)}
