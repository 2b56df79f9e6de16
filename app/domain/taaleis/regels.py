"""Regels: what must be there before a fact can be recorded."""

from __future__ import annotations

from app.domain.kern.bouw import maak_toets
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Toets
from app.domain.taaleis.beleid import TaaleisBeleid
from app.domain.taaleis.dossier import Taaldossier
from app.domain.taaleis.feit import Checkuitkomst, Feit, Taalmakelaar, Taalplan, Taalstop, Taalvermoeden
from app.domain.taaleis.grondslagen import HANDBOEK, TAALPLAN


def voorwaarden(feit: Feit, dossier: Taaldossier, klantgroep: Klantgroep | None = None) -> tuple[Toets, ...]:
    """Return what a fact asks for, on what counted on its day."""
    toen = dossier.op(feit.datum)
    if isinstance(feit, Taalmakelaar):
        return (toets_makelaar(feit, klantgroep),)
    if isinstance(feit, Taalplan):
        return (toets_vermoeden(toen),)
    return (toets_was_bereid(toen),) if isinstance(feit, Taalstop) else ()


def toets_vermoeden(dossier: Taaldossier) -> Toets:
    """Test that a taalvoorziening rests on a recorded suspicion with its basis and target (DEV-TAA-901)."""
    vermoeden = dossier.laatste(Taalvermoeden)
    zin = "Het redelijke vermoeden dat de klant 1F niet haalt, staat vast met datum, grond en doelniveau."
    gezien = {
        "vermoeden_op": vermoeden[1].datum if vermoeden else None,
        "doelniveau": vermoeden[1].doelniveau if vermoeden else None,
    }
    nee = "Het redelijke vermoeden dat de klant 1F niet haalt, is niet vastgelegd; doe dat eerst."
    return maak_toets("vermoeden_vastgelegd", vermoeden is not None, TAALPLAN, gezien, zin, nee)


def toets_was_bereid(dossier: Taaldossier) -> Toets:
    """Test that who stops had declared willingness (DEV-TAA-520)."""
    bereid = dossier.bereid
    zin = "De klant had zich bereid verklaard voordat de inspanning stopte."
    nee = "De klant had zich niet bereid verklaard; leg eerst de bereidverklaring vast."
    return maak_toets(
        "bereid_verklaard", bereid is not None, HANDBOEK, {"bereid_op": bereid.op if bereid else None}, zin, nee
    )


def leid_af(jaren: int | None, ingeburgerd: bool | None, beleid: TaaleisBeleid) -> Checkuitkomst | None:
    """Return what schooling and inburgering say by themselves; None when a person must say it (DEV-TAA-503)."""
    onderwijs = None if jaren is None else jaren >= beleid.onderwijs_jaren.waarde
    if onderwijs or ingeburgerd:
        return Checkuitkomst.VOLDOET
    return Checkuitkomst.VOLDOET_NIET if onderwijs is False and ingeburgerd is False else None


def toets_check(uitkomst: Checkuitkomst | None, beleid: TaaleisBeleid) -> Toets:
    """Test that the ambitiegesprek gave an outcome on the taaleis (DEV-TAA-503)."""
    zin = "In het ambitiegesprek is nagegaan of de klant de taaleis haalt."
    grondslag = beleid.check_bij_ambitiegesprek.grondslag
    nee = "In het ambitiegesprek is niet nagegaan of de klant de taaleis haalt; leg de uitkomst vast."
    return maak_toets("taaleis_nagegaan", uitkomst is not None, grondslag, {"uitkomst": uitkomst}, zin, nee)


def toets_makelaar(makelaar: Taalmakelaar, klantgroep: Klantgroep | None) -> Toets:
    """Test for whom the participatiemakelaar helps with language: Faciliteren, or Zorgen for a while (DEV-TAA-513)."""
    tijdelijk = makelaar.drempelvrees and makelaar.tot is not None
    past = klantgroep is Klantgroep.FACILITEREN or (klantgroep is Klantgroep.ZORGEN and tijdelijk)
    zin = "De participatiemakelaar helpt met taal in Faciliteren, en in Zorgen tijdelijk bij drempelvrees."
    gezien = {"klantgroep": klantgroep, "drempelvrees": makelaar.drempelvrees, "tot": makelaar.tot}
    nee = "De participatiemakelaar past niet bij deze klantgroep; in Zorgen alleen tijdelijk, bij drempelvrees."
    return maak_toets("participatiemakelaar_past", past, HANDBOEK, gezien, zin, nee)
