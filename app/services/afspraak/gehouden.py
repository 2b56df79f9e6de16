"""An appointment of which the conversation itself was recorded elsewhere: then the klant was there."""

from __future__ import annotations

from datetime import date

from app.db import afspraak as db
from app.db.klant import Klant
from app.domain.afspraak.feiten import AfspraakSoort, Presentie
from app.services.afspraak.ketens import staat_nog
from app.services.afspraak.moment import dag_van
from app.services.afspraak.uitkomst import leg_uitkomst_vast
from app.services.handeling import Handeling


def rond_gehouden_af(h: Handeling, klant: Klant, soort: AfspraakSoort, dag: date) -> None:
    """Record that the klant came to the appointment of this kind on that day, if one still stands and has begun."""
    afspraak = db.laatste(h.sessie, klant.id, soort)
    if afspraak is not None and staat_nog(afspraak) and dag_van(afspraak) == dag and afspraak.begint <= h.nu:
        leg_uitkomst_vast(h, klant, afspraak, Presentie.VERSCHENEN, None)
