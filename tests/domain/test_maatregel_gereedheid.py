"""Gereedheid of a maatregelzaak: each missing element is named, exactly, with its article."""

from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.kern.klantgroep import Klantgroep
from app.domain.maatregel.beleid import Regime
from app.domain.maatregel.beslissing import beslis
from app.domain.maatregel.feiten import (
    Advies,
    Afwijking,
    Bewijsstuk,
    EerdereMaatregel,
    HoorFeiten,
    HoorKanaal,
    NieuweAfspraak,
    PlanFeiten,
    Samenloop,
    Verwijtbaarheid,
    Voorstel,
    Wijze,
)
from app.domain.maatregel.gereedheid import aandachtspunten, toets_gereedheid, voor_advies, voor_besluit
from app.domain.maatregel.toets_bevoegdheid import toets_toetsing
from tests.steun.maatregel import (
    ADVIES,
    BEIDE,
    BELEID,
    BESLUIT,
    HERSTELTERMIJN,
    HOOR,
    KICK_OFF,
    NO_SHOW_1,
    NO_SHOW_2,
    PLAN,
    UITNODIGING,
    VERZONDEN,
    beleid,
    feiten,
    in_de_weg,
    lik_op_stuk,
)

NIET, OPEN = "niet_voldaan", "onbepaald"
NIEUW = NieuweAfspraak(op=date(2026, 6, 3), tijd="10.00", plaats="Stadskantoor")
EEN_DAG = timedelta(days=1)
NIET_GEHOORD = HoorFeiten(
    gehoord=False, datum=date(2026, 5, 7), kanaal=HoorKanaal.SCHRIFTELIJK, reden_niet_horen="geen_reactie_op_oproep"
)


def regel(*ids: str) -> pytest.MarkDecorator:
    return pytest.mark.regel(*ids)


def wat_ontbreekt(**anders: Any) -> dict[str, str]:
    return in_de_weg(toets_gereedheid(feiten(**anders), BELEID, BESLUIT))


def test_volledige_zaak_is_gereed() -> None:
    assert wat_ontbreekt() == {}


def test_gereedheid_is_eerst_voor_het_advies_dan_voor_het_besluit() -> None:
    zaak = feiten()
    assert toets_gereedheid(zaak, BELEID, BESLUIT) == voor_advies(zaak, BELEID, BESLUIT) + voor_besluit(
        zaak, BELEID, BESLUIT
    )
    assert in_de_weg(voor_advies(feiten(advies=None, samenloop=None, verwijtbaarheid=None), BELEID, BESLUIT)) == {}


