"""Taken: what somebody must do next, from what counts on a day; services make and close them to match."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from pydantic import BaseModel, ConfigDict

from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Uitkomst
from app.domain.kern.werkdagen import is_werkdag, tel_werkdagen
from app.domain.taaleis.beleid import TaaleisBeleid
from app.domain.taaleis.dossier import Bereid, Taaldictum, Taaldossier
from app.domain.taaleis.fasen import bij_stoppen
from app.domain.taaleis.feit import (
    Taalcheck,
    Taalmakelaar,
    Taalstop,
    Taaltestaanmelding,
    Taaltoetsmoment,
    Taalvoortgang,
    Uitslagmededeling,
)
from app.domain.taaleis.grondslagen import BEREID, HANDBOEK, NIEUWE_TOETS, TAALEIS
from app.domain.taaleis.status import Taaloordeel, Taalstatus, toets_aangemeld, vermoeden_sinds
from app.domain.taaleis.termijnen import nieuwe_toets_voor

ZAAK_BIJ: Final[Mapping[str, str]] = {
    "taaleis_kennisgeving_nemen": "kennisgeving",
    "taaleis_kennisgeving_te_laat": "kennisgeving",
    "taaleis_handhaven": "verlaging",
    "taaleis_fase_beoordelen": "verlaging",
    "taaleis_beeindigen": "beeindiging",
    "taaleis_stop_beoordelen": "stoppen",
}
"""The kind of zaak in which a taak is done; while that is worked on, the taak is not asked for."""
_DAG = timedelta(days=1)
_IC = Rol.INKOMENSCONSULENT


class Taaltaak(BaseModel):
    """A taak, for which fact or besluit it is, and from when it shows (None: at once)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    bron: str
    voorstel: TaakVoorstel
    vanaf: date | None = None


def taken(dossier: Taaldossier, oordeel: Taaloordeel, beleid: TaaleisBeleid, vandaag: date) -> tuple[Taaltaak, ...]:
    """Return everything that must be done now."""
    later = tel_werkdagen(vandaag, beleid.opvolgen_werkdagen.waarde)
    dagen = (vandaag, later)
    gevonden = [*_toetsen(dossier, oordeel, later), *_makelaar(dossier, oordeel, dagen)]
    gevonden += _einde(dossier, oordeel, dagen)
    if oordeel.status is Taalstatus.INSPANNINGSVERPLICHTING:
        gevonden += [*_verklaring(dossier, beleid, later), *_gestopt(dossier, beleid, later)]
        gevonden += _nieuwe_toets(dossier, beleid)
    return tuple(taak for taak in gevonden if ZAAK_BIJ.get(taak.voorstel.soort) not in dossier.open_zaken)


def vervolggesprek_op(dag: date, beleid: TaaleisBeleid) -> date:
    """Return the day of the next conversation: a month later, or the werkdag after it (DEV-TAA-511)."""
    gekozen = plus_maanden(dag, beleid.vervolggesprek_maanden.waarde)
    while not is_werkdag(gekozen):
        gekozen += _DAG
    return gekozen


def _toetsen(dossier: Taaldossier, oordeel: Taaloordeel, later: date) -> Iterator[Taaltaak]:
    """Refer for a taaltest, and discuss its result (DEV-TAA-504, DEV-TAA-516, DEV-TAA-518)."""
    sinds, laatste = vermoeden_sinds(dossier), dossier.laatste(Taalcheck)
    onbekend = oordeel.status is Taalstatus.ONBEKEND
    if onbekend and sinds and toets_aangemeld(dossier).uitkomst is Uitkomst.NIET_VOLDAAN:
        rol = Rol.INTAKER if laatste and laatste[1].moment is Taaltoetsmoment.AMBITIEGESPREK else _IC
        wat = "Meld de klant aan voor een taaltest."
        yield _taak(sinds[0], "taaleis_aanmelden", (wat, "Of de klant 1F haalt, staat nog niet vast."), later, rol)
    if aanvraag := _aan_te_vragen(dossier, oordeel):
        wat, waarom = (
            "Vraag een taaltest aan.",
            "De klant lijkt 1F te halen, maar kan dat niet met documenten laten zien.",
        )
        yield _taak(aanvraag, "taaleis_taaltest_aanvragen", (wat, waarom), later)
    for nr, test in dossier.tests[-1:]:
        gehoord = any(feit.datum >= test.uitslag_op for _, feit in dossier.van(Uitslagmededeling))
        besloten = dossier.kennisgeving is not None and dossier.kennisgeving.verzonden_op >= test.uitslag_op
        if not gehoord and not besloten:
            wat = "Bespreek de uitslag van de taaltest in het eerstvolgende doelmatigheidsgesprek."
            waarom = "Het gesprek loopt dezelfde onderwerpen langs als het kennismakingsgesprek."
            yield _taak(nr, "taaleis_uitslag_bespreken", (wat, waarom), later)


