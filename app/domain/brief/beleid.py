"""The policy of letters: the letterhead, who signs, and every text in plain Dutch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar, Final, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.domain.beleid.model import Beleid, Waarde
from app.domain.brief.briefhoofd import Briefhoofd, Tekst
from app.domain.brief.documenten import Formeeldocument, Verzendeis
from app.domain.brief.tekst import controleer

ALTIJD: Final = frozenset({"gemeente", "afdeling", "telefoon", "website", "contactpersoon", "contacttelefoon"})
_GESPREK: Final = frozenset({"gesprek_dag", "gesprek_tijd", "gesprek_plaats"})
_GEDRAGING: Final = frozenset({"gedraging", "gedraging_dag"})
_PANDVERBOD: Final = frozenset({"pand", "pandverbod_van", "pandverbod_tot_en_met"})
BRIEFPLEKKEN: Final[Mapping[Formeeldocument, frozenset[str]]] = {
    Formeeldocument.UITNODIGING: ALTIJD | _GESPREK | _GEDRAGING,
    Formeeldocument.HERSTELTERMIJN: ALTIJD | _GESPREK | _GEDRAGING | {"eerder_gesprek_dag"},
    Formeeldocument.WEDERHOOR: ALTIJD | _GESPREK | _GEDRAGING | {"reageren_uiterlijk"},
    Formeeldocument.UITNODIGING_NA_MAATREGEL: ALTIJD | _GESPREK,
    Formeeldocument.WAARSCHUWING_LEIDINGGEVENDE: ALTIJD | _PANDVERBOD | {"wangedrag", "wangedrag_dag"},
    Formeeldocument.BRIEF_NIEUW_PLAN: ALTIJD | {"gesprek_dag", "evaluatie_dag"},
    Formeeldocument.SPELREGELS_VRIJWILLIGERSWERK: ALTIJD | {"plek"},
}
"""The letters with a text of their own, and what each may tell besides."""
BESLUITPLEKKEN: Final = ALTIJD | {"ingang", "totaal"}
OVEREENKOMSTPLEKKEN: Final = frozenset({"voorziening", "partij"})
BEZWAARPLEKKEN: Final = ALTIJD | {"bezwaar_weken", "bezwaar_tot_en_met", "kenmerk"}


class Rolnaam(StrEnum):
    """In whose name a letter is signed."""

    BESLUIT = "besluit"
    CONSULENT = "consulent"
    LEIDINGGEVENDE = "leidinggevende"


class _Bevroren(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Briefdeel(_Bevroren):
    """A part of a text under its heading."""

    kop: Tekst | None = None
    tekst: Tekst


class Brieftekst(_Bevroren):
    """The text of one letter, and in whose name it is signed."""

    onderwerp: Tekst
    delen: tuple[Briefdeel, ...] = Field(min_length=1)
    ondertekening: Rolnaam = Rolnaam.CONSULENT

    def teksten(self) -> Iterator[str]:
        """Yield every text in it."""
        yield self.onderwerp
        for deel in self.delen:
            yield deel.tekst


class Besluittekst(_Bevroren):
    """What a kind of besluit with a dictum is called, what it means, and what the klant can do now."""

    onderwerp: Tekst
    inleiding: Tekst
    vervolg: Briefdeel | None = None
    document: Formeeldocument = Formeeldocument.BESCHIKKING

    def teksten(self) -> Iterator[str]:
        """Yield every text in it."""
        yield from (self.onderwerp, self.inleiding)
        if self.vervolg is not None:
            yield self.vervolg.tekst


class Besluitkader(_Bevroren):
    """What every besluit says: headings, the table, and the text for who needs help.

    ``zonder`` names the regelingen that no letter cites (work instructions bind no klant), ``voluit`` the ones that
    are written in full, ``alleen_klant`` the kinds of besluit that do not concern the partner.
    """

    kop_reden: Tekst
    kop_bedragen: Tekst
    kop_regels: Tekst
    regels: Tekst
    tabel: Tekst
    kolommen: tuple[Tekst, Tekst, Tekst]
    kop_bijlage: Tekst
    bijlage: Tekst
    tabel_bijlage: Tekst
    kolommen_bijlage: tuple[Tekst, Tekst, Tekst]
    zonder: tuple[Tekst, ...] = ()
    voluit: Mapping[str, Tekst] = {}
    alleen_klant: tuple[Tekst, ...] = ()


class Overeenkomsttekst(_Bevroren):
    """The text of an agreement about a voorziening around what was agreed, and the line for each signature."""

    onderwerp: Tekst
    inleiding: Tekst
    kop_afspraken: Tekst
    kop_handtekeningen: Tekst
    handtekening: Tekst

    def teksten(self) -> Iterator[str]:
        """Yield every text in it."""
        yield from (self.onderwerp, self.inleiding, self.handtekening)


class Ondertekening(_Bevroren):
    """The closing of a letter; the name of who signs stands between ``groet`` and ``functie``."""

    groet: Tekst
    functie: Tekst
    namens: Tekst | None = None


class BriefBeleid(Beleid):
    """Every text is checked when the service starts: it may only tell what its letter knows."""

    soort: ClassVar[str] = "brief"

    briefhoofd: Waarde[Briefhoofd]
    aanhef: Waarde[Tekst]
    concept: Waarde[Tekst]
    ondertekening: Waarde[Mapping[Rolnaam, Ondertekening]]
    verzending: Waarde[Mapping[Formeeldocument, Verzendeis]]
    brieven: Waarde[Mapping[Formeeldocument, Brieftekst]]
    overeenkomst: Waarde[Overeenkomsttekst]
    besluitkader: Waarde[Besluitkader]
    besluiten: Waarde[Mapping[str, Mapping[str, Besluittekst]]]
    ander_besluit: Waarde[Besluittekst]
    bezwaar: Waarde[Briefdeel]
    beroep: Waarde[Briefdeel]
    hulp: Waarde[Briefdeel]

    @model_validator(mode="after")
    def _volledig(self) -> Self:
        paren = ((self.ondertekening, Rolnaam), (self.verzending, Formeeldocument), (self.brieven, BRIEFPLEKKEN))
        for gegeven, nodig in paren:
            if mist := sorted(str(soort) for soort in set(nodig) - set(gegeven.waarde)):
                raise ValueError(f"er ontbreekt iets voor {', '.join(mist)}")
        if vreemd := sorted(set(self.brieven.waarde) - set(BRIEFPLEKKEN)):
            raise ValueError(f"van {', '.join(vreemd)} maakt deze dienst geen brief")
        return self

    @model_validator(mode="after")
    def _teksten_kloppen(self) -> Self:
        controleer(self.aanhef.waarde, frozenset({"namen"}))
        controleer(self.bezwaar.waarde.tekst, BEZWAARPLEKKEN)
        controleer(self.beroep.waarde.tekst, BEZWAARPLEKKEN)
        controleer(self.hulp.waarde.tekst, ALTIJD)
        for tekst in self.overeenkomst.waarde.teksten():
            controleer(tekst, ALTIJD | OVEREENKOMSTPLEKKEN)
        for vast in (self.besluitkader.waarde.regels, self.besluitkader.waarde.bijlage):
            controleer(vast, frozenset())
        for soort, brief in self.brieven.waarde.items():
            for tekst in brief.teksten():
                controleer(tekst, BRIEFPLEKKEN.get(soort, ALTIJD))
        for besluit in (*(t for d in self.besluiten.waarde.values() for t in d.values()), self.ander_besluit.waarde):
            for tekst in besluit.teksten():
                controleer(tekst, BESLUITPLEKKEN)
        return self

    def besluittekst(self, soort: str, dictum: str) -> Besluittekst:
        """Return the text of a kind of besluit with a dictum; the general one when it has none of its own."""
        return self.besluiten.waarde.get(soort, {}).get(dictum, self.ander_besluit.waarde)
