"""Whether a moment in the agenda can be taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.agenda.beleid import AgendaBeleid, Gespreksduur
from app.domain.agenda.soorten import AgendaSoort, Gesprekskanaal
from app.domain.agenda.tijd import Blok, Venster, botst
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import Grondslag, productenboek
from app.domain.kern.toets import Feit, Toets

_PLANNEN = productenboek("2.2.1")
_RUIMTEN = productenboek("2.2.3")


@dataclass(frozen=True)
class Gespreksregel:
    """How long one kind of conversation lasts and what stays free around it; ``code`` ends the names of its toetsen."""

    soort: AgendaSoort
    duur: Gespreksduur
    grondslag: Grondslag

    @property
    def naam(self) -> str:
        """The kind as it is written in a sentence."""
        return self.soort.value.replace("_", " ")

    @property
    def code(self) -> str:
        """End of the names of the toetsen."""
        return "screening" if self.soort is AgendaSoort.SCREENINGSGESPREK else self.soort.value


def regel_van_beleid(soort: AgendaSoort, beleid: AgendaBeleid) -> Gespreksregel:
    """Return the rule of a kind whose length stands in the policy of the agenda (DEV-AAN-003)."""
    if soort is AgendaSoort.AFSPRAAK_INKOMEN:
        return Gespreksregel(soort, beleid.inkomen_duur.waarde, beleid.inkomen_duur.grondslag)
    return Gespreksregel(soort, beleid.gesprekken.waarde[soort], beleid.gesprekken.grondslag)


def kies_kanaal(
    soort: AgendaSoort, gevraagd: Gesprekskanaal | None, kan_videobellen: bool | None, beleid: AgendaBeleid
) -> Gesprekskanaal:
    """Return the channel: what is asked for, else the policy's; without means for a video call the other (DEV-DIG-006).

    Not knowing whether the klant can make a video call leaves the policy's channel.
    """
    kanaal = gevraagd or beleid.kanaal_standaard.waarde.get(soort, Gesprekskanaal.FYSIEK)
    if gevraagd is None and kanaal is Gesprekskanaal.VIDEOBELLEN and kan_videobellen is False:
        return beleid.kanaal_anders.waarde
    return kanaal


def toets_kanaal(soort: AgendaSoort, kanaal: Gesprekskanaal, reden: str | None, beleid: AgendaBeleid) -> Toets:
    """Test that a channel that is kept to a minimum now is chosen for a reason (DEV-DIG-503, DEV-DIG-506)."""
    norm = beleid.kanaal_ontraden
    ontraden = kanaal in norm.waarde.get(soort, ())
    zin = f"Een {soort.replace('_', ' ')} is nu liever niet in de vorm {kanaal}; leg vast waarom het toch moet."
    gezien: dict[str, Feit] = {"kanaal": kanaal, "met_reden": bool(reden)}
    return maak_toets("kanaal_toegestaan", not ontraden or bool(reden), norm.grondslag, gezien, zin)


def toets_duur(minuten: int, regel: Gespreksregel) -> Toets:
    """Test that the conversation is not shorter or longer than the policy lets it be (DEV-SCR-002)."""
    duur = regel.duur
    in_orde = duur.minimum <= minuten <= duur.hoogstens
    zin = f"Een {regel.naam} duurt {duur.minimum} tot {duur.hoogstens} minuten."
    return maak_toets(f"duur_{regel.code}", in_orde, regel.grondslag, {"minuten": minuten}, zin)


def toets_vrij(blok: Blok, bezet: Iterable[Blok], regel: Gespreksregel) -> Toets:
    """Test that the employee is free, with the interval of both conversations around it (DEV-SCR-002, DEV-AAN-003)."""
    vrij = not any(botst(blok, ander) for ander in bezet)
    zin = f"De medewerker is vrij, met ten minste {blok.tussentijd} minuten tussen twee gesprekken."
    return maak_toets(f"tussentijd_{regel.code}", vrij, regel.grondslag, {"vrije_minuten": blok.tussentijd}, zin)


def toets_klant_vrij(blok: Blok, andere: Iterable[Blok]) -> Toets:
    """Test that the klant has nothing else at that moment; it is remarked and stops nothing."""
    kaal = Blok(blok.begin, blok.einde)
    vrij = not any(botst(kaal, Blok(ander.begin, ander.einde)) for ander in andere)
    return maak_toets("klant_vrij", vrij, _PLANNEN, {}, "De klant heeft op dit moment geen ander gesprek.")


def toets_werktijd(venster: Venster, werktijden: Sequence[Venster] | None) -> Toets:
    """Test that the employee works at that moment; without a rooster that is not known, and stops nothing."""
    binnen = None if werktijden is None else any(van <= venster[0] and venster[1] <= tot for van, tot in werktijden)
    zin = "De medewerker werkt op dit moment."
    return maak_toets("binnen_werktijd", binnen, _PLANNEN, {"rooster": werktijden is not None}, zin)


def toets_dagcapaciteit(aantal: int, hoogstens: int | None) -> Toets:
    """Test that the employee can have one more conversation on that day."""
    in_orde = hoogstens is None or aantal < hoogstens
    zin = f"De medewerker heeft op deze dag {aantal} gesprekken; het rooster staat er {hoogstens or 'meer'} toe."
    return maak_toets("dagcapaciteit", in_orde, _PLANNEN, {"gesprekken": aantal, "hoogstens": hoogstens}, zin)


def toets_ruimte(blok: Blok, bezet: Iterable[Blok]) -> Toets:
    """Test that the room is free; people may follow each other at once."""
    kaal = Blok(blok.begin, blok.einde, groep=blok.groep)
    vrij = not any(botst(kaal, Blok(ander.begin, ander.einde, groep=ander.groep)) for ander in bezet)
    return maak_toets("ruimte_vrij", vrij, _RUIMTEN, {}, "De ruimte is op dit moment vrij.")


def toets_zelfde_werk(van: frozenset[str], naar: frozenset[str], grondslag: Grondslag) -> Toets:
    """Test that a colleague has a role of who is replaced."""
    return maak_toets("zelfde_werk", bool(van & naar), grondslag, {}, "De collega doet hetzelfde werk.")


def toets_plaatsen(personen: int, capaciteit: int) -> Toets:
    """Test that everybody fits in the room."""
    zin = f"In de ruimte is plaats voor {capaciteit} personen."
    return maak_toets("plaats_in_ruimte", personen <= capaciteit, _RUIMTEN, {"personen": personen}, zin)
