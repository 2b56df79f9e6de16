"""Ending a voorziening by a besluit on one of the seven grounds; nothing ends by itself (DEV-VRZ-907)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from app.db import besluit as besluiten
from app.db.besluit import Besluit, Besluitstand, Besluitstatus
from app.db.taak import Taakstatus
from app.db.toekenning.toekenning import Toekenning
from app.domain.kern.fouten import Conflict
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.werkdagen import EEN_DAG
from app.domain.toekenning.beeindiging import Eindebeslissing, Eindefeiten
from app.domain.toekenning.beleid import ToekenningBeleid
from app.domain.toekenning.stand import LOPEND, Toekenningstand
from app.services.besluit.lezen import beslissing_van, bewaarde_feiten
from app.services.besluit.nemen import Besluitvoorstel
from app.services.besluit.voorzieningrekenaars import VOORZIENING_EINDE
from app.services.handeling import Handeling
from app.services.taak import sluit_taken
from app.services.toekenning.besluiten import is_verzonden, neem_besluit, vast
from app.services.toekenning.bewaking import bewaak_einde, stop_bewaking
from app.services.toekenning.eindeopdrachten import ToekenningeindeOpdracht, ToekenninghervattingOpdracht
from app.services.toekenning.gronden import BIJ_EINDE, grondfeiten
from app.services.toekenning.lezen import Toekenningbeeld, beeld, moet_zijn, naam_van, vind
from app.services.toekenning.taken import Taaksoort, vraag
from app.services.vastleggen import leg_vast


def beslis(h: Handeling, opdracht: ToekenningeindeOpdracht, toekenning_id: UUID) -> Besluitstand:
    """Decide that a voorziening ends. Raises Geweigerd with what is not met or still open."""
    rij, klant = vind(h, toekenning_id, vergrendel=True)
    moet_zijn(rij, *LOPEND)
    feiten = Eindefeiten(
        code=rij.code,
        naam=naam_van(h, klant, rij),
        regime=rij.regime,
        begin=rij.gestart_op or rij.van,
        einde=None if rij.tot is None else rij.tot - EEN_DAG,
        grond=grondfeiten(h, klant, opdracht),
        voorwaarden_2017=(rij.overgang or {}).get("voorwaarden_vervuld"),
        alleen_nieuw_regime=opdracht.alleen_nieuw_regime,
        **vast(h),
    )
    voorstel = Besluitvoorstel(
        soort=VOORZIENING_EINDE,
        onderwerp=rij,
        feiten=feiten,
        versie=h.beleid.geldend(ToekenningBeleid, klant.gemeente, h.vandaag),
        peildatum=h.vandaag,
        motivering=opdracht.motivering,
    )
    return neem_besluit(h, klant, rij, voorstel)


def bekendgemaakt(h: Handeling, rij: Toekenning, besluit: Besluit) -> dict[str, Any] | None:
    """End the voorziening on the last day that was decided, and ask how it went."""
    if rij.stand not in LOPEND:
        raise Conflict(f"Deze voorziening is al {rij.stand.value}.", "toekenning_stand")
    klant = is_verzonden(h, rij)
    beslissing: Eindebeslissing = beslissing_van(besluit)
    feiten: Eindefeiten = bewaarde_feiten(besluit)
    rij.tot = beslissing.laatste_dag + EEN_DAG
    rij.stand, rij.laatste_dag, rij.eindegrond = Toekenningstand.BEEINDIGD, beslissing.laatste_dag, feiten.grond.grond
    stop_bewaking(h, rij)
    sluit_taken(h, rij.id, status=Taakstatus.VERVALLEN)
    vraag(h, klant, rij, Taaksoort.EVALUATIE)
    for gevolg in BIJ_EINDE:
        gevolg(h, klant, rij, beslissing.laatste_dag)
    return None


def hervat(h: Handeling, opdracht: ToekenninghervattingOpdracht, toekenning_id: UUID) -> Toekenningbeeld:
    """Let a voorziening go on as it was granted, because the besluit to end it was withdrawn or herroepen.

    Raises Conflict while that besluit stands.
    """
    rij, klant = vind(h, toekenning_id, vergrendel=True)
    moet_zijn(rij, Toekenningstand.BEEINDIGD)
    standen = besluiten.besluiten_over(h.sessie, [rij.id])
    einde = next(stand for stand in reversed(standen) if stand.besluit.soort == VOORZIENING_EINDE)
    if einde.status is not Besluitstatus.INGETROKKEN:
        raise Conflict("Het besluit om te beëindigen staat nog; maak het eerst ongedaan.", "einde_staat")
    feiten: Eindefeiten = bewaarde_feiten(einde.besluit)
    rij.stand = Toekenningstand.LOPEND if rij.gestart_op else Toekenningstand.TOEGEKEND
    rij.tot = None if feiten.einde is None else feiten.einde + EEN_DAG
    rij.laatste_dag = rij.eindegrond = None
    rij.reden_hervatting = opdracht.toelichting
    sluit_taken(h, rij.id, status=Taakstatus.VERVALLEN)
    bewaak_einde(h, klant, rij)
    leg_vast(h, Inzetsoort.TOEKENNING_HERVAT, rij, klant, {"toelichting": bool(opdracht.toelichting)})
    return beeld(h, rij)
