"""Facts on which a voorziening is tested: the klant, what is asked for, and what was answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from app.domain.kern.grondslag import Grondslag
from app.domain.kern.klantgroep import Klantgroep
from app.domain.voorziening.oordeel import Omstandigheid
from app.domain.voorziening.veld import Gegeven


class _Feit(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Antwoord(_Feit):
    """What somebody answered to a question; ``waarde`` is None as long as it is open."""

    waarde: bool | None = None
    toelichting: str | None = None


class EerdereInzet(_Feit):
    """A voorziening that the klant has or had, in ``[van, tot)``; without ``tot`` it runs.

    ``regime`` is the verordening under which it was granted, ``uitkomst`` how it ended, ``vestiging`` where it was.
    """

    code: str
    van: date
    tot: date | None = None
    regime: str | None = None
    uitkomst: str | None = None
    vestiging: str | None = None
    werkgever: str | None = None


class Hardheid(_Feit):
    """That an article of the beleidsregels is set aside, and why (DEV-VRZ-919); without ``lid`` the whole article."""

    artikel: str
    lid: str | None = None
    reden: str

    def dekt(self, grondslag: Grondslag) -> bool:
        """Tell whether a condition that rests on this article is set aside."""
        return self.artikel == grondslag.artikel and self.lid in (None, grondslag.lid)


class Collegebesluit(_Feit):
    """An explicit decision of the college where nadere regels are missing, with what was entered by hand."""

    motivering: str
    bedrag: int | None = None
    voorrang: str | None = None


class VoorzieningFeiten(_Feit):
    """A voorziening that is asked for, with what is known of the klant; None is not known.

    ``begin`` and ``einde`` are the first and the last day, ``uren`` per week, ``kosten`` and ``loon`` (per month) in
    eurocents. ``doelgroep`` is the category of article 1; ``nugger_toegekend`` tells whether ondersteuning was granted
    to who has no uitkering. ``kinderen`` are the birth dates of dependent children. ``vastgelegd`` names what must be
    recorded and is. ``verlenging`` asks to let ``einde`` be later than was granted at first.
    """

    code: str
    geboortedatum: date | None = None
    klantgroep: Klantgroep | None = None
    doelgroep: str | None = None
    uitkering: str | None = None
    nugger_toegekend: bool | None = None
    doelgroepregister: bool = False
    startkwalificatie: bool | None = None
    kinderen: tuple[date, ...] = ()
    omstandigheden: frozenset[Omstandigheid] = frozenset()
    begin: date | None = None
    einde: date | None = None
    verlenging: bool = False
    uren: Decimal | None = None
    kosten: int | None = None
    loon: int | None = None
    vestiging: str | None = None
    werkgever: str | None = None
    antwoorden: Mapping[str, Antwoord] = {}
    gegevens: Mapping[str, Gegeven] = {}
    vastgelegd: frozenset[str] = frozenset()
    eerdere: tuple[EerdereInzet, ...] = ()
    hardheid: tuple[Hardheid, ...] = ()
    collegebesluit: Collegebesluit | None = None

    def antwoord(self, code: str) -> Antwoord:
        """Return the answer to a question, an open one when nobody answered it."""
        return self.antwoorden.get(code) or _OPEN


_OPEN = Antwoord()


def per_code(inzetten: Iterable[EerdereInzet], codes: Iterable[str]) -> tuple[EerdereInzet, ...]:
    """Return the inzetten of these voorzieningen."""
    gezocht = frozenset(codes)
    return tuple(inzet for inzet in inzetten if inzet.code in gezocht)
