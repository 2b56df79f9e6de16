"""Which rule holds for a conversation: its length, interval, channel and place, from the policy of its own room."""

from __future__ import annotations

from datetime import date

from app.domain.agenda.beleid import AgendaBeleid, Gespreksduur
from app.domain.agenda.soorten import AgendaSoort
from app.domain.agenda.toetsen import Gespreksregel, regel_van_beleid
from app.domain.indeling.beleid import IndelingBeleid
from app.domain.intake.beleid import IntakeBeleid
from app.domain.kern.grondslag import productenboek
from app.services.handeling import Handeling


def agendabeleid(h: Handeling, gemeente: str, dag: date) -> AgendaBeleid:
    """Return the policy of the agenda on the day of the conversation."""
    return h.beleid.geldend(AgendaBeleid, gemeente, dag).beleid


def regel_bijeenkomst(minuten: int) -> Gespreksregel:
    """Return the rule of a kick-off that lasts this long; its length stands in the policy of the appointments."""
    duur = Gespreksduur(minimum=minuten, standaard=minuten, hoogstens=minuten, tussentijd=0)
    return Gespreksregel(AgendaSoort.KICK_OFF, duur, productenboek("3.3.1"))


def gespreksregel(h: Handeling, gemeente: str, soort: AgendaSoort, dag: date) -> Gespreksregel:
    """Return how long a conversation of this kind lasts on that day and what stays free around it."""
    if soort is AgendaSoort.SCREENINGSGESPREK:
        intake = h.beleid.geldend(IntakeBeleid, gemeente, dag).beleid
        kort, lang = intake.screening_minuten_minimum.waarde, intake.screening_minuten
        tussentijd = intake.screening_tussentijd_minuten.waarde
        duur = Gespreksduur(minimum=kort, standaard=lang.waarde, hoogstens=lang.waarde, tussentijd=tussentijd)
        return Gespreksregel(soort, duur, lang.grondslag)
    if soort is AgendaSoort.AMBITIEGESPREK:
        indeling = h.beleid.geldend(IndelingBeleid, gemeente, dag).beleid
        kort, lang = indeling.ambitiegesprek_minuten_minimum.waarde, indeling.ambitiegesprek_minuten
        tussentijd = agendabeleid(h, gemeente, dag).gesprekken.waarde[soort].tussentijd
        duur = Gespreksduur(
            minimum=min(kort, lang.waarde), standaard=lang.waarde, hoogstens=lang.waarde, tussentijd=tussentijd
        )
        return Gespreksregel(soort, duur, lang.grondslag)
    return regel_van_beleid(soort, agendabeleid(h, gemeente, dag))
