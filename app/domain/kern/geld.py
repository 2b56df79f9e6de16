"""Geld: whole eurocents, rounded once, written as Dutch people write it."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def rond_af(cent: Decimal) -> int:
    """Round an exact amount in eurocents to whole eurocents, half up: the only place that rounds."""
    return int(cent.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def procent_van(bedrag: int, procent: Decimal) -> int:
    """Return ``procent`` percent of ``bedrag`` (eurocents), rounded half up to whole eurocents."""
    return rond_af(Decimal(bedrag) * procent / 100)


def naar_verhouding(bedrag: int, deel: Decimal, geheel: Decimal) -> int:
    """Return ``deel`` out of ``geheel`` of an amount (eurocents), rounded half up to whole eurocents."""
    return rond_af(Decimal(bedrag) * deel / geheel)


def euro(cent: int) -> str:
    """Write eurocents as in a letter: ``104250`` becomes ``€ 1.042,50``."""
    teken = "-" if cent < 0 else ""
    heel, rest = divmod(abs(cent), 100)
    return f"{teken}€ {heel:,}".replace(",", ".") + f",{rest:02d}"
