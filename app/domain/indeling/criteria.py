"""The criteria of the four klantgroepen: by the possibility to work and the term, not by belemmeringen."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.feiten import IndelingFeiten, Potentieel
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import Grondslag, productenboek
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Feit, Toets, Uitkomst

_FACILITEREN = productenboek("5.2")
_ZORGEN = productenboek("6.2.1")


def criteria(feiten: IndelingFeiten, beleid: IndelingBeleid) -> Mapping[Klantgroep, tuple[Toets, ...]]:
    """Return per klantgroep its criteria: met, not met or undetermined (DEV-KGR-003 to DEV-KGR-006, 501, 502)."""
    langer = termijn_langer_dan_groeien(feiten, beleid)
    return {
        Klantgroep.MATCHEN: (termijn_matchen(feiten, beleid),),
        Klantgroep.GROEIEN: (termijn_groeien(feiten, beleid), ontwikkeling_groeien(feiten)),
        Klantgroep.FACILITEREN: (langer, *criteria_faciliteren(feiten)),
        Klantgroep.ZORGEN: (langer, *criteria_zorgen(feiten)),
    }


def termijn_matchen(feiten: IndelingFeiten, beleid: IndelingBeleid) -> Toets:
    """Test for work within six months; exactly six is Matchen (DEV-KGR-003)."""
    grens = beleid.matchen_max_maanden
    termijn = feiten.verwachte_termijn_maanden
    binnen = None if termijn is None else termijn != "geen" and termijn <= grens.waarde
    zin = f"Met onze inzet is werk binnen {grens.waarde} maanden mogelijk."
    return maak_toets("werk_binnen_termijn_matchen", binnen, grens.grondslag, {"termijn": termijn}, zin)


def termijn_groeien(feiten: IndelingFeiten, beleid: IndelingBeleid) -> Toets:
    """Test for work after more than six months and within three years; exactly three years counts (DEV-KGR-004)."""
    onder, boven = beleid.matchen_max_maanden.waarde, beleid.groeien_max_maanden
    termijn = feiten.verwachte_termijn_maanden
    binnen = None if termijn is None else termijn != "geen" and onder < termijn <= boven.waarde
    zin = f"Er is meer dan {onder} en hoogstens {boven.waarde} maanden inzet nodig om naar werk te groeien."
    return maak_toets("werk_binnen_termijn_groeien", binnen, boven.grondslag, {"termijn": termijn}, zin)


def ontwikkeling_groeien(feiten: IndelingFeiten) -> Toets:
    """Test for potential to develop (DEV-KGR-902).

    Who is expected to work within the term grows towards it, so a known term speaks for it until it is recorded that
    there is none.
    """
    gezien, termijn = feiten.ontwikkelpotentieel, feiten.verwachte_termijn_maanden
    afgeleid = None if termijn is None else termijn != "geen"
    aanwezig = afgeleid if gezien is None else gezien is not Potentieel.GEEN
    zin = "Er is ontwikkelpotentieel om naar werk te groeien."
    feit: dict[str, Feit] = {"ontwikkelpotentieel": gezien, "volgt_uit_termijn": gezien is None and bool(afgeleid)}
    return maak_toets("ontwikkelpotentieel_groeien", aanwezig, Klantgroep.GROEIEN.begrip, feit, zin)


def alleen_handmatig(feiten: IndelingFeiten, beleid: IndelingBeleid) -> bool:
    """Tell whether there is potential to work, but not within three years: no definition fits (DEV-KGR-902)."""
    langer = termijn_langer_dan_groeien(feiten, beleid).uitkomst is Uitkomst.VOLDAAN
    return langer and feiten.arbeidspotentieel in (Potentieel.WEINIG, Potentieel.VOLDOENDE)


def termijn_langer_dan_groeien(feiten: IndelingFeiten, beleid: IndelingBeleid) -> Toets:
    """Test that work within three years is out of reach, or no term can be given (DEV-KGR-005, DEV-KGR-006)."""
    grens = beleid.groeien_max_maanden
    termijn = feiten.verwachte_termijn_maanden
    langer = None if termijn is None else termijn == "geen" or termijn > grens.waarde
    zin = f"Ook met onze inzet is werk niet binnen {grens.waarde} maanden mogelijk."
    return maak_toets("werk_niet_binnen_termijn", langer, grens.grondslag, {"termijn": termijn}, zin)


def criteria_faciliteren(feiten: IndelingFeiten) -> tuple[Toets, ...]:
    """Test the four facts of Faciliteren, all needed (DEV-KGR-501)."""
    potentieel = geen_arbeidspotentieel(feiten, _FACILITEREN)
    return potentieel, hoogstens_weinig_ontwikkeling(feiten), motivatie(feiten), mogelijkheden(feiten)


def criteria_zorgen(feiten: IndelingFeiten) -> tuple[Toets, ...]:
    """Test Zorgen: no potential, and motivation or possibilities missing (DEV-KGR-502).

    Who has little potential but no motivation fits neither definition to the letter; the reading is Zorgen.
    """
    ontwikkeling = feiten.ontwikkelpotentieel
    beperkt = None if ontwikkeling is None else ontwikkeling is not Potentieel.VOLDOENDE
    zin = "Er is geen ontwikkeling naar werk te verwachten."
    if ontwikkeling is Potentieel.WEINIG:
        zin = "Er is weinig ontwikkeling naar werk te verwachten: let op, naar de letter vraagt Zorgen dat er geen is."
    return (
        geen_arbeidspotentieel(feiten, _ZORGEN),
        maak_toets("geen_ontwikkelpotentieel", beperkt, _ZORGEN, {"ontwikkelpotentieel": ontwikkeling}, zin),
        bijdrage_ontbreekt(feiten),
    )


def geen_arbeidspotentieel(feiten: IndelingFeiten, grondslag: Grondslag) -> Toets:
    """Test that there is no potential for work."""
    potentieel = feiten.arbeidspotentieel
    geen = None if potentieel is None else potentieel is Potentieel.GEEN
    zin = "Er is geen arbeidspotentieel."
    return maak_toets("geen_arbeidspotentieel", geen, grondslag, {"arbeidspotentieel": potentieel}, zin)


def hoogstens_weinig_ontwikkeling(feiten: IndelingFeiten) -> Toets:
    """Test that there is no or little potential to grow towards work."""
    gezien = feiten.ontwikkelpotentieel
    beperkt = None if gezien is None else gezien is not Potentieel.VOLDOENDE
    naam, zin = "hoogstens_weinig_ontwikkelpotentieel", "Er is geen of weinig ontwikkeling naar werk te verwachten."
    return maak_toets(naam, beperkt, _FACILITEREN, {"ontwikkelpotentieel": gezien}, zin)


def motivatie(feiten: IndelingFeiten) -> Toets:
    """Test the motivation to contribute."""
    wil = feiten.wil_bijdragen
    zin = "De klant wil bijdragen met vrijwilligerswerk of mantelzorg, of doet dat al."
    return maak_toets("motivatie_bijdrage", wil, _FACILITEREN, {"motivatie": wil}, zin)


def mogelijkheden(feiten: IndelingFeiten) -> Toets:
    """Test the possibilities to contribute."""
    kan = feiten.kan_bijdragen
    zin = "De klant kan bijdragen met vrijwilligerswerk of mantelzorg, of doet dat al."
    return maak_toets("mogelijkheden_bijdrage", kan, _FACILITEREN, {"mogelijkheden": kan}, zin)


def bijdrage_ontbreekt(feiten: IndelingFeiten) -> Toets:
    """Test that the motivation or the possibilities to contribute are recorded as missing."""
    wil, kan = feiten.wil_bijdragen, feiten.kan_bijdragen
    ontbreekt = True if False in (wil, kan) else None if None in (wil, kan) else False
    zin = "De klant kan of wil niet bijdragen met vrijwilligerswerk of mantelzorg."
    return maak_toets("bijdrage_ontbreekt", ontbreekt, _ZORGEN, {"motivatie": wil, "mogelijkheden": kan}, zin)
