"""The seven grounds of article 3, for ending a voorziening and for stopping a subsidie (DEV-VRZ-907 to DEV-VRZ-909)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from app.db.klant import Klant
from app.db.toekenning.toekenning import Toekenning
from app.domain.doelgroep.beleid import DoelgroepBeleid
from app.domain.doelgroep.categorie import WiaVerdienste, categorie_van, wia_bereikt
from app.domain.kern.fouten import Geweigerd
from app.domain.kern.toets import Toets, niet_voldaan
from app.domain.toekenning.einde import Grondfeiten, toetsen_grond
from app.services.doelgroep.dossier import achtergrond
from app.services.handeling import Handeling
from app.services.toekenning.bewaking import beleid_van
from app.services.toekenning.eindeopdrachten import Beeindigingsreden

Bijeinde = Callable[[Handeling, Klant, Toekenning, date], None]
BIJ_EINDE: Final[list[Bijeinde]] = []
"""What other rooms do on the day that the besluit to end a voorziening is sent, such as holding payments."""


def grondfeiten(h: Handeling, klant: Klant, reden: Beeindigingsreden) -> Grondfeiten:
    """Return the facts of an ending, with the doelgroep of the klant on the last day."""
    bekend = achtergrond(h, klant).eerdere
    doelgroep = categorie_van(bekend, reden.laatste_dag)
    jaren = h.beleid.geldend(DoelgroepBeleid, klant.gemeente, h.vandaag).beleid.wia_jaren_minimumloon
    verdiend = (feit for feit in bekend if isinstance(feit, WiaVerdienste))
    return Grondfeiten(
        grond=reden.grond,
        laatste_dag=reden.laatste_dag,
        motivering=reden.motivering,
        oordeel=reden.oordeel,
        doelgroep=doelgroep.value if doelgroep else None,
        wia_vol_op=wia_bereikt(verdiend, jaren.waarde),
    )


def toets_beeindiging(h: Handeling, klant: Klant, reden: Beeindigingsreden) -> tuple[Toets, ...]:
    """Return the conditions to stop something on a ground, for a subsidie as well (DEV-VRZ-909).

    Raises Geweigerd with what is not met or still open; the toetsen that are returned are all met.
    """
    toetsen = toetsen_grond(grondfeiten(h, klant, reden), beleid_van(h, klant))
    if mis := niet_voldaan(toetsen):
        raise Geweigerd("Op deze grond kan nog niet worden beëindigd.", mis, "grond_niet_vervuld")
    return toetsen
