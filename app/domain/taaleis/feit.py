"""The dated facts on which the taaleis of a klant rests."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator
from pydantic.alias_generators import to_camel

from app.domain.kern.datum import in_onze_tijd

Zin = Annotated[str, StringConstraints(min_length=3, max_length=1000)]
Naam = Annotated[str, StringConstraints(min_length=2, max_length=200)]


class Taaltoetsmoment(StrEnum):
    """Where it came up: a conversation, an investigation, or in writing (DEV-TAA-503, DEV-TAA-506)."""

    AMBITIEGESPREK = "ambitiegesprek"
    KENNISMAKINGSGESPREK = "kennismakingsgesprek"
    DOELMATIGHEIDSGESPREK = "doelmatigheidsgesprek"
    RECHTMATIGHEIDSONDERZOEK = "rechtmatigheidsonderzoek"
    SCHRIFTELIJK = "schriftelijk"


class Checkuitkomst(StrEnum):
    """The outcome of looking whether somebody commands Dutch (DEV-TAA-503)."""

    VOLDOET = "voldoet"
    VOLDOET_NIET = "voldoet_niet"
    NIET_VAST_TE_STELLEN = "niet_vast_te_stellen"


class Bewijssoort(StrEnum):
    """What shows command of Dutch (DEV-TAA-502)."""

    ONDERWIJS = "nederlandstalig_onderwijs"
    INBURGERING = "inburgering"
    ANDER_DOCUMENT = "ander_document"


class Referentieniveau(StrEnum):
    """The reference level found for one skill."""

    ONDER_1F = "onder_1F"
    OP_1F = "1F"
    OP_2F = "2F"
    OP_3F = "3F"


class Preventiemiddel(StrEnum):
    """What keeps a verlaging from being needed (DEV-TAA-524)."""

    ONDERZOEK = "onderzoek_mogelijkheden"
    STRESS_SENSITIEF = "stress_sensitieve_dienstverlening"
    PRAKTISCH = "praktische_ondersteuning"
    PARTICIPATIEMAKELAAR = "participatiemakelaar"


class Feit(BaseModel):
    """Base of the facts: camelCase in JSON."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=to_camel, populate_by_name=True, str_strip_whitespace=True
    )

    datum: date = Field(description="De dag waarop dit gold of gebeurde.", examples=["2026-03-31"])
    gesprek_id: UUID | None = Field(default=None, description="Het vastgelegde gesprek waarin dit ter sprake kwam.")

    @field_validator("*")
    @classmethod
    def _in_onze_tijd(cls, waarde: Any) -> Any:
        return in_onze_tijd(waarde)


class Taalcheck(Feit):
    """Of de klant de taaleis haalt, nagegaan in een gesprek, een onderzoek of schriftelijk."""

    soort: Literal["check"]
    moment: Taaltoetsmoment
    uitkomst: Checkuitkomst
    waaruit: Zin | None = Field(
        default=None,
        description="Waaruit het blijkt; nodig als de klant voldoet.",
        examples=["Voert het gesprek vlot in het Nederlands."],
    )

    @model_validator(mode="after")
    def _onderbouwd(self) -> Self:
        if self.uitkomst is Checkuitkomst.VOLDOET and self.waaruit is None:
            raise ValueError("Zeg waaruit blijkt dat de klant voldoet.")
        return self


class Taalbewijs(Feit):
    """Iets dat laat zien dat de klant de Nederlandse taal beheerst."""

    soort: Literal["bewijs"]
    bewijs: Bewijssoort = Field(examples=["nederlandstalig_onderwijs"])
    jaren: int | None = Field(default=None, ge=0, le=30, description="Jaren Nederlandstalig onderwijs.", examples=[12])
    document: Naam | None = Field(default=None, description="Verwijzing naar het document.")

    @model_validator(mode="after")
    def _volledig(self) -> Self:
        if (self.bewijs is Bewijssoort.ONDERWIJS) != (self.jaren is not None):
            raise ValueError("Geef de jaren bij Nederlandstalig onderwijs, en alleen daar.")
        if self.bewijs is Bewijssoort.ANDER_DOCUMENT and self.document is None:
            raise ValueError("Geef aan welk document dit is.")
        return self


class Taalvermoeden(Feit):
    """Het redelijke vermoeden dat iemand het Nederlands niet genoeg beheerst; de grond van een taalvoorziening."""

    soort: Literal["vermoeden"]
    grond: Zin
    doelniveau: Literal["1F"] = "1F"


