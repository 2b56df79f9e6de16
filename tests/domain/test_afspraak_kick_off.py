"""Afspraak: kick-off sessions and reminders."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.afspraak.beleid import AfspraakBeleid, KickOffRegels
from app.domain.afspraak.feiten import AfspraakSoort, Presentie, Sessie
from app.domain.afspraak.feiten import KickOffBegeleiding as Begeleiding
from app.domain.afspraak.herinnering import HerinneringSoort, herinneringen
from app.domain.afspraak.kick_off import (
    eerste_sessie,
    kick_off_regels,
    toets_begeleiding,
    toets_bezetting,
    toets_frequentie,
    toets_individueel,
    toets_inschrijving,
)
from app.domain.beleid.model import Waarde
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Uitkomst, niet_voldaan
from tests.steun.beleid import vast_register

BELEID = vast_register().geldend(AfspraakBeleid, "GM0150", date(2026, 4, 7)).beleid
M, G, F, Z = Klantgroep.MATCHEN, Klantgroep.GROEIEN, Klantgroep.FACILITEREN, Klantgroep.ZORGEN
WERK_M, WERK_G, JOB = Begeleiding.WERKCONSULENT_MATCHEN, Begeleiding.WERKCONSULENT_GROEIEN, Begeleiding.JOBHUNTER
TRAINER, IC = Begeleiding.TRAINER, Begeleiding.INKOMENSCONSULENT


def regels(groep: Klantgroep) -> Waarde[KickOffRegels]:
    gevonden = kick_off_regels(groep, BELEID)
    assert gevonden is not None
    return gevonden


def sessie(groep: Klantgroep = M, ingeschreven: int = 0, dag: date = date(2026, 4, 16), id_: str = "a") -> Sessie:
    return Sessie(sessie_id=id_, klantgroep=groep, dag=dag, ingeschreven=ingeschreven)


@pytest.mark.regel("DEV-KIC-002", "DEV-KIC-007", "DEV-KIC-501")
@pytest.mark.parametrize(
    ("groep", "ingeschreven", "mis"),
    [
        pytest.param(M, 9, [], id="matchen-10e"),
        pytest.param(M, 10, ["plaats_in_sessie"], id="matchen-11e-geweigerd"),
        pytest.param(G, 14, [], id="groeien-15e"),
        pytest.param(G, 15, ["plaats_in_sessie"], id="groeien-16e-geweigerd"),
        pytest.param(F, 11, [], id="faciliteren-12e"),
        pytest.param(F, 12, ["plaats_in_sessie"], id="faciliteren-13e-geweigerd"),
    ],
)
def test_capaciteit_van_een_kick_off(groep: Klantgroep, ingeschreven: int, mis: list[str]) -> None:
    toetsen = toets_inschrijving(sessie(groep, ingeschreven), groep, BELEID)
    assert [t.voorwaarde for t in niet_voldaan(toetsen)] == mis


@pytest.mark.regel("DEV-KGR-515")
def test_zorgen_heeft_geen_kick_off() -> None:
    toetsen = toets_inschrijving(sessie(), Z, BELEID)
    assert [(t.voorwaarde, t.uitkomst) for t in toetsen] == [("klantgroep_heeft_kick_off", Uitkomst.NIET_VOLDAAN)]
    assert eerste_sessie([sessie(Z)], date(2026, 4, 1), 0, BELEID) is None


def test_sessie_van_andere_klantgroep_of_geannuleerd_wordt_geweigerd() -> None:
    afgelast = sessie(G).model_copy(update={"geannuleerd": True})
    mis = niet_voldaan(toets_inschrijving(afgelast, M, BELEID))
    assert [t.voorwaarde for t in mis] == ["sessie_voor_klantgroep", "sessie_gaat_door"]


@pytest.mark.regel("DEV-KIC-002", "DEV-KIC-007")
@pytest.mark.parametrize(("groep", "aantal", "genoeg"), [(M, 7, False), (M, 8, True), (G, 9, False), (G, 10, True)])
def test_te_weinig_deelnemers_is_een_signaal(groep: Klantgroep, aantal: int, genoeg: bool) -> None:
    assert toets_bezetting(aantal, regels(groep)).uitkomst is Uitkomst.van(genoeg)


@pytest.mark.regel("DEV-KIC-002", "DEV-KIC-007", "DEV-KIC-501")
@pytest.mark.parametrize(
    ("groep", "begeleiders", "mis"),
    [
        pytest.param(M, {WERK_M: 2, JOB: 1}, [], id="matchen-compleet"),
        pytest.param(M, {WERK_M: 1, JOB: 1}, [WERK_M], id="matchen-een-consulent"),
        pytest.param(M, {WERK_M: 2}, [JOB], id="matchen-geen-jobhunter"),
        pytest.param(G, {WERK_G: 1, TRAINER: 1}, [], id="groeien-compleet"),
        pytest.param(G, {WERK_G: 1}, [TRAINER], id="groeien-geen-trainer"),
        pytest.param(F, {IC: 2}, [], id="faciliteren-compleet"),
        pytest.param(F, {IC: 1}, [IC], id="faciliteren-een-consulent"),
    ],
)
def test_begeleiding(groep: Klantgroep, begeleiders: dict[Begeleiding, int], mis: list[Begeleiding]) -> None:
    toetsen = niet_voldaan(toets_begeleiding(begeleiders, regels(groep)))
    assert [t.voorwaarde for t in toetsen] == [f"begeleiding_{soort}" for soort in mis]


@pytest.mark.regel("DEV-KIC-501")
@pytest.mark.parametrize(
    ("volgende", "goed"),
    [
        pytest.param(date(2026, 4, 27), True, id="dag-voor-drie-weken"),
        pytest.param(date(2026, 4, 28), True, id="precies-drie-weken"),
        pytest.param(date(2026, 4, 29), False, id="dag-na-drie-weken"),
        pytest.param(None, False, id="niet-gepland"),
    ],
)
def test_kick_off_faciliteren_elke_drie_weken(volgende: date | None, goed: bool) -> None:
    assert toets_frequentie(date(2026, 4, 7), volgende, regels(F)).uitkomst is Uitkomst.van(goed)


@pytest.mark.regel("DEV-KIC-002", "DEV-KIC-007")
def test_duur_van_de_kick_off() -> None:
    duur = {groep: regels(groep).waarde.gecommuniceerde_duur_minuten for groep in (M, G, F)}
    assert duur == {M: 180, G: 180, F: 90}
    assert (regels(F).waarde.duur_minuten, regels(F).waarde.plenair_max_minuten) == (60, 30)


@pytest.mark.regel("DEV-NOS-003")
@pytest.mark.parametrize(
    ("dag", "gekozen"),
    [
        pytest.param(date(2026, 4, 17), False, id="vier-volle-werkdagen-ertussen"),
        pytest.param(date(2026, 4, 20), True, id="vijf-volle-werkdagen-ertussen"),
        pytest.param(date(2026, 4, 21), True, id="zes-volle-werkdagen-ertussen"),
    ],
)
def test_hersteltermijn_kiest_een_sessie_met_vijf_werkdagen_ertussen(dag: date, gekozen: bool) -> None:
    gevonden = eerste_sessie([sessie(dag=dag)], date(2026, 4, 10), 5, BELEID)
    assert (gevonden is not None) is gekozen


@pytest.mark.regel("DEV-NOS-003")
def test_eerste_vrije_sessie_wint_ook_als_de_lijst_niet_op_volgorde_staat() -> None:
    sessies = [
        sessie(dag=date(2026, 5, 7), id_="later"),
        sessie(dag=date(2026, 4, 30), id_="tweede"),
        sessie(dag=date(2026, 4, 23), id_="vol", ingeschreven=10),
        sessie(dag=date(2026, 4, 16), id_="te-vroeg"),
        sessie(dag=date(2026, 4, 10), id_="vandaag"),
    ]
    gevonden = eerste_sessie(sessies, date(2026, 4, 10), 5, BELEID)
    assert gevonden is not None
    assert gevonden.sessie_id == "tweede"
    assert eerste_sessie(sessies[4:], date(2026, 4, 10), 0, BELEID) is None


@pytest.mark.regel("DEV-KIC-507")
@pytest.mark.parametrize(
    ("presentie", "reden", "goed"),
    [
        (Presentie.INDIVIDUEEL_VERVANGEN, None, False),
        (Presentie.INDIVIDUEEL_VERVANGEN, "Durft niet in een groep.", True),
        (Presentie.VERSCHENEN, None, True),
    ],
)
def test_individueel_vervangen_vraagt_een_reden(presentie: Presentie, reden: str | None, goed: bool) -> None:
    assert toets_individueel(presentie, reden).uitkomst is Uitkomst.van(goed)


@pytest.mark.regel("DEV-AFS-002", "DEV-AFS-004", "DEV-AFS-005")
@pytest.mark.parametrize(
    "soort", [AfspraakSoort.SCREENINGSGESPREK, AfspraakSoort.AMBITIEGESPREK, AfspraakSoort.KICK_OFF]
)
@pytest.mark.parametrize(
    ("gepland_op", "sms"),
    [
        pytest.param(date(2026, 4, 1), date(2026, 4, 12), id="zondag-voor-maandag"),
        pytest.param(date(2026, 4, 12), date(2026, 4, 12), id="dag-ervoor-gepland-direct"),
        pytest.param(date(2026, 4, 13), date(2026, 4, 13), id="zelfde-dag-gepland-direct"),
    ],
)
def test_sms_de_dag_voor_de_afspraak(soort: AfspraakSoort, gepland_op: date, sms: date) -> None:
    alle = herinneringen(soort, date(2026, 4, 13), gepland_op, False, BELEID)
    assert [(h.soort, h.kanaal, h.dag) for h in alle] == [(HerinneringSoort.AFSPRAAK, "sms", sms)]


@pytest.mark.regel("DEV-AFS-003")
@pytest.mark.parametrize(
    ("gepland_op", "dag"),
    [
        pytest.param(date(2026, 4, 1), date(2026, 4, 8), id="drie-werkdagen-ervoor"),
        pytest.param(date(2026, 4, 8), date(2026, 4, 8), id="op-de-dag-zelf"),
        pytest.param(date(2026, 4, 10), date(2026, 4, 10), id="al-voorbij-dus-direct"),
    ],
)
def test_dariuz_herinnering_voor_het_ambitiegesprek(gepland_op: date, dag: date) -> None:
    alle = herinneringen(AfspraakSoort.AMBITIEGESPREK, date(2026, 4, 13), gepland_op, True, BELEID)
    assert [(h.soort, h.dag) for h in alle if h.soort is HerinneringSoort.DARIUZ] == [(HerinneringSoort.DARIUZ, dag)]
    klaar = herinneringen(AfspraakSoort.AMBITIEGESPREK, date(2026, 4, 13), gepland_op, False, BELEID)
    assert [h.soort for h in klaar] == [HerinneringSoort.AFSPRAAK]


def test_gewone_afspraak_heeft_geen_vaste_herinnering() -> None:
    assert herinneringen(AfspraakSoort.TRAJECT_AFSPRAAK, date(2026, 4, 13), date(2026, 4, 1), True, BELEID) == ()


@pytest.mark.regel("DEV-DIG-502")
def test_een_sms_voor_de_kennismaking_tenzij_zij_vandaag_of_morgen_is() -> None:
    na_bellen = [
        herinneringen(AfspraakSoort.KENNISMAKINGSGESPREK, date(2026, 4, 13), date(2026, 4, dag), False, BELEID)
        for dag in (11, 12, 13)
    ]
    assert [[deel.dag for deel in delen] for delen in na_bellen] == [[date(2026, 4, 12)], [], []]
