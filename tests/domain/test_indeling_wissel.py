"""Indeling: changes of klantgroep and zorg-handhaving."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.feiten import HandhavingFactor, HandhavingFeiten, WisselFeiten, Wisselgrond
from app.domain.indeling.wissel import toets_wissel, toets_zorg_handhaving, waarschuwing_wissel
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import niet_voldaan
from tests.steun.beleid import vast_register

BELEID = vast_register().geldend(IndelingBeleid, "GM0150", date(2026, 4, 7)).beleid
M, G, F, Z = Klantgroep.MATCHEN, Klantgroep.GROEIEN, Klantgroep.FACILITEREN, Klantgroep.ZORGEN
TOEGESTAAN = {(M, G), (G, F), (G, Z), (F, G), (F, Z), (Z, F)}


def mis(van: Klantgroep, naar: Klantgroep, grond: Wisselgrond | None = None, **anders: object) -> list[str]:
    feiten = WisselFeiten.model_validate(
        {"van": van, "naar": naar, "grond": grond, "motivering": "Zo besproken.", **anders}
    )
    return [t.voorwaarde for t in niet_voldaan(toets_wissel(feiten, BELEID))]


@pytest.mark.regel("DEV-KGR-016")
@pytest.mark.parametrize(("van", "naar"), list(permutations(Klantgroep, 2)))
def test_alleen_beschreven_wissels_of_een_bewuste_afwijking(van: Klantgroep, naar: Klantgroep) -> None:
    assert ("wissel_beschreven" in mis(van, naar)) is ((van, naar) not in TOEGESTAAN)
    assert "wissel_beschreven" not in mis(van, naar, afwijken=True)
    if (van, naar) not in TOEGESTAAN:
        assert "wissel_beschreven" in mis(van, naar, afwijken=True, motivering=None)


def test_wissel_naar_dezelfde_klantgroep_bestaat_niet() -> None:
    assert mis(G, G, afwijken=True) == ["wissel_beschreven"]


@pytest.mark.regel("DEV-KGR-016")
def test_binnen_de_lijst_zijn_grond_en_motivering_verplicht() -> None:
    assert mis(G, Z, None) == ["wisselgrond"]
    assert mis(G, Z, Wisselgrond.GEMOTIVEERD_ONDANKS, klant_gemotiveerd=True) == ["wisselgrond"]
    assert mis(G, Z, Wisselgrond.OMSCHRIJVING_ZORGEN, motivering=None) == ["wissel_gemotiveerd"]


@pytest.mark.regel("DEV-KGR-008", "DEV-KGR-009")
@pytest.mark.parametrize("grond", [Wisselgrond.PARTTIME_WERK_NIET_ONAFHANKELIJK, Wisselgrond.MEER_TIJD_OF_INSTRUMENTEN])
@pytest.mark.parametrize(
    ("maanden", "afwijken", "fout"),
    [
        pytest.param(5, False, ["maanden_in_matchen"], id="5-maanden"),
        pytest.param(6, False, [], id="6-maanden"),
        pytest.param(7, False, [], id="7-maanden"),
        pytest.param(5, True, [], id="eerder-met-motivering"),
        pytest.param(None, False, ["maanden_in_matchen"], id="onbekend"),
    ],
)
def test_matchen_naar_groeien_na_zes_maanden(
    grond: Wisselgrond, maanden: int | None, afwijken: bool, fout: list[str]
) -> None:
    assert mis(M, G, grond, maanden_in_matchen=maanden, afwijken=afwijken) == fout


def test_afstand_die_matchen_niet_overbrugt_is_een_grond_voor_groeien() -> None:
    assert mis(M, G, Wisselgrond.AFSTAND_NIET_IN_MATCHEN) == []


@pytest.mark.regel("DEV-KGR-010", "DEV-JON-005")
@pytest.mark.parametrize(
    ("grond", "jongerenroute", "fout"),
    [
        pytest.param(Wisselgrond.BELEMMERINGEN_LANGER, False, [], id="belemmeringen"),
        pytest.param(Wisselgrond.DOELEN_NIET_BEHAALD, False, [], id="doelen"),
        pytest.param(Wisselgrond.PARTICIPATIE_HOOGST_HAALBAAR, True, [], id="jongere"),
        pytest.param(Wisselgrond.PARTICIPATIE_HOOGST_HAALBAAR, False, ["jongerenroute"], id="geen-jongere"),
        pytest.param(Wisselgrond.MOTIVATIE_AFGENOMEN, False, ["wisselgrond"], id="grond-van-andere-wissel"),
    ],
)
def test_groeien_naar_faciliteren(grond: Wisselgrond, jongerenroute: bool, fout: list[str]) -> None:
    assert mis(G, F, grond, jongerenroute=jongerenroute) == fout


@pytest.mark.regel("DEV-KGR-011")
def test_groeien_naar_matchen_waarschuwt() -> None:
    assert waarschuwing_wissel(WisselFeiten(van=G, naar=M)) is not None
    assert waarschuwing_wissel(WisselFeiten(van=G, naar=F)) is None
    assert mis(G, M, afwijken=True) == []


@pytest.mark.regel("DEV-KGR-012", "DEV-KGR-015")
def test_faciliteren_naar_groeien_en_groeien_naar_zorgen() -> None:
    assert mis(F, G, Wisselgrond.VRIJWILLIGERSWERK_ARBEIDSGESCHIKTER) == []
    assert mis(F, G, Wisselgrond.BELEMMERINGEN_VERBETERD) == []
    assert mis(G, Z, Wisselgrond.OMSCHRIJVING_ZORGEN) == []


@pytest.mark.regel("DEV-KGR-013")
@pytest.mark.parametrize(
    ("maanden", "fout"),
    [(11, ["duur_niet_participeren"]), (12, []), (13, []), (None, ["duur_niet_participeren"])],
)
def test_faciliteren_naar_zorgen_bij_een_jaar_niet_participeren(maanden: int | None, fout: list[str]) -> None:
    assert mis(F, Z, Wisselgrond.BELEMMERINGEN_TOEGENOMEN, niet_participeren_maanden=maanden) == fout
    assert mis(F, Z, Wisselgrond.MOTIVATIE_AFGENOMEN, niet_participeren_maanden=maanden) == []


@pytest.mark.regel("DEV-KGR-014", "DEV-KGR-511")
@pytest.mark.parametrize("grond", [Wisselgrond.LEEFGEBIEDEN_VERBETERD, Wisselgrond.GEMOTIVEERD_ONDANKS])
@pytest.mark.parametrize(
    ("gemotiveerd", "gesprek", "plan", "fout"),
    [
        pytest.param(True, date(2026, 4, 7), date(2026, 4, 7), [], id="plan-op-dag-van-gesprek"),
        pytest.param(True, date(2026, 4, 7), date(2026, 4, 8), [], id="plan-na-gesprek"),
        pytest.param(True, date(2026, 4, 7), date(2026, 4, 6), ["gesprek_en_plan"], id="plan-voor-gesprek"),
        pytest.param(True, None, date(2026, 4, 8), ["gesprek_en_plan"], id="zonder-gesprek"),
        pytest.param(True, date(2026, 4, 7), None, ["gesprek_en_plan"], id="zonder-plan"),
        pytest.param(False, date(2026, 4, 7), date(2026, 4, 7), ["klant_gemotiveerd"], id="niet-gemotiveerd"),
    ],
)
def test_zorgen_naar_faciliteren(
    grond: Wisselgrond, gemotiveerd: bool, gesprek: date | None, plan: date | None, fout: list[str]
) -> None:
    gegeven = {"klant_gemotiveerd": gemotiveerd, "gesprek_gehouden_op": gesprek, "plan_bijgewerkt_op": plan}
    assert mis(Z, F, grond, **gegeven) == fout


HANDHAVING = HandhavingFeiten(
    klantgroep=Z,
    geen_formeel_werk_of_vrijwilligerswerk=True,
    fysiek_en_psychisch_in_staat=True,
    vermoeden_activiteiten=True,
    niet_bemiddelbaar=True,
    factoren=frozenset({HandhavingFactor.CRIMINALITEIT}),
    motivering="Bekend bij de sociale recherche.",
)


@pytest.mark.regel("DEV-KGR-503")
@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        pytest.param({}, [], id="compleet"),
        pytest.param({"klantgroep": F}, ["klantgroep_zorgen"], id="niet-in-zorgen"),
        pytest.param(
            {"geen_formeel_werk_of_vrijwilligerswerk": False},
            ["geen_formeel_werk_of_vrijwilligerswerk"],
            id="formeel-werk",
        ),
        pytest.param({"fysiek_en_psychisch_in_staat": None}, ["fysiek_en_psychisch_in_staat"], id="onbekend"),
        pytest.param({"vermoeden_activiteiten": False}, ["vermoeden_activiteiten"], id="geen-vermoeden"),
        pytest.param({"niet_bemiddelbaar": False}, ["niet_bemiddelbaar"], id="bemiddelbaar"),
        pytest.param({"factoren": frozenset()}, ["factor_gekozen"], id="geen-factor"),
        pytest.param({"factoren": frozenset({HandhavingFactor.OVERIG})}, ["factor_gekozen"], id="overig-zonder-uitleg"),
        pytest.param(
            {"factoren": frozenset({HandhavingFactor.OVERIG}), "toelichting_overig": "Anders."}, [], id="overig"
        ),
        pytest.param({"motivering": None}, ["motivering"], id="zonder-motivering"),
    ],
)
def test_zorg_handhaving_vraagt_alle_voorwaarden(anders: dict[str, object], fout: list[str]) -> None:
    toetsen = toets_zorg_handhaving(HANDHAVING.model_copy(update=anders))
    assert [t.voorwaarde for t in niet_voldaan(toetsen)] == fout
