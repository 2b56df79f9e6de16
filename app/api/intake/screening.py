"""Antwoorden over screeningen."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Toets, Uit
from app.db.intake.screening import Screening as Rij
from app.db.intake.screening import Screeningsresultaat as Resultaatrij
from app.db.intake.screening import Screeningstatus
from app.db.intake.screening import Screeningsverslag as Verslagrij
from app.domain.intake.feiten import BadGesprek, Invulvermogen, RedenNietInStaat, ScreeningUitkomst
from app.domain.intake.schulden import Schuldsignaal
from app.domain.intake.soorten import Hulpvraag, Rechtschatting, Voorlichting
from app.domain.kern.leefgebied import Diagnoseinstrument
from app.domain.verwijzing.beleid import Verwijswijze


class Loketadvies(Uit):
    """Een loket dat mogelijk voorgaat; de inkomensconsulent beslist."""

    verwijzing: str = Field(examples=["UWV"])
    voorziening: str = Field(examples=["WW"])
    toelichting: str


class Persoonsresultaat(Uit):
    """Wat de screening over een persoon opleverde."""

    klant_id: UUID
    aanwezig: bool
    reden_afwezig: str | None
    primaire_vraag: Hulpvraag
    toetsen: list[Toets]
    adviezen: list[Loketadvies]
    instrument: Diagnoseinstrument | None = Field(description="Leeg zolang niet vaststaat of Dariuz kan.")
    ondersteuning_nodig: bool
    uitleg_instrument: str
    vermogen: Invulvermogen | None = Field(description="Hoe goed de klant de vragenlijst kan invullen.")
    reden_niet_in_staat: RedenNietInStaat | None

    @classmethod
    def van(cls, bron: dict[str, Any]) -> Self:
        """Show what was stored of one person."""
        return cls.model_validate(bron | {"toetsen": [Toets.van(toets) for toets in bron["toetsen"]]})


class Screeningsignalen(Uit):
    """Wat in het gesprek opviel."""

    broodnood: bool | None
    dreigende_uithuiszetting: bool
    minder_zelfredzaam: bool
    vermogen_aanwezig: bool
    fraudesignaal: bool | None = Field(description="Leeg voor wie dit niet mag zien.")
    schuldsignaal: Schuldsignaal
    bad_gesprek: BadGesprek | None


class Doorverwijzing(Uit):
    """Waarheen de klant is doorverwezen, en hoe."""

    instantie: str
    wijze: Verwijswijze
    toelichting: str | None


class Screeningsresultaat(Uit):
    """De uitkomst van een gehouden screeningsgesprek, met de toetsen waarop zij rust."""

    uitkomst: ScreeningUitkomst
    einde: datetime
    recht: Rechtschatting
    reden_recht: str
    signalen: Screeningsignalen
    personen: list[Persoonsresultaat]
    toetsen: list[Toets]
    voorlichting: list[Voorlichting]
    verwijzing: Doorverwijzing | None
    norm: int | None = Field(description="De bijstandsnorm per maand in eurocent; leeg als die niet vaststaat.")
    peildatum: date
    rapportage_uiterlijk: datetime
    beleid_id: str
    beleid_sha256: str
    codeversie: str

    @classmethod
    def van(cls, rij: Resultaatrij, *, fraude: bool) -> Self:
        """Show an outcome; ``fraude`` tells whether the reader may see a suspicion of fraud."""
        feiten: dict[str, Any] = rij.feiten["screening"] | {"schuldsignaal": rij.schuldsignaal}
        afgeleid = {
            "signalen": feiten if fraude else feiten | {"fraudesignaal": None},
            "personen": [Persoonsresultaat.van(persoon) for persoon in rij.personen],
            "toetsen": [Toets.van(toets) for toets in rij.toetsen],
        }
        vast = {naam: getattr(rij, naam) for naam in cls.model_fields if naam not in afgeleid}
        return cls.model_validate(vast | afgeleid)


class Screeningsverslag(Uit):
    """Een verslag van het gesprek; het laatste geldt."""

    tekst: str
    afgerond_op: datetime
    op_tijd: bool = Field(description="Binnen 48 uur na het gesprek.")
    medewerker_id: UUID


class Screening(Uit):
    """Een screeningsgesprek: gepland, gehouden of niet."""

    id: UUID
    status: Screeningstatus
    begin: datetime
    einde: datetime
    locatie: str
    inkomensconsulent_id: UUID
    buiten_norm: bool = Field(description="Later dan de servicenorm na de melding.")
    reden_buiten_norm: str | None
    toetsen: list[Toets]
    resultaat: Screeningsresultaat | None = Field(description="Leeg zolang er geen uitkomst is, en voor de receptie.")
    verslagen: list[Screeningsverslag]

    @classmethod
    def van(cls, rij: Rij, resultaat: Screeningsresultaat | None, verslagen: list[Verslagrij]) -> Self:
        """Show an appointment with what came out of it."""
        afgeleid = {
            "toetsen": [Toets.van(toets) for toets in rij.toetsen],
            "resultaat": resultaat,
            "verslagen": [Screeningsverslag.model_validate(verslag) for verslag in verslagen],
        }
        vast = {naam: getattr(rij, naam) for naam in cls.model_fields if naam not in afgeleid}
        return cls.model_validate(vast | afgeleid)
