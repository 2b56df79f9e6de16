"""When the subsidy is forfaitair, when it follows the loonwaarde, and when it stops."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.kern.toets import Uitkomst
from app.domain.loonkosten.beleid import LksBeleid, Minimumloonmoment
from app.domain.loonkosten.forfait import forfaitdagen
from app.domain.loonkosten.maanden import Arbeidsduur, Werk, minimumloondag
from app.domain.loonkosten.procedure import LoonkostenBeleid
from app.domain.loonkosten.verloop import (
    Loonwaardevanaf,
    Verloopfeiten,
    forfait_einde,
    segmenten,
    toets_aanvraag_op_tijd,
    toets_forfait,
    toets_voortzetting,
)
from tests.steun.beleid import beleid_van
from tests.steun.loonkosten import GEBOREN, werk

BELEID = beleid_van(LksBeleid)
BEGIN = date(2023, 1, 1)


def verloop(*loonwaarden: tuple[str, int], forfait_tot: str | None = "2023-07-01", tot: str | None = None) -> list[Any]:
    feiten = Verloopfeiten(
        begin=BEGIN,
        tot=date.fromisoformat(tot) if tot else None,
        forfait_tot=date.fromisoformat(forfait_tot) if forfait_tot else None,
        loonwaarden=tuple(Loonwaardevanaf(van=date.fromisoformat(van), procent=p) for van, p in loonwaarden),
    )
    return [(str(s.van), str(s.tot) if s.tot else None, s.loonwaarde) for s in segmenten(feiten)]


@pytest.mark.regel("DEV-LKS-904")
@pytest.mark.parametrize(
    ("begin", "tot", "uitkomst"),
    [
        pytest.param("2023-01-01", "2023-06-30", Uitkomst.VOLDAAN, id="dag-ervoor"),
        pytest.param("2023-01-01", "2023-07-01", Uitkomst.VOLDAAN, id="tot-en-met-30-juni"),
        pytest.param("2023-01-01", "2023-07-02", Uitkomst.NIET_VOLDAAN, id="dag-erna"),
        pytest.param("2022-08-31", "2023-02-28", Uitkomst.VOLDAAN, id="maand-zonder-31"),
        pytest.param("2022-08-31", "2023-03-01", Uitkomst.NIET_VOLDAAN, id="maand-zonder-31-dag-erna"),
        pytest.param("2023-01-01", "2023-01-01", Uitkomst.NIET_VOLDAAN, id="leeg"),
    ],
)
def test_forfait_hoogstens_zes_maanden(begin: str, tot: str, uitkomst: Uitkomst) -> None:
    toets = toets_forfait(date.fromisoformat(begin), date.fromisoformat(tot), BELEID)
    assert toets.uitkomst is uitkomst
    assert (toets.grondslag.artikel, toets.grondslag.lid) == ("10d", "5")


def test_einde_forfait_is_zes_maanden_later() -> None:
    assert forfait_einde(date(2023, 1, 15), BELEID) == date(2023, 7, 15)


@pytest.mark.regel("DEV-LKS-904")
def test_herinnering_twintig_werkdagen_voor_de_laatste_dag() -> None:
    dagen = forfaitdagen(date(2026, 10, 1), beleid_van(LoonkostenBeleid))
    assert (dagen.herinnering, dagen.laatste) == (date(2026, 9, 2), date(2026, 9, 30))


@pytest.mark.regel("DEV-LKS-905")
@pytest.mark.parametrize(
    ("loonwaarde", "uitkomst", "zin"),
    [
        pytest.param(99, Uitkomst.VOLDAAN, "lager dan", id="99-gaat-door"),
        pytest.param(100, Uitkomst.NIET_VOLDAAN, "de subsidie stopt.", id="100-stopt"),
        pytest.param(None, Uitkomst.ONBEPAALD, "niet op tijd", id="niet-vastgesteld-stopt"),
    ],
)
def test_voortzetting_na_het_forfait(loonwaarde: int | None, uitkomst: Uitkomst, zin: str) -> None:
    toets = toets_voortzetting(loonwaarde)
    assert (toets.uitkomst, zin in toets.toelichting) == (uitkomst, True)


@pytest.mark.regel("DEV-LKS-905")
@pytest.mark.parametrize(
    ("loonwaarden", "verwacht"),
    [
        pytest.param([("2023-07-01", 60)], [("2023-01-01", "2023-07-01", None), ("2023-07-01", None, 60)], id="door"),
        pytest.param([("2023-07-01", 100)], [("2023-01-01", "2023-07-01", None)], id="100-stopt"),
        pytest.param([], [("2023-01-01", "2023-07-01", None)], id="niet-vastgesteld-stopt"),
        pytest.param(
            [("2023-08-01", 60)], [("2023-01-01", "2023-07-01", None), ("2023-08-01", None, 60)], id="te-laat-een-gat"
        ),
        pytest.param(
            [("2023-04-01", 60), ("2023-09-01", 70)],
            [("2023-01-01", "2023-04-01", None), ("2023-04-01", "2023-09-01", 60), ("2023-09-01", None, 70)],
            id="eerder-dan-het-einde",
        ),
        pytest.param(
            [("2023-07-01", 60), ("2023-09-01", 100), ("2023-11-01", 80)],
            [
                ("2023-01-01", "2023-07-01", None),
                ("2023-07-01", "2023-09-01", 60),
                ("2023-11-01", None, 80),
            ],
            id="stopt-en-gaat-later-door",
        ),
    ],
)
def test_twee_gedateerde_tijdvakken(loonwaarden: list[tuple[str, int]], verwacht: list[Any]) -> None:
    assert verloop(*loonwaarden) == verwacht


def test_subsidie_eindigt_met_het_dienstverband() -> None:
    assert verloop(("2023-07-01", 60), tot="2023-05-01") == [("2023-01-01", "2023-05-01", None)]
    assert verloop(("2023-07-01", 60), tot="2023-09-01")[-1] == ("2023-07-01", "2023-09-01", 60)


def test_zonder_forfait_begint_de_loonwaarde_op_de_eerste_dag() -> None:
    assert verloop(("2022-12-01", 60), forfait_tot=None) == [("2023-01-01", None, 60)]


@pytest.mark.parametrize(
    ("dag", "uitkomst"),
    [
        pytest.param("2023-06-30", Uitkomst.VOLDAAN, id="dag-ervoor"),
        pytest.param("2023-07-01", Uitkomst.VOLDAAN, id="laatste-dag"),
        pytest.param("2023-07-02", Uitkomst.NIET_VOLDAAN, id="dag-erna"),
    ],
)
def test_aanvraag_binnen_zes_maanden_na_het_begin_artikel_10d_lid_2(dag: str, uitkomst: Uitkomst) -> None:
    assert toets_aanvraag_op_tijd(BEGIN, date.fromisoformat(dag), 6).uitkomst is uitkomst


@pytest.mark.parametrize(
    ("moment", "dag", "verwacht"),
    [
        pytest.param(Minimumloonmoment.MAAND, "2023-08-01", "2023-08-01", id="van-de-maand"),
        pytest.param(Minimumloonmoment.KALENDERJAAR, "2023-08-01", "2023-03-15", id="eerste-jaar-vanaf-begin"),
        pytest.param(Minimumloonmoment.KALENDERJAAR, "2024-08-01", "2024-01-01", id="daarna-1-januari-10d-lid-7"),
    ],
)
def test_welk_minimumloon_telt(moment: Minimumloonmoment, dag: str, verwacht: str) -> None:
    beleid = beleid_van(LksBeleid, minimumloon_van=moment)
    assert minimumloondag(date.fromisoformat(dag), date(2023, 3, 15), beleid) == date.fromisoformat(verwacht)


def test_feiten_die_niet_kloppen_worden_geweigerd() -> None:
    later = Loonwaardevanaf(van=date(2023, 7, 1), procent=60)
    with pytest.raises(ValueError, match="eindigt na de eerste dag"):
        Verloopfeiten(begin=BEGIN, tot=BEGIN)
    with pytest.raises(ValueError, match="op volgorde"):
        Verloopfeiten(begin=BEGIN, loonwaarden=(later, later))
    duur = werk("2023-01-01").arbeidsduren[0]
    with pytest.raises(ValueError, match="op volgorde"):
        Werk(begin=BEGIN, geboortedatum=GEBOREN, arbeidsduren=(duur, duur))
    with pytest.raises(ValueError, match="eerste werkdag"):
        Werk(begin=BEGIN, geboortedatum=GEBOREN, arbeidsduren=(duur.model_copy(update={"van": date(2023, 2, 1)}),))
    assert isinstance(duur, Arbeidsduur)
