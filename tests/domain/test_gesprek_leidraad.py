"""The conversation guide: its content, what applies to whom, and what an answer leads to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from app.domain.gesprek.antwoord import bezwaar, taaksoorten, taken_na_antwoorden, treedt_op
from app.domain.gesprek.beleid import GesprekBeleid
from app.domain.gesprek.kinderen import Kinderen, bezwaar_kinderen, kinderen_uit
from app.domain.gesprek.leidraad import Gevolg, Leidraad, Vraag
from app.domain.gesprek.soort import Formulierdeel, Gesprekssoort, Leeftijdsgroep
from app.domain.gesprek.toepassing import LeidraadFeiten, pas_toe
from app.domain.kern.grondslag import productenboek
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.klantgroep import Klantgroep
from tests.steun.beleid import vast_register

DAG = date(2026, 3, 31)
LATER = date(2026, 4, 8)
BELEID = vast_register().geldend(GesprekBeleid, "GM0150", DAG).beleid
SCREENING = BELEID.leidraad(Gesprekssoort.SCREENING).waarde
AMBITIE = BELEID.leidraad(Gesprekssoort.AMBITIEGESPREK).waarde
KENNISMAKING = BELEID.leidraad(Gesprekssoort.KENNISMAKING).waarde
THEMA_WONEN = next(thema for thema in BELEID.leefgebieden.waarde if thema.code == "wonen_signalen")


def codes(leidraad: Leidraad) -> set[str]:
    return {vraag.code for _, vraag in leidraad.vragen()}


def punten(leidraad: Leidraad) -> set[str]:
    return {punt.tekst for thema in leidraad.themas for punt in thema.aandachtspunten}


def taken(leidraad: Leidraad, **antwoorden: Any) -> list[tuple[str, date]]:
    gevonden = taken_na_antwoorden(leidraad, antwoorden, productenboek("2.2.2"), DAG, LATER)
    return [(taak.soort, taak.uiterste) for taak in gevonden]


@pytest.mark.parametrize(
    ("leefgebied", "aantal"),
    [
        pytest.param("zingeving", 11, marks=pytest.mark.regel("DEV-DIA-505"), id="zingeving"),
        pytest.param("wonen", 8, marks=pytest.mark.regel("DEV-DIA-506"), id="wonen"),
        pytest.param("financien", 9, marks=pytest.mark.regel("DEV-DIA-507"), id="financien"),
        pytest.param("sociale_relaties", 7, marks=pytest.mark.regel("DEV-DIA-508"), id="sociale-relaties"),
        pytest.param("lichamelijke_gezondheid", 10, marks=pytest.mark.regel("DEV-DIA-509"), id="lichaam"),
        pytest.param("psychische_gezondheid", 10, marks=pytest.mark.regel("DEV-DIA-510"), id="geest"),
        pytest.param("werk_en_activiteiten", 7, marks=pytest.mark.regel("DEV-DIA-511"), id="activiteiten"),
        pytest.param("kinderen", 10, marks=pytest.mark.regel("DEV-DIA-512"), id="kinderen"),
    ],
)
def test_de_vragen_per_leefgebied(leefgebied: str, aantal: int) -> None:
    """The topics of the catalogue, each a question of its own; that of the children counts number and ages apart."""
    (thema,) = (thema for thema in KENNISMAKING.themas if thema.code == leefgebied)
    assert (thema.leefgebied, len(thema.vragen), bool(thema.onderwerpen)) == (leefgebied, aantal, True)


@pytest.mark.regel("DEV-DIA-504")
def test_geen_vraag_per_leefgebied_is_verplicht() -> None:
    assert not any(vraag.verplicht for thema in BELEID.leefgebieden.waarde for vraag in thema.vragen)
    for soort in (Gesprekssoort.KENNISMAKING, Gesprekssoort.DOELMATIGHEIDSGESPREK):
        assert {thema.leefgebied for thema in BELEID.leidraad(soort).waarde.themas} >= {"zingeving", "kinderen"}


@pytest.mark.regel("DEV-AMB-008")
def test_de_themas_a_tot_en_met_h() -> None:
    letters = {thema.letter: thema.code for thema in AMBITIE.themas if thema.letter}
    assert letters == {
        "A": "woonsituatie",
        "B": "sociaal_netwerk",
        "C": "daginvulling",
        "D": "beperkingen_verslaving",
        "E": "zelfredzaamheid",
        "F": "hulpverlening",
        "G": "ambities",
        "H": "ervaring",
    }
    assert all(thema.vragen for thema in AMBITIE.themas if thema.letter)
    assert taken(AMBITIE, ag_hulp_uitnodigen=True) == [("hulpverlener_uitnodigen", LATER)]
    assert taken(AMBITIE, ag_hulp_uitnodigen=False) == []


@pytest.mark.regel("DEV-SCR-014")
def test_alleen_de_delen_die_het_formulier_mist_worden_gevraagd() -> None:
    volledig = pas_toe(SCREENING, LeidraadFeiten())
    assert {thema.formulierdeel for thema in volledig.themas} == {None}
    zonder_vermogen = pas_toe(SCREENING, LeidraadFeiten(ontbrekende_delen=frozenset({Formulierdeel.VERMOGEN})))
    soorten = {"spaargeld", "eigen_huis", "ander_vastgoed", "voertuigen", "overig"}
    assert codes(zonder_vermogen) - codes(volledig) - {"vermogen_toelichting"} == {f"vermogen_{s}" for s in soorten}
    alles = pas_toe(SCREENING, LeidraadFeiten(ontbrekende_delen=frozenset(Formulierdeel)))
    assert {thema.formulierdeel for thema in alles.themas} == {None, *Formulierdeel}
    soorten = {"betaald_werk", "vrijwilligersvergoeding", "bijschrijvingen_derden", "verkoop", "anders"}
    assert {code for code in codes(alles) if code.startswith("inkomen_")} == {f"inkomen_{s}" for s in soorten}


@pytest.mark.regel("DEV-SCR-014")
@pytest.mark.parametrize(
    ("antwoorden", "volgt"),
    [
        pytest.param({"vermogen_spaargeld": 0}, False, id="geen-cent"),
        pytest.param({"vermogen_spaargeld": 1}, True, id="een-cent"),
        pytest.param({"vermogen_eigen_huis": True}, True, id="eigen-huis"),
        pytest.param({"vermogen_voertuigen": False, "vermogen_overig": False}, False, id="niets"),
        pytest.param({"vermogen_spaargeld": 10, "vermogen_overig": True}, True, id="twee-keer-een-taak"),
        pytest.param({}, False, id="niet-gevraagd"),
    ],
)
def test_vermogen_moet_worden_vastgesteld(antwoorden: dict[str, Any], volgt: bool) -> None:
    assert taken(SCREENING, **antwoorden) == ([("vermogen_vaststellen", LATER)] if volgt else [])
    assert "vermogen_vaststellen" in taaksoorten(SCREENING)


@pytest.mark.regel("DEV-AMB-013")
@pytest.mark.parametrize(
    ("kenmerk", "extra"),
    [
        pytest.param(Kenmerk.LVB, {"ag_indicatie", "ag_hulp_school"}, id="lvb"),
        pytest.param(Kenmerk.DAK_THUISLOOS, {"ag_wonen_slaapplek"}, id="dakloos"),
        pytest.param(Kenmerk.WSW, set(), id="ander-kenmerk"),
    ],
)
def test_een_kenmerk_geeft_extra_vragen(kenmerk: Kenmerk, extra: set[str]) -> None:
    zonder = pas_toe(AMBITIE, LeidraadFeiten())
    met = pas_toe(AMBITIE, LeidraadFeiten(markeringen=frozenset({kenmerk})))
    assert codes(met) - codes(zonder) == extra


@pytest.mark.regel("DEV-AMB-013")
def test_een_jongere_en_een_statushouder_krijgen_eigen_aandachtspunten() -> None:
    zonder = pas_toe(AMBITIE, LeidraadFeiten())
    for markering in (Leeftijdsgroep.JONGERE, Kenmerk.STATUSHOUDER):
        met = pas_toe(AMBITIE, LeidraadFeiten(markeringen=frozenset({markering})))
        assert len(punten(met) - punten(zonder)) == 1


@pytest.mark.regel("DEV-AMB-014")
def test_bij_lvb_staan_de_controles_bovenaan() -> None:
    zonder = punten(pas_toe(AMBITIE, LeidraadFeiten()))
    extra = punten(pas_toe(AMBITIE, LeidraadFeiten(markeringen=frozenset({Kenmerk.LVB})))) - zonder
    woorden = ("beschut werk", "meenemen", "herhaal", "praktijkonderwijs")
    assert [sum(woord in punt for punt in extra) for woord in woorden] == [1, 1, 1, 1]
    assert any("laaggeletterdheid" in punt for punt in zonder)


@pytest.mark.regel("DEV-DIA-517")
@pytest.mark.parametrize("groep", [None, *Klantgroep])
def test_vrijwilligerswerk_via_de_participatiemakelaar_alleen_bij_faciliteren(groep: Klantgroep | None) -> None:
    gezien = punten(pas_toe(KENNISMAKING, LeidraadFeiten(klantgroep=groep)))
    assert any("participatiemakelaar" in punt for punt in gezien) is (groep is Klantgroep.FACILITEREN)


@pytest.mark.regel("DEV-DIA-514")
def test_signalen_bij_wonen_leiden_naar_hulp() -> None:
    leidraad = Leidraad(titel="x", themas=(THEMA_WONEN,))
    (vraag,) = THEMA_WONEN.vragen
    assert {keuze.code for keuze in vraag.keuzes} == {
        "dreigende_thuis_of_dakloosheid",
        "gebrekkig_onderhoud",
        "onvoldoende_meubilering",
        "onvoldoende_hygiene",
        "problemen_of_onveiligheid_buren_buurt",
    }
    assert taken(leidraad, signalen_wonen=("gebrekkig_onderhoud",)) == [("wonen_verwijzen", LATER)]
    spoed = taken(leidraad, signalen_wonen=("gebrekkig_onderhoud", "dreigende_thuis_of_dakloosheid"))
    assert spoed == [("wonen_verwijzen_spoed", DAG), ("wonen_verwijzen", LATER)]
    assert taken(leidraad, signalen_wonen=()) == []
    assert any("stabiele woonsituatie" in punt.tekst for punt in THEMA_WONEN.aandachtspunten)


def een_vraag(**velden: Any) -> Vraag:
    return Vraag.model_validate({"code": "vraag", "tekst": "?"} | velden)


KEUZES = [{"code": "aa", "tekst": "A"}, {"code": "bb", "tekst": "B"}]


@pytest.mark.parametrize(
    ("soort", "goed", "fout"),
    [
        pytest.param("tekst", ["x", "x" * 4000], ["", "x" * 4001, 1, True], id="tekst"),
        pytest.param("ja_nee", [True, False], [1, "ja"], id="ja-nee"),
        pytest.param("keuze", ["aa"], ["cc", True, ("aa",)], id="keuze"),
        pytest.param("meerkeuze", [(), ("aa", "bb")], ["aa", ("aa", "aa"), ("cc",)], id="meerkeuze"),
        pytest.param("bedrag", [0, 1_000_000_000], [-1, 1_000_000_001, True, "1"], id="bedrag"),
        pytest.param("datum", ["2024-02-29"], ["2026-02-29", "20240229", 1, True], id="datum"),
        pytest.param("aantal", [0, 10_000], [-1, 10_001, False], id="aantal"),
        pytest.param("aantallen", [(), (4, 7)], [(True,), (-1,), (1,) * 31, 4], id="aantallen"),
    ],
)
def test_een_antwoord_past_bij_de_vraag(soort: str, goed: list[Any], fout: list[Any]) -> None:
    vraag = een_vraag(type=soort, keuzes=KEUZES if "keuze" in soort else [])
    assert [waarde for waarde in goed if bezwaar(vraag, waarde) is not None] == []
    assert [waarde for waarde in fout if bezwaar(vraag, waarde) is None] == []


def test_een_gevolg_bij_elk_soort_antwoord() -> None:
    vast = {"vragen": ["aa"], "taak": "doen", "wat": "w", "waarom": "w", "rol": "intaker"}
    altijd = Gevolg.model_validate(vast)
    assert [treedt_op(altijd, {"aa": waarde}) for waarde in ("x", False, "", ())] == [True, True, False, False]
    boven = Gevolg.model_validate(vast | {"boven": 2})
    assert [treedt_op(boven, {"aa": waarde}) for waarde in (2, 3, "x")] == [False, True, False]


def test_een_vraag_die_op_een_antwoord_volgt() -> None:
    vragen = [
        {"code": "eerst", "tekst": "?", "type": "ja_nee"},
        {"code": "veel", "tekst": "?", "type": "meerkeuze", "keuzes": KEUZES},
        {"code": "dan", "tekst": "?", "na": {"vraag": "eerst", "waarde": True}},
        {"code": "ook", "tekst": "?", "na": {"vraag": "veel", "waarde": "aa"}, "niet_bij": ["vso_pro"]},
    ]
    leidraad = Leidraad.model_validate({"titel": "x", "themas": [{"code": "tt", "titel": "t", "vragen": vragen}]})

    def over(**feiten: Any) -> set[str]:
        return codes(pas_toe(leidraad, LeidraadFeiten(**feiten))) - {"eerst", "veel"}

    assert over() == {"dan", "ook"}
    assert over(antwoorden={"eerst": False, "veel": ("bb",)}) == set()
    assert over(antwoorden={"eerst": True, "veel": ("aa",)}) == {"dan", "ook"}
    assert over(markeringen=frozenset({Kenmerk.VSO_PRO})) == {"dan"}


@pytest.mark.parametrize(
    ("themas", "melding"),
    [
        pytest.param([{"code": "tt"}, {"code": "tt"}], "tweemaal", id="thema-dubbel"),
        pytest.param([{"code": "tt", "vragen": [{"code": "vv", "tekst": "?"}] * 2}], "tweemaal", id="vraag-dubbel"),
        pytest.param(
            [{"code": "tt", "vragen": [{"code": "vv", "tekst": "?", "na": {"vraag": "ww", "waarde": True}}]}],
            "bestaan niet",
            id="volgt-op-niets",
        ),
        pytest.param([{"code": "tt", "vragen": [{"code": "vv", "tekst": "?", "type": "keuze"}]}], "keuzes", id="leeg"),
    ],
)
def test_een_leidraad_die_niet_klopt_wordt_geweigerd(themas: list[dict[str, Any]], melding: str) -> None:
    with pytest.raises(ValidationError, match=melding):
        Leidraad.model_validate({"titel": "x", "themas": [{"titel": "t"} | thema for thema in themas]})


@pytest.mark.regel("DEV-DIA-512")
def test_aantal_en_leeftijd_van_kinderen_zijn_feiten() -> None:
    kinderen = kinderen_uit({"kind_aantal": 2, "kind_leeftijden": (4, 11)}, DAG)
    assert kinderen == Kinderen(aantal=2, leeftijden=(4, 11), op=DAG)
    jaren = [kinderen.leeftijden_op(dag) for dag in (date(2027, 3, 30), date(2027, 3, 31), date(2025, 1, 1))]
    assert jaren == [(4, 11), (5, 12), (4, 11)]
    alleen_aantal = kinderen_uit({"kind_aantal": 3}, DAG)
    assert alleen_aantal is not None
    assert alleen_aantal.leeftijden_op(DAG) is None
    alleen_leeftijden = kinderen_uit({"kind_leeftijden": (1,)}, DAG)
    assert alleen_leeftijden is not None
    assert alleen_leeftijden.aantal == 1
    assert kinderen_uit({}, DAG) is None
    assert bezwaar_kinderen({"kind_aantal": 2, "kind_leeftijden": (1,)}) is not None
    for goed in ({"kind_aantal": 1, "kind_leeftijden": (1,)}, {"kind_aantal": 1}, {"kind_leeftijden": (1,)}):
        assert bezwaar_kinderen(goed) is None


def test_een_vraag_is_te_vinden_bij_haar_code() -> None:
    vragen = [vraag for _, vraag in AMBITIE.vragen()]
    assert [AMBITIE.vraag(vraag.code) for vraag in vragen] == vragen
    assert AMBITIE.vraag("bestaat_niet") is None
