"""The phases of a werk-leerroute: changed, extended, completed, and the second started with an employer."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from app.db.klant import Klant
from app.db.leerroute import deelname as db
from app.db.leerroute.deelname import Leerroutedeelname, Leerroutefase
from app.db.taak import Taakstatus, Termijnstatus
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.toets import niet_voldaan
from app.domain.leerroute.toetsen import (
    FASE_EINDE,
    FASE_TAAK,
    Faseplan,
    Werkcontract,
    fase_2,
    fasetermijn,
    toetsen_fase_2,
)
from app.domain.werkgever.dienstverband import Dienstverbandfeiten
from app.services.handeling import Handeling
from app.services.leerroute.beeld import Leerroutebeeld, beeld, beleid_van, is_fase_2, niet_later, vind_fase
from app.services.leerroute.opdrachten import (
    FaseafrondingOpdracht,
    FasecorrectieOpdracht,
    FasestartOpdracht,
    FaseverlengingOpdracht,
    WijzigLeerroutefaseOpdracht,
)
from app.services.taak import bewaak, sluit_taken, sluit_termijnen
from app.services.vastleggen import leg_vast
from app.services.werkgever.dienstverbanden import dienstverband


def bewaak_fase(h: Handeling, klant: Klant, fase: Leerroutefase) -> None:
    """Watch the end of a phase; what was watched before lapses."""
    stop_bewaking(h, fase)
    plan = Faseplan(nummer=fase.nummer, van=fase.van, tot=fase.tot)
    termijn, vervolg = fasetermijn(plan, beleid_van(h, klant))
    bewaak(h, termijn, klant, fase.id, vervolg)


def stop_bewaking(h: Handeling, fase: Leerroutefase) -> None:
    """Watch it no more."""
    sluit_taken(h, fase.id, FASE_TAAK, status=Taakstatus.VERVALLEN)
    sluit_termijnen(h, fase.id, FASE_EINDE, status=Termijnstatus.VERVALLEN)


def wijzig_fase(h: Handeling, opdracht: WijzigLeerroutefaseOpdracht, fase_id: UUID) -> Leerroutebeeld:
    """Change hours, workplace or who guides (DEV-WLR-907); what is missing is a signal."""
    fase, rij, klant = vind_fase(h, fase_id)
    velden = opdracht.model_dump(exclude_unset=True)
    if "uren" in velden and opdracht.uren is None:
        raise OngeldigeInvoer({"uren": "Dit veld kan niet leeg."})
    for veld, waarde in velden.items():
        setattr(fase, veld, waarde)
    return _legvast(h, klant, rij, fase, {"velden": sorted(velden)})


def rond_fase_af(h: Handeling, opdracht: FaseafrondingOpdracht, fase_id: UUID) -> Leerroutebeeld:
    """Complete a phase that was started; it may take longer or shorter than planned."""
    fase, rij, klant = vind_fase(h, fase_id)
    if fase.gestart_op is None or fase.afgerond_op is not None:
        raise Conflict("Deze fase is niet begonnen, of al afgerond.", "fase_niet_lopend")
    fase.afgerond_op = niet_later(h, opdracht.datum, fase.gestart_op)
    stop_bewaking(h, fase)
    return _legvast(h, klant, rij, fase, {"afgerondOp": fase.afgerond_op})


def start_fase_2(h: Handeling, opdracht: FasestartOpdracht, fase_id: UUID) -> Leerroutebeeld:
    """Start phase 2 with an employer (DEV-WLR-905): from then on the klant has income from work.

    Raises Geweigerd before phase 1 is completed, or without a dienstverband of at least six months.
    """
    fase, rij, klant = vind_fase(h, fase_id)
    if not is_fase_2(fase) or fase.gestart_op is not None:
        raise Conflict("Alleen fase 2 wordt zo gestart, en een keer.", "fase_niet_te_starten")
    werk = _dienstverband(h, klant, opdracht.dienstverband_id)
    beleid = beleid_van(h, klant)
    eerste = db.fasen(h.sessie, rij.id)[0]
    contract = Werkcontract(van=werk.van, tot=werk.tot)
    if geweigerd := niet_voldaan(toetsen_fase_2(opdracht.begin, eerste.afgerond_op, contract, beleid)):
        raise Geweigerd("Fase 2 kan nog niet beginnen.", geweigerd)
    plan = fase_2(opdracht.begin, beleid)
    fase.van, fase.tot, fase.gestart_op = plan.van, plan.tot, opdracht.begin
    fase.dienstverband_id, fase.vestiging_id = werk.id, werk.vestiging_id
    for veld in ("uren", "werkplek", "werkcoach", "praktijkopleider"):
        setattr(fase, veld, getattr(opdracht, veld))
    sluit_taken(h, rij.id, "leerroute_werkplek_zoeken")
    bewaak_fase(h, klant, fase)
    mutatie = {
        "soort": "inkomsten_uit_arbeid",
        "leerrouteId": rij.id,
        "dienstverbandId": werk.id,
        "van": opdracht.begin,
        "urenPerWeek": opdracht.uren,
        "bron": "werk_leerroute",
    }
    return _legvast(h, klant, rij, fase, {"begin": opdracht.begin, "dienstverbandId": werk.id}, mutatie)


def _dienstverband(h: Handeling, klant: Klant, dienstverband_id: UUID) -> Dienstverbandfeiten:
    fout = {"dienstverbandId": "Kies een dienstverband van deze klant."}
    try:
        werk = dienstverband(h, dienstverband_id)
    except NietGevonden:
        raise OngeldigeInvoer(fout) from None
    if werk.klant_id != klant.id:
        raise OngeldigeInvoer(fout)
    return werk


def neem_terug(h: Handeling, opdracht: FasecorrectieOpdracht, fase_id: UUID) -> Leerroutebeeld:
    """Take back the completion of a phase, or else the start of phase 2, that was recorded by mistake."""
    fase, rij, klant = vind_fase(h, fase_id)
    if fase.afgerond_op is not None:
        if not is_fase_2(fase) and db.fasen(h.sessie, rij.id)[-1].gestart_op is not None:
            raise Conflict("Fase 2 is begonnen; neem eerst die start terug.", "fase_2_begonnen")
        fase.afgerond_op, fase.reden_correctie = None, opdracht.reden
        bewaak_fase(h, klant, fase)
        return _legvast(h, klant, rij, fase, {"teruggenomen": "afronding"})
    if not is_fase_2(fase) or fase.gestart_op is None:
        raise Conflict("Er is niets om terug te nemen.", "niets_terug_te_nemen")
    mutatie = {"soort": "inkomsten_uit_arbeid_vervallen", "leerrouteId": rij.id, "van": fase.gestart_op}
    fase.gestart_op = fase.dienstverband_id = fase.vestiging_id = None
    fase.reden_correctie = opdracht.reden
    stop_bewaking(h, fase)
    return _legvast(h, klant, rij, fase, {"teruggenomen": "start", "reden": bool(opdracht.reden)}, mutatie)


def verleng(h: Handeling, opdracht: FaseverlengingOpdracht, fase_id: UUID) -> Leerroutebeeld:
    """Let a phase last longer; a planned phase 2 moves along with phase 1."""
    fase, rij, klant = vind_fase(h, fase_id)
    if fase.gestart_op is None or fase.afgerond_op is not None:
        raise Conflict("Deze fase is niet begonnen, of al afgerond.", "fase_niet_lopend")
    if opdracht.tot <= fase.tot:
        raise OngeldigeInvoer({"tot": f"Geef een dag na {fase.tot:%d-%m-%Y}."})
    fase.tot, fase.reden_verlenging = opdracht.tot, opdracht.reden
    volgende = db.fasen(h.sessie, rij.id)[-1]
    if volgende.gestart_op is None:
        plan = fase_2(opdracht.tot, beleid_van(h, klant))
        volgende.van, volgende.tot = plan.van, plan.tot
        volgende.versie += 1
    bewaak_fase(h, klant, fase)
    return _legvast(h, klant, rij, fase, {"tot": fase.tot})


def _legvast(
    h: Handeling,
    klant: Klant,
    rij: Leerroutedeelname,
    fase: Leerroutefase,
    inhoud: dict[str, Any],
    mutatie: dict[str, Any] | None = None,
) -> Leerroutebeeld:
    vast = {"leerrouteId": rij.id, "fase": fase.nummer}
    leg_vast(h, Inzetsoort.LEERROUTEFASE_GEWIJZIGD, fase, klant, vast | inhoud, mutatie)
    return beeld(h, klant, rij)
