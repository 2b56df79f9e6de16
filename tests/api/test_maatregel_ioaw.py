"""IOAW over HTTP: the grondslag as a fact of the zaak, correctable, and a refusal."""

from __future__ import annotations

from typing import Any

from tests.steun.dienst import Dienst
from tests.steun.maatregelzaak import (
    BESLUITDAG,
    HOORGESPREK,
    OORDEEL,
    UITNODIGING,
    adviseer,
    besluit,
    maak_bekend,
    met_plan,
    open_zaak,
    probeer_besluit,
    toets,
    volledig,
    zet,
)

GRONDSLAG: dict[str, Any] = {
    "soort": "grondslag",
    "datum": "2026-05-18",
    "vanaf": "2026-06-01",
    "totEnMet": "2026-07-31",
    "bedrag": 16500,
    "bron": "specificatie uitkering 2026-05",
}
WEIGERING: dict[str, Any] = {
    "grond": "arbeid_niet_aanvaard",
    "gederfdInkomen": 90000,
    "blijvend": True,
    "motivering": "Het aangeboden werk was voor 16 uur per week.",
}


def _stap(dienst: Dienst, zaak_id: str, rol: str, stap: dict[str, Any]) -> Any:
    return dienst.roep("POST", f"/maatregelzaken/{zaak_id}/stappen", rol, stap)


def test_weigering_op_de_vastgelegde_grondslag(dienst: Dienst) -> None:
    klant_id = met_plan(dienst, regime="IOAW")
    dienst.zet_klok(BESLUITDAG)
    zaak_id = open_zaak(dienst, klant_id, gedraging="werkweigering")["id"]
    bewijs = {"soort": "bewijsstuk", "datum": "2026-04-20", "code": "concrete_vacature_of_baanaanbieding"}
    bewijs |= {"vorm": "schriftelijk", "verwijzing": "zaaksysteem 2026-00123"}
    plan = {"soort": "plan", "afwijkingPlan": "De plicht om werk te aanvaarden staat in de wet."}
    zet(dienst, zaak_id, UITNODIGING, HOORGESPREK, OORDEEL, bewijs, plan)
    zet(dienst, zaak_id, {"soort": "oordeel", "weigering": WEIGERING})
    adviseer(dienst, zaak_id)
    mis = probeer_besluit(dienst, zaak_id).json()["toetsen"]
    assert [toets_["voorwaarde"] for toets_ in mis] == ["norm_bekend"]
    assert "grondslag van de IOAW" in mis[0]["toelichting"]

    assert _stap(dienst, zaak_id, "werkconsulent", GRONDSLAG).status_code == 403
    verkeerd = _stap(dienst, zaak_id, "inkomensconsulent", GRONDSLAG).json()["stappen"][-1]["id"]
    assert _stap(dienst, zaak_id, "inkomensconsulent", GRONDSLAG | {"totEnMet": "2026-05-31"}).status_code == 400
    weg = f"/maatregelzaken/{zaak_id}/stappen/{verkeerd}/intrekkingen"
    reden = {"reden": "Het bedrag was een nul te kort."}
    assert dienst.roep("POST", weg, "werkconsulent", reden).status_code == 403
    dienst.doe("POST", weg, "inkomensconsulent", reden)
    assert probeer_besluit(dienst, zaak_id).status_code == 409, "a withdrawn grondslag does not count"
    assert _stap(dienst, zaak_id, "inkomensconsulent", GRONDSLAG | {"bedrag": 165000}).status_code == 201

    genomen = besluit(dienst, zaak_id)
    uitleg = dienst.doe("GET", f"/besluiten/{genomen['id']}/uitleg", "toetser")
    assert [(regel["maand"], regel["norm"], regel["bedrag"]) for regel in uitleg["bedragen"]] == [
        ("2026-06-01", 165000, 90000),
        ("2026-07-01", 165000, 90000),
    ]
    assert "artikel 20, lid 1, IOAW" in " ".join(genomen["motivering"])
    toets(dienst, genomen["id"])
    maak_bekend(dienst, genomen["id"])
    na = dienst.doe("POST", f"/besluiten/{genomen['id']}/narekenen", "toetser")
    assert na["zelfde"], na["verschillen"]


def test_alleen_de_ioaw_en_ioaz_kennen_een_grondslag_en_een_weigering(dienst: Dienst) -> None:
    zaak_id = volledig(dienst)["id"]
    fout = _stap(dienst, zaak_id, "inkomensconsulent", GRONDSLAG)
    assert (fout.status_code, [deel["veld"] for deel in fout.json()["fouten"]]) == (400, ["soort"])
    weiger = {"soort": "oordeel", "weigering": WEIGERING}
    assert [deel["veld"] for deel in _stap(dienst, zaak_id, "werkconsulent", weiger).json()["fouten"]] == ["weigering"]
    beide = {"soort": "oordeel", "weigering": WEIGERING | {"maanden": 3}}
    assert _stap(dienst, zaak_id, "werkconsulent", beide).status_code == 400
