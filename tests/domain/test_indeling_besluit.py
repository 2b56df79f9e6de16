"""Indeling: the decision, the terms and the tasks after it."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.besluit import toets_besluit_indeling
from app.domain.indeling.feiten import IndelingBesluit, IndelingFeiten, Potentieel
from app.domain.indeling.termijnen import (
    ambitiegesprektermijn,
    einde_zorgplicht,
    taken_na_wissel,
    toets_duur,
    trajectdata,
    vervolgtaken,
)
from app.domain.indeling.voorstel import stel_voor
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Uitkomst, niet_voldaan
from tests.steun.beleid import vast_register

DAG = date(2026, 4, 7)
BELEID = vast_register().geldend(IndelingBeleid, "GM0150", DAG).beleid
M, G, F, Z = Klantgroep.MATCHEN, Klantgroep.GROEIEN, Klantgroep.FACILITEREN, Klantgroep.ZORGEN
BASIS = IndelingFeiten(leeftijd=40, eerste_indeling=True, verwachte_termijn_maanden=4)
VER = BASIS.model_copy(
    update={
        "verwachte_termijn_maanden": "geen",
        "arbeidspotentieel": Potentieel.GEEN,
        "ontwikkelpotentieel": Potentieel.GEEN,
        "motivatie_bijdrage": True,
        "mogelijkheden_bijdrage": True,
    }
)
BESLUIT = IndelingBesluit(gekozen=M, eens=True, rollen=frozenset({Rol.INTAKER}))


def mis(feiten: IndelingFeiten = BASIS, **anders: object) -> dict[str, str]:
    besluit = BESLUIT.model_copy(update=anders)
    toetsen = toets_besluit_indeling(stel_voor(feiten, BELEID), besluit, feiten, BELEID)
    return {t.voorwaarde: t.toelichting for t in niet_voldaan(toetsen)}


@pytest.mark.regel("DEV-ORG-001", "DEV-KGR-023", "DEV-DIA-005")
@pytest.mark.parametrize(
    ("rol", "mag"), [(rol, rol in (Rol.INTAKER, Rol.WERKCONSULENT)) for rol in Rol], ids=[str(rol) for rol in Rol]
)
def test_alleen_intaker_en_werkconsulent_beslissen(rol: Rol, mag: bool) -> None:
    assert list(mis(rollen=frozenset({rol}))) == ([] if mag else ["beslisser_bevoegd"])


@pytest.mark.regel("DEV-KGR-023")
def test_afwijken_van_het_voorstel_vraagt_motivering() -> None:
    assert list(mis(gekozen=G)) == ["afwijking_gemotiveerd"]
    assert mis(gekozen=G, motivering="Eerst de schulden.") == {}


@pytest.mark.regel("DEV-KGR-024")
def test_verschil_van_mening_vraagt_motivering() -> None:
    assert list(mis(eens=False, klantvoorkeur=G)) == ["verschil_van_mening_gemotiveerd"]
    assert mis(eens=False, klantvoorkeur=G, motivering_verschil="De klant wil eerst rust.") == {}
    assert list(mis(eens=None)) == ["verschil_van_mening_gemotiveerd"]


@pytest.mark.regel("DEV-KGR-002")
def test_zonder_verwachte_termijn_geen_indeling() -> None:
    zonder = BASIS.model_copy(update={"verwachte_termijn_maanden": None})
    assert list(mis(zonder, motivering="Veel belemmeringen.")) == ["verwachte_termijn_vastgelegd"]


@pytest.mark.regel("DEV-JON-004")
@pytest.mark.parametrize(
    ("groep", "anders", "mag"),
    [
        pytest.param(F, {"leeftijd": 26}, False, id="26-faciliteren"),
        pytest.param(F, {"leeftijd": 27}, True, id="27-faciliteren"),
        pytest.param(F, {"leeftijd": 26, "eerste_indeling": False}, True, id="26-later-faciliteren"),
        pytest.param(Z, {"leeftijd": 26, "motivatie_bijdrage": False}, False, id="26-zorgen"),
        pytest.param(G, {"leeftijd": 26}, True, id="26-groeien"),
        pytest.param(M, {"leeftijd": 26}, True, id="26-matchen"),
    ],
)
def test_jongere_eerst_in_groeien_of_matchen(groep: Klantgroep, anders: dict[str, object], mag: bool) -> None:
    fout = mis(VER.model_copy(update=anders), gekozen=groep, motivering="Dit past het best.")
    assert ("eerste_indeling_jongere" not in fout) is mag


@pytest.mark.regel("DEV-KGR-501", "DEV-KGR-502")
@pytest.mark.parametrize(
    ("groep", "anders", "verwacht"),
    [
        pytest.param(F, {}, {}, id="faciliteren-past"),
        pytest.param(F, {"motivatie_bijdrage": False}, {"motivatie_bijdrage": "kies Zorgen"}, id="wil-niet"),
        pytest.param(F, {"mogelijkheden_bijdrage": False}, {"mogelijkheden_bijdrage": "kies Zorgen"}, id="kan-niet"),
        pytest.param(F, {"motivatie_bijdrage": None}, {"motivatie_bijdrage": "De klant wil"}, id="wil-onbekend"),
        pytest.param(
            F,
            {"arbeidspotentieel": Potentieel.WEINIG},
            {"geen_arbeidspotentieel": "kies Matchen of Groeien"},
            id="faciliteren-met-arbeidspotentieel",
        ),
        pytest.param(
            F,
            {"ontwikkelpotentieel": Potentieel.VOLDOENDE},
            {"hoogstens_weinig_ontwikkelpotentieel": "kies Matchen of Groeien"},
            id="faciliteren-met-ontwikkelpotentieel",
        ),
        pytest.param(Z, {}, {"bijdrage_ontbreekt": "kies Faciliteren"}, id="zorgen-kan-en-wil"),
        pytest.param(Z, {"motivatie_bijdrage": False}, {}, id="zorgen-wil-niet"),
        pytest.param(
            Z,
            {"motivatie_bijdrage": False, "arbeidspotentieel": Potentieel.VOLDOENDE},
            {"geen_arbeidspotentieel": "kies Matchen of Groeien"},
            id="zorgen-met-arbeidspotentieel",
        ),
    ],
)
def test_vier_feiten_bij_faciliteren_en_zorgen(
    groep: Klantgroep, anders: dict[str, object], verwacht: dict[str, str]
) -> None:
    fout = mis(VER.model_copy(update=anders), gekozen=groep, motivering="Zo besproken.")
    assert list(fout) == list(verwacht)
    assert all(verwacht[code] in zin for code, zin in fout.items())


@pytest.mark.regel("DEV-AMB-001")
def test_ambitiegesprek_binnen_vijf_werkdagen_na_de_screening() -> None:
    assert ambitiegesprektermijn(date(2026, 4, 2), BELEID).einde == date(2026, 4, 13)


@pytest.mark.regel("DEV-AMB-002")
@pytest.mark.parametrize(("minuten", "goed"), [(44, False), (45, True), (60, True), (61, False)])
def test_ambitiegesprek_duurt_45_tot_60_minuten(minuten: int, goed: bool) -> None:
    assert toets_duur(minuten, BELEID).uitkomst is Uitkomst.van(goed)


@pytest.mark.regel("DEV-KGR-003", "DEV-KGR-004", "DEV-KGR-009")
@pytest.mark.parametrize(
    ("groep", "herziening", "uiterste"),
    [
        pytest.param(M, date(2026, 10, 7), date(2027, 1, 7), id="matchen-6-en-9-maanden"),
        pytest.param(G, date(2029, 4, 7), None, id="groeien-3-jaar"),
        pytest.param(F, None, None, id="faciliteren-geen"),
        pytest.param(Z, None, None, id="zorgen-geen"),
    ],
)
def test_trajectdata(groep: Klantgroep, herziening: date | None, uiterste: date | None) -> None:
    data = trajectdata(groep, DAG, BELEID)
    assert (data.herziening, data.uiterste) == (herziening, uiterste)


@pytest.mark.regel("DEV-KGR-020")
def test_zorgplicht_duurt_hoogstens_vijf_jaar() -> None:
    assert einde_zorgplicht(DAG, BELEID) == date(2031, 4, 7)


@pytest.mark.regel("DEV-KGR-515")
@pytest.mark.parametrize(
    ("groep", "soort"),
    [(M, "kick_off_plannen"), (G, "kick_off_plannen"), (F, "kick_off_plannen"), (Z, "kennismaking_plannen")],
)
def test_eerste_afspraak_na_de_indeling(groep: Klantgroep, soort: str) -> None:
    besluit = BESLUIT.model_copy(update={"gekozen": groep})
    assert [t.soort for t in vervolgtaken(stel_voor(BASIS, BELEID), besluit, DAG, BELEID)] == [soort]


@pytest.mark.regel("DEV-KEN-509")
def test_zorgen_wordt_binnen_een_week_gebeld() -> None:
    taak = vervolgtaken(stel_voor(BASIS, BELEID), BESLUIT.model_copy(update={"gekozen": Z}), DAG, BELEID)[0]
    assert (taak.rol, taak.uiterste) == (Rol.INKOMENSCONSULENT, date(2026, 4, 14))


@pytest.mark.regel("DEV-KGR-024")
def test_twijfel_en_verschil_van_mening_worden_gevolgd() -> None:
    klant = VER.model_copy(update={"ontwikkelpotentieel": Potentieel.WEINIG, "motivatie_bijdrage": False})
    besluit = BESLUIT.model_copy(update={"gekozen": Z, "eens": False})
    taken = vervolgtaken(stel_voor(klant, BELEID), besluit, DAG, BELEID)
    assert [t.soort for t in taken] == ["kennismaking_plannen", "twijfelgeval_volgen", "verschil_van_mening_volgen"]
    assert {t.rol for t in taken} == {Rol.INKOMENSCONSULENT}
    matchen = BESLUIT.model_copy(update={"eens": False})
    assert vervolgtaken(stel_voor(BASIS, BELEID), matchen, DAG, BELEID)[1].rol is Rol.WERKCONSULENT


@pytest.mark.regel("DEV-KGR-018")
def test_wissel_vraagt_driegesprek_en_kick_off_van_de_nieuwe_groep() -> None:
    assert [t.soort for t in taken_na_wissel(G, DAG, BELEID)] == ["driegesprek_plannen", "kick_off_plannen"]
    assert [t.soort for t in taken_na_wissel(Z, DAG, BELEID)] == ["driegesprek_plannen", "kennismaking_plannen"]


@pytest.mark.regel("DEV-DIG-501")
def test_met_een_opgeschorte_kick_off_komt_eerst_de_kennismaking() -> None:
    taken = vervolgtaken(stel_voor(BASIS, BELEID), BESLUIT, DAG, BELEID, zonder_kick_off=True)
    assert taken[0].soort == "kennismaking_plannen"
    assert "opgeschort" in taken[0].waarom
