"""What happens to a letter after it was made: it is sent, taken back before that, or its dispatch is corrected."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from app.db.brief import brief as db
from app.db.brief.brief import Brief, Briefstand, Briefstapsoort, Briefstatus
from app.db.klant import Klant
from app.domain.brief.beleid import BRIEFPLEKKEN, BriefBeleid
from app.domain.brief.documenten import Postwijze, Verzendeis, toets_verzonden
from app.domain.brief.taken import STUURTAAK
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import niet_voldaan
from app.services.brief.bewaren import Gebeurd, zet_briefstap
from app.services.brief.opdrachten import BriefherroepingOpdracht, BriefintrekkingOpdracht, BriefverzendingOpdracht
from app.services.handeling import Handeling
from app.services.taak import heropen_taken, sluit_taken
from app.services.vastleggen import Eenmalig, leg_vast

_EVENT = {
    Briefstapsoort.VERZONDEN: Soort.BRIEF_VERZONDEN,
    Briefstapsoort.VERZENDING_HERROEPEN: Soort.BRIEF_VERZENDING_HERROEPEN,
    Briefstapsoort.INGETROKKEN: Soort.BRIEF_INGETROKKEN,
}


def vind_brief(h: Handeling, brief_id: UUID, *, vergrendel: bool = False) -> tuple[Briefstand, Klant]:
    """Find a letter; ``vergrendel`` locks the dossier and reads again under the lock."""
    stand = _vind(h, brief_id)
    klant = h.klant(stand.brief.klant_id, vergrendel=vergrendel)
    return (_vind(h, brief_id) if vergrendel else stand), klant


def _vind(h: Handeling, brief_id: UUID) -> Briefstand:
    stand = db.stand(h.sessie, h.actor, brief_id)
    if stand is None:
        raise NietGevonden("Deze brief is niet gevonden.")
    return stand


def meld_verzonden(h: Handeling, opdracht: BriefverzendingOpdracht, brief_id: UUID) -> Briefstand:
    """Record that a letter went out; it counts only when it went as its kind asks (DEV-ORG-507).

    Raises Geweigerd for another way of sending, Conflict for a letter that was sent or withdrawn already.
    """
    stand, klant = _open(h, brief_id)
    verzend(h, klant, stand.brief, opdracht)
    return _vind(h, brief_id)


def verzend(h: Handeling, klant: Klant, brief: Brief, opdracht: BriefverzendingOpdracht) -> None:
    """Record the dispatch of a letter that was not sent yet; see ``meld_verzonden``."""
    if not brief.datum <= opdracht.verzonden_op <= h.vandaag:
        raise OngeldigeInvoer({"verzondenOp": "Geef een dag vanaf die van de brief tot en met vandaag."})
    grondslag = h.beleid.geldend(BriefBeleid, klant.gemeente, h.vandaag).beleid.verzending.grondslag
    eis = Verzendeis.model_validate(brief.eis)
    toets = toets_verzonden(eis, opdracht.wijzen, opdracht.kenmerk_aangetekend, grondslag)
    if mis := niet_voldaan([toets]):
        raise Geweigerd("Zo telt deze brief niet als verzonden.", mis, "verkeerd_verzonden")
    gebeurd = Gebeurd(Briefstapsoort.VERZONDEN, opdracht.verzonden_op, opdracht.wijzen, opdracht.kenmerk_aangetekend)
    _leg_vast(h, klant, brief, gebeurd)
    if (taak := STUURTAAK.get(brief.soort)) is not None:
        sluit_taken(h, brief.onderwerp_id, taak)


def trek_in(h: Handeling, opdracht: BriefintrekkingOpdracht, brief_id: UUID) -> Briefstand:
    """Withdraw a letter before it is sent; it stays readable."""
    stand, klant = _open(h, brief_id)
    _leg_vast(h, klant, stand.brief, Gebeurd(Briefstapsoort.INGETROKKEN, h.vandaag, reden=opdracht.reden))
    return _vind(h, brief_id)


def herroep(
    h: Handeling, opdracht: BriefherroepingOpdracht, brief_id: UUID, *, bewijs_van: Sequence[UUID] = ()
) -> Briefstand:
    """Take a wrongly recorded dispatch back. Raises Conflict for the letter of a besluit, or the proof of a step."""
    stand, klant = vind_brief(h, brief_id, vergrendel=True)
    if stand.brief.soort not in BRIEFPLEKKEN:
        raise Conflict("Deze brief hoort bij een bekendgemaakt besluit; dat kan alleen een nieuw besluit veranderen.")
    if stand.status is not Briefstatus.VERZONDEN:
        raise Conflict("Deze brief is niet als verzonden vastgelegd.", "niet_verzonden")
    if bewijs_van:
        raise Conflict("Deze brief is het bewijs van een stap; trek die stap in.", "bewijs_van_stap")
    herroep_verzending(h, klant, stand.brief, opdracht.reden)
    return _vind(h, brief_id)


def herroep_verzending(h: Handeling, klant: Klant, brief: Brief, reden: str) -> None:
    """Take the dispatch of a letter back; the taak that it did is to be done again."""
    verzonden = db.standen(h.sessie, [brief])[0].verzending
    _leg_vast(h, klant, brief, Gebeurd(Briefstapsoort.VERZENDING_HERROEPEN, h.vandaag, reden=reden))
    if verzonden is not None and (taak := STUURTAAK.get(brief.soort)) is not None:
        heropen_taken(h, klant, verzonden.gezet_op, (taak,))


def _open(h: Handeling, brief_id: UUID) -> tuple[Briefstand, Klant]:
    stand, klant = vind_brief(h, brief_id, vergrendel=True)
    if stand.status is not Briefstatus.GEMAAKT:
        raise Conflict(f"Deze brief is al {stand.status.value}.", "verkeerde_status")
    return stand, klant


def _leg_vast(h: Handeling, klant: Klant, brief: Brief, wat: Gebeurd) -> None:
    zet_briefstap(h, brief, wat)
    inhoud: dict[str, date | str | UUID | list[Postwijze]] = {
        "briefId": brief.id,
        "soort": brief.soort,
        "datum": wat.datum,
        "wijzen": list(wat.wijzen),
    }
    leg_vast(h, _EVENT[wat.soort], Eenmalig(brief.id), klant, inhoud)
