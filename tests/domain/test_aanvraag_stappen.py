"""The thirteen steps, and the age class that chooses the werkproces."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.aanvraag.beleid import AanvraagBeleid
from app.domain.aanvraag.klasse import Eldersactie, acties_elders, leeftijdsklasse, team_van, toets_elders
from app.domain.aanvraag.soorten import Actorsoort, Leeftijdsklasse, Stapdaad, Stapstand
from app.domain.aanvraag.stappen import (
    STAPPEN,
    Stapregel,
    huidige_stap,
    stappenbeeld,
    toets_aan_de_beurt,
    toets_overslaan,
    vreemde_delen,
)
from app.domain.kern.toets import Uitkomst
from tests.steun.beleid import vast_register

DAG = date(2026, 3, 31)
GEDAAN = tuple(Stapregel(nr=stap.nr, soort=Stapdaad.AFGEVINKT, delen=stap.delen, datum=DAG) for stap in STAPPEN)


@pytest.fixture(scope="module")
def beleid() -> AanvraagBeleid:
    return vast_register().geldend(AanvraagBeleid, "GM0150", DAG).beleid


def regel(nr: int, soort: Stapdaad, *delen: str, datum: date = DAG, reden: str | None = None) -> Stapregel:
    return Stapregel(nr=nr, soort=soort, delen=delen, datum=datum, reden=reden)


@pytest.mark.regel("DEV-AAN-014")
def test_dertien_stappen_met_een_vaste_actor() -> None:
    assert [stap.nr for stap in STAPPEN] == list(range(1, 14))
    assert [stap.actor.value for stap in STAPPEN] == [
        "klant", "receptie", "ic", "receptie", "klant", "ic", "scanstraat_of_ic", "ic", "sr", "ic", "fiatteur",
        "administratie", "ic",
    ]  # fmt: skip
    assert [stap.nr for stap in STAPPEN if stap.optioneel] == [5, 6, 13]


@pytest.mark.regel("DEV-AAN-014")
def test_een_stap_is_gezet_als_alle_delen_zijn_afgevinkt() -> None:
    delen = STAPPEN[1].delen
    half = stappenbeeld([*GEDAAN[:1], regel(2, Stapdaad.AFGEVINKT, *delen[:2])])
    assert (half[1].stand, half[1].gedaan, half[1].datum) == (Stapstand.BEZIG, delen[:2], None)
    later = regel(2, Stapdaad.AFGEVINKT, *delen[2:], datum=date(2026, 4, 1))
    heel = stappenbeeld([*GEDAAN[:1], regel(2, Stapdaad.AFGEVINKT, *delen[:2]), later])
    assert (heel[1].stand, heel[1].datum) == (Stapstand.GEZET, date(2026, 4, 1))
    stap = huidige_stap(heel)
    assert stap is not None
    assert (stap.nr, stap.actor) == (3, Actorsoort.IC)


def test_als_alles_is_gedaan_is_er_niemand_aan_zet() -> None:
    assert huidige_stap(stappenbeeld(GEDAAN)) is None
    open_ = stappenbeeld([])
    assert {beeld.stand for beeld in open_} == {Stapstand.OPEN}


@pytest.mark.regel("DEV-AAN-014")
@pytest.mark.parametrize(
    ("regels", "nr", "wacht_op"),
    [
        pytest.param(GEDAAN[:3], 4, (), id="precies-aan-de-beurt"),
        pytest.param(GEDAAN[:2], 4, ("3",), id="een-stap-te-vroeg"),
        pytest.param(GEDAAN[:4], 7, ("5", "6"), id="optionele-stap-niet-overgeslagen"),
        pytest.param(
            (
                *GEDAAN[:4],
                regel(5, Stapdaad.OVERGESLAGEN, reden="r"),
                regel(6, Stapdaad.OVERGESLAGEN, reden="r"),
            ),
            7,
            (),
            id="optionele-stappen-overgeslagen",
        ),
        pytest.param((*GEDAAN[:8], regel(3, Stapdaad.HEROPEND, reden="r")), 9, tuple("345678"), id="heropend"),
    ],
)
def test_de_volgorde_staat_vast(regels: tuple[Stapregel, ...], nr: int, wacht_op: tuple[str, ...]) -> None:
    toets = toets_aan_de_beurt(nr, stappenbeeld(regels))
    assert toets.feiten["wacht_op"] == wacht_op
    assert toets.uitkomst is Uitkomst.van(not wacht_op)


@pytest.mark.regel("DEV-AAN-014")
def test_overslaan_kan_alleen_waar_het_mag_en_houdt_de_reden() -> None:
    mag = [stap.nr for stap in STAPPEN if toets_overslaan(stap.nr).uitkomst is Uitkomst.VOLDAAN]
    assert mag == [5, 6, 13]
    beeld = stappenbeeld([regel(5, Stapdaad.OVERGESLAGEN, reden="Alles was er al.")])[4]
    assert (beeld.stand, beeld.reden, beeld.datum) == (Stapstand.OVERGESLAGEN, "Alles was er al.", DAG)


def test_wat_een_handeling_zelf_afvinkt_gaat_niet_met_de_hand() -> None:
    assert vreemde_delen(2, ["afspraak_gemaakt", "leeftijd_gescreend", "onzin"]) == ("leeftijd_gescreend", "onzin")


@pytest.mark.regel("DEV-AAN-004")
@pytest.mark.parametrize(
    ("geboren", "klasse"),
    [
        pytest.param(["1999-04-01"], Leeftijdsklasse.JONGER, id="dag-voor-27"),
        pytest.param(["1999-03-31"], Leeftijdsklasse.OUDER, id="op-de-27e-verjaardag"),
        pytest.param(["1999-03-30"], Leeftijdsklasse.OUDER, id="dag-na-27"),
        pytest.param(["2002-01-01", "2003-01-01"], Leeftijdsklasse.JONGER, id="beide-partners-jonger"),
        pytest.param(["2002-01-01", "1990-01-01"], Leeftijdsklasse.OUDER, id="een-partner-27"),
    ],
)
def test_de_leeftijd_op_de_meldingsdatum_kiest_het_werkproces(
    beleid: AanvraagBeleid, geboren: list[str], klasse: Leeftijdsklasse
) -> None:
    assert leeftijdsklasse(map(date.fromisoformat, geboren), DAG, beleid) is klasse


@pytest.mark.regel("DEV-AAN-005")
def test_jolo_voor_jongeren_en_konnected_voor_de_rest(beleid: AanvraagBeleid) -> None:
    assert team_van(Leeftijdsklasse.JONGER, beleid).code == "jolo"
    assert team_van(Leeftijdsklasse.OUDER, beleid).code == "konnected"


@pytest.mark.regel("DEV-AAN-006")
def test_elders_heeft_per_klasse_precies_deze_acties() -> None:
    assert acties_elders(Leeftijdsklasse.JONGER) == (
        Eldersactie.VERWIJZEN,
        Eldersactie.INFORMATIEVE_BRIEF,
        Eldersactie.WERKPROCES_AFBOEKEN,
    )
    assert acties_elders(Leeftijdsklasse.OUDER) == (
        Eldersactie.VERWIJZEN,
        Eldersactie.AFWIJZING_BESCHIKKING,
        Eldersactie.NAAR_TOETSER,
    )


@pytest.mark.regel("DEV-AAN-006")
@pytest.mark.parametrize(
    ("klasse", "aanvraag", "uitkomst"),
    [
        pytest.param(Leeftijdsklasse.OUDER, DAG, Uitkomst.VOLDAAN, id="27plus-met-aanvraag"),
        pytest.param(Leeftijdsklasse.OUDER, None, Uitkomst.NIET_VOLDAAN, id="27plus-met-alleen-een-melding"),
        pytest.param(Leeftijdsklasse.JONGER, None, Uitkomst.VOLDAAN, id="27min-heeft-geen-beschikking-nodig"),
    ],
)
def test_afwijzen_kan_pas_met_een_aanvraag(klasse: Leeftijdsklasse, aanvraag: date | None, uitkomst: Uitkomst) -> None:
    assert toets_elders(klasse, aanvraag).uitkomst is uitkomst
