"""Gevolgen: what toetsing and bekendmaking of an opschorting or an intrekking do."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from app.db import besluit as besluiten
from app.db.besluit import Besluit, Besluittoetsing
from app.db.blokkering import blokkering as blokkeringen
from app.db.blokkering.opschorting import Intrekking, Intrekkingstand, Opschorting, Opschortingstand
from app.db.klant import Klant
from app.db.taak import Termijnstatus
from app.domain.blokkering.beleid import BlokkeringBeleid
from app.domain.blokkering.blokkade import MAXIMUM, WAARSCHUWING
from app.domain.blokkering.intrekking import IntrekkingBeslissing, taak_na_hersteltermijn
from app.domain.blokkering.opschorting import OpschortingBeslissing, hersteltermijn, toets_hersteltermijn
from app.domain.blokkering.soorten import Blokkeringstatus
from app.domain.blokkering.verzuim import toets_andere_toetser
from app.domain.kern.fouten import Conflict, Geweigerd
from app.domain.kern.taakvoorstel import AFGEKEURD
from app.domain.kern.toets import Toets, niet_voldaan
from app.services.besluit.lezen import beslissing_van, bewaard_beleid
from app.services.blokkering import intrekken, opschorten
from app.services.blokkering.besluittaken import Taaksoort, vraag
from app.services.blokkering.blokkeren import bewaak_maximum
from app.services.blokkering.blokkeren import ruim_op as ruim_blokkering_op
from app.services.blokkering.einde import ruim_op
from app.services.handeling import Handeling
from app.services.taak import bewaak, sluit_taken, sluit_taken_van_klant, sluit_termijnen


def opschorting(h: Handeling, opschorting_id: UUID) -> Opschorting:
    """Find the opschorting of a besluit."""
    return opschorten.vind(h, opschorting_id)[0]


def intrekking(h: Handeling, intrekking_id: UUID) -> Intrekking:
    """Find the intrekking of a besluit."""
    return intrekken.vind(h, intrekking_id)[0]


def toetsen_toetser(_: Opschorting | Intrekking, besluit: Besluit, toetser: str) -> tuple[Toets, ...]:
    """Return the conditions on who checks a besluit."""
    return (toets_andere_toetser(str(besluit.genomen_door), toetser),)


def opschorting_getoetst(h: Handeling, klant: Klant, rij: Opschorting, toetsing: Besluittoetsing) -> None:
    """Move the opschorting on to the dispatch, or back to the besluiter with the reason."""
    opschorten.moet_zijn(rij, Opschortingstand.BESLOTEN)
    sluit_taken(h, rij.id, Taaksoort.OPSCHORTING_TOETSEN)
    rij.status = Opschortingstand.GETOETST if toetsing.akkoord else Opschortingstand.OPEN
    if toetsing.akkoord:
        vraag(h, klant, rij, Taaksoort.OPSCHORTING_VERZENDEN)
    else:
        vraag(h, klant, rij, Taaksoort.OPSCHORTING, AFGEKEURD)


def intrekking_getoetst(h: Handeling, klant: Klant, rij: Intrekking, toetsing: Besluittoetsing) -> None:
    """Move the intrekking on to the dispatch, or back to the besluiter with the reason."""
    _moet_doorgaan(rij)
    sluit_taken(h, rij.id, Taaksoort.INTREKKING_TOETSEN)
    rij.status = Intrekkingstand.GETOETST if toetsing.akkoord else Intrekkingstand.OPEN
    if toetsing.akkoord:
        vraag(h, klant, rij, Taaksoort.INTREKKING_VERZENDEN)
    else:
        vraag(h, klant, rij, Taaksoort.INTREKKING, AFGEKEURD)


def opschorting_bekend(h: Handeling, rij: Opschorting, besluit: Besluit) -> dict[str, Any] | None:
    """Let the opschorting run: the hersteltermijn from the dispatch, and the eight weeks from its first day.

    Raises Geweigerd when too little of the hersteltermijn is left after the dispatch.
    """
    opschorten.moet_zijn(rij, Opschortingstand.GETOETST)
    klant = h.klant(rij.klant_id)
    beleid: BlokkeringBeleid = bewaard_beleid(h, besluit)
    beslissing: OpschortingBeslissing = beslissing_van(besluit)
    assert beslissing.herstel_tot_en_met is not None
    h.sessie.flush()
    bekend = besluiten.besluiten_over(h.sessie, [rij.id])[-1].bekendmaking
    assert bekend is not None
    if te_kort := niet_voldaan([toets_hersteltermijn(beslissing.herstel_tot_en_met, bekend.verzonden_op, beleid)]):
        raise Geweigerd(
            "De hersteltermijn is te kort geworden; neem een nieuw besluit.", te_kort, "hersteltermijn_te_kort"
        )
    rij.status = Opschortingstand.LOPEND
    sluit_taken(h, rij.id)
    sluit_taken_van_klant(h, klant, "no_show_hersteltermijn_sturen")
    termijn = hersteltermijn(bekend.verzonden_op, beslissing.herstel_tot_en_met)
    bewaak(h, termijn, klant, rij.id, taak_na_hersteltermijn(termijn))
    bewaak_maximum(h, klant, rij.id, beslissing.van, beleid)
    _neem_over(h, klant)
    return {
        "soort": besluit.soort,
        "besluitId": besluit.id,
        "opschortingId": rij.id,
        "van": beslissing.van,
        "herstelTotEnMet": beslissing.herstel_tot_en_met,
        "uiterlijk": beslissing.uiterlijk,
    }


def _neem_over(h: Handeling, klant: Klant) -> None:
    """Watch the maximum of the opschorting instead of that of the block."""
    if (blok := blokkeringen.lopende(h.sessie, klant.id)) is not None:
        sluit_taken(h, blok.id, Taaksoort.OPSCHORTING, WAARSCHUWING)
        sluit_termijnen(h, blok.id, MAXIMUM, status=Termijnstatus.VERVALLEN)


def intrekking_bekend(h: Handeling, rij: Intrekking, besluit: Besluit) -> dict[str, Any] | None:
    """End the uitkering from the first day of the opschorting; opschorting and block end with it.

    Raises Conflict when the verzuim was repaired in the meantime.
    """
    _moet_doorgaan(rij)
    klant = h.klant(rij.klant_id)
    beslissing: IntrekkingBeslissing = beslissing_van(besluit)
    opschorting_, _ = opschorten.vind(h, rij.opschorting_id)
    opschorten.moet_zijn(opschorting_, Opschortingstand.LOPEND)
    rij.status = Intrekkingstand.BEKENDGEMAAKT
    sluit_taken(h, rij.id)
    sluit_taken_van_klant(h, klant, "no_show_stopzetten_na_hersteltermijn")
    opschorting_.status, opschorting_.gesloten_op = Opschortingstand.INGETROKKEN, h.vandaag
    opschorting_.versie += 1
    ruim_op(h, opschorting_)
    if (blok := blokkeringen.lopende(h.sessie, klant.id)) is not None:
        blok.status, blok.tot, blok.versie = Blokkeringstatus.OVERGEGAAN, h.vandaag, blok.versie + 1
        ruim_blokkering_op(h, blok)
    return {
        "soort": besluit.soort,
        "besluitId": besluit.id,
        "opschortingId": rij.opschorting_id,
        "van": beslissing.van,
        "grondslag": beslissing.grondslagen[0].model_dump(mode="json"),
    }


def _moet_doorgaan(rij: Intrekking) -> None:
    if rij.status is Intrekkingstand.VERVALLEN:
        raise Conflict("Deze intrekking is vervallen: het verzuim is hersteld, of zij ging niet door.", "vervallen")
