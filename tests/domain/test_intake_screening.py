"""Intake: Dariuz or the format, debts, closing the screening and what follows."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.intake.beleid import IntakeBeleid
from app.domain.intake.dariuz import dariuz_vermogen
from app.domain.intake.feiten import (
    BadGesprek,
    DariuzFeiten,
    Invulvermogen,
    RedenNietInStaat,
    Schuldvraag,
    ScreeningFeiten,
    ScreeningUitkomst,
)
from app.domain.intake.schulden import Schuldsignaal, schuldsignaal, toets_schulden
from app.domain.intake.sluiten import toets_sluiten_screening
from app.domain.intake.vervolg import vervolgtaken
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.leefgebied import Diagnoseinstrument
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Uitkomst, niet_voldaan
from tests.steun.beleid import vast_register

DAG = date(2026, 4, 2)
BELEID = vast_register().geldend(IntakeBeleid, "GM0150", DAG).beleid
GOED = {
    Schuldvraag.VASTE_LASTEN_BETAALD: True,
    Schuldvraag.ROODSTAND: False,
    Schuldvraag.OPENSTAANDE_SCHULDEN: False,
    Schuldvraag.BRIEVEN_INCASSO_DEURWAARDER: False,
    Schuldvraag.KOMENDE_MAAND_BETAALBAAR: True,
    Schuldvraag.BUFFER_ONVOORZIEN: True,
}
ZELFSTANDIG = DariuzFeiten(vermogen=Invulvermogen.ZELFSTANDIG)
COMPLEET = ScreeningFeiten(
    uitkomst=ScreeningUitkomst.VERVOLG,
    einde_datum=DAG,
    dariuz=ZELFSTANDIG,
    schulden=GOED,
    bad_gesprek=BadGesprek.GEPLAND,
    broodnood=False,
    aanvraag_gedaan=True,
    geplande_ambitiegesprekken=1,
)


def open_punten(**anders: object) -> list[str]:
    return [t.voorwaarde for t in niet_voldaan(toets_sluiten_screening(COMPLEET.model_copy(update=anders)))]


def taken(**anders: object) -> list[tuple[str, date, Rol]]:
    return [(t.soort, t.uiterste, t.rol) for t in vervolgtaken(COMPLEET.model_copy(update=anders), BELEID)]


@pytest.mark.regel("DEV-DIA-003")
@pytest.mark.parametrize(
    ("vermogen", "instrument", "hulp"),
    [
        pytest.param(Invulvermogen.ZELFSTANDIG, Diagnoseinstrument.DARIUZ, False, id="zelfstandig"),
        pytest.param(Invulvermogen.MET_HULP, Diagnoseinstrument.DARIUZ, True, id="met-hulp"),
        pytest.param(Invulvermogen.NIET_IN_STAAT, Diagnoseinstrument.FORMAT, False, id="niet-in-staat"),
        pytest.param(None, None, False, id="niet-vastgesteld"),
    ],
)
def test_invulvermogen_bepaalt_instrument(
    vermogen: Invulvermogen | None, instrument: Diagnoseinstrument | None, hulp: bool
) -> None:
    keuze = dariuz_vermogen(DariuzFeiten(vermogen=vermogen, reden=RedenNietInStaat.TAAL))
    assert (keuze.instrument, keuze.ondersteuning_nodig) == (instrument, hulp)
    open_ = [t.voorwaarde for t in niet_voldaan(keuze.toetsen)]
    assert open_ == ([] if vermogen else ["vermogen_vragenlijst_vastgesteld"])


@pytest.mark.regel("DEV-DIA-002")
@pytest.mark.parametrize(
    ("kenmerk", "jongere", "instrument"),
    [
        pytest.param(Kenmerk.STATUSHOUDER, False, Diagnoseinstrument.FORMAT, id="statushouder"),
        pytest.param(Kenmerk.DAK_THUISLOOS, False, Diagnoseinstrument.FORMAT, id="dak-en-thuisloos"),
        pytest.param(Kenmerk.LKS, True, Diagnoseinstrument.FORMAT, id="jongere-lks"),
        pytest.param(Kenmerk.INDICATIE_BANENAFSPRAAK, True, Diagnoseinstrument.FORMAT, id="jongere-banenafspraak"),
        pytest.param(Kenmerk.LKS, False, Diagnoseinstrument.DARIUZ, id="oudere-lks"),
        pytest.param(Kenmerk.LVB, True, Diagnoseinstrument.DARIUZ, id="jongere-zonder-indicatie"),
    ],
)
def test_doelgroep_krijgt_standaard_het_format(kenmerk: Kenmerk, jongere: bool, instrument: Diagnoseinstrument) -> None:
    feiten = ZELFSTANDIG.model_copy(update={"kenmerken": frozenset({kenmerk}), "jongere": jongere})
    assert dariuz_vermogen(feiten).instrument is instrument


@pytest.mark.regel("DEV-DIA-002")
@pytest.mark.parametrize(("reden", "mis"), [(None, ["reden_afwijkend_instrument"]), ("Kan het goed zelf.", [])])
def test_afwijken_van_het_format_vraagt_een_reden(reden: str | None, mis: list[str]) -> None:
    feiten = DariuzFeiten(
        vermogen=Invulvermogen.ZELFSTANDIG,
        kenmerken=frozenset({Kenmerk.DAK_THUISLOOS}),
        gekozen=Diagnoseinstrument.DARIUZ,
        reden_afwijking=reden,
    )
    keuze = dariuz_vermogen(feiten)
    assert keuze.instrument is Diagnoseinstrument.DARIUZ
    assert [t.voorwaarde for t in niet_voldaan(keuze.toetsen)] == mis


@pytest.mark.regel("DEV-DIA-012")
def test_niet_in_staat_vraagt_een_reden() -> None:
    assert open_punten(dariuz=DariuzFeiten(vermogen=Invulvermogen.NIET_IN_STAAT)) == ["reden_niet_in_staat"]


@pytest.mark.regel("DEV-SCR-026")
@pytest.mark.parametrize(
    ("antwoorden", "signaal"),
    [
        pytest.param({}, Schuldsignaal.GEEN, id="geen-problemen"),
        pytest.param({Schuldvraag.BUFFER_ONVOORZIEN: False}, Schuldsignaal.ZACHT, id="alleen-geen-buffer"),
        pytest.param({Schuldvraag.VASTE_LASTEN_BETAALD: False}, Schuldsignaal.HARD, id="vaste-lasten-niet-betaald"),
        pytest.param({Schuldvraag.ROODSTAND: True}, Schuldsignaal.HARD, id="roodstand"),
        pytest.param({Schuldvraag.OPENSTAANDE_SCHULDEN: True}, Schuldsignaal.HARD, id="schulden"),
        pytest.param({Schuldvraag.BRIEVEN_INCASSO_DEURWAARDER: True}, Schuldsignaal.HARD, id="deurwaarder"),
        pytest.param({Schuldvraag.KOMENDE_MAAND_BETAALBAAR: False}, Schuldsignaal.HARD, id="komende-maand"),
    ],
)
def test_zes_vragen_geven_een_schuldsignaal(antwoorden: dict[Schuldvraag, bool], signaal: Schuldsignaal) -> None:
    assert schuldsignaal(toets_schulden(GOED | antwoorden)) is signaal


def test_onbeantwoorde_schuldvragen_zijn_onbepaald() -> None:
    toetsen = toets_schulden({})
    assert len(toetsen) == 6
    assert {t.uitkomst for t in toetsen} == {Uitkomst.ONBEPAALD}
    assert schuldsignaal(toetsen) is Schuldsignaal.GEEN


def test_complete_screening_kan_worden_gesloten() -> None:
    assert open_punten() == []
    assert taken() == []


@pytest.mark.regel("DEV-SCR-025")
@pytest.mark.parametrize(
    ("gesprek", "inschatting", "mis"),
    [
        pytest.param(None, None, ["bad_gesprek"], id="niet-aangeboden"),
        pytest.param(BadGesprek.AFGEWEZEN, None, ["bad_gesprek"], id="afgewezen-zonder-inschatting"),
        pytest.param(BadGesprek.AFGEWEZEN, "Geen achterstanden.", [], id="afgewezen-met-inschatting"),
        pytest.param(BadGesprek.NIET_NODIG, None, [], id="niet-nodig"),
    ],
)
def test_afgewezen_bad_gesprek_vraagt_eigen_inschatting(
    gesprek: BadGesprek | None, inschatting: str | None, mis: list[str]
) -> None:
    assert open_punten(bad_gesprek=gesprek, eigen_inschatting_financien=inschatting) == mis


@pytest.mark.regel("DEV-SCR-021")
def test_intrekking_vraagt_een_handtekening_en_laat_geen_taken_na() -> None:
    ingetrokken = {"uitkomst": ScreeningUitkomst.INGETROKKEN, "broodnood": True}
    assert open_punten(**ingetrokken) == ["intrekking_getekend"]
    assert open_punten(**ingetrokken, intrekking_getekend_op=DAG) == []
    assert taken(**ingetrokken) == []


def test_doorverwijzing_noemt_waarheen_en_vraagt_geen_ambitiegesprek() -> None:
    verwezen = {"uitkomst": ScreeningUitkomst.DOORVERWEZEN, "geplande_ambitiegesprekken": 0}
    assert open_punten(**verwezen) == ["verwijzing_vastgelegd"]
    assert open_punten(**verwezen, verwijzing="UWV (WW)") == []
    assert taken(**verwezen, dariuz=DariuzFeiten(vermogen=Invulvermogen.MET_HULP)) == []


@pytest.mark.regel("DEV-SCR-017", "DEV-SCR-018")
@pytest.mark.parametrize(
    ("partners", "gepland", "mis"),
    [
        pytest.param(0, 0, ["ambitiegesprek_gepland"], id="alleenstaande-zonder"),
        pytest.param(0, 1, [], id="alleenstaande-met"),
        pytest.param(1, 1, ["ambitiegesprek_gepland"], id="stel-met-een"),
        pytest.param(1, 2, [], id="stel-met-twee"),
    ],
)
def test_elke_partner_een_eigen_ambitiegesprek(partners: int, gepland: int, mis: list[str]) -> None:
    assert open_punten(aantal_partners=partners, partner_aanwezig=True, geplande_ambitiegesprekken=gepland) == mis


@pytest.mark.regel("DEV-SCR-019")
@pytest.mark.parametrize(("reden", "mis"), [(None, ["partner_aanwezig"]), ("Moest werken.", [])])
def test_afwezige_partner_vraagt_een_reden(reden: str | None, mis: list[str]) -> None:
    stel = {"aantal_partners": 1, "geplande_ambitiegesprekken": 2, "partner_aanwezig": False}
    assert open_punten(**stel, reden_partner_afwezig=reden) == mis


@pytest.mark.regel("DEV-SCR-020")
@pytest.mark.parametrize(("meegegeven", "mis"), [(None, ["aanvraagformulier_meegegeven"]), (DAG, [])])
def test_zonder_aanvraag_gaat_het_formulier_mee(meegegeven: date | None, mis: list[str]) -> None:
    assert open_punten(aanvraag_gedaan=False, formulier_meegegeven_op=meegegeven) == mis


@pytest.mark.regel("DEV-SCR-015")
def test_broodnood_geeft_dezelfde_dag_een_voorschottaak() -> None:
    assert open_punten(broodnood=None) == ["broodnood_gevraagd"]
    assert taken(broodnood=True) == [("voorschot_regelen", DAG, Rol.INKOMENSCONSULENT)]


@pytest.mark.regel("DEV-SCR-007")
def test_dreigende_uithuiszetting_gaat_met_spoed_naar_het_bad() -> None:
    assert taken(dreigende_uithuiszetting=True) == [("bad_overdracht_spoed", DAG, Rol.INKOMENSCONSULENT)]


@pytest.mark.regel("DEV-SCR-007", "DEV-SCR-022", "DEV-DIA-003", "DEV-DIA-012")
@pytest.mark.parametrize(
    ("anders", "soort", "rol"),
    [
        ({"schulden": GOED | {Schuldvraag.ROODSTAND: True}}, "bad_overdracht", Rol.INKOMENSCONSULENT),
        ({"vermogen_aanwezig": True}, "vermogen_vaststellen", Rol.INKOMENSCONSULENT),
        ({"minder_zelfredzaam": True}, "zorgteam_contact", Rol.INKOMENSCONSULENT),
        ({"fraudesignaal": True}, "sr_informeren", Rol.INKOMENSCONSULENT),
        ({"dariuz": DariuzFeiten(vermogen=Invulvermogen.MET_HULP)}, "dariuz_hulp", Rol.INKOMENSCONSULENT),
        ({"dariuz": DariuzFeiten(vermogen=Invulvermogen.NIET_IN_STAAT)}, "format_voorbereiden", Rol.INTAKER),
    ],
)
def test_signaal_geeft_een_vervolgtaak(anders: dict[str, object], soort: str, rol: Rol) -> None:
    assert taken(**anders) == [(soort, date(2026, 4, 13), rol)]