def _aan_te_vragen(dossier: Taaldossier, oordeel: Taaloordeel) -> str | None:
    laatste = dossier.laatste(Taalvoortgang)
    if laatste is None or oordeel.status is Taalstatus.VOLDOET:
        return None
    nr, voortgang = laatste
    daarna = any(feit.datum >= voortgang.datum for _, feit in dossier.van(Taaltestaanmelding))
    return nr if voortgang.lijkt_op_niveau and not voortgang.aantoonbaar and not daarna else None


def _verklaring(dossier: Taaldossier, beleid: TaaleisBeleid, later: date) -> Iterator[Taaltaak]:
    """After a refusal the besluit and a new conversation, after willingness a call (DEV-TAA-511, DEV-TAA-514)."""
    verklaringen = dossier.verklaringen
    if not verklaringen:
        return
    laatste = verklaringen[-1]
    if laatste.bereid and dossier.bereid is None:
        return
    yield from _gebeld(laatste, beleid) if laatste.bereid else _geweigerd(dossier, laatste, beleid, later)


def _gebeld(verklaring: Bereid, beleid: TaaleisBeleid) -> Iterator[Taaltaak]:
    na, uiterlijk = (timedelta(days=w.waarde) for w in (beleid.bellen_na_dagen, beleid.bellen_uiterlijk_dagen))
    wat, waarom = "Bel de klant: hoe gaat het met de taalactiviteit?", "Een belletje na een of twee weken helpt."
    taak = _taak(verklaring.id, "taaleis_bellen", (wat, waarom), verklaring.op + uiterlijk)
    yield taak.model_copy(update={"vanaf": verklaring.op + na})


def _geweigerd(dossier: Taaldossier, weigering: Bereid, beleid: TaaleisBeleid, later: date) -> Iterator[Taaltaak]:
    kennisgeving, bereid = dossier.kennisgeving, [deel.op for deel in dossier.verklaringen if deel.bereid]
    opnieuw = kennisgeving is None or any(op > kennisgeving.verzonden_op for op in bereid)
    if opnieuw:
        wat = "Neem het besluit over de formele inspanningsverplichting."
        waarom = "De klant verklaart zich niet bereid om Nederlands te leren."
        yield _taak(weigering.id, "taaleis_kennisgeving_nemen", (wat, waarom), later, grondslag=TAALEIS)
    if kennisgeving is not None and not opnieuw and kennisgeving.verzonden_op < weigering.op:
        return
    dag = vervolggesprek_op(weigering.op, beleid)
    wat = f"Nodig de klant uit op {datum_voluit(dag)} om een taaldoel in het plan van aanpak te zetten."
    waarom = "Een maand na het gesprek waarin de klant zich niet bereid verklaarde."
    yield _taak(weigering.id, "taaleis_vervolggesprek", (wat, waarom), dag)


