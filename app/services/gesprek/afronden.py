"""Closing a doelmatigheidsgesprek (DEV-PVA-505)."""

from __future__ import annotations

from uuid import UUID

from app.db import plan as plannen
from app.db.brief import brief as brieven
from app.domain.brief.documenten import Formeeldocument
from app.domain.gesprek.afronding import toets_planbrief
from app.domain.gesprek.soort import Gesprekssoort
from app.domain.kern.fouten import Conflict, Geweigerd
from app.domain.kern.inzet.organisatie import Organisatiesoort
from app.domain.kern.toets import niet_voldaan
from app.services.gesprek.voeren import Gesprekbeeld, beelden, open_gesprek
from app.services.handeling import Handeling
from app.services.vastleggen import leg_vast


def rond_af(h: Handeling, gesprek_id: UUID) -> Gesprekbeeld:
    """Close the gesprek; answers can still be put right. Raises Geweigerd while the letter with the plan is missing."""
    gesprek, klant = open_gesprek(h, gesprek_id)
    if gesprek.soort is not Gesprekssoort.DOELMATIGHEIDSGESPREK:
        raise Conflict("Alleen een doelmatigheidsgesprek wordt afgerond.", "ander_gesprek")
    if gesprek.afgerond_op is not None:
        raise Conflict("Dit gesprek is al afgerond.", "al_afgerond")
    versie = plannen.versie_uit_gesprek(h.sessie, gesprek.id)
    brief = brieven.laatst_verzonden(h.sessie, gesprek.id, Formeeldocument.BRIEF_NIEUW_PLAN)
    toets = toets_planbrief(versie.vastgelegd_op if versie else None, brief.gemaakt_op if brief else None)
    if bezwaar := niet_voldaan([toets]):
        raise Geweigerd("Dit gesprek kan nog niet worden afgerond.", bezwaar)
    gesprek.afgerond_op, gesprek.afgerond_door = h.nu, h.actor.medewerker_id
    leg_vast(
        h,
        Organisatiesoort.GESPREK_AFGEROND,
        gesprek,
        klant,
        {"soort": gesprek.soort, "planGewijzigd": versie is not None},
    )
    return beelden(h, [gesprek])[0]
