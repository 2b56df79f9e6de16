"""Indeling: the four definitions of the verordening, the doubtful case and zorg-handhaving."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.feiten import IndelingBesluit, IndelingFeiten, Potentieel, Twijfelmiddel, WisselFeiten
from app.domain.indeling.handhaving import regels_zorgen_gelden, taak_omvang, taken_handhaving, toets_omvang
from app.domain.indeling.termijnen import vervolgtaken
from app.domain.indeling.voorstel import stel_voor
from app.domain.indeling.wissel import toets_wissel
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import FRAUDETAKEN
from app.domain.kern.toets import Uitkomst, niet_voldaan
from tests.steun.beleid import vast_register

DAG = date(2026, 4, 7)
BELEID = vast_register().geldend(IndelingBeleid, "GM0150", DAG).beleid
M, G, F, Z = Klantgroep.MATCHEN, Klantgroep.GROEIEN, Klantgroep.FACILITEREN, Klantgroep.ZORGEN
GEEN, WEINIG, VOLDOENDE = Potentieel.GEEN, Potentieel.WEINIG, Potentieel.VOLDOENDE
ZONDER = {"arbeidspotentieel": GEEN, "ontwikkelpotentieel": GEEN}


def voorstel(termijn: int | str | None, **anders: object) -> tuple[Klantgroep | None, bool]:
    feiten = {"leeftijd": 40, "eerste_indeling": True, "verwachte_termijn_maanden": termijn, **anders}
    gedaan = stel_voor(IndelingFeiten.model_validate(feiten), BELEID)
    return gedaan.klantgroep, gedaan.handmatig


@pytest.mark.regel("DEV-KGR-901")
@pytest.mark.parametrize(("maanden", "groep"), [(5, M), (6, M), (7, G)])
def test_matchen_is_werk_binnen_zes_maanden(maanden: int, groep: Klantgroep) -> None:
    assert voorstel(maanden, ontwikkelpotentieel=VOLDOENDE) == (groep, False)


@pytest.mark.regel("DEV-KGR-902")
@pytest.mark.parametrize(
    ("maanden", "ontwikkeling", "arbeid", "verwacht"),
    [
        pytest.param(7, VOLDOENDE, VOLDOENDE, (G, False), id="7-maanden"),
        pytest.param(35, WEINIG, VOLDOENDE, (G, False), id="35-maanden-weinig-potentieel"),
        pytest.param(36, VOLDOENDE, VOLDOENDE, (G, False), id="36-maanden"),
        pytest.param(36, GEEN, VOLDOENDE, (None, False), id="36-maanden-zonder-ontwikkelpotentieel"),
        pytest.param(36, None, VOLDOENDE, (G, False), id="36-maanden-volgt-uit-de-termijn"),
        pytest.param(37, VOLDOENDE, VOLDOENDE, (None, True), id="37-maanden-met-arbeidspotentieel-zelf-kiezen"),
        pytest.param(37, VOLDOENDE, WEINIG, (None, True), id="37-maanden-weinig-arbeidspotentieel-zelf-kiezen"),
        pytest.param("geen", VOLDOENDE, VOLDOENDE, (None, True), id="geen-termijn-met-arbeidspotentieel-zelf-kiezen"),
        pytest.param(37, VOLDOENDE, None, (None, False), id="37-maanden-arbeidspotentieel-onbekend"),
        pytest.param(None, VOLDOENDE, VOLDOENDE, (None, False), id="termijn-onbekend"),
    ],
)
def test_groeien_vraagt_ontwikkelpotentieel_en_hoogstens_drie_jaar(
    maanden: int | str | None,
    ontwikkeling: Potentieel | None,
    arbeid: Potentieel | None,
    verwacht: tuple[Klantgroep | None, bool],
) -> None:
    assert voorstel(maanden, ontwikkelpotentieel=ontwikkeling, arbeidspotentieel=arbeid) == verwacht


@pytest.mark.regel("DEV-KGR-903", "DEV-KGR-904")
@pytest.mark.parametrize(
    ("kan", "arbeid", "groep"),
    [
        pytest.param(True, GEEN, F, id="kan-meedoen"),
        pytest.param(False, GEEN, Z, id="kan-niet-meedoen"),
        pytest.param(True, VOLDOENDE, None, id="kan-werken"),
        pytest.param(None, GEEN, None, id="onbekend-of-klant-kan-meedoen"),
    ],
)
def test_zonder_arbeidspotentieel_beslist_of_de_klant_kan_meedoen(
    kan: bool | None, arbeid: Potentieel, groep: Klantgroep | None
) -> None:
    feiten = ZONDER | {"arbeidspotentieel": arbeid, "motivatie_bijdrage": True, "mogelijkheden_bijdrage": kan}
    assert voorstel("geen", **feiten)[0] is groep


@pytest.mark.regel("DEV-KGR-904")
def test_een_code_met_twee_namen() -> None:
    assert (Z.naam, Z.naam_verordening) == ("Zorgen", "Zorg")
    assert all(groep.naam == groep.naam_verordening for groep in (M, G, F))
    assert [groep.begrip.onderdeel for groep in Klantgroep] == ["b", "c", "d", "e"]


def taken(gekozen: Klantgroep, **anders: object) -> dict[str, Rol]:
    besluit = IndelingBesluit.model_validate({"gekozen": gekozen, "eens": True, "rollen": {Rol.INTAKER}, **anders})
    feiten = IndelingFeiten(leeftijd=40, eerste_indeling=True, verwachte_termijn_maanden=4)
    return {t.soort: t.rol for t in vervolgtaken(stel_voor(feiten, BELEID), besluit, DAG, BELEID)}


@pytest.mark.regel("DEV-KGR-025")
def test_twijfel_wordt_gevolgd_en_argonaut_gaat_naar_de_consulent_van_de_groep() -> None:
    assert set(taken(G)) == {"kick_off_plannen"}
    overleg = {"twijfel": True, "middelen": {Twijfelmiddel.INTERCOLLEGIAAL_OVERLEG}}
    assert set(taken(G, **overleg)) == {"kick_off_plannen", "twijfelgeval_volgen"}
    argonaut = {"twijfel": True, "middelen": {Twijfelmiddel.ARGONAUT_ONDERZOEK}}
    assert taken(G, **argonaut)["argonaut_onderzoek_starten"] is Rol.WERKCONSULENT
    assert taken(F, **argonaut)["argonaut_onderzoek_starten"] is Rol.INKOMENSCONSULENT


@pytest.mark.regel("DEV-KGR-007")
def test_zorg_handhaving_zet_rechtmatigheid_en_handhaving_in_gang() -> None:
    gezet = taken(Z, zorg_handhaving=True)
    assert set(gezet) == {"rechtmatigheid_beoordelen", "zorg_handhaving_afstemmen"}
    assert set(gezet.values()) == {Rol.INKOMENSCONSULENT}
    assert set(taken(Z)) == {"kennismaking_plannen"}
    assert {t.uiterste for t in taken_handhaving(DAG, BELEID)} == {date(2026, 4, 14)}
    assert "zorg_handhaving_afstemmen" in FRAUDETAKEN


@pytest.mark.regel("DEV-KGR-505")
@pytest.mark.parametrize(
    ("aantal", "uitkomst"), [(19, Uitkomst.VOLDAAN), (20, Uitkomst.VOLDAAN), (21, Uitkomst.NIET_VOLDAAN)]
)
def test_meer_dan_twintig_is_een_signaal(aantal: int, uitkomst: Uitkomst) -> None:
    assert toets_omvang(aantal, BELEID).uitkomst is uitkomst
    assert taak_omvang(DAG, BELEID).rol is Rol.TEAMLEIDER


@pytest.mark.regel("DEV-KGR-505")
@pytest.mark.parametrize(
    ("groep", "markering", "gelden"), [(Z, False, True), (Z, True, False), (F, False, False), (None, False, False)]
)
def test_de_regels_van_zorgen_gelden_niet_bij_zorg_handhaving(
    groep: Klantgroep | None, markering: bool, gelden: bool
) -> None:
    assert regels_zorgen_gelden(groep, markering) is gelden


@pytest.mark.parametrize(
    ("van", "anders", "fout"),
    [
        pytest.param(Z, {"markering_wijzigt": True}, [], id="markering-in-zorgen"),
        pytest.param(Z, {"markering_wijzigt": True, "motivering": None}, ["wissel_gemotiveerd"], id="zonder-uitleg"),
        pytest.param(Z, {}, ["wissel_beschreven", "gesprek_en_plan"], id="niets-wijzigt"),
        pytest.param(F, {"markering_wijzigt": True}, ["wissel_beschreven"], id="niet-in-zorgen"),
    ],
)
def test_de_markering_wijzigt_zonder_wissel(van: Klantgroep, anders: dict[str, object], fout: list[str]) -> None:
    feiten = WisselFeiten.model_validate({"van": van, "naar": van, "motivering": "Besproken.", **anders})
    assert [t.voorwaarde for t in niet_voldaan(toets_wissel(feiten, BELEID))] == fout
