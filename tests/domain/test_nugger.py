"""Nuggers: income, vermogen, doelgroepregister, doelmatigheid, and the decision on them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.beleid.model import Herkomst
from app.domain.kern.canoniek import canoniek
from app.domain.kern.grondslag import pw
from app.domain.kern.norm import Leefvorm
from app.domain.kern.toets import Toets, Uitkomst, niet_voldaan
from app.domain.nugger.beleid import Grensbedrag, NuggerBeleid, VermogenBeleid, WmlBeleid, minimumloon, vermogensgrens
from app.domain.nugger.beslissing import Beslissing, beslis, gebruikte_waarden, in_de_weg
from app.domain.nugger.feiten import Nuggerdictum as Dictum
from app.domain.nugger.feiten import NuggerFeiten, Product
from app.domain.nugger.toetsen import (
    signaal_tussen_grenzen,
    toets_inkomen,
    toets_maatregel,
    toets_product,
    toets_toetser,
    toets_vermogen,
)
from tests.steun.beleid import vast_register

REGISTER = vast_register()
DAG = date(2026, 7, 1)
BELEID = REGISTER.geldend(NuggerBeleid, "GM0150", DAG).beleid
GRENS, VERMOGEN = 280_440, 800_000
"""120 % of € 2.337,00, and the limit for one person in 2026."""


def wml(dag: str) -> WmlBeleid:
    return REGISTER.geldend(WmlBeleid, "GM0150", date.fromisoformat(dag)).beleid


def bedrag(cent: int, herkomst: Herkomst = Herkomst.VASTGESTELD) -> Grensbedrag:
    return Grensbedrag(bedrag=cent, grondslag=pw("34"), herkomst=herkomst)


def feiten(**anders: Any) -> NuggerFeiten:
    vast: dict[str, Any] = {
        "leeftijd": 40,
        "nugger": True,
        "inkomen": 200_000,
        "vermogen": 100_000,
        "minimumloon": minimumloon(40, wml("2026-07-01")),
        "vermogensgrens": bedrag(VERMOGEN),
        "sociaal_minimum": 141_946,
        "wens": "Wil werken.",
        "doelmatig": True,
        "motivering": "Werk is haalbaar.",
    }
    return NuggerFeiten(**(vast | anders))


def besluit(**anders: Any) -> Beslissing:
    return beslis(feiten(**anders), BELEID, DAG)


def mis(toetsen: tuple[Toets, ...]) -> list[str]:
    return [toets.voorwaarde for toets in niet_voldaan(toetsen)]


class TestBedragen:
    @pytest.mark.regel("DEV-DOE-902")
    @pytest.mark.parametrize(
        ("dag", "cent", "zeker"),
        [
            pytest.param("2020-01-01", 165_360, True, id="officieel-gezien"),
            pytest.param("2025-06-30", 219_180, False, id="alleen-secundair"),
            pytest.param("2025-07-01", 224_580, False, id="uit-het-hoofd"),
            pytest.param("2026-06-30", 229_440, False, id="dag-voor-nieuw-bedrag"),
            pytest.param("2026-07-01", 233_700, True, id="nieuw-bedrag"),
        ],
    )
    def test_het_minimumloon_van_de_dag_met_zijn_herkomst(self, dag: str, cent: int, zeker: bool) -> None:
        loon = minimumloon(21, wml(dag))
        assert (loon.bedrag, loon.zeker) == (cent, zeker)

    @pytest.mark.regel("DEV-DOE-902")
    @pytest.mark.parametrize(
        ("leeftijd", "cent"),
        [
            (21, 233_700),
            (20, 186_960),
            (19, 140_220),
            (18, 116_850),
            (17, 92_312),
            (16, 80_627),
            (15, 70_110),
            (14, 70_110),
        ],
    )
    def test_naar_leeftijd(self, leeftijd: int, cent: int) -> None:
        assert minimumloon(leeftijd, wml("2026-07-01")).bedrag == cent

    def test_een_onzeker_percentage_maakt_het_bedrag_onzeker(self) -> None:
        beleid = wml("2026-07-01")
        onzeker = beleid.jeugd_procent.model_copy(update={"herkomst": Herkomst.ONBEVESTIGD})
        assert not minimumloon(18, beleid.model_copy(update={"jeugd_procent": onzeker})).zeker

    @pytest.mark.regel("DEV-DOE-015")
    @pytest.mark.parametrize(
        ("jaar", "leefvorm", "cent"),
        [
            pytest.param(2020, Leefvorm.ALLEENSTAANDE, 622_500, id="2020-alleen"),
            pytest.param(2026, Leefvorm.ALLEENSTAANDE, 800_000, id="2026-alleen"),
            pytest.param(2026, Leefvorm.ALLEENSTAANDE_OUDER, 1_600_000, id="2026-ouder"),
            pytest.param(2026, Leefvorm.GEHUWD, 1_600_000, id="2026-gehuwd"),
        ],
    )
    def test_de_vermogensgrens_van_het_jaar(self, jaar: int, leefvorm: Leefvorm, cent: int) -> None:
        beleid = REGISTER.geldend(VermogenBeleid, "GM0150", date(jaar, 12, 31)).beleid
        assert vermogensgrens(leefvorm, beleid).bedrag == cent


class TestInkomenEnVermogen:
    @pytest.mark.regel("DEV-DOE-014", "DEV-DOE-902")
    @pytest.mark.parametrize(
        ("inkomen", "uitkomst"),
        [
            pytest.param(GRENS - 1, Uitkomst.VOLDAAN, id="cent-eronder"),
            pytest.param(GRENS, Uitkomst.VOLDAAN, id="precies-120-procent"),
            pytest.param(GRENS + 1, Uitkomst.NIET_VOLDAAN, id="cent-erboven"),
            pytest.param(None, Uitkomst.ONBEPAALD, id="onbekend"),
        ],
    )
    def test_inkomen_tot_en_met_120_procent(self, inkomen: int | None, uitkomst: Uitkomst) -> None:
        toets = toets_inkomen(feiten(inkomen=inkomen), BELEID)
        assert (toets.uitkomst, toets.feiten["grens"]) == (uitkomst, GRENS)

    @pytest.mark.regel("DEV-DOE-015", "DEV-DOE-902")
    @pytest.mark.parametrize(
        ("vermogen", "uitkomst"),
        [
            pytest.param(VERMOGEN - 1, Uitkomst.VOLDAAN, id="cent-eronder"),
            pytest.param(VERMOGEN, Uitkomst.VOLDAAN, id="precies"),
            pytest.param(VERMOGEN + 1, Uitkomst.NIET_VOLDAAN, id="cent-erboven"),
            pytest.param(None, Uitkomst.ONBEPAALD, id="onbekend"),
        ],
    )
    def test_vermogen_tot_en_met_artikel_34(self, vermogen: int | None, uitkomst: Uitkomst) -> None:
        assert toets_vermogen(feiten(vermogen=vermogen)).uitkomst is uitkomst

    @pytest.mark.regel("DEV-DOE-015", "DEV-DOE-902")
    @pytest.mark.parametrize("grens", [None, bedrag(1, Herkomst.ONBEVESTIGD)], ids=["geen-bedrag", "onbevestigd"])
    @pytest.mark.parametrize(
        ("oordeel", "reden", "uitkomst"),
        [
            pytest.param(None, None, Uitkomst.ONBEPAALD, id="niemand-oordeelde"),
            pytest.param(False, None, Uitkomst.ONBEPAALD, id="zonder-reden"),
            pytest.param(True, "Ruim eronder.", Uitkomst.VOLDAAN, id="mens-zegt-ja"),
            pytest.param(False, "Ver erboven.", Uitkomst.NIET_VOLDAAN, id="mens-zegt-nee"),
        ],
    )
    def test_zonder_zeker_bedrag_oordeelt_een_mens(
        self, grens: Grensbedrag | None, oordeel: bool | None, reden: str | None, uitkomst: Uitkomst
    ) -> None:
        velden = {"oordeel_inkomen": oordeel, "oordeel_vermogen": oordeel, "oordeel_reden": reden}
        geval = feiten(minimumloon=grens, vermogensgrens=grens, **velden)
        assert toets_inkomen(geval, BELEID).uitkomst is uitkomst
        assert toets_vermogen(geval).uitkomst is uitkomst

    @pytest.mark.regel("DEV-DOE-014")
    @pytest.mark.parametrize(
        ("inkomen", "minimum", "uitkomst"),
        [
            pytest.param(170_335, 141_946, Uitkomst.VOLDAAN, id="tot-de-lage-grens"),
            pytest.param(170_336, 141_946, Uitkomst.NIET_VOLDAAN, id="cent-boven-de-lage-grens"),
            pytest.param(GRENS, 141_946, Uitkomst.NIET_VOLDAAN, id="op-de-hoge-grens"),
            pytest.param(GRENS + 1, 141_946, Uitkomst.VOLDAAN, id="boven-beide"),
            pytest.param(None, 141_946, Uitkomst.ONBEPAALD, id="inkomen-onbekend"),
            pytest.param(200_000, None, Uitkomst.ONBEPAALD, id="minimum-onbekend"),
        ],
    )
    def test_tussen_sociaal_minimum_en_minimumloon(
        self, inkomen: int | None, minimum: int | None, uitkomst: Uitkomst
    ) -> None:
        geval = feiten(inkomen=inkomen, sociaal_minimum=minimum)
        assert signaal_tussen_grenzen(geval, BELEID).uitkomst is uitkomst
        assert signaal_tussen_grenzen(feiten(minimumloon=None), BELEID).uitkomst is Uitkomst.ONBEPAALD


class TestBeslissing:
    @pytest.mark.regel("DEV-DOE-014", "DEV-DOE-902")
    @pytest.mark.parametrize(
        ("anders", "dictum", "open_"),
        [
            pytest.param({}, Dictum.TOEKENNEN, [], id="alles-in-orde"),
            pytest.param({"inkomen": GRENS + 1}, Dictum.WEIGEREN, ["inkomen_binnen_grens"], id="inkomen-te-hoog"),
            pytest.param({"vermogen": VERMOGEN + 1}, Dictum.WEIGEREN, ["vermogen_binnen_grens"], id="vermogen-te-hoog"),
            pytest.param({"doelmatig": False}, Dictum.WEIGEREN, ["doelmatig"], id="niet-doelmatig"),
            pytest.param({"nugger": False}, Dictum.WEIGEREN, ["geen_uitkering"], id="heeft-uitkering"),
            pytest.param({"nugger": None}, Dictum.VOORLEGGEN, ["geen_uitkering"], id="doelgroep-onbekend"),
            pytest.param({"inkomen": None}, Dictum.VOORLEGGEN, ["inkomen_binnen_grens"], id="inkomen-ontbreekt"),
            pytest.param({"vermogen": None}, Dictum.VOORLEGGEN, ["vermogen_binnen_grens"], id="vermogen-ontbreekt"),
            pytest.param(
                {"inkomen": GRENS + 1, "vermogen": None},
                Dictum.VOORLEGGEN,
                ["vermogen_binnen_grens"],
                id="onvolledig-gaat-voor-weigeren",
            ),
            pytest.param({"doelmatig": None}, Dictum.VOORLEGGEN, ["doelmatig"], id="niet-afgewogen"),
            pytest.param({"motivering": None}, Dictum.VOORLEGGEN, ["doelmatigheid_gemotiveerd"], id="niet-gemotiveerd"),
        ],
    )
    def test_dictum(self, anders: dict[str, Any], dictum: Dictum, open_: list[str]) -> None:
        uitkomst = besluit(**anders)
        assert uitkomst.dictum is dictum
        nodig = in_de_weg(feiten(**anders), uitkomst) if dictum is Dictum.VOORLEGGEN else uitkomst.toetsen
        assert mis(nodig) == open_
        assert bool(uitkomst.motivering) is (dictum is not Dictum.VOORLEGGEN)
        assert (uitkomst.dictum is Dictum.VOORLEGGEN) == bool(in_de_weg(feiten(**anders), uitkomst))

    @pytest.mark.regel("DEV-DOE-904")
    def test_wens_en_afweging_staan_in_het_besluit(self) -> None:
        assert "Onze afweging: Werk is haalbaar." in besluit().motivering
        assert mis(besluit(wens="").toetsen) == ["wens_vastgelegd"]
        assert besluit(wens="").dictum is Dictum.VOORLEGGEN

    @pytest.mark.regel("DEV-DOE-016", "DEV-DOE-903")
    def test_het_doelgroepregister_slaat_de_toets_over(self) -> None:
        rijk = {"inkomen": GRENS * 2, "vermogen": VERMOGEN * 2}
        assert besluit(**rijk).dictum is Dictum.WEIGEREN
        uitkomst = besluit(in_doelgroepregister=True, **rijk)
        assert (uitkomst.dictum, uitkomst.inkomensgrens, uitkomst.vermogensgrens) == (Dictum.TOEKENNEN, None, None)
        assert besluit(in_doelgroepregister=True, inkomen=None, vermogen=None).dictum is Dictum.TOEKENNEN
        assert any("doelgroepregister" in zin for zin in uitkomst.motivering)
        assert gebruikte_waarden(feiten(in_doelgroepregister=True), BELEID, uitkomst) == ()
        assert gebruikte_waarden(feiten(), BELEID, besluit()) == ("inkomensgrens_procent",)

    @pytest.mark.regel("DEV-DOE-014")
    def test_dezelfde_feiten_geven_dezelfde_bytes(self) -> None:
        assert canoniek(besluit()) == canoniek(besluit())
        percentage = BELEID.inkomensgrens_procent.model_copy(
            update={"waarde": Decimal(130), "herkomst": Herkomst.VOORBEELD}
        )
        anders = beslis(feiten(), BELEID.model_copy(update={"inkomensgrens_procent": percentage}), DAG)
        assert (anders.inkomensgrens, anders.voorbeeldwaarden) == (303_810, ("inkomensgrens_procent",))
        assert besluit().voorbeeldwaarden == ()
        assert besluit(vermogensgrens=None).vermogensgrens is None


@pytest.mark.regel("DEV-DOE-016", "DEV-DOE-903", "DEV-DOE-017")
@pytest.mark.parametrize("product", list(Product))
def test_werkgeversinstrumenten_vragen_het_register(product: Product) -> None:
    zonder = toets_product(product, in_doelgroepregister=False)
    assert (zonder.uitkomst is Uitkomst.VOLDAAN) is (product is Product.ROUTEKAART)
    assert toets_product(product, in_doelgroepregister=True).uitkomst is Uitkomst.VOLDAAN


@pytest.mark.regel("DEV-DOE-017")
def test_een_nugger_krijgt_geen_maatregel() -> None:
    assert toets_maatregel(nugger=True).uitkomst is Uitkomst.NIET_VOLDAAN
    assert toets_maatregel(nugger=False).uitkomst is Uitkomst.VOLDAAN


def test_wie_besliste_toetst_niet() -> None:
    assert toets_toetser("a", "a").uitkomst is Uitkomst.NIET_VOLDAAN
    assert toets_toetser("a", "b").uitkomst is Uitkomst.VOLDAAN
