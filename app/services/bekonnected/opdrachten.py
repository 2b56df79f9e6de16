"""What can be asked in the room bekonnected."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from app.domain.bekonnected.beleid import Toepassing
from app.domain.bekonnected.soorten import Bekonnectedeinde, Vaardigheid
from app.services.handeling import Opdracht, Wijziging

Zin = Annotated[str, StringConstraints(min_length=3, max_length=500)]
Tekst = Annotated[str, StringConstraints(min_length=10, max_length=2000)]
Plaatsen = Annotated[int, Field(ge=0, le=1000)]
Werkuren = Annotated[int, Field(ge=1, le=60)]
WERKSTROOM = "0198f3c2-0000-7000-8000-000000000003"
MEDEWERKER = "00000000-0000-7000-8000-000000040001"


class WerkstroomOpdracht(Opdracht):
    """Een werkstroom met het aantal plaatsen."""

    gemeente: str = Field(pattern=r"^GM[0-9]{4}$", examples=["GM0150"])
    naam: Zin = Field(examples=["Montage"])
    werkzaamheden: Zin = Field(examples=["Onderdelen in elkaar zetten"])
    plaatsen: Plaatsen = Field(examples=[12])


class WijzigWerkstroomOpdracht(Wijziging):
    """Wat er verandert; wie al een plaats heeft, houdt die."""

    werkzaamheden: Zin | None = None
    plaatsen: Plaatsen | None = Field(default=None, examples=[10])
    actief: bool | None = Field(default=None, description="Of de werkstroom te kiezen is.")


class WerkplekvoorstelOpdracht(Opdracht):
    """Een werkplek die de klant zelf voorstelt."""

    datum: date | None = Field(default=None, description="De dag van het voorstel; standaard vandaag.")
    werkplek: Zin = Field(examples=["Buurtwerkplaats"])
    werkzaamheden: Zin = Field(examples=["Fietsen opknappen"])
    vestiging_id: UUID | None = Field(default=None, description="De vestiging van de werkgever, als die bekend is.")


class Accountmanagersoordeel(Opdracht):
    """Wat de accountmanager van het voorstel vindt. Een later oordeel vervangt het eerdere tot het traject begint."""

    accountmanager_id: UUID = Field(description="De medewerker die het voorstel besprak.", examples=[MEDEWERKER])
    besproken_op: date | None = Field(default=None, description="Standaard vandaag.")
    akkoord: bool = Field(examples=[True])
    verdringing: bool = Field(description="Of de werkplek een ander verdringt.", examples=[False])
    toelichting: Tekst = Field(examples=["De werkplek is extra en er is goede begeleiding."])


class IntrekVoorstelOpdracht(Opdracht):
    """Waarom het voorstel niet doorgaat."""

    reden: Zin = Field(examples=["De klant kiest toch voor een werkstroom."])


class BekonnectedOpdracht(Opdracht):
    """De start: in een werkstroom, of op een eigen werkplek waarover een voorstel ligt."""

    begin: date | None = Field(default=None, description="Standaard vandaag.")
    uren: Werkuren = Field(description="Uren per week: wat haalbaar is.", examples=[16])
    werkstroom_id: UUID | None = Field(
        default=None, description="De werkstroom die de klant kiest.", examples=[WERKSTROOM]
    )
    voorstel_id: UUID | None = Field(default=None, description="Het voorstel voor een eigen werkplek.")
    keuze_klant: Zin = Field(description="Wat de klant koos en waarom.", examples=["Montage, met de handen"])
    werkbegeleider: Zin = Field(examples=["Werkbegeleider montage"])

    @model_validator(mode="after")
    def _een_plek(self) -> Self:
        if (self.werkstroom_id is None) == (self.voorstel_id is None):
            raise ValueError("Kies een werkstroom of een eigen werkplek: een van beide.")
        return self


class WijzigBekonnectedOpdracht(Wijziging):
    """Wat er verandert in een lopend traject; ook een andere werkstroom."""

    uren: Werkuren | None = Field(default=None, examples=[18])
    werkstroom_id: UUID | None = None
    keuze_klant: Zin | None = None
    werkbegeleider: Zin | None = None


class BekonnectedeindeOpdracht(Opdracht):
    """Wanneer en waarom het eindigt; `datum` is de eerste dag zonder."""

    datum: date = Field(examples=["2026-03-31"])
    einde: Bekonnectedeinde = Field(examples=["uitstroom"])
    reden: Zin = Field(examples=["De klant heeft een baan."])


class BekonnectedvervalOpdracht(Opdracht):
    """Waarom dit traject er nooit had moeten zijn."""

    reden: Zin = Field(examples=["Bij de verkeerde klant vastgelegd."])


class Vaardigheidsregel(Opdracht):
    """Wat de werkbegeleider van een vaardigheid zag: een score van 1 tot en met 5, een notitie, of beide."""

    vaardigheid: Vaardigheid = Field(examples=["werkmotivatie"])
    score: Annotated[int, Field(ge=1, le=5)] | None = Field(default=None, examples=[4])
    notitie: Zin | None = Field(default=None, examples=["Begint op tijd en vraagt om werk."])

    @model_validator(mode="after")
    def _score_of_notitie(self) -> Self:
        if self.score is None and self.notitie is None:
            raise ValueError("Geef een score of een notitie.")
        return self


class VaardighedenOpdracht(Opdracht):
    """Het beeld van de werkbegeleider op een dag; een later beeld laat het eerdere staan."""

    datum: date | None = Field(default=None, description="Standaard vandaag.")
    werkbegeleider: Zin = Field(examples=["Werkbegeleider montage"])
    vaardigheden: tuple[Vaardigheidsregel, ...] = Field(min_length=1, max_length=5)


class Evaluatieantwoorden(Opdracht):
    """De vijf vragen als uitstroom niet lukte; alle vijf horen een antwoord te hebben."""

    waarom_niet_gelukt: Zin = Field(examples=["Weinig vacatures met passende tijden"])
    wat_nodig: Zin = Field(examples=["Meer ervaring en een rijbewijs"])
    mismatch_werkleerroute: Zin = Field(examples=["Geen mismatch; een werkleerroute is niet nodig"])
    certificaat_vca: Zin = Field(examples=["Met VCA zijn er meer vacatures"])
    voortzetten_bekonnected: Zin = Field(examples=["Ja, nog drie maanden"])


class BekonnectedevaluatieOpdracht(Opdracht):
    """Het evaluatiegesprek, en of BeKonnecteD wordt voortgezet."""

    datum: date | None = Field(default=None, description="Standaard vandaag.")
    antwoorden: Evaluatieantwoorden
    voortzetten: bool = Field(examples=[True])


class InstrumentkeuzeOpdracht(Opdracht):
    """Een instrument dat in Matchen wordt ingezet; de aanvraag zelf volgt bij de voorziening of de subsidie."""

    instrument: str = Field(pattern=r"^[a-z_]{1,60}$", examples=["startbaansubsidie"])
    toepassing: Toepassing = Field(examples=["parttimer_meer_uren"])
    reden: Zin | None = Field(default=None, description="Nodig als het voor BeKonnecteD is.")


class IntrekInstrumentOpdracht(Opdracht):
    """Waarom het instrument niet wordt ingezet."""

    reden: Zin = Field(examples=["De werkgever ziet ervan af."])
