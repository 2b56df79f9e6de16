"""De catalogus van voorzieningen: elke voorwaarde met artikel, niveau en herkomst."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Self

from pydantic import Field

from app.api.schema import Grondslag, Uit
from app.domain.beleid.model import Herkomst
from app.domain.kern.klantgroep import Klantgroep
from app.domain.voorziening.beleid import Limiet, VoorzieningBeleid, Voorzieningregel
from app.domain.voorziening.oordeel import Niveau, Oordeel, Weging
from app.domain.voorziening.veld import Gegevenveld, Moment, Veldsoort
from app.services.voorziening.aanbod import Aanbod

# Not the enumerations themselves: other rooms have a Niveau and a Moment of their own in the contract.
Normniveau = Annotated[str, Field(json_schema_extra={"enum": [niveau.value for niveau in Niveau]})]
Veldmoment = Annotated[str, Field(json_schema_extra={"enum": [moment.value for moment in Moment]})]


class Voorzieninglimiet(Uit):
    """Waarop een grens rust, op welk niveau zij is gesteld en of een besluit daarover bekend is."""

    limiet: Limiet
    niveau: Normniveau = Field(description="De hardheidsclausule reikt alleen tot beleidsregels.")
    grondslag: Grondslag
    herkomst: Herkomst
    regel: str | None = Field(examples=["DEV-WEP-903"])

    @classmethod
    def van(cls, limiet: Limiet, regel: Voorzieningregel) -> Self:
        """Show one limit."""
        bron = regel.bron(limiet)
        return cls(
            limiet=limiet,
            niveau=bron.niveau,
            grondslag=Grondslag.van(bron.grondslag),
            herkomst=bron.herkomst,
            regel=bron.regel,
        )


class Voorzieningvraag(Uit):
    """Een vraag die iemand beantwoordt; `weegt` zegt wat een ander antwoord dan `verwacht` doet."""

    code: str = Field(examples=["leidt_tot_verdringing"])
    vraag: str = Field(examples=["Leidt dit tot verdringing op de arbeidsmarkt?"])
    verwacht: bool
    weegt: Weging
    toelichting_verplicht: bool
    niveau: Normniveau
    grondslag: Grondslag
    regel: str | None = Field(examples=["DEV-VRZ-915"])

    @classmethod
    def van(cls, bron: Oordeel) -> Self:
        """Show one question."""
        velden = {naam: getattr(bron, naam) for naam in cls.model_fields if naam != "grondslag"}
        return cls(**velden, grondslag=Grondslag.van(bron.grondslag))


class Voorzieningoptie(Uit):
    """Een keuze; een die niet is toegestaan, kan waar zijn en staat dan in de weg."""

    code: str
    naam: str
    toegestaan: bool


class Voorzieningveld(Uit):
    """Wat over de voorziening wordt ingevuld."""

    code: str = Field(examples=["doel"])
    naam: str
    soort: Veldsoort
    opties: list[Voorzieningoptie]
    vrij: bool = Field(description="Iets buiten de lijst kan ook, met een reden in het veld `<code>_reden`.")
    verplicht: bool
    moment: Veldmoment | None
    niveau: Normniveau
    grondslag: Grondslag
    herkomst: Herkomst
    regel: str | None

    @classmethod
    def van(cls, bron: Gegevenveld) -> Self:
        """Show one field."""
        velden = {naam: getattr(bron, naam) for naam in cls.model_fields if naam != "grondslag"}
        return cls.model_validate({**velden, "grondslag": Grondslag.van(bron.grondslag)})


class Overeenkomstonderdeel(Uit):
    """Wat in de overeenkomst moet staan."""

    code: str = Field(examples=["werkzaamheden"])
    naam: str
    grondslag: Grondslag


class Voorzieningfrequentie(Uit):
    """Hoe vaak, van begin tot begin geteld."""

    aantal: int
    periode_jaren: int


class Voorzieningbeeld(Uit):
    """Een voorziening van de gemeente met al haar voorwaarden; een leeg veld is geen grens."""

    code: str = Field(examples=["werkervaringsplaats"])
    naam: str = Field(examples=["Werkervaringsplaats"])
    geldt_van: date | None
    klantgroepen: list[Klantgroep] | None = Field(
        description="Voor welke klantgroepen zij is; leeg als zij niet aan een klantgroep is gebonden."
    )
    doelgroepen: list[str] | None
    leeftijd_van: int | None
    leeftijd_tot: int | None = Field(description="Tot, niet tot en met.")
    max_duur_maanden: int | None
    duur_weken_min: int | None
    duur_weken_max: int | None
    verlenging_maanden: int | None
    max_totaal_maanden: int | None
    uren_min: Decimal | None = Field(description="Per week.")
    uren_max: Decimal | None
    kosten_max: int | None = Field(description="In eurocent.")
    eigen_deel: bool = Field(description="Wat boven het maximum komt, is eigen deel en geen reden om te weigeren.")
    kostensoorten: list[str]
    loon_toegestaan: bool
    frequentie: Voorzieningfrequentie | None
    cumulatie_uitgesloten: list[str]
    nadere_regels: bool = Field(description="Onwaar: de nadere regels ontbreken nog.")
    verplicht: list[str] = Field(description="Wat moet zijn vastgelegd.")
    toelichting: str | None
    grondslag: Grondslag
    niveau: Normniveau
    limieten: list[Voorzieninglimiet]
    velden: list[Voorzieningveld]
    vragen: list[Voorzieningvraag]
    overeenkomst: list[Overeenkomstonderdeel]

    @classmethod
    def van(cls, regel: Voorzieningregel, beleid: VoorzieningBeleid) -> Self:
        """Show one voorziening."""
        anders = {
            "grondslag": Grondslag.van(regel.grondslag),
            "limieten": [Voorzieninglimiet.van(limiet, regel) for limiet in regel.limieten()],
            "velden": [Voorzieningveld.van(veld) for veld in regel.velden],
            "vragen": [Voorzieningvraag.van(oordeel) for oordeel in beleid.oordelen(regel)],
            "overeenkomst": [
                Overeenkomstonderdeel(code=veld.code, naam=veld.naam, grondslag=Grondslag.van(veld.grondslag))
                for veld in regel.overeenkomst
            ],
        }
        zelfde = {naam: getattr(regel, naam) for naam in cls.model_fields if naam not in anders}
        return cls.model_validate({**zelfde, **anders})


class Voorzieningen(Uit):
    """De voorzieningen van een gemeente op een dag."""

    voorzieningen: list[Voorzieningbeeld]
    herkomst: Herkomst
    peildatum: date
    beleid_id: str = Field(examples=["GM0150/voorziening/2021-01-01"])

    @classmethod
    def van(cls, aanbod: Aanbod) -> Self:
        """Show all voorzieningen."""
        beleid = aanbod.beleid
        beelden = [Voorzieningbeeld.van(regel, beleid) for regel in beleid.voorzieningen.waarde]
        return cls(
            voorzieningen=beelden, herkomst=aanbod.herkomst, peildatum=aanbod.peildatum, beleid_id=aanbod.beleid_id
        )
