"""The conditions for support of a nugger: no uitkering, income, vermogen, wish and doelmatigheid."""

from __future__ import annotations

from decimal import Decimal

from app.domain.kern.bouw import maak_toets
from app.domain.kern.geld import euro, rond_af
from app.domain.kern.grondslag import Grondslag, productenboek, pw
from app.domain.kern.toets import Feit, Toets
from app.domain.nugger.beleid import Grensbedrag, NuggerBeleid
from app.domain.nugger.feiten import WERKGEVERSINSTRUMENTEN, NuggerFeiten, Product

INKOMEN, VERMOGEN = "inkomen_binnen_grens", "vermogen_binnen_grens"
_VERORDENING = "Re-integratieverordening Participatiewet 2021"
_LID_3 = Grondslag(regeling=_VERORDENING, artikel="2", lid="3")
_LID_4 = Grondslag(regeling=_VERORDENING, artikel="2", lid="4")
_ZONDER_TOETS = "De klant staat in het doelgroepregister: inkomen en vermogen tellen dan niet mee."


def toetsen_nugger(feiten: NuggerFeiten, beleid: NuggerBeleid) -> tuple[Toets, ...]:
    """Test everything that support asks for, in the order in which a consultant asks (DEV-DOE-014, DEV-DOE-902)."""
    return (
        toets_geen_uitkering(feiten),
        toets_inkomen(feiten, beleid),
        toets_vermogen(feiten),
        toets_wens(feiten),
        toets_doelmatig(feiten),
        toets_motivering(feiten),
    )


def toets_geen_uitkering(feiten: NuggerFeiten) -> Toets:
    """Test that the klant is registered as nugger: somebody without uitkering (DEV-DOE-014, DEV-DOE-905)."""
    zin = "De klant is niet-uitkeringsgerechtigd."
    return maak_toets("geen_uitkering", feiten.nugger, pw("6", "1", "a"), {"nugger": feiten.nugger}, zin)


def inkomensgrens(feiten: NuggerFeiten, beleid: NuggerBeleid) -> int | None:
    """Return the limit in eurocents per month, None when there is no minimum wage for the date."""
    loon = feiten.minimumloon
    return None if loon is None else rond_af(Decimal(loon.bedrag) * beleid.inkomensgrens_procent.waarde / 100)


def toets_inkomen(feiten: NuggerFeiten, beleid: NuggerBeleid) -> Toets:
    """Test the income against 120 % of the minimum wage for the age; exactly that is within (DEV-DOE-902)."""
    norm = beleid.inkomensgrens_procent
    if feiten.in_doelgroepregister:
        return maak_toets(INKOMEN, True, _LID_4, {"doelgroepregister": True}, _ZONDER_TOETS)
    grens = inkomensgrens(feiten, beleid)
    binnen = _binnen(feiten.inkomen, grens, feiten.minimumloon, feiten.oordeel_inkomen, feiten.oordeel_reden)
    hoogte = "die niet vaststaat" if grens is None else f"van {euro(grens)}"
    zin = f"Het inkomen is niet hoger dan de grens {hoogte}: {norm.waarde:f} % van het wettelijk minimumloon."
    gezien = {"inkomen": feiten.inkomen, "grens": grens, "beoordeeld": _beoordeeld(feiten.minimumloon)}
    return maak_toets(INKOMEN, binnen, norm.grondslag, gezien, zin)


def toets_vermogen(feiten: NuggerFeiten) -> Toets:
    """Test the vermogen against the limit of article 34; exactly that is within (DEV-DOE-015, DEV-DOE-902)."""
    if feiten.in_doelgroepregister:
        return maak_toets(VERMOGEN, True, _LID_4, {"doelgroepregister": True}, _ZONDER_TOETS)
    bron = feiten.vermogensgrens
    grens = bron.bedrag if bron else None
    binnen = _binnen(feiten.vermogen, grens, bron, feiten.oordeel_vermogen, feiten.oordeel_reden)
    hoogte = "die niet vaststaat" if grens is None else f"van {euro(grens)}"
    zin = f"Het vermogen is niet hoger dan de grens {hoogte} van artikel 34."
    gezien = {"vermogen": feiten.vermogen, "grens": grens, "beoordeeld": _beoordeeld(bron)}
    return maak_toets(VERMOGEN, binnen, bron.grondslag if bron else _LID_3, gezien, zin)


