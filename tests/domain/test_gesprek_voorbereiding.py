"""Preparing a screening and an ambitiegesprek, how the gesprek went, and when its record is complete."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.gesprek.beleid import GesprekBeleid
from app.domain.gesprek.soort import Leeftijdsgroep, Markering
from app.domain.gesprek.voorbereiding import (
    AmbitieFeiten,
    ScreeningVoorbereiding,
    controles,
    informatietaak,
    routes,
    spoedzaken,
    toetsen_voorbereiding,
)
from app.domain.indeling.overdracht import AfrondingFeiten, bevestigtaak, toetsen_afronding
from app.domain.indeling.verloop import VerloopFeiten, signalen_verloop
from app.domain.kern.kenmerk import Kenmerk, Spoedzaak
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.leefgebied import Leefgebied
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Toets, Uitkomst, niet_voldaan
from tests.steun.beleid import vast_register

DAG = date(2026, 3, 31)
BRONNEN = vast_register().geldend(GesprekBeleid, "GM0150", DAG).beleid.screening_bronnen


def codes(toetsen: tuple[Toets, ...]) -> list[str]:
    return [toets.voorwaarde for toets in niet_voldaan(toetsen)]


@pytest.mark.regel("DEV-SCR-003")
def test_checklist_voor_de_screening() -> None:
    bronnen = {"makelaar", "suwi", "suites_sociaal_domein", "historie"}
    alles = ["formulier_gelezen", *(f"bron_{bron.code}" for bron in BRONNEN.waarde), "mogelijke_antwoorden"]
    assert {bron.code for bron in BRONNEN.waarde} == bronnen
    assert codes(toetsen_voorbereiding(ScreeningVoorbereiding(), BRONNEN)) == alles
    half = ScreeningVoorbereiding(formulier_gelezen=True, bronnen=frozenset(bronnen - {"suwi"}))
    assert codes(toetsen_voorbereiding(half, BRONNEN)) == ["bron_suwi", "mogelijke_antwoorden"]
    klaar = half.model_copy(update={"bronnen": frozenset(bronnen), "mogelijke_antwoorden": "WW of bijstand."})
    assert codes(toetsen_voorbereiding(klaar, BRONNEN)) == []


@pytest.mark.regel("DEV-AMB-005")
@pytest.mark.parametrize(
    ("markeringen", "verwacht"),
    [
        pytest.param(set(), ["regulier"], id="regulier"),
        pytest.param({Kenmerk.LVB}, ["regulier"], id="kenmerk-zonder-route"),
        pytest.param({Leeftijdsgroep.JONGERE}, ["jongeren"], id="jongere"),
        pytest.param({Kenmerk.STATUSHOUDER}, ["statushouder"], id="statushouder"),
        pytest.param({Kenmerk.DAK_THUISLOOS}, ["bijzondere_doelgroep"], id="dakloos"),
        pytest.param({Kenmerk.EX_GEDETINEERD}, ["bijzondere_doelgroep"], id="ex-gedetineerd"),
        pytest.param({Kenmerk.STATUSHOUDER, Leeftijdsgroep.JONGERE}, ["jongeren", "statushouder"], id="leeftijd-eerst"),
    ],
)
def test_de_route_volgt_uit_de_kenmerken(markeringen: set[Markering], verwacht: list[str]) -> None:
    assert list(routes(markeringen)) == verwacht


@pytest.mark.regel("DEV-AMB-005")
def test_controles_vooraf_uit_het_dossier() -> None:
    leeg = {controle.code: controle.aanwezig for controle in controles(AmbitieFeiten())}
    assert leeg == {
        "veiligheidsrisico": False,
        "jonger_dan_27": False,
        "statushouder": False,
        "multiprobleem": False,
        "indicatie_banenafspraak_of_beschut": False,
        "financiele_situatie": None,
        "betrokken_instanties": False,
    }
    kenmerken = frozenset({Kenmerk.VEILIGHEIDSRISICO, Kenmerk.BESCHUT_WERK, Kenmerk.DAK_THUISLOOS})
    vol = AmbitieFeiten(
        markeringen=frozenset({*kenmerken, Leeftijdsgroep.JONGERE}),
        schuldsignaal="zacht",
        spoedzaken=frozenset(),
        instanties=("GGZ",),
    )
    gezien = {controle.code: (controle.aanwezig, controle.details) for controle in controles(vol)}
    assert gezien["multiprobleem"] == (True, ("dak_thuisloos",))
    assert gezien["indicatie_banenafspraak_of_beschut"] == (True, ("beschut_werk",))
    assert gezien["financiele_situatie"] == (True, ("zacht",))
    assert gezien["betrokken_instanties"] == (True, ("GGZ",))
    assert (gezien["veiligheidsrisico"][0], gezien["jonger_dan_27"][0]) == (True, True)
    zonder = controles(vol.model_copy(update={"schuldsignaal": "geen"}))
    assert zonder[5].aanwezig is False
    dreigt = vol.model_copy(update={"schuldsignaal": "geen", "spoedzaken": frozenset({Spoedzaak.BROODNOOD})})
    assert controles(dreigt)[5].aanwezig is True


@pytest.mark.regel("DEV-AMB-006")
@pytest.mark.parametrize(
    ("feiten", "zaken"),
    [
        pytest.param({}, set(), id="geen"),
        pytest.param({"broodnood": True}, {Spoedzaak.BROODNOOD}, id="broodnood"),
        pytest.param({"uithuiszetting": True}, {Spoedzaak.DREIGENDE_UITHUISZETTING}, id="uithuiszetting"),
        pytest.param({"schuldsignaal": "hard"}, {Spoedzaak.SCHULDEN}, id="schulden"),
        pytest.param({"schuldsignaal": "zacht"}, set(), id="zacht-signaal-wacht"),
    ],
)
def test_spoedzaken_uit_de_screening(feiten: dict[str, Any], zaken: set[Spoedzaak]) -> None:
    vast: dict[str, Any] = {"broodnood": None, "uithuiszetting": False, "schuldsignaal": "geen"}
    assert spoedzaken(**(vast | feiten)) == zaken


@pytest.mark.regel("DEV-AMB-006")
@pytest.mark.parametrize(
    ("opening", "uitkomst"),
    [
        pytest.param(None, Uitkomst.ONBEPAALD, id="niet-vastgelegd"),
        pytest.param({"doel", "tijd"}, Uitkomst.NIET_VOLDAAN, id="contactpersoon-vergeten"),
        pytest.param({"doel", "tijd", "vaste_contactpersoon_later"}, Uitkomst.VOLDAAN, id="alles"),
    ],
)
def test_de_opening(opening: set[str] | None, uitkomst: Uitkomst) -> None:
    feiten = VerloopFeiten(opening=None if opening is None else frozenset(opening))
    assert signalen_verloop(feiten)[0].uitkomst is uitkomst


@pytest.mark.regel("DEV-AMB-006")
def test_een_spoedzaak_zonder_afhandeling_valt_op() -> None:
    zaken = frozenset({Spoedzaak.BROODNOOD, Spoedzaak.SCHULDEN})
    half = VerloopFeiten(spoedzaken=zaken, afgehandeld=frozenset({Spoedzaak.BROODNOOD}))
    assert signalen_verloop(half)[1].feiten == {"open": ("schulden",)}
    assert signalen_verloop(half)[1].uitkomst is Uitkomst.NIET_VOLDAAN
    assert signalen_verloop(VerloopFeiten(spoedzaken=zaken, afgehandeld=zaken))[1].uitkomst is Uitkomst.VOLDAAN


@pytest.mark.regel("DEV-AMB-007")
def test_alle_leefgebieden_komen_aan_bod() -> None:
    alles = frozenset(Leefgebied)
    uitkomsten = [
        signalen_verloop(VerloopFeiten(besproken=besproken))[2].uitkomst
        for besproken in (None, alles - {Leefgebied.WONEN}, alles)
    ]
    assert uitkomsten == [Uitkomst.ONBEPAALD, Uitkomst.NIET_VOLDAAN, Uitkomst.VOLDAAN]


@pytest.mark.regel("DEV-AMB-007")
@pytest.mark.parametrize(
    ("geldzorgen", "gewogen", "uitkomst"),
    [
        pytest.param(True, False, Uitkomst.NIET_VOLDAAN, id="geldzorgen-niet-gewogen"),
        pytest.param(True, True, Uitkomst.VOLDAAN, id="gewogen"),
        pytest.param(False, False, Uitkomst.VOLDAAN, id="geen-geldzorgen"),
    ],
)
def test_stress_over_geld_weegt_mee(geldzorgen: bool, gewogen: bool, uitkomst: Uitkomst) -> None:
    feiten = VerloopFeiten(geldzorgen=geldzorgen, stress_gewogen=gewogen)
    assert signalen_verloop(feiten)[3].uitkomst is uitkomst


COMPLEET = AfrondingFeiten(
    verwachte_termijn_maanden="geen",
    uren_per_week=0,
    motivatie="Wil graag.",
    klantgroep=Klantgroep.GROEIEN,
    motivering_klantgroep="Past bij de criteria.",
    kick_off_uitgenodigd=True,
    verslag="Kort.",
)


@pytest.mark.regel("DEV-AMB-004")
@pytest.mark.parametrize(
    ("anders", "mist"),
    [
        pytest.param({}, [], id="volledig"),
        pytest.param({"verwachte_termijn_maanden": None}, ["verwachte_termijn"], id="geen-termijn"),
        pytest.param({"uren_per_week": None}, ["uren_per_week"], id="geen-uren"),
        pytest.param({"motivatie": ""}, ["motivatie"], id="geen-motivatie"),
        pytest.param({"motivering_klantgroep": None}, ["klantgroep_gemotiveerd"], id="klantgroep-zonder-motivering"),
        pytest.param({"klantgroep": None}, ["klantgroep_gemotiveerd"], id="geen-klantgroep"),
        pytest.param({"kick_off_uitgenodigd": False}, ["kick_off_uitgenodigd"], id="geen-kick-off"),
        pytest.param({"klantgroep": Klantgroep.ZORGEN, "kick_off_uitgenodigd": False}, [], id="zorgen-zonder-kick-off"),
        pytest.param(
            {"verslag": None}, ["verslag_aanwezig"], marks=pytest.mark.regel("DEV-AMB-012"), id="geen-verslag"
        ),
    ],
)
def test_wanneer_het_ambitiegesprek_volledig_is(anders: dict[str, Any], mist: list[str]) -> None:
    assert codes(toetsen_afronding(COMPLEET.model_copy(update=anders))) == mist


def test_taken_van_voorbereiding_en_overdracht() -> None:
    assert (informatietaak(DAG).rol, informatietaak(DAG).uiterste) == (Rol.INTAKER, DAG)
    assert bevestigtaak(Rol.WERKCONSULENT, DAG).soort == "overdracht_bevestigen"
