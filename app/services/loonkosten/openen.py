"""Openen: beginning to establish the doelgroep, or to determine a loonwaarde."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import besluit as besluiten
from app.db.besluit import Besluitstatus
from app.db.klant import Klant
from app.db.loonkosten import zaak as db
from app.db.loonkosten.zaak import LOPEND, Loonkostenzaak, Loonkostenzaaksoort, Loonkostenzaakstand
from app.domain.kern.fouten import Conflict, Geweigerd, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.toets import niet_voldaan
from app.domain.loonkosten.doelgroep import Vaststelwijze, toets_ambtshalve, toets_eenmaal
from app.domain.loonkosten.procedure import LoonkostenBeleid
from app.services.handeling import Handeling
from app.services.loonkosten.feiten import alleen_op_aanvraag
from app.services.loonkosten.forfaits import eigen_dienstverband
from app.services.loonkosten.opdrachten import LksDoelgroepzaakOpdracht, LoonwaardezaakOpdracht
from app.services.loonkosten.taken import BESLUITTAAK, vraag
from app.services.loonkosten.zaken import Loonkostenzaakbeeld, beeld
from app.services.vastleggen import leg_vast


def open_doelgroep(h: Handeling, opdracht: LksDoelgroepzaakOpdracht, klant_id: UUID) -> Loonkostenzaakbeeld:
    """Begin to establish whether a klant belongs to the doelgroep (DEV-LKS-901, Participatiewet 10c).

    Raises Conflict when one runs already, Geweigerd for a second request within twelve months.
    """
    klant = h.klant(klant_id)
    datum = opdracht.datum or h.vandaag
    _controleer_verzoek(h, opdracht, datum, klant)
    if _loopt(h, klant, Loonkostenzaaksoort.DOELGROEP):
        raise Conflict("Er loopt al een vaststelling van de doelgroep van deze klant.", "zaak_loopt_al")
    _toets_verzoek(h, opdracht, datum, klant)
    gegevens = opdracht.model_dump(mode="json", exclude={"datum"})
    return _open(h, klant, Loonkostenzaak(soort=Loonkostenzaaksoort.DOELGROEP, datum=datum, gegevens=gegevens))


def open_loonwaarde(h: Handeling, opdracht: LoonwaardezaakOpdracht, klant_id: UUID) -> Loonkostenzaakbeeld:
    """Begin to determine a loonwaarde; with ``corrigeert`` a new report takes the place of an earlier one."""
    klant = h.klant(klant_id)
    if opdracht.dienstverband_id is not None:
        eigen_dienstverband(h, klant, opdracht.dienstverband_id)
    if opdracht.corrigeert is not None:
        _te_corrigeren(h, klant, opdracht.corrigeert)
    buiten = {"geldt_vanaf", "dienstverband_id", "corrigeert"}
    gegevens = opdracht.model_dump(mode="json", exclude=buiten, exclude_none=True)
    zaak = Loonkostenzaak(
        soort=Loonkostenzaaksoort.LOONWAARDE,
        datum=opdracht.geldt_vanaf,
        gegevens=gegevens,
        dienstverband_id=opdracht.dienstverband_id,
        corrigeert=opdracht.corrigeert,
    )
    return _open(h, klant, zaak)


def _open(h: Handeling, klant: Klant, zaak: Loonkostenzaak) -> Loonkostenzaakbeeld:
    zaak.id, zaak.organisatie, zaak.klant_id = uuid7(), h.actor.organisatie, klant.id
    zaak.stand, zaak.versie = Loonkostenzaakstand.OPEN, 0
    zaak.geopend_op, zaak.geopend_door = h.nu, h.actor.medewerker_id
    h.sessie.add(zaak)
    leg_vast(h, Inzetsoort.LOONKOSTENZAAK_GEOPEND, zaak, klant, {"zaakId": zaak.id})
    vraag(h, klant, zaak.id, BESLUITTAAK[zaak.soort])
    return beeld(h, zaak, klant)


def _controleer_verzoek(h: Handeling, opdracht: LksDoelgroepzaakOpdracht, datum: date, klant: Klant) -> None:
    fouten = {}
    if (opdracht.wijze is Vaststelwijze.OP_VERZOEK) != (opdracht.verzoeker is not None):
        fouten["verzoeker"] = "Noem wie het verzoek deed; bij ambtshalve vaststellen blijft dit leeg."
    if not klant.geboortedatum <= datum <= h.vandaag:
        fouten["datum"] = "Geef een dag die niet in de toekomst ligt."
    if fouten:
        raise OngeldigeInvoer(fouten)


def _toets_verzoek(h: Handeling, opdracht: LksDoelgroepzaakOpdracht, datum: date, klant: Klant) -> None:
    beleid = h.beleid.geldend(LoonkostenBeleid, klant.gemeente, h.vandaag).beleid
    if opdracht.wijze is Vaststelwijze.AMBTSHALVE:
        toets = toets_ambtshalve(alleen_op_aanvraag(h, klant, datum))
    else:
        eerdere = [
            zaak.datum
            for zaak in db.zaken(h.sessie, klant.id)
            if zaak.gegevens.get("wijze") == Vaststelwijze.OP_VERZOEK
            and zaak.stand is not Loonkostenzaakstand.INGETROKKEN
        ]
        toets = toets_eenmaal(datum, max(eerdere, default=None), beleid)
    if bezwaar := niet_voldaan([toets]):
        raise Geweigerd("Deze vaststelling kan nu niet beginnen.", bezwaar)


def _te_corrigeren(h: Handeling, klant: Klant, besluit_id: UUID) -> None:
    stand = besluiten.besluit(h.sessie, h.actor, besluit_id)
    eigen = stand is not None and stand.besluit.klant_id == klant.id
    if stand is None or not eigen or stand.besluit.soort != Loonkostenzaaksoort.LOONWAARDE:
        raise OngeldigeInvoer({"corrigeert": "Geef een besluit over de loonwaarde van deze klant."})
    if stand.status is not Besluitstatus.BEKENDGEMAAKT:
        raise Conflict(f"Dit besluit is {stand.status.value} en kan niet worden vervangen.", "staat_niet")


def _loopt(h: Handeling, klant: Klant, soort: Loonkostenzaaksoort) -> bool:
    return any(zaak.soort is soort and zaak.stand in LOPEND for zaak in db.zaken(h.sessie, klant.id))