@pytest.mark.parametrize(
    ("anders", "verwacht", "artikel"),
    [
        pytest.param(
            {"leeftijd_op_gedraging": 17}, {"plicht_geldt": NIET}, "9", id="17-jaar", marks=regel("DEV-MTR-502")
        ),
        pytest.param(
            {"bereikt_aow": True}, {"plicht_geldt": NIET}, "9", id="pensioenleeftijd", marks=regel("DEV-MTR-502")
        ),
        pytest.param(
            {"melding_datum": NO_SHOW_2 + EEN_DAG},
            {"plicht_geldt": NIET},
            "9",
            id="dag-voor-de-melding",
            marks=regel("DEV-MTR-502"),
        ),
        pytest.param({"klantgroep": None}, {"klantgroep": OPEN}, "paragraaf 8", id="niet-ingedeeld"),
        pytest.param(
            {"klantgroep": Klantgroep.ZORGEN}, {"klantgroep": NIET}, "paragraaf 7.4", id="zorgen-contactladder"
        ),
        pytest.param({"klantgroep": Klantgroep.FACILITEREN}, {"klantgroep": NIET}, "paragraaf 8", id="faciliteren"),
        pytest.param({"no_shows": (NO_SHOW_1,)}, {"no_shows": NIET}, "paragraaf 3.3.1 en 4.3.1", id="een-no-show"),
        pytest.param(
            {"no_shows": (NO_SHOW_1, BESLUIT + EEN_DAG)},
            {"no_shows": NIET},
            "paragraaf 3.3.1 en 4.3.1",
            id="no-show-na-de-peildatum-telt-niet",
        ),
        pytest.param(
            {"verzendingen": (HERSTELTERMIJN,)}, {"uitnodiging_verzonden": NIET}, "paragraaf 8", id="geen-uitnodiging"
        ),
        pytest.param(
            {"verzendingen": (UITNODIGING.model_copy(update={"datum_verzonden": NO_SHOW_1 + EEN_DAG}), HERSTELTERMIJN)},
            {"uitnodiging_verzonden": NIET},
            "paragraaf 8",
            id="uitnodiging-pas-na-het-gesprek-verzonden",
            marks=regel("DEV-MTR-513"),
        ),
        pytest.param(
            {"verzendingen": (UITNODIGING,)},
            {"hersteltermijn_verzonden": NIET},
            "paragraaf 8",
            id="geen-hersteltermijn",
            marks=regel("DEV-MTR-514"),
        ),
        pytest.param({"hoor": HoorFeiten()}, {"gehoord": OPEN}, "4:8", id="niet-gehoord", marks=regel("DEV-MTR-506")),
        pytest.param(
            {"hoor": HOOR.model_copy(update={"verklaring_vastgelegd": False})},
            {"gehoord": NIET},
            "4:8",
            id="gehoord-zonder-verklaring",
            marks=regel("DEV-MTR-506"),
        ),
        pytest.param(
            {"hoor": HOOR.model_copy(update={"datum": BESLUIT + EEN_DAG})},
            {"gehoord": NIET},
            "4:8",
            id="gehoord-na-de-peildatum",
        ),
        pytest.param(
            {"hoor": HOOR.model_copy(update={"datum": NO_SHOW_2 - EEN_DAG})},
            {"gehoord": NIET},
            "4:8",
            id="gehoord-op-de-dag-voor-de-gedraging",
            marks=regel("DEV-MTR-506"),
        ),
        pytest.param(
            {"hoor": NIET_GEHOORD.model_copy(update={"datum": NO_SHOW_2 - EEN_DAG})},
            {"gehoord": NIET},
            "4:8",
            id="opgeroepen-op-de-dag-voor-de-gedraging",
            marks=regel("DEV-MTR-506"),
        ),
        pytest.param(
            {"hoor": NIET_GEHOORD.model_copy(update={"reden_niet_horen": None})},
            {"gehoord": NIET},
            "4:8",
            id="niet-gehoord-zonder-grond",
            marks=regel("DEV-MTR-506"),
        ),
        pytest.param(
            {"hoor": NIET_GEHOORD.model_copy(update={"reden_niet_horen": "geen_zin"})},
            {"gehoord": NIET},
            "4:8",
            id="niet-gehoord-om-een-reden-die-niet-telt",
            marks=regel("DEV-MTR-506"),
        ),
        pytest.param(
            {"hoor": NIET_GEHOORD.model_copy(update={"kanaal": None})},
            {"gehoord": NIET},
            "4:8",
            id="geen-oproep-tot-wederhoor",
            marks=regel("DEV-MTR-506"),
        ),
        pytest.param({"verwijtbaarheid": None}, {"verwijtbaarheid": OPEN}, "18", id="verwijt-niet-beoordeeld"),
        pytest.param(
            {"verwijtbaarheid": Verwijtbaarheid.ONTBREEKT}, {"verwijtbaarheid": NIET}, "18", id="geen-verwijt"
        ),
        pytest.param(
            {"verwijtbaarheid_gemotiveerd": False}, {"verwijtbaarheid": NIET}, "18", id="verwijt-zonder-motivering"
        ),
        pytest.param(
            {"afwijking": Afwijking(procent=4, gemotiveerd=True)}, {"afwijking_bepaald": NIET}, "18", id="te-laag"
        ),
        pytest.param(
            {"omstandigheden_onderzocht": None},
            {"omstandigheden_onderzocht": OPEN},
            "18",
            id="omstandigheden-onbekend",
        ),
        pytest.param(
            {"omstandigheden_onderzocht": False},
            {"omstandigheden_onderzocht": NIET},
            "18",
            id="omstandigheden-niet-onderzocht",
        ),
        pytest.param({"oorzaak": None}, {"omstandigheden_onderzocht": OPEN}, "18", id="reden-niet-onderzocht"),
        pytest.param(
            {"dringende_redenen": None}, {"dringende_redenen_onderzocht": OPEN}, "18", id="dringende-redenen-onbekend"
        ),
        pytest.param({"dringende_redenen": True}, {"afwijking_bepaald": OPEN}, "18", id="dringende-zonder-hoogte"),
        pytest.param(
            {"afwijking": Afwijking(maanden=2, gemotiveerd=False)},
            {"afwijking_bepaald": NIET},
            "18",
            id="afwijking-zonder-motivering",
            marks=regel("DEV-MTR-501"),
        ),
        pytest.param(
            {"eerdere_maatregelen": None},
            {"recidive_vastgesteld": OPEN},
            "artikel nog niet bekend",
            id="recidive-niet-nagegaan",
            marks=regel("DEV-MTR-510"),
        ),
        pytest.param({"samenloop": None}, {"samenloop_vastgesteld": OPEN}, "paragraaf 8", id="samenloop-niet-nagegaan"),
        pytest.param(
            {"samenloop": (Samenloop(gedraging="onvoldoende_sollicitaties", al_opgelegd=True),)},
            {"samenloop_vastgesteld": NIET},
            "paragraaf 8",
            id="tweede-verlaging-voor-dezelfde-set",
            marks=regel("DEV-MTR-511"),
        ),
        pytest.param({"normen": ()}, {"norm_bekend": OPEN}, "18", id="norm-onbekend"),
        pytest.param({"advies": None}, {"advies_gegeven": NIET}, "paragraaf 8", id="geen-advies"),
        pytest.param(
            {"advies": ADVIES.model_copy(update={"gemotiveerd": False})},
            {"advies_gegeven": NIET},
            "paragraaf 8",
            id="advies-zonder-motivering",
        ),
        pytest.param(
            {"besluiter": "adviseur"}, {"besluiter_is_niet_adviseur": NIET}, "paragraaf 8", id="adviseur-beslist-zelf"
        ),
        pytest.param({"besluiter": None}, {"besluiter_is_niet_adviseur": OPEN}, "paragraaf 8", id="besluiter-onbekend"),
        pytest.param(
            {"keuze": Voorstel.AFZIEN},
            {"advies_gevolgd_of_gemotiveerd": NIET},
            "paragraaf 8",
            id="advies-niet-gevolgd-zonder-reden",
        ),
    ],
)
def test_kick_off_noemt_precies_wat_ontbreekt(anders: dict[str, Any], verwacht: dict[str, str], artikel: str) -> None:
    toetsen = toets_gereedheid(feiten(**anders), BELEID, BESLUIT)
    assert in_de_weg(toetsen) == verwacht
    assert {t.grondslag.artikel for t in toetsen if t.voorwaarde in verwacht} == {artikel}
    assert all(t.toelichting for t in toetsen)


