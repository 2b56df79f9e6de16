"""Loket: is this the right one; each toets is met when nothing points elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from app.domain.intake.beleid import IntakeBeleid
from app.domain.intake.feiten import LoketFeiten, Voorziening
from app.domain.kern.geld import euro
from app.domain.kern.grondslag import productenboek, pw
from app.domain.kern.termijnen import tel_maanden
from app.domain.kern.toets import Toets, Uitkomst, niet_voldaan

_LOKET = productenboek("2.2.2")
_VOORLIGGEND = pw("15", "1")

_VERWIJZING = {
    "geen_recht_op_ww": ("UWV", "WW"),
    "geen_recht_op_zw_of_wia": ("UWV", "ZW/WIA"),
    "geen_recht_op_iow": ("UWV", "IOW"),
    "geen_studiefinanciering": ("DUO", "studiefinanciering of WTOS"),
    "geen_individuele_studietoeslag": ("jongerenloket", "individuele studietoeslag"),
    "voorliggend_svb": ("SVB", "uitkering van de SVB"),
    "voorliggend_alimentatie": ("ex-partner of LBIO", "alimentatie"),
    "voorliggend_voormalige_werkgever": ("voormalige werkgever", "loon of vergoeding"),
    "voorliggend_belastingdienst": ("Belastingdienst", "toeslagen of heffingskortingen"),
    "voorliggend_overig": ("andere instantie", "overige voorliggende voorziening"),
}


class LoketAdvies(BaseModel):
    """Where the klant may have a right that goes first; the inkomensconsulent decides."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    verwijzing: str
    voorziening: str
    waarom: Toets


def toets_loket(feiten: LoketFeiten, beleid: IntakeBeleid, norm: int | None) -> tuple[Toets, ...]:
    """Test every loket question; ``norm`` is the bijstandsnorm per month (eurocents) on the meldingsdatum."""
    return (
        toets_ww(feiten, beleid),
        _geen(feiten.gestopt_door_ziekte, "geen_recht_op_zw_of_wia", "gestopt met werken door ziekte of een beperking"),
        toets_iow(feiten, beleid),
        toets_inkomen(feiten, norm),
        _geen(feiten.recht_stufi_wtos, "geen_studiefinanciering", "recht op studiefinanciering of WTOS"),
        toets_studietoeslag(feiten),
        *(_geen(feiten.voorliggend.get(v), f"voorliggend_{v}", f"recht via: {_wat(v)}") for v in Voorziening),
    )


def adviezen(toetsen: Iterable[Toets]) -> tuple[LoketAdvies, ...]:
    """Return where to refer to, one advice for every toets that points elsewhere."""
    verwijst = (t for t in niet_voldaan(toetsen) if t.uitkomst is Uitkomst.NIET_VOLDAAN and t.voorwaarde in _VERWIJZING)
    return tuple(
        LoketAdvies(verwijzing=_VERWIJZING[t.voorwaarde][0], voorziening=_VERWIJZING[t.voorwaarde][1], waarom=t)
        for t in verwijst
    )


def toets_ww(feiten: LoketFeiten, beleid: IntakeBeleid) -> Toets:
    """Test whether too few weeks were worked for a right to WW (DEV-SCR-008)."""
    eis, weken = beleid.ww_gewerkte_weken.waarde, feiten.gewerkte_weken
    referte = beleid.ww_referteperiode_weken.waarde
    return Toets(
        voorwaarde="geen_recht_op_ww",
        uitkomst=Uitkomst.van(None if weken is None else weken < eis),
        grondslag=beleid.ww_gewerkte_weken.grondslag,
        feiten={"gewerkte_weken": weken, "eis_weken": eis, "referteperiode_weken": referte},
        toelichting=f"Bij {eis} of meer gewerkte weken in de laatste {referte} kan er recht op WW zijn.",
    )


