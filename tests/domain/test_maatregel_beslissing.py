"""The decision: dictum, reasons, example values, and the same bytes for the same facts."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.kern.canoniek import canoniek
from app.domain.kern.klantgroep import Klantgroep
from app.domain.maatregel.beleid import MaatregelBeleid, Regime
from app.domain.maatregel.beslissing import Beslissing, beslis
from app.domain.maatregel.feiten import (
    Afwijking,
    EerdereMaatregel,
    HoorFeiten,
    HoorKanaal,
    Samenloop,
    Verwijtbaarheid,
    Voorstel,
    ZaakFeiten,
)
from app.domain.maatregel.motivering import Maatregeldictum as Dictum
from app.domain.maatregel.toets_bevoegdheid import toets_beeindiging
from tests.steun.maatregel import ADVIES, BELEID, BESLUIT, PLAN, beleid, feiten, lik_op_stuk

NIET_GEHOORD = HoorFeiten(
    gehoord=False, datum=date(2026, 5, 7), kanaal=HoorKanaal.SCHRIFTELIJK, reden_niet_horen="geen_reactie_op_oproep"
)
ZONDER_SANCTIE = beleid(categorie_per_gedraging={})


OOK_SOLLICITATIES = Samenloop(
    gedraging="onvoldoende_sollicitaties",
    omschrijving="te weinig solliciteren",
    gedraging_datum=date(2026, 4, 2),
)


def besluit(policy: MaatregelBeleid = BELEID, peildatum: date = BESLUIT, **anders: Any) -> Beslissing:
    return beslis(feiten(**anders), policy, peildatum)


def advies(voorstel: Voorstel) -> dict[str, Any]:
    return {"advies": ADVIES.model_copy(update={"voorstel": voorstel})}


@pytest.mark.parametrize(
    ("anders", "dictum"),
    [
        pytest.param({}, Dictum.MAATREGEL, id="advies-opleggen"),
        pytest.param(advies(Voorstel.WAARSCHUWING), Dictum.WAARSCHUWING, id="advies-waarschuwing"),
        pytest.param(advies(Voorstel.AFZIEN), Dictum.AFZIEN, id="advies-afzien"),
        pytest.param(
            {"keuze": Voorstel.AFZIEN, "keuze_gemotiveerd": True}, Dictum.AFZIEN, id="afgeweken-van-het-advies"
        ),
        pytest.param({"keuze": Voorstel.AFZIEN}, Dictum.VOORLEGGEN, id="afgeweken-zonder-reden"),
        pytest.param({"verwijtbaarheid": Verwijtbaarheid.ONTBREEKT}, Dictum.AFZIEN, id="geen-verwijt"),
        pytest.param(
            {"verwijtbaarheid": Verwijtbaarheid.ONTBREEKT, "verwijtbaarheid_gemotiveerd": False},
            Dictum.VOORLEGGEN,
            id="geen-verwijt-zonder-motivering",
        ),
        pytest.param({"verwijtbaarheid": None}, Dictum.VOORLEGGEN, id="verwijt-open"),
        pytest.param({"verwijtbaarheid": Verwijtbaarheid.VERMINDERD}, Dictum.MAATREGEL, id="verminderd-volgens-beleid"),
        pytest.param(
            {"verwijtbaarheid": Verwijtbaarheid.VERMINDERD, "gedraging": "traject_niet_willen_volgen"},
            Dictum.VOORLEGGEN,
            id="verminderd-bij-uniforme-verplichting",
        ),
        pytest.param({"dringende_redenen": True}, Dictum.VOORLEGGEN, id="dringende-redenen-zonder-hoogte"),
        pytest.param({"hoor": HoorFeiten()}, Dictum.VOORLEGGEN, id="niet-gehoord"),
        pytest.param({"advies": None}, Dictum.VOORLEGGEN, id="geen-advies"),
        pytest.param({"besluiter": ADVIES.adviseur}, Dictum.VOORLEGGEN, id="adviseur-beslist"),
        pytest.param({"regime": Regime.IOAW}, Dictum.VOORLEGGEN, id="gedraging-niet-in-ioaw"),
        pytest.param({"klantgroep": Klantgroep.ZORGEN}, Dictum.VOORLEGGEN, id="zorgen"),
        pytest.param({"policy": ZONDER_SANCTIE}, Dictum.VOORLEGGEN, id="geen-sanctie"),
        pytest.param(
            {"policy": ZONDER_SANCTIE, **advies(Voorstel.WAARSCHUWING)},
            Dictum.WAARSCHUWING,
            id="waarschuwing-zonder-sanctie",
        ),
        pytest.param(
            {"regime": Regime.IOAW, "verwijtbaarheid": Verwijtbaarheid.ONTBREEKT}, Dictum.AFZIEN, id="ioaw-geen-verwijt"
        ),
    ],
)
def test_dictum(anders: dict[str, Any], dictum: Dictum) -> None:
    uitkomst = besluit(**anders)
    assert uitkomst.dictum is dictum
    assert (uitkomst.verlaging is not None) is (dictum is Dictum.MAATREGEL)
    assert all(zin.endswith(".") for zin in uitkomst.motivering)


@pytest.mark.parametrize(
    ("peildatum", "dictum"),
    [
        pytest.param(date(2027, 4, 22), Dictum.MAATREGEL, id="dag-voor-een-jaar"),
        pytest.param(date(2027, 4, 23), Dictum.MAATREGEL, id="precies-een-jaar"),
        pytest.param(date(2027, 4, 24), Dictum.AFZIEN, id="dag-na-een-jaar"),
    ],
)
def test_te_oud_is_afzien(peildatum: date, dictum: Dictum) -> None:
    normen = tuple(norm.model_copy(update={"maand": date(2027, 5, 1)}) for norm in feiten().normen[:1])
    uitkomst = besluit(peildatum=peildatum, normen=normen)
    assert uitkomst.dictum is dictum
    if dictum is Dictum.AFZIEN:
        assert uitkomst.motivering[-1].startswith("Het is te lang geleden (")
        assert uitkomst.voorbeeldwaarden == ("verjaring_maanden",)


def test_motivering_van_een_maatregel() -> None:
    assert besluit().motivering == (
        "Het gaat om 23 april 2026: niet of te weinig meewerken aan het maken, uitvoeren of evalueren van uw plan van "
        "aanpak.",
        "Deze verplichting geldt voor u sinds uw melding op 31 maart 2026 (artikel 9, lid 1, Participatiewet).",
        "De verplichting staat in uw plan van aanpak. Dat is ondertekend op 10 april 2026 "
        "(paragraaf 8, Productenboek Inzet op Maat).",
        "U kreeg de verzuimregels op 10 april 2026 (paragraaf 8, Productenboek Inzet op Maat).",
        "U kwam 2 keer niet naar een afspraak en liet dat niet vooraf weten "
        "(paragraaf 3.3.1 en 4.3.1, Productenboek Inzet op Maat).",
        "Wij nodigden u uit met een bericht van 3 april 2026 (paragraaf 8, Productenboek Inzet op Maat).",
        "Op 15 april 2026 gaven wij u een nieuwe kans met een aangetekende brief en een gewone brief. Het gesprek was "
        "op 23 april 2026. Daartussen lagen 5 werkdagen (paragraaf 8, Productenboek Inzet op Maat).",
        "Op 7 mei 2026 kon u uw verhaal doen (telefonisch) (artikel 4:8, Awb).",
        "Wij vinden dat u hier iets aan kon doen (artikel 18, lid 9, Participatiewet).",
        "Wij keken naar uw situatie en naar de reden van uw gedrag (artikel 18, lid 1, Participatiewet).",
        "In uw situatie zagen wij geen dringende redenen om anders te beslissen (artikel 18, lid 10, Participatiewet).",
        "Wij verlagen uw uitkering met 30% gedurende 1 maand, vanaf 1 juni 2026 "
        "(artikel nog niet bekend, Afstemmingsverordening).",
        "In juni 2026 is uw norm € 1.401,50; de verlaging is € 420,45.",
        "Bent u het er niet mee eens? Dan kunt u bezwaar maken, binnen 6 weken nadat wij dit besluit verzonden "
        "(artikel 6:7, Awb).",
    )


@pytest.mark.parametrize(
    ("anders", "fragment"),
    [
        pytest.param({"hoor": NIET_GEHOORD}, "Wij hebben u niet gehoord: geen reactie op oproep", id="niet-gehoord"),
        pytest.param(
            {
                "verwijtbaarheid": Verwijtbaarheid.VERMINDERD,
                "afwijking": Afwijking(procent=15, gemotiveerd=True),
            },
            "u hier voor een deel iets aan kon doen",
            id="verminderd",
        ),
        pytest.param(
            {"dringende_redenen": True, "afwijking": Afwijking(procent=15, gemotiveerd=True)},
            "zijn er dringende redenen",
            id="dringende-redenen",
        ),
        pytest.param({"afwijking": Afwijking(maanden=2, gemotiveerd=True)}, "gedurende 2 maanden", id="twee-maanden"),
        pytest.param(
            {"afwijking": Afwijking(maanden=2, gemotiveerd=True)}, "Wij wijken af van de gewone", id="afwijking"
        ),
        pytest.param(
            {"plan": PLAN.model_copy(update={"ondertekend": False, "afwijking_plan_gemotiveerd": True})},
            "zonder ondertekend plan van aanpak",
            id="zonder-plan",
        ),
        pytest.param(
            {"plan": PLAN.model_copy(update={"afwijking_verzuimregels_gemotiveerd": True})},
            "zonder dat u de verzuimregels kreeg",
            id="zonder-verzuimregels",
        ),
        pytest.param(
            {"samenloop": (Samenloop(gedraging="onvoldoende_sollicitaties"),)},
            "Er was meer dan één gedraging. U krijgt één verlaging: voor de zwaarste",
            id="samenloop-zoals-vroeger-bewaard",
        ),
        pytest.param(
            {"samenloop": (OOK_SOLLICITATIES, OOK_SOLLICITATIES.model_copy(update={"gedraging_datum": None}))},
            "Het ging ook om: te weinig solliciteren (op 2 april 2026); te weinig solliciteren. U krijgt één verlaging",
            id="samenloop",
        ),
        pytest.param(
            {
                "eerdere_maatregelen": (
                    EerdereMaatregel(besluit_datum=date(2026, 1, 5), gedraging="werkweigering", uniform=False),
                )
            },
            "Daarom duurt deze maatregel langer",
            id="recidive",
        ),
        pytest.param(advies(Voorstel.WAARSCHUWING), "U krijgt een waarschuwing", id="waarschuwing"),
        pytest.param(advies(Voorstel.AFZIEN), "In het rapport staat waarom", id="afzien"),
        pytest.param({"verwijtbaarheid": Verwijtbaarheid.ONTBREEKT}, "U kon hier niets aan doen", id="geen-verwijt"),
        pytest.param({"hoor": HoorFeiten()}, "De klant is nog niet gehoord (artikel 4:8, Awb).", id="voorleggen"),
        pytest.param(
            {"regime": Regime.IOAW, "verwijtbaarheid": Verwijtbaarheid.ONTBREEKT},
            "pva niet meewerken kick off",
            id="onbekende-gedraging",
        ),
    ],
)
def test_motivering_noemt(anders: dict[str, Any], fragment: str) -> None:
    assert fragment in " ".join(besluit(**anders).motivering)


def test_motivering_van_lik_op_stuk() -> None:
    uitkomst = beslis(lik_op_stuk(), BELEID, BESLUIT)
    assert uitkomst.dictum is Dictum.MAATREGEL
    assert "één keer met een vast bedrag, vanaf 1 juni 2026" in " ".join(uitkomst.motivering)
    assert "In juni 2026 is uw norm € 1.401,50; de verlaging is € 50,00." in uitkomst.motivering


@pytest.mark.parametrize(
    ("zaak", "waarden"),
    [
        pytest.param(
            feiten(),
            (
                "categorie_per_gedraging",
                "duur_maanden",
                "recidive_maanden",
                "uitvoering_vanaf",
                "verjaring_maanden",
                "verlaging_procent",
            ),
            id="categorie",
        ),
        pytest.param(
            feiten(gedraging="traject_niet_willen_volgen"),
            ("duur_uniforme_verplichting_maanden", "recidive_maanden", "uitvoering_vanaf", "verjaring_maanden"),
            id="uniform",
        ),
        pytest.param(
            feiten(
                hoor=NIET_GEHOORD,
                eerdere_maatregelen=(
                    EerdereMaatregel(besluit_datum=date(2026, 1, 5), gedraging="werkweigering", uniform=False),
                ),
            ),
            (
                "categorie_per_gedraging",
                "duur_maanden",
                "horen_uitzonderingen",
                "recidive_duur_factor",
                "recidive_maanden",
                "uitvoering_vanaf",
                "verjaring_maanden",
                "verlaging_procent",
            ),
            id="recidive-niet-gehoord",
        ),
        pytest.param(lik_op_stuk(), ("lik_op_stuk_bedrag", "uitvoering_vanaf", "verjaring_maanden"), id="lik-op-stuk"),
        pytest.param(
            feiten(**advies(Voorstel.WAARSCHUWING)), ("recidive_maanden", "verjaring_maanden"), id="waarschuwing"
        ),
        pytest.param(feiten(verwijtbaarheid=Verwijtbaarheid.ONTBREEKT), (), id="afzien-zonder-voorbeeldwaarde"),
        pytest.param(feiten(advies=None), (), id="voorleggen"),
    ],
)
def test_voorbeeldwaarden_worden_genoemd(zaak: ZaakFeiten, waarden: tuple[str, ...]) -> None:
    assert beslis(zaak, BELEID, BESLUIT).voorbeeldwaarden == waarden


def test_grondslagen_zonder_herhaling() -> None:
    grondslagen = besluit().grondslagen
    assert len(grondslagen) == len(set(grondslagen))
    assert {"artikel 4:8, Awb", "artikel 18, lid 9, Participatiewet"} <= {str(grond) for grond in grondslagen}


@pytest.mark.regel("DEV-MTR-002")
@pytest.mark.parametrize(
    ("grond", "uitkomst"),
    [
        pytest.param("re_integratieverplichting", "niet_voldaan", id="re-integratieverplichting"),
        pytest.param("inlichtingenplicht", "voldaan", id="inlichtingenplicht"),
    ],
)
def test_uitkering_eindigt_niet_op_re_integratieverplichting(grond: str, uitkomst: str) -> None:
    toets = toets_beeindiging(grond)
    assert toets.uitkomst == uitkomst
    assert str(toets.grondslag) == "paragraaf 4.2, Productenboek Inzet op Maat"


ZAKEN = st.builds(
    feiten,
    klantgroep=st.sampled_from(Klantgroep),
    gedraging=st.sampled_from(sorted({rij.code for rij in BELEID.gedragingen.waarde})),
    regime=st.sampled_from(Regime),
    verwijtbaarheid=st.none() | st.sampled_from(Verwijtbaarheid),
    dringende_redenen=st.none() | st.booleans(),
    afwijking=st.none() | st.builds(Afwijking, procent=st.sampled_from([None, 10, 100]), gemotiveerd=st.booleans()),
    hoor=st.sampled_from([HoorFeiten(), NIET_GEHOORD, feiten().hoor]),
    advies=st.sampled_from([None, *(ADVIES.model_copy(update={"voorstel": soort}) for soort in Voorstel)]),
    besluiter=st.sampled_from([None, ADVIES.adviseur, "besluiter"]),
)


@pytest.mark.regel("DEV-MTR-501")
@settings(deadline=None)
@given(zaak=ZAKEN)
def test_zelfde_feiten_zelfde_bytes_en_nooit_door_een_persoon_alleen(zaak: ZaakFeiten) -> None:
    eerste = beslis(zaak, BELEID, BESLUIT)
    opnieuw = ZaakFeiten.model_validate_json(canoniek(zaak))
    assert canoniek(beslis(opnieuw, beleid(), BESLUIT)) == canoniek(eerste)
    assert canoniek(Beslissing.model_validate_json(canoniek(eerste))) == canoniek(eerste)
    if eerste.dictum is not Dictum.VOORLEGGEN:
        assert zaak.advies is not None
        assert zaak.besluiter not in (None, zaak.advies.adviseur)


def test_bytes_zijn_leesbare_json() -> None:
    inhoud = json.loads(canoniek(besluit()))
    assert inhoud["verlaging"]["bedragen"][0]["bedrag"] == 42045
    assert list(inhoud) == sorted(inhoud)
