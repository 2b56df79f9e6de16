"""Erbij: what the dossier and the policy add to the facts of a loonkostensubsidie."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from app.db.klant import Klant
from app.domain.kern.maanden import eerste_van_de_maand, plus_maanden
from app.domain.loonkosten.formule import Maanddeel
from app.domain.loonkosten.maanden import Werk, verdeel
from app.domain.loonkosten.verloop import Loonwaardevanaf, Segment, Verloopfeiten, segmenten
from app.domain.subsidie.cijfer import cijfer_uit
from app.services.handeling import Handeling
from app.services.loonkosten.baan import Baan, baan
from app.services.loonkosten.cijfers import Cijferbron as Lksbron
from app.services.loonkosten.stand import doelgroepstand, loonwaarden
from app.services.subsidie.cijfers import Cijferbron, Erbij, Vraag


@dataclass(frozen=True)
class Tijdvak:
    """For which days is worked out; by default from the first working day to the end of the year."""

    vanaf: date | None = None
    tot: date | None = None


def lks_erbij(h: Handeling, vraag: Vraag) -> Erbij:
    """Add what the dossier knows; nothing without a klant and a job. Facts that were kept say for which days."""
    werk_id = vraag.basis.get("werk_id") or vraag.dienstverband_id
    if vraag.klant is None or werk_id is None:
        return Erbij({})
    werk = baan(h, UUID(str(werk_id)))
    tijdvak = Tijdvak(vraag.basis.get("vanaf"), vraag.basis.get("tot"))
    berekend = bereken_voor(h, vraag.klant, werk, tijdvak)
    return Erbij(berekend.velden, berekend.bronnen)


@dataclass(frozen=True)
class Lksberekening:
    """The fields that a loonkostensubsidie adds to its facts, and the figures behind them."""

    velden: dict[str, Any]
    bronnen: tuple[Cijferbron, ...]


def bereken_voor(h: Handeling, klant: Klant, werk: Baan, tijdvak: Tijdvak) -> Lksberekening:
    """Collect the facts of a job: the stretches of forfait and loonwaarde, cut up with the figures of each day."""
    bron = Lksbron(h.beleid, klant.gemeente, _werk(klant, werk))
    vanaf = max(tijdvak.vanaf or werk.van, werk.van)
    doelgroep, doelgroep_tot = doelgroepstand(h, klant)
    tot = _tot(h, bron, [tijdvak.tot, werk.tot, doelgroep_tot], vanaf)
    waarden = loonwaarden(h, klant.id, werk.id)
    delen: tuple[Maanddeel, ...] = ()
    if vanaf < tot:
        feiten = Verloopfeiten(begin=werk.van, tot=tot, forfait_tot=werk.forfait_tot, loonwaarden=waarden)
        delen = verdeel(bron.werk, _vanaf(segmenten(feiten), vanaf), tot, bron.op)
    velden = {
        "in_doelgroep": False if doelgroep_tot is not None and doelgroep_tot <= vanaf else doelgroep,
        "forfait": werk.forfait_tot is not None and vanaf < werk.forfait_tot,
        "loonwaarde": _op(waarden, vanaf, werk.forfait_tot),
        "vanaf": vanaf,
        "tot": tot,
        "delen": delen,
        "werk_id": str(werk.id),
    }
    return Lksberekening(velden, _bronnen(bron))


def _bronnen(bron: Lksbron) -> tuple[Cijferbron, ...]:
    """Return each policy that was asked once, with the figure of it that decides."""
    alle: dict[str, Cijferbron] = {}
    for dag, lks, wml in bron.versies.values():
        lasten, loon = lks.beleid.werkgeverslasten_procent, wml.beleid.maand_21plus
        cijfer = cijfer_uit(lks.beleid, "werkgeverslasten_procent", dag, naam="werkgeverslasten", waarde=lasten.waarde)
        alle.setdefault(lks.id, Cijferbron(lks, cijfer))
        cijfer = cijfer_uit(wml.beleid, "maand_21plus", dag, naam="minimumloon", waarde=loon.waarde)
        alle.setdefault(wml.id, Cijferbron(wml, cijfer))
    return tuple(alle.values())


def _werk(klant: Klant, werk: Baan) -> Werk:
    return Werk(begin=werk.van, geboortedatum=klant.geboortedatum, arbeidsduren=werk.duren)


def _tot(h: Handeling, bron: Lksbron, grenzen: list[date | None], vanaf: date) -> date:
    """Return the end: that of the calendar year at the latest, the first given limit, or as far as figures go."""
    jaareinde = date(max(vanaf, h.vandaag).year + 1, 1, 1)
    tot = min([jaareinde, *(dag for dag in grenzen if dag is not None)])
    dag = vanaf
    while dag < tot:
        if not bron.kent(dag):
            return eerste_van_de_maand(dag)
        dag = plus_maanden(eerste_van_de_maand(dag), 1)
    return tot


def _op(waarden: tuple[Loonwaardevanaf, ...], vanaf: date, forfait_tot: date | None) -> int | None:
    """Return the loonwaarde that counts on the first day; without a forfait the first one that will."""
    dan = [waarde.procent for waarde in waarden if waarde.van <= vanaf]
    if dan:
        return dan[-1]
    in_forfait = forfait_tot is not None and vanaf < forfait_tot
    return None if in_forfait or not waarden else waarden[0].procent


def _vanaf(stukken: tuple[Segment, ...], vanaf: date) -> list[Segment]:
    return [
        stuk.model_copy(update={"van": max(stuk.van, vanaf)})
        for stuk in stukken
        if stuk.tot is None or stuk.tot > vanaf
    ]
