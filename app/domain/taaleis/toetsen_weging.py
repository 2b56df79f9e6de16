"""The conditions of a besluit about the taaleis on the weighing, the stop, the ontheffing and the end."""

from __future__ import annotations

from datetime import date

from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import Grondslag, pw
from app.domain.kern.toets import Toets
from app.domain.taaleis.beleid import TaaleisBeleid
from app.domain.taaleis.berekening import einde_per, ingang
from app.domain.taaleis.fasen import bij_stoppen
from app.domain.taaleis.feiten import Ontheffingsgrond, TaaleisFeiten, Taalverwijt
from app.domain.taaleis.grondslagen import BEREID, DRINGEND, HANDBOEK, HOREN, TAALEIS, TOETSING
from app.domain.taaleis.status import Taalstatus

VERWIJT, DRINGENDE_REDENEN, STOP_TELT = "verwijtbaar", "geen_dringende_redenen", "stop_telt"


def toets_verwijt(feiten: TaaleisFeiten) -> Toets:
    """Test that somebody can be blamed; lacking every form of blame there is no verlaging (DEV-TAA-522)."""
    weging = feiten.weging
    gewogen = weging.verwijt is not None and weging.verwijt_gemotiveerd
    zin = "Het is de klant te verwijten; waarom staat erbij."
    uitkomst = weging.verwijt is Taalverwijt.AANWEZIG if gewogen else None
    nee = "Het is de klant niet te verwijten; er volgt geen verlaging. Overweeg een ontheffing."
    open_ = "Nog niet beoordeeld, met uitleg, is of het de klant te verwijten is."
    return maak_toets(VERWIJT, uitkomst, BEREID, {"verwijt": weging.verwijt, "gemotiveerd": gewogen}, zin, nee, open_)


def toets_dringend(feiten: TaaleisFeiten) -> Toets:
    """Test that there are no dringende redenen against it (Participatiewet 18b, 7)."""
    weging = feiten.weging
    gewogen = weging.dringende_redenen is not None and weging.dringende_redenen_gemotiveerd
    zin = "Er zijn geen dringende redenen om van de verlaging af te zien."
    uitkomst = not weging.dringende_redenen if gewogen else None
    gezien = {"dringende_redenen": weging.dringende_redenen, "gemotiveerd": gewogen}
    nee = "Er zijn dringende redenen om van de verlaging af te zien."
    open_ = "Nog niet beoordeeld, met uitleg, is of er dringende redenen zijn."
    return maak_toets(DRINGENDE_REDENEN, uitkomst, DRINGEND, gezien, zin, nee, open_)


def toets_gehoord(feiten: TaaleisFeiten) -> Toets:
    """Test that the klant was heard, or that it is said why not (Awb 4:8, 4:12)."""
    op, reden = feiten.weging.gehoord_op, feiten.weging.reden_niet_horen
    zin = "De klant kon zijn zienswijze geven, of er staat waarom dat niet hoefde."
    nee = "De klant is nog niet gehoord en er staat niet waarom dat niet hoeft; vul een van beide in."
    return maak_toets("gehoord", op is not None or bool(reden), HOREN, {"gehoord_op": op, "reden": reden}, zin, nee)


def toets_norm(feiten: TaaleisFeiten, peildatum: date) -> Toets:
    """Test that the bijstandsnorm of the first month is known: an amount is never guessed."""
    maand = ingang(peildatum)
    zin = f"De bijstandsnorm van {datum_voluit(maand)} is bekend."
    nee = f"De bijstandsnorm van {datum_voluit(maand)} is nog niet bekend; die is nodig voor het bedrag."
    return maak_toets("norm_bekend", True if feiten.norm(maand) else None, TAALEIS, {"maand": maand}, zin, nee)


def toets_nog_niet_verlaagd(feiten: TaaleisFeiten) -> Toets:
    """Test that no other verlaging for the taaleis stands on the first month: one percentage, never two."""
    al = feiten.al_verlaagd
    zin = "Er loopt in deze maand nog geen verlaging om de taaleis."
    nee = "Er loopt in deze maand al een verlaging om de taaleis; er kan er maar één zijn."
    return maak_toets("nog_niet_verlaagd", not al, TAALEIS, {"al_verlaagd": al}, zin, nee)


def toets_bijstand(feiten: TaaleisFeiten) -> Toets:
    """Test that the klant gets bijstand: article 18b lowers that, not the IOAW or IOAZ."""
    zin = "De klant krijgt bijstand volgens de Participatiewet."
    nee = "De klant krijgt geen bijstand volgens de Participatiewet; de taaleis verlaagt alleen die."
    return maak_toets("bijstand", feiten.bijstand, TAALEIS, {"bijstand": feiten.bijstand}, zin, nee)


def toets_samenloop(feiten: TaaleisFeiten) -> Toets:
    """Test that the same conduct is not met with a maatregel as well (DEV-MTR-511, DEV-MTR-531)."""
    zin = "Voor hetzelfde gedrag loopt er geen maatregel."
    nee = "Voor hetzelfde gedrag is er al een zaak over een maatregel; kies een van beide."
    return maak_toets(
        "geen_samenloop", not feiten.zelfde_gedrag, pw("18", "2"), {"zaken": feiten.zelfde_gedrag}, zin, nee
    )


