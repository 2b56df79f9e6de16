"""The gedragingen table and the values of the maatregel: what a pack may and may not say."""

from contextlib import nullcontext
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from app.domain.beleid.model import Herkomst
from app.domain.kern.klantgroep import Klantgroep
from app.domain.maatregel.beleid import MaatregelBeleid, Plicht, Regime
from tests.steun.maatregel import BELEID, KICK_OFF, beleid

RIJEN = BELEID.model_dump(mode="json")["gedragingen"]["waarde"]
EERSTE: dict[str, Any] = RIJEN[0]
RIJ = BELEID.gedragingen.waarde[0]


@pytest.mark.parametrize(
    ("regime", "aantal"),
    [pytest.param(Regime.PW, 13), pytest.param(Regime.IOAW, 8), pytest.param(Regime.IOAZ, 8)],
)
def test_aantal_gedragingen_per_regime(regime: Regime, aantal: int) -> None:
    assert sum(regime in rij.regimes for rij in BELEID.gedragingen.waarde) == aantal


def test_kick_off_staat_volledig_in_de_tabel() -> None:
    rij = BELEID.gedraging(Regime.PW, KICK_OFF)
    assert rij is not None
    categorie = BELEID.categorie(Regime.PW, rij)
    assert (rij.plicht, categorie, rij.uniform, rij.no_shows) == (Plicht.PLAN_VAN_AANPAK, "2", None, 2)
    assert BELEID.verlaging_procent.waarde[categorie or ""] == Decimal(30)


def test_een_ouder_pakket_met_de_categorie_in_de_rij_blijft_leesbaar() -> None:
    oud = beleid(gedragingen=[{**EERSTE, "categorie": "3"}], categorie_per_gedraging={})
    rij = oud.gedraging(Regime.PW, KICK_OFF)
    assert rij is not None
    assert oud.categorie(Regime.PW, rij) == "3"
    assert beleid(categorie_per_gedraging={}).categorie(Regime.PW, RIJ) is None


def test_elke_gedraging_heeft_een_sanctie_en_de_indeling_is_een_voorbeeld() -> None:
    rijen = [(regime, rij) for rij in BELEID.gedragingen.waarde for regime in rij.regimes]
    assert all(rij.uniform or BELEID.categorie(regime, rij) for regime, rij in rijen)
    assert BELEID.categorie_per_gedraging.herkomst is Herkomst.VOORBEELD


def test_zelfde_gedraging_eigen_bewijs_per_regime() -> None:
    pw, ioaw = (BELEID.gedraging(regime, "onvoldoende_sollicitaties") for regime in (Regime.PW, Regime.IOAW))
    assert pw is not None
    assert ioaw is not None
    assert [eis.code for eis in pw.bewijs_verplicht] == []
    assert [eis.code for eis in ioaw.bewijs_verplicht] == ["plan_van_aanpak"]


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        pytest.param({"gedragingen": [EERSTE, EERSTE]}, "meer dan eens", id="dubbele-gedraging"),
        pytest.param(
            {"categorie_per_gedraging": {"PW": {KICK_OFF: "9"}}}, "zonder percentage", id="onbekende-categorie"
        ),
        pytest.param({"categorie_per_gedraging": {"PW": {"onbekend": "1"}}}, "geen gedraging met", id="geen-rij"),
        pytest.param({"categorie_per_gedraging": {"PW": {"werkweigering": "1"}}}, "geen gedraging met", id="uniform"),
        pytest.param(
            {"gedragingen": [{**EERSTE, "categorie": "9"}], "categorie_per_gedraging": {}},
            "zonder percentage",
            id="onbekende-categorie-in-een-oude-rij",
        ),
        pytest.param({"duur_maanden": {"1": 1}}, "zonder percentage of duur", id="categorie-zonder-duur"),
        pytest.param(
            {"gedragingen": [{**EERSTE, "categorie": "1", "uniform": "h"}]}, "niet beide", id="uniform-en-categorie"
        ),
        pytest.param(
            {"gedragingen": [{**EERSTE, "categorie": None, "uniform": "h", "regimes": ["IOAW"]}]},
            "alleen in de Participatiewet",
            id="uniform-in-ioaw",
        ),
        pytest.param({"hersteltermijn_werkdagen": 4}, "greater than or equal to 5", id="hersteltermijn-4"),
        pytest.param({"duur_uniforme_verplichting_maanden": 0}, "greater than or equal to 1", id="uniform-0-maanden"),
        pytest.param({"spreiding": {"standaard": 3, "hoogstens": 2}}, "meer dan hoogstens", id="spreiding"),
        pytest.param({"spreiding": {"standaard": 1, "hoogstens": 4}}, "less than or equal to 3", id="spreiding-4"),
        pytest.param({"duur_uniforme_recidive_maanden": 4}, "less than or equal to 3", id="recidive-4-maanden"),
        pytest.param({"duur_uniforme_verplichting_maanden": 4}, "less than or equal to 3", id="uniform-4-maanden"),
        pytest.param(
            {"verlaging_procent": {"1": "5", "2": "100.01", "3": "100"}}, "less than or equal to 100", id="boven-100"
        ),
        pytest.param({"verlaging_procent": {"1": "5", "2": "0", "3": "100"}}, "greater than 0", id="nul-procent"),
    ],
)
def test_ongeldig_pakket_wordt_geweigerd(anders: dict[str, Any], melding: str) -> None:
    with pytest.raises(ValidationError, match=melding):
        beleid(**anders)


