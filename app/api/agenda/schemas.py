"""Antwoorden over de agenda."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Toets, Uit
from app.domain.agenda.soorten import (
    AgendaSoort,
    Agendastatus,
    Dariuzhulp,
    Deelnemerrol,
    Gesprekskanaal,
)
from app.domain.intake.soorten import Formulier
from app.domain.kern.toets import Uitkomst
from app.services.agenda.beeld import Agendaregel, Dagbeeld, Puntbeeld
from app.services.agenda.voorstellen import Voorstel


class VrijMoment(Uit):
    """Een moment dat kan worden gepland."""

    begin: datetime
    einde: datetime
    medewerkers: list[UUID] = Field(description="Wie op dit moment vrij is.")
    ruimte_id: UUID | None


class VrijeMomenten(Uit):
    """De eerste vrije momenten, op volgorde."""

    momenten: list[VrijMoment]


class VoorgesteldMoment(VrijMoment):
    """Een vrij moment met wat erover is op te merken."""

    opmerkingen: list[Toets]


class Planvoorstel(Uit):
    """De eerste vrije momenten voor een klant, binnen de norm als dat kan."""

    vanaf: date
    uiterste: date | None = Field(description="Laatste dag van de norm; leeg als er geen loopt.")
    binnen_norm: bool = Field(description="Of er binnen de norm een vrij moment is.")
    momenten: list[VoorgesteldMoment]

    @classmethod
    def van(cls, voorstel: Voorstel) -> Self:
        """Show a proposal."""
        momenten = [
            VoorgesteldMoment(
                begin=vrij.begin,
                einde=vrij.einde,
                medewerkers=list(vrij.medewerkers),
                ruimte_id=vrij.ruimte_id,
                opmerkingen=[Toets.van(toets) for toets in toetsen],
            )
            for vrij, toetsen in voorstel.momenten
        ]
        return cls(
            vanaf=voorstel.vanaf, uiterste=voorstel.uiterste, binnen_norm=voorstel.binnen_norm, momenten=momenten
        )


class Gesprekspartner(Uit):
    """Wie er nog meer bij het gesprek is."""

    rol: Deelnemerrol
    medewerker_id: UUID | None
    naam: str | None


class Bezoeker(Uit):
    """Een klant die komt."""

    klant_id: UUID
    naam: str
    telefoon: str | None


_UIT_GEGEVENS = ("meldingsformulier", "hulpvorm", "vluchtelingenwerk", "deel")


class Meldingsformulier(Uit):
    """Het ingevulde meldingsformulier dat bij de afspraak zit."""

    melding_id: UUID
    formulier: Formulier
    scan_kenmerk: str | None


class Vluchtelingenwerk(Uit):
    """Wat Vluchtelingenwerk vooraf heeft doorgegeven."""

    informatie: str
    ontvangen_op: date
    begeleider: str | None


class Agendapunt(Uit):
    """Een gepland gesprek van welke soort ook."""

    id: UUID
    versie: int
    soort: AgendaSoort
    onderwerp_id: UUID = Field(description="De screening, afspraak of bijeenkomst zelf.")
    begin: datetime
    einde: datetime
    status: Agendastatus
    kanaal: Gesprekskanaal
    locatie: str
    ruimte_id: UUID | None
    beveiligd: bool = Field(description="De ruimte heeft beveiliging.")
    veiligheidsrisico: bool
    tolk: bool = Field(description="Er komt een tolk mee, of daarom is gevraagd.")
    medewerker_id: UUID | None
    medewerker: str | None
    deelnemers: list[Gesprekspartner]
    meebrengen: list[Deelnemerrol]
    klanten: list[Bezoeker]
    meldingsformulier: Meldingsformulier | None = Field(description="Het formulier van de melding, bij een screening.")
    hulpvorm: Dariuzhulp | None = Field(description="Bij hulp bij Dariuz.")
    vluchtelingenwerk: Vluchtelingenwerk | None = Field(description="Wat vooraf over de statushouder is doorgegeven.")
    deel: int | None = Field(description="Deel van een kennismakingsgesprek in tweeën.")
    aankomst_op: datetime | None
    aanwezig: list[Deelnemerrol]
    signalen: list[Toets] = Field(description="Wat bij het plannen buiten de norm viel en niets tegenhield.")

    @classmethod
    def van(cls, beeld: Puntbeeld) -> Self:
        """Show what is planned, with the names that a desk needs."""
        punt = beeld.punt
        eigen = {"beveiligd", "tolk", "medewerker", "klanten", "signalen", "deelnemers", *_UIT_GEGEVENS}
        velden = {naam: getattr(punt, naam) for naam in cls.model_fields if naam not in eigen}
        rollen = {deel["rol"] for deel in punt.deelnemers} | set(punt.meebrengen)
        toetsen = [Toets.van(toets) for toets in punt.toetsen]
        return cls(
            **velden,
            beveiligd=bool(beeld.ruimte and beeld.ruimte.beveiligd),
            tolk=Deelnemerrol.TOLK in rollen,
            medewerker=beeld.namen.get(punt.medewerker_id) if punt.medewerker_id else None,
            deelnemers=[Gesprekspartner.model_validate(deel) for deel in beeld.deelnemers],
            klanten=[Bezoeker(klant_id=k.id, naam=k.naam, telefoon=k.telefoon) for k in beeld.klanten],
            **{naam: punt.gegevens.get(naam) for naam in _UIT_GEGEVENS},
            signalen=[toets for toets in toetsen if toets.uitkomst is not Uitkomst.VOLDAAN],
        )


class Agendatijd(Uit):
    """Tijd die bezet is; het gesprek zelf staat erbij als u de klant mag zien."""

    begin: datetime
    einde: datetime
    agendapunt: Agendapunt | None


class Medewerkeragenda(Uit):
    """Wat er van een medewerker bezet is, op volgorde."""

    regels: list[Agendatijd]

    @classmethod
    def van(cls, regels: list[Agendaregel]) -> Self:
        """Show every line."""
        return cls(
            regels=[
                Agendatijd(
                    begin=regel.bezetting.begin,
                    einde=regel.bezetting.einde,
                    agendapunt=Agendapunt.van(regel.beeld) if regel.beeld else None,
                )
                for regel in regels
            ]
        )


class Dagtelling(Uit):
    """Hoeveel klanten er op een dag staan, en hoe het ging."""

    gepland: int
    verschenen: int
    niet_verschenen: int
    afgemeld: int


class Dagoverzicht(Uit):
    """Wie er op een dag komt, waar en bij wie."""

    dag: date
    telling: Dagtelling
    agendapunten: list[Agendapunt]

    @classmethod
    def van(cls, beeld: Dagbeeld) -> Self:
        """Show a day."""
        aantal = {status: beeld.telling.get(status, 0) for status in Agendastatus}
        telling = Dagtelling.model_validate(aantal)
        punten = [Agendapunt.van(regel).model_copy(update={"vluchtelingenwerk": None}) for regel in beeld.regels]
        return cls(dag=beeld.dag, telling=telling, agendapunten=punten)
