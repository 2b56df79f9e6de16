"""What is asked about employers: the fields that a caller can give, each with its check."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from app.db.werkgever.werkgever import Ibanbron, Ibancontrole
from app.domain.werkgever.nummers import is_iban, is_kvk_nummer, is_vestigingsnummer, kale_iban
from app.services.handeling import Opdracht, Wijziging
from app.services.klant import Email, Naam, Postadres, Telefoon


def _kvk(nummer: str) -> str:
    if not is_kvk_nummer(nummer):
        raise ValueError("Geef een KvK-nummer van acht cijfers.")
    return nummer


def _vestiging(nummer: str) -> str:
    if not is_vestigingsnummer(nummer):
        raise ValueError("Geef een vestigingsnummer van twaalf cijfers.")
    return nummer


def _iban(tekst: str) -> str:
    kaal = kale_iban(tekst)
    if not is_iban(kaal):
        raise ValueError("Dit rekeningnummer klopt niet; neem de IBAN over van de factuur of de overeenkomst.")
    return kaal


_Tekst = Annotated[str, StringConstraints(max_length=60)]
KvkNummer = Annotated[
    str, AfterValidator(_kvk), Field(examples=["90004760"], json_schema_extra={"pattern": "^[0-9]{8}$"})
]
Vestigingsnummer = Annotated[
    str, AfterValidator(_vestiging), Field(examples=["000037178598"], json_schema_extra={"pattern": "^[0-9]{12}$"})
]
Iban = Annotated[_Tekst, AfterValidator(_iban), Field(examples=["NL91 ABNA 0417 1643 00"])]
Sbi = Annotated[str, StringConstraints(pattern=r"^[0-9]{2}(\.?[0-9]{1,3})?$"), Field(examples=["10.71"])]
Reden = Annotated[str, StringConstraints(min_length=5, max_length=500)]
Functie = Annotated[str, StringConstraints(min_length=2, max_length=100, pattern=r"^[^\x00-\x1f]+$")]


class WerkgeverOpdracht(Opdracht):
    """Een werkgever zoals ingeschreven bij de Kamer van Koophandel."""

    kvk_nummer: KvkNummer
    naam: Naam = Field(examples=["Bakkerij Voorbeeld B.V."])
    sbi: Sbi | None = None
    sector: Naam | None = Field(default=None, description="Sector of cao.", examples=["Ambachtelijke bakkerij"])
    accountmanager_id: UUID | None = Field(default=None, description="De medewerker die het contact onderhoudt.")


class WijzigWerkgeverOpdracht(Wijziging):
    """Correctie of aanvulling; wat niet wordt genoemd, blijft. Het rekeningnummer gaat via een ibanwijziging."""

    kvk_nummer: KvkNummer | None = None
    naam: Naam | None = Field(default=None, examples=["Bakkerij Voorbeeld B.V."])
    sbi: Sbi | None = None
    sector: Naam | None = None
    accountmanager_id: UUID | None = None


class WerkgeverbeeindigingOpdracht(Opdracht):
    """De werkgever stopt, of is dezelfde als een andere die al bekend was."""

    reden: Reden = Field(examples=["Dit bedrijf is gestopt."])
    opgegaan_in: UUID | None = Field(
        default=None, description="De werkgever die blijft; vestigingen en contacten gaan daarheen."
    )


class WerkgeverheropeningOpdracht(Opdracht):
    """De werkgever is ten onrechte beëindigd."""

    reden: Reden = Field(examples=["Het bedrijf is overgenomen en gaat door."])


class WerkgeverzoekOpdracht(Opdracht):
    """Zoek op KvK-nummer, of op (het begin van) woorden van de naam."""

    kvk_nummer: KvkNummer | None = None
    naam: Naam | None = Field(default=None, examples=["bakkerij voor"])


class VestigingOpdracht(Opdracht):
    """Een plaats waar de werkgever gevestigd is."""

    vestigingsnummer: Vestigingsnummer | None = None
    naam: Naam = Field(examples=["Winkel Deventer"])
    adres: Postadres | None = Field(default=None, description="Nodig zodra er een brief per post heen gaat.")


class WijzigVestigingOpdracht(Wijziging):
    """Correctie van een vestiging, of sluiten met `actief`."""

    vestigingsnummer: Vestigingsnummer | None = None
    naam: Naam | None = Field(default=None, examples=["Winkel Deventer"])
    adres: Postadres | None = None
    actief: bool | None = None


class WerkgevercontactOpdracht(Opdracht):
    """Een contactpersoon bij de werkgever."""

    naam: Naam = Field(examples=["R. Jansen"])
    functie: Functie = Field(examples=["bedrijfsleider"])
    email: Email | None = Field(default=None, examples=["r.jansen@bakkerij.example"])
    telefoon: Telefoon | None = Field(default=None, examples=["0570 00 00 02"])
    vestiging_id: UUID | None = None


class WijzigWerkgevercontactOpdracht(Wijziging):
    """Correctie van een contactpersoon, of uit dienst met `actief`."""

    naam: Naam | None = None
    functie: Functie | None = Field(default=None, examples=["bedrijfsleider"])
    email: Email | None = None
    telefoon: Telefoon | None = None
    vestiging_id: UUID | None = None
    actief: bool | None = None


class IbanwijzigingOpdracht(Opdracht):
    """Een (nieuw) rekeningnummer; het geldt pas als een tweede persoon het heeft nagegaan."""

    iban: Iban
    tenaamstelling: Naam = Field(examples=["Bakkerij Voorbeeld B.V."])
    bron: Ibanbron = Field(examples=["formulier"])
    toelichting: Reden | None = None


class IbanbeoordelingOpdracht(Opdracht):
    """Wat de tweede persoon vond. Bel het nummer dat al bekend was, niet dat uit het bericht."""

    akkoord: bool
    controle: Ibancontrole = Field(examples=["teruggebeld"])
    bevinding: Reden = Field(examples=["Gebeld met de administratie op het bekende nummer; het klopt."])
