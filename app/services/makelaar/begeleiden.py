"""The support itself: dated lines, an extension, the final report, the besliscode, and the letter."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from app.db.aanvraag import document as documenten
from app.db.brief.brief import Briefstand
from app.db.klant import Klant
from app.db.makelaar import verwijzing as db
from app.db.makelaar.verwijzing import LOPEND, Makelaarverwijzing
from app.db.sessie import verruim
from app.db.taak import Taakstatus
from app.domain.brief.documenten import Formeeldocument
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.inzet.organisatie import Organisatiesoort
from app.domain.kern.toets import Toets, niet_voldaan
from app.domain.makelaar.feiten import EindverslagFeiten, Looptijd
from app.domain.makelaar.soort import VRIJWILLIGERSWERK, Makelaarregelsoort, Makelaarstand, Makelaarstap
from app.domain.makelaar.taken import Makelaartaak
from app.domain.makelaar.toetsen import toets_eindverslag, toets_nazorg, toets_sluiting, toets_verlenging
from app.services.brief.klantbrieven import Briefverzoek, maak_klantbrief
from app.services.handeling import Handeling
from app.services.makelaar.opdrachten import (
    AanbiederberichtOpdracht,
    MakelaareindverslagOpdracht,
    MakelaarsluitingOpdracht,
    MakelaarstapOpdracht,
    MakelaarverlengingOpdracht,
    SpelregelbriefOpdracht,
)
from app.services.makelaar.verwijzen import (
    Makelaarbeeld,
    beeld_van,
    beleid_van,
    herinner,
    schrijf_regel,
    vind,
    zet_makelaartaak,
)
from app.services.taak import sluit_taken
from app.services.vastleggen import leg_vast

_AFGEROND: Final = (Makelaarstand.TERUGGEKOPPELD, Makelaarstand.GESLOTEN)


def leg_stap_vast(h: Handeling, opdracht: MakelaarstapOpdracht, verwijzing_id: UUID) -> Makelaarbeeld:
    """Write a dated line (DEV-PMK-506); nazorg after the maximum is kept with a warning (DEV-PMK-508)."""
    rij, klant = vind(h, verwijzing_id, *LOPEND)
    datum, soort = opdracht.datum or h.vandaag, Makelaarregelsoort(opdracht.soort)
    _controleer_stap(h, rij, opdracht)
    laat = False
    if opdracht.soort is Makelaarstap.NAZORG:
        laat = bool(niet_voldaan([toets_nazorg(rij.start, datum, beleid_van(h, klant).beleid)]))
    if opdracht.soort is Makelaarstap.EERSTE_CONTACT:
        rij.eerste_contact_op = datum
        sluit_taken(h, rij.id, Makelaartaak.CONTACT)
    schrijf_regel(h, rij, soort, opdracht.tekst, datum=datum, na_maximum=laat, vervangt=opdracht.vervangt)
    leg_vast(h, Organisatiesoort.MAKELAAR_BIJGEWERKT, rij, klant, {"soort": soort, "datum": datum})
    if opdracht.soort is Makelaarstap.PLAATSING and rij.doel in VRIJWILLIGERSWERK and opdracht.vervangt is None:
        zet_makelaartaak(h, klant, rij, Makelaartaak.BRIEF)
    return beeld_van(h, klant, rij)


def _controleer_stap(h: Handeling, rij: Makelaarverwijzing, opdracht: MakelaarstapOpdracht) -> None:
    fouten = {}
    if opdracht.datum is not None and not rij.start <= opdracht.datum <= h.vandaag:
        fouten["datum"] = "Geef een dag vanaf het begin van de hulp, niet na vandaag."
    al = db.regels(h.sessie, [rij.id])
    weg = {regel.vervangt for regel in al}
    staat = {regel.id for regel in al if regel.soort.value == opdracht.soort.value} - weg
    if opdracht.vervangt is not None and opdracht.vervangt not in staat:
        fouten["vervangt"] = "Dit is geen regel van dezelfde soort die nog geldt."
    if fouten:
        raise OngeldigeInvoer(fouten)
    if opdracht.soort is Makelaarstap.EERSTE_CONTACT and staat and opdracht.vervangt is None:
        raise Conflict("Er was al een eerste contact; verbeter die regel.", "al_contact")


def verleng(h: Handeling, opdracht: MakelaarverlengingOpdracht, verwijzing_id: UUID) -> Makelaarbeeld:
    """Go on for longer, with the reason, up to four months in total (DEV-PMK-504)."""
    rij, klant = vind(h, verwijzing_id, Makelaarstand.LOPEND)
    looptijd = Looptijd(start=rij.start, tot=rij.tot)
    _moet_kunnen(toets_verlenging(looptijd, opdracht.tot, beleid_van(h, klant).beleid))
    rij.tot = opdracht.tot
    schrijf_regel(h, rij, Makelaarregelsoort.VERLENGING, opdracht.reden, tot=opdracht.tot)
    leg_vast(h, Organisatiesoort.MAKELAAR_VERLENGD, rij, klant, {"tot": rij.tot})
    herinner(h, klant, rij)
    return beeld_van(h, klant, rij)


def koppel_terug(h: Handeling, opdracht: MakelaareindverslagOpdracht, verwijzing_id: UUID) -> Makelaarbeeld:
    """Report the result with recommendations, or put that right until the closing (DEV-PMK-506, DEV-PMK-507)."""
    rij, klant = vind(h, verwijzing_id, *LOPEND)
    if opdracht.contract_document_id is not None:
        document = documenten.document(h.sessie, h.actor, opdracht.contract_document_id)
        if document is None or document.klant_id != klant.id or document.ingetrokken_op is not None:
            raise OngeldigeInvoer({"contractDocumentId": "Dit is geen document van deze klant."})
    bewijs = opdracht.contract_document_id is not None or opdracht.contract_kenmerk is not None
    _moet_kunnen(toets_eindverslag(EindverslagFeiten(doel=rij.doel, resultaat=opdracht.resultaat, bewijs=bewijs)))
    for veld, waarde in opdracht.model_dump().items():
        setattr(rij, veld, waarde)
    eerste = rij.stand is Makelaarstand.LOPEND
    rij.stand, rij.teruggekoppeld_op = Makelaarstand.TERUGGEKOPPELD, h.vandaag
    sluit_taken(h, rij.id, Makelaartaak.CONTACT, Makelaartaak.EINDE)
    leg_vast(h, Organisatiesoort.MAKELAAR_TERUGGEKOPPELD, rij, klant, {"resultaat": rij.resultaat})
    if eerste:
        zet_makelaartaak(h, klant, rij, Makelaartaak.SLUITEN)
    return beeld_van(h, klant, rij)


def sluit(h: Handeling, opdracht: MakelaarsluitingOpdracht, verwijzing_id: UUID) -> Makelaarbeeld:
    """Close with a besliscode of the inkomensconsulent, or put the code right with a reason (DEV-PMK-512)."""
    rij, klant = vind(h, verwijzing_id, *LOPEND, Makelaarstand.GESLOTEN)
    if rij.stand is Makelaarstand.GESLOTEN and opdracht.reden is None:
        raise OngeldigeInvoer({"reden": "Zeg waarom de besliscode verandert; de verwijzing is al gesloten."})
    verslag = rij.terugkoppeling is not None and rij.aanbevelingen is not None
    _moet_kunnen(toets_sluiting(verslag, opdracht.besliscode, beleid_van(h, klant).beleid))
    rij.gesloten_op = rij.gesloten_op or h.vandaag
    rij.stand, rij.besliscode, rij.reden = Makelaarstand.GESLOTEN, opdracht.besliscode, opdracht.reden
    klant.makelaar_id = None
    sluit_taken(h, rij.id, Makelaartaak.SLUITEN)
    sluit_taken(h, rij.id, Makelaartaak.CONTACT, Makelaartaak.EINDE, status=Taakstatus.VERVALLEN)
    leg_vast(h, Organisatiesoort.MAKELAAR_GESLOTEN, rij, klant, {"besliscode": rij.besliscode})
    return beeld_van(h, klant, rij)


def meld_bericht(h: Handeling, opdracht: AanbiederberichtOpdracht, verwijzing_id: UUID) -> Makelaarverwijzing:
    """Pass a message of an aanbieder on to the inkomensconsulent (DEV-PMK-509).

    Who was the makelaar may do this after the closing too, without seeing the dossier again.
    """
    verruim(h.sessie)
    gevonden = db.eigen_verwijzing(h.sessie, h.actor, verwijzing_id)
    if gevonden is None:
        raise NietGevonden("Deze verwijzing is niet gevonden.")
    rij, klant = gevonden
    if rij.stand not in _AFGEROND:
        raise Conflict("De hulp loopt nog; leg het vast als notitie.", "hulp_loopt_nog")
    datum = opdracht.ontvangen_op or h.vandaag
    if not rij.start <= datum <= h.vandaag:
        raise OngeldigeInvoer({"ontvangenOp": "Geef een dag vanaf het begin van de hulp, niet na vandaag."})
    tekst = f"{opdracht.aanbieder}: {opdracht.tekst}"
    schrijf_regel(h, rij, Makelaarregelsoort.BERICHT_AANBIEDER, tekst, datum=datum)
    leg_vast(h, Organisatiesoort.MAKELAAR_BERICHT, rij, klant, {"ontvangenOp": datum})
    zet_makelaartaak(h, klant, rij, Makelaartaak.BERICHT)
    return rij


def maak_spelregelbrief(h: Handeling, opdracht: SpelregelbriefOpdracht, verwijzing_id: UUID) -> Briefstand:
    """Make the letter with the rules for vrijwilligerswerk; sending it closes the taak (DEV-PMK-510)."""
    rij, klant = vind(h, verwijzing_id, *LOPEND, Makelaarstand.GESLOTEN)
    if rij.doel not in VRIJWILLIGERSWERK:
        raise Conflict("Deze brief hoort bij vrijwilligerswerk.", "geen_vrijwilligerswerk")
    soort = Formeeldocument.SPELREGELS_VRIJWILLIGERSWERK
    return maak_klantbrief(h, klant, Briefverzoek(soort, rij.id, {"plek": opdracht.plek}, opdracht.datum))


def bekijk(h: Handeling, verwijzing_id: UUID) -> Makelaarbeeld:
    """Show one referral with its begeleidingsdocument."""
    rij = db.verwijzing(h.sessie, h.actor, verwijzing_id)
    if rij is None:
        raise NietGevonden("Deze verwijzing is niet gevonden.")
    return beeld_van(h, h.klant(rij.klant_id, vergrendel=False), rij)


def van_klant(h: Handeling, klant_id: UUID) -> list[Makelaarbeeld]:
    """Show the referrals of a klant, the newest first."""
    klant = h.klant(klant_id, vergrendel=False)
    return _beelden(h, klant, db.verwijzingen(h.sessie, klant.id))


def _beelden(h: Handeling, klant: Klant, rijen: list[Makelaarverwijzing]) -> list[Makelaarbeeld]:
    regels, beleid = db.regels(h.sessie, [rij.id for rij in rijen]), beleid_van(h, klant).beleid
    eigen = {rij.id: [regel for regel in regels if regel.verwijzing_id == rij.id] for rij in rijen}
    return [Makelaarbeeld(rij, eigen[rij.id], beleid, klant.inkomensconsulent_id) for rij in rijen]


def _moet_kunnen(toetsen: tuple[Toets, ...]) -> None:
    if bezwaar := niet_voldaan(toetsen):
        raise Geweigerd(bezwaar[0].toelichting, bezwaar)
