"""Kick-offs at a distance: suspended or not, in which form somebody took part, and what then follows."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from app.db.afspraak import Afspraak, Bijeenkomst, Bijeenkomststatus
from app.db.klant import Klant
from app.domain.afspraak.beleid import AfspraakBeleid, KickOffRegels
from app.domain.afspraak.digitaal import opgeschort, taken_workshops, toets_niet_opgeschort, toetsen_deelname
from app.domain.afspraak.feiten import KickOffDeelname, KickOffVorm, Presentie
from app.domain.afspraak.kick_off import kick_off_regels
from app.domain.beleid.model import Waarde
from app.domain.bericht.sjabloon import Sjabloon
from app.domain.kern.fouten import Geweigerd, OngeldigeInvoer
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.tijd import dag
from app.domain.kern.toets import niet_voldaan
from app.services.afspraak.opdrachten import PresentielijstOpdracht
from app.services.bericht.klaarzetten import zet_klaar
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak

_VELDEN = {"vorm_kick_off": "vorm", "telefonisch_mogelijk": "vorm", "subgroep_ingedeeld": "subgroep"}


def controleer_niet_opgeschort(klantgroep: Klantgroep, beleid: AfspraakBeleid) -> None:
    """Raise Geweigerd while kick-offs of this klantgroep are suspended (DEV-DIG-501)."""
    instelling = opgeschort(klantgroep, beleid)
    if instelling is not None and instelling.waarde:
        toets = toets_niet_opgeschort(klantgroep, instelling)
        raise Geweigerd("De kick-off van deze klantgroep is opgeschort.", [toets], "kick_off_opgeschort")


def kick_off_is_opgeschort(h: Handeling, gemeente: str, klantgroep: Klantgroep) -> bool:
    """Tell whether kick-offs of a klantgroep are suspended today."""
    instelling = opgeschort(klantgroep, h.beleid.geldend(AfspraakBeleid, gemeente, h.vandaag).beleid)
    return instelling is not None and instelling.waarde


def _regels(h: Handeling, bijeenkomst: Bijeenkomst) -> Waarde[KickOffRegels]:
    beleid = h.beleid.geldend(AfspraakBeleid, bijeenkomst.gemeente, dag(bijeenkomst.begint)).beleid
    regels = kick_off_regels(bijeenkomst.klantgroep, beleid)
    assert regels is not None  # a bijeenkomst is only planned for a klantgroep with a kick-off
    return regels


def deelnames_van(
    h: Handeling, bijeenkomst: Bijeenkomst, opdracht: PresentielijstOpdracht
) -> Mapping[UUID, KickOffDeelname]:
    """Return how each klant who was there took part (DEV-DIG-024, DEV-DIG-033). Raises OngeldigeInvoer."""
    regels = _regels(h, bijeenkomst)
    gevonden: dict[UUID, KickOffDeelname] = {}
    fouten: dict[str, str] = {}
    for plek, regel in enumerate(opdracht.deelnemers):
        if regel.uitkomst is not Presentie.VERSCHENEN:
            continue
        deelname = KickOffDeelname(
            vorm=regel.vorm or regels.waarde.vormen[0],
            subgroep=regel.subgroep,
            digitaal_vaardig=regel.digitaal_vaardig,
            heeft_apparaat=regel.heeft_apparaat,
        )
        gevonden[regel.klant_id] = deelname
        for toets in niet_voldaan(toetsen_deelname(deelname, regels)):
            fouten[f"deelnemers.{plek}.{_VELDEN[toets.voorwaarde]}"] = toets.toelichting
    if fouten:
        raise OngeldigeInvoer(fouten)
    return gevonden


def zet_deelname(afspraak: Afspraak, deelname: KickOffDeelname | None) -> None:
    """Put on the appointment how the klant took part; nothing for who was not there."""
    afspraak.vorm = deelname.vorm if deelname else None
    afspraak.subgroep = deelname.subgroep if deelname else None


def rond_kick_off_af(h: Handeling, bijeenkomst: Bijeenkomst, opdracht: PresentielijstOpdracht) -> None:
    """Record what came up; the first time, ask for the workshops on what was moved out of it (DEV-DIG-025)."""
    if bijeenkomst.status is Bijeenkomststatus.GEPLAND:
        norm = h.beleid.geldend(AfspraakBeleid, bijeenkomst.gemeente, h.vandaag).beleid.opvolgen_werkdagen
        for voorstel in taken_workshops(_regels(h, bijeenkomst), h.vandaag, norm.waarde):
            maak_taak(h, voorstel, Bestemming(bijeenkomst.id, None))
    bijeenkomst.onderdelen = list(dict.fromkeys(opdracht.onderdelen))
    bijeenkomst.status = Bijeenkomststatus.GEHOUDEN


def geef_handout(h: Handeling, klant: Klant, afspraak: Afspraak, regels: Waarde[KickOffRegels]) -> None:
    """Send the content on paper to who took part by telephone, or online where the policy says so (DEV-DIG-024)."""
    telefonisch = afspraak.vorm is KickOffVorm.TELEFONISCH
    if telefonisch or (regels.waarde.handout and afspraak.vorm is KickOffVorm.ONLINE):
        themas = [deel.replace("_", " ") for deel in regels.waarde.onderdelen]
        gegevens = {"klantgroep": klant.klantgroep.naam if klant.klantgroep else None, "themas": themas}
        zet_klaar(h, klant, Sjabloon.KICK_OFF_HANDOUT, gegevens, onderwerp_id=afspraak.id)


def kick_off_regels_van(h: Handeling, klant: Klant, afspraak: Afspraak) -> Waarde[KickOffRegels] | None:
    """Return the rules of the kick-off that this klant followed."""
    if klant.klantgroep is None:
        return None
    return kick_off_regels(
        klant.klantgroep, h.beleid.geldend(AfspraakBeleid, klant.gemeente, dag(afspraak.begint)).beleid
    )
