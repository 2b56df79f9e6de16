"""Beschut werk over HTTP."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.beschutwerk.schemas import Beschutwerkjaar, Beschutwerkzaak, Beschutwerkzaken
from app.api.besluit.schemas import Besluit
from app.api.contract import leest, maakt, wijzigt
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services.beschutwerk import beeld as beelden
from app.services.beschutwerk import overbruggen, plekken, zaken
from app.services.beschutwerk.opdrachten import (
    AanpassingenOpdracht,
    AdviesvraagOpdracht,
    BeschutwerkbesluitOpdracht,
    BeschutwerkeindeOpdracht,
    BeschutwerkOpdracht,
    OverbruggingOpdracht,
    OverbruggingseindeOpdracht,
    PlekbesluitOpdracht,
    PlekeindeOpdracht,
    PlekOpdracht,
    PlekvervalOpdracht,
    UwvadviesOpdracht,
    VoorselectieOpdracht,
    WijzigBeschutwerkOpdracht,
)
from app.services.besluit import beeld as besluiten
from app.services.handeling import Handeling

router = APIRouter(tags=["beschut werk"])

CONSULENTEN = (Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT)
LEZERS = (*CONSULENTEN, Rol.TOETSER, Rol.TEAMLEIDER, Rol.FG)
DOEL = "Beschut werk"
HIER = "/beschutwerkzaken/{id}"
PAD = "/beschutwerkzaken/{beschutwerkzaakId}"
PLEK = "/beschutwerkplekken/{beschutwerkplekId}"
BESLUIT = "/besluiten/{id}"

Gemeente = Annotated[str, Query(pattern=r"^GM[0-9]{4}$", description="CBS-code.", examples=["GM0150"])]
Jaar = Annotated[int | None, Query(ge=2015, le=2199, description="Standaard het lopende jaar.")]


def _beslis_zaak(h: Handeling, opdracht: BeschutwerkbesluitOpdracht, zaak_id: UUID) -> besluiten.Besluitbeeld:
    return besluiten.beeld(h, zaken.beslis_zaak(h, opdracht, zaak_id))


def _beslis_plek(h: Handeling, opdracht: PlekbesluitOpdracht, plek_id: UUID) -> besluiten.Besluitbeeld:
    return besluiten.beeld(h, plekken.beslis(h, opdracht, plek_id))


@router.post(
    "/klanten/{klantId}/beschutwerkzaken",
    **maakt(Beschutwerkzaak, "Zaak beschut werk openen", *CONSULENTEN, doel=DOEL, plaats=HIER),
)
def open_beschutwerkzaak(request: Request, klantId: UUID, opdracht: BeschutwerkOpdracht) -> Response:
    """Begin ambtshalve of op verzoek; de eerstvolgende stap komt in de werkvoorraad."""
    return schrijf(request, zaken.open_zaak, opdracht, toon=Beschutwerkzaak.van, klant_id=klantId)


@router.get(
    "/klanten/{klantId}/beschutwerkzaken",
    **leest(Beschutwerkzaken, "Zaken beschut werk van een klant", *LEZERS, doel=DOEL),
)
def geef_beschutwerkzaken(request: Request, klantId: UUID) -> Response:
    """Geef de zaken van een klant, de oudste eerst."""
    return lees(
        request, lambda h: beelden.bekijk_zaken(h, klantId), toon=Beschutwerkzaken.van, personen=lambda _: [klantId]
    )


@router.get("/beschutwerkjaren", **leest(Beschutwerkjaar, "Plekken en wachtlijst van een jaar", *LEZERS, doel=DOEL))
def geef_beschutwerkjaar(request: Request, gemeente: Gemeente, jaar: Jaar = None) -> Response:
    """Geef hoeveel plekken er zijn en zijn ingenomen, en wie er wacht. Niemand wordt vanzelf geplaatst."""
    return lees(
        request,
        lambda h: beelden.bekijk_jaar(h, gemeente, jaar),
        toon=Beschutwerkjaar.van,
        personen=lambda beeld: [zaak.klant_id for _, zaak in beeld.wachtend],
    )


@router.get(PAD, **leest(Beschutwerkzaak, "Zaak beschut werk opvragen", *LEZERS, doel=DOEL))
def geef_beschutwerkzaak(request: Request, beschutwerkzaakId: UUID) -> Response:
    """Geef een zaak met plekken, overbruggingen, besluiten en wat de regels er nu van zeggen."""
    return lees(
        request,
        lambda h: beelden.bekijk(h, beschutwerkzaakId),
        toon=Beschutwerkzaak.van,
        personen=lambda beeld: [beeld.zaak.klant_id],
    )


@router.patch(PAD, **wijzigt(Beschutwerkzaak, "Zaak beschut werk wijzigen", *CONSULENTEN, doel=DOEL))
def wijzig_beschutwerkzaak(request: Request, beschutwerkzaakId: UUID, opdracht: WijzigBeschutwerkOpdracht) -> Response:
    """Vul een open zaak aan of herstel haar."""
    return schrijf(request, zaken.wijzig_zaak, opdracht, toon=Beschutwerkzaak.van, zaak_id=beschutwerkzaakId)


@router.put(f"{PAD}/voorselectie", **wijzigt(Beschutwerkzaak, "Voorselectie vastleggen", *CONSULENTEN, doel=DOEL))
def leg_voorselectie_vast(request: Request, beschutwerkzaakId: UUID, opdracht: VoorselectieOpdracht) -> Response:
    """Leg de voorselectie vast die aan een ambtshalve vraag aan UWV voorafgaat; niet voor wie dicht bij werk staat."""
    return schrijf(request, zaken.selecteer_voor, opdracht, toon=Beschutwerkzaak.van, zaak_id=beschutwerkzaakId)


@router.put(f"{PAD}/adviesvraag", **wijzigt(Beschutwerkzaak, "Vraag aan UWV vastleggen", *CONSULENTEN, doel=DOEL))
def leg_adviesvraag_vast(request: Request, beschutwerkzaakId: UUID, opdracht: AdviesvraagOpdracht) -> Response:
    """Leg vast wie UWV wanneer om advies vroeg; een werkgever kan dat niet. Een ontvangen advies vervalt."""
    return schrijf(request, zaken.vraag_advies, opdracht, toon=Beschutwerkzaak.van, zaak_id=beschutwerkzaakId)


@router.put(f"{PAD}/advies", **wijzigt(Beschutwerkzaak, "Advies van UWV vastleggen", *CONSULENTEN, doel=DOEL))
def leg_advies_vast(request: Request, beschutwerkzaakId: UUID, opdracht: UwvadviesOpdracht) -> Response:
    """Leg het advies vast, of een nieuw advies dat het vorige vervangt."""
    return schrijf(request, zaken.ontvang_advies, opdracht, toon=Beschutwerkzaak.van, zaak_id=beschutwerkzaakId)


@router.post(
    f"{PAD}/besluiten",
    **maakt(Besluit, "Besluit over beschut werk nemen", *CONSULENTEN, doel=DOEL, plaats=BESLUIT, versie=True),
)
def beslis_beschutwerkzaak(request: Request, beschutwerkzaakId: UUID, opdracht: BeschutwerkbesluitOpdracht) -> Response:
    """Neem het besluit: het volgt het advies van UWV, tenzij dat onzorgvuldig tot stand kwam."""
    return schrijf(request, _beslis_zaak, opdracht, toon=Besluit.van, zaak_id=beschutwerkzaakId)


@router.post(
    f"{PAD}/beeindigingen",
    **maakt(Beschutwerkzaak, "Zaak beschut werk beëindigen", *CONSULENTEN, doel=DOEL, plaats=HIER, versie=True),
)
def beeindig_beschutwerkzaak(request: Request, beschutwerkzaakId: UUID, opdracht: BeschutwerkeindeOpdracht) -> Response:
    """Trek een open zaak in, of haal iemand van de wachtlijst."""
    return schrijf(request, zaken.trek_in, opdracht, toon=Beschutwerkzaak.van, zaak_id=beschutwerkzaakId)


@router.post(
    f"{PAD}/plekken", **maakt(Beschutwerkzaak, "Plek beschut werk voorstellen", *CONSULENTEN, doel=DOEL, plaats=HIER)
)
def stel_beschutwerkplek_voor(request: Request, beschutwerkzaakId: UUID, opdracht: PlekOpdracht) -> Response:
    """Stel een plek voor met de dienstbetrekking; zij telt mee zodra zij is toegekend."""
    return schrijf(request, plekken.stel_voor, opdracht, toon=Beschutwerkzaak.van, zaak_id=beschutwerkzaakId)


@router.post(
    f"{PLEK}/besluiten",
    **maakt(Besluit, "Besluit over een plek nemen", *CONSULENTEN, doel=DOEL, plaats=BESLUIT, versie=True),
)
def beslis_beschutwerkplek(request: Request, beschutwerkplekId: UUID, opdracht: PlekbesluitOpdracht) -> Response:
    """Ken de plek toe binnen het aantal van het jaar; is dat bereikt, dan wordt het een weigering en wacht de klant."""
    return schrijf(request, _beslis_plek, opdracht, toon=Besluit.van, plek_id=beschutwerkplekId)


@router.put(f"{PLEK}/aanpassingen", **wijzigt(Beschutwerkzaak, "Aanpassingen vastleggen", *CONSULENTEN, doel=DOEL))
def leg_aanpassingen_vast(request: Request, beschutwerkplekId: UUID, opdracht: AanpassingenOpdracht) -> Response:
    """Leg vast wat het werk mogelijk maakt; de lijst vervangt de vorige. De ETag is die van de plek."""
    return schrijf(request, plekken.pas_aan, opdracht, toon=Beschutwerkzaak.van, plek_id=beschutwerkplekId)


@router.post(
    f"{PLEK}/vervallen",
    **maakt(Beschutwerkzaak, "Plek laten vervallen", *CONSULENTEN, doel=DOEL, plaats=HIER, versie=True),
)
def laat_beschutwerkplek_vervallen(request: Request, beschutwerkplekId: UUID, opdracht: PlekvervalOpdracht) -> Response:
    """Trek een plek in die nooit begon; zij komt weer vrij."""
    return schrijf(request, plekken.laat_vervallen, opdracht, toon=Beschutwerkzaak.van, plek_id=beschutwerkplekId)


@router.post(
    f"{PLEK}/beeindigingen",
    **maakt(Beschutwerkzaak, "Plek beëindigen", *CONSULENTEN, doel=DOEL, plaats=HIER, versie=True),
)
def beeindig_beschutwerkplek(request: Request, beschutwerkplekId: UUID, opdracht: PlekeindeOpdracht) -> Response:
    """Beëindig de dienstbetrekking, of herstel de einddatum; de plek komt vanaf die dag vrij."""
    return schrijf(request, plekken.beeindig, opdracht, toon=Beschutwerkzaak.van, plek_id=beschutwerkplekId)


@router.post(
    f"{PAD}/overbruggingen",
    **maakt(Beschutwerkzaak, "Overbrugging geven", *CONSULENTEN, doel=DOEL, plaats=HIER),
)
def geef_overbrugging(request: Request, beschutwerkzaakId: UUID, opdracht: OverbruggingOpdracht) -> Response:
    """Geef dagbesteding, sociale activering of scholing; dat eindigt vanzelf als de dienstbetrekking begint."""
    return schrijf(request, overbruggen.overbrug, opdracht, toon=Beschutwerkzaak.van, zaak_id=beschutwerkzaakId)


@router.post(
    f"{PAD}/overbruggingen/{{beschutwerkoverbruggingId}}/beeindigingen",
    **maakt(Beschutwerkzaak, "Overbrugging beëindigen", *CONSULENTEN, doel=DOEL, plaats=HIER),
)
def beeindig_overbrugging(
    request: Request, beschutwerkzaakId: UUID, beschutwerkoverbruggingId: UUID, opdracht: OverbruggingseindeOpdracht
) -> Response:
    """Beëindig een overbrugging, of herstel haar einddatum."""
    functie, sleutels = overbruggen.beeindig_overbrugging, {"zaak_id": beschutwerkzaakId}
    sleutels["overbrugging_id"] = beschutwerkoverbruggingId
    return schrijf(request, functie, opdracht, toon=Beschutwerkzaak.van, **sleutels)
