"""Klanten over HTTP: finding, correcting, and who may see whom."""

from __future__ import annotations

from uuid import UUID

import pytest

from app.db.klant import Klant
from app.db.sessie import transactie
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.rollen import Rol
from app.identiteit.claims import actor_uit
from app.services.handeling import Handeling
from app.services.klant import PersoonOpdracht, vind_of_registreer
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.intake import meld, persoon
from tests.steun.klanten import handelend


def registreer(dienst: Dienst, achternaam: str = "de Wit") -> str:
    """Register a klant through the use case."""
    claims = {
        "sub": str(medewerker_id("receptie")),
        "naam": "receptie",
        "organisatie": "deventer",
        "gemeenten": ["GM0150"],
        "scope": "receptie",
        "azp": "test",
    }
    wie = PersoonOpdracht.model_validate(
        {"bsn": dienst.nieuw_bsn(), "voornamen": "Sam", "achternaam": achternaam, "geboortedatum": "1990-01-02"}
    )
    with transactie(dienst.state.sessies, actor_uit(claims)) as sessie:
        h = Handeling(sessie, actor_uit(claims), dienst.state.register, dienst.klok.nu(), "test", "test", "c")
        klant, nieuw = vind_of_registreer(h, wie, "GM0150", "")
        assert nieuw
        return str(klant.id)


def stel(dienst: Dienst) -> tuple[str, str]:
    """Register two partners through one melding."""
    klaar = meld(dienst, persoon(dienst), persoon(dienst))
    een, ander = (wie["klantId"] for wie in klaar["personen"])
    return een, ander


def test_wijzigen_vraagt_de_juiste_versie(dienst: Dienst) -> None:
    klant_id = registreer(dienst)
    gezien = dienst.roep("GET", f"/klanten/{klant_id}", "intaker")
    versie = gezien.json()["versie"]
    assert gezien.headers["ETag"] == f'"{versie}"'
    wijziging = {"telefoon": "06 87654321", "kenmerken": [Kenmerk.LVB]}
    assert dienst.roep("PATCH", f"/klanten/{klant_id}", "intaker", wijziging).status_code == 428
    assert dienst.roep("PATCH", f"/klanten/{klant_id}", "intaker", wijziging, versie=versie).status_code == 200
    assert dienst.roep("PATCH", f"/klanten/{klant_id}", "intaker", wijziging, versie=versie).status_code == 412
    assert dienst.doe("GET", f"/klanten/{klant_id}", "intaker")["kenmerken"] == ["lvb"]


@pytest.mark.parametrize(
    ("rol", "organisatie", "status"),
    [
        pytest.param("intaker", "deventer", 200, id="eigen-organisatie"),
        pytest.param("intaker", "weert", 404, id="andere-organisatie"),
        pytest.param("werkconsulent", "deventer", 404, id="ander-team"),
        pytest.param("beheerder", "deventer", 403, id="geen-rol-voor-personen"),
    ],
)
def test_wie_een_klant_mag_zien(dienst: Dienst, rol: str, organisatie: str, status: int) -> None:
    klant_id = registreer(dienst)
    assert dienst.roep("GET", f"/klanten/{klant_id}", rol, organisatie=organisatie).status_code == status


def test_zoeken_vindt_het_begin_van_de_achternaam(dienst: Dienst) -> None:
    registreer(dienst, "Jansen")
    gevonden = dienst.doe("POST", "/klanten/_zoek", "receptie", {"achternaam": "jan"})
    assert [klant["achternaam"] for klant in gevonden["klanten"]] == ["Jansen"]


def test_zoeken_op_een_verkeerd_bsn_noemt_het_veld(dienst: Dienst) -> None:
    antwoord = dienst.roep("POST", "/klanten/_zoek", "receptie", {"bsn": "123456789", "x": 1})
    assert antwoord.status_code == 400
    assert antwoord.headers["content-type"] == "application/problem+json"
    assert {fout["veld"] for fout in antwoord.json()["fouten"]} == {"bsn", "x"}


def test_de_tijdlijn_vertelt_wat_er_gebeurde(dienst: Dienst) -> None:
    klant_id = registreer(dienst)
    regels = dienst.doe("GET", f"/klanten/{klant_id}/tijdlijn", "intaker")["gebeurtenissen"]
    assert [(regel["volgnr"], regel["soort"]) for regel in regels] == [(1, "klant.geregistreerd")]


@pytest.mark.parametrize("veld", ["achternaam", "geboortedatum", "leefvorm", "kostendelendeMedebewoners", "kenmerken"])
def test_wat_verplicht_is_kan_niet_leeg(dienst: Dienst, veld: str) -> None:
    klant_id = registreer(dienst)
    versie = dienst.doe("GET", f"/klanten/{klant_id}", "intaker")["versie"]
    antwoord = dienst.roep("PATCH", f"/klanten/{klant_id}", "intaker", {veld: None, "telefoon": None}, versie=versie)
    assert antwoord.status_code == 400
    assert [fout["veld"] for fout in antwoord.json()["fouten"]] == [veld]


def test_wie_niet_meer_gehuwd_is_heeft_geen_partner_meer(dienst: Dienst) -> None:
    een, ander = stel(dienst)
    gezien = dienst.doe("GET", f"/klanten/{een}/klantbeeld", "intaker")
    assert gezien["partner"]["id"] == ander
    dienst.doe("PATCH", f"/klanten/{een}", "intaker", {"leefvorm": "gehuwd"}, versie=gezien["persoon"]["versie"])
    versie = gezien["persoon"]["versie"] + 1
    dienst.doe("PATCH", f"/klanten/{een}", "intaker", {"leefvorm": "alleenstaande"}, versie=versie)
    for klant_id in (een, ander):
        beeld = dienst.doe("GET", f"/klanten/{klant_id}/klantbeeld", "intaker")
        assert (beeld["partner"], beeld["persoon"]["partnerId"]) == (None, None)
        laatste = dienst.doe("GET", f"/klanten/{klant_id}/tijdlijn?aantal=1", "intaker")["gebeurtenissen"][0]
        assert "partnerId" in laatste["inhoud"]["velden"]


def test_een_partner_buiten_het_zicht_wordt_niet_losgemaakt(dienst: Dienst) -> None:
    een, ander = stel(dienst)
    with transactie(dienst.state.sessies, handelend(Rol.INTAKER)) as sessie:
        sessie.get_one(Klant, UUID(een)).team = "matchen"
    versie = dienst.doe("GET", f"/klanten/{een}", "werkconsulent")["versie"]
    antwoord = dienst.roep("PATCH", f"/klanten/{een}", "werkconsulent", {"leefvorm": "alleenstaande"}, versie=versie)
    assert antwoord.status_code == 409
    assert dienst.doe("GET", f"/klanten/{ander}/klantbeeld", "intaker")["partner"]["id"] == een
