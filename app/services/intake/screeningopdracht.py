"""What is recorded at the end of a screeningsgesprek."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, Field

from app.domain.intake.feiten import (
    BadGesprek,
    DariuzFeiten,
    Invulvermogen,
    LoketFeiten,
    RedenNietInStaat,
    Schuldvraag,
    ScreeningUitkomst,
    Voorziening,
)
from app.domain.intake.soorten import Hulpvraag, Rechtschatting, Voorlichting
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.leefgebied import Diagnoseinstrument
from app.domain.kern.periode import Periode
from app.domain.verwijzing.beleid import Verwijswijze
from app.services.handeling import Opdracht
from app.services.intake.opdrachten import Tekst, Zin


class WwPeriode(Opdracht):
    """De periode van de WW, half-open: `tot` hoort er niet meer bij."""

    van: date
    tot: date | None = None


class LoketOpdracht(Opdracht):
    """De antwoorden op de loketvragen; wat leeg blijft, is niet gevraagd."""

    gewerkte_weken: int | None = Field(default=None, ge=0, le=36, description="In de laatste 36 weken.", examples=[10])
    gestopt_door_ziekte: bool | None = None
    ww_gehad: bool | None = None
    ww_periode: WwPeriode | None = None
    ww_volledig_doorlopen: bool | None = None
    inkomen: int | None = Field(default=None, ge=0, le=10_000_000, description="Netto per maand, in eurocent.")
    recht_stufi_wtos: bool | None = None
    medische_beperking: bool | None = None
    voorliggend: dict[Voorziening, bool] = Field(default={}, examples=[{"svb": False, "alimentatie": False}])

    def feiten(self, geboortedatum: date, inkomen: int | None) -> LoketFeiten:
        """Return the facts of the loket; ``inkomen`` is that of the household."""
        periode = self.ww_periode
        return LoketFeiten(
            **self.model_dump(exclude={"ww_periode", "inkomen"}),
            geboortedatum=geboortedatum,
            inkomen=inkomen,
            ww_periode=Periode(van=periode.van, tot=periode.tot) if periode else None,
        )


class DariuzOpdracht(Opdracht):
    """Of de klant de vragenlijst van Dariuz kan invullen, en wat het wordt."""

    vermogen: Invulvermogen | None = Field(default=None, examples=["zelfstandig"])
    reden: RedenNietInStaat | None = Field(default=None, description="Verplicht bij `niet_in_staat`.")
    gekozen: Diagnoseinstrument | None = Field(default=None, description="Alleen als wordt afgeweken van de standaard.")
    reden_afwijking: Zin | None = None

    def feiten(self, kenmerken: frozenset[Kenmerk], *, jongere: bool) -> DariuzFeiten:
        """Return the facts on which the instrument is chosen."""
        return DariuzFeiten(**self.model_dump(), kenmerken=kenmerken, jongere=jongere)


class GescreendePersoon(Opdracht):
    """Wat over een persoon is besproken."""

    klant_id: UUID = Field(examples=["01890000-0000-7000-8000-000000000001"])
    aanwezig: bool
    reden_afwezig: Zin | None = None
    primaire_vraag: Hulpvraag = Field(examples=["bijstandsuitkering"])
    loket: LoketOpdracht = LoketOpdracht()
    dariuz: DariuzOpdracht = DariuzOpdracht()
    wil_ambitiegesprek: bool | None = Field(
        default=None, description="Verplicht bij een jongere zonder recht op bijstand."
    )


class Screeningsverwijzing(Opdracht):
    """Waarheen de klant is doorverwezen, en hoe."""

    instantie: Zin = Field(examples=["UWV"])
    wijze: Verwijswijze = Verwijswijze.INFORMATIE
    toelichting: Tekst | None = None


class ScreeningOpdracht(Opdracht):
    """De uitkomst van een gehouden screeningsgesprek."""

    uitkomst: ScreeningUitkomst = Field(examples=["vervolg"])
    begin: AwareDatetime | None = Field(
        default=None, description="Alleen nodig als het gesprek niet op het geplande moment begon."
    )
    einde: AwareDatetime = Field(examples=["2026-04-02T10:25:00+02:00"])
    personen: Annotated[list[GescreendePersoon], Field(min_length=1, max_length=2)]
    recht: Rechtschatting = Field(description="De ruwe schatting van het recht op bijstand.", examples=["onzeker"])
    reden_recht: Tekst = Field(examples=["Inkomen onder de norm, vermogen nog niet bekend."])
    schulden: dict[Schuldvraag, bool] = Field(default={}, examples=[{"roodstand": False}])
    bad_gesprek: BadGesprek | None = Field(default=None, examples=["gepland"])
    eigen_inschatting_financien: Tekst | None = Field(
        default=None, description="Verplicht als de klant het gesprek met het BAD afwijst."
    )
    broodnood: bool | None = None
    dreigende_uithuiszetting: bool = False
    fraudesignaal: bool = False
    minder_zelfredzaam: bool = False
    vermogen_aanwezig: bool = False
    voorlichting: tuple[Voorlichting, ...] = Field(default=(), max_length=20, examples=[["aanvraagprocedure"]])
    formulier_meegegeven_op: date | None = Field(
        default=None, description="Aanvraagformulier en bewijsmiddelenlijst; nodig als er nog geen aanvraag is."
    )
    verwijzing: Screeningsverwijzing | None = None
    intrekking_getekend_op: date | None = None
