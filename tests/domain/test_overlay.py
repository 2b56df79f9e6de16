"""Overlays: packs that replace values while a variant of the service is on, checked at start-up like every pack."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.beleid.controle import controleer
from app.domain.beleid.overzicht import Stand, onderwerp
from app.domain.beleid.pakket import Pakket
from app.domain.beleid.schakeling import NIVEAU, BeslotenSchakeling, Schakelbesluit, VasteSchakeling
from app.domain.kern.fouten import BeleidOntbreekt
from tests.domain.test_register import (
    DEVENTER,
    GEZOND,
    GM,
    KADER,
    ProefBeleid,
    dag,
    open_term,
    pakket,
    problemen,
    register,
)

VOLLEDIG = "volledige_lockdown"


def overlay(waarden: dict[str, Any], variant: str = VOLLEDIG, van: str = "2020-01-01", **rest: Any) -> Pakket:
    return pakket(GM, van, waarden, variant=variant, **rest)


LOCKDOWN = overlay({"procent": "50"})
EXTRA = overlay({"extra": 7}, "kick_off_opgeschort", van="2020-03-01")


@pytest.mark.regel("DEV-DIG-001")
def test_een_overlay_vervangt_waarden_zolang_de_variant_aan_staat() -> None:
    gewoon = register(*GEZOND, LOCKDOWN, EXTRA)
    dicht = gewoon.met(VasteSchakeling((VOLLEDIG, "kick_off_opgeschort", "onbekend")))
    versie = dicht.geldend(ProefBeleid, GM, dag("2020-07-01"))
    assert (str(versie.beleid.procent.waarde), versie.beleid.duur_maanden.waarde) == ("50", 1)
    assert versie.beleid.extra is not None
    assert versie.overlays == {"procent": VOLLEDIG, "extra": "kick_off_opgeschort"}
    assert versie.id == (
        "NL/proef/2020-07-01 + GM0150/proef/2020-01-01 + GM0150/proef/volledige_lockdown/2020-01-01"
        " + GM0150/proef/kick_off_opgeschort/2020-03-01"
    )
    terug = gewoon.geldend(ProefBeleid, GM, dag("2020-07-01"))
    assert (str(terug.beleid.procent.waarde), terug.overlays) == ("30", {})
    assert terug.sha256 != versie.sha256


def test_een_gemeente_zonder_overlay_vraagt_niets() -> None:
    def lees() -> tuple[Schakelbesluit, ...]:
        raise AssertionError("er is niets te schakelen")

    versie = register(*GEZOND).met(BeslotenSchakeling(lees)).geldend(ProefBeleid, GM, dag("2020-01-01"))
    assert versie.id.endswith("GM0150/proef/2020-01-01")


@pytest.mark.regel("DEV-DIG-001")
def test_het_overzicht_kent_de_dag_van_de_schakeling() -> None:
    aan = Schakelbesluit(1, GM, NIVEAU, VOLLEDIG, dag("2020-03-16"), dag("2020-06-01"), dag("2020-03-15"))
    reg = register(*GEZOND, LOCKDOWN).met(BeslotenSchakeling(lambda: (aan,)))
    tijdens = onderwerp(reg, ProefBeleid, Stand(GM, dag("2020-05-31")))
    assert (tijdens.van, [v.veld for v in tijdens.wijzigingen]) == (dag("2020-03-16"), ["procent"])
    na = onderwerp(reg, ProefBeleid, Stand(GM, dag("2020-06-01")))
    assert (na.van, na.vorige and na.vorige.id) == (dag("2020-06-01"), tijdens.versie.id)
    ervoor = onderwerp(reg, ProefBeleid, Stand(GM, dag("2020-03-15")))
    assert (ervoor.van, ervoor.vorige) == (dag("2020-01-01"), None)


def test_welke_varianten_een_gemeente_kent() -> None:
    reg = register(*GEZOND, EXTRA, LOCKDOWN, overlay({"procent": "40"}, "gedeeltelijke_lockdown"))
    assert reg.varianten(GM) == ("gedeeltelijke_lockdown", VOLLEDIG, "kick_off_opgeschort")
    assert reg.varianten("GM0988") == ()
    controleer(reg)


@pytest.mark.parametrize(
    ("pakketten", "verwacht"),
    [
        pytest.param((*GEZOND, overlay({"spook": 1})), "volledige_lockdown/2020-01-01: spook is onbekend", id="veld"),
        pytest.param((*GEZOND, overlay({"plafond": 9})), "plafond ligt landelijk vast", id="landelijke-constante"),
        pytest.param((*GEZOND, overlay({"duur_maanden": 4})), "duur_maanden (4) is te hoog", id="buiten-kader"),
        pytest.param((*GEZOND, overlay({"procent": "veel"})), "procent.waarde (veel) moet een getal", id="vorm"),
        pytest.param((*GEZOND, overlay({"extra": 101})), "extra ligt boven het plafond", id="samen-onmogelijk"),
        pytest.param(
            (*GEZOND, LOCKDOWN, overlay({"procent": "60"}, van="2020-02-01")),
            "geldt tegelijk met GM0150/proef/volledige_lockdown/2020-01-01",
            id="twee-tegelijk",
        ),
        pytest.param(
            (*GEZOND, EXTRA, overlay({"extra": 8}, "andere_instelling")),
            "extra staat ook in",
            id="twee-instellingen-zetten-hetzelfde",
        ),
    ],
)
def test_een_foute_overlay_houdt_de_start_tegen(pakketten: tuple[Pakket, ...], verwacht: str) -> None:
    assert verwacht in problemen(*pakketten)


def test_twee_instellingen_na_elkaar_mogen_hetzelfde_zetten() -> None:
    eerst = overlay({"extra": 8}, "andere_instelling", tot="2020-03-01")
    controleer(register(*GEZOND, EXTRA, eerst))


def test_een_overlay_vervangt_ook_een_landelijke_standaard() -> None:
    kader = KADER.model_copy(update={"open_termen": (open_term(standaard=True),)})
    landelijk = pakket("NL", "2020-01-01", {"plafond": 100, "duur_maanden": 2})
    gemeente = pakket(GM, "2020-01-01", {"procent": "30"})
    reg = register(landelijk, gemeente, overlay({"duur_maanden": 3}), kader=kader).met(VasteSchakeling((VOLLEDIG,)))
    assert reg.geldend(ProefBeleid, GM, dag("2020-01-01")).beleid.duur_maanden.waarde == 3


def test_een_overlay_alleen_is_nog_geen_beleid() -> None:
    reg = register(LOCKDOWN).met(VasteSchakeling((VOLLEDIG,)))
    with pytest.raises(BeleidOntbreekt):
        reg.geldend(ProefBeleid, GM, dag("2020-01-01"))


def test_alleen_een_gemeente_heeft_een_overlay() -> None:
    with pytest.raises(ValueError, match="alleen een gemeente"):
        pakket("NL", "2020-01-01", {"plafond": 1}, variant=VOLLEDIG)
    assert DEVENTER.variant is None
