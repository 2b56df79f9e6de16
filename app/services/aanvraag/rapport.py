"""The report on the right to an uitkering, and how the beschikking is explained to the klant."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints
from uuid_utils.compat import uuid7

from app.db.aanvraag import beschikking as db
from app.db.aanvraag import document as documenten
from app.db.aanvraag.beschikking import Aanvraagrapport
from app.db.aanvraag.document import Aanvraagdocument
from app.domain.aanvraag.documenten import Documentsoort
from app.domain.aanvraag.feiten import RapportFeiten
from app.domain.aanvraag.soorten import Aanvraagstatus, Toelichtingswijze
from app.domain.aanvraag.stappen import toets_aan_de_beurt
from app.domain.aanvraag.toetsen import toets_bewoners, toets_salaris
from app.domain.kern.fouten import Geweigerd, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.maanden import eerste_van_de_maand
from app.domain.kern.toets import niet_voldaan
from app.services.aanvraag.dossier import (
    Aanvraagbeeld,
    Aanvraagdossier,
    beeld,
    leg_samen_vast,
    open_aanvraag,
    stappen_van,
)
from app.services.aanvraag.stappen import Reden
from app.services.aanvraag.stapregels import vink
from app.services.handeling import Handeling, Opdracht

RECHT = 10


class RapportOpdracht(Opdracht):
    """Het rapport over het recht op uitkering. Een correctie is een nieuw rapport."""

    tekst: Annotated[str, StringConstraints(min_length=10, max_length=20_000)] = Field(
        examples=["De klant heeft geen inkomen en woont alleen."]
    )
    werkt: bool = Field(examples=[False])
    toekennen: bool = Field(description="Of het rapport tot een toekenning leidt.", examples=[True])
    uit_te_betalen: list[date] = Field(
        default=[], max_length=12, description="Werkt de klant: de maanden die bij toekenning direct worden betaald."
    )
    bijlagen: list[UUID] = Field(default_factory=list, max_length=50, description="Documenten in de zaak.")


class ToelichtingOpdracht(Opdracht):
    """Hoe de beschikking aan de klant wordt uitgelegd."""

    wijze: Toelichtingswijze = Field(examples=["telefonisch"])
    reden: Reden = Field(examples=["De klant vroeg om uitleg over de plichten."])


def rapporteer(h: Handeling, opdracht: RapportOpdracht, aanvraag_id: UUID) -> Aanvraagbeeld:
    """Record the report (DEV-AAN-011). Raises Geweigerd without the attachments that it needs (DEV-AAN-021)."""
    d = open_aanvraag(h, aanvraag_id, Aanvraagstatus.IN_BEHANDELING)
    geldig = geldige_documenten(h, d)
    if vreemd := [nr for nr, document_id in enumerate(opdracht.bijlagen) if document_id not in geldig]:
        raise OngeldigeInvoer({f"bijlagen.{nr}": "Dit document zit niet in deze zaak." for nr in vreemd})
    maanden = sorted({eerste_van_de_maand(maand) for maand in opdracht.uit_te_betalen})
    feiten = _feiten(opdracht.werkt, maanden, [geldig[document_id] for document_id in opdracht.bijlagen])
    toetsen = (
        toets_aan_de_beurt(RECHT, stappen_van(h, d.aanvraag)),
        toets_bewoners(feiten),
        toets_salaris(feiten, opdracht.toekennen),
    )
    if bezwaar := niet_voldaan(toetsen):
        raise Geweigerd(bezwaar[0].toelichting, bezwaar)
    rapport = Aanvraagrapport(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=d.klant.id,
        aanvraag_id=d.aanvraag.id,
        nr=len(db.rapporten(h.sessie, d.aanvraag.id)) + 1,
        tekst=opdracht.tekst,
        werkt=opdracht.werkt,
        uit_te_betalen=[maand.isoformat() for maand in maanden],
        bijlagen=[str(document_id) for document_id in dict.fromkeys(opdracht.bijlagen)],
        tijdstip=h.nu,
        medewerker_id=h.actor.medewerker_id,
    )
    h.sessie.add(rapport)
    leg_samen_vast(h, Soort.AANVRAAG_GERAPPORTEERD, d, {"nr": rapport.nr, "bijlagen": len(rapport.bijlagen)})
    vink(h, d, RECHT, ["gerapporteerd"], datum=h.vandaag)
    return beeld(h, d)


def geldige_documenten(h: Handeling, d: Aanvraagdossier) -> dict[UUID, Aanvraagdocument]:
    """Return the documents in the zaak that were not withdrawn."""
    alle = documenten.documenten(h.sessie, d.aanvraag.id)
    return {document.id: document for document in alle if document.ingetrokken_op is None}


def rapportfeiten(h: Handeling, d: Aanvraagdossier, rapport: Aanvraagrapport) -> RapportFeiten:
    """Return the facts of a report as its attachments are now: one that was withdrawn no longer counts."""
    geldig = geldige_documenten(h, d)
    bijlagen = [geldig[UUID(nr)] for nr in rapport.bijlagen if UUID(nr) in geldig]
    return _feiten(rapport.werkt, [date.fromisoformat(maand) for maand in rapport.uit_te_betalen], bijlagen)


def _feiten(werkt: bool, maanden: list[date], bijlagen: list[Aanvraagdocument]) -> RapportFeiten:
    loon = [rij.maand for rij in bijlagen if rij.soort is Documentsoort.SALARISSPECIFICATIE and rij.maand]
    return RapportFeiten(
        werkt=werkt,
        uit_te_betalen=tuple(maanden),
        bijlagen=tuple(sorted({rij.soort for rij in bijlagen})),
        salaris_over=tuple(sorted(loon)),
    )


def kies_toelichting(h: Handeling, opdracht: ToelichtingOpdracht, aanvraag_id: UUID) -> Aanvraagbeeld:
    """Record how the beschikking is explained, or why it is not (DEV-AAN-011, DEV-AAN-023)."""
    d = open_aanvraag(h, aanvraag_id)
    d.aanvraag.toelichting_wijze, d.aanvraag.toelichting_reden = opdracht.wijze, opdracht.reden
    leg_samen_vast(h, Soort.AANVRAAG_BIJGEWERKT, d, {"toelichting": opdracht.wijze})
    return beeld(h, d)
