"""Planning and cancelling kick-off bijeenkomsten."""

from __future__ import annotations

from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import afspraak as db
from app.db import organisatie as organisaties
from app.db.afspraak import Bijeenkomst, Bijeenkomststatus
from app.db.agenda import inrichting
from app.domain.afspraak.beleid import AfspraakBeleid, KickOffRegels
from app.domain.afspraak.feiten import Sessie
from app.domain.afspraak.kick_off import kick_off_regels, toets_inschrijving
from app.domain.agenda.beleid import Gespreksduur
from app.domain.agenda.soorten import AgendaSoort, Agendastatus
from app.domain.agenda.toetsen import Gespreksregel
from app.domain.beleid.model import Waarde
from app.domain.kern.fouten import Conflict, Geweigerd, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.tijd import dag
from app.domain.kern.toets import niet_voldaan
from app.services.afspraak.beeld import Bijeenkomstbeeld, bijeenkomstbeeld
from app.services.afspraak.ketens import laat_vervallen
from app.services.afspraak.kick_off import controleer_niet_opgeschort
from app.services.afspraak.opdrachten import AfzegOpdracht, BijeenkomstOpdracht
from app.services.afspraak.uitkomst import vraag_kick_off
from app.services.afspraak.uitnodigen import open_bijeenkomst
from app.services.agenda.boeken import Boeking, boek, sluit_punt, toets_boeking
from app.services.handeling import Handeling
from app.services.vastleggen import leg_vast


def plan_bijeenkomst(h: Handeling, opdracht: BijeenkomstOpdracht) -> Bijeenkomstbeeld:
    """Plan a kick-off; its capacity is the policy's. Raises Geweigerd for Zorgen, which has none (DEV-KGR-515)."""
    _controleer(h, opdracht)
    beleid = h.beleid.geldend(AfspraakBeleid, opdracht.gemeente, dag(opdracht.begint)).beleid
    regels = kick_off_regels(opdracht.klantgroep, beleid)
    if regels is None:
        sessie = Sessie(sessie_id="", klantgroep=opdracht.klantgroep, dag=dag(opdracht.begint))
        toetsen = toets_inschrijving(sessie, opdracht.klantgroep, beleid)
        raise Geweigerd("Voor deze klantgroep is er geen kick-off.", toetsen)
    controleer_niet_opgeschort(opdracht.klantgroep, beleid)
    bijeenkomst = Bijeenkomst(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        **opdracht.model_dump(exclude={"begeleiders", "ruimte_id"}),
        begeleiders=[deel.model_dump(mode="json", by_alias=True) for deel in opdracht.begeleiders],
        capaciteit=regels.waarde.deelnemers_max,
        ingeschreven=0,
        status=Bijeenkomststatus.GEPLAND,
        versie=0,
    )
    h.sessie.add(bijeenkomst)
    _boek(h, opdracht, bijeenkomst, regels)
    inhoud = {"klantgroep": bijeenkomst.klantgroep, "begint": bijeenkomst.begint, "capaciteit": bijeenkomst.capaciteit}
    leg_vast(h, Soort.BIJEENKOMST_GEPLAND, bijeenkomst, None, inhoud)
    return bijeenkomstbeeld(h, bijeenkomst)


def _boek(h: Handeling, opdracht: BijeenkomstOpdracht, bijeenkomst: Bijeenkomst, regels: Waarde[KickOffRegels]) -> None:
    """Take the time of who leads it and of the room. Raises Geweigerd when one of them is taken."""
    minuten = regels.waarde.duur_minuten
    duur = Gespreksduur(minimum=minuten, standaard=minuten, hoogstens=minuten, tussentijd=0)
    boeking = Boeking(
        onderwerp_id=bijeenkomst.id,
        regel=Gespreksregel(AgendaSoort.KICK_OFF, duur, regels.grondslag),
        klanten=(),
        begin=bijeenkomst.begint,
        minuten=minuten,
        medewerkers=tuple(dict.fromkeys(deel.medewerker_id for deel in opdracht.begeleiders)),
        locatie=bijeenkomst.locatie,
        ruimte_id=opdracht.ruimte_id,
    )
    toetsen = toets_boeking(h, boeking)
    if niet_voldaan(toetsen):
        raise Geweigerd("Op dit moment kan de bijeenkomst niet worden gepland.", niet_voldaan(toetsen))
    boek(h, boeking, toetsen)


def zeg_af(h: Handeling, opdracht: AfzegOpdracht, bijeenkomst_id: UUID) -> Bijeenkomstbeeld:
    """Cancel a bijeenkomst: every invitation lapses and every klant waits for another one; nobody was a no-show."""
    bijeenkomst = open_bijeenkomst(h, bijeenkomst_id)
    h.controleer_versie(bijeenkomst)
    if bijeenkomst.status is Bijeenkomststatus.VERVALLEN:
        raise Conflict("Deze bijeenkomst is al vervallen.", "bijeenkomst_vervallen")
    for klant_id in db.klant_ids(h.sessie, h.actor, bijeenkomst.id):
        h.klant(klant_id)
    for afspraak, klant in db.deelnames(h.sessie, h.actor, bijeenkomst.id):
        laat_vervallen(h, afspraak)
        vraag_kick_off(h, klant, afspraak, "De bijeenkomst gaat niet door.")
        leg_vast(h, Soort.AFSPRAAK_VERVALLEN, afspraak, klant, {"bijeenkomstId": bijeenkomst.id})
    if bijeenkomst.ingeschreven:
        raise Conflict("U mag niet alle deelnemers zien; laat Team Ondersteuning afzeggen.", "niet_alle_deelnemers")
    bijeenkomst.status = Bijeenkomststatus.VERVALLEN
    bijeenkomst.reden_vervallen = opdracht.reden
    sluit_punt(h, bijeenkomst.id, Agendastatus.VERVALLEN)
    leg_vast(h, Soort.BIJEENKOMST_VERVALLEN, bijeenkomst, None, {})
    return bijeenkomstbeeld(h, bijeenkomst)


def _controleer(h: Handeling, opdracht: BijeenkomstOpdracht) -> None:
    fouten: dict[str, str] = {}
    if opdracht.gemeente not in h.actor.gemeenten:
        fouten["gemeente"] = f"Kies een van: {', '.join(h.actor.gemeenten)}."
    if opdracht.begint <= h.nu:
        fouten["begint"] = "Plan een bijeenkomst in de toekomst."
    if opdracht.ruimte_id is not None and inrichting.ruimte(h.sessie, h.actor.organisatie, opdracht.ruimte_id) is None:
        fouten["ruimteId"] = "Deze ruimte is niet bekend."
    bekend = {medewerker.id for medewerker in organisaties.medewerkers(h.sessie, h.actor.organisatie)}
    for plek, begeleider in enumerate(opdracht.begeleiders):
        if begeleider.medewerker_id not in bekend:
            fouten[f"begeleiders.{plek}.medewerkerId"] = "Deze medewerker is niet bekend."
    if fouten:
        raise OngeldigeInvoer(fouten)
