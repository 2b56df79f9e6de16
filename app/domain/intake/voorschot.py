"""The voorschot: a short way to money for who is in need of bread."""

from __future__ import annotations

from datetime import date

from app.domain.beleid.model import Herkomst
from app.domain.intake.beleid import IntakeBeleid
from app.domain.intake.feiten import VoorschotFeiten
from app.domain.kern.geld import euro, procent_van
from app.domain.kern.grondslag import productenboek
from app.domain.kern.termijnen import Termijn, wettelijke_termijn
from app.domain.kern.toets import Toets, Uitkomst

_VERKORT = productenboek("2.2.2")


def toets_voorschot(feiten: VoorschotFeiten, beleid: IntakeBeleid, norm: int | None) -> tuple[Toets, ...]:
    """Test a proposed voorschot against the norm per month (eurocents) of the day (DEV-SCR-015, DEV-AAN-901)."""
    return (
        toets_aanleiding(feiten, beleid),
        Toets(
            voorwaarde="voorschot_meegedeeld",
            uitkomst=Uitkomst.van(feiten.voorschot_meegedeeld),
            grondslag=_VERKORT,
            feiten={"meegedeeld": feiten.voorschot_meegedeeld},
            toelichting="De klant is verteld dat het een voorschot op de uitkering is, dat later wordt verrekend.",
        ),
        toets_niet_boven_norm(feiten.bedrag, beleid, norm),
        toets_hoogte(feiten.bedrag, beleid, norm),
    )


def toets_aanleiding(feiten: VoorschotFeiten, beleid: IntakeBeleid) -> Toets:
    """Test that there is broodnood, or that the klant asked for it: that is open to all (DEV-SCR-015, DEV-AAN-901)."""
    if feiten.gevraagd_op is not None:
        return Toets(
            voorwaarde="voorschot_gevraagd",
            uitkomst=Uitkomst.VOLDAAN,
            grondslag=beleid.voorschot_uiterlijk_weken.grondslag,
            feiten={"gevraagd_op": feiten.gevraagd_op},
            toelichting="De klant heeft om een voorschot gevraagd; dat kan bij elke lopende aanvraag.",
        )
    return Toets(
        voorwaarde="broodnood",
        uitkomst=Uitkomst.van(feiten.broodnood),
        grondslag=_VERKORT,
        feiten={"broodnood": feiten.broodnood},
        toelichting="Bij broodnood gaat een voorschot via de verkorte weg.",
    )


def toets_niet_boven_norm(bedrag: int, beleid: IntakeBeleid, norm: int | None) -> Toets:
    """Test that a voorschot (eurocents per month) is no more than the uitkering on which it is an advance."""
    hoogte = "de norm, die nog niet vaststaat" if norm is None else f"de norm van {euro(norm)} per maand"
    return Toets(
        voorwaarde="voorschot_niet_boven_norm",
        uitkomst=Uitkomst.van(None if norm is None else bedrag <= norm),
        grondslag=beleid.voorschot_minimum_procent.grondslag,
        feiten={"bedrag": bedrag, "norm": norm},
        toelichting=f"Het voorschot is niet hoger dan {hoogte}.",
    )


def minimum_voorschot(norm: int, beleid: IntakeBeleid) -> int:
    """Return the least voorschot per month in eurocents."""
    return procent_van(norm, beleid.voorschot_minimum_procent.waarde)


def toets_hoogte(bedrag: int, beleid: IntakeBeleid, norm: int | None) -> Toets:
    """Test the amount; a percentage that is not confirmed by an official source leaves it to a person."""
    eis = beleid.voorschot_minimum_procent
    minimum = None if norm is None else minimum_voorschot(norm, beleid)
    zeker = minimum is not None and eis.herkomst is not Herkomst.ONBEVESTIGD
    voorbehoud = "" if zeker else " Dit moet nog met de hand worden nagegaan."
    hoogte = "" if minimum is None else f", dus {euro(minimum)} per maand"
    return Toets(
        voorwaarde="voorschot_minimum",
        uitkomst=Uitkomst.van(bedrag >= (minimum or 0) if zeker else None),
        grondslag=eis.grondslag,
        feiten={"bedrag": bedrag, "norm": norm, "minimum": minimum, "procent": eis.waarde},
        toelichting=f"Het voorschot is ten minste {eis.waarde} % van de norm{hoogte}.{voorbehoud}",
    )


def voorschottermijn(aanvraagdatum: date, beleid: IntakeBeleid) -> Termijn:
    """Return the statutory term within which a first voorschot is given, also without broodnood."""
    norm = beleid.voorschot_uiterlijk_weken
    return wettelijke_termijn("voorschot", norm.grondslag, aanvraagdatum, weken=norm.waarde)
