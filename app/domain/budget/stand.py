"""Stand: how a budget and the amounts of one subject in it move, in eurocents.

Of one subject, ``gereserveerd`` is kept for it, ``verplicht`` is what was promised in a besluit, of which ``betaald``
was paid. What a budget has left is its ceiling without what is kept and promised; without a ceiling nothing is refused.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict

from app.domain.kern.bouw import maak_toets
from app.domain.kern.fouten import Conflict
from app.domain.kern.geld import euro
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.toets import Feit, Toets

_BEGROTING: Final = Grondslag(regeling="Gemeentewet", artikel="189", lid="1")


class Boekstap(StrEnum):
    """What can be booked on a budget."""

    RESERVERING = "reservering"
    VERPLICHTING = "verplichting"
    BETALING = "betaling"
    TERUGONTVANGST = "terugontvangst"
    VRIJGAVE = "vrijgave"
    CORRECTIE = "correctie"


class Bedragen(BaseModel):
    """What is kept, promised and paid; of one subject, of a whole budget, or the difference that a booking makes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    gereserveerd: int = 0
    verplicht: int = 0
    betaald: int = 0

    @property
    def beslag(self) -> int:
        """What cannot be given to another any more."""
        return self.gereserveerd + self.verplicht

    @property
    def nog_te_betalen(self) -> int:
        """What was promised and not paid yet."""
        return self.verplicht - self.betaald

    def plus(self, verschil: Bedragen) -> Bedragen:
        """Add a difference."""
        return Bedragen(
            gereserveerd=self.gereserveerd + verschil.gereserveerd,
            verplicht=self.verplicht + verschil.verplicht,
            betaald=self.betaald + verschil.betaald,
        )


def verschil_reservering(nu: Bedragen, bedrag: int) -> Bedragen:
    """Keep ``bedrag`` for a subject, in place of what was kept. Raises Conflict when it was promised already."""
    if nu.verplicht:
        raise Conflict("Voor dit onderwerp is al een verplichting aangegaan.", "al_verplicht")
    return Bedragen(gereserveerd=bedrag - nu.gereserveerd)


def verschil_verplichting(nu: Bedragen, bedrag: int) -> Bedragen:
    """Promise ``bedrag`` in all: what was kept is used up. Raises Conflict for less than was paid."""
    if bedrag < nu.betaald:
        raise Conflict(f"Er is al {euro(nu.betaald)} betaald; vorder eerst terug wat te veel is.", "meer_betaald")
    return Bedragen(gereserveerd=-nu.gereserveerd, verplicht=bedrag - nu.verplicht)


def verschil_betaling(nu: Bedragen, bedrag: int) -> Bedragen:
    """Pay ``bedrag`` out of what was promised. Raises Conflict for more than that."""
    if bedrag > nu.nog_te_betalen:
        over = euro(nu.nog_te_betalen)
        raise Conflict(f"Van de verplichting is nog {over} te betalen; {euro(bedrag)} gaat er boven.", "niet_verplicht")
    return Bedragen(betaald=bedrag)


def verschil_terugontvangst(nu: Bedragen, bedrag: int) -> Bedragen:
    """Receive ``bedrag`` back: it was not paid, and is not promised. Raises Conflict for more than was paid."""
    if bedrag > nu.betaald:
        raise Conflict(f"Er is {euro(nu.betaald)} betaald; er kan niet meer terugkomen.", "niet_betaald")
    return Bedragen(verplicht=-bedrag, betaald=-bedrag)


def verschil_vrijgave(nu: Bedragen) -> Bedragen:
    """Give free what is kept, and what was promised and will not be paid."""
    return Bedragen(gereserveerd=-nu.gereserveerd, verplicht=-nu.nog_te_betalen)


def verschil_correctie(nu: Bedragen, wordt: Bedragen) -> Bedragen:
    """Make the amounts of a subject what they should be. Raises Conflict for amounts that cannot be."""
    if min(wordt.gereserveerd, wordt.verplicht, wordt.betaald) < 0 or wordt.betaald > wordt.verplicht:
        raise Conflict("Bedragen zijn niet negatief, en er is niet meer betaald dan verplicht.", "correctie_onmogelijk")
    return Bedragen(
        gereserveerd=wordt.gereserveerd - nu.gereserveerd,
        verplicht=wordt.verplicht - nu.verplicht,
        betaald=wordt.betaald - nu.betaald,
    )


def over(plafond: int | None, stand: Bedragen) -> int | None:
    """Return what a budget has left, less than nothing when its ceiling was lowered; None without a ceiling."""
    return None if plafond is None else plafond - stand.beslag


def toets_budget(gevraagd: int, vrij: int | None, naam: str, jaar: int) -> Toets:
    """Ask that what is added fits in what is left of the ceiling; without a ceiling everything fits (DEV-FIN-901).

    ``vrij`` is what is left after those who wait and came first.
    """
    past = vrij is None or gevraagd <= 0 or gevraagd <= vrij
    goed = "Voor deze regeling geldt geen plafond."
    if vrij is not None:
        goed = f"In het budget van {naam} voor {jaar} is nog {euro(vrij)} vrij."
    mis = f"In het budget van {naam} voor {jaar} is nog {euro(max(vrij or 0, 0))} vrij; er is {euro(gevraagd)} nodig."
    feiten: dict[str, Feit] = {"gevraagd": gevraagd, "vrij": vrij, "jaar": jaar}
    return maak_toets("budget_toereikend", past, _BEGROTING, feiten, goed, mis)
