"""Intake: the terms after a melding, for stukken and for the report."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from app.domain.intake.beleid import IntakeBeleid
from app.domain.intake.feiten import Kanaal, MeldingFeiten
from app.domain.intake.melding import schort_op_voor_aanvulling, termijnen_na_melding, toets_zoekperiode
from app.domain.intake.stukken import StukkenStapSoort, beltaak, stukkentermijn, toets_op_tijd
from app.domain.intake.vervolg import rapportage_uiterlijk, rapportagetaak, taken_na_melding
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.rollen import Rol
from app.domain.kern.termijnen import Aard
from app.domain.kern.toets import Uitkomst
from tests.steun.beleid import vast_register

REGISTER = vast_register()
MELDING = date(2026, 3, 31)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def beleid(dag: date = MELDING) -> IntakeBeleid:
    return REGISTER.geldend(IntakeBeleid, "GM0150", dag).beleid


BELEID = beleid()


def melding(
    dag: date = MELDING, kanaal: Kanaal = Kanaal.DIGITAAL, geboren: date = date(1985, 1, 1), *kenmerken: Kenmerk
) -> MeldingFeiten:
    return MeldingFeiten(kanaal=kanaal, meldingsdatum=dag, geboortedatum=geboren, kenmerken=frozenset(kenmerken))


@pytest.mark.regel("DEV-MEL-003", "DEV-MEL-004")
@pytest.mark.parametrize(
    ("dag", "contact", "screening"),
    [
        pytest.param(date(2026, 3, 31), date(2026, 4, 1), date(2026, 4, 2), id="deventer-dinsdag"),
        pytest.param(date(2026, 4, 1), date(2026, 4, 2), date(2026, 4, 7), id="deventer-woensdag-voor-pasen"),
        pytest.param(date(2026, 4, 2), date(2026, 4, 7), date(2026, 4, 8), id="deventer-witte-donderdag"),
        pytest.param(date(2026, 4, 4), date(2026, 4, 7), date(2026, 4, 8), id="deventer-paaszaterdag"),
    ],
)
def test_contact_en_screening_na_digitale_melding(dag: date, contact: date, screening: date) -> None:
    termijnen = termijnen_na_melding(melding(dag), BELEID)
    assert termijnen.contact is not None
    assert termijnen.contact.einde == contact
    assert termijnen.screening.einde == screening
    assert termijnen.screening.aard is Aard.BELEID
    assert [(t.soort, t.uiterste, t.rol) for t in taken_na_melding(termijnen)] == [
        ("melding_bellen", contact, Rol.RECEPTIE),
        ("screening_plannen", screening, Rol.RECEPTIE),
    ]


@pytest.mark.regel("DEV-MEL-003", "DEV-MEL-004")
@pytest.mark.parametrize("kanaal", [Kanaal.TELEFONISCH, Kanaal.FYSIEK])
def test_ander_kanaal_heeft_geen_beltermijn_maar_wel_de_screeningsnorm(kanaal: Kanaal) -> None:
    termijnen = termijnen_na_melding(melding(kanaal=kanaal), BELEID)
    assert termijnen.contact is None
    assert termijnen.screening.einde == date(2026, 4, 2)
    assert [t.soort for t in taken_na_melding(termijnen)] == ["screening_plannen"]


@pytest.mark.regel("DEV-JON-001", "DEV-JON-002")
@pytest.mark.parametrize(
    ("geboren", "einde"),
    [
        pytest.param(date(2008, 4, 1), None, id="dag-voor-18e-verjaardag"),
        pytest.param(date(2008, 3, 31), date(2026, 4, 28), id="18e-verjaardag"),
        pytest.param(date(2003, 8, 15), date(2026, 4, 28), id="deventer-22-jaar"),
        pytest.param(date(1999, 4, 1), date(2026, 4, 28), id="dag-voor-27e-verjaardag"),
        pytest.param(date(1999, 3, 31), None, id="27e-verjaardag"),
        pytest.param(date(1999, 3, 30), None, id="dag-na-27e-verjaardag"),
    ],
)
def test_zoekperiode_volgt_de_leeftijd_op_de_meldingsdatum(geboren: date, einde: date | None) -> None:
    termijnen = termijnen_na_melding(melding(geboren=geboren), BELEID)
    assert (termijnen.zoekperiode and termijnen.zoekperiode.einde) == einde
    assert termijnen.toets_zoekperiode.uitkomst is Uitkomst.van(einde is not None)


@pytest.mark.regel("DEV-JON-002")
def test_zoekperiode_is_een_wachttijd_en_schuift_niet_op_van_een_feestdag() -> None:
    termijnen = termijnen_na_melding(melding(date(2026, 3, 30), geboren=date(2003, 8, 15)), BELEID)
    assert termijnen.zoekperiode is not None
    assert termijnen.zoekperiode.einde == date(2026, 4, 27)  # Koningsdag
    assert termijnen.zoekperiode.aard is Aard.WETTELIJK


@pytest.mark.regel("DEV-JON-003")
@pytest.mark.parametrize("kenmerk", [Kenmerk.VSO_PRO, Kenmerk.LKS])
def test_uitgezonderde_jongere_heeft_geen_zoekperiode(kenmerk: Kenmerk) -> None:
    feiten = melding(MELDING, Kanaal.FYSIEK, date(2003, 8, 15), kenmerk, Kenmerk.LVB)
    termijnen = termijnen_na_melding(feiten, BELEID)
    assert termijnen.zoekperiode is None
    assert termijnen.toets_zoekperiode.feiten["uitzonderingen"] == (str(kenmerk),)
    assert termijnen.beslistermijn.start == MELDING


def test_medisch_urenbeperkte_jongere_heeft_geen_zoekperiode() -> None:
    feiten = melding(geboren=date(2003, 8, 15)).model_copy(update={"medisch_urenbeperkt": True})
    assert toets_zoekperiode(feiten, BELEID).feiten["uitzonderingen"] == ("medisch_urenbeperkt",)


@pytest.mark.parametrize(
    ("dag", "ruimte"),
    [
        pytest.param(date(2025, 12, 31), False, id="dag-voor-participatiewet-in-balans"),
        pytest.param(date(2026, 1, 1), True, id="dag-van-participatiewet-in-balans"),
        pytest.param(date(2026, 1, 2), True, id="dag-na-participatiewet-in-balans"),
    ],
)
def test_college_mag_vanaf_2026_de_zoekperiode_bekorten(dag: date, ruimte: bool) -> None:
    toets = toets_zoekperiode(melding(dag, geboren=date(2003, 8, 15)), beleid(dag))
    assert ("Het college mag dat eerder doen" in toets.toelichting) is ruimte


@pytest.mark.regel("DEV-AAN-001")
def test_streefdatum_en_beslistermijn_lopen_vanaf_de_melding() -> None:
    termijnen = termijnen_na_melding(melding(), BELEID)
    assert termijnen.streefdatum.einde == date(2026, 4, 28)
    assert termijnen.beslistermijn.einde == date(2026, 5, 26)
    assert termijnen.beslistermijn.aard is Aard.WETTELIJK


@pytest.mark.regel("DEV-AAN-001")
def test_beslistermijn_van_een_jongere_loopt_vanaf_het_einde_van_de_zoekperiode() -> None:
    termijnen = termijnen_na_melding(melding(geboren=date(2003, 8, 15)), BELEID)
    assert termijnen.beslistermijn.start == date(2026, 4, 28)
    assert termijnen.beslistermijn.einde == date(2026, 6, 23)


@pytest.mark.regel("DEV-AAN-002")
@pytest.mark.parametrize(
    ("ontvangen", "einde"),
    [
        pytest.param(date(2026, 4, 10), date(2026, 5, 26), id="ontvangen-op-dag-van-verzending"),
        pytest.param(date(2026, 4, 13), date(2026, 5, 29), id="ontvangen-na-drie-dagen"),
        pytest.param(date(2026, 4, 17), date(2026, 6, 2), id="ontvangen-op-laatste-dag"),
        pytest.param(date(2026, 4, 20), date(2026, 6, 2), id="ontvangen-te-laat"),
        pytest.param(None, date(2026, 6, 2), id="niet-ontvangen"),
    ],
)
def test_aanvultermijn_schort_de_beslistermijn_op(ontvangen: date | None, einde: date) -> None:
    termijn = termijnen_na_melding(melding(), BELEID).beslistermijn
    assert schort_op_voor_aanvulling(termijn, date(2026, 4, 10), date(2026, 4, 17), ontvangen).einde == einde


@pytest.mark.regel("DEV-AAN-009", "DEV-AAN-015")
def test_stukkentermijn_met_zijn_stappen() -> None:
    termijn = stukkentermijn(date(2026, 4, 1), BELEID)
    assert termijn.inlevertermijn.einde == date(2026, 4, 10)
    assert termijn.aanvultermijn.start == date(2026, 4, 13)
    assert termijn.aanvultermijn.einde == date(2026, 4, 20)
    assert [(s.soort, s.dag) for s in termijn.stappen] == [
        (StukkenStapSoort.BELLEN, date(2026, 4, 9)),
        (StukkenStapSoort.AANVULTERMIJN, date(2026, 4, 13)),
        (StukkenStapSoort.SMS, date(2026, 4, 19)),
        (StukkenStapSoort.BUITEN_BEHANDELING, date(2026, 4, 21)),
    ]
    assert beltaak(date(2026, 4, 1), BELEID).uiterste == date(2026, 4, 9)


@pytest.mark.regel("DEV-AAN-015")
@pytest.mark.parametrize(
    ("ontvangen", "uitkomst"),
    [
        pytest.param(date(2026, 4, 9), Uitkomst.VOLDAAN, id="4e-werkdag"),
        pytest.param(date(2026, 4, 10), Uitkomst.VOLDAAN, id="5e-werkdag"),
        pytest.param(date(2026, 4, 11), Uitkomst.NIET_VOLDAAN, id="dag-erna"),
    ],
)
def test_stukken_op_de_vijfde_werkdag_zijn_op_tijd(ontvangen: date, uitkomst: Uitkomst) -> None:
    termijn = stukkentermijn(date(2026, 4, 1), BELEID).inlevertermijn
    assert toets_op_tijd(ontvangen, termijn).uitkomst is uitkomst


@pytest.mark.regel("DEV-SCR-024")
def test_rapportage_binnen_48_uur_ook_over_het_weekend() -> None:
    einde = datetime(2026, 4, 3, 15, 30, tzinfo=AMSTERDAM)
    assert rapportage_uiterlijk(einde, BELEID) == datetime(2026, 4, 5, 15, 30, tzinfo=AMSTERDAM)
    assert rapportagetaak(einde, BELEID).uiterste == date(2026, 4, 5)
