"""Sociale activering that obliges to nothing: no obligation in a plan, no maatregel (DEV-VRZ-911)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.kern.toets import niet_voldaan
from app.domain.maatregel.beleid import Regime
from app.domain.maatregel.gereedheid import toets_gereedheid
from app.domain.plan.beleid import PlanBeleid
from app.domain.plan.toetsen import toets_plan
from app.domain.toekenning.activering import alleen_vrijwillig, lees_deelname
from tests.domain.test_plan import ROUTEKAART
from tests.steun import maatregel
from tests.steun.beleid import beleid_van

DAG = date(2026, 4, 7)
SOC = "sociale_activering"


def deelname(code: str = SOC, van: date = DAG, tot: date | None = None, **velden: Any) -> Any:
    antwoorden = {"werk_op_termijn_mogelijk": {"waarde": velden.get("uitzicht")}}
    return lees_deelname(code, van, tot, antwoorden, {"verplicht": velden.get("verplicht")})


@pytest.mark.regel("DEV-VRZ-911")
@pytest.mark.parametrize(
    ("lopend", "vrijwillig"),
    [
        pytest.param([deelname(uitzicht=True, verplicht=True)], False, id="uitzicht-en-verplicht"),
        pytest.param([deelname(uitzicht=True)], True, id="uitzicht-maar-vrijwillig"),
        pytest.param([deelname(uitzicht=False, verplicht=True)], True, id="geen-uitzicht"),
        pytest.param([deelname(uitzicht=None, verplicht=True)], True, id="uitzicht-onbekend"),
        pytest.param([deelname(), deelname("werkervaringsplaats")], False, id="met-iets-anders-ernaast"),
        pytest.param([deelname(van=date(2026, 4, 8))], False, id="begint-morgen"),
        pytest.param([deelname(tot=date(2026, 4, 7))], False, id="gisteren-de-laatste-dag"),
        pytest.param([deelname(tot=date(2026, 4, 8))], True, id="vandaag-de-laatste-dag"),
        pytest.param([], False, id="niets"),
    ],
)
def test_waar_de_klant_niet_aan_gehouden_is(lopend: list[Any], vrijwillig: bool) -> None:
    assert alleen_vrijwillig(lopend, DAG) is vrijwillig
    assert lees_deelname(SOC, DAG, None, {}, {}).bindt is False


@pytest.mark.regel("DEV-VRZ-911")
@pytest.mark.parametrize(
    ("verplichtingen", "vrijwillig", "fout"),
    [
        pytest.param(("voorziening_gebruiken",), True, ["activering_verplicht"], id="verplicht-zonder-uitzicht"),
        pytest.param(("voorziening_gebruiken",), False, [], id="wel-iets-om-te-verplichten"),
        pytest.param(("verschijnen_op_afspraken",), True, [], id="een-andere-verplichting"),
    ],
)
def test_het_plan_verplicht_niet_tot_vrijwillige_activering(
    verplichtingen: tuple[str, ...], vrijwillig: bool, fout: list[str]
) -> None:
    velden = {"verplichtingen": verplichtingen, "alleen_vrijwillige_activering": vrijwillig}
    mis = niet_voldaan(toets_plan(ROUTEKAART.model_copy(update=velden), beleid_van(PlanBeleid)))
    assert [toets.voorwaarde for toets in mis if toets.voorwaarde == "activering_verplicht"] == fout


@pytest.mark.regel("DEV-VRZ-911")
@pytest.mark.parametrize("regime", [Regime.PW, Regime.IOAW])
@pytest.mark.parametrize(
    ("gedraging", "vrijwillig", "geweigerd"),
    [
        ("traject_niet_willen_volgen", True, True),
        ("traject_niet_willen_volgen", False, False),
        ("onvoldoende_sollicitaties", True, False),
    ],
)
def test_geen_maatregel_op_vrijwillige_activering(
    regime: Regime, gedraging: str, vrijwillig: bool, geweigerd: bool
) -> None:
    feiten = maatregel.feiten(regime=regime, gedraging=gedraging, alleen_vrijwillige_activering=vrijwillig)
    gevonden = maatregel.in_de_weg(toets_gereedheid(feiten, maatregel.beleid(), maatregel.BESLUIT))
    assert ("deelname_verplicht" in gevonden) is geweigerd
