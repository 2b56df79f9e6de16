"""The concept of a toekenning: drawing up, correcting, withdrawing."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, Final
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.klant import Klant
from app.db.taak import Taakstatus
from app.db.toekenning.toekenning import Toekenning
from app.domain.kern.fouten import Geweigerd, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.toets import niet_voldaan
from app.domain.toekenning.overgang import toets_regime
from app.domain.toekenning.regelingen import toets_aangeboden
from app.domain.toekenning.stand import Toekenningstand, Verordeningsregime
from app.domain.voorziening.beleid import VoorzieningBeleid
from app.services.handeling import Handeling
from app.services.taak import sluit_taken
from app.services.toekenning.bewaking import beleid_van
from app.services.toekenning.lezen import Toekenningbeeld, beeld, moet_zijn, vind
from app.services.toekenning.opdrachten import (
    ToekenningintrekkingOpdracht,
    ToekenningOpdracht,
    WijzigToekenningOpdracht,
)
from app.services.vastleggen import leg_vast
from app.services.werkgever.dienstverbanden import dienstverbanden_van
from app.services.werkgever.vestigingen import actieve_vestiging

_NOOIT_LEEG: Final = frozenset({"van", "antwoorden", "gegevens"})
_GEEN_JSON: Final = {"van", "tot", "uren", "kosten", "loon", "vestiging_id", "dienstverband_id"}


def stel_op(h: Handeling, opdracht: ToekenningOpdracht) -> Toekenningbeeld:
    """Draw up the concept of a voorziening that the municipality has on the day of its begin."""
    klant = h.klant(opdracht.klant_id)
    _controleer(h, klant, opdracht.code, opdracht.van, opdracht.gegevens)
    _controleer_plek(h, klant, opdracht)
    rij = Toekenning(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        code=opdracht.code,
        regime=Verordeningsregime.VERORDENING_2021,
        stand=Toekenningstand.CONCEPT,
        **_inhoud(opdracht, set(WijzigToekenningOpdracht.model_fields)),
        opgesteld_op=h.nu,
        opgesteld_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(rij)
    leg_vast(h, Inzetsoort.TOEKENNING_OPGESTELD, rij, klant, {"van": rij.van, "tot": rij.tot})
    return beeld(h, rij)


def wijzig(h: Handeling, opdracht: WijzigToekenningOpdracht, toekenning_id: UUID) -> Toekenningbeeld:
    """Complete or correct a concept; what was asked by code is replaced as a whole."""
    rij, klant = vind(h, toekenning_id, vergrendel=True)
    moet_zijn(rij, Toekenningstand.CONCEPT)
    velden = opdracht.model_fields_set
    leeg = {veld: "Dit veld kan niet leeg." for veld in velden & _NOOIT_LEEG if getattr(opdracht, veld) is None}
    van = opdracht.van or rij.van
    tot = opdracht.tot if "tot" in velden else rij.tot
    if tot is not None and tot <= van:
        leeg["tot"] = "Geef een dag na `van`."
    if leeg:
        raise OngeldigeInvoer(leeg)
    _controleer(h, klant, rij.code, van, opdracht.gegevens or {})
    _controleer_plek(h, klant, opdracht)
    for veld, waarde in _inhoud(opdracht, velden).items():
        setattr(rij, veld, waarde)
    leg_vast(h, Inzetsoort.TOEKENNING_GEWIJZIGD, rij, klant, {"velden": sorted(velden)})
    return beeld(h, rij)


def trek_in(h: Handeling, opdracht: ToekenningintrekkingOpdracht, toekenning_id: UUID) -> Toekenningbeeld:
    """End a concept on which was not decided."""
    rij, klant = vind(h, toekenning_id, vergrendel=True)
    moet_zijn(rij, Toekenningstand.CONCEPT)
    rij.stand, rij.reden_intrekking = Toekenningstand.INGETROKKEN, opdracht.reden
    sluit_taken(h, rij.id, status=Taakstatus.VERVALLEN)
    leg_vast(h, Inzetsoort.TOEKENNING_INGETROKKEN, rij, klant, {})
    return beeld(h, rij)


def _inhoud(opdracht: ToekenningOpdracht | WijzigToekenningOpdracht, velden: set[str]) -> dict[str, Any]:
    """Return these fields as the row keeps them."""
    plat = {veld: getattr(opdracht, veld) for veld in velden & _GEEN_JSON}
    return plat | opdracht.model_dump(mode="json", include=velden - _GEEN_JSON)


def _controleer(h: Handeling, klant: Klant, code: str, van: date, gegevens: Collection[str]) -> None:
    """Refuse a start before the verordening of 2021, and what this municipality does not (any more) have on that day.

    Raises Geweigerd with the article (DEV-OVR-902, DEV-OVR-903), OngeldigeInvoer for a code or a field that nobody
    knows: with a typing error it would never count.
    """
    overgang = beleid_van(h, klant)
    toetsen = (toets_regime(van, Verordeningsregime.VERORDENING_2021, overgang), *toets_aangeboden(code, overgang))
    if mis := niet_voldaan(toetsen):
        raise Geweigerd(mis[0].toelichting, mis, "regime_past_niet")
    beleid = h.beleid.geldend(VoorzieningBeleid, klant.gemeente, van).beleid
    regel = beleid.regel(code)
    if regel is None:
        bekend = ", ".join(regel.code for regel in beleid.voorzieningen.waarde)
        raise OngeldigeInvoer({"code": f"Deze voorziening heeft de gemeente niet. Kies een van: {bekend}."})
    bekende = regel.in_te_vullen
    if vreemd := sorted(set(gegevens) - bekende):
        kies = f" Kies een van: {', '.join(sorted(bekende))}." if bekende else ""
        raise OngeldigeInvoer({f"gegevens.{veld}": f"Dit veld wordt niet gevraagd.{kies}" for veld in vreemd})


def _controleer_plek(h: Handeling, klant: Klant, opdracht: ToekenningOpdracht | WijzigToekenningOpdracht) -> None:
    """Refuse a vestiging where nothing can begin, and a dienstverband of somebody else."""
    if opdracht.vestiging_id is not None:
        actieve_vestiging(h, opdracht.vestiging_id)
    if opdracht.dienstverband_id is not None:
        eigen = {deel.id for deel in dienstverbanden_van(h, klant.id)}
        if str(opdracht.dienstverband_id) not in {str(nummer) for nummer in eigen}:
            raise OngeldigeInvoer({"dienstverbandId": "Geef een dienstverband van deze klant."})
