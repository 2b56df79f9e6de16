"""A chain of appointments on one day, for who must have an uitkering as soon as possible."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from app.domain.agenda.beleid import AgendaBeleid
from app.domain.agenda.tijd import Venster
from app.domain.kern.bouw import maak_toets
from app.domain.kern.tijd import dag
from app.domain.kern.toets import Toets


def toets_keten(delen: Sequence[Venster], reden: str | None, beleid: AgendaBeleid) -> Toets:
    """Test that the appointments follow each other on one day, or that there is a reason why not (DEV-DOE-009)."""
    pauze = beleid.keten_pauze_minuten
    hoogstens = timedelta(minutes=pauze.waarde)
    paren = list(pairwise(delen))
    op_een_dag = len({dag(begin) for begin, _ in delen}) == 1
    aansluitend = all(timedelta(0) <= na[0] - voor[1] <= hoogstens for voor, na in paren)
    zin = (
        "Een statushouder heeft de afspraken met de inkomensconsulent, de trajectconsulent en het BAD na elkaar op één "
        f"dag, met hoogstens {pauze.waarde} minuten ertussen; afwijken heeft een reden."
    )
    gezien = {"op_een_dag": op_een_dag, "aansluitend": aansluitend, "reden": bool(reden)}
    return maak_toets("keten_op_een_dag", (op_een_dag and aansluitend) or bool(reden), pauze.grondslag, gezien, zin)


def toets_statushouder(is_statushouder: bool, beleid: AgendaBeleid) -> Toets:
    """Test that the chain is for a statushouder (DEV-DOE-009)."""
    zin = "De keten van drie afspraken is er voor statushouders."
    return maak_toets("is_statushouder", is_statushouder, beleid.keten_pauze_minuten.grondslag, {}, zin)
