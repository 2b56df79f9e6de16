"""Gespreksmoment: what the klant is told of a planned conversation, whatever room planned it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.db.afspraak import Afspraak
from app.db.agenda.punt import Agendapunt
from app.db.intake import screening as screeningen
from app.db.intake.screening import Screening
from app.domain.afspraak.beleid import AfspraakBeleid
from app.domain.afspraak.feiten import AfspraakSoort
from app.domain.afspraak.kick_off import kick_off_regels
from app.domain.afspraak.uitnodiging import Uitnodigingswijze
from app.domain.agenda.soorten import Gesprekskanaal
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.tijd import dag
from app.services.handeling import Handeling

_PER_POST = {Uitnodigingswijze.REGULIER.value, Uitnodigingswijze.AANGETEKEND.value}


@dataclass(frozen=True)
class Gespreksmoment:
    """A conversation ``[begin, einde)``. ``uid`` stays the same when it is moved, and ``volgnummer`` then goes up.

    ``uitgenodigd_per_post`` tells that a letter went already, so that no second one is needed.
    """

    onderwerp_id: UUID
    soort: AfspraakSoort
    begin: datetime
    einde: datetime
    plaats: str
    kanaal: Gesprekskanaal
    medewerker_id: UUID | None
    meebrengen: tuple[str, ...]
    uid: UUID
    volgnummer: int
    uitgenodigd_per_post: bool = False


def moment_van_punt(h: Handeling, punt: Agendapunt) -> Gespreksmoment:
    """Return the moment of what stands in the agenda for a klant."""
    screening = h.sessie.get(Screening, punt.onderwerp_id)
    afspraak = None if screening else h.sessie.get(Afspraak, punt.onderwerp_id)
    uid, volgnummer = punt.onderwerp_id, punt.versie - 1
    if screening is not None:
        # A screening that is moved is a new one of the same melding; a row of its own that changed comes after it.
        eerder = screeningen.screeningen(h.sessie, [screening.melding_id])
        uid, volgnummer = screening.melding_id, len(eerder) - 1 + volgnummer
    return Gespreksmoment(
        onderwerp_id=punt.onderwerp_id,
        soort=AfspraakSoort(punt.soort.value),
        begin=punt.begin,
        einde=punt.einde,
        plaats=punt.locatie,
        kanaal=punt.kanaal,
        medewerker_id=punt.medewerker_id,
        meebrengen=tuple(punt.meebrengen),
        uid=uid,
        volgnummer=volgnummer,
        uitgenodigd_per_post=afspraak is not None and bool(_PER_POST & set(afspraak.wijzen)),
    )


def moment_van_kick_off(
    h: Handeling, afspraak: Afspraak, consulent_id: UUID | None, bijeenkomst: tuple[str, Klantgroep]
) -> Gespreksmoment:
    """Return the moment of a deelname; ``bijeenkomst`` is its gemeente and klantgroep.

    It is as long as the invitation says.
    """
    gemeente, klantgroep = bijeenkomst
    beleid = h.beleid.geldend(AfspraakBeleid, gemeente, dag(afspraak.begint)).beleid
    regels = kick_off_regels(klantgroep, beleid)
    minuten = regels.waarde.gecommuniceerde_duur_minuten if regels else 60
    return Gespreksmoment(
        onderwerp_id=afspraak.id,
        soort=AfspraakSoort.KICK_OFF,
        begin=afspraak.begint,
        einde=afspraak.begint + timedelta(minutes=minuten),
        plaats=afspraak.locatie,
        kanaal=Gesprekskanaal.FYSIEK,
        medewerker_id=consulent_id,
        meebrengen=(),
        uid=afspraak.id,
        volgnummer=1 if afspraak.vervallen_op else 0,
        uitgenodigd_per_post=bool(_PER_POST & set(afspraak.wijzen)),
    )
