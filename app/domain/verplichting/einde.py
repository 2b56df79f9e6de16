"""What is told before a duty or an ontheffing ends, and when an ontheffing is looked at again."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.verplichting.beleid import VerplichtingBeleid


class Eindesoort(StrEnum):
    """What ends; its value is the kind of taak."""

    ONTHEFFING = "ontheffing_eindigt"
    NADERE_VERPLICHTING = "nadere_verplichting_eindigt"
    TAALEIS = "taaleisontheffing_eindigt"


PLAN, HERBEOORDELING, HERZIEN = "ontheffing_plan_opstellen", "ontheffing_herbeoordelen", "ontheffing_herzien"
_TEKST: Final[dict[Eindesoort, tuple[str, str]]] = {
    Eindesoort.ONTHEFFING: ("Beoordeel of de klant weer aan de plichten kan voldoen.", "De ontheffing"),
    Eindesoort.NADERE_VERPLICHTING: ("Beoordeel of de extra verplichting nog nodig is.", "De extra verplichting"),
    Eindesoort.TAALEIS: ("Beoordeel of de klant weer aan de taaleis moet voldoen.", "De ontheffing van de taaleis"),
}


def signaaldag(tot: date, beleid: VerplichtingBeleid) -> date:
    """Return the day on which somebody is told that something ends; ``tot`` is the first day without it."""
    return plus_maanden(tot, -beleid.einde_vooraf_maanden.waarde)


def eindetaak(soort: Eindesoort, tot: date, grondslag: Grondslag) -> TaakVoorstel:
    """Return the signal that something ends; it is in time until the last day on which it still holds."""
    wat, ding = _TEKST[soort]
    laatste = tot - timedelta(days=1)
    return TaakVoorstel(
        soort=soort.value,
        wat=wat,
        waarom=f"{ding} loopt tot en met {datum_voluit(laatste)}.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=grondslag,
        uiterste=laatste,
    )


def plantaak(van: date, beleid: VerplichtingBeleid) -> TaakVoorstel:
    """Return the taak to make the plan of a lone parent with an ontheffing (9a)."""
    norm = beleid.ouder_plan_binnen_maanden
    return TaakVoorstel(
        soort=PLAN,
        wat="Stel het plan van aanpak van de alleenstaande ouder op.",
        waarom=f"Het plan is er binnen {norm.waarde} maanden na het begin van de ontheffing.",
        rol=Rol.WERKCONSULENT,
        grondslag=norm.grondslag,
        uiterste=plus_maanden(van, norm.waarde),
    )


def herbeoordeling(laatste: date, tot: date, beleid: VerplichtingBeleid) -> TaakVoorstel | None:
    """Return the next review, counted from the last one or the begin; None when the ontheffing is over by then (9a)."""
    norm = beleid.ouder_herbeoordelen_maanden
    uiterste = plus_maanden(laatste, norm.waarde)
    if uiterste >= tot:
        return None
    return TaakVoorstel(
        soort=HERBEOORDELING,
        wat="Beoordeel of de ontheffing en het plan van aanpak nog passen.",
        waarom=f"Dat gebeurt om de {norm.waarde} maanden zolang de ontheffing loopt.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=norm.grondslag,
        uiterste=uiterste,
    )


def herbeoordelen_vanaf(taak: TaakVoorstel, beleid: VerplichtingBeleid) -> date:
    """Return the day on which the review shows up in the werkvoorraad."""
    return plus_maanden(taak.uiterste, -beleid.herbeoordelen_vooraf_maanden.waarde)


def herzientaak(dag: date, beleid: VerplichtingBeleid) -> TaakVoorstel:
    """Return the taak to change or end, by a besluit, an ontheffing that fits no more (9a)."""
    return TaakVoorstel(
        soort=HERZIEN,
        wat="Neem een besluit om de ontheffing te wijzigen of te beëindigen, en leg het vast.",
        waarom="Bij de herbeoordeling bleek dat de ontheffing niet meer past.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=beleid.ouder_herbeoordelen_maanden.grondslag,
        uiterste=plus_maanden(dag, beleid.herbeoordelen_vooraf_maanden.waarde),
    )
