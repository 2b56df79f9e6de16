"""Cases of the courts, as far as this room decides what they were about; each test bears its ECLI.

Amounts are the norm of the day times the percentage; the judgments themselves rarely state them. Percentages and
durations that a municipality had set are put in as its pack. Not expressible here: RBOVE:2021:1161 (the taaltoets, room
taaleis), RBZWB:2013:BZ5171 (how much tegenprestatie is within somebody's ability: no gedraging of the handbook), and
Rb Arnhem AZ3540 (no recovery of re-integration costs: this service recovers nothing).
"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from app.domain.kern.klantgroep import Klantgroep
from app.domain.maatregel.beleid import MaatregelBeleid, Regime
from app.domain.maatregel.beslissing import Beslissing, beslis, in_de_weg
from app.domain.maatregel.feiten import Afwijking, EerdereMaatregel, NormMaand, Samenloop, Spreiding
from app.domain.maatregel.motivering import Maatregeldictum as Dictum
from tests.steun.maatregel import ADVIES, BELEID, BESLUIT, beleid, feiten

TRAJECT, WERK, BEHOUD = "traject_niet_willen_volgen", "werkweigering", "werk_niet_behouden"
AANBOD = frozenset({"concrete_baanaanbieding"})


def besluit(policy: MaatregelBeleid = BELEID, peildatum: date = BESLUIT, **anders: Any) -> Beslissing:
    return beslis(feiten(**anders), policy, peildatum)


def maten(uitkomst: Beslissing) -> tuple[Decimal | None, list[date]]:
    assert uitkomst.dictum is Dictum.MAATREGEL, uitkomst.motivering
    assert uitkomst.verlaging is not None
    return uitkomst.verlaging.procent, [regel.maand for regel in uitkomst.verlaging.bedragen]


def uniform(eerste: int) -> MaatregelBeleid:
    return beleid(duur_uniforme_verplichting_maanden=eerste, duur_uniforme_recidive_maanden=min(eerste + 1, 3))


def eerder(dag: date, lid: int | None = None) -> EerdereMaatregel:
    return EerdereMaatregel(besluit_datum=dag, gedraging=WERK, uniform=lid is not None, lid=lid)


def test_ecli_nl_crvb_2021_2148_een_duur_voor_alle_onderdelen_van_lid_4() -> None:
    duren = {"a": 2, "b": 1, "c": 2, "d": 2, "e": 2, "f": 1, "g": 1, "h": 2}
    with pytest.raises(ValidationError, match="ECLI:NL:CRVB:2021:2148"):
        beleid(duur_uniforme_verplichting_maanden=duren)


def test_ecli_nl_crvb_2021_400_de_zwaarste_mag_maar_hoeft_niet() -> None:
    zaak: dict[str, Any] = {"gedraging": TRAJECT, "samenloop": (Samenloop(gedraging="pva_niet_meewerken_kick_off"),)}
    assert maten(besluit(**zaak))[0] == Decimal(100)
    assert maten(besluit(**zaak, afwijking=Afwijking(procent=30, gemotiveerd=True)))[0] == Decimal(30)
    assert besluit(**zaak, afwijking=Afwijking(procent=30, gemotiveerd=False)).dictum is Dictum.VOORLEGGEN


def test_ecli_nl_rbams_2017_5710_een_maand_en_niet_over_een_maand_die_voorbij_is() -> None:
    """Decided on 31 December 2015 for three months from 1 December: one month is what stands on the first time."""
    zaak: dict[str, Any] = {
        "gedraging": WERK,
        "gedraging_datum": date(2015, 11, 16),
        "melding_datum": date(2015, 1, 5),
        "bewijsstukken": AANBOD,
        "plan": feiten().plan.model_copy(
            update={"ondertekend_op": date(2015, 2, 2), "verzuimregels_uitgereikt_op": date(2015, 2, 2)}
        ),
        "hoor": feiten().hoor.model_copy(update={"datum": date(2015, 12, 7)}),
        "verzendingen": tuple(
            brief.model_copy(update={"datum_verzonden": date(2015, 11, 18), "gesprek_op": date(2015, 11, 30)})
            for brief in feiten().verzendingen
        ),
        "normen": tuple(NormMaand(maand=date(2016, m, 1), norm=97294, versie="v") for m in (1, 2, 3)),
    }
    assert maten(besluit(peildatum=date(2015, 12, 31), **zaak)) == (Decimal(100), [date(2016, 1, 1)])


def test_ecli_nl_rbzwb_2025_2687_niet_verschenen_bij_een_werkgever_oktober_2023() -> None:
    maanden = [date(2023, 10, 1), date(2023, 11, 1), date(2023, 12, 1)]
    zaak: dict[str, Any] = {
        "gedraging": WERK,
        "gedraging_datum": date(2023, 8, 21),
        "melding_datum": date(2023, 1, 2),
        "bewijsstukken": AANBOD,
        "plan": feiten().plan.model_copy(
            update={"ondertekend_op": date(2023, 2, 1), "verzuimregels_uitgereikt_op": date(2023, 2, 1)}
        ),
        "hoor": feiten().hoor.model_copy(update={"datum": date(2023, 9, 4)}),
        "verzendingen": tuple(
            brief.model_copy(update={"datum_verzonden": date(2023, 8, 22), "gesprek_op": date(2023, 9, 4)})
            for brief in feiten().verzendingen
        ),
        "normen": tuple(NormMaand(maand=m, norm=121662, versie="NL/norm/2023-07-01") for m in maanden),
    }
    uitkomst = besluit(peildatum=date(2023, 9, 12), **zaak)
    assert maten(uitkomst) == (Decimal(100), maanden[:1])
    assert uitkomst.verlaging is not None
    assert uitkomst.verlaging.totaal == 121662
    verdeeld = besluit(peildatum=date(2023, 9, 12), **zaak, spreiding=Spreiding(maanden=3, gemotiveerd=True))
    assert verdeeld.verlaging is not None
    assert [regel.bedrag for regel in verdeeld.verlaging.bedragen] == [40554, 40554, 40554]


def test_ecli_nl_rbgel_2025_3809_zonder_bijzondere_omstandigheden_blijft_de_maatregel() -> None:
    assert maten(besluit(gedraging=TRAJECT, dringende_redenen=False))[0] == Decimal(100)
    assert besluit(gedraging=TRAJECT, dringende_redenen=None).dictum is Dictum.VOORLEGGEN, "it must be looked into"


def test_ecli_nl_crvb_2019_2036_recidive_telt_vanaf_een_besluit_en_klimt() -> None:
    """Two no-shows on successive days before any besluit are no recidive; after it each next one climbs."""
    eerste = maten(besluit(gedraging=TRAJECT, eerdere_maatregelen=(eerder(date(2026, 5, 19), 5),)))
    tweede = maten(besluit(gedraging=TRAJECT, eerdere_maatregelen=(eerder(date(2026, 4, 22), 5),)))
    herhaald = maten(besluit(gedraging=TRAJECT, eerdere_maatregelen=(eerder(date(2026, 4, 22), 6),)))
    assert [len(deel[1]) for deel in (eerste, tweede, herhaald)] == [1, 2, 3]


def test_ecli_nl_crvb_2017_3563_twee_maanden_als_de_gemeente_dat_heeft_bepaald() -> None:
    assert maten(besluit(uniform(2), gedraging=TRAJECT)) == (Decimal(100), [date(2026, 6, 1), date(2026, 7, 1)])


def test_ecli_nl_crvb_2015_343_onevenredig_wordt_vijftig_procent_twee_maanden() -> None:
    gewoon = maten(besluit(uniform(3), gedraging=TRAJECT))
    assert (gewoon[0], len(gewoon[1])) == (Decimal(100), 3)
    minder = Afwijking(procent=50, maanden=2, gemotiveerd=True)
    anders = maten(besluit(uniform(3), gedraging=TRAJECT, dringende_redenen=True, afwijking=minder))
    assert (anders[0], len(anders[1])) == (Decimal(50), 2)


def test_ecli_nl_crvb_2015_4069_eigen_schuld_zonder_bewijs_geeft_niets() -> None:
    """The 50% fell because the own fault was not shown; the 20% for another gedraging stood."""
    zaak = feiten(gedraging=BEHOUD)
    uitkomst = beslis(zaak, BELEID, BESLUIT)
    assert [toets.voorwaarde for toets in in_de_weg(zaak, uitkomst)] == ["bewijs_volledig"]
    twintig = beleid(verlaging_procent={"1": "5", "2": "20", "3": "100"})
    assert maten(besluit(twintig))[0] == Decimal(20)


def test_ecli_nl_crvb_2011_br7098_werk_geweigerd_dubbele_duur_bij_herhaling() -> None:
    """Before 2015 refusing work stood in the verordening: 20% for one month, twice as long at the second and third."""
    wwb = beleid(
        gedragingen=[
            rij.model_copy(update={"uniform": None}).model_dump(mode="json")
            for rij in BELEID.gedragingen.waarde
            if rij.code == WERK and Regime.PW in rij.regimes
        ],
        categorie_per_gedraging={"PW": {WERK: "2"}},
        verlaging_procent={"2": "20"},
        duur_maanden={"2": 1},
    )
    zaak: dict[str, Any] = {"gedraging": WERK, "bewijsstukken": AANBOD}
    reeksen = ((), (eerder(date(2026, 1, 5)),), (eerder(date(2025, 9, 1)), eerder(date(2026, 1, 5))))
    gevonden = [maten(besluit(wwb, **zaak, eerdere_maatregelen=reeks)) for reeks in reeksen]
    assert [(procent, len(maanden)) for procent, maanden in gevonden] == [(Decimal(20), duur) for duur in (1, 2, 2)]


def test_crvb_2012_bw4400_sociale_activering_niet_als_werk_nooit_haalbaar_is() -> None:
    """Klantgroep Zorgen: work is not in sight, so not taking part costs nothing."""
    zaak = feiten(gedraging=TRAJECT, klantgroep=Klantgroep.ZORGEN, advies=ADVIES)
    uitkomst = beslis(zaak, BELEID, BESLUIT)
    assert uitkomst.dictum is Dictum.VOORLEGGEN
    assert "klantgroep" in {toets.voorwaarde for toets in in_de_weg(zaak, uitkomst)}
