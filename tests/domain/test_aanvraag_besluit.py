"""What a besluit on an aanvraag needs, and what is decided per person."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.aanvraag.beleid import AanvraagBeleid
from app.domain.aanvraag.beslissing import (
    Beslissing,
    Dictum,
    beslis,
    gebruikte_waarden,
    in_de_weg,
    toets_toetser,
)
from app.domain.aanvraag.documenten import Documentsoort
from app.domain.aanvraag.feiten import (
    GROND,
    AanvraagFeiten,
    Aanvraagkeuze,
    NormFeit,
    PersoonRecht,
    RapportFeiten,
    RedenGeenRecht,
    Stukkenstand,
    Zoekoordeel,
    Zoekperiode,
)
from app.domain.aanvraag.norm import norm_naast_partner
from app.domain.aanvraag.soorten import Leeftijdsklasse, UwvStatus
from app.domain.aanvraag.tijdelijk import huisbezoektaak, tijdelijke_termijn, verlopentaak, voortzettaak
from app.domain.kern.fouten import BeleidOntbreekt
from app.domain.kern.grondslag import productenboek, pw
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.norm import Leeftijdsgroep, NormBeleid
from app.domain.kern.toets import Uitkomst
from tests.steun.beleid import vast_register

MELDING, VANDAAG = date(2026, 3, 31), date(2026, 4, 20)
BEWONERS = (Documentsoort.INWONERS_OP_ADRES,)
VOLWASSEN = Leeftijdsgroep.VAN_21_TOT_AOW


@pytest.fixture(scope="module")
def beleid() -> AanvraagBeleid:
    return vast_register().geldend(AanvraagBeleid, "GM0150", MELDING).beleid


@pytest.fixture(scope="module")
def oud_beleid() -> AanvraagBeleid:
    return vast_register().geldend(AanvraagBeleid, "GM0150", date(2025, 12, 31)).beleid


@pytest.fixture(scope="module")
def normen() -> NormBeleid:
    return vast_register().geldend(NormBeleid, "GM0150", MELDING).beleid


def mens(nr: int = 1, *, recht: bool | None = True, reden: RedenGeenRecht | None = None, **extra: Any) -> PersoonRecht:
    vast: dict[str, Any] = {"klant_id": str(nr), "geboortedatum": date(1985, 1, 1), "recht": recht, "reden": reden}
    return PersoonRecht(**vast | extra)


def feiten(keuze: Aanvraagkeuze = Aanvraagkeuze.TOEKENNEN, *personen: PersoonRecht, **anders: Any) -> AanvraagFeiten:
    """Everything that a toekenning needs, of one person."""
    goed: dict[str, Any] = {
        "keuze": keuze,
        "leeftijdsklasse": Leeftijdsklasse.OUDER,
        "meldingsdatum": MELDING,
        "aanvraagdatum": MELDING,
        "beslissen_uiterlijk": date(2026, 5, 26),
        "personen": personen or (mens(),),
        "ingangsdatum": MELDING,
        "rapport": RapportFeiten(werkt=False, bijlagen=BEWONERS),
        "uwv": UwvStatus.INGESCHREVEN,
        "norm": NormFeit(bedrag=140150, grondslag=pw("21", onderdeel="a"), toelichting="De norm."),
        "klantgroep": Klantgroep.MATCHEN,
        "besluiter": "ic",
        "rapporteur": "ic",
    }
    return AanvraagFeiten(**goed | anders)


def mist(beslissing: Beslissing, wens: AanvraagFeiten) -> list[str]:
    return [toets.voorwaarde for toets in in_de_weg(wens, beslissing)]


@pytest.mark.regel("DEV-AAN-023", "DEV-AAN-011")
def test_een_volledige_aanvraag_wordt_toegekend_met_de_plichten_van_de_klantgroep(beleid: AanvraagBeleid) -> None:
    uit = beslis(feiten(), beleid, VANDAAG)
    assert (uit.dictum, uit.ingangsdatum, uit.einddatum) == (Dictum.TOEKENNING, MELDING, None)
    assert uit.norm is not None
    assert uit.norm.bedrag == 140150
    assert [persoon.dictum for persoon in uit.personen] == [Dictum.TOEKENNING]
    teksten = beleid.plichten.waarde
    assert uit.plichten == (*teksten["altijd"], *teksten["matchen"])
    assert set(uit.plichten) < set(uit.motivering)
    assert "bezwaar maken, binnen 6 weken" in uit.motivering[-1]
    zonder_groep = beslis(feiten(klantgroep=None), beleid, VANDAAG)
    assert zonder_groep.plichten == teksten["altijd"]
    assert uit.voorbeeldwaarden == gebruikte_waarden(feiten(), beleid, uit) == ("plichten",)
    assert beslis(feiten(), beleid, VANDAAG) == uit


@pytest.mark.parametrize(
    ("anders", "ontbreekt"),
    [
        pytest.param({"aanvraagdatum": None}, "aanvraag_gedaan", id="alleen-een-melding"),
        pytest.param({"stappen_open": ("9",)}, "stappen_gezet", id="sr-heeft-niet-gescreend"),
        pytest.param({"rapport": None}, "rapport_met_bewoners", id="geen-rapport"),
        pytest.param({"personen": (mens(recht=None),)}, "recht_onderzocht", id="recht-niet-onderzocht"),
        pytest.param({"ingangsdatum": None}, "ingangsdatum", id="geen-ingangsdatum"),
        pytest.param({"norm": None}, "norm_bekend", id="norm-onbekend"),
        pytest.param({"stukken": Stukkenstand(ontbreken=True)}, "stukken_compleet", id="stukken-ontbreken"),
    ],
)
@pytest.mark.regel("DEV-AAN-010", "DEV-AAN-011")
def test_wat_ontbreekt_wordt_voorgelegd(beleid: AanvraagBeleid, anders: dict[str, Any], ontbreekt: str) -> None:
    wens = feiten(**anders)
    uit = beslis(wens, beleid, VANDAAG)
    assert uit.dictum is Dictum.VOORLEGGEN
    assert ontbreekt in mist(uit, wens)
    assert (uit.personen, uit.plichten, uit.voorbeeldwaarden) == ((), (), ())
    assert uit.motivering[-1].startswith("Dit is een concept")


def test_met_een_motivering_kan_het_zonder_stukken(beleid: AanvraagBeleid) -> None:
    wens = feiten(stukken=Stukkenstand(ontbreken=True), gemotiveerd=True)
    assert beslis(wens, beleid, VANDAAG).dictum is Dictum.TOEKENNING


@pytest.mark.regel("DEV-AAN-025")
@pytest.mark.parametrize("uwv", list(UwvStatus))
def test_uwv_wordt_getoond_en_houdt_niets_tegen(beleid: AanvraagBeleid, uwv: UwvStatus) -> None:
    uit = beslis(feiten(uwv=uwv, beslissen_uiterlijk=date(2026, 4, 19)), beleid, VANDAAG)
    assert uit.dictum is Dictum.TOEKENNING
    per_code = {toets.voorwaarde: toets.uitkomst for toets in uit.toetsen}
    verwacht = {
        UwvStatus.INGESCHREVEN: Uitkomst.VOLDAAN,
        UwvStatus.NIET_NODIG: Uitkomst.VOLDAAN,
        UwvStatus.NIET_INGESCHREVEN: Uitkomst.NIET_VOLDAAN,
        UwvStatus.NIET_BEKEND: Uitkomst.ONBEPAALD,
    }
    assert per_code["inschrijving_uwv"] is verwacht[uwv]
    assert per_code["binnen_beslistermijn"] is Uitkomst.NIET_VOLDAAN


@pytest.mark.regel("DEV-AAN-021")
@pytest.mark.parametrize(
    ("rapport", "goed"),
    [
        pytest.param(RapportFeiten(werkt=False, bijlagen=()), False, id="zonder-bewoners"),
        pytest.param(RapportFeiten(werkt=False, bijlagen=BEWONERS), True, id="werkt-niet"),
        pytest.param(RapportFeiten(werkt=True, bijlagen=BEWONERS), False, id="werkt-maar-geen-maanden"),
        pytest.param(
            RapportFeiten(werkt=True, bijlagen=BEWONERS, uit_te_betalen=(date(2026, 3, 1), date(2026, 4, 1)),
                          salaris_over=(date(2026, 3, 1),)),
            False,
            id="een-maand-mist",
        ),
        pytest.param(
            RapportFeiten(werkt=True, bijlagen=BEWONERS, uit_te_betalen=(date(2026, 3, 1), date(2026, 4, 1)),
                          salaris_over=(date(2026, 4, 1), date(2026, 3, 1))),
            True,
            id="elke-maand-erbij",
        ),
    ],
)  # fmt: skip
def test_het_rapport_heeft_zijn_bijlagen(beleid: AanvraagBeleid, rapport: RapportFeiten, goed: bool) -> None:
    assert (beslis(feiten(rapport=rapport), beleid, VANDAAG).dictum is Dictum.TOEKENNING) is goed
    afwijzing = feiten(Aanvraagkeuze.AFWIJZEN, mens(recht=False, reden=RedenGeenRecht.INKOMEN), rapport=rapport)
    assert (beslis(afwijzing, beleid, VANDAAG).dictum is Dictum.AFWIJZING) is bool(rapport.bijlagen)


@pytest.mark.parametrize(
    ("ingang", "gemotiveerd", "goed"),
    [
        pytest.param("2026-04-01", False, True, id="dag-na-de-melding"),
        pytest.param("2026-03-31", False, True, id="op-de-melding"),
        pytest.param("2026-03-30", False, False, id="dag-ervoor-zonder-reden"),
        pytest.param("2026-03-30", True, True, id="dag-ervoor-met-reden"),
        pytest.param("2025-12-31", True, True, id="precies-drie-maanden"),
        pytest.param("2025-12-30", True, False, id="dag-meer-dan-drie-maanden"),
    ],
)
def test_ingang_voor_de_melding_sinds_2026(beleid: AanvraagBeleid, ingang: str, gemotiveerd: bool, goed: bool) -> None:
    wens = feiten(ingangsdatum=date.fromisoformat(ingang), eerder_gemotiveerd=gemotiveerd)
    uit = beslis(wens, beleid, VANDAAG)
    assert ("ingangsdatum" in mist(uit, wens)) is not goed
    if goed:
        voor = ingang < "2026-03-31"
        assert ("terugwerkend_maanden" in gebruikte_waarden(wens, beleid, uit)) is voor


def test_voor_2026_ging_bijstand_nooit_eerder_in(oud_beleid: AanvraagBeleid) -> None:
    wens = feiten(ingangsdatum=date(2026, 3, 30), eerder_gemotiveerd=True)
    assert mist(beslis(wens, oud_beleid, VANDAAG), wens) == ["ingangsdatum"]


def test_van_een_paar_heeft_een_geen_recht(beleid: AanvraagBeleid) -> None:
    student = mens(2, recht=False, reden=RedenGeenRecht.STUDERENDE_JONGERE, geboortedatum=date(2003, 1, 1))
    wens = feiten(Aanvraagkeuze.TOEKENNEN, mens(), student)
    uit = beslis(wens, beleid, VANDAAG)
    assert uit.dictum is Dictum.GEDEELTELIJK
    assert [(p.dictum, p.reden) for p in uit.personen] == [
        (Dictum.TOEKENNING, None),
        (Dictum.AFWIJZING, RedenGeenRecht.STUDERENDE_JONGERE),
    ]
    assert uit.personen[1].grondslag == pw("13", "2", "c")
    assert pw("13", "2", "c") in uit.grondslagen
    assert any("De partner heeft geen recht" in zin for zin in uit.motivering)
    assert gebruikte_waarden(wens, beleid, uit) == ("partner_zonder_recht_procent", "plichten")


@pytest.mark.parametrize(
    ("personen", "ontbreekt"),
    [
        pytest.param((mens(recht=False),), "recht_onderzocht", id="zonder-reden"),
        pytest.param(
            (mens(recht=False, reden=RedenGeenRecht.STUDERENDE_JONGERE, geboortedatum=date(1999, 4, 20)),),
            "recht_onderzocht",
            id="op-de-27e-verjaardag",
        ),
        pytest.param((mens(),), "besluit_past_bij_recht", id="wel-recht"),
    ],
)
def test_afwijzen_kan_alleen_met_een_reden_van_de_wet(
    beleid: AanvraagBeleid, personen: tuple[PersoonRecht, ...], ontbreekt: str
) -> None:
    wens = feiten(Aanvraagkeuze.AFWIJZEN, *personen)
    assert ontbreekt in mist(beslis(wens, beleid, VANDAAG), wens)


def test_de_dag_voor_de_27e_verjaardag_kan_die_reden_nog(beleid: AanvraagBeleid) -> None:
    jong = mens(recht=False, reden=RedenGeenRecht.STUDERENDE_JONGERE, geboortedatum=date(1999, 4, 21))
    uit = beslis(feiten(Aanvraagkeuze.AFWIJZEN, jong), beleid, VANDAAG)
    assert (uit.dictum, uit.norm, uit.ingangsdatum) == (Dictum.AFWIJZING, None, None)
    assert set(GROND) == set(RedenGeenRecht)


def test_toekennen_zonder_recht_kan_niet(beleid: AanvraagBeleid) -> None:
    wens = feiten(Aanvraagkeuze.TOEKENNEN, mens(recht=False, reden=RedenGeenRecht.VERMOGEN))
    assert mist(beslis(wens, beleid, VANDAAG), wens) == ["besluit_past_bij_recht"]


@pytest.mark.regel("DEV-AAN-006")
def test_elders_wordt_afgewezen_zonder_de_latere_stappen(beleid: AanvraagBeleid) -> None:
    elders = mens(recht=False, reden=RedenGeenRecht.VOORLIGGENDE_VOORZIENING)
    wens = feiten(Aanvraagkeuze.AFWIJZEN, elders, elders=True, stappen_open=tuple("456789"), rapport=None)
    assert beslis(wens, beleid, VANDAAG).dictum is Dictum.AFWIJZING
    gewoon = wens.model_copy(update={"elders": False})
    assert {"stappen_gezet", "rapport_met_bewoners"} <= set(mist(beslis(gewoon, beleid, VANDAAG), gewoon))


ZOEK = Zoekperiode(tot=date(2026, 4, 28), eerder_mogelijk=True, oordeel=Zoekoordeel.NAGEKOMEN)


@pytest.mark.parametrize(
    ("vandaag", "zoek", "goed"),
    [
        pytest.param("2026-04-27", ZOEK, False, id="dag-voor-het-einde"),
        pytest.param("2026-04-28", ZOEK, False, id="laatste-dag"),
        pytest.param("2026-04-29", ZOEK, True, id="dag-erna"),
        pytest.param("2026-04-27", ZOEK.model_copy(update={"eerder_gemotiveerd": True}), True, id="eerder-met-reden"),
        pytest.param(
            "2026-04-27",
            ZOEK.model_copy(update={"eerder_gemotiveerd": True, "eerder_mogelijk": False}),
            False,
            id="eerder-voor-2026",
        ),
        pytest.param("2026-04-29", ZOEK.model_copy(update={"oordeel": None}), False, id="niet-beoordeeld"),
        pytest.param("2026-04-29", ZOEK.model_copy(update={"oordeel": Zoekoordeel.BEOORDELEN}), True, id="zonder"),
        pytest.param(
            "2026-05-06",
            ZOEK.model_copy(update={"oordeel": Zoekoordeel.HERSTELTERMIJN, "hersteltermijn_tot": date(2026, 5, 6)}),
            False,
            id="hersteltermijn-loopt",
        ),
        pytest.param(
            "2026-05-07",
            ZOEK.model_copy(update={"oordeel": Zoekoordeel.HERSTELTERMIJN, "hersteltermijn_tot": date(2026, 5, 6)}),
            True,
            id="hersteltermijn-voorbij",
        ),
    ],
)
@pytest.mark.regel("DEV-JON-018")
def test_de_zoekperiode_is_voorbij_en_beoordeeld(
    beleid: AanvraagBeleid, vandaag: str, zoek: Zoekperiode, goed: bool
) -> None:
    wens = feiten(leeftijdsklasse=Leeftijdsklasse.JONGER, zoekperiode=zoek, plan_bijgevoegd=True)
    assert (beslis(wens, beleid, date.fromisoformat(vandaag)).dictum is Dictum.TOEKENNING) is goed


@pytest.mark.regel("DEV-JON-016")
def test_bij_een_toekenning_aan_een_jongere_hoort_het_plan(beleid: AanvraagBeleid) -> None:
    zonder = feiten(leeftijdsklasse=Leeftijdsklasse.JONGER)
    assert mist(beslis(zonder, beleid, VANDAAG), zonder) == ["plan_bijgevoegd"]
    met = feiten(leeftijdsklasse=Leeftijdsklasse.JONGER, plan_bijgevoegd=True)
    assert beslis(met, beleid, VANDAAG).dictum is Dictum.TOEKENNING


@pytest.mark.regel("DEV-DIG-011")
def test_een_tijdelijke_toekenning_duurt_twee_maanden(beleid: AanvraagBeleid) -> None:
    wens = feiten(Aanvraagkeuze.TIJDELIJK_TOEKENNEN)
    uit = beslis(wens, beleid, VANDAAG)
    assert (uit.dictum, uit.einddatum) == (Dictum.TIJDELIJK, date(2026, 5, 31))
    assert any("tot en met 30 mei 2026" in zin for zin in uit.motivering)
    assert "tijdelijk_maanden" in gebruikte_waarden(wens, beleid, uit)
    termijn = tijdelijke_termijn(MELDING, date(2026, 5, 31), productenboek("2.4.3"))
    assert termijn.einde == date(2026, 5, 30)
    assert huisbezoektaak(termijn).uiterste == date(2026, 5, 30)
    assert voortzettaak(termijn.einde).uiterste == termijn.einde
    assert verlopentaak(termijn).soort == "tijdelijke_toekenning_verlopen"


AANGEVULD = Stukkenstand(ontbreken=True, aanvultermijn_tot=date(2026, 4, 17), herinnerd_op=date(2026, 4, 16))


@pytest.mark.regel("DEV-AAN-016", "DEV-AAN-018")
@pytest.mark.parametrize(
    ("vandaag", "anders", "ontbreekt"),
    [
        pytest.param("2026-04-17", {}, ["aanvultermijn_voorbij"], id="laatste-dag-van-de-aanvultermijn"),
        pytest.param("2026-04-18", {}, [], id="dag-na-de-aanvultermijn"),
        pytest.param("2026-05-15", {}, [], id="laatste-dag-van-vier-weken"),
        pytest.param("2026-05-16", {}, ["binnen_vier_weken"], id="vier-weken-voorbij"),
        pytest.param(
            "2026-04-20",
            {"stukken": AANGEVULD.model_copy(update={"herinnerd_op": None})},
            ["herinnering_gestuurd"],
            id="geen-sms",
        ),
        pytest.param(
            "2026-04-20",
            {"stukken": Stukkenstand()},
            ["aanvultermijn_voorbij", "herinnering_gestuurd", "stukken_ontbreken", "binnen_vier_weken"],
            id="stukken-zijn-binnen",
        ),
        pytest.param("2026-04-20", {"hulp_open": True}, ["hulp_gewogen"], id="verwijzing-naar-hulp-loopt"),
        pytest.param("2026-04-20", {"hulp_open": True, "gemotiveerd": True}, [], id="hulp-gewogen"),
        pytest.param("2026-04-20", {"aanvraagdatum": None}, ["aanvraag_gedaan"], id="geen-aanvraag"),
    ],
)
def test_buiten_behandeling_laten(
    beleid: AanvraagBeleid, vandaag: str, anders: dict[str, Any], ontbreekt: list[str]
) -> None:
    wens = feiten(Aanvraagkeuze.BUITEN_BEHANDELING, **{"stukken": AANGEVULD, "rapport": None} | anders)
    uit = beslis(wens, beleid, date.fromisoformat(vandaag))
    assert mist(uit, wens) == ontbreekt
    if not ontbreekt:
        assert (uit.dictum, uit.bekendmaken_uiterlijk) == (Dictum.BUITEN_BEHANDELING, date(2026, 5, 15))
        assert [persoon.dictum for persoon in uit.personen] == [Dictum.BUITEN_BEHANDELING]
        assert uit.voorbeeldwaarden == ("buiten_behandeling_weken",)
        assert any("17 april 2026" in zin for zin in uit.motivering)


@pytest.mark.parametrize(
    ("groep", "partner", "medebewoners", "cent"),
    [
        pytest.param(VOLWASSEN, VOLWASSEN, 0, 100107, id="helft-van-2002-13"),
        pytest.param(VOLWASSEN, Leeftijdsgroep.VAN_18_TM_20, 0, 100107, id="leeftijd-van-de-partner-telt-niet"),
        pytest.param(Leeftijdsgroep.AOW, VOLWASSEN, 0, 107208, id="pensioengerechtigd"),
        pytest.param(VOLWASSEN, VOLWASSEN, 1, 86759, id="kostendeler-met-drie-personen"),
    ],
)
def test_de_norm_naast_een_partner_zonder_recht(
    normen: NormBeleid, groep: Leeftijdsgroep, partner: Leeftijdsgroep, medebewoners: int, cent: int
) -> None:
    uit = norm_naast_partner(groep, partner, medebewoners, normen, Decimal(50))
    assert uit.bedrag == cent
    assert uit.grondslag == (pw("22a", "1") if medebewoners else pw("24"))


@pytest.mark.parametrize(
    ("groep", "partner", "medebewoners"),
    [
        pytest.param(Leeftijdsgroep.VAN_18_TM_20, VOLWASSEN, 0, id="jonger-dan-21"),
        pytest.param(VOLWASSEN, Leeftijdsgroep.VAN_18_TM_20, 1, id="jonge-partner-en-medebewoner"),
    ],
)
def test_een_onbekende_norm_wordt_niet_geraden(
    normen: NormBeleid, groep: Leeftijdsgroep, partner: Leeftijdsgroep, medebewoners: int
) -> None:
    with pytest.raises(BeleidOntbreekt):
        norm_naast_partner(groep, partner, medebewoners, normen, Decimal(50))


@pytest.mark.regel("DEV-AAN-012")
def test_de_fiatteur_is_een_ander() -> None:
    assert toets_toetser("ic", "ander", "toetser").uitkomst is Uitkomst.VOLDAAN
    assert toets_toetser("ic", None, "ic").uitkomst is Uitkomst.NIET_VOLDAAN
    assert toets_toetser("ic", "toetser", "toetser").uitkomst is Uitkomst.NIET_VOLDAAN
