"""The conditions of a besluit about the taaleis, each with its article."""

from __future__ import annotations

from datetime import date

from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import Grondslag, pw
from app.domain.kern.termijnen import wettelijke_termijn
from app.domain.kern.toets import Toets
from app.domain.taaleis.beleid import TaaleisBeleid
from app.domain.taaleis.berekening import einde_per, fase_bij_ingang, ingang
from app.domain.taaleis.fasen import begin_fase, bij_stoppen, respijt
from app.domain.taaleis.feiten import Ontheffingsgrond, TaaleisFeiten, Taalverwijt, Toetsafname
from app.domain.taaleis.grondslagen import BEREID, DRINGEND, HANDBOEK, HOREN, NIEUWE_TOETS, TAALEIS, TOETSING
from app.domain.taaleis.status import Taalstatus

VERWIJT, DRINGENDE_REDENEN, VORDERING, STOP_TELT = "verwijtbaar", "geen_dringende_redenen", "voortgang", "stop_telt"


def toets_niveau(feiten: TaaleisFeiten, beleid: TaaleisBeleid) -> Toets:
    """Test that a taaltest shows that 1F is not met; without one it is open (DEV-TAA-501, DEV-TAA-502)."""
    vast = None if feiten.vastgesteld_op is None else True
    mist = False if feiten.status is Taalstatus.VOLDOET else vast
    zin = f"Een taaltest van alle vijf de vaardigheden liet zien dat de klant {beleid.niveau.waarde} niet haalt."
    gezien = {"vastgesteld_op": feiten.vastgesteld_op, "status": feiten.status.value}
    return maak_toets("niveau_niet_gehaald", mist, beleid.niveau.grondslag, gezien, zin)


def toets_niet_ontheven(feiten: TaaleisFeiten) -> Toets:
    """Test that there is no ontheffing (DEV-TAA-508)."""
    zin = "De klant heeft geen ontheffing van de taaleis."
    return maak_toets("niet_ontheven", feiten.ontheven_op is None, TAALEIS, {"ontheven_op": feiten.ontheven_op}, zin)


def toets_niet_bereid(feiten: TaaleisFeiten) -> Toets:
    """Test that no bereidverklaring holds; one on the last day of the month is in time (DEV-TAA-510, DEV-TAA-519)."""
    sinds = feiten.bereid_sinds
    zin = "De klant heeft zich niet bereid verklaard om Nederlands te leren."
    return maak_toets("niet_bereid", sinds is None, BEREID, {"bereid_sinds": sinds}, zin)


def toets_besproken(feiten: TaaleisFeiten) -> Toets:
    """Test that what stands in the way, and what would fit, was talked over (DEV-TAA-507)."""
    open_ = feiten.niet_besproken
    zin = "Omstandigheden, belemmeringen, mogelijkheden en bereidheid zijn met de klant besproken."
    return maak_toets("besproken", not open_, HANDBOEK, {"zonder_antwoord": open_}, zin)


def toets_op_tijd(feiten: TaaleisFeiten, beleid: TaaleisBeleid, peildatum: date) -> Toets:
    """Test that the klant is told within eight weeks of the result; shown, it stops nothing."""
    norm, vast = beleid.kennisgeving_weken, feiten.vastgesteld_op
    tot = None if vast is None else wettelijke_termijn("kennisgeving", norm.grondslag, vast, weken=norm.waarde).einde
    zin = f"De kennisgeving is er binnen {norm.waarde} weken na de uitslag van de taaltest."
    op_tijd = None if tot is None else peildatum <= tot
    return maak_toets("kennisgeving_op_tijd", op_tijd, norm.grondslag, {"uiterlijk": tot}, zin)


def toets_kennisgeving(feiten: TaaleisFeiten) -> Toets:
    """Test that the formal inspanningsverplichting was sent (DEV-TAA-511)."""
    op = feiten.kennisgeving_op
    zin = "De inspanningsverplichting is met een beschikking opgelegd en verzonden."
    return maak_toets("inspanningsverplichting_verzonden", op is not None, HANDBOEK, {"verzonden_op": op}, zin)


