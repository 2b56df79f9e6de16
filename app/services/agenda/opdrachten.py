"""What a caller can ask about the agenda and what it is planned against."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import AwareDatetime, Field, StringConstraints, model_validator

from app.domain.agenda.soorten import MEE_TE_BRENGEN, Deelnemerrol, Gesprekskanaal, Ruimtesoort
from app.domain.agenda.tijd import Weekdag
from app.services.agenda.boeken import Deelnemer
from app.services.handeling import Opdracht

MEDEWERKER = "00000000-0000-7000-8000-000000030001"
Naam = Annotated[str, StringConstraints(min_length=2, max_length=100)]
Reden = Annotated[str, StringConstraints(min_length=3, max_length=500)]
Klok = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


class GesprekspartnerOpdracht(Opdracht):
    """Wie er nog meer bij het gesprek is: een collega met nummer, of iemand van buiten met naam."""

    rol: Deelnemerrol = Field(examples=["tolk"])
    medewerker_id: UUID | None = None
    naam: Naam | None = Field(default=None, description="Naam of organisatie van wie geen collega is.")

    def als_deelnemer(self) -> Deelnemer:
        """Return the participant as the agenda knows it."""
        return Deelnemer(self.rol, self.medewerker_id, self.naam)


class PlekOpdracht(Opdracht):
    """Hoe en waar een gesprek wordt gehouden en met wie."""

    kanaal: Gesprekskanaal | None = Field(default=None, description="Zonder opgave wat het beleid voorschrijft.")
    reden_kanaal: Reden | None = Field(
        default=None, description="Verplicht als deze vorm nu wordt ontraden; zie `kanaal_ontraden` in het beleid."
    )
    kan_videobellen: bool | None = Field(
        default=None, description="Heeft de klant er de middelen en vaardigheden voor? Leeg: onbekend."
    )
    ruimte_id: UUID | None = Field(default=None, description="Een ruimte uit de lijst van de organisatie.")
    deelnemers: tuple[GesprekspartnerOpdracht, ...] = Field(default=(), max_length=8)
    meebrengen: tuple[Deelnemerrol, ...] = Field(
        default=(), max_length=4, description="Wie de klant wordt gevraagd mee te brengen."
    )
    veiligheid_bevestigd: bool = Field(
        default=False, description="Bij een veiligheidsrisico: de plek is nagegaan en veilig."
    )
    reden_afwijking: Reden | None = Field(
        default=None, description="Waarom wordt afgeweken van het venster, het kanaal of de plek uit het beleid."
    )

    @model_validator(mode="after")
    def _alleen_wie_kan_worden_meegebracht(self) -> Self:
        if vreemd := sorted(set(self.meebrengen) - MEE_TE_BRENGEN):
            raise ValueError(f"Een klant brengt niet mee: {', '.join(rol.replace('_', ' ') for rol in vreemd)}.")
        return self


class AankomstOpdracht(Opdracht):
    """De klant is er, of toch niet, en wie er is meegekomen."""

    aangekomen: bool = True
    aanwezig: tuple[Deelnemerrol, ...] = Field(default=(), max_length=7, examples=[["tolk"]])


class AgendaoverdrachtOpdracht(Opdracht):
    """Geef wat een medewerker heeft gepland aan de eerste collega die op hetzelfde moment kan."""

    van: date = Field(examples=["2026-04-07"])
    tot: date = Field(examples=["2026-04-08"])
    naar: tuple[UUID, ...] = Field(min_length=1, max_length=10, examples=[["00000000-0000-7000-8000-000000030002"]])


class OverlegOpdracht(Opdracht):
    """Wat met de sociale recherche is afgesproken."""

    gevoerd_op: date = Field(examples=["2026-03-31"])
    plan_van_aanpak: Annotated[str, StringConstraints(min_length=10, max_length=4000)] = Field(
        examples=["Samen de bankafschriften doornemen en dan een driegesprek."]
    )
    driegesprek_nodig: bool


class BelcontactOpdracht(Opdracht):
    """Het telefoontje vooraf bij een kennismaking op afstand."""

    gebeld_op: date
    toestemming_videobellen: bool = Field(description="Vindt de klant videobellen goed?")
    meteen_gehouden: bool = Field(default=False, description="Het gesprek is aan de telefoon meteen gehouden.")


class RuimteOpdracht(Opdracht):
    """Een ruimte waarin gesprekken worden gehouden."""

    locatie: Naam = Field(examples=["KonnecteD"])
    naam: Naam = Field(examples=["Spreekkamer 3"])
    soort: Ruimtesoort = Ruimtesoort.SPREEKKAMER
    capaciteit: int = Field(ge=1, le=500, examples=[6])
    beveiligd: bool = Field(default=False, description="Er is beveiliging in of vlak bij de ruimte.")
    actief: bool = True


class WerkblokOpdracht(Opdracht):
    """Werktijd op een dag van de week, in Nederlandse tijd."""

    dag: Weekdag = Field(examples=["maandag"])
    van: Klok = Field(examples=["09:00"])
    tot: Klok = Field(examples=["17:00"])

    @model_validator(mode="after")
    def _begint_voor_het_einde(self) -> Self:
        if self.tot <= self.van:
            raise ValueError("De werktijd eindigt na haar begin.")
        return self


class RoosterOpdracht(Opdracht):
    """De werktijden van een medewerker vanaf een dag; een nieuw rooster met dezelfde dag vervangt het eerdere."""

    van: date = Field(examples=["2026-04-01"])
    dagen: tuple[WerkblokOpdracht, ...] = Field(max_length=21, description="Leeg: werkt vanaf die dag niet meer.")
    gesprekken_per_dag: int | None = Field(
        default=None, ge=1, le=40, description="Hoeveel gesprekken er op een dag passen; leeg: zoveel als er tijd is."
    )


class UitzonderingOpdracht(Opdracht):
    """Een periode waarin een medewerker afwezig is, of juist extra werkt. De reden wordt niet bewaard."""

    begin: AwareDatetime = Field(examples=["2026-04-07T00:00:00+02:00"])
    einde: AwareDatetime = Field(examples=["2026-04-11T00:00:00+02:00"])
    beschikbaar: bool = Field(default=False, description="Waar: extra werktijd; onwaar: afwezig.")

    @model_validator(mode="after")
    def _begint_voor_het_einde(self) -> Self:
        if self.einde <= self.begin:
            raise ValueError("De periode eindigt na haar begin.")
        return self
