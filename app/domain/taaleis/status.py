"""Status: whether the taaleis is met, unknown, an obligation to make an effort, or waived (DEV-TAA-501)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.kern.bouw import maak_toets
from app.domain.kern.toets import Toets, Uitkomst
from app.domain.taaleis.beleid import TaaleisBeleid
from app.domain.taaleis.dossier import Taaldossier, haalt_niveau
from app.domain.taaleis.feit import Bewijssoort, Checkuitkomst, Taalbewijs, Taalcheck, Taaltestaanmelding, Taalvermoeden
from app.domain.taaleis.grondslagen import HANDBOEK, TAALEIS


class Taalstatus(StrEnum):
    """The status of a klant."""

    VOLDOET = "voldoet"
    ONBEKEND = "onbekend"
    INSPANNINGSVERPLICHTING = "inspanningsverplichting"
    ONTHEVEN = "ontheven"


class Taaloordeel(BaseModel):
    """The status with the conditions that were looked at; ``voldoet_sinds`` is when 1F was first shown."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    status: Taalstatus
    toetsen: tuple[Toets, ...]
    voldoet_sinds: date | None = None


def bepaal_status(dossier: Taaldossier, beleid: TaaleisBeleid) -> Taaloordeel:
    """Return the status; what no fact shows is unknown, never assumed (DEV-TAA-501, DEV-TAA-502)."""
    toetsen = (toets_bewijs(dossier, beleid), toets_test(dossier, beleid), toets_ontheffing(dossier))
    bewijs, test, ontheffing = (toets.uitkomst for toets in toetsen)
    if Uitkomst.VOLDAAN in (bewijs, test):
        return Taaloordeel(status=Taalstatus.VOLDOET, toetsen=toetsen, voldoet_sinds=voldoet_sinds(dossier, beleid))
    if ontheffing is Uitkomst.VOLDAAN:
        return Taaloordeel(status=Taalstatus.ONTHEVEN, toetsen=toetsen)
    plicht = test is Uitkomst.NIET_VOLDAAN
    return Taaloordeel(status=Taalstatus.INSPANNINGSVERPLICHTING if plicht else Taalstatus.ONBEKEND, toetsen=toetsen)


def is_bewijs(bewijs: Taalbewijs, beleid: TaaleisBeleid) -> bool:
    """Tell whether this shows command of Dutch; exactly eight years of schooling is enough (DEV-TAA-502)."""
    return bewijs.bewijs is not Bewijssoort.ONDERWIJS or (bewijs.jaren or 0) >= beleid.onderwijs_jaren.waarde


def voldoet_sinds(dossier: Taaldossier, beleid: TaaleisBeleid) -> date | None:
    """Return the first day on which command of Dutch was shown by what still counts."""
    dagen = [bewijs.datum for _, bewijs in dossier.van(Taalbewijs) if is_bewijs(bewijs, beleid)]
    dagen += [check.datum for _, check in dossier.van(Taalcheck) if check.uitkomst is Checkuitkomst.VOLDOET]
    vastgesteld = dossier.vastgesteld
    dagen += [
        test.datum
        for _, test in dossier.tests
        if haalt_niveau(test) and not (vastgesteld and test.datum < vastgesteld[1])
    ]
    return min(dagen, default=None)


def toets_bewijs(dossier: Taaldossier, beleid: TaaleisBeleid) -> Toets:
    """Test for evidence, or that command showed in another way; its absence proves nothing (DEV-TAA-502)."""
    eis = beleid.onderwijs_jaren
    bewijzen = [bewijs for _, bewijs in dossier.van(Taalbewijs)]
    goed = [bewijs.bewijs.value for bewijs in bewijzen if is_bewijs(bewijs, beleid)]
    check = dossier.laatste(Taalcheck)
    if check and check[1].uitkomst is Checkuitkomst.VOLDOET and dossier.vastgesteld is None:
        goed.append(check[1].moment.value)
    jaren = max((bewijs.jaren for bewijs in bewijzen if bewijs.jaren is not None), default=None)
    zin = (
        f"De klant beheerst het Nederlands aantoonbaar: {eis.waarde} jaar Nederlandstalig onderwijs, "
        "de inburgering, een ander document, of het bleek in het gesprek."
    )
    gezien = {"jaren_onderwijs": jaren, "bewijs": tuple(goed)}
    nee = "Nog niet is aangetoond dat de klant het Nederlands beheerst."
    return maak_toets("taal_aangetoond", True if goed else None, eis.grondslag, gezien, zin, nee)


