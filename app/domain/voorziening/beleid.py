"""The policy of the voorzieningen: for whom, how long, how much, and what must be judged, as dated data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.domain.beleid.model import Beleid, Herkomst, Waarde
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.klantgroep import Klantgroep
from app.domain.voorziening.oordeel import Niveau, Oordeel
from app.domain.voorziening.veld import Gegevenveld

Aantal = Annotated[int, Field(ge=1)]
Leeftijd = Annotated[int, Field(ge=0, le=120)]
Uren = Annotated[Decimal, Field(gt=0, le=60)]
Cent = Annotated[int, Field(ge=0)]


class Limiet(StrEnum):
    """The limits of a voorziening; each is a field, or a pair of fields, of the ``Voorzieningregel``."""

    GELDIGHEID = "geldigheid"
    KLANTGROEPEN = "klantgroepen"
    DOELGROEPEN = "doelgroepen"
    LEEFTIJD = "leeftijd"
    DUUR = "duur"
    UREN = "uren"
    LOON = "loon"
    KOSTEN = "kosten"
    FREQUENTIE = "frequentie"
    CUMULATIE = "cumulatie"
    VERDRINGING = "verdringing"
    VERPLICHT = "verplicht"
    NADERE_REGELS = "nadere_regels"


class Limietbron(BaseModel):
    """On what a limit rests, who may set it, and whether a decision of the municipality is known.

    ``afwijking`` names the field whose reason sets the limit aside in a special case (DEV-SCH-908).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    grondslag: Grondslag
    niveau: Niveau = Niveau.VERORDENING
    herkomst: Herkomst = Herkomst.VASTGESTELD
    regel: str | None = None
    afwijking: str | None = None


class Frequentie(BaseModel):
    """At most ``aantal`` in each period of ``periode_jaren``, counted from start to start."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    aantal: Aantal
    periode_jaren: Aantal


class Overeenkomstveld(BaseModel):
    """What the agreement about a voorziening must hold."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    naam: str
    grondslag: Grondslag


class Voorzieningregel(BaseModel):
    """One voorziening and its conditions; a limit that is not filled in does not exist.

    Ages in years (``leeftijd_tot`` exclusive), terms in calendar months, hours per week, ``kosten_max`` in eurocents.
    Above it ``eigen_deel`` leaves the rest to the klant; without, more is refused. ``nadere_regels`` is False while the
    college still has to make them (DEV-ORG-903). ``bronnen`` gives a limit its own article; the others rest on
    ``grondslag`` and ``niveau``. ``maatwerk`` asks the questions that go with every offer; ``voorstellen`` proposes it
    by default to a klantgroep that it is bound to. Before ``geldt_van`` it does not exist.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    naam: str
    geldt_van: date | None = None
    klantgroepen: tuple[Klantgroep, ...] | None = None
    doelgroepen: tuple[str, ...] | None = None
    leeftijd_van: Leeftijd | None = None
    leeftijd_tot: Leeftijd | None = None
    max_duur_maanden: Aantal | None = None
    verlenging_maanden: Aantal | None = None
    duur_weken_min: Aantal | None = None
    duur_weken_max: Aantal | None = None
    max_totaal_maanden: Aantal | None = None
    uren_min: Uren | None = None
    uren_max: Uren | None = None
    kosten_max: Cent | None = None
    eigen_deel: bool = False
    kostensoorten: tuple[str, ...] = ()
    loon_toegestaan: bool = True
    frequentie: Frequentie | None = None
    cumulatie_uitgesloten: tuple[str, ...] = ()
    verdringingstoets: bool = False
    nadere_regels: bool = True
    maatwerk: bool = True
    voorstellen: bool = True
    oordelen: tuple[Oordeel, ...] = ()
    velden: tuple[Gegevenveld, ...] = ()
    overeenkomst: tuple[Overeenkomstveld, ...] = ()
    verplicht: tuple[str, ...] = ()
    toelichting: str | None = None
    grondslag: Grondslag
    niveau: Niveau = Niveau.VERORDENING
    bronnen: Mapping[Limiet, Limietbron] = {}

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        paren = ((self.leeftijd_van, self.leeftijd_tot), (self.uren_min, self.uren_max))
        if any(laag is not None and hoog is not None and laag > hoog for laag, hoog in paren):
            raise ValueError(f"{self.code}: een ondergrens ligt boven de bovengrens")
        if self.verlenging_maanden is not None and self.max_duur_maanden is None:
            raise ValueError(f"{self.code}: een verlenging zonder maximale duur")
        if len({oordeel.code for oordeel in self.oordelen}) != len(self.oordelen):
            raise ValueError(f"{self.code}: twee oordelen met dezelfde code")
        return self

    def bron(self, limiet: Limiet) -> Limietbron:
        """Return on what a limit rests."""
        eigen = self.bronnen.get(limiet)
        return eigen or Limietbron(grondslag=self.grondslag, niveau=self.niveau)

    @property
    def in_te_vullen(self) -> frozenset[str]:
        """What a toekenning can hold about it: its fields, and what must be recorded."""
        return frozenset(code for veld in self.velden for code in veld.codes) | frozenset(self.verplicht)

    def limieten(self) -> Iterator[Limiet]:
        """Yield the limits that this voorziening has."""
        gevuld = {
            Limiet.GELDIGHEID: self.geldt_van is not None,
            Limiet.KLANTGROEPEN: self.klantgroepen is not None,
            Limiet.DOELGROEPEN: self.doelgroepen is not None,
            Limiet.LEEFTIJD: self.leeftijd_van is not None or self.leeftijd_tot is not None,
            Limiet.DUUR: self.max_duur_maanden is not None or self.max_totaal_maanden is not None,
            Limiet.UREN: self.uren_min is not None or self.uren_max is not None,
            Limiet.LOON: not self.loon_toegestaan,
            Limiet.KOSTEN: self.kosten_max is not None,
            Limiet.FREQUENTIE: self.frequentie is not None,
            Limiet.CUMULATIE: bool(self.cumulatie_uitgesloten),
            Limiet.VERDRINGING: self.verdringingstoets,
            Limiet.VERPLICHT: bool(self.verplicht),
            Limiet.NADERE_REGELS: not self.nadere_regels,
        }
        return (limiet for limiet, heeft in gevuld.items() if heeft)


class Participatieplaatstermijnen(BaseModel):
    """The terms of article 10a of the law, in months from the first day; ``premie`` comes back each time."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    scholing: Aantal
    premie: Aantal
    beoordelen: Aantal
    stoppen: Aantal


