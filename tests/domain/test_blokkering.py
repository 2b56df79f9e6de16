"""Blokkering: which way a situation goes, the contact ladder, the grounds of a block, its amount and its maximum."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.blokkering.beleid import BlokkeringBeleid
from app.domain.blokkering.blokkade import (
    BlokkadeFeiten,
    VasteLast,
    geblokkeerd_bedrag,
    maximum,
    taak_bij_maximum,
    taak_vooraf,
    taken_bij_blokkade,
    toetsen_blokkade,
    vraagt_onderzoek,
    zin_bedrag,
)
from app.domain.blokkering.ladder import LadderFeiten, open_stappen, toets_volgorde, toetsen_ladder
from app.domain.blokkering.situatie import (
    BEOORDEELTAAK,
    LADDERTAAK,
    pad_van,
    taak_bij_situatie,
    taak_na_hersteld,
    taak_na_komst,
    wachttermijn,
)
from app.domain.blokkering.soorten import Blokkeergrond as Grond
from app.domain.blokkering.soorten import (
    Ladderstap,
    Lastsoort,
    Omvang,
    Pad,
    RedenGedeeltelijk,
    Situatiesoort,
)
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Uitkomst, niet_voldaan
from tests.steun.beleid import vast_register

DAG = date(2026, 3, 31)
BELEID = vast_register().geldend(BlokkeringBeleid, "GM0150", DAG).beleid
BEL, NETWERK, HULP = Ladderstap.TELEFONISCH_KLANT, Ladderstap.NETWERK, Ladderstap.HULPVERLENERS
GEKLOMMEN = LadderFeiten(pogingen=(BEL, NETWERK))
BASIS = BlokkadeFeiten(grond=Grond.NA_SITUATIE, regime="PW", pad=Pad.CONTACTLADDER, ladder=GEKLOMMEN, uitkering=140_150)
HUUR = VasteLast(soort=Lastsoort.HUUR, bedrag=65_000)


def mis(**anders: Any) -> list[str]:
    feiten = BASIS.model_copy(update=anders)
    return [toets.voorwaarde for toets in niet_voldaan(toetsen_blokkade(feiten, BELEID))]


@pytest.mark.regel("DEV-BLK-507", "DEV-BLK-506")
@pytest.mark.parametrize(
    ("klantgroep", "handhaving", "pad"),
    [
        pytest.param(Klantgroep.ZORGEN, False, Pad.CONTACTLADDER, id="zorgen-eerst-contact"),
        pytest.param(Klantgroep.ZORGEN, True, Pad.HANDHAVING, id="zorg-handhaving-direct"),
        pytest.param(Klantgroep.FACILITEREN, False, Pad.REGULIER, id="faciliteren-regulier"),
        pytest.param(Klantgroep.MATCHEN, False, Pad.REGULIER, id="matchen-regulier"),
        pytest.param(Klantgroep.GROEIEN, True, Pad.REGULIER, id="groeien-regulier"),
        pytest.param(None, False, Pad.REGULIER, id="nog-geen-klantgroep"),
    ],
)
def test_de_weg_van_een_situatie(klantgroep: Klantgroep | None, handhaving: bool, pad: Pad) -> None:
    assert pad_van(klantgroep, handhaving, BELEID) is pad


@pytest.mark.regel("DEV-BLK-501")
@pytest.mark.parametrize("soort", list(Situatiesoort))
def test_elke_situatie_vraagt_om_handelen(soort: Situatiesoort) -> None:
    ladder, regulier = (taak_bij_situatie(soort, pad, DAG, BELEID) for pad in (Pad.CONTACTLADDER, Pad.REGULIER))
    assert (ladder.soort, regulier.soort) == (LADDERTAAK, BEOORDEELTAAK)
    assert "blokkeer nog niet" in ladder.wat
    assert ladder.uiterste == date(2026, 4, 2)


@pytest.mark.regel("DEV-BLK-503")
def test_na_hersteld_contact_gaat_het_verder() -> None:
    stukken = taak_na_hersteld(Situatiesoort.STUKKEN, DAG, BELEID)
    gesprek = taak_na_hersteld(Situatiesoort.NIET_THUIS, DAG, BELEID)
    assert "stukken" in stukken.wat
    assert "gesprek" in gesprek.wat


@pytest.mark.regel("DEV-BLK-501")
def test_de_dag_waarop_een_reactie_wordt_verwacht() -> None:
    assert wachttermijn(DAG, date(2026, 4, 10)).einde == date(2026, 4, 10)
    assert wachttermijn(DAG, DAG).einde == DAG


@pytest.mark.regel("DEV-BLK-502")
@pytest.mark.parametrize(
    ("stap", "eerder", "uitkomst"),
    [
        pytest.param(BEL, (), Uitkomst.VOLDAAN, id="bellen-mag-altijd"),
        pytest.param(NETWERK, (), Uitkomst.NIET_VOLDAAN, id="netwerk-voor-bellen"),
        pytest.param(NETWERK, (HULP,), Uitkomst.NIET_VOLDAAN, id="bellen-nog-steeds-niet-gedaan"),
        pytest.param(NETWERK, (BEL,), Uitkomst.VOLDAAN, id="netwerk-na-bellen"),
    ],
)
def test_bellen_komt_eerst(stap: Ladderstap, eerder: tuple[Ladderstap, ...], uitkomst: Uitkomst) -> None:
    assert toets_volgorde(stap, eerder, BELEID).uitkomst is uitkomst


@pytest.mark.regel("DEV-BLK-502", "DEV-BLK-503", "DEV-NOS-504", "DEV-NOS-505")
@pytest.mark.parametrize(
    ("ladder", "verwacht"),
    [
        pytest.param(LadderFeiten(), ["eerst_gebeld", "verdere_stap_gezet"], id="niets-gedaan"),
        pytest.param(LadderFeiten(pogingen=(BEL, BEL)), ["verdere_stap_gezet"], id="alleen-gebeld"),
        pytest.param(LadderFeiten(pogingen=(NETWERK, BEL)), ["eerst_gebeld"], id="niet-eerst-gebeld"),
        pytest.param(GEKLOMMEN, [], id="gebeld-en-netwerk"),
        pytest.param(LadderFeiten(pogingen=(BEL,), reden_geen_verdere_stap="Geen netwerk."), [], id="met-reden"),
        pytest.param(
            LadderFeiten(pogingen=(BEL, HULP), contact_hersteld=True), ["contact_niet_hersteld"], id="hersteld"
        ),
    ],
)
def test_de_contactladder_voor_een_blokkering(ladder: LadderFeiten, verwacht: list[str]) -> None:
    assert [toets.voorwaarde for toets in niet_voldaan(toetsen_ladder(ladder, BELEID))] == verwacht
    assert mis(ladder=ladder) == verwacht


@pytest.mark.regel("DEV-BLK-502")
@pytest.mark.parametrize(
    ("pogingen", "zin"),
    [
        pytest.param(
            (),
            "Na het bellen is nog een stap nodig. Open: netwerk bewindvoerder familie, hulpverleners, huisbezoek met "
            "bel me briefje, aangekondigd huisbezoek ook via bewindvoerder.",
            id="nog-niet-gebeld",
        ),
        pytest.param(
            (BEL,),
            "Na het bellen is nog een stap nodig. Open: netwerk bewindvoerder familie, hulpverleners, huisbezoek met "
            "bel me briefje, aangekondigd huisbezoek ook via bewindvoerder.",
            id="gebeld",
        ),
    ],
)
def test_de_weigering_noemt_de_open_stap(pogingen: tuple[Ladderstap, ...], zin: str) -> None:
    feiten = LadderFeiten(pogingen=pogingen)
    assert toetsen_ladder(feiten, BELEID)[-1].toelichting == zin
    assert open_stappen(feiten, BELEID)[0] is (NETWERK if pogingen else BEL)


@pytest.mark.regel("DEV-BLK-507")
@pytest.mark.parametrize("pad", [Pad.REGULIER, Pad.HANDHAVING])
def test_zonder_terughoudendheid_geen_ladder(pad: Pad) -> None:
    assert mis(pad=pad, ladder=LadderFeiten()) == []
    assert mis(pad=pad, ladder=LadderFeiten(contact_hersteld=True)) == ["contact_niet_hersteld"]


@pytest.mark.regel("DEV-NOS-501", "DEV-NOS-502", "DEV-NOS-503", "DEV-NOS-504", "DEV-NOS-505")
@pytest.mark.parametrize(
    ("no_shows", "pad", "verwacht"),
    [
        pytest.param(None, Pad.REGULIER, [], id="geen-no-show"),
        pytest.param(1, Pad.REGULIER, ["tweede_no_show"], id="een-keer"),
        pytest.param(2, Pad.REGULIER, [], id="twee-keer"),
        pytest.param(3, Pad.REGULIER, [], id="drie-keer"),
        pytest.param(1, Pad.CONTACTLADDER, ["tweede_no_show"], id="zorgen-een-keer"),
        pytest.param(2, Pad.CONTACTLADDER, [], id="zorgen-twee-keer"),
        pytest.param(1, Pad.HANDHAVING, [], id="zorg-handhaving-een-keer"),
    ],
)
def test_pas_na_de_tweede_keer(no_shows: int | None, pad: Pad, verwacht: list[str]) -> None:
    assert mis(no_shows=no_shows, pad=pad) == verwacht


@pytest.mark.regel("DEV-BLK-503")
def test_wie_komt_wordt_weer_bekeken() -> None:
    assert taak_na_komst(DAG, BELEID).soort == "blokkering_heroverwegen"


@pytest.mark.regel("DEV-BLK-501", "DEV-BLK-504")
def test_zonder_situatie_geen_blokkering() -> None:
    assert mis(pad=None) == ["situatie_vastgelegd"]


@pytest.mark.regel("DEV-BLK-505")
@pytest.mark.parametrize(
    ("aanwijzing", "bron", "verwacht"),
    [
        pytest.param("Werkt sinds 1 maart.", "Suwinet", [], id="beschreven-met-bron"),
        pytest.param(None, "Suwinet", ["aanwijzing_met_bron"], id="zonder-beschrijving"),
        pytest.param("Werkt sinds 1 maart.", None, ["aanwijzing_met_bron"], id="zonder-bron"),
    ],
)
def test_direct_bij_concrete_aanwijzingen(aanwijzing: str | None, bron: str | None, verwacht: list[str]) -> None:
    feiten = {"grond": Grond.AANWIJZINGEN, "aanwijzing": aanwijzing, "aanwijzing_bron": bron}
    assert mis(ladder=LadderFeiten(), **feiten) == verwacht


@pytest.mark.regel("DEV-BLK-506", "DEV-KGR-504")
@pytest.mark.parametrize(
    ("feiten", "verwacht"),
    [
        pytest.param({"grond": Grond.ZORG_HANDHAVING, "zorg_handhaving": True}, [], id="met-situatie"),
        pytest.param(
            {"grond": Grond.ZORG_HANDHAVING, "zorg_handhaving": True, "pad": None},
            ["aanleiding_vastgelegd"],
            id="zonder-situatie",
        ),
        pytest.param({"grond": Grond.ZORG_HANDHAVING}, ["zorg_handhaving"], id="geen-zorg-handhaving"),
        pytest.param(
            {"grond": Grond.TWIJFEL, "zorg_handhaving": True, "pad": None, "aanwijzing": "Leeft ruim."},
            [],
            id="twijfel-beschreven",
        ),
        pytest.param(
            {"grond": Grond.TWIJFEL, "zorg_handhaving": True, "pad": None}, ["aanleiding_vastgelegd"], id="twijfel-leeg"
        ),
        pytest.param(
            {"grond": Grond.TWIJFEL, "aanwijzing": "Leeft ruim."}, ["zorg_handhaving"], id="twijfel-buiten-handhaving"
        ),
    ],
)
def test_direct_bij_zorg_handhaving(feiten: dict[str, Any], verwacht: list[str]) -> None:
    assert mis(ladder=LadderFeiten(), **feiten) == verwacht


@pytest.mark.regel("DEV-BLK-504")
@pytest.mark.parametrize(
    ("feiten", "verwacht"),
    [
        pytest.param({"vaste_lasten": (HUUR,)}, ["geen_vaste_lasten"], id="volledig-met-lasten"),
        pytest.param({"omvang": Omvang.GEDEELTELIJK}, ["reden_gedeeltelijk", "vaste_lasten_genoemd"], id="leeg"),
        pytest.param(
            {
                "omvang": Omvang.GEDEELTELIJK,
                "vaste_lasten": (HUUR,),
                "reden_gedeeltelijk": RedenGedeeltelijk.HUISUITZETTING,
            },
            [],
            id="dreigende-huisuitzetting",
        ),
        pytest.param(
            {"omvang": Omvang.GEDEELTELIJK, "vaste_lasten": (HUUR,), "reden_gedeeltelijk": RedenGedeeltelijk.ANDERS},
            ["reden_gedeeltelijk"],
            id="anders-zonder-woorden",
        ),
        pytest.param(
            {
                "omvang": Omvang.GEDEELTELIJK,
                "vaste_lasten": (HUUR,),
                "reden_gedeeltelijk": RedenGedeeltelijk.ANDERS,
                "toelichting_gedeeltelijk": "Verlies van de opvangplek.",
            },
            [],
            id="anders-met-woorden",
        ),
        pytest.param(
            {
                "omvang": Omvang.GEDEELTELIJK,
                "vaste_lasten": (HUUR, HUUR),
                "reden_gedeeltelijk": RedenGedeeltelijk.AFSLUITING,
            },
            ["vaste_lasten_genoemd"],
            id="twee-keer-huur",
        ),
        pytest.param(
            {
                "omvang": Omvang.GEDEELTELIJK,
                "vaste_lasten": (VasteLast(soort=Lastsoort.HYPOTHEEK, bedrag=50_000),),
                "reden_gedeeltelijk": RedenGedeeltelijk.HUISUITZETTING,
            },
            ["vaste_lasten_genoemd"],
            id="hypotheek-zonder-reden",
        ),
    ],
)
def test_gedeeltelijk_blokkeren(feiten: dict[str, Any], verwacht: list[str]) -> None:
    assert mis(**feiten) == verwacht


@pytest.mark.regel("DEV-BLK-504")
@pytest.mark.parametrize(
    ("uitkering", "lasten", "geblokkeerd"),
    [
        pytest.param(140_150, (65_000,), 75_150, id="rest-geblokkeerd"),
        pytest.param(65_001, (65_000,), 1, id="een-cent-over"),
        pytest.param(65_000, (65_000,), 0, id="precies-op"),
        pytest.param(64_999, (65_000,), 0, id="nooit-onder-nul"),
        pytest.param(140_150, (), 140_150, id="volledig"),
    ],
)
def test_het_geblokkeerde_bedrag(uitkering: int, lasten: tuple[int, ...], geblokkeerd: int) -> None:
    rijen = [VasteLast(soort=Lastsoort.HUUR, bedrag=bedrag) for bedrag in lasten]
    assert geblokkeerd_bedrag(uitkering, rijen) == geblokkeerd


def test_het_bedrag_in_een_zin() -> None:
    zin = "Van de uitkering van € 1.401,50 per maand wordt € 751,50 aangehouden en € 650,00 betaald."
    assert zin_bedrag(140_150, 75_150) == zin


@pytest.mark.parametrize(
    ("regime", "uitkomst"),
    [
        pytest.param("PW", Uitkomst.VOLDAAN, id="participatiewet"),
        pytest.param("IOAW", Uitkomst.ONBEPAALD, id="ioaw-niet-gezien"),
        pytest.param("IOAZ", Uitkomst.ONBEPAALD, id="ioaz-niet-gezien"),
    ],
)
def test_buiten_de_participatiewet_is_de_grondslag_open(regime: str, uitkomst: Uitkomst) -> None:
    feiten = BASIS.model_copy(update={"regime": regime})
    assert toetsen_blokkade(feiten, BELEID)[0].uitkomst is uitkomst


class TestAchtWeken:
    """From Tuesday 31 March: the last day is Monday 25 May, Whit Monday, and it is not extended."""

    TERMIJN = maximum(DAG, BELEID)

    @pytest.mark.parametrize(
        ("dag", "voorbij"),
        [
            pytest.param(date(2026, 5, 24), False, id="dag-voor-het-einde"),
            pytest.param(date(2026, 5, 25), False, id="laatste-dag"),
            pytest.param(date(2026, 5, 26), True, id="dag-erna"),
        ],
    )
    def test_hoogstens_acht_weken_vanaf_de_eerste_dag(self, dag: date, voorbij: bool) -> None:
        assert self.TERMIJN.is_verstreken(dag) is voorbij

    def test_de_termijn_legt_zichzelf_uit(self) -> None:
        zinnen = [stap.uitleg for stap in self.TERMIJN.stappen]
        assert zinnen == [
            "De eerste dag is dinsdag 31 maart 2026; die dag telt mee.",
            "Dit duurt hoogstens 8 weken. Grondslag: artikel 54, lid 1, Participatiewet.",
            "De laatste dag is maandag 25 mei 2026; die dag hoort nog bij de termijn.",
        ]

    def test_twee_weken_vooraf_een_taak(self) -> None:
        voorstel, vanaf = taak_vooraf(self.TERMIJN, BELEID)
        assert (vanaf, voorstel.uiterste) == (date(2026, 5, 11), date(2026, 5, 25))
        assert taak_bij_maximum(self.TERMIJN).uiterste == date(2026, 5, 26)


@pytest.mark.regel("DEV-BLK-505", "DEV-BLK-506", "DEV-KGR-504")
@pytest.mark.parametrize(
    ("feiten", "soorten"),
    [
        pytest.param({}, ["opschorting_beslissen"], id="na-de-ladder"),
        pytest.param({"grond": Grond.AANWIJZINGEN}, ["opschorting_beslissen"], id="aanwijzing"),
        pytest.param(
            {"grond": Grond.TWIJFEL, "zorg_handhaving": True},
            ["opschorting_beslissen", "sr_informeren"],
            id="zorg-handhaving-sr",
        ),
        pytest.param(
            {"zorg_handhaving": True},
            ["opschorting_beslissen", "sr_informeren"],
            id="zorg-handhaving-na-situatie",
        ),
    ],
)
def test_wat_op_een_blokkering_volgt(feiten: dict[str, Any], soorten: list[str]) -> None:
    taken = taken_bij_blokkade(BASIS.model_copy(update=feiten), DAG, BELEID)
    assert [taak.soort for taak in taken] == soorten
    assert vraagt_onderzoek(BASIS.model_copy(update=feiten)) is bool(feiten), "alleen na de gewone ladder niet"
    assert {taak.uiterste for taak in taken} == {date(2026, 4, 9)}
