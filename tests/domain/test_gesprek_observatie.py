"""Observations: who may read which category, and what may be shared with whom; the praatplaat and the leefgebieden."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from app.domain.gesprek.leefgebied import LeefgebiedBeleid
from app.domain.gesprek.observatie import (
    Deelgrond,
    ObservatieBeleid,
    Observatiecategorie,
    Partner,
    leesbare_categorieen,
    lezers,
    toetsen_delen,
)
from app.domain.gesprek.praatplaat import Verschil, problemen, toets_hulp_bij_gezondheid, vergelijk, verwijstaak
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.leefgebied import Leefgebied
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Uitkomst, niet_voldaan
from tests.steun.beleid import vast_register

DAG = date(2026, 3, 31)
REGISTER = vast_register()
BELEID = REGISTER.geldend(ObservatieBeleid, "GM0150", DAG).beleid
LEEFGEBIED = REGISTER.geldend(LeefgebiedBeleid, "GM0150", DAG).beleid
C, P, G = Observatiecategorie, Partner, Deelgrond
LICHAAM, GEEST, WONEN = Leefgebied.LICHAMELIJKE_GEZONDHEID, Leefgebied.PSYCHISCHE_GEZONDHEID, Leefgebied.WONEN


@pytest.mark.regel("DEV-PRV-001")
@pytest.mark.parametrize(
    ("rol", "niet"),
    [
        pytest.param(Rol.INKOMENSCONSULENT, set(), id="inkomensconsulent-alles"),
        pytest.param(Rol.FG, set(), id="fg-alles"),
        pytest.param(Rol.INTAKER, {C.FRAUDE}, id="intaker-geen-fraude"),
        pytest.param(Rol.WERKCONSULENT, {C.FRAUDE}, id="werkconsulent-geen-fraude"),
        pytest.param(Rol.PARTICIPATIEMAKELAAR, set(C) - {C.LAAGGELETTERDHEID}, id="pm-alleen-laaggeletterdheid"),
        pytest.param(Rol.RECEPTIE, set(C), id="receptie-niets"),
        pytest.param(Rol.ADMINISTRATIE, set(C), id="administratie-niets"),
    ],
)
def test_wie_welke_categorie_mag_lezen(rol: Rol, niet: set[Observatiecategorie]) -> None:
    assert leesbare_categorieen([rol], BELEID) == set(C) - niet


@pytest.mark.regel("DEV-PRV-001")
def test_beleid_kan_fraude_niet_voor_iedereen_openzetten() -> None:
    open_ = BELEID.model_dump()
    for regel in open_["categorieen"]["waarde"]:
        regel["lezers"] = [Rol.WERKCONSULENT]
    with pytest.raises(ValidationError, match="fraude mag niet worden gelezen door: werkconsulent"):
        ObservatieBeleid.model_validate(open_)
    leeg = BELEID.model_copy(update={"categorieen": BELEID.categorieen.model_copy(update={"waarde": ()})})
    assert lezers(C.FRAUDE, leeg) == ()


@pytest.mark.regel("DEV-PRV-001")
@pytest.mark.parametrize(
    ("categorie", "partner", "grond", "mis"),
    [
        pytest.param(C.SCHULDEN, P.BAD, G.WENS_KLANT, [], id="bad-op-verzoek"),
        pytest.param(C.SCHULDEN, P.BAD, G.SCHULDEN, [], id="bad-bij-schulden"),
        pytest.param(C.SCHULDEN, P.BAD, G.UITHUISZETTING, [], id="bad-bij-uithuiszetting"),
        pytest.param(C.SCHULDEN, P.BAD, G.TAAK_PARTNER, ["grond_voor_delen"], id="bad-zonder-goede-grond"),
        pytest.param(C.GEZONDHEID, P.BAD, G.WENS_KLANT, ["past_bij_partner"], id="gezondheid-niet-naar-bad"),
        pytest.param(C.FRAUDE, P.SOCIALE_RECHERCHE, G.TAAK_PARTNER, [], id="fraude-naar-sr"),
        pytest.param(C.FRAUDE, P.SOCIAAL_WIJKTEAM, G.TAAK_PARTNER, ["past_bij_partner"], id="fraude-niet-naar-wijk"),
        pytest.param(C.ONVEILIGE_THUISSITUATIE, P.SOCIAAL_WIJKTEAM, G.TAAK_PARTNER, [], id="onveilig-naar-wijkteam"),
    ],
)
def test_met_wie_wat_mag_worden_gedeeld(
    categorie: Observatiecategorie, partner: Partner, grond: Deelgrond, mis: list[str]
) -> None:
    assert [t.voorwaarde for t in niet_voldaan(toetsen_delen(categorie, partner, grond, BELEID))] == mis


def test_zonder_regel_voor_de_partner_wordt_niets_gedeeld() -> None:
    leeg = BELEID.model_copy(update={"partners": BELEID.partners.model_copy(update={"waarde": ()})})
    mis = niet_voldaan(toetsen_delen(C.SCHULDEN, P.BAD, G.WENS_KLANT, leeg))
    assert [toets.voorwaarde for toets in mis] == ["past_bij_partner", "grond_voor_delen"]


@pytest.mark.regel("DEV-DIA-503")
@pytest.mark.parametrize(
    ("eerder", "later", "verschil"),
    [
        pytest.param("rood", "groen", Verschil.BETER, id="beter"),
        pytest.param("groen", "geel", Verschil.SLECHTER, id="slechter"),
        pytest.param("geel", "geel", Verschil.GELIJK, id="gelijk"),
        pytest.param(None, "geel", Verschil.ONBEKEND, id="eerder-niet-besproken"),
        pytest.param("geel", "paars", Verschil.ONBEKEND, id="kleur-van-een-andere-schaal"),
    ],
)
def test_twee_praatplaten_naast_elkaar(eerder: str | None, later: str, verschil: Verschil) -> None:
    oud = {} if eerder is None else {WONEN: eerder}
    gezien = vergelijk(oud, {WONEN: later}, LEEFGEBIED)
    assert gezien[WONEN] is verschil
    assert set(gezien) == set(Leefgebied)


@pytest.mark.regel("DEV-DIA-503")
def test_de_schaal_is_van_de_gemeente_en_heeft_een_volgorde() -> None:
    fout: dict[str, Any] = LEEFGEBIED.model_dump()
    fout["praatplaat"]["waarde"] = [{"code": c, "betekenis": "x", "rang": 1} for c in ("aa", "bb")]
    with pytest.raises(ValidationError, match="eigen rang"):
        LeefgebiedBeleid.model_validate(fout)
    fout["praatplaat"]["waarde"][1]["rang"] = 2
    anders = LeefgebiedBeleid.model_validate(fout)
    assert vergelijk({WONEN: "aa"}, {WONEN: "bb"}, anders)[WONEN] is Verschil.BETER


@pytest.mark.regel("DEV-DIA-516")
@pytest.mark.parametrize(
    ("scores", "hulp", "uitkomst"),
    [
        pytest.param({LICHAAM: "rood"}, [], Uitkomst.NIET_VOLDAAN, id="probleem-zonder-hulp"),
        pytest.param({GEEST: "oranje"}, [LICHAAM], Uitkomst.NIET_VOLDAAN, id="hulp-bij-iets-anders"),
        pytest.param({GEEST: "oranje"}, [GEEST], Uitkomst.VOLDAAN, id="hulp-aanwezig"),
        pytest.param({LICHAAM: "geel", GEEST: "groen"}, [], Uitkomst.VOLDAAN, id="geen-probleem"),
        pytest.param({WONEN: "rood"}, [], Uitkomst.VOLDAAN, id="ander-leefgebied"),
    ],
)
def test_hulp_waar_gezondheid_een_probleem_is(
    scores: dict[Leefgebied, str], hulp: list[Leefgebied], uitkomst: Uitkomst
) -> None:
    assert toets_hulp_bij_gezondheid(problemen(scores, LEEFGEBIED), hulp).uitkomst is uitkomst
    assert verwijstaak(DAG).uiterste == DAG


@pytest.mark.regel("DEV-DIA-513")
def test_beoogde_effecten_van_zingeving() -> None:
    assert LEEFGEBIED.effectcodes((Leefgebied.ZINGEVING, WONEN)) == {
        "zelfredzaamheid",
        "participatie_en_binding",
        "zelfwaardering_en_zelfvertrouwen",
        "positief_effect_andere_leefgebieden",
    }
    assert LEEFGEBIED.effectcodes((WONEN,)) == frozenset()


@pytest.mark.parametrize(
    ("groep", "codes"),
    [
        pytest.param(
            Klantgroep.FACILITEREN,
            {
                "bijdragen_aan_samenleving",
                "taaleis_referentieniveau",
                "problemen_leefgebieden_voorkomen_of_minimaliseren",
            },
            marks=pytest.mark.regel("DEV-KGR-506"),
            id="faciliteren",
        ),
        pytest.param(
            Klantgroep.ZORGEN,
            {
                "welbevinden_stabiliseren_of_licht_verbeteren",
                "participeren",
                "voorkomen_sociaal_isolement",
                "administratieve_last_beperken",
            },
            marks=pytest.mark.regel("DEV-KGR-507"),
            id="zorgen",
        ),
        pytest.param(Klantgroep.MATCHEN, set(), id="matchen-vrij"),
    ],
)
def test_doeltypen_per_klantgroep(groep: Klantgroep, codes: set[str]) -> None:
    assert LEEFGEBIED.doelcodes(groep) == codes
