"""The procedure of a zaak, step by step: done, its turn, later or not needed, each with its reason."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, ClassVar

import pytest

from app.domain.maatregel.beleid import Regime
from app.domain.maatregel.beslissing import beslis
from app.domain.maatregel.feiten import Bewijsstuk, HoorFeiten, HoorKanaal, Zaaksoort
from app.domain.maatregel.stappenplan import Actie
from app.domain.maatregel.toets_procedure import toets_beurt_hersteltermijn, toets_horen
from app.domain.maatregel.verloop.keten import verloop
from app.domain.maatregel.verloop.model import Besluitverloop, Processtapstand, Stapbeeld, Vastlegging, Verloopfeiten
from tests.steun.maatregel import (
    ADVIES,
    BELEID,
    BESLUIT,
    HERSTELTERMIJN,
    HOOR,
    NO_SHOW_1,
    NO_SHOW_2,
    UITNODIGING,
    feiten,
    lik_op_stuk,
)

EEN_DAG = timedelta(days=1)
GEDAAN, BEURT, LATER, WEG = (
    Processtapstand.GEDAAN,
    Processtapstand.VOLGENDE,
    Processtapstand.OPEN,
    Processtapstand.NIET_NODIG,
)
TRAJECT = "traject_niet_willen_volgen"
SOLLICITATIES = "onvoldoende_sollicitaties"
LEEG: dict[str, Any] = {"verzendingen": (), "no_shows": (), "hoor": HoorFeiten(), "advies": None}
SPOOR = tuple(
    Vastlegging(soort=soort, id=f"{soort}-{nr}", datum=dag)
    for nr, (soort, dag) in enumerate(
        [("uitnodiging", date(2026, 4, 3)), ("hersteltermijn", date(2026, 4, 15)), ("hoorgesprek", date(2026, 5, 7))]
    )
)


def beelden(spoor: tuple[Vastlegging, ...] = SPOOR, peildatum: date = BESLUIT, **anders: Any) -> dict[Actie, Stapbeeld]:
    """The chain of a zaak; ``anders`` changes its facts, or the besluit, vervolgzaken and vervallen around them."""
    eigen = {naam: anders.pop(naam) for naam in ("besluit", "vervolgzaken", "vervallen") if naam in anders}
    zaak = anders.pop("zaak", None) or feiten(**anders)
    stappen = verloop(Verloopfeiten(zaak=zaak, zaak_id="zaak", vastleggingen=spoor, **eigen), BELEID, peildatum)
    return {beeld.stap.actie: beeld for beeld in stappen}


def standen(*args: Any, **anders: Any) -> dict[str, Processtapstand]:
    return {actie.value: beeld.stand for actie, beeld in beelden(*args, **anders).items()}


def besluit(**anders: Any) -> Besluitverloop:
    verzonden: dict[str, Any] = {
        "id": "besluit",
        "maatregel": True,
        "genomen_op": BESLUIT,
        "getoetst_op": BESLUIT,
        "verzonden_op": BESLUIT,
        "bezwaar_tot_en_met": date(2026, 7, 1),
        "tot": date(2026, 7, 1),
    }
    return Besluitverloop(**verzonden | anders)


def test_een_onbekende_gedraging_heeft_geen_procedure() -> None:
    assert standen(gedraging="bestaat_niet") == {}


@pytest.mark.regel("DEV-MTR-513")
@pytest.mark.parametrize(
    ("anders", "peildatum", "uitnodiging", "hersteltermijn", "wederhoor"),
    [
        pytest.param({}, NO_SHOW_1, BEURT, LATER, LATER, id="begin"),
        pytest.param(
            {"verzendingen": (UITNODIGING,)}, NO_SHOW_1 - EEN_DAG, GEDAAN, LATER, LATER, id="dag-voor-het-gesprek"
        ),
        pytest.param({"verzendingen": (UITNODIGING,)}, NO_SHOW_1, GEDAAN, LATER, BEURT, id="dag-van-het-gesprek"),
        pytest.param(
            {"verzendingen": (UITNODIGING,)}, NO_SHOW_1 + EEN_DAG, GEDAAN, LATER, BEURT, id="opkomst-nog-onbekend"
        ),
        pytest.param(
            {"verzendingen": (UITNODIGING,), "no_shows": (NO_SHOW_1,)},
            NO_SHOW_1 + EEN_DAG,
            GEDAAN,
            BEURT,
            LATER,
            id="weggebleven",
        ),
        pytest.param(
            {"verzendingen": (UITNODIGING,), "no_shows": (NO_SHOW_1 - EEN_DAG,)},
            NO_SHOW_1 + EEN_DAG,
            GEDAAN,
            LATER,
            BEURT,
            id="weggebleven-van-iets-anders",
        ),
        pytest.param(
            {"verzendingen": (UITNODIGING, HERSTELTERMIJN), "no_shows": (NO_SHOW_1,)},
            NO_SHOW_2 - EEN_DAG,
            GEDAAN,
            GEDAAN,
            LATER,
            id="hersteltermijn-loopt",
        ),
        pytest.param(
            {"verzendingen": (UITNODIGING, HERSTELTERMIJN), "no_shows": (NO_SHOW_1, NO_SHOW_2)},
            NO_SHOW_2 + EEN_DAG,
            GEDAAN,
            GEDAAN,
            BEURT,
            id="hersteltermijn-genegeerd",
        ),
        pytest.param(
            {"verzendingen": (UITNODIGING,), "hoor": HOOR}, BESLUIT, GEDAAN, WEG, GEDAAN, id="kwam-op-de-uitnodiging"
        ),
    ],
)
def test_brieven_en_horen_hebben_hun_beurt(
    anders: dict[str, Any],
    peildatum: date,
    uitnodiging: Processtapstand,
    hersteltermijn: Processtapstand,
    wederhoor: Processtapstand,
) -> None:
    keten = standen(peildatum=peildatum, gedraging=SOLLICITATIES, **LEEG | anders)
    assert [keten[naam] for naam in ("klant_horen", "hersteltermijn_versturen", "wederhoor")] == [
        uitnodiging,
        hersteltermijn,
        wederhoor,
    ]


def test_wie_niet_kwam_hoort_de_vroegste_dag_van_het_gesprek() -> None:
    """Sent on Wednesday 15 April: five full werkdagen later it is Thursday the 23rd."""
    zaak = LEEG | {"verzendingen": (UITNODIGING,), "no_shows": (NO_SHOW_1,)}
    beeld = beelden(peildatum=date(2026, 4, 15), gedraging=SOLLICITATIES, **zaak)[Actie.HERSTELTERMIJN]
    assert "23 april 2026" in beeld.waarom


def test_bewijs_van_een_stap_zijn_de_vastleggingen() -> None:
    twee = (*SPOOR, Vastlegging(soort="uitnodiging", id="uitnodiging-9", datum=date(2026, 4, 9)))
    keten = beelden(twee, gedraging=SOLLICITATIES, hoor=HOOR)
    assert keten[Actie.HOREN].bewijs == ("uitnodiging-0", "uitnodiging-9")
    assert keten[Actie.HOREN].gedaan_op == date(2026, 4, 9)
    assert keten[Actie.HOREN].waarom == "De klant is schriftelijk uitgenodigd, 2 keer."
    assert keten[Actie.HERSTELTERMIJN].bewijs == ("hersteltermijn-1",)
    assert keten[Actie.WEDERHOOR].bewijs == ("hoorgesprek-2",)
    assert (keten[Actie.RAPPORTAGE].bewijs, keten[Actie.RAPPORTAGE].gedaan_op) == (("zaak",), ADVIES.datum)
    assert keten[Actie.WEDERHOOR].grondslag.artikel == "4:8"


@pytest.mark.regel("DEV-MTR-521")
@pytest.mark.parametrize(
    ("no_shows", "brieven", "inplannen", "proces", "wederhoor"),
    [
        pytest.param((), (), LATER, LATER, LATER, id="nog-niets"),
        pytest.param((NO_SHOW_1,), (UITNODIGING,), BEURT, LATER, LATER, id="eerste-no-show"),
        pytest.param((NO_SHOW_1, NO_SHOW_2), (UITNODIGING, HERSTELTERMIJN), GEDAAN, GEDAAN, BEURT, id="tweede-no-show"),
    ],
)
def test_kick_off_volgt_het_processchema(
    no_shows: tuple[date, ...],
    brieven: Any,
    inplannen: Processtapstand,
    proces: Processtapstand,
    wederhoor: Processtapstand,
) -> None:
    keten = beelden(**LEEG | {"no_shows": no_shows, "verzendingen": brieven})
    assert list(keten) == [
        Actie.OPNIEUW_INPLANNEN,
        Actie.PROCES_OPENEN,
        Actie.WEDERHOOR,
        Actie.RAPPORTAGE,
        Actie.BESCHIKKING,
        Actie.TOETSING,
        Actie.VERZENDING,
        Actie.BEZWAAR,
    ]
    assert [beeld.stap.nr for beeld in keten.values()] == [1, 2, 3, 4, 5, 5, 5, 5]
    assert [keten[actie].stand for actie in list(keten)[:3]] == [inplannen, proces, wederhoor]


@pytest.mark.regel("DEV-MTR-504", "DEV-MTR-505")
def test_van_rapportage_tot_bezwaar_gaat_het_om_de_beurt() -> None:
    namen = ("rapportage", "beschikking", "toetsing", "verzending", "bezwaar")

    def rij(**anders: Any) -> list[Processtapstand]:
        keten = standen(**anders)
        return [keten[naam] for naam in namen]

    assert rij(hoor=HoorFeiten(), advies=None) == [LATER, LATER, LATER, LATER, LATER]
    assert rij(advies=None) == [BEURT, LATER, LATER, LATER, LATER]
    assert rij() == [GEDAAN, BEURT, LATER, LATER, LATER]
    nog_niet = {"getoetst_op": None, "verzonden_op": None, "bezwaar_tot_en_met": None}
    assert rij(besluit=besluit(**nog_niet)) == [GEDAAN, GEDAAN, BEURT, LATER, LATER]
    assert rij(besluit=besluit(**nog_niet | {"getoetst_op": BESLUIT})) == [GEDAAN, GEDAAN, GEDAAN, BEURT, LATER]
    assert rij(besluit=besluit(), peildatum=date(2026, 7, 1)) == [GEDAAN, GEDAAN, GEDAAN, GEDAAN, BEURT]
    assert rij(besluit=besluit(), peildatum=date(2026, 7, 2)) == [GEDAAN, GEDAAN, GEDAAN, GEDAAN, GEDAAN]


def test_rapportage_zegt_wat_opleggen_nog_mist() -> None:
    assert beelden(advies=None)[Actie.RAPPORTAGE].waarom == "Alles is er voor een advies."
    mist = beelden(advies=None, no_shows=(NO_SHOW_2,))[Actie.RAPPORTAGE]
    assert mist.stand is BEURT
    assert mist.waarom.startswith("Afzien kan nu. Voor opleggen ontbreekt nog: De klant kwam 1 keer niet")


def test_na_het_besluit_of_het_vervallen_wordt_niets_meer_gevraagd() -> None:
    zonder = LEEG | {"advies": ADVIES}
    assert standen(**zonder, gedraging=SOLLICITATIES, besluit=besluit(maatregel=False)) == {
        "klant_horen": WEG,
        "hersteltermijn_versturen": WEG,
        "wederhoor": WEG,
        "rapportage": GEDAAN,
        "beschikking": GEDAAN,
        "toetsing": GEDAAN,
        "verzending": GEDAAN,
        "bezwaar": BEURT,
        "klant_opnieuw_horen": WEG,
        "afstemmen_recidive": WEG,
    }
    assert set(standen(**LEEG, vervallen=True).values()) == {WEG}


def test_lik_op_stuk_kent_geen_brieven_vooraf() -> None:
    keten = standen(zaak=lik_op_stuk(hoor=HoorFeiten(), advies=None))
    assert list(keten)[:2] == ["bewijs_verzamelen", "wederhoor"]
    assert (keten["bewijs_verzamelen"], keten["wederhoor"]) == (WEG, BEURT)
    zaak = lik_op_stuk(gedraging="werkweigering", advies=None)
    assert zaak.soort is Zaaksoort.LIK_OP_STUK
    assert standen(zaak=zaak)["bewijs_verzamelen"] is WEG


@pytest.mark.regel("DEV-MTR-517")
def test_bewijs_heeft_een_eigen_stap() -> None:
    werk: dict[str, Any] = {"gedraging": "werk_niet_behouden", "advies": None}
    assert list(beelden(**werk))[2] is Actie.BEWIJS
    assert standen(**werk)["bewijs_verzamelen"] is BEURT
    stuk = Bewijsstuk(code="bevestiging_werkgever", datum=BESLUIT, vorm="email", afzender_genoemd=True)
    spoor = (*SPOOR, Vastlegging(soort="bewijsstuk", id="stuk", datum=BESLUIT))
    met = beelden(spoor, **werk, bewijs=(stuk,))[Actie.BEWIJS]
    assert (met.stand, met.bewijs) == (GEDAAN, ("stuk",))
    assert "bewijs_verzamelen" not in standen(gedraging=SOLLICITATIES)
    gewoon = standen(gedraging="werkweigering", regime=Regime.IOAW, bewijsstukken=frozenset())
    assert gewoon["bewijs_verzamelen"] is BEURT


class TestWederhoorGeadviseerd:
    """A traject nobody wants to follow: after an ignored hersteltermijn hearing is advised (DEV-MTR-518)."""

    zaak: ClassVar[dict[str, Any]] = {"gedraging": TRAJECT, "hoor": HoorFeiten()}

    @pytest.mark.regel("DEV-MTR-518", "DEV-MTR-525")
    def test_houdt_niets_tegen_en_vraagt_een_antwoord(self) -> None:
        assert toets_horen(feiten(**self.zaak), BELEID, BESLUIT).uitkomst == "voldaan"
        beslissing = beslis(feiten(**self.zaak), BELEID, BESLUIT)
        assert beslissing.dictum == "maatregel"
        assert "U kon twee keer komen om uw verhaal te doen." in " ".join(beslissing.motivering)
        keten = beelden(**self.zaak, advies=None)
        assert keten[Actie.WEDERHOOR].stand is BEURT
        assert "geadviseerd" in keten[Actie.WEDERHOOR].waarom
        assert keten[Actie.WEDERHOOR].stap.wederhoor_geadviseerd
        assert keten[Actie.RAPPORTAGE].stand is BEURT

    @pytest.mark.regel("DEV-MTR-518")
    def test_het_antwoord_is_het_bewijs(self) -> None:
        spoor = (*SPOOR[:2], Vastlegging(soort="wederhoorafweging", id="antwoord", datum=BESLUIT))
        zaak = self.zaak | {"hoor": HoorFeiten(afgezien_van_wederhoor=True)}
        beeld = beelden(spoor, **zaak)[Actie.WEDERHOOR]
        assert (beeld.stand, beeld.bewijs) == (GEDAAN, ("antwoord",))

    @pytest.mark.regel("DEV-MTR-506", "DEV-MTR-518")
    @pytest.mark.parametrize(
        "anders",
        [
            pytest.param({"gedraging": SOLLICITATIES}, id="andere-gedraging"),
            pytest.param({"regime": Regime.IOAW}, id="ioaw-zonder-vijf-stappen"),
            pytest.param({"verzendingen": (UITNODIGING,)}, id="zonder-hersteltermijn"),
            pytest.param({"no_shows": (NO_SHOW_1,)}, id="niet-weggebleven-van-de-hersteltermijn"),
            pytest.param(
                {"verzendingen": (UITNODIGING, HERSTELTERMIJN.model_copy(update={"kenmerk_aangetekend": None}))},
                id="hersteltermijn-niet-aangetekend",
            ),
            pytest.param({"gedraging": "bestaat_niet"}, id="onbekend"),
        ],
    )
    def test_anders_blijft_horen_verplicht(self, anders: dict[str, Any]) -> None:
        assert toets_horen(feiten(**self.zaak | anders), BELEID, BESLUIT).uitkomst == "onbepaald"

    def test_pas_de_dag_na_het_gesprek(self) -> None:
        uitkomsten = [toets_horen(feiten(**self.zaak), BELEID, NO_SHOW_2 + n * EEN_DAG).uitkomst for n in (-1, 0, 1)]
        assert uitkomsten == ["onbepaald", "onbepaald", "voldaan"]

    @pytest.mark.regel("DEV-MTR-518")
    def test_na_de_maatregel_opnieuw_uitnodigen_en_bij_no_show_opnieuw_afstemmen(self) -> None:
        def rij(*extra: Vastlegging, **anders: Any) -> list[Processtapstand]:
            keten = standen((*SPOOR, *extra), gedraging=TRAJECT, **anders)
            return [keten["opnieuw_uitnodigen_voor_traject"], keten["opnieuw_afstemmen"]]

        opnieuw = Vastlegging(soort="opnieuw_uitgenodigd", id="brief", datum=date(2026, 6, 1))
        wel, niet = (
            Vastlegging(soort="nieuwe_opkomst", id="opkomst", datum=date(2026, 6, 10), goed=kwam)
            for kwam in (True, False)
        )
        assert rij() == [LATER, LATER]
        assert rij(besluit=besluit(verzonden_op=None)) == [LATER, LATER]
        assert rij(besluit=besluit()) == [BEURT, LATER]
        assert rij(opnieuw, besluit=besluit()) == [GEDAAN, LATER]
        assert rij(opnieuw, wel, besluit=besluit()) == [GEDAAN, LATER]
        assert rij(opnieuw, niet, besluit=besluit()) == [GEDAAN, BEURT]
        assert rij(opnieuw, niet, besluit=besluit(), vervolgzaken=("nieuw",)) == [GEDAAN, GEDAAN]


@pytest.mark.regel("DEV-MTR-516", "DEV-MTR-526", "DEV-MTR-543", "DEV-MTR-544")
@pytest.mark.parametrize(
    ("verzonden", "dag"),
    [
        pytest.param(date(2026, 5, 20), date(2026, 6, 20), id="zelfde-dagnummer"),
        pytest.param(date(2026, 1, 31), date(2026, 2, 28), id="laatste-dag-van-de-maand"),
        pytest.param(date(2028, 1, 31), date(2028, 2, 29), id="schrikkeljaar"),
    ],
)
def test_een_maand_na_het_opleggen_wordt_opnieuw_gekeken(verzonden: date, dag: date) -> None:
    def stand(peildatum: date) -> tuple[Processtapstand, date | None]:
        beeld = beelden(gedraging=SOLLICITATIES, peildatum=peildatum, besluit=besluit(verzonden_op=verzonden))
        return beeld[Actie.CONTROLE].stand, beeld[Actie.CONTROLE].vanaf

    assert stand(dag - EEN_DAG) == (LATER, dag)
    assert stand(dag) == (BEURT, None)
    assert stand(dag + EEN_DAG) == (BEURT, None)


@pytest.mark.regel("DEV-MTR-516")
def test_recidive_pas_na_het_tweede_horen() -> None:
    def rij(*extra: Vastlegging, **anders: Any) -> list[Processtapstand]:
        alles = {"besluit": besluit(), "peildatum": date(2026, 7, 1)} | anders
        keten = standen((*SPOOR, *extra), gedraging=SOLLICITATIES, **alles)
        return [keten["klant_opnieuw_horen"], keten["afstemmen_recidive"]]

    goed, slecht = (
        Vastlegging(soort="controle", id="controle", datum=date(2026, 6, 22), goed=goed) for goed in (True, False)
    )
    gehoord = Vastlegging(soort="opnieuw_gehoord", id="gehoord", datum=date(2026, 7, 1))
    assert rij() == [BEURT, LATER]
    assert rij(goed) == [GEDAAN, WEG]
    assert rij(slecht) == [BEURT, LATER]
    assert rij(slecht, gehoord) == [GEDAAN, BEURT]
    assert rij(slecht, gehoord, vervolgzaken=("nieuw",)) == [GEDAAN, GEDAAN]
    assert rij(slecht, gehoord, besluit=besluit(maatregel=False)) == [WEG, WEG]


@pytest.mark.regel("DEV-MTR-541")
def test_na_de_maatregelperiode_opnieuw_aangetekend_uitnodigen() -> None:
    def stand(peildatum: date, *extra: Vastlegging, **anders: Any) -> Processtapstand:
        zaak: dict[str, Any] = {"gedraging": "niet_verschijnen_arbeidsinschakeling", "regime": Regime.IOAW}
        keten = standen((*SPOOR, *extra), peildatum=peildatum, besluit=besluit(**anders), **zaak)
        return keten["opnieuw_aangetekend_uitnodigen"]

    assert stand(date(2026, 6, 30)) is LATER
    assert stand(date(2026, 7, 1)) is BEURT
    assert stand(date(2026, 7, 1), tot=None) is BEURT
    brief = Vastlegging(soort="opnieuw_uitgenodigd", id="brief", datum=date(2026, 7, 1))
    assert stand(date(2026, 7, 2), brief) is GEDAAN
    assert stand(date(2026, 7, 1), verzonden_op=None) is LATER


@pytest.mark.regel("DEV-MTR-519", "DEV-MTR-533", "DEV-MTR-548")
@pytest.mark.parametrize("regime", Regime)
def test_misdraging_vraagt_verslag_brief_en_misschien_een_pandverbod(regime: Regime) -> None:
    def rij(*soorten: str) -> list[Processtapstand]:
        spoor = tuple(Vastlegging(soort=soort, id=soort, datum=BESLUIT) for soort in soorten)
        keten = standen(spoor, gedraging="zeer_ernstige_misdraging", regime=regime)
        assert "hersteltermijn_versturen" not in keten
        return [keten[n] for n in ("incident_vastleggen", "waarschuwingsbrief_leidinggevende", "pandverbod")]

    assert rij() == [BEURT, LATER, LATER]
    assert rij("incident") == [GEDAAN, BEURT, BEURT]
    assert rij("incident", "waarschuwingsbrief") == [GEDAAN, GEDAAN, BEURT]
    assert rij("incident", "waarschuwingsbrief", "pandverbod") == [GEDAAN, GEDAAN, GEDAAN]


@pytest.mark.regel("DEV-MTR-542")
@pytest.mark.parametrize("regime", [Regime.IOAW, Regime.IOAZ])
def test_ioaw_traject_wordt_direct_afgestemd(regime: Regime) -> None:
    keten = standen(gedraging=TRAJECT, regime=regime, **LEEG)
    assert next(iter(keten)) == "wederhoor"
    assert keten["wederhoor"] is BEURT


@pytest.mark.regel("DEV-MTR-513")
@pytest.mark.parametrize(
    ("gedraging", "no_shows", "verzonden", "goed"),
    [
        pytest.param(SOLLICITATIES, (), NO_SHOW_1, False, id="klant-kwam-of-onbekend"),
        pytest.param(SOLLICITATIES, (NO_SHOW_1,), NO_SHOW_1 - EEN_DAG, False, id="dag-voor-het-gesprek"),
        pytest.param(SOLLICITATIES, (NO_SHOW_1,), NO_SHOW_1, True, id="dag-van-het-gesprek"),
        pytest.param(SOLLICITATIES, (NO_SHOW_2,), NO_SHOW_2, False, id="weg-op-een-andere-dag"),
        pytest.param("pva_niet_meewerken_kick_off", (), NO_SHOW_1, True, id="kick-off-heeft-een-eigen-schema"),
    ],
)
def test_hersteltermijn_pas_na_een_gemist_gesprek(
    gedraging: str, no_shows: tuple[date, ...], verzonden: date, goed: bool
) -> None:
    rij = BELEID.gedraging(Regime.PW, gedraging)
    assert rij is not None
    toets = toets_beurt_hersteltermijn(rij, [NO_SHOW_1], no_shows, verzonden)
    assert (toets.uitkomst == "voldaan") is goed


def test_wie_niet_gehoord_wilde_worden_telt_als_gehoord() -> None:
    hoor = HoorFeiten(
        gehoord=False, datum=HOOR.datum, kanaal=HoorKanaal.SCHRIFTELIJK, reden_niet_horen="geen_reactie_op_oproep"
    )
    spoor = (*SPOOR[:2], Vastlegging(soort="niet_horen", id="oproep", datum=BESLUIT))
    assert beelden(spoor, hoor=hoor)[Actie.WEDERHOOR].bewijs == ("oproep",)
