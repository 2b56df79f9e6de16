"""Indeling: the proposal, by the possibility and the term to work."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.criteria import criteria
from app.domain.indeling.feiten import IndelingFeiten, Potentieel
from app.domain.indeling.voorstel import stel_voor
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Uitkomst, alle_voldaan
from tests.steun.beleid import vast_register

BELEID = vast_register().geldend(IndelingBeleid, "GM0150", date(2026, 4, 7)).beleid
M, G, F, Z = Klantgroep.MATCHEN, Klantgroep.GROEIEN, Klantgroep.FACILITEREN, Klantgroep.ZORGEN
GEEN, WEINIG, VOLDOENDE = Potentieel.GEEN, Potentieel.WEINIG, Potentieel.VOLDOENDE
VER = {"verwachte_termijn_maanden": "geen", "arbeidspotentieel": GEEN, "ontwikkelpotentieel": GEEN}


def feiten(**anders: object) -> IndelingFeiten:
    return IndelingFeiten.model_validate({"leeftijd": 40, "eerste_indeling": True, **anders})


@pytest.mark.regel("DEV-KGR-003", "DEV-KGR-004")
@pytest.mark.parametrize(
    ("termijn", "groep"),
    [
        pytest.param(0, M, id="direct"),
        pytest.param(5, M, id="5-maanden"),
        pytest.param(6, M, id="precies-6-maanden"),
        pytest.param(7, G, id="7-maanden"),
        pytest.param(35, G, id="35-maanden"),
        pytest.param(36, G, id="precies-36-maanden"),
        pytest.param(37, None, id="37-maanden-andere-feiten-onbekend"),
        pytest.param("geen", None, id="geen-termijn-andere-feiten-onbekend"),
        pytest.param(None, None, id="termijn-onbekend"),
    ],
)
def test_verwachte_termijn_geeft_matchen_of_groeien(termijn: int | str | None, groep: Klantgroep | None) -> None:
    voorstel = stel_voor(feiten(verwachte_termijn_maanden=termijn), BELEID)
    assert (voorstel.klantgroep, voorstel.uitzondering, voorstel.twijfel) == (groep, None, False)
    assert voorstel.toelichting.startswith("De klant voldoet" if groep else "De feiten wijzen nog niet")


@pytest.mark.regel("DEV-KGR-005", "DEV-KGR-006", "DEV-KGR-501", "DEV-KGR-502")
@pytest.mark.parametrize(
    ("anders", "groep", "twijfel"),
    [
        pytest.param({"motivatie_bijdrage": True, "mogelijkheden_bijdrage": True}, F, False, id="kan-en-wil"),
        pytest.param({"participeert": True}, F, False, id="participeert-al"),
        pytest.param({"motivatie_bijdrage": False, "mogelijkheden_bijdrage": True}, Z, False, id="wil-niet"),
        pytest.param({"motivatie_bijdrage": True, "mogelijkheden_bijdrage": False}, Z, False, id="kan-niet"),
        pytest.param({"motivatie_bijdrage": False}, Z, False, id="wil-niet-kan-onbekend"),
        pytest.param({"motivatie_bijdrage": True}, None, False, id="kan-onbekend"),
        pytest.param({"participeert": True, "ontwikkelpotentieel": WEINIG}, F, False, id="weinig-potentieel-en-wil"),
        pytest.param(
            {"motivatie_bijdrage": False, "ontwikkelpotentieel": WEINIG}, Z, True, id="weinig-potentieel-wil-niet"
        ),
        pytest.param({"participeert": True, "ontwikkelpotentieel": VOLDOENDE}, None, False, id="ontwikkelpotentieel"),
        pytest.param({"participeert": True, "ontwikkelpotentieel": None}, None, False, id="ontwikkeling-onbekend"),
        pytest.param({"participeert": True, "arbeidspotentieel": VOLDOENDE}, None, False, id="arbeidspotentieel"),
        pytest.param({"participeert": True, "verwachte_termijn_maanden": 37}, F, False, id="37-maanden"),
        pytest.param({"participeert": True, "verwachte_termijn_maanden": 36}, None, False, id="36-zonder-potentieel"),
    ],
)
def test_buiten_bereik_van_werk(anders: dict[str, object], groep: Klantgroep | None, twijfel: bool) -> None:
    voorstel = stel_voor(feiten(**{**VER, **anders}), BELEID)
    assert (voorstel.klantgroep, voorstel.twijfel) == (groep, twijfel)


@pytest.mark.regel("DEV-KGR-019")
@pytest.mark.parametrize("kenmerk", [Kenmerk.PARTTIMER_STRUCTUREEL, Kenmerk.WSW, Kenmerk.BESCHUT_WERK, Kenmerk.LKS])
@pytest.mark.parametrize(("termijn", "twijfel"), [(3, False), (60, True), ("geen", True), (None, False)])
def test_structureel_ondersteund_is_groeien(kenmerk: Kenmerk, termijn: int | str | None, twijfel: bool) -> None:
    klant = feiten(kenmerken={kenmerk}, verwachte_termijn_maanden=termijn)
    voorstel = stel_voor(klant, BELEID)
    assert (voorstel.klantgroep, voorstel.twijfel) == (G, twijfel)
    assert voorstel.uitzondering is not None


@pytest.mark.regel("DEV-KGR-020")
@pytest.mark.parametrize(
    ("anders", "groep"),
    [
        pytest.param({}, M, id="termijn-onbekend"),
        pytest.param({"verwachte_termijn_maanden": 6}, M, id="6-maanden"),
        pytest.param({"verwachte_termijn_maanden": 7}, G, id="7-maanden"),
        pytest.param({**VER, "participeert": True}, F, id="geen-potentieel"),
        pytest.param({"arbeidspotentieel": GEEN}, None, id="geen-arbeidspotentieel-termijn-onbekend"),
        pytest.param({"extra": True, "verwachte_termijn_maanden": 3}, G, id="beroep-op-zorgplicht"),
    ],
)
def test_alleenstaande_ouder_begint_in_matchen(anders: dict[str, object], groep: Klantgroep | None) -> None:
    kenmerken = {Kenmerk.ALLEENSTAANDE_OUDER}
    if anders.get("extra"):
        kenmerken.add(Kenmerk.BEROEP_OP_ZORGPLICHT)
    overig = {naam: waarde for naam, waarde in anders.items() if naam != "extra"}
    assert stel_voor(feiten(kenmerken=kenmerken, **overig), BELEID).klantgroep is groep


@pytest.mark.regel("DEV-KGR-022")
def test_parttimer_zonder_belemmering_is_matchen() -> None:
    assert stel_voor(feiten(parttimer_zonder_belemmering=True, verwachte_termijn_maanden=12), BELEID).klantgroep is M


@pytest.mark.regel("DEV-JON-001", "DEV-JON-004")
@pytest.mark.parametrize(
    ("anders", "groep"),
    [
        pytest.param({"verwachte_termijn_maanden": 6}, M, id="6-maanden"),
        pytest.param({"verwachte_termijn_maanden": 7}, G, id="7-maanden"),
        pytest.param({"verwachte_termijn_maanden": 37, **VER, "participeert": True}, G, id="geen-potentieel"),
        pytest.param({**VER, "participeert": True, "leeftijd": 27}, F, id="27-jaar-is-geen-jongere"),
        pytest.param({**VER, "participeert": True, "eerste_indeling": False}, F, id="latere-indeling"),
        pytest.param({}, None, id="termijn-onbekend"),
    ],
)
def test_jongere_begint_in_groeien_of_matchen(anders: dict[str, object], groep: Klantgroep | None) -> None:
    assert stel_voor(feiten(**{"leeftijd": 26, **anders}), BELEID).klantgroep is groep


@pytest.mark.parametrize(("leeftijd", "groep"), [(26, G), (27, M)])
def test_jongere_zonder_wajong_is_groeien(leeftijd: int, groep: Klantgroep) -> None:
    klant = feiten(leeftijd=leeftijd, wajong_afgewezen=True, verwachte_termijn_maanden=3)
    assert stel_voor(klant, BELEID).klantgroep is groep


def test_korte_termijn_zonder_potentieel_is_twijfel() -> None:
    klant = feiten(verwachte_termijn_maanden=3, arbeidspotentieel=GEEN, ontwikkelpotentieel=GEEN)
    voorstel = stel_voor(klant, BELEID)
    assert (voorstel.klantgroep, voorstel.twijfel) == (M, True)


@pytest.mark.regel("DEV-KGR-002")
def test_voorstel_toont_per_klantgroep_wat_wel_niet_en_nog_niet_vaststaat() -> None:
    per_groep = criteria(feiten(verwachte_termijn_maanden=40, motivatie_bijdrage=True), BELEID)
    assert list(per_groep) == [M, G, F, Z]
    assert {groep: [t.uitkomst for t in toetsen] for groep, toetsen in per_groep.items()} == {
        M: [Uitkomst.NIET_VOLDAAN],
        G: [Uitkomst.NIET_VOLDAAN, Uitkomst.VOLDAAN],
        F: [
            Uitkomst.VOLDAAN,
            Uitkomst.ONBEPAALD,
            Uitkomst.ONBEPAALD,
            Uitkomst.VOLDAAN,
            Uitkomst.ONBEPAALD,
        ],
        Z: [Uitkomst.VOLDAAN, Uitkomst.ONBEPAALD, Uitkomst.ONBEPAALD, Uitkomst.ONBEPAALD],
    }
    assert not any(alle_voldaan(toetsen) for toetsen in per_groep.values())
