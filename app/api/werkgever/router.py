"""Werkgevers, vestigingen, contactpersonen en rekeningnummers."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.contract import leest, maakt, wijzigt
from app.api.verzoek import lees, schrijf
from app.api.werkgever.schemas import Ibanvoorstellen, Verdringingsbeeld, Werkgever, Werkgevers
from app.domain.kern.rollen import Rol
from app.services.werkgever import iban, vestigingen, werkgevers
from app.services.werkgever.invoer import (
    IbanbeoordelingOpdracht,
    IbanwijzigingOpdracht,
    VestigingOpdracht,
    WerkgeverbeeindigingOpdracht,
    WerkgevercontactOpdracht,
    WerkgeverheropeningOpdracht,
    WerkgeverOpdracht,
    WerkgeverzoekOpdracht,
    WijzigVestigingOpdracht,
    WijzigWerkgevercontactOpdracht,
    WijzigWerkgeverOpdracht,
)
from app.services.werkgever.verdringing import verdringing

router = APIRouter(tags=["werkgever"])

BEHEER = (Rol.WERKCONSULENT, Rol.INKOMENSCONSULENT, Rol.PARTICIPATIEMAKELAAR, Rol.ADMINISTRATIE)
INZAGE = (*BEHEER, Rol.TOETSER, Rol.TEAMLEIDER, Rol.BELEIDSMEDEWERKER, Rol.FG)
BETAALT = (Rol.INKOMENSCONSULENT, Rol.ADMINISTRATIE, Rol.TEAMLEIDER)
DOEL = "Plaatsen bij werkgevers en subsidies"
EEN = "/werkgevers/{werkgeverId}"


@router.post("/werkgevers/_zoek", **leest(Werkgevers, "Werkgevers zoeken", *INZAGE, doel=DOEL))
def zoek_werkgever(request: Request, opdracht: WerkgeverzoekOpdracht) -> Response:
    """Zoek op KvK-nummer, of op (het begin van) woorden van de naam; een eerdere naam telt ook."""
    return lees(request, lambda h: werkgevers.zoek(h, opdracht), toon=Werkgevers.van)


@router.post("/werkgevers", **maakt(Werkgever, "Werkgever registreren", *BEHEER, doel=DOEL, plaats="/werkgevers/{id}"))
def registreer_werkgever(request: Request, opdracht: WerkgeverOpdracht) -> Response:
    """Registreer een werkgever onder het KvK-nummer, dat maar eenmaal voorkomt."""
    return schrijf(request, werkgevers.registreer, opdracht, toon=Werkgever.toon)


@router.get(EEN, **leest(Werkgever, "Werkgever opvragen", *INZAGE, doel=DOEL))
def geef_werkgever(request: Request, werkgeverId: UUID) -> Response:
    """Geef een werkgever met vestigingen en contactpersonen."""
    return lees(request, lambda h: werkgevers.bekijk(h, werkgeverId), toon=Werkgever.toon)


@router.patch(EEN, **wijzigt(Werkgever, "Werkgever wijzigen", *BEHEER, doel=DOEL))
def wijzig_werkgever(request: Request, werkgeverId: UUID, opdracht: WijzigWerkgeverOpdracht) -> Response:
    """Corrigeer of vul aan; wat niet wordt genoemd, blijft. Een ander rekeningnummer is een ibanwijziging."""
    return schrijf(request, werkgevers.wijzig, opdracht, toon=Werkgever.toon, werkgever_id=werkgeverId)


@router.post(
    f"{EEN}/beeindigingen", **maakt(Werkgever, "Werkgever beëindigen of samenvoegen", *BEHEER, doel=DOEL, versie=True)
)
def beeindig_werkgever(request: Request, werkgeverId: UUID, opdracht: WerkgeverbeeindigingOpdracht) -> Response:
    """Beëindig een werkgever. Met `opgegaanIn` gaan vestigingen en contacten naar de werkgever die blijft."""
    return schrijf(request, werkgevers.beeindig, opdracht, toon=Werkgever.toon, werkgever_id=werkgeverId)


@router.post(f"{EEN}/heropeningen", **maakt(Werkgever, "Werkgever heropenen", *BEHEER, doel=DOEL, versie=True))
def heropen_werkgever(request: Request, werkgeverId: UUID, opdracht: WerkgeverheropeningOpdracht) -> Response:
    """Maak een werkgever weer actief die ten onrechte is beëindigd."""
    return schrijf(request, werkgevers.heropen, opdracht, toon=Werkgever.toon, werkgever_id=werkgeverId)


@router.post(f"{EEN}/vestigingen", **maakt(Werkgever, "Vestiging toevoegen", *BEHEER, doel=DOEL))
def voeg_vestiging_toe(request: Request, werkgeverId: UUID, opdracht: VestigingOpdracht) -> Response:
    """Voeg een vestiging toe; een vestigingsnummer komt maar eenmaal voor."""
    return schrijf(request, vestigingen.voeg_vestiging_toe, opdracht, toon=Werkgever.toon, werkgever_id=werkgeverId)


@router.patch("/vestigingen/{vestigingId}", **wijzigt(Werkgever, "Vestiging wijzigen", *BEHEER, doel=DOEL))
def wijzig_vestiging(request: Request, vestigingId: UUID, opdracht: WijzigVestigingOpdracht) -> Response:
    """Corrigeer een vestiging, sluit haar of open haar weer."""
    return schrijf(request, vestigingen.wijzig_vestiging, opdracht, toon=Werkgever.toon, vestiging_id=vestigingId)


@router.get(
    "/vestigingen/{vestigingId}/verdringing",
    **leest(Verdringingsbeeld, "Signaal van verdringing", *INZAGE, doel="Geen verdringing door plaatsingen"),
)
def geef_verdringing(request: Request, vestigingId: UUID) -> Response:
    """Geef hoeveel dienstverbanden hier onlangs door afvloeiing eindigden: vraag dan waardoor de plek ontstond."""
    return lees(request, lambda h: verdringing(h, vestigingId, h.vandaag))


@router.post(f"{EEN}/contacten", **maakt(Werkgever, "Contactpersoon toevoegen", *BEHEER, doel=DOEL))
def voeg_contact_toe(request: Request, werkgeverId: UUID, opdracht: WerkgevercontactOpdracht) -> Response:
    """Voeg een contactpersoon toe, eventueel van een vestiging."""
    return schrijf(request, vestigingen.voeg_contact_toe, opdracht, toon=Werkgever.toon, werkgever_id=werkgeverId)


@router.patch(
    "/werkgevercontacten/{werkgevercontactId}", **wijzigt(Werkgever, "Contactpersoon wijzigen", *BEHEER, doel=DOEL)
)
def wijzig_contact(request: Request, werkgevercontactId: UUID, opdracht: WijzigWerkgevercontactOpdracht) -> Response:
    """Corrigeer een contactpersoon, of leg vast dat iemand er niet meer werkt."""
    return schrijf(request, vestigingen.wijzig_contact, opdracht, toon=Werkgever.toon, contact_id=werkgevercontactId)


@router.get(f"{EEN}/ibanwijzigingen", **leest(Ibanvoorstellen, "Rekeningnummers opvragen", *BETAALT, doel=DOEL))
def geef_ibanwijzigingen(request: Request, werkgeverId: UUID) -> Response:
    """Geef het rekeningnummer waarop wordt betaald en wat er is voorgesteld."""
    return lees(request, lambda h: werkgevers.bekijk(h, werkgeverId), toon=Ibanvoorstellen.van)


@router.post(f"{EEN}/ibanwijzigingen", **maakt(Werkgever, "Rekeningnummer voorstellen", *BEHEER, doel=DOEL))
def stel_iban_voor(request: Request, werkgeverId: UUID, opdracht: IbanwijzigingOpdracht) -> Response:
    """Stel een rekeningnummer voor. Het geldt pas als een ander het heeft nagegaan; tot dan blijft het oude staan."""
    return schrijf(request, iban.stel_voor, opdracht, toon=Werkgever.toon, werkgever_id=werkgeverId)


@router.post(
    "/ibanwijzigingen/{ibanwijzigingId}/beoordelingen",
    **maakt(Werkgever, "Rekeningnummer beoordelen", *BETAALT, doel=DOEL),
)
def beoordeel_iban(request: Request, ibanwijzigingId: UUID, opdracht: IbanbeoordelingOpdracht) -> Response:
    """Beoordeel een rekeningnummer dat een ander voorstelde; bel het nummer dat al bekend was."""
    return schrijf(request, iban.beoordeel, opdracht, toon=Werkgever.toon, wijziging_id=ibanwijzigingId)