class Taaltestaanmelding(Feit):
    """De klant is aangemeld voor een taaltest."""

    soort: Literal["taaltest_aanmelding"]
    moment: Taaltoetsmoment
    aanbieder: Naam


class Vaardigheden(BaseModel):
    """Het niveau per vaardigheid; een vaardigheid die niet is getoetst, blijft leeg."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, populate_by_name=True)

    spreken: Referentieniveau | None = None
    luisteren: Referentieniveau | None = None
    schrijven: Referentieniveau | None = None
    lezen: Referentieniveau | None = None
    gespreksvoering: Referentieniveau | None = None

    def niveaus(self) -> dict[str, Referentieniveau | None]:
        """Return the level of each of the five skills."""
        return {naam: getattr(self, naam) for naam in type(self).model_fields}


class Taaltest(Feit):
    """Een afgenomen taaltest met de uitslag per vaardigheid; `datum` is de dag van afname."""

    soort: Literal["taaltest"]
    vaardigheden: Vaardigheden
    uitslag_op: date = Field(description="De dag waarop de uitslag er was.")
    voortgang_voldoende: bool | None = Field(
        default=None, description="Bij een nieuwe test: is er sinds de vorige genoeg voortgang?"
    )
    document: Naam | None = None

    @model_validator(mode="after")
    def _na_afname(self) -> Self:
        if self.uitslag_op < self.datum:
            raise ValueError("De uitslag is er niet voor de afname.")
        return self


class Uitslagmededeling(Feit):
    """De klant heeft gehoord wat de uitslag van de taaltest is."""

    soort: Literal["uitslag_meegedeeld"]
    moment: Taaltoetsmoment


class Bereidverklaring(Feit):
    """De klant verklaart met zoveel woorden bereid te zijn Nederlands te leren, of wil dat niet verklaren."""

    soort: Literal["bereidverklaring"]
    bereid: bool
    bewoording: Zin = Field(description="Wat de klant zei, in eigen woorden.")
    moment: Taaltoetsmoment


class Taalplan(Feit):
    """Het taalplan; ondertekenen geldt als bereidverklaring. Een nieuw taalplan vervangt het vorige."""

    soort: Literal["taalplan"]
    vorm_ondersteuning: Zin
    beoordeling_voortgang: Zin
    ondertekend_op: date | None = None
    kosten: int | None = Field(default=None, ge=0, le=2_000_000_000, description="In eurocent; hoeft niet.")

    @model_validator(mode="after")
    def _na_opstellen(self) -> Self:
        if self.ondertekend_op is not None and self.ondertekend_op < self.datum:
            raise ValueError("Een taalplan wordt niet ondertekend voordat het er is.")
        return self


class Belemmering(Feit):
    """Wat het leren in de weg zit en wat daaraan wordt gedaan; de verplichting blijft."""

    soort: Literal["belemmering"]
    belemmering: Zin
    actie: Zin
    opgelost_op: date | None = None


class Taalvoortgang(Feit):
    """Hoe het met de taallessen gaat, verteld in een doelmatigheidsgesprek."""

    soort: Literal["voortgang"]
    moment: Taaltoetsmoment = Taaltoetsmoment.DOELMATIGHEIDSGESPREK
    voortgang: Zin
    inspanning_voldoende: bool
    lijkt_op_niveau: bool = Field(default=False, description="Het lijkt erop dat 1F is gehaald.")
    aantoonbaar: bool = Field(default=True, description="Is dat met documenten te laten zien?")


class Taalstop(Feit):
    """De klant verklaarde zich bereid maar stopt met de inspanning; `datum` is de dag waarop."""

    soort: Literal["gestopt"]
    toelichting: Zin


class Taalpreventie(Feit):
    """Wat is gedaan om een verlaging te voorkomen."""

    soort: Literal["preventie"]
    middel: Preventiemiddel
    toelichting: Zin


class Taalmakelaar(Feit):
    """De participatiemakelaar gaat met de klant aan de slag met taal; bij drempelvrees tijdelijk."""

    soort: Literal["participatiemakelaar"]
    doel: Literal["taal"] = "taal"
    reden: Zin
    drempelvrees: bool = False
    tot: date | None = Field(default=None, description="Tot wanneer, als de hulp tijdelijk is.")
