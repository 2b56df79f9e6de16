"""Antwoorden over mappings, proefimporten en records die apart zijn gezet."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Self
from uuid import UUID

from pydantic import Field

from app.api.diagnose.importschemas import Importfout, Importuitkomst
from app.api.schema import Uit
from app.db.diagnose.levering import Afkeursoort, DiagnoseAfgekeurd
from app.db.diagnose.mapping import DiagnoseMapping
from app.domain.diagnose.mapping import Bestandsvorm, Codering, Datumvorm
from app.domain.diagnose.waardeklasse import Rijfout
from app.services.diagnose.mappings import VOORBEELD
from app.services.diagnose.proef import Proef, inhoud_van


class Mappingkolom(Uit):
    """Eén kolom van een mapping."""

    kolom: str = Field(examples=["BSN"])
    veld: str = Field(examples=["persoon.bsn"])
    waarden: dict[str, str] = Field(default={})
    scheiding: str | None = None
    factor: Decimal | None = None


class Mapping(Uit):
    """Eén versie van een mapping; een wijziging is een nieuwe versie onder dezelfde naam."""

    id: UUID
    naam: str = Field(examples=["Dariuz csv"])
    nr: int = Field(description="Versie onder deze naam.")
    vastgelegd_op: datetime
    vorm: Bestandsvorm
    codering: Codering
    scheidingsteken: str = Field(examples=[";"])
    blad: str | None
    kopregel: int
    decimaalteken: str = Field(examples=[","])
    datumvormen: list[Datumvorm]
    leeg: list[str]
    vast: dict[str, str]
    kolommen: list[Mappingkolom] = Field(examples=[list(VOORBEELD)])

    @classmethod
    def van(cls, rij: DiagnoseMapping) -> Self:
        """Show a row."""
        velden = {naam: getattr(rij, naam) for naam in ("id", "naam", "nr", "vastgelegd_op")}
        return cls.model_validate(rij.definitie | velden)


class Mappings(Uit):
    """Alle versies van alle mappings, op naam en de nieuwste eerst."""

    mappings: list[Mapping]

    @classmethod
    def van(cls, rijen: list[DiagnoseMapping]) -> Self:
        """Show the rows."""
        return cls(mappings=[Mapping.van(rij) for rij in rijen])


class Proeffout(Uit):
    """Wat er in één record niet klopt."""

    rij: int
    fouten: list[Importfout]


class Proefvoorbeeld(Uit):
    """Wat van een record zou worden opgeslagen; de persoon staat er niet bij."""

    rij: int
    klant_bekend: bool
    record: dict[str, Any] = Field(examples=[{"volledigheid": "volledig", "leefgebieden": []}])


class Proefimport(Uit):
    """Wat een import met het begin van dit bestand zou doen. Er is niets opgeslagen."""

    gelezen: int
    meer: bool = Field(description="Of er na `gelezen` nog rijen zijn, die niet zijn bekeken.")
    goed: int
    fout: int
    persoon_onbekend: int
    fouten: list[Proeffout] = Field(description="De eerste vijftig.")
    voorbeelden: list[Proefvoorbeeld]

    @classmethod
    def van(cls, proef: Proef) -> Self:
        """Show what was found."""
        return cls(
            gelezen=proef.gelezen,
            meer=proef.meer,
            goed=proef.goed,
            fout=proef.fout,
            persoon_onbekend=proef.onbekend,
            fouten=[Proeffout(rij=rij, fouten=_fouten(fouten)) for rij, fouten in proef.fouten],
            voorbeelden=[
                Proefvoorbeeld(rij=goed.rij, klant_bekend=bekend, record=inhoud_van(goed))
                for goed, bekend in proef.voorbeelden
            ],
        )


def _fouten(fouten: tuple[Rijfout, ...]) -> list[Importfout]:
    return [Importfout.model_validate(fout) for fout in fouten]


class AfgekeurdeUitslag(Uit):
    """Een record dat apart is gezet, zonder wat erin stond."""

    id: UUID
    import_id: UUID
    rij: int = Field(description="Regel of rij in wat is geleverd; 1 is de eerste.")
    soort: Afkeursoort
    fouten: list[Importfout]
    afgekeurd_op: datetime
    bewaren_tot: date = Field(description="Na deze dag wordt het record vergeten.")


class Afgekeurden(Uit):
    """Records die wachten op herstel, of op een klant."""

    records: list[AfgekeurdeUitslag]
    volgende: str | None = Field(description="Cursor voor `na`; leeg op de laatste pagina.")


class Afgekeurdrecord(AfgekeurdeUitslag):
    """Een record dat apart is gezet, met wat er is geleverd."""

    geleverd: str = Field(description="Zoals het is geleverd; van CSV en XLSX de cellen als JSON.")
    record: dict[str, Any] | None = Field(
        description="In ons eigen schema, als het daarin past.", examples=[{"persoon": {"bsn": "999990007"}}]
    )

    @classmethod
    def van(cls, rij: DiagnoseAfgekeurd) -> Self:
        """Show the row."""
        kaal = AfgekeurdeUitslag.model_validate(rij).model_dump()
        return cls(**kaal, geleverd=rij.ruw.decode("utf-8", "replace"), record=_record(rij))


class Onbekende(AfgekeurdeUitslag):
    """Een uitslag van iemand die nog geen klant is: wie het is, zonder wat de uitslag zegt."""

    bsn: str = Field(examples=["999990007"])
    geboortedatum: date | None

    @classmethod
    def van(cls, rij: DiagnoseAfgekeurd) -> Self:
        """Show the row."""
        persoon = (rij.record or {}).get("persoon", {})
        kaal = AfgekeurdeUitslag.model_validate(rij).model_dump()
        return cls(**kaal, bsn=persoon.get("bsn", ""), geboortedatum=persoon.get("geboortedatum"))


class Onbekenden(Uit):
    """Uitslagen die wachten tot de melding van de persoon is geregistreerd; daarna gaan zij vanzelf het dossier in."""

    personen: list[Onbekende]
    volgende: str | None = Field(description="Cursor voor `na`; leeg op de laatste pagina.")


class Herstel(Uit):
    """Wat er van een hersteld record is geworden."""

    uitkomst: Importuitkomst
    import_id: UUID


def _record(rij: DiagnoseAfgekeurd) -> dict[str, Any] | None:
    gelezen = json.loads(json.dumps(rij.record)) if rij.record is not None else None
    return gelezen if isinstance(gelezen, dict) else None
