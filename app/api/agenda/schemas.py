"""Antwoorden over de agenda."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Toets, Uit
from app.db.agenda.inrichting import Werkrooster
from app.domain.agenda.soorten import AgendaSoort, Agendastatus, Deelnemerrol, Gesprekskanaal, Ruimtesoort
from app.domain.agenda.tijd import Weekdag
from app.domain.kern.toets import Uitkomst
from app.services.agenda.beeld import Agendaregel, Dagbeeld, Puntbeeld


class Ruimte(Uit):
    """Een ruimte waarin gesprekken worden gehouden."""

    id: UUID
    versie: int
    locatie: str
    naam: str
    soort: Ruimtesoort
    capaciteit: int
    beveiligd: bool
    actief: bool


class Ruimten(Uit):
    """De ruimten van de organisatie, op locatie en naam."""

    ruimten: list[Ruimte]


class Werkblok(Uit):
    """Werktijd op een dag van de week."""

    dag: Weekdag
    van: str
    tot: str


class Rooster(Uit):
    """De werktijden van een medewerker vanaf een dag."""

    id: UUID
    medewerker_id: UUID
    van: date
    dagen: list[Werkblok]
    gesprekken_per_dag: int | None
    vastgelegd_op: datetime


class Roosters(Uit):
    """De roosters van een medewerker, het laatst ingaande eerst."""

    roosters: list[Rooster]

    @classmethod
    def van(cls, rijen: list[Werkrooster]) -> Self:
        """Show every rooster."""
        return cls(roosters=[Rooster.model_validate(rij) for rij in rijen])


class Uitzondering(Uit):
    """Een periode waarin een medewerker afwezig is, of extra werkt."""

    id: UUID
    versie: int
    medewerker_id: UUID
    begin: datetime
    einde: datetime
    beschikbaar: bool
    vervallen_op: datetime | None


class Uitzonderingen(Uit):
    """De uitzonderingen op het rooster van een medewerker die nog gelden."""

    uitzonderingen: list[Uitzondering]


class VrijMoment(Uit):
    """Een moment dat kan worden gepland."""

    begin: datetime
    einde: datetime
    medewerkers: list[UUID] = Field(description="Wie op dit moment vrij is.")
    ruimte_id: UUID | None


class VrijeMomenten(Uit):
    """De eerste vrije momenten, op volgorde."""

    momenten: list[VrijMoment]


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
    melding_id: UUID | None = Field(description="De melding waarvan het formulier bij de afspraak zit.")
    aankomst_op: datetime | None
    aanwezig: list[Deelnemerrol]
    signalen: list[Toets] = Field(description="Wat bij het plannen buiten de norm viel en niets tegenhield.")

    @classmethod
    def van(cls, beeld: Puntbeeld) -> Self:
        """Show what is planned, with the names that a desk needs."""
        punt = beeld.punt
        eigen = {"beveiligd", "tolk", "medewerker", "klanten", "melding_id", "signalen", "deelnemers"}
        velden = {naam: getattr(punt, naam) for naam in cls.model_fields if naam not in eigen}
        rollen = {deel["rol"] for deel in punt.deelnemers} | set(punt.meebrengen)
        toetsen = [Toets.van(toets) for toets in punt.toetsen]
        return cls(
            **velden,
            beveiligd=bool(beeld.ruimte and beeld.ruimte.beveiligd),
            tolk=Deelnemerrol.TOLK in rollen,
            medewerker=beeld.namen.get(punt.medewerker_id) if punt.medewerker_id else None,
            deelnemers=[Gesprekspartner.model_validate(deel) for deel in punt.deelnemers],
            klanten=[Bezoeker(klant_id=k.id, naam=k.naam, telefoon=k.telefoon) for k in beeld.klanten],
            melding_id=punt.gegevens.get("meldingsformulier", {}).get("meldingId"),
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
        return cls(dag=beeld.dag, telling=telling, agendapunten=[Agendapunt.van(regel) for regel in beeld.regels])
