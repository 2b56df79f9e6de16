"""Besluiten about the taaleis: what each needs, the amounts per month, and how it ends."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.kern.canoniek import canoniek
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.toets import niet_voldaan
from app.domain.taaleis.berekening import beeindig, bereken, schema
from app.domain.taaleis.beslissing import Beslissing, beslis, gebruikte_waarden, in_de_weg
from app.domain.taaleis.dossier import Taaldictum
from app.domain.taaleis.feit import Taalstop
from app.domain.taaleis.feiten import (
    Afgenomen,
    Lopend,
    Ontheffingsgrond,
    TaaleisFeiten,
    Taalnorm,
    Taalverwijt,
    Taalzaaksoort,
    Toetsafname,
    Weging,
)
from app.domain.taaleis.status import Taalstatus
from app.domain.taaleis.toetsen_weging import toets_toetser
from tests.steun.taaleis import BELEID, BEREID, NIET_BEREID, STOP, dossier, genomen

VAST, KENNIS, BESLUIT = date(2026, 3, 10), date(2026, 3, 16), date(2026, 4, 20)
NORM = 140_150
WEGING = Weging(
    verwijt=Taalverwijt.AANWEZIG,
    verwijt_gemotiveerd=True,
    dringende_redenen=False,
    dringende_redenen_gemotiveerd=True,
    gehoord_op=date(2026, 4, 17),
)
EERSTE = Toetsafname(datum=date(2026, 3, 2), uitslag_op=VAST, haalt_niveau=False)


def normen(vanaf: date, aantal: int = 12, al: int = 0) -> tuple[Taalnorm, ...]:
    maanden = [plus_maanden(vanaf.replace(day=1), nummer) for nummer in range(1, aantal + 1)]
    return tuple(Taalnorm(maand=maand, norm=NORM, versie="NL/norm", al_verlaagd=al) for maand in maanden)


def feiten(soort: Taalzaaksoort = Taalzaaksoort.VERLAGING, dag: date = BESLUIT, **anders: Any) -> TaaleisFeiten:
    """A zaak in which nothing is missing; ``anders`` replaces single facts."""
    goed: dict[str, Any] = {
        "zaak": soort,
        "bijstand": True,
        "klantgroep": Klantgroep.MATCHEN,
        "status": Taalstatus.INSPANNINGSVERPLICHTING,
        "vastgesteld_op": VAST,
        "telt_vanaf": VAST,
        "kennisgeving_op": KENNIS,
        "kennis_gegeven_op": KENNIS,
        "tests": (EERSTE,),
        "normen": normen(dag),
        "weging": WEGING,
    }
    return TaaleisFeiten(**{**goed, **anders})


@pytest.mark.regel("DEV-TAA-519", "DEV-TAA-520")
def test_er_staat_nooit_meer_dan_een_verlaging_op_een_maand() -> None:
    assert mist(feiten(al_verlaagd=True)) == ["nog_niet_verlaagd"]
    assert "nog_niet_verlaagd" in mist(feiten(Taalzaaksoort.STOPPEN, al_verlaagd=True))
    fase = genomen("verlaging", "2026-04-21", van=date(2026, 5, 1), tot=date(2026, 10, 1), fase=0)
    loopt = dossier(besluiten=(fase,))
    assert [loopt.verlaagd_op(dag, eenmalig=False) for dag in (date(2026, 9, 1), date(2026, 10, 1))] == [True, False]
    zonder_einde = dossier(besluiten=(fase.model_copy(update={"tot": None}),))
    assert zonder_einde.verlaagd_op(date(2030, 1, 1), eenmalig=False) is True
    stop = dossier(besluiten=(genomen("verlaging", "2026-04-21", van=date(2026, 5, 1), tot=date(2026, 6, 1)),))
    assert [stop.verlaagd_op(date(2026, 5, 1), eenmalig=keus) for keus in (True, False)] == [True, False]


def weging(**anders: Any) -> dict[str, Any]:
    return {"weging": WEGING.model_copy(update=anders)}


def besluit(stand: TaaleisFeiten, dag: date = BESLUIT) -> Beslissing:
    beslissing = beslis(stand, BELEID, dag)
    assert canoniek(beslissing) == canoniek(beslis(stand, BELEID, dag))
    return beslissing


def mist(stand: TaaleisFeiten, dag: date = BESLUIT) -> list[str]:
    return [toets.voorwaarde for toets in in_de_weg(stand, besluit(stand, dag))]


@pytest.mark.regel("DEV-TAA-519", "DEV-TAA-523")
@pytest.mark.parametrize("groep", list(Klantgroep))
def test_eerste_fase_twintig_procent_voor_elke_klantgroep(groep: Klantgroep) -> None:
    """Decided on 20 April: from May until six months after the vaststelling; later steps stand in the annex only."""
    beslissing = besluit(feiten(klantgroep=groep))
    verlaging = beslissing.verlaging
    assert verlaging is not None
    assert (beslissing.dictum, verlaging.fase, verlaging.procent) == ("verlaging", 0, Decimal(20))
    assert (verlaging.van, verlaging.tot) == (date(2026, 5, 1), date(2026, 10, 1))
    assert [regel.bedrag for regel in verlaging.bedragen] == [28_030] * 5
    assert verlaging.totaal == 5 * 28_030
    assert verlaging.bedragen[0].uitleg == "20 % van € 1.401,50 = € 280,30"
    minder = besluit(feiten(normen=normen(BESLUIT, 5, NORM - 10_000))).verlaging
    assert minder is not None
    assert minder.bedragen[0].uitleg == "20 % van € 1.401,50 = € 280,30, waarvan € 100,00 resteert"
    assert [int(regel.procent) for regel in beslissing.bijlage] == [20] * 5 + [40] * 6 + [100]
    assert beslissing.bijlage[-1].bedrag == NORM
    assert any("€ 280,30" in zin for zin in beslissing.motivering)
    assert gebruikte_waarden(feiten(), BELEID, beslissing) == ("fasen", "niveau", "respijt_maanden")
    assert beslissing.voorbeeldwaarden == ()


@pytest.mark.parametrize(
    ("anders", "ontbreekt"),
    [
        pytest.param({"bijstand": False}, ["bijstand"], id="ioaw"),
        pytest.param({"vastgesteld_op": None}, ["niveau_niet_gehaald"], id="zonder-taaltest"),
        pytest.param({"status": Taalstatus.VOLDOET}, ["niveau_niet_gehaald"], id="voldoet"),
        pytest.param({"ontheven_op": KENNIS}, ["niet_ontheven"], id="ontheven", marks=pytest.mark.regel("DEV-TAA-508")),
        pytest.param(
            {"kennisgeving_op": None},
            ["inspanningsverplichting_verzonden", "respijt_voorbij"],
            id="zonder-beschikking",
            marks=pytest.mark.regel("DEV-TAA-511"),
        ),
        pytest.param({"bereid_sinds": BESLUIT}, ["niet_bereid"], id="bereid", marks=pytest.mark.regel("DEV-TAA-510")),
        pytest.param(weging(verwijt=None), ["verwijtbaar"], id="verwijt-open", marks=pytest.mark.regel("DEV-TAA-522")),
        pytest.param(weging(verwijt_gemotiveerd=False), ["verwijtbaar"], id="verwijt-zonder-reden"),
        pytest.param(weging(dringende_redenen=None), ["geen_dringende_redenen"], id="dringend-open"),
        pytest.param(weging(dringende_redenen_gemotiveerd=False), ["geen_dringende_redenen"], id="zonder-reden"),
        pytest.param(weging(gehoord_op=None), ["gehoord"], id="niet-gehoord"),
        pytest.param(
            {"zelfde_gedrag": ("zaak",)}, ["geen_samenloop"], id="samenloop", marks=pytest.mark.regel("DEV-MTR-511")
        ),
        pytest.param({"normen": ()}, ["norm_bekend"], id="norm-onbekend"),
    ],
)
def test_precies_wat_ontbreekt_houdt_de_verlaging_tegen(anders: dict[str, Any], ontbreekt: list[str]) -> None:
    beslissing = besluit(feiten(**anders))
    assert beslissing.dictum is Taaldictum.VOORLEGGEN
    assert mist(feiten(**anders)) == ontbreekt
    assert beslissing.motivering[0] == "Er kan nog niet worden beslist."
    assert gebruikte_waarden(feiten(**anders), BELEID, beslissing) == ()


def test_niet_horen_met_een_reden_mag() -> None:
    assert mist(feiten(**weging(gehoord_op=None, reden_niet_horen="Kwam drie keer niet."))) == []


@pytest.mark.regel("DEV-TAA-511", "DEV-TAA-512", "DEV-TAA-519")
@pytest.mark.parametrize(
    ("dag", "ontbreekt"),
    [
        pytest.param("2026-04-15", ["respijt_voorbij"], id="dag-voor-de-laatste"),
        pytest.param("2026-04-16", ["respijt_voorbij"], id="laatste-dag"),
        pytest.param("2026-04-17", [], id="dag-erna"),
    ],
)
def test_pas_na_de_maand(dag: str, ontbreekt: list[str]) -> None:
    assert mist(feiten(), date.fromisoformat(dag)) == ontbreekt


@pytest.mark.regel("DEV-TAA-522")
def test_zonder_verwijt_geen_verlaging() -> None:
    stand = feiten(kennisgeving_op=None, **weging(verwijt=Taalverwijt.ONTBREEKT))
    beslissing = besluit(stand)
    assert (beslissing.dictum, beslissing.verlaging, mist(stand)) == (Taaldictum.AFZIEN, None, [])
    assert "U kunt er niets aan doen dat u geen Nederlands leert." in beslissing.motivering


def test_dringende_redenen() -> None:
    beslissing = besluit(feiten(**weging(dringende_redenen=True)))
    assert beslissing.dictum is Taaldictum.AFZIEN
    assert any("dringende redenen" in zin for zin in beslissing.motivering)


def nieuw(dag: str, voortgang: bool | None) -> dict[str, Any]:
    op = date.fromisoformat(dag)
    test = Toetsafname(datum=op, uitslag_op=op, haalt_niveau=False, voortgang_voldoende=voortgang)
    return {"tests": (EERSTE, test)}


@pytest.mark.regel("DEV-TAA-519")
@pytest.mark.parametrize(
    ("dag", "anders", "dictum", "procent"),
    [
        pytest.param("2026-08-31", {}, "verlaging", 20, id="september-begint-in-de-eerste-fase"),
        pytest.param("2026-09-15", {}, "voorleggen", None, id="stap-zonder-nieuwe-toets"),
        pytest.param("2026-09-15", nieuw("2026-03-10", False), "voorleggen", None, id="toets-op-de-vaststelling"),
        pytest.param("2026-09-15", nieuw("2026-03-11", False), "verlaging", 40, id="toets-erna-zonder-voortgang"),
        pytest.param("2026-09-15", nieuw("2026-09-01", None), "voorleggen", None, id="voortgang-niet-beoordeeld"),
        pytest.param("2026-09-15", nieuw("2026-09-01", True), "afzien", None, id="genoeg-voortgang"),
        pytest.param("2026-09-15", nieuw("2026-09-16", False), "voorleggen", None, id="toets-na-het-besluit"),
        pytest.param("2027-03-15", nieuw("2026-09-10", False), "voorleggen", None, id="toets-van-de-vorige-stap"),
        pytest.param("2027-03-15", nieuw("2026-09-11", False), "verlaging", 100, id="nieuwe-toets-voor-honderd"),
    ],
)
def test_elke_stap_vraagt_een_nieuwe_toets(dag: str, anders: dict[str, Any], dictum: str, procent: int | None) -> None:
    """Participatiewet 18b, lid 13: without a new toets that shows too little progress a person decides."""
    op = date.fromisoformat(dag)
    beslissing = besluit(feiten(dag=op, **anders), op)
    assert (beslissing.dictum, beslissing.verlaging.procent if beslissing.verlaging else None) == (dictum, procent)


def test_de_laatste_fase_heeft_geen_einde() -> None:
    op = date(2027, 3, 15)
    verlaging = besluit(feiten(dag=op, **nieuw("2027-02-01", False)), op).verlaging
    assert verlaging is not None
    assert (verlaging.tot, len(verlaging.bedragen), verlaging.bedragen[0].bedrag) == (None, 12, NORM)


def test_een_maand_zonder_norm_blijft_leeg() -> None:
    beslissing = besluit(feiten(normen=normen(BESLUIT, 2)))
    assert beslissing.verlaging is not None
    assert len(beslissing.verlaging.bedragen) == 2
    assert [regel.bedrag for regel in beslissing.bijlage[:3]] == [28_030, 28_030, None]


@settings(deadline=None, max_examples=40)
@given(al=st.integers(0, 200_000), dagen=st.integers(0, 700), bereid=st.none() | st.dates(VAST, date(2029, 1, 1)))
def test_nooit_onder_nul_en_niets_na_de_verklaring(al: int, dagen: int, bereid: date | None) -> None:
    """Whatever other besluiten take, and whenever somebody declares: never more than there is, never after it."""
    dag = date.fromordinal(BESLUIT.toordinal() + dagen)
    extra = nieuw("2027-02-01", False) if dag > date(2027, 3, 1) else nieuw("2026-04-01", False)
    stand = feiten(dag=dag, normen=normen(dag, 12, al), bereid_sinds=bereid, **extra)
    beslissing = besluit(stand, dag)
    for regel in beslissing.verlaging.bedragen if beslissing.verlaging else ():
        assert 0 <= regel.bedrag <= max(NORM - al, 0)
    if bereid is not None:
        assert beslissing.dictum is not Taaldictum.VERLAGING
        assert all(regel.maand < bereid for regel in schema(stand, BELEID, dag))


@pytest.mark.regel("DEV-TAA-520")
@pytest.mark.parametrize(
    ("stop", "dictum", "bedrag"),
    [
        pytest.param("2026-09-15", "afzien", 0, id="dag-voor-een-half-jaar-geen-verlaging"),
        pytest.param("2026-09-16", "verlaging", 56_060, id="half-jaar-40-procent-eenmalig"),
        pytest.param("2027-03-15", "verlaging", 56_060, id="dag-voor-een-jaar"),
        pytest.param("2027-03-16", "verlaging", NORM, id="jaar-100-procent-eenmalig"),
    ],
)
def test_stoppen_geeft_een_eenmalige_verlaging(stop: str, dictum: str, bedrag: int) -> None:
    gestopt = date.fromisoformat(stop)
    stand = feiten(Taalzaaksoort.STOPPEN, gestopt, gestopt_op=gestopt)
    beslissing = besluit(stand, gestopt)
    bedragen = beslissing.verlaging.bedragen if beslissing.verlaging else ()
    assert (beslissing.dictum, sum(regel.bedrag for regel in bedragen), len(bedragen)) == (dictum, bedrag, bedrag > 0)
    assert beslissing.bijlage == ()
    assert gebruikte_waarden(stand, BELEID, beslissing) == ("bij_stoppen", "niveau")
    if dictum == "afzien":
        assert any("half jaar" in zin for zin in beslissing.motivering)


@pytest.mark.regel("DEV-TAA-520")
def test_wat_bij_stoppen_ontbreekt() -> None:
    dag = date(2026, 10, 1)
    goed = {"gestopt_op": date(2026, 9, 20)}
    stop = Taalzaaksoort.STOPPEN
    assert mist(feiten(stop, dag, **goed), dag) == []
    assert mist(feiten(stop, dag), dag) == ["gestopt", "stop_telt"]
    assert mist(feiten(stop, dag, kennis_gegeven_op=None, **goed), dag) == ["gestopt", "stop_telt"]
    assert mist(feiten(stop, dag, stop_al_verlaagd=True, **goed), dag) == ["gestopt"]
    assert besluit(feiten(stop, dag, gestopt_op=date(2026, 3, 15)), dag).dictum is Taaldictum.AFZIEN
    assert bereken(feiten(stop, dag), BELEID, dag) is None
    assert bereken(feiten(stop, dag, normen=(), **goed), BELEID, dag) is None
    assert bereken(feiten(kennisgeving_op=None), BELEID, BESLUIT) is None
    assert schema(feiten(kennisgeving_op=None), BELEID, BESLUIT) == ()


@pytest.mark.regel("DEV-TAA-507", "DEV-TAA-511")
def test_de_kennisgeving_na_een_compleet_gesprek() -> None:
    soort = Taalzaaksoort.KENNISGEVING
    stand = feiten(soort, kennisgeving_op=None, kennis_gegeven_op=None)
    beslissing = besluit(stand)
    assert (beslissing.dictum, niet_voldaan(beslissing.signalen)) == (Taaldictum.INSPANNINGSVERPLICHTING, ())
    assert any("een maand" in zin for zin in beslissing.motivering)
    assert "U hoeft het niveau niet te halen. Het gaat erom dat u uw best doet." in beslissing.motivering
    assert mist(feiten(soort, niet_besproken=("taal_bereid",))) == ["besproken"]
    assert mist(feiten(soort, bereid_sinds=BESLUIT)) == ["niet_bereid"]
    zonder = besluit(feiten(soort, vastgesteld_op=None))
    assert [toets.uitkomst.value for toets in zonder.signalen] == ["onbepaald"]
    meer = BELEID.model_copy(update={"respijt_maanden": BELEID.respijt_maanden.model_copy(update={"waarde": 2})})
    assert any("2 maanden" in zin for zin in beslis(stand, meer, BESLUIT).motivering)


GEWEIGERD = "U zei op 16 maart 2026 dat u niet bereid bent om Nederlands te leren."
GESTOPT = "U stopte op 20 maart 2026 met Nederlands leren."


@pytest.mark.parametrize("soort", [Taalzaaksoort.KENNISGEVING, Taalzaaksoort.VERLAGING])
@pytest.mark.parametrize(
    ("feit", "zin"),
    [
        ((), "Wij weten nog niet of u bereid bent om Nederlands te leren. U heeft dat nog niet verklaard."),
        ((NIET_BEREID | {"datum": "2026-03-16"},), GEWEIGERD),
        ((BEREID | {"datum": "2026-03-16"}, STOP | {"datum": "2026-03-20"}), GESTOPT),
        ((STOP | {"datum": "2026-03-12"}, NIET_BEREID | {"datum": "2026-03-16"}), GEWEIGERD),
        ((NIET_BEREID | {"datum": "2026-03-16"}, STOP | {"datum": "2026-03-20"}), GESTOPT),
    ],
)
def test_de_brief_zegt_over_bereidheid_wat_bekend_is(soort: Taalzaaksoort, feit: Any, zin: str) -> None:
    """Nobody is said to have refused or stopped unless that was recorded, and then with its day."""
    bekend = dossier(*feit)
    stop = bekend.laatste(Taalstop)
    stand = feiten(soort, geweigerd_op=bekend.geweigerd_op, gestopt_op=stop[1].datum if stop else None)
    motivering = " ".join(besluit(stand).motivering)
    assert zin in motivering
    assert [woord in motivering for woord in ("U zei", "U stopte")] == [zin == GEWEIGERD, zin == GESTOPT]
    assert dossier(NIET_BEREID | {"datum": "2026-03-16"}, BEREID | {"datum": "2026-03-20"}).geweigerd_op is None


@pytest.mark.parametrize(
    ("dag", "op_tijd"),
    [
        pytest.param("2026-05-04", True, id="dag-voor-acht-weken"),
        pytest.param("2026-05-06", True, id="acht-weken-na-bevrijdingsdag"),
        pytest.param("2026-05-07", False, id="dag-erna"),
    ],
)
def test_de_kennisgeving_binnen_acht_weken(dag: str, op_tijd: bool) -> None:
    """Eight weeks after 10 March is 5 May, which is a holiday; late is shown and stops nothing."""
    beslissing = besluit(feiten(Taalzaaksoort.KENNISGEVING), date.fromisoformat(dag))
    assert (not niet_voldaan(beslissing.signalen), beslissing.dictum) == (op_tijd, Taaldictum.INSPANNINGSVERPLICHTING)


@pytest.mark.regel("DEV-TAA-508")
def test_ontheffing_met_grond_en_bewijs() -> None:
    soort = Taalzaaksoort.ONTHEFFING
    goed = Weging(grond=Ontheffingsgrond.DYSLEXIE, bewijs=True)
    beslissing = besluit(feiten(soort, weging=goed))
    assert beslissing.dictum is Taaldictum.ONTHEFFING
    assert any("toch Nederlands leren" in zin for zin in beslissing.motivering)
    assert mist(feiten(soort, weging=Weging(bewijs=True))) == ["grond_voor_ontheffing"]
    assert mist(feiten(soort, weging=Weging(grond=Ontheffingsgrond.DYSLEXIE))) == ["ontheffing_onderbouwd"]
    anders = Weging(grond=Ontheffingsgrond.ANDERS, bewijs=True)
    assert mist(feiten(soort, weging=anders)) == ["grond_voor_ontheffing"]
    assert mist(feiten(soort, weging=anders.model_copy(update={"grond_omschreven": True}))) == []
    assert mist(feiten(soort, weging=goed, status=Taalstatus.VOLDOET)) == ["ontheffing_nodig"]


LOPEND = Lopend(
    besluit_id="b",
    van=date(2026, 5, 1),
    bedragen=tuple(Afgenomen(maand=date(2026, maand, 1), bedrag=28_030) for maand in (5, 6, 7)),
)


@pytest.mark.regel("DEV-TAA-517", "DEV-TAA-519")
@pytest.mark.parametrize(
    ("per", "bedragen"),
    [
        pytest.param("2026-04-30", [0, 0, 0], id="voor-het-begin"),
        pytest.param("2026-05-31", [27_126, 0, 0], id="laatste-dag-van-mei-telt-niet-meer"),
        pytest.param("2026-06-01", [28_030, 0, 0], id="eerste-dag-van-juni"),
        pytest.param("2026-06-02", [28_030, 934, 0], id="een-dag-in-juni"),
        pytest.param("2026-09-01", [28_030, 28_030, 28_030], id="na-het-einde"),
    ],
)
def test_de_verlaging_eindigt_vanaf_de_dag(per: str, bedragen: list[int]) -> None:
    stand = feiten(Taalzaaksoort.BEEINDIGING, lopend=LOPEND, bereid_sinds=date.fromisoformat(per))
    beslissing = besluit(stand)
    assert beslissing.einde is not None
    assert (beslissing.dictum, [regel.bedrag for regel in beslissing.einde.bedragen]) == ("beeindiging", bedragen)
    assert beslissing.einde.vervalt == 3 * 28_030 - sum(bedragen)
    assert any("vervalt" in zin for zin in beslissing.motivering) is (beslissing.einde.vervalt > 0)


@pytest.mark.regel("DEV-TAA-517")
def test_waarom_de_verlaging_eindigt() -> None:
    soort, dag = Taalzaaksoort.BEEINDIGING, date(2026, 6, 15)
    niveau = besluit(feiten(soort, lopend=LOPEND, voldoet_sinds=dag, status=Taalstatus.VOLDOET))
    assert "U voldoet aan de taaleis." in niveau.motivering
    ontheven = besluit(feiten(soort, lopend=LOPEND, ontheven_op=dag))
    assert "U hoeft niet meer aan de taaleis te voldoen." in ontheven.motivering
    eerste = besluit(feiten(soort, lopend=LOPEND, bereid_sinds=dag, voldoet_sinds=date(2026, 7, 1)))
    assert eerste.einde is not None
    assert eerste.einde.per == dag
    assert mist(feiten(soort, bereid_sinds=dag)) == ["verlaging_loopt"]
    assert mist(feiten(soort, lopend=LOPEND)) == ["reden_voor_einde"]
    assert beeindig(feiten(soort, lopend=LOPEND)) is None


@pytest.mark.regel("DEV-TAA-524")
@pytest.mark.parametrize(
    ("groep", "mist_nog"),
    [
        pytest.param(Klantgroep.MATCHEN, 0, id="matchen-niet"),
        pytest.param(Klantgroep.FACILITEREN, 3, id="faciliteren"),
        pytest.param(Klantgroep.ZORGEN, 3, id="zorgen"),
    ],
)
def test_preventie_wordt_getoond_en_houdt_niets_tegen(groep: Klantgroep, mist_nog: int) -> None:
    beslissing = besluit(feiten(klantgroep=groep, preventie=("participatiemakelaar",)))
    assert (beslissing.dictum, len(niet_voldaan(beslissing.signalen))) == (Taaldictum.VERLAGING, mist_nog)


def test_wie_besliste_toetst_niet() -> None:
    assert niet_voldaan([toets_toetser("a", "a")])
    assert not niet_voldaan([toets_toetser("a", "b")])
    assert Decimal(20) == BELEID.fasen.waarde[0].procent


@pytest.mark.regel("DEV-TAA-501")
def test_ecli_nl_rbove_2021_1161_de_plicht_tot_de_taaltoets_is_rechtmatig() -> None:
    """The duty to have Dutch tested stands: without a taaltest nothing is lowered, and with it only for no effort."""
    zonder = feiten(vastgesteld_op=None, tests=(), status=Taalstatus.ONBEKEND)
    assert mist(zonder) == ["niveau_niet_gehaald"]
    assert besluit(feiten()).dictum is Taaldictum.VERLAGING
    inspanning = feiten(bereid_sinds=date(2026, 4, 1))
    assert mist(inspanning) == ["niet_bereid"], "wie zich inspant, wordt niet verlaagd om het niveau"
