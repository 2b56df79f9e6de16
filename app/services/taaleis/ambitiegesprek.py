"""The check of the taaleis in the ambitiegesprek: its outcome, and the facts that it leaves (DEV-TAA-503)."""

from __future__ import annotations

from collections.abc import Iterator

from app.db.klant import Klant
from app.domain.kern.fouten import BeleidOntbreekt
from app.domain.kern.toets import Toets
from app.domain.taaleis.beleid import TaaleisBeleid
from app.domain.taaleis.feit import Bewijssoort, Checkuitkomst, Feit, Taalbewijs, Taalcheck, Taaltoetsmoment
from app.domain.taaleis.regels import leid_af, toets_check
from app.services.handeling import Handeling
from app.services.indeling.opdrachten import AmbitiegesprekOpdracht
from app.services.taaleis.bijwerken import werk_bij
from app.services.taaleis.dossier import beleid_van
from app.services.taaleis.feiten import voeg_toe


def toetsen_check(h: Handeling, klant: Klant, gesprek: AmbitiegesprekOpdracht) -> tuple[Toets, ...]:
    """Return what the gesprek needs to be closed: an outcome of the check, where the municipality wants one."""
    beleid = _beleid(h, klant)
    if beleid is None or not beleid.check_bij_ambitiegesprek.waarde:
        return ()
    return (toets_check(_uitkomst(gesprek, beleid), beleid),)


def leg_check_vast(h: Handeling, klant: Klant, gesprek: AmbitiegesprekOpdracht) -> None:
    """Record what the gesprek showed; the klant is locked. A referral follows when it stays unclear."""
    beleid = _beleid(h, klant)
    feiten = [] if beleid is None else list(_feiten(gesprek, beleid))
    for feit in feiten:
        voeg_toe(h, klant, feit)
    if feiten:
        werk_bij(h, klant)


def _beleid(h: Handeling, klant: Klant) -> TaaleisBeleid | None:
    try:
        return beleid_van(h, klant).beleid
    except BeleidOntbreekt:
        return None


def _uitkomst(gesprek: AmbitiegesprekOpdracht, beleid: TaaleisBeleid) -> Checkuitkomst | None:
    if gesprek.taaleis is not None:
        return gesprek.taaleis.uitkomst
    return leid_af(gesprek.jaren_nederlandstalig_onderwijs, _ingeburgerd(gesprek), beleid)


def _ingeburgerd(gesprek: AmbitiegesprekOpdracht) -> bool | None:
    return True if gesprek.inburgering_voltooid_op else gesprek.inburgering_voltooid


def _feiten(gesprek: AmbitiegesprekOpdracht, beleid: TaaleisBeleid) -> Iterator[Feit]:
    jaren, datum = gesprek.jaren_nederlandstalig_onderwijs, gesprek.datum
    if jaren is not None:
        yield Taalbewijs(soort="bewijs", datum=datum, bewijs=Bewijssoort.ONDERWIJS, jaren=jaren)
    if _ingeburgerd(gesprek):
        op = gesprek.inburgering_voltooid_op or datum
        yield Taalbewijs(soort="bewijs", datum=op, bewijs=Bewijssoort.INBURGERING)
    uitkomst, gegeven = _uitkomst(gesprek, beleid), gesprek.taaleis
    if uitkomst is not None:
        waaruit = gegeven.waaruit if gegeven else "De jaren onderwijs of de inburgering."
        vast = {"datum": datum, "moment": Taaltoetsmoment.AMBITIEGESPREK, "uitkomst": uitkomst, "waaruit": waaruit}
        yield Taalcheck.model_validate({"soort": "check"} | vast)
