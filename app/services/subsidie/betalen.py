"""Betalen: ordering the payment of a termijn, behind a guard, and undoing an order that was wrong."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import besluit as besluiten
from app.db.besluit import Besluitstand
from app.db.klant import Klant
from app.db.subsidie import betaling as db
from app.db.subsidie import subsidie as subsidies
from app.db.subsidie.betaling import Betaalopdracht, Subsidiefactuur
from app.db.subsidie.subsidie import GEGEVEN, Subsidie, Subsidietermijn, Termijnstand
from app.domain.beleid.model import Waarde
from app.domain.kern.datum import datum_voluit
from app.domain.kern.fouten import BeleidOntbreekt, Conflict, Geweigerd, NietGevonden
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.toets import niet_voldaan
from app.domain.kern.werkdagen import EEN_DAG
from app.domain.subsidie.betaling import (
    Betaalfeiten,
    Betaalsoort,
    Betaalstand,
    gewijzigd,
    kenmerk,
    nu_geldend,
    toetsen_betaalopdracht,
    zin_gewijzigd,
)
from app.domain.subsidie.factuur import Factuurstand
from app.domain.subsidie.model import GebruiktCijfer, Ontvanger
from app.domain.subsidie.regels import Regels
from app.services.besluit.lezen import bewaarde_feiten
from app.services.handeling import Handeling
from app.services.subsidie.betaalopdrachten import BetaalcorrectieOpdracht
from app.services.subsidie.betaaltaak import werk_betaaltaak_bij
from app.services.subsidie.budget import boek_tegenboeking
from app.services.subsidie.lezen import vind
from app.services.subsidie.regelingen import UITVOERINGEN
from app.services.vastleggen import leg_vast
from app.services.werkgever.dienstverbanden import dienstverband
from app.services.werkgever.iban import rekening

_VASTSTELLING: Final = "subsidie_vaststelling"


def betaal(h: Handeling, termijn_id: UUID) -> Betaalopdracht:
    """Order the payment of a termijn.

    Raises Geweigerd with everything that stands in the way: no invoice, no account, the same person, or a figure that
    is not confirmed; the refusal names the figure, its day and where it is confirmed.
    """
    termijn, rij, klant = _vind_termijn(h, termijn_id)
    h.controleer_versie(termijn)
    _niets_in_de_weg(h, rij, termijn)
    regels = UITVOERINGEN[rij.regeling].regels
    factuur = _factuur(h, termijn) if regels.betaald_na_factuur else None
    naar = _rekening(h, rij, regels.ontvanger)
    bedrag = min(factuur.akkoord_bedrag or 0, termijn.bedrag) if factuur else termijn.bedrag
    wacht = Termijnstand.GEFACTUREERD if regels.betaald_na_factuur else Termijnstand.OPEN
    aanvragers = () if regels.betaald_na_factuur else (rij.geopend_door, rij.rekening_door)
    boekers = (factuur.vastgelegd_door,) if factuur else aanvragers
    feiten = Betaalfeiten(
        bedrag=bedrag,
        open=termijn.stand is wacht and not _loopt(h, termijn) and _aan_de_beurt(h, regels, termijn),
        besluit_staat=_besluit_staat(h, rij),
        factuur_akkoord=(factuur is not None) if regels.betaald_na_factuur else None,
        rekening=naar is not None,
        boekers=tuple(str(wie) for wie in boekers if wie),
        vrijgever=str(h.actor.medewerker_id),
        cijfers=_cijfers(h, klant, termijn),
        grondslag=regels.grondslag,
    )
    if open_ := niet_voldaan(toetsen_betaalopdracht(feiten, formeel=h.formeel)):
        raise Geweigerd("Dit bedrag kan niet worden betaald; hieronder staat waarom.", open_, "niet_betaalbaar")
    assert naar is not None
    opdracht = _schrijf(h, klant, termijn, naar, bedrag=bedrag, factuur_id=factuur.id if factuur else None)
    werk_betaaltaak_bij(h, klant, rij, gedaan=True)
    return opdracht


def _vind_termijn(h: Handeling, termijn_id: UUID) -> tuple[Subsidietermijn, Subsidie, Klant]:
    termijn = subsidies.termijn(h.sessie, h.actor, termijn_id)
    if termijn is None:
        raise NietGevonden("Dit deel van de subsidie is niet gevonden.")
    rij, klant = vind(h, termijn.subsidie_id, vergrendel=True)
    h.sessie.refresh(termijn)
    return termijn, rij, klant


def _factuur(h: Handeling, termijn: Subsidietermijn) -> Subsidiefactuur | None:
    alle = db.facturen(h.sessie, [termijn.subsidie_id])
    akkoord = [f for f in alle if f.termijn_id == termijn.id and f.stand is Factuurstand.AKKOORD]
    return akkoord[-1] if akkoord else None


def _loopt(h: Handeling, termijn: Subsidietermijn) -> bool:
    alle = db.betaalopdrachten(h.sessie, [termijn.subsidie_id])
    eigen = [opdracht for opdracht in alle if opdracht.termijn_id == termijn.id]
    return any(opdracht.loopt or opdracht.wordt_tegengeboekt for opdracht in eigen)


def _rekening(h: Handeling, rij: Subsidie, ontvanger: Ontvanger) -> tuple[str, str] | None:
    """Return IBAN and name: the klant's own, or the employer's that a second person confirmed."""
    bron: Any = rij
    if ontvanger is Ontvanger.WERKGEVER:
        bron = rekening(h, rij.werkgever_id) if rij.werkgever_id else None
    if bron is None or bron.iban is None or bron.tenaamstelling is None:
        return None
    return bron.iban, bron.tenaamstelling


def _besluit_staat(h: Handeling, rij: Subsidie) -> bool:
    laatste = _laatste_verzonden(h, rij)
    return rij.stand in GEGEVEN and laatste is not None and laatste.staat


def _laatste_verzonden(h: Handeling, rij: Subsidie) -> Besluitstand | None:
    """Return the newest besluit on it that was sent; one that is on its way or was rejected changes nothing yet."""
    eigen = [s for s in besluiten.besluiten_over(h.sessie, [rij.id]) if s.besluit.soort == rij.regeling.value]
    return next((stand for stand in reversed(eigen) if stand.bekendmaking is not None), None)


def _niets_in_de_weg(h: Handeling, rij: Subsidie, termijn: Subsidietermijn) -> None:
    """Raise Conflict while a vaststelling is on its way, or for days of a month on which there is no job any more."""
    alle = besluiten.besluiten_over(h.sessie, [rij.id])
    if any(s.besluit.soort == _VASTSTELLING and s.bekendmaking is None and s.staat for s in alle):
        raise Conflict("Er is een besluit onderweg dat de subsidie vaststelt; wacht dat af.", "vaststelling_onderweg")
    if termijn.maand is None or rij.dienstverband_id is None or UITVOERINGEN[rij.regeling].regels.betaald_na_factuur:
        return
    tot, laatste = dienstverband(h, rij.dienstverband_id).tot, _laatste_verzonden(h, rij)
    if tot is None or laatste is None or plus_maanden(termijn.maand, 1) <= tot:
        return
    gerekend = bewaarde_feiten(laatste.besluit).dienstverband
    if gerekend is None or gerekend.tot != tot:
        melding = f"De baan eindigt op {datum_voluit(tot - EEN_DAG)}; bereken deze maand eerst opnieuw."
        raise Conflict(melding, "eerst_herberekenen")


def _aan_de_beurt(h: Handeling, regels: Regels, termijn: Subsidietermijn) -> bool:
    """Tell whether the day has come; an invoice was looked at for that already."""
    return regels.betaald_na_factuur or termijn.betaalbaar_vanaf <= h.vandaag


def _cijfers(h: Handeling, klant: Klant, termijn: Subsidietermijn) -> tuple[GebruiktCijfer, ...]:
    """Return the figures behind a termijn as the policy has them by now."""
    bewaard = [GebruiktCijfer.model_validate(cijfer) for cijfer in termijn.cijfers]
    met_bron = [(cijfer, bron_van(h, klant.gemeente, cijfer)) for cijfer in bewaard]
    for cijfer, bron in met_bron:
        if gewijzigd(cijfer, bron):
            raise Conflict(zin_gewijzigd(cijfer), "cijfer_gewijzigd")
    return tuple(nu_geldend(cijfer, bron) for cijfer, bron in met_bron)


def bron_van(h: Handeling, gemeente: str, cijfer: GebruiktCijfer) -> Waarde[Any] | None:
    """Return the policy value behind a figure as it holds now; None while there is none for its day."""
    try:
        beleid = h.beleid.geldend(h.beleid.modellen[cijfer.beleid], gemeente, cijfer.per).beleid
    except BeleidOntbreekt:
        return None
    waarde: Waarde[Any] | None = getattr(beleid, cijfer.veld, None)
    return waarde


def _schrijf(
    h: Handeling, klant: Klant, termijn: Subsidietermijn, naar: tuple[str, str], **anders: Any
) -> Betaalopdracht:
    nr = db.volgend_nummer(h.sessie, h.actor.organisatie)
    rij = h.sessie.get_one(Subsidie, termijn.subsidie_id)
    vast = {"soort": Betaalsoort.BETALING, "budget": UITVOERINGEN[rij.regeling].regels.budgetcode}
    opdracht = Betaalopdracht(
        id=uuid7(),
        organisatie=termijn.organisatie,
        klant_id=termijn.klant_id,
        nr=nr,
        kenmerk=kenmerk(h.vandaag.year, nr),
        subsidie_id=termijn.subsidie_id,
        termijn_id=termijn.id,
        iban=naar[0],
        tenaamstelling=naar[1],
        stand=Betaalstand.AANGEBODEN,
        aangeboden_op=h.nu,
        aangeboden_door=h.actor.medewerker_id,
        versie=0,
        **(vast | anders),
    )
    h.sessie.add(opdracht)
    inhoud = {"subsidieId": opdracht.subsidie_id, "nr": nr, "soort": opdracht.soort, "bedrag": opdracht.bedrag}
    leg_vast(h, Inzetsoort.BETAALOPDRACHT_AANGEBODEN, opdracht, klant, inhoud)
    return opdracht


def vind_opdracht(h: Handeling, opdracht_id: UUID) -> tuple[Betaalopdracht, Klant]:
    """Find an order under the lock of its dossier."""
    opdracht = db.betaalopdracht(h.sessie, h.actor, opdracht_id)
    if opdracht is None:
        raise NietGevonden("Deze betaalopdracht is niet gevonden.")
    klant = h.klant(opdracht.klant_id)
    h.sessie.refresh(opdracht)
    return opdracht, klant


def annuleer(h: Handeling, opdracht: BetaalcorrectieOpdracht, opdracht_id: UUID) -> Betaalopdracht:
    """Cancel an order that was not fetched yet; the termijn can be paid again."""
    rij, klant = vind_opdracht(h, opdracht_id)
    h.controleer_versie(rij)
    if rij.stand is not Betaalstand.AANGEBODEN:
        raise Conflict("Deze betaalopdracht is al opgehaald; maak een tegenboeking.", "al_opgehaald")
    if rij.soort is not Betaalsoort.BETALING:
        raise Conflict("Een tegenboeking wordt niet geannuleerd.", "is_tegenboeking")
    rij.stand, rij.reden = Betaalstand.GEANNULEERD, opdracht.reden
    leg_vast(h, Inzetsoort.BETAALOPDRACHT_GEANNULEERD, rij, klant, {"nr": rij.nr})
    werk_betaaltaak_bij(h, klant, h.sessie.get_one(Subsidie, rij.subsidie_id))
    return rij


def boek_tegen(h: Handeling, opdracht: BetaalcorrectieOpdracht, opdracht_id: UUID) -> Betaalopdracht:
    """Undo an order that was fetched by a counter-entry of the same amount; the termijn can be paid again."""
    fout, klant = vind_opdracht(h, opdracht_id)
    h.controleer_versie(fout)
    if fout.soort is not Betaalsoort.BETALING or fout.stand not in (Betaalstand.OPGEHAALD, Betaalstand.BETAALD):
        raise Conflict(
            "Alleen een betaling die is opgehaald, wordt tegengeboekt, en maar één keer.", "niet_tegen_te_boeken"
        )
    termijn = h.sessie.get_one(Subsidietermijn, fout.termijn_id, populate_existing=True)
    if termijn.stand is Termijnstand.BETAALD:
        termijn.stand = Termijnstand.GEFACTUREERD if fout.factuur_id else Termijnstand.OPEN
        termijn.versie += 1
    if fout.stand is Betaalstand.BETAALD:
        boek_tegenboeking(h, klant, termijn, -fout.bedrag, opdracht.reden)
    fout.stand, fout.reden = Betaalstand.TEGENGEBOEKT, opdracht.reden
    fout.versie += 1
    werk_betaaltaak_bij(h, klant, h.sessie.get_one(Subsidie, fout.subsidie_id))
    return _schrijf(
        h,
        klant,
        termijn,
        (fout.iban, fout.tenaamstelling),
        soort=Betaalsoort.TEGENBOEKING,
        bedrag=-fout.bedrag,
        tegenboeking_van=fout.id,
        reden=opdracht.reden,
    )