LETTERS = dict.fromkeys("abcdefgh", 1)


@pytest.mark.parametrize(
    ("duur", "melding"),
    [
        pytest.param({**LETTERS, "a": 2, "c": 2}, r"CRVB:2021:2148\).*a 2, b 1, c 2, d 1", id="verschil-per-onderdeel"),
        pytest.param({"a": 1, "b": 1}, "noem alle onderdelen a tot en met h", id="niet-alle-onderdelen"),
        pytest.param(dict.fromkeys("abcdefgh", 4), "less than or equal to 3", id="vier-maanden"),
    ],
)
def test_een_duur_voor_alle_onderdelen_ecli_nl_crvb_2021_2148(duur: dict[str, int], melding: str) -> None:
    """A verordening that sets two durations for the letters of article 18, lid 4, is not valid: the pack is refused."""
    with pytest.raises(ValidationError, match=melding):
        beleid(duur_uniforme_verplichting_maanden=duur)


def test_een_duur_per_onderdeel_die_overal_gelijk_is_is_een_duur() -> None:
    assert beleid(duur_uniforme_verplichting_maanden=LETTERS) == beleid(duur_uniforme_verplichting_maanden=1)


@pytest.mark.parametrize(
    ("eerste", "tweede", "goed"),
    [
        pytest.param(1, 1, False, id="even-lang"),
        pytest.param(1, 2, True, id="langer"),
        pytest.param(2, 2, False, id="twee-even-lang"),
        pytest.param(2, 3, True, id="twee-langer"),
        pytest.param(3, 3, True, id="drie-is-het-meeste-dat-kan"),
    ],
)
def test_de_duur_bij_recidive_is_langer_dan_de_eerste(eerste: int, tweede: int, goed: bool) -> None:
    duren = {"duur_uniforme_verplichting_maanden": eerste, "duur_uniforme_recidive_maanden": tweede}
    with nullcontext() if goed else pytest.raises(ValidationError, match="artikel 18, lid 6"):
        beleid(**duren)


def test_wat_een_bewaard_pakket_niet_kende_verandert_niets_bij_het_narekenen() -> None:
    """What did not exist was no example value either: the list of example values of then stays the same (ADR 009)."""
    later = {naam: waarde for naam, waarde in MaatregelBeleid.later_toegevoegd.items() if naam != "stappenplannen"}
    oud = MaatregelBeleid.model_validate(BELEID.model_dump(mode="json") | later)
    hoogte = (oud.duur_uniforme_recidive_maanden, oud.spreiding, oud.verminderd_verwijt_procent)
    for waarde in (*hoogte, oud.afwijking_minimum_procent, oud.categorie_per_gedraging):
        assert (waarde.herkomst, waarde.toelichting) == (Herkomst.VASTGESTELD, "Bestond nog niet bij dit besluit.")
    assert (oud.spreiding.waarde.hoogstens, oud.verminderd_verwijt_procent.waarde) == (1, None)


@pytest.mark.regel("DEV-KGR-513")
def test_in_zorgen_is_er_geen_gedraging_om_niet_meedoen() -> None:
    """Only misconduct towards an employee can cost a klant in Zorgen money."""
    in_zorgen = {rij.code for rij in BELEID.gedragingen.waarde if Klantgroep.ZORGEN in rij.klantgroepen}
    assert in_zorgen == {"zeer_ernstige_misdraging"}
