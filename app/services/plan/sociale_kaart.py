"""Actions that ask an organisation in the city for help, and what came of that (DEV-PVA-504)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.db import plan as db
from app.db.klant import Klant
from app.db.plan import Plan, Planversie
from app.db.verwijzing import verwijzing as verwijzingen
from app.db.verwijzing.verwijzing import Verwijzing
from app.domain.plan.feiten import Doel
from app.domain.verwijzing.beleid import VerwijzingBeleid
from app.services.handeling import Handeling
from app.services.plan.opdrachten import DoelOpdracht


@dataclass(frozen=True)
class Hulpvraag:
    """An organisation that an action of the plan names, with the referral to it, if it was made."""

    instantie: str
    naam: str
    verwijzing: Verwijzing | None


def fouten_instanties(h: Handeling, klant: Klant, doelen: Sequence[DoelOpdracht], dag: date) -> dict[str, str]:
    """Return the actions that name what is not on the sociale kaart, or not for a leefgebied of the goal."""
    beleid = h.beleid.geldend(VerwijzingBeleid, klant.gemeente, dag).beleid
    fouten = {}
    for nummer, doel in enumerate(doelen):
        mogelijk = {plek.code for plek in beleid.op_leefgebied(*doel.leefgebieden)}
        for plaats, actie in enumerate(doel.acties):
            if actie.instantie is not None and actie.instantie not in mogelijk:
                goed = ", ".join(sorted(mogelijk)) or "geen; noem de organisatie in tekst"
                fouten[f"doelen.{nummer}.acties.{plaats}.instantie"] = f"Kies bij dit leefgebied: {goed}."
    return fouten


def hulpvragen(h: Handeling, klant: Klant, plan: Plan, versie: Planversie) -> list[Hulpvraag]:
    """Return the organisations in a version, each with the last referral that was made for this plan."""
    codes = instanties_in(versie)
    if not codes:
        return []
    beleid = h.beleid.geldend(VerwijzingBeleid, klant.gemeente, h.vandaag).beleid
    laatste = {rij.instantie: rij for rij in verwijzingen.bij_plan(h.sessie, plan.id)}
    namen = {plek.code: plek.naam for plek in beleid.sociale_kaart.waarde}
    return [Hulpvraag(code, namen.get(code, code), laatste.get(code)) for code in codes]


def instanties_in(versie: Planversie) -> list[str]:
    """Return the codes that the actions of a version name, each once."""
    acties = (actie for inhoud in versie.doelen for actie in Doel.model_validate(inhoud).acties)
    return list(dict.fromkeys(actie.instantie for actie in acties if actie.instantie is not None))


def noemt_instantie(h: Handeling, plan: Plan, code: str) -> bool:
    """Tell whether the newest version of a plan names this organisation."""
    return code in instanties_in(db.versies(h.sessie, [plan.id])[0])
