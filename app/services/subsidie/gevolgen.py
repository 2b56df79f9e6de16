"""Gevolgen: what toetsing and bekendmaking of a besluit do to a subsidie."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.besluit import Besluit, Besluittoetsing
from app.db.klant import Klant
from app.db.subsidie.subsidie import Subsidie, Subsidiestand, Subsidietermijn, Termijnstand
from app.domain.kern.grondslag import productenboek
from app.domain.kern.taakvoorstel import AFGEKEURD
from app.domain.kern.toets import Toets
from app.domain.subsidie.beslissing import Subsidiebeslissing
from app.domain.subsidie.model import Subsidiedictum
from app.domain.subsidie.toetsen import toets_toetser
from app.services.handeling import Handeling
from app.services.subsidie.betaaltaak import werk_betaaltaak_bij
from app.services.subsidie.budget import laat_los, verplicht
from app.services.subsidie.lezen import vind
from app.services.subsidie.taken import Taaksoort, vraag
from app.services.taak import sluit_taken, sluit_termijnen

_NA = {
    Subsidiedictum.TOEKENNEN: Subsidiestand.TOEGEKEND,
    Subsidiedictum.AFWIJZEN: Subsidiestand.AFGEWEZEN,
    Subsidiedictum.NIET_IN_BEHANDELING: Subsidiestand.NIET_IN_BEHANDELING,
}


def onderwerp(h: Handeling, subsidie_id: UUID) -> Subsidie:
    """Find the subsidie of a besluit."""
    return vind(h, subsidie_id)[0]


def toetsen_toetser(_rij: Subsidie, besluit: Besluit, toetser: str) -> tuple[Toets, ...]:
    """Return the conditions on who checks a besluit."""
    return (toets_toetser(str(besluit.genomen_door), toetser, productenboek("2.2.2")),)


def getoetst(h: Handeling, klant: Klant, rij: Subsidie, toetsing: Besluittoetsing) -> None:
    """Move the subsidie on to the dispatch, or back to the besluiter with the reason."""
    sluit_taken(h, rij.id, Taaksoort.TOETSING)
    if toetsing.akkoord:
        rij.stand = Subsidiestand.GETOETST
        besluit = h.sessie.get_one(Besluit, toetsing.besluit_id)
        beslissing = Subsidiebeslissing.model_validate_json(besluit.beslissing_bytes)
        if beslissing.betaalschema is not None:
            verplicht(h, klant, rij, beslissing.betaalschema)
        vraag(h, klant, rij, Taaksoort.VERZENDING)
    else:
        rij.stand = Subsidiestand.AANGEVRAAGD
        vraag(h, klant, rij, Taaksoort.BESLUIT, waarom=AFGEKEURD)


def bekendgemaakt(h: Handeling, rij: Subsidie, besluit: Besluit) -> dict[str, Any] | None:
    """Let the besluit work: a grant gets its termijnen. The uitkeringsadministratie has nothing to process."""
    beslissing = Subsidiebeslissing.model_validate_json(besluit.beslissing_bytes)
    rij.stand = _NA[beslissing.dictum]
    sluit_taken(h, rij.id)
    sluit_termijnen(h, rij.id)
    if beslissing.betaalschema is not None:
        for termijn in beslissing.betaalschema.termijnen:
            velden = termijn.model_dump(mode="json", exclude={"maand", "betaalbaar_vanaf"})
            h.sessie.add(
                Subsidietermijn(
                    id=uuid7(),
                    organisatie=rij.organisatie,
                    klant_id=rij.klant_id,
                    subsidie_id=rij.id,
                    maand=termijn.maand,
                    betaalbaar_vanaf=termijn.betaalbaar_vanaf,
                    **velden,
                    stand=Termijnstand.OPEN,
                    versie=1,
                )
            )
        werk_betaaltaak_bij(h, h.klant(rij.klant_id), rij)
    else:
        laat_los(h, h.klant(rij.klant_id), rij)
    return None
