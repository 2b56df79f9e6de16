"""Recording who decided on a policy version, and what followed (DEV-ORG-901, DEV-ORG-904, DEV-ORG-905)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.taak import Taakstatus
from app.db.vaststelling import vaststelling as db
from app.db.vaststelling.vaststelling import Beleidsvaststelling, Beleidsvervolg
from app.domain.beleid.model import Beleid
from app.domain.beleid.pakket import Pakket
from app.domain.kern.fouten import BeleidOntbreekt, Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.inzet.organisatie import Organisatiesoort
from app.domain.kern.toets import Toets, niet_voldaan
from app.domain.kern.werkdagen import EEN_DAG
from app.domain.vaststelling.beleid import Niveauregel, Normniveau, Orgaan, VaststellingBeleid
from app.domain.vaststelling.bevoegdheid import bevoegden, gewijzigde_grondslagen, toets_orgaan
from app.domain.vaststelling.opvolging import (
    KLAAR_MET,
    Beleidsfeit,
    Beleidsvervolgsoort,
    Vaststellingstaak,
    toets_reactie,
    vaststellingstaak,
)
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak, sluit_taken
from app.services.vastleggen import leg_vast
from app.services.vaststelling.opdrachten import (
    AdviesvervolgOpdracht,
    VaststellingintrekkingOpdracht,
    VaststellingOpdracht,
    VaststellingvervolgOpdracht,
)


@dataclass(frozen=True)
class Vaststellingbeeld:
    """A decision with what followed; ``nog_nodig`` are the bodies that still have to decide on this version."""

    vaststelling: Beleidsvaststelling
    vervolgen: Sequence[Beleidsvervolg]
    nog_nodig: tuple[Orgaan, ...]
    ter_kennisname_raad: bool
    reactie: Toets


def stel_vast(h: Handeling, opdracht: VaststellingOpdracht) -> Vaststellingbeeld:
    """Record the decision and activate the version: its users are to be told, and it is to be published.

    Raises OngeldigeInvoer for an unknown version, Geweigerd when another body must decide.
    """
    pakket = _pakket(h, opdracht.pakket)
    if opdracht.datum > h.vandaag:
        raise OngeldigeInvoer({"datum": "Deze dag ligt in de toekomst."})
    if any(rij.pakket == pakket.id and rij.orgaan is opdracht.orgaan for rij in _staand(h, pakket.gemeente)):
        raise Conflict("Dit besluit is al vastgelegd.", "al_vastgesteld")
    beleid, geraakt = beleid_van(h, pakket.gemeente), geraakte_niveaus(h, pakket)
    toets = toets_orgaan(opdracht.orgaan, geraakt, beleid)
    if bezwaar := niet_voldaan([toets]):
        raise Geweigerd(bezwaar[0].toelichting, bezwaar)
    rij = Beleidsvaststelling(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        gemeente=pakket.gemeente,
        **opdracht.model_dump(),
        niveaus=[regel.niveau.value for regel in geraakt],
        toetsen=[toets.model_dump(mode="json")],
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(rij)
    leg_vast(h, Organisatiesoort.BELEID_VASTGESTELD, rij, None, {"pakket": rij.pakket, "orgaan": rij.orgaan})
    for soort in (Vaststellingstaak.INFORMEREN, Vaststellingstaak.BEKENDMAKEN):
        maak_taak(h, vaststellingstaak(soort, h.vandaag, beleid), Bestemming(rij.id, None))
    return beeld(h, rij)


def vervolg(h: Handeling, opdracht: VaststellingvervolgOpdracht, vaststelling_id: UUID) -> Vaststellingbeeld:
    """Record advice, the reply, the publication or the telling; a better record replaces an earlier one."""
    rij = vind(h, vaststelling_id)
    if opdracht.datum > h.vandaag:
        raise OngeldigeInvoer({"datum": "Deze dag ligt in de toekomst."})
    soort = Beleidsvervolgsoort(opdracht.soort)
    al = db.vervolgen(h.sessie, [rij.id])
    if soort is Beleidsvervolgsoort.REACTIE and not any(deel.soort is Beleidsvervolgsoort.ADVIES for deel in al):
        raise Conflict("Er is geen advies vastgelegd om op te reageren.", "geen_advies")
    inhoud = opdracht.model_dump(mode="json", exclude={"soort", "datum"})
    if isinstance(opdracht, AdviesvervolgOpdracht):
        inhoud["orgaan"] = opdracht.orgaan or beleid_van(h, rij.gemeente).adviesorgaan.waarde
    nieuw = Beleidsvervolg(
        id=uuid7(),
        organisatie=rij.organisatie,
        vaststelling_id=rij.id,
        soort=soort,
        datum=opdracht.datum,
        inhoud=inhoud,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )
    h.sessie.add(nieuw)
    leg_vast(h, Organisatiesoort.BELEID_VERVOLGD, rij, None, {"soort": soort})
    _werk_taken_bij(h, rij, soort)
    return beeld(h, rij)


def _werk_taken_bij(h: Handeling, rij: Beleidsvaststelling, soort: Beleidsvervolgsoort) -> None:
    if soort in KLAAR_MET:
        sluit_taken(h, rij.id, KLAAR_MET[soort])
    if soort is Beleidsvervolgsoort.ADVIES:
        sluit_taken(h, rij.id, Vaststellingstaak.REAGEREN, status=Taakstatus.VERVALLEN)
        taak = vaststellingstaak(Vaststellingstaak.REAGEREN, h.vandaag, beleid_van(h, rij.gemeente))
        maak_taak(h, taak, Bestemming(rij.id, None))


def trek_in(h: Handeling, opdracht: VaststellingintrekkingOpdracht, vaststelling_id: UUID) -> Vaststellingbeeld:
    """Take back a wrong record; its taken lapse and it counts no more."""
    rij = vind(h, vaststelling_id)
    rij.ingetrokken_op, rij.reden_intrekking = h.nu, opdracht.reden
    sluit_taken(h, rij.id, status=Taakstatus.VERVALLEN)
    leg_vast(h, Organisatiesoort.BELEID_VASTSTELLING_INGETROKKEN, rij, None, {"pakket": rij.pakket})
    return beeld(h, rij)


def bekijk_alle(h: Handeling, gemeente: str) -> list[Vaststellingbeeld]:
    """Show the decisions of a gemeente, the newest first."""
    _eigen_gemeente(h, gemeente)
    return [beeld(h, rij) for rij in db.vaststellingen(h.sessie, h.actor, gemeente)]


def vind(h: Handeling, vaststelling_id: UUID) -> Beleidsvaststelling:
    """Find and lock a decision that counts, on the version that was seen."""
    rij = db.vaststelling(h.sessie, h.actor, vaststelling_id, vergrendel=True)
    if rij is None:
        raise NietGevonden("Deze vaststelling is niet gevonden.")
    h.controleer_versie(rij)
    if rij.ingetrokken_op is not None:
        raise Conflict("Deze vaststelling is ingetrokken.", "al_ingetrokken")
    return rij


def beeld(h: Handeling, rij: Beleidsvaststelling) -> Vaststellingbeeld:
    """Show a decision with what followed."""
    h.sessie.flush()
    beleid, vervolgen = beleid_van(h, rij.gemeente), db.vervolgen(h.sessie, [rij.id])
    regels = [regel for naam in rij.niveaus if (regel := beleid.niveau(Normniveau(naam))) is not None]
    gedaan = {ander.orgaan for ander in _staand(h, rij.gemeente) if ander.pakket == rij.pakket}
    return Vaststellingbeeld(
        vaststelling=rij,
        vervolgen=vervolgen,
        nog_nodig=tuple(dict.fromkeys(regel.orgaan for regel in regels if regel.orgaan not in gedaan)),
        ter_kennisname_raad=any(regel.ter_kennisname_raad for regel in regels if regel.orgaan is rij.orgaan),
        reactie=toets_reactie([Beleidsfeit(soort=deel.soort, datum=deel.datum) for deel in vervolgen]),
    )


def beleid_van(h: Handeling, gemeente: str) -> VaststellingBeleid:
    """Return the policy on policy of today."""
    return h.beleid.geldend(VaststellingBeleid, gemeente, h.vandaag).beleid


def geraakte_niveaus(h: Handeling, pakket: Pakket) -> tuple[Niveauregel, ...]:
    """Return the levels of which a version changes something."""
    model = h.register.model(pakket.soort)
    nieuw = h.register.geldend(model, pakket.gemeente, pakket.van).beleid
    grondslagen = gewijzigde_grondslagen(_eerder(h, model, pakket), nieuw)
    return bevoegden(grondslagen, beleid_van(h, pakket.gemeente))


def _eerder(h: Handeling, model: type[Beleid], pakket: Pakket) -> Beleid | None:
    try:
        return h.register.geldend(model, pakket.gemeente, pakket.van - EEN_DAG).beleid
    except BeleidOntbreekt:
        return None


def _pakket(h: Handeling, naam: str) -> Pakket:
    eigen = (p for p in h.register.paketten if p.gemeente in h.actor.gemeenten and p.variant is None)
    gevonden = next((pakket for pakket in eigen if pakket.id == naam), None)
    if gevonden is None:
        raise OngeldigeInvoer({"pakket": "Deze versie van het beleid is niet ingelezen."})
    return gevonden


def _staand(h: Handeling, gemeente: str) -> list[Beleidsvaststelling]:
    rijen = db.vaststellingen(h.sessie, h.actor, gemeente)
    return [rij for rij in rijen if rij.ingetrokken_op is None]


def _eigen_gemeente(h: Handeling, gemeente: str) -> None:
    if gemeente not in h.actor.gemeenten or gemeente not in h.beleid.gemeenten():
        raise OngeldigeInvoer({"gemeente": "Kies een eigen gemeente met ingelezen beleid."})
