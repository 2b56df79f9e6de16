"""The rules of BeKonnecteD: when it starts, hours and length, a free place, an own workplace, and instruments."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from pydantic import BaseModel, ConfigDict

from app.domain.bekonnected.beleid import BekonnectedBeleid, Toepassing
from app.domain.bekonnected.soorten import Vaardigheid
from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import productenboek
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.termijnen import Termijn, beleidstermijn_dagen
from app.domain.kern.toets import Toets
from app.domain.kern.werkdagen import tel_werkdagen

START: Final = "bekonnected_start"
EINDE: Final = "bekonnected_einde"
STARTTAAK: Final = "bekonnected_starten"
EINDETAAK: Final = "bekonnected_evalueren"
BRON: Final = productenboek("3.3.4")
_EVALUATIE: Final = productenboek("3.3.6")


class StartFeiten(BaseModel):
    """What is known when BeKonnecteD should start; None means not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    klantgroep: Klantgroep | None
    voltijds_werk: bool = False
    deeltijds_werk: bool = False
    loopt_al: bool = False


class WerkplekFeiten(BaseModel):
    """A place for the klant: in a werkstroom, or one that the klant proposed.

    ``vrij`` are the free places of the werkstroom; the other three are about the proposal, None when not decided.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    uren: int
    vrij: int | None = None
    akkoord: bool | None = None
    verdringing: bool | None = None


def termijn_start(routekaart: date, beleid: BekonnectedBeleid) -> Termijn:
    """Return the term after which BeKonnecteD starts, counted from the start of the routekaart (DEV-BKN-001)."""
    norm = beleid.start_na_maanden
    dagen = (plus_maanden(routekaart, norm.waarde) - routekaart).days
    return beleidstermijn_dagen(START, norm.grondslag, routekaart, dagen)


def starttaak(feiten: StartFeiten, vandaag: date, beleid: BekonnectedBeleid) -> TaakVoorstel | None:
    """Return the taak to start, None for who flowed out, left Matchen or takes part already (DEV-BKN-001).

    Reading: full-time work is outflow; who works part-time is still looking for more hours.
    """
    if feiten.klantgroep is not Klantgroep.MATCHEN or feiten.voltijds_werk or feiten.loopt_al:
        return None
    deeltijd = " De klant werkt in deeltijd." if feiten.deeltijds_werk else ""
    return TaakVoorstel(
        soort=STARTTAAK,
        wat="Start BeKonnecteD: kies met de klant een werkstroom of een eigen werkplek.",
        waarom=f"De eerste {beleid.start_na_maanden.waarde} maanden hebben niet tot uitstroom geleid.{deeltijd}",
        rol=Rol.WERKCONSULENT,
        grondslag=BRON,
        uiterste=tel_werkdagen(vandaag, beleid.opvolgen_werkdagen.waarde),
    )


def einde_van(begin: date, beleid: BekonnectedBeleid) -> date:
    """Return the first day after a traject, or after its continuation (DEV-BKN-002)."""
    return plus_maanden(begin, beleid.duur_maanden.waarde)


def eindetermijn(begin: date, tot: date, beleid: BekonnectedBeleid) -> tuple[Termijn, TaakVoorstel]:
    """Return the term of a traject with the taak when it is over (DEV-BKN-002)."""
    laatste = tot - timedelta(days=1)
    termijn = beleidstermijn_dagen(EINDE, beleid.duur_maanden.grondslag, begin, (laatste - begin).days)
    taak = TaakVoorstel(
        soort=EINDETAAK,
        wat="Evalueer met de klant hoe het verdergaat, en beëindig BeKonnecteD of zet het voort.",
        waarom=f"BeKonnecteD liep tot en met {datum_voluit(laatste)}.",
        rol=Rol.WERKCONSULENT,
        grondslag=_EVALUATIE,
        uiterste=tel_werkdagen(laatste, beleid.opvolgen_werkdagen.waarde),
    )
    return termijn, taak


def toets_klantgroep(klantgroep: Klantgroep | None) -> Toets:
    """Test that the klant is in Matchen: BeKonnecteD is a phase of it."""
    return maak_toets(
        "klantgroep_matchen",
        None if klantgroep is None else klantgroep is Klantgroep.MATCHEN,
        BRON,
        {"klantgroep": klantgroep},
        "De klant zit in Matchen.",
        "BeKonnecteD is voor klanten in Matchen.",
        "De klant heeft nog geen klantgroep.",
    )


def toets_uren(uren: int, beleid: BekonnectedBeleid) -> Toets:
    """Test the hours per week; exactly the maximum is allowed (DEV-BKN-002)."""
    norm = beleid.max_uren
    return maak_toets(
        "uren_per_week",
        uren <= norm.waarde,
        norm.grondslag,
        {"uren": uren, "hoogstens": norm.waarde},
        f"De klant werkt hoogstens {norm.waarde} uur per week.",
        f"{uren} uur per week is te veel; het zijn er hoogstens {norm.waarde}.",
    )


def toets_plaats(vrij: int) -> Toets:
    """Test that the chosen werkstroom has a place left (DEV-BKN-004)."""
    return maak_toets(
        "plaats_in_werkstroom",
        vrij > 0,
        BRON,
        {"vrij": vrij},
        "In de werkstroom is een plaats vrij.",
        "In de werkstroom is geen plaats vrij; kies met de klant een andere.",
    )


def toetsen_voorstel(feiten: WerkplekFeiten) -> tuple[Toets, ...]:
    """Test an own workplace: the accountmanager agreed and nobody is displaced (DEV-BKN-005)."""
    zonder = None if feiten.verdringing is None else not feiten.verdringing
    return (
        maak_toets(
            "akkoord_accountmanager",
            feiten.akkoord,
            BRON,
            {"akkoord": feiten.akkoord},
            "De accountmanager is akkoord met de eigen werkplek.",
            "De accountmanager is niet akkoord met de eigen werkplek.",
            "Het voorstel is nog niet met een accountmanager besproken.",
        ),
        maak_toets(
            "geen_verdringing",
            zonder,
            BRON,
            {"verdringing": feiten.verdringing},
            "De werkplek verdringt niemand.",
            "De werkplek verdringt een ander; dat mag niet.",
            "Of de werkplek een ander verdringt, is nog niet beoordeeld.",
        ),
    )


def toetsen_start(
    klantgroep: Klantgroep | None, feiten: WerkplekFeiten, beleid: BekonnectedBeleid
) -> tuple[Toets, ...]:
    """Test whether a traject can start on this place."""
    plek = toetsen_voorstel(feiten) if feiten.vrij is None else (toets_plaats(feiten.vrij),)
    return (toets_klantgroep(klantgroep), toets_uren(feiten.uren, beleid), *plek)


def toets_instrument(klantgroep: Klantgroep | None, toepassing: Toepassing, reden: str | None, in_fase: bool) -> Toets:
    """Test that an instrument can be chosen: in Matchen from BeKonnecteD on, earlier with a reason (DEV-BKN-006).

    Startbaansubsidie for more hours at the present employer needs no phase (DEV-SUB-001).
    """
    past: bool | None = None
    if klantgroep is not None:
        genoeg = {Toepassing.BEKONNECTED: in_fase, Toepassing.MEER_UREN: True, Toepassing.EERDER: bool(reden)}
        past = klantgroep is Klantgroep.MATCHEN and genoeg[toepassing]
    return maak_toets(
        "instrument_in_matchen",
        past,
        BRON,
        {"klantgroep": klantgroep, "toepassing": toepassing, "in_bekonnected": in_fase},
        "Dit instrument kan nu worden ingezet.",
        "Dit kan in Matchen vanaf BeKonnecteD; eerder kan het met een reden.",
        "De klant heeft nog geen klantgroep.",
    )


def toets_contact(laatste: date, vandaag: date, beleid: BekonnectedBeleid) -> Toets:
    """Signal that contact at the workplace stays away too long; it stops nothing (DEV-BKN-003)."""
    norm = beleid.contact_signaal_dagen
    uiterlijk = laatste + timedelta(days=norm.waarde)
    return maak_toets(
        "contact_op_werkplek",
        vandaag <= uiterlijk,
        norm.grondslag,
        {"laatste": laatste, "uiterlijk": uiterlijk},
        "Er is intensief contact met de klant.",
        f"Er is sinds {datum_voluit(laatste)} geen contact vastgelegd; zoek de klant op de werkplek op.",
    )


def toets_looptijd(tot: date, vandaag: date, beleid: BekonnectedBeleid) -> Toets:
    """Signal that a traject goes on past its end (DEV-BKN-002)."""
    return maak_toets(
        "binnen_looptijd",
        vandaag < tot,
        beleid.duur_maanden.grondslag,
        {"tot": tot},
        "BeKonnecteD loopt binnen zijn duur.",
        "BeKonnecteD duurt langer dan de bedoeling is; evalueer en beslis hoe het verdergaat.",
    )


def nog_te_bekijken(gezien: frozenset[Vaardigheid]) -> tuple[Vaardigheid, ...]:
    """Return the skills of which nothing was recorded yet (DEV-BKN-003)."""
    return tuple(een for een in Vaardigheid if een not in gezien)
