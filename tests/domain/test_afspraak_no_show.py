"""Afspraak: what follows on a no-show."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.afspraak.beleid import AfspraakBeleid
from app.domain.afspraak.feiten import (
    AfspraakSoort,
    NoShowFeiten,
    Presentie,
    Vervolgstap,
)
from app.domain.afspraak.no_show import (
    Gevolg,
    gevolg_no_show,
    nummer_in_keten,
    taak_werkverdeling,
    taken_bij_no_show,
    terug_te_nemen,
    toets_meldingen_zonder_screening,
)
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Uitkomst
from tests.steun.beleid import vast_register

DAG = date(2026, 4, 16)
BELEID = vast_register().geldend(AfspraakBeleid, "GM0150", DAG).beleid
M, G, F, Z = Klantgroep.MATCHEN, Klantgroep.GROEIEN, Klantgroep.FACILITEREN, Klantgroep.ZORGEN
KICK, KENNIS, DM, TRAJECT = (
    AfspraakSoort.KICK_OFF,
    AfspraakSoort.KENNISMAKINGSGESPREK,
    AfspraakSoort.DOELMATIGHEIDSGESPREK,
    AfspraakSoort.TRAJECT_AFSPRAAK,
)
S = Vervolgstap
BLOK_EN_RM = (S.BLOKKEREN, S.RECHTMATIGHEIDSONDERZOEK)
LADDER_EN_RM = (S.BLOKKEREN_NA_CONTACTLADDER, S.RECHTMATIGHEIDSONDERZOEK)


def gevolg(groep: Klantgroep | None, soort: AfspraakSoort, nummer: int = 1, **anders: object) -> Gevolg:
    gegeven = {"klantgroep": groep, "soort": soort, "nummer": nummer, "sms_verstuurd": True, **anders}
    return gevolg_no_show(NoShowFeiten.model_validate(gegeven), BELEID)


@pytest.mark.regel("DEV-NOS-003", "DEV-NOS-004")
@pytest.mark.parametrize("groep", [M, G])
@pytest.mark.parametrize(
    ("nummer", "stappen", "maatregel"),
    [
        pytest.param(1, (S.OPNIEUW_UITNODIGEN,), False, id="eerste-hersteltermijn"),
        pytest.param(2, (S.MAATREGELZAAK,), True, id="tweede-maatregelzaak"),
        pytest.param(3, (S.MAATREGELZAAK,), True, id="derde-maatregelzaak"),
    ],
)
def test_kick_off_matchen_en_groeien(
    groep: Klantgroep, nummer: int, stappen: tuple[Vervolgstap, ...], maatregel: bool
) -> None:
    gevolgd = gevolg(groep, KICK, nummer)
    assert (gevolgd.stappen, gevolgd.maatregel, gevolgd.blokkade) == (stappen, maatregel, False)


@pytest.mark.regel("DEV-NOS-507")
@pytest.mark.parametrize("groep", [M, G])
@pytest.mark.parametrize("soort", [KENNIS, DM, TRAJECT])
def test_andere_afspraken_matchen_en_groeien_zijn_lik_op_stuk(groep: Klantgroep, soort: AfspraakSoort) -> None:
    assert gevolg(groep, soort).stappen == (S.MAATREGELVOORSTEL,)
    assert gevolg(groep, soort).aangehouden == ()
    assert gevolg(groep, soort, 2).stappen == (S.MAATREGELZAAK,)


@pytest.mark.regel("DEV-NOS-507")
@pytest.mark.parametrize("sms", [False, None])
def test_zonder_sms_wordt_het_voorstel_aangehouden(sms: bool | None) -> None:
    gevolgd = gevolg(M, TRAJECT, sms_verstuurd=sms)
    assert gevolgd.aangehouden == (S.MAATREGELVOORSTEL,)
    assert gevolgd.reden_aanhouding is not None
    taak = taken_bij_no_show(gevolgd, DAG, BELEID)[0]
    assert taak.wat.startswith("Controleer of de sms-herinnering is verstuurd")
    assert gevolg(M, TRAJECT, 2, sms_verstuurd=sms).aangehouden == ()
    assert gevolg(M, KICK, sms_verstuurd=sms).aangehouden == ()


@pytest.mark.regel("DEV-NOS-501", "DEV-NOS-502", "DEV-NOS-503")
@pytest.mark.parametrize(
    ("soort", "eerste"),
    [
        pytest.param(KICK, (S.MAATREGELVOORSTEL, S.NIEUWE_AFSPRAAK), id="kick-off"),
        pytest.param(KENNIS, (S.MAATREGELVOORSTEL, S.NIEUWE_AFSPRAAK_IN_BESLUIT), id="kennismaking"),
        pytest.param(DM, (S.MAATREGELVOORSTEL, S.NIEUWE_AFSPRAAK_IN_BESLUIT), id="doelmatigheid"),
    ],
)
def test_faciliteren_eerst_maatregel_dan_blokkeren(soort: AfspraakSoort, eerste: tuple[Vervolgstap, ...]) -> None:
    assert (gevolg(F, soort).stappen, gevolg(F, soort).blokkade) == (eerste, False)
    assert (gevolg(F, soort, 2).stappen, gevolg(F, soort, 2).blokkade) == (BLOK_EN_RM, True)
    assert gevolg(F, soort, sms_verstuurd=False).aangehouden == ()


@pytest.mark.regel("DEV-NOS-504", "DEV-NOS-505", "DEV-BLK-507")
@pytest.mark.parametrize(
    ("soort", "eerste"),
    [
        pytest.param(KENNIS, (S.BELLEN, S.NETWERK_INFORMEREN, S.HUISBEZOEK, S.VERVANGENDE_AFSPRAAK), id="kennismaking"),
        pytest.param(DM, (S.BELLEN, S.NETWERK_INFORMEREN, S.VERVANGENDE_AFSPRAAK), id="doelmatigheid"),
    ],
)
def test_zorgen_krijgt_de_contactladder_en_geen_maatregel(
    soort: AfspraakSoort, eerste: tuple[Vervolgstap, ...]
) -> None:
    een, twee, drie = (gevolg(Z, soort, nummer) for nummer in (1, 2, 3))
    assert (een.stappen, een.maatregel, een.blokkade) == (eerste, False, False)
    assert (twee.stappen, twee.maatregel, twee.blokkade) == (LADDER_EN_RM, False, True)
    assert (drie.stappen, drie.maatregel) == ((S.HERSTELTERMIJN, S.STOPZETTEN), False)


@pytest.mark.regel("DEV-BLK-506")
def test_zorg_handhaving_mag_direct_worden_geblokkeerd() -> None:
    direct = (S.BLOKKEREN, S.RECHTMATIGHEIDSONDERZOEK, S.SOCIALE_RECHERCHE)
    assert gevolg(Z, DM, zorg_handhaving=True).stappen == direct
    assert gevolg(F, DM, zorg_handhaving=True).stappen != direct


@pytest.mark.regel("DEV-NOS-001")
@pytest.mark.parametrize("groep", [None, M])
def test_screening_gemist_betekent_bellen(groep: Klantgroep | None) -> None:
    assert gevolg(groep, AfspraakSoort.SCREENINGSGESPREK, 2).stappen == (S.BELLEN_NIEUWE_AFSPRAAK,)


@pytest.mark.parametrize(
    ("groep", "soort"), [(None, AfspraakSoort.AMBITIEGESPREK), (Z, KICK), (Z, TRAJECT), (F, TRAJECT)]
)
def test_waar_het_beleid_zwijgt_beoordeelt_een_mens(groep: Klantgroep | None, soort: AfspraakSoort) -> None:
    gevolgd = gevolg(groep, soort, 2)
    assert (gevolgd.stappen, gevolgd.maatregel, gevolgd.blokkade) == ((S.BEOORDELEN,), False, False)


@pytest.mark.regel("DEV-NOS-506", "DEV-KIC-507")
@pytest.mark.parametrize(
    ("keten", "nummer"),
    [
        pytest.param([], 0, id="leeg"),
        pytest.param([Presentie.NO_SHOW], 1, id="een"),
        pytest.param([Presentie.AFGEMELD, Presentie.NO_SHOW], 1, id="afgemeld-telt-niet"),
        pytest.param([Presentie.NO_SHOW, Presentie.INDIVIDUEEL_VERVANGEN], 1, id="individueel-telt-niet"),
        pytest.param([Presentie.NO_SHOW, Presentie.AFGEMELD, Presentie.NO_SHOW], 2, id="twee"),
        pytest.param([Presentie.VERSCHENEN], 0, id="verschenen"),
    ],
)
def test_nummer_in_de_keten(keten: list[Presentie], nummer: int) -> None:
    assert nummer_in_keten(keten) == nummer


def test_elke_stap_geeft_een_taak() -> None:
    for stap in Vervolgstap:
        gevolgd = Gevolg(nummer=1, stappen=(stap,), grondslag=BELEID.no_show.grondslag)
        taak = taken_bij_no_show(gevolgd, DAG, BELEID)[0]
        assert (taak.soort, taak.uiterste) == (f"no_show_{stap}", date(2026, 4, 20))


@pytest.mark.regel("DEV-NOS-003", "DEV-NOS-004")
def test_wie_de_volgende_stap_doet() -> None:
    assert taken_bij_no_show(gevolg(M, KICK), DAG, BELEID)[0].rol is Rol.ADMINISTRATIE
    assert taken_bij_no_show(gevolg(M, KICK, 2), DAG, BELEID)[0].rol is Rol.WERKCONSULENT
    assert taak_werkverdeling(DAG, BELEID.no_show.grondslag).uiterste == DAG


def test_correctie_van_de_lijst_neemt_stappen_terug() -> None:
    een, twee = gevolg(M, KICK), gevolg(M, KICK, 2)
    assert terug_te_nemen(een, None) == (S.OPNIEUW_UITNODIGEN,)
    assert terug_te_nemen(twee, een) == (S.MAATREGELZAAK,)
    assert terug_te_nemen(een, een) == ()
    assert terug_te_nemen(None, een) == ()


@pytest.mark.regel("DEV-NOS-002")
@pytest.mark.parametrize(
    ("aantal", "bekend", "uitkomst"),
    [
        pytest.param(2, True, Uitkomst.VOLDAAN, id="twee-meldingen"),
        pytest.param(3, True, Uitkomst.NIET_VOLDAAN, id="drie-meldingen-bekend"),
        pytest.param(4, True, Uitkomst.NIET_VOLDAAN, id="vier-meldingen-bekend"),
        pytest.param(3, False, Uitkomst.VOLDAAN, id="drie-meldingen-niet-bekend"),
        pytest.param(3, None, Uitkomst.ONBEPAALD, id="drie-meldingen-onbekend"),
    ],
)
def test_na_drie_meldingen_contact_met_het_team(aantal: int, bekend: bool | None, uitkomst: Uitkomst) -> None:
    assert toets_meldingen_zonder_screening(aantal, bekend, BELEID).uitkomst is uitkomst
