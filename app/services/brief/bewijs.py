"""Bewijs: a letter of this service as the proof of a step (DEV-ORG-507)."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from app.db.brief import brief as db
from app.db.brief.brief import Briefstand, Briefstatus
from app.db.klant import Klant
from app.domain.brief.documenten import Formeeldocument, Postwijze
from app.domain.kern.fouten import OngeldigeInvoer
from app.services.brief.opdrachten import BriefverzendingOpdracht
from app.services.brief.verzenden import herroep_verzending, verzend
from app.services.handeling import Handeling
from app.services.maatregel.stapsoorten import HersteltermijnStap, OpnieuwUitgenodigdStap, UitnodigingStap

Briefstap = UitnodigingStap | HersteltermijnStap | OpnieuwUitgenodigdStap
BRIEFSTAPPEN: Final = (UitnodigingStap, HersteltermijnStap, OpnieuwUitgenodigdStap)
_DOCUMENT: Final = {
    "uitnodiging": Formeeldocument.UITNODIGING,
    "hersteltermijn": Formeeldocument.HERSTELTERMIJN,
    "opnieuw_uitgenodigd": Formeeldocument.UITNODIGING_NA_MAATREGEL,
}


def gebruik_als_bewijs(h: Handeling, klant: Klant, zaak_id: UUID, stap: Briefstap) -> None:
    """Let a letter prove a step: it must be sent as its kind asks, and this step records that when nobody did yet.

    Raises OngeldigeInvoer when the letter is another one or says something else than the step.
    """
    if stap.brief_id is None:
        return
    stand = db.stand(h.sessie, h.actor, stap.brief_id)
    if stand is None or stand.brief.onderwerp_id != zaak_id or stand.brief.soort != _DOCUMENT[stap.soort]:
        raise OngeldigeInvoer({"briefId": "Dit is geen brief van deze soort in deze zaak."})
    if fout := _verschillen(stand, stap):
        raise OngeldigeInvoer(fout)
    if stand.verzending is None:
        verzend(h, klant, stand.brief, _verzending(stap))


def _verschillen(stand: Briefstand, stap: Briefstap) -> dict[str, str]:
    fout = {}
    if stand.status is Briefstatus.INGETROKKEN:
        fout["briefId"] = "Deze brief is ingetrokken."
    if stand.brief.gesprek_op != stap.gesprek_op:
        fout["gesprekOp"] = "In de brief staat een andere dag voor het gesprek."
    if (gedaan := stand.verzending) is not None:
        if gedaan.datum != stap.verzonden_op:
            fout["verzondenOp"] = "De brief is op een andere dag als verzonden vastgelegd."
        if set(gedaan.wijzen) != {wijze.value for wijze in stap.wijze}:
            fout["wijze"] = "De brief is op een andere wijze als verzonden vastgelegd."
    return fout


def _verzending(stap: Briefstap) -> BriefverzendingOpdracht:
    return BriefverzendingOpdracht(
        verzonden_op=stap.verzonden_op,
        wijzen=tuple(Postwijze(wijze.value) for wijze in stap.wijze),
        kenmerk_aangetekend=None if isinstance(stap, UitnodigingStap) else stap.kenmerk_aangetekend,
    )


def laat_los(h: Handeling, klant: Klant, stap: object, reden: str) -> None:
    """Take the dispatch back with the step that it proved."""
    if not isinstance(stap, BRIEFSTAPPEN) or stap.brief_id is None:
        return
    stand = db.stand(h.sessie, h.actor, stap.brief_id)
    if stand is not None and stand.verzending is not None:
        herroep_verzending(h, klant, stand.brief, reden)
