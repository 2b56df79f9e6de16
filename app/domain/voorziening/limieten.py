"""Conditions on what is asked for: term, hours, wage, costs, what must be recorded, and nadere regels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from app.domain.kern.datum import datum_voluit
from app.domain.kern.geld import euro
from app.domain.kern.maanden import plus_maanden
from app.domain.voorziening.beleid import Voorzieningregel
from app.domain.voorziening.feiten import VoorzieningFeiten
from app.domain.voorziening.voorwaarde import Verhaal, Voorwaarde


def toegestane_maanden(regel: Voorzieningregel, verlenging: bool) -> int | None:
    """Return how many months the voorziening may last, with the extension when that is asked for; None has no limit."""
    duur = regel.max_duur_maanden
    if duur is not None and verlenging:
        duur += regel.verlenging_maanden or 0
    grenzen = [grens for grens in (duur, regel.max_totaal_maanden) if grens is not None]
    return min(grenzen, default=None)


def uiterste_einde(regel: Voorzieningregel, feiten: VoorzieningFeiten) -> date | None:
    """Return the last day that the term allows, None without a term or a first day."""
    maanden = toegestane_maanden(regel, feiten.verlenging)
    if maanden is None or feiten.begin is None:
        return None
    return plus_maanden(feiten.begin, maanden) - timedelta(days=1)


@dataclass(frozen=True)
class AlInWerking(Voorwaarde):
    """The voorziening exists on the first day."""

    naam: str
    van: date

    def voldaan(self, feiten: VoorzieningFeiten) -> bool | None:
        """Tell whether it does; open without a first day."""
        return None if feiten.begin is None else feiten.begin >= self.van

    def vertel(self, feiten: VoorzieningFeiten) -> Verhaal:
        """Say from which day it exists."""
        vanaf = f"{self.naam} bestaat vanaf {datum_voluit(self.van)}"
        return Verhaal(
            f"{vanaf}.",
            f"{vanaf}: kies een latere eerste dag, of iets anders.",
            f"{vanaf}: geef de eerste dag.",
            {"begin": feiten.begin, "geldt_van": self.van},
        )


@dataclass(frozen=True)
class BinnenDuur(Voorwaarde):
    """The last day is not later than the longest term allows: first day + months - 1 day."""

    voorziening: Voorzieningregel

    def kan_falen(self, feiten: VoorzieningFeiten) -> bool:
        """Tell whether a last day is asked for."""
        return feiten.einde is not None

    def voldaan(self, feiten: VoorzieningFeiten) -> bool | None:
        """Tell whether it is; open without a first or a last day."""
        uiterlijk = uiterste_einde(self.voorziening, feiten)
        return None if uiterlijk is None or feiten.einde is None else feiten.einde <= uiterlijk

    def vertel(self, feiten: VoorzieningFeiten) -> Verhaal:
        """Say what the last day may be."""
        uiterlijk = uiterste_einde(self.voorziening, feiten)
        maanden = toegestane_maanden(self.voorziening, feiten.verlenging)
        duur = f"{self.voorziening.naam} duurt hoogstens {maanden} {'maand' if maanden == 1 else 'maanden'}"
        if feiten.verlenging:
            duur += " met de verlenging" if self.voorziening.verlenging_maanden else ", en verlengen kan niet"
        dag = "" if uiterlijk is None else f": kies een laatste dag tot en met {datum_voluit(uiterlijk)}"
        return Verhaal(
            f"{duur}, en daar blijft het einde binnen.",
            f"{duur}{dag}.",
            f"{duur}{dag or ': geef de eerste en de laatste dag'}.",
            {"begin": feiten.begin, "einde": feiten.einde, "uiterste_einde": uiterlijk, "maanden": maanden},
        )


@dataclass(frozen=True)
class BinnenUren(Voorwaarde):
    """The hours per week lie between the least and the most, both inclusive."""

    minimum: Decimal | None
    maximum: Decimal | None

    def kan_falen(self, feiten: VoorzieningFeiten) -> bool:
        """Tell whether hours are asked for."""
        return feiten.uren is not None

    def voldaan(self, feiten: VoorzieningFeiten) -> bool | None:
        """Tell whether they do; open without hours."""
        uren = feiten.uren
        if uren is None:
            return None
        return (self.minimum is None or uren >= self.minimum) and (self.maximum is None or uren <= self.maximum)

    def vertel(self, feiten: VoorzieningFeiten) -> Verhaal:
        """Say how many hours."""
        delen = [f"ten minste {uren_voluit(self.minimum)}"] if self.minimum is not None else []
        delen += [f"hoogstens {uren_voluit(self.maximum)}"] if self.maximum is not None else []
        hoeveel = f"{' en '.join(delen)} uur per week"
        return Verhaal(
            f"Het is {hoeveel}.",
            f"Het moet {hoeveel} zijn: pas de uren aan.",
            f"Het moet {hoeveel} zijn: geef de uren.",
            {"uren": feiten.uren, "uren_min": self.minimum, "uren_max": self.maximum},
        )


@dataclass(frozen=True)
class ZonderLoon(Voorwaarde):
    """No wage is paid: with a wage it would be another thing, so no hardheidsclausule reaches it (verordening 4)."""

    def in_bereik_hardheid(self) -> bool:
        """Tell that it does not, whatever the level of the article."""
        return False

    def kan_falen(self, feiten: VoorzieningFeiten) -> bool:
        """Tell whether there is a wage."""
        return bool(feiten.loon)

    def voldaan(self, feiten: VoorzieningFeiten) -> bool | None:
        """Tell whether there is none."""
        return not feiten.loon

    def vertel(self, feiten: VoorzieningFeiten) -> Verhaal:
        """Say what goes instead."""
        fout = "Hierbij hoort geen loon, de uitkering loopt door: haal het loon weg; aantoonbare onkosten mogen wel."
        return Verhaal("Er wordt geen loon betaald; de uitkering loopt door.", fout, fout, {"loon": feiten.loon})


@dataclass(frozen=True)
class BinnenKosten(Voorwaarde):
    """The costs are not above the maximum, or the klant bears the rest where the rule says so (DEV-SCH-907)."""

    maximum: int
    eigen_deel: bool

    def kan_falen(self, feiten: VoorzieningFeiten) -> bool:
        """Tell whether costs are asked for."""
        return feiten.kosten is not None

    def voldaan(self, feiten: VoorzieningFeiten) -> bool | None:
        """Tell whether they are; open without costs."""
        return None if feiten.kosten is None else self.eigen_deel or feiten.kosten <= self.maximum

    def vergoeding(self, feiten: VoorzieningFeiten) -> int:
        """Return what the municipality pays in eurocents: all of it when the maximum was set aside (DEV-SCH-908)."""
        kosten = feiten.kosten or 0
        return kosten if self.afgeweken(feiten) else min(kosten, self.maximum)

    def vertel(self, feiten: VoorzieningFeiten) -> Verhaal:
        """Say the maximum, and the own share."""
        vergoeding = self.vergoeding(feiten)
        rest = max(0, (feiten.kosten or 0) - (vergoeding if self.eigen_deel else self.maximum))
        grens = f"De gemeente vergoedt hoogstens {euro(self.maximum)}"
        goed = f"{grens}; {euro(rest)} is eigen deel van de klant." if rest else "De kosten blijven binnen het maximum."
        if vergoeding > self.maximum:
            goed = f"{grens}, maar in dit bijzondere geval {euro(vergoeding)}: daarvan is gemotiveerd afgeweken."
        return Verhaal(
            goed,
            f"{grens}: {euro(rest)} minder, of iemand anders betaalt de rest.",
            f"{grens}: geef de kosten.",
            {"kosten": feiten.kosten, "kosten_max": self.maximum, "vergoeding": vergoeding, "eigen_deel": rest},
        )


@dataclass(frozen=True)
class Vastgelegd(Voorwaarde):
    """Something that must be recorded is."""

    wat: str

    def kan_falen(self, feiten: VoorzieningFeiten) -> bool:
        """Tell that it cannot: what is not recorded is open."""
        del feiten
        return False

    def voldaan(self, feiten: VoorzieningFeiten) -> bool | None:
        """Tell whether it is recorded; it is open as long as it is not."""
        return True if self.wat in feiten.vastgelegd else None

    def vertel(self, feiten: VoorzieningFeiten) -> Verhaal:
        """Say what to record."""
        naam = self.wat.replace("_", " ")
        leeg = f"Leg dit eerst vast: {naam}."
        return Verhaal(f"Dit is vastgelegd: {naam}.", leeg, leeg, {"vastgelegd": self.wat in feiten.vastgelegd})


@dataclass(frozen=True)
class MetNadereRegels(Voorwaarde):
    """Nadere regels are missing: only an explicit, motivated decision of the college goes without (DEV-ORG-903)."""

    naam: str

    def voldaan(self, feiten: VoorzieningFeiten) -> bool | None:
        """Tell whether the college decided; it is open as long as it did not."""
        besluit = feiten.collegebesluit
        return True if besluit is not None and besluit.motivering.strip() else None

    def vertel(self, feiten: VoorzieningFeiten) -> Verhaal:
        """Say who must decide."""
        besluit = feiten.collegebesluit
        leeg = f"Beleid ontbreekt: {self.naam} vraagt nadere regels die er niet zijn, leg een collegebesluit vast."
        bedrag = besluit.bedrag if besluit else None
        goed = f"Er zijn geen nadere regels; het college besloot gemotiveerd over {self.naam}."
        return Verhaal(goed, leeg, leeg, {"collegebesluit": besluit is not None, "bedrag": bedrag})


def uren_voluit(uren: Decimal) -> str:
    """Write hours with a comma and without idle zeros."""
    return f"{uren.normalize():f}".replace(".", ",")
