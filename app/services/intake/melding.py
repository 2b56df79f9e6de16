"""Registering a melding: one person, or two partners together."""

from __future__ import annotations

from datetime import date

from uuid_utils.compat import uuid7

from app.db import klant as klanten
from app.db.intake import melding as db
from app.db.intake.beeld import Meldingbeeld, beeld
from app.db.intake.melding import Melding, MeldingPersoon, Meldingstatus
from app.db.klant import Klant
from app.db.taak import Termijnstatus
from app.domain.intake.feiten import Kanaal
from app.domain.intake.melding import toets_zoekperiode
from app.domain.intake.soorten import Formulier
from app.domain.kern.datum import datum_voluit
from app.domain.kern.fouten import Conflict, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.norm import Leefvorm
from app.services.handeling import Handeling
from app.services.intake.digitaal import digitaalfouten, vraag_digitaal
from app.services.intake.doelgroep import leg_opgaven_vast
from app.services.intake.dossier import Dossier, beleid_van, leg_samen_vast, melding_feiten
from app.services.intake.kopie import stuur_kopie
from app.services.intake.opdrachten import MeldingOpdracht, MeldingPersoonOpdracht
from app.services.intake.planning import plan_in
from app.services.intake.termijnen import BESLISTERMIJN, bewaak_melding, laat_vervallen
from app.services.klant import koppel_partners, vind_of_registreer
from app.services.vastleggen import leg_vast

# A guard against typing errors, not a rule: a form does not lie on a desk for longer.
TERUG_HOOGSTENS_MAANDEN = 3

GEEN_SCAN = "Scan het papieren formulier in de zaak en geef het kenmerk van de scan."

Gevonden = tuple[Klant, bool]


def meld(h: Handeling, opdracht: MeldingOpdracht) -> Meldingbeeld:
    """Register a melding (DEV-MEL-001 to DEV-MEL-008) and start its terms.

    A person known by BSN is not registered again. Raises OngeldigeInvoer with all wrong fields, and Conflict when one
    of the persons already has a melding that runs, or another partner.
    """
    meldingsdatum = opdracht.meldingsdatum or h.vandaag
    fouten = datumfouten(h, meldingsdatum, opdracht.aanvraagdatum)
    if opdracht.formulier is Formulier.PAPIER and opdracht.scan_kenmerk is None:
        fouten["scanKenmerk"] = GEEN_SCAN
    fouten |= digitaalfouten(h, opdracht, meldingsdatum)
    gevonden = _personen(h, opdracht, meldingsdatum, fouten)
    if fouten:
        raise OngeldigeInvoer(fouten)
    for nummer, (klant, _) in enumerate(gevonden):
        _sluit_aan_op_eerdere(h, klant, nummer)
    if len(gevonden) > 1:
        _maak_partners(h, gevonden[0][0], gevonden[1][0])
    melding = _nieuw(h, opdracht, gevonden[0][0], meldingsdatum)
    h.sessie.add(melding)
    h.sessie.flush()
    paren = zip(gevonden, opdracht.personen, strict=True)
    personen = tuple((_persoon(h, melding, wie, wat, rang), wie[0]) for rang, (wie, wat) in enumerate(paren))
    h.sessie.add_all(persoon for persoon, _ in personen)
    dossier = Dossier(melding, personen)
    bewaak_melding(h, dossier)
    vraag_digitaal(h, opdracht, dossier)
    inhoud = {"kanaal": melding.kanaal, "meldingsdatum": meldingsdatum, "aanvraagdatum": melding.aanvraagdatum}
    leg_samen_vast(h, Soort.MELDING_GEREGISTREERD, dossier, inhoud | {"personen": len(personen)})
    for (_, klant), wie in zip(personen, opdracht.personen, strict=True):
        leg_opgaven_vast(h, klant, wie, meldingsdatum)
    if melding.kanaal is Kanaal.DIGITAAL:
        stuur_kopie(h, dossier)
    if opdracht.screeningsafspraak is not None:
        plan_in(h, dossier, opdracht.screeningsafspraak, "screeningsafspraak.")
    return beeld(h.sessie, melding)


def datumfouten(h: Handeling, meldingsdatum: date, aanvraagdatum: date | None) -> dict[str, str]:
    """Return what is wrong with the days of a melding, per field."""
    fouten = {}
    vroegst = plus_maanden(h.vandaag, -TERUG_HOOGSTENS_MAANDEN)
    if not vroegst <= meldingsdatum <= h.vandaag:
        fouten["meldingsdatum"] = f"Kies een dag van {datum_voluit(vroegst)} tot en met vandaag."
    if aanvraagdatum is not None and not meldingsdatum <= aanvraagdatum <= h.vandaag:
        fouten["aanvraagdatum"] = "Kies een dag vanaf de meldingsdatum tot en met vandaag."
    return fouten


