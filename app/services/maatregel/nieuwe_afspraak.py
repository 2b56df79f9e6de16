"""The new appointment that stands in a besluit on a first no-show, found in its chain (DEV-NOS-501)."""

from __future__ import annotations

from datetime import datetime

from app.db import afspraak as db
from app.db.afspraak import Afspraak
from app.db.maatregel import Maatregelzaak
from app.domain.kern.tijd import dag, nl_tijd
from app.domain.maatregel.feiten import NieuweAfspraak, Zaaksoort
from app.services.handeling import Handeling


def geplande_afspraak(h: Handeling, zaak: Maatregelzaak) -> NieuweAfspraak | None:
    """Return the appointment that is planned after the missed one; None when there is none, or for a verlaging."""
    if zaak.soort is not Zaaksoort.LIK_OP_STUK:
        return None
    gemist = [h.sessie.get(Afspraak, nummer) for nummer in zaak.aanleiding]
    keten = [deel for een in gemist if een is not None for deel in db.keten(h.sessie, een.keten_id)]
    open_ = [deel for deel in keten if deel.uitkomst is None and deel.vervallen_op is None]
    return als_afspraak(open_[-1].begint, open_[-1].locatie or "") if open_ else None


def als_afspraak(moment: datetime, plaats: str) -> NieuweAfspraak:
    """Write a moment as the klant reads it: the Dutch day and hour."""
    hier = nl_tijd(moment)
    return NieuweAfspraak(op=dag(moment), tijd=f"{hier.hour}.{hier.minute:02d}", plaats=plaats)
