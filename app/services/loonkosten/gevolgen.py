"""Gevolgen: what toetsing and bekendmaking of a besluit do to a zaak about loonkosten."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from app.db import besluit as besluiten
from app.db.besluit import Besluit, Besluittoetsing
from app.db.klant import Klant
from app.db.loonkosten.zaak import Loonkostenzaak, Loonkostenzaaksoort, Loonkostenzaakstand
from app.db.taak import Taakstatus, Termijnstatus
from app.domain.kern.taakvoorstel import AFGEKEURD
from app.domain.kern.termijnen import wettelijke_termijn
from app.domain.kern.toets import Toets
from app.domain.kern.werkdagen import tel_werkdagen
from app.domain.loonkosten.loonwaarde import Loonwaardeuitslag
from app.domain.loonkosten.model import Loonkostendictum, toets_toetser
from app.domain.loonkosten.procedure import LoonkostenBeleid
from app.domain.loonkosten.verloop import VOL
from app.services.bezwaar.behandelen import verleg_bezwaar
from app.services.handeling import Handeling
from app.services.loonkosten.forfaits import loonwaarde_bekend
from app.services.loonkosten.signaal import vraag_herberekening
from app.services.loonkosten.taken import BESLISTERMIJN, BESLUITTAAK, Taaksoort, voorstel, vraag
from app.services.loonkosten.zaken import vind
from app.services.taak import Bestemming, bewaak, maak_taak, sluit_taken, sluit_termijnen


def onderwerp(h: Handeling, zaak_id: UUID) -> Loonkostenzaak:
    """Find the zaak of a besluit."""
    return vind(h, zaak_id)[0]


def toetsen_toetser(_zaak: Loonkostenzaak, besluit: Besluit, toetser: str) -> tuple[Toets, ...]:
    """Return the conditions on who checks a besluit."""
    return (toets_toetser(str(besluit.genomen_door), toetser),)


def getoetst(h: Handeling, klant: Klant, zaak: Loonkostenzaak, toetsing: Besluittoetsing) -> None:
    """Move the zaak on to the dispatch, or back to the besluiter with the reason."""
    sluit_taken(h, zaak.id, Taaksoort.TOETSING)
    if toetsing.akkoord:
        zaak.stand = Loonkostenzaakstand.GETOETST
        vraag(h, klant, zaak.id, Taaksoort.VERZENDING)
    else:
        zaak.stand = Loonkostenzaakstand.OPEN
        vraag(h, klant, zaak.id, BESLUITTAAK[zaak.soort], AFGEKEURD)


def bekendgemaakt(h: Handeling, zaak: Loonkostenzaak, besluit: Besluit) -> dict[str, Any] | None:
    """End the zaak. A loonwaarde goes to the employer too, and starts the five weeks (Participatiewet 10d, lid 12)."""
    klant = h.klant(zaak.klant_id)
    zaak.stand = Loonkostenzaakstand.BEKENDGEMAAKT
    sluit_taken(h, zaak.id)
    if zaak.soort is Loonkostenzaaksoort.LOONWAARDE:
        vraag(h, klant, zaak.id, Taaksoort.WERKGEVER)
        loonwaarde_bekend(h, klant, zaak.dienstverband_id)
        _plan_herbepaling(h, klant, zaak)
        uitslag = Loonwaardeuitslag.model_validate(besluit.beslissing)
        if uitslag.procent == VOL:
            vraag(h, klant, zaak.id, Taaksoort.NIET_VOORTZETTEN)
        else:
            _bewaak_beslissing(h, klant, zaak, besluit)
    elif besluit.dictum == Loonkostendictum.AFWIJZEN:
        vraag_herberekening(h, klant)
    if besluit.vervangt is not None:
        verleg_bezwaar(h, klant, besluit.vervangt, besluit.id)
        _sluit_vorige(h, besluit.vervangt)
    return None


def _plan_herbepaling(h: Handeling, klant: Klant, zaak: Loonkostenzaak) -> None:
    """Put the next measurement, if a day was agreed, on a desk from that day on (10d lid 6)."""
    if (dag := zaak.gegevens.get("herbepalen_op")) is not None:
        op = max(date.fromisoformat(dag), h.vandaag)
        beleid = h.beleid.geldend(LoonkostenBeleid, klant.gemeente, h.vandaag).beleid
        nodig = voorstel(Taaksoort.LOONWAARDE_HERBEPALEN, tel_werkdagen(op, beleid.opvolgen_werkdagen.waarde))
        maak_taak(h, nodig, Bestemming(zaak.id, klant), vanaf=op)


def _sluit_vorige(h: Handeling, vervangen_id: UUID) -> None:
    """Let go of what was still to be done about the besluit that a new report replaced."""
    stand = besluiten.besluit(h.sessie, h.actor, vervangen_id)
    assert stand is not None
    sluit_taken(h, stand.besluit.onderwerp_id, status=Taakstatus.VERVALLEN)
    sluit_termijnen(h, stand.besluit.onderwerp_id, BESLISTERMIJN, status=Termijnstatus.VERVALLEN)


def _bewaak_beslissing(h: Handeling, klant: Klant, zaak: Loonkostenzaak, besluit: Besluit) -> None:
    stand = besluiten.besluit(h.sessie, h.actor, besluit.id)
    assert stand is not None
    assert stand.bekendmaking is not None
    beleid = h.beleid.geldend(LoonkostenBeleid, klant.gemeente, h.vandaag).beleid
    weken = beleid.beslissen_weken
    termijn = wettelijke_termijn(BESLISTERMIJN, weken.grondslag, stand.bekendmaking.verzonden_op, weken=weken.waarde)
    bewaak(h, termijn, klant, zaak.id, voorstel(Taaksoort.BESLISSEN_TE_LAAT, termijn.einde))
    maak_taak(h, voorstel(Taaksoort.BESLISSEN, termijn.einde), Bestemming(zaak.id, klant))
