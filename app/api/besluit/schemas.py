"""Antwoorden over besluiten."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Grondslag, Termijn, Toets, Uit
from app.db.besluit import Besluit as Rij
from app.db.besluit import Besluitstatus, Verzendwijze
from app.db.bezwaar.bezwaar import Bezwaarstatus
from app.db.herziening.herziening import Herzieningstatus
from app.domain.beleid.model import Herkomst, Waarde
from app.domain.kern import toets as kern
from app.domain.kern.grondslag import Grondslag as KernGrondslag
from app.domain.maatregel.berekening import MaandBedrag
from app.domain.maatregel.herziening.beslissing import Herzieningsregel
from app.domain.maatregel.herziening.feiten import Herzieningsgrond
from app.domain.maatregel.motivering import formule
from app.domain.taaleis.berekening import TaalMaandbedrag
from app.services.besluit.beeld import Besluitbeeld
from app.services.besluit.uitleg import Besluituitleg


class Besluittoetsing(Uit):
    """Het oordeel van de toetser."""

    toetser_id: UUID
    akkoord: bool
    reden: str | None
    tijdstip: datetime


class Bekendmaking(Uit):
    """De verzending, met de termijn voor bezwaar."""

    verzonden_op: date
    wijze: Verzendwijze
    verzonden_door: UUID
    bezwaar_tot_en_met: date
    bezwaartermijn: Termijn


class Besluitvervanging(Uit):
    """Het besluit dat in de plaats kwam of dat introk, vanaf de verzending daarvan."""

    besluit_id: UUID
    dictum: str = Field(examples=["ingetrokken"])
    verzonden_op: date


class Besluitbezwaar(Uit):
    """Een bezwaar tegen het besluit; alles daarover staat onder `/bezwaren/{id}`."""

    id: UUID
    ontvangen_op: date
    status: Bezwaarstatus


class Besluitherziening(Uit):
    """Een herziening van het besluit; alles daarover staat onder `/herzieningen/{id}`."""

    id: UUID
    grond: Herzieningsgrond
    status: Herzieningstatus


class Besluit(Uit):
    """Een genomen besluit. Het wijzigt nooit; `status` volgt uit toetsing en bekendmaking."""

    id: UUID
    versie: int = Field(description="Versie van het onderwerp, dus van de zaak.")
    klant_id: UUID
    soort: str = Field(examples=["maatregel"])
    onderwerp_id: UUID = Field(description="De zaak waarover is beslist.")
    dictum: str = Field(examples=["maatregel"])
    status: Besluitstatus
    staat: bool = Field(description="Of het besluit telt: onderweg of verzonden, en niet afgekeurd of vervangen.")
    vervangt: UUID | None = Field(description="Het eerdere besluit dat dit besluit vervangt of intrekt.")
    vervanging: Besluitvervanging | None = Field(description="Waardoor dit besluit niet meer geldt.")
    peildatum: date
    motivering: list[str] = Field(description="De motivering voor de beschikking, uit de toetsen geschreven.")
    motivering_besluiter: str | None
    voorbeeldwaarden: list[str] = Field(description="Waarden die de gemeente nog niet heeft vastgesteld.")
    beleid_id: str
    beleid_sha256: str
    beslissing_sha256: str
    codeversie: str
    genomen_door: UUID
    genomen_op: datetime
    toetsing: Besluittoetsing | None
    bekendmaking: Bekendmaking | None
    bezwaren: list[Besluitbezwaar]
    herzieningen: list[Besluitherziening]

    @classmethod
    def van(cls, beeld: Besluitbeeld) -> Self:
        """Show a besluit with what happened to it."""
        besluit, toetsing, zending = beeld.stand.besluit, beeld.stand.toetsing, beeld.stand.bekendmaking
        kolommen = (cls.model_fields.keys() & Rij.__table__.c.keys()) - {"motivering"}
        return cls(
            **{naam: getattr(besluit, naam) for naam in kolommen},
            versie=beeld.versie,
            status=beeld.stand.status,
            staat=beeld.stand.staat,
            vervanging=beeld.stand.vervanging and Besluitvervanging.model_validate(beeld.stand.vervanging),
            motivering=besluit.beslissing["motivering"],
            motivering_besluiter=besluit.motivering,
            voorbeeldwaarden=besluit.beslissing["voorbeeldwaarden"],
            toetsing=None if toetsing is None else Besluittoetsing.model_validate(toetsing),
            bekendmaking=None if zending is None else _zending(zending),
            bezwaren=[Besluitbezwaar.model_validate(rij) for rij in beeld.bezwaren],
            herzieningen=[Besluitherziening.model_validate(rij) for rij in beeld.herzieningen],
        )


def _zending(rij: Any) -> Bekendmaking:
    termijn = Termijn.van(rij.bezwaartermijn)
    return Bekendmaking(
        verzonden_op=rij.verzonden_op,
        wijze=rij.wijze,
        verzonden_door=rij.verzonden_door,
        bezwaar_tot_en_met=termijn.einde,
        bezwaartermijn=termijn,
    )


class Maanddeel(Uit):
    """Een deel van het bedrag van één maand dat over meer maanden is verdeeld (artikel 18, lid 5)."""

    nummer: int
    delen: int
    van_bedrag: int


class Bedragregel(Uit):
    """Wat er in één maand van de norm af gaat, met de ingevulde formule. Bedragen in eurocenten."""

    maand: date
    norm: int
    norm_versie: str
    procent: Decimal | None
    bedrag: int
    deel: Maanddeel | None = None
    formule: str = Field(examples=["30 % van € 1.401,50 = € 420,45"])


class GebruikteWaarde(Uit):
    """Een beleidswaarde waarop het besluit rust, met artikel en herkomst."""

    naam: str
    waarde: Any = None
    grondslag: Grondslag
    herkomst: Herkomst
    toelichting: str | None = None

    @classmethod
    def van_beleid(cls, naam: str, waarde: Waarde[Any]) -> Self:
        """Show a value of the policy."""
        inhoud = waarde.model_dump(mode="json")["waarde"]
        grondslag = Grondslag.van(waarde.grondslag)
        return cls(
            naam=naam, waarde=inhoud, grondslag=grondslag, herkomst=waarde.herkomst, toelichting=waarde.toelichting
        )


class Uitleg(Uit):
    """Waarom dit besluit zo luidt: motivering, elke toets met artikel en feiten, waarden en bedragen."""

    besluit_id: UUID
    dictum: str
    peildatum: date
    motivering: list[str]
    motivering_besluiter: str | None
    toetsen: list[Toets]
    grondslagen: list[Grondslag]
    waarden: list[GebruikteWaarde]
    normen: list[GebruikteWaarde] = Field(description="De normbedragen waarmee is gerekend, en hun herkomst.")
    bedragen: list[Bedragregel]
    totaal: int = Field(description="Alle maanden samen, in eurocenten.")
    bezwaartermijn: Termijn | None

    @classmethod
    def van(cls, uitleg: Besluituitleg) -> Self:
        """Tell a besluit from what was stored with it."""
        besluit, zending = uitleg.stand.besluit, uitleg.stand.bekendmaking
        return cls(
            besluit_id=besluit.id,
            dictum=besluit.dictum,
            peildatum=besluit.peildatum,
            motivering=list(uitleg.beslissing.motivering),
            motivering_besluiter=besluit.motivering,
            toetsen=[_toets(toets) for toets in uitleg.beslissing.toetsen],
            grondslagen=[Grondslag.van(grondslag) for grondslag in uitleg.beslissing.grondslagen],
            waarden=[GebruikteWaarde.van_beleid(naam, waarde) for naam, waarde in uitleg.waarden],
            normen=[_norm(bron) for bron in besluit.bronnen],
            bedragen=[_bedrag(regel) for regel in uitleg.bedragen],
            totaal=sum(regel.bedrag for regel in uitleg.bedragen),
            bezwaartermijn=None if zending is None else Termijn.van(zending.bezwaartermijn),
        )


def _bedrag(regel: MaandBedrag | Herzieningsregel | TaalMaandbedrag) -> Bedragregel:
    tekst = formule(regel) if isinstance(regel, MaandBedrag) else regel.uitleg
    return Bedragregel(**regel.model_dump(), formule=tekst)


def _toets(toets: kern.Toets) -> Toets:
    return Toets.van(toets)


def _norm(bron: dict[str, Any]) -> GebruikteWaarde:
    grondslag = Grondslag.van(KernGrondslag.model_validate(bron["grondslag"]))
    return GebruikteWaarde(naam=bron["naam"], waarde=bron["beleid_id"], grondslag=grondslag, herkomst=bron["herkomst"])


class Narekening(Uit):
    """Het besluit opnieuw berekend uit de bewaarde feiten en het bewaarde beleid."""

    besluit_id: UUID
    zelfde: bool = Field(description="Of er precies dezelfde bytes uitkomen.")
    sha256_toen: str
    sha256_nu: str | None = Field(description="Leeg als de bewaarde feiten niet meer te lezen zijn.")
    codeversie_toen: str
    codeversie_nu: str
    verschillen: list[str] = Field(description="Welke delen verschillen.")
