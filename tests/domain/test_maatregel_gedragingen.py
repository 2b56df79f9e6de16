"""The table of gedragingen against the catalogue of rules: every row, field by field."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from app.domain.kern.klantgroep import Klantgroep
from app.domain.maatregel.beleid import Gedraging, MaatregelBeleid, Regime
from app.domain.maatregel.stappenplan import Aanleiding, Actie, Oproepkanaal, Processtap, Uitvoerder
from tests.steun.maatregel import BELEID, beleid

CATALOGUS = Path(__file__).parents[2] / "docs" / "regels" / "dev-2.yaml"
REGELS: dict[str, dict[str, Any]] = {
    regel["id"]: regel["parameters"]
    for regel in yaml.load(CATALOGUS.read_text(encoding="utf-8"), yaml.CSafeLoader)
    if "gedraging" in regel.get("parameters", {})
}
NAAM = {
    "opnieuw_inplannen_met_nieuwe_uitnodiging_hersteltermijn": Actie.OPNIEUW_INPLANNEN,
    "maatregelproces_opboeken_op_naam_consulent": Actie.PROCES_OPENEN,
    "oproep_wederhoor_schriftelijk_of_telefonisch_en_vaststellen_maatregelwaardig_gedrag": Actie.WEDERHOOR,
    "maatregelrapportage_in_GWS": Actie.RAPPORTAGE,
    "beschikking_in_GWS": Actie.BESCHIKKING,
    "afstemmen_op_basis_van_afstemmingsverordening": Actie.OPNIEUW_AFSTEMMEN,
}
"""Where the catalogue names an action otherwise than the service does."""
ALS = {"niet_op_komen_dagen_bij_gesprek": Aanleiding.GEEN_GEHOOR_UITNODIGING}
BEWIJS = {
    "bevestiging_werkgever_schriftelijk_of_email": ("bevestiging_werkgever", None),
    "bevestiging_werkgever_schriftelijk_of_email_bij_weigering_in_sollicitatiegesprek": (
        "bevestiging_werkgever",
        "weigering_in_sollicitatiegesprek",
    ),
}
RIJEN = [pytest.param(rij, id=rij.regel, marks=pytest.mark.regel(rij.regel)) for rij in BELEID.gedragingen.waarde]


def _als(stap: dict[str, Any]) -> Aanleiding | None:
    """Where the table says nothing a step just follows; "again" comes after the maatregel (DEV-MTR-518)."""
    if "als" not in stap:
        return Aanleiding.MAATREGEL_OPGELEGD if stap["actie"].startswith("opnieuw") else None
    return ALS.get(stap["als"]) or Aanleiding(stap["als"])


def test_elke_regel_van_de_tabellen_heeft_een_rij_en_andersom() -> None:
    assert {rij.regel for rij in BELEID.gedragingen.waarde} == REGELS.keys()


@pytest.mark.parametrize("rij", RIJEN)
def test_rij_is_als_de_catalogus(rij: Gedraging) -> None:
    regel = REGELS[rij.regel]
    assert (rij.code, [regime.value for regime in rij.regimes]) == (regel["gedraging"], regel["regime"])
    eisen = [(eis.code, eis.alleen_bij) for eis in rij.bewijs_verplicht]
    assert eisen == [BEWIJS.get(code, (code, None)) for code in regel["bewijs_verplicht"]]
    assert list(rij.dossier) == regel["dossier_afgeleid"]
    assert list(rij.ook_voor) == regel.get("ook_voor", [])
    assert list(rij.onderdelen) == regel.get("categorieen", [])
    assert rij.omslag_rechtmatigheid is regel.get("omslag_rechtmatigheid", False)
    if "voorbeelden" in regel or "aanleiding" in regel:
        assert list(rij.voorbeelden) == (regel.get("voorbeelden") or regel["aanleiding"])
    if "klantgroep" in regel:
        assert rij.klantgroepen == (Klantgroep(regel["klantgroep"]),)
    if "trajecten" in regel:
        assert list(rij.trajecten) == regel["trajecten"]


@pytest.mark.parametrize("rij", RIJEN)
def test_stappen_zijn_als_de_catalogus(rij: Gedraging) -> None:
    plan = BELEID.stappenplan(rij)
    gewenst = REGELS[rij.regel]["stappen"]
    assert [(stap.nr, stap.actie, stap.als, stap.na_maanden) for stap in plan.stappen] == [
        (
            stap["nr"],
            NAAM.get(stap["actie"]) or Actie(stap["actie"]),
            _als(stap),
            stap.get("na_maanden_sinds_oplegging"),
        )
        for stap in gewenst
    ]
    for stap, bron in zip(plan.stappen, gewenst, strict=True):
        kanalen = {kanaal.value for kanaal in stap.kanalen}
        assert kanalen >= set(bron.get("verzending", ()))
        assert {kanaal.removesuffix("_indien_adres_bekend") for kanaal in kanalen} >= {
            wijze.removesuffix("_indien_adres_bekend") for wijze in bron.get("uitnodiging", ())
        }
        assert stap.optioneel == bron.get("optioneel")
        assert stap.wederhoor_geadviseerd is (bron.get("wederhoor") == "geadviseerd_niet_verplicht")
        if "door" in bron:
            assert stap.door == Uitvoerder(bron["door"])


@pytest.mark.regel("DEV-MTR-513")
@pytest.mark.parametrize("rij", RIJEN)
def test_procedure_en_stappenplan_zeggen_hetzelfde(rij: Gedraging) -> None:
    """The rules ask for what the drawn procedure says: a hersteltermijn where it is a step, twice sent."""
    acties = {stap.actie: stap for stap in BELEID.stappenplan(rij).stappen}
    brief = acties.get(Actie.HERSTELTERMIJN) or acties.get(Actie.OPNIEUW_INPLANNEN)
    verwacht = {"kick_off": Actie.OPNIEUW_INPLANNEN, "hersteltermijn": Actie.HERSTELTERMIJN, "direct": None}
    assert (brief.actie if brief else None) == verwacht[rij.procedure.value]
    assert brief is None or brief.kanalen == (Oproepkanaal.AANGETEKEND, Oproepkanaal.REGULIER)


def test_besluitvorming_is_voor_elke_gedraging_gelijk() -> None:
    """The decision comes after evidence, wederhoor and rapportage, and is checked and sent (DEV-MTR-505)."""
    assert list(BELEID.besluitvorming()) == [
        Actie.BEWIJS,
        Actie.WEDERHOOR,
        Actie.RAPPORTAGE,
        Actie.BESCHIKKING,
        Actie.TOETSING,
        Actie.VERZENDING,
        Actie.BEZWAAR,
    ]


@pytest.mark.parametrize(
    ("code", "regel", "daarna"),
    [
        pytest.param(
            "zeer_ernstige_misdraging",
            "DEV-MTR-533",
            [Actie.INCIDENT, Actie.WAARSCHUWINGSBRIEF, Actie.PANDVERBOD],
            id="misdraging",
            marks=pytest.mark.regel("DEV-MTR-519"),
        ),
        pytest.param(
            "niet_verschijnen_arbeidsinschakeling",
            "DEV-MTR-541",
            [Actie.AANGETEKEND_UITNODIGEN],
            id="ioaw-niet-verschijnen",
        ),
    ],
)
def test_wat_na_de_maatregel_volgt(code: str, regel: str, daarna: list[Actie]) -> None:
    rij = next(rij for rij in BELEID.gedragingen.waarde if rij.regel == regel)
    assert rij.code == code
    assert [stap.actie for stap in BELEID.stappenplan(rij).daarna] == daarna


@pytest.mark.parametrize("rij", RIJEN)
def test_elk_bewijs_is_leesbaar(rij: Gedraging) -> None:
    assert all(eis.omschrijving for eis in rij.bewijs_verplicht)
    assert all(stap.wat.endswith(".") for stap in BELEID.stappenplan(rij).stappen)


@pytest.mark.parametrize(
    ("code", "waar"),
    [
        pytest.param("taallessen_niet_volgen", (Regime.PW,), id="alleen-pw"),
        pytest.param("niet_meewerken_concrete_mogelijkheid", (Regime.IOAW, Regime.IOAZ), id="alleen-ioaw-ioaz"),
        pytest.param("werkweigering", tuple(Regime), id="overal"),
        pytest.param("bestaat_niet", (), id="nergens"),
    ],
)
@pytest.mark.regel("DEV-MTR-549")
def test_waar_een_gedraging_bestaat(code: str, waar: tuple[Regime, ...]) -> None:
    assert BELEID.elders(code) == waar


def test_een_voorwaarde_heeft_een_tekst() -> None:
    stap = {"nr": 1, "actie": "afstemmen", "wat": "Stem af.", "door": "consulent", "als": "1e_no_show"}
    with pytest.raises(ValidationError, match="een voorwaarde heeft ook een tekst"):
        Processtap.model_validate(stap)


def test_een_stappenplan_moet_bestaan() -> None:
    rijen = BELEID.model_dump(mode="json")["gedragingen"]["waarde"]
    with pytest.raises(ValidationError, match="stappenplan dat er niet is"):
        beleid(gedragingen=[rijen[0] | {"stappenplan": "verzonnen"}, *rijen[1:]])


def test_beleid_van_voor_de_stappenplannen_blijft_leesbaar() -> None:
    """A stored pack of an older besluit has no stappenplannen: it can be read, and has no steps to draw."""
    oud = BELEID.model_dump(mode="json", exclude={"stappenplannen"})
    for rij in oud["gedragingen"]["waarde"]:
        rij["stappenplan"] = ""
    gelezen = MaatregelBeleid.model_validate(oud | dict(MaatregelBeleid.later_toegevoegd))
    assert gelezen.stappenplan(gelezen.gedragingen.waarde[0]).stappen == ()
    assert gelezen.besluitvorming() == {}
