"""What each hulpvraag leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from app.domain.intake.dariuz import DariuzKeuze
from app.domain.intake.soorten import Hulpvraag
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import productenboek
from app.domain.kern.leefgebied import Diagnoseinstrument
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel

_SCREENING = productenboek("2.2.2")
_AMBITIE = productenboek("2.2.3")


def taken_bij_hulpvraag(vragen: Iterable[Hulpvraag], uiterste: date) -> tuple[TaakVoorstel, ...]:
    """Return the task of each question that another organisation answers (DEV-SCR-004, DEV-SCR-006, DEV-SCR-007).

    A question for work leads to the ambitiegesprek, one for bijstand to the loket check: no task here.
    """
    wat = {
        Hulpvraag.HULP: ("hulp_verwijzen", "Verwijs de klant met de sociale kaart naar een hulpverlenende instantie."),
        Hulpvraag.BUDGETADVIES_SCHULDHULP: ("bad_overdracht", "Draag de klant warm over aan het BAD."),
    }
    return tuple(
        TaakVoorstel(
            soort=wat[vraag][0],
            wat=wat[vraag][1],
            waarom="De klant vraagt daarom.",
            rol=Rol.INKOMENSCONSULENT,
            grondslag=_SCREENING,
            uiterste=uiterste,
        )
        for vraag in sorted(set(vragen))
        if vraag in wat
    )


def taken_naar_diagnose(
    keuze: DariuzKeuze, einde: date, invullen_tot: date, *, op_afstand: bool = False
) -> Iterator[TaakVoorstel]:
    """Yield what is done at the end of the screening for one person (DEV-SCR-017, DEV-SCR-018, DEV-DIA-004).

    After a screening at a distance nobody walks to the receptie: Team Ondersteuning plans (DEV-DIG-009).
    """
    ter_plaatse = "Plan samen met de klant het ambitiegesprek."
    yield TaakVoorstel(
        soort="ambitiegesprek_plannen",
        wat="Plan het ambitiegesprek en stuur de uitnodiging voor Dariuz." if op_afstand else ter_plaatse,
        waarom="De screening gaf geen directe grond voor afwijzing.",
        rol=Rol.ADMINISTRATIE if op_afstand else Rol.RECEPTIE,
        grondslag=_AMBITIE,
        uiterste=einde,
    )
    if keuze.instrument is Diagnoseinstrument.DARIUZ:
        yield TaakVoorstel(
            soort="dariuz_uitnodigen",
            wat=f"Stuur de klant de link van Dariuz; invullen kan tot en met {datum_voluit(invullen_tot)}.",
            waarom=keuze.toelichting,
            rol=Rol.INKOMENSCONSULENT,
            grondslag=_AMBITIE,
            uiterste=einde,
        )
    if keuze.instrument is None:
        yield TaakVoorstel(
            soort="vermogen_vragenlijst_vaststellen",
            wat="Ga na of de klant de vragenlijst van Dariuz kan invullen.",
            waarom=keuze.toelichting,
            rol=Rol.INKOMENSCONSULENT,
            grondslag=_AMBITIE,
            uiterste=einde,
        )