@pytest.mark.parametrize(
    ("plan", "verwacht"),
    [
        pytest.param({"ondertekend": None}, {"verplichting_in_plan": OPEN}, id="ondertekening-onbekend"),
        pytest.param({"ondertekend": False}, {"verplichting_in_plan": NIET}, id="niet-ondertekend"),
        pytest.param({"bevat_verplichting": False}, {"verplichting_in_plan": NIET}, id="verplichting-staat-er-niet-in"),
        pytest.param({"ondertekend_op": None}, {"verplichting_in_plan": OPEN}, id="datum-onbekend"),
        pytest.param({"ondertekend_op": NO_SHOW_2 - EEN_DAG}, {}, id="dag-voor-de-gedraging"),
        pytest.param({"ondertekend_op": NO_SHOW_2}, {}, id="dag-van-de-gedraging"),
        pytest.param({"ondertekend_op": NO_SHOW_2 + EEN_DAG}, {"verplichting_in_plan": NIET}, id="dag-na-de-gedraging"),
        pytest.param({"ondertekend": False, "afwijking_plan_gemotiveerd": True}, {}, id="zonder-plan-met-reden"),
        pytest.param({"verzuimregels_uitgereikt_op": None}, {"verzuimregels_uitgereikt": OPEN}, id="zonder-regels"),
        pytest.param({"verzuimregels_uitgereikt_op": NO_SHOW_2}, {}, id="verzuimregels-op-de-dag"),
        pytest.param(
            {"verzuimregels_uitgereikt_op": NO_SHOW_2 + EEN_DAG},
            {"verzuimregels_uitgereikt": NIET},
            id="verzuimregels-dag-erna",
        ),
        pytest.param(
            {"verzuimregels_uitgereikt_op": None, "afwijking_verzuimregels_gemotiveerd": True},
            {},
            id="zonder-verzuimregels-met-reden",
        ),
    ],
)
@pytest.mark.regel("DEV-PVA-507")
def test_plan_en_verzuimregels_vooraf_of_met_reden(plan: dict[str, Any], verwacht: dict[str, str]) -> None:
    assert wat_ontbreekt(plan=PLAN.model_copy(update=plan)) == verwacht


