"""The conditions of a besluit about the taaleis on its course: level, willingness, terms and tests."""

from __future__ import annotations

from datetime import date

from app.domain.kern.bouw import maak_toets
from app.domain.kern.termijnen import wettelijke_termijn
from app.domain.kern.toets import Toets
from app.domain.taaleis.beleid import TaaleisBeleid
from app.domain.taaleis.berekening import fase_bij_ingang
from app.domain.taaleis.fasen import begin_fase, respijt
from app.domain.taaleis.feiten import TaaleisFeiten, Toetsafname
from app.domain.taaleis.grondslagen import BEREID, HANDBOEK, NIEUWE_TOETS, TAALEIS
from app.domain.taaleis.status import Taalstatus

VORDERING = "voortgang"


def toets_niveau(feiten: TaaleisFeiten, beleid: TaaleisBeleid) -> Toets:
    """Test that a taaltest shows that 1F is not met; without one it is open (DEV-TAA-501, DEV-TAA-502)."""
    vast = None if feiten.vastgesteld_op is None else True
    mist = False if feiten.status is Taalstatus.VOLDOET else vast
    zin = f"Een taaltest van alle vijf de vaardigheden liet zien dat de klant {beleid.niveau.waarde} niet haalt."
    gezien = {"vastgesteld_op": feiten.vastgesteld_op, "status": feiten.status.value}
    nee = "De klant voldoet al aan de taaleis; dan geldt deze plicht niet."
    open_ = "Er is nog geen taaltest waarmee vaststaat dat de klant het niveau niet haalt; laat die afnemen."
    return maak_toets("niveau_niet_gehaald", mist, beleid.niveau.grondslag, gezien, zin, nee, open_)


def toets_niet_ontheven(feiten: TaaleisFeiten) -> Toets:
    """Test that there is no ontheffing (DEV-TAA-508)."""
    zin = "De klant heeft geen ontheffing van de taaleis."
    nee = "De klant heeft een ontheffing van de taaleis."
    return maak_toets(
        "niet_ontheven", feiten.ontheven_op is None, TAALEIS, {"ontheven_op": feiten.ontheven_op}, zin, nee
    )


def toets_niet_bereid(feiten: TaaleisFeiten) -> Toets:
    """Test that no bereidverklaring holds; one on the last day of the month is in time (DEV-TAA-510, DEV-TAA-519)."""
    sinds = feiten.bereid_sinds
    zin = "De klant heeft zich niet bereid verklaard om Nederlands te leren."
    nee = "De klant heeft zich bereid verklaard om Nederlands te leren."
    return maak_toets("niet_bereid", sinds is None, BEREID, {"bereid_sinds": sinds}, zin, nee)


def toets_besproken(feiten: TaaleisFeiten) -> Toets:
    """Test that what stands in the way, and what would fit, was talked over (DEV-TAA-507)."""
    open_ = feiten.niet_besproken
    zin = "Omstandigheden, belemmeringen, mogelijkheden en bereidheid zijn met de klant besproken."
    nee = "Nog niet alles is met de klant besproken; vul de open vragen van het kennismakingsgesprek in."
    return maak_toets("besproken", not open_, HANDBOEK, {"zonder_antwoord": open_}, zin, nee)


def toets_op_tijd(feiten: TaaleisFeiten, beleid: TaaleisBeleid, peildatum: date) -> Toets:
    """Test that the klant is told within eight weeks of the result; shown, it stops nothing."""
    norm, vast = beleid.kennisgeving_weken, feiten.vastgesteld_op
    tot = None if vast is None else wettelijke_termijn("kennisgeving", norm.grondslag, vast, weken=norm.waarde).einde
    zin = f"De kennisgeving is er binnen {norm.waarde} weken na de uitslag van de taaltest."
    op_tijd = None if tot is None else peildatum <= tot
    nee = f"De kennisgeving is er niet binnen {norm.waarde} weken na de uitslag; stuur haar zo snel mogelijk."
    open_ = "De uitslag van de taaltest is nog niet bekend."
    return maak_toets("kennisgeving_op_tijd", op_tijd, norm.grondslag, {"uiterlijk": tot}, zin, nee, open_)


