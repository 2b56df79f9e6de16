"""Kick-offs at a distance, suspended kick-offs, reaching a klant by every way: Deventer's own values per variant."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.afspraak.beleid import AfspraakBeleid, KickOffRegels
from app.domain.afspraak.digitaal import (
    opgeschort,
    taak_dariuzcontrole,
    taak_inkomensconsulent,
    taak_tweede_gesprek,
    taken_workshops,
    te_proberen,
    toets_bereikpogingen,
    toets_niet_opgeschort,
    toets_onderdelen,
    toetsen_deelname,
)
from app.domain.afspraak.feiten import Bereikkanaal, KickOffDeelname, KickOffVorm, Sessie
from app.domain.afspraak.kick_off import kick_off_regels, toets_capaciteit, toets_inschrijving
from app.domain.agenda.beleid import AgendaBeleid
from app.domain.agenda.soorten import AgendaSoort, Gesprekskanaal
from app.domain.agenda.toetsen import kies_kanaal, toets_kanaal
from app.domain.beleid.model import Waarde
from app.domain.beleid.schakeling import VasteSchakeling
from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.termijnen import toets_duur
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Uitkomst, niet_voldaan
from tests.steun.beleid import vast_register

REGISTER = vast_register()
DAG = date(2026, 4, 7)
M, G, F, Z = Klantgroep.MATCHEN, Klantgroep.GROEIEN, Klantgroep.FACILITEREN, Klantgroep.ZORGEN
NIVEAUS = ("gedeeltelijke_lockdown", "volledige_lockdown")
JA, NEE = Uitkomst.VOLDAAN, Uitkomst.NIET_VOLDAAN


def beleid(*aan: str) -> AfspraakBeleid:
    return REGISTER.met(VasteSchakeling(aan)).geldend(AfspraakBeleid, "GM0150", DAG).beleid


def agenda(*aan: str) -> AgendaBeleid:
    return REGISTER.met(VasteSchakeling(aan)).geldend(AgendaBeleid, "GM0150", DAG).beleid


def regels(groep: Klantgroep, *aan: str) -> Waarde[KickOffRegels]:
    gevonden = kick_off_regels(groep, beleid(*aan))
    assert gevonden is not None
    return gevonden


def mis(groep: Klantgroep, *aan: str, **deelname: object) -> list[str]:
    feiten = KickOffDeelname.model_validate({"vorm": "online", **deelname})
    return [toets.voorwaarde for toets in niet_voldaan(toetsen_deelname(feiten, regels(groep, *aan)))]


@pytest.mark.regel("DEV-DIG-024")
@pytest.mark.parametrize(
    ("vaardig", "apparaat", "verwacht"),
    [
        pytest.param(False, False, [], id="geen-vaardigheid-en-geen-apparaat"),
        pytest.param(False, True, ["telefonisch_mogelijk"], id="wel-een-apparaat"),
        pytest.param(True, False, ["telefonisch_mogelijk"], id="wel-vaardig"),
        pytest.param(None, None, ["telefonisch_mogelijk"], id="niet-bekend"),
    ],
)
def test_telefonisch_is_voor_wie_beide_mist(vaardig: bool | None, apparaat: bool | None, verwacht: list[str]) -> None:
    gevonden = mis(M, "volledige_lockdown", vorm="telefonisch", digitaal_vaardig=vaardig, heeft_apparaat=apparaat)
    assert gevonden == verwacht


@pytest.mark.regel("DEV-DIG-024")
def test_de_vorm_van_de_kick_off_hangt_van_het_niveau_af() -> None:
    assert mis(M, vorm="online") == ["vorm_kick_off"]
    assert mis(M, vorm="fysiek") == []
    assert mis(M, "volledige_lockdown", vorm="fysiek") == ["vorm_kick_off"]
    assert mis(M, "volledige_lockdown") == []


@pytest.mark.regel("DEV-DIG-025")
def test_de_online_kick_off_matchen_duurt_hoogstens_een_uur_met_vier_onderdelen() -> None:
    for niveau in NIVEAUS:
        online = regels(M, niveau)
        assert online.waarde.duur_minuten == online.waarde.gecommuniceerde_duur_minuten == 60
        toets = toets_onderdelen(["voorstelronde", "rechten_en_plichten", "deventer_app"], online)
        assert (toets.uitkomst, toets.feiten["ontbreekt"]) == (NEE, ("vooruitblik",))
        [taak] = taken_workshops(online, DAG, 2)
        assert (taak.soort, "arbeidsmarkt" in taak.wat, taak.uiterste) == ("workshop_plannen", True, date(2026, 4, 9))
    assert regels(M).waarde.duur_minuten == 180
    assert taken_workshops(regels(M), DAG, 2) == ()
    assert toets_onderdelen([], regels(M)).uitkomst is JA


@pytest.mark.regel("DEV-DIG-033")
def test_de_online_kick_off_groeien_is_voor_hoogstens_tien_in_twee_groepen() -> None:
    online = regels(G, "volledige_lockdown")
    assert [toets_capaciteit(al, online).uitkomst for al in (8, 9, 10)] == [JA, JA, NEE]
    assert [mis(G, "volledige_lockdown", subgroep=nr) for nr in (None, 0, 1, 2, 3)] == [
        ["subgroep_ingedeeld"], ["subgroep_ingedeeld"], [], [], ["subgroep_ingedeeld"]
    ]  # fmt: skip
    assert online.waarde.handout
    assert len(online.waarde.onderdelen) == 5
    telefonisch = {"vorm": "telefonisch", "digitaal_vaardig": False, "heeft_apparaat": False}
    assert mis(G, "volledige_lockdown", **telefonisch) == []


@pytest.mark.regel("DEV-DIG-034")
def test_na_de_online_kick_off_groeien_komt_een_kennismaking() -> None:
    assert regels(G, "volledige_lockdown").waarde.kennismaking_daarna
    assert not regels(G).waarde.kennismaking_daarna


@pytest.mark.regel("DEV-DIG-501")
@pytest.mark.parametrize("groep", [M, G, F])
def test_een_opgeschorte_kick_off_kan_niet_worden_geboekt(groep: Klantgroep) -> None:
    instelling = f"kick_off_opgeschort_{groep}"
    sessie = Sessie(sessie_id="a", klantgroep=groep, dag=DAG)
    dicht, open_ = beleid(instelling), beleid("volledige_lockdown")
    gewoon = [t.voorwaarde for t in niet_voldaan(toets_inschrijving(sessie, groep, open_))]
    assert gewoon == []
    assert [t.voorwaarde for t in niet_voldaan(toets_inschrijving(sessie, groep, dicht))] == [
        "kick_off_niet_opgeschort"
    ]
    norm = opgeschort(groep, dicht)
    assert norm is not None
    assert "opgeschort" in toets_niet_opgeschort(groep, norm).toelichting
    assert opgeschort(Z, dicht) is None


@pytest.mark.regel("DEV-DIG-501")
def test_de_kennismaking_neemt_de_inhoud_van_de_kick_off_over() -> None:
    delen = beleid("kick_off_opgeschort_faciliteren").kennismaking_onderdelen.waarde
    assert {"informatie_uitkering", "flyer_samenvatting", "visitekaartje_ic", "informatie_stress", "pauze"} <= set(
        delen
    )
    assert beleid().kennismaking_onderdelen.waarde == ()


@pytest.mark.regel("DEV-DIG-022")
def test_voor_een_hersteltermijn_is_elke_weg_geprobeerd_die_er_is() -> None:
    norm = beleid("volledige_lockdown").bereikkanalen
    sms, whatsapp, mail, voicemail = norm.waarde
    assert te_proberen(norm, heeft_telefoon=True, heeft_mail=False) == (sms, whatsapp, voicemail)
    assert te_proberen(norm, heeft_telefoon=False, heeft_mail=True) == (mail,)
    nodig = te_proberen(norm, heeft_telefoon=True, heeft_mail=True)
    toets = toets_bereikpogingen({sms, whatsapp, mail}, nodig, norm)
    assert (toets.uitkomst, toets.feiten["ontbreekt"]) == (NEE, ("voicemail",))
    assert toets_bereikpogingen(set(nodig), nodig, norm).uitkomst is JA
    assert Bereikkanaal.TELEFOON not in norm.waarde
    assert beleid().bereikkanalen.waarde == ()
    assert taak_inkomensconsulent(DAG, 2).rol is Rol.INKOMENSCONSULENT


@pytest.mark.regel("DEV-DIG-014")
def test_dariuz_wordt_de_dag_ervoor_gecontroleerd() -> None:
    norm = beleid("gedeeltelijke_lockdown").dariuz_controle_dagen
    assert norm is not None
    taak = taak_dariuzcontrole(DAG, norm)
    assert (taak.rol, taak.uiterste, taak.waarom) == (Rol.INTAKER, date(2026, 4, 6), "Het ambitiegesprek is morgen.")
    assert taak_dariuzcontrole(DAG, norm.model_copy(update={"waarde": 2})).uiterste == date(2026, 4, 5)
    assert beleid().dariuz_controle_dagen is None


@pytest.mark.regel("DEV-DIG-016")
def test_het_ambitiegesprek_duurt_dertig_minuten_en_vaak_volgt_een_tweede() -> None:
    for niveau in NIVEAUS:
        indeling = REGISTER.met(VasteSchakeling((niveau,))).geldend(IndelingBeleid, "GM0150", DAG).beleid
        assert [toets_duur(n, indeling).uitkomst for n in (29, 30, 31)] == [NEE, JA, NEE]
        assert beleid(niveau).tweede_ambitiegesprek.waarde
    assert not beleid().tweede_ambitiegesprek.waarde
    assert taak_tweede_gesprek(DAG, 2).soort == "ambitiegesprek_plannen"


@pytest.mark.regel("DEV-DIG-006")
def test_videobellen_is_het_uitgangspunt_en_telefoon_het_alternatief() -> None:
    dicht = agenda("volledige_lockdown")
    for soort in (AgendaSoort.SCREENINGSGESPREK, AgendaSoort.AMBITIEGESPREK, AgendaSoort.KENNISMAKINGSGESPREK):
        assert kies_kanaal(soort, None, None, dicht) is Gesprekskanaal.VIDEOBELLEN
        assert kies_kanaal(soort, None, False, dicht) is Gesprekskanaal.TELEFOON
        assert kies_kanaal(soort, None, None, agenda()) is Gesprekskanaal.FYSIEK


@pytest.mark.regel("DEV-DIG-503")
@pytest.mark.regel("DEV-DIG-506")
@pytest.mark.parametrize(
    ("soort", "kanaal", "uitkomst"),
    [
        pytest.param("kennismakingsgesprek", "fysiek", NEE, id="kennismaking-op-het-stadhuis"),
        pytest.param("kennismakingsgesprek", "telefoon", JA, id="kennismaking-op-afstand"),
        pytest.param("doelmatigheidsgesprek", "huisbezoek", NEE, id="doelmatigheid-thuis"),
        pytest.param("doelmatigheidsgesprek", "fysiek", JA, id="doelmatigheid-op-het-stadhuis"),
        pytest.param("doelmatigheidsgesprek", "videobellen", JA, id="doelmatigheid-op-afstand"),
    ],
)
def test_een_vorm_die_wordt_ontraden_vraagt_een_reden(soort: str, kanaal: str, uitkomst: Uitkomst) -> None:
    wat, hoe = AgendaSoort(soort), Gesprekskanaal(kanaal)
    assert toets_kanaal(wat, hoe, None, agenda("volledige_lockdown")).uitkomst is uitkomst
    assert toets_kanaal(wat, hoe, "De klant is doof", agenda("volledige_lockdown")).uitkomst is JA
    assert toets_kanaal(wat, hoe, None, agenda()).uitkomst is JA


def test_zonder_opgave_is_de_vorm_die_van_het_niveau() -> None:
    assert regels(G, "volledige_lockdown").waarde.vormen[0] is KickOffVorm.ONLINE