def toets_respijt(feiten: TaaleisFeiten, beleid: TaaleisBeleid, peildatum: date) -> Toets:
    """Test that the month to declare willingness is over (DEV-TAA-511, DEV-TAA-519)."""
    tot = None if feiten.ronde is None else respijt(feiten.ronde, beleid).einde
    zin = "De klant had tot en met een maand na vaststelling en kennisgeving om zich bereid te verklaren."
    voorbij = None if tot is None else peildatum > tot
    return maak_toets("respijt_voorbij", voorbij, beleid.respijt_maanden.grondslag, {"tot_en_met": tot}, zin)


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
    in_orde = True if test is not None or not nodig else None
    gezien = {"nodig": nodig, "afgenomen_op": test.datum if test else None}
    return maak_toets("nieuwe_toets", in_orde, NIEUWE_TOETS, gezien, zin)


def toets_voortgang(feiten: TaaleisFeiten, beleid: TaaleisBeleid, peildatum: date) -> Toets:
    """Test that the new toets shows too little progress; enough progress leaves no room for a step (18b, 13)."""
    nodig, test = _nieuwe_test(feiten, beleid, peildatum)
    genoeg = test.voortgang_voldoende if test else None
    te_weinig = True if not nodig else None if genoeg is None else not genoeg
    zin = "De nieuwe taaltest laat onvoldoende voortgang zien."
    return maak_toets(VORDERING, te_weinig, NIEUWE_TOETS, {"nodig": nodig, "voortgang_voldoende": genoeg}, zin)


def toets_verwijt(feiten: TaaleisFeiten) -> Toets:
    """Test that somebody can be blamed; lacking every form of blame there is no verlaging (DEV-TAA-522)."""
    weging = feiten.weging
    gewogen = weging.verwijt is not None and weging.verwijt_gemotiveerd
    zin = "Het is de klant te verwijten; ontbreekt elk verwijt, overweeg dan een ontheffing."
    uitkomst = weging.verwijt is Taalverwijt.AANWEZIG if gewogen else None
    return maak_toets(VERWIJT, uitkomst, BEREID, {"verwijt": weging.verwijt, "gemotiveerd": gewogen}, zin)


def toets_dringend(feiten: TaaleisFeiten) -> Toets:
    """Test that there are no dringende redenen against it (Participatiewet 18b, 7)."""
    weging = feiten.weging
    gewogen = weging.dringende_redenen is not None and weging.dringende_redenen_gemotiveerd
    zin = "Er zijn geen dringende redenen om van de verlaging af te zien."
    uitkomst = not weging.dringende_redenen if gewogen else None
    gezien = {"dringende_redenen": weging.dringende_redenen, "gemotiveerd": gewogen}
    return maak_toets(DRINGENDE_REDENEN, uitkomst, DRINGEND, gezien, zin)


def toets_gehoord(feiten: TaaleisFeiten) -> Toets:
    """Test that the klant was heard, or that it is said why not (Awb 4:8, 4:12)."""
    op, reden = feiten.weging.gehoord_op, feiten.weging.reden_niet_horen
    zin = "De klant kon zijn zienswijze geven, of er staat waarom dat niet hoefde."
    return maak_toets("gehoord", op is not None or bool(reden), HOREN, {"gehoord_op": op, "reden": reden}, zin)


def toets_norm(feiten: TaaleisFeiten, peildatum: date) -> Toets:
    """Test that the bijstandsnorm of the first month is known: an amount is never guessed."""
    maand = ingang(peildatum)
    zin = f"De bijstandsnorm van {datum_voluit(maand)} is bekend."
    return maak_toets("norm_bekend", True if feiten.norm(maand) else None, TAALEIS, {"maand": maand}, zin)


def toets_nog_niet_verlaagd(feiten: TaaleisFeiten) -> Toets:
    """Test that no other verlaging for the taaleis stands on the first month: one percentage, never two."""
    al = feiten.al_verlaagd
    zin = "Er loopt in deze maand nog geen verlaging om de taaleis."
    return maak_toets("nog_niet_verlaagd", not al, TAALEIS, {"al_verlaagd": al}, zin)


def toets_bijstand(feiten: TaaleisFeiten) -> Toets:
    """Test that the klant gets bijstand: article 18b lowers that, not the IOAW or IOAZ."""
    zin = "De klant krijgt bijstand volgens de Participatiewet."
    return maak_toets("bijstand", feiten.bijstand, TAALEIS, {"bijstand": feiten.bijstand}, zin)


