"""What is watched while a voorziening runs: its end makes a taak and never ends it by itself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from app.db.klant import Klant
from app.db.taak import Taakstatus, Termijnstatus
from app.db.toekenning.toekenning import Toekenning
from app.domain.kern.termijnen import beleidstermijn_dagen
from app.domain.kern.werkdagen import EEN_DAG
from app.domain.toekenning.beleid import ToekenningBeleid
from app.domain.toekenning.overgang import overgangseinde
from app.domain.toekenning.stand import Verordeningsregime
from app.services.handeling import Handeling
from app.services.taak import Bestemming, bewaak, maak_taak, sluit_taken, sluit_termijnen
from app.services.toekenning.taken import Taaksoort, voorstel, vraag_op

TERMIJN: Final = "toekenning_einde"
_EINDETAKEN: Final = (Taaksoort.EINDE, Taaksoort.VOORBIJ, Taaksoort.OVERGANG)


def beleid_van(h: Handeling, klant: Klant) -> ToekenningBeleid:
    """Return the policy of today."""
    return h.beleid.geldend(ToekenningBeleid, klant.gemeente, h.vandaag).beleid


def laatste_dag_van(rij: Toekenning, beleid: ToekenningBeleid) -> date | None:
    """Return the last day until which a voorziening may go on: one of 2017 ends with the transition (DEV-OVR-905)."""
    if rij.laatste_dag is not None:
        return rij.laatste_dag
    einde = None if rij.tot is None else rij.tot - EEN_DAG
    if einde is None or rij.regime is Verordeningsregime.VERORDENING_2021 or (rij.overgang or {}).get("voortgezet"):
        return einde
    return overgangseinde(einde, beleid)


def bewaak_einde(h: Handeling, klant: Klant, rij: Toekenning) -> None:
    """Ask in time what comes next, and afterwards what came of it; what was watched before lapses."""
    stop_bewaking(h, rij)
    beleid = beleid_van(h, klant)
    laatste = laatste_dag_van(rij, beleid)
    if laatste is None:
        return
    overgang = rij.regime is Verordeningsregime.VERORDENING_2017 and not (rij.overgang or {}).get("voortgezet")
    soort = Taaksoort.OVERGANG if overgang else Taaksoort.EINDE
    weken = beleid.overgang_vooraf_weken if overgang else beleid.einde_vooraf_weken
    if overgang or laatste >= h.vandaag:
        vraag_op(h, klant, rij, soort, laatste, weken.waarde)
    daarna = voorstel(Taaksoort.VOORBIJ, laatste + timedelta(weeks=beleid.evaluatie_binnen_weken.waarde))
    if laatste < h.vandaag:
        maak_taak(h, daarna, Bestemming(rij.id, klant))
        return
    termijn = beleidstermijn_dagen(TERMIJN, weken.grondslag, h.vandaag, (laatste - h.vandaag).days)
    bewaak(h, termijn, klant, rij.id, daarna)


def stop_bewaking(h: Handeling, rij: Toekenning) -> None:
    """Let what was watched about the end lapse."""
    sluit_taken(h, rij.id, *_EINDETAKEN, status=Taakstatus.VERVALLEN)
    sluit_termijnen(h, rij.id, TERMIJN, status=Termijnstatus.VERVALLEN)
