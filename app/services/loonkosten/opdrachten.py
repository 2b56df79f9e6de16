"""What can be asked in the room loonkosten."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Final
from uuid import UUID

from pydantic import Field, StringConstraints

from app.db.besluit import Verzendwijze
from app.domain.loonkosten.doelgroep import LksVerzoeker, Vaststelwijze
from app.domain.loonkosten.formule import Loonwaarde
from app.domain.loonkosten.loonwaarde import Deel
from app.services.handeling import Opdracht, Wijziging

Naam = Annotated[str, StringConstraints(min_length=2, max_length=200)]
Zin = Annotated[str, StringConstraints(min_length=3, max_length=500)]
Tekst = Annotated[str, StringConstraints(min_length=10, max_length=4000)]
Weekuren = Annotated[Decimal, Field(gt=0, le=60, max_digits=4, decimal_places=2)]
TAKEN_PER_RAPPORT: Final = 20  # a bound on what is taken in, not policy: more than five is refused by the rules


class _Criteria(Opdracht):
    behoort_tot_doelgroep: bool | None = Field(
        default=None, description="Artikel 7, lid 1, onder a, of artikel 10d, lid 2, Participatiewet.", examples=[True]
    )
    niet_tot_minimumloon: bool | None = Field(
        default=None, description="Kan met een volledige baan niet het minimumloon verdienen.", examples=[True]
    )
    mogelijkheden: bool | None = Field(default=None, description="Heeft mogelijkheden om te werken.", examples=[True])


class LksDoelgroepzaakOpdracht(_Criteria):
    """Vaststellen of de klant tot de doelgroep loonkostensubsidie hoort. Wie een verzoek doet, staat erbij."""

    wijze: Vaststelwijze = Field(examples=["op_verzoek"])
    verzoeker: LksVerzoeker | None = Field(default=None, examples=["persoon"])
    datum: date | None = Field(default=None, description="De dag van het verzoek; standaard vandaag.")


class WijzigLksDoelgroepzaakOpdracht(Wijziging, _Criteria):
    """Aanvulling of correctie van de antwoorden; wat niet wordt genoemd, blijft."""


class LoonwaardetaakOpdracht(Opdracht):
    """Een hoofdtaak; alle vier de delen zijn percentages van de norm."""

    tijd: Deel = Field(description="Deel van de werkweek; alle taken samen 100.", examples=["100"])
    tempo: Deel = Field(examples=["80"])
    kwaliteit: Deel = Field(examples=["90"])
    netto_werktijd: Deel = Field(examples=["85"])
    minuten_per_dag: Annotated[int, Field(ge=1, le=1440)] = Field(examples=[240])


class _Rapport(Opdracht):
    methode: Naam | None = Field(default=None, examples=["Dariuz"])
    bedrijfsbezoek_op: date | None = Field(default=None, examples=["2026-03-20"])
    rapport: Naam | None = Field(default=None, description="Kenmerk van het schriftelijke rapport.")
    normfunctie: Naam | None = Field(default=None, examples=["magazijnmedewerker"])
    uren_per_week: Weekuren | None = Field(default=None, examples=["32"])
    individueel: bool | None = Field(default=None, description="De loonwaarde is voor deze klant zelf bepaald.")
    adviseur: Naam | None = Field(default=None, description="Wie van het werkbedrijf adviseerde: functie of kenmerk.")
    taken: Annotated[tuple[LoonwaardetaakOpdracht, ...], Field(max_length=TAKEN_PER_RAPPORT)] | None = None
    herbepalen_op: date | None = Field(
        default=None, description="Wanneer de loonwaarde, in overleg, opnieuw wordt bepaald (artikel 10d, lid 6)."
    )
    zienswijze_klant: Zin | None = None
    zienswijze_werkgever: Zin | None = None


class LoonwaardezaakOpdracht(_Rapport):
    """Een loonwaarde vaststellen. Wat nog ontbreekt, kan later; zonder bedrijfsbezoek komt er geen besluit."""

    geldt_vanaf: date = Field(description="De eerste dag waarvoor deze loonwaarde telt.", examples=["2026-04-01"])
    dienstverband_id: UUID | None = Field(default=None, description="Leeg zolang er nog geen dienstverband is.")
    corrigeert: UUID | None = Field(
        default=None, description="Het besluit over een loonwaarde dat dit rapport vervangt."
    )


class WijzigLoonwaardezaakOpdracht(Wijziging, _Rapport):
    """Aanvulling of correctie van het rapport; wat niet wordt genoemd, blijft."""

    geldt_vanaf: date | None = None
    dienstverband_id: UUID | None = None


class LoonkostenbesluitOpdracht(Opdracht):
    """Het besluit. De uitkomst volgt uit wat is vastgelegd; u motiveert haar."""

    motivering: Tekst = Field(examples=["Het rapport past bij wat wij op de werkplek zien."])


class LoonkostenzaakIntrekkingOpdracht(Opdracht):
    """Waarom de zaak niet doorgaat."""

    reden: Zin = Field(examples=["De klant trekt het verzoek in."])


class WerkgeverbekendmakingOpdracht(Opdracht):
    """Wanneer en hoe de beschikking naar de werkgever is gegaan."""

    verzonden_op: date = Field(examples=["2026-03-31"])
    wijze: Verzendwijze = Field(default=Verzendwijze.POST)


class PraktijkrouteOpdracht(Opdracht):
    """Een loonwaarde die op een werkplek is vastgesteld met een gevalideerde methode."""

    datum: date | None = Field(default=None, description="Standaard vandaag.")
    werkplek: Naam = Field(examples=["magazijn"])
    methode: Naam = Field(examples=["Dariuz"])
    loonwaarde: Loonwaarde = Field(description="In hele procenten.", examples=[65])


class PraktijkrouteInschrijvingOpdracht(Opdracht):
    """De inschrijving in het doelgroepregister."""

    ingeschreven_op: date | None = Field(default=None, description="Standaard vandaag.")


class PraktijkrouteIntrekkingOpdracht(Opdracht):
    """Deze vaststelling klopte niet."""

    reden: Zin = Field(examples=["De meting was van een andere klant."])


class LoonkostenforfaitOpdracht(Opdracht):
    """Vaststellen dat de loonwaarde eerst achterwege kan blijven, in overleg met de werkgever."""

    dienstverband_id: UUID
    overlegd_op: date = Field(description="Wanneer u dit met de werkgever overlegde.", examples=["2026-03-30"])
    tot: date | None = Field(
        default=None, description="De eerste dag zonder forfait; standaard zes maanden na de eerste werkdag."
    )


class LoonkostenforfaitIntrekkingOpdracht(Opdracht):
    """Waarom dit forfait niet klopt."""

    reden: Zin = Field(examples=["De loonwaarde was al bekend."])


class LksHerberekeningOpdracht(Opdracht):
    """Opnieuw berekenen na andere uren, een andere loonwaarde of het einde van de baan."""

    motivering: Tekst = Field(examples=["De werknemer werkt sinds 1 oktober minder uren."])


class LksJaarrondeOpdracht(Opdracht):
    """De jaarlijkse vaststelling per 1 januari van alle lopende loonkostensubsidies (artikel 10d, lid 7)."""

    jaar: Annotated[int, Field(ge=2021, le=2100)] = Field(examples=[2026])
