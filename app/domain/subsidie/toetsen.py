"""Conditions that more than one regeling asks."""

from __future__ import annotations

from datetime import date

from app.domain.beleid.model import Waarde
from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import Grondslag, awb
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Toets
from app.domain.subsidie.gegevens import Marktoordeel
from app.domain.subsidie.model import Subsidiefeiten


def toets_arbeidsovereenkomst(feiten: Subsidiefeiten, grondslag: Grondslag) -> Toets:
    """Test that there is an arbeidsovereenkomst with the klant (DEV-SUB-902, DEV-SUB-906)."""
    return maak_toets(
        "arbeidsovereenkomst",
        feiten.dienstverband is not None or None,
        grondslag,
        {"van": feiten.dienstverband.van if feiten.dienstverband else None},
        "Er is een arbeidsovereenkomst tussen de werkgever en de werknemer.",
        "Er is geen arbeidsovereenkomst.",
        "De arbeidsovereenkomst is nog niet bekend; leg het dienstverband vast.",
    )


def toets_klantgroep(feiten: Subsidiefeiten, groepen: Waarde[tuple[Klantgroep, ...]]) -> Toets:
    """Test the klantgroep; the sentences say nothing of the klant, for the employer reads them too."""
    groep = feiten.klantgroep
    return maak_toets(
        "klantgroep",
        None if groep is None else groep in groepen.waarde,
        groepen.grondslag,
        {"klantgroep": groep, "mogelijk": tuple(groepen.waarde)},
        "De werknemer hoort tot de groep waarvoor deze subsidie is bedoeld.",
        "De werknemer hoort niet tot de groep waarvoor deze subsidie is bedoeld.",
        "Het is nog niet bekend tot welke klantgroep de werknemer hoort.",
    )


def toetsen_markt(gegevens: Marktoordeel, grondslag: Grondslag) -> tuple[Toets, Toets]:
    """Test that the market is not distorted: no unfair competition, nobody is displaced."""
    eerlijk, vrij = gegevens.eerlijke_concurrentie, gegevens.geen_verdringing
    return (
        maak_toets(
            "eerlijke_concurrentie",
            eerlijk,
            grondslag,
            {"oordeel": eerlijk},
            "De subsidie beïnvloedt de concurrentie niet onverantwoord.",
            "De subsidie zou de concurrentie onverantwoord beïnvloeden.",
            "Beoordeel nog of de subsidie de concurrentie onverantwoord beïnvloedt.",
        ),
        maak_toets(
            "geen_verdringing",
            vrij,
            grondslag,
            {"oordeel": vrij},
            "De arbeidsplaats verdringt geen andere werknemer.",
            "De arbeidsplaats verdringt een andere werknemer.",
            "Beoordeel nog of de arbeidsplaats een andere werknemer verdringt.",
        ),
    )


def toets_aangevuld(feiten: Subsidiefeiten, peildatum: date) -> Toets:
    """Test that the applicant had the time to complete the aanvraag, before it is not treated (Awb 4:5)."""
    tot = feiten.aanvullen_tot
    laatste = "" if tot is None else f" tot en met {datum_voluit(tot)}"
    return maak_toets(
        "kon_aanvullen",
        tot is not None and tot < peildatum,
        awb("4:5", "1"),
        {"aanvullen_tot_en_met": tot},
        f"De aanvrager kon de aanvraag aanvullen{laatste}.",
        f"De aanvrager kan de aanvraag nog aanvullen{laatste}."
        if tot
        else "Vraag eerst om aanvulling, met een termijn.",
    )


def toets_budget(feiten: Subsidiefeiten) -> Toets:
    """Test that there is money; while the aanvraag waits in line for it, the decision waits too (Awb 4:25)."""
    return maak_toets(
        "budget_toereikend",
        False if feiten.budget_op else None if feiten.wachtplaats else True,
        awb("4:25", "2"),
        {"op": feiten.budget_op, "wachtplaats": feiten.wachtplaats},
        "Er is nog geld voor deze regeling.",
        "Het geld voor deze regeling is op voor dit jaar.",
        f"Er is nu geen geld voor deze regeling; de aanvraag staat op plaats {feiten.wachtplaats} van de wachtlijst.",
    )


def toets_toetser(besluiter: str, toetser: str, grondslag: Grondslag) -> Toets:
    """Test that somebody else than the besluiter checks the besluit."""
    return maak_toets(
        "getoetst_door_ander",
        besluiter != toetser,
        grondslag,
        {},
        "Wie toetst, is een ander dan wie besliste.",
        "Wie besliste, toetst niet zelf.",
    )
