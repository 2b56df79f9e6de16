"""Recording a fact with what follows from it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final

from pydantic import Field, StringConstraints
from uuid_utils.compat import uuid7

from app import CODEVERSIE
from app.db import beleidspakket
from app.db import plan as plannen
from app.db.doelgroep import feiten as db
from app.db.doelgroep.feiten import Doelgroepfeit, Feitregel
from app.db.klant import Klant
from app.domain.beleid.model import Versie
from app.domain.doelgroep.beleid import DoelgroepBeleid
from app.domain.doelgroep.categorie import Categorie, Doelgroepcategorie, MaxWw, categorie_van
from app.domain.doelgroep.feit import Feit, Gevolg
from app.domain.doelgroep.soorten import gevolg_van
from app.domain.doelgroep.statushouder import Pip
from app.domain.kern.fouten import Geweigerd, NietBevoegd, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import niet_voldaan
from app.domain.maatregel.beleid import Regime
from app.services.doelgroep.dossier import achtergrond, beleid_van
from app.services.handeling import Handeling, Opdracht
from app.services.klant import PersoonOpdracht, vind_of_registreer
from app.services.taak import Bestemming, bewaak, maak_taak, sluit_taken_van_klant, sluit_termijnen
from app.services.vastleggen import Eenmalig, leg_vast

_UITKERING: Final = {
    Regime.PW: Categorie.ALGEMENE_BIJSTAND,
    Regime.IOAW: Categorie.IOAW,
    Regime.IOAZ: Categorie.IOAZ,
}


class MaxWwOpdracht(Opdracht):
    """Iemand van wie de WW eindigt, voorgedragen door het UWV; wie nog niet bekend is, wordt ingeschreven."""

    persoon: PersoonOpdracht
    gemeente: Annotated[str, StringConstraints(pattern=r"^GM[0-9]{4}$")] = Field(examples=["GM0150"])
    voordracht: MaxWw


def draag_voor(h: Handeling, opdracht: MaxWwOpdracht) -> Feitregel:
    """Register who loses the WW and look for a match (DEV-DOE-018)."""
    klant, _ = vind_of_registreer(h, opdracht.persoon, opdracht.gemeente, "persoon.")
    return registreer(h, klant, opdracht.voordracht)


def registreer(h: Handeling, klant: Klant, nieuw: Feit) -> Feitregel:
    """Record a fact; ``klant`` is locked. Raises NietBevoegd, OngeldigeInvoer, or Geweigerd when a rule refuses it."""
    _controleer(h, klant, nieuw)
    return _neem_op(h, klant, nieuw)


def krijgt_uitkering(h: Handeling, klant: Klant, vanaf: date) -> None:
    """Register who gets an uitkering in the doelgroep of that law, whoever sends the besluit (DEV-DOE-901)."""
    categorie = _UITKERING[klant.regime]
    if categorie_van(achtergrond(h, klant).eerdere, vanaf) is not categorie:
        _neem_op(h, klant, Doelgroepcategorie(soort="doelgroepcategorie", datum=vanaf, categorie=categorie))


def _neem_op(h: Handeling, klant: Klant, nieuw: Feit) -> Feitregel:
    versie = beleid_van(h, klant)
    gevolg = gevolg_van(nieuw, achtergrond(h, klant, nieuw), versie.beleid)
    if bezwaar := niet_voldaan(gevolg.voorwaarden):
        raise Geweigerd("Dit kan zo niet worden vastgelegd.", bezwaar)
    rij = _rij(h, klant, nieuw, gevolg, versie)
    beleidspakket.bewaar(h.sessie, versie, h.nu)
    h.sessie.add(rij)
    leg_vast(h, Soort.DOELGROEPFEIT_VASTGELEGD, Eenmalig(rij.id), klant, {"feitId": rij.id})
    zet_kenmerken(h, klant, (frozenset(klant.kenmerken) | gevolg.erbij) - gevolg.eraf)
    _werk_bij(h, klant, rij, gevolg)
    return Feitregel(rij, None)


def _controleer(h: Handeling, klant: Klant, nieuw: Feit) -> None:
    if not h.actor.heeft(*nieuw.rollen):
        raise NietBevoegd("Uw rol mag dit niet vastleggen.")
    fouten = {}
    if nieuw.datum > h.vandaag and not nieuw.vooruit:
        fouten["datum"] = "Deze dag ligt in de toekomst."
    if nieuw.datum < klant.geboortedatum:
        fouten["datum"] = "Deze dag ligt voor de geboortedatum."
    if isinstance(nieuw, Pip) and nieuw.plan_id is not None:
        eigen = {plan.id for plan in plannen.plannen(h.sessie, klant.id)}
        if nieuw.plan_id not in eigen:
            fouten["planId"] = "Dit plan is er niet voor deze klant."
    if fouten:
        raise OngeldigeInvoer(fouten)


def _rij(h: Handeling, klant: Klant, nieuw: Feit, gevolg: Gevolg, versie: Versie[DoelgroepBeleid]) -> Doelgroepfeit:
    toetsen = (*gevolg.voorwaarden, *gevolg.signalen)
    return Doelgroepfeit(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        soort=nieuw.soort,
        datum=nieuw.datum,
        gegevens=nieuw.model_dump(mode="json", by_alias=True),
        toetsen=[toets.model_dump(mode="json") for toets in toetsen],
        uitkomst=gevolg.uitkomst,
        beleid_id=versie.id,
        beleid_sha256=versie.sha256,
        codeversie=CODEVERSIE,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )


def zet_kenmerken(h: Handeling, klant: Klant, nieuw: frozenset[str]) -> None:
    """Let the markers on the klant follow the facts."""
    if nieuw == frozenset(klant.kenmerken):
        return
    klant.kenmerken = sorted(nieuw)
    leg_vast(h, Soort.KLANT_GEWIJZIGD, klant, klant, {"velden": ["kenmerken"]})


def _werk_bij(h: Handeling, klant: Klant, rij: Doelgroepfeit, gevolg: Gevolg) -> None:
    """Close what the fact ends and put what follows in the werkvoorraad."""
    if gevolg.klaar:
        sluit_taken_van_klant(h, klant, *gevolg.klaar)
    h.sessie.flush()
    for termijn in db.lopende_termijnen(h.sessie, klant.id, gevolg.gestopt):
        sluit_termijnen(h, termijn.onderwerp_id, termijn.soort)
    bestemming = Bestemming(rij.id, klant)
    for voorstel in gevolg.taken:
        maak_taak(h, voorstel, bestemming)
    for bewaking in gevolg.bewaken:
        bewaak(h, bewaking.termijn, klant, rij.id, bewaking.vervolg)
