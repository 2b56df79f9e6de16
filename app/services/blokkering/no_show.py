"""No-shows as situations: one per chain of appointments, counted, taken back after a correction, ended by coming."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.blokkering import blokkering as blokkeringen
from app.db.blokkering import situatie as db
from app.db.blokkering.situatie import Blokkeersituatie
from app.db.klant import Klant
from app.domain.blokkering.situatie import taak_na_komst
from app.domain.blokkering.soorten import Pad, Situatiesoort, Situatiestatus
from app.domain.kern.fouten import Conflict
from app.domain.kern.gebeurtenis import Soort
from app.services.blokkering.situaties import begin, beleid_van, heropen, sluit
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak
from app.services.vastleggen import leg_vast


@dataclass(frozen=True)
class NoShow:
    """Which no-show of a chain it was, on which day, and whether somebody stood at the door."""

    keten_id: UUID
    datum: date
    nummer: int
    huisbezoek: bool


def registreer_no_show(h: Handeling, klant: Klant, no_show: NoShow) -> None:
    """Let a no-show begin a situation, or count it in that of its chain (DEV-BLK-501, DEV-NOS-501 to DEV-NOS-505)."""
    bekend = db.over(h.sessie, no_show.keten_id)
    if bekend is None or bekend.status is Situatiestatus.HERSTELD:
        _maak(h, klant, no_show)
        return
    bekend.no_shows = no_show.nummer
    if bekend.status is Situatiestatus.INGETROKKEN:
        heropen(h, klant, bekend)
    else:
        leg_vast(h, Soort.BLOKKEERSITUATIE_GEWIJZIGD, bekend, klant, {"noShows": no_show.nummer})


def _maak(h: Handeling, klant: Klant, no_show: NoShow) -> None:
    situatie = Blokkeersituatie(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        soort=Situatiesoort.NIET_THUIS if no_show.huisbezoek else Situatiesoort.GEEN_REACTIE_UITNODIGING,
        datum=no_show.datum,
        omschrijving="Niet verschenen op een afspraak, zonder bericht.",
        automatisch=True,
        aanleiding_id=no_show.keten_id,
        no_shows=no_show.nummer,
        zorg_handhaving=False,
        status=Situatiestatus.OPEN,
        geregistreerd_op=h.nu,
        geregistreerd_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(situatie)
    inhoud = {"soort": situatie.soort, "datum": no_show.datum, "automatisch": True}
    leg_vast(h, Soort.BLOKKEERSITUATIE_GEREGISTREERD, situatie, klant, inhoud)
    begin(h, klant, situatie, no_show.datum, met_taak=False)


def neem_no_show_terug(h: Handeling, klant_id: UUID, keten_id: UUID, nummer: int) -> None:
    """Count a no-show no longer because its outcome was wrong; without enough of them there is no situation.

    Raises Conflict while the payment is blocked on it.
    """
    situatie = db.over(h.sessie, keten_id)
    if situatie is None or situatie.status in (Situatiestatus.HERSTELD, Situatiestatus.INGETROKKEN):
        return
    if situatie.status is Situatiestatus.GEBLOKKEERD:
        melding = "De uitbetaling is om dit niet verschijnen geblokkeerd; hef eerst de blokkering op."
        raise Conflict(melding, "eerst_blokkering_opheffen")
    klant = h.klant(klant_id)
    situatie.no_shows = nummer - 1
    nodig = beleid_van(h, klant, situatie.datum).no_shows_voor_blokkering.waarde
    if situatie.no_shows < 1 or (situatie.pad is Pad.REGULIER and situatie.no_shows < nodig):
        sluit(h, klant, situatie, Situatiestatus.INGETROKKEN, "De uitkomst van de afspraak is gecorrigeerd.")
    else:
        leg_vast(h, Soort.BLOKKEERSITUATIE_GEWIJZIGD, situatie, klant, {"noShows": situatie.no_shows})


def klant_kwam(h: Handeling, klant: Klant, keten_id: UUID) -> None:
    """End the situation of a chain because the klant came; a block is then looked at again (DEV-BLK-503)."""
    situatie = db.over(h.sessie, keten_id)
    if situatie is None:
        return
    if situatie.status is Situatiestatus.OPEN:
        sluit(h, klant, situatie, Situatiestatus.HERSTELD, "De klant is verschenen.")
    blok = blokkeringen.lopende(h.sessie, klant.id)
    if blok is not None and blok.blokkeersituatie_id == situatie.id:
        maak_taak(h, taak_na_komst(h.vandaag, beleid_van(h, klant, h.vandaag)), Bestemming(blok.id, klant))