def toets_samenloop(feiten: TaaleisFeiten) -> Toets:
    """Test that the same conduct is not met with a maatregel as well (DEV-MTR-511, DEV-MTR-531)."""
    zin = "Voor hetzelfde gedrag loopt er geen maatregel."
    return maak_toets("geen_samenloop", not feiten.zelfde_gedrag, pw("18", "2"), {"zaken": feiten.zelfde_gedrag}, zin)


def toets_gestopt(feiten: TaaleisFeiten) -> Toets:
    """Test that the klant stopped after having been told, and that this stop was not met before (DEV-TAA-520)."""
    op, sinds = feiten.gestopt_op, feiten.kennis_gegeven_op
    bekend = None if op is None or sinds is None else op >= sinds and not feiten.stop_al_verlaagd
    zin = "De klant verklaarde zich bereid, stopte daarna, en dit stoppen leidde nog niet tot een verlaging."
    gezien = {"gestopt_op": op, "kennis_gegeven_op": sinds, "al_verlaagd": feiten.stop_al_verlaagd}
    return maak_toets("gestopt", bekend, HANDBOEK, gezien, zin)


def toets_stop_telt(feiten: TaaleisFeiten, beleid: TaaleisBeleid) -> Toets:
    """Test that there is a percentage on stopping then: not in the first half year (DEV-TAA-520)."""
    norm, op, sinds = beleid.bij_stoppen, feiten.gestopt_op, feiten.kennis_gegeven_op
    telt = None if op is None or sinds is None else bij_stoppen(op, sinds, beleid) is not None
    eerste = min(regel.vanaf_maand for regel in norm.waarde)
    zin = f"De klant stopte {eerste} maanden of later na de kennisgeving; eerder volgt een gesprek, geen verlaging."
    return maak_toets(STOP_TELT, telt, norm.grondslag, {"gestopt_op": op, "kennis_gegeven_op": sinds}, zin)


def toets_grond(feiten: TaaleisFeiten) -> Toets:
    """Test that an ontheffing has a ground, described when it is another one (DEV-TAA-508)."""
    weging = feiten.weging
    omschreven = weging.grond is not Ontheffingsgrond.ANDERS or weging.grond_omschreven
    zin = "Er is een grond waarom de klant de taaleis niet kan halen."
    in_orde = True if weging.grond is not None and omschreven else None
    return maak_toets("grond_voor_ontheffing", in_orde, HANDBOEK, {"grond": weging.grond}, zin)


def toets_bewijs_ontheffing(feiten: TaaleisFeiten) -> Toets:
    """Test that an ontheffing rests on evidence (DEV-TAA-508)."""
    zin = "De grond voor de ontheffing is onderbouwd met een stuk of bevinding."
    return maak_toets("ontheffing_onderbouwd", True if feiten.weging.bewijs else None, HANDBOEK, {}, zin)


def toets_nog_nodig(feiten: TaaleisFeiten) -> Toets:
    """Test that an ontheffing makes sense: who meets the level needs none."""
    nodig = feiten.status is not Taalstatus.VOLDOET
    zin = "De klant voldoet nog niet aan de taaleis."
    return maak_toets("ontheffing_nodig", nodig, TAALEIS, {"status": feiten.status.value}, zin)


def toets_loopt(feiten: TaaleisFeiten) -> Toets:
    """Test that there is a verlaging to end."""
    zin = "Er loopt een verlaging om de taaleis."
    return maak_toets("verlaging_loopt", feiten.lopend is not None, TAALEIS, {}, zin)


def toets_einde(feiten: TaaleisFeiten) -> Toets:
    """Test that there is a reason to end it: willing, at the level, or exempt (DEV-TAA-517, DEV-TAA-519)."""
    per = einde_per(feiten)
    zin = "De klant verklaarde zich bereid, haalt het niveau of kreeg een ontheffing."
    return maak_toets("reden_voor_einde", per is not None, BEREID, {"per": per}, zin)


def toets_toetser(besluiter: str, toetser: str, grondslag: Grondslag = TOETSING) -> Toets:
    """Test that somebody else than the besluiter checks."""
    zin = "Wie toetst, nam het besluit niet."
    return maak_toets("andere_toetser", besluiter != toetser, grondslag, {}, zin)
