"""Gevolgen: what toetsing and bekendmaking of a herziening do to it, to the old besluit and to the uitkering."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from app.db.besluit import Besluit, Besluittoetsing
from app.db.herziening.herziening import Herziening, Herzieningstatus
from app.db.klant import Klant
from app.db.taak import Taakstatus, Termijnstatus
from app.domain.bezwaar.beslissing import Bezwaarregel
from app.domain.kern.fouten import Conflict
from app.domain.kern.maanden import eerste_van_de_maand
from app.domain.kern.taakvoorstel import AFGEKEURD
from app.domain.kern.toets import Toets
from app.domain.maatregel.herziening.beslissing import Herzieningsbeslissing, Herzieningsdictum, Herzieningsregel
from app.domain.maatregel.herziening.herbeoordeling import TERMIJN
from app.domain.maatregel.toets_bevoegdheid import toets_toetser, toets_toetsing
from app.services.besluit.lezen import beslissing_van
from app.services.bezwaar.behandelen import verleg_bezwaar
from app.services.blokkering.herroepen import maak_ongedaan
from app.services.handeling import Handeling
from app.services.herziening.openen import vind_herziening
from app.services.herziening.recidive import herbereken_recidive
from app.services.herziening.taaleis import werk_taaleis_bij
from app.services.herziening.taken import Taaksoort, vraag
from app.services.taak import sluit_taken, sluit_termijnen

HERBEOORDELINGSTAAK = "maatregel_herbeoordeling"


def onderwerp(h: Handeling, herziening_id: UUID) -> Herziening:
    """Find the herziening of a besluit."""
    return vind_herziening(h, herziening_id)[0]


def toetsen_toetser(herziening: Herziening, besluit: Besluit, toetser: str) -> tuple[Toets, ...]:
    """Return the conditions on who checks: neither who decided nor who opened the herziening."""
    return toets_toetsing(str(besluit.genomen_door), toetser), toets_toetser(str(herziening.geopend_door), toetser)


def getoetst(h: Handeling, klant: Klant, herziening: Herziening, toetsing: Besluittoetsing) -> None:
    """Move the herziening on to the dispatch, or back to the besluiter with the reason."""
    _controleer_status(herziening)
    sluit_taken(h, herziening.id, Taaksoort.TOETSING)
    if toetsing.akkoord:
        herziening.status = Herzieningstatus.GETOETST
        vraag(h, klant, herziening, Taaksoort.VERZENDING)
    else:
        herziening.status = Herzieningstatus.OPEN
        vraag(h, klant, herziening, Taaksoort.BESLUIT, AFGEKEURD)


def bekendgemaakt(h: Handeling, herziening: Herziening, besluit: Besluit) -> dict[str, Any] | None:
    """End the herziening; return the mutatie that undoes what the old besluit took too much."""
    _controleer_status(herziening)
    herziening.status = Herzieningstatus.BEKENDGEMAAKT
    sluit_taken(h, herziening.id)
    beslissing: Herzieningsbeslissing = beslissing_van(besluit)
    if beslissing.dictum is Herzieningsdictum.AFGEWEZEN:
        return None
    klant = h.klant(herziening.klant_id)
    sluit_herbeoordeling(h, herziening.besluit_id)
    if beslissing.dictum is Herzieningsdictum.INGETROKKEN:
        maak_ongedaan(h, klant, herziening.besluit_id)
        herbereken_recidive(h, klant, herziening.besluit_id)
    else:
        verleg_bezwaar(h, klant, herziening.besluit_id, besluit.id)
    werk_taaleis_bij(h, klant, herziening.besluit_id)
    return ongedaan(besluit, beslissing.bedragen, h.vandaag)


def sluit_herbeoordeling(h: Handeling, besluit_id: UUID) -> None:
    """Nothing is left to look at in time: the besluit no longer stands."""
    sluit_taken(h, besluit_id, HERBEOORDELINGSTAAK, status=Taakstatus.VERVALLEN)
    sluit_termijnen(h, besluit_id, TERMIJN, status=Termijnstatus.VERVALLEN)


def ongedaan(
    besluit: Besluit, regels: Iterable[Herzieningsregel | Bezwaarregel], vandaag: date
) -> dict[str, Any] | None:
    """Return what the uitkeringsadministratie must do per month: pay back what was taken, and take less from now on.

    The uitkering of a month counts as paid from the first day of that month.
    """
    anders = [regel for regel in regels if regel.bedrag != regel.oud]
    if not anders:
        return None
    betaald = eerste_van_de_maand(vandaag)
    bedragen = [
        {
            "maand": regel.maand,
            "oud": regel.oud,
            "nieuw": regel.bedrag,
            "verschil": regel.oud - regel.bedrag,
            "verwerking": "nabetaling" if regel.maand <= betaald else "verlaging_terugnemen",
        }
        for regel in anders
    ]
    nabetaling = sum(regel.oud - regel.bedrag for regel in anders if regel.maand <= betaald)
    return {
        "soort": besluit.soort,
        "besluitId": besluit.id,
        "dictum": besluit.dictum,
        "vervangt": besluit.vervangt,
        "bedragen": bedragen,
        "nabetaling": nabetaling,
    }


def _controleer_status(herziening: Herziening) -> None:
    """Raise Conflict for a herziening that was withdrawn: its besluit cannot go on."""
    if herziening.status is Herzieningstatus.INGETROKKEN:
        raise Conflict("De herziening van dit besluit is ingetrokken.", "herziening_ingetrokken")