@pytest.mark.parametrize(
    ("gesprek", "verwacht"),
    [
        pytest.param(date(2026, 4, 22), {"hersteltermijn_werkdagen": NIET}, id="4-werkdagen"),
        pytest.param(date(2026, 4, 23), {}, id="5-werkdagen"),
        pytest.param(date(2026, 4, 24), {}, id="6-werkdagen"),
    ],
)
@pytest.mark.regel("DEV-MTR-514")
def test_vijf_volle_werkdagen_tussen_verzending_en_gesprek(gesprek: date, verwacht: dict[str, str]) -> None:
    brief = HERSTELTERMIJN.model_copy(update={"gesprek_op": gesprek})
    assert wat_ontbreekt(verzendingen=(UITNODIGING, brief), no_shows=(NO_SHOW_1, gesprek)) == verwacht


@pytest.mark.regel("DEV-MTR-514")
def test_koningsdag_telt_niet_als_werkdag() -> None:
    """Sent on Wednesday 22 April; 27 April is Koningsdag, so 30 April leaves only 23, 24, 28 and 29 April."""
    brief = HERSTELTERMIJN.model_copy(update={"datum_verzonden": date(2026, 4, 22), "gesprek_op": date(2026, 4, 30)})
    zaak: dict[str, Any] = {"no_shows": (NO_SHOW_1, date(2026, 4, 30)), "gedraging_datum": date(2026, 4, 30)}
    assert wat_ontbreekt(verzendingen=(UITNODIGING, brief), **zaak) == {"hersteltermijn_werkdagen": NIET}


@pytest.mark.parametrize(
    ("brieven", "verwacht"),
    [
        pytest.param([{"wijze": frozenset({Wijze.REGULIER})}], {"hersteltermijn_verzonden": NIET}, id="regulier"),
        pytest.param([{"wijze": frozenset({Wijze.AANGETEKEND})}], {"hersteltermijn_verzonden": NIET}, id="aangetekend"),
        pytest.param([{"kenmerk_aangetekend": None}], {"hersteltermijn_verzonden": NIET}, id="zonder-kenmerk"),
        pytest.param(
            [
                {"wijze": frozenset({Wijze.AANGETEKEND})},
                {"wijze": frozenset({Wijze.REGULIER}), "datum_verzonden": VERZONDEN - EEN_DAG},
            ],
            {"hersteltermijn_verzonden": NIET},
            id="op-twee-dagen",
        ),
        pytest.param(
            [{"wijze": frozenset({Wijze.AANGETEKEND})}, {"wijze": frozenset({Wijze.REGULIER})}],
            {},
            id="twee-brieven-op-een-dag",
        ),
        pytest.param([{"wijze": BEIDE | {Wijze.EMAIL}}], {}, id="ook-per-mail"),
    ],
)
@pytest.mark.regel("DEV-MTR-514")
def test_hersteltermijn_gaat_aangetekend_en_regulier(brieven: list[dict[str, Any]], verwacht: dict[str, str]) -> None:
    post = tuple(HERSTELTERMIJN.model_copy(update=brief) for brief in brieven)
    assert wat_ontbreekt(verzendingen=(UITNODIGING, *post)) == verwacht