def toets_iow(feiten: LoketFeiten, beleid: IntakeBeleid) -> Toets:
    """Test whether a right to IOW is out of the question (DEV-SCR-010): older than, and longer than, are strict."""
    periode = feiten.ww_periode
    grens, maanden = beleid.iow_leeftijd_maanden.waarde, beleid.iow_ww_langer_dan_maanden.waarde
    eisen: tuple[bool | None, ...] = (feiten.ww_gehad, feiten.ww_volledig_doorlopen, None, None)
    if periode is not None:
        oud_genoeg = periode.van > tel_maanden(feiten.geboortedatum, grens)
        lang_genoeg = periode.tot is None or periode.tot > tel_maanden(periode.van, maanden)
        eisen = (feiten.ww_gehad, feiten.ww_volledig_doorlopen, oud_genoeg, lang_genoeg)
    return Toets(
        voorwaarde="geen_recht_op_iow",
        uitkomst=Uitkomst.VOLDAAN if False in eisen else Uitkomst.van(None if None in eisen else False),
        grondslag=beleid.iow_leeftijd_maanden.grondslag,
        feiten={"ww_gehad": feiten.ww_gehad, "ww_volledig_doorlopen": feiten.ww_volledig_doorlopen},
        toelichting=f"IOW kan na een volledige WW van meer dan {maanden} maanden, begonnen na de leeftijd van "
        f"{grens // 12} jaar en {grens % 12} maanden.",
    )


def toets_inkomen(feiten: LoketFeiten, norm: int | None) -> Toets:
    """Test that the income is not above the norm of the meldingsdatum; exactly the norm is not above (DEV-SCR-011)."""
    inkomen = feiten.inkomen
    bekend = inkomen is not None and norm is not None
    hoogte = euro(norm) if norm is not None else "nog niet vastgesteld"
    return Toets(
        voorwaarde="inkomen_niet_boven_norm",
        uitkomst=Uitkomst.van((inkomen or 0) <= (norm or 0) if bekend else None),
        grondslag=pw("19", "1", "a"),
        feiten={"inkomen": inkomen, "norm": norm},
        toelichting=f"Met een inkomen boven de norm ({hoogte}) is dit waarschijnlijk niet het juiste loket.",
    )


def toets_studietoeslag(feiten: LoketFeiten) -> Toets:
    """Test whether the jongerenloket must look at the individuele studietoeslag (DEV-SCR-012)."""
    beide = (feiten.recht_stufi_wtos, feiten.medische_beperking)
    mogelijk = False if False in beide else None if None in beide else True
    return _geen(mogelijk, "geen_individuele_studietoeslag", "studiefinanciering of WTOS met een medische beperking")


def toets_werkvraag(inkomen: int, sociaal_minimum: int, beleid: IntakeBeleid) -> Toets:
    """Test whether a question for work gives an ambitiegesprek (DEV-SCR-005); amounts per month in eurocents."""
    grens = beleid.werkvraag_inkomensgrens_procent
    return Toets(
        voorwaarde="inkomen_binnen_grens_werkvraag",
        uitkomst=Uitkomst.van(Decimal(inkomen) * 100 <= Decimal(sociaal_minimum) * grens.waarde),
        grondslag=grens.grondslag,
        feiten={"inkomen": inkomen, "sociaal_minimum": sociaal_minimum, "grens_procent": grens.waarde},
        toelichting=f"Een ambitiegesprek kan bij een inkomen tot en met {grens.waarde} % van het sociaal minimum.",
    )


def _geen(antwoord: bool | None, voorwaarde: str, wat: str) -> Toets:
    """Make the toets that a question is answered with no."""
    zin = {True: f"Ja: {wat}; verwijs eerst door.", False: f"Nee: geen {wat}.", None: f"Nog niet gevraagd: {wat}."}
    return Toets(
        voorwaarde=voorwaarde,
        uitkomst=Uitkomst.van(None if antwoord is None else not antwoord),
        grondslag=_VOORLIGGEND if voorwaarde.startswith("voorliggend") else _LOKET,
        feiten={"antwoord": antwoord},
        toelichting=zin[antwoord],
    )


def _wat(voorziening: Voorziening) -> str:
    return _VERWIJZING[f"voorliggend_{voorziening}"][1]
