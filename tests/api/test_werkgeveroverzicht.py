"""Everything at an employer in one view: what is shown of whom, what is only counted, and how many queries it takes."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest

from app.domain.budget.stand import Boekstap
from app.domain.kern.rollen import Rol
from app.services.budget.boeken import Budgetboeking
from app.services.budget.onderwerp import boek_jaren, geef_onderwerp_vrij
from app.services.werkgever.iban import rekening
from app.services.werkgever.overzicht import bekijk_overzicht
from tests.steun.dienst import Dienst
from tests.steun.handelen import als
from tests.steun.kijk import rijen, verbind
from tests.steun.klanten import ingedeeld
from tests.steun.tellen import tel_opdrachten
from tests.steun.vulling import vul_tabellen
from tests.steun.werkgever import WC, bevestig_iban, dienstverband, werkgever


def hang_aan(url: str, werkgever_id: str, vestiging_id: str) -> None:
    """Let the filled rows of a klant be about this employer."""
    with verbind(url) as verbinding:
        verbinding.execute("SET session_replication_role = replica")
        verbinding.execute("UPDATE subsidie SET werkgever_id = %s", [werkgever_id])
        for tabel in ("toekenning", "intentieverklaring"):
            verbinding.execute(f"UPDATE {tabel} SET vestiging_id = %s".encode(), [vestiging_id])


def boek(dienst: Dienst, stap: Boekstap, onderwerp: UUID, per_jaar: dict[int, int]) -> None:
    vast: dict[str, Any] = {"gemeente": "GM0150", "regeling": "startbaansubsidie", "jaar": 2026, "bedrag": 0}
    with als(dienst, Rol.INKOMENSCONSULENT) as h:
        boek_jaren(h, stap, Budgetboeking(**vast, onderwerp_soort="subsidie", onderwerp_id=onderwerp), per_jaar)


@pytest.mark.regel("DEV-PRF-905")
def test_een_beeld_met_een_vast_aantal_vragen(dienst: Dienst, database_url: str) -> None:
    bij = werkgever(dienst)
    plek, klant_id = bij["vestigingen"][0]["id"], ingedeeld(dienst, "matchen")
    dienstverband(dienst, klant_id, plek)
    ids = vul_tabellen(database_url, UUID(klant_id))
    hang_aan(database_url, bij["id"], plek)
    subsidie = ids["subsidie"]
    assert subsidie is not None
    boek(dienst, Boekstap.VERPLICHTING, subsidie, {2027: 100, 2026: 500})

    pad = f"/werkgevers/{bij['id']}/overzicht"
    beeld = dienst.doe("GET", pad, WC)
    assert [(d["klantId"], d["urenPerWeek"], d["tot"]) for d in beeld["dienstverbanden"]] == [
        (klant_id, "24.00", "2026-10-01")
    ]
    assert [p["klantId"] for p in beeld["plaatsingen"]] == [s["klantId"] for s in beeld["subsidies"]] == [klant_id]
    assert beeld["intentieverklaringen"] == {"verklaard": 1, "contract": 0, "geenContract": 0, "open": 1}
    geld = [("startbaansubsidie", 2027, 100), ("startbaansubsidie", 2026, 500)]
    assert [(som["regeling"], som["jaar"], som["verplicht"]) for som in beeld["geld"]] == geld
    assert beeld["verborgen"] == 0

    ander = dienst.doe("GET", pad, "participatiemakelaar")
    assert (ander["dienstverbanden"], ander["plaatsingen"], ander["subsidies"], ander["verborgen"]) == ([], [], [], 3)
    assert ander["intentieverklaringen"] == beeld["intentieverklaringen"]
    assert [som["verplicht"] for som in ander["geld"]] == [100, 500]
    gelezen = "SELECT klant_id FROM verwerking WHERE handeling = 'geefWerkgeveroverzicht' AND uitkomst = 'gelezen'"
    assert {rij[0] for rij in rijen(database_url, gelezen)} == {UUID(klant_id)}

    def vragen() -> int:
        with als(dienst, Rol.INKOMENSCONSULENT) as h, tel_opdrachten(dienst.state.engine) as opdrachten:
            bekijk_overzicht(h, UUID(bij["id"]))
        return len(opdrachten)

    eerst = vragen()
    for nr in range(3):
        dienstverband(dienst, klant_id, plek, functie=f"bakker {nr}")
    assert vragen() == eerst

    with als(dienst, Rol.INKOMENSCONSULENT) as h:
        geef_onderwerp_vrij(h, "GM0150", "subsidie", subsidie)
    assert [som["verplicht"] for som in dienst.doe("GET", pad, WC)["geld"]] == [0, 0]


def test_betaald_wordt_op_een_nagegane_rekening_van_wie_de_werkgever_bleek(dienst: Dienst) -> None:
    dubbel, echt = werkgever(dienst), werkgever(dienst, "90004761", "Bakkerij Voorbeeld")
    opdracht = {"reden": "Deze werkgever stond er dubbel in.", "opgegaanIn": echt["id"]}
    nu = dienst.doe("GET", f"/werkgevers/{dubbel['id']}", WC)
    dienst.doe("POST", f"/werkgevers/{dubbel['id']}/beeindigingen", WC, opdracht, versie=nu["versie"])
    with als(dienst, Rol.INKOMENSCONSULENT) as h:
        assert rekening(h, UUID(dubbel["id"])) is None
    bevestig_iban(dienst, echt["id"])
    with als(dienst, Rol.INKOMENSCONSULENT) as h:
        gevonden = rekening(h, UUID(dubbel["id"]))
    assert gevonden is not None
    assert (str(gevonden.werkgever_id), gevonden.iban) == (echt["id"], "NL91ABNA0417164300")


def test_wie_niet_meer_vraagt_verlaat_de_rij_in_elk_jaar(dienst: Dienst, database_url: str) -> None:
    for jaar in (2026, 2027):
        opdracht = {"gemeente": "GM0150", "regeling": "startbaansubsidie", "jaar": jaar, "plafond": 0}
        dienst.doe("POST", "/budgetten", "beheerder", opdracht | {"reden": "Begroting zonder geld."})
    wie = uuid4()
    boek(dienst, Boekstap.RESERVERING, wie, {2027: 100, 2026: 500})
    with als(dienst, Rol.INKOMENSCONSULENT) as h:
        geef_onderwerp_vrij(h, "GM0150", "subsidie", wie)
    assert rijen(database_url, "SELECT stand, count(*) FROM budgetwachtende GROUP BY stand") == [("vervallen", 2)]