@pytest.mark.parametrize(
    ("peildatum", "verwacht"),
    [
        pytest.param(NO_SHOW_2 - EEN_DAG, NIET, id="dag-voor-het-gesprek"),
        pytest.param(NO_SHOW_2, NIET, id="dag-van-het-gesprek"),
        pytest.param(NO_SHOW_2 + EEN_DAG, None, id="dag-na-het-gesprek"),
    ],
)
def test_hersteltermijn_moet_afgelopen_zijn(peildatum: date, verwacht: str | None) -> None:
    toetsen = toets_gereedheid(feiten(), BELEID, peildatum)
    assert in_de_weg(toetsen).get("hersteltermijn_afgelopen") == verwacht


def test_opkomst_bij_hersteltermijn_niet_vastgelegd() -> None:
    eerder = NO_SHOW_1 - EEN_DAG
    assert wat_ontbreekt(no_shows=(eerder, NO_SHOW_1), hoor=NIET_GEHOORD) == {"hersteltermijn_afgelopen": OPEN}


@pytest.mark.regel("DEV-MTR-506")
def test_niet_gehoord_met_genoemde_uitzondering() -> None:
    assert wat_ontbreekt(hoor=NIET_GEHOORD) == {}


@pytest.mark.parametrize(
    ("peildatum", "verwacht"),
    [
        pytest.param(date(2027, 4, 22), None, id="dag-voor-een-jaar"),
        pytest.param(date(2027, 4, 23), None, id="precies-een-jaar"),
        pytest.param(date(2027, 4, 24), NIET, id="dag-na-een-jaar"),
    ],
)
def test_ouder_dan_een_jaar_geen_maatregel(peildatum: date, verwacht: str | None) -> None:
    assert in_de_weg(toets_gereedheid(feiten(), BELEID, peildatum)).get("niet_te_oud") == verwacht


@pytest.mark.parametrize(
    ("leeftijd", "aow", "melding", "goed"),
    [
        pytest.param(17, False, NO_SHOW_2, False, id="17"),
        pytest.param(18, False, NO_SHOW_2, True, id="18-dag-van-de-melding"),
        pytest.param(18, False, NO_SHOW_2 + EEN_DAG, False, id="18-dag-voor-de-melding"),
        pytest.param(66, False, NO_SHOW_2 - EEN_DAG, True, id="66-dag-na-de-melding"),
        pytest.param(67, True, NO_SHOW_2, False, id="pensioengerechtigd"),
    ],
)
@pytest.mark.parametrize(
    "regime",
    [
        pytest.param(Regime.PW, marks=regel("DEV-MTR-502")),
        pytest.param(Regime.IOAW, marks=regel("DEV-MTR-503")),
        pytest.param(Regime.IOAZ, marks=regel("DEV-MTR-503")),
    ],
)
def test_plicht_vanaf_18_en_de_melding(regime: Regime, leeftijd: int, aow: bool, melding: date, goed: bool) -> None:
    zaak = feiten(
        regime=regime,
        gedraging="werkweigering",
        leeftijd_op_gedraging=leeftijd,
        bereikt_aow=aow,
        melding_datum=melding,
    )
    toets = next(t for t in voor_advies(zaak, BELEID, BESLUIT) if t.voorwaarde == "plicht_geldt")
    assert (toets.uitkomst == "voldaan") is goed
    assert toets.grondslag.regeling == ("Participatiewet" if regime is Regime.PW else regime)


@pytest.mark.parametrize(
    "gedraging",
    [
        KICK_OFF,
        "workshops_routekaart_niet_volgen",
        "werken_aan_de_toekomst_niet_volgen",
        "belemmeren_door_uiterlijk_of_gedrag",
        "taallessen_niet_volgen",
        "overige_verplichtingen_art_55",
    ],
)
@pytest.mark.parametrize("regime", [Regime.IOAW, Regime.IOAZ])
@pytest.mark.regel("DEV-MTR-549")
def test_alleen_pw_gedraging_geweigerd_op_ioaw_en_ioaz(regime: Regime, gedraging: str) -> None:
    toetsen = toets_gereedheid(feiten(regime=regime, gedraging=gedraging), BELEID, BESLUIT)
    assert in_de_weg(toetsen) == {"gedraging_in_regime": NIET}
    assert regime.value in toetsen[0].toelichting
    assert BELEID.gedraging(Regime.PW, gedraging) is not None


