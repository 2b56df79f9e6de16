"""Afloop: stopping a subsidie, deciding on what is held, fixing it, and a claim that is discovered later."""

from __future__ import annotations

from uuid import UUID

from app.db import besluit as besluiten
from app.db.besluit import Besluitstand
from app.db.klant import Klant
from app.db.subsidie import betaling as betalingen
from app.db.subsidie import subsidie as db
from app.db.subsidie.subsidie import GEGEVEN, Subsidie, Subsidiestand, Subsidietermijn, Termijnstand
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.subsidie.beleid import SubsidieBeleid
from app.domain.subsidie.einde import Eindfeiten, Vaststelfeiten
from app.domain.subsidie.model import Regelingcode
from app.services.besluit.nemen import Besluitvoorstel, neem
from app.services.besluit.subsidierekenaars import EINDE, VASTSTELLING
from app.services.handeling import Handeling
from app.services.subsidie.betaaltaak import werk_betaaltaak_bij
from app.services.subsidie.budget import boek_minder
from app.services.subsidie.eindopdrachten import (
    AanspraakmeldingOpdracht,
    SubsidievaststellingOpdracht,
    TermijnbeoordelingOpdracht,
)
from app.services.subsidie.lezen import Subsidiebeeld, beeld, vind
from app.services.subsidie.regelingen import UITVOERINGEN
from app.services.subsidie.taken import Taaksoort, vraag
from app.services.subsidie.terugvorderen import gevorderd
from app.services.taak import sluit_taken
from app.services.toekenning.eindeopdrachten import Beeindigingsreden
from app.services.toekenning.gronden import toets_beeindiging
from app.services.vastleggen import leg_vast

NIET_BETAALD = frozenset({Termijnstand.OPEN, Termijnstand.GEFACTUREERD, Termijnstand.AANGEHOUDEN})


def beeindig(h: Handeling, opdracht: Beeindigingsreden, subsidie_id: UUID) -> Besluitstand:
    """Decide to stop a subsidie on one of the seven grounds, as a voorziening is stopped (DEV-VRZ-909)."""
    rij, klant = vind(h, subsidie_id, vergrendel=True)
    h.controleer_versie(rij)
    toetsen = toets_beeindiging(h, klant, opdracht)
    open_ = [t.bedrag for t in db.termijnen(h.sessie, [rij.id]) if t.stand in NIET_BETAALD]
    feiten = Eindfeiten(
        regeling=rij.regeling,
        loopt=rij.stand is Subsidiestand.TOEGEKEND,
        laatste_dag=opdracht.laatste_dag,
        grond=toetsen[0].toelichting.rstrip("."),
        toetsen=toetsen,
        motivering=opdracht.motivering or "",
        open_bedrag=sum(open_),
    )
    return _neem(h, klant, rij, EINDE, feiten)


def stel_vast(h: Handeling, opdracht: SubsidievaststellingOpdracht, subsidie_id: UUID) -> Besluitstand:
    """Decide at what a subsidie is fixed, and whether what is too much is claimed back (Awb 4:46, 4:57)."""
    rij, klant = vind(h, subsidie_id, vergrendel=True)
    h.controleer_versie(rij)
    termijnen = db.termijnen(h.sessie, [rij.id])
    lopend = [o for o in betalingen.betaalopdrachten(h.sessie, [rij.id]) if o.loopt]
    betaald = sum(o.bedrag for o in lopend if o.antwoord_op is not None)
    onderweg = [o for o in lopend if o.antwoord_op is None]
    gefactureerd = [t for t in termijnen if t.stand is Termijnstand.GEFACTUREERD]
    feiten = Vaststelfeiten(
        regeling=rij.regeling,
        awb_subsidie=UITVOERINGEN[rij.regeling].regels.awb_subsidie,
        gegeven=rij.stand in GEGEVEN - {Subsidiestand.VASTGESTELD},
        toegekend=max(sum(termijn.bedrag for termijn in termijnen), _toegekend(h, rij)),
        betaald=betaald,
        gevorderd=gevorderd(h, rij),
        vastgesteld=opdracht.bedrag,
        onderweg=len(onderweg) + len(gefactureerd),
        grond=opdracht.grond,
        terugvorderen=opdracht.terugvorderen,
        motivering=opdracht.motivering,
    )
    return _neem(h, klant, rij, VASTSTELLING, feiten)


def _toegekend(h: Handeling, rij: Subsidie) -> int:
    """Return what the besluit granted, whatever a person decided later on what was held."""
    eigen = [s.besluit for s in besluiten.besluiten_over(h.sessie, [rij.id]) if s.besluit.soort == rij.regeling.value]
    schema = eigen[-1].beslissing["betaalschema"] if eigen else None
    return int(schema["totaal"]) if schema else 0


