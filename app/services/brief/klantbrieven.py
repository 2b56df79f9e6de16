"""Letters to a klant about something that is no zaak: made, kept, and asked for in the werkvoorraad."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.db import organisatie as organisaties
from app.db.brief.brief import Briefstand, Briefvorm
from app.db.klant import Klant
from app.domain.beleid.model import Versie
from app.domain.brief.beleid import BriefBeleid
from app.domain.brief.documenten import Formeeldocument, Verzendeis, toets_bereikbaar
from app.domain.brief.model import Deel
from app.domain.brief.opbouw import Omslag
from app.domain.brief.procedurebrief import procedurebrief
from app.domain.kern.fouten import Geweigerd, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import niet_voldaan
from app.services.bericht.gegevens import consulentgegevens, inkomensconsulent_van
from app.services.brief.adressering import adresseer, kenmerk
from app.services.brief.besluitbrieven import controleer_briefhoofd
from app.services.brief.bewaren import Waarover, bewaar
from app.services.handeling import Handeling
from app.services.vastleggen import Eenmalig, leg_vast


@dataclass(frozen=True)
class Briefverzoek:
    """Which letter about what, with what its text may tell besides."""

    soort: Formeeldocument
    onderwerp_id: UUID
    gegevens: dict[str, str | None]
    datum: date | None = None
    extra: tuple[Deel, ...] = ()


def maak_klantbrief(h: Handeling, klant: Klant, verzoek: Briefverzoek) -> Briefstand:
    """Make and keep a letter; it is not sent by this. The klant is locked.

    Raises OngeldigeInvoer for a day that is over, Geweigerd for a letter that cannot reach the klant.
    """
    datum = verzoek.datum or h.vandaag
    if datum < h.vandaag:
        raise OngeldigeInvoer({"datum": "Een brief krijgt niet de datum van een dag die voorbij is."})
    versie = h.beleid.geldend(BriefBeleid, klant.gemeente, h.vandaag)
    eis = versie.beleid.verzending.waarde[verzoek.soort]
    controleer_bereikbaar(klant, eis)
    if h.formeel:
        controleer_briefhoofd(versie)
    omslag = _omslag(h, klant, verzoek.onderwerp_id, datum, eis)
    brief = procedurebrief(verzoek.soort, verzoek.gegevens, omslag, versie.beleid, verzoek.extra)
    over = Waarover(verzoek.soort, verzoek.onderwerp_id, omslag.kenmerk, versie)
    return leg_brief_vast(h, klant, bewaar(h, klant, brief, over), versie)


def leg_brief_vast(h: Handeling, klant: Klant, stand: Briefstand, versie: Versie[BriefBeleid]) -> Briefstand:
    """Record that a letter was made."""
    inhoud = {
        "briefId": stand.brief.id,
        "soort": stand.brief.soort,
        "onderwerpId": stand.brief.onderwerp_id,
        "briefSha256": stand.sha256[Briefvorm.PDF],
        "beleidId": versie.id,
    }
    leg_vast(h, Soort.BRIEF_GEMAAKT, Eenmalig(stand.brief.id), klant, inhoud)
    return stand


def controleer_bereikbaar(klant: Klant, eis: Verzendeis) -> None:
    """Raise Geweigerd for a letter that has no address to go to."""
    toets = toets_bereikbaar(eis, adres=klant.adres is not None, email=klant.email is not None)
    if mis := niet_voldaan([toets]):
        raise Geweigerd("Deze brief kan de klant niet bereiken; leg eerst een adres vast.", mis, "adres_ontbreekt")


def _omslag(h: Handeling, klant: Klant, onderwerp_id: UUID, datum: date, eis: Verzendeis) -> Omslag:
    zelf = organisaties.medewerker(h.sessie, klant.organisatie, h.actor.medewerker_id)
    contact = consulentgegevens(h, inkomensconsulent_van(h, klant) or h.actor.medewerker_id)
    return Omslag(
        geadresseerde=adresseer(h, klant, met_partner=False),
        datum=datum,
        kenmerk=kenmerk(onderwerp_id, datum.year),
        contactpersoon=contact["consulent"],
        contacttelefoon=contact["consulent_telefoon"],
        ondertekenaar=zelf.naam if zelf else None,
        verzending=eis.op_de_brief(),
    )
