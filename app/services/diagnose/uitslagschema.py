"""What one result says: per leefgebied, with competences, language and hours, imported or entered by hand.

The names in Python are those under which a result is stored; the aliases are those of the contract.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from app.domain.kern.bsn import is_bsn
from app.domain.kern.leefgebied import Leefgebied
from app.services.handeling import Opdracht

# PostgreSQL keeps no NUL in a text.
_ZONDER_NUL = r"^[^\x00]+$"
Kort = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=_ZONDER_NUL)]
Zin = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=_ZONDER_NUL)]
Tekst = Annotated[str, StringConstraints(min_length=1, max_length=4000, pattern=_ZONDER_NUL)]
Score = Annotated[int, Field(ge=0, le=100, description="Van 0 (grote belemmering) tot en met 100 (geen belemmering).")]
Kenmerk = Annotated[
    Kort, Field(description="Kenmerk van de leverancier: een nieuwere versie hieronder vervangt de oudere.")
]
KENMERK_VOORBEELD = "DW-2026-004711"
_BSN_FOUT = "Dit BSN voldoet niet aan de 11-proef; geef negen cijfers."


def _elfproef(bsn: str) -> str:
    if not is_bsn(bsn):
        raise PydanticCustomError("bsn", _BSN_FOUT)
    return bsn


ImportBsn = Annotated[
    str, AfterValidator(_elfproef), Field(examples=["999990007"], json_schema_extra={"pattern": "^[0-9]{9}$"})
]


class Volledigheid(StrEnum):
    """Whether the klant finished the questionnaire."""

    VOLLEDIG = "volledig"
    ONVOLLEDIG = "onvolledig"


class Taalniveau(StrEnum):
    """Level of the Common European Framework of Reference; A0 is below A1."""

    A0 = "A0"
    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
    C2 = "C2"


class _Deel(Opdracht):
    # Only the names of the contract are taken: the name in Python is that of the store.
    model_config = ConfigDict(populate_by_name=False)


class LeefgebiedUitslag(_Deel):
    """De uitslag op één leefgebied, of de reden waarom die er niet is."""

    onderwerp: Leefgebied = Field(alias="leefgebied")
    score: Score | None = None
    aandachtspunten: tuple[Zin, ...] = Field(
        default=(), max_length=20, description="De uitroeptekens uit de analyse.", examples=[["Huurachterstand"]]
    )
    opmerking: Tekst | None = None
    reden_niet_besproken: Zin | None = Field(default=None, alias="redenNietIngevuld")

    @model_validator(mode="after")
    def _uitslag_of_reden(self) -> Self:
        gevuld = self.score is not None or self.opmerking is not None or bool(self.aandachtspunten)
        if gevuld is (self.reden_niet_besproken is not None):
            melding = "Geef een score, aandachtspunten of opmerking, of anders redenNietIngevuld."
            raise PydanticCustomError("uitslag_of_reden", melding)
        return self


class CompetentieUitslag(_Deel):
    """De uitslag op één competentie."""

    naam: Kort = Field(examples=["Samenwerken"])
    score: Score


class TaalUitslag(_Deel):
    """Het niveau van het Nederlands per vaardigheid."""

    luisteren: Taalniveau | None = None
    spreken: Taalniveau | None = None
    lezen: Taalniveau | None = None
    schrijven: Taalniveau | None = None


class Uitslaginhoud(_Deel):
    """Wat een uitslag zegt. `volledigheid` is het oordeel van het instrument zelf."""

    volledigheid: Volledigheid
    bevindingen: tuple[LeefgebiedUitslag, ...] = Field(alias="leefgebieden", max_length=7)
    competenties: tuple[CompetentieUitslag, ...] = Field(default=(), max_length=50)
    taal: TaalUitslag | None = None
    uren: int | None = Field(default=None, ge=0, le=60, description="Uren per week die de klant kan werken.")

    @model_validator(mode="after")
    def _elk_leefgebied_een_keer(self) -> Self:
        if len({uitslag.onderwerp for uitslag in self.bevindingen}) != len(self.bevindingen):
            melding = "Noem elk leefgebied hoogstens één keer."
            raise PydanticCustomError("dubbel", melding)
        return self
