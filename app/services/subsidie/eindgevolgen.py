"""Eindgevolgen: what toetsing and bekendmaking do when a subsidie stops or is fixed."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from app.db.besluit import Besluit, Besluittoetsing
from app.db.klant import Klant
from app.db.subsidie import subsidie as db
from app.db.subsidie.subsidie import Subsidie, Subsidiestand, Termijnstand
from app.db.toekenning.toekenning import Toekenning
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.taakvoorstel import AFGEKEURD
from app.domain.subsidie.einde import Vaststelbeslissing
from app.services.handeling import Handeling
from app.services.subsidie.afloop import NIET_BETAALD, houd_aan
from app.services.subsidie.budget import laat_los
from app.services.subsidie.taken import Taaksoort, vraag
from app.services.subsidie.terugvorderen import vorder_na_vaststelling
from app.services.taak import sluit_taken
from app.services.toekenning.gronden import BIJ_EINDE
from app.services.vastleggen import leg_vast
from app.services.werkgever.dienstverbanden import BIJ_INTREKKING


def bij_einde_voorziening(h: Handeling, klant: Klant, toekenning: Toekenning, _laatste_dag: date) -> None:
    """Hold what is not paid for the same employment when its voorziening stops (DEV-VRZ-909)."""
    if toekenning.dienstverband_id is None:
        return
    reden = "De voorziening is beëindigd; beoordeel of dit deel nog wordt betaald."
    for rij in db.van_klant(h.sessie, klant.id):
        loopt = rij.stand is Subsidiestand.TOEGEKEND and rij.dienstverband_id == toekenning.dienstverband_id
        if loopt and houd_aan(h, rij, reden):
            vraag(h, klant, rij, Taaksoort.HERZIENING, waarom="De voorziening waar dit bij hoort, is beëindigd.")


BIJ_EINDE.append(bij_einde_voorziening)


def bij_intrekking_dienstverband(h: Handeling, klant: Klant, dienstverband_id: UUID) -> None:
    """Hold what is not paid for an employment that never was; a person decides on it."""
    reden = "Het dienstverband is ingetrokken; beoordeel of dit deel nog wordt betaald."
    for rij in db.van_klant(h.sessie, klant.id):
        raakt = rij.stand is Subsidiestand.TOEGEKEND and rij.dienstverband_id == dienstverband_id
        if raakt and houd_aan(h, rij, reden):
            vraag(h, klant, rij, Taaksoort.HERZIENING, waarom="Het dienstverband waar dit bij hoort, is ingetrokken.")


BIJ_INTREKKING.append(bij_intrekking_dienstverband)


def getoetst(h: Handeling, klant: Klant, rij: Subsidie, toetsing: Besluittoetsing) -> None:
    """Move on to the dispatch; a rejected besluit changes nothing, and a new one can be taken."""
    sluit_taken(h, rij.id, Taaksoort.TOETSING)
    if toetsing.akkoord:
        vraag(h, klant, rij, Taaksoort.VERZENDING)
    else:
        vraag(h, klant, rij, Taaksoort.HERZIENING, waarom=AFGEKEURD)


def einde_bekend(h: Handeling, rij: Subsidie, _besluit: Besluit) -> dict[str, Any] | None:
    """Stop: what is not paid is held, and a person decides on it (DEV-VRZ-909)."""
    klant = h.klant(rij.klant_id)
    rij.stand = Subsidiestand.BEEINDIGD
    sluit_taken(h, rij.id)
    if houd_aan(h, rij, "De subsidie is beëindigd; beoordeel of dit deel nog wordt betaald."):
        vraag(h, klant, rij, Taaksoort.AANGEHOUDEN)
    else:
        laat_los(h, klant, rij)
    leg_vast(h, Inzetsoort.SUBSIDIE_BEEINDIGD, rij, klant, {})
    return None


def vaststelling_bekend(h: Handeling, rij: Subsidie, besluit: Besluit) -> dict[str, Any] | None:
    """Fix: what was not paid lapses, the rest of the budget is free, and what is too much is claimed back."""
    klant = h.klant(rij.klant_id)
    beslissing = Vaststelbeslissing.model_validate_json(besluit.beslissing_bytes)
    rij.stand = Subsidiestand.VASTGESTELD
    sluit_taken(h, rij.id)
    for termijn in db.termijnen(h.sessie, [rij.id]):
        if termijn.stand in NIET_BETAALD:
            termijn.stand, termijn.reden = Termijnstand.VERVALLEN, "De subsidie is vastgesteld."
            termijn.versie += 1
    laat_los(h, klant, rij)
    if beslissing.terug:
        vorder_na_vaststelling(h, klant, rij, besluit.id, beslissing.terug)
    inhoud = {"vastgesteld": beslissing.vastgesteld, "terug": beslissing.terug}
    leg_vast(h, Inzetsoort.SUBSIDIE_VASTGESTELD, rij, klant, inhoud)
    return None
