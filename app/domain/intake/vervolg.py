"""The tasks that follow from a melding and from a screening."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from app.domain.intake.beleid import IntakeBeleid
from app.domain.intake.dariuz import DariuzKeuze, dariuz_vermogen
from app.domain.intake.feiten import ScreeningFeiten, ScreeningUitkomst
from app.domain.intake.melding import MeldingTermijnen
from app.domain.intake.schulden import Schuldsignaal, schuldsignaal, toets_schulden
from app.domain.kern.grondslag import Grondslag, productenboek
from app.domain.kern.leefgebied import Diagnoseinstrument
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.termijnen import uren_termijn
from app.domain.kern.tijd import dag
from app.domain.kern.werkdagen import tel_werkdagen

_SCREENING = productenboek("2.2.2")
OPENEN = "aanvraag_openen"
_AMBITIE = productenboek("2.2.3")


def taken_na_melding(termijnen: MeldingTermijnen) -> tuple[TaakVoorstel, ...]:
    """Return the call of the receptie after a digital melding and the planning of the screening."""
    contact, screening = termijnen.contact, termijnen.screening
    plan = ("screening_plannen", "Plan het screeningsgesprek.", "Er is een melding.", screening.einde)
    taken = [_taak(*plan, rol=Rol.RECEPTIE, grondslag=screening.grondslag)]
    if contact is not None:
        wat = "Bel de klant om het screeningsgesprek af te spreken."
        bel = ("melding_bellen", wat, "De klant meldde zich digitaal.", contact.einde)
        taken.insert(0, _taak(*bel, rol=Rol.RECEPTIE, grondslag=contact.grondslag))
    return tuple(taken)


def rapportage_uiterlijk(einde_gesprek: datetime, beleid: IntakeBeleid) -> datetime:
    """Return the moment until which the report is in time (DEV-SCR-024)."""
    return uren_termijn(einde_gesprek, beleid.rapportage_uren.waarde)


def rapportagetaak(einde_gesprek: datetime, beleid: IntakeBeleid) -> TaakVoorstel:
    """Return the task to report within 48 clock hours after the conversation (DEV-SCR-024)."""
    norm = beleid.rapportage_uren
    uiterste = dag(rapportage_uiterlijk(einde_gesprek, beleid))
    waarom = f"Het verslag is er binnen {norm.waarde} uur na het gesprek."
    wat = "Rapporteer over het screeningsgesprek."
    return _taak("screening_rapporteren", wat, waarom, uiterste, grondslag=norm.grondslag)


def vervolgtaken(feiten: ScreeningFeiten, beleid: IntakeBeleid) -> tuple[TaakVoorstel, ...]:
    """Return what must be done after a screening; a withdrawn melding leaves nothing to do."""
    if feiten.uitkomst is ScreeningUitkomst.INGETROKKEN:
        return ()
    later = tel_werkdagen(feiten.einde_datum, beleid.opvolgen_werkdagen.waarde)
    taken = [*_spoed(feiten), *_signalen(feiten, later)]
    if feiten.uitkomst is ScreeningUitkomst.VERVOLG:
        taken += naar_ambitiegesprek(dariuz_vermogen(feiten.dariuz), feiten.einde_datum, beleid)
    return tuple(taken)


def openingstaak(uiterste: date) -> TaakVoorstel:
    """Return the task to open the aanvraag here, when nobody did so yet (DEV-AAN-014).

    That is another deed than making the werkproces in GWS, so it says where and what for.
    """
    wat = "Open hier de aanvraag bij de melding; daarmee beginnen de stappen van de afhandeling."
    waarom = (
        "De screening is gehouden en de aanvraag is nog niet geopend. De nummers van GWS en e-Suite staan hier los van."
    )
    return _taak(OPENEN, wat, waarom, uiterste, rol=Rol.RECEPTIE)


def voorschottaak(vandaag: date) -> TaakVoorstel:
    """Return the task to arrange a voorschot the same day (DEV-SCR-015)."""
    return _taak("voorschot_regelen", "Regel een voorschot via de verkorte weg.", "Er is broodnood.", vandaag)


def _spoed(feiten: ScreeningFeiten) -> Iterator[TaakVoorstel]:
    """Yield what cannot wait for another day (DEV-SCR-015, DEV-SCR-007)."""
    vandaag = feiten.einde_datum
    if feiten.broodnood:
        yield voorschottaak(vandaag)
    if feiten.dreigende_uithuiszetting:
        wat = "Draag de klant met spoed warm over aan het BAD."
        yield _taak("bad_overdracht_spoed", wat, "Er dreigt een uithuiszetting.", vandaag)


def _signalen(feiten: ScreeningFeiten, later: date) -> Iterator[TaakVoorstel]:
    """Yield the follow-up of each signal (DEV-SCR-007, DEV-SCR-014, DEV-SCR-022, DEV-SCR-023)."""
    hard = schuldsignaal(toets_schulden(feiten.schulden)) is Schuldsignaal.HARD
    regels = (
        (hard, "bad_overdracht", "Draag de klant warm over aan het BAD.", "Er zijn signalen van schulden."),
        (feiten.fraudesignaal, "sr_informeren", "Informeer de sociale recherche.", "Er is een signaal van fraude."),
        (
            feiten.minder_zelfredzaam,
            "zorgteam_contact",
            "Neem contact op met het sociaal wijkteam of het bijzonder zorgteam.",
            "De klant lijkt minder zelfredzaam.",
        ),
        (feiten.vermogen_aanwezig, "vermogen_vaststellen", "Stel het vermogen vast.", "Er is vermogen."),
    )
    return (_taak(soort, wat, waarom, later) for geldt, soort, wat, waarom in regels if geldt)


def naar_ambitiegesprek(keuze: DariuzKeuze, einde: date, beleid: IntakeBeleid) -> Iterator[TaakVoorstel]:
    """Yield what prepares the ambitiegesprek of one person (DEV-DIA-003, DEV-DIA-012)."""
    later = tel_werkdagen(einde, beleid.opvolgen_werkdagen.waarde)
    if keuze.ondersteuning_nodig:
        wat = "Regel hulp bij het invullen van Dariuz."
        yield _taak("dariuz_hulp", wat, "De klant kan de vragenlijst met hulp invullen.", later)
    if keuze.instrument is Diagnoseinstrument.FORMAT:
        wat = "Bereid het format leefgebieden voor."
        yield _taak("format_voorbereiden", wat, keuze.toelichting, later, rol=Rol.INTAKER, grondslag=_AMBITIE)


def _taak(
    soort: str,
    wat: str,
    waarom: str,
    uiterste: date,
    rol: Rol = Rol.INKOMENSCONSULENT,
    grondslag: Grondslag = _SCREENING,
) -> TaakVoorstel:
    return TaakVoorstel(soort=soort, wat=wat, waarom=waarom, rol=rol, grondslag=grondslag, uiterste=uiterste)
