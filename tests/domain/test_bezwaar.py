"""Bezwaar: in time or excused, heard, reconsidered by somebody else, never to the klant's harm (Awb 6 and 7)."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.bezwaar.beleid import BezwaarBeleid
from app.domain.bezwaar.beslissing import Bezwaarbeslissing, beslis_bezwaar, in_de_weg
from app.domain.bezwaar.feiten import BezwaarFeiten, Bezwaaruitkomst, Indiener, Inhouding, RedenNietHoren
from app.domain.bezwaar.termijnen import beslistermijn, op_tijd, verdaag
from tests.steun.beleid import beleid_van

BELEID = beleid_van(BezwaarBeleid)
EINDE = date(2026, 7, 1)
VANDAAG = date(2026, 7, 20)
OUD = (
    Inhouding(maand=date(2026, 6, 1), norm=140150, norm_versie="n", procent=Decimal(30), bedrag=42045),
    Inhouding(maand=date(2026, 7, 1), norm=141946, norm_versie="n", procent=Decimal(30), bedrag=42584),
)


def feiten(**anders: Any) -> BezwaarFeiten:
    goed: dict[str, Any] = {
        "soort": "maatregel",
        "besluit": "b",
        "besluit_op": date(2026, 5, 20),
        "bezwaar_tot_en_met": EINDE,
        "ontvangen_op": date(2026, 6, 10),
        "indiener": Indiener.KLANT,
        "gronden": True,
        "gehoord": True,
        "gehoord_op": date(2026, 6, 24),
        "oud": OUD,
        "uitkomst": Bezwaaruitkomst.ONGEGROND,
        "gemotiveerd": True,
        "besluiter": "ander",
        "betrokken": ("adviseur", "besluiter", "toetser"),
    }
    return BezwaarFeiten(**{**goed, **anders})


def beslis(**anders: Any) -> Bezwaarbeslissing:
    return beslis_bezwaar(feiten(**anders), BELEID, VANDAAG)


def mis(**anders: Any) -> list[str]:
    gegeven = feiten(**anders)
    uitkomst = beslis_bezwaar(gegeven, BELEID, VANDAAG)
    assert (uitkomst.dictum, uitkomst.bedragen) == ("voorleggen", ())
    return [toets.voorwaarde for toets in in_de_weg(gegeven, uitkomst)]


LAAT = {"ontvangen_op": date(2026, 7, 9)}
WEG = {"uitkomst": Bezwaaruitkomst.NIET_ONTVANKELIJK}


@pytest.mark.parametrize(
    ("ontvangen", "gepost", "verwacht"),
    [
        pytest.param(date(2026, 7, 1), None, True, id="laatste-dag"),
        pytest.param(date(2026, 7, 2), None, False, id="dag-te-laat"),
        pytest.param(date(2026, 7, 8), date(2026, 7, 1), True, id="op-tijd-gepost-binnen-een-week"),
        pytest.param(date(2026, 7, 9), date(2026, 7, 1), False, id="op-tijd-gepost-na-een-week"),
        pytest.param(date(2026, 7, 3), date(2026, 7, 2), False, id="te-laat-gepost"),
    ],
)
def test_op_tijd(ontvangen: date, gepost: date | None, verwacht: bool) -> None:
    assert op_tijd(EINDE, ontvangen, gepost, BELEID) is verwacht


def test_de_beslistermijn_loopt_vanaf_het_einde_van_de_bezwaartermijn() -> None:
    termijn = beslistermijn(EINDE, BELEID)
    assert termijn.einde == date(2026, 8, 12)
    assert beslistermijn(EINDE, beleid_van(BezwaarBeleid, adviescommissie=True)).einde == date(2026, 9, 23)
    later = verdaag(termijn, "Wachten op gegevens.", BELEID)
    assert later.einde == date(2026, 9, 23)
    with pytest.raises(ValueError, match="al verdaagd"):
        verdaag(later, "Nog eens.", BELEID)


def test_ongegrond_laat_alles_zoals_het_was() -> None:
    uitkomst = beslis()
    assert (uitkomst.dictum, uitkomst.bedragen, uitkomst.terug) == ("ongegrond", (), 0)
    assert uitkomst.motivering == (
        "U maakte bezwaar tegen ons besluit van 20 mei 2026. Wij kregen uw bezwaar op 10 juni 2026.",
        "Op 24 juni 2026 kon u uw verhaal doen (artikel 7:2, Awb).",
        "Wij geven u geen gelijk. Ons besluit blijft zoals het is.",
        "Bent u het er niet mee eens? Dan kunt u beroep instellen bij de rechtbank, binnen 6 weken nadat wij dit "
        "besluit verzonden (artikel 6:7, Awb).",
    )


def test_herroepen_geeft_alles_terug() -> None:
    uitkomst = beslis(uitkomst=Bezwaaruitkomst.HERROEPEN, motivering="U meldde zich op tijd af.")
    assert (uitkomst.dictum, uitkomst.terug) == ("herroepen", 84629)
    assert uitkomst.motivering[2] == "Onze afweging: U meldde zich op tijd af."
    assert [regel.bedrag for regel in uitkomst.bedragen] == [0, 0]
    assert "Dat scheelt samen € 846,29. Wat wij al inhielden, betalen wij u terug." in uitkomst.motivering


def test_wijzigen_maakt_lichter_of_korter() -> None:
    wens = {"uitkomst": Bezwaaruitkomst.WIJZIGEN, "procent": Decimal(15)}
    uitkomst = beslis(**wens, maanden=1)
    assert uitkomst.dictum == "gewijzigd"
    assert [(r.bedrag, r.procent, r.uitleg) for r in uitkomst.bedragen] == [
        (21023, Decimal(15), "15 % van € 1.401,50 = € 210,23"),
        (0, None, "was € 425,84, wordt € 0,00"),
    ]
    korter = beslis(uitkomst=Bezwaaruitkomst.WIJZIGEN, maanden=1)
    assert next(r.uitleg for r in korter.bedragen) == "blijft € 420,45"
    assert mis(**wens | {"procent": Decimal(31)}) == ["niet_ten_nadele", "iets_verandert"]
    assert mis(**wens | {"procent": Decimal(30)}) == ["iets_verandert"]
    assert mis(**wens, maanden=3) == ["niet_ten_nadele"]
    assert mis(**wens, oud=(Inhouding(maand=EINDE, bedrag=5000),)) == ["iets_verandert"]


def test_een_gespreide_maand_wordt_naar_verhouding_lager() -> None:
    deel = Inhouding(maand=EINDE, norm=140150, procent=Decimal(100), bedrag=46717, gespreid=True)
    [regel] = beslis(uitkomst=Bezwaaruitkomst.WIJZIGEN, procent=Decimal(50), oud=(deel,)).bedragen
    assert (regel.bedrag, regel.uitleg) == (23359, "50 % in plaats van 100 %: € 233,59")


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        pytest.param(LAAT, ["bezwaar_op_tijd", "uitkomst_past"], id="te-laat-niet-beoordeeld"),
        pytest.param(LAAT | {"verschoonbaar": False}, ["bezwaar_op_tijd", "uitkomst_past"], id="te-laat"),
        pytest.param(LAAT | {"verschoonbaar": True}, [], id="te-laat-verschoonbaar"),
        pytest.param(LAAT | WEG, ["uitkomst_past"], id="weg-zonder-oordeel-over-te-laat"),
        pytest.param(LAAT | WEG | {"verschoonbaar": False}, [], id="weg-te-laat"),
        pytest.param(LAAT | WEG | {"verschoonbaar": True}, ["uitkomst_past"], id="weg-terwijl-verschoonbaar"),
        pytest.param(WEG, ["uitkomst_past"], id="weg-terwijl-alles-goed-is"),
        pytest.param({"gronden": False}, ["gronden_gegeven", "uitkomst_past"], id="geen-gronden"),
        pytest.param(WEG | {"gronden": False}, ["uitkomst_past"], id="weg-zonder-termijn-voor-gronden"),
        pytest.param(WEG | {"gronden": False, "hersteld_tot": VANDAAG}, ["uitkomst_past"], id="termijn-loopt-nog"),
        pytest.param(WEG | {"gronden": False, "hersteld_tot": date(2026, 7, 19)}, [], id="termijn-voorbij"),
        pytest.param(WEG | {"besluit_staat": False}, [], id="besluit-al-ingetrokken"),
        pytest.param({"gehoord": None}, ["gehoord_in_bezwaar"], id="nog-niet-gehoord"),
        pytest.param({"gehoord": False}, ["gehoord_in_bezwaar"], id="niet-gehoord-zonder-reden"),
        pytest.param({"besluiter": "toetser"}, ["heroverweging_door_ander"], id="toetser-van-toen"),
        pytest.param({"besluiter": None}, ["heroverweging_door_ander"], id="niemand"),
        pytest.param({"gemotiveerd": False}, ["bezwaar_gemotiveerd"], id="geen-motivering"),
    ],
)
def test_wat_een_beslissing_op_bezwaar_vraagt(anders: dict[str, Any], verwacht: list[str]) -> None:
    if verwacht:
        assert mis(**anders) == verwacht
    else:
        assert beslis(**anders).dictum == anders.get("uitkomst", Bezwaaruitkomst.ONGEGROND).value


@pytest.mark.parametrize("reden", list(RedenNietHoren))
def test_niet_horen_alleen_met_een_reden_die_past(reden: RedenNietHoren) -> None:
    vast = {
        RedenNietHoren.KENNELIJK_NIET_ONTVANKELIJK: {"niet_ontvankelijk"},
        RedenNietHoren.KENNELIJK_ONGEGROND: {"ongegrond"},
        RedenNietHoren.VOLLEDIG_TEGEMOETGEKOMEN: {"herroepen"},
    }
    anders: dict[str, Any] = {"gehoord": False, "gehoord_op": None, "reden_niet_horen": reden, "verschoonbaar": False}
    for uitkomst in Bezwaaruitkomst:
        laat = LAAT if uitkomst is Bezwaaruitkomst.NIET_ONTVANKELIJK else {}
        wens = {"maanden": 1} if uitkomst is Bezwaaruitkomst.WIJZIGEN else {}
        besloten = beslis(uitkomst=uitkomst, **anders | laat | wens)
        assert (besloten.dictum != "voorleggen") is (uitkomst.value in vast.get(reden, {uitkomst.value}))
        assert any("Wij hebben u niet gehoord, omdat" in zin for zin in besloten.motivering)


def test_wie_wordt_weggestuurd_leest_waarom() -> None:
    uitkomst = beslis(**LAAT | WEG | {"verschoonbaar": False, "gehoord_op": None})
    assert uitkomst.motivering[1:3] == (
        "Uw bezwaar kwam te laat en daar was geen goede reden voor (artikel 6:11, Awb).",
        "Wij kunnen uw bezwaar niet behandelen. Ons besluit blijft zoals het is.",
    )