def _binnen(
    bedrag: int | None, grens: int | None, bron: Grensbedrag | None, oordeel: bool | None, reden: str | None
) -> bool | None:
    """Compare; without an amount or a certain limit it stays open, until a person judges it with a reason."""
    if bedrag is None:
        return None
    if grens is None or bron is None or not bron.zeker:
        return oordeel if reden else None
    return bedrag <= grens


def _beoordeeld(bron: Grensbedrag | None) -> bool:
    """Tell whether a person has to judge, for lack of a certain amount."""
    return bron is None or not bron.zeker


def toets_wens(feiten: NuggerFeiten) -> Toets:
    """Test that the wish of the klant is recorded (DEV-DOE-904)."""
    zin = "De wens van de klant is vastgelegd."
    return maak_toets("wens_vastgelegd", bool(feiten.wens) or None, productenboek("2.3.4"), {}, zin)


def toets_doelmatig(feiten: NuggerFeiten) -> Toets:
    """Test that support is judged to be doelmatig for finding work (DEV-DOE-014, DEV-DOE-904)."""
    zin = "Ondersteuning is doelmatig voor de inschakeling in werk, bij de mogelijkheden en wensen van de klant."
    return maak_toets("doelmatig", feiten.doelmatig, _LID_3, {"doelmatig": feiten.doelmatig}, zin)


def toets_motivering(feiten: NuggerFeiten) -> Toets:
    """Test that the judgement on doelmatigheid is motivated, for a grant and for a refusal (DEV-DOE-014)."""
    zin = "De afweging van de doelmatigheid is gemotiveerd."
    return maak_toets("doelmatigheid_gemotiveerd", bool(feiten.motivering) or None, _LID_3, {}, zin)


def signaal_tussen_grenzen(feiten: NuggerFeiten, beleid: NuggerBeleid) -> Toets:
    """Show an income between 120 % of the sociaal minimum and 120 % of the minimum wage (DEV-DOE-014)."""
    grens, minimum, inkomen = inkomensgrens(feiten, beleid), feiten.sociaal_minimum, feiten.inkomen
    ander = beleid.sociaal_minimum_procent
    zin = "Het inkomen ligt niet tussen de grens van het sociaal minimum en die van het minimumloon."
    if inkomen is None or grens is None or minimum is None:
        return maak_toets("inkomen_niet_tussen_grenzen", None, ander.grondslag, {}, zin)
    lager = rond_af(Decimal(minimum) * ander.waarde / 100)
    tussen = min(lager, grens) < inkomen <= max(lager, grens)
    gezien: dict[str, Feit] = {"grens_sociaal_minimum": lager, "grens_minimumloon": grens, "inkomen": inkomen}
    return maak_toets("inkomen_niet_tussen_grenzen", not tussen, ander.grondslag, gezien, zin)


def toets_product(product: Product, in_doelgroepregister: bool) -> Toets:
    """Test that an instrument for the employer is for who is in the doelgroepregister (DEV-DOE-016, DEV-DOE-903)."""
    vrij = product not in WERKGEVERSINSTRUMENTEN
    zin = "De routekaart staat open voor elke nugger; werkgeversinstrumenten vragen het doelgroepregister."
    gezien: dict[str, Feit] = {"product": product, "doelgroepregister": in_doelgroepregister}
    return maak_toets("product_mogelijk", vrij or in_doelgroepregister, _LID_4, gezien, zin)


def toets_maatregel(nugger: bool) -> Toets:
    """Test that there is an uitkering to lower: a maatregel on a nugger is not possible (DEV-DOE-017)."""
    zin = "De klant heeft een uitkering; bij een nugger valt niets te verlagen."
    return maak_toets("uitkering_te_verlagen", not nugger, pw("18", "2"), {"nugger": nugger}, zin)


def toets_toetser(besluiter: str, toetser: str) -> Toets:
    """Test that somebody else than the besluiter checks the besluit."""
    zin = "Wie toetst, is een ander dan wie besliste."
    return maak_toets("getoetst_door_ander", besluiter != toetser, productenboek("2.2.2"), {}, zin)
