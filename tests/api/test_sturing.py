"""Numbers for the team leader over HTTP: who sees what, what stays hidden, and that looking is logged."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from app.db.organisatie import Medewerker
from app.db.sessie import transactie
from app.domain.kern.rollen import Rol
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.kijk import rijen, verbind
from tests.steun.klanten import handelend, ingedeeld
from tests.steun.vulling import vul_tabellen

EEN, TWEE = medewerker_id("intaker"), medewerker_id("intaker", nummer=2)
Vul = Callable[..., None]
PAD = "/sturing/indelingen?jaar=2026&kwartaal=1"
WISSELS = "/sturing/overgangen?jaar=2026&kwartaal=1"


@pytest.fixture
def vul(dienst: Dienst, database_url: str) -> Vul:
    """Add indelingen to one dossier of team Groeien; not a dossier that could exist, but it counts the same."""
    klant_id = ingedeeld(dienst, "groeien")
    ids = vul_tabellen(database_url, UUID(klant_id))
    basis = {"klant_id": klant_id, "voorstel_id": ids["indelingsvoorstel"], "vorige": None, "corrigeert": None}
    with verbind(database_url) as verbinding:
        verbinding.execute("SET session_replication_role = replica")
        verbinding.execute("DELETE FROM indeling")
        verbinding.execute("UPDATE indelingsvoorstel SET gesprek_id = %s", [ids["ambitiegesprek"]])
        verbinding.execute("UPDATE indelingsvoorstel SET klantgroep = 'matchen'")
        verbinding.execute("UPDATE ambitiegesprek SET datum = '2026-02-09'")
        verbinding.execute("UPDATE melding SET meldingsdatum = '2026-02-02'")
        verbinding.execute("UPDATE melding_persoon SET melding_id = %s", [ids["melding"]])
        verbinding.execute("UPDATE screening SET status = 'gehouden', melding_id = %s", [ids["melding"]])
        verbinding.execute("UPDATE screening SET begin = '2026-02-05T09:00:00+01:00'")

    def voeg_toe(aantal: int, **velden: Any) -> None:
        vast: dict[str, Any] = {
            "organisatie": "deventer", "klantgroep": "matchen", "van": date(2026, 2, 10), "besloten_door": EEN,
            "motivering": "x", "eens": True, "twijfel": False, "team": "groeien", "toetsen": "[]", "beleid_id": "x",
            "peildatum": date(2026, 2, 10), "beleid_sha256": "x", "codeversie": "x", "besloten_op": "2026-02-10",
        }  # fmt: skip
        waarden = vast | basis | velden
        opdracht = (
            f"INSERT INTO indeling (id, {', '.join(waarden)}) SELECT gen_random_uuid(), "
            f"{', '.join(['%s'] * len(waarden))} FROM generate_series(1, {aantal})"
        )
        with verbind(database_url) as verbinding:
            verbinding.execute("SET session_replication_role = replica")
            verbinding.execute(opdracht.encode(), list(waarden.values()))

    return voeg_toe


def zet_teams(dienst: Dienst, **teams: list[str]) -> None:
    """Let the intakers one and two work in these teams."""
    with transactie(dienst.state.sessies, handelend(Rol.BEHEERDER)) as sessie:
        for wie, naam in ((EEN, "een"), (TWEE, "twee")):
            medewerker = sessie.get(Medewerker, wie)
            assert medewerker is not None
            medewerker.teams = teams.get(naam, [])


def verdeling(regel: Any) -> dict[str, int | None]:
    return {cel["klantgroep"]: cel["aantal"] for cel in regel["verdeling"]}


def test_de_teamleider_vergelijkt_het_eigen_team_en_ziet_geen_kleine_aantallen(dienst: Dienst, vul: Vul) -> None:
    zet_teams(dienst, een=["matchen"], twee=["matchen"])
    vul(30)
    vul(3, klantgroep="zorgen")
    vul(20, besloten_door=TWEE)
    vul(12, besloten_door=TWEE, klantgroep="zorgen", twijfel=True)
    assert dienst.roep("GET", PAD, "teamleider").status_code == 400
    dienst.zet_klok("2026-04-01T09:00:00+02:00")
    beeld = dienst.doe("GET", PAD, "teamleider")
    een, twee = beeld["medewerkers"]
    assert (een["medewerker"], een["medewerkerId"], een["aantal"]) == ("intaker 1", str(EEN), 33)
    assert verdeling(een) == {"matchen": None, "groeien": 0, "faciliteren": 0, "zorgen": None}
    assert verdeling(twee) == verdeling(een)
    assert verdeling(beeld["samen"]) == {"matchen": 50, "groeien": 0, "faciliteren": 0, "zorgen": 15}
    assert (een["twijfelgevallen"]["aantal"], twee["twijfelgevallen"]["aantal"]) == (0, 12)
    assert twee["twijfelgevallen"]["opvallend"] is True
    assert twee["afwijkingen"]["aantal"] == een["afwijkingen"]["aantal"] is None
    dagen = {regel["stap"]: regel["dagen"] for regel in een["doorlooptijden"]}
    assert dagen == {
        "melding_screening": 3.0,
        "screening_gesprek": 4.0,
        "gesprek_indeling": 1.0,
        "melding_indeling": 8.0,
    }
    assert een["wissels"] is None


def test_alleen_het_eigen_team_en_voor_beleid_geen_medewerkers(dienst: Dienst, vul: Vul, database_url: str) -> None:
    zet_teams(dienst, een=["matchen"], twee=["inkomen"])
    vul(30)
    vul(40, besloten_door=TWEE)
    vul(7, van=date(2026, 4, 1))
    vul(9, van=date(2025, 12, 31))
    dienst.zet_klok("2026-04-01T09:00:00+02:00")
    beeld = dienst.doe("GET", PAD, "teamleider")
    assert [regel["medewerkerId"] for regel in beeld["medewerkers"]] == [str(EEN)]
    assert beeld["samen"]["aantal"] == 30
    alles = dienst.doe("GET", PAD, "beleidsmedewerker")
    assert (alles["medewerkers"], alles["samen"]["aantal"], alles["samen"]["medewerkerId"]) == ([], 70, None)
    assert dienst.doe("GET", PAD, "beleidsmedewerker", organisatie="weert")["samen"]["aantal"] == 0
    assert dienst.roep("GET", PAD, "intaker").status_code == 403
    assert dienst.roep("GET", PAD, "werkconsulent").status_code == 403
    vraag = "SELECT count(*) FROM verwerking WHERE handeling = 'geefIndelingscijfers' AND uitkomst = 'gelezen'"
    assert rijen(database_url, vraag) == [(3,)]


@pytest.mark.regel("DEV-KGR-509", "DEV-KGR-505")
def test_uitzonderlijke_wissels_worden_geteld_zonder_streefcijfer(dienst: Dienst, vul: Vul) -> None:
    vul(2, vorige="faciliteren", klantgroep="groeien", twijfel=True)
    vul(5, vorige="zorgen", klantgroep="faciliteren")
    vul(4, vorige="zorgen", klantgroep="zorgen")
    vul(3, vorige="faciliteren", klantgroep="groeien", van=date(2026, 4, 1))
    ingedeeld(dienst, "zorgen", zorg_handhaving=True, team="groeien")
    ingedeeld(dienst, "zorgen", zorg_handhaving=True, team="inkomen")
    assert dienst.roep("GET", WISSELS, "teamleider").status_code == 400
    dienst.zet_klok("2026-04-01T09:00:00+02:00")
    eigen = dienst.doe("GET", WISSELS, "teamleider")
    assert [regel["aantal"] for regel in eigen["overgangen"]] == [2, 5]
    assert (eigen["twijfelgevallen"], eigen["zorgHandhaving"]) == (2, 1)
    van, naar = eigen["overgangen"][0]["vanKlantgroep"], eigen["overgangen"][1]["naarKlantgroep"]
    assert (van, naar) == ("faciliteren", "faciliteren")
    beleid = dienst.doe("GET", WISSELS, "beleidsmedewerker")
    assert [regel["aantal"] for regel in beleid["overgangen"]] == [None, 5]
    assert (beleid["twijfelgevallen"], beleid["zorgHandhaving"]) == (None, None)


def test_wissels_binnen_zes_maanden_staan_er_als_ze_allemaal_bekend_zijn(dienst: Dienst, vul: Vul) -> None:
    zet_teams(dienst, een=["matchen"])
    vul(30)
    vul(1, vorige="matchen", klantgroep="groeien", van=date(2026, 8, 9))
    dienst.zet_klok("2026-09-30T09:00:00+02:00")
    assert dienst.doe("GET", PAD, "teamleider")["samen"]["wissels"] is None
    dienst.zet_klok("2026-10-01T09:00:00+02:00")
    assert dienst.doe("GET", PAD, "teamleider")["samen"]["wissels"]["aantal"] == 30