def toets_gestopt(feiten: TaaleisFeiten) -> Toets:
    """Test that the klant stopped after having been told, and that this stop was not met before (DEV-TAA-520)."""
    op, sinds = feiten.gestopt_op, feiten.kennis_gegeven_op
    bekend = None if op is None or sinds is None else op >= sinds and not feiten.stop_al_verlaagd
    zin = "De klant verklaarde zich bereid, stopte daarna, en dit stoppen leidde nog niet tot een verlaging."
    gezien = {"gestopt_op": op, "kennis_gegeven_op": sinds, "al_verlaagd": feiten.stop_al_verlaagd}
    nee = "De klant stopte voor de kennisgeving, of dit stoppen leidde al tot een verlaging."
    open_ = "Niet vastgelegd is wanneer de klant stopte, of wanneer de kennisgeving was."
    return maak_toets("gestopt", bekend, HANDBOEK, gezien, zin, nee, open_)


def toets_stop_telt(feiten: TaaleisFeiten, beleid: TaaleisBeleid) -> Toets:
    """Test that there is a percentage on stopping then: not in the first half year (DEV-TAA-520)."""
    norm, op, sinds = beleid.bij_stoppen, feiten.gestopt_op, feiten.kennis_gegeven_op
    telt = None if op is None or sinds is None else bij_stoppen(op, sinds, beleid) is not None
    eerste = min(regel.vanaf_maand for regel in norm.waarde)
    zin = f"De klant stopte {eerste} maanden of later na de kennisgeving."
    nee = f"De klant stopte binnen {eerste} maanden na de kennisgeving; er volgt een gesprek, geen verlaging."
    open_ = "Niet vastgelegd is wanneer de klant stopte, of wanneer de kennisgeving was."
    return maak_toets(STOP_TELT, telt, norm.grondslag, {"gestopt_op": op, "kennis_gegeven_op": sinds}, zin, nee, open_)


def toets_grond(feiten: TaaleisFeiten) -> Toets:
    """Test that an ontheffing has a ground, described when it is another one (DEV-TAA-508)."""
    weging = feiten.weging
    omschreven = weging.grond is not Ontheffingsgrond.ANDERS or weging.grond_omschreven
    zin = "Er is een grond waarom de klant de taaleis niet kan halen."
    in_orde = True if weging.grond is not None and omschreven else None
    nee = "De grond voor de ontheffing ontbreekt, of een andere grond is nog niet omschreven; vul dat aan."
    return maak_toets("grond_voor_ontheffing", in_orde, HANDBOEK, {"grond": weging.grond}, zin, nee)


def toets_bewijs_ontheffing(feiten: TaaleisFeiten) -> Toets:
    """Test that an ontheffing rests on evidence (DEV-TAA-508)."""
    zin = "De grond voor de ontheffing is onderbouwd met een stuk of bevinding."
    nee = "De grond voor de ontheffing is nog niet onderbouwd; noem een stuk of bevinding."
    return maak_toets("ontheffing_onderbouwd", True if feiten.weging.bewijs else None, HANDBOEK, {}, zin, nee)


def toets_nog_nodig(feiten: TaaleisFeiten) -> Toets:
    """Test that an ontheffing makes sense: who meets the level needs none."""
    nodig = feiten.status is not Taalstatus.VOLDOET
    zin = "De klant voldoet nog niet aan de taaleis."
    nee = "De klant voldoet al aan de taaleis; een ontheffing is niet nodig."
    return maak_toets("ontheffing_nodig", nodig, TAALEIS, {"status": feiten.status.value}, zin, nee)


def toets_loopt(feiten: TaaleisFeiten) -> Toets:
    """Test that there is a verlaging to end."""
    zin = "Er loopt een verlaging om de taaleis."
    nee = "Er loopt geen verlaging om de taaleis; er valt niets te beëindigen."
    return maak_toets("verlaging_loopt", feiten.lopend is not None, TAALEIS, {}, zin, nee)


def toets_einde(feiten: TaaleisFeiten) -> Toets:
    """Test that there is a reason to end it: willing, at the level, or exempt (DEV-TAA-517, DEV-TAA-519)."""
    per = einde_per(feiten)
    zin = "De klant verklaarde zich bereid, haalt het niveau of kreeg een ontheffing."
    nee = "Er is nog geen reden voor het einde: geen bereidverklaring, niveau of ontheffing vastgelegd."
    return maak_toets("reden_voor_einde", per is not None, BEREID, {"per": per}, zin, nee)


def toets_toetser(besluiter: str, toetser: str, grondslag: Grondslag = TOETSING) -> Toets:
    """Test that somebody else than the besluiter checks."""
    zin = "Wie toetst, nam het besluit niet."
    nee = "Wie het besluit nam, kan niet ook toetsen; laat een ander toetsen."
    return maak_toets("andere_toetser", besluiter != toetser, grondslag, {}, zin, nee)
