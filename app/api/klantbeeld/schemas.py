"""Het klantbeeld: elk onderdeel met zijn bron en datum."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Self
from uuid import UUID

from pydantic import Field

from app.api.diagnose.schemas import Diagnosebevinding
from app.api.plan.schemas import Plandoel, Planverplichting
from app.api.schema import Grondslag, Uit
from app.api.taak.schemas import Taak
from app.db.besluit import Besluitstatus
from app.db.maatregel import Zaakstatus
from app.db.plan import Planstatus
from app.domain.afspraak.feiten import AfspraakSoort
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.leefgebied import Instrument
from app.domain.kern.norm import Leefvorm
from app.domain.maatregel.beleid import Regime
from app.domain.plan.feiten import PlanSoort
from app.domain.verplichting.feiten import Nadereplicht, Ontheffingsoort, Onthevenplicht


class Klantbeeldbron(Uit):
    """Waar een onderdeel vandaan komt en van welke dag het is."""

    soort: str = Field(examples=["indeling"])
    id: UUID
    datum: date | None = Field(description="Leeg als de dag niet is vastgelegd.")


class Beeldmedewerker(Uit):
    """Een medewerker bij naam."""

    id: UUID
    naam: str | None

    @classmethod
    def toon(cls, nummer: UUID | None, naam: str | None) -> Self | None:
        """Show an employee, if there is one."""
        return None if nummer is None else cls(id=nummer, naam=naam)


class Beeldpersoon(Uit):
    """De klant zelf, met vaste contactpersonen."""

    id: UUID
    versie: int
    bsn: str
    voornamen: str
    achternaam: str
    geboortedatum: date
    leeftijd: int
    telefoon: str | None
    email: str | None
    gemeente: str
    regime: Regime
    leefvorm: Leefvorm
    kostendelende_medebewoners: int
    kenmerken: list[Kenmerk]
    zorg_handhaving: bool
    extern_nummer: str | None
    partner_id: UUID | None
    consulent: Beeldmedewerker | None
    inkomensconsulent: Beeldmedewerker | None
    bron: Klantbeeldbron


class Beeldpartner(Uit):
    """De partner; leeg als u diens dossier niet mag zien."""

    id: UUID
    naam: str
    geboortedatum: date
    klantgroep: Klantgroep | None
    bron: Klantbeeldbron


class Beeldindeling(Uit):
    """Een klantgroep in `[van, tot)`."""

    klantgroep: Klantgroep
    van: date
    tot: date | None
    gecorrigeerd: bool = Field(description="Of een latere indeling deze heeft hersteld.")
    bron: Klantbeeldbron


class Beeldklantgroep(Uit):
    """De klantgroep nu, en hoe die zo kwam; de laatste indeling staat voorop."""

    nu: Klantgroep | None
    historie: list[Beeldindeling]


class Beeldplan(Uit):
    """Eén versie van een plan van aanpak."""

    id: UUID
    soort: PlanSoort
    status: Planstatus
    nr: int
    datum: date
    ondertekend_op: date | None
    evaluatiedatum: date | None
    doelen: list[Plandoel]
    verplichtingen: list[Planverplichting]
    bron: Klantbeeldbron


class Beeldplannen(Uit):
    """Het plan dat geldt, en de versie die nog ondertekend moet worden."""

    geldend: Beeldplan | None
    concept: Beeldplan | None


class Beeldleefgebied(Diagnosebevinding):
    """Wat er op een leefgebied is gevonden, volgens de laatste diagnose die erover gaat."""

    instrument: Instrument
    bron: Klantbeeldbron


class Beeldtermijn(Uit):
    """Een lopende termijn."""

    soort: str
    aard: str = Field(description="`wettelijk` of `beleid` (servicenorm).")
    einde: date = Field(description="De laatste dag.")
    regel: str
    grondslag: Grondslag
    onderwerp_id: UUID
    bron: Klantbeeldbron


class Beeldcontact(Uit):
    """Het laatste contact."""

    moment: datetime
    bron: Klantbeeldbron


class Beeldmaatregel(Uit):
    """Een maatregelzaak; `open` zolang er nog niets is bekendgemaakt."""

    gedraging: str
    gedraging_datum: date
    status: Zaakstatus
    open: bool
    bron: Klantbeeldbron


class Beeldbesluit(Uit):
    """Een besluit met zijn gevolg; bedragen in eurocenten."""

    soort: str
    dictum: str
    status: Besluitstatus
    onderwerp_id: UUID
    van: date | None = Field(description="Eerste dag van de verlaging.")
    tot: date | None = Field(description="Eerste dag zonder verlaging.")
    totaal: int | None
    verzonden_op: date | None
    bezwaar_tot_en_met: date | None
    vervangen_door: UUID | None = Field(
        description="Het besluit dat in de plaats kwam; dan geldt dit besluit niet meer."
    )
    bron: Klantbeeldbron


class Beeldafspraak(Uit):
    """De eerstvolgende afspraak."""

    soort: AfspraakSoort
    begint: datetime
    locatie: str
    medewerker: Beeldmedewerker | None
    bron: Klantbeeldbron


class Beeldontheffing(Uit):
    """Een ontheffing die vandaag loopt."""

    soort: Ontheffingsoort
    plichten: list[Onthevenplicht]
    van: date
    tot: date | None
    bron: Klantbeeldbron


class Beeldverplichting(Uit):
    """Een extra verplichting die vandaag geldt."""

    soort: Nadereplicht
    inhoud: str
    van: date
    tot: date | None
    bron: Klantbeeldbron


class Beeldmarkering(Uit):
    """De markering niet-willer."""

    sinds: date
    reden: str
    bron: Klantbeeldbron


class Klantbeeld(Uit):
    """Alles over één klant in één keer."""

    peilmoment: datetime
    volgnr: int = Field(description="Nummer van de laatste gebeurtenis in het dossier.")
    persoon: Beeldpersoon
    partner: Beeldpartner | None
    klantgroep: Beeldklantgroep
    plan: Beeldplannen
    leefgebieden: list[Beeldleefgebied] = Field(description="Leeg voor wie geen diagnoses mag lezen.")
    termijnen: list[Beeldtermijn]
    taken: list[Taak] = Field(description="Open taken, voor welke rol ook.")
    laatste_contact: Beeldcontact | None
    maatregelen: list[Beeldmaatregel]
    besluiten: list[Beeldbesluit]
    volgende_afspraak: Beeldafspraak | None
    ontheffingen: list[Beeldontheffing] = Field(description="Leeg voor wie ze niet mag lezen.")
    nadere_verplichtingen: list[Beeldverplichting] = Field(description="Leeg voor wie ze niet mag lezen.")
    niet_willer: Beeldmarkering | None = Field(description="Leeg voor wie haar niet mag lezen.")


def bron(soort: str, nummer: UUID, datum: Any) -> Klantbeeldbron:
    """Name a source."""
    return Klantbeeldbron(soort=soort, id=nummer, datum=datum)
