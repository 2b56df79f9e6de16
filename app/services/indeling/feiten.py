"""Facts of the indeling, read from the dossier."""

from __future__ import annotations

from datetime import date

from app.db import plan as plannen
from app.db.indeling import Ambitiegesprek, Indeling
from app.db.klant import Klant
from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.feiten import HandhavingFeiten, IndelingFeiten, WisselFeiten
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.leeftijd import jonger_dan, leeftijd_op
from app.domain.kern.maanden import plus_maanden
from app.services.handeling import Handeling
from app.services.indeling.opdrachten import IndelingGegevens, IndelingOpdracht, VoorstelOpdracht, Wissel

_VELDEN = frozenset({*IndelingGegevens.model_fields, "verwachte_termijn_maanden"})


def indelingsfeiten(
    h: Handeling, klant: Klant, gesprek: Ambitiegesprek | None, opdracht: VoorstelOpdracht, eerste: bool
) -> IndelingFeiten:
    """Return what the proposal rests on: the gesprek, with what the consulent knows by now in its place."""
    bekend = {veld: waarde for veld, waarde in (gesprek.inhoud if gesprek else {}).items() if veld in _VELDEN}
    nieuw = opdracht.model_dump(mode="json", exclude_unset=True)
    vast = {
        "leeftijd": leeftijd_op(klant.geboortedatum, h.vandaag),
        "eerste_indeling": eerste,
        "kenmerken": frozenset(Kenmerk(kenmerk) for kenmerk in klant.kenmerken),
    }
    return IndelingFeiten.model_validate(bekend | nieuw | vast)


def wisselfeiten(
    h: Handeling, klant: Klant, van: Klantgroep, opdracht: IndelingOpdracht, historie: list[Indeling]
) -> WisselFeiten:
    """Return the facts of a change of klantgroep; ``historie`` has the latest indeling first."""
    beleid = h.beleid.geldend(IndelingBeleid, klant.gemeente, h.vandaag).beleid
    wissel = opdracht.wissel or Wissel()
    begin = historie[-1].van if historie else h.vandaag
    return WisselFeiten(
        van=van,
        naar=opdracht.klantgroep,
        grond=wissel.grond,
        motivering=opdracht.motivering,
        afwijken=wissel.afwijken,
        markering_wijzigt=klant.zorg_handhaving is not (opdracht.zorg_handhaving is not None),
        maanden_in_matchen=_maanden_in(historie, Klantgroep.MATCHEN, h.vandaag),
        niet_participeren_maanden=wissel.niet_participeren_maanden,
        klant_gemotiveerd=wissel.klant_gemotiveerd,
        jongerenroute=jonger_dan(klant.geboortedatum, beleid.jongere_tot_leeftijd.waarde, begin),
        gesprek_gehouden_op=wissel.gesprek_gehouden_op,
        plan_bijgewerkt_op=_plan_bijgewerkt_op(h, klant),
    )


def handhavingsfeiten(opdracht: IndelingOpdracht) -> HandhavingFeiten | None:
    """Return the facts of the flag zorg-handhaving, if it is asked for."""
    if opdracht.zorg_handhaving is None:
        return None
    gevraagd = opdracht.zorg_handhaving.model_dump()
    gevraagd["factoren"] = frozenset(opdracht.zorg_handhaving.factoren)
    return HandhavingFeiten(klantgroep=opdracht.klantgroep, **gevraagd)


def _maanden_in(historie: list[Indeling], groep: Klantgroep, dag: date) -> int | None:
    """Count the whole months since the klant came in the klantgroep that holds now; None in another one."""
    if not historie or historie[0].klantgroep is not groep:
        return None
    maanden = 0
    while plus_maanden(historie[0].van, maanden + 1) <= dag:
        maanden += 1
    return maanden


def _plan_bijgewerkt_op(h: Handeling, klant: Klant) -> date | None:
    nummers = [plan.id for plan in plannen.plannen(h.sessie, klant.id)]
    return max((versie.datum for versie in plannen.versies(h.sessie, nummers)), default=None)
