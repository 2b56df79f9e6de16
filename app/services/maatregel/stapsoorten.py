"""The steps of a maatregelzaak as they are asked for and as they are kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, Self
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints, model_validator

from app.domain.maatregel.feiten import HoorKanaal, Oorzaak, Verwijtbaarheid, Wijze
from app.services.handeling import Opdracht
from app.services.maatregel.hoogtegegevens import AfwijkingGegeven, GrondslagGegeven, WeigeringGegeven

Tekst = Annotated[str, StringConstraints(min_length=10, max_length=4000)]
Kenmerk = Annotated[str, StringConstraints(min_length=3, max_length=200)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{3,60}$")]
Wijzen = Annotated[tuple[Wijze, ...], Field(min_length=1, max_length=3)]


UITLEG = "Waarom wij dit zo zien. De zin komt in de brief: schrijf aan u, zonder gegevens die er niet in horen."


class _Stap(Opdracht):
    """``_dag`` names the field with the day of the step, ``_vooraf`` the fields that cannot lie in the future."""

    _dag: ClassVar[str] = "datum"
    _vooraf: ClassVar[tuple[str, ...]] = ("datum",)

    @property
    def dag(self) -> date | None:
        """The day on which the step was set, None for a judgement, which is of the day of recording."""
        gevonden: date | None = getattr(self, self._dag, None)
        return gevonden

    def in_de_toekomst(self, vandaag: date) -> dict[str, str]:
        """Return a message for every day that has not come yet."""
        dagen: dict[str, date | None] = {veld: getattr(self, veld, None) for veld in self._vooraf}
        te_laat = [veld for veld, dag in dagen.items() if dag is not None and dag > vandaag]
        return {type(self).model_fields[veld].alias or veld: "Deze dag ligt in de toekomst." for veld in te_laat}


class UitnodigingStap(_Stap):
    """De klant is schriftelijk uitgenodigd voor een gesprek; e-mail kan alleen bij een bekend adres."""

    _dag: ClassVar[str] = "verzonden_op"
    _vooraf: ClassVar[tuple[str, ...]] = ("verzonden_op",)

    soort: Literal["uitnodiging"]
    verzonden_op: date = Field(examples=["2026-04-03"])
    wijze: Wijzen = Field(examples=[["email"]])
    gesprek_op: date = Field(examples=["2026-04-14"])
    brief_id: UUID | None = Field(default=None, description="De brief van deze dienst die is verzonden.")


class HersteltermijnStap(_Stap):
    """De klant kreeg een laatste kans: op één dag aangetekend en met gewone post, ten minste 5 werkdagen vooraf."""

    _dag: ClassVar[str] = "verzonden_op"
    _vooraf: ClassVar[tuple[str, ...]] = ("verzonden_op",)

    soort: Literal["hersteltermijn"]
    verzonden_op: date = Field(examples=["2026-04-15"])
    wijze: Wijzen = Field(examples=[["aangetekend", "regulier"]])
    gesprek_op: date = Field(examples=["2026-04-23"])
    kenmerk_aangetekend: Kenmerk | None = Field(default=None, examples=["3SRRC0001"])
    brief_id: UUID | None = Field(default=None, description="De brief van deze dienst die is verzonden.")


class HoorgesprekStap(_Stap):
    """De klant is gehoord; de verklaring staat in de eigen woorden van de klant."""

    soort: Literal["hoorgesprek"]
    datum: date = Field(examples=["2026-05-07"])
    kanaal: HoorKanaal = Field(examples=["telefonisch"])
    verklaring: Tekst = Field(examples=["Ik was ziek en heb dat niet gemeld."])


class NietHorenStap(_Stap):
    """De klant is opgeroepen en niet gehoord, met een reden die de verordening kent."""

    soort: Literal["niet_horen"]
    datum: date = Field(examples=["2026-05-07"], description="De dag van de oproep.")
    kanaal: HoorKanaal = Field(examples=["schriftelijk"])
    reden: Code = Field(examples=["geen_reactie_op_oproep"])
    toelichting: Tekst | None = None


class BewijsstukStap(_Stap):
    """Een stuk dat bij de gedraging hoort, zoals de bevestiging van een werkgever."""

    soort: Literal["bewijsstuk"]
    datum: date = Field(examples=["2026-05-04"])
    code: Code = Field(examples=["presentielijst"])
    vorm: Literal["schriftelijk", "email"] = Field(examples=["schriftelijk"])
    verwijzing: Kenmerk = Field(description="Waar het stuk te vinden is.", examples=["zaaksysteem 2026-00123"])
    afkomstig_van: Kenmerk | None = Field(default=None, examples=["Bakkerij Voorbeeld"])


class OordeelStap(_Stap):
    """Het oordeel van de consulent. Het mag in delen; wat later is vastgelegd, geldt."""

    soort: Literal["oordeel"]
    verwijtbaarheid: Verwijtbaarheid | None = Field(default=None, examples=["volledig"])
    verwijtbaarheid_motivering: Tekst | None = Field(default=None, examples=["De klant kon komen en liet niets weten."])
    uitleg_aan_klant: Tekst | None = Field(default=None, description=UITLEG, examples=["U kende de dag en belde niet."])
    omstandigheden: Tekst | None = Field(default=None, examples=["Thuissituatie en gezondheid besproken."])
    oorzaak: Oorzaak | None = Field(default=None, examples=["onwil"])
    dringende_redenen: bool | None = Field(default=None, examples=[False])
    dringende_redenen_motivering: Tekst | None = None
    afwijking: AfwijkingGegeven | None = None
    weigering: WeigeringGegeven | None = Field(default=None, examples=[None])

    @model_validator(mode="after")
    def _met_reden(self) -> Self:
        if self.dringende_redenen and self.dringende_redenen_motivering is None:
            raise ValueError("Leg uit welke dringende redenen er zijn (dringendeRedenenMotivering).")
        if self.model_fields_set == {"soort"}:
            raise ValueError("Geef ten minste één deel van het oordeel.")
        return self


class PlanStap(_Stap):
    """Een plan buiten dit systeem, of de reden waarom de zaak zonder plan of verzuimregels doorgaat."""

    _vooraf: ClassVar[tuple[str, ...]] = ("ondertekend_op", "verzuimregels_uitgereikt_op")

    soort: Literal["plan"]
    ondertekend_op: date | None = Field(default=None, examples=["2026-04-10"])
    bevat_verplichting: bool | None = Field(default=None, examples=[True])
    verzuimregels_uitgereikt_op: date | None = Field(default=None, examples=["2026-04-10"])
    verwijzing: Kenmerk | None = Field(default=None, examples=["GWS-2026-00417"])
    afwijking_plan: Tekst | None = None
    afwijking_verzuimregels: Tekst | None = None

    @model_validator(mode="after")
    def _volledig(self) -> Self:
        if (self.ondertekend_op is None) != (self.bevat_verplichting is None):
            raise ValueError("Geef ondertekendOp en bevatVerplichting samen.")
        if self.model_fields_set <= {"soort", "verwijzing"}:
            raise ValueError("Geef het plan, de verzuimregels of de reden van de afwijking.")
        return self


class SmsStap(_Stap):
    """Of de klant vooraf een sms-herinnering kreeg."""

    soort: Literal["sms"]
    datum: date = Field(examples=["2026-04-22"])
    verstuurd: bool = Field(examples=[True])


class NoShowStap(_Stap):
    """De klant kwam niet en liet dat niet vooraf weten."""

    soort: Literal["no_show"]
    datum: date = Field(examples=["2026-04-23"])
    deelname_id: UUID | None = Field(default=None, description="De deelname op de presentielijst.")


class WederhoorafwegingStap(_Stap):
    """Het antwoord op het advies om de klant te horen, waar dat niet verplicht is."""

    soort: Literal["wederhoorafweging"]
    datum: date = Field(examples=["2026-05-07"])
    horen: bool = Field(description="Of de klant nog wordt gehoord.", examples=[False])
    toelichting: Tekst = Field(examples=["De klant is twee keer gevraagd en liet niets weten."])


class ControleStap(_Stap):
    """Na het opleggen: of de klant nu genoeg solliciteert of meewerkt."""

    soort: Literal["controle"]
    datum: date = Field(examples=["2026-06-22"])
    voldoende: bool = Field(examples=[True])
    toelichting: Tekst = Field(examples=["De klant solliciteerde vier keer."])


class OpnieuwGehoordStap(_Stap):
    """Na de controle: de klant is opnieuw gehoord, of kwam niet."""

    soort: Literal["opnieuw_gehoord"]
    datum: date = Field(examples=["2026-07-01"])
    kanaal: HoorKanaal = Field(examples=["gesprek"])
    gehoord: bool = Field(examples=[True])
    toelichting: Tekst = Field(description="De verklaring, of waarom het niet lukte.", examples=["Ik zocht wel werk."])


class OpnieuwUitgenodigdStap(_Stap):
    """Na de maatregel: de klant is opnieuw uitgenodigd voor het traject."""

    _dag: ClassVar[str] = "verzonden_op"
    _vooraf: ClassVar[tuple[str, ...]] = ("verzonden_op",)

    soort: Literal["opnieuw_uitgenodigd"]
    verzonden_op: date = Field(examples=["2026-07-01"])
    wijze: Wijzen = Field(examples=[["aangetekend"]])
    gesprek_op: date = Field(examples=["2026-07-10"])
    kenmerk_aangetekend: Kenmerk | None = Field(default=None, examples=["3SRRC0002"])
    brief_id: UUID | None = Field(default=None, description="De brief van deze dienst die is verzonden.")


class NieuweOpkomstStap(_Stap):
    """Of de klant kwam op de nieuwe uitnodiging."""

    soort: Literal["nieuwe_opkomst"]
    datum: date = Field(examples=["2026-07-10"])
    verschenen: bool = Field(examples=[True])


class GrondslagStap(_Stap, GrondslagGegeven):
    """De grondslag van de IOAW of IOAZ in deze maanden, overgenomen uit de uitkeringsadministratie."""

    soort: Literal["grondslag"]


Stap = Annotated[
    UitnodigingStap
    | HersteltermijnStap
    | HoorgesprekStap
    | NietHorenStap
    | BewijsstukStap
    | OordeelStap
    | PlanStap
    | SmsStap
    | NoShowStap
    | WederhoorafwegingStap
    | ControleStap
    | OpnieuwGehoordStap
    | OpnieuwUitgenodigdStap
    | NieuweOpkomstStap
    | GrondslagStap,
    Field(discriminator="soort"),
]


class _Bewaard(BaseModel):
    stap: Stap


def lees_stap(inhoud: Mapping[str, Any]) -> Stap:
    """Turn the stored content of a step back into the step."""
    return _Bewaard.model_validate({"stap": inhoud}).stap
