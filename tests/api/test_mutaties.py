"""Mutaties over HTTP: in order, to the administration alone, answered once."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from app.domain.kern.rollen import Rol
from tests.steun.dienst import Dienst
from tests.steun.handelen import bied_mutatie_aan
from tests.steun.klanten import ingedeeld, rij

BOEK = Rol.ADMINISTRATIE


def mutaties(dienst: Dienst, vraag: str = "", rol: Rol = Rol.KOPPELING) -> Any:
    return dienst.doe("GET", f"/mutaties{vraag}", rol)


def test_de_administratie_leest_op_volgorde_en_later_verder(dienst: Dienst) -> None:
    assert mutaties(dienst) == {"mutaties": [], "volgende": None}
    klant_id = ingedeeld(dienst, "matchen", extern_nummer="U-17")
    for bedrag in (100, 200, 300):
        bied_mutatie_aan(dienst, klant_id, bedrag)
    eerste = mutaties(dienst, "?aantal=2")
    assert [(m["nr"], m["soort"], m["inhoud"]) for m in eerste["mutaties"]] == [
        (1, "voorschot", {"bedrag": 100}),
        (2, "voorschot", {"bedrag": 200}),
    ]
    klant = {"id": klant_id, "bsn": rij(dienst, klant_id).bsn, "externNummer": "U-17"}
    assert eerste["mutaties"][0]["klant"] == klant
    tweede = mutaties(dienst, f"?na={eerste['volgende']}")
    assert [m["nr"] for m in tweede["mutaties"]] == [3]
    niets = mutaties(dienst, f"?na={tweede['volgende']}")
    assert niets == {"mutaties": [], "volgende": tweede["volgende"]}
    bied_mutatie_aan(dienst, klant_id, 400)
    assert [m["nr"] for m in mutaties(dienst, f"?na={niets['volgende']}")["mutaties"]] == [4]


def test_bevestigen_kan_een_keer(dienst: Dienst) -> None:
    bied_mutatie_aan(dienst, ingedeeld(dienst, "matchen"))
    [mutatie] = mutaties(dienst)["mutaties"]
    pad, antwoord = f"/mutaties/{mutatie['id']}/bevestigingen", {"externKenmerk": "GWS-1"}
    sleutel = {"Idempotency-Key": str(uuid4())}
    bevestigd = dienst.doe("POST", pad, BOEK, antwoord, koppen=sleutel)
    assert (bevestigd["status"], bevestigd["externKenmerk"], bevestigd["versie"]) == ("bevestigd", "GWS-1", 2)
    assert dienst.doe("POST", pad, BOEK, antwoord, koppen=sleutel) == bevestigd
    weigering = dienst.roep("POST", f"/mutaties/{mutatie['id']}/afwijzingen", BOEK, {"reden": "Toch niet"})
    assert (weigering.status_code, weigering.json()["code"]) == (409, "mutatie_al_beantwoord")
    assert mutaties(dienst, "?status=aangeboden")["mutaties"] == []
    assert [m["nr"] for m in mutaties(dienst, "?status=bevestigd")["mutaties"]] == [1]


def test_een_afwijzing_komt_terug_als_taak(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    bied_mutatie_aan(dienst, klant_id)
    [mutatie] = mutaties(dienst)["mutaties"]
    reden = {"reden": "Uitkering is per 1 mei beëindigd."}
    afgewezen = dienst.doe("POST", f"/mutaties/{mutatie['id']}/afwijzingen", BOEK, reden)
    assert (afgewezen["status"], afgewezen["reden"]) == ("afgewezen", reden["reden"])
    [taak] = dienst.doe("GET", "/taken?rol=inkomensconsulent", Rol.INKOMENSCONSULENT)["taken"]
    assert (taak["soort"], taak["onderwerpId"], taak["klant"]["id"]) == ("mutatie_herstellen", mutatie["id"], klant_id)
    assert taak["uitersteDag"] == "2026-04-01"
    assert reden["reden"] in taak["waarom"]


@pytest.mark.parametrize(
    ("rol", "organisatie", "status"),
    [
        pytest.param(Rol.KOPPELING, "deventer", 200, id="koppeling"),
        pytest.param(Rol.ADMINISTRATIE, "deventer", 200, id="administratie"),
        pytest.param(Rol.INKOMENSCONSULENT, "deventer", 403, id="consulent"),
        pytest.param(Rol.FG, "deventer", 403, id="fg"),
    ],
)
def test_wie_mutaties_mag_lezen(dienst: Dienst, rol: Rol, organisatie: str, status: int) -> None:
    assert dienst.roep("GET", "/mutaties", rol, organisatie=organisatie).status_code == status


def test_een_andere_organisatie_ziet_en_beantwoordt_niets(dienst: Dienst) -> None:
    bied_mutatie_aan(dienst, ingedeeld(dienst, "matchen"))
    [mutatie] = mutaties(dienst)["mutaties"]
    assert dienst.doe("GET", "/mutaties", BOEK, organisatie="weert")["mutaties"] == []
    pad = f"/mutaties/{mutatie['id']}/bevestigingen"
    assert dienst.roep("POST", pad, BOEK, {}, organisatie="weert").status_code == 404


@pytest.mark.parametrize("na", ["onzin", "WyJhIl0", "WyIxIiwiMiJd"])
def test_een_vreemde_cursor_noemt_het_veld(dienst: Dienst, na: str) -> None:
    antwoord = dienst.roep("GET", f"/mutaties?na={na}", BOEK)
    assert (antwoord.status_code, antwoord.json()["fouten"][0]["veld"]) == (400, "na")


def test_lezen_van_mutaties_staat_in_het_logboek_van_de_klant(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    bied_mutatie_aan(dienst, klant_id)
    mutaties(dienst)
    regels = dienst.doe("GET", f"/klanten/{klant_id}/verwerkingen?aantal=1", Rol.FG)
    assert regels["verwerkingen"][0]["handeling"] == "geefMutaties"
    eerder = dienst.doe("GET", f"/klanten/{klant_id}/verwerkingen?aantal=100&na={regels['volgende']}", Rol.FG)
    assert eerder["verwerkingen"][-1]["uitkomst"] == "gedaan"
    assert eerder["volgende"] is None
    assert dienst.roep("GET", f"/klanten/{klant_id}/verwerkingen", Rol.TEAMLEIDER).status_code == 403
    assert dienst.roep("GET", f"/klanten/{klant_id}/verwerkingen", Rol.FG, organisatie="weert").status_code == 404
