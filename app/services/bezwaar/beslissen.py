"""Deciding on a bezwaar: somebody else reconsiders the whole besluit (Awb 7:11)."""

from __future__ import annotations

from uuid import UUID

from app.db.besluit import Besluitstand, Besluitstatus
from app.db.bezwaar.bezwaar import Bezwaar, Bezwaarstatus
from app.domain.bezwaar.beleid import BezwaarBeleid
from app.domain.bezwaar.feiten import BezwaarFeiten, Bezwaaruitkomst, Inhouding
from app.services.besluit.lezen import beslissing_van, vind
from app.services.besluit.nemen import Besluitvoorstel, neem
from app.services.besluit.rekenaars import BEZWAAR
from app.services.bezwaar.behandelen import open_bezwaar
from app.services.bezwaar.betrokken import betrokkenen
from app.services.bezwaar.opdrachten import BezwaarbesluitOpdracht
from app.services.bezwaar.taken import Taaksoort, vraag
from app.services.handeling import Handeling
from app.services.herziening.regels import maandregels
from app.services.taak import sluit_taken

_GEGROND = (Bezwaaruitkomst.HERROEPEN, Bezwaaruitkomst.WIJZIGEN)


def beslis_op_bezwaar(h: Handeling, opdracht: BezwaarbesluitOpdracht, bezwaar_id: UUID) -> Besluitstand:
    """Decide as of today. Raises Geweigerd with every condition that is not met."""
    bezwaar, klant = open_bezwaar(h, bezwaar_id)
    gegrond = opdracht.uitkomst in _GEGROND
    voorstel = Besluitvoorstel(
        soort=BEZWAAR,
        onderwerp=bezwaar,
        feiten=verzamel(h, bezwaar, opdracht),
        versie=h.beleid.geldend(BezwaarBeleid, klant.gemeente, h.vandaag),
        peildatum=h.vandaag,
        motivering=opdracht.motivering,
        vervangt=bezwaar.besluit_id if gegrond else None,
    )
    besluit = neem(h, klant, voorstel)
    bezwaar.status = Bezwaarstatus.BESLOTEN
    sluit_taken(h, bezwaar.id, Taaksoort.HOREN, Taaksoort.BESLUIT)
    vraag(h, klant, bezwaar, Taaksoort.TOETSING)
    return Besluitstand(besluit, None, None)


def verzamel(h: Handeling, bezwaar: Bezwaar, opdracht: BezwaarbesluitOpdracht) -> BezwaarFeiten:
    """Collect the facts: what was objected to, how it was handled, and who had a hand in it."""
    stand, _ = vind(h, bezwaar.besluit_id)
    besluit = stand.besluit
    oud = [Inhouding(**regel.model_dump()) for regel in maandregels(besluit, beslissing_van(besluit))]
    return BezwaarFeiten(
        soort=besluit.soort,
        besluit=str(besluit.id),
        besluit_op=besluit.peildatum,
        bezwaar_tot_en_met=bezwaar.bezwaar_tot_en_met,
        besluit_staat=stand.status is Besluitstatus.BEKENDGEMAAKT,
        ontvangen_op=bezwaar.ontvangen_op,
        verstuurd_op=bezwaar.verstuurd_op,
        verschoonbaar=bezwaar.verschoonbaar,
        indiener=bezwaar.indiener,
        gronden=bezwaar.gronden is not None,
        hersteld_tot=bezwaar.hersteld_tot,
        gehoord=bezwaar.gehoord,
        gehoord_op=bezwaar.gehoord_op,
        reden_niet_horen=bezwaar.reden_niet_horen,
        oud=tuple(oud),
        uitkomst=opdracht.uitkomst,
        procent=opdracht.procent,
        maanden=opdracht.maanden,
        gemotiveerd=True,
        motivering=opdracht.motivering,
        besluiter=str(h.actor.medewerker_id),
        betrokken=tuple(betrokkenen(h, stand)),
    )
