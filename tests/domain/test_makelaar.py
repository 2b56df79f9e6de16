"""The participatiemakelaar: for whom, how long, what ends it, and how busy somebody is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.periode import Periode
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import alle_voldaan, niet_voldaan
from app.domain.makelaar.beleid import MakelaarBeleid
from app.domain.makelaar.drukte import meet_drukte
from app.domain.makelaar.feiten import EindverslagFeiten, Looptijd, Makelaarwerk, VerwijsFeiten
from app.domain.makelaar.soort import (
    Makelaardoel,
    Makelaargrond,
    Makelaarinzet,
    Makelaarresultaat,
    inzet_van,
    passende_resultaten,
)
from app.domain.makelaar.taken import Makelaartaak, eindetaak, herinner_vanaf, makelaartaak
from app.domain.makelaar.toetsen import (
    eerste_einde,
    toets_eigenaar,
    toets_eindverslag,
    toets_nazorg,
    toets_sluiting,
    toets_verlenging,
    toets_verwijzing,
)
from app.domain.sturing.makelaarinzet import Duur, Makelaargeval, duur_van, tel_makelaarinzet
from tests.steun.beleid import beleid_van

BELEID = beleid_van(MakelaarBeleid)
WERK, MEER = Makelaardoel.START_VRIJWILLIGERSWERK, Makelaardoel.UITBREIDING_VRIJWILLIGERSWERK
ACTIVITEIT, CURSUS = Makelaardoel.START_TAALACTIVITEIT, Makelaardoel.START_TAALCURSUS
LESSEN = Makelaardoel.START_TAALLESSEN
FACILITEREN, ZORGEN = Klantgroep.FACILITEREN, Klantgroep.ZORGEN
GOED: dict[str, Any] = {"klantgroep": FACILITEREN, "doel": WERK, "gemotiveerd": True, "eigen_kracht_onvoldoende": True}


def mist(**anders: Any) -> list[str]:
    toetsen = toets_verwijzing(VerwijsFeiten(**(GOED | anders)), BELEID)
    return [toets.voorwaarde for toets in niet_voldaan(toetsen)]


@pytest.mark.regel("DEV-PMK-501")
@pytest.mark.parametrize(
    ("anders", "ontbreekt"),
    [
        pytest.param({}, [], id="alles-bekend"),
        pytest.param({"doel": MEER}, [], id="meer-vrijwilligerswerk"),
        pytest.param({"gemotiveerd": None}, ["gemotiveerd"], id="motivatie-onbekend"),
        pytest.param({"gemotiveerd": False}, ["gemotiveerd"], id="niet-gemotiveerd"),
        pytest.param({"eigen_kracht_onvoldoende": None}, ["eigen_kracht_onvoldoende"], id="eigen-kracht-onbekend"),
        pytest.param({"eigen_kracht_onvoldoende": False}, ["eigen_kracht_onvoldoende"], id="lukt-alleen"),
        pytest.param({"klantgroep": None}, ["klantgroep_past", "doel_past"], id="niet-ingedeeld"),
        pytest.param({"klantgroep": Klantgroep.GROEIEN}, ["klantgroep_past", "doel_past"], id="groeien"),
        pytest.param({"loopt_al": True}, ["geen_lopende_verwijzing"], id="loopt-al"),
        pytest.param(
            {"gemotiveerd": None, "eigen_kracht_onvoldoende": None},
            ["gemotiveerd", "eigen_kracht_onvoldoende"],
            id="alles-tegelijk",
        ),
    ],
)
def test_een_verwijzing_noemt_alles_wat_ontbreekt(anders: dict[str, Any], ontbreekt: list[str]) -> None:
    assert mist(**anders) == ontbreekt


@pytest.mark.regel("DEV-PMK-502")
@pytest.mark.parametrize("doel", [ACTIVITEIT, CURSUS])
def test_faciliteren_kan_ook_met_taal_beginnen(doel: Makelaardoel) -> None:
    assert mist(doel=doel) == []


@pytest.mark.regel("DEV-PMK-511")
@pytest.mark.parametrize(
    ("doel", "grond", "ontbreekt"),
    [
        pytest.param(LESSEN, Makelaargrond.WIL, [], id="lessen-wil"),
        pytest.param(ACTIVITEIT, Makelaargrond.MOET_WET_TAALEIS, [], id="activiteit-moet"),
        pytest.param(LESSEN, None, ["grond_bekend"], id="zonder-grond"),
        pytest.param(CURSUS, Makelaargrond.WIL, ["doel_past"], id="cursus-is-voor-faciliteren"),
        pytest.param(WERK, Makelaargrond.WIL, ["doel_past"], id="vrijwilligerswerk"),
    ],
)
def test_zorgen_alleen_voor_taal_en_met_een_grond(
    doel: Makelaardoel, grond: Makelaargrond | None, ontbreekt: list[str]
) -> None:
    assert mist(klantgroep=ZORGEN, doel=doel, grond=grond) == ontbreekt


@pytest.mark.regel("DEV-PMK-511")
def test_bij_vrijwilligerswerk_in_zorgen_staat_de_weg_via_faciliteren() -> None:
    feiten = VerwijsFeiten(**(GOED | {"klantgroep": ZORGEN, "grond": Makelaargrond.WIL}))
    [bezwaar] = niet_voldaan(toets_verwijzing(feiten, BELEID))
    assert "overgang naar Faciliteren" in bezwaar.toelichting
    taal = niet_voldaan(toets_verwijzing(feiten.model_copy(update={"doel": CURSUS}), BELEID))
    assert "overgang naar Faciliteren" not in taal[0].toelichting


@pytest.mark.regel("DEV-PMK-902")
def test_elk_doel_heeft_een_code_voor_de_inzet() -> None:
    codes = {doel: inzet_van(doel) for doel in Makelaardoel}
    assert codes == {
        WERK: Makelaarinzet.ONDERSTEUNING_PARTICIPATIE,
        MEER: Makelaarinzet.ONDERSTEUNING_PARTICIPATIE,
        ACTIVITEIT: Makelaarinzet.TOELEIDING_TAALACTIVITEIT,
        CURSUS: Makelaarinzet.TOELEIDING_TAALCURSUS,
        LESSEN: Makelaarinzet.TOELEIDING_TAALCURSUS,
    }


@pytest.mark.regel("DEV-PMK-503")
def test_de_inkomensconsulent_blijft_en_een_makelaar_krijgt_geen_klanten() -> None:
    assert mist(inkomensconsulent_bekend=False) == ["inkomensconsulent_bekend"]
    consulenten = frozenset({"werkconsulent", "inkomensconsulent"})
    oordelen = [
        alle_voldaan([toets_eigenaar(frozenset(rollen), consulenten)])
        for rollen in ({"participatiemakelaar"}, {"werkconsulent"}, {"participatiemakelaar", "werkconsulent"})
    ]
    assert oordelen == [False, True, True]


@pytest.mark.regel("DEV-PMK-504")
@pytest.mark.parametrize(
    ("tot", "bezwaar"),
    [
        pytest.param(date(2026, 5, 31), ["later_dan_nu"], id="niet-later"),
        pytest.param(date(2026, 6, 1), [], id="een-dag-langer"),
        pytest.param(date(2026, 7, 30), [], id="dag-voor-het-maximum"),
        pytest.param(date(2026, 7, 31), [], id="precies-vier-maanden"),
        pytest.param(date(2026, 8, 1), ["binnen_maximum"], id="dag-na-het-maximum"),
    ],
)
def test_twee_maanden_en_samen_hoogstens_vier(tot: date, bezwaar: list[str]) -> None:
    start = date(2026, 3, 31)
    assert eerste_einde(start, BELEID) == date(2026, 5, 31)
    toetsen = toets_verlenging(Looptijd(start=start, tot=eerste_einde(start, BELEID)), tot, BELEID)
    assert [toets.voorwaarde for toets in niet_voldaan(toetsen)] == bezwaar


@pytest.mark.regel("DEV-PMK-504")
def test_voor_elk_einde_komt_een_herinnering() -> None:
    tot = date(2026, 5, 29)
    assert herinner_vanaf(tot, BELEID) == date(2026, 5, 13), "tien werkdagen, Hemelvaart en Pinksteren tellen niet"
    taak = eindetaak(tot, BELEID)
    assert (taak.rol, taak.uiterste) == (Rol.PARTICIPATIEMAKELAAR, date(2026, 5, 28))
    assert "28 mei 2026" in taak.waarom


@pytest.mark.regel("DEV-PMK-508")
@pytest.mark.parametrize(
    ("dag", "op_tijd"), [(date(2026, 7, 30), True), (date(2026, 7, 31), False), (date(2026, 8, 1), False)]
)
def test_nazorg_valt_binnen_de_vier_maanden(dag: date, op_tijd: bool) -> None:
    assert alle_voldaan([toets_nazorg(date(2026, 3, 31), dag, BELEID)]) is op_tijd


@pytest.mark.regel("DEV-PMK-507")
@pytest.mark.parametrize(
    ("doel", "resultaat", "bewijs", "bezwaar"),
    [
        pytest.param(WERK, Makelaarresultaat.VRIJWILLIGERSWERK_GESTART, True, [], id="met-contract"),
        pytest.param(
            WERK, Makelaarresultaat.VRIJWILLIGERSWERK_GESTART, False, ["vrijwilligerscontract"], id="zonder-contract"
        ),
        pytest.param(
            MEER, Makelaarresultaat.VRIJWILLIGERSWERK_UITGEBREID, False, ["vrijwilligerscontract"], id="meer-zonder"
        ),
        pytest.param(WERK, Makelaarresultaat.NIET_GESTART, False, [], id="niet-gelukt"),
        pytest.param(ACTIVITEIT, Makelaarresultaat.TAALACTIVITEIT_GESTART, False, [], id="taal-zonder-bewijs"),
        pytest.param(
            CURSUS, Makelaarresultaat.VRIJWILLIGERSWERK_GESTART, True, ["resultaat_past"], id="past-niet-bij-doel"
        ),
    ],
)
def test_vrijwilligerswerk_heeft_een_contract_en_taal_niet(
    doel: Makelaardoel, resultaat: Makelaarresultaat, bewijs: bool, bezwaar: list[str]
) -> None:
    feiten = EindverslagFeiten(doel=doel, resultaat=resultaat, bewijs=bewijs)
    assert [toets.voorwaarde for toets in niet_voldaan(toets_eindverslag(feiten))] == bezwaar
    assert len(passende_resultaten(doel)) == 2


@pytest.mark.regel("DEV-PMK-506", "DEV-PMK-512")
@pytest.mark.parametrize(
    ("verslag", "code", "bezwaar"),
    [
        (True, "doel_bereikt", []),
        (True, None, ["besliscode"]),
        (True, "onzin", ["besliscode"]),
        (False, "doel_bereikt", ["eindverslag_aanwezig"]),
    ],
)
def test_sluiten_vraagt_een_eindverslag_en_een_besliscode(verslag: bool, code: str | None, bezwaar: list[str]) -> None:
    assert [t.voorwaarde for t in niet_voldaan(toets_sluiting(verslag, code, BELEID))] == bezwaar


@pytest.mark.regel("DEV-PMK-505")
def test_drukte_en_wachttijd_zijn_signalen() -> None:
    maandag = date(2026, 3, 30)
    leeg = meet_drukte(Makelaarwerk(), maandag, BELEID)
    assert (leeg.lopend, leeg.langste_wachttijd, leeg.gemiddelde_wachttijd, leeg.te_lang) == (0, None, None, False)
    werk = Makelaarwerk(verwijzingen=((date(2026, 3, 23), date(2026, 3, 24)), (date(2026, 3, 23), None)))
    op_tijd = meet_drukte(werk, maandag, BELEID)
    assert (op_tijd.lopend, op_tijd.wacht_nog, op_tijd.langste_wachttijd, op_tijd.gemiddelde_wachttijd) == (
        2,
        1,
        5,
        3.0,
    )
    assert (op_tijd.te_veel, op_tijd.te_lang) == (False, False)
    assert meet_drukte(werk, date(2026, 3, 31), BELEID).te_lang
    druk = [
        meet_drukte(Makelaarwerk(verwijzingen=((maandag, maandag),) * n), maandag, BELEID).te_veel for n in (15, 16)
    ]
    assert druk == [False, True]
    assert makelaartaak(Makelaartaak.CONTACT, maandag, BELEID).uiterste == date(2026, 4, 8), "Goede Vrijdag en Pasen"
    assert makelaartaak(Makelaartaak.BERICHT, maandag, BELEID).rol is Rol.INKOMENSCONSULENT


def test_een_duur_langer_dan_het_totaal_wordt_geweigerd() -> None:
    with pytest.raises(ValidationError, match="langer dan het totaal"):
        beleid_van(MakelaarBeleid, duur_maanden=5)


@pytest.mark.regel("DEV-EVA-501")
def test_de_duur_telt_in_hele_maanden() -> None:
    begin = date(2026, 1, 31)
    tot = [
        date(2026, 2, 27),
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 5, 30),
        date(2026, 5, 31),
        date(2027, 1, 1),
    ]
    assert [duur_van(Periode(van=begin, tot=dag)) for dag in tot] == [
        Duur.TOT_1,
        Duur.TOT_2,
        Duur.TOT_3,
        Duur.TOT_4,
        Duur.LANGER,
        Duur.LANGER,
    ]


@pytest.mark.regel("DEV-EVA-501")
def test_de_inzet_per_doel_zonder_kleine_aantallen() -> None:
    vast: dict[str, Any] = {"klantgroep": FACILITEREN, "duur": Duur.TOT_2}
    veel = [Makelaargeval(doel="a", besliscode="ja", **vast)] * 12 + [
        Makelaargeval(doel="b", besliscode="nee", **vast)
    ] * 11
    eerste, tweede, samen = tel_makelaarinzet(veel, ["ja", "nee", "ooit"], 5)
    assert (eerste.doel, eerste.aantal, eerste.per_besliscode) == ("a", 12, {"ja": 12, "nee": 0, "ooit": 0})
    assert (tweede.per_klantgroep[FACILITEREN], tweede.per_duur[Duur.TOT_2]) == (11, 11)
    assert (samen.doel, samen.aantal, samen.per_besliscode["nee"]) == (None, 23, 11)
    klein = [*veel, *[Makelaargeval(doel="b", besliscode="oud", **vast)] * 2]
    _, met_klein, _ = tel_makelaarinzet(klein, ["ja", "nee"], 5)
    assert met_klein.per_besliscode["oud"] is None
    assert met_klein.per_besliscode["nee"] is None, "anders volgt het kleine aantal uit het totaal"
    [leeg] = tel_makelaarinzet([], ["ja"], 5)
    assert (leeg.doel, leeg.aantal, leeg.per_besliscode) == (None, 0, {"ja": 0})
