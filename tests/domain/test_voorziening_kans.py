"""Kans: the bare outcome for many klanten is the outcome of the whole toets, whatever the facts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.doelgroep.categorie import Categorie
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import pw
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Toets
from app.domain.voorziening import toets as module
from app.domain.voorziening.beleid import VoorzieningBeleid
from app.domain.voorziening.feiten import Antwoord, Collegebesluit, EerdereInzet, Hardheid, VoorzieningFeiten
from app.domain.voorziening.kans import kansregels
from app.domain.voorziening.oordeel import Omstandigheid
from app.domain.voorziening.toets import Aanboduitkomst, beoordeel
from tests.steun.voorziening import BELEID, BELEIDSREGEL, feiten_van, proef

CODES = [regel.code for regel in BELEID.voorzieningen.waarde]
VRAGEN = sorted({oordeel.code for regel in BELEID.voorzieningen.waarde for oordeel in BELEID.oordelen(regel)})
VASTGELEGD = sorted({wat for regel in BELEID.voorzieningen.waarde for wat in regel.verplicht})
DAGEN = st.dates(date(2021, 1, 1), date(2030, 12, 31))
JA = dict.fromkeys(VRAGEN, Antwoord(waarde=True, toelichting="Uitleg."))
HARDHEID = (Hardheid(artikel="1", reden="Bijzonder."), Hardheid(artikel="3", reden="Bijzonder."))
TOELICHTING = st.sampled_from([None, "Uitleg."])
ANTWOORD = st.builds(Antwoord, waarde=st.sampled_from([True, False, None]), toelichting=TOELICHTING)
VELDEN = sorted({veld.code for regel in BELEID.voorzieningen.waarde for veld in regel.velden})
WAARDEN = [None, "iets", 1, ("iets",), "2026-04-01", ("maandag 09:00-10:30",), "geen_vacature"]
EERDER = st.builds(
    EerdereInzet,
    code=st.sampled_from(CODES),
    van=DAGEN,
    tot=st.none() | DAGEN,
    vestiging=st.sampled_from([None, "a", "b"]),
)
FEITEN = st.builds(
    VoorzieningFeiten,
    code=st.just(""),
    geboortedatum=st.none() | st.dates(date(1955, 1, 1), date(2012, 12, 31)),
    klantgroep=st.none() | st.sampled_from(Klantgroep),
    doelgroep=st.none() | st.sampled_from([categorie.value for categorie in Categorie]),
    nugger_toegekend=st.sampled_from([None, True, False]),
    doelgroepregister=st.booleans(),
    startkwalificatie=st.sampled_from([None, True, False]),
    kinderen=st.lists(DAGEN, max_size=2).map(tuple),
    omstandigheden=st.frozensets(st.sampled_from(Omstandigheid)),
    begin=st.none() | DAGEN,
    einde=st.none() | DAGEN,
    verlenging=st.booleans(),
    uren=st.none() | st.decimals(0, 60, places=1),
    kosten=st.none() | st.integers(0, 1_000_000),
    loon=st.none() | st.integers(0, 300_000),
    vestiging=st.sampled_from([None, "a"]),
    werkgever=st.sampled_from([None, "w"]),
    antwoorden=st.dictionaries(st.sampled_from(VRAGEN), ANTWOORD) | st.just(JA),
    gegevens=st.dictionaries(st.sampled_from(VELDEN), st.sampled_from(WAARDEN)),
    vastgelegd=st.just(frozenset()) | st.just(frozenset(VASTGELEGD)),
    eerdere=st.lists(EERDER, max_size=3).map(tuple),
    hardheid=st.just(()) | st.just(HARDHEID),
    collegebesluit=st.none() | st.just(Collegebesluit(motivering="Het college besloot.")),
)  # fmt: skip


@settings(max_examples=100, deadline=timedelta(seconds=5))
@given(feiten=FEITEN)
def test_de_kale_uitkomst_is_die_van_de_hele_toets(feiten: VoorzieningFeiten) -> None:
    for kans in kansregels(BELEID, ()):
        geheel = beoordeel(feiten.model_copy(update={"code": kans.regel.code}), BELEID).uitkomst
        assert kans.uitkomst(feiten) is geheel, kans.regel.code


BRON = {"grondslag": BELEIDSREGEL, "niveau": "beleidsregel"}


@pytest.mark.parametrize(
    ("regel", "feiten", "uitkomst"),
    [
        pytest.param({}, {}, Aanboduitkomst.MAG, id="mag"),
        pytest.param({"klantgroepen": ["groeien"]}, {"klantgroep": "matchen"}, Aanboduitkomst.MAG_NIET, id="mag-niet"),
        pytest.param({"verplicht": ["plan"], "nadere_regels": False}, {}, Aanboduitkomst.BELEID_ONTBREEKT, id="beleid"),
        pytest.param({"verplicht": ["plan", "b"]}, {}, Aanboduitkomst.NOG_TE_BEANTWOORDEN, id="open"),
        pytest.param(
            {"klantgroepen": ["groeien"], "bronnen": {"klantgroepen": BRON}},
            {"klantgroep": "matchen", "hardheid": [{"artikel": "9", "reden": "Bijzonder."}]},
            Aanboduitkomst.MAG, id="hardheid",
        ),
    ],
)  # fmt: skip
def test_een_uitkomst_zonder_woorden(regel: dict[str, Any], feiten: dict[str, Any], uitkomst: Aanboduitkomst) -> None:
    beleid = proef(**regel)
    (kans,) = kansregels(beleid, ["proef"])
    assert kans.uitkomst(feiten_van(**feiten)) is uitkomst
    assert kansregels(beleid, ["ander"]) == ()


@pytest.mark.parametrize(("waarde", "uitkomst"), [(True, "mag"), (False, "mag_niet"), (None, "nog_te_beantwoorden")])
def test_wat_data_niet_kan_zeggen_telt_ook_mee(
    monkeypatch: pytest.MonkeyPatch, waarde: bool | None, uitkomst: str
) -> None:
    def eigen(*_: object) -> tuple[Toets, ...]:
        return (maak_toets("eigen", waarde, pw("10"), {}, "Eigen regel."),)

    monkeypatch.setattr("app.domain.voorziening.kans.BIJZONDER", {"proef": eigen})
    monkeypatch.setattr(module, "BIJZONDER", {"proef": eigen})
    beleid: VoorzieningBeleid = proef()
    assert kansregels(beleid, ())[0].uitkomst(feiten_van()) == uitkomst
    assert beoordeel(feiten_van(), beleid).uitkomst == uitkomst
