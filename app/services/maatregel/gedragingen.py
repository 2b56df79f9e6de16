"""Gedragingen: what each act's table offers, what of a klant's plan each breaks, and what a zaak may say of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from app.db import indeling as indelingen
from app.db.klant import Klant
from app.domain.kern.fouten import NietGevonden
from app.domain.kern.klantgroep import Klantgroep
from app.domain.maatregel.beleid import Gedraging, MaatregelBeleid, Regime
from app.domain.plan.verplichting import PlanVerplichting, beschrijf
from app.services.handeling import Handeling
from app.services.maatregel.planfeiten import dekt, plan_van_de_dag

if TYPE_CHECKING:
    from app.services.maatregel.zaken import OpenZaakOpdracht


@dataclass(frozen=True)
class Gedragingentabel:
    """The rows that hold for a municipality on a day, and the policy in which they stand."""

    gemeente: str
    peildatum: date
    pakket: str
    beleid: MaatregelBeleid
    rijen: Sequence[Gedraging]


def bekijk(h: Handeling, gemeente: str, peildatum: date | None, regime: Regime | None) -> Gedragingentabel:
    """Return the table of a regime, or of all regimes, on ``peildatum`` (today) (DEV-MTR-502, DEV-MTR-503).

    Raises NietGevonden for a municipality without policy.
    """
    if gemeente not in h.beleid.gemeenten():
        raise NietGevonden("Van deze gemeente is geen beleid ingelezen.")
    dag = peildatum or h.vandaag
    versie = h.beleid.geldend(MaatregelBeleid, gemeente, dag)
    rijen = [rij for rij in versie.beleid.gedragingen.waarde if regime is None or regime in rij.regimes]
    return Gedragingentabel(gemeente, dag, versie.id, versie.beleid, rijen)


@dataclass(frozen=True)
class Gedragingkeuze:
    """A gedraging of the klant's act; ``kan`` tells that a verlaging belongs to the klantgroep of that day."""

    rij: Gedraging
    kan: bool
    verplichtingen: Sequence[PlanVerplichting]


@dataclass(frozen=True)
class Keuzelijst:
    """What can be chosen for a klant on a day."""

    klant_id: UUID
    datum: date
    regime: Regime
    klantgroep: Klantgroep | None
    keuzes: Sequence[Gedragingkeuze]


def keuzelijst(h: Handeling, klant_id: UUID, datum: date | None) -> Keuzelijst:
    """Return the gedragingen of this klant's act with the obligations of the plan in force that each would break."""
    klant = h.klant(klant_id, vergrendel=False)
    dag = datum or h.vandaag
    regime = Regime(klant.regime.value)
    toen = indelingen.geldend_op(h.sessie, klant.id, dag)
    groep = toen.klantgroep if toen else klant.klantgroep
    genoemd = _verplichtingen(h, klant, dag)
    beleid = h.beleid.geldend(MaatregelBeleid, klant.gemeente, dag).beleid
    rijen = [rij for rij in beleid.gedragingen.waarde if regime in rij.regimes]
    keuzes = [Gedragingkeuze(rij, groep in rij.klantgroepen, [v for v in genoemd if dekt(rij, v)]) for rij in rijen]
    return Keuzelijst(klant.id, dag, regime, groep, keuzes)


def _verplichtingen(h: Handeling, klant: Klant, dag: date) -> tuple[PlanVerplichting, ...]:
    plan = plan_van_de_dag(h, klant, dag)
    return () if plan is None else beschrijf(plan.verplichtingen, klant.regime.value)


def fouten_opening(h: Handeling, klant: Klant, opdracht: OpenZaakOpdracht) -> dict[str, str]:
    """Return a message for a day to come, a kenmerk that the gedraging does not know, and an obligation not broken."""
    dagen = {"gedragingDatum": opdracht.gedraging_datum, "meldingDatum": opdracht.melding_datum}
    fout = {veld: "Deze dag ligt in de toekomst." for veld, dag in dagen.items() if dag and dag > h.vandaag}
    beleid = h.beleid.geldend(MaatregelBeleid, klant.gemeente, opdracht.gedraging_datum).beleid
    rij = beleid.gedraging(Regime(klant.regime.value), opdracht.gedraging)
    if rij is None:
        return fout
    if set(opdracht.kenmerken) - set(rij.kenmerken):
        kan = ", ".join(rij.kenmerken) or "geen; laat dit veld leeg"
        fout["kenmerken"] = f"Bij deze gedraging kan: {kan}."
    if opdracht.verplichting is not None:
        passend = [v.code.value for v in _verplichtingen(h, klant, opdracht.gedraging_datum) if dekt(rij, v)]
        if opdracht.verplichting not in passend:
            kan = ", ".join(passend) or "geen; in het plan van die dag staat er geen die hierbij past"
            fout["verplichting"] = f"Bij deze gedraging kan: {kan}."
    return fout
