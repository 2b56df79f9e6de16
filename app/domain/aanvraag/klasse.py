"""The age class of an aanvraag: which werkproces, which team, and what follows when somebody must be elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from app.domain.aanvraag.beleid import AanvraagBeleid, Team
from app.domain.aanvraag.soorten import Leeftijdsklasse
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.leeftijd import jonger_dan
from app.domain.kern.toets import Toets


class Eldersactie(StrEnum):
    """What is done when the klant must be elsewhere (DEV-AAN-006)."""

    VERWIJZEN = "verwijzen"
    INFORMATIEVE_BRIEF = "informatieve_brief"
    WERKPROCES_AFBOEKEN = "werkproces_afboeken"
    AFWIJZING_BESCHIKKING = "afwijzing_beschikking"
    NAAR_TOETSER = "naar_toetser"


_ELDERS = {
    Leeftijdsklasse.JONGER: (Eldersactie.VERWIJZEN, Eldersactie.INFORMATIEVE_BRIEF, Eldersactie.WERKPROCES_AFBOEKEN),
    Leeftijdsklasse.OUDER: (Eldersactie.VERWIJZEN, Eldersactie.AFWIJZING_BESCHIKKING, Eldersactie.NAAR_TOETSER),
}


def leeftijdsklasse(geboortedatums: Iterable[date], meldingsdatum: date, beleid: AanvraagBeleid) -> Leeftijdsklasse:
    """Return the class of a household: 27- only when all of them are under 27 on the meldingsdatum (DEV-AAN-004).

    As with the zoekperiode, a partner who is old enough draws the household into the process of 27+.
    """
    grens = beleid.leeftijdsgrens.waarde
    jong = all(jonger_dan(geboren, grens, meldingsdatum) for geboren in geboortedatums)
    return Leeftijdsklasse.JONGER if jong else Leeftijdsklasse.OUDER


def team_van(klasse: Leeftijdsklasse, beleid: AanvraagBeleid) -> Team:
    """Return the team of the follow-up werkproces: JOLO for 27-, KonnecteD for 27+ (DEV-AAN-005)."""
    return (beleid.team_jonger if klasse is Leeftijdsklasse.JONGER else beleid.team_ouder).waarde


def acties_elders(klasse: Leeftijdsklasse) -> tuple[Eldersactie, ...]:
    """Return exactly what is done for this class when the klant must be elsewhere (DEV-AAN-006)."""
    return _ELDERS[klasse]


def toets_elders(klasse: Leeftijdsklasse, aanvraagdatum: date | None) -> Toets:
    """Ask for an aanvraag before it is rejected: with only a melding of 27+ the melding is withdrawn (DEV-AAN-006)."""
    kan = klasse is Leeftijdsklasse.JONGER or aanvraagdatum is not None
    zin = "Afwijzen kan pas als er een aanvraag is; is er alleen een melding, laat de klant die dan intrekken."
    feiten = {"leeftijdsklasse": klasse.value, "aanvraagdatum": aanvraagdatum}
    return maak_toets("aanvraag_bij_elders", kan, productenboek("2.2.2"), feiten, zin)
