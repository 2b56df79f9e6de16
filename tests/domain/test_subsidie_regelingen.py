"""Tegemoetkoming loonkosten, uitstroompremie and vergoedingen: for whom, how much, and what stays open."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kern.klantgroep import Klantgroep
from app.domain.subsidie.invoer import Dienstverbandinvoer
from app.domain.subsidie.model import Bijlagesoort, Subsidiedictum
from app.domain.subsidie.tabel import STARTBAAN, TEGEMOETKOMING, UITSTROOMPREMIE, VERGOEDING
from app.domain.subsidie.tegemoetkoming import bereken_tegemoetkoming, subsidiemaanden
from app.domain.subsidie.vergoeding import bereken_vergoeding
from tests.steun.subsidie import (
    BELEID,
    dienstverband,
    eerder,
    onkosten,
    premie,
    tegemoetkoming,
    tegen,
    uitkomst,
    vergoeding,
)

NIET, OPEN = "niet_voldaan", "onbepaald"


class TestTegemoetkoming:
    @pytest.mark.regel("DEV-SUB-906", "DEV-SUB-907", "DEV-SUB-909", "DEV-SUB-911", "DEV-VRZ-915")
    @pytest.mark.parametrize(
        ("anders", "verwacht"),
        [
            pytest.param({}, [], id="alles-in-orde"),
            pytest.param({"klantgroep": Klantgroep.MATCHEN}, [("klantgroep", NIET)], id="alleen-groeien"),
            pytest.param({"ontwikkelpotentieel": None}, [("ontwikkelpotentieel", OPEN)], id="potentieel-open"),
            pytest.param(
                {"structurele_beperking": True}, [("geen_loonkostensubsidie_aangewezen", NIET)], id="lks-aangewezen"
            ),
            pytest.param(
                {"structurele_beperking": None}, [("geen_loonkostensubsidie_aangewezen", OPEN)], id="niet-vastgelegd"
            ),
            pytest.param({"compenseert": []}, [("doel", OPEN)], id="zonder-doel"),
            pytest.param({"geen_verdringing": False}, [("geen_verdringing", NIET)], id="verdringing"),
            pytest.param({"eerlijke_concurrentie": False}, [("eerlijke_concurrentie", NIET)], id="concurrentie"),
            pytest.param({"geen_verdringing": None}, [("geen_verdringing", OPEN)], id="verdringing-niet-beoordeeld"),
            pytest.param({"compenseert": ["vakvaardigheden", "arbeidsritme"]}, [], id="twee-doelen"),
            pytest.param(
                {"dienstverband": dienstverband(uitzendbeding=True)}, [("geen_uitzendbeding", NIET)], id="uitzendbeding"
            ),
            pytest.param(
                {"dienstverband": dienstverband(uitzendbeding=None)},
                [("geen_uitzendbeding", OPEN)],
                id="beding-onbekend",
            ),
            pytest.param(
                {"dienstverband": dienstverband(lasten=None)}, [("loonkosten_bekend", OPEN)], id="lasten-open"
            ),
            pytest.param({"dienstverband": dienstverband(loon=None)}, [("loonkosten_bekend", OPEN)], id="loon-open"),
            pytest.param(
                {"andere_aanspraken": ["loonkostenvoordeel"]}, [("geen_andere_regeling", NIET)], id="loonkostenvoordeel"
            ),
            pytest.param({"andere_aanspraken": None}, [("geen_andere_regeling", OPEN)], id="niet-verklaard"),
            pytest.param(
                {"eerdere": eerder("startbaansubsidie", zelfde_dienstverband=True)},
                [("geen_andere_regeling", NIET)],
                id="niet-naast-startbaansubsidie",
            ),
            pytest.param(
                {"eerdere": eerder("loonkostensubsidie", zelfde_dienstverband=True)},
                [("geen_andere_regeling", NIET)],
                id="niet-naast-loonkostensubsidie",
            ),
            pytest.param({"eerdere": eerder("startbaansubsidie")}, [], id="ander-dienstverband"),
            pytest.param({"eerdere": eerder("vergoeding", zelfde_dienstverband=True)}, [], id="vergoeding-mag"),
            pytest.param(
                {"eerdere": eerder("tijdelijke_tegemoetkoming_loonkosten", zelfde_dienstverband=True)},
                [("niet_eerder_voor_dit_dienstverband", NIET)],
                id="tweede-voor-dit-dienstverband",
            ),
        ],
    )
    def test_voor_wie(self, anders: dict[str, Any], verwacht: list[tuple[str, str]]) -> None:
        assert tegen(uitkomst(TEGEMOETKOMING, tegemoetkoming(**anders))) == verwacht

    def test_zonder_dienstverband_blijft_alles_open(self) -> None:
        beslissing = uitkomst(TEGEMOETKOMING, tegemoetkoming(dienstverband=None))
        assert {uit for _, uit in tegen(beslissing)} == {OPEN}
        assert beslissing.dictum is Subsidiedictum.VOORLEGGEN
        assert subsidiemaanden(tegemoetkoming(dienstverband=None), 6) == 0

    @pytest.mark.regel("DEV-SUB-908")
    @pytest.mark.parametrize(
        ("anders", "verwacht"),
        [
            pytest.param({"uren": Decimal("19.99")}, [("betaalde_uren", NIET)], id="net-minder-dan-twintig"),
            pytest.param({"uren": Decimal(20)}, [], id="precies-twintig"),
            pytest.param({"uren": Decimal("20.01")}, [], id="net-meer-dan-twintig"),
            pytest.param({"uren": Decimal(0)}, [("betaalde_uren", NIET)], id="nul-uren"),
            pytest.param({"uren": None}, [("betaalde_uren", OPEN)], id="onbekend"),
            pytest.param({"tot": date(2027, 2, 28)}, [("duur_dienstverband", NIET)], id="dag-korter-dan-zes-maanden"),
            pytest.param({"tot": date(2027, 3, 1)}, [], id="precies-zes-maanden"),
            pytest.param({"tot": date(2027, 3, 2)}, [], id="dag-langer"),
            pytest.param({"tot": None}, [], id="onbepaalde-tijd"),
        ],
    )
    def test_uren_en_duur(self, anders: dict[str, Any], verwacht: list[tuple[str, str]]) -> None:
        feiten = tegemoetkoming(dienstverband=dienstverband(**anders))
        assert tegen(uitkomst(TEGEMOETKOMING, feiten)) == verwacht

    @pytest.mark.regel("DEV-SUB-910")
    def test_per_maand_de_helft_tot_de_helft_van_het_minimumloon_van_die_maand(self) -> None:
        """The minimum wage changes within the six months, and the ceiling with it."""
        verband = dienstverband(van=date(2026, 4, 15), tot=None, uren=Decimal(20), loon=195_000, lasten=37_000)
        lonen = (229_440, 229_440, 229_440, 233_700, 233_700, 233_700)
        schema = uitkomst(TEGEMOETKOMING, tegemoetkoming(*lonen, dienstverband=verband)).betaalschema
        assert schema is not None
        assert [(termijn.bedrag, termijn.begrensd) for termijn in schema.termijnen] == [(114_720, True)] * 3 + [
            (116_000, False)
        ] * 3
        assert schema.termijnen[0].formule == (
            "50 % van € 2.294,40 = € 1.147,20 (het maximum; 50 % van € 2.320,00 = € 1.160,00)"
        )
        assert schema.termijnen[3].formule == "50 % van € 2.320,00 = € 1.160,00"
        assert [termijn.maand for termijn in schema.termijnen][::5] == [date(2026, 4, 1), date(2026, 9, 1)]
        assert schema.termijnen[0].betaalbaar_vanaf == date(2026, 5, 15)
        assert schema.termijnen[0].bijlagen == (Bijlagesoort.LOONSTROOK,)
        assert [cijfer.veld for cijfer in schema.termijnen[0].cijfers][-1] == "maand_21plus"
        assert schema.totaal == 3 * 114_720 + 3 * 116_000

    @pytest.mark.regel("DEV-SUB-910")
    def test_hoogstens_zes_maanden_en_niet_langer_dan_het_contract(self) -> None:
        lang = bereken_tegemoetkoming(tegemoetkoming(*[229_440] * 8, dienstverband=dienstverband(tot=None)), BELEID)
        assert len(lang.termijnen) == 6
        zes = tegemoetkoming(dienstverband=dienstverband(tot=date(2027, 3, 1)))
        assert (subsidiemaanden(zes, 5), subsidiemaanden(zes, 9)) == (5, 6)

    @pytest.mark.regel("DEV-SUB-910")
    @given(
        st.integers(0, 900_000),
        st.integers(0, 300_000),
        st.lists(st.integers(100_000, 300_000), min_size=6, max_size=6),
        st.one_of(st.none(), st.integers(6, 30)),
    )
    def test_nooit_boven_het_plafond_en_niet_langer_dan_zes_maanden(
        self, loon: int, lasten: int, lonen: list[int], duur: int | None
    ) -> None:
        einde = None if duur is None else date(2026 + (8 + duur) // 12, (8 + duur) % 12 + 1, 1)
        verband = dienstverband(loon=loon, lasten=lasten, tot=einde)
        schema = bereken_tegemoetkoming(tegemoetkoming(*lonen, dienstverband=verband), BELEID)
        assert len(schema.termijnen) == 6
        assert sum(termijn.bedrag for termijn in schema.termijnen) == schema.totaal
        for termijn, hoogste in zip(schema.termijnen, lonen, strict=True):
            assert termijn.bedrag <= (hoogste + 1) // 2
            assert termijn.bedrag <= (loon + lasten + 1) // 2
            assert termijn.begrensd == ((loon + lasten + 1) // 2 > (hoogste + 1) // 2)


def test_een_dienstverband_eindigt_na_zijn_begin() -> None:
    geldig = {"van": "2026-09-01", "tot": "2026-09-02", "uren": "32"}
    assert Dienstverbandinvoer.model_validate(geldig).feiten().tot == date(2026, 9, 2)
    with pytest.raises(ValueError, match="niet na de begindatum"):
        Dienstverbandinvoer.model_validate(geldig | {"tot": "2026-09-01"})


class TestUitstroompremie:
    @pytest.mark.regel("DEV-SUB-912")
    @pytest.mark.parametrize(
        ("anders", "verwacht"),
        [
            pytest.param({}, [], id="alles-in-orde"),
            pytest.param({"eerdere": eerder("uitstroompremie")}, [("eenmalig", NIET)], id="tweede-voor-deze-klant"),
            pytest.param({"eerdere": eerder("vergoeding")}, [], id="een-vergoeding-is-geen-premie"),
            pytest.param({"langdurig_werkloos": False}, [("langdurig_werkloos", NIET)], id="kort-werkloos"),
            pytest.param({"volledige_uitstroom": False}, [("volledige_uitstroom", NIET)], id="aanvullende-bijstand"),
            pytest.param({"volledige_uitstroom": None}, [("volledige_uitstroom", OPEN)], id="uitstroom-onbekend"),
            pytest.param({"duurzaam": None}, [("duurzame_uitstroom", OPEN)], id="wacht-op-duurzaamheid"),
            pytest.param({"duurzaam": False}, [("duurzame_uitstroom", NIET)], id="niet-duurzaam"),
        ],
    )
    def test_voor_wie(self, anders: dict[str, Any], verwacht: list[tuple[str, str]]) -> None:
        assert tegen(uitkomst(UITSTROOMPREMIE, premie(**anders))) == verwacht

    @pytest.mark.regel("DEV-SUB-912", "DEV-ORG-903")
    @pytest.mark.parametrize("weg", ["bedrag", "bedrag_motivering"])
    def test_het_bedrag_wordt_met_de_hand_bepaald_en_gemotiveerd(self, weg: str) -> None:
        beslissing = uitkomst(UITSTROOMPREMIE, premie(**{weg: None}))
        assert tegen(beslissing) == [("bedrag_bepaald", OPEN)]
        assert beslissing.toetsen[-1].toelichting.startswith("Beleid ontbreekt")
        toegekend = uitkomst(UITSTROOMPREMIE, premie())
        assert toegekend.motivering[0] == (
            "U krijgt € 500,00. Zo rekenen wij: € 500,00, voor dit geval bepaald: De klant werkt al een jaar."
        )
        assert not UITSTROOMPREMIE.awb_subsidie


class TestVergoeding:
    @pytest.mark.regel("DEV-VGD-902", "DEV-VGD-904")
    @pytest.mark.parametrize(
        ("anders", "verwacht"),
        [
            pytest.param({}, [], id="alles-in-orde"),
            *(
                pytest.param({eis: antwoord}, [(eis, NIET if antwoord is False else OPEN)], id=f"{eis}-{antwoord}")
                for eis in (
                    "aantoonbaar",
                    "noodzakelijk",
                    "uit_traject_of_dienstverband",
                    "geen_andere_voorziening",
                    "niet_door_werkgever",
                )
                for antwoord in (False, None)
            ),
            pytest.param({"kosten": onkosten(100, bewijs=False)}, [("aantoonbaar", OPEN)], id="zonder-bewijs"),
            pytest.param({"vertraagt_traject": False, "hindert_werk": True}, [], id="vraag-2-is-genoeg"),
            pytest.param({"hindert_werk": None}, [], id="vraag-1-is-genoeg"),
            pytest.param(
                {"vertraagt_traject": False, "hindert_werk": False}, [("vraag_1_of_2", NIET)], id="geen-van-beide"
            ),
            pytest.param(
                {"vertraagt_traject": False, "hindert_werk": None}, [("vraag_1_of_2", OPEN)], id="vraag-2-open"
            ),
            pytest.param({"geen_voorliggende_voorziening": False}, [("vraag_3", NIET)], id="voorliggend"),
            pytest.param({"geen_voorliggende_voorziening": None}, [("vraag_3", OPEN)], id="vraag-3-open"),
        ],
    )
    def test_eisen_en_vragen(self, anders: dict[str, Any], verwacht: list[tuple[str, str]]) -> None:
        assert tegen(uitkomst(VERGOEDING, vergoeding(**anders))) == verwacht

    @pytest.mark.regel("DEV-VGD-901")
    @pytest.mark.parametrize(
        ("eerder_bedrag", "kosten", "bedrag"),
        [
            pytest.param(0, 24_999, 24_999, id="net-onder-het-maximum"),
            pytest.param(0, 25_000, 25_000, id="precies-het-maximum"),
            pytest.param(0, 25_001, 25_000, id="een-cent-erboven"),
            pytest.param(20_000, 8_000, 5_000, id="de-rest-van-het-maximum"),
            pytest.param(25_000, 8_000, None, id="niets-meer-over"),
        ],
    )
    def test_samen_niet_meer_dan_het_maximum(self, eerder_bedrag: int, kosten: int, bedrag: int | None) -> None:
        voor = eerder("vergoeding", bedrag=eerder_bedrag, kader="traject 2026-03-02")
        ander = eerder("vergoeding", bedrag=25_000, kader="dienstverband 2026-03-02")
        schema = uitkomst(VERGOEDING, vergoeding(kosten=onkosten(kosten), eerdere=voor + ander)).betaalschema
        assert (schema.totaal if schema else None) == bedrag
        if schema is not None and bedrag is not None and bedrag < kosten:
            assert schema.termijnen[0].begrensd
            assert schema.formule.endswith(f"niet vergoed: € {(kosten - bedrag) / 100:.2f}".replace(".", ","))

    @pytest.mark.regel("DEV-VGD-901")
    def test_met_de_hardheidsclausule_geldt_het_maximum_niet(self) -> None:
        reden = "Zonder opvang kan het werk niet doorgaan."
        feiten = vergoeding(kosten=onkosten(90_000), hardheid=reden, eerdere=eerder("vergoeding", bedrag=25_000))
        schema = bereken_vergoeding(feiten, BELEID)
        assert (schema.totaal, schema.termijnen[0].cijfers) == (90_000, ())
        assert uitkomst(VERGOEDING, feiten).toetsen[-1].grondslag.artikel == "8"

    @pytest.mark.regel("DEV-VGD-903")
    @pytest.mark.parametrize("soort", ["reiskosten", "schoeisel", "een legitimatiebewijs"])
    def test_elke_soort_kosten_kan_en_gaat_van_clientkosten(self, soort: str) -> None:
        assert uitkomst(VERGOEDING, vergoeding(kosten=onkosten(100, soort=soort))).dictum is Subsidiedictum.TOEKENNEN
        assert (VERGOEDING.budgetcode, STARTBAAN.budgetcode) == ("clientkosten", "startbaansubsidie")
        assert "schoeisel" in BELEID.vergoeding_kostensoorten.waarde
