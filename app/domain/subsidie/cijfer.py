"""Cijfer: a policy value as a figure behind an amount, and whether the amount may be paid on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from app.domain.beleid.model import Beleid, Herkomst, Waarde
from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.geld import euro
from app.domain.kern.toets import Toets
from app.domain.subsidie.model import GebruiktCijfer

_WACHT = {
    Herkomst.ONBEVESTIGD: "is niet in een officiële bron gezien",
    Herkomst.VOORBEELD: "is een voorbeeld; de gemeente moet het nog vaststellen",
}


def cijfer_uit(beleid: Beleid, veld: str, per: date, *, naam: str, waarde: int | Decimal) -> GebruiktCijfer:
    """Take a figure from the policy that holds on ``per``."""
    bron: Waarde[object] = getattr(beleid, veld)
    return GebruiktCijfer(
        naam=naam,
        waarde=waarde,
        grondslag=bron.grondslag,
        herkomst=bron.herkomst,
        beleid=beleid.soort,
        veld=veld,
        per=per,
    )


def schrijf_cijfer(cijfer: GebruiktCijfer) -> str:
    """Write a figure with its unit; a whole percentage that was stored comes back as a whole number."""
    if isinstance(cijfer.waarde, int) and "procent" not in cijfer.veld:
        return euro(cijfer.waarde)
    return f"{Decimal(cijfer.waarde).normalize():f} %"


def toets_betaalbaar(cijfer: GebruiktCijfer, *, formeel: bool) -> Toets:
    """Test that an amount may be paid on a figure: never on one that is not confirmed or not known yet.

    An example value holds a payment only where besluiten have legal effect (``formeel``), as it does a besluit.
    """
    wacht = {Herkomst.ONBEVESTIGD, Herkomst.VOORBEELD} if formeel else {Herkomst.ONBEVESTIGD}
    mag = cijfer.herkomst not in wacht and not cijfer.voorlopig
    per = datum_voluit(cijfer.per)
    waarom = "is voor die dag nog niet bekend" if cijfer.voorlopig else _WACHT.get(cijfer.herkomst, "staat vast")
    return maak_toets(
        "cijfer_bevestigd",
        mag,
        cijfer.grondslag,
        {"cijfer": cijfer.naam} | cijfer.model_dump(include={"waarde", "per", "herkomst", "beleid", "veld"}),
        f"Het cijfer {cijfer.naam} ({schrijf_cijfer(cijfer)}) van {per} staat vast.",
        f"Het cijfer {cijfer.naam} ({schrijf_cijfer(cijfer)}) van {per} {waarom}. Een "
        f"beheerder bevestigt het in het beleid {cijfer.beleid}, bij {cijfer.veld}, in de versie die op {per} geldt.",
    )


def toetsen_betaling(cijfers: Iterable[GebruiktCijfer], *, formeel: bool) -> tuple[Toets, ...]:
    """Test every figure behind an amount once."""
    return tuple(toets_betaalbaar(cijfer, formeel=formeel) for cijfer in dict.fromkeys(cijfers))
