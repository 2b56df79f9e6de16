"""When to turn to rechtmatigheid, what an answer sets going, and who may be marked a niet-willer."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import FRAUDETAKEN
from app.domain.kern.toets import Uitkomst
from app.domain.signaal import taken
from app.domain.signaal.beleid import SignaalBeleid
from app.domain.signaal.feiten import (
    Beeindigingsgrond,
    GedragingFeit,
    Onderzoeksuitkomst,
    SignaalFeiten,
    Signaalsoort,
    Vervolg,
)
from app.domain.signaal.taken import Taaksoort
from app.domain.signaal.toetsen import (
    aanleidingen,
    telt_als_niet_willer,
    toets_grond_beeindiging,
    toets_markering,
    toets_vervolg,
)
from tests.steun.beleid import vast_register

BELEID = vast_register().geldend(SignaalBeleid, "GM0150", date(2026, 3, 31)).beleid
DAG = date(2026, 5, 20)
GEWOON = "pva_niet_meewerken_kick_off"


def feiten(*gedragingen: tuple[str, date], regime: str = "PW", **anders: Any) -> SignaalFeiten:
    rijen = (GedragingFeit(zaak_id=str(nr), gedraging=code, datum=dag) for nr, (code, dag) in enumerate(gedragingen))
    return SignaalFeiten(regime=regime, gedragingen=tuple(rijen), **anders)


def redenen(gevallen: SignaalFeiten) -> list[str]:
    return [toets.voorwaarde for toets in aanleidingen(gevallen, BELEID)]


MEER, ERNSTIG, EERDER = "meerdere_gedragingen", "ernstige_gedraging", "eerdere_handhaving"


@pytest.mark.regel("DEV-MTR-507")
@pytest.mark.parametrize(
    ("gevallen", "verwacht"),
    [
        pytest.param(feiten(), [], id="niets-gebeurd"),
        pytest.param(feiten((GEWOON, DAG)), [], id="een-gewone-gedraging"),
        pytest.param(feiten((GEWOON, DAG), (GEWOON, date(2025, 5, 21))), [MEER], id="twee-in-een-jaar"),
        pytest.param(feiten((GEWOON, DAG), (GEWOON, date(2025, 5, 20))), [MEER], id="precies-een-jaar"),
        pytest.param(feiten((GEWOON, DAG), (GEWOON, date(2025, 5, 19))), [], id="een-dag-langer"),
        pytest.param(feiten(("werkweigering", DAG)), [ERNSTIG], id="werkweigering-pw"),
        pytest.param(feiten(("werk_niet_behouden", DAG)), [ERNSTIG], id="werk-niet-behouden-pw"),
        pytest.param(feiten(("werkweigering", DAG), regime="IOAW"), [], id="werkweigering-ioaw-niet-gemerkt"),
        pytest.param(
            feiten(("niet_verschijnen_arbeidsinschakeling", DAG), regime="IOAZ"), [ERNSTIG], id="niet-verschijnen-ioaz"
        ),
        pytest.param(feiten(("niet_verschijnen_arbeidsinschakeling", DAG)), [], id="niet-verschijnen-pw"),
        pytest.param(feiten(("zeer_ernstige_misdraging", DAG), regime="IOAW"), [ERNSTIG], id="misdraging"),
        pytest.param(
            feiten((GEWOON, DAG), ("werkweigering", date(2025, 5, 19))), [], id="ernstig-maar-te-lang-geleden"
        ),
        pytest.param(feiten((GEWOON, DAG), handhaving=(date(2025, 5, 20),)), [EERDER], id="handhaving-een-jaar-terug"),
        pytest.param(feiten((GEWOON, DAG), handhaving=(date(2025, 5, 19),)), [], id="handhaving-te-lang-terug"),
        pytest.param(feiten((GEWOON, DAG), handhaving=(DAG,)), [], id="handhaving-op-de-dag-zelf"),
        pytest.param(feiten((GEWOON, DAG), handhaving=(date(2026, 5, 19),)), [EERDER], id="handhaving-een-dag-eerder"),
    ],
)
def test_wanneer_de_vraag_komt(gevallen: SignaalFeiten, verwacht: list[str]) -> None:
    assert redenen(gevallen) == verwacht


@pytest.mark.regel("DEV-MTR-508")
def test_bij_een_niet_willer_komt_de_omslag_eerder() -> None:
    assert redenen(feiten((GEWOON, DAG), niet_willer=True)) == [MEER]
    assert redenen(feiten((GEWOON, DAG))) == []
    assert redenen(feiten(niet_willer=True)) == [], "zonder gedraging is er geen vraag"


@pytest.mark.regel("DEV-MTR-001")
@pytest.mark.parametrize(
    ("groep", "uitkomst"),
    [
        pytest.param(Klantgroep.MATCHEN, Uitkomst.VOLDAAN, id="matchen"),
        pytest.param(Klantgroep.GROEIEN, Uitkomst.VOLDAAN, id="groeien"),
        pytest.param(Klantgroep.FACILITEREN, Uitkomst.NIET_VOLDAAN, id="faciliteren"),
        pytest.param(Klantgroep.ZORGEN, Uitkomst.NIET_VOLDAAN, id="zorgen"),
        pytest.param(None, Uitkomst.ONBEPAALD, id="niet-ingedeeld"),
    ],
)
def test_in_welke_klantgroep_iemand_niet_willer_kan_zijn(groep: Klantgroep | None, uitkomst: Uitkomst) -> None:
    assert toets_markering(groep, BELEID).uitkomst is uitkomst
    assert telt_als_niet_willer(True, groep, BELEID) is (uitkomst is Uitkomst.VOLDAAN)
    assert telt_als_niet_willer(False, groep, BELEID) is False


@pytest.mark.regel("DEV-MTR-003", "DEV-MTR-508")
@pytest.mark.parametrize("uitkomst", list(Onderzoeksuitkomst))
@pytest.mark.parametrize("grond", list(Beeindigingsgrond))
def test_beeindigen_alleen_op_de_geschonden_rechtmatigheidsplicht(
    uitkomst: Onderzoeksuitkomst, grond: Beeindigingsgrond
) -> None:
    mag = (uitkomst, grond) in {
        (Onderzoeksuitkomst.INLICHTINGENPLICHT, Beeindigingsgrond.INLICHTINGENPLICHT),
        (Onderzoeksuitkomst.MEDEWERKINGSPLICHT, Beeindigingsgrond.MEDEWERKINGSPLICHT),
    }
    assert (toets_grond_beeindiging(uitkomst, grond).uitkomst is Uitkomst.VOLDAAN) is mag


@pytest.mark.regel("DEV-MTR-509")
def test_van_een_fraudesignaal_hoort_alleen_wie_dat_mag() -> None:
    for vervolg in Vervolg:
        assert {soort.value for soort in taken.vervolgtaken(Signaalsoort.FRAUDE, vervolg)} <= FRAUDETAKEN
        kan = toets_vervolg(Signaalsoort.RECHTMATIGHEID, vervolg).uitkomst is Uitkomst.VOLDAAN
        assert kan is (vervolg is not Vervolg.SOCIALE_RECHERCHE)
        assert toets_vervolg(Signaalsoort.FRAUDE, vervolg).uitkomst is Uitkomst.VOLDAAN
    eerste = taken.taak(taken.eerste_taak(Signaalsoort.FRAUDE), DAG, BELEID)
    assert (eerste.soort in FRAUDETAKEN, eerste.rol, eerste.uiterste) == (True, Rol.INKOMENSCONSULENT, DAG)
    [soort] = taken.vervolgtaken(Signaalsoort.FRAUDE, Vervolg.SOCIALE_RECHERCHE)
    sr = taken.taak(soort, DAG, BELEID)
    assert (sr.rol, sr.uiterste) == (Rol.SOCIALE_RECHERCHE, date(2026, 6, 18))


@pytest.mark.regel("DEV-MTR-003")
def test_de_omslag_zet_onderzoek_en_samenwerking_in_gang() -> None:
    soort = Signaalsoort.RECHTMATIGHEID
    assert taken.vervolgtaken(soort, Vervolg.RECHTMATIGHEIDSONDERZOEK) == (
        Taaksoort.ONDERZOEK,
        Taaksoort.SAMENWERKEN,
    )
    assert taken.vervolgtaken(soort, Vervolg.GEEN) == ()
    antwoord = taken.taak(taken.eerste_taak(soort), DAG, BELEID)
    assert (antwoord.soort, antwoord.uiterste) == ("rechtmatigheid_signaal_beantwoorden", date(2026, 5, 28))
