"""Conditions on a decision on bezwaar: admissible, heard, by somebody else, never to the klant's harm, with reasons."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.domain.bezwaar.beleid import BezwaarBeleid
from app.domain.bezwaar.feiten import BezwaarFeiten, Bezwaaruitkomst, RedenNietHoren
from app.domain.bezwaar.termijnen import op_tijd
from app.domain.kern.grondslag import Grondslag, awb
from app.domain.kern.toets import Feit, Toets, Uitkomst, alle_voldaan

_ALLEEN_BIJ: Final[dict[RedenNietHoren, Bezwaaruitkomst]] = {
    RedenNietHoren.KENNELIJK_NIET_ONTVANKELIJK: Bezwaaruitkomst.NIET_ONTVANKELIJK,
    RedenNietHoren.KENNELIJK_ONGEGROND: Bezwaaruitkomst.ONGEGROND,
    RedenNietHoren.VOLLEDIG_TEGEMOETGEKOMEN: Bezwaaruitkomst.HERROEPEN,
}


def _toets(code: str, uitkomst: bool | None, grondslag: Grondslag, *zinnen: str, **feiten: Feit) -> Toets:
    soort = Uitkomst.van(uitkomst)
    nummer = (Uitkomst.VOLDAAN, Uitkomst.NIET_VOLDAAN, Uitkomst.ONBEPAALD).index(soort)
    return Toets(voorwaarde=code, uitkomst=soort, grondslag=grondslag, feiten=feiten, toelichting=zinnen[nummer])


def toets_op_tijd(feiten: BezwaarFeiten, beleid: BezwaarBeleid) -> Toets:
    """Ask that the bezwaar came in time, or that being late is not to blame on who made it (Awb 6:7 to 6:11)."""
    tijdig = op_tijd(feiten.bezwaar_tot_en_met, feiten.ontvangen_op, feiten.verstuurd_op, beleid)
    return _toets(
        "bezwaar_op_tijd",
        True if tijdig else feiten.verschoonbaar,
        awb("6:7") if tijdig else awb("6:11"),
        "Het bezwaar is op tijd." if tijdig else "Het bezwaar is te laat, maar dat is de indiener niet te verwijten.",
        "Het bezwaar is te laat en daarvoor is geen goede reden.",
        "Het bezwaar is te laat; nog niet beoordeeld is of dat de indiener te verwijten is.",
        tot_en_met=feiten.bezwaar_tot_en_met,
        ontvangen_op=feiten.ontvangen_op,
        verschoonbaar=feiten.verschoonbaar,
    )


def toets_gronden(feiten: BezwaarFeiten, peildatum: date) -> Toets:
    """Ask for the grounds; without a term to add them nobody is turned away (Awb 6:5, 6:6)."""
    voorbij = feiten.hersteld_tot is not None and feiten.hersteld_tot < peildatum
    return _toets(
        "gronden_gegeven",
        True if feiten.gronden else (False if voorbij else None),
        awb("6:5", "1", "d") if feiten.gronden else awb("6:6"),
        "In het bezwaar staat waarom de indiener het niet eens is met het besluit.",
        "De gronden ontbreken, en zijn ook binnen de gegeven termijn niet gekomen.",
        "De gronden ontbreken; geef eerst een termijn om ze aan te vullen, of wacht die af.",
        hersteld_tot=feiten.hersteld_tot,
    )


def toets_belang(feiten: BezwaarFeiten) -> Toets:
    """Ask that there is still a besluit to object to."""
    return _toets(
        "besluit_staat_nog",
        feiten.besluit_staat,
        awb("6:19"),
        "Het besluit geldt nog.",
        "Het besluit is al ingetrokken.",
    )


def toets_gehoord(feiten: BezwaarFeiten) -> Toets:
    """Ask for the hearing, or for an exception that fits the outcome (Awb 7:2, 7:3)."""
    reden = feiten.reden_niet_horen
    past = reden is None or _ALLEEN_BIJ.get(reden, feiten.uitkomst) is feiten.uitkomst
    zonder = "De indiener is niet gehoord, en die reden past niet bij deze uitkomst."
    return _toets(
        "gehoord_in_bezwaar",
        None if feiten.gehoord is None else feiten.gehoord or (reden is not None and past),
        awb("7:2") if feiten.gehoord else awb("7:3"),
        "De indiener is gehoord." if feiten.gehoord else "Er is een reden om niet te horen.",
        zonder if reden else "De indiener is niet gehoord en de reden ontbreekt.",
        "De indiener is nog niet gehoord.",
        gehoord_op=feiten.gehoord_op,
        reden=reden,
    )


def toets_ander(feiten: BezwaarFeiten) -> Toets:
    """Refuse that who decided, advised or checked also reconsiders (Awb 7:5, 10:3)."""
    return _toets(
        "heroverweging_door_ander",
        None if feiten.besluiter is None else feiten.besluiter not in feiten.betrokken,
        awb("10:3", "3"),
        "De heroverweging is door iemand die niet bij het besluit betrokken was.",
        "Wie over het besluit adviseerde, besliste of het toetste, beslist niet op het bezwaar.",
        "Nog niet bekend is wie beslist.",
        besluiter=feiten.besluiter,
    )


def toets_uitkomst(feiten: BezwaarFeiten, toelaatbaar: tuple[Toets, ...]) -> Toets:
    """Ask that a bezwaar is turned away only for a reason to do so, and judged only when it may be judged."""
    weg = feiten.uitkomst is Bezwaaruitkomst.NIET_ONTVANKELIJK
    mag = any(toets.uitkomst is Uitkomst.NIET_VOLDAAN for toets in toelaatbaar) if weg else alle_voldaan(toelaatbaar)
    return _toets(
        "uitkomst_past",
        mag,
        awb("6:6") if weg else awb("7:11"),
        "De uitkomst past bij de beoordeling van termijn en gronden.",
        "Het bezwaar is ontvankelijk; beoordeel het." if weg else "Het bezwaar kan niet inhoudelijk worden beoordeeld.",
        gekozen=feiten.uitkomst,
    )


def toets_niet_zwaarder(feiten: BezwaarFeiten) -> Toets:
    """Refuse that a klant is worse off by having objected (Awb 7:11)."""
    hoger = feiten.procent is not None and any(r.procent is not None and feiten.procent > r.procent for r in feiten.oud)
    langer = feiten.maanden is not None and feiten.maanden > len(feiten.oud)
    return _toets(
        "niet_ten_nadele",
        not (hoger or langer),
        awb("7:11"),
        "De klant wordt door het bezwaar niet slechter af.",
        "De beslissing op bezwaar mag niet zwaarder zijn dan het besluit.",
        procent=feiten.procent,
        maanden=feiten.maanden,
    )


def toets_verschil(feiten: BezwaarFeiten, anders: bool) -> Toets:
    """Ask that a change changes something, with a percentage only where the norm is known."""
    rekenbaar = feiten.procent is None or all(regel.norm for regel in feiten.oud)
    return _toets(
        "iets_verandert",
        anders and rekenbaar,
        awb("7:11", "2"),
        "Het besluit verandert.",
        "Hiermee verandert er niets aan de bedragen.",
    )


def toets_gemotiveerd(feiten: BezwaarFeiten) -> Toets:
    """Ask for the reasons (Awb 7:12)."""
    return _toets(
        "bezwaar_gemotiveerd",
        feiten.gemotiveerd,
        awb("7:12", "1"),
        "De beslissing is gemotiveerd.",
        "De motivering ontbreekt.",
    )