@pytest.mark.parametrize(
    ("gedraging", "stukken", "kenmerken", "ontbreekt"),
    [
        pytest.param("proefplaatsing_niet_meewerken", (), (), ("bevestiging_werkgever",), id="proefplaatsing"),
        pytest.param("werk_niet_behouden", (), (), ("bevestiging_werkgever",), id="werk-verloren"),
        pytest.param("belemmeren_door_uiterlijk_of_gedrag", (), (), ("bevestiging_werkgever",), id="gedrag"),
        pytest.param("werkweigering", (), (), ("concrete_baanaanbieding",), id="weigering-zonder-aanbod"),
        pytest.param("werkweigering", ("concrete_baanaanbieding",), (), (), id="weigering-buiten-gesprek"),
        pytest.param(
            "werkweigering",
            ("concrete_baanaanbieding",),
            ("weigering_in_sollicitatiegesprek",),
            ("bevestiging_werkgever",),
            id="weigering-in-gesprek",
        ),
        pytest.param("werk_niet_behouden", ("bevestiging_werkgever",), (), (), id="bevestigd"),
    ],
)
@pytest.mark.regel("DEV-MTR-517")
def test_werkgever_bevestigt(
    gedraging: str, stukken: tuple[str, ...], kenmerken: tuple[str, ...], ontbreekt: tuple[str, ...]
) -> None:
    bewijs = tuple(
        Bewijsstuk(code=code, datum=date(2026, 5, 4), vorm="email", afzender_genoemd=True) for code in stukken
    )
    zaak = feiten(gedraging=gedraging, bewijsstukken=frozenset(stukken), bewijs=bewijs, kenmerken=frozenset(kenmerken))
    assert in_de_weg(voor_advies(zaak, BELEID, BESLUIT)) == ({"bewijs_volledig": NIET} if ontbreekt else {})
    toets = next(t for t in voor_advies(zaak, BELEID, BESLUIT) if t.voorwaarde == "bewijs_volledig")
    assert toets.feiten["ontbreekt"] == ontbreekt


def test_standaardprocedure_zonder_hersteltermijn_als_de_klant_is_gehoord() -> None:
    zaak = {"gedraging": "onvoldoende_sollicitaties", "verzendingen": (UITNODIGING,), "no_shows": ()}
    assert wat_ontbreekt(**zaak) == {}
    assert wat_ontbreekt(**zaak, hoor=NIET_GEHOORD) == {"hersteltermijn_verzonden": NIET}


def test_misdraging_vraagt_geen_plan_of_brieven_maar_wel_horen() -> None:
    zaak: dict[str, Any] = {"gedraging": "zeer_ernstige_misdraging", "plan": PlanFeiten(), "verzendingen": ()}
    assert in_de_weg(voor_advies(feiten(**zaak, no_shows=()), BELEID, BESLUIT)) == {}
    assert in_de_weg(voor_advies(feiten(**zaak, hoor=HoorFeiten()), BELEID, BESLUIT)) == {"gehoord": OPEN}


@pytest.mark.parametrize(
    "gedraging",
    [
        pytest.param("niet_verschijnen_arbeidsinschakeling", id="categorie-niet-bekend"),
        pytest.param("zeer_ernstige_misdraging", id="misdraging-niet-ingesteld"),
    ],
)
@pytest.mark.regel("DEV-MTR-512")
def test_zonder_ingestelde_sanctie_geen_berekening(gedraging: str) -> None:
    zonder = beleid(categorie_per_gedraging={"PW": {KICK_OFF: "2"}})
    assert in_de_weg(voor_besluit(feiten(gedraging=gedraging), zonder, BESLUIT)) == {"sanctie_ingesteld": NIET}