def _gestopt(dossier: Taaldossier, beleid: TaaleisBeleid, later: date) -> Iterator[Taaltaak]:
    """Judge the stop, talk, and impose the obligation again (DEV-TAA-520, DEV-TAA-521)."""
    gestopt, kennisgeving = dossier.laatste(Taalstop), dossier.kennisgeving
    if gestopt is None or dossier.bereid is not None:
        return
    nr, stop = gestopt
    sinds = dossier.op(stop.datum - _DAG).kennis_gegeven_op
    regel = None if sinds is None else bij_stoppen(stop.datum, sinds, beleid)
    besloten = (*dossier.met(Taaldictum.VERLAGING), *dossier.met(Taaldictum.AFZIEN))
    if regel is not None and not any(besluit.verzonden_op >= stop.datum for besluit in besloten):
        wat = f"Beoordeel een eenmalige verlaging van {regel.procent:f} procent om het stoppen."
        yield _taak(nr, "taaleis_stop_beoordelen", (wat, "De klant stopte met de inspanning voor de taal."), later)
    if kennisgeving is None or kennisgeving.verzonden_op < stop.datum:
        wat = "Spreek met de klant over het stoppen en leg opnieuw op om zich binnen een maand bereid te verklaren."
        yield _taak(nr, "taaleis_na_stoppen", (wat, "De klant stopte met de inspanning voor de taal."), later)


def _nieuwe_toets(dossier: Taaldossier, beleid: TaaleisBeleid) -> Iterator[Taaltaak]:
    """Before each next phase a new toets; it shows as early as a taaltest takes (Participatiewet 18b, lid 13)."""
    nodig = nieuwe_toets_voor(dossier, beleid)
    if nodig is None or dossier.bereid is not None:
        return
    bron, dag = nodig
    wat, waarom = (
        "Laat een nieuwe taaltest afnemen.",
        "De volgende fase kan alleen na een nieuwe toets zonder voortgang.",
    )
    taak = _taak(bron, "taaleis_nieuwe_toets", (wat, waarom), dag, grondslag=NIEUWE_TOETS)
    yield taak.model_copy(update={"vanaf": dag - timedelta(weeks=beleid.taaltest_weken.waarde)})


def _makelaar(dossier: Taaldossier, oordeel: Taaloordeel, dagen: tuple[date, date]) -> Iterator[Taaltaak]:
    """Ask the participatiemakelaar, for as long as that was agreed (DEV-TAA-513)."""
    laatste, (vandaag, later) = dossier.laatste(Taalmakelaar), dagen
    if laatste is None or oordeel.status is Taalstatus.VOLDOET:
        return
    nr, inzet = laatste
    if inzet.tot is None or vandaag <= inzet.tot:
        wat, waarom = "Ga met de klant op zoek naar een taalactiviteit.", "De consulent vraagt hulp met het doel taal."
        yield _taak(nr, "taaleis_participatiemakelaar", (wat, waarom), later, Rol.PARTICIPATIEMAKELAAR)


def _einde(dossier: Taaldossier, oordeel: Taaloordeel, dagen: tuple[date, date]) -> Iterator[Taaltaak]:
    """End a running verlaging when the klant is willing, at the level or exempt (DEV-TAA-517, DEV-TAA-519)."""
    verlaging, (vandaag, later) = dossier.verlaging, dagen
    klaar = oordeel.status in (Taalstatus.VOLDOET, Taalstatus.ONTHEVEN) or dossier.bereid is not None
    loopt = verlaging is not None and (verlaging.tot is None or verlaging.tot > vandaag)
    if verlaging is not None and loopt and klaar:
        wat = "Beëindig de verlaging om de taaleis met een besluit."
        waarom = "De klant is bereid, haalt het niveau of heeft een ontheffing."
        yield _taak(verlaging.id, "taaleis_beeindigen", (wat, waarom), later, grondslag=BEREID)


def _taak(
    bron: str, soort: str, tekst: tuple[str, str], uiterste: date, rol: Rol = _IC, grondslag: Grondslag = HANDBOEK
) -> Taaltaak:
    wat, waarom = tekst
    voorstel = TaakVoorstel(soort=soort, wat=wat, waarom=waarom, rol=rol, grondslag=grondslag, uiterste=uiterste)
    return Taaltaak(bron=bron, voorstel=voorstel)
