"""Chains, parts and calls: the rules that look at more than one conversation."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from app.domain.agenda.beleid import AgendaBeleid
from app.domain.agenda.kennismaking import (
    KennismakingFeiten,
    beltaak,
    deel_twee_taak,
    signalen_kennismaking,
    toetsen_kennismaking,
)
from app.domain.agenda.keten import toets_keten, toets_statushouder
from app.domain.agenda.overleg import driegesprektaak, toets_driegesprek
from app.domain.agenda.planregels import PlanFeiten, signalen_plannen, toetsen_plannen
from app.domain.agenda.soorten import AgendaSoort, Deelnemerrol, Gesprekskanaal
from app.domain.agenda.toetsen import toets_zelfde_werk
from app.domain.kern.grondslag import productenboek
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import FRAUDETAKEN
from app.domain.kern.toets import Uitkomst
from tests.steun.beleid import vast_register

DAG = date(2026, 4, 1)
BELEID = vast_register().geldend(AgendaBeleid, "GM0150", DAG).beleid
IN_DELEN = BELEID.model_copy(update={"kennismaking_delen": BELEID.kennismaking_delen.model_copy(update={"waarde": 2})})
GOED, FOUT = Uitkomst.VOLDAAN, Uitkomst.NIET_VOLDAAN


def d(van: str, tot: str, dag: int = 2) -> tuple[datetime, datetime]:
    return tuple(datetime.fromisoformat(f"2026-04-{dag:02d}T{klok}:00+02:00") for klok in (van, tot))  # type: ignore[return-value]


@pytest.mark.regel("DEV-DOE-009")
@pytest.mark.parametrize(
    ("delen", "reden", "uitkomst"),
    [
        pytest.param((d("10:00", "10:30"), d("10:45", "11:45"), d("11:45", "12:15")), None, GOED, id="in-een-rij"),
        pytest.param((d("10:00", "10:30"), d("11:00", "12:00"), d("12:30", "13:00")), None, GOED, id="half-uur"),
        pytest.param((d("10:00", "10:30"), d("11:01", "12:00"), d("12:00", "13:00")), None, FOUT, id="31-minuten"),
        pytest.param((d("10:00", "10:30"), d("10:29", "11:00"), d("11:00", "11:30")), None, FOUT, id="door-elkaar"),
        pytest.param((d("10:45", "11:15"), d("10:00", "10:45"), d("11:15", "11:30")), None, FOUT, id="andere-orde"),
        pytest.param((d("10:00", "10:30"), d("10:30", "11:00"), d("11:00", "11:30", 3)), None, FOUT, id="twee-dagen"),
        pytest.param((d("10:00", "10:30"), d("10:30", "11:00"), d("09:00", "11:30", 3)), "Ziek", GOED, id="met-reden"),
    ],
)  # fmt: skip
def test_drie_afspraken_na_elkaar_op_een_dag(delen: Any, reden: str | None, uitkomst: Uitkomst) -> None:
    assert toets_keten(delen, reden, BELEID).uitkomst is uitkomst
    assert [toets_statushouder(wie, BELEID).uitkomst for wie in (True, False)] == [GOED, FOUT]


def kennismaking(dag: str = "2026-04-04", **anders: Any) -> KennismakingFeiten:
    vast = {"dag": dag, "kanaal": Gesprekskanaal.VIDEOBELLEN, "gebeld_op": "2026-04-01"}
    return KennismakingFeiten.model_validate(vast | {"toestemming_videobellen": True} | anders)


@pytest.mark.regel("DEV-DIG-502")
@pytest.mark.parametrize(
    ("toestemming", "kanaal", "verwacht"),
    [
        pytest.param(True, Gesprekskanaal.VIDEOBELLEN, [GOED], id="met-toestemming"),
        pytest.param(False, Gesprekskanaal.VIDEOBELLEN, [FOUT], id="zonder-toestemming"),
        pytest.param(None, Gesprekskanaal.VIDEOBELLEN, [FOUT], id="niet-gevraagd"),
        pytest.param(False, Gesprekskanaal.TELEFOON, [], id="bellen-mag-altijd"),
    ],
)
def test_videobellen_vraagt_toestemming(
    toestemming: bool | None, kanaal: Gesprekskanaal, verwacht: list[Uitkomst]
) -> None:
    feiten = kennismaking(toestemming_videobellen=toestemming, kanaal=kanaal)
    assert [toets.uitkomst for toets in toetsen_kennismaking(feiten, BELEID)] == verwacht


@pytest.mark.regel("DEV-DIG-502")
@pytest.mark.parametrize(("dag", "uitkomst"), [("2026-04-03", GOED), ("2026-04-04", GOED), ("2026-04-05", FOUT)])
def test_een_afspraak_meer_dan_drie_dagen_na_het_bellen_is_een_signaal(dag: str, uitkomst: Uitkomst) -> None:
    assert [toets.uitkomst for toets in signalen_kennismaking(kennismaking(dag), BELEID)] == [uitkomst]
    assert signalen_kennismaking(kennismaking(gebeld_op=None), BELEID) == ()


@pytest.mark.regel("DEV-DIG-502")
def test_de_inkomensconsulent_belt_binnen_zeven_dagen_na_het_ambitiegesprek() -> None:
    taak = beltaak(DAG, BELEID)
    assert (taak.soort, taak.rol, taak.uiterste) == ("kennismaking_bellen", Rol.INKOMENSCONSULENT, date(2026, 4, 8))


@pytest.mark.regel("DEV-DIG-504")
@pytest.mark.parametrize(
    ("dag", "anders", "verwacht"),
    [
        pytest.param("2026-04-07", {}, GOED, id="dag-ervoor"),
        pytest.param("2026-04-08", {}, GOED, id="na-zeven-dagen"),
        pytest.param("2026-04-09", {}, FOUT, id="dag-te-laat"),
        pytest.param("2026-04-09", {"reden_afwijking": "De klant is ziek"}, GOED, id="te-laat-met-reden"),
        pytest.param("2026-04-08", {"deel_1_op": None}, FOUT, id="zonder-eerste-deel"),
        pytest.param("2026-04-08", {"deel_1_op": None, "reden_afwijking": "x"}, FOUT, id="een-reden-vervangt-het-niet"),
    ],
)
def test_het_tweede_deel_is_binnen_een_week_na_het_eerste(dag: str, anders: dict[str, Any], verwacht: Uitkomst) -> None:
    vast = {"deel": 2, "deel_1_op": "2026-04-01", "kanaal": Gesprekskanaal.TELEFOON} | anders
    toetsen = {toets.voorwaarde: toets.uitkomst for toets in toetsen_kennismaking(kennismaking(dag, **vast), IN_DELEN)}
    assert toetsen == {"kennismaking_in_delen": GOED, "tweede_deel_op_tijd": verwacht}


@pytest.mark.regel("DEV-DIG-504")
def test_in_twee_delen_alleen_als_het_beleid_dat_wil_en_het_plan_wacht() -> None:
    een = kennismaking(deel=1, kanaal=Gesprekskanaal.TELEFOON)
    assert [toetsen_kennismaking(een, beleid)[0].uitkomst for beleid in (BELEID, IN_DELEN)] == [FOUT, GOED]
    assert deel_twee_taak(DAG, BELEID).uiterste == date(2026, 4, 8)


@pytest.mark.regel("DEV-DIG-010")
def test_het_afgesproken_driegesprek_is_met_de_sociale_recherche() -> None:
    moment = datetime.fromisoformat("2026-04-02T10:00:00+02:00")
    feiten = PlanFeiten(AgendaSoort.DRIEGESPREK, moment, moment, Gesprekskanaal.FYSIEK, "Stadhuis")
    assert toetsen_plannen(feiten, BELEID) == ()
    sr = frozenset({Deelnemerrol.SOCIALE_RECHERCHE})
    for rollen, met, uitkomst in ((sr, True, GOED), (frozenset(), True, FOUT), (sr, False, FOUT)):
        nu = PlanFeiten(
            AgendaSoort.DRIEGESPREK, moment, moment, Gesprekskanaal.FYSIEK, "Stadhuis",
            rollen=rollen, met_medewerker=met, driegesprek_afgesproken=True,
        )  # fmt: skip
        assert [toets.uitkomst for toets in toetsen_plannen(nu, BELEID)] == [uitkomst]
    assert toets_driegesprek(True, True).uitkomst is GOED
    taak = driegesprektaak(DAG, BELEID)
    assert (taak.uiterste, taak.soort in FRAUDETAKEN) == (date(2026, 4, 10), True)


def test_de_plantoetsen_nemen_de_kennismaking_mee() -> None:
    moment = datetime.fromisoformat("2026-04-06T10:00:00+02:00")
    feiten = PlanFeiten(
        AgendaSoort.KENNISMAKINGSGESPREK, moment, moment, Gesprekskanaal.VIDEOBELLEN, "Videobellen",
        kennismaking=kennismaking("2026-04-06", toestemming_videobellen=False),
    )  # fmt: skip
    assert [toets.voorwaarde for toets in toetsen_plannen(feiten, BELEID)] == ["toestemming_videobellen"]
    assert [toets.voorwaarde for toets in signalen_plannen(feiten, BELEID)] == ["afspraak_snel_na_bellen"]


def test_een_collega_doet_hetzelfde_werk() -> None:
    een, ander = frozenset({"inkomensconsulent", "toetser"}), frozenset({"toetser"})
    assert toets_zelfde_werk(een, ander, productenboek("2.1")).uitkomst is GOED
    assert toets_zelfde_werk(een, frozenset({"intaker"}), productenboek("2.1")).uitkomst is FOUT
