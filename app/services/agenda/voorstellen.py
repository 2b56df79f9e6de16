"""Proposing a moment to a klant: the first free one within the norm, else the first one after it, marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from app.db.klant import Klant
from app.domain.agenda.planregels import signalen_plannen, venster_inkomen
from app.domain.agenda.soorten import AgendaSoort
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.rollen import Rol
from app.domain.kern.tijd import dag
from app.domain.kern.toets import Toets, niet_voldaan
from app.services.agenda.feiten import norm_einde, planfeiten, screening_op
from app.services.agenda.opdrachten import PlekOpdracht
from app.services.agenda.regels import agendabeleid
from app.services.agenda.voorbereiden import Gesprek, maak_boeking
from app.services.agenda.zoeken import HOOGSTENS_DAGEN, VrijMoment, Zoekvraag, wie_kan, zoek_vrij
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Keuze:
    """For what kind of conversation a moment is sought, with whom, and how many moments."""

    soort: AgendaSoort
    medewerkers: tuple[UUID, ...]
    rol: Rol | None
    beveiligd: bool
    aantal: int


@dataclass(frozen=True)
class Voorstel:
    """Free moments with what is to be remarked on each; ``uiterste`` is the last day of the norm, if one runs."""

    vanaf: date
    uiterste: date | None
    binnen_norm: bool
    momenten: tuple[tuple[VrijMoment, tuple[Toets, ...]], ...]


def stel_momenten_voor(h: Handeling, klant_id: UUID, keuze: Keuze) -> Voorstel:
    """Propose the first free moments for a klant (DEV-JON-012, DEV-AAN-003). Raises NietGevonden, OngeldigeInvoer.

    A klant with a veiligheidsrisico is only offered moments at which a secured room is free (DEV-DOE-003).
    """
    klant = h.klant(klant_id, vergrendel=False)
    vanaf, uiterste = _venster(h, klant, keuze.soort)
    vraag = Zoekvraag(
        soort=keuze.soort,
        van=vanaf,
        tot=min(uiterste or vanaf + timedelta(days=HOOGSTENS_DAGEN), vanaf + timedelta(days=HOOGSTENS_DAGEN)),
        medewerkers=wie_kan(h, keuze.medewerkers, keuze.rol),
        beveiligd=keuze.beveiligd or Kenmerk.VEILIGHEIDSRISICO in klant.kenmerken,
    )
    momenten = zoek_vrij(h, vraag, klant.gemeente, keuze.aantal) if vraag.van <= vraag.tot else []
    binnen = bool(momenten)
    if not momenten:
        momenten = zoek_vrij(
            h, replace(vraag, tot=vanaf + timedelta(days=HOOGSTENS_DAGEN)), klant.gemeente, keuze.aantal
        )
    return Voorstel(vanaf, uiterste, binnen, _met_opmerkingen(h, klant, keuze.soort, momenten))


def _venster(h: Handeling, klant: Klant, soort: AgendaSoort) -> tuple[date, date | None]:
    gescreend = screening_op(h, klant)
    if soort is AgendaSoort.AFSPRAAK_INKOMEN and gescreend is not None:
        van, tot = venster_inkomen(gescreend, agendabeleid(h, klant.gemeente, h.vandaag))
        return max(van, h.vandaag), tot
    return h.vandaag, norm_einde(h, klant, soort)


def _met_opmerkingen(
    h: Handeling, klant: Klant, soort: AgendaSoort, momenten: Sequence[VrijMoment]
) -> tuple[tuple[VrijMoment, tuple[Toets, ...]], ...]:
    paren = []
    for vrij in momenten:
        gesprek = Gesprek(soort, klant.id, (klant,), vrij.begin, vrij.medewerkers)
        feiten = planfeiten(h, maak_boeking(h, gesprek, PlekOpdracht(ruimte_id=vrij.ruimte_id)))
        beleid = agendabeleid(h, klant.gemeente, dag(vrij.begin))
        paren.append((vrij, niet_voldaan(signalen_plannen(feiten, beleid))))
    return tuple(paren)
