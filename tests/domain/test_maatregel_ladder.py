"""Article 18, lid 5 to 8: the ladder, spreading, the first month, and less at reduced blame."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kern.fouten import Geweigerd
from app.domain.maatregel.beleid import MaatregelBeleid
from app.domain.maatregel.berekening import Verlaging, bereken
from app.domain.maatregel.beslissing import beslis, gebruikte_waarden
from app.domain.maatregel.feiten import (
    Afwijking,
    EerdereMaatregel,
    NormMaand,
    Samenloop,
    Spreiding,
    Verwijtbaarheid,
    ZaakFeiten,
    Zaaksoort,
)
from app.domain.maatregel.maatstaf import bepaal, verdeel
from app.domain.maatregel.motivering import formule
from app.domain.maatregel.sanctie import herijk
from tests.steun.maatregel import BELEID, BESLUIT, KICK_OFF, beleid, feiten, in_de_weg, lik_op_stuk, normen

TRAJECT = "traject_niet_willen_volgen"
JUNI, JULI, AUGUSTUS = date(2026, 6, 1), date(2026, 7, 1), date(2026, 8, 1)


def uniform(**anders: Any) -> ZaakFeiten:
    return feiten(**{"gedraging": TRAJECT, **anders})


def verlaging(policy: MaatregelBeleid = BELEID, peildatum: date = BESLUIT, **anders: Any) -> Verlaging:
    return bereken(uniform(**anders), policy, peildatum)


def eerder(dag: date, lid: int | None = 5, soort: Zaaksoort = Zaaksoort.VERLAGING) -> EerdereMaatregel:
    return EerdereMaatregel(besluit_datum=dag, gedraging="werkweigering", uniform=True, soort=soort, lid=lid)


def geweigerd(policy: MaatregelBeleid = BELEID, **anders: Any) -> dict[str, str]:
    with pytest.raises(Geweigerd) as fout:
        verlaging(policy, **anders)
    return in_de_weg(fout.value.toetsen)


@pytest.mark.regel("DEV-MTR-510")
@pytest.mark.parametrize(
    ("vorige", "lid", "maanden"),
    [
        pytest.param((), 5, 1, id="eerste-keer"),
        pytest.param((eerder(date(2026, 1, 5), 5),), 6, 2, id="na-lid-5"),
        pytest.param((eerder(date(2026, 1, 5), None),), 6, 2, id="ouder-besluit-zonder-lid"),
        pytest.param((eerder(date(2026, 1, 5), 6),), 7, 3, id="na-lid-6"),
        pytest.param((eerder(date(2026, 1, 5), 7),), 8, 3, id="na-lid-7"),
        pytest.param((eerder(date(2026, 1, 5), 8),), 8, 3, id="telkens-daarna"),
        pytest.param((eerder(date(2025, 6, 1), 5), eerder(date(2025, 9, 1), 6)), 7, 3, id="de-hoogste-telt"),
        pytest.param(
            (eerder(date(2025, 9, 1), 6), eerder(date(2025, 12, 1), 5)), 7, 3, id="ook-als-een-lagere-later-is"
        ),
        pytest.param((eerder(date(2025, 3, 1), 6), eerder(date(2025, 9, 1), 5)), 6, 2, id="een-oude-hoge-telt-niet"),
        pytest.param((eerder(date(2026, 1, 5), soort=Zaaksoort.LIK_OP_STUK),), 5, 1, id="vast-bedrag-telt-niet"),
    ],
)
def test_de_ladder_van_artikel_18(vorige: tuple[EerdereMaatregel, ...], lid: int, maanden: int) -> None:
    uitkomst = verlaging(eerdere_maatregelen=vorige)
    assert (uitkomst.lid, len(uitkomst.bedragen), uitkomst.procent) == (lid, maanden, Decimal(100))
    assert str(uitkomst.grondslag) == f"artikel 18, lid {lid}, Participatiewet"
    assert uitkomst.recidive is (lid > 5)


@pytest.mark.regel("DEV-MTR-510")
@pytest.mark.parametrize("lid", [5, 6, 7])
@pytest.mark.parametrize(
    ("besluit", "klimt"),
    [
        pytest.param(date(2025, 4, 24), True, id="dag-minder-dan-twaalf-maanden"),
        pytest.param(date(2025, 4, 23), False, id="precies-twaalf-maanden"),
        pytest.param(date(2025, 4, 22), False, id="dag-meer"),
        pytest.param(date(2026, 4, 22), True, id="dag-voor-de-gedraging"),
        pytest.param(date(2026, 4, 23), True, id="dag-van-de-gedraging"),
        pytest.param(date(2026, 4, 24), False, id="besluit-na-de-gedraging"),
    ],
)
def test_twaalf_maanden_na_het_vorige_besluit(lid: int, besluit: date, klimt: bool) -> None:
    assert verlaging(eerdere_maatregelen=(eerder(besluit, lid),)).lid == (lid + 1 if klimt else 5)


@pytest.mark.regel("DEV-MTR-510")
@pytest.mark.parametrize(
    ("bekend_op", "lid"), [(date(2026, 4, 22), 6), (date(2026, 4, 23), 5), (date(2026, 4, 24), 5), (None, 6)]
)
def test_wie_van_het_vorige_besluit_nog_niet_kon_weten_valt_niet_terug(bekend_op: date | None, lid: int) -> None:
    vorige = eerder(date(2026, 4, 20)).model_copy(update={"bekend_op": bekend_op})
    assert verlaging(eerdere_maatregelen=(vorige,)).lid == lid


def test_een_mens_bepaalt_de_duur_met_reden_en_het_lid_blijft() -> None:
    vorige: dict[str, Any] = {"eerdere_maatregelen": (eerder(date(2026, 1, 5)),)}
    uitkomst = verlaging(**vorige, afwijking=Afwijking(maanden=1, gemotiveerd=True))
    assert (uitkomst.lid, len(uitkomst.bedragen)) == (6, 1)
    assert geweigerd(**vorige, afwijking=Afwijking(maanden=1, gemotiveerd=False)) == {
        "afwijking_bepaald": "niet_voldaan"
    }


def test_bij_samenloop_telt_de_duur_met_recidive_mee() -> None:
    """Both 100%: on the ladder the uniform one lasts two months, so it is the heaviest."""
    zaak: dict[str, Any] = {
        "gedraging": "onvoldoende_sollicitaties",
        "samenloop": (Samenloop(gedraging=TRAJECT),),
        "eerdere_maatregelen": (eerder(date(2026, 1, 5)),),
    }
    uitkomst = verlaging(**zaak)
    assert (uitkomst.gedraging, len(uitkomst.bedragen)) == (TRAJECT, 2)


@given(
    reeks=st.lists(st.tuples(st.dates(date(2024, 1, 1), date(2026, 4, 23)), st.integers(5, 8)), max_size=5),
    extra=st.tuples(st.dates(date(2024, 1, 1), date(2026, 4, 23)), st.integers(5, 8)),
)
def test_de_ladder_daalt_nooit_door_een_maatregel_meer(reeks: list[tuple[date, int]], extra: tuple[date, int]) -> None:
    zonder = bepaal(uniform(eerdere_maatregelen=tuple(eerder(d, lid) for d, lid in reeks)), BELEID, BESLUIT)
    met = bepaal(uniform(eerdere_maatregelen=tuple(eerder(d, lid) for d, lid in [*reeks, extra])), BELEID, BESLUIT)
    assert zonder.zwaarste is not None
    assert met.zwaarste is not None
    assert (met.zwaarste.lid or 0, met.zwaarste.maanden) >= (zonder.zwaarste.lid or 0, zonder.zwaarste.maanden)
    assert 1 <= met.zwaarste.maanden <= 3


def _in_reeks(*weg: int) -> tuple[EerdereMaatregel, ...]:
    """Three maatregelen, each within a year of the one before; ``weg`` leaves out those that were withdrawn."""
    dagen = (date(2025, 6, 2), date(2025, 9, 1), date(2025, 12, 1))
    alle = [
        (eerder(dag, 5 + nummer), uniform(gedraging_datum=dag - timedelta(days=30))) for nummer, dag in enumerate(dagen)
    ]
    return herijk(reversed([deel for nummer, deel in enumerate(alle) if nummer not in weg]), BELEID)


@pytest.mark.regel("DEV-MTR-510")
@pytest.mark.parametrize(
    ("weg", "leden", "nu"),
    [
        pytest.param((), [5, 6, 7], 8, id="alles-staat"),
        pytest.param((0,), [5, 6], 7, id="de-eerste-ingetrokken"),
        pytest.param((1,), [5, 6], 7, id="de-tweede-ingetrokken"),
        pytest.param((0, 1), [5], 6, id="alleen-de-derde-staat"),
        pytest.param((0, 1, 2), [], 5, id="niets-staat"),
    ],
)
def test_een_ingetrokken_maatregel_telt_niet_in_de_ladder(weg: tuple[int, ...], leden: list[int], nu: int) -> None:
    over = _in_reeks(*weg)
    assert [deel.lid for deel in over] == leden
    assert verlaging(eerdere_maatregelen=over).lid == nu


def test_herijken_verhoogt_nooit_en_laat_de_verordening_met_rust() -> None:
    oud = (eerder(date(2025, 9, 1), 5), eerder(date(2025, 12, 1), 5), eerder(date(2026, 1, 5), None))
    assert herijk([(deel, uniform()) for deel in oud], BELEID) == oud


def okt_2023(**anders: Any) -> dict[str, Any]:
    maanden = (date(2023, 10, 1), date(2023, 11, 1), date(2023, 12, 1))
    vast = {
        "gedraging_datum": date(2023, 8, 15),
        "melding_datum": date(2023, 1, 2),
        "normen": tuple(NormMaand(maand=m, norm=121662, versie="NL/norm/2023-07-01") for m in maanden),
    }
    return {**vast, **anders}


@pytest.mark.parametrize(
    ("delen", "bedragen"),
    [
        pytest.param(3, [40554, 40554, 40554], id="drie-maanden"),
        pytest.param(2, [60831, 60831], id="twee-maanden"),
        pytest.param(1, [121662], id="in-een-keer"),
    ],
)
def test_een_maand_honderd_procent_verdeeld(delen: int, bedragen: list[int]) -> None:
    keuze = Spreiding(maanden=delen, gemotiveerd=True)
    uitkomst = verlaging(peildatum=date(2023, 9, 12), **okt_2023(spreiding=keuze))
    assert [regel.bedrag for regel in uitkomst.bedragen] == bedragen
    assert (uitkomst.totaal, uitkomst.lid) == (121662, 5)
    if delen == 3:
        assert formule(uitkomst.bedragen[1]) == "deel 2 van 3 van € 1.216,62 = € 405,54"


@given(bedrag=st.integers(0, 500_000), delen=st.integers(1, 3))
def test_delen_tellen_precies_op_en_het_eerste_is_ten_minste_een_derde(bedrag: int, delen: int) -> None:
    gevonden = verdeel(bedrag, delen)
    assert (sum(gevonden), len(gevonden)) == (bedrag, delen)
    assert gevonden[0] * 3 >= bedrag
    assert max(gevonden) - min(gevonden) <= 1
    assert gevonden == sorted(gevonden, reverse=True)


@given(norm=st.integers(0, 400_000), al=st.integers(0, 450_000), delen=st.integers(1, 3))
def test_verdeeld_is_samen_evenveel_als_in_een_keer(norm: int, al: int, delen: int) -> None:
    reeks = tuple(NormMaand(maand=m, norm=norm, versie="v", al_verlaagd=al) for m in (JUNI, JULI, AUGUSTUS))
    gespreid = verlaging(normen=reeks, spreiding=Spreiding(maanden=delen, gemotiveerd=True))
    assert gespreid.totaal == verlaging(normen=reeks).totaal


MET_REDEN = Spreiding(maanden=3, gemotiveerd=True)


@pytest.mark.parametrize(
    "anders",
    [
        pytest.param({"spreiding": Spreiding(maanden=3, gemotiveerd=False)}, id="zonder-reden"),
        pytest.param({"spreiding": MET_REDEN, "eerdere_maatregelen": (eerder(date(2026, 1, 5)),)}, id="lid-6"),
        pytest.param({"spreiding": MET_REDEN, "gedraging": KICK_OFF}, id="verordening"),
        pytest.param({"spreiding": MET_REDEN, "afwijking": Afwijking(maanden=2, gemotiveerd=True)}, id="twee-maanden"),
        pytest.param(
            {
                "spreiding": MET_REDEN,
                "normen": (*normen()[:2], normen()[2].model_copy(update={"al_verlaagd": 120000}), *normen()[3:]),
            },
            id="in-een-maand-te-weinig-over",
        ),
    ],
)
def test_verdelen_kan_hier_niet(anders: dict[str, Any]) -> None:
    assert geweigerd(**anders) == {"spreiding_toegestaan": "niet_voldaan"}


def test_verdelen_volgt_het_beleid_van_de_gemeente() -> None:
    standaard = beleid(spreiding={"standaard": 3, "hoogstens": 3})
    assert [regel.bedrag for regel in verlaging(standaard).bedragen] == [46717, 46717, 46716]
    assert len(verlaging(standaard, spreiding=Spreiding(maanden=1, gemotiveerd=True)).bedragen) == 1
    assert geweigerd(beleid(spreiding={"standaard": 1, "hoogstens": 2}), spreiding=MET_REDEN) == {
        "spreiding_toegestaan": "niet_voldaan"
    }
    assert bereken(lik_op_stuk(), standaard, BESLUIT).totaal == 5000
    assert verlaging(standaard, gedraging=KICK_OFF).totaal == 42045


def test_zonder_norm_wordt_niet_verdeeld_maar_naar_de_norm_gevraagd() -> None:
    assert geweigerd(spreiding=MET_REDEN, normen=normen()[:2]) == {"norm_bekend": "onbepaald"}


DEZE_MAAND = beleid(uitvoering_vanaf="maand_van_besluit")


@pytest.mark.parametrize(
    ("policy", "betaald", "van", "verzenden_voor"),
    [
        pytest.param(BELEID, None, JUNI, None, id="volgende-maand"),
        pytest.param(BELEID, date(2026, 4, 30), JUNI, None, id="volgende-maand-april-betaald"),
        pytest.param(BELEID, date(2026, 5, 31), JUNI, None, id="volgende-maand-mei-betaald"),
        pytest.param(BELEID, date(2026, 6, 1), JULI, None, id="juni-al-betaald"),
        pytest.param(DEZE_MAAND, date(2026, 4, 30), date(2026, 5, 1), JUNI, id="mei-nog-niet-betaald"),
        pytest.param(DEZE_MAAND, date(2026, 5, 1), JUNI, None, id="mei-wel-betaald"),
        pytest.param(DEZE_MAAND, None, JUNI, None, id="niet-bekend-of-mei-is-betaald"),
    ],
)
def test_eerste_maand(policy: MaatregelBeleid, betaald: date | None, van: date, verzenden_voor: date | None) -> None:
    uitkomst = verlaging(policy, betaald_tot_en_met=betaald)
    assert (uitkomst.van, uitkomst.verzenden_voor, len(uitkomst.bedragen)) == (van, verzenden_voor, 1)


VERMINDERD: dict[str, Any] = {"gedraging": KICK_OFF, "verwijtbaarheid": Verwijtbaarheid.VERMINDERD}


@pytest.mark.parametrize(
    ("policy", "anders", "procent"),
    [
        pytest.param(BELEID, {}, Decimal(15), id="de-helft-volgens-het-voorbeeld"),
        pytest.param(BELEID, {"afwijking": Afwijking(procent=20, gemotiveerd=True)}, Decimal(20), id="een-mens"),
        pytest.param(
            BELEID, {"afwijking": Afwijking(maanden=1, gemotiveerd=True)}, Decimal(15), id="een-mens-alleen-de-duur"
        ),
        pytest.param(beleid(verminderd_verwijt_procent="1"), {}, Decimal(5), id="niet-onder-het-minimum"),
        pytest.param(
            beleid(verminderd_verwijt_procent="1", afwijking_minimum_procent="40"), {}, Decimal(30), id="nooit-meer"
        ),
    ],
)
def test_verminderd_verwijt(policy: MaatregelBeleid, anders: dict[str, Any], procent: Decimal) -> None:
    assert verlaging(policy, **VERMINDERD, **anders).procent == procent


@pytest.mark.parametrize(
    ("policy", "anders"),
    [
        pytest.param(beleid(verminderd_verwijt_procent=None), {}, id="geen-beleid"),
        pytest.param(BELEID, {"gedraging": TRAJECT}, id="uniforme-verplichting"),
        pytest.param(BELEID, {"dringende_redenen": True}, id="ook-dringende-redenen"),
    ],
)
def test_verminderd_verwijt_naar_een_mens(policy: MaatregelBeleid, anders: dict[str, Any]) -> None:
    assert geweigerd(policy, **{**VERMINDERD, **anders}) == {"afwijking_bepaald": "onbepaald"}


@pytest.mark.parametrize(("procent", "goed"), [("4.99", False), ("5", True), ("100", True)])
def test_een_afwijking_blijft_tussen_vijf_en_honderd_procent(procent: str, goed: bool) -> None:
    keuze: dict[str, Any] = {"afwijking": Afwijking(procent=Decimal(procent), gemotiveerd=True)}
    if goed:
        assert verlaging(**keuze).procent == Decimal(procent)
    else:
        assert geweigerd(**keuze) == {"afwijking_bepaald": "niet_voldaan"}


@pytest.mark.parametrize(
    ("zaak", "fragment"),
    [
        pytest.param(
            uniform(eerdere_maatregelen=(eerder(date(2026, 1, 5)),)),
            "al een maatregel voor zo'n verplichting. Daarom duurt deze maatregel 2 maanden "
            "(artikel 18, lid 6, Participatiewet).",
            id="lid-6",
        ),
        pytest.param(
            uniform(eerdere_maatregelen=(eerder(date(2026, 1, 5), 6),)),
            "al twee keer een maatregel voor zo'n verplichting. Daarom duurt deze maatregel 3 maanden",
            id="lid-7",
        ),
        pytest.param(
            uniform(
                eerdere_maatregelen=(eerder(date(2026, 1, 5), 7),), afwijking=Afwijking(maanden=1, gemotiveerd=True)
            ),
            "U kreeg al vaker een maatregel voor zo'n verplichting. Daarom duurt deze maatregel 1 maand (",
            id="lid-8",
        ),
        pytest.param(
            uniform(spreiding=MET_REDEN),
            "met 100% gedurende 1 maand, vanaf 1 juni 2026 (artikel 18, lid 5, Participatiewet). "
            "In juni 2026 is uw norm € 1.401,50; de verlaging is € 467,17.",
            id="verdeeld",
        ),
        pytest.param(
            uniform(spreiding=MET_REDEN), "Wij verdelen het over 3 maanden (artikel 18, lid 5", id="verdeeld-waarom"
        ),
        pytest.param(uniform(spreiding=MET_REDEN), "Samen is dat € 1.401,50.", id="verdeeld-totaal"),
        pytest.param(
            feiten(verwijtbaarheid=Verwijtbaarheid.VERMINDERD),
            "Omdat u hier maar voor een deel iets aan kon doen, is de verlaging 15% en niet 30% (",
            id="minder-verwijt",
        ),
        pytest.param(
            uniform(normen=tuple(n.model_copy(update={"al_verlaagd": 100000}) for n in normen())),
            "de verlaging is € 401,50. Meer kan niet, omdat er in deze maand al iets van uw uitkering af gaat.",
            id="begrensd",
        ),
    ],
)
def test_de_motivering_vertelt_de_hoogte(zaak: ZaakFeiten, fragment: str) -> None:
    assert fragment in " ".join(beslis(zaak, BELEID, BESLUIT).motivering)


def test_niet_verdelen_staat_niet_in_de_brief() -> None:
    zaak = uniform(spreiding=Spreiding(maanden=1, gemotiveerd=True))
    assert "verdelen" not in " ".join(beslis(zaak, BELEID, BESLUIT).motivering)


@pytest.mark.parametrize(
    ("zaak", "waarden"),
    [
        pytest.param(uniform(), {"duur_uniforme_verplichting_maanden"}, id="lid-5"),
        pytest.param(
            uniform(eerdere_maatregelen=(eerder(date(2026, 1, 5)),)), {"duur_uniforme_recidive_maanden"}, id="lid-6"
        ),
        pytest.param(uniform(eerdere_maatregelen=(eerder(date(2026, 1, 5), 6),)), {"duur_maximum_maanden"}, id="lid-7"),
        pytest.param(uniform(spreiding=MET_REDEN), {"duur_uniforme_verplichting_maanden", "spreiding"}, id="verdeeld"),
        pytest.param(
            feiten(verwijtbaarheid=Verwijtbaarheid.VERMINDERD),
            {"verminderd_verwijt_procent", "afwijking_minimum_procent", "verlaging_procent"},
            id="minder-verwijt",
        ),
        pytest.param(
            feiten(afwijking=Afwijking(procent=10, gemotiveerd=True)),
            {"duur_maximum_maanden", "afwijking_minimum_procent"},
            id="afwijking",
        ),
    ],
)
def test_op_welke_waarden_de_hoogte_rust(zaak: ZaakFeiten, waarden: set[str]) -> None:
    namen = gebruikte_waarden(zaak, BELEID, beslis(zaak, BELEID, BESLUIT))
    assert waarden <= set(namen)
    ladder = {"duur_uniforme_verplichting_maanden", "duur_uniforme_recidive_maanden"}
    assert set(namen) & ladder == waarden & ladder
