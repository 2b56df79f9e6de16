"""Voorzieningen of the 2017 verordening: recording one that ran, and its continuation (verordening 15)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.besluit import Besluit, Besluitstand
from app.db.klant import Klant
from app.db.toekenning.toekenning import Toekenning
from app.domain.kern.fouten import Conflict, Geweigerd, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.toets import niet_voldaan
from app.domain.kern.werkdagen import EEN_DAG
from app.domain.toekenning.beleid import ToekenningBeleid
from app.domain.toekenning.overgang import Overgangsfeiten, toets_regime
from app.domain.toekenning.overgangsbesluit import Overgangsbeslissing, Overgangsbesluitfeiten, Overgangsdictum
from app.domain.toekenning.stand import Toekenningstand, Verordeningsregime
from app.services.besluit.lezen import beslissing_van
from app.services.besluit.nemen import Besluitvoorstel
from app.services.besluit.voorzieningrekenaars import VOORZIENING_OVERGANG
from app.services.handeling import Handeling
from app.services.toekenning.besluiten import is_verzonden, neem_besluit, vast
from app.services.toekenning.bewaking import beleid_van, bewaak_einde
from app.services.toekenning.eindeopdrachten import OvergangsbesluitOpdracht, Toekenning2017Opdracht
from app.services.toekenning.lezen import Toekenningbeeld, beeld, moet_zijn, naam_van, vind
from app.services.vastleggen import leg_vast

_OUD = Verordeningsregime.VERORDENING_2017


def leg_2017_vast(h: Handeling, opdracht: Toekenning2017Opdracht) -> Toekenningbeeld:
    """Record a voorziening that was granted under 2017 and ran on (DEV-OVR-902, DEV-OVR-905, DEV-OVR-909).

    Raises Geweigerd for one that started under the verordening of 2021.
    """
    klant = h.klant(opdracht.klant_id)
    beleid = beleid_van(h, klant)
    _controleer(h, opdracht, beleid)
    if mis := niet_voldaan([toets_regime(opdracht.van, _OUD, beleid)]):
        raise Geweigerd(mis[0].toelichting, mis, "regime_past_niet")
    rij = Toekenning(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        regime=_OUD,
        stand=Toekenningstand.LOPEND,
        **opdracht.model_dump(include={"code", "van", "tot", "uren", "kosten"}),
        antwoorden={},
        gegevens={},
        overgang=_overgang(opdracht),
        gestart_op=opdracht.van,
        opgesteld_op=h.nu,
        opgesteld_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(rij)
    leg_vast(h, Inzetsoort.TOEKENNING_2017_VASTGELEGD, rij, klant, {"van": rij.van, "tot": rij.tot})
    bewaak_einde(h, klant, rij)
    return beeld(h, rij)


def _overgang(opdracht: Toekenning2017Opdracht) -> dict[str, Any]:
    velden = {"naam", "besluit_kenmerk", "besluit_datum", "verlengingen", "oude_doelgroep"}
    return opdracht.model_dump(mode="json", include=velden) | {"voorwaarden_vervuld": None, "voortgezet": False}


def _controleer(h: Handeling, opdracht: Toekenning2017Opdracht, beleid: ToekenningBeleid) -> None:
    fouten = {}
    oud = {rij.code for rij in beleid.oude_doelgroepen.waarde}
    if opdracht.oude_doelgroep is not None and opdracht.oude_doelgroep not in oud:
        fouten["oudeDoelgroep"] = f"Kies een van: {', '.join(sorted(oud))}."
    if opdracht.besluit_datum > h.vandaag:
        fouten["besluitDatum"] = "Deze dag ligt in de toekomst."
    if opdracht.tot <= beleid.regime_2021_vanaf.waarde:
        fouten["tot"] = "Deze voorziening was al voorbij toen de verordening van 2021 inging."
    if fouten:
        raise OngeldigeInvoer(fouten)


def beslis(h: Handeling, opdracht: OvergangsbesluitOpdracht, toekenning_id: UUID) -> Besluitstand:
    """Continue after the transition, or extend by the 2017 verordening (DEV-OVR-907, DEV-OVR-908)."""
    rij, klant = vind(h, toekenning_id, vergrendel=True)
    moet_zijn(rij, Toekenningstand.LOPEND)
    if rij.regime is not _OUD or rij.tot is None:
        raise Conflict("Dit kan alleen bij een voorziening van de verordening van 2017.", "niet_van_2017")
    if opdracht.dictum is Overgangsdictum.VOORLEGGEN:
        raise OngeldigeInvoer({"dictum": "Kies voortzetten of verlengen."})
    voorstel = Besluitvoorstel(
        soort=VOORZIENING_OVERGANG,
        onderwerp=rij,
        feiten=_feiten(h, klant, rij, opdracht),
        versie=h.beleid.geldend(ToekenningBeleid, klant.gemeente, h.vandaag),
        peildatum=h.vandaag,
        motivering=opdracht.motivering,
    )
    return neem_besluit(h, klant, rij, voorstel)


def _feiten(h: Handeling, klant: Klant, rij: Toekenning, opdracht: OvergangsbesluitOpdracht) -> Overgangsbesluitfeiten:
    overgang = rij.overgang or {}
    assert rij.tot is not None
    return Overgangsbesluitfeiten(
        gevraagd=opdracht.dictum,
        naam=naam_van(h, klant, rij),
        regime=rij.regime,
        inzet=Overgangsfeiten(
            code=rij.code, begin=rij.van, einde=rij.tot - EEN_DAG, verlengingen=overgang.get("verlengingen", 0)
        ),
        nieuw_einde=opdracht.laatste_dag,
        contract_betalingsplicht=opdracht.contract_betalingsplicht,
        voorwaarden_2017=overgang.get("voorwaarden_vervuld"),
        motivering=opdracht.motivering,
        **vast(h),
    )


def bekendgemaakt(h: Handeling, rij: Toekenning, besluit: Besluit) -> dict[str, Any] | None:
    """Give the voorziening its new last day; it stays under the verordening of 2017."""
    moet_zijn(rij, Toekenningstand.LOPEND)
    klant = is_verzonden(h, rij)
    beslissing: Overgangsbeslissing = beslissing_van(besluit)
    overgang = dict(rij.overgang or {})
    if beslissing.dictum is Overgangsdictum.VERLENGEN:
        overgang["verlengingen"] = overgang.get("verlengingen", 0) + 1
    else:
        overgang["voortgezet"] = True
    rij.tot, rij.overgang = beslissing.einde + EEN_DAG, overgang
    bewaak_einde(h, klant, rij)
    return None
