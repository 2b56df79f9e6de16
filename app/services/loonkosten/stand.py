"""What was decided of a klant in this room: the doelgroep on a day, and the loonwaarden that count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from app.db import besluit as besluiten
from app.db.besluit import Besluitstand, Besluitstatus
from app.db.klant import Klant
from app.db.loonkosten import zaak as db
from app.db.loonkosten.zaak import Loonkostenzaak, Loonkostenzaaksoort
from app.domain.loonkosten.loonwaarde import Loonwaardeuitslag
from app.domain.loonkosten.model import Loonkostendictum
from app.domain.loonkosten.verloop import Loonwaardevanaf
from app.services.handeling import Handeling


def bekendgemaakt(h: Handeling, zaken: list[Loonkostenzaak]) -> Iterator[Besluitstand]:
    """Yield the besluiten about these zaken that were sent and still stand, in order of the dispatch."""
    standen = besluiten.besluiten_over(h.sessie, [zaak.id for zaak in zaken])
    geldig = [stand for stand in standen if stand.status is Besluitstatus.BEKENDGEMAAKT and stand.bekendmaking]
    yield from sorted(geldig, key=lambda stand: (stand.bekendmaking.verzonden_op, stand.besluit.id))  # type: ignore[union-attr]


def in_doelgroep_lks(h: Handeling, klant: Klant, dag: date) -> bool | None:
    """Tell whether the klant belongs to the doelgroep on a day, by the last besluit of until then; None: none."""
    zaken = [zaak for zaak in db.zaken(h.sessie, klant.id) if zaak.soort is Loonkostenzaaksoort.DOELGROEP]
    tot_dan = [s for s in bekendgemaakt(h, zaken) if s.bekendmaking and s.bekendmaking.verzonden_op <= dag]
    return tot_dan[-1].besluit.dictum == Loonkostendictum.VASTSTELLEN if tot_dan else None


def doelgroepstand(h: Handeling, klant: Klant) -> tuple[bool | None, date | None]:
    """Tell whether the klant was found to belong to the doelgroep, and since when no longer (10d lid 8).

    None without any besluit. Who was only ever refused does not belong to it.
    """
    zaken = [zaak for zaak in db.zaken(h.sessie, klant.id) if zaak.soort is Loonkostenzaaksoort.DOELGROEP]
    in_, sinds_niet = None, None
    for stand in bekendgemaakt(h, zaken):
        assert stand.bekendmaking is not None
        ja = stand.besluit.dictum == Loonkostendictum.VASTSTELLEN
        sinds_niet = stand.bekendmaking.verzonden_op if in_ and not ja else None if ja else sinds_niet
        in_ = bool(in_) or ja
    return in_, sinds_niet


def loonwaarden(h: Handeling, klant_id: UUID, dienstverband_id: UUID | None) -> tuple[Loonwaardevanaf, ...]:
    """Return the loonwaarden of a klant that count, by their first day; of two of one day the later sent.

    With a ``dienstverband_id`` those of that job, and those found before there was a job.
    """
    van_deze = {None, dienstverband_id}
    zaken = [
        zaak
        for zaak in db.zaken(h.sessie, klant_id)
        if zaak.soort is Loonkostenzaaksoort.LOONWAARDE
        and (dienstverband_id is None or zaak.dienstverband_id in van_deze)
    ]
    uitslagen = (Loonwaardeuitslag.model_validate(s.besluit.beslissing) for s in bekendgemaakt(h, zaken))
    per_dag = {uitslag.geldt_vanaf: uitslag.procent for uitslag in uitslagen if uitslag.procent is not None}
    return tuple(Loonwaardevanaf(van=van, procent=procent) for van, procent in sorted(per_dag.items()))
