"""What follows from each kind of thing that happens to a voorziening, and how it is undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from app.db import afspraak as afspraken
from app.db.klant import Klant
from app.db.taak import Taakstatus
from app.db.toekenning import feit as db
from app.db.toekenning import overeenkomst as overeenkomsten
from app.db.toekenning.feit import Toekenningfeit
from app.db.toekenning.toekenning import Toekenning
from app.domain.afspraak.feiten import Presentie
from app.domain.kern.datum import datum_voluit
from app.domain.kern.fouten import Conflict, Geweigerd, OngeldigeInvoer
from app.domain.kern.toets import Toets, niet_voldaan
from app.domain.maatregel.beleid import MaatregelBeleid, Regime
from app.domain.toekenning.einde import toets_terugvordering
from app.domain.toekenning.feit import Toekenningfeitsoort
from app.domain.toekenning.stand import Toekenningstand, Verordeningsregime
from app.domain.toekenning.verloop import toets_afronding, toets_overeenkomst, toets_start_terug
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak, sluit_taken
from app.services.toekenning import feitopdrachten as op
from app.services.toekenning.begeleid import controleer_evaluatie, na_start, start_terug
from app.services.toekenning.bewaking import beleid_van, bewaak_einde, laatste_dag_van, stop_bewaking
from app.services.toekenning.overeenkomsten import velden_van
from app.services.toekenning.taken import Taaksoort, voorstel, vraag

Gevolg = Callable[[Handeling, Klant, Toekenning, Any], None]


def _moet_kunnen(*toetsen: Toets) -> None:
    if mis := niet_voldaan(toetsen):
        raise Geweigerd(mis[0].toelichting, mis)


def _start(h: Handeling, klant: Klant, rij: Toekenning, melding: op.Startmelding) -> None:
    velden, overeenkomst = velden_van(h, klant, rij), overeenkomsten.geldende(h.sessie, rij.id)
    getekend = overeenkomst.ondertekend_op if overeenkomst else None
    grondslag = velden[0].grondslag if velden else None
    _moet_kunnen(toets_overeenkomst(bool(velden), getekend, melding.datum, grondslag))
    rij.stand, rij.gestart_op = Toekenningstand.LOPEND, melding.datum
    sluit_taken(h, rij.id, Taaksoort.START, Taaksoort.OVEREENKOMST)
    bewaak_einde(h, klant, rij)
    na_start(h, klant, rij)


def _start_terug(h: Handeling, klant: Klant, rij: Toekenning, _feit: Toekenningfeit) -> None:
    _moet_kunnen(toets_start_terug(feit.soort for feit in db.geldende(h.sessie, rij.id)))
    if rij.stand is not Toekenningstand.LOPEND:
        raise Conflict(f"Deze voorziening is {rij.stand.value}; haar start blijft staan.", "toekenning_stand")
    rij.stand, rij.gestart_op = Toekenningstand.TOEGEKEND, None
    stop_bewaking(h, rij)
    start_terug(h, rij.id)
    vraag(h, klant, rij, Taaksoort.START)


def _niets(_h: Handeling, _klant: Klant, _rij: Toekenning, _melding: Any) -> None:
    """Only record it."""


def _no_show(h: Handeling, klant: Klant, rij: Toekenning, melding: op.Voorzieningsverzuim) -> None:
    """Feed the gedragingen of the maatregel that exist; an appointment has its own way to handle it."""
    if melding.afspraak_id is not None:
        gevonden = afspraken.afspraak(h.sessie, h.actor, melding.afspraak_id)
        if gevonden is None or gevonden.klant_id != klant.id or gevonden.uitkomst is not Presentie.NO_SHOW:
            raise OngeldigeInvoer({"afspraakId": "Kies een afspraak van deze klant waarop hij of zij niet kwam."})
        return
    wat = _gedraging(h, klant, rij.code, melding.datum)
    waarom = f"De klant kwam op {datum_voluit(melding.datum)} niet bij de voorziening. Het kan gaan om: {wat}."
    vraag(h, klant, rij, Taaksoort.NO_SHOW, waarom)


def _gedraging(h: Handeling, klant: Klant, code: str, dag: date) -> str:
    naam = beleid_van(h, klant).gedraging_van(code)
    tabel = h.beleid.geldend(MaatregelBeleid, klant.gemeente, dag).beleid
    gevonden = tabel.gedraging(Regime(klant.regime.value), naam)
    return naam if gevonden is None else f"{gevonden.omschrijving} ({naam})"


def _no_show_terug(h: Handeling, _klant: Klant, rij: Toekenning, _feit: Toekenningfeit) -> None:
    if not db.geldende(h.sessie, rij.id, Toekenningfeitsoort.NO_SHOW):
        sluit_taken(h, rij.id, Taaksoort.NO_SHOW, status=Taakstatus.VERVALLEN)


def _evaluatie(h: Handeling, klant: Klant, rij: Toekenning, melding: op.Voorzieningsevaluatie) -> None:
    controleer_evaluatie(h, klant, rij, melding)
    sluit_taken(h, rij.id, Taaksoort.EVALUATIE)
    if melding.volgende is None:
        return
    if melding.volgende <= melding.datum:
        raise OngeldigeInvoer({"volgende": "Geef een dag na deze evaluatie."})
    taak = voorstel(Taaksoort.EVALUATIE, melding.volgende, "Dit is bij de vorige evaluatie afgesproken.")
    weken = beleid_van(h, klant).einde_vooraf_weken.waarde
    maak_taak(h, taak, Bestemming(rij.id, klant), vanaf=_eerder(h, melding.volgende, weken))


def _eerder(h: Handeling, dag: date, weken: int) -> date:
    return max(h.vandaag, date.fromordinal(dag.toordinal() - 7 * weken))


def _kostenvordering(h: Handeling, klant: Klant, _rij: Toekenning, melding: op.Kostenvordering) -> None:
    _moet_kunnen(toets_terugvordering(melding.basis, melding.verrekenen, beleid_van(h, klant)))


def _voorwaarden(h: Handeling, klant: Klant, rij: Toekenning, melding: op.Voorwaardenmelding) -> None:
    """End the protection of the transition, and ask to end the voorziening at once (DEV-OVR-906)."""
    if rij.regime is not Verordeningsregime.VERORDENING_2017:
        raise Conflict("Dit kan alleen bij een voorziening van de verordening van 2017.", "niet_van_2017")
    _zet_voorwaarden(h, klant, rij, melding.vervuld)


def _voorwaarden_terug(h: Handeling, klant: Klant, rij: Toekenning, _feit: Toekenningfeit) -> None:
    eerder = db.geldende(h.sessie, rij.id, Toekenningfeitsoort.VOORWAARDEN_2017)
    _zet_voorwaarden(h, klant, rij, eerder[-1].inhoud["vervuld"] if eerder else None)


def _zet_voorwaarden(h: Handeling, klant: Klant, rij: Toekenning, vervuld: bool | None) -> None:
    rij.overgang = (rij.overgang or {}) | {"voorwaarden_vervuld": vervuld}
    sluit_taken(h, rij.id, Taaksoort.VOORWAARDEN, status=Taakstatus.VERVALLEN)
    if vervuld is False:
        maak_taak(h, voorstel(Taaksoort.VOORWAARDEN, h.vandaag), Bestemming(rij.id, klant))


def _afronding(h: Handeling, klant: Klant, rij: Toekenning, melding: op.Afrondingsmelding) -> None:
    laatste = laatste_dag_van(rij, beleid_van(h, klant))
    _moet_kunnen(toets_afronding(rij.stand, laatste, melding.datum))
    rij.stand, rij.uitkomst, rij.laatste_dag = Toekenningstand.AFGEROND, melding.uitkomst.value, laatste
    sluit_taken(h, rij.id)
    stop_bewaking(h, rij)


def _afronding_terug(h: Handeling, klant: Klant, rij: Toekenning, _feit: Toekenningfeit) -> None:
    rij.uitkomst = None
    if rij.eindegrond is not None:
        rij.stand = Toekenningstand.BEEINDIGD
        vraag(h, klant, rij, Taaksoort.EVALUATIE)
        return
    rij.stand, rij.laatste_dag = Toekenningstand.LOPEND, None
    bewaak_einde(h, klant, rij)


GEVOLGEN: Final[Mapping[Toekenningfeitsoort, Gevolg]] = {
    Toekenningfeitsoort.START: _start,
    Toekenningfeitsoort.VOORTGANG: _niets,
    Toekenningfeitsoort.NO_SHOW: _no_show,
    Toekenningfeitsoort.EVALUATIE: _evaluatie,
    Toekenningfeitsoort.KOSTENVORDERING: _kostenvordering,
    Toekenningfeitsoort.VOORWAARDEN_2017: _voorwaarden,
    Toekenningfeitsoort.AFRONDING: _afronding,
}
TERUG: Final[Mapping[Toekenningfeitsoort, Gevolg]] = {
    Toekenningfeitsoort.START: _start_terug,
    Toekenningfeitsoort.NO_SHOW: _no_show_terug,
    Toekenningfeitsoort.VOORWAARDEN_2017: _voorwaarden_terug,
    Toekenningfeitsoort.AFRONDING: _afronding_terug,
}
