"""Betaling: what must be in order before an amount goes to the financial administration, and how it is known there."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from app.domain.beleid.model import Herkomst, Waarde
from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.geld import euro
from app.domain.kern.grondslag import Grondslag, awb
from app.domain.kern.toets import Toets
from app.domain.subsidie.cijfer import schrijf_cijfer, toetsen_betaling
from app.domain.subsidie.model import Cent, GebruiktCijfer, Vast


class Betaalsoort(StrEnum):
    """A payment, or the counter-entry that undoes one."""

    BETALING = "betaling"
    TEGENBOEKING = "tegenboeking"


class Betaalstand(StrEnum):
    """How far an order is: only one that was not fetched can be cancelled; after that it takes a counter-entry."""

    AANGEBODEN = "aangeboden"
    OPGEHAALD = "opgehaald"
    BETAALD = "betaald"
    MISLUKT = "mislukt"
    GEANNULEERD = "geannuleerd"
    TEGENGEBOEKT = "tegengeboekt"


class Betaalfeiten(Vast):
    """What is known when somebody orders a payment; ``vrijgever`` does so.

    ``boekers`` recorded what it rests on: the invoice, or the aanvraag and the account of the klant.

    ``factuur_akkoord`` is None where no invoice is asked. ``besluit_staat`` tells that the grant still stands.
    """

    bedrag: Cent
    open: bool
    besluit_staat: bool
    factuur_akkoord: bool | None
    rekening: bool
    boekers: tuple[str, ...]
    vrijgever: str
    cijfers: tuple[GebruiktCijfer, ...]
    grondslag: Grondslag


def kenmerk(jaar: int, nr: int) -> str:
    """Return by what reference the administration knows an order."""
    return f"IOM-{jaar}-{nr:07d}"


def toetsen_betaalopdracht(feiten: Betaalfeiten, *, formeel: bool) -> tuple[Toets, ...]:
    """Test everything; the figures come last, each with where it is confirmed."""
    return (
        toets_te_betalen(feiten),
        toets_besluit_staat(feiten),
        toets_factuur(feiten),
        toets_rekening(feiten),
        toets_vier_ogen(feiten),
        *toetsen_betaling(feiten.cijfers, formeel=formeel),
    )


def toets_te_betalen(feiten: Betaalfeiten) -> Toets:
    """Test that there is something to pay, and that it was not paid or ordered before."""
    return maak_toets(
        "te_betalen",
        feiten.open and feiten.bedrag > 0,
        feiten.grondslag,
        {"bedrag": feiten.bedrag, "open": feiten.open},
        f"{euro(feiten.bedrag)} kan worden betaald.",
        "Dit deel is al betaald of in behandeling, wordt aangehouden, is vervallen of is nog niet aan de beurt.",
    )


def toets_besluit_staat(feiten: Betaalfeiten) -> Toets:
    """Test that the besluit that grants it was sent and was not withdrawn."""
    return maak_toets(
        "besluit_staat",
        feiten.besluit_staat,
        awb("4:52"),
        {"staat": feiten.besluit_staat},
        "Het besluit dat het toekent, geldt.",
        "Het besluit dat het toekent, geldt niet meer.",
    )


def toets_factuur(feiten: Betaalfeiten) -> Toets:
    """Test that there is an invoice in order, where one is asked (DEV-SUB-905)."""
    return maak_toets(
        "factuur_akkoord",
        feiten.factuur_akkoord is not False,
        feiten.grondslag,
        {"factuur": feiten.factuur_akkoord},
        "Een factuur is niet nodig of is akkoord.",
        "Er is nog geen factuur die akkoord is.",
    )


def toets_rekening(feiten: Betaalfeiten) -> Toets:
    """Test that it is known where the money goes: for an employer an account that a second person confirmed."""
    return maak_toets(
        "rekening_bekend",
        feiten.rekening,
        feiten.grondslag,
        {"bekend": feiten.rekening},
        "Het rekeningnummer is bekend.",
        "Het rekeningnummer is nog niet bekend of nog niet bevestigd.",
    )


def toets_vier_ogen(feiten: Betaalfeiten) -> Toets:
    """Test that somebody else orders the payment than who recorded the invoice, the aanvraag or the account."""
    return maak_toets(
        "betaald_door_ander",
        feiten.vrijgever not in feiten.boekers,
        feiten.grondslag,
        {},
        "Wie de betaling vrijgeeft, legde de factuur, de aanvraag en het rekeningnummer niet zelf vast.",
        "Wie de factuur, de aanvraag of het rekeningnummer vastlegde, geeft de betaling niet zelf vrij.",
    )


def nu_geldend(cijfer: GebruiktCijfer, bron: Waarde[object] | None) -> GebruiktCijfer:
    """Return a figure as the policy has it by now: confirmed when the policy says so and the value is the same.

    A figure that was certain stays as it is; so does one for which there is still no policy.
    """
    if bron is None or (cijfer.herkomst is Herkomst.VASTGESTELD and not cijfer.voorlopig):
        return cijfer
    if bron.waarde != cijfer.waarde:
        return cijfer
    return cijfer.model_copy(update={"herkomst": bron.herkomst, "voorlopig": False})


def gewijzigd(cijfer: GebruiktCijfer, bron: Waarde[object] | None) -> bool:
    """Tell whether the policy by now has another value than an uncertain figure: the amount is worked out again."""
    onzeker = cijfer.voorlopig or cijfer.herkomst is not Herkomst.VASTGESTELD
    return onzeker and bron is not None and isinstance(bron.waarde, int | Decimal) and bron.waarde != cijfer.waarde


def zin_gewijzigd(cijfer: GebruiktCijfer) -> str:
    """Say that an amount must be worked out again, and why."""
    per = datum_voluit(cijfer.per)
    return f"Het cijfer {cijfer.naam} van {per} was {schrijf_cijfer(cijfer)} en is gewijzigd; herbereken de termijnen."
