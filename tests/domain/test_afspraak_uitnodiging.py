"""Afspraak: the invitation, and the hersteltermijn after a no-show."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.afspraak.beleid import AfspraakBeleid
from app.domain.afspraak.feiten import AfspraakSoort, NoShowFeiten
from app.domain.afspraak.no_show import gevolg_no_show
from app.domain.afspraak.uitnodiging import UitnodigingFeiten, UitnodigingSoort, Uitnodigingswijze, toets_uitnodiging
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import niet_voldaan
from app.domain.maatregel.beleid import MaatregelBeleid
from tests.steun.beleid import vast_register

DINSDAG = date(2026, 3, 31)
REGISTER = vast_register()
BELEID = REGISTER.geldend(AfspraakBeleid, "GM0150", DINSDAG).beleid
WERKDAGEN = REGISTER.geldend(MaatregelBeleid, "GM0150", DINSDAG).beleid.hersteltermijn_werkdagen
BEIDE = frozenset({Uitnodigingswijze.AANGETEKEND, Uitnodigingswijze.REGULIER})
HERSTEL = UitnodigingFeiten(
    soort=UitnodigingSoort.HERSTELTERMIJN, dag=date(2026, 4, 10), verzonden_op=DINSDAG, wijzen=BEIDE
)

FOUT = ["hersteltermijn_verzending"]


def mis(**anders: object) -> list[str]:
    return [t.voorwaarde for t in niet_voldaan(toets_uitnodiging(HERSTEL.model_copy(update=anders), WERKDAGEN))]


@pytest.mark.regel("DEV-NOS-003", "DEV-MTR-514")
@pytest.mark.parametrize(
    ("dag", "fout"),
    [
        # Good Friday and Easter Monday lie in between.
        pytest.param(date(2026, 4, 9), ["hersteltermijn_werkdagen"], id="vier-werkdagen"),
        pytest.param(date(2026, 4, 10), [], id="vijf-werkdagen"),
        pytest.param(date(2026, 4, 13), [], id="zes-werkdagen"),
    ],
)
def test_hersteltermijn_laat_vijf_volle_werkdagen(dag: date, fout: list[str]) -> None:
    assert mis(dag=dag) == fout


def test_een_te_korte_hersteltermijn_noemt_de_vroegste_dag() -> None:
    (toets,) = niet_voldaan(toets_uitnodiging(HERSTEL.model_copy(update={"dag": date(2026, 4, 9)}), WERKDAGEN))
    assert toets.feiten["vroegste"] == date(2026, 4, 10)
    assert "vrijdag 10 april 2026" in toets.toelichting


@pytest.mark.regel("DEV-MTR-514", "DEV-MTR-515")
@pytest.mark.parametrize(
    ("wijzen", "fout"),
    [
        pytest.param(BEIDE, [], id="beide"),
        pytest.param(BEIDE | {Uitnodigingswijze.EMAIL}, [], id="ook-per-email"),
        pytest.param(frozenset({Uitnodigingswijze.AANGETEKEND}), FOUT, id="alleen-aangetekend"),
        pytest.param(frozenset({Uitnodigingswijze.REGULIER}), FOUT, id="alleen-regulier"),
        pytest.param(frozenset({Uitnodigingswijze.EMAIL}), FOUT, id="alleen-email"),
    ],
)
def test_hersteltermijn_gaat_twee_keer_met_de_post(wijzen: frozenset[Uitnodigingswijze], fout: list[str]) -> None:
    assert mis(wijzen=wijzen) == fout


@pytest.mark.regel("DEV-NOS-003")
@pytest.mark.parametrize(
    ("groep", "soort", "fout"),
    [
        pytest.param(Klantgroep.MATCHEN, UitnodigingSoort.UITNODIGING, True, id="matchen-gewoon"),
        pytest.param(Klantgroep.MATCHEN, UitnodigingSoort.HERSTELTERMIJN, False, id="matchen-hersteltermijn"),
        pytest.param(Klantgroep.FACILITEREN, UitnodigingSoort.UITNODIGING, False, id="faciliteren-gewoon"),
    ],
)
def test_na_de_eerste_no_show_volgt_een_hersteltermijn(groep: Klantgroep, soort: UitnodigingSoort, fout: bool) -> None:
    na = gevolg_no_show(NoShowFeiten(klantgroep=groep, soort=AfspraakSoort.KICK_OFF, nummer=1), BELEID)
    assert mis(na=na, soort=soort) == (["uitnodiging_als_hersteltermijn"] if fout else [])


def test_een_gewone_uitnodiging_kent_geen_termijn() -> None:
    vandaag = {"soort": UitnodigingSoort.UITNODIGING, "dag": DINSDAG, "wijzen": frozenset({Uitnodigingswijze.EMAIL})}
    assert mis(**vandaag) == []
