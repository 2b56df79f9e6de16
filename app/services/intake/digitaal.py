"""What a melding in the digital mode asks for besides: the way in, a paper form, broodnood."""

from __future__ import annotations

from datetime import date

from app.domain.intake.beleid import IntakeBeleid
from app.domain.intake.digitaal import (
    papier_nodig,
    taak_broodnood,
    taak_papieren_formulier,
    toets_levering,
    toets_meldkanaal,
)
from app.domain.intake.soorten import Formulier
from app.domain.kern.toets import niet_voldaan
from app.services.handeling import Handeling
from app.services.intake.dossier import Dossier, beleid_van
from app.services.intake.opdrachten import MeldingOpdracht
from app.services.taak import Bestemming, maak_taak

PAPIER = "papieren_formulier"


def digitaalfouten(h: Handeling, opdracht: MeldingOpdracht, meldingsdatum: date) -> dict[str, str]:
    """Return what is wrong with the way in and the paper form, per field (DEV-DIG-002, DEV-DIG-004)."""
    fouten: dict[str, str] = {}
    if opdracht.gemeente not in h.actor.gemeenten:
        return fouten
    beleid = h.beleid.geldend(IntakeBeleid, opdracht.gemeente, meldingsdatum).beleid
    for toets in niet_voldaan([toets_meldkanaal(opdracht.kanaal, opdracht.reden_kanaal, beleid)]):
        fouten["redenKanaal"] = toets.toelichting
    if vraagt_papier(opdracht):
        for toets in niet_voldaan([toets_levering(opdracht.formulier_levering, beleid)]):
            fouten["formulierLevering"] = toets.toelichting
    return fouten


def vraagt_papier(opdracht: MeldingOpdracht) -> bool:
    """Tell whether a paper form must go out: the form still has to come, and it cannot come digitally."""
    volgt = opdracht.soort_formulier is Formulier.VOLGT
    return volgt and papier_nodig(opdracht.digitaal_vaardig, opdracht.digitale_middelen)


def vraag_digitaal(h: Handeling, opdracht: MeldingOpdracht, dossier: Dossier) -> None:
    """Put the paper form and broodnood in the werkvoorraad (DEV-DIG-004, DEV-DIG-005)."""
    bestemming = Bestemming(dossier.melding.id, dossier.klant)
    beleid = beleid_van(h, dossier.melding).beleid
    if opdracht.formulier_levering is not None and vraagt_papier(opdracht):
        maak_taak(h, taak_papieren_formulier(opdracht.formulier_levering, h.vandaag, beleid), bestemming)
    if opdracht.broodnood:
        maak_taak(h, taak_broodnood(h.vandaag), bestemming)
