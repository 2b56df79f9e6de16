"""When a klant may be referred to the makelaar, for how long, and what is needed to end it."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import productenboek
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.toets import Feit, Toets
from app.domain.makelaar.beleid import MakelaarBeleid
from app.domain.makelaar.feiten import EindverslagFeiten, Looptijd, VerwijsFeiten
from app.domain.makelaar.soort import VRIJWILLIGERSWERK, Makelaarresultaat, passende_resultaten

_FACILITEREN: Final = productenboek("5.3.3")
_ZORGEN: Final = productenboek("6.3.2")
_CONTRACT: Final = frozenset(
    {Makelaarresultaat.VRIJWILLIGERSWERK_GESTART, Makelaarresultaat.VRIJWILLIGERSWERK_UITGEBREID}
)


def toets_verwijzing(feiten: VerwijsFeiten, beleid: MakelaarBeleid) -> tuple[Toets, ...]:
    """Test a referral; what is missing is undetermined and stands in the way as well (DEV-PMK-501)."""
    return (
        toets_klantgroep(feiten, beleid),
        toets_doel(feiten, beleid),
        toets_grond(feiten),
        toets_motivatie(feiten),
        toets_eigen_kracht(feiten),
        toets_contactpersoon(feiten),
        toets_enige(feiten),
    )


def toets_klantgroep(feiten: VerwijsFeiten, beleid: MakelaarBeleid) -> Toets:
    """Test that the klantgroep has the makelaar as an instrument (DEV-PMK-501, DEV-PMK-511)."""
    groep = feiten.klantgroep
    past = None if groep is None else groep in beleid.doelen.waarde
    zin = "De participatiemakelaar is er voor klanten in Faciliteren en, bij uitzondering, in Zorgen."
    return maak_toets("klantgroep_past", past, beleid.doelen.grondslag, {"klantgroep": groep}, zin)


def toets_doel(feiten: VerwijsFeiten, beleid: MakelaarBeleid) -> Toets:
    """Test that the goal is one of the klantgroep (DEV-PMK-501, DEV-PMK-502, DEV-PMK-511)."""
    groep = feiten.klantgroep
    mogelijk = beleid.doelen.waarde.get(groep, ()) if groep else ()
    genoemd = ", ".join(doel.value.replace("_", " ") for doel in mogelijk) or "geen"
    zin = f"In deze klantgroep kan de makelaar helpen met: {genoemd}."
    if groep is Klantgroep.ZORGEN and feiten.doel in VRIJWILLIGERSWERK:
        zin += " Wil de klant vrijwilligerswerk doen? Beoordeel dan een overgang naar Faciliteren; daarna kan het wel."
    gezien: dict[str, Feit] = {"doel": feiten.doel, "klantgroep": groep}
    return maak_toets("doel_past", feiten.doel in mogelijk, beleid.doelen.grondslag, gezien, zin)


def toets_grond(feiten: VerwijsFeiten) -> Toets:
    """Test that a klant in Zorgen begins because the klant wants to, or has to for the Wet taaleis (DEV-PMK-511)."""
    bekend = True if feiten.klantgroep is not Klantgroep.ZORGEN or feiten.grond else None
    zin = "Bij Zorgen staat vast of de klant met taal wil beginnen, of dat moet voor de Wet taaleis."
    return maak_toets("grond_bekend", bekend, _ZORGEN, {"grond": feiten.grond}, zin)


def toets_motivatie(feiten: VerwijsFeiten) -> Toets:
    """Test that the klant is motivated (DEV-PMK-501)."""
    zin = "De klant is gemotiveerd om te beginnen."
    return maak_toets("gemotiveerd", feiten.gemotiveerd, _FACILITEREN, {"gemotiveerd": feiten.gemotiveerd}, zin)


def toets_eigen_kracht(feiten: VerwijsFeiten) -> Toets:
    """Test that the klant does not succeed alone (DEV-PMK-501)."""
    onvoldoende = feiten.eigen_kracht_onvoldoende
    zin = "Op eigen kracht lukt het de klant niet."
    return maak_toets("eigen_kracht_onvoldoende", onvoldoende, _FACILITEREN, {"onvoldoende": onvoldoende}, zin)


def toets_contactpersoon(feiten: VerwijsFeiten) -> Toets:
    """Test that there is an inkomensconsulent, who stays the contact person (DEV-PMK-503)."""
    zin = "De klant heeft een inkomensconsulent; die blijft de vaste contactpersoon."
    return maak_toets("inkomensconsulent_bekend", feiten.inkomensconsulent_bekend, _FACILITEREN, {}, zin)


def toets_enige(feiten: VerwijsFeiten) -> Toets:
    """Test that no other referral runs for the klant: the support is short and about one point."""
    zin = "Er loopt geen andere verwijzing naar de participatiemakelaar."
    return maak_toets("geen_lopende_verwijzing", not feiten.loopt_al, _FACILITEREN, {}, zin)


def toets_eigenaar(rollen: frozenset[str], consulentrollen: frozenset[str]) -> Toets:
    """Test that who gets a klant is a consulent: a makelaar has no caseload (DEV-PMK-503, DEV-PMK-505)."""
    past = "participatiemakelaar" not in rollen or bool(rollen & consulentrollen)
    zin = "Een participatiemakelaar is geen vaste contactpersoon; verwijs de klant naar de makelaar."
    return maak_toets("geen_makelaar_als_eigenaar", past, _FACILITEREN, {}, zin)


def eerste_einde(start: date, beleid: MakelaarBeleid) -> date:
    """Return the first day without support: two months on (DEV-PMK-504)."""
    return plus_maanden(start, beleid.duur_maanden.waarde)


def uiterste_einde(start: date, beleid: MakelaarBeleid) -> date:
    """Return the first day on which there cannot be support any more, nazorg included (DEV-PMK-504)."""
    return plus_maanden(start, beleid.max_totaal_maanden.waarde)


def toets_verlenging(nu: Looptijd, tot: date, beleid: MakelaarBeleid) -> tuple[Toets, ...]:
    """Test an extension to ``tot``: later than now, and four months in total at most (DEV-PMK-504)."""
    norm, uiterst = beleid.max_totaal_maanden, uiterste_einde(nu.start, beleid)
    gezien: dict[str, Feit] = {"tot": tot, "uiterst": uiterst}
    later = "Een verlenging eindigt later dan nu is afgesproken."
    zin = f"De hulp duurt samen hoogstens {norm.waarde} maanden, met nazorg: tot {datum_voluit(uiterst)}."
    return (
        maak_toets("later_dan_nu", tot > nu.tot, norm.grondslag, {"tot": tot, "nu": nu.tot}, later),
        maak_toets("binnen_maximum", tot <= uiterst, norm.grondslag, gezien, zin),
    )


def toets_nazorg(start: date, dag: date, beleid: MakelaarBeleid) -> Toets:
    """Tell whether a contact for nazorg falls within the maximum; a later one is a warning only (DEV-PMK-508)."""
    norm, uiterst = beleid.max_totaal_maanden, uiterste_einde(start, beleid)
    zin = f"Nazorg valt binnen de {norm.waarde} maanden: tot {datum_voluit(uiterst)}."
    return maak_toets("nazorg_op_tijd", dag < uiterst, norm.grondslag, {"dag": dag, "uiterst": uiterst}, zin)


def toets_eindverslag(feiten: EindverslagFeiten) -> tuple[Toets, ...]:
    """Test what is reported back: it fits the goal, and vrijwilligerswerk has its contract (DEV-PMK-507)."""
    mogelijk = passende_resultaten(feiten.doel)
    past = f"Bij dit doel hoort als resultaat: {' of '.join(deel.value.replace('_', ' ') for deel in mogelijk)}."
    contract = feiten.resultaat not in _CONTRACT or feiten.bewijs
    zin = "Het vrijwilligerscontract is toegevoegd, of er is een verwijzing naar de e-suite."
    gezien: dict[str, Feit] = {"resultaat": feiten.resultaat, "bewijs": feiten.bewijs}
    return (
        maak_toets("resultaat_past", feiten.resultaat in mogelijk, _FACILITEREN, gezien, past),
        maak_toets("vrijwilligerscontract", contract, _FACILITEREN, gezien, zin),
    )


def toets_sluiting(verslag: bool, besliscode: str | None, beleid: MakelaarBeleid) -> tuple[Toets, ...]:
    """Test the closing: with the final report of the makelaar and a besliscode (DEV-PMK-506, DEV-PMK-512)."""
    codes = tuple(code.code for code in beleid.besliscodes.waarde)
    zin = f"Kies een besliscode: {', '.join(codes)}."
    bekend = None if besliscode is None else besliscode in codes
    eerst = "De makelaar koppelde het resultaat terug, met aanbevelingen."
    return (
        maak_toets("eindverslag_aanwezig", verslag, _FACILITEREN, {"verslag": verslag}, eerst),
        maak_toets("besliscode", bekend, beleid.besliscodes.grondslag, {"besliscode": besliscode}, zin),
    )
