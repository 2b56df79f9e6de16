"""BeKonnecteD: when it starts, hours and length, a free place, an own workplace, skills and instruments."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.bekonnected.beleid import BekonnectedBeleid, Toepassing
from app.domain.bekonnected.soorten import Vaardigheid
from app.domain.bekonnected.toetsen import (
    StartFeiten,
    WerkplekFeiten,
    einde_van,
    eindetermijn,
    nog_te_bekijken,
    starttaak,
    termijn_start,
    toets_contact,
    toets_instrument,
    toets_looptijd,
    toetsen_start,
)
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Uitkomst, niet_voldaan
from tests.steun.beleid import vast_register

DAG = date(2026, 3, 31)
BELEID = vast_register().geldend(BekonnectedBeleid, "GM0150", DAG).beleid
MATCHEN = Klantgroep.MATCHEN


def mis(klantgroep: Klantgroep | None = MATCHEN, **feiten: Any) -> list[str]:
    gegeven = WerkplekFeiten(**({"uren": 20} | feiten))
    return [toets.voorwaarde for toets in niet_voldaan(toetsen_start(klantgroep, gegeven, BELEID))]


@pytest.mark.regel("DEV-BKN-001")
@pytest.mark.parametrize(
    ("feiten", "taak"),
    [
        pytest.param({}, True, id="zonder-werk"),
        pytest.param({"deeltijds_werk": True}, True, id="deeltijd-is-geen-uitstroom"),
        pytest.param({"voltijds_werk": True, "deeltijds_werk": True}, False, id="uitgestroomd"),
        pytest.param({"klantgroep": Klantgroep.GROEIEN}, False, id="niet-meer-in-matchen"),
        pytest.param({"klantgroep": None}, False, id="geen-klantgroep"),
        pytest.param({"loopt_al": True}, False, id="doet-al-mee"),
    ],
)
def test_na_drie_maanden_zonder_uitstroom(feiten: dict[str, Any], taak: bool) -> None:
    assert termijn_start(date(2026, 1, 31), BELEID).einde == date(2026, 4, 30)
    gekregen = starttaak(StartFeiten(**({"klantgroep": MATCHEN} | feiten)), date(2026, 4, 30), BELEID)
    assert (gekregen is not None) == taak
    if gekregen is not None:
        assert gekregen.uiterste == date(2026, 5, 8)  # five werkdagen; 5 May is a holiday
        assert ("deeltijd" in gekregen.waarom) == ("deeltijds_werk" in feiten)


@pytest.mark.regel("DEV-BKN-002")
@pytest.mark.parametrize(
    ("uren", "verwacht"), [(19, []), (20, []), (21, ["uren_per_week"])], ids=["19", "precies-20", "21"]
)
def test_hoogstens_twintig_uur(uren: int, verwacht: list[str]) -> None:
    assert mis(uren=uren, vrij=1) == verwacht


@pytest.mark.regel("DEV-BKN-002")
def test_drie_maanden_en_daarna_een_signaal() -> None:
    tot = einde_van(date(2026, 3, 31), BELEID)
    assert tot == date(2026, 6, 30)
    termijn, taak = eindetermijn(date(2026, 3, 31), tot, BELEID)
    assert (termijn.einde, taak.soort) == (date(2026, 6, 29), "bekonnected_evalueren")
    dagen = [toets_looptijd(tot, date(2026, 6, dag), BELEID).uitkomst for dag in (29, 30)]
    assert dagen == [Uitkomst.VOLDAAN, Uitkomst.NIET_VOLDAAN]
    assert toets_looptijd(tot, date(2026, 7, 1), BELEID).uitkomst is Uitkomst.NIET_VOLDAAN


@pytest.mark.regel("DEV-BKN-004")
@pytest.mark.parametrize(("vrij", "verwacht"), [(1, []), (0, ["plaats_in_werkstroom"]), (-1, ["plaats_in_werkstroom"])])
def test_kiezen_kan_zolang_er_plaats_is(vrij: int, verwacht: list[str]) -> None:
    assert mis(vrij=vrij) == verwacht
    assert mis(Klantgroep.GROEIEN, vrij=vrij) == ["klantgroep_matchen", *verwacht]
    assert mis(None, vrij=vrij) == ["klantgroep_matchen", *verwacht]


@pytest.mark.regel("DEV-BKN-005")
@pytest.mark.parametrize(
    ("akkoord", "verdringing", "verwacht"),
    [
        pytest.param(True, False, [], id="akkoord"),
        pytest.param(None, None, ["akkoord_accountmanager", "geen_verdringing"], id="niet-besproken"),
        pytest.param(False, False, ["akkoord_accountmanager"], id="niet-akkoord"),
        pytest.param(True, True, ["geen_verdringing"], id="verdringt"),
    ],
)
def test_een_eigen_werkplek(akkoord: bool | None, verdringing: bool | None, verwacht: list[str]) -> None:
    assert mis(akkoord=akkoord, verdringing=verdringing) == verwacht


@pytest.mark.regel("DEV-BKN-003")
def test_vijf_algemene_vaardigheden() -> None:
    assert [een.value for een in nog_te_bekijken(frozenset())] == [
        "werkmotivatie",
        "leermotivatie",
        "zelfstandigheid",
        "stressbestendigheid",
        "samenwerken",
    ]
    assert nog_te_bekijken(frozenset(Vaardigheid) - {Vaardigheid.SAMENWERKEN}) == (Vaardigheid.SAMENWERKEN,)


@pytest.mark.regel("DEV-BKN-003")
@pytest.mark.parametrize(
    ("dag", "uitkomst"),
    [(13, Uitkomst.VOLDAAN), (14, Uitkomst.VOLDAAN), (15, Uitkomst.NIET_VOLDAAN)],
    ids=["dag-ervoor", "dag-zelf", "dag-erna"],
)
def test_te_lang_geen_contact_is_een_signaal(dag: int, uitkomst: Uitkomst) -> None:
    assert toets_contact(DAG, date(2026, 4, dag), BELEID).uitkomst is uitkomst


@pytest.mark.regel("DEV-BKN-006", "DEV-SUB-001", "DEV-PRF-001")
@pytest.mark.parametrize(
    ("klantgroep", "toepassing", "reden", "in_fase", "uitkomst"),
    [
        pytest.param(MATCHEN, Toepassing.BEKONNECTED, None, True, Uitkomst.VOLDAAN, id="in-de-fase"),
        pytest.param(MATCHEN, Toepassing.BEKONNECTED, None, False, Uitkomst.NIET_VOLDAAN, id="voor-de-fase"),
        pytest.param(MATCHEN, Toepassing.EERDER, "Kans", False, Uitkomst.VOLDAAN, id="eerder-met-reden"),
        pytest.param(MATCHEN, Toepassing.EERDER, None, False, Uitkomst.NIET_VOLDAAN, id="eerder-zonder-reden"),
        pytest.param(MATCHEN, Toepassing.MEER_UREN, None, False, Uitkomst.VOLDAAN, id="parttimer-meer-uren"),
        pytest.param(Klantgroep.GROEIEN, Toepassing.MEER_UREN, None, True, Uitkomst.NIET_VOLDAAN, id="buiten-matchen"),
        pytest.param(None, Toepassing.MEER_UREN, None, True, Uitkomst.ONBEPAALD, id="geen-klantgroep"),
    ],
)
def test_een_instrument_in_matchen(
    klantgroep: Klantgroep | None, toepassing: Toepassing, reden: str | None, in_fase: bool, uitkomst: Uitkomst
) -> None:
    assert toets_instrument(klantgroep, toepassing, reden, in_fase).uitkomst is uitkomst


@pytest.mark.regel("DEV-BKN-006", "DEV-SUB-001", "DEV-PRF-001")
def test_waarvoor_welk_instrument_te_kiezen_is() -> None:
    gekregen = {code: BELEID.instrument(code) for code in ("proefplaatsing", "startbaansubsidie", "iets_anders")}
    kan = {code: een.toepassingen if een else None for code, een in gekregen.items()}
    assert kan == {
        "proefplaatsing": (Toepassing.BEKONNECTED, Toepassing.EERDER),
        "startbaansubsidie": (Toepassing.BEKONNECTED, Toepassing.MEER_UREN, Toepassing.EERDER),
        "iets_anders": None,
    }
