"""Antwoorden over verwijzingen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Grondslag, Uit
from app.db.verwijzing.verwijzing import Verwijzing as Rij
from app.db.verwijzing.verwijzing import Verwijzingrapportage as Rapportagerij
from app.db.verwijzing.verwijzing import Verwijzingstatus
from app.domain.beleid.model import Herkomst
from app.domain.kern.leefgebied import Leefgebied
from app.domain.verwijzing.beleid import Verwijsaanleiding, Verwijswijze, VerwijzingBeleid
from app.domain.verwijzing.regels import Gegeven, Overdrachtswijze, Trajectpartij, contact_te_laat


class Verwijzing(Uit):
    """Een verwijzing naar een instantie, met wat ervan kwam."""

    id: UUID
    versie: int
    klant_id: UUID
    aanvraag_id: UUID | None
    plan_id: UUID | None = Field(description="Het plan van aanpak met de actie waar dit bij hoort.")
    aanleiding: Verwijsaanleiding
    instantie: str = Field(examples=["bad"])
    wijze: Verwijswijze
    hulp: str | None
    spoed: bool
    overdracht: Overdrachtswijze = Field(description="Hoe de instantie het hoort.")
    wens_klant: bool | None
    gedeeld: list[Gegeven]
    datum: date
    klant_geinformeerd_op: date
    afspraak_op: datetime | None
    contact_uiterlijk: datetime | None = Field(description="Tot dan is contact door de instantie op tijd.")
    contact_op: datetime | None
    contact_te_laat: bool = Field(description="De termijn voor contact is voorbij, of het contact kwam te laat.")
    bevestigd_op: datetime | None
    bevestigd_door: str | None
    status: Verwijzingstatus
    resultaat: str | None
    werkconsulent_id: UUID | None = Field(description="Bij een traject voor niet-willers: wie met de aanbieder werkt.")
    inkomensconsulent_id: UUID | None
    afgesloten_op: datetime | None

    @classmethod
    def van(cls, rij: Rij, nu: datetime) -> Self:
        """Show a referral as it stands now."""
        te_laat = contact_te_laat(rij.contact_uiterlijk, rij.contact_op, nu)
        vast = {naam: getattr(rij, naam) for naam in cls.model_fields if naam != "contact_te_laat"}
        return cls.model_validate(vast | {"contact_te_laat": te_laat})


class Verwijzingenlijst(Uit):
    """De verwijzingen van een klant, de oudste eerst."""

    verwijzingen: list[Verwijzing]

    @classmethod
    def van(cls, rijen: Sequence[Rij], nu: datetime) -> Self:
        """Show the referrals as they stand now."""
        return cls(verwijzingen=[Verwijzing.van(rij, nu) for rij in rijen])


class Kaartinstantie(Uit):
    """Een organisatie op de sociale kaart."""

    code: str = Field(examples=["sociaal_wijkteam"])
    naam: str
    leefgebieden: list[Leefgebied]
    onafhankelijk: bool


class SocialeKaart(Uit):
    """De organisaties waar een plan van aanpak om hulp kan vragen."""

    instanties: list[Kaartinstantie]
    grondslag: Grondslag
    herkomst: Herkomst

    @classmethod
    def van(cls, beleid: VerwijzingBeleid, gebied: Leefgebied | None) -> Self:
        """Show who helps on a leefgebied, or on any."""
        plekken = beleid.op_leefgebied(*([gebied] if gebied else Leefgebied))
        kaart = beleid.sociale_kaart
        return cls(
            instanties=[Kaartinstantie.model_validate(plek) for plek in plekken],
            grondslag=Grondslag.van(kaart.grondslag),
            herkomst=kaart.herkomst,
        )


class Trajectrapportage(Uit):
    """Wat een van de drie partijen over het traject rapporteert."""

    id: UUID
    verwijzing_id: UUID
    partij: Trajectpartij
    datum: date
    tekst: str
    vervangt: UUID | None = Field(description="De rapportage die hiermee is verbeterd.")
    vastgelegd_op: datetime
    vastgelegd_door: UUID


class Trajectrapportages(Uit):
    """De rapportages van een traject, de oudste eerst."""

    rapportages: list[Trajectrapportage]

    @classmethod
    def van(cls, rijen: Sequence[Rapportagerij]) -> Self:
        """Show every report."""
        return cls(rapportages=[Trajectrapportage.model_validate(rij) for rij in rijen])
