"""An opschorting or intrekking that is taken back: the uitkering runs again, and what was held is paid (Awb 7:11)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.test_blokkering import IC, WAAROM, klaar_voor_opschorting, open_taken, overzicht, toets, verzend, zet
from tests.api.test_blokkering import wijzig as vul_aan
from tests.steun import herziening as herzien
from tests.steun.bezwaar import HERROEPEN, beslis, maak_bezwaar
from tests.steun.bezwaar import zet as zet_bezwaar
from tests.steun.dienst import Dienst
from tests.steun.intake import mutaties

APRIL_21 = "2026-04-21"
GEHOORD = {"gehoord": True, "datum": APRIL_21, "verslag": "De klant lag in het ziekenhuis en kon niet reageren."}


def opgeschort(dienst: Dienst) -> tuple[str, Any, Any]:
    """A klant whose payment is blocked and whose right is suspended since 31 March."""
    klant, zaak = klaar_voor_opschorting(dienst)
    vul_aan(dienst, zaak, {"verwijtbaarheidToelichting": "U kreeg de brief."})
    besluit = zet(dienst, zaak, "besluiten", WAAROM).json()
    toets(dienst, besluit)
    assert verzend(dienst, besluit, "2026-03-31").status_code == 201
    return klant, zaak, besluit


def ingetrokken(dienst: Dienst) -> tuple[str, Any, Any, Any]:
    """The same klant, whose uitkering was withdrawn on 21 April."""
    klant, zaak, opschorting = opgeschort(dienst)
    rij = dienst.doe("POST", f"/opschortingen/{zaak['id']}/intrekkingen", IC, {})
    dienst.zet_klok(f"{APRIL_21}T09:00:00+02:00")
    gehoord = {"gelegenheidTotEnMet": "2026-04-20", "verwijtbaar": True, "verwijtbaarheidToelichting": "Geen reactie."}
    vul_aan(dienst, rij, gehoord)
    besluit = zet(dienst, rij, "besluiten", WAAROM).json()
    toets(dienst, besluit)
    assert verzend(dienst, besluit, APRIL_21).status_code == 201
    return klant, zaak, opschorting, besluit


def terug(dienst: Dienst) -> list[Any]:
    """The mutaties that pay what was held."""
    return [(soort, inhoud["van"]) for soort, inhoud in mutaties(dienst) if inhoud.get("nabetalen")]


@pytest.mark.regel("DEV-NOS-504")
def test_een_herroepen_intrekking_laat_de_uitkering_weer_lopen(dienst: Dienst) -> None:
    klant, _, _, besluit = ingetrokken(dienst)
    bezwaar = maak_bezwaar(dienst, besluit["id"], ontvangenOp=APRIL_21)
    zet_bezwaar(dienst, bezwaar["id"], "hoorzittingen", GEHOORD)
    klaar = beslis(dienst, bezwaar["id"], HERROEPEN, APRIL_21)
    assert "Wij betalen u alsnog wat wij door dat besluit niet betaalden." in klaar["motivering"]

    (opschorting,) = overzicht(dienst, klant)["opschortingen"]
    assert (opschorting["status"], opschorting["geslotenOp"]) == ("beeindigd", APRIL_21)
    (rij,) = opschorting["intrekkingen"]
    assert (rij["status"], rij["besluiten"][0]["status"]) == ("vervallen", "ingetrokken")
    (blok,) = overzicht(dienst, klant)["blokkeringen"]
    assert (blok["status"], blok["tot"]) == ("opgeheven", APRIL_21)
    assert terug(dienst) == [
        ("intrekking_ongedaan", "2026-03-31"),
        ("opschorting_beeindigd", "2026-03-31"),
        ("opheffing_blokkering", "2026-03-31"),
    ]
    assert open_taken(dienst, klant) == ["intrekking_herstellen"]
    assert dienst.doe("POST", f"/besluiten/{klaar['id']}/narekenen", "fg")["zelfde"] is True


def test_een_ingetrokken_opschorting_houdt_niets_meer_aan(dienst: Dienst) -> None:
    klant, zaak, besluit = opgeschort(dienst)
    dienst.doe("POST", f"/opschortingen/{zaak['id']}/intrekkingen", IC, {})
    herziening = herzien.herzie(dienst, besluit["id"])
    lichter = herzien.probeer(dienst, herziening["id"], herzien.INTREKKEN | {"keuze": "wijzigen"})
    assert [deel["voorwaarde"] for deel in lichter.json()["toetsen"]] == ["iets_verandert"]
    klaar = herzien.beslis(dienst, herziening["id"])
    assert "Wij betalen u alsnog wat wij door dat besluit niet betaalden." in klaar["motivering"]
    herzien.verzend(dienst, klaar["id"], "2026-03-31")

    (opschorting,) = overzicht(dienst, klant)["opschortingen"]
    assert (opschorting["status"], opschorting["intrekkingen"][0]["status"]) == ("beeindigd", "vervallen")
    assert overzicht(dienst, klant)["blokkeringen"][0]["status"] == "opgeheven"
    assert terug(dienst) == [("opschorting_beeindigd", "2026-03-31"), ("opheffing_blokkering", "2026-03-31")]
    assert open_taken(dienst, klant) == []
    assert dienst.doe("POST", f"/besluiten/{klaar['id']}/narekenen", "fg")["zelfde"] is True


def test_wat_op_een_ingetrokken_opschorting_rust_wordt_ook_ingetrokken(dienst: Dienst) -> None:
    klant, _, opschorting, intrekking = ingetrokken(dienst)
    eerste = herzien.beslis(dienst, herzien.herzie(dienst, opschorting["id"])["id"])
    herzien.verzend(dienst, eerste["id"], APRIL_21)
    assert (terug(dienst), open_taken(dienst, klant)) == ([], ["intrekking_herstellen"])
    tweede = herzien.beslis(dienst, herzien.herzie(dienst, intrekking["id"])["id"])
    herzien.verzend(dienst, tweede["id"], APRIL_21)
    assert len(terug(dienst)) == 3
    assert overzicht(dienst, klant)["opschortingen"][0]["status"] == "beeindigd"
    assert open_taken(dienst, klant) == ["intrekking_herstellen"]