_EERDER_NIETS: dict[str, Any] = {
    "grondslag": {"regeling": "Re-integratieverordening Participatiewet 2021", "artikel": "2"},
    "toelichting": "Bestond nog niet bij dit besluit.",
}


class VoorzieningBeleid(Beleid):
    """The voorzieningen of a municipality (DEV-KGR-905, DEV-ORG-902).

    ``algemene_oordelen`` go with every voorziening that is maatwerk (DEV-VRZ-902 to DEV-VRZ-904), and
    ``verdringingsvragen`` with every one that must not displace others (DEV-VRZ-915).
    ``uren_samen_max`` is the most that voorzieningen beside each other take in a week.
    """

    soort: ClassVar[str] = "voorziening"
    later_toegevoegd: ClassVar[Mapping[str, Any]] = {
        "algemene_oordelen": {"waarde": (), **_EERDER_NIETS},
        "verdringingsvragen": {"waarde": (), **_EERDER_NIETS},
        "zorg_kind_tot_leeftijd": {"waarde": 5, **_EERDER_NIETS},
        "participatieplaats": {
            "waarde": {"scholing": 6, "premie": 6, "beoordelen": 9, "stoppen": 12},
            **_EERDER_NIETS,
        },
        "uren_samen_max": {"waarde": 60, **_EERDER_NIETS},
        "bezwaartermijn_weken": {"waarde": 6, "grondslag": {"regeling": "Awb", "artikel": "6:7"}},
    }

    bezwaartermijn_weken: Waarde[Aantal]
    uren_samen_max: Waarde[Uren]

    voorzieningen: Waarde[tuple[Voorzieningregel, ...]]
    algemene_oordelen: Waarde[tuple[Oordeel, ...]]
    verdringingsvragen: Waarde[tuple[Oordeel, ...]]
    zorg_kind_tot_leeftijd: Waarde[Leeftijd]
    participatieplaats: Waarde[Participatieplaatstermijnen]

    def regel(self, code: str) -> Voorzieningregel | None:
        """Return the voorziening with this code, if the municipality has it."""
        return next((regel for regel in self.voorzieningen.waarde if regel.code == code), None)

    def oordelen(self, regel: Voorzieningregel) -> tuple[Oordeel, ...]:
        """Return every question that may be asked about a voorziening, in the order of asking."""
        algemeen = self.algemene_oordelen.waarde if regel.maatwerk else ()
        if not regel.verdringingstoets:
            return (*regel.oordelen, *algemeen)
        bron = regel.bron(Limiet.VERDRINGING)
        eigen = {"grondslag": bron.grondslag, "niveau": bron.niveau}
        verdringing = (vraag.model_copy(update=eigen) for vraag in self.verdringingsvragen.waarde)
        return (*regel.oordelen, *verdringing, *algemeen)