def _personen(h: Handeling, opdracht: MeldingOpdracht, meldingsdatum: date, fouten: dict[str, str]) -> list[Gevonden]:
    """Find or register each person; adds what is wrong to ``fouten``."""
    bsns = [persoon.bsn for persoon in opdracht.personen]
    if len(set(bsns)) < len(bsns):
        fouten["personen.1.bsn"] = "Dit is hetzelfde BSN als dat van de eerste persoon."
        return []
    klanten.vergrendel_met_bsn(h.sessie, h.actor, bsns)
    samen = len(bsns) > 1
    gevonden = []
    for nummer, wie in enumerate(opdracht.personen):
        persoon = wie.persoon()
        if samen:
            persoon = persoon.model_copy(update={"leefvorm": Leefvorm.GEHUWD})
        try:
            gevonden.append(vind_of_registreer(h, persoon, opdracht.gemeente, f"personen.{nummer}."))
        except OngeldigeInvoer as fout:
            fouten.update(fout.velden)
            continue
        if persoon.geboortedatum > meldingsdatum:
            fouten[f"personen.{nummer}.geboortedatum"] = "Deze dag ligt na de meldingsdatum."
        _vul_kenmerken_aan(h, *gevonden[-1], wie)
    return gevonden


def _vul_kenmerken_aan(h: Handeling, klant: Klant, nieuw: bool, wie: MeldingPersoonOpdracht) -> None:
    """Add markers that were not known yet of a known klant: they decide on the zoekperiode and the instrument."""
    erbij = set(wie.kenmerken) - set(klant.kenmerken)
    if erbij and not nieuw:
        klant.kenmerken = sorted({*klant.kenmerken, *(kenmerk.value for kenmerk in erbij)})
        leg_vast(h, Soort.KLANT_GEWIJZIGD, klant, klant, {"velden": ["kenmerken"]})


def _sluit_aan_op_eerdere(h: Handeling, klant: Klant, nummer: int) -> None:
    """Refuse a second melding, unless the klant never came to the screening of the first: that one is succeeded."""
    for eerder in db.lopende_meldingen(h.sessie, klant.id):
        if not _staat_in_de_weg(h, eerder):
            continue
        if eerder.status is not Meldingstatus.NIET_VERSCHENEN:
            raise Conflict(
                f"Persoon {nummer + 1} heeft al een melding van {datum_voluit(eerder.meldingsdatum)} die nog loopt "
                f"({eerder.id}). Werk die bij, of trek haar eerst in.",
                "melding_loopt_al",
            )
        laat_vervallen(h, Dossier(eerder, ()))
        eerder.status, eerder.afgesloten_op = Meldingstatus.OPGEVOLGD, h.nu
        leg_vast(h, Soort.MELDING_GEWIJZIGD, eerder, klant, {"status": eerder.status})


def _staat_in_de_weg(h: Handeling, eerder: Melding) -> bool:
    """Tell whether a melding still runs; after the screening that is as long as the decision is awaited."""
    if eerder.status is not Meldingstatus.GESCREEND:
        return True
    return any(t.status is Termijnstatus.LOPEND for t in db.termijnen(h.sessie, eerder.id, (BESLISTERMIJN,)))


def _maak_partners(h: Handeling, een: Klant, ander: Klant) -> None:
    waren = [(klant.partner_id, klant.leefvorm) for klant in (een, ander)]
    koppel_partners(een, ander)
    for klant, was in zip((een, ander), waren, strict=True):
        klant.leefvorm = Leefvorm.GEHUWD
        if was != (klant.partner_id, klant.leefvorm):
            leg_vast(h, Soort.KLANT_GEWIJZIGD, klant, klant, {"velden": ["leefvorm", "partnerId"]})


def _nieuw(h: Handeling, opdracht: MeldingOpdracht, klant: Klant, meldingsdatum: date) -> Melding:
    overnemen = {"kanaal", "gemeente", "toelichting", "aanvraagdatum", "melder", "formulierlink_verzonden"}
    overnemen |= {"scan_kenmerk", "gws_nummer", "zaaknummer", "reden_kanaal", "digitaal_vaardig"}
    overnemen |= {"digitale_middelen", "formulier_levering", "broodnood"}
    return Melding(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        **opdracht.model_dump(include=overnemen),
        meldingsdatum=meldingsdatum,
        hulpvragen=sorted({vraag.value for vraag in opdracht.hulpvragen}),
        formulier=opdracht.soort_formulier,
        formulier_ontvangen_op=None if opdracht.soort_formulier is Formulier.VOLGT else meldingsdatum,
        geregistreerd_op=h.nu,
        geregistreerd_door=h.actor.medewerker_id,
        status=Meldingstatus.OPEN,
        versie=0,
    )


def _persoon(
    h: Handeling, melding: Melding, gevonden: Gevonden, wie: MeldingPersoonOpdracht, rang: int
) -> MeldingPersoon:
    klant, nieuw = gevonden
    feiten = melding_feiten(melding, klant, medisch_urenbeperkt=wie.medisch_urenbeperkt)
    return MeldingPersoon(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        melding_id=melding.id,
        rang=rang,
        bekend=not nieuw,
        medisch_urenbeperkt=wie.medisch_urenbeperkt,
        zoekperiode=toets_zoekperiode(feiten, beleid_van(h, melding).beleid).model_dump(mode="json"),
    )
