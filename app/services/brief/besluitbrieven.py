"""The letter of a besluit: a concept before the bekendmaking, and from then on what was kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from app.db import organisatie as organisaties
from app.db.besluit import Bekendmaking, Besluit
from app.db.besluit import Verzendwijze as Bekendmaakwijze
from app.db.brief import brief as db
from app.db.brief.brief import Briefstand, Briefstapsoort, Briefvorm
from app.db.klant import Klant
from app.domain.beleid.model import Versie
from app.domain.besluit.bekendmaking import Rechtsmiddel
from app.domain.besluit.formeel import Bronwaarde, toets_vastgesteld
from app.domain.brief.beleid import BriefBeleid
from app.domain.brief.besluitbrief import Besluitstuk, Bezwaar, Bijlageregel, Maandregel, besluitbrief
from app.domain.brief.documenten import Postwijze
from app.domain.brief.model import Brief
from app.domain.brief.opbouw import Omslag
from app.domain.brief.taken import adrestaak
from app.domain.kern.fouten import Geweigerd, NietGevonden
from app.domain.kern.geld import euro
from app.domain.kern.termijn_model import Termijn
from app.domain.kern.tijd import dag
from app.domain.kern.toets import niet_voldaan
from app.services.bericht.gegevens import consulentgegevens, inkomensconsulent_van
from app.services.besluit.lezen import beslissing_van, bewaard_beleid, vind
from app.services.besluit.rekenaars import REKENAARS
from app.services.brief.adressering import adresseer, kenmerk, log_ook_partner
from app.services.brief.bewaren import MAAK, MEDIATYPE, Gebeurd, Waarover, bewaar, zet_briefstap
from app.services.handeling import Handeling
from app.services.subsidie.adres import andere_geadresseerde, controleer_postadres
from app.services.taak import Bestemming, maak_taak

_WIJZE: Final = {
    Bekendmaakwijze.POST: Postwijze.REGULIER,
    Bekendmaakwijze.AANGETEKEND: Postwijze.AANGETEKEND,
    Bekendmaakwijze.UITGEREIKT: Postwijze.UITGEREIKT,
    Bekendmaakwijze.DIGITAAL: Postwijze.EMAIL,
}
_PER_POST: Final = (Bekendmaakwijze.POST, Bekendmaakwijze.AANGETEKEND)


@dataclass(frozen=True)
class Gelezen:
    """One form of a letter to hand out; ``sha256`` is None for a concept, which may still change."""

    klant_id: UUID
    inhoud: bytes
    mediatype: str
    sha256: str | None


def lees_besluitbrief(h: Handeling, besluit_id: UUID, vorm: Briefvorm) -> Gelezen:
    """Return the letter of a besluit: as it was sent, or a concept while it was not.

    Raises NietGevonden for a besluit that was sent before this service kept its letters.
    """
    stand, klant = vind(h, besluit_id)
    besluit = stand.besluit
    if stand.bekendmaking is None:
        versie = h.beleid.geldend(BriefBeleid, klant.gemeente, h.vandaag)
        concept = MAAK[vorm](_brief(h, besluit, klant, versie, None))
        return Gelezen(klant.id, concept, MEDIATYPE[vorm], None)
    brief = db.laatste_over(h.sessie, besluit.id)
    deel = db.inhoud(h.sessie, brief.id, vorm) if brief else None
    if brief is None or deel is None:
        raise NietGevonden(
            "Van dit besluit is geen brief bewaard; het is verzonden voordat deze dienst brieven maakte."
        )
    log_ook_partner(h, klant, brief.inhoud)
    return Gelezen(klant.id, deel.inhoud, deel.mediatype, deel.sha256)


def bewaar_besluitbrief(h: Handeling, besluit: Besluit, klant: Klant, zending: Bekendmaking) -> Briefstand:
    """Make and keep the final letter in the transaction of the bekendmaking; a missing address gives a taak.

    Raises Geweigerd outside development while the letterhead or the address for bezwaar is still an example, and
    Conflict for a letter by post to an employer's vestiging without an address.
    """
    versie = h.beleid.geldend(BriefBeleid, klant.gemeente, h.vandaag)
    if h.formeel:
        controleer_briefhoofd(versie)
    if zending.wijze in _PER_POST:
        controleer_postadres(h, besluit)
    brief = _brief(h, besluit, klant, versie, zending)
    soort = versie.beleid.besluittekst(besluit.soort, besluit.dictum).document
    over = Waarover(soort, besluit.id, _kenmerk(besluit), versie)
    stand = bewaar(h, klant, brief, over)
    gebeurd = Gebeurd(Briefstapsoort.VERZONDEN, zending.verzonden_op, (_WIJZE[zending.wijze],))
    stap = zet_briefstap(h, stand.brief, gebeurd)
    if not stand.brief.met_adres and zending.wijze in _PER_POST:
        maak_taak(h, adrestaak(h.vandaag), Bestemming(besluit.id, klant))
    return Briefstand(stand.brief, [stap], stand.sha256)


def controleer_briefhoofd(versie: Versie[BriefBeleid]) -> None:
    """Raise Geweigerd while what a formal letter tells of the municipality was not set by it."""
    namen = ("briefhoofd", "ondertekening", "bezwaar", "beroep")
    waarden = [(naam, getattr(versie.beleid, naam)) for naam in namen]
    bronnen = [Bronwaarde(naam=n, grondslag=w.grondslag, herkomst=w.herkomst) for n, w in waarden]
    if open_ := niet_voldaan(toets_vastgesteld(bron) for bron in bronnen):
        melding = "De brief rust op gegevens die de gemeente nog moet vaststellen; zij kan nog niet worden gemaakt."
        raise Geweigerd(melding, open_, "waarde_niet_vastgesteld")


def _kenmerk(besluit: Besluit) -> str:
    return kenmerk(besluit.id, dag(besluit.genomen_op).year)


def _brief(
    h: Handeling, besluit: Besluit, klant: Klant, versie: Versie[BriefBeleid], zending: Bekendmaking | None
) -> Brief:
    contact = consulentgegevens(h, inkomensconsulent_van(h, klant) or besluit.genomen_door)
    besluiter = organisaties.medewerker(h.sessie, besluit.organisatie, besluit.genomen_door)
    met_partner = besluit.soort not in versie.beleid.besluitkader.waarde.alleen_klant
    omslag = Omslag(
        geadresseerde=andere_geadresseerde(h, besluit) or adresseer(h, klant, met_partner=met_partner),
        datum=zending.verzonden_op if zending else dag(besluit.genomen_op),
        kenmerk=_kenmerk(besluit),
        contactpersoon=contact["consulent"],
        contacttelefoon=contact["consulent_telefoon"],
        ondertekenaar=besluiter.naam if besluiter else None,
        verzending="Aangetekend" if zending and zending.wijze is Bekendmaakwijze.AANGETEKEND else None,
        concept=zending is None,
    )
    tot_en_met = Termijn.model_validate(zending.bezwaartermijn).einde if zending else None
    return besluitbrief(_stuk(h, besluit, tot_en_met), omslag, versie.beleid)


def _stuk(h: Handeling, besluit: Besluit, bezwaar_tot_en_met: date | None) -> Besluitstuk:
    """Turn a besluit of whatever kind into what its letter tells: only what was decided, nothing is computed again."""
    beslissing = beslissing_van(besluit)
    rekenaar = REKENAARS[besluit.soort]
    weken = rekenaar.bezwaar_weken(bewaard_beleid(h, besluit))
    beroep = rekenaar.rechtsmiddel is Rechtsmiddel.BEROEP
    return Besluitstuk(
        soort=besluit.soort,
        dictum=besluit.dictum,
        motivering=beslissing.motivering,
        grondslagen=beslissing.grondslagen,
        bezwaar=Bezwaar(weken.waarde, weken.grondslag, bezwaar_tot_en_met, beroep),
        bedragen=[
            Maandregel(rij.maand, rij.bedrag, getattr(rij, "norm", None), getattr(rij, "procent", None), _uitleg(rij))
            for rij in bedragen_van(beslissing)
        ],
        bijlage=[Bijlageregel(rij.maand, rij.procent, rij.bedrag) for rij in getattr(beslissing, "bijlage", ())],
    )


def _uitleg(rij: Any) -> str | None:
    """Return how the amount of a month came about where that was decided in words or in parts."""
    deel = getattr(rij, "deel", None)
    if deel is not None:
        return f"deel {deel.nummer} van {deel.delen} van {euro(deel.van_bedrag)}"
    uitleg: str | None = getattr(rij, "uitleg", None)
    return uitleg


def bedragen_van(beslissing: Any) -> Sequence[Any]:
    """Return the rows per month of a beslissing, from ``bedragen`` or ``verlaging.bedragen``; none when it has none."""
    bron = beslissing if hasattr(beslissing, "bedragen") else getattr(beslissing, "verlaging", None)
    return getattr(bron, "bedragen", None) or ()
