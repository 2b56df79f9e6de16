"""What a caller can ask about bijeenkomsten and appointments."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, Field, StringConstraints

from app.domain.afspraak.feiten import AfspraakSoort, Bereikkanaal, KickOffBegeleiding, KickOffVorm, Presentie
from app.domain.afspraak.uitnodiging import UitnodigingSoort, Uitnodigingswijze
from app.domain.agenda.kennismaking import RedenDelen
from app.domain.agenda.soorten import Dariuzhulp
from app.domain.kern.klantgroep import Klantgroep
from app.services.agenda.opdrachten import BelcontactOpdracht, PlekOpdracht
from app.services.handeling import Opdracht

Plaats = Annotated[str, StringConstraints(min_length=2, max_length=200)]
Reden = Annotated[str, StringConstraints(min_length=3, max_length=500)]
MEDEWERKER = "00000000-0000-7000-8000-000000030001"
KLANT = "019d4d3c-7a10-7c3e-8f51-2b9d0c6e4a11"


class BegeleiderOpdracht(Opdracht):
    """Wie de bijeenkomst leidt, en in welke functie."""

    medewerker_id: UUID = Field(examples=[MEDEWERKER])
    functie: KickOffBegeleiding = Field(examples=["inkomensconsulent"])


class BijeenkomstOpdracht(Opdracht):
    """Een nieuwe kick-off voor één klantgroep; hoeveel klanten erbij kunnen, volgt uit het beleid."""

    gemeente: str = Field(pattern=r"^GM[0-9]{4}$", examples=["GM0150"])
    klantgroep: Klantgroep = Field(examples=["faciliteren"])
    begint: AwareDatetime = Field(examples=["2026-04-16T10:00:00+02:00"])
    locatie: Plaats = Field(examples=["Stadhuis, zaal 2"])
    begeleiders: tuple[BegeleiderOpdracht, ...] = Field(default=(), max_length=10)
    ruimte_id: UUID | None = Field(default=None, description="Een ruimte uit de lijst van de organisatie.")


class VerzendOpdracht(Opdracht):
    """Wanneer en hoe de uitnodiging is verzonden; dit is later het bewijs dat de klant het kon weten."""

    verzonden_op: date | None = Field(
        default=None, description="Dag van verzending van de brief; bij uitnodigen zonder opgave vandaag."
    )
    wijzen: tuple[Uitnodigingswijze, ...] = Field(
        default=(Uitnodigingswijze.REGULIER,), min_length=1, max_length=3, examples=[["regulier", "aangetekend"]]
    )
    kenmerk_aangetekend: str | None = Field(
        default=None,
        min_length=3,
        max_length=50,
        description="Nummer van de aangetekende brief.",
        examples=["3STST0417"],
    )
    sms_verzonden_op: date | None = Field(default=None, description="Dag waarop de sms-herinnering is verzonden.")


class DeelnemerOpdracht(VerzendOpdracht):
    """Een klant die voor de bijeenkomst wordt uitgenodigd."""

    klant_id: UUID = Field(examples=[KLANT])
    uitnodiging: UitnodigingSoort = UitnodigingSoort.UITNODIGING


class UitnodigOpdracht(Opdracht):
    """De klanten die worden uitgenodigd; kan er één niet bij, dan wordt niemand uitgenodigd."""

    deelnemers: tuple[DeelnemerOpdracht, ...] = Field(min_length=1, max_length=25)


class PresentieOpdracht(Opdracht):
    """Hoe het met één uitgenodigde klant is gegaan."""

    klant_id: UUID = Field(examples=[KLANT])
    uitkomst: Presentie = Field(examples=["verschenen"])
    reden: Reden | None = Field(
        default=None,
        description="Verplicht bij `afgemeld` en `individueel_vervangen`.",
        examples=["Ziek gemeld op de ochtend zelf"],
    )
    vorm: KickOffVorm | None = Field(default=None, description="Zonder opgave de vorm van de bijeenkomst.")
    subgroep: int | None = Field(default=None, ge=1, le=9, description="Bij een online kick-off met subgroepen.")
    digitaal_vaardig: bool | None = Field(default=None, description="Bij een telefonische kick-off.")
    heeft_apparaat: bool | None = Field(default=None, description="Bij een telefonische kick-off.")


class PresentielijstOpdracht(Opdracht):
    """De hele lijst in één keer: elke uitgenodigde klant staat erop."""

    deelnemers: tuple[PresentieOpdracht, ...] = Field(max_length=25)
    onderdelen: tuple[str, ...] = Field(default=(), max_length=20, description="Wat aan de orde is geweest.")


class BereikpogingOpdracht(Opdracht):
    """Een poging om de klant voor of na een afspraak te bereiken."""

    kanaal: Bereikkanaal = Field(examples=["voicemail"])
    bereikt: bool = False
    toelichting: Reden | None = None


class AfzegOpdracht(Opdracht):
    """Waarom een bijeenkomst of afspraak niet doorgaat."""

    reden: Reden = Field(examples=["Beide begeleiders zijn ziek"])


class GesprekSoort(StrEnum):
    """De afspraken die hier worden gemaakt; de screening hoort bij de melding en de kick-off is een bijeenkomst."""

    AMBITIEGESPREK = AfspraakSoort.AMBITIEGESPREK.value
    KENNISMAKINGSGESPREK = AfspraakSoort.KENNISMAKINGSGESPREK.value
    DOELMATIGHEIDSGESPREK = AfspraakSoort.DOELMATIGHEIDSGESPREK.value
    TRAJECT_AFSPRAAK = AfspraakSoort.TRAJECT_AFSPRAAK.value
    AFSPRAAK_INKOMEN = AfspraakSoort.AFSPRAAK_INKOMEN.value
    BALIEAFSPRAAK = AfspraakSoort.BALIEAFSPRAAK.value
    DRIEGESPREK = AfspraakSoort.DRIEGESPREK.value
    DARIUZ_HULP = AfspraakSoort.DARIUZ_HULP.value
    BAD_GESPREK = AfspraakSoort.BAD_GESPREK.value


class AfspraakOpdracht(VerzendOpdracht, PlekOpdracht):
    """Een afspraak van één klant met één medewerker."""

    klant_id: UUID = Field(examples=[KLANT])
    soort: GesprekSoort = Field(examples=["kennismakingsgesprek"])
    begint: AwareDatetime = Field(examples=["2026-04-23T10:00:00+02:00"])
    duur_minuten: int | None = Field(default=None, ge=5, le=240, description="Zonder opgave wat het beleid noemt.")
    locatie: Plaats | None = Field(default=None, description="Zonder opgave de ruimte of de plek uit het beleid.")
    medewerker_id: UUID | None = Field(default=None, examples=[MEDEWERKER])
    uitnodiging: UitnodigingSoort = UitnodigingSoort.UITNODIGING
    hulpvorm: Dariuzhulp | None = Field(default=None, description="Verplicht bij hulp bij Dariuz.")
    belcontact: BelcontactOpdracht | None = Field(default=None, description="Bij een kennismaking op afstand.")
    deel: int | None = Field(default=None, ge=1, le=2, description="Deel van een kennismakingsgesprek in tweeën.")
    reden_delen: RedenDelen | None = Field(default=None, description="Verplicht bij een deel.")


class VerzetOpdracht(VerzendOpdracht, PlekOpdracht):
    """Een ander moment, een andere medewerker of een andere plek; wat niet wordt genoemd, blijft."""

    begint: AwareDatetime = Field(examples=["2026-04-24T10:00:00+02:00"])
    duur_minuten: int | None = Field(default=None, ge=5, le=240)
    locatie: Plaats | None = None
    medewerker_id: UUID | None = Field(default=None, examples=[MEDEWERKER])
    reden: Reden = Field(examples=["De klant moet die ochtend naar het ziekenhuis"])


class UitkomstOpdracht(Opdracht):
    """Hoe de afspraak is gegaan."""

    uitkomst: Presentie = Field(examples=["verschenen"])
    reden: Reden | None = Field(default=None, description="Verplicht bij `afgemeld` en `individueel_vervangen`.")
