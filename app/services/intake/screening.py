"""Closing a screening: the outcome with its toetsen, and what must follow."""

from __future__ import annotations

from uuid import UUID

from uuid_utils.compat import uuid7

from app import CODEVERSIE
from app.db.beleidspakket import bewaar
from app.db.intake import screening as db
from app.db.intake.beeld import Meldingbeeld, beeld
from app.db.intake.melding import WACHTEND, Meldingstatus
from app.db.intake.screening import Screening, Screeningsresultaat, Screeningstatus, Screeningsverslag
from app.domain.agenda.soorten import Agendastatus
from app.domain.intake.agenda import toets_binnen_norm
from app.domain.intake.feiten import ScreeningUitkomst
from app.domain.intake.melding import screeningstermijn
from app.domain.intake.soorten import Hulpvraag
from app.domain.intake.vervolg import rapportage_uiterlijk
from app.domain.intake.voorlichting import toets_voorlichting
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.tijd import dag
from app.domain.kern.toets import Uitkomst, alle_voldaan, niet_voldaan
from app.services.aanvraag.sluiten import trek_mee_in
from app.services.agenda.boeken import sluit_punt
from app.services.handeling import Handeling
from app.services.intake.beoordeling import Beoordeling, beoordeel
from app.services.intake.dossier import Dossier, beleid_van, leg_samen_vast, open_dossier
from app.services.intake.opdrachten import ScreeningsverslagOpdracht
from app.services.intake.screeningopdracht import ScreeningOpdracht
from app.services.intake.screeningvervolg import zet_vervolg_klaar
from app.services.klantafspraak import vraag_herhaling
from app.services.taak import sluit_taken

_STATUS = {
    ScreeningUitkomst.VERVOLG: Meldingstatus.GESCREEND,
    ScreeningUitkomst.DOORVERWEZEN: Meldingstatus.DOORVERWEZEN,
    ScreeningUitkomst.INGETROKKEN: Meldingstatus.INGETROKKEN,
}
_SLOT = {
    ScreeningUitkomst.DOORVERWEZEN: Soort.MELDING_DOORVERWEZEN,
    ScreeningUitkomst.INGETROKKEN: Soort.MELDING_INGETROKKEN,
}

_INGETROKKEN = "De klant trok de melding in bij het screeningsgesprek."


def rond_af(h: Handeling, opdracht: ScreeningOpdracht, melding_id: UUID) -> Meldingbeeld:
    """Record a held screening and put what follows in the werkvoorraad (DEV-SCR-001 to DEV-SCR-026).

    Raises OngeldigeInvoer, and Geweigerd with what is still missing before it can be closed with this outcome.
    """
    dossier = open_dossier(h, melding_id, *WACHTEND)
    melding = dossier.melding
    gepland = db.geplande(h.sessie, melding_id)
    _controleer(h, dossier, opdracht, gepland)
    oordeel = beoordeel(h, dossier, opdracht)
    if not alle_voldaan(oordeel.sluiten):
        raise Geweigerd("Deze screening kan nog niet worden afgesloten.", niet_voldaan(oordeel.sluiten))
    screening = gepland or _zonder_afspraak(h, dossier)
    _zet_gehouden(h, dossier, opdracht, screening)
    resultaat = _resultaat(h, dossier, opdracht, oordeel)
    resultaat.screening_id = screening.id
    h.sessie.add(resultaat)
    melding.status = _STATUS[opdracht.uitkomst]
    if opdracht.uitkomst is not ScreeningUitkomst.VERVOLG:
        melding.afgesloten_op = h.nu
        melding.intrekking_getekend_op = opdracht.intrekking_getekend_op
    zet_vervolg_klaar(h, dossier, opdracht, oordeel)
    if opdracht.uitkomst is ScreeningUitkomst.INGETROKKEN:
        trek_mee_in(h, dossier, opdracht.intrekking_getekend_op, _INGETROKKEN)
    inhoud = {"screeningId": screening.id, "uitkomst": opdracht.uitkomst, "einde": opdracht.einde}
    leg_samen_vast(h, Soort.SCREENING_AFGEROND, dossier, inhoud)
    if opdracht.uitkomst in _SLOT:
        leg_samen_vast(h, _SLOT[opdracht.uitkomst], dossier, {"screeningId": screening.id})
    return beeld(h.sessie, melding)


def _controleer(h: Handeling, dossier: Dossier, opdracht: ScreeningOpdracht, gepland: Screening | None) -> None:
    fouten = _momentfouten(h, dossier, opdracht, gepland) | _persoonsfouten(dossier, opdracht)
    dagen = {
        "formulierMeegegevenOp": opdracht.formulier_meegegeven_op,
        "intrekkingGetekendOp": opdracht.intrekking_getekend_op,
    }
    for veld, wanneer in dagen.items():
        if wanneer is not None and not dossier.melding.meldingsdatum <= wanneer <= h.vandaag:
            fouten[veld] = "Kies een dag vanaf de meldingsdatum tot en met vandaag."
    if fouten:
        raise OngeldigeInvoer(fouten)


def _momentfouten(
    h: Handeling, dossier: Dossier, opdracht: ScreeningOpdracht, gepland: Screening | None
) -> dict[str, str]:
    begin = opdracht.begin or (gepland.begin if gepland else None)
    if begin is None:
        return {"begin": "Er was geen afspraak; geef het begin van het gesprek."}
    if opdracht.einde > h.nu:
        return {"einde": "Dit moment moet nog komen."}
    if opdracht.einde <= begin:
        return {"einde": "Het gesprek eindigt na het begin; geef zo nodig het echte begin."}
    if dag(begin) < dossier.melding.meldingsdatum:
        return {"begin": "Dit gesprek was voor de meldingsdatum."}
    return {}


