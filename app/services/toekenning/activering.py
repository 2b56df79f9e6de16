"""Whether a klant can be held to what he or she takes part in (DEV-VRZ-911)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from app.db.klant import Klant
from app.db.toekenning import toekenning as db
from app.domain.toekenning.activering import Deelname, alleen_vrijwillig, lees_deelname
from app.domain.toekenning.stand import INGEZET, LOPEND, Toekenningstand
from app.services.handeling import Handeling

_IN_VOORBEREIDING = LOPEND | {Toekenningstand.CONCEPT, Toekenningstand.BESLOTEN, Toekenningstand.GETOETST}


def plan_verplicht_niet(h: Handeling, klant: Klant, dag: date) -> bool:
    """Tell whether all that is in preparation or runs is sociale activering that obliges to nothing."""
    deelnames = (replace(deelname, van=min(deelname.van, dag)) for deelname in _deelnames(h, klant, _IN_VOORBEREIDING))
    return alleen_vrijwillig(deelnames, dag)


def vrijwillig_op(h: Handeling, klant: Klant, dag: date) -> bool:
    """Tell whether all that ran on a day was sociale activering that obliged to nothing."""
    return alleen_vrijwillig(_deelnames(h, klant, INGEZET), dag)


def _deelnames(h: Handeling, klant: Klant, standen: Collection[Toekenningstand]) -> Iterator[Deelname]:
    for rij in db.toekenningen(h.sessie, klant.id, standen):
        yield lees_deelname(rij.code, rij.gestart_op or rij.van, rij.tot, rij.antwoorden, rij.gegevens)
