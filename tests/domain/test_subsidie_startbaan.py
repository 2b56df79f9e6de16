"""Startbaansubsidie: for whom, how much, when it is paid, and the decision on it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.beleid.model import Herkomst
from app.domain.kern.canoniek import canoniek
from app.domain.kern.klantgroep import Klantgroep
from app.domain.subsidie.beleid import SubsidieBeleid
from app.domain.subsidie.beslissing import in_de_weg
from app.domain.subsidie.cijfer import cijfer_uit, schrijf_cijfer, toetsen_betaling
from app.domain.subsidie.duur import hele_maanden
from app.domain.subsidie.model import Betaalschema, Bijlagesoort, Regelingcode, Subsidiedictum
from app.domain.subsidie.startbaan import bereken_startbaan, toets_duur
from app.domain.subsidie.tabel import STARTBAAN
from app.domain.subsidie.toetsen import toets_toetser
from tests.steun.subsidie import BELEID, DAG, VAN, dienstverband, eerder, kosten, startbaan, tegen, uitkomst


@pytest.mark.regel("DEV-SUB-902", "DEV-SUB-903", "DEV-SUB-001", "DEV-VRZ-915")
@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        pytest.param({}, [], id="alles-in-orde"),
        pytest.param({"klantgroep": Klantgroep.MATCHEN}, [], id="matchen-kan"),
        pytest.param({"klantgroep": Klantgroep.FACILITEREN}, [("klantgroep", "niet_voldaan")], id="nooit-faciliteren"),
        pytest.param({"klantgroep": Klantgroep.ZORGEN}, [("klantgroep", "niet_voldaan")], id="nooit-zorgen"),
        pytest.param({"klantgroep": None}, [("klantgroep", "onbepaald")], id="klantgroep-onbekend"),
        pytest.param(
            {"dienstverband": None},
            [("arbeidsovereenkomst", "onbepaald"), ("duur_dienstverband", "onbepaald")],
            id="zonder-dienstverband",
        ),
        pytest.param({"passend_motivering": None}, [("passend", "onbepaald")], id="passend-zonder-motivering"),
        pytest.param({"passend": False}, [("passend", "niet_voldaan")], id="niet-passend"),
        pytest.param(
            {"afstand_tot_arbeidsmarkt": False}, [("afstand_tot_arbeidsmarkt", "niet_voldaan")], id="geen-afstand"
        ),
        pytest.param({"kosten": []}, [("kostenoverzicht", "onbepaald")], id="zonder-kosten-onvolledig"),
        pytest.param({"kosten": kosten(1000, aanvaard=None)}, [("kostenoverzicht", "onbepaald")], id="niet-beoordeeld"),
        pytest.param(
            {"kosten": kosten(1000, aanvaard=False)}, [("kostenoverzicht", "niet_voldaan")], id="niets-aanvaard"
        ),
        pytest.param({"geen_verdringing": False}, [("geen_verdringing", "niet_voldaan")], id="verdringing"),
        pytest.param({"eerlijke_concurrentie": None}, [("eerlijke_concurrentie", "onbepaald")], id="concurrentie-open"),
        pytest.param(
            {"eerdere": eerder("startbaansubsidie", zelfde_werkgever=True)},
            [("eenmalig", "niet_voldaan")],
            id="tweede-bij-zelfde-werkgever",
        ),
        pytest.param({"eerdere": eerder("startbaansubsidie")}, [], id="andere-werkgever-kan"),
    ],
)
def test_voor_wie(anders: dict[str, Any], verwacht: list[tuple[str, str]]) -> None:
    assert tegen(uitkomst(STARTBAAN, startbaan(**anders))) == verwacht


@pytest.mark.regel("DEV-SUB-901", "DEV-SUB-911")
def test_de_regelingen_blijven_uit_elkaar() -> None:
    """A startbaansubsidie does not go beside a tegemoetkoming for the same employment, and each has its own besluit."""
    naast = startbaan(eerdere=eerder("tijdelijke_tegemoetkoming_loonkosten", zelfde_dienstverband=True))
    beslissing = uitkomst(STARTBAAN, naast)
    assert tegen(beslissing) == [("niet_naast_tegemoetkoming", "niet_voldaan")]
    assert beslissing.regeling is Regelingcode.STARTBAANSUBSIDIE
    assert {"startbaansubsidie", "loonkostensubsidie", "tijdelijke_tegemoetkoming_loonkosten"} < set(Regelingcode)


@pytest.mark.regel("DEV-SUB-904")
@pytest.mark.parametrize(
    ("tot", "maximum"),
    [
        pytest.param(date(2027, 2, 28), None, id="dag-korter-dan-zes-maanden"),
        pytest.param(date(2027, 3, 1), 300_000, id="precies-zes-maanden"),
        pytest.param(date(2027, 3, 2), 300_000, id="dag-langer-dan-zes-maanden"),
        pytest.param(date(2027, 8, 31), 300_000, id="dag-korter-dan-twaalf-maanden"),
        pytest.param(date(2027, 9, 1), 600_000, id="precies-twaalf-maanden"),
        pytest.param(date(2028, 9, 1), 600_000, id="langer-dan-twaalf-maanden"),
        pytest.param(None, 600_000, id="onbepaalde-tijd"),
    ],
)
def test_het_maximum_volgt_uit_de_duur(tot: date | None, maximum: int | None) -> None:
    feiten = startbaan(dienstverband=dienstverband(tot=tot), kosten=kosten(700_000))
    assert (str(toets_duur(feiten, BELEID).uitkomst) == "voldaan") == (maximum is not None)
    schema = uitkomst(STARTBAAN, feiten).betaalschema
    assert (schema.totaal if schema else None) == maximum


@pytest.mark.regel("DEV-SUB-903", "DEV-SUB-904")
def test_niet_meer_dan_de_aanvaarde_kosten() -> None:
    regels = [*kosten(100_001, 20_000), *kosten(500_000, aanvaard=False)]
    schema = uitkomst(STARTBAAN, startbaan(kosten=regels)).betaalschema
    assert schema is not None
    assert schema.totaal == 120_001
    assert schema.formule == "aanvaarde kosten € 1.200,01, ten hoogste € 3.000,00 bij 6 maanden of langer = € 1.200,01"
    assert [termijn.begrensd for termijn in schema.termijnen] == [False, False]


@pytest.mark.regel("DEV-SUB-905")
@pytest.mark.parametrize(
    ("tot", "tweede"),
    [
        pytest.param(date(2027, 3, 1), date(2027, 3, 1), id="na-het-einde"),
        pytest.param(None, date(2027, 9, 1), id="onbepaald-na-twaalf-maanden"),
    ],
)
def test_twee_helften_op_twee_facturen(tot: date | None, tweede: date) -> None:
    schema = uitkomst(STARTBAAN, startbaan(dienstverband=dienstverband(tot=tot), kosten=kosten(999_999))).betaalschema
    assert schema is not None
    een, twee = schema.termijnen
    assert een.bedrag == twee.bedrag == schema.totaal // 2
    assert (een.betaalbaar_vanaf, een.bijlagen) == (date(2026, 11, 1), ())
    assert (twee.betaalbaar_vanaf, twee.bijlagen) == (tweede, (Bijlagesoort.LAATSTE_LOONSTROOK,))
    assert een.begrensd
    assert een.formule.startswith("50 % van € ")


@pytest.mark.regel("DEV-SUB-903", "DEV-SUB-904", "DEV-SUB-905")
@given(st.lists(st.integers(1, 900_000), min_size=1, max_size=8), st.booleans())
def test_de_helften_zijn_samen_precies_het_bedrag(bedragen: list[int], lang: bool) -> None:
    verband = dienstverband(tot=None if lang else date(2027, 3, 1))
    schema = bereken_startbaan(startbaan(kosten=kosten(*bedragen), dienstverband=verband), BELEID)
    een, twee = (termijn.bedrag for termijn in schema.termijnen)
    assert een + twee == schema.totaal == min(sum(bedragen), 600_000 if lang else 300_000)
    assert 0 <= een - twee <= 1


@pytest.mark.parametrize(
    ("van", "tot", "maanden"),
    [
        pytest.param(date(2026, 8, 31), date(2027, 2, 27), 5, id="dag-voor-het-einde-van-februari"),
        pytest.param(date(2026, 8, 31), date(2027, 2, 28), 6, id="het-einde-van-februari"),
        pytest.param(date(2026, 9, 1), date(2026, 9, 2), 0, id="een-dag"),
        pytest.param(date(2026, 9, 1), None, None, id="zonder-einde"),
    ],
)
def test_hele_maanden(van: date, tot: date | None, maanden: int | None) -> None:
    assert hele_maanden(van, tot) == maanden


class TestBeslissing:
    def test_een_toekenning_noemt_elk_deel_met_zijn_formule(self) -> None:
        beslissing = uitkomst(STARTBAAN, startbaan(motivering="Dit past bij de klant."))
        assert beslissing.dictum is Subsidiedictum.TOEKENNEN
        assert in_de_weg(startbaan(), beslissing) == ()
        assert beslissing.motivering[0].startswith("U krijgt in totaal ten hoogste € 2.400,00.")
        assert beslissing.motivering[1] == (
            "Deel 1: 50 % van € 2.400,00 = € 1.200,00. U kunt dit deel declareren vanaf 1 november 2026."
        )
        assert beslissing.motivering[2].endswith("vanaf 1 maart 2027, met laatste loonstrook.")
        assert beslissing.motivering[3] == "Onze afweging: Dit past bij de klant."
        assert canoniek(beslissing) == canoniek(uitkomst(STARTBAAN, startbaan(motivering="Dit past bij de klant.")))

    def test_een_weigering_noemt_alleen_wat_in_de_weg_staat(self) -> None:
        beslissing = uitkomst(STARTBAAN, startbaan(passend=False, klantgroep=None))
        assert (beslissing.dictum, beslissing.betaalschema) == (Subsidiedictum.AFWIJZEN, None)
        assert [zin for zin in beslissing.motivering if "voorwaarde" in zin] == [
            "U voldoet niet aan deze voorwaarde (artikel 12, lid 1, Re-integratieverordening Participatiewet 2021): "
            "De subsidie is niet passend."
        ]

    def test_wat_open_is_wordt_voorgelegd(self) -> None:
        feiten = startbaan(passend=None)
        beslissing = uitkomst(STARTBAAN, feiten)
        assert (beslissing.dictum, beslissing.motivering) == (Subsidiedictum.VOORLEGGEN, ())
        assert [toets.voorwaarde for toets in in_de_weg(feiten, beslissing)] == ["passend"]

    @pytest.mark.parametrize(
        ("tot", "dictum"),
        [
            pytest.param(None, Subsidiedictum.VOORLEGGEN, id="niet-gevraagd"),
            pytest.param(date(2026, 9, 16), Subsidiedictum.VOORLEGGEN, id="dag-voor-het-einde"),
            pytest.param(DAG, Subsidiedictum.VOORLEGGEN, id="laatste-dag"),
            pytest.param(date(2026, 9, 14), Subsidiedictum.NIET_IN_BEHANDELING, id="dag-erna"),
        ],
    )
    def test_niet_in_behandeling_pas_na_de_termijn(self, tot: date | None, dictum: Subsidiedictum) -> None:
        feiten = startbaan(kosten=[], buiten_behandeling=True, aanvullen_tot=tot)
        beslissing = uitkomst(STARTBAAN, feiten)
        assert beslissing.dictum is dictum
        klaar = dictum is Subsidiedictum.NIET_IN_BEHANDELING
        assert [toets.voorwaarde for toets in in_de_weg(feiten, beslissing)] == ([] if klaar else ["kon_aanvullen"])
        assert ("Dit ontbreekt nog: Het kostenoverzicht ontbreekt" in " ".join(beslissing.motivering)) == klaar

    def test_een_volledige_aanvraag_wordt_wel_behandeld(self) -> None:
        feiten = startbaan(buiten_behandeling=True, aanvullen_tot=date(2026, 9, 1))
        assert uitkomst(STARTBAAN, feiten).dictum is Subsidiedictum.VOORLEGGEN

    def test_een_ander_toetst(self) -> None:
        assert [str(toets_toetser("a", wie, STARTBAAN.grondslag).uitkomst) for wie in "ab"] == [
            "niet_voldaan",
            "voldaan",
        ]


@pytest.mark.parametrize(
    ("herkomst", "formeel", "mag"),
    [
        pytest.param(Herkomst.VASTGESTELD, True, True, id="vastgesteld"),
        pytest.param(Herkomst.ONBEVESTIGD, False, False, id="onbevestigd-nooit"),
        pytest.param(Herkomst.VOORBEELD, False, True, id="voorbeeld-bij-ontwikkelen"),
        pytest.param(Herkomst.VOORBEELD, True, False, id="voorbeeld-niet-in-het-echt"),
    ],
)
def test_op_een_onzeker_cijfer_wordt_niet_betaald(herkomst: Herkomst, formeel: bool, mag: bool) -> None:
    cijfer = cijfer_uit(BELEID, "startbaan_treden", VAN, naam="maximum", waarde=300_000)
    onzeker = cijfer.model_copy(update={"herkomst": herkomst})
    (toets,) = toetsen_betaling([onzeker, onzeker], formeel=formeel)
    assert (str(toets.uitkomst) == "voldaan") == mag
    assert "maximum (€ 3.000,00) van 1 september 2026" in toets.toelichting
    assert ("in het beleid subsidie, bij startbaan_treden" in toets.toelichting) == (not mag)
    later = cijfer.model_copy(update={"voorlopig": True})
    assert "nog niet bekend" in toetsen_betaling([later], formeel=False)[0].toelichting
    procent = cijfer_uit(
        BELEID, "startbaan_eerste_deel_procent", VAN, naam="deel", waarde=BELEID.startbaan_eerste_deel_procent.waarde
    )
    assert schrijf_cijfer(procent) == "50 %"


def test_een_schema_telt_op_en_treden_lopen_op() -> None:
    schema = uitkomst(STARTBAAN, startbaan()).betaalschema
    assert schema is not None
    with pytest.raises(ValueError, match=r"samen € 2\.400,00 en niet € 2\.400,01"):
        Betaalschema(termijnen=schema.termijnen, totaal=240_001, formule="x")
    ruw = BELEID.model_dump()
    for treden in ([], list(reversed(ruw["startbaan_treden"]["waarde"]))):
        with pytest.raises(ValueError, match="van kort naar lang"):
            SubsidieBeleid.model_validate(ruw | {"startbaan_treden": ruw["startbaan_treden"] | {"waarde": treden}})
