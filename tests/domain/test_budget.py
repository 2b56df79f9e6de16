"""Budgets: how amounts move, who is helped first, the turn of the year, and the forecast."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.budget.beleid import BijUitputting, BudgetBeleid
from app.domain.budget.jaren import naar_dagen, per_jaar
from app.domain.budget.prognose import voorspel
from app.domain.budget.stand import (
    Bedragen,
    over,
    toets_budget,
    verschil_betaling,
    verschil_correctie,
    verschil_reservering,
    verschil_terugontvangst,
    verschil_verplichting,
    verschil_vrijgave,
)
from app.domain.budget.wachtlijst import Wachtende, aan_de_beurt, taak_vrij, vrij_voor
from app.domain.kern.fouten import Conflict
from app.domain.kern.rollen import Rol
from tests.steun.beleid import beleid_van

BELEID = beleid_van(BudgetBeleid)


def bedragen(gereserveerd: int = 0, verplicht: int = 0, betaald: int = 0) -> Bedragen:
    return Bedragen(gereserveerd=gereserveerd, verplicht=verplicht, betaald=betaald)


class TestBedragen:
    def test_van_reservering_tot_vrijgave(self) -> None:
        stand = bedragen()
        for verschil, wordt in (
            (verschil_reservering(stand, 600), bedragen(600)),
            (verschil_reservering(bedragen(600), 500), bedragen(500)),
            (verschil_verplichting(bedragen(500), 550), bedragen(0, 550)),
            (verschil_betaling(bedragen(0, 550), 300), bedragen(0, 550, 300)),
            (verschil_terugontvangst(bedragen(0, 550, 300), 100), bedragen(0, 450, 200)),
            (verschil_vrijgave(bedragen(0, 450, 200)), bedragen(0, 200, 200)),
        ):
            stand = stand.plus(verschil)
            assert stand == wordt
        assert (stand.beslag, stand.nog_te_betalen) == (200, 0)

    @pytest.mark.parametrize(
        ("verschil", "nu", "mag", "mag_niet"),
        [
            pytest.param(verschil_betaling, bedragen(0, 550, 300), 250, 251, id="niet-meer-betalen-dan-verplicht"),
            pytest.param(verschil_terugontvangst, bedragen(0, 550, 300), 300, 301, id="niet-meer-terug-dan-betaald"),
            pytest.param(verschil_verplichting, bedragen(0, 550, 300), 300, 299, id="niet-minder-dan-betaald"),
        ],
    )
    def test_grenzen(self, verschil: object, nu: Bedragen, mag: int, mag_niet: int) -> None:
        assert callable(verschil)
        verschil(nu, mag)
        with pytest.raises(Conflict):
            verschil(nu, mag_niet)

    def test_wat_al_verplicht_is_wordt_niet_gereserveerd(self) -> None:
        with pytest.raises(Conflict, match="al een verplichting"):
            verschil_reservering(bedragen(0, 1), 5)

    def test_correctie(self) -> None:
        nu, wordt = bedragen(100, 0, 0), bedragen(0, 80, 80)
        assert nu.plus(verschil_correctie(nu, wordt)) == wordt
        for onmogelijk in (bedragen(-1), bedragen(0, 79, 80)):
            with pytest.raises(Conflict, match="niet negatief"):
                verschil_correctie(nu, onmogelijk)


@pytest.mark.regel("DEV-FIN-901")
@pytest.mark.parametrize(
    ("gevraagd", "plafond", "uitkomst"),
    [
        pytest.param(399, 1000, "voldaan", id="ruim"),
        pytest.param(400, 1000, "voldaan", id="de-laatste-cent"),
        pytest.param(401, 1000, "niet_voldaan", id="een-cent-te-veel"),
        pytest.param(10**9, None, "voldaan", id="zonder-plafond"),
        pytest.param(0, 500, "voldaan", id="niets-erbij-boven-een-verlaagd-plafond"),
        pytest.param(1, 500, "niet_voldaan", id="iets-erbij-boven-een-verlaagd-plafond"),
    ],
)
def test_budget_toereikend(gevraagd: int, plafond: int | None, uitkomst: str) -> None:
    stand = bedragen(100, 500, 200)
    toets = toets_budget(gevraagd, over(plafond, stand), "Startbaansubsidie", 2026)
    assert toets.uitkomst == uitkomst
    if uitkomst == "niet_voldaan":
        assert "nog € " in toets.toelichting
        assert "-" not in toets.toelichting


def nummer(wie: int) -> UUID:
    return UUID(int=wie)


class TestWachtlijst:
    RIJ = (Wachtende(onderwerp_id=nummer(1), bedrag=300), Wachtende(onderwerp_id=nummer(2), bedrag=100))

    def test_wie_eerder_wachtte_gaat_voor(self) -> None:
        assert vrij_voor(350, self.RIJ, nummer(1)) == 350
        assert vrij_voor(350, self.RIJ, nummer(2)) == 50
        assert vrij_voor(350, self.RIJ, nummer(3)) == -50
        assert vrij_voor(None, self.RIJ, nummer(3)) is None

    @pytest.mark.parametrize(
        ("vrij", "gekozen"),
        [
            pytest.param(299, (), id="de-tweede-gaat-niet-voor"),
            pytest.param(300, (1,), id="net-genoeg-voor-de-eerste"),
            pytest.param(399, (1,), id="te-weinig-voor-de-tweede"),
            pytest.param(400, (1, 2), id="genoeg-voor-beiden"),
            pytest.param(None, (1, 2), id="zonder-plafond"),
        ],
    )
    def test_wie_aan_de_beurt_is(self, vrij: int | None, gekozen: tuple[int, ...]) -> None:
        assert aan_de_beurt(vrij, self.RIJ) == tuple(map(nummer, gekozen))

    def test_taak(self) -> None:
        taak = taak_vrij(600_000, "Startbaansubsidie", Rol.WERKCONSULENT, date(2026, 4, 1), BELEID)
        assert "€ 6.000,00" in taak.wat
        assert (taak.rol, taak.uiterste) == (Rol.WERKCONSULENT, date(2026, 4, 10))


class TestJaren:
    def test_elk_bedrag_valt_in_zijn_eigen_jaar(self) -> None:
        termijnen = [(date(2026, 11, 1), 100), (date(2026, 12, 31), 100), (date(2027, 1, 1), 90)]
        assert per_jaar(termijnen) == {2026: 200, 2027: 90}

    def test_naar_dagen(self) -> None:
        assert naar_dagen(100_00, date(2026, 12, 1), date(2027, 2, 1)) == {2026: 50_00, 2027: 50_00}
        assert naar_dagen(100_00, date(2026, 1, 1), date(2027, 1, 1)) == {2026: 100_00}

    @given(st.integers(0, 10**7), st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 1500))
    def test_de_jaren_zijn_samen_het_bedrag(self, bedrag: int, van: date, dagen: int) -> None:
        delen = naar_dagen(bedrag, van, date.fromordinal(van.toordinal() + dagen))
        assert sum(delen.values()) == bedrag
        assert min(delen.values()) >= 0


class TestPrognose:
    @pytest.mark.parametrize(
        ("dag", "verwacht", "woorden"),
        [
            pytest.param(date(2025, 12, 31), 0, "nog niet begonnen", id="ervoor"),
            pytest.param(date(2026, 1, 1), 364_000, "1 dagen", id="eerste-dag"),
            pytest.param(date(2026, 12, 30), 1_003, "364 dagen", id="op-een-na-laatste-dag"),
            pytest.param(date(2026, 12, 31), 0, "365 dagen", id="laatste-dag"),
            pytest.param(date(2027, 1, 1), 0, "voorbij", id="erna"),
        ],
    )
    def test_verwachte_instroom(self, dag: date, verwacht: int, woorden: str) -> None:
        instroom = 1000 if dag == date(2026, 1, 1) else 365_000
        prognose = voorspel(2026, dag, bedragen(50, 500, 200), instroom, 10**6)
        assert prognose.verwachte_instroom == verwacht
        assert prognose.totaal == 550 + verwacht == prognose.betaald + prognose.nog_te_betalen + 50 + verwacht
        assert prognose.over == 10**6 - prognose.totaal
        assert woorden in prognose.methode

    def test_zonder_plafond_en_bij_een_dalende_stand(self) -> None:
        prognose = voorspel(2026, date(2026, 6, 1), bedragen(), -500, None)
        assert (prognose.over, prognose.verwachte_instroom) == (None, 0)


@pytest.mark.regel("DEV-FIN-901")
def test_deventer_boekt_op_programma_7_en_kent_geen_bedrag() -> None:
    assert BELEID.programma.waarde == 7
    assert BELEID.programma.herkomst == "vastgesteld"


@pytest.mark.parametrize(
    ("code", "gevolg"),
    [
        ("startbaansubsidie", BijUitputting.WACHTLIJST),
        ("loonkostensubsidie", BijUitputting.BOEKEN),
        ("clientkosten", BijUitputting.WEIGEREN),
        ("jobcoach", BijUitputting.WEIGEREN),
    ],
)
def test_wat_er_gebeurt_als_het_op_is(code: str, gevolg: BijUitputting) -> None:
    assert BELEID.gevolg(code) is gevolg
