"""Beschut werk: preselection, the advice of UWV, the places of a year, and the waiting list."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from app.domain.beschutwerk.beleid import BeschutWerkBeleid, Eenheid, Wachtvolgorde
from app.domain.beschutwerk.beslissing import in_de_weg, stel_vast
from app.domain.beschutwerk.feiten import (
    Aanpassing,
    Adviesaanvrager,
    Afwijkreden,
    Beschutwerkdictum,
    Beschutwerkgroep,
    Dienstbetrekking,
    Initiatief,
    Overbrugging,
    Plaatssoort,
    UwvAdvies,
    VaststellingFeiten,
)
from app.domain.beschutwerk.plek import (
    Plekdictum,
    PlekFeiten,
    Wachtende,
    beslis_plek,
    buiten_klantgroep,
    gebruikte_waarden,
    plek_in_de_weg,
    toets_einde,
    toetsen_overbrugging,
    wachtlijst,
)
from app.domain.beschutwerk.toetsen import toets_aanvrager, toets_toetser, toets_voorselectie
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Uitkomst, niet_voldaan
from tests.steun.beleid import vast_register
from tests.steun.voorziening import BELEID as VOORZIENINGEN
from tests.steun.voorziening import mis

DAG = date(2026, 3, 31)
BELEID = vast_register().geldend(BeschutWerkBeleid, "GM0150", DAG).beleid


def beleid(**anders: Any) -> BeschutWerkBeleid:
    """The policy of Deventer with other values."""
    nieuw = {veld: getattr(BELEID, veld).model_copy(update={"waarde": waarde}) for veld, waarde in anders.items()}
    return BELEID.model_copy(update=nieuw)


def feiten(**anders: Any) -> VaststellingFeiten:
    vast: dict[str, Any] = {
        "initiatief": Initiatief.OP_VERZOEK,
        "groep": Beschutwerkgroep.DOELGROEP,
        "in_doelgroep": True,
        "advies_gevraagd_op": date(2026, 2, 1),
        "advies": UwvAdvies.BESCHUT,
        "motivering": "Het advies past bij wat wij weten.",
    }
    return VaststellingFeiten(**(vast | anders))


def plek(**anders: Any) -> PlekFeiten:
    vast: dict[str, Any] = {
        "vastgesteld_op": date(2026, 3, 1),
        "begin": date(2026, 5, 1),
        "uren": 24,
        "dienstbetrekking": Dienstbetrekking.PRIVAATRECHTELIJK,
        "plaats": Plaatssoort.SW_BEDRIJF,
        "bezet": 1,
        "motivering": "De klant staat bovenaan.",
    }
    return PlekFeiten(**(vast | anders))


def tegen(gegeven: VaststellingFeiten) -> list[str]:
    return [toets.voorwaarde for toets in in_de_weg(gegeven, stel_vast(gegeven, BELEID, DAG))]


@pytest.mark.regel("DEV-BSW-901")
@pytest.mark.parametrize(
    ("anders", "dictum"),
    [
        pytest.param({}, "vaststellen", id="doelgroep-op-verzoek"),
        pytest.param(
            {"initiatief": Initiatief.AMBTSHALVE, "voorselectie_op": date(2026, 1, 31)}, "vaststellen", id="ambtshalve"
        ),
        pytest.param({"groep": Beschutwerkgroep.UWV_UITKERING, "in_doelgroep": False}, "vaststellen", id="uwv"),
        pytest.param({"in_doelgroep": False}, "afwijzen", id="geen-van-beide"),
        pytest.param({"groep": None}, "voorleggen", id="groep-onbekend"),
    ],
)
def test_voor_wie(anders: dict[str, Any], dictum: str) -> None:
    assert stel_vast(feiten(**anders), BELEID, DAG).dictum == dictum


@pytest.mark.regel("DEV-BSW-904")
@pytest.mark.parametrize(
    ("voorselectie", "verwacht"),
    [
        pytest.param(None, ["voorselectie_gedaan"], id="niet-gedaan"),
        pytest.param(date(2026, 1, 31), [], id="dag-ervoor"),
        pytest.param(date(2026, 2, 1), [], id="dezelfde-dag"),
        pytest.param(date(2026, 2, 2), ["voorselectie_gedaan"], id="dag-erna"),
    ],
)
def test_ambtshalve_gaat_de_voorselectie_voor(voorselectie: date | None, verwacht: list[str]) -> None:
    assert tegen(feiten(initiatief=Initiatief.AMBTSHALVE, voorselectie_op=voorselectie)) == verwacht
    assert tegen(feiten(voorselectie_op=voorselectie)) == []


@pytest.mark.regel("DEV-BSW-904")
@pytest.mark.parametrize(
    ("groep", "uitkomst"),
    [
        (Klantgroep.MATCHEN, Uitkomst.NIET_VOLDAAN),
        (Klantgroep.GROEIEN, Uitkomst.VOLDAAN),
        (Klantgroep.ZORGEN, Uitkomst.VOLDAAN),
        (None, Uitkomst.ONBEPAALD),
    ],
)
def test_wie_in_matchen_zit_wordt_niet_voorgeselecteerd(groep: Klantgroep | None, uitkomst: Uitkomst) -> None:
    assert toets_voorselectie(groep, BELEID).uitkomst is uitkomst


@pytest.mark.regel("DEV-BSW-905")
@pytest.mark.parametrize("wie", list(Adviesaanvrager))
def test_een_werkgever_vraagt_geen_advies(wie: Adviesaanvrager) -> None:
    mag = wie is not Adviesaanvrager.WERKGEVER
    assert (toets_aanvrager(wie).uitkomst is Uitkomst.VOLDAAN) == mag


@pytest.mark.regel("DEV-BSW-905", "DEV-BSW-906")
def test_zonder_advies_geen_besluit() -> None:
    assert tegen(feiten(advies=None)) == ["advies_uwv", "alleen_beschut"]


@pytest.mark.regel("DEV-BSW-906")
@pytest.mark.parametrize(
    ("advies", "afwijkreden", "dictum"),
    [
        pytest.param(UwvAdvies.BESCHUT, None, "vaststellen", id="volgt-positief"),
        pytest.param(UwvAdvies.NIET, None, "afwijzen", id="volgt-negatief"),
        pytest.param(UwvAdvies.BESCHUT, Afwijkreden.ONZORGVULDIG, "afwijzen", id="wijkt-af-van-positief"),
        pytest.param(UwvAdvies.NIET, Afwijkreden.ONZORGVULDIG, "vaststellen", id="wijkt-af-van-negatief"),
        pytest.param(UwvAdvies.NIET, Afwijkreden.ANDER_OORDEEL, "voorleggen", id="andere-reden"),
        pytest.param(UwvAdvies.BESCHUT, Afwijkreden.ANDER_OORDEEL, "voorleggen", id="andere-reden-positief"),
    ],
)
def test_het_besluit_volgt_het_advies(advies: UwvAdvies, afwijkreden: Afwijkreden | None, dictum: str) -> None:
    gegeven = feiten(advies=advies, afwijkreden=afwijkreden)
    gekregen = stel_vast(gegeven, BELEID, DAG)
    assert gekregen.dictum == dictum
    if gekregen.dictum is Beschutwerkdictum.VOORLEGGEN:
        assert tegen(gegeven)[0] == "afwijken_van_advies"
        assert gekregen.motivering == ()
    else:
        volgt = "Wij volgen het advies van UWV." in gekregen.motivering
        assert volgt == (afwijkreden is None)
        assert "Onze afweging: Het advies past bij wat wij weten." in gekregen.motivering
        assert "bezwaar maken, binnen 6 weken" in gekregen.motivering[-1]


@pytest.mark.regel("DEV-BSW-902")
@pytest.mark.parametrize(
    ("bezet", "dictum"),
    [
        pytest.param(1, "toekennen", id="de-laatste"),
        pytest.param(2, "weigeren", id="precies-vol"),
        pytest.param(3, "weigeren", id="meer-dan-vol"),
    ],
)
def test_boven_het_aantal_van_het_jaar_geen_plek(bezet: int, dictum: str) -> None:
    gekregen = beslis_plek(plek(bezet=bezet), BELEID, DAG)
    assert gekregen.dictum == dictum
    assert ("U staat op de wachtlijst. Uw recht op beschut werk blijft." in gekregen.motivering) == (bezet > 1)
    assert gekregen.voorbeeldwaarden == ("plekken_per_jaar", "eenheid")


@pytest.mark.regel("DEV-BSW-902")
@pytest.mark.parametrize(
    ("uren", "bezet", "dictum"),
    [
        pytest.param(24, 37, "toekennen", id="een-uur-over"),
        pytest.param(24, 38, "toekennen", id="precies-vol"),
        pytest.param(24, 39, "weigeren", id="een-uur-te-veel"),
    ],
)
def test_een_plek_kan_in_banen_van_31_uur_worden_geteld(uren: int, bezet: int, dictum: str) -> None:
    banen = beleid(eenheid=Eenheid.BANEN)
    gegeven = plek(uren=uren, bezet=bezet)
    assert banen.grens == 62
    assert beslis_plek(gegeven, banen, DAG).dictum == dictum
    assert gebruikte_waarden(gegeven, banen, None) == ("plekken_per_jaar", "eenheid", "uren_per_baan")


@pytest.mark.regel("DEV-BSW-901")
def test_zonder_vaststelling_geen_plek() -> None:
    gegeven = plek(vastgesteld_op=None)
    gekregen = beslis_plek(gegeven, BELEID, DAG)
    assert (gekregen.dictum, gekregen.motivering) == (Plekdictum.VOORLEGGEN, ())
    assert [toets.voorwaarde for toets in plek_in_de_weg(gegeven, gekregen)] == ["beschut_werk_vastgesteld"]


@pytest.mark.regel("DEV-BSW-907")
@pytest.mark.parametrize("plaats", list(Plaatssoort))
@pytest.mark.parametrize(
    ("soort", "tekst"),
    [(Dienstbetrekking.PRIVAATRECHTELIJK, "een contract"), (Dienstbetrekking.PUBLIEKRECHTELIJK, "een aanstelling")],
)
def test_de_beschikking_noemt_dienstbetrekking_plaats_en_bezwaar(
    plaats: Plaatssoort, soort: Dienstbetrekking, tekst: str
) -> None:
    gekregen = beslis_plek(plek(dienstbetrekking=soort, plaats=plaats), BELEID, DAG)
    assert gekregen.motivering[0].startswith("U krijgt een plek voor beschut werk vanaf 1 mei 2026, voor 24 uur")
    assert gekregen.motivering[1].startswith(f"U krijgt {tekst} bij ")
    assert "bezwaar maken" in gekregen.motivering[-1]


@pytest.mark.regel("DEV-BSW-903")
def test_de_wachtlijst_heeft_een_instelbare_volgorde() -> None:
    een = Wachtende(zaak=UUID(int=1), initiatief_op=date(2026, 1, 3), vastgesteld_op=date(2026, 2, 1))
    twee = Wachtende(zaak=UUID(int=2), initiatief_op=date(2026, 1, 2), vastgesteld_op=date(2026, 2, 2))
    drie = Wachtende(zaak=UUID(int=3), initiatief_op=date(2026, 1, 2), vastgesteld_op=date(2026, 2, 2))
    assert wachtlijst([drie, twee, een], BELEID) == (een, twee, drie)
    assert wachtlijst([een, drie, twee], beleid(wachtvolgorde=Wachtvolgorde.INITIATIEF)) == (twee, drie, een)


@pytest.mark.regel("DEV-BSW-903")
@pytest.mark.parametrize(("eerder", "uitkomst"), [(0, Uitkomst.VOLDAAN), (1, Uitkomst.NIET_VOLDAAN)])
def test_wie_eerder_wacht_is_een_signaal_en_geen_weigering(eerder: int, uitkomst: Uitkomst) -> None:
    gekregen = beslis_plek(plek(eerder_op_lijst=eerder), BELEID, DAG)
    assert (gekregen.dictum, gekregen.volgorde.uitkomst) == (Plekdictum.TOEKENNEN, uitkomst)


@pytest.mark.regel("DEV-BSW-908")
def test_de_drie_aanpassingen_van_de_verordening() -> None:
    assert [soort.value for soort in Aanpassing] == [
        "fysieke_aanpassing",
        "uitsplitsing_taken",
        "aanpassing_begeleiding_tempo_arbeidsduur",
    ]


@pytest.mark.regel("DEV-BSW-909")
@pytest.mark.parametrize(
    ("vastgesteld", "begonnen", "mist"),
    [
        pytest.param(DAG, False, [], id="mag"),
        pytest.param(None, False, ["beschut_werk_vastgesteld"], id="niet-vastgesteld"),
        pytest.param(DAG, True, ["werk_nog_niet_begonnen"], id="werkt-al"),
    ],
)
def test_overbruggen_tot_het_werk_begint(vastgesteld: date | None, begonnen: bool, mist: list[str]) -> None:
    assert [t.voorwaarde for t in niet_voldaan(toetsen_overbrugging(vastgesteld, begonnen))] == mist


@pytest.mark.regel("DEV-BSW-909")
@pytest.mark.parametrize(
    ("soort", "groep", "buiten"),
    [
        (Overbrugging.SCHOLING, Klantgroep.GROEIEN, False),
        (Overbrugging.SCHOLING, Klantgroep.FACILITEREN, True),
        (Overbrugging.SCHOLING, None, True),
        (Overbrugging.ACTIVERING, Klantgroep.FACILITEREN, False),
    ],
)
def test_scholing_kan_bij_elke_klantgroep_en_valt_dan_op(
    soort: Overbrugging, groep: Klantgroep | None, buiten: bool
) -> None:
    assert buiten_klantgroep(soort, groep) is buiten


@pytest.mark.regel("DEV-BSW-902")
@pytest.mark.parametrize(
    ("antwoord", "uitkomst"),
    [(None, Uitkomst.ONBEPAALD), (False, Uitkomst.NIET_VOLDAAN), (True, None)],
    ids=["onbeantwoord", "zonder-plek", "met-plek"],
)
def test_als_voorziening_alleen_met_een_plek_uit_de_zaak(antwoord: bool | None, uitkomst: Uitkomst | None) -> None:
    gegeven = {"plek_toegekend": {"waarde": antwoord}}
    assert mis(VOORZIENINGEN, code="beschut_werk", antwoorden=gegeven).get("plek_toegekend") is uitkomst


def test_een_plek_eindigt_na_haar_begin_en_een_ander_toetst() -> None:
    begin = date(2026, 5, 1)
    uitkomsten = [toets_einde(begin, date(2026, m, d)).uitkomst for m, d in ((4, 30), (5, 1), (5, 2))]
    assert uitkomsten == [Uitkomst.NIET_VOLDAAN, Uitkomst.NIET_VOLDAAN, Uitkomst.VOLDAAN]
    assert toets_toetser("a", "a").uitkomst is Uitkomst.NIET_VOLDAAN
    assert toets_toetser("a", "b").uitkomst is Uitkomst.VOLDAAN
