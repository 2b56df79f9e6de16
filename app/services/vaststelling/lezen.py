"""Reading: who decides on what, what the raad must still regulate, and what terms mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.begrip.beleid import BegripBeleid, Begripregeling, Geldendbegrip, geldende_begrippen
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.kern.toets import Toets
from app.domain.vaststelling.beleid import VaststellingBeleid, Verordeningsonderwerp
from app.domain.vaststelling.bevoegdheid import toets_onderwerp
from app.domain.voorziening.beleid import VoorzieningBeleid, Voorzieningregel
from app.domain.voorziening.oordeel import Niveau
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Verordeningsstand:
    """What the raad must regulate, and whether the version of a day does."""

    pakket: str
    onderwerpen: list[tuple[Verordeningsonderwerp, Toets]]


def bekijk_verordeningsplicht(h: Handeling, gemeente: str, peildatum: date | None) -> Verordeningsstand:
    """Show per subject whether the active version has a rule of the verordening on it (DEV-VRZ-920)."""
    dag = _dag(h, gemeente, peildatum)
    beleid = h.beleid.geldend(VaststellingBeleid, gemeente, dag).beleid
    versie = h.beleid.geldend(VoorzieningBeleid, gemeente, dag)
    geregeld = [regel.code for regel in versie.beleid.voorzieningen.waarde if _in_verordening(regel)]
    onderwerpen = beleid.verordeningsplichtig.waarde
    return Verordeningsstand(
        versie.id, [(deel, toets_onderwerp(deel.code, deel.naam, geregeld, beleid)) for deel in onderwerpen]
    )


def _in_verordening(regel: Voorzieningregel) -> bool:
    niveaus = {regel.niveau, *(bron.niveau for bron in regel.bronnen.values()), *(o.niveau for o in regel.oordelen)}
    return Niveau.VERORDENING in niveaus


def bekijk_niveaus(h: Handeling, gemeente: str) -> VaststellingBeleid:
    """Show which body decides on which level (DEV-ORG-901)."""
    return h.beleid.geldend(VaststellingBeleid, gemeente, _dag(h, gemeente, None)).beleid


def bekijk_begrippen(
    h: Handeling, gemeente: str, regeling: Begripregeling, peildatum: date | None
) -> tuple[Geldendbegrip, ...]:
    """Show what terms mean in a regeling on a day (DEV-VRZ-901)."""
    dag = _dag(h, gemeente, peildatum)
    return geldende_begrippen(h.beleid.geldend(BegripBeleid, gemeente, dag).beleid, regeling)


def _dag(h: Handeling, gemeente: str, peildatum: date | None) -> date:
    if gemeente not in h.beleid.gemeenten():
        raise OngeldigeInvoer({"gemeente": "Van deze gemeente is geen beleid ingelezen."})
    return peildatum or h.vandaag
