"""Antwoorden over doelgroepen."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Toets, Uit
from app.db.doelgroep.feiten import Feitregel
from app.domain.doelgroep.bijstand import Kosten
from app.domain.doelgroep.categorie import Categorie
from app.domain.doelgroep.diploma import Antwoord
from app.domain.doelgroep.kwetsbaar import Regie, Uitstel, Zorgcategorie
from app.domain.doelgroep.school import Jongerenonderwerp
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.toets import Uitkomst
from app.services.doelgroep.cijfers import Doelgroepcijfers as Cijfers
from app.services.doelgroep.lezen import Doelgroepbeeld as Gelezen


class Feitintrekking(Uit):
    """Dat een feit niet klopte, en waarom."""

    reden: str
    ingetrokken_op: datetime
    ingetrokken_door: UUID


class Doelgroepfeit(Uit):
    """Een vastgelegd feit; een ingetrokken feit telt niet meer."""

    id: UUID
    klant_id: UUID
    soort: str = Field(examples=["startkwalificatie"])
    datum: date
    gegevens: dict[str, Any] = Field(description="De velden zoals bij het vastleggen gegeven.")
    uitkomst: str | None = Field(description="Wat ervan kwam, als dat in een woord te zeggen is.")
    toetsen: list[Toets]
    waarschuwingen: list[Toets] = Field(description="Wat niet in orde is en niets tegenhield.")
    vastgelegd_op: datetime
    vastgelegd_door: UUID
    intrekking: Feitintrekking | None

    @classmethod
    def van(cls, regel: Feitregel) -> Self:
        """Show a fact with what the rules said."""
        toetsen = [Toets.van(toets) for toets in regel.feit.toetsen]
        afgeleid = {
            "toetsen": toetsen,
            "waarschuwingen": [toets for toets in toetsen if toets.uitkomst is not Uitkomst.VOLDAAN],
            "intrekking": None if regel.intrekking is None else Feitintrekking.model_validate(regel.intrekking),
        }
        vast = {naam: getattr(regel.feit, naam) for naam in cls.model_fields if naam not in afgeleid}
        return cls.model_validate(vast | afgeleid)


class Doelgroepfeiten(Uit):
    """De feiten van een klant, het oudste eerst."""

    feiten: list[Doelgroepfeit]

    @classmethod
    def van(cls, regels: list[Feitregel]) -> Self:
        """Show every fact."""
        return cls(feiten=[Doelgroepfeit.van(regel) for regel in regels])


class StatusZorg(Uit):
    """De status zorg die loopt."""

    datum: date
    categorie: Zorgcategorie
    uitstel: Uitstel
    herzien_op: date
    regie: Regie


class Doelgroepbeeld(Uit):
    """Wat de feiten vandaag over de klant zeggen."""

    klant_id: UUID
    kenmerken: list[Kenmerk]
    jongere: bool
    categorie: Categorie | None = Field(description="Leeg: nog niet vastgelegd; dan is geen voorziening mogelijk.")
    in_doelgroepregister: bool | None = Field(description="Leeg: niet nagegaan.")
    uitstroombestemming: bool = Field(description="Of de klant in Groeien naar uitstroom binnen drie jaar werkt.")
    startkwalificatie: Antwoord | None = Field(description="Alleen bij jongeren.")
    status_zorg: StatusZorg | None
    checklijst: list[Jongerenonderwerp] = Field(description="Wat in de screening met een jongere wordt besproken.")
    bijzondere_bijstand: list[Kosten] = Field(
        description="Waarvoor een dakloze jongere bijzondere bijstand kan vragen."
    )
    signalen: list[Toets]

    @classmethod
    def van(cls, gelezen: Gelezen) -> Self:
        """Show what holds today."""
        beeld = gelezen.beeld
        zelfde = {"jongere", "categorie", "in_doelgroepregister", "uitstroombestemming", "startkwalificatie"}
        return cls(
            **{naam: getattr(beeld, naam) for naam in zelfde},
            klant_id=gelezen.klant.id,
            kenmerken=[Kenmerk(kenmerk) for kenmerk in gelezen.klant.kenmerken],
            status_zorg=None if beeld.status_zorg is None else StatusZorg.model_validate(beeld.status_zorg),
            checklijst=list(beeld.checklijst),
            bijzondere_bijstand=list(beeld.kosten),
            signalen=[Toets.van(toets) for toets in beeld.signalen],
        )


class Nulmeting(Uit):
    """De cijfers van het handboek, om mee te vergelijken."""

    nieuwe_vsv: int
    oud_vsv: int
    jongeren_met_bijstand: int
    duur_zorg_maanden_van: int
    duur_zorg_maanden_tot_en_met: int


class Doelgroepcijfers(Uit):
    """Aantallen van vandaag; een aantal dat te klein is om te tonen, is leeg."""

    peildatum: date
    minimum: int = Field(description="Kleinere aantallen worden niet getoond.")
    doelgroepen: dict[str, int | None] = Field(description="Bijzondere doelgroepen en statushouders, elk apart geteld.")
    jongeren: int | None = Field(description="Jongeren met een klantgroep, zonder nuggers.")
    status_zorg: int | None
    zorgcategorieen: dict[str, int | None]
    gemiddelde_maanden: Decimal | None = Field(description="Hoe lang de status zorg nu gemiddeld duurt.")
    nulmeting: Nulmeting

    @classmethod
    def van(cls, gelezen: Cijfers) -> Self:
        """Show the numbers with those to compare with."""
        vast = {naam: getattr(gelezen.cijfers, naam) for naam in cls.model_fields if hasattr(gelezen.cijfers, naam)}
        nulmeting = Nulmeting.model_validate(gelezen.nulmeting)
        return cls.model_validate(vast | {"minimum": gelezen.minimum, "nulmeting": nulmeting})
