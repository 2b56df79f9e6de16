"""A melding in the digital mode: which way in, by when we call, who needs a paper form, and who cannot wait."""

from __future__ import annotations

from datetime import date, datetime

from app.domain.intake.beleid import IntakeBeleid
from app.domain.intake.feiten import Kanaal
from app.domain.intake.soorten import Levering
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.termijnen import uren_termijn
from app.domain.kern.tijd import nl_tijd
from app.domain.kern.toets import Feit, Toets
from app.domain.kern.werkdagen import is_werkdag, tel_werkdagen

_MELDEN = productenboek("2.4.1")


def toets_meldkanaal(kanaal: Kanaal, reden: str | None, beleid: IntakeBeleid) -> Toets:
    """Test that a way in that is discouraged now is used for a reason (DEV-DIG-002)."""
    norm = beleid.kanalen_ontraden
    in_orde = kanaal not in norm.waarde or bool(reden)
    zin = f"Melden in de vorm {kanaal} is nu niet wenselijk; leg vast waarom het toch zo ging."
    return maak_toets("meldkanaal", in_orde, norm.grondslag, {"kanaal": kanaal, "met_reden": bool(reden)}, zin)


def contact_uiterlijk(ontvangen: datetime, uren: int) -> datetime:
    """Return until when the klant is called: so many clock hours after the form came in (DEV-DIG-003).

    What ends in a weekend or on a holiday ends at the same time on the next werkdag.
    """
    moment = nl_tijd(uren_termijn(ontvangen, uren))
    dag = moment.date()
    werkdag = dag if is_werkdag(dag) else tel_werkdagen(dag, 1)
    return moment.replace(year=werkdag.year, month=werkdag.month, day=werkdag.day)


def papier_nodig(digitaal_vaardig: bool | None, digitale_middelen: bool | None) -> bool:
    """Tell whether somebody cannot use the digital form: one of skills or means lacks (DEV-DIG-004)."""
    return digitaal_vaardig is False or digitale_middelen is False


def toets_levering(levering: Levering | None, beleid: IntakeBeleid) -> Toets:
    """Test that the paper form is delivered in a way that is possible now (DEV-DIG-004)."""
    norm = beleid.formulier_leveringen
    mogelijk = tuple(wijze.value for wijze in norm.waarde)
    zin = f"Het papieren formulier kan nu: {', '.join(mogelijk)}."
    gezien: dict[str, Feit] = {"levering": levering}
    return maak_toets("levering_formulier", levering in norm.waarde, norm.grondslag, gezien, zin)


def taak_papieren_formulier(levering: Levering, vandaag: date, beleid: IntakeBeleid) -> TaakVoorstel:
    """Return the task to hand over or send the paper form (DEV-DIG-004)."""
    hoe = "Leg het klaar om op te halen bij de receptie." if levering is Levering.AFHALEN else "Stuur het per post."
    return TaakVoorstel(
        soort="papieren_formulier",
        wat=f"Zorg voor een papieren meldingsformulier. {hoe}",
        waarom="De klant kan zich niet digitaal melden.",
        rol=Rol.RECEPTIE,
        grondslag=_MELDEN,
        uiterste=tel_werkdagen(vandaag, beleid.contact_werkdagen.waarde),
    )


def taak_broodnood(vandaag: date) -> TaakVoorstel:
    """Return the urgent task for the coordinator: broodnood does not wait for the screening (DEV-DIG-005)."""
    return TaakVoorstel(
        soort="broodnood_oppakken",
        wat="Coördinator inkomensondersteuning: laat dit meteen oppakken, liefst door wie de aanvraag krijgt.",
        waarom="Op het meldingsformulier staat broodnood.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=_MELDEN,
        uiterste=vandaag,
    )
