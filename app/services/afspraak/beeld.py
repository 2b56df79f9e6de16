"""A bijeenkomst as it is shown: the attendance list ready to print, and signals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.db import afspraak as db
from app.db import organisatie as organisaties
from app.db.afspraak import Afspraak, Bijeenkomst, Bijeenkomststatus
from app.db.klant import Klant
from app.domain.afspraak.beleid import AfspraakBeleid
from app.domain.afspraak.digitaal import toets_onderdelen
from app.domain.afspraak.feiten import KickOffBegeleiding
from app.domain.afspraak.kick_off import kick_off_regels, toets_begeleiding, toets_bezetting, toets_frequentie
from app.domain.kern.fouten import NietGevonden
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.tijd import dag
from app.domain.kern.toets import Toets, niet_voldaan
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Bijeenkomstbeeld:
    """A bijeenkomst with its deelnemers by name.

    ``signalen`` are norms that are not met and stop nothing, ``namen`` those of the employees.
    """

    bijeenkomst: Bijeenkomst
    deelnemers: Sequence[tuple[Afspraak, Klant]]
    signalen: tuple[Toets, ...]
    namen: Mapping[UUID, str]

    @property
    def personen(self) -> list[UUID]:
        """Whose data are shown."""
        return [klant.id for _, klant in self.deelnemers]

    def consulent(self, klant: Klant) -> str | None:
        """Name the consulent of a klant: the inkomensconsulent in Faciliteren, else the werkconsulent."""
        faciliteren = self.bijeenkomst.klantgroep is Klantgroep.FACILITEREN
        nummer = klant.inkomensconsulent_id if faciliteren else klant.consulent_id
        return self.namen.get(nummer) if nummer else None


def bekijk_bijeenkomst(h: Handeling, bijeenkomst_id: UUID) -> Bijeenkomstbeeld:
    """Show a bijeenkomst with the deelnemers whom this actor may see. Raises NietGevonden."""
    bijeenkomst = db.bijeenkomst(h.sessie, h.actor, bijeenkomst_id)
    if bijeenkomst is None:
        raise NietGevonden("Deze bijeenkomst is niet gevonden.")
    return bijeenkomstbeeld(h, bijeenkomst)


def bijeenkomstbeeld(h: Handeling, bijeenkomst: Bijeenkomst) -> Bijeenkomstbeeld:
    """Show a bijeenkomst as it stands in this transaction."""
    h.sessie.flush()
    deelnemers = db.deelnames(h.sessie, h.actor, bijeenkomst.id)
    namen = {medewerker.id: medewerker.naam for medewerker in organisaties.medewerkers(h.sessie, h.actor.organisatie)}
    return Bijeenkomstbeeld(bijeenkomst, deelnemers, signalen(h, bijeenkomst), namen)


def signalen(h: Handeling, bijeenkomst: Bijeenkomst) -> tuple[Toets, ...]:
    """Return the norms on staffing, size and frequency that are not met (DEV-KIC-002, DEV-KIC-007, DEV-KIC-501)."""
    beleid = h.beleid.geldend(AfspraakBeleid, bijeenkomst.gemeente, dag(bijeenkomst.begint)).beleid
    regels = kick_off_regels(bijeenkomst.klantgroep, beleid)
    if regels is None or bijeenkomst.status is Bijeenkomststatus.VERVALLEN:
        return ()
    if bijeenkomst.status is Bijeenkomststatus.GEHOUDEN:
        return niet_voldaan([toets_onderdelen(bijeenkomst.onderdelen, regels)])
    volgende = db.geplande(h.sessie, bijeenkomst.gemeente, bijeenkomst.klantgroep, bijeenkomst.begint)
    begeleiders = Counter(KickOffBegeleiding(begeleider["functie"]) for begeleider in bijeenkomst.begeleiders)
    return niet_voldaan(
        (
            *toets_begeleiding(begeleiders, regels),
            toets_bezetting(bijeenkomst.ingeschreven, regels),
            toets_frequentie(dag(bijeenkomst.begint), dag(volgende[0].begint) if volgende else None, regels),
        )
    )
