"""The thirteen steps: fixed actor and order, each with parts to tick off (DEV-AAN-014)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from pydantic import BaseModel, ConfigDict

from app.domain.aanvraag.soorten import Actorsoort, Stapdaad, Stapstand
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.toets import Toets

WERKPROCES = productenboek("2.2.2")
_BESLUIT = 10


class _Bevroren(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Stap(_Bevroren):
    """One step; ``delen`` are the codes to tick off, ``vanzelf`` those that only another handling ticks off."""

    nr: int
    actor: Actorsoort
    wat: str
    delen: tuple[str, ...]
    vanzelf: frozenset[str] = frozenset()
    optioneel: bool = False


class Stapregel(_Bevroren):
    """What was recorded of a step, in the order of recording."""

    nr: int
    soort: Stapdaad
    delen: tuple[str, ...] = ()
    datum: date
    reden: str | None = None


class Stapbeeld(_Bevroren):
    """Where a step stands: what was ticked off, on which day it was done or skipped, and why it was skipped."""

    stap: Stap
    stand: Stapstand
    gedaan: tuple[str, ...] = ()
    datum: date | None = None
    reden: str | None = None

    @property
    def af(self) -> bool:
        """Tell whether this step holds up no later one."""
        return self.stand in (Stapstand.GEZET, Stapstand.OVERGESLAGEN)


def _stap(nr: int, actor: Actorsoort, wat: str, delen: str, *, vanzelf: str = "", optioneel: bool = False) -> Stap:
    return Stap(
        nr=nr, actor=actor, wat=wat, delen=tuple(delen.split()), vanzelf=frozenset(vanzelf.split()), optioneel=optioneel
    )


STAPPEN: tuple[Stap, ...] = (
    _stap(1, Actorsoort.KLANT, "Melding, en eventueel de aanvraag", "melding_gedaan", vanzelf="melding_gedaan"),
    _stap(
        2,
        Actorsoort.RECEPTIE,
        "Screenen op leeftijd, afspraak maken, klant en werkproces aanmaken",
        "leeftijd_gescreend werkproces_aangemaakt afspraak_gemaakt klant_in_gws formulier_in_zaak",
        vanzelf="leeftijd_gescreend werkproces_aangemaakt",
    ),
    _stap(
        3,
        Actorsoort.IC,
        "Screeningsgesprek, rapportage, vervolgwerkproces en zo nodig een voorschot",
        "screening_gehouden gerapporteerd vervolgwerkproces_aangemaakt voorschot_beoordeeld",
        vanzelf="vervolgwerkproces_aangemaakt",
    ),
    _stap(
        4,
        Actorsoort.RECEPTIE,
        "Werkproces op naam van een inkomensconsulent zetten",
        "consulent_toegewezen",
        vanzelf="consulent_toegewezen",
    ),
    _stap(5, Actorsoort.KLANT, "Stukken inleveren of aanvullen", "stukken_ingeleverd", optioneel=True),
    _stap(6, Actorsoort.IC, "Afspraak met de klant voor toelichting", "toelichting_gekregen", optioneel=True),
    _stap(7, Actorsoort.SCANSTRAAT_OF_IC, "Stukken toevoegen aan de zaak", "stukken_toegevoegd"),
    _stap(
        8,
        Actorsoort.IC,
        "Inlevertermijn bewaken en volledigheid controleren",
        "inlevertermijn_bewaakt volledigheid_gecontroleerd",
    ),
    _stap(9, Actorsoort.SR, "Screening op fraudesignalen", "sr_gescreend", vanzelf="sr_gescreend"),
    _stap(
        10,
        Actorsoort.IC,
        "Recht onderzoeken, rapporteren en beschikking maken",
        "gerapporteerd recht_onderzocht beschikking_gemaakt",
        vanzelf="gerapporteerd recht_onderzocht beschikking_gemaakt",
    ),
    _stap(11, Actorsoort.FIATTEUR, "Besluit toetsen en verzenden", "getoetst verzonden", vanzelf="getoetst verzonden"),
    _stap(12, Actorsoort.ADMINISTRATIE, "Advies uitvoeren", "uitgevoerd"),
    _stap(
        13,
        Actorsoort.IC,
        "Dossier overdragen aan een andere inkomensconsulent",
        "overgedragen",
        vanzelf="overgedragen",
        optioneel=True,
    ),
)
PER_NR: Mapping[int, Stap] = {stap.nr: stap for stap in STAPPEN}


def stappenbeeld(regels: Iterable[Stapregel]) -> tuple[Stapbeeld, ...]:
    """Return where each step stands, in order; taking up a step again opens what came after it as well."""
    per_stap: dict[int, list[Stapregel]] = {stap.nr: [] for stap in STAPPEN}
    for regel in regels:
        if regel.soort is Stapdaad.HEROPEND:
            for nr in range(regel.nr, len(STAPPEN) + 1):
                per_stap[nr].clear()
        else:
            per_stap[regel.nr].append(regel)
    return tuple(_beeld(stap, per_stap[stap.nr]) for stap in STAPPEN)


def _beeld(stap: Stap, regels: list[Stapregel]) -> Stapbeeld:
    gedaan = tuple(dict.fromkeys(deel for regel in regels for deel in regel.delen))
    laatste = regels[-1] if regels else None
    if laatste is not None and laatste.soort is Stapdaad.OVERGESLAGEN:
        return Stapbeeld(stap=stap, stand=Stapstand.OVERGESLAGEN, datum=laatste.datum, reden=laatste.reden)
    if laatste is not None and set(stap.delen) <= set(gedaan):
        datum = max(regel.datum for regel in regels)
        return Stapbeeld(stap=stap, stand=Stapstand.GEZET, gedaan=gedaan, datum=datum, reden=laatste.reden)
    return Stapbeeld(stap=stap, stand=Stapstand.BEZIG if gedaan else Stapstand.OPEN, gedaan=gedaan)


def huidige_stap(beelden: Iterable[Stapbeeld]) -> Stap | None:
    """Return the step whose turn it is; None when all were done or skipped.

    Once there is a besluit (step 10), earlier steps that it could do without hold nothing up.
    """
    alle = tuple(beelden)
    vanaf = _BESLUIT if any(beeld.stap.nr == _BESLUIT and beeld.af for beeld in alle) else 1
    return next((beeld.stap for beeld in alle if beeld.stap.nr >= vanaf and not beeld.af), None)


def toets_aan_de_beurt(nr: int, beelden: Iterable[Stapbeeld]) -> Toets:
    """Ask that every earlier step was done or skipped: the order is fixed (DEV-AAN-014)."""
    wachten = tuple(str(beeld.stap.nr) for beeld in beelden if beeld.stap.nr < nr and not beeld.af)
    zin = f"Stap {nr} is aan de beurt: elke eerdere stap is gezet of met een reden overgeslagen."
    if wachten:
        zin = f"Stap {nr} kan pas na stap {', '.join(wachten)}; zet die eerst, of sla een optionele stap over."
    return maak_toets("stap_aan_de_beurt", not wachten, WERKPROCES, {"stap": nr, "wacht_op": wachten}, zin)


def toets_overslaan(nr: int) -> Toets:
    """Ask that a step that is skipped is an optional one (DEV-AAN-014)."""
    optioneel = PER_NR[nr].optioneel
    mogelijk = ", ".join(str(stap.nr) for stap in STAPPEN if stap.optioneel)
    zin = f"Alleen de stappen {mogelijk} mogen worden overgeslagen."
    return maak_toets("stap_optioneel", optioneel, WERKPROCES, {"stap": nr}, zin)


def vreemde_delen(nr: int, delen: Iterable[str]) -> tuple[str, ...]:
    """Return the parts that cannot be ticked off by hand in this step, in the order given."""
    stap = PER_NR[nr]
    return tuple(deel for deel in delen if deel not in stap.delen or deel in stap.vanzelf)
