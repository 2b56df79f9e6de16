"""The rules of groepsactiviteiten: form, length, size, rhythm and steps; the figures are policy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from pydantic import BaseModel, ConfigDict

from app.domain.beleid.model import Waarde
from app.domain.groep.beleid import Groepsregels, Stap
from app.domain.groep.soorten import Groepsoort, Momentvorm
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import Grondslag, productenboek
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Feit, Toets
from app.domain.kern.werkdagen import tel_werkdagen

_GEDRAG = productenboek("3.3")
_WEEK = timedelta(days=7)
_MAANDEN_PER_JAAR = 12


class DeelnameFeiten(BaseModel):
    """Who wants to take part: how full the group is, and what was done before.

    ``kennismaking_gevoerd`` None: not known, such as for a klant without a kick-off.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    deelnemers: int
    gedragsafspraken: bool
    kennismaking_gevoerd: bool | None = None


class Doelen(BaseModel):
    """The last day of a group, and the day on which its goal must be reached."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    einde: date | None
    doeldatum: date | None


def toets_vorm(vorm: Momentvorm, regels: Waarde[Groepsregels]) -> Toets:
    """Test that a moment has a form in which this kind is delivered now (DEV-DIG-029)."""
    mogelijk = tuple(v.value for v in regels.waarde.vormen)
    zin = f"Dit kan nu in de vorm: {', '.join(mogelijk)}."
    return maak_toets("vorm_mogelijk", vorm in regels.waarde.vormen, regels.grondslag, {"vorm": vorm}, zin)


def toets_duur(vorm: Momentvorm, minuten: int, regels: Waarde[Groepsregels]) -> Toets:
    """Test the length of an online moment; the bounds are inclusive (DEV-DIG-028, DEV-DIG-037)."""
    kort, lang = regels.waarde.online_minuten_min, regels.waarde.online_minuten_max
    past = vorm is Momentvorm.FYSIEK or ((kort or 0) <= minuten and (lang is None or minuten <= lang))
    zin = f"Online duurt dit {kort or 0} tot {lang} minuten." if lang else "Voor de duur is er geen grens."
    return maak_toets("duur_moment", past, regels.grondslag, {"vorm": vorm, "minuten": minuten}, zin)


def toets_plaats(feiten: DeelnameFeiten, regels: Waarde[Groepsregels]) -> Toets:
    """Test that there is room for one more (DEV-DIG-028, DEV-DIG-031, DEV-DIG-035)."""
    hoogstens = regels.waarde.deelnemers_max
    zin = f"Een groep heeft hoogstens {hoogstens} deelnemers." if hoogstens else "Voor de groep is er geen grens."
    past = hoogstens is None or feiten.deelnemers < hoogstens
    return maak_toets("plaats_in_groep", past, regels.grondslag, {"deelnemers": feiten.deelnemers}, zin)


def toets_gedragsafspraken(feiten: DeelnameFeiten, vormen: Sequence[Momentvorm]) -> Toets:
    """Test that who takes part online committed to the rules of conduct (DEV-DIG-027)."""
    nodig = Momentvorm.FYSIEK not in vormen
    zin = "Wie online meedoet, zegt toe zich aan de gedragsafspraken te houden."
    in_orde = feiten.gedragsafspraken or not nodig
    return maak_toets("gedragsafspraken_toegezegd", in_orde, _GEDRAG, {"toegezegd": feiten.gedragsafspraken}, zin)


def toets_kennismaking(feiten: DeelnameFeiten, regels: Waarde[Groepsregels]) -> Toets:
    """Test that the individual kennismaking after the kick-off was held before the group starts (DEV-DIG-034)."""
    gevoerd = feiten.kennismaking_gevoerd if regels.waarde.kennismaking_vooraf else True
    zin = "Na de online kick-off is er eerst een individuele kennismaking; daarna start de groep."
    gezien: dict[str, Feit] = {"gevoerd": feiten.kennismaking_gevoerd}
    return maak_toets("kennismaking_gevoerd", gevoerd, regels.grondslag, gezien, zin)


def toetsen_deelname(feiten: DeelnameFeiten, regels: Waarde[Groepsregels]) -> tuple[Toets, ...]:
    """Test whether a klant can join."""
    gedrag = toets_gedragsafspraken(feiten, regels.waarde.vormen)
    return toets_plaats(feiten, regels), gedrag, toets_kennismaking(feiten, regels)


def toets_ritme(momenten: Iterable[date], maandag: date, regels: Waarde[Groepsregels]) -> Toets:
    """Test that a week has enough moments; a signal only (DEV-DIG-031, DEV-DIG-037)."""
    nodig = regels.waarde.per_week or 0
    aantal = sum(maandag <= dag < maandag + _WEEK for dag in momenten)
    zin = f"In de week van {maandag:%d-%m-%Y} zijn {aantal} momenten gepland; het zijn er ten minste {nodig}."
    return maak_toets("ritme_per_week", aantal >= nodig, regels.grondslag, {"week": maandag, "aantal": aantal}, zin)


def toets_onderdelen(gedaan: Sequence[str], regels: Waarde[Groepsregels]) -> Toets:
    """Test that every part of the programme was done; what is missing is a signal only (DEV-DIG-033)."""
    mist = tuple(deel for deel in regels.waarde.onderdelen if deel not in gedaan)
    zin = "Alle onderdelen van het programma zijn aan de orde geweest."
    return maak_toets("onderdelen_behandeld", not mist, regels.grondslag, {"ontbreekt": mist}, zin)


def stap_met_code(code: str, regels: Groepsregels) -> Stap | None:
    """Find a step of the programme (DEV-DIG-035)."""
    return next((stap for stap in regels.stappen if stap.code == code), None)


def toets_stap(stap: Stap, resultaat: str | None, grondslag: Grondslag) -> Toets:
    """Test that a finished assignment has its result (DEV-DIG-035)."""
    in_orde = bool(resultaat) or not stap.resultaat
    zin = "Bij deze opdracht hoort het resultaat, bijvoorbeeld uit de werkmap."
    return maak_toets("resultaat_bij_opdracht", in_orde, grondslag, {"stap": stap.code}, zin)


def programma_minuten(regels: Groepsregels) -> tuple[int, int]:
    """Return the shortest and longest length of the whole programme (DEV-DIG-035)."""
    return sum(s.minuten_min for s in regels.stappen), sum(s.minuten_max for s in regels.stappen)


def doelen(start: date, regels: Groepsregels) -> Doelen:
    """Return the end of a group and the day of its goal (DEV-DIG-031, DEV-DIG-037)."""
    looptijd, jaren = regels.looptijd_maanden, regels.einddoel_jaren
    return Doelen(
        einde=plus_maanden(start, looptijd) if looptijd else None,
        doeldatum=plus_maanden(start, jaren * _MAANDEN_PER_JAAR) if jaren else None,
    )


def taak_individuele_begeleiding(soort: Groepsoort, vandaag: date, werkdagen: int) -> TaakVoorstel:
    """Return the task to guide somebody individually who was removed from a group (DEV-DIG-027)."""
    return TaakVoorstel(
        soort="individuele_begeleiding_plannen",
        wat="Maak een plan voor intensieve individuele begeleiding; workshops blijven individueel te volgen.",
        waarom=f"De kandidaat is uit de groep ({soort.replace('_', ' ')}) verwijderd.",
        rol=Rol.WERKCONSULENT,
        grondslag=_GEDRAG,
        uiterste=tel_werkdagen(vandaag, werkdagen),
    )
