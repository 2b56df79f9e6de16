"""Antwoorden over BeKonnecteD."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.begeleiding.schemas import Contactmoment
from app.api.schema import Toets, Uit
from app.domain.bekonnected.beleid import Toepassing
from app.domain.bekonnected.soorten import Bekonnectedeinde, Bekonnectedstatus, Vaardigheid, Voorstelstatus
from app.services.bekonnected.beeld import Bekonnectedbeeld, Trajectbeeld, Werkstroombeeld


class Werkstroom(Uit):
    """Een werkstroom met de plaatsen die vrij zijn."""

    id: UUID
    versie: int
    gemeente: str
    naam: str
    werkzaamheden: str
    plaatsen: int
    vrij: int = Field(description="Vrije plaatsen, ook als u niet mag zien wie de andere heeft.")
    actief: bool

    @classmethod
    def van(cls, beeld: Werkstroombeeld) -> Self:
        """Show one werkstroom."""
        rij = beeld.werkstroom
        vast = {naam: getattr(rij, naam) for naam in cls.model_fields if naam != "vrij"}
        return cls(**vast, vrij=beeld.vrij)


class Werkstromen(Uit):
    """De werkstromen van een gemeente."""

    werkstromen: list[Werkstroom]

    @classmethod
    def van(cls, beelden: list[Werkstroombeeld]) -> Self:
        """Show every werkstroom."""
        return cls(werkstromen=[Werkstroom.van(beeld) for beeld in beelden])


class Werkplekvoorstel(Uit):
    """Een werkplek die de klant voorstelde, met het oordeel van de accountmanager."""

    id: UUID
    versie: int
    datum: date
    werkplek: str
    werkzaamheden: str
    vestiging_id: UUID | None
    status: Voorstelstatus
    accountmanager_id: UUID | None
    besproken_op: date | None
    akkoord: bool | None
    verdringing: bool | None
    toelichting: str | None


class Vaardigheidsbeeld(Uit):
    """Wat de werkbegeleider van een vaardigheid zag."""

    vaardigheid: Vaardigheid
    datum: date
    score: int | None
    notitie: str | None
    werkbegeleider: str


class Bekonnectedevaluatie(Uit):
    """Een evaluatiegesprek; `nieuwTot` is het einde na voortzetting."""

    id: UUID
    datum: date
    antwoorden: dict[str, str]
    voortzetten: bool
    nieuw_tot: date | None


class Bekonnectedtraject(Uit):
    """Werk met behoud van uitkering; `tot` hoort er niet meer bij. `signalen` houden niets tegen."""

    id: UUID
    versie: int
    werkstroom_id: UUID | None
    voorstel_id: UUID | None
    keuze_klant: str
    begin: date
    tot: date
    uren: int
    werkbegeleider: str
    status: Bekonnectedstatus
    geeindigd_op: date | None
    einde: Bekonnectedeinde | None
    reden_einde: str | None
    vaardigheden: list[Vaardigheidsbeeld]
    nog_te_bekijken: list[Vaardigheid]
    contacten: list[Contactmoment] = Field(description="De contactmomenten van de begeleiding in deze tijd.")
    evaluaties: list[Bekonnectedevaluatie]
    signalen: list[Toets]

    @classmethod
    def van(cls, beeld: Trajectbeeld) -> Self:
        """Show one traject."""
        afgeleid = {
            "vaardigheden": [Vaardigheidsbeeld.model_validate(rij) for rij in beeld.vaardigheden],
            "nog_te_bekijken": list(beeld.nog_te_bekijken),
            "contacten": [Contactmoment.model_validate(rij) for rij in beeld.contacten],
            "evaluaties": [Bekonnectedevaluatie.model_validate(rij) for rij in beeld.evaluaties],
            "signalen": [Toets.van(toets) for toets in beeld.signalen],
        }
        vast = {naam: getattr(beeld.traject, naam) for naam in cls.model_fields if naam not in afgeleid}
        return cls.model_validate(vast | afgeleid)


class Matchinstrument(Uit):
    """Een instrument dat in Matchen kan worden gekozen, en waarvoor."""

    code: str
    naam: str
    toepassingen: list[Toepassing]


class Instrumentkeuze(Uit):
    """Een gekozen instrument."""

    id: UUID
    versie: int
    instrument: str
    toepassing: Toepassing
    reden: str | None
    traject_id: UUID | None
    gekozen_op: datetime
    ingetrokken_op: datetime | None
    reden_intrekking: str | None


class Bekonnected(Uit):
    """BeKonnecteD van een klant."""

    klant_id: UUID
    trajecten: list[Bekonnectedtraject]
    voorstellen: list[Werkplekvoorstel]
    instrumentkeuzes: list[Instrumentkeuze]
    instrumenten: list[Matchinstrument]

    @classmethod
    def van(cls, beeld: Bekonnectedbeeld) -> Self:
        """Show everything of a klant."""
        return cls(
            klant_id=beeld.klant.id,
            trajecten=[Bekonnectedtraject.van(een) for een in beeld.trajecten],
            voorstellen=[Werkplekvoorstel.model_validate(rij) for rij in beeld.voorstellen],
            instrumentkeuzes=[Instrumentkeuze.model_validate(rij) for rij in beeld.keuzes],
            instrumenten=[Matchinstrument.model_validate(een) for een in beeld.instrumenten],
        )
