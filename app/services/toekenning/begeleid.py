"""What a voorziening of its own kind asks while it runs: an evaluation on a day, and questions that come back."""

from __future__ import annotations

from datetime import timedelta
from typing import Final
from uuid import UUID

from app.db.klant import Klant
from app.db.taak import Taakstatus
from app.db.toekenning.toekenning import Toekenning
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.toekenning.stand import Verordeningsregime
from app.domain.voorziening.beleid import VoorzieningBeleid, Voorzieningregel
from app.domain.voorziening.bijzonder.participatieplaats import CODE as PARTICIPATIEPLAATS
from app.domain.voorziening.bijzonder.participatieplaats import TAKEN, momenten
from app.domain.voorziening.velden import als_dag
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak, sluit_taken
from app.services.toekenning.bewaking import beleid_van
from app.services.toekenning.feitopdrachten import Voorzieningsevaluatie
from app.services.toekenning.taken import Taaksoort, vraag_op
from app.services.voorziening.feiten import verzamel

EVALUEREN_OP: Final = "evalueren_op"


def na_start(h: Handeling, klant: Klant, rij: Toekenning) -> None:
    """Put in the werkvoorraad what was agreed to evaluate (DEV-VRZ-913), and what the law asks (10a)."""
    weken = beleid_van(h, klant).einde_vooraf_weken.waarde
    if (dag := als_dag(rij.gegevens.get(EVALUEREN_OP))) is not None:
        vraag_op(h, klant, rij, Taaksoort.EVALUATIE, dag, weken)
    if rij.code != PARTICIPATIEPLAATS or rij.tot is None:
        return
    begin = rij.gestart_op or rij.van
    kwalificatie = verzamel(h, klant, begin, behalve=rij.id).startkwalificatie
    beleid = h.beleid.geldend(VoorzieningBeleid, klant.gemeente, begin).beleid
    for taak in momenten(begin, rij.tot, beleid, startkwalificatie=kwalificatie):
        vanaf = max(h.vandaag, taak.uiterste - timedelta(weeks=weken))
        maak_taak(h, taak, Bestemming(rij.id, klant), vanaf=vanaf)


def start_terug(h: Handeling, toekenning_id: UUID) -> None:
    """Let lapse what was put in the werkvoorraad at a start that was no start."""
    sluit_taken(h, toekenning_id, Taaksoort.EVALUATIE, *TAKEN, status=Taakstatus.VERVALLEN)


def controleer_evaluatie(h: Handeling, klant: Klant, rij: Toekenning, melding: Voorzieningsevaluatie) -> None:
    """Ask again what must be looked at in an evaluation, such as whether it is an arbeidsovereenkomst (DEV-WEP-906).

    One of 2017 was granted without these questions. Raises OngeldigeInvoer that names every one without an answer.
    """
    if rij.regime is Verordeningsregime.VERORDENING_2017:
        return
    regel = h.beleid.geldend(VoorzieningBeleid, klant.gemeente, rij.van).beleid.regel(rij.code)
    fouten = {
        f"antwoorden.{code}": f"Beantwoord bij de evaluatie ook: {vraag}"
        for code, vraag in _terugkerend(regel)
        if code not in melding.antwoorden or melding.antwoorden[code].waarde is None
    }
    if fouten:
        raise OngeldigeInvoer(fouten)


def _terugkerend(regel: Voorzieningregel | None) -> list[tuple[str, str]]:
    return [] if regel is None else [(o.code, o.vraag) for o in regel.oordelen if o.ook_bij_evaluatie]