def toets_test(dossier: Taaldossier, beleid: TaaleisBeleid) -> Toets:
    """Test the last taaltest: all five skills at 1F; undetermined without a complete one (DEV-TAA-502)."""
    volledig = [(test, uitkomst) for _, test in dossier.tests if (uitkomst := haalt_niveau(test)) is not None]
    test, uitkomst = volledig[-1] if volledig else (None, None)
    zin = f"De klant haalt in de taaltest op alle vijf de vaardigheden niveau {beleid.niveau.waarde}."
    gezien = {"afgenomen_op": test.datum if test else None, "uitslag_op": test.uitslag_op if test else None}
    nee = f"De klant haalt in de taaltest niet op alle vijf de vaardigheden niveau {beleid.niveau.waarde}."
    open_ = "Er is nog geen volledige taaltest."
    return maak_toets("taaltest_op_niveau", uitkomst, beleid.niveau.grondslag, gezien, zin, nee, open_)


def toets_ontheffing(dossier: Taaldossier) -> Toets:
    """Test for a formal ontheffing (DEV-TAA-508)."""
    ontheven = dossier.ontheven
    zin = "De klant heeft een formele ontheffing van de taaleis."
    gezien = {"verzonden_op": ontheven.verzonden_op if ontheven else None}
    nee = "De klant heeft geen formele ontheffing van de taaleis."
    return maak_toets("ontheffing", ontheven is not None, TAALEIS, gezien, zin, nee)


def vermoeden_sinds(dossier: Taaldossier) -> tuple[str, date] | None:
    """Return since when there is a reasonable suspicion: a check that showed no command, or a suspicion itself."""
    checks = [(nr, c.datum) for nr, c in dossier.van(Taalcheck) if c.uitkomst is not Checkuitkomst.VOLDOET]
    vermoedens = [(nr, vermoeden.datum) for nr, vermoeden in dossier.van(Taalvermoeden)]
    return min((*checks, *vermoedens), key=lambda paar: paar[1], default=None)


def toets_aangemeld(dossier: Taaldossier) -> Toets:
    """Test that who may not meet the taaleis is referred for a taaltest (DEV-TAA-504)."""
    sinds = vermoeden_sinds(dossier)
    aangemeld = dossier.laatste(Taaltestaanmelding)
    klaar = sinds is None or aangemeld is not None or bool(dossier.tests)
    zin = "Staat niet vast of de klant het niveau haalt, dan is de klant aangemeld voor een taaltest."
    nee = "Niet vaststaat of de klant het niveau haalt; meld de klant aan voor een taaltest."
    return maak_toets("taaltest_aangemeld", klaar, HANDBOEK, {"vermoeden_sinds": sinds[1] if sinds else None}, zin, nee)


class Taalvraag(StrEnum):
    """What a plan and a conversation must deal with: the effort itself, or getting clarity (DEV-TAA-505, -514)."""

    PLICHT = "taaleis_plicht"
    DUIDELIJKHEID = "taaleis_onbekend"


def vraagt(dossier: Taaldossier, oordeel: Taaloordeel) -> Taalvraag | None:
    """Return what is asked; nothing as long as nobody has reason to doubt somebody's Dutch."""
    if oordeel.status is Taalstatus.INSPANNINGSVERPLICHTING:
        return Taalvraag.PLICHT
    onduidelijk = oordeel.status is Taalstatus.ONBEKEND and vermoeden_sinds(dossier) is not None
    return Taalvraag.DUIDELIJKHEID if onduidelijk else None
