"""Conditions on the person: klantgroep, doelgroep, nugger and age."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from app.domain.kern.grondslag import Grondslag
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.leeftijd import jonger_dan, leeftijd_op
from app.domain.voorziening.beleid import Limietbron
from app.domain.voorziening.feiten import VoorzieningFeiten
from app.domain.voorziening.voorwaarde import Verhaal, Voorwaarde

NUGGER = "nugger"
_VERORDENING = "Re-integratieverordening Participatiewet 2021"
_DOELGROEP = Limietbron(
    grondslag=Grondslag(regeling=_VERORDENING, artikel="1", onderdeel="a"),
    regel="DEV-DOE-901",
)
_NUGGER = Limietbron(grondslag=Grondslag(regeling=_VERORDENING, artikel="2", lid="3"), regel="DEV-DOE-902")


@dataclass(frozen=True)
class InDoelgroep(Voorwaarde):
    """The klant belongs to the doelgroep; open as long as no category is recorded (DEV-DOE-901)."""

    code: str = "doelgroep_vastgelegd"
    bron: Limietbron = _DOELGROEP

    def kan_falen(self, feiten: VoorzieningFeiten) -> bool:
        """Tell that it cannot: without a category it is open."""
        del feiten
        return False

    def voldaan(self, feiten: VoorzieningFeiten) -> bool | None:
        """Tell whether a category is recorded."""
        return True if feiten.doelgroep else None

    def vertel(self, feiten: VoorzieningFeiten) -> Verhaal:
        """Say which one."""
        goed = "Van de klant is vastgelegd tot welke doelgroep van de verordening hij of zij hoort."
        leeg = "Leg eerst vast tot welke doelgroep van de verordening de klant hoort."
        return Verhaal(goed, leeg, leeg, {"doelgroep": feiten.doelgroep})


@dataclass(frozen=True)
class NuggerOndersteund(Voorwaarde):
    """Who has no uitkering was granted ondersteuning, or is in the doelgroepregister (DEV-DOE-902, DEV-DOE-903)."""

    code: str = "nugger_ondersteuning"
    bron: Limietbron = _NUGGER

    def geldt(self, feiten: VoorzieningFeiten) -> bool:
        """Ask it of a nugger only."""
        return feiten.doelgroep == NUGGER

    def voldaan(self, feiten: VoorzieningFeiten) -> bool | None:
        """Tell whether a besluit that was sent, or the register, carries the voorziening."""
        return True if feiten.doelgroepregister else feiten.nugger_toegekend

    def vertel(self, feiten: VoorzieningFeiten) -> Verhaal:
        """Say on what it rests."""
        goed = "Aan de klant zonder uitkering is ondersteuning toegekend: inkomen en vermogen bleven binnen de grens."
        if feiten.doelgroepregister:
            goed = "De klant staat in het doelgroepregister: inkomen en vermogen tellen dan niet mee."
        return Verhaal(
            goed,
            "Ondersteuning is geweigerd, en de klant staat niet in het doelgroepregister: bied geen voorziening aan.",
            "Besluit eerst op een verzoek om ondersteuning (inkomen en vermogen), of leg het doelgroepregister vast.",
            {"toegekend": feiten.nugger_toegekend, "doelgroepregister": feiten.doelgroepregister},
        )


@dataclass(frozen=True)
class BijKlantgroep(Voorwaarde):
    """The klant is in one of the klantgroepen that the voorziening is for (DEV-KGR-905)."""

    naam: str
    groepen: tuple[Klantgroep, ...]

    def voldaan(self, feiten: VoorzieningFeiten) -> bool | None:
        """Tell whether it is; open as long as the klant has none."""
        return None if feiten.klantgroep is None else feiten.klantgroep in self.groepen

    def vertel(self, feiten: VoorzieningFeiten) -> Verhaal:
        """Say for whom it is."""
        voor = opsomming([groep.naam for groep in self.groepen])
        return Verhaal(
            f"{self.naam} is voor {voor}, en daarin zit de klant.",
            f"{self.naam} is alleen voor {voor}: kies iets anders, of pas gemotiveerd de hardheidsclausule toe.",
            f"{self.naam} is alleen voor {voor}: deel de klant eerst in een klantgroep in.",
            {"klantgroep": feiten.klantgroep, "klantgroepen": tuple(map(str, self.groepen))},
        )


@dataclass(frozen=True)
class BijDoelgroep(Voorwaarde):
    """The klant is in one of the categories of article 1 that the voorziening is for."""

    naam: str
    doelgroepen: tuple[str, ...]

    def voldaan(self, feiten: VoorzieningFeiten) -> bool | None:
        """Tell whether it is; open as long as no category is recorded."""
        return None if feiten.doelgroep is None else feiten.doelgroep in self.doelgroepen

    def vertel(self, feiten: VoorzieningFeiten) -> Verhaal:
        """Say for whom it is."""
        voor = opsomming([naam.replace("_", " ") for naam in self.doelgroepen])
        return Verhaal(
            f"{self.naam} is voor de doelgroep waartoe de klant hoort.",
            f"{self.naam} is alleen voor {voor}: de klant hoort daar niet bij, kies iets anders.",
            f"{self.naam} is alleen voor {voor}: leg eerst de doelgroep van de klant vast.",
            {"doelgroep": feiten.doelgroep, "doelgroepen": self.doelgroepen},
        )


@dataclass(frozen=True)
class BijLeeftijd(Voorwaarde):
    """The klant has the age on the first day; the upper limit is reached on the birthday itself."""

    van: int | None
    tot: int | None

    def voldaan(self, feiten: VoorzieningFeiten) -> bool | None:
        """Tell whether the age on the first day lies in ``[van, tot)``."""
        geboren, begin = feiten.geboortedatum, feiten.begin
        if geboren is None or begin is None:
            return None
        oud_genoeg = self.van is None or not jonger_dan(geboren, self.van, begin)
        return oud_genoeg and (self.tot is None or jonger_dan(geboren, self.tot, begin))

    def vertel(self, feiten: VoorzieningFeiten) -> Verhaal:
        """Say which ages."""
        geboren, begin = feiten.geboortedatum, feiten.begin
        leeftijd = None if geboren is None or begin is None else leeftijd_op(geboren, max(begin, geboren))
        delen = [f"ten minste {self.van}"] if self.van is not None else []
        delen += [f"jonger dan {self.tot}"] if self.tot is not None else []
        wie = " en ".join(delen)
        return Verhaal(
            f"De klant is op de eerste dag {wie} jaar.",
            f"De klant moet op de eerste dag {wie} jaar zijn: kies een andere eerste dag of iets anders.",
            f"De klant moet op de eerste dag {wie} jaar zijn: geef de eerste dag.",
            {"leeftijd": leeftijd, "leeftijd_van": self.van, "leeftijd_tot": self.tot, "begin": begin},
        )


def opsomming(namen: Collection[str]) -> str:
    """Write names as in a sentence: ``Matchen, Groeien of Zorgen``."""
    alle = list(namen)
    return " of ".join([*([", ".join(alle[:-1])] if len(alle) > 1 else []), *alle[-1:]])
