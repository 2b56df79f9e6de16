"""Leeftijd: how old somebody is on a day, and from which day an age counts.

Somebody born on 29 February reaches an age on 1 March in a year without that day: a year of life is complete only when
the whole of 28 February has passed, which is how the Dutch register and courts count.
"""

from __future__ import annotations

from datetime import date


def verjaardag(geboortedatum: date, jaren: int) -> date:
    """Return the day on which the age of ``jaren`` is reached."""
    jaar = geboortedatum.year + jaren
    try:
        return geboortedatum.replace(year=jaar)
    except ValueError:
        return date(jaar, 3, 1)


def leeftijd_op(geboortedatum: date, peildatum: date) -> int:
    """Return the age in whole years on ``peildatum``. ValueError for a day before the birth."""
    if peildatum < geboortedatum:
        raise ValueError("de peildatum ligt voor de geboortedatum")
    jaren = peildatum.year - geboortedatum.year
    return jaren if verjaardag(geboortedatum, jaren) <= peildatum else jaren - 1


def jonger_dan(geboortedatum: date, jaren: int, peildatum: date) -> bool:
    """Tell whether the age of ``jaren`` is not reached yet; on the birthday itself it is (DEV-JON-001)."""
    return peildatum < verjaardag(geboortedatum, jaren)


def in_leeftijdsband(geboortedatum: date, peildatum: date, van: int, tot: int) -> bool:
    """Tell whether somebody is in the half-open band ``[van, tot)`` of ages, such as 18 up to 27 (DEV-JON-001)."""
    return not jonger_dan(geboortedatum, van, peildatum) and jonger_dan(geboortedatum, tot, peildatum)