@pytest.mark.parametrize(
    ("toetser", "verwacht"),
    [
        pytest.param(None, OPEN, id="niet-getoetst"),
        pytest.param("besluiter", NIET, id="eigen-besluit-getoetst"),
        pytest.param("ander", "voldaan", id="door-een-ander"),
    ],
)
def test_toetsing_door_een_ander(toetser: str | None, verwacht: str) -> None:
    assert toets_toetsing("besluiter", toetser).uitkomst == verwacht


def test_advies_niet_gevolgd_met_reden() -> None:
    assert wat_ontbreekt(keuze=Voorstel.WAARSCHUWING, keuze_gemotiveerd=True) == {}


def test_een_mens_mag_de_duur_bij_recidive_zelf_bepalen_tot_drie_maanden() -> None:
    eerder = (EerdereMaatregel(besluit_datum=date(2026, 1, 5), gedraging="werkweigering", uniform=True),)
    zaak: dict[str, Any] = {"gedraging": "traject_niet_willen_volgen", "eerdere_maatregelen": eerder}
    assert wat_ontbreekt(**zaak) == {}
    assert wat_ontbreekt(**zaak, afwijking=Afwijking(maanden=3, gemotiveerd=True)) == {}
    assert wat_ontbreekt(**zaak, afwijking=Afwijking(maanden=4, gemotiveerd=True)) == {"afwijking_bepaald": NIET}


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        pytest.param({}, {}, id="groeien-eerste-keer"),
        pytest.param({"no_shows": ()}, {"eerste_no_show": NIET}, id="geen-no-show"),
        pytest.param({"lik_op_stuk_in_keten": True}, {"eerste_no_show": NIET}, id="al-een-keer-in-deze-keten"),
        pytest.param({"no_shows": (NO_SHOW_1, NO_SHOW_2)}, {"eerste_no_show": NIET}, id="tweede-keer"),
        pytest.param({"sms_herinnering": False}, {"sms_herinnering": NIET}, id="geen-sms"),
        pytest.param({"sms_herinnering": None}, {"sms_herinnering": OPEN}, id="sms-onbekend"),
        pytest.param(
            {"klantgroep": Klantgroep.FACILITEREN, "sms_herinnering": None, "nieuwe_afspraak": NIEUW},
            {},
            id="faciliteren-zonder-sms",
        ),
        pytest.param(
            {"klantgroep": Klantgroep.FACILITEREN},
            {"nieuwe_afspraak_in_besluit": OPEN},
            id="faciliteren-zonder-nieuwe-afspraak",
            marks=regel("DEV-NOS-501", "DEV-NOS-502", "DEV-NOS-503"),
        ),
        pytest.param(
            {"klantgroep": Klantgroep.FACILITEREN, "nieuwe_afspraak": NIEUW.model_copy(update={"op": BESLUIT})},
            {"nieuwe_afspraak_in_besluit": NIET},
            id="faciliteren-nieuwe-afspraak-op-de-dag-zelf",
        ),
        pytest.param(
            {
                "klantgroep": Klantgroep.FACILITEREN,
                "nieuwe_afspraak": NIEUW.model_copy(update={"op": BESLUIT + EEN_DAG}),
            },
            {},
            id="faciliteren-nieuwe-afspraak-de-dag-erna",
        ),
        pytest.param({"klantgroep": Klantgroep.ZORGEN}, {"klantgroep": NIET}, id="zorgen-nooit"),
        pytest.param({"klantgroep": None}, {"klantgroep": OPEN}, id="niet-ingedeeld"),
        pytest.param({"gedraging": KICK_OFF}, {"klantgroep": NIET}, id="kick-off-groeien-nieuwe-uitnodiging"),
        pytest.param(
            {"gedraging": KICK_OFF, "klantgroep": Klantgroep.FACILITEREN, "nieuwe_afspraak": NIEUW},
            {},
            id="kick-off-faciliteren",
        ),
        pytest.param({"hoor": HoorFeiten()}, {"gehoord": OPEN}, id="niet-gehoord"),
        pytest.param(
            {"verwijtbaarheid": Verwijtbaarheid.VERMINDERD}, {"afwijking_bepaald": OPEN}, id="verminderd-verwijt"
        ),
        pytest.param(
            {"afwijking": Afwijking(procent=10, gemotiveerd=True)}, {"afwijking_bepaald": NIET}, id="geen-procent"
        ),
        pytest.param({"normen": ()}, {"norm_bekend": OPEN}, id="norm-onbekend"),
        pytest.param(
            {"advies": Advies(voorstel="opleggen", adviseur="besluiter", datum=BESLUIT, gemotiveerd=True)},
            {"besluiter_is_niet_adviseur": NIET},
            id="adviseur-beslist-zelf",
        ),
    ],
)
def test_lik_op_stuk(anders: dict[str, Any], verwacht: dict[str, str]) -> None:
    assert in_de_weg(toets_gereedheid(lik_op_stuk(**anders), BELEID, BESLUIT)) == verwacht


