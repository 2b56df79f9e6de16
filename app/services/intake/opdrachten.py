"""What a caller can ask about a melding."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, Field, StringConstraints, ValidationInfo, field_validator

from app.db.intake.stukken import Stukstatus
from app.domain.doelgroep.bijzonder import OpgegevenAdres
from app.domain.doelgroep.jongere import Jongerenorganisatie
from app.domain.intake.feiten import Kanaal
from app.domain.intake.soorten import Contactdoel, Contactweg, Formulier, Hulpvraag, Levering, Melder
from app.services.agenda.opdrachten import PlekOpdracht
from app.services.handeling import Opdracht, Wijziging
from app.services.klant import Naam, PersoonOpdracht

Zin = Annotated[str, StringConstraints(min_length=3, max_length=500)]
Tekst = Annotated[str, StringConstraints(min_length=3, max_length=2000)]
Kenmerk = Annotated[str, StringConstraints(min_length=1, max_length=100)]
Gemeente = Annotated[str, StringConstraints(pattern=r"^GM[0-9]{4}$"), Field(examples=["GM0150"])]
Hulpvragen = Annotated[list[Hulpvraag], Field(min_length=1, max_length=4, examples=[["bijstandsuitkering"]])]


class BekendBijOpdracht(Opdracht):
    """Het RMC of het jongerenloket kent de jongere al."""

    organisatie: Jongerenorganisatie
    contactpersoon: Naam


class AdresopgaveOpdracht(Opdracht):
    """Het adres op het formulier; zonder adres is dat een signaal van mogelijke dakloosheid."""

    adres: OpgegevenAdres | None = None
    verblijfsgemeente: Naam | None = Field(default=None, description="Waar de klant verblijft zonder vast adres.")


class MeldingPersoonOpdracht(PersoonOpdracht):
    """Een persoon die zich meldt."""

    medisch_urenbeperkt: bool = Field(default=False, description="Uitzondering op de zoekperiode voor jongeren.")
    bekend_bij: BekendBijOpdracht | None = Field(default=None, description="Alleen bij jongeren.")
    adresopgave: AdresopgaveOpdracht | None = Field(default=None, description="Leeg: niet overgenomen.")

    def persoon(self) -> PersoonOpdracht:
        """Return what is registered of the person itself."""
        return PersoonOpdracht(**self.model_dump(exclude={"medisch_urenbeperkt", "bekend_bij", "adresopgave"}))


class ScreeningsafspraakOpdracht(PlekOpdracht):
    """Het moment van het screeningsgesprek. Een eerder gepland moment wordt hiermee verzet."""

    begin: AwareDatetime = Field(examples=["2026-04-02T10:00:00+02:00"])
    duur_minuten: int = Field(default=30, ge=5, le=240)
    locatie: Zin | None = Field(default=None, description="Zonder opgave de ruimte of de plek uit het beleid.")
    inkomensconsulent_id: UUID = Field(examples=["00000000-0000-7000-8000-000000030001"])
    reden_buiten_norm: Zin | None = Field(
        default=None, description="Verplicht als het gesprek later is dan de norm na de melding."
    )


class ScreeningsafzeggingOpdracht(Opdracht):
    """Het screeningsgesprek gaat niet door en er is nog geen nieuw moment."""

    reden: Zin = Field(examples=["De klant is ziek en belt terug."])
    door_klant: bool = Field(default=False, description="De klant zegt af; anders de organisatie.")


class MeldingOpdracht(Opdracht):
    """Een melding van een persoon, of van twee partners samen."""

    kanaal: Kanaal = Field(examples=["digitaal"])
    gemeente: Gemeente
    meldingsdatum: date | None = Field(
        default=None,
        validate_default=True,
        description="Verplicht bij een melding aan de balie; anders vandaag.",
        examples=["2026-03-31"],
    )
    hulpvragen: Hulpvragen
    toelichting: Tekst | None = Field(default=None, description="De vraag in de woorden van de klant.")
    aanvraagdatum: date | None = Field(
        default=None, description="De dag waarop de aanvraag is gedaan; leeg als dat nog moet."
    )
    melder: Melder = Melder.KLANT
    formulier: Formulier | None = Field(
        default=None, description="Standaard: digitaal bij een digitale melding, anders volgt het nog."
    )
    formulierlink_verzonden: bool = Field(default=False, description="De link naar het digitale formulier is gemaild.")
    scan_kenmerk: Kenmerk | None = Field(
        default=None, description="De scan in de zaak; verplicht bij een papieren formulier."
    )
    gws_nummer: Kenmerk | None = None
    zaaknummer: Kenmerk | None = None
    reden_kanaal: Zin | None = Field(default=None, description="Verplicht als dit kanaal nu wordt ontraden.")
    digitaal_vaardig: bool | None = Field(default=None, description="Kan de klant een digitaal formulier invullen?")
    digitale_middelen: bool | None = Field(default=None, description="Heeft de klant er een apparaat voor?")
    formulier_levering: Levering | None = Field(
        default=None, description="Hoe het papieren formulier bij de klant komt die zich niet digitaal kan melden."
    )
    broodnood: bool = Field(default=False, description="Op het formulier staat broodnood; dit wordt meteen opgepakt.")
    personen: list[MeldingPersoonOpdracht] = Field(min_length=1, max_length=2)
    screeningsafspraak: ScreeningsafspraakOpdracht | None = Field(
        default=None, description="De afspraak die meteen wordt gemaakt, bijvoorbeeld aan de telefoon."
    )

    @field_validator("meldingsdatum")
    @classmethod
    def _verplicht_aan_de_balie(cls, waarde: date | None, info: ValidationInfo) -> date | None:
        if waarde is None and info.data.get("kanaal") is Kanaal.FYSIEK:
            raise ValueError("Leg bij een melding aan de balie de meldingsdatum vast.")
        return waarde

    @property
    def soort_formulier(self) -> Formulier:
        """The form, or what the channel makes likely."""
        return self.formulier or (Formulier.DIGITAAL if self.kanaal is Kanaal.DIGITAAL else Formulier.VOLGT)


class WijzigMeldingOpdracht(Wijziging):
    """Correctie of aanvulling; wat niet wordt genoemd, blijft. Termijnen worden opnieuw berekend."""

    kanaal: Kanaal | None = None
    meldingsdatum: date | None = None
    hulpvragen: Hulpvragen | None = None
    toelichting: Tekst | None = None
    aanvraagdatum: date | None = None
    formulier: Formulier | None = None
    formulier_ontvangen_op: date | None = None
    formulierlink_verzonden: bool | None = None
    scan_kenmerk: Kenmerk | None = None
    gws_nummer: Kenmerk | None = None
    zaaknummer: Kenmerk | None = None


class ContactpogingOpdracht(Opdracht):
    """Een poging om de klant te bereiken."""

    bereikt: bool
    doel: Contactdoel = Contactdoel.SCREENINGSGESPREK
    weg: Contactweg = Field(default=Contactweg.TELEFOON, description="Langs welke weg contact is gezocht.")
    hulp_nodig: bool | None = Field(default=None, description="Bij stukken: vraagt de klant hulp?")
    begrepen: bool | None = Field(
        default=None, description="Bij stukken: weet de klant wat hij wanneer moet inleveren, en hoe? Leeg: onbekend."
    )
    toelichting: Tekst | None = Field(default=None, description="Bij niet verschijnen: de reden.")


class MeldingintrekkingOpdracht(Opdracht):
    """De klant gaat niet door met de melding."""

    getekend_op: date | None = Field(
        default=None, description="De dag waarop de klant het formulier tekende.", examples=["2026-04-01"]
    )
    reden: Zin | None = None


class NoShowOpdracht(Opdracht):
    """De klant is niet op het screeningsgesprek verschenen."""

    bekend_bij_team: bool | None = Field(
        default=None, description="Is de klant bekend bij het sociaal team of bijzonder zorgteam? Leeg: onbekend."
    )
    toelichting: Tekst | None = None


class ScreeningsverslagOpdracht(Opdracht):
    """Het verslag van het screeningsgesprek; een correctie is een nieuw verslag."""

    tekst: Annotated[str, StringConstraints(min_length=10, max_length=20_000)]


class VoorschotOpdracht(Opdracht):
    """Een voorschot via de verkorte weg."""

    bedrag: int = Field(ge=1, le=1_000_000, description="Eurocent per maand.", examples=[190203])
    datum: date | None = Field(default=None, description="De dag van betaling; standaard vandaag.")
    meegedeeld: bool | None = Field(
        default=None, description="De klant is verteld dat het een voorschot is dat later wordt verrekend."
    )


class VoorschotIntrekkingOpdracht(Opdracht):
    """Een voorschot ongedaan maken dat niet klopte."""

    reden: Zin = Field(examples=["Verkeerd bedrag ingevoerd."])
    nieuw_voorschot_nodig: bool = Field(default=True, description="Zet de taak voor een goed voorschot terug.")


class StukkenverzoekOpdracht(Opdracht):
    """De bewijsstukken die de klant moet inleveren."""

    stukken: list[Zin] = Field(min_length=1, max_length=30, examples=[["Kopie identiteitsbewijs", "Huurcontract"]])
    gevraagd_op: date | None = Field(default=None, description="De dag van uitreiken; standaard vandaag.")


class AanvultermijnOpdracht(Opdracht):
    """De brief met een aanvultermijn."""

    verzonden_op: date | None = Field(default=None, description="Standaard vandaag.")


class OntvangenStuk(Opdracht):
    """Hoe het staat met een stuk na ontvangst."""

    stuk_id: UUID
    status: Stukstatus = Stukstatus.ONTVANGEN


class OntvangstOpdracht(Opdracht):
    """De stukken die zijn binnengekomen."""

    ontvangen_op: date | None = Field(default=None, description="Standaard vandaag.")
    stukken: list[OntvangenStuk] = Field(min_length=1, max_length=30)
