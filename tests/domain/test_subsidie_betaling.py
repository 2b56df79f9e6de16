"""Invoices and payments: when one is refused, held or in order, and what keeps an amount from being paid."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.beleid.model import Herkomst, Waarde
from app.domain.subsidie.betaling import (
    Betaalfeiten,
    gewijzigd,
    kenmerk,
    nu_geldend,
    toetsen_betaalopdracht,
    zin_gewijzigd,
)
from app.domain.subsidie.factuur import Factuurfeiten, Factuurstand, stand_na, toetsen_factuur
from app.domain.subsidie.model import Bijlagesoort, Subsidiedictum
from app.domain.subsidie.tabel import STARTBAAN
from tests.steun.subsidie import minimumloon, startbaan, tegen, uitkomst

EERSTE, TWEEDE = date(2026, 11, 1), date(2027, 3, 1)
LAATSTE = (Bijlagesoort.LAATSTE_LOONSTROOK,)


def factuur(**anders: Any) -> Factuurfeiten:
    vast: dict[str, Any] = {
        "factuurdatum": EERSTE,
        "bedrag": 150_000,
        "bijlagen": (),
        "kan": True,
        "termijnbedrag": 150_000,
        "betaalbaar_vanaf": EERSTE,
        "vereist": (),
        "einde_dienstverband": TWEEDE,
        "grondslag": STARTBAAN.grondslag,
    }
    return Factuurfeiten(**(vast | anders))


@pytest.mark.regel("DEV-SUB-905", "DEV-SUB-910")
@pytest.mark.parametrize(
    ("anders", "stand", "waarom"),
    [
        pytest.param({"factuurdatum": date(2026, 10, 31)}, "geweigerd", "factuur_niet_te_vroeg", id="dag-te-vroeg"),
        pytest.param({}, "akkoord", None, id="twee-maanden-na-de-start"),
        pytest.param({"factuurdatum": date(2026, 11, 2)}, "akkoord", None, id="dag-later"),
        pytest.param({"kan": False}, "geweigerd", "termijn_open", id="al-gefactureerd"),
        pytest.param({"bedrag": 150_001}, "geweigerd", "bedrag_binnen_termijn", id="cent-te-veel"),
        pytest.param({"bedrag": 149_999}, "akkoord", None, id="minder-mag"),
        pytest.param({"vereist": LAATSTE}, "geweigerd", "bijlagen_compleet", id="zonder-laatste-loonstrook"),
        pytest.param({"vereist": LAATSTE, "bijlagen": LAATSTE}, "akkoord", None, id="met-laatste-loonstrook"),
        pytest.param(
            {"betaalbaar_vanaf": TWEEDE, "factuurdatum": date(2027, 2, 28)},
            "geweigerd",
            "factuur_niet_te_vroeg",
            id="tweede-op-de-laatste-werkdag",
        ),
        pytest.param({"betaalbaar_vanaf": TWEEDE, "factuurdatum": TWEEDE}, "akkoord", None, id="tweede-na-het-einde"),
        pytest.param(
            {"betaalbaar_vanaf": TWEEDE, "factuurdatum": EERSTE, "einde_dienstverband": EERSTE},
            "aangehouden",
            "dienstverband_niet_eerder_geeindigd",
            id="eerder-geeindigd-beslist-een-mens",
        ),
        pytest.param({"einde_dienstverband": None}, "akkoord", None, id="onbepaalde-tijd"),
        pytest.param(
            {"procent": Decimal(50), "loonkosten": 300_000}, "akkoord", None, id="precies-de-helft-van-de-loonkosten"
        ),
        pytest.param(
            {"procent": Decimal(50), "loonkosten": 299_998},
            "geweigerd",
            "bedrag_past_bij_loonkosten",
            id="meer-dan-de-helft",
        ),
        pytest.param(
            {"procent": Decimal(50)}, "aangehouden", "bedrag_past_bij_loonkosten", id="loonstrook-niet-overgenomen"
        ),
    ],
)
def test_een_factuur_is_akkoord_aangehouden_of_geweigerd(
    anders: dict[str, Any], stand: str, waarom: str | None
) -> None:
    toetsen = toetsen_factuur(factuur(**anders))
    assert stand_na(toetsen) is Factuurstand(stand)
    assert [toets.voorwaarde for toets in toetsen if toets.uitkomst != "voldaan"] == ([waarom] if waarom else [])


def betaling(**anders: Any) -> Betaalfeiten:
    vast: dict[str, Any] = {
        "bedrag": 100,
        "open": True,
        "besluit_staat": True,
        "factuur_akkoord": True,
        "rekening": True,
        "boekers": ("a",),
        "vrijgever": "b",
        "cijfers": (),
        "grondslag": STARTBAAN.grondslag,
    }
    return Betaalfeiten(**(vast | anders))


@pytest.mark.regel("DEV-SUB-905")
@pytest.mark.parametrize(
    ("anders", "waarom"),
    [
        pytest.param({}, None, id="in-orde"),
        pytest.param({"factuur_akkoord": None, "boekers": ()}, None, id="zonder-factuur-waar-die-niet-hoeft"),
        pytest.param({"open": False}, "te_betalen", id="al-betaald"),
        pytest.param({"bedrag": 0}, "te_betalen", id="niets-te-betalen"),
        pytest.param({"besluit_staat": False}, "besluit_staat", id="besluit-ingetrokken"),
        pytest.param({"factuur_akkoord": False}, "factuur_akkoord", id="zonder-factuur"),
        pytest.param({"rekening": False}, "rekening_bekend", id="zonder-rekening"),
        pytest.param({"boekers": ("a", "b")}, "betaald_door_ander", id="dezelfde-persoon"),
        pytest.param(
            {"cijfers": (minimumloon(229_440, herkomst=Herkomst.ONBEVESTIGD),)}, "cijfer_bevestigd", id="onbevestigd"
        ),
    ],
)
def test_wat_een_betaling_tegenhoudt(anders: dict[str, Any], waarom: str | None) -> None:
    toetsen = toetsen_betaalopdracht(betaling(**anders), formeel=False)
    assert [toets.voorwaarde for toets in toetsen if toets.uitkomst != "voldaan"] == ([waarom] if waarom else [])
    assert kenmerk(2026, 17) == "IOM-2026-0000017"


@pytest.mark.parametrize(
    ("waarde", "herkomst", "geldt", "anders"),
    [
        pytest.param(None, None, Herkomst.ONBEVESTIGD, False, id="nog-geen-beleid"),
        pytest.param(229_440, "vastgesteld", Herkomst.VASTGESTELD, False, id="bevestigd"),
        pytest.param(229_440, "onbevestigd", Herkomst.ONBEVESTIGD, False, id="nog-niet-bevestigd"),
        pytest.param(230_000, "vastgesteld", Herkomst.ONBEVESTIGD, True, id="ander-bedrag-bevestigd"),
    ],
)
def test_een_cijfer_wordt_in_het_beleid_bevestigd(
    waarde: int | None, herkomst: str | None, geldt: Herkomst, anders: bool
) -> None:
    cijfer = minimumloon(229_440, herkomst=Herkomst.ONBEVESTIGD)
    bron: Waarde[Any] | None = None
    if waarde is not None:
        bron = Waarde[Any].model_validate({"waarde": waarde, "grondslag": cijfer.grondslag, "herkomst": herkomst})
    assert nu_geldend(cijfer, bron).herkomst is geldt
    assert gewijzigd(cijfer, bron) is anders
    vast = minimumloon(229_440)
    assert nu_geldend(vast, bron) is vast
    assert not gewijzigd(vast, bron)
    assert "van 1 september 2026 was € 2.294,40" in zin_gewijzigd(cijfer)


def test_zonder_geld_wacht_het_besluit_of_volgt_een_weigering() -> None:
    wacht = uitkomst(STARTBAAN, startbaan(wachtplaats=3))
    assert (wacht.dictum, tegen(wacht)) == (Subsidiedictum.VOORLEGGEN, [("budget_toereikend", "onbepaald")])
    assert "plaats 3" in wacht.toetsen[-1].toelichting
    assert uitkomst(STARTBAAN, startbaan(budget_op=True)).dictum is Subsidiedictum.AFWIJZEN
