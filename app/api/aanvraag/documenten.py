"""Documenten, het aanvraagformulier en de inschrijving bij UWV over HTTP."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.aanvraag.documentschemas import Document, Documentenlijst, Formulierenlijst, Formulierversie
from app.api.aanvraag.router import DOEL, HIER, IC, PAD, toon
from app.api.aanvraag.schemas import Aanvraag
from app.api.contract import leest, maakt
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services.aanvraag import documenten, formulier
from app.services.aanvraag.documenten import Bestand

router = APIRouter(tags=["aanvraag"])

LEZERS = (IC, Rol.TOETSER, Rol.ADMINISTRATIE, Rol.SOCIALE_RECHERCHE, Rol.FG)
BIJ_STUKKEN = "Bewijsstukken bij de aanvraag"
PDF = "application/pdf"


@router.post(
    "/documenten",
    **maakt(Document, "Document toevoegen", IC, Rol.ADMINISTRATIE, Rol.KOPPELING, doel=BIJ_STUKKEN),
)
def voeg_document_toe(request: Request, opdracht: documenten.DocumentOpdracht) -> Response:
    """Voeg een pdf toe aan de zaak, met het kanaal waarlangs het binnenkwam en het stuk waar het bij hoort.

    Andere formaten worden geweigerd, ook als zij een naam op `.pdf` hebben. De inkomensconsulent krijgt een taak.
    """
    return schrijf(request, documenten.voeg_toe, opdracht)


@router.get(f"{PAD}/documenten", **leest(Documentenlijst, "Documenten", *LEZERS, doel=BIJ_STUKKEN))
def geef_documenten(request: Request, aanvraagId: UUID) -> Response:
    """Geef de documenten van een aanvraag: wie ze toevoegde, wanneer, en bij welk stuk zij horen."""
    return lees(
        request,
        lambda h: documenten.van_aanvraag(h, aanvraagId),
        toon=lambda gezien: Documentenlijst(documenten=[Document.model_validate(rij) for rij in gezien.rijen]),
        personen=lambda gezien: gezien.klant_ids,
    )


@router.get(
    "/documenten/{aanvraagdocumentId}/inhoud",
    **leest(None, "Document openen", *LEZERS, doel=BIJ_STUKKEN, media=PDF),
)
def open_document(request: Request, aanvraagdocumentId: UUID) -> Response:
    """Geef de pdf zelf, zoals die is ontvangen. Een ingetrokken document is er niet meer."""
    return lees(
        request,
        lambda h: documenten.download(h, aanvraagdocumentId),
        toon=_als_pdf,
        personen=lambda bestand: bestand.klant_ids,
    )


def _als_pdf(bestand: Bestand) -> Response:
    koppen = {"Content-Disposition": f'attachment; filename="{bestand.document.id}.pdf"'}
    return Response(bestand.inhoud, headers=koppen, media_type=PDF)


@router.post(
    "/documenten/{aanvraagdocumentId}/intrekkingen",
    **maakt(Document, "Document intrekken", IC, Rol.ADMINISTRATIE, doel="Corrigeren van gegevens"),
)
def trek_document_in(
    request: Request, aanvraagdocumentId: UUID, opdracht: documenten.DocumentintrekkingOpdracht
) -> Response:
    """Trek een document in dat niet in dit dossier hoort; de inhoud wordt gewist."""
    return schrijf(request, documenten.trek_in, opdracht, document_id=aanvraagdocumentId)


@router.post(
    f"{PAD}/formulieren",
    **maakt(Formulierversie, "Formulier indienen", Rol.KOPPELING, doel="Aanvragen van een uitkering"),
)
def dien_formulier_in(request: Request, aanvraagId: UUID, opdracht: formulier.FormulierOpdracht) -> Response:
    """Neem het formulier over zoals de klant het invulde, alleen of met een onafhankelijke helper.

    Een medewerker kan dit niet: over wat die invult, kan later een geschil ontstaan. Een papieren formulier gaat als
    scan bij de documenten.
    """
    return schrijf(request, formulier.dien_in, opdracht, aanvraag_id=aanvraagId)


@router.get(f"{PAD}/formulieren", **leest(Formulierenlijst, "Formulieren", *LEZERS, doel=DOEL))
def geef_formulieren(request: Request, aanvraagId: UUID) -> Response:
    """Geef elke versie van het formulier, met wie haar invulde."""
    return lees(
        request,
        lambda h: formulier.formulieren(h, aanvraagId),
        toon=lambda gezien: Formulierenlijst(formulieren=[Formulierversie.model_validate(rij) for rij in gezien.rijen]),
        personen=lambda gezien: gezien.klant_ids,
    )


@router.post(
    f"{PAD}/uwv-inschrijvingen",
    **maakt(Aanvraag, "Inschrijving bij UWV", IC, doel=DOEL, plaats=HIER, versie=True),
)
def leg_uwv_inschrijving_vast(request: Request, aanvraagId: UUID, opdracht: formulier.UwvOpdracht) -> Response:
    """Leg vast of de klant als werkzoekende is ingeschreven. Ontbreekt dat, dan staat het bij het besluit."""
    return toon(request, formulier.leg_uwv_vast, opdracht, aanvraag_id=aanvraagId)
