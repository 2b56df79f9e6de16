"""Which regelingen were withdrawn, and what to cite instead: what a consultant chooses from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.kern.fouten import NietGevonden
from app.domain.toekenning.beleid import IngetrokkenRegeling, ToekenningBeleid, VervallenVoorziening
from app.domain.toekenning.regelingen import aanhaalbaar
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Regelingenstand:
    """The withdrawn regelingen on a day, with per subject what can be cited, and the voorzieningen that lapsed."""

    peildatum: date
    beleid_id: str
    ingetrokken: Sequence[IngetrokkenRegeling]
    aanhaalbaar: dict[str, tuple[str, ...]]
    vervallen: Sequence[VervallenVoorziening]


def bekijk(h: Handeling, gemeente: str, peildatum: date | None) -> Regelingenstand:
    """Return what can be cited on a day (DEV-OVR-903, DEV-OVR-904). Raises NietGevonden for an unknown gemeente."""
    if gemeente not in h.beleid.gemeenten():
        raise NietGevonden("Van deze gemeente is geen beleid ingelezen.")
    dag = peildatum or h.vandaag
    versie = h.beleid.geldend(ToekenningBeleid, gemeente, dag)
    rijen = versie.beleid.ingetrokken_regelingen.waarde
    onderwerpen = {rij.onderwerp: aanhaalbaar(rij.onderwerp, dag, versie.beleid) for rij in rijen}
    weg = [rij for rij in rijen if rij.per <= dag]
    return Regelingenstand(dag, versie.id, weg, onderwerpen, versie.beleid.vervallen_voorzieningen.waarde)
