"""Voorziening: the questions that a person answers, when they are asked, and what an answer does."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.kern.grondslag import Grondslag
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Toets, Uitkomst
from app.domain.voorziening import toets as module
from app.domain.voorziening.feiten import VoorzieningFeiten
from app.domain.voorziening.ondersteuning import ondersteuning_van
from app.domain.voorziening.toets import Aanboduitkomst, beoordeel
from app.domain.voorziening.voorwaarde import met_hardheid
from tests.steun.voorziening import BELEID, BELEIDSREGEL, VERORDENING, feiten_van, proef, toetsen

VOLDAAN, NIET, OPEN = Uitkomst
DAG = date(2026, 4, 7)
JA, NEE = {"waarde": True, "toelichting": "Dit is uitgelegd."}, {"waarde": False, "toelichting": "Dit is uitgelegd."}


def uitkomst(oordeel: dict[str, Any], antwoord: dict[str, Any] | None, **feiten: Any) -> Uitkomst | None:
    beleid = proef(oordelen=[{"code": "vraag", "vraag": "Klopt het?", "grondslag": VERORDENING, **oordeel}])
    antwoorden = {} if antwoord is None else {"vraag": antwoord}
    toets = toetsen(beleid, **{"antwoorden": antwoorden, **feiten}).get("vraag")
    return None if toets is None else toets.uitkomst


@pytest.mark.parametrize(
    ("oordeel", "antwoord", "verwacht"),
    [
        pytest.param({}, None, OPEN, id="open"),
        pytest.param({}, {"waarde": None, "toelichting": "Later."}, OPEN, id="nog-niet"),
        pytest.param({}, {"waarde": True}, VOLDAAN, id="goed"),
        pytest.param({}, {"waarde": False}, NIET, id="fout"),
        pytest.param({"verwacht": False}, {"waarde": False}, VOLDAAN, id="nee-is-goed"),
        pytest.param({"toelichting_verplicht": True}, {"waarde": True}, OPEN, id="zonder-uitleg"),
        pytest.param({"toelichting_verplicht": True}, {"waarde": True, "toelichting": " "}, OPEN, id="lege-uitleg"),
        pytest.param({"toelichting_verplicht": True}, JA, VOLDAAN, id="met-uitleg"),
        pytest.param({"weegt": "voorkeur"}, {"waarde": True}, VOLDAAN, id="voorkeur"),
        pytest.param({"weegt": "voorkeur"}, {"waarde": False}, OPEN, id="voorkeur-zonder-reden"),
        pytest.param({"weegt": "voorkeur"}, NEE, VOLDAAN, id="voorkeur-met-reden"),
        pytest.param({"weegt": "signaal"}, {"waarde": False}, None, id="signaal-houdt-niets-tegen"),
    ],
)
def test_wat_een_antwoord_doet(
    oordeel: dict[str, Any], antwoord: dict[str, Any] | None, verwacht: Uitkomst | None
) -> None:
    assert uitkomst(oordeel, antwoord) is verwacht


@pytest.mark.parametrize(
    ("als", "feiten", "gevraagd"),
    [
        pytest.param({"leeftijd_onder": 27}, {"geboortedatum": date(1999, 4, 8)}, True, id="26"),
        pytest.param({"leeftijd_onder": 27}, {"geboortedatum": date(1999, 4, 7)}, False, id="27-die-dag"),
        pytest.param({"leeftijd_vanaf": 27}, {"geboortedatum": date(1999, 4, 7)}, True, id="vanaf-27"),
        pytest.param({"leeftijd_vanaf": 27}, {"geboortedatum": date(1999, 4, 8)}, False, id="nog-geen-27"),
        pytest.param({"leeftijd_onder": 27}, {"geboortedatum": None}, True, id="leeftijd-onbekend"),
        pytest.param({"leeftijd_onder": 27}, {"begin": None}, True, id="begin-onbekend"),
        pytest.param({"klantgroepen": ["matchen"]}, {"klantgroep": "groeien"}, False, id="andere-groep"),
        pytest.param({"klantgroepen": ["matchen"]}, {"klantgroep": None}, True, id="groep-onbekend"),
        pytest.param({"doelgroepen": ["nugger"]}, {"doelgroep": "ioaw"}, False, id="andere-doelgroep"),
        pytest.param({"doelgroepen": ["ioaw"]}, {"doelgroep": "ioaw"}, True, id="doelgroep"),
        pytest.param({"doelgroepen": ["ioaw"]}, {"doelgroep": None}, True, id="doelgroep-onbekend"),
        pytest.param({"omstandigheden": ["mantelzorg"]}, {"omstandigheden": ["mantelzorg"]}, True, id="mantelzorg"),
        pytest.param({"omstandigheden": ["mantelzorg"]}, {}, False, id="geen-mantelzorg"),
        pytest.param({"antwoorden": {"x": True}}, {"antwoorden": {"x": {"waarde": True}}}, True, id="na-ja"),
        pytest.param({"antwoorden": {"x": True}}, {}, False, id="na-niets"),
        pytest.param({"verlenging": True}, {}, False, id="geen-verlenging"),
        pytest.param({"verlenging": True}, {"verlenging": True}, True, id="bij-verlenging"),
        pytest.param({"leeftijd_onder": 27, "klantgroepen": ["groeien"]}, {"klantgroep": "groeien"}, False, id="en"),
    ],
)
def test_wanneer_een_vraag_wordt_gesteld(als: dict[str, Any], feiten: dict[str, Any], gevraagd: bool) -> None:
    assert (uitkomst({"als": als}, None, **feiten) is not None) is gevraagd


def antwoorden_voor(beoordeling: Any) -> dict[str, Any]:
    """Answer each open question as it should be."""
    return {
        toets.voorwaarde: JA if toets.feiten["verwacht"] else NEE
        for toets in beoordeling.toetsen
        if "verwacht" in toets.feiten
    }


def wep(**feiten: Any) -> VoorzieningFeiten:
    vast = {
        "code": "werkervaringsplaats", "klantgroep": "groeien", "doelgroep": "algemene_bijstand", "begin": DAG,
        "vastgelegd": ["plan"], "geboortedatum": date(1990, 1, 1), "einde": date(2026, 7, 6),
        "gegevens": {"doel": ("specifieke_werkervaring",), "vacature": "geen_vacature"},
    }  # fmt: skip
    return VoorzieningFeiten.model_validate({**vast, **feiten})


GOED = antwoorden_voor(beoordeel(wep(), BELEID))


@pytest.mark.regel("DEV-VRZ-902", "DEV-VRZ-903")
@pytest.mark.parametrize(
    "vraag",
    ["noodzakelijk", "afweging_mogelijkheden", "afweging_capaciteiten", "afweging_wensen", "afweging_doelmatigheid"],
)
def test_noodzaak_en_elke_factor_van_het_maatwerk_worden_gemotiveerd(vraag: str) -> None:
    assert beoordeel(wep(antwoorden=GOED), BELEID).uitkomst is Aanboduitkomst.MAG
    for half in ({}, {vraag: {"waarde": True}}):
        open_ = beoordeel(wep(antwoorden={**GOED, vraag: {}, **half}), BELEID)
        assert open_.uitkomst is Aanboduitkomst.NOG_TE_BEANTWOORDEN
        assert [toets.voorwaarde for toets in open_.toetsen if toets.uitkomst is OPEN] == [vraag]
    nee = beoordeel(wep(antwoorden={**GOED, vraag: NEE}), BELEID).uitkomst
    blokkeert = vraag in ("noodzakelijk", "afweging_doelmatigheid")
    assert nee is (Aanboduitkomst.MAG_NIET if blokkeert else Aanboduitkomst.MAG)


@pytest.mark.regel("DEV-VRZ-904")
@pytest.mark.parametrize(
    ("feiten", "vragen"),
    [
        pytest.param({"kinderen": [date(2021, 4, 8)]}, {"zorgtaken_gewogen"}, id="dag-voor-de-vijfde-verjaardag"),
        pytest.param({"kinderen": [date(2021, 4, 7)]}, set(), id="vijfde-verjaardag"),
        pytest.param({"kinderen": [date(2015, 1, 1), date(2025, 1, 1)]}, {"zorgtaken_gewogen"}, id="een-van-twee"),
        pytest.param({"omstandigheden": ["mantelzorg"]}, {"zorgtaken_gewogen"}, id="mantelzorg"),
        pytest.param({"omstandigheden": ["functionele_beperking"]}, {"beperkingen_gewogen"}, id="beperking"),
        pytest.param(
            {"omstandigheden": ["mogelijk_doelgroep_loonkostensubsidie"]}, {"verminderd_vermogen_gewogen"}, id="lks"
        ),
        pytest.param({"omstandigheden": ["beschut_werk"]}, {"verminderd_vermogen_gewogen"}, id="beschut-werk"),
        pytest.param({}, set(), id="niets-bekend"),
    ],
)
def test_omstandigheden_die_bekend_zijn_worden_gewogen(feiten: dict[str, Any], vragen: set[str]) -> None:
    gevonden = beoordeel(wep(antwoorden=GOED, **feiten), BELEID)
    assert {toets.voorwaarde for toets in gevonden.toetsen if toets.uitkomst is OPEN} == vragen
    gewogen = {**GOED, **dict.fromkeys(vragen, JA)}
    assert beoordeel(wep(antwoorden=gewogen, **feiten), BELEID).uitkomst is Aanboduitkomst.MAG
    if vragen:
        niet = {**GOED, **dict.fromkeys(vragen, NEE)}
        assert beoordeel(wep(antwoorden=niet, **feiten), BELEID).uitkomst is Aanboduitkomst.MAG_NIET


@pytest.mark.regel("DEV-VRZ-915")
@pytest.mark.parametrize("vraag", ["beinvloedt_concurrentie", "leidt_tot_verdringing"])
def test_de_verdringingstoets_vraagt_twee_antwoorden_met_uitleg(vraag: str) -> None:
    for antwoord, verwacht in (
        ({}, Aanboduitkomst.NOG_TE_BEANTWOORDEN),
        ({"waarde": False}, Aanboduitkomst.NOG_TE_BEANTWOORDEN),
        (NEE, Aanboduitkomst.MAG),
        (JA, Aanboduitkomst.MAG_NIET),
    ):
        assert beoordeel(wep(antwoorden={**GOED, vraag: antwoord}), BELEID).uitkomst is verwacht
    eigen = proef(verdringingstoets=True, bronnen={"verdringing": {"grondslag": BELEIDSREGEL}})
    assert toetsen(eigen)[vraag].grondslag.regeling == BELEIDSREGEL["regeling"]
    assert vraag not in toetsen(proef())


def test_een_oordeel_van_de_beleidsregels_wijkt_voor_de_hardheidsclausule() -> None:
    oordeel = {"niveau": "beleidsregel", "grondslag": BELEIDSREGEL}
    hardheid = [{"artikel": "9", "reden": "Bijzonder geval."}]
    assert uitkomst(oordeel, {"waarde": False}, hardheid=hardheid) is VOLDAAN
    assert uitkomst(oordeel, None, hardheid=hardheid) is OPEN
    assert uitkomst({"niveau": "verordening"}, {"waarde": False}, hardheid=hardheid) is NIET


def test_signalen_en_wat_data_niet_kan_zeggen(monkeypatch: pytest.MonkeyPatch) -> None:
    signalen = beoordeel(wep(antwoorden=GOED), BELEID).signalen
    assert {toets.voorwaarde for toets in signalen} == {
        "aov_persoonlijke_arbeid", "aov_gezagsverhouding", "aov_schriftelijk", "aov_feitelijke_invulling"
    }  # fmt: skip
    bron = Grondslag(regeling="Beleidsregels van voorbeeld", artikel="7")

    def eigen(feiten: VoorzieningFeiten, *_: object) -> tuple[Toets, ...]:
        goed = feiten.klantgroep is Klantgroep.GROEIEN or met_hardheid(feiten, bron)
        waarde = Uitkomst.van(goed)
        return (Toets(voorwaarde="eigen", uitkomst=waarde, grondslag=bron, toelichting="Eigen regel."),)

    monkeypatch.setattr(module, "BIJZONDER", {"proef": eigen})
    monkeypatch.setattr(module, "SIGNALEN", {"proef": eigen})
    assert toetsen(proef(), klantgroep="matchen")["eigen"].uitkomst is NIET
    hardheid = [{"artikel": "7", "reden": "Bijzonder geval."}]
    met = toetsen(proef(), klantgroep="matchen", hardheid=hardheid)
    assert (met["eigen"].uitkomst, met["hardheidsclausule_mogelijk"].uitkomst) == (VOLDAAN, VOLDAAN)
    feiten = VoorzieningFeiten(code="proef", klantgroep=Klantgroep.GROEIEN)
    assert [toets.voorwaarde for toets in beoordeel(feiten, proef()).signalen] == ["eigen"]


@pytest.mark.regel("DEV-VRZ-902")
@pytest.mark.parametrize(
    ("feiten", "begeleid", "status"),
    [
        pytest.param({"doelgroep": None}, True, "doelgroep_niet_vastgelegd", id="doelgroep-onbekend"),
        pytest.param({}, False, "nog_te_bieden", id="zonder-consulent"),
        pytest.param({}, True, "begeleiding", id="met-consulent"),
        pytest.param({"eerdere": [{"code": "taal", "van": date(2026, 4, 7)}]}, False, "met_voorziening", id="begint"),
        pytest.param({"eerdere": [{"code": "taal", "van": date(2026, 4, 8)}]}, False, "nog_te_bieden", id="morgen"),
        pytest.param(
            {"eerdere": [{"code": "taal", "van": date(2026, 1, 1), "tot": date(2026, 4, 7)}]}, True, "begeleiding",
            id="was-gisteren-voorbij",
        ),
        pytest.param(
            {"eerdere": [{"code": "taal", "van": date(2026, 1, 1), "tot": date(2026, 4, 8)}]}, True, "met_voorziening",
            id="laatste-dag",
        ),
        pytest.param({"begin": None, "eerdere": [{"code": "a", "van": DAG}]}, True, "begeleiding", id="dag-onbekend"),
    ],
)  # fmt: skip
def test_iedereen_uit_de_doelgroep_heeft_een_status_van_ondersteuning(
    feiten: dict[str, Any], begeleid: bool, status: str
) -> None:
    assert ondersteuning_van(feiten_van(**feiten), begeleid=begeleid) == status