def test_aandachtspunten_noemen_wat_meestal_in_het_dossier_zit() -> None:
    zaak = feiten(bewijsstukken=frozenset({"wederhoor"}))
    assert aandachtspunten(zaak, BELEID) == ("presentielijst", "uitnodiging_en_hersteltermijn")
    assert aandachtspunten(feiten(regime=Regime.IOAW), BELEID) == ()


def test_op_de_dag_van_de_gedraging_kan_de_klant_worden_gehoord() -> None:
    assert wat_ontbreekt(hoor=HOOR.model_copy(update={"datum": NO_SHOW_2})) == {}


@pytest.mark.parametrize(
    ("groep", "zin"),
    [
        pytest.param(Klantgroep.GROEIEN, "klantgroep Groeien hoort geen verlaging", id="groeien"),
        pytest.param(Klantgroep.FACILITEREN, "klantgroep Faciliteren volgt een vast bedrag", id="faciliteren"),
        pytest.param(Klantgroep.ZORGEN, "zoek eerst contact", id="zorgen"),
    ],
)
def test_de_weigering_noemt_de_eigen_klantgroep(groep: Klantgroep, zin: str) -> None:
    zaak = feiten(gedraging="workshops_routekaart_niet_volgen", klantgroep=groep)
    toets = next(toets for toets in voor_advies(zaak, BELEID, BESLUIT) if toets.voorwaarde == "klantgroep")
    assert toets.uitkomst == NIET
    assert zin in toets.toelichting


@pytest.mark.regel("DEV-NOS-501", "DEV-NOS-502", "DEV-NOS-503")
def test_besluit_over_het_vaste_bedrag_noemt_de_nieuwe_afspraak() -> None:
    zaak = lik_op_stuk(klantgroep=Klantgroep.FACILITEREN, nieuwe_afspraak=NIEUW)
    tekst = " ".join(beslis(zaak, BELEID, BESLUIT).motivering)
    assert "Uw nieuwe afspraak is op woensdag 3 juni 2026 om 10.00 uur. De plaats is Stadskantoor" in tekst
    waarschuwing = ADVIES.model_copy(update={"voorstel": Voorstel.WAARSCHUWING})
    zonder = lik_op_stuk(klantgroep=Klantgroep.FACILITEREN, advies=waarschuwing)
    assert beslis(zonder, BELEID, BESLUIT).dictum == "waarschuwing"


@regel("DEV-MTR-511")
def test_wie_is_meegenomen_leest_in_welk_besluit_en_wat_nu_kan() -> None:
    mee = {"al_opgelegd": True, "besluit": "besluit-1", "besluit_datum": date(2026, 5, 18)}
    ander = Samenloop(gedraging="onvoldoende_sollicitaties", **mee)
    [uitkomst] = (
        t for t in voor_besluit(feiten(samenloop=(ander, ander)), BELEID, BESLUIT) if "samenloop" in t.voorwaarde
    )
    assert uitkomst.uitkomst == NIET
    assert uitkomst.feiten == {"samen_met": ("onvoldoende_sollicitaties",), "meegenomen_in": ("besluit-1",)}
    assert "in het besluit van 18 mei 2026;" in uitkomst.toelichting
    assert "Zie af van een maatregel" in uitkomst.toelichting
    assert "Of wacht tot dat besluit is ingetrokken" in uitkomst.toelichting
