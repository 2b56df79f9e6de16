"""The agreement about a voorziening: made with what the policy requires, signed by all parties, or withdrawn."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field, StringConstraints
from uuid_utils.compat import uuid7

from app.db import organisatie as organisaties
from app.db.klant import Klant
from app.db.toekenning import overeenkomst as db
from app.db.toekenning.overeenkomst import Voorzieningovereenkomst
from app.db.toekenning.toekenning import Toekenning
from app.domain.brief.beleid import BriefBeleid
from app.domain.brief.documenten import Formeeldocument
from app.domain.brief.opbouw import Omslag
from app.domain.brief.overeenkomstbrief import Overeenkomststuk, overeenkomstbrief
from app.domain.kern.datum import datum_voluit
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.werkdagen import EEN_DAG
from app.domain.toekenning.stand import Toekenningstand
from app.domain.voorziening.beleid import Overeenkomstveld, VoorzieningBeleid
from app.services.bericht.gegevens import consulentgegevens
from app.services.brief.adressering import adresseer, kenmerk
from app.services.brief.besluitbrieven import controleer_briefhoofd
from app.services.brief.bewaren import Waarover, bewaar
from app.services.handeling import Handeling, Opdracht
from app.services.taak import sluit_taken
from app.services.toekenning.bewaking import beleid_van
from app.services.toekenning.lezen import Toekenningbeeld, beeld, moet_zijn, naam_van, vind
from app.services.toekenning.opdrachten import Code, Zin
from app.services.toekenning.taken import Taaksoort, vraag
from app.services.vastleggen import leg_vast

Afspraak = Annotated[str, StringConstraints(min_length=1, max_length=4000)]


class VoorzieningsovereenkomstOpdracht(Opdracht):
    """De afspraken, op code; begin, einde en uren worden uit de toekenning overgenomen als u ze niet geeft."""

    afspraken: dict[Code, Afspraak] = Field(
        max_length=40, examples=[{"doel": "Leren werken in een team.", "werkzaamheden": "Vakken vullen en kassa."}]
    )


class OvereenkomsthandtekeningOpdracht(Opdracht):
    """Wie tekende, wanneer, en waar het bewijs is."""

    partij: Code = Field(examples=["werkgever"])
    datum: date = Field(examples=["2026-04-10"])
    bewijs: Zin = Field(description="Verwijzing naar de scan of het bericht.", examples=["ZAAK-2026-0517"])


class OvereenkomstintrekkingOpdracht(Opdracht):
    """Waarom de overeenkomst niet geldt; daarna kan een nieuwe worden gemaakt."""

    reden: Zin = Field(examples=["De werkzaamheden klopten niet."])


def maak(h: Handeling, opdracht: VoorzieningsovereenkomstOpdracht, toekenning_id: UUID) -> Toekenningbeeld:
    """Make the agreement as a letter. Raises OngeldigeInvoer with all required contents that are missing at once."""
    rij, klant = vind(h, toekenning_id, vergrendel=True)
    moet_zijn(rij, Toekenningstand.TOEGEKEND, Toekenningstand.LOPEND)
    if db.geldende(h.sessie, rij.id) is not None:
        raise Conflict("Er is al een overeenkomst; trek die eerst in.", "overeenkomst_bestaat")
    velden = velden_van(h, klant, rij)
    afspraken = _bekend(rij) | opdracht.afspraken
    _controleer(velden, afspraken)
    partijen = beleid_van(h, klant).partijen.waarde
    nummer = uuid7()
    namen = {veld.code: veld.naam for veld in velden}
    regels = [(namen[code], afspraken[code]) for code in namen]
    stuk = Overeenkomststuk(naam_van(h, klant, rij), regels, partijen)
    overeenkomst = Voorzieningovereenkomst(
        id=nummer,
        organisatie=rij.organisatie,
        klant_id=rij.klant_id,
        toekenning_id=rij.id,
        brief_id=_brief(h, klant, nummer, stuk),
        afspraken={code: afspraken[code] for code in namen},
        partijen=list(partijen),
        handtekeningen=[],
        gemaakt_op=h.nu,
        gemaakt_door=h.actor.medewerker_id,
        versie=1,
    )
    h.sessie.add(overeenkomst)
    _meld(h, Inzetsoort.OVEREENKOMST_GEMAAKT, rij, klant, overeenkomst)
    return beeld(h, rij)


def velden_van(h: Handeling, klant: Klant, rij: Toekenning) -> tuple[Overeenkomstveld, ...]:
    """Return what the policy of the first day requires in the agreement; nothing when it asks for none."""
    regel = h.beleid.geldend(VoorzieningBeleid, klant.gemeente, rij.van).beleid.regel(rij.code)
    return regel.overeenkomst if regel else ()


def _bekend(rij: Toekenning) -> dict[str, str]:
    """Return what the toekenning itself already says."""
    bekend = {"begindatum": datum_voluit(rij.van)}
    if rij.tot is not None:
        bekend["einddatum"] = datum_voluit(rij.tot - EEN_DAG)
    if rij.uren is not None:
        bekend["uren_per_week"] = f"{rij.uren.normalize():f}".replace(".", ",")
    return bekend


def _controleer(velden: tuple[Overeenkomstveld, ...], afspraken: dict[str, str]) -> None:
    if not velden:
        raise Conflict("Bij deze voorziening hoort geen overeenkomst.", "geen_overeenkomst")
    nodig = {veld.code for veld in velden}
    fouten = {
        f"afspraken.{veld.code}": f"{veld.naam} ontbreekt in de overeenkomst ({veld.grondslag})."
        for veld in velden
        if not afspraken.get(veld.code)
    }
    vreemd = set(afspraken) - nodig - {"begindatum", "einddatum", "uren_per_week"}
    fouten |= {f"afspraken.{code}": "Dit hoort niet in deze overeenkomst." for code in sorted(vreemd)}
    if fouten:
        raise OngeldigeInvoer(fouten)


def _brief(h: Handeling, klant: Klant, nummer: UUID, stuk: Overeenkomststuk) -> UUID:
    versie = h.beleid.geldend(BriefBeleid, klant.gemeente, h.vandaag)
    if h.formeel:
        controleer_briefhoofd(versie)
    zelf = organisaties.medewerker(h.sessie, klant.organisatie, h.actor.medewerker_id)
    contact = consulentgegevens(h, klant.consulent_id or h.actor.medewerker_id)
    omslag = Omslag(
        geadresseerde=adresseer(h, klant, met_partner=False),
        datum=h.vandaag,
        kenmerk=kenmerk(nummer, h.vandaag.year),
        contactpersoon=contact["consulent"],
        contacttelefoon=contact["consulent_telefoon"],
        ondertekenaar=zelf.naam if zelf else None,
    )
    over = Waarover(Formeeldocument.OVEREENKOMST_VOORZIENING, nummer, omslag.kenmerk, versie)
    return bewaar(h, klant, overeenkomstbrief(stuk, omslag, versie.beleid), over).brief.id


def onderteken(h: Handeling, opdracht: OvereenkomsthandtekeningOpdracht, overeenkomst_id: UUID) -> Toekenningbeeld:
    """Record a signature; the last one makes the agreement complete."""
    overeenkomst, rij, klant = _vind(h, overeenkomst_id)
    gezet = {teken["partij"] for teken in overeenkomst.handtekeningen}
    fouten = {}
    if opdracht.partij not in overeenkomst.partijen:
        fouten["partij"] = f"Kies een van: {', '.join(overeenkomst.partijen)}."
    elif opdracht.partij in gezet:
        fouten["partij"] = "Deze partij heeft al ondertekend."
    if opdracht.datum > h.vandaag:
        fouten["datum"] = "Deze dag ligt in de toekomst."
    if fouten:
        raise OngeldigeInvoer(fouten)
    tekens = [*overeenkomst.handtekeningen, opdracht.model_dump(mode="json")]
    overeenkomst.handtekeningen = tekens
    if {teken["partij"] for teken in tekens} == set(overeenkomst.partijen):
        overeenkomst.ondertekend_op = max(date.fromisoformat(teken["datum"]) for teken in tekens)
        sluit_taken(h, rij.id, Taaksoort.OVEREENKOMST)
        if rij.stand is Toekenningstand.TOEGEKEND:
            vraag(h, klant, rij, Taaksoort.START)
    _meld(h, Inzetsoort.OVEREENKOMST_ONDERTEKEND, rij, klant, overeenkomst)
    return beeld(h, rij)


def trek_in(h: Handeling, opdracht: OvereenkomstintrekkingOpdracht, overeenkomst_id: UUID) -> Toekenningbeeld:
    """Withdraw an agreement that is not right; another one can be made, and is asked for."""
    overeenkomst, rij, klant = _vind(h, overeenkomst_id)
    overeenkomst.ingetrokken_op, overeenkomst.reden_intrekking = h.nu, opdracht.reden
    sluit_taken(h, rij.id, Taaksoort.START)
    sluit_taken(h, rij.id, Taaksoort.OVEREENKOMST)
    vraag(h, klant, rij, Taaksoort.OVEREENKOMST)
    _meld(h, Inzetsoort.OVEREENKOMST_INGETROKKEN, rij, klant, overeenkomst)
    return beeld(h, rij)


def _vind(h: Handeling, overeenkomst_id: UUID) -> tuple[Voorzieningovereenkomst, Toekenning, Klant]:
    overeenkomst = db.overeenkomst(h.sessie, h.actor, overeenkomst_id)
    if overeenkomst is None:
        raise NietGevonden("Deze overeenkomst is niet gevonden.")
    rij, klant = vind(h, overeenkomst.toekenning_id, vergrendel=True)
    h.sessie.refresh(overeenkomst)
    if overeenkomst.ingetrokken_op is not None:
        raise Conflict("Deze overeenkomst is ingetrokken.", "al_ingetrokken")
    moet_zijn(rij, Toekenningstand.TOEGEKEND, Toekenningstand.LOPEND)
    return overeenkomst, rij, klant


def _meld(h: Handeling, soort: Inzetsoort, rij: Toekenning, klant: Klant, wat: Voorzieningovereenkomst) -> None:
    wat.versie += 1
    inhoud: dict[str, Any] = {"overeenkomstId": wat.id, "briefId": wat.brief_id, "ondertekendOp": wat.ondertekend_op}
    leg_vast(h, soort, rij, klant, inhoud)
