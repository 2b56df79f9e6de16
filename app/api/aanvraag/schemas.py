"""Antwoorden over aanvragen."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self, TypeVar
from uuid import UUID

from pydantic import Field

from app.api.aanvraag.besluitschemas import Besluitregel, Concept, Rapport, Verzending, Zoekperiodeoordeel
from app.api.schema import Grondslag, Termijn, Uit
from app.db.taak import Termijnstatus
from app.domain.aanvraag.klasse import Eldersactie
from app.domain.aanvraag.soorten import (
    Aanvraagstatus,
    Actorsoort,
    Leeftijdsklasse,
    SrResultaat,
    Stapstand,
    Toelichtingswijze,
    UwvStatus,
)
from app.domain.aanvraag.stappen import Stapbeeld, huidige_stap
from app.domain.kern.grondslag import Grondslag as Artikel
from app.domain.kern.rollen import Rol
from app.services.aanvraag.dossier import Aanvraagbeeld

U = TypeVar("U", bound=Uit)


class Aanvraagpersoon(Uit):
    """Een persoon voor wie de uitkering is aangevraagd."""

    klant_id: UUID
    voornamen: str
    achternaam: str
    geboortedatum: date


class Aanvraagstap(Uit):
    """Een van de dertien stappen, met wie aan zet is, wat is gedaan en wanneer."""

    nr: int
    actor: Actorsoort
    wat: str
    optioneel: bool
    stand: Stapstand
    te_doen: list[str] = Field(description="Onderdelen die nog niet zijn afgevinkt.")
    gedaan: list[str]
    datum: date | None = Field(description="De dag waarop de stap is gezet of overgeslagen.")
    reden: str | None

    @classmethod
    def van(cls, beeld: Stapbeeld) -> Self:
        """Show a step."""
        stap = beeld.stap
        return cls(
            nr=stap.nr,
            actor=stap.actor,
            wat=stap.wat,
            optioneel=stap.optioneel,
            stand=beeld.stand,
            te_doen=[] if beeld.af else [deel for deel in stap.delen if deel not in beeld.gedaan],
            gedaan=list(beeld.gedaan),
            datum=beeld.datum,
            reden=beeld.reden,
        )


class HuidigeStap(Uit):
    """De stap die aan de beurt is."""

    nr: int
    actor: Actorsoort
    wat: str


class Aanvraagtermijn(Uit):
    """Een termijn voor het besluit: de servicenorm of de wettelijke termijn, met uitleg per dag."""

    soort: str
    status: Termijnstatus
    termijn: Termijn


class Aanvraagtaak(Uit):
    """Wat er nog moet gebeuren."""

    id: UUID
    soort: str
    wat: str
    waarom: str
    grondslag: Grondslag
    rol: Rol
    eigenaar_id: UUID | None
    uiterste: datetime


class Aanvraagtoewijzing(Uit):
    """Wie de aanvraag kreeg, en van wie."""

    oud_id: UUID | None
    nieuw_id: UUID
    datum: date
    reden: str | None
    taken_verplaatst: int
    tijdstip: datetime


class SrScreening(Uit):
    """De screening op fraudesignalen."""

    resultaat: SrResultaat
    toelichting: str | None
    tijdstip: datetime
    medewerker_id: UUID


class Voorschotverzoek(Uit):
    """Een verzoek om een voorschot, met wat erop is besloten."""

    id: UUID
    gevraagd_op: date
    toelichting: str | None
    toegekend: bool | None = Field(description="Leeg zolang er niet op is beslist.")
    voorschot_id: UUID | None
    reden: str | None
    besloten_op: datetime | None


class Aanvraag(Uit):
    """Een aanvraag met haar dertien stappen. `versie` gaat omhoog bij elke handeling eraan."""

    id: UUID
    versie: int
    melding_id: UUID
    status: Aanvraagstatus
    leeftijdsklasse: Leeftijdsklasse = Field(description="Leeftijd op de meldingsdatum; die kiest het werkproces.")
    team: str = Field(description="Het team van het vervolgwerkproces.", examples=["konnected"])
    meldingsdatum: date
    aanvraagdatum: date | None
    geopend_op: datetime
    afgesloten_op: datetime | None
    inkomensconsulent_id: UUID | None
    uwv_status: UwvStatus
    uwv_datum: date | None
    toelichting_wijze: Toelichtingswijze | None = Field(description="Hoe de beschikking wordt toegelicht.")
    toelichting_reden: str | None
    hermelding_op: date | None = Field(description="De dag waarop een jongere zich na de zoekperiode opnieuw meldde.")
    tijdelijk_tot: date | None = Field(description="De eerste dag waarop een tijdelijke uitkering niet meer geldt.")
    huisbezoek_op: date | None
    huisbezoek_bevinding: str | None = Field(description="Alleen voor wie ook het rapport mag lezen.")
    intrekking_getekend_op: date | None
    reden_einde: str | None
    hulp_open: bool = Field(description="Er staat een verwijzing naar hulp open; weeg dat voor u iemand niet helpt.")
    personen: list[Aanvraagpersoon]
    huidige_stap: HuidigeStap | None
    stappen: list[Aanvraagstap]
    termijnen: list[Aanvraagtermijn]
    taken: list[Aanvraagtaak] = Field(description="Wat nog open staat en voor u zichtbaar is.")
    toewijzingen: list[Aanvraagtoewijzing]
    sr_screeningen: list[SrScreening] = Field(description="Alleen voor wie van een vermoeden van fraude mag weten.")
    voorschotverzoeken: list[Voorschotverzoek]
    zoekperiodeoordelen: list[Zoekperiodeoordeel]
    rapporten: list[Rapport]
    concepten: list[Concept]
    besluiten: list[Besluitregel]
    verzendingen: list[Verzending]
    acties_elders: list[Eldersactie] = Field(description="Wat er gebeurt als de klant ergens anders moet zijn.")

    @classmethod
    def van(cls, beeld: Aanvraagbeeld) -> Self:
        """Show an aanvraag; what this reader may not see is not in ``beeld``."""
        stap = huidige_stap(beeld.stappen)
        afgeleid = {
            "meldingsdatum": beeld.melding.meldingsdatum,
            "aanvraagdatum": beeld.melding.aanvraagdatum,
            "personen": [met(Aanvraagpersoon, klant, klant_id=klant.id) for _, klant in beeld.personen],
            "huidige_stap": None if stap is None else HuidigeStap.model_validate(stap),
            "stappen": [Aanvraagstap.van(deel) for deel in beeld.stappen],
            "termijnen": [met(Aanvraagtermijn, rij, termijn=Termijn.van(rij.uitleg)) for rij in beeld.termijnen],
            "taken": [
                met(Aanvraagtaak, taak, grondslag=Grondslag.van(Artikel.model_validate(taak.grondslag)))
                for taak in beeld.taken
            ],
            "toewijzingen": [Aanvraagtoewijzing.model_validate(rij) for rij in beeld.toewijzingen],
            "sr_screeningen": [SrScreening.model_validate(rij) for rij in beeld.sr],
            "acties_elders": list(beeld.acties_elders),
            "hulp_open": beeld.hulp_open,
            "voorschotverzoeken": [Voorschotverzoek.model_validate(rij) for rij in beeld.voorschotverzoeken],
            "zoekperiodeoordelen": [Zoekperiodeoordeel.model_validate(rij) for rij in beeld.oordelen],
            "rapporten": [Rapport.model_validate(rij) for rij in beeld.inhoud.rapporten],
            "concepten": [Concept.van(rij) for rij in beeld.inhoud.concepten],
            "besluiten": [Besluitregel.van(stand) for stand in beeld.inhoud.besluiten],
            "huisbezoek_bevinding": beeld.inhoud.huisbezoek_bevinding,
            "verzendingen": [Verzending.model_validate(rij) for rij in beeld.inhoud.verzendingen],
        }
        return met(cls, beeld.aanvraag, **afgeleid)


def met(soort: type[U], rij: object, **afgeleid: object) -> U:
    """Show a row, with these fields worked out."""
    vast = {naam: getattr(rij, naam) for naam in soort.model_fields if naam not in afgeleid}
    return soort.model_validate(vast | afgeleid)
