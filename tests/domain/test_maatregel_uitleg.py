"""What stands in the way of a decision, on which values it rests, and how an amount came about."""

from decimal import Decimal
from typing import Any

import pytest

from app.domain.maatregel.berekening import MaandBedrag
from app.domain.maatregel.beslissing import beslis, gebruikte_waarden, in_de_weg
from app.domain.maatregel.feiten import HoorFeiten, Verwijtbaarheid, Voorstel
from app.domain.maatregel.motivering import formule
from app.domain.maatregel.toets_bevoegdheid import toets_toetser
from tests.steun.maatregel import ADVIES, BELEID, BESLUIT, feiten, normen


def advies(voorstel: Voorstel) -> dict[str, Any]:
    return {"advies": ADVIES.model_copy(update={"voorstel": voorstel})}


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        pytest.param({}, [], id="niets"),
        pytest.param({"hoor": HoorFeiten()}, ["gehoord"], id="niet-gehoord"),
        pytest.param({"advies": None}, ["advies_gegeven"], id="geen-advies"),
        pytest.param({"normen": ()}, ["norm_bekend"], id="geen-norm"),
        pytest.param(
            {"hoor": HoorFeiten(), "normen": (), **advies(Voorstel.WAARSCHUWING)},
            ["gehoord"],
            id="waarschuwing-zonder-hoogte",
        ),
        pytest.param(
            {"hoor": HoorFeiten(), "besluiter": ADVIES.adviseur, **advies(Voorstel.AFZIEN)},
            ["besluiter_is_niet_adviseur"],
            id="afzien-vraagt-alleen-wie-beslist",
        ),
        pytest.param(
            {"hoor": HoorFeiten(), "keuze": Voorstel.AFZIEN},
            ["advies_gevolgd_of_gemotiveerd"],
            id="afwijken-zonder-reden",
        ),
    ],
)
def test_wat_een_besluit_in_de_weg_staat(anders: dict[str, Any], verwacht: list[str]) -> None:
    zaak = feiten(**anders)
    assert [toets.voorwaarde for toets in in_de_weg(zaak, beslis(zaak, BELEID, BESLUIT))] == verwacht


@pytest.mark.parametrize(
    "anders",
    [
        pytest.param({}, id="maatregel"),
        pytest.param(advies(Voorstel.WAARSCHUWING), id="waarschuwing"),
        pytest.param(advies(Voorstel.AFZIEN), id="afzien"),
        pytest.param({"verwijtbaarheid": Verwijtbaarheid.ONTBREEKT}, id="niet-te-verwijten"),
    ],
)
def test_de_uitleg_van_de_consulent_staat_in_de_motivering(anders: dict[str, Any]) -> None:
    uitleg = "U kende de dag en belde niet."
    zonder = beslis(feiten(**anders), BELEID, BESLUIT).motivering
    met = beslis(feiten(uitleg_aan_klant=uitleg, **anders), BELEID, BESLUIT).motivering
    assert uitleg not in " ".join(zonder)
    assert " ".join(met).count(uitleg) == 1


def test_op_welke_waarden_een_besluit_rust() -> None:
    zaak = feiten()
    namen = gebruikte_waarden(zaak, BELEID, beslis(zaak, BELEID, BESLUIT))
    assert list(namen) == sorted(namen)
    assert {"gedragingen", "hersteltermijn_werkdagen", "verlaging_procent"} <= set(namen)


@pytest.mark.parametrize(
    ("procent", "bedrag", "tekst"),
    [
        pytest.param(Decimal(30), 42045, "30 % van € 1.401,50 = € 420,45", id="gewoon"),
        pytest.param(
            Decimal(100),
            98105,
            "100 % van € 1.401,50 = € 1.401,50; niet meer dan wat van de norm over is: € 981,05",
            id="begrensd",
        ),
        pytest.param(None, 5000, "vast bedrag = € 50,00", id="vast"),
    ],
)
def test_formule(procent: Decimal | None, bedrag: int, tekst: str) -> None:
    norm = normen()[0]
    assert (
        formule(MaandBedrag(maand=norm.maand, norm=norm.norm, norm_versie="n", procent=procent, bedrag=bedrag)) == tekst
    )


@pytest.mark.regel("DEV-MTR-505")
@pytest.mark.parametrize(("toetser", "uitkomst"), [("adviseur", "niet_voldaan"), ("een ander", "voldaan")])
def test_wie_adviseerde_toetst_niet(toetser: str, uitkomst: str) -> None:
    assert toets_toetser("adviseur", toetser).uitkomst == uitkomst
