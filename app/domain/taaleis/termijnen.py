"""Termijnen: what must be done until when, each explained (DEV-TAA-504, -511, -516, -519; Participatiewet 18b)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from pydantic import BaseModel, ConfigDict

from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.termijnen import Termijn, wettelijke_termijn
from app.domain.kern.werkdagen import tel_werkdagen
from app.domain.taaleis.beleid import TaaleisBeleid
from app.domain.taaleis.dossier import Taaldictum, Taaldossier, haalt_niveau
from app.domain.taaleis.fasen import Ronde, begin_fase, maanden_vooruit, respijt
from app.domain.taaleis.grondslagen import HANDBOEK, NIEUWE_TOETS
from app.domain.taaleis.status import Taaloordeel, Taalstatus, vermoeden_sinds

TAALTEST: Final = "taaleis_taaltest"
KENNISGEVING: Final = "taaleis_kennisgeving"
FASE: Final = "taaleis_volgende_fase"


class Bewaakt(BaseModel):
    """A term that runs, for which fact or besluit, and the taak that its running out leads to."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    bron: str
    termijn: Termijn
    vervolg: TaakVoorstel


def lopende_termijnen(dossier: Taaldossier, oordeel: Taaloordeel, beleid: TaaleisBeleid) -> Iterator[Bewaakt]:
    """Yield the terms that run on what counts now."""
    if oordeel.status is Taalstatus.ONBEKEND:
        yield from _taaltest(dossier, beleid)
    if oordeel.status is Taalstatus.INSPANNINGSVERPLICHTING:
        yield from _kennisgeving(dossier, beleid)
        if dossier.bereid is None:
            yield from _bereidverklaring(dossier, beleid)
            yield from _volgende_fase(dossier, beleid)


def ronde_van(dossier: Taaldossier) -> Ronde | None:
    """Return the count of phases that runs; None without a vaststelling and a formal kennisgeving."""
    if dossier.telt_vanaf is None or dossier.kennisgeving is None:
        return None
    return Ronde(
        vaststelling=dossier.telt_vanaf,
        kennisgeving=dossier.kennisgeving.verzonden_op,
        bereid_op=dossier.bereid_sinds,
    )


def _taaltest(dossier: Taaldossier, beleid: TaaleisBeleid) -> Iterator[Bewaakt]:
    sinds = vermoeden_sinds(dossier)
    if sinds is None or any(haalt_niveau(test) is not None for _, test in dossier.tests):
        return
    norm = beleid.taaltest_weken
    termijn = wettelijke_termijn(TAALTEST, norm.grondslag, sinds[1], weken=norm.waarde)
    wat = "Laat de taaltest alsnog zo snel mogelijk afnemen en leg de uitslag vast."
    waarom = f"Een taaltest hoort binnen {norm.waarde} weken na het vermoeden te zijn afgenomen."
    yield _bewaakt(sinds[0], termijn, ("taaleis_taaltest_te_laat", wat, waarom), beleid)


def _kennisgeving(dossier: Taaldossier, beleid: TaaleisBeleid) -> Iterator[Bewaakt]:
    vast = dossier.vastgesteld
    if vast is None or dossier.kennis_gegeven_op is not None:
        return
    norm = beleid.kennisgeving_weken
    termijn = wettelijke_termijn(KENNISGEVING, norm.grondslag, vast[1], weken=norm.waarde)
    wat = "Stel de klant alsnog in kennis van de uitslag van de taaltest."
    waarom = f"Dat hoort binnen {norm.waarde} weken na de uitslag te gebeuren."
    yield _bewaakt(vast[0], termijn, ("taaleis_kennisgeving_te_laat", wat, waarom), beleid)


def _bereidverklaring(dossier: Taaldossier, beleid: TaaleisBeleid) -> Iterator[Bewaakt]:
    ronde, kennisgeving = ronde_van(dossier), dossier.kennisgeving
    if ronde is None or kennisgeving is None or _beoordeeld(dossier, kennisgeving.verzonden_op):
        return
    eerste = beleid.fasen.waarde[0]
    wat = f"Beoordeel een verlaging van {eerste.procent:f} procent van de bijstandsnorm per maand."
    waarom = "De klant verklaarde zich niet binnen een maand bereid om Nederlands te leren."
    yield _bewaakt(kennisgeving.id, respijt(ronde, beleid), ("taaleis_handhaven", wat, waarom), beleid)


def _beoordeeld(dossier: Taaldossier, sinds: date) -> bool:
    """Tell whether it was decided since then to lower the uitkering, or not to."""
    besluiten = (*dossier.met(Taaldictum.VERLAGING), *dossier.met(Taaldictum.AFZIEN))
    return any(besluit.verzonden_op > sinds for besluit in besluiten)


def _volgende_fase(dossier: Taaldossier, beleid: TaaleisBeleid) -> Iterator[Bewaakt]:
    """Watch the phase after the one that runs: it needs a new toets, so it never comes by itself."""
    ronde, verlaging = ronde_van(dossier), dossier.verlaging
    if ronde is None or verlaging is None or verlaging.fase is None:
        return
    nummer = verlaging.fase + 1
    if nummer >= len(beleid.fasen.waarde):
        return
    fase = beleid.fasen.waarde[nummer]
    termijn = wettelijke_termijn(FASE, beleid.fasen.grondslag, ronde.vaststelling, maanden=fase.vanaf_maand)
    wat = f"Beoordeel de stap naar {fase.procent:f} procent; daarvoor is een nieuwe taaltest nodig."
    waarom = "De vorige fase is voorbij; zonder nieuwe toets en onvoldoende voortgang is er geen volgende."
    yield _bewaakt(verlaging.id, termijn, ("taaleis_fase_beoordelen", wat, waarom), beleid)


def nieuwe_toets_voor(dossier: Taaldossier, beleid: TaaleisBeleid) -> tuple[str, date] | None:
    """Return for which verlaging, and before which day, a new toets must be taken for the next phase."""
    ronde, verlaging = ronde_van(dossier), dossier.verlaging
    if ronde is None or verlaging is None or verlaging.fase is None:
        return None
    nummer = verlaging.fase + 1
    return None if nummer >= len(beleid.fasen.waarde) else (verlaging.id, begin_fase(nummer, ronde, beleid))


def vooruitblik(
    dossier: Taaldossier, oordeel: Taaloordeel, beleid: TaaleisBeleid, vandaag: date
) -> tuple[tuple[date, Decimal], ...]:
    """Return which percentage can stand on each month ahead; nothing for whom no obligation runs (DEV-TAA-519)."""
    ronde = ronde_van(dossier)
    if ronde is None or oordeel.status is not Taalstatus.INSPANNINGSVERPLICHTING:
        return ()
    return maanden_vooruit(ronde, beleid, vandaag)


def _bewaakt(bron: str, termijn: Termijn, taak: tuple[str, str, str], beleid: TaaleisBeleid) -> Bewaakt:
    soort, wat, waarom = taak
    grondslag = NIEUWE_TOETS if termijn.soort == FASE else HANDBOEK
    uiterste = tel_werkdagen(termijn.einde, beleid.opvolgen_werkdagen.waarde)
    rol = Rol.INTAKER if termijn.soort == TAALTEST else Rol.INKOMENSCONSULENT
    vervolg = TaakVoorstel(soort=soort, wat=wat, waarom=waarom, rol=rol, grondslag=grondslag, uiterste=uiterste)
    return Bewaakt(bron=bron, termijn=termijn, vervolg=vervolg)
