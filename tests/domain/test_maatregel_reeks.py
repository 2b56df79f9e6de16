"""Whatever a household is decided on, one after the other: never more than there is, never twice, and it climbs."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.kern.canoniek import canoniek
from app.domain.kern.maanden import eerste_van_de_maand, maanden_vanaf
from app.domain.maatregel.beleid import Regime
from app.domain.maatregel.berekening import Verlaging
from app.domain.maatregel.beslissing import beslis
from app.domain.maatregel.feiten import Afwijking, EerdereMaatregel, NormMaand, Samenloop, Spreiding
from app.domain.maatregel.motivering import Maatregeldictum as Dictum
from tests.steun.maatregel import ADVIES, BELEID, BESLUIT, NO_SHOW_2, feiten, lik_op_stuk

ALLE_BEWIJS = frozenset(
    eis.code for rij in BELEID.gedragingen.waarde for eis in rij.bewijs_verplicht if Regime.PW in rij.regimes
)
GEDRAGINGEN = sorted(rij.code for rij in BELEID.gedragingen.waarde if Regime.PW in rij.regimes)
STAPPEN = st.lists(
    st.fixed_dictionaries(
        {
            "gedraging": st.sampled_from([*GEDRAGINGEN, "lik_op_stuk"]),
            "dagen": st.integers(0, 90),
            "afwijking": st.none() | st.builds(Afwijking, procent=st.integers(5, 100), gemotiveerd=st.just(True)),
            "delen": st.none() | st.integers(1, 3),
        }
    ),
    min_size=2,
    max_size=6,
)


def norm_van(maand: date) -> int:
    return 140150 if maand < date(2026, 7, 1) else 141946


def normen(vanaf: date, genomen: Mapping[date, int]) -> tuple[NormMaand, ...]:
    return tuple(
        NormMaand(maand=maand, norm=norm_van(maand), versie="v", al_verlaagd=genomen.get(maand, 0))
        for maand in maanden_vanaf(eerste_van_de_maand(vanaf), 6)
    )


def beslist(stap: dict[str, Any], dag: date, genomen: Mapping[date, int], eerdere: list[EerdereMaatregel]) -> Any:
    """Decide on one gedraging of this household; the same facts always give the same bytes."""
    delen = stap["delen"]
    zaak = {
        "normen": normen(dag, genomen),
        "eerdere_maatregelen": tuple(eerdere),
        "afwijking": stap["afwijking"],
        "spreiding": None if delen is None else Spreiding(maanden=delen, gemotiveerd=True),
    }
    if stap["gedraging"] == "lik_op_stuk":
        gegeven = lik_op_stuk(**zaak)
    else:
        gegeven = feiten(**zaak, gedraging=stap["gedraging"], gedraging_datum=NO_SHOW_2, bewijsstukken=ALLE_BEWIJS)
    uitkomst = beslis(gegeven, BELEID, dag)
    assert canoniek(beslis(gegeven, BELEID, dag)) == canoniek(uitkomst)
    return uitkomst


@settings(deadline=None, max_examples=60)
@given(stappen=STAPPEN)
def test_nooit_meer_dan_de_norm_in_een_maand_en_de_ladder_klimt(stappen: list[dict[str, Any]]) -> None:
    genomen: Counter[date] = Counter()
    eerdere: list[EerdereMaatregel] = []
    dag, leden = BESLUIT, []
    for stap in stappen:
        dag = min(dag + timedelta(days=stap["dagen"]), date(2027, 4, 23))
        uitkomst = beslist(stap, dag, genomen, eerdere)
        if uitkomst.dictum is not Dictum.MAATREGEL:
            assert uitkomst.verlaging is None
            continue
        verlaging: Verlaging = uitkomst.verlaging
        for regel in verlaging.bedragen:
            assert regel.bedrag >= 0
            genomen[regel.maand] += regel.bedrag
            assert genomen[regel.maand] <= norm_van(regel.maand)
        if verlaging.lid is not None:
            leden.append(verlaging.lid)
            # sent on the day before the gedraging that is judged next, so that it always counts
            eerdere.append(_vorige(verlaging))
    assert leden == [min(5 + nummer, 8) for nummer in range(len(leden))]


def _vorige(verlaging: Verlaging) -> EerdereMaatregel:
    dag = NO_SHOW_2 - timedelta(days=1)
    return EerdereMaatregel(besluit_datum=dag, gedraging=verlaging.gedraging, uniform=True, lid=verlaging.lid)


@pytest.mark.regel("DEV-MTR-511")
@settings(deadline=None, max_examples=40)
@given(eigen=st.sampled_from(GEDRAGINGEN), ander=st.sampled_from(GEDRAGINGEN))
def test_nooit_twee_lopende_maatregelen_voor_een_gedraging(eigen: str, ander: str) -> None:
    al = (Samenloop(gedraging=ander, al_opgelegd=True),)
    uitkomst = beslis(feiten(gedraging=eigen, samenloop=al, bewijsstukken=ALLE_BEWIJS, advies=ADVIES), BELEID, BESLUIT)
    assert (uitkomst.dictum, uitkomst.verlaging) == (Dictum.VOORLEGGEN, None)
