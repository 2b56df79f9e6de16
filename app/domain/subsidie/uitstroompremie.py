"""Uitstroompremie: once, to who leaves the bijstand for good; the amount is set by hand (DEV-SUB-912, DEV-ORG-903)."""

from __future__ import annotations

from app.domain.kern.bouw import maak_toets
from app.domain.kern.geld import euro
from app.domain.kern.toets import Toets
from app.domain.subsidie.beleid import SubsidieBeleid
from app.domain.subsidie.gegevens import Uitstroomgegevens
from app.domain.subsidie.grondslagen import verordening_lid
from app.domain.subsidie.model import Betaalschema, Regelingcode, Subsidiefeiten, Termijn

_LID_1 = verordening_lid("13", "1")


class UitstroomFeiten(Subsidiefeiten):
    """The facts of an uitstroompremie."""

    gegevens: Uitstroomgegevens


def toetsen_uitstroompremie(feiten: UitstroomFeiten, _beleid: SubsidieBeleid) -> tuple[Toets, ...]:
    """Test everything that the premium asks."""
    gegevens = feiten.gegevens
    return (
        toets_eenmalig(feiten),
        toets_langdurig_werkloos(gegevens),
        toets_volledige_uitstroom(gegevens),
        toets_duurzaam(gegevens),
        toets_bedrag(gegevens),
    )


def toets_eenmalig(feiten: UitstroomFeiten) -> Toets:
    """Test that the klant did not get the premium before (DEV-SUB-912)."""
    eerder = any(e.regeling is Regelingcode.UITSTROOMPREMIE for e in feiten.eerdere)
    return maak_toets(
        "eenmalig",
        not eerder,
        _LID_1,
        {"eerder": eerder},
        "U kreeg niet eerder een uitstroompremie.",
        "U kreeg of vroeg al een uitstroompremie.",
    )


def toets_langdurig_werkloos(gegevens: Uitstroomgegevens) -> Toets:
    """Test that the klant was long out of work: a judgement, for nothing defines it (DEV-SUB-912)."""
    return maak_toets(
        "langdurig_werkloos",
        gegevens.langdurig_werkloos,
        _LID_1,
        {"oordeel": gegevens.langdurig_werkloos},
        "U was langdurig werkloos.",
        "U was niet langdurig werkloos.",
        "Beoordeel nog of de klant langdurig werkloos was.",
    )


def toets_volledige_uitstroom(gegevens: Uitstroomgegevens) -> Toets:
    """Test that no algemene bijstand is left, not even beside the wage (DEV-SUB-912)."""
    return maak_toets(
        "volledige_uitstroom",
        gegevens.volledige_uitstroom,
        _LID_1,
        {"volledig": gegevens.volledige_uitstroom},
        "U hebt door uw werk geen recht meer op algemene bijstand.",
        "U hebt naast uw werk nog recht op algemene bijstand.",
        "Het is nog niet bekend of de klant helemaal uit de bijstand is.",
    )


def toets_duurzaam(gegevens: Uitstroomgegevens) -> Toets:
    """Test that the outflow turned out to last; until that is confirmed the decision waits (DEV-SUB-912)."""
    return maak_toets(
        "duurzame_uitstroom",
        gegevens.duurzaam,
        _LID_1,
        {"bevestigd": gegevens.duurzaam},
        "Uw werk is duurzaam.",
        "Uw werk is niet duurzaam.",
        "Wacht met het besluit totdat de duurzaamheid is bevestigd.",
    )


def toets_bedrag(gegevens: Uitstroomgegevens) -> Toets:
    """Test that the amount was set by hand with a reason: the nadere regels are missing (DEV-ORG-903)."""
    bepaald = gegevens.bedrag is not None and gegevens.bedrag_motivering is not None
    return maak_toets(
        "bedrag_bepaald",
        bepaald or None,
        verordening_lid("13", "2"),
        {"beleid": "ontbreekt", "bedrag": gegevens.bedrag, "gemotiveerd": gegevens.bedrag_motivering is not None},
        "Het bedrag is voor dit geval bepaald en gemotiveerd.",
        "Beleid ontbreekt: er zijn geen nadere regels over de hoogte. Bepaal het bedrag zelf, met een motivering.",
    )


def bereken_uitstroompremie(feiten: UitstroomFeiten, _beleid: SubsidieBeleid) -> Betaalschema:
    """Return the amount that was set by hand, in one termijn."""
    bedrag = feiten.gegevens.bedrag
    assert bedrag is not None
    formule = f"{euro(bedrag)}, voor dit geval bepaald: {feiten.gegevens.bedrag_motivering}"
    termijn = Termijn(nummer=1, bedrag=bedrag, formule=euro(bedrag), betaalbaar_vanaf=feiten.ontvangen_op)
    return Betaalschema.van(termijn, formule=formule.rstrip("."))
