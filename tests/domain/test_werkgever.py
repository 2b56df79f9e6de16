"""Employers: numbers, conditions of work, statements of intention and the sign of verdringing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iban as stdnum_iban

from app.domain.kern.toets import Uitkomst
from app.domain.werkgever.beleid import WerkgeverBeleid
from app.domain.werkgever.dienstverband import (
    Arbeidsvoorwaarden,
    Dienstverbandfeiten,
    Dienstverbandsoort,
    fouten_periode,
    fouten_voorwaarden,
)
from app.domain.werkgever.intentie import Intentiestand, is_opvallend, tel_intenties
from app.domain.werkgever.nummers import (
    is_iban,
    is_kvk_nummer,
    is_vestigingsnummer,
    kale_iban,
    verhulde_iban,
    zoekwoorden,
)
from app.domain.werkgever.verdringing import Verdringingssignaal, signaal, toets_recente_afvloeiing
from tests.steun.beleid import beleid_van

BELEID = beleid_van(WerkgeverBeleid)
START = date(2026, 4, 1)


@pytest.mark.parametrize(
    ("toets", "nummer", "goed"),
    [
        pytest.param(is_kvk_nummer, "90004760", True, id="kvk"),
        pytest.param(is_kvk_nummer, "9000476", False, id="kvk-zeven"),
        pytest.param(is_kvk_nummer, "900047601", False, id="kvk-negen"),
        pytest.param(is_kvk_nummer, "00000000", False, id="kvk-nul"),
        pytest.param(is_kvk_nummer, "٩٠٠٠٤٧٦٠", False, id="kvk-andere-cijfers"),
        pytest.param(is_vestigingsnummer, "000037178598", True, id="vestiging"),
        pytest.param(is_vestigingsnummer, "37178598", False, id="vestiging-kort"),
        pytest.param(is_vestigingsnummer, "0" * 12, False, id="vestiging-nul"),
        pytest.param(is_iban, "NL91ABNA0417164300", True, id="iban"),
        pytest.param(is_iban, "NL91ABNA0417164301", False, id="iban-verkeerd-cijfer"),
        pytest.param(is_iban, "NL19ABNA0417164300", False, id="iban-verwisseld"),
        pytest.param(is_iban, "NL91ABNA041716430", False, id="iban-te-kort"),
        pytest.param(is_iban, "DE89370400440532013000", True, id="iban-duits"),
        pytest.param(is_iban, "", False, id="iban-leeg"),
    ],
)
def test_nummers(toets: Any, nummer: str, goed: bool) -> None:
    assert toets(nummer) is goed


@given(st.integers(0, 10**10 - 1), st.integers(0, 99))
def test_iban_komt_overeen_met_stdnum(rekening: int, controle: int) -> None:
    kaal = f"NL{controle:02d}ABNA{rekening:010d}"
    assert is_iban(kaal) is stdnum_iban.is_valid(kaal, check_country=False)


def test_een_iban_wordt_kaal_bewaard_en_verhuld_getoond() -> None:
    assert kale_iban(" nl91 abna 0417 1643 00 ") == "NL91ABNA0417164300"
    assert verhulde_iban("NL91ABNA0417164300") == "NL91 … 4300"


def test_zoekwoorden() -> None:
    assert zoekwoorden("Café De Vriès & De Zoon B.V.") == ("cafe", "de", "vries", "zoon", "bv")
    assert zoekwoorden("…") == ()


def voorwaarden(vanaf: str, uren: str = "24", voltijd: str = "38") -> Arbeidsvoorwaarden:
    return Arbeidsvoorwaarden(
        vanaf=date.fromisoformat(vanaf),
        uren_per_week=Decimal(uren),
        voltijd_uren_per_week=Decimal(voltijd),
        brutoloon=155_000,
    )


def test_voorwaarden_gelden_vanaf_hun_dag() -> None:
    feiten = Dienstverbandfeiten(
        id=uuid4(),
        klant_id=uuid4(),
        werkgever_id=uuid4(),
        vestiging_id=uuid4(),
        functie="bakker",
        soort=Dienstverbandsoort.BEPAALD,
        van=date(2026, 4, 1),
        tot=date(2026, 10, 1),
        uitzendbeding=None,
        voorwaarden=(voorwaarden("2026-04-01", "24"), voorwaarden("2026-07-01", "30")),
    )
    uren = {dag: feiten.op(date.fromisoformat(dag)).uren_per_week for dag in ("2026-03-31", "2026-06-30", "2026-07-01")}
    assert list(uren.values()) == [24, 24, 30]
    dagen = [date(2026, 3, 31), date(2026, 4, 1), date(2026, 9, 30), date(2026, 10, 1)]
    assert [feiten.loopt_op(dag) for dag in dagen] == [False, True, True, False]
    assert feiten.model_copy(update={"tot": None}).loopt_op(date(2030, 1, 1))


@pytest.mark.parametrize(
    ("soort", "tot", "fout"),
    [
        pytest.param("onbepaald", None, False, id="onbepaald-zonder-einde"),
        pytest.param("onbepaald", date(2026, 4, 2), False, id="een-dag"),
        pytest.param("bepaald", None, True, id="bepaald-zonder-einde"),
        pytest.param("bepaald", date(2026, 4, 1), True, id="einde-op-de-eerste-dag"),
    ],
)
def test_periode(soort: str, tot: date | None, fout: bool) -> None:
    assert bool(fouten_periode(Dienstverbandsoort(soort), START, tot)) is fout


@pytest.mark.parametrize(("uren", "fout"), [("37.99", False), ("38", False), ("38.01", True)])
def test_niemand_werkt_meer_dan_voltijd(uren: str, fout: bool) -> None:
    assert bool(fouten_voorwaarden(voorwaarden("2026-04-01", uren))) is fout


@pytest.mark.regel("DEV-PRF-905")
def test_per_werkgever_is_te_zien_of_hij_zijn_woord_hield() -> None:
    standen = [Intentiestand(stand) for stand in ("geldt", "contract", "geen_contract", "geen_contract", "ingetrokken")]
    telling = tel_intenties(standen)
    assert telling.model_dump() == {"verklaard": 4, "contract": 1, "geen_contract": 2, "open": 1}


@pytest.mark.regel("DEV-PRF-905")
@pytest.mark.parametrize(
    ("zonder", "contract", "opvallend"),
    [
        pytest.param(2, 0, False, id="net-te-weinig"),
        pytest.param(3, 0, True, id="precies"),
        pytest.param(4, 0, True, id="meer"),
        pytest.param(4, 1, False, id="hield-een-keer-woord"),
    ],
)
def test_wie_nooit_een_contract_aanbiedt_valt_op(zonder: int, contract: int, opvallend: bool) -> None:
    standen = [Intentiestand.GEEN_CONTRACT] * zonder + [Intentiestand.CONTRACT] * contract
    vanaf = BELEID.proefplaatsing_opvallend_vanaf.waarde
    assert is_opvallend(tel_intenties(standen), vanaf) is opvallend


@pytest.mark.regel("DEV-VRZ-916")
@pytest.mark.parametrize(
    ("einde", "telt"),
    [
        pytest.param("2025-03-31", 0, id="dag-te-lang-geleden"),
        pytest.param("2025-04-01", 1, id="net-nog"),
        pytest.param("2026-04-01", 1, id="vandaag"),
        pytest.param("2026-04-02", 0, id="morgen"),
    ],
)
def test_afvloeiing_telt_een_jaar_als_signaal(einde: str, telt: int) -> None:
    dag = date.fromisoformat(einde)
    gezien = signaal([dag], START, BELEID.afvloeiing_terugkijk_maanden.waarde)
    assert (gezien.afvloeiingen, gezien.laatste) == (telt, dag if telt else None)


@pytest.mark.regel("DEV-VRZ-916")
@pytest.mark.parametrize(("aantal", "uitkomst"), [(0, Uitkomst.VOLDAAN), (1, Uitkomst.NIET_VOLDAAN)])
def test_een_recente_afvloeiing_is_een_vraag_aan_de_werkgever(aantal: int, uitkomst: Uitkomst) -> None:
    laatste = date(2026, 2, 1) if aantal else None
    toets = toets_recente_afvloeiing(Verdringingssignaal(afvloeiingen=aantal, laatste=laatste, vanaf=date(2025, 4, 1)))
    assert toets.uitkomst is uitkomst
    assert ("op 1 februari 2026" in toets.toelichting) is bool(aantal)
    assert ("Vraag de werkgever" in toets.toelichting) is bool(aantal)
