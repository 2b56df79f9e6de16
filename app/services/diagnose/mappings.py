"""Mappings: how a municipality's own export is read, stored by version."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints
from uuid_utils.compat import uuid7

from app.db.diagnose import mapping as db
from app.db.diagnose.mapping import DiagnoseMapping
from app.domain.diagnose.mapping import Bestandsvorm, Codering, Datumvorm, KolomMapping, controleer
from app.domain.kern.fouten import NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.services.handeling import Handeling, Opdracht
from app.services.vastleggen import Eenmalig, leg_vast

Tekst = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00]*$")]
Teken = Annotated[str, Field(max_length=5, json_schema_extra={"pattern": r"^[^\u0000]*$"}, pattern=r"^[^\x00]*$")]
VOORBEELD = (
    {"kolom": "BSN", "veld": "persoon.bsn"},
    {"kolom": "Afgerond", "veld": "volledigheid", "waarden": {"ja": "volledig", "nee": "onvolledig"}},
    {"kolom": "Wonen", "veld": "leefgebieden.wonen.score", "factor": "10"},
    {"kolom": "Wonen !", "veld": "leefgebieden.wonen.aandachtspunten", "scheiding": "|"},
)


class KolomOpdracht(Opdracht):
    """Eén kolom: hoe zij in het bestand heet en welk veld van ons schema zij vult."""

    kolom: Annotated[Tekst, Field(min_length=1)] = Field(examples=["BSN"])
    veld: Tekst = Field(
        examples=["persoon.bsn"],
        description="Bijvoorbeeld persoon.bsn, afgenomenOp, leefgebieden.wonen.score, competenties.Samenwerken.",
    )
    waarden: dict[str, Tekst] = Field(default={}, max_length=100, description="Wat er staat, en wat dat bij ons is.")
    scheiding: Teken | None = Field(default=None, description="Tussen aandachtspunten in één cel; anders ;.")
    factor: Decimal | None = Field(default=None, max_digits=6, decimal_places=3, description="Maal het getal.")


class MappingOpdracht(Opdracht):
    """Een mapping, of een nieuwe versie onder dezelfde naam."""

    naam: Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9 ._-]{1,59}$")] = Field(examples=["Dariuz csv"])
    vorm: Bestandsvorm = Field(examples=[Bestandsvorm.CSV])
    codering: Codering = Field(default=Codering.UTF_8, description="Alleen bij CSV; een BOM mag.")
    scheidingsteken: Teken = ";"
    blad: Tekst | None = Field(default=None, description="Alleen bij XLSX; anders het eerste blad.")
    kopregel: int = Field(default=1, ge=1, le=100, description="Rij met de namen van de kolommen.")
    decimaalteken: Teken = ","
    datumvormen: tuple[Datumvorm, ...] = Field(default=(Datumvorm.JJJJ_MM_DD, Datumvorm.DD_MM_JJJJ), max_length=5)
    leeg: tuple[Tekst, ...] = Field(default=(), max_length=20, description="Wat, naast niets, als leeg geldt.")
    vast: dict[str, Tekst] = Field(default={}, max_length=20, description="Velden met overal dezelfde waarde.")
    kolommen: tuple[KolomOpdracht, ...] = Field(min_length=1, max_length=500, examples=[list(VOORBEELD)])


def leg_mapping_vast(h: Handeling, opdracht: MappingOpdracht) -> DiagnoseMapping:
    """Store a mapping as the next version under its name. Raises OngeldigeInvoer with everything that is wrong."""
    definitie = KolomMapping.model_validate(opdracht.model_dump(exclude={"naam"}))
    if fouten := controleer(definitie):
        raise OngeldigeInvoer(fouten)
    mapping = DiagnoseMapping(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        naam=opdracht.naam,
        nr=db.volgend_nr(h.sessie, h.actor.organisatie, opdracht.naam),
        vorm=opdracht.vorm,
        definitie=definitie.model_dump(mode="json"),
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )
    h.sessie.add(mapping)
    inhoud = {"nr": mapping.nr, "vorm": mapping.vorm}
    leg_vast(h, Soort.DIAGNOSE_MAPPING_VASTGELEGD, Eenmalig(mapping.id), None, inhoud)
    return mapping


def bekijk_mapping(h: Handeling, mapping_id: UUID) -> DiagnoseMapping:
    """Find a version of a mapping. Raises NietGevonden."""
    gevonden = db.mapping(h.sessie, h.actor.organisatie, mapping_id)
    if gevonden is None:
        raise NietGevonden("Deze mapping is niet gevonden.")
    return gevonden


def bekijk_mappings(h: Handeling) -> list[DiagnoseMapping]:
    """Return every version of every mapping."""
    return db.mappings(h.sessie, h.actor.organisatie)
