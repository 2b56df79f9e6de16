"""What a conversation asks beyond a free moment: place, day, people, or a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from app.domain.agenda.beleid import AgendaBeleid
from app.domain.agenda.planregels import PlanFeiten, signalen_plannen, toetsen_plannen
from app.domain.agenda.soorten import AgendaSoort, Dariuzhulp, Deelnemerrol, Gesprekskanaal, Ruimtesoort
from app.domain.intake.agenda import inkomentaak, werkprocestaak
from app.domain.kern.grondslag import productenboek
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Uitkomst
from tests.steun.beleid import vast_register

BELEID = vast_register().geldend(AgendaBeleid, "GM0150", date(2026, 4, 1)).beleid
GOED, FOUT, OPEN = Uitkomst.VOLDAAN, Uitkomst.NIET_VOLDAAN, Uitkomst.ONBEPAALD
SR = frozenset({Deelnemerrol.SOCIALE_RECHERCHE})


def feiten(
    soort: AgendaSoort = AgendaSoort.KENNISMAKINGSGESPREK, begin: str = "2026-04-01T10:00", **anders: Any
) -> PlanFeiten:
    moment = datetime.fromisoformat(f"{begin}:00+02:00")
    minuten = anders.pop("minuten", 30)
    einde = moment + timedelta(minutes=minuten)
    basis = PlanFeiten(soort, moment, einde, Gesprekskanaal.FYSIEK, anders.pop("locatie", "KonnecteD, kamer 3"))
    return replace(basis, **anders)


def uitkomsten(wat: PlanFeiten) -> dict[str, Uitkomst]:
    return {toets.voorwaarde: toets.uitkomst for toets in toetsen_plannen(wat, BELEID)}


def test_een_gewoon_gesprek_vraagt_niets_bijzonders() -> None:
    assert uitkomsten(feiten()) == {}
    assert signalen_plannen(feiten(norm_einde=date(2026, 4, 1)), BELEID) == ()
    assert signalen_plannen(feiten(AgendaSoort.AMBITIEGESPREK), BELEID) == ()


@pytest.mark.regel("DEV-ORG-008", "DEV-DOE-003")
@pytest.mark.parametrize(
    ("anders", "uitkomst"),
    [
        pytest.param({"ruimte_beveiligd": True, "veiligheid_bevestigd": True}, GOED, id="beveiligde-ruimte"),
        pytest.param({"locatie": "Stadskantoor, kamer 2", "veiligheid_bevestigd": True}, GOED, id="stadskantoor"),
        pytest.param({"ruimte_beveiligd": True}, FOUT, id="niet-bevestigd"),
        pytest.param({"veiligheid_bevestigd": True}, FOUT, id="gewone-kamer"),
        pytest.param({"veiligheid_bevestigd": True, "rollen": SR}, FOUT, id="sr-alleen-maakt-de-plek-niet-veilig"),
        pytest.param({"kanaal": Gesprekskanaal.TELEFOON}, None, id="aan-de-telefoon-is-er-geen-plek"),
    ],
)
def test_bij_een_veiligheidsrisico_is_de_plek_veilig_en_bevestigd(anders: dict[str, Any], uitkomst: Uitkomst) -> None:
    assert uitkomsten(feiten(veiligheidsrisico=True, **anders)).get("veilige_plek") is uitkomst


@pytest.mark.regel("DEV-ORG-008", "DEV-DOE-003")
def test_de_sociale_recherche_kan_erbij_zijn_en_dat_staat_in_de_toets() -> None:
    toets = toetsen_plannen(feiten(veiligheidsrisico=True, rollen=SR), BELEID)[0]
    assert toets.feiten["sociale_recherche"] is True


@pytest.mark.regel("DEV-KGR-504")
@pytest.mark.parametrize(
    ("anders", "uitkomst"),
    [
        pytest.param({"locatie": "Stadhuis, kamer 1", "rollen": SR}, GOED, id="kantoor-met-sr"),
        pytest.param({"locatie": "Stadhuis, kamer 1"}, FOUT, id="zonder-sr"),
        pytest.param({"rollen": SR}, FOUT, id="niet-op-kantoor"),
        pytest.param(
            {"locatie": "Stadhuis", "rollen": SR, "kanaal": Gesprekskanaal.TELEFOON}, FOUT, id="aan-de-telefoon"
        ),
        pytest.param({"reden_afwijking": "De klant ligt in het ziekenhuis"}, GOED, id="afwijking-met-reden"),
    ],
)
def test_zorg_handhaving_is_op_kantoor_met_de_sociale_recherche(anders: dict[str, Any], uitkomst: Uitkomst) -> None:
    assert uitkomsten(feiten(zorg_handhaving=True, **anders)) == {"zorg_handhaving_op_kantoor_met_sr": uitkomst}


@pytest.mark.regel("DEV-KGR-504")
def test_of_de_sociale_recherche_erbij_hoort_is_beleid() -> None:
    beleid = BELEID.model_copy(
        update={"zorg_handhaving_sr": BELEID.zorg_handhaving_sr.model_copy(update={"waarde": False})}
    )
    wat = feiten(zorg_handhaving=True, locatie="Stadhuis")
    assert [toets.uitkomst for toets in toetsen_plannen(wat, beleid)] == [GOED]


@pytest.mark.regel("DEV-AAN-020")
@pytest.mark.parametrize(
    ("begin", "uitkomst"),
    [
        pytest.param("2026-04-01T08:59", FOUT, id="voor-negenen"),
        pytest.param("2026-04-01T09:00", GOED, id="om-negen-uur"),
        pytest.param("2026-04-01T12:45", GOED, id="klaar-om-een-uur"),
        pytest.param("2026-04-01T12:46", FOUT, id="nog-bezig-om-een-uur"),
        pytest.param("2026-04-01T13:00", FOUT, id="om-een-uur"),
        pytest.param("2026-04-04T10:00", FOUT, id="zaterdag"),
        pytest.param("2026-04-06T10:00", FOUT, id="tweede-paasdag"),
    ],
)
def test_de_balie_is_er_op_werkdagen_van_negen_tot_een(begin: str, uitkomst: Uitkomst) -> None:
    wat = feiten(AgendaSoort.BALIEAFSPRAAK, begin, minuten=15)
    assert uitkomsten(wat) == {"binnen_balietijd": uitkomst}


@pytest.mark.regel("DEV-AAN-003")
@pytest.mark.parametrize(
    ("dag", "reden", "uitkomst"),
    [
        pytest.param("2026-04-10", None, FOUT, id="werkdag-4"),
        pytest.param("2026-04-13", None, GOED, id="werkdag-5"),
        pytest.param("2026-04-20", None, GOED, id="werkdag-10"),
        pytest.param("2026-04-21", None, FOUT, id="werkdag-11"),
        pytest.param("2026-04-21", "De klant is op vakantie", GOED, id="werkdag-11-met-reden"),
    ],
)
def test_de_afspraak_inkomen_is_op_werkdag_5_tot_10_na_de_screening(
    dag: str, reden: str | None, uitkomst: Uitkomst
) -> None:
    """After the screening on Thursday 2 April; Good Friday and Easter Monday do not count."""
    soort, telefoon = AgendaSoort.AFSPRAAK_INKOMEN, Gesprekskanaal.TELEFOON
    wat = feiten(soort, f"{dag}T10:00", kanaal=telefoon, screening_op=date(2026, 4, 2), reden_afwijking=reden)
    assert uitkomsten(wat)["afspraak_inkomen_in_venster"] is uitkomst


@pytest.mark.regel("DEV-AAN-003")
def test_een_fysieke_afspraak_inkomen_heeft_een_reden() -> None:
    soort = AgendaSoort.AFSPRAAK_INKOMEN
    verwacht = {"reden_fysieke_afspraak": FOUT, "afspraak_inkomen_in_venster": OPEN}
    assert uitkomsten(feiten(soort)) == verwacht
    assert uitkomsten(feiten(soort, reden_afwijking="Heeft hulp nodig"))["reden_fysieke_afspraak"] is GOED
    telefonisch = feiten(soort, kanaal=Gesprekskanaal.TELEFOON)
    assert uitkomsten(telefonisch)["reden_fysieke_afspraak"] is GOED
    taak = inkomentaak(date(2026, 4, 10), date(2026, 4, 17), productenboek("2.1"))
    assert (taak.uiterste, "10 april 2026 tot en met 17 april 2026" in taak.wat) == (date(2026, 4, 17), True)


@pytest.mark.regel("DEV-JON-012")
@pytest.mark.parametrize(
    ("dag", "leeftijd", "verwacht"),
    [
        pytest.param("2026-04-08", 22, (GOED, GOED), id="jongere-dag-ervoor"),
        pytest.param("2026-04-09", 22, (GOED, FOUT), id="jongere-op-de-vijfde-werkdag"),
        pytest.param("2026-04-10", 22, (FOUT, FOUT), id="jongere-dag-erna"),
        pytest.param("2026-04-09", 26, (GOED, FOUT), id="net-jonger-dan-27"),
        pytest.param("2026-04-09", 27, (GOED,), id="27-is-geen-jongere"),
        pytest.param("2026-04-10", 27, (FOUT,), id="27-te-laat"),
    ],
)
def test_een_jongere_komt_liever_eerder(dag: str, leeftijd: int, verwacht: tuple[Uitkomst, ...]) -> None:
    wat = feiten(AgendaSoort.AMBITIEGESPREK, f"{dag}T10:00", leeftijd=leeftijd, norm_einde=date(2026, 4, 9))
    assert tuple(toets.uitkomst for toets in signalen_plannen(wat, BELEID)) == verwacht


@pytest.mark.regel("DEV-JON-008")
@pytest.mark.parametrize(
    ("vso_pro", "wie", "verwacht"),
    [
        pytest.param(True, (("groeien",),), {"tweede_consulent_van_team": GOED}, id="met-groeien"),
        pytest.param(True, (("matchen",),), {"tweede_consulent_van_team": FOUT}, id="met-matchen"),
        pytest.param(True, (), {}, id="alleen-de-intaker-mag-ook"),
        pytest.param(False, (("matchen",),), {}, id="een-ander-mag-met-wie-wil"),
    ],
)
def test_een_gezamenlijk_ambitiegesprek_van_een_vso_pro_jongere_is_met_groeien(
    vso_pro: bool, wie: tuple[tuple[str, ...], ...], verwacht: dict[str, Uitkomst]
) -> None:
    wat = feiten(AgendaSoort.AMBITIEGESPREK, vso_pro=vso_pro, tweede_consulenten=wie)
    assert uitkomsten(wat) == verwacht


@pytest.mark.regel("DEV-DIA-007")
@pytest.mark.parametrize(
    ("vorm", "anders", "uitkomst"),
    [
        pytest.param(Dariuzhulp.COMPUTERRUIMTE, {"ruimte": Ruimtesoort.COMPUTERRUIMTE}, GOED, id="computerruimte"),
        pytest.param(Dariuzhulp.COMPUTERRUIMTE, {"ruimte": Ruimtesoort.ZAAL}, FOUT, id="zonder-computers"),
        pytest.param(Dariuzhulp.OP_AFROEP, {"kanaal": Gesprekskanaal.TELEFOON}, GOED, id="op-afroep"),
        pytest.param(Dariuzhulp.OP_AFROEP, {}, FOUT, id="op-afroep-is-niet-fysiek"),
        pytest.param(Dariuzhulp.GROEP, {"ruimte": Ruimtesoort.ZAAL}, GOED, id="groep"),
        pytest.param(Dariuzhulp.GROEP, {}, FOUT, id="groep-zonder-ruimte"),
        pytest.param(
            Dariuzhulp.GROEP, {"ruimte": Ruimtesoort.ZAAL, "met_medewerker": False}, FOUT, id="zonder-consulent"
        ),
        pytest.param(None, {"ruimte": Ruimtesoort.ZAAL}, FOUT, id="geen-vorm-gekozen"),
    ],
)
def test_hulp_bij_dariuz_is_een_vorm_met_een_consulent_en_een_plek(
    vorm: Dariuzhulp | None, anders: dict[str, Any], uitkomst: Uitkomst
) -> None:
    wat = feiten(AgendaSoort.DARIUZ_HULP, hulpvorm=vorm, **anders)
    assert uitkomsten(wat) == {"dariuzhulp_mogelijk": uitkomst}


@pytest.mark.regel("DEV-DIA-007")
def test_welke_hulp_er_is_is_beleid() -> None:
    vormen = BELEID.dariuz_hulp.model_copy(update={"waarde": (Dariuzhulp.OP_AFROEP,)})
    wat = feiten(AgendaSoort.DARIUZ_HULP, hulpvorm=Dariuzhulp.GROEP, ruimte=Ruimtesoort.ZAAL)
    assert toetsen_plannen(wat, BELEID.model_copy(update={"dariuz_hulp": vormen}))[0].uitkomst is FOUT


@pytest.mark.regel("DEV-MEL-008")
def test_het_werkproces_is_er_als_beide_nummers_er_zijn() -> None:
    dag = date(2026, 4, 1)
    assert werkprocestaak("GWS-1", "ES-1", dag) is None
    for gws, zaak in ((None, None), ("GWS-1", None), (None, "ES-1")):
        taak = werkprocestaak(gws, zaak, dag)
        assert taak is not None
        assert (taak.rol, taak.uiterste) == (Rol.RECEPTIE, dag)
