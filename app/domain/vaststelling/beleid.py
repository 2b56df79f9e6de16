"""The policy on policy: norm levels with the body that decides, and what the raad must regulate itself."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from app.domain.beleid.model import Beleid, Waarde
from app.domain.kern.grondslag import Grondslag

Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,59}$")]


class Orgaan(StrEnum):
    """The body that decides on a norm."""

    WETGEVER = "wetgever"
    RAAD = "raad"
    COLLEGE = "college"


class Normniveau(StrEnum):
    """The level of a norm (DEV-ORG-901)."""

    WET = "wet"
    VERORDENING = "verordening"
    BELEIDSREGELS = "beleidsregels"
    PRODUCTENBOEK = "productenboek"


class _Inhoud(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Niveauregel(_Inhoud):
    """Who decides on a level, which regelingen belong to it, and whether the raad is told afterwards."""

    niveau: Normniveau
    orgaan: Orgaan
    regelingen: tuple[str, ...]
    ter_kennisname_raad: bool = False


class Verordeningsonderwerp(_Inhoud):
    """A subject that the raad must regulate by verordening (DEV-VRZ-920)."""

    code: Code
    naam: str
    grondslag: Grondslag


class VaststellingBeleid(Beleid):
    """``uitwerking`` names per subject the voorzieningen with which the verordening regulates it."""

    soort: ClassVar[str] = "vaststelling"

    niveaus: Waarde[tuple[Niveauregel, ...]]
    adviesorgaan: Waarde[str]
    afhandelen_werkdagen: Waarde[Annotated[int, Field(ge=1)]]
    verordeningsplichtig: Waarde[tuple[Verordeningsonderwerp, ...]]
    uitwerking: Waarde[Mapping[Code, tuple[str, ...]]]

    def regel_van(self, grondslag: Grondslag) -> Niveauregel | None:
        """Return the level of an article; None for a regeling that no level names."""
        return next((regel for regel in self.niveaus.waarde if grondslag.regeling in regel.regelingen), None)

    def niveau(self, niveau: Normniveau) -> Niveauregel | None:
        """Return what is laid down of a level."""
        return next((regel for regel in self.niveaus.waarde if regel.niveau is niveau), None)
