"""Gevolgen: per kind of besluit what toetsing and bekendmaking do to the subject, and who may do them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from app.db.besluit import Besluit, Besluittoetsing
from app.db.klant import Klant
from app.domain.kern.toets import Toets
from app.services.aanvraag import gevolgen as aanvraag
from app.services.beschutwerk import gevolgen as beschutwerk
from app.services.besluit.lksrekenaars import DOELGROEP_LKS, LOONKOSTENSUBSIDIE, LOONWAARDE
from app.services.besluit.rekenaars import (
    AANVRAAG,
    BESCHUT_WERK,
    BESCHUT_WERK_PLEK,
    BEZWAAR,
    HERZIENING,
    INTREKKING,
    MAATREGEL,
    NUGGER,
    OPSCHORTING,
    TAALEIS,
)
from app.services.besluit.subsidierekenaars import EINDE, SUBSIDIES, VASTSTELLING
from app.services.besluit.voorzieningrekenaars import VOORZIENING, VOORZIENING_EINDE, VOORZIENING_OVERGANG
from app.services.bezwaar import gevolgen as bezwaar
from app.services.blokkering import gevolgen as blokkering
from app.services.handeling import Handeling
from app.services.herziening import gevolgen as herziening
from app.services.loonkosten import gevolgen as loonkosten
from app.services.loonkosten import subsidiegevolgen as lkssubsidie
from app.services.maatregel import gevolgen as maatregel
from app.services.nugger import gevolgen as nugger
from app.services.subsidie import eindgevolgen as subsidie_einde
from app.services.subsidie import gevolgen as subsidie
from app.services.taaleis import gevolgen as taaleis
from app.services.toekenning import beeindigen, overgang, toekennen
from app.services.toekenning import besluiten as toekenning
from app.services.vastleggen import Onderwerp


def _altijd(_h: Handeling, _klant: Klant, _besluit: Besluit) -> bool:
    return True


@dataclass(frozen=True)
class Gevolgen:
    """What one kind of besluit brings about.

    ``onderwerp`` finds the subject, whose version is the ETag; ``toetsen_toetser`` says whether this person may check
    it; ``getoetst`` and ``bekendgemaakt`` move the subject on, the latter returning what the uitkeringsadministratie
    must process. ``vergrendel`` locks the dossiers of a besluit about several persons, in their usual order, before
    that of the besluit itself is. ``toetsing_nodig`` tells whether it is checked before it is sent.
    """

    onderwerp: Callable[[Handeling, UUID], Onderwerp]
    toetsen_toetser: Callable[[Any, Besluit, str], tuple[Toets, ...]]
    getoetst: Callable[[Handeling, Klant, Any, Besluittoetsing], None]
    bekendgemaakt: Callable[[Handeling, Any, Besluit], dict[str, Any] | None]
    vergrendel: Callable[[Handeling, UUID], object] | None = None
    toetsing_nodig: Callable[[Handeling, Klant, Besluit], bool] = _altijd


GEVOLGEN: Final[Mapping[str, Gevolgen]] = {
    MAATREGEL: Gevolgen(
        onderwerp=maatregel.onderwerp,
        toetsen_toetser=maatregel.toetsen_toetser,
        getoetst=maatregel.getoetst,
        bekendgemaakt=maatregel.bekendgemaakt,
    ),
    AANVRAAG: Gevolgen(
        onderwerp=aanvraag.onderwerp,
        toetsen_toetser=aanvraag.toetsen_toetser,
        getoetst=aanvraag.getoetst,
        bekendgemaakt=aanvraag.bekendgemaakt,
        vergrendel=aanvraag.vergrendel,
    ),
    BESCHUT_WERK: Gevolgen(
        onderwerp=beschutwerk.zaak,
        toetsen_toetser=beschutwerk.toetsen_toetser,
        getoetst=beschutwerk.zaak_getoetst,
        bekendgemaakt=beschutwerk.zaak_bekend,
    ),
    BESCHUT_WERK_PLEK: Gevolgen(
        onderwerp=beschutwerk.plek,
        toetsen_toetser=beschutwerk.toetsen_toetser,
        getoetst=beschutwerk.plek_getoetst,
        bekendgemaakt=beschutwerk.plek_bekend,
    ),
    BEZWAAR: Gevolgen(
        onderwerp=bezwaar.onderwerp,
        toetsen_toetser=bezwaar.toetsen_toetser,
        getoetst=bezwaar.getoetst,
        bekendgemaakt=bezwaar.bekendgemaakt,
    ),
    HERZIENING: Gevolgen(
        onderwerp=herziening.onderwerp,
        toetsen_toetser=herziening.toetsen_toetser,
        getoetst=herziening.getoetst,
        bekendgemaakt=herziening.bekendgemaakt,
    ),
    OPSCHORTING: Gevolgen(
        onderwerp=blokkering.opschorting,
        toetsen_toetser=blokkering.toetsen_toetser,
        getoetst=blokkering.opschorting_getoetst,
        bekendgemaakt=blokkering.opschorting_bekend,
    ),
    INTREKKING: Gevolgen(
        onderwerp=blokkering.intrekking,
        toetsen_toetser=blokkering.toetsen_toetser,
        getoetst=blokkering.intrekking_getoetst,
        bekendgemaakt=blokkering.intrekking_bekend,
    ),
    NUGGER: Gevolgen(
        onderwerp=nugger.onderwerp,
        toetsen_toetser=nugger.toetsen_toetser,
        getoetst=nugger.getoetst,
        bekendgemaakt=nugger.bekendgemaakt,
    ),
    TAALEIS: Gevolgen(
        onderwerp=taaleis.onderwerp,
        toetsen_toetser=taaleis.toetsen_toetser,
        getoetst=taaleis.getoetst,
        bekendgemaakt=taaleis.bekendgemaakt,
    ),
    VOORZIENING: Gevolgen(
        onderwerp=toekenning.onderwerp,
        toetsen_toetser=toekenning.toetsen_toetser,
        getoetst=toekennen.getoetst,
        bekendgemaakt=toekennen.bekendgemaakt,
        toetsing_nodig=toekenning.toetsing_nodig,
    ),
    VOORZIENING_EINDE: Gevolgen(
        onderwerp=toekenning.onderwerp,
        toetsen_toetser=toekenning.toetsen_toetser,
        getoetst=toekenning.getoetst,
        bekendgemaakt=beeindigen.bekendgemaakt,
        toetsing_nodig=toekenning.toetsing_nodig,
    ),
    VOORZIENING_OVERGANG: Gevolgen(
        onderwerp=toekenning.onderwerp,
        toetsen_toetser=toekenning.toetsen_toetser,
        getoetst=toekenning.getoetst,
        bekendgemaakt=overgang.bekendgemaakt,
        toetsing_nodig=toekenning.toetsing_nodig,
    ),
    EINDE: Gevolgen(
        onderwerp=subsidie.onderwerp,
        toetsen_toetser=subsidie.toetsen_toetser,
        getoetst=subsidie_einde.getoetst,
        bekendgemaakt=subsidie_einde.einde_bekend,
    ),
    VASTSTELLING: Gevolgen(
        onderwerp=subsidie.onderwerp,
        toetsen_toetser=subsidie.toetsen_toetser,
        getoetst=subsidie_einde.getoetst,
        bekendgemaakt=subsidie_einde.vaststelling_bekend,
    ),
    **dict.fromkeys(
        SUBSIDIES,
        Gevolgen(
            onderwerp=subsidie.onderwerp,
            toetsen_toetser=subsidie.toetsen_toetser,
            getoetst=subsidie.getoetst,
            bekendgemaakt=subsidie.bekendgemaakt,
        ),
    ),
    LOONKOSTENSUBSIDIE: Gevolgen(
        onderwerp=subsidie.onderwerp,
        toetsen_toetser=subsidie.toetsen_toetser,
        getoetst=lkssubsidie.getoetst,
        bekendgemaakt=lkssubsidie.bekendgemaakt,
    ),
    **dict.fromkeys(
        (DOELGROEP_LKS, LOONWAARDE),
        Gevolgen(
            onderwerp=loonkosten.onderwerp,
            toetsen_toetser=loonkosten.toetsen_toetser,
            getoetst=loonkosten.getoetst,
            bekendgemaakt=loonkosten.bekendgemaakt,
        ),
    ),
}


def vergrendel_onderwerp(h: Handeling, besluit: Besluit) -> None:
    """Lock what a besluit about several persons touches, so that nobody waits in a ring."""
    vergrendel = GEVOLGEN[besluit.soort].vergrendel
    if vergrendel is not None:
        vergrendel(h, besluit.onderwerp_id)
