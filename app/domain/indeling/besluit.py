"""The decision on the klantgroep: who decides, and what must be motivated."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.criteria import (
    bijdrage_ontbreekt,
    geen_arbeidspotentieel,
    hoogstens_weinig_ontwikkeling,
    mogelijkheden,
    motivatie,
)
from app.domain.indeling.feiten import IndelingBesluit, IndelingFeiten
from app.domain.indeling.voorstel import Voorstel, is_jongere
from app.domain.kern.grondslag import productenboek
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Toets, Uitkomst

BESLISSERS = frozenset({Rol.INTAKER, Rol.WERKCONSULENT})
_GESPREK = productenboek("2.2.3")
_CRITERIA = productenboek("2.2.4")


def toets_besluit_indeling(
    voorstel: Voorstel, besluit: IndelingBesluit, feiten: IndelingFeiten, beleid: IndelingBeleid
) -> tuple[Toets, ...]:
    """Test whether this klantgroep can be decided; every toets that is not met must be solved first."""
    return (
        toets_beslisser(besluit.rollen),
        toets_termijn_bekend(feiten),
        toets_afwijking(voorstel, besluit),
        toets_verschil(besluit),
        toets_jongere(besluit.gekozen, feiten, beleid),
        *_toetsen_groep(besluit.gekozen, feiten),
    )


def toets_beslisser(rollen: Iterable[Rol]) -> Toets:
    """Test that an intaker or werkconsulent decides, never a system (DEV-ORG-001, DEV-KGR-023, DEV-DIA-005)."""
    rollen = tuple(sorted(rollen))
    return Toets(
        voorwaarde="beslisser_bevoegd",
        uitkomst=Uitkomst.van(not BESLISSERS.isdisjoint(rollen)),
        grondslag=_GESPREK,
        feiten={"rollen": rollen},
        toelichting="De intaker of de werkconsulent beslist over de klantgroep.",
    )


def toets_termijn_bekend(feiten: IndelingFeiten) -> Toets:
    """Test that the expected term to work is recorded (DEV-KGR-002)."""
    termijn = feiten.verwachte_termijn_maanden
    return Toets(
        voorwaarde="verwachte_termijn_vastgelegd",
        uitkomst=Uitkomst.van(termijn is not None),
        grondslag=_CRITERIA,
        feiten={"termijn": termijn},
        toelichting="De indeling volgt de mogelijkheid en de termijn om te werken, niet alleen de belemmeringen.",
    )


def toets_afwijking(voorstel: Voorstel, besluit: IndelingBesluit) -> Toets:
    """Test that a choice other than the proposal is motivated (DEV-KGR-023)."""
    gelijk = besluit.gekozen is voorstel.klantgroep
    return Toets(
        voorwaarde="afwijking_gemotiveerd",
        uitkomst=Uitkomst.van(gelijk or bool(besluit.motivering)),
        grondslag=_CRITERIA,
        feiten={"voorstel": voorstel.klantgroep, "gekozen": besluit.gekozen},
        toelichting="Wie afwijkt van het voorstel, legt uit waarom.",
    )


def toets_verschil(besluit: IndelingBesluit) -> Toets:
    """Test that the klant's opinion is recorded, and a difference motivated (DEV-KGR-023, DEV-KGR-024)."""
    oneens_gemotiveerd = besluit.eens is True or bool(besluit.motivering_verschil)
    return Toets(
        voorwaarde="verschil_van_mening_gemotiveerd",
        uitkomst=Uitkomst.van(None if besluit.eens is None else oneens_gemotiveerd),
        grondslag=_GESPREK,
        feiten={"eens": besluit.eens, "klantvoorkeur": besluit.klantvoorkeur},
        toelichting="De mening van de klant is vastgelegd; is de klant het oneens, dan staat erbij waarom.",
    )


def toets_jongere(gekozen: Klantgroep, feiten: IndelingFeiten, beleid: IndelingBeleid) -> Toets:
    """Test that a jongere is first placed in Groeien or Matchen (DEV-JON-004)."""
    eerste = is_jongere(feiten, beleid) and feiten.eerste_indeling
    toegestaan = beleid.jongere_eerste_klantgroepen
    return Toets(
        voorwaarde="eerste_indeling_jongere",
        uitkomst=Uitkomst.van(not eerste or gekozen in toegestaan.waarde),
        grondslag=toegestaan.grondslag,
        feiten={"leeftijd": feiten.leeftijd, "eerste_indeling": feiten.eerste_indeling},
        toelichting="Een jongere wordt in eerste instantie in Groeien of Matchen geplaatst.",
    )


def _toetsen_groep(gekozen: Klantgroep, feiten: IndelingFeiten) -> tuple[Toets, ...]:
    """Return the hard criteria of the chosen klantgroep, with where to look instead (DEV-KGR-501, DEV-KGR-502)."""
    potentieel = geen_arbeidspotentieel(feiten, productenboek("5.2"))
    werk = _verwijs(potentieel, "Er is arbeidspotentieel: kies Matchen of Groeien.")
    if gekozen is Klantgroep.ZORGEN:
        return werk, _verwijs(bijdrage_ontbreekt(feiten), "De klant kan en wil bijdragen: kies Faciliteren.")
    if gekozen is not Klantgroep.FACILITEREN:
        return ()
    ontwikkeling = _verwijs(
        hoogstens_weinig_ontwikkeling(feiten), "Er is ontwikkelpotentieel: kies Matchen of Groeien."
    )
    wil = _verwijs(motivatie(feiten), "De motivatie om bij te dragen ontbreekt: kies Zorgen.")
    kan = _verwijs(mogelijkheden(feiten), "De mogelijkheden om bij te dragen ontbreken: kies Zorgen.")
    return werk, ontwikkeling, wil, kan


def _verwijs(toets: Toets, zin: str) -> Toets:
    """Point to the klantgroep that fits when the criterion is not met."""
    return toets.model_copy(update={"toelichting": zin}) if toets.uitkomst is Uitkomst.NIET_VOLDAAN else toets