def _persoonsfouten(dossier: Dossier, opdracht: ScreeningOpdracht) -> dict[str, str]:
    if sorted(persoon.klant_id for persoon in opdracht.personen) != sorted(klant.id for klant in dossier.klanten):
        return {"personen": "Noem elke persoon van de melding precies een keer."}
    if not any(persoon.aanwezig for persoon in opdracht.personen):
        return {"personen": "Niemand was aanwezig; leg vast dat de klant niet is verschenen."}
    return {
        f"personen.{nummer}.loket.inkomen": "Bij een vraag naar werk is het inkomen nodig."
        for nummer, persoon in enumerate(opdracht.personen)
        if persoon.primaire_vraag is Hulpvraag.WERK and persoon.loket.inkomen is None
    }


def _zonder_afspraak(h: Handeling, dossier: Dossier) -> Screening:
    """Make the row of a conversation that was held at once, at the desk."""
    screening = Screening(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=dossier.klant.id,
        melding_id=dossier.melding.id,
        locatie="Receptie KonnecteD",
        inkomensconsulent_id=h.actor.medewerker_id,
        gepland_op=h.nu,
        toetsen=[],
    )
    h.sessie.add(screening)
    return screening


def _zet_gehouden(h: Handeling, dossier: Dossier, opdracht: ScreeningOpdracht, screening: Screening) -> None:
    screening.begin = opdracht.begin or screening.begin
    screening.einde = opdracht.einde
    screening.status = Screeningstatus.GEHOUDEN
    norm = screeningstermijn(dossier.melding.meldingsdatum, beleid_van(h, dossier.melding).beleid)
    toets = toets_binnen_norm(screening.begin, norm)
    screening.buiten_norm = toets.uitkomst is not Uitkomst.VOLDAAN
    screening.toetsen = [toets.model_dump(mode="json")]
    sluit_punt(h, screening.id, Agendastatus.VERSCHENEN)
    aanwezig = {persoon.klant_id for persoon in opdracht.personen if persoon.aanwezig}
    for klant in dossier.klanten:
        if klant.id in aanwezig:
            klant.laatste_contact = opdracht.einde
            vraag_herhaling(h, klant, screening.id)


def _resultaat(
    h: Handeling, dossier: Dossier, opdracht: ScreeningOpdracht, oordeel: Beoordeling
) -> Screeningsresultaat:
    bewaar(h.sessie, oordeel.beleid, h.nu)
    normbeleid = oordeel.norm.beleid
    verteld = toets_voorlichting(opdracht.voorlichting, aanvraag_gedaan=oordeel.feiten.aanvraag_gedaan)
    if normbeleid is not None:
        bewaar(h.sessie, normbeleid, h.nu)
    return Screeningsresultaat(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=dossier.klant.id,
        melding_id=dossier.melding.id,
        **opdracht.model_dump(include={"uitkomst", "einde", "recht", "reden_recht"}),
        feiten=oordeel.feiten_json(),
        personen=[persoon.als_json() for persoon in oordeel.personen],
        toetsen=[toets.model_dump(mode="json") for toets in (*oordeel.sluiten, *oordeel.schulden, verteld)],
        schuldsignaal=oordeel.signaal,
        voorlichting=sorted({onderwerp.value for onderwerp in opdracht.voorlichting}),
        verwijzing=opdracht.verwijzing.model_dump(mode="json") if opdracht.verwijzing else None,
        norm=oordeel.norm.bedrag,
        rapportage_uiterlijk=rapportage_uiterlijk(opdracht.einde, oordeel.beleid.beleid),
        peildatum=dossier.melding.meldingsdatum,
        beleid_id=oordeel.beleid.id,
        beleid_sha256=oordeel.beleid.sha256,
        norm_beleid_id=normbeleid.id if normbeleid else None,
        norm_beleid_sha256=normbeleid.sha256 if normbeleid else None,
        codeversie=CODEVERSIE,
        vastgelegd_door=h.actor.medewerker_id,
    )


def rapporteer(h: Handeling, opdracht: ScreeningsverslagOpdracht, screening_id: UUID) -> Meldingbeeld:
    """Record the report of a held screening and when it was finished (DEV-SCR-024)."""
    screening = db.screening(h.sessie, screening_id)
    if screening is None:
        raise NietGevonden("Deze screening is niet gevonden.")
    dossier = open_dossier(h, screening.melding_id, *Meldingstatus)
    resultaat = next((r for r in db.resultaten(h.sessie, dossier.melding.id) if r.screening_id == screening_id), None)
    if resultaat is None:
        raise Conflict("Dit screeningsgesprek is niet gehouden; er valt niets te rapporteren.", "geen_gesprek")
    verslag = Screeningsverslag(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=dossier.klant.id,
        melding_id=dossier.melding.id,
        screening_id=screening_id,
        tekst=opdracht.tekst,
        afgerond_op=h.nu,
        op_tijd=h.nu <= resultaat.rapportage_uiterlijk,
        medewerker_id=h.actor.medewerker_id,
    )
    h.sessie.add(verslag)
    sluit_taken(h, dossier.melding.id, "screening_rapporteren")
    inhoud = {"screeningId": screening_id, "opTijd": verslag.op_tijd}
    leg_samen_vast(h, Soort.SCREENING_GERAPPORTEERD, dossier, inhoud)
    return beeld(h.sessie, dossier.melding)