def _neem(h: Handeling, klant: Klant, rij: Subsidie, soort: str, feiten: Eindfeiten | Vaststelfeiten) -> Besluitstand:
    besluit = neem(
        h,
        klant,
        Besluitvoorstel(
            soort=soort,
            onderwerp=rij,
            feiten=feiten,
            versie=h.beleid.geldend(SubsidieBeleid, klant.gemeente, h.vandaag),
            peildatum=h.vandaag,
            motivering=feiten.motivering,
        ),
    )
    vraag(h, klant, rij, Taaksoort.TOETSING)
    return Besluitstand(besluit, None, None)


def houd_aan(h: Handeling, rij: Subsidie, reden: str) -> list[Subsidietermijn]:
    """Hold every termijn that is not on its way to be paid; a person decides on each (DEV-VRZ-909)."""
    lopend = {o.termijn_id for o in betalingen.betaalopdrachten(h.sessie, [rij.id]) if o.loopt}
    vrij = [t for t in db.termijnen(h.sessie, [rij.id]) if t.stand in NIET_BETAALD and t.id not in lopend]
    for termijn in vrij:
        termijn.stand, termijn.reden = Termijnstand.AANGEHOUDEN, reden
        termijn.versie += 1
    werk_betaaltaak_bij(h, h.klant(rij.klant_id), rij)
    return vrij


def beoordeel_termijn(h: Handeling, opdracht: TermijnbeoordelingOpdracht, termijn_id: UUID) -> Subsidiebeeld:
    """Decide on a termijn that is held without an invoice: it can be paid (for less), or lapses."""
    termijn = db.termijn(h.sessie, h.actor, termijn_id)
    if termijn is None:
        raise NietGevonden("Dit deel van de subsidie is niet gevonden.")
    rij, klant = vind(h, termijn.subsidie_id, vergrendel=True)
    h.sessie.refresh(termijn)
    h.controleer_versie(termijn)
    facturen = [f for f in betalingen.facturen(h.sessie, [rij.id]) if f.termijn_id == termijn.id]
    if termijn.stand is not Termijnstand.AANGEHOUDEN or any(f.stand == "aangehouden" for f in facturen):
        raise Conflict(
            "Dit deel wordt niet aangehouden, of beoordeel de factuur die is aangehouden.", "niet_aangehouden"
        )
    if opdracht.bedrag is not None and (opdracht.bedrag > termijn.bedrag or not opdracht.betalen):
        raise OngeldigeInvoer({"bedrag": "Geef alleen bij betalen een bedrag, niet hoger dan dit deel."})
    eerst = termijn.bedrag
    akkoord = any(f.stand == "akkoord" for f in facturen)
    verder = Termijnstand.GEFACTUREERD if akkoord else Termijnstand.OPEN
    termijn.stand = verder if opdracht.betalen else Termijnstand.VERVALLEN
    termijn.bedrag = opdracht.bedrag or termijn.bedrag
    termijn.reden = opdracht.reden
    boek_minder(h, klant, termijn, eerst - (termijn.bedrag if opdracht.betalen else 0), opdracht.reden)
    if not any(t.stand is Termijnstand.AANGEHOUDEN for t in db.termijnen(h.sessie, [rij.id])):
        sluit_taken(h, rij.id, Taaksoort.AANGEHOUDEN)
    werk_betaaltaak_bij(h, klant, rij)
    inhoud = {"termijn": termijn.nummer, "stand": termijn.stand, "bedrag": termijn.bedrag}
    leg_vast(h, Inzetsoort.SUBSIDIETERMIJN_BEOORDEELD, termijn, klant, inhoud)
    return beeld(h, rij)


def meld_aanspraak(h: Handeling, opdracht: AanspraakmeldingOpdracht, subsidie_id: UUID) -> Subsidiebeeld:
    """Open a review when a claim under another regeling is discovered later; nothing more is paid until then."""
    rij, klant = vind(h, subsidie_id, vergrendel=True)
    h.controleer_versie(rij)
    if rij.regeling is not Regelingcode.TEGEMOETKOMING or rij.stand not in GEGEVEN:
        raise Conflict("Alleen bij een toegekende tegemoetkoming loonkosten telt een andere aanspraak.", "telt_niet")
    if opdracht.gebleken_op > h.vandaag:
        raise OngeldigeInvoer({"geblekenOp": "Geef een dag die niet in de toekomst ligt."})
    naam = opdracht.aanspraak.value.replace("_", " ")
    houd_aan(h, rij, f"Er bleek een aanspraak op een andere regeling: {naam}.")
    vraag(h, klant, rij, Taaksoort.HERZIENING, waarom="Er bleek een aanspraak op een andere regeling.")
    inhoud = {"aanspraak": opdracht.aanspraak, "geblekenOp": opdracht.gebleken_op}
    leg_vast(h, Inzetsoort.SUBSIDIE_AANSPRAAK_GEMELD, rij, klant, inhoud)
    return beeld(h, rij)
