"""Amounts of a maatregel: percentage of the norm of each month, rounded once, half up."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kern.fouten import Geweigerd
from app.domain.kern.maanden import plus_maanden
from app.domain.maatregel.beleid import MaatregelBeleid, Regime
from app.domain.maatregel.berekening import Verlaging, bereken
from app.domain.maatregel.feiten import Afwijking, EerdereMaatregel, NormMaand, Samenloop, Zaaksoort
from tests.steun.maatregel import BELEID, BESLUIT, KICK_OFF, NO_SHOW_2, beleid, feiten, in_de_weg, lik_op_stuk

JUNI, JULI, AUGUSTUS = date(2026, 6, 1), date(2026, 7, 1), date(2026, 8, 1)


def verlaging(policy: MaatregelBeleid = BELEID, peildatum: date = BESLUIT, **anders: Any) -> Verlaging:
    return bereken(feiten(**anders), policy, peildatum)


def per_maand(uitkomst: Verlaging) -> dict[date, int]:
    return {regel.maand: regel.bedrag for regel in uitkomst.bedragen}


def eerder(dag: date, *, uniform: bool = False, soort: Zaaksoort = Zaaksoort.VERLAGING) -> EerdereMaatregel:
    return EerdereMaatregel(besluit_datum=dag, gedraging="onvoldoende_sollicitaties", uniform=uniform, soort=soort)


@pytest.mark.parametrize(
    ("norm", "bedrag"),
    [
        pytest.param(140150, 42045, id="alleenstaande-2026-01"),
        pytest.param(200213, 60064, id="gehuwd-2026-01-half-naar-boven"),
        pytest.param(0, 0, id="norm-nul"),
    ],
)
def test_dertig_procent_van_de_norm(norm: int, bedrag: int) -> None:
    uitkomst = verlaging(normen=(NormMaand(maand=JUNI, norm=norm, versie="NL/norm/2026-01-01"),))
    assert per_maand(uitkomst) == {JUNI: bedrag}
    assert (uitkomst.procent, uitkomst.totaal, uitkomst.van, uitkomst.tot) == (Decimal(30), bedrag, JUNI, JULI)


@pytest.mark.parametrize(
    ("besluit", "verwacht"),
    [
        pytest.param(date(2026, 5, 31), {JUNI: 42045}, id="besluit-31-mei-norm-januari"),
        pytest.param(date(2026, 6, 30), {JULI: 42584}, id="besluit-30-juni-norm-juli"),
        pytest.param(date(2026, 7, 1), {AUGUSTUS: 42584}, id="besluit-1-juli"),
        pytest.param(date(2026, 7, 2), {AUGUSTUS: 42584}, id="besluit-2-juli"),
    ],
)
def test_begint_in_de_maand_na_het_besluit(besluit: date, verwacht: dict[date, int]) -> None:
    assert per_maand(verlaging(peildatum=besluit)) == verwacht


def test_elke_maand_de_eigen_norm() -> None:
    uitkomst = verlaging(afwijking=Afwijking(maanden=2, gemotiveerd=True))
    assert per_maand(uitkomst) == {JUNI: 42045, JULI: 42584}
    assert [regel.norm_versie for regel in uitkomst.bedragen] == ["NL/norm/2026-06", "NL/norm/2026-07"]


@pytest.mark.parametrize(
    ("besluit", "maanden"),
    [
        pytest.param(date(2025, 4, 23), 1, id="precies-twaalf-maanden-terug"),
        pytest.param(date(2025, 4, 24), 2, id="dag-minder"),
        pytest.param(date(2025, 4, 22), 1, id="dag-meer"),
        pytest.param(NO_SHOW_2, 2, id="dag-van-de-gedraging"),
        pytest.param(date(2026, 4, 24), 1, id="besluit-na-de-gedraging"),
    ],
)
@pytest.mark.regel("DEV-MTR-510")
def test_recidive_verdubbelt_de_duur(besluit: date, maanden: int) -> None:
    uitkomst = verlaging(eerdere_maatregelen=(eerder(besluit),))
    assert len(uitkomst.bedragen) == maanden
    assert uitkomst.recidive is (maanden > 1)


@pytest.mark.regel("DEV-MTR-510")
def test_recidive_volgt_het_ingestelde_beleid() -> None:
    anders = beleid(recidive_maanden=3, recidive_duur_factor=3)
    assert len(verlaging(anders, eerdere_maatregelen=(eerder(date(2026, 1, 24)),)).bedragen) == 3
    assert len(verlaging(anders, eerdere_maatregelen=(eerder(date(2026, 1, 23)),)).bedragen) == 1


@pytest.mark.parametrize(
    "eerste",
    [
        pytest.param(eerder(date(2026, 1, 5), uniform=True), id="uniforme-verplichting-heeft-eigen-ladder"),
        pytest.param(eerder(date(2026, 1, 5), soort=Zaaksoort.LIK_OP_STUK), id="vast-bedrag"),
    ],
)
def test_telt_niet_als_recidive(eerste: EerdereMaatregel) -> None:
    assert not verlaging(eerdere_maatregelen=(eerste,)).recidive


SOLLICITEREN = "onvoldoende_sollicitaties"
ZONDER_MISDRAGING = beleid(categorie_per_gedraging={"PW": {KICK_OFF: "2"}})


@pytest.mark.regel("DEV-MTR-511")
@pytest.mark.parametrize(
    ("duur_3", "eigen", "ander", "gekozen", "maanden"),
    [
        pytest.param(1, KICK_OFF, SOLLICITEREN, SOLLICITEREN, 1, id="hoogste-percentage-niet-de-langste-duur"),
        pytest.param(1, SOLLICITEREN, KICK_OFF, SOLLICITEREN, 1, id="eigen-gedraging-is-de-zwaarste"),
        pytest.param(1, SOLLICITEREN, "werkweigering", "werkweigering", 2, id="gelijk-percentage-langste-uniform"),
        pytest.param(3, SOLLICITEREN, "werkweigering", SOLLICITEREN, 3, id="gelijk-percentage-langste-verordening"),
    ],
)
def test_samenloop_is_een_verlaging_de_zwaarste(
    duur_3: int, eigen: str, ander: str, gekozen: str, maanden: int
) -> None:
    duren = {"1": 1, "2": 3, "3": duur_3}
    anders = beleid(duur_maanden=duren, duur_uniforme_verplichting_maanden=2, duur_uniforme_recidive_maanden=3)
    uitkomst = verlaging(anders, gedraging=eigen, samenloop=(Samenloop(gedraging=ander),))
    assert (uitkomst.gedraging, uitkomst.procent, len(uitkomst.bedragen)) == (gekozen, Decimal(100), maanden)
    assert uitkomst.meegenomen == tuple({eigen, ander} - {gekozen})


@pytest.mark.regel("DEV-MTR-512")
def test_samenloop_met_onbekende_sanctie_wordt_niet_geraden() -> None:
    with pytest.raises(Geweigerd) as fout:
        verlaging(ZONDER_MISDRAGING, samenloop=(Samenloop(gedraging="zeer_ernstige_misdraging"),))
    assert in_de_weg(fout.value.toetsen) == {"sanctie_ingesteld": "niet_voldaan"}


@pytest.mark.regel("DEV-MTR-512")
def test_percentage_en_duur_komen_uit_het_beleid() -> None:
    anders = beleid(verlaging_procent={"1": "5", "2": "20", "3": "100"}, duur_maanden={"1": 1, "2": 2, "3": 1})
    assert per_maand(verlaging(anders)) == {JUNI: 28030, JULI: 28389}


UNIFORM = {
    duur: beleid(duur_uniforme_verplichting_maanden=duur, duur_uniforme_recidive_maanden=min(duur + 1, 3))
    for duur in (1, 2, 3)
}


@pytest.mark.parametrize("duur", [1, 2, 3])
def test_uniforme_verplichting_honderd_procent_duur_van_de_verordening(duur: int) -> None:
    uitkomst = verlaging(UNIFORM[duur], gedraging="traject_niet_willen_volgen")
    assert list(per_maand(uitkomst).values()) == [140150, 141946, 141946][:duur]
    assert str(uitkomst.grondslag) == "artikel 18, lid 5, Participatiewet"


def test_niet_meer_dan_er_van_de_norm_over_is() -> None:
    krap = NormMaand(maand=JUNI, norm=140150, versie="v", al_verlaagd=120000)
    op = NormMaand(maand=JUNI, norm=140150, versie="v", al_verlaagd=150000)
    assert verlaging(normen=(krap,)).totaal == 20150
    assert verlaging(normen=(op,)).totaal == 0


def test_zonder_norm_geen_bedrag() -> None:
    with pytest.raises(Geweigerd) as fout:
        verlaging(normen=())
    assert in_de_weg(fout.value.toetsen) == {"norm_bekend": "onbepaald"}


@pytest.mark.parametrize(
    ("norm", "bedrag"), [pytest.param(140150, 5000, id="vijftig-euro"), pytest.param(3000, 3000, id="norm-lager")]
)
def test_lik_op_stuk_is_een_vast_bedrag(norm: int, bedrag: int) -> None:
    zaak = lik_op_stuk(normen=(NormMaand(maand=JUNI, norm=norm, versie="v"),))
    uitkomst = bereken(zaak, BELEID, BESLUIT)
    assert (uitkomst.soort, uitkomst.procent, uitkomst.totaal) == (Zaaksoort.LIK_OP_STUK, None, bedrag)


@pytest.mark.regel("DEV-MTR-512")
def test_lik_op_stuk_volgt_het_ingestelde_bedrag() -> None:
    assert bereken(lik_op_stuk(), beleid(lik_op_stuk_bedrag=7500), BESLUIT).totaal == 7500


GEDRAGINGEN = sorted(rij.code for rij in BELEID.gedragingen.waarde if Regime.PW in rij.regimes)


@given(
    gedraging=st.sampled_from(GEDRAGINGEN),
    ander=st.lists(st.sampled_from(GEDRAGINGEN), max_size=3),
    norm=st.integers(0, 400_000),
    al_verlaagd=st.integers(0, 500_000),
    procent=st.none() | st.decimals(5, 100, places=2),
    vorige=st.none() | st.dates(date(2025, 1, 1), date(2026, 5, 20)),
    besluit=st.dates(date(2026, 4, 24), date(2027, 4, 23)),
)
def test_nooit_boven_de_norm_nooit_negatief(
    gedraging: str,
    ander: list[str],
    norm: int,
    al_verlaagd: int,
    procent: Decimal | None,
    vorige: date | None,
    besluit: date,
) -> None:
    maanden = [plus_maanden(besluit.replace(day=1), n) for n in range(1, 9)]
    uitkomst = verlaging(
        peildatum=besluit,
        gedraging=gedraging,
        samenloop=tuple(Samenloop(gedraging=code) for code in ander),
        normen=tuple(NormMaand(maand=m, norm=norm, versie="v", al_verlaagd=al_verlaagd) for m in maanden),
        afwijking=None if procent is None else Afwijking(procent=procent, gemotiveerd=True),
        eerdere_maatregelen=() if vorige is None else (eerder(vorige),),
    )
    assert all(0 <= regel.bedrag <= max(norm - al_verlaagd, 0) for regel in uitkomst.bedragen)
    assert uitkomst.totaal == sum(regel.bedrag for regel in uitkomst.bedragen)
    assert len({regel.maand for regel in uitkomst.bedragen}) == len(uitkomst.bedragen)
    assert besluit < uitkomst.van < uitkomst.tot
