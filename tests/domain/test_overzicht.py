"""What holds on a date, and what changed since the version before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

import pytest

from app.domain.beleid.kader import Kader
from app.domain.beleid.model import Beleid, Waarde
from app.domain.beleid.overzicht import Stand, onderwerp, overzicht
from app.domain.beleid.pakket import Pakket
from app.domain.beleid.register import Register
from app.domain.kern.fouten import BeleidOntbreekt

GM = "GM0150"


class TermijnBeleid(Beleid):
    soort: ClassVar[str] = "termijn"

    duur: Waarde[int]
    uitstel: Waarde[int] | None = None


class NiemandBeleid(Beleid):
    soort: ClassVar[str] = "niemand"

    duur: Waarde[int]


def pakket(gemeente: str, van: str, waarden: Mapping[str, int], **rest: Any) -> Pakket:
    grondslag = {"regeling": "Participatiewet", "artikel": "7"}
    ruw = {veld: {"waarde": waarde, "grondslag": grondslag} for veld, waarde in waarden.items()}
    vast = {"gemeente": gemeente, "soort": "termijn", "van": van, "bekend_op": van, "waarden": ruw}
    return Pakket.model_validate(vast | rest)


EERST = pakket(GM, "2020-01-01", {"duur": 4}, tot="2024-01-01")
LATER = pakket(GM, "2024-01-01", {"duur": 6, "uitstel": 1}, tot="2026-01-01")
LAATST = pakket(GM, "2026-01-01", {"duur": 6}, bekend_op="2026-02-01")
REGISTER = Register((EERST, LATER, LAATST), {"termijn": TermijnBeleid, "niemand": NiemandBeleid}, Kader())
VERRUIMD = [("duur", 4, 6), ("uitstel", None, 1)]


def dag(tekst: str) -> date:
    return date.fromisoformat(tekst)


@pytest.mark.parametrize(
    ("peildatum", "van", "vorige", "wijzigingen"),
    [
        pytest.param("2023-12-31", "2020-01-01", None, [], id="eerste-versie-heeft-niets-ervoor"),
        pytest.param("2024-01-01", "2024-01-01", EERST.id, VERRUIMD, id="wijziging-en-erbij"),
        pytest.param("2025-12-31", "2024-01-01", EERST.id, VERRUIMD, id="laatste-dag"),
        pytest.param("2026-01-01", "2026-01-01", LATER.id, [("uitstel", 1, None)], id="veld-eraf"),
    ],
)
def test_onderwerp_op_peildatum(
    peildatum: str, van: str, vorige: str | None, wijzigingen: list[tuple[str, object, object]]
) -> None:
    gevonden = onderwerp(REGISTER, TermijnBeleid, Stand(GM, dag(peildatum)))
    assert (gevonden.van, gevonden.vorige and gevonden.vorige.id) == (dag(van), vorige)
    assert [(w.veld, w.oud, w.nieuw) for w in gevonden.wijzigingen] == wijzigingen


def test_een_grens_van_een_nog_onbekend_pakket_telt_niet_mee() -> None:
    open_einde = pakket(GM, "2020-01-01", {"duur": 4})
    onbekend = pakket(GM, "2024-01-01", {"duur": 6}, bekend_op="2024-05-01", vervangt=open_einde.id)
    register = Register((open_einde, onbekend), {"termijn": TermijnBeleid}, Kader())
    toen = onderwerp(register, TermijnBeleid, Stand(GM, dag("2024-04-30"), dag("2024-04-30")))
    nu = onderwerp(register, TermijnBeleid, Stand(GM, dag("2024-04-30"), dag("2024-05-01")))
    assert (toen.van, toen.versie.id) == (dag("2020-01-01"), open_einde.id)
    assert (nu.van, nu.versie.id) == (dag("2024-01-01"), onbekend.id)


def test_overzicht_noemt_ook_wat_ontbreekt() -> None:
    geldend, ontbrekend = overzicht(REGISTER, Stand(GM, dag("2026-03-31")), ["termijn", "niemand"])
    assert [onderwerp.soort for onderwerp in geldend] == ["termijn"]
    assert [(soort, fout.code) for soort, fout in ontbrekend] == [("niemand", "beleid_ontbreekt")]


def test_voor_het_eerste_pakket_is_er_niets() -> None:
    with pytest.raises(BeleidOntbreekt):
        onderwerp(REGISTER, TermijnBeleid, Stand(GM, dag("2019-12-31")))
