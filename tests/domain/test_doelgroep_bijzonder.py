"""Dak- en thuislozen, ex-gedetineerden, regiobinding and centrumgemeente."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.doelgroep.beeld import maak_beeld
from app.domain.doelgroep.centrumgemeente import toets_sluiten_centrumgemeente, wil_ambitiegesprek
from app.domain.doelgroep.feit import Gevolg
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Uitkomst
from tests.steun.doelgroep import beleid, gevolg, mis, rond, taken

OUDER = "1985-01-01"
DAK: dict[str, Any] = {"groep": "dak_thuisloos", "bron": "inkomensconsulent"}
BESLUIT: dict[str, Any] = {
    "soort": "centrumgemeente",
    "gemeenteVerblijf": "Lochem",
    "ambitiegesprek": False,
    "dienstverleningVerblijf": "Lochem biedt zelf begeleiding.",
    "postadresDeventer": False,
    "nachtopvangDeventer": True,
}
INGELICHT = BESLUIT | {"geinformeerdOp": "2026-03-31", "contactpersoon": "A. Ambtenaar"}


def beslis(feit: dict[str, Any], **anders: Any) -> Gevolg:
    return gevolg("centrumgemeente", **({k: v for k, v in feit.items() if k != "soort"} | anders))


def adres(postcode: str, huisnummer: int) -> dict[str, Any]:
    return {"straat": "Voorbeeldstraat", "huisnummer": huisnummer, "postcode": postcode, "woonplaats": "Voorbeeldstad"}


@pytest.mark.regel("DEV-DOE-001")
def test_een_bijzondere_doelgroep_heeft_geen_uitstroombestemming() -> None:
    uitkomst = gevolg("bijzondere_doelgroep", rond(geboren=OUDER), veiligheidshuis=True, **DAK)
    assert uitkomst.erbij == {Kenmerk.DAK_THUISLOOS}
    assert list(taken(uitkomst)) == ["bijzondere_doelgroep_informeren", "veiligheidshuis_informeren"]
    for kenmerk, bestemming in ((Kenmerk.DAK_THUISLOOS, False), (Kenmerk.EX_GEDETINEERD, False), (Kenmerk.LVB, True)):
        assert maak_beeld(rond(kenmerken=frozenset({kenmerk})), beleid()).uitstroombestemming is bestemming


@pytest.mark.regel("DEV-DOE-002")
@pytest.mark.parametrize(
    ("rol", "bron", "geweigerd"),
    [
        pytest.param(Rol.INKOMENSCONSULENT, "inkomensconsulent", [], id="ic-zelf"),
        pytest.param(Rol.INKOMENSCONSULENT, "dimence", [], id="ic-na-dimence"),
        pytest.param(Rol.WERKCONSULENT, "contactpersoon_bijzondere_doelgroepen", [], id="contactpersoon"),
        pytest.param(Rol.WERKCONSULENT, "bijzonder_zorgteam", [], id="contactpersoon-na-zorgteam"),
        pytest.param(Rol.WERKCONSULENT, "inkomensconsulent", ["herkend_door_bevoegde"], id="niet-uit-naam-van-ic"),
    ],
)
def test_wie_de_markering_zet_noemt_de_bron(rol: Rol, bron: str, geweigerd: list[str]) -> None:
    uitkomst = gevolg("bijzondere_doelgroep", rond(rollen=frozenset({rol})), groep="ex_gedetineerd", bron=bron)
    assert mis(uitkomst.voorwaarden) == geweigerd
    assert uitkomst.erbij == {Kenmerk.EX_GEDETINEERD}


@pytest.mark.regel("DEV-JON-010")
def test_een_dakloze_jongere_zoekt_eerst_woonruimte() -> None:
    uitkomst = gevolg("bijzondere_doelgroep", programma="zwerfjongeren", **DAK)
    assert list(taken(uitkomst)) == [
        "bijzondere_doelgroep_informeren",
        "zwerfjongeren_informeren",
        "woonruimte_zoeken",
    ]
    dakloos = frozenset({Kenmerk.DAK_THUISLOOS})
    kosten = ("eerste_maand_huur", "borg", "woning_of_kamerinrichting")
    assert maak_beeld(rond(kenmerken=dakloos), beleid()).kosten == kosten
    assert maak_beeld(rond(kenmerken=dakloos, geboren=OUDER), beleid()).kosten == ()
    assert list(taken(gevolg("bijzondere_bijstand", kosten="borg"))) == ["bijzondere_bijstand_beoordelen"]


@pytest.mark.regel("DEV-DOE-001")
def test_de_markering_eindigt_met_reden() -> None:
    dakloos = rond(kenmerken=frozenset({Kenmerk.DAK_THUISLOOS}))
    einde = gevolg("bijzondere_doelgroep_einde", dakloos, groep="dak_thuisloos", reden="Heeft een kamer.")
    assert einde.eraf == {Kenmerk.DAK_THUISLOOS}
    assert einde.klaar == ("woonruimte_zoeken",)
    ander = gevolg("bijzondere_doelgroep_einde", dakloos, groep="ex_gedetineerd", reden="Klaar.")
    assert (mis(ander.voorwaarden), ander.klaar) == (["hoort_bij_groep"], ())


class TestAdres:
    @pytest.mark.regel("DEV-DOE-004")
    @pytest.mark.parametrize(
        ("opgave", "uitkomst", "signalen"),
        [
            pytest.param(None, "geen_adres", ["vast_adres"], id="leeg"),
            pytest.param(adres("0000 AA", 1), "postadres_gemeente", ["vast_adres"], id="postadres"),
            pytest.param(adres("0000AA", 2), None, [], id="ander-huisnummer"),
            pytest.param(adres("0000BB", 4), "crisis_of_nachtopvang", ["vast_adres"], id="opvang"),
            pytest.param(adres("0000CC", 1), None, [], id="eigen-adres"),
        ],
    )
    def test_wat_het_formulier_laat_zien(
        self, opgave: dict[str, Any] | None, uitkomst: str | None, signalen: list[str]
    ) -> None:
        gekregen = gevolg("adresopgave", adres=opgave)
        assert (gekregen.uitkomst, mis(gekregen.signalen)) == (uitkomst, signalen)
        assert ("dakloosheid_bevestigen" in taken(gekregen)) is (uitkomst is not None)

    @pytest.mark.regel("DEV-DOE-004")
    def test_post_voor_het_stadhuis_wordt_uitgereikt(self) -> None:
        uitkomst = gevolg("adresopgave", adres=adres("0000AA", 1))
        [_, uitreiking] = uitkomst.signalen
        assert uitreiking.feiten["via"] == beleid().postuitreiking.waarde

    @pytest.mark.regel("DEV-DOE-004")
    def test_de_ic_bevestigt_of_weerlegt(self) -> None:
        assert "dakloosheid_bevestigen" in gevolg("bijzondere_doelgroep", **DAK).klaar
        assert gevolg("geen_dakloosheid", reden="Woont bij familie.").klaar == ("dakloosheid_bevestigen",)
        bekend = rond(kenmerken=frozenset({Kenmerk.DAK_THUISLOOS}))
        assert taken(gevolg("adresopgave", bekend)) == {}


@pytest.mark.regel("DEV-DOE-005")
@pytest.mark.parametrize(
    ("melding", "laatste", "binding"),
    [
        pytest.param("2026-03-31", "2023-04-01", True, id="dag-erbinnen"),
        pytest.param("2026-03-31", "2023-03-31", True, id="precies-drie-jaar"),
        pytest.param("2026-03-31", "2023-03-30", False, id="dag-te-lang"),
        pytest.param("2024-02-29", "2021-02-28", True, id="schrikkeldag"),
        pytest.param("2024-02-29", "2021-02-27", False, id="schrikkeldag-te-lang"),
        pytest.param(None, "2023-03-31", True, id="zonder-melding-de-dag-zelf"),
        pytest.param("2026-03-31", None, False, id="nooit"),
    ],
)
def test_regiobinding(melding: str | None, laatste: str | None, binding: bool) -> None:
    bekend = rond(meldingsdatum=date.fromisoformat(melding) if melding else None)
    uitkomst = gevolg("regiobinding", bekend, laatsteBinding=laatste, gemeenteHerkomst="Elders")
    assert (mis(uitkomst.signalen) == []) is binding
    assert uitkomst.uitkomst == ("binding" if binding else "gemeente_van_herkomst_of_geboorte")
    assert ("regiobinding_overdragen" in taken(uitkomst)) is not binding
    zonder = gevolg("regiobinding", bekend, laatsteBinding=laatste)
    assert mis(zonder.voorwaarden) == ([] if binding else ["gemeente_herkomst_bekend"])


class TestCentrumgemeente:
    @pytest.mark.regel("DEV-DOE-006")
    def test_de_beslissing_noemt_de_afwegingen(self) -> None:
        open_ = beslis(BESLUIT)
        assert (open_.uitkomst, list(taken(open_))) == ("geen_ambitiegesprek", ["centrumgemeente_informeren"])
        klaar = beslis(INGELICHT, ambitiegesprek=True)
        assert (klaar.uitkomst, taken(klaar), mis(klaar.voorwaarden)) == ("ambitiegesprek", {}, [])
        half = beslis(BESLUIT, geinformeerdOp="2026-03-31")
        assert mis(half.voorwaarden) == ["informeren_volledig"]
        vreemd = beslis(INGELICHT, gemeenteVerblijf="Elders")
        assert mis(vreemd.voorwaarden) == ["regiogemeente"]

    @pytest.mark.regel("DEV-DOE-006")
    @pytest.mark.parametrize(
        ("feiten", "uitkomst"),
        [
            pytest.param([], Uitkomst.VOLDAAN, id="niets-bekend"),
            pytest.param([{"verblijfsgemeente": "Zutphen"}], Uitkomst.NIET_VOLDAAN, id="zonder-besluit"),
            pytest.param([{"verblijfsgemeente": "Elders"}], Uitkomst.VOLDAAN, id="niet-uit-de-regio"),
            pytest.param([{"verblijfsgemeente": "Lochem"}, BESLUIT], Uitkomst.NIET_VOLDAAN, id="niet-ingelicht"),
            pytest.param([{"verblijfsgemeente": "Lochem"}, INGELICHT], Uitkomst.VOLDAAN, id="ingelicht"),
            pytest.param(
                [{"verblijfsgemeente": "Raalte", "adres": adres("0000CC", 1)}], Uitkomst.VOLDAAN, id="met-adres"
            ),
        ],
    )
    def test_zonder_besluit_en_bericht_sluit_de_screening_niet(
        self, feiten: list[dict[str, Any]], uitkomst: Uitkomst
    ) -> None:
        bekend = rond(*({"soort": "adresopgave"} | feit for feit in feiten))
        assert toets_sluiten_centrumgemeente(bekend, beleid()).uitkomst is uitkomst

    @pytest.mark.regel("DEV-DOE-006")
    def test_de_ic_beslist_over_het_ambitiegesprek(self) -> None:
        assert wil_ambitiegesprek(rond())
        assert not wil_ambitiegesprek(rond(INGELICHT))
        assert wil_ambitiegesprek(rond(INGELICHT, INGELICHT | {"ambitiegesprek": True}))