def toets_kennisgeving(feiten: TaaleisFeiten) -> Toets:
    """Test that the formal inspanningsverplichting was sent (DEV-TAA-511)."""
    op = feiten.kennisgeving_op
    zin = "De inspanningsverplichting is met een beschikking opgelegd en verzonden."
    nee = "De inspanningsverplichting is nog niet met een beschikking verzonden; doe dat eerst."
    return maak_toets("inspanningsverplichting_verzonden", op is not None, HANDBOEK, {"verzonden_op": op}, zin, nee)


def toets_respijt(feiten: TaaleisFeiten, beleid: TaaleisBeleid, peildatum: date) -> Toets:
    """Test that the month to declare willingness is over (DEV-TAA-511, DEV-TAA-519)."""
    tot = None if feiten.ronde is None else respijt(feiten.ronde, beleid).einde
    zin = "De klant had tot en met een maand na vaststelling en kennisgeving om zich bereid te verklaren."
    voorbij = None if tot is None else peildatum > tot
    nee = "De klant heeft nog tijd om zich bereid te verklaren; wacht die termijn af."
    open_ = "De termijn is nog niet begonnen: de vaststelling of de kennisgeving ontbreekt."
    return maak_toets(
        "respijt_voorbij", voorbij, beleid.respijt_maanden.grondslag, {"tot_en_met": tot}, zin, nee, open_
    )


def _nieuwe_test(feiten: TaaleisFeiten, beleid: TaaleisBeleid, peildatum: date) -> tuple[bool, Toetsafname | None]:
    """Return whether a step needs a new toets, and the last one taken since the phase before began."""
    nummer, ronde = fase_bij_ingang(feiten, beleid, peildatum), feiten.ronde
    if not nummer or ronde is None:
        return False, None
    sinds = max(begin_fase(nummer - 1, ronde, beleid), ronde.vaststelling)
    nieuw = [test for test in feiten.tests if sinds < test.datum <= peildatum and test.haalt_niveau is not None]
    return True, (nieuw[-1] if nieuw else None)


def toets_nieuwe_test(feiten: TaaleisFeiten, beleid: TaaleisBeleid, peildatum: date) -> Toets:
    """Test for a new toets before a step to a heavier phase; without one a person decides (Participatiewet 18b, 13)."""
    nodig, test = _nieuwe_test(feiten, beleid, peildatum)
    zin = "Voor de stap naar een zwaardere fase is een nieuwe taaltest afgenomen."
    if not nodig:
        zin = "Deze verlaging is geen stap naar een zwaardere fase; een nieuwe taaltest is niet nodig."
    in_orde = True if test is not None or not nodig else None
    gezien = {"nodig": nodig, "afgenomen_op": test.datum if test else None}
    nee = "Voor de stap naar een zwaardere fase ontbreekt een nieuwe taaltest; laat die afnemen."
    return maak_toets("nieuwe_toets", in_orde, NIEUWE_TOETS, gezien, zin, nee)


def toets_voortgang(feiten: TaaleisFeiten, beleid: TaaleisBeleid, peildatum: date) -> Toets:
    """Test that the new toets shows too little progress; enough progress leaves no room for a step (18b, 13)."""
    nodig, test = _nieuwe_test(feiten, beleid, peildatum)
    genoeg = test.voortgang_voldoende if test else None
    te_weinig = True if not nodig else None if genoeg is None else not genoeg
    zin = "De nieuwe taaltest laat onvoldoende voortgang zien."
    if not nodig:
        zin = "Deze verlaging is geen stap naar een zwaardere fase; voortgang is niet aan de orde."
    nee = "De nieuwe taaltest laat genoeg voortgang zien; de verlaging gaat niet omhoog."
    open_ = "Nog niet vastgelegd is of de nieuwe taaltest genoeg voortgang laat zien."
    return maak_toets(
        VORDERING, te_weinig, NIEUWE_TOETS, {"nodig": nodig, "voortgang_voldoende": genoeg}, zin, nee, open_
    )
