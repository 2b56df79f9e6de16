"""Gevolgen: what toetsing and bekendmaking of a decision on bezwaar do to it, to the besluit and to the uitkering."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from app.db.besluit import Besluit, Besluittoetsing
from app.db.bezwaar.bezwaar import Bezwaar, Bezwaarstatus
from app.db.klant import Klant
from app.db.taak import Termijnstatus
from app.domain.bezwaar.beslissing import VERANDERT, Bezwaarbeslissing
from app.domain.bezwaar.feiten import Bezwaardictum
from app.domain.kern.fouten import Conflict
from app.domain.kern.grondslag import awb
from app.domain.kern.taakvoorstel import AFGEKEURD
from app.domain.kern.toets import Toets, Uitkomst
from app.domain.maatregel.toets_bevoegdheid import toets_toetsing
from app.services.besluit.lezen import beslissing_van
from app.services.bezwaar.behandelen import vind_bezwaar
from app.services.bezwaar.herroepen import REST, herroep_toekenning
from app.services.bezwaar.taken import Taaksoort, vraag
from app.services.blokkering.herroepen import maak_ongedaan
from app.services.handeling import Handeling
from app.services.herziening.gevolgen import ongedaan, sluit_herbeoordeling
from app.services.herziening.recidive import herbereken_recidive
from app.services.herziening.taaleis import werk_taaleis_bij
from app.services.taak import sluit_taken, sluit_termijnen


def onderwerp(h: Handeling, bezwaar_id: UUID) -> Bezwaar:
    """Find the bezwaar of a besluit."""
    return vind_bezwaar(h, bezwaar_id)[0]


def toetsen_toetser(_bezwaar: Bezwaar, besluit: Besluit, toetser: str) -> tuple[Toets, ...]:
    """Return the conditions on who checks: neither who decided on the bezwaar nor who was involved before."""
    vrij = toetser not in besluit.feiten["betrokken"]
    ander = Toets(
        voorwaarde="toetser_niet_betrokken",
        uitkomst=Uitkomst.van(vrij),
        grondslag=awb("10:3", "3"),
        feiten={"toetser": toetser},
        toelichting="De toetser was niet bij het besluit betrokken."
        if vrij
        else "Wie over het eerste besluit adviseerde, besliste of het toetste, toetst de beslissing op bezwaar niet.",
    )
    return toets_toetsing(str(besluit.genomen_door), toetser), ander


def getoetst(h: Handeling, klant: Klant, bezwaar: Bezwaar, toetsing: Besluittoetsing) -> None:
    """Move the bezwaar on to the dispatch, or back to the besluiter with the reason."""
    _controleer_status(bezwaar)
    sluit_taken(h, bezwaar.id, Taaksoort.TOETSING)
    if toetsing.akkoord:
        bezwaar.status = Bezwaarstatus.GETOETST
        vraag(h, klant, bezwaar, Taaksoort.VERZENDING)
    else:
        bezwaar.status = Bezwaarstatus.OPEN
        vraag(h, klant, bezwaar, Taaksoort.BESLUIT, AFGEKEURD)


def bekendgemaakt(h: Handeling, bezwaar: Bezwaar, besluit: Besluit) -> dict[str, Any] | None:
    """End the bezwaar; return the mutatie that undoes what the besluit took, and look at later maatregelen again."""
    _controleer_status(bezwaar)
    bezwaar.status = Bezwaarstatus.AFGEHANDELD
    sluit_taken(h, bezwaar.id)
    sluit_termijnen(h, bezwaar.id, status=Termijnstatus.GEHAALD)
    beslissing: Bezwaarbeslissing = beslissing_van(besluit)
    if beslissing.dictum not in VERANDERT:
        return None
    klant = h.klant(bezwaar.klant_id)
    sluit_herbeoordeling(h, bezwaar.besluit_id)
    hersteld, rest = False, None
    if beslissing.dictum is Bezwaardictum.HERROEPEN:
        hersteld = maak_ongedaan(h, klant, bezwaar.besluit_id)
        herbereken_recidive(h, klant, bezwaar.besluit_id)
        rest = REST if herroep_toekenning(h, klant, bezwaar.besluit_id) else None
    if not beslissing.bedragen and not hersteld:
        vraag(h, klant, bezwaar, Taaksoort.UITVOERING, rest)
    werk_taaleis_bij(h, klant, bezwaar.besluit_id)
    return ongedaan(besluit, beslissing.bedragen, h.vandaag)


def _controleer_status(bezwaar: Bezwaar) -> None:
    """Raise Conflict for a bezwaar that was withdrawn: its decision cannot go on."""
    if bezwaar.status is Bezwaarstatus.INGETROKKEN:
        raise Conflict("Het bezwaar van dit besluit is ingetrokken.", "bezwaar_ingetrokken")
