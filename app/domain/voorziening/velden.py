"""Conditions on what is filled in about a voorziening: an empty field is open, a wrong one stands in the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeGuard

from app.domain.kern.datum import datum_voluit
from app.domain.kern.toets import EnkelFeit, Feit
from app.domain.voorziening.beleid import Limietbron
from app.domain.voorziening.feiten import VoorzieningFeiten
from app.domain.voorziening.oordelen import van_toepassing
from app.domain.voorziening.veld import Gegeven, Gegevenveld, Moment, Veldsoort
from app.domain.voorziening.voorwaarde import Verhaal, Voorwaarde

VELD: Final = "gegeven_"
"""With this the code of the condition on a field begins."""

_TIJD: Final = r"([01][0-9]|2[0-3]):[0-5][0-9]"
_ROOSTER: Final = re.compile(rf"(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag) ({_TIJD})-({_TIJD})")


@dataclass(frozen=True)
class Ingevuld(Voorwaarde):
    """A field holds what is right; ``kind_tot`` is the age up to which a child asks for care."""

    veld: Gegevenveld
    kind_tot: int

    def geldt(self, feiten: VoorzieningFeiten) -> bool:
        """Ask it when its circumstances are so."""
        return van_toepassing(self.veld.als, feiten, self.kind_tot)

    def kan_falen(self, feiten: VoorzieningFeiten) -> bool:
        """Tell whether something is filled in: an empty field fails nobody."""
        return self.veld.code in feiten.gegevens

    def voldaan(self, feiten: VoorzieningFeiten) -> bool | None:
        """Tell whether it is right; open while it is empty, but for a field that may be."""
        waarde = feiten.gegevens.get(self.veld.code)
        if is_leeg(waarde):
            return None if self.veld.verplicht else True
        return _GOED[self.veld.soort](self.veld, waarde, feiten)

    def vertel(self, feiten: VoorzieningFeiten) -> Verhaal:
        """Say what to fill in."""
        veld = self.veld
        vraag = _VRAAG[veld.soort](veld, feiten)
        return Verhaal(
            f"Ingevuld: {veld.naam}.",
            f"{veld.naam}: {veld.zo_niet or vraag}",
            f"Vul in: {veld.naam}. {vraag}",
            _gezien(veld, feiten),
        )


def ingevuld(veld: Gegevenveld, kind_tot: int) -> Ingevuld:
    """Make the condition of a field."""
    bron = Limietbron(grondslag=veld.grondslag, niveau=veld.niveau, herkomst=veld.herkomst, regel=veld.regel)
    return Ingevuld(f"{VELD}{veld.code}", bron, veld, kind_tot)


def is_leeg(waarde: Gegeven) -> bool:
    """Tell whether nothing is filled in: no text, an empty list."""
    return waarde is None or waarde == () or (isinstance(waarde, str) and not waarde.strip())


def als_dag(waarde: Gegeven) -> date | None:
    """Return the day that is filled in, None when it is no day."""
    try:
        return date.fromisoformat(waarde) if isinstance(waarde, str) else None
    except ValueError:
        return None


def als_lijst(waarde: Gegeven) -> tuple[str, ...]:
    """Return what is filled in as codes: one, several, or none."""
    if isinstance(waarde, tuple):
        return tuple(map(str, waarde))
    return (waarde,) if isinstance(waarde, str) and waarde.strip() else ()


def _tekst(_veld: Gegevenveld, waarde: Gegeven, _feiten: VoorzieningFeiten) -> bool | None:
    return isinstance(waarde, str)


def _keuze(veld: Gegevenveld, waarde: Gegeven, feiten: VoorzieningFeiten) -> bool | None:
    """One choice, or several where the field takes them; what the list does not know asks for a reason."""
    if isinstance(waarde, tuple) is not (veld.soort is Veldsoort.KEUZES):
        return False
    opties = [veld.optie(code) for code in als_lijst(waarde)]
    if not opties or any(optie is not None and not optie.toegestaan for optie in opties):
        return False
    if all(opties):
        return True
    if not veld.vrij:
        return False
    return None if is_leeg(feiten.gegevens.get(veld.reden_code)) else True


def _datum(veld: Gegevenveld, waarde: Gegeven, feiten: VoorzieningFeiten) -> bool | None:
    dag = als_dag(waarde)
    if dag is None or veld.moment is None:
        return dag is not None
    if feiten.begin is None:
        return None
    return _OP_TIJD[veld.moment](dag, feiten.begin)


def _bedrag(_veld: Gegevenveld, waarde: Gegeven, _feiten: VoorzieningFeiten) -> bool | None:
    return is_bedrag(waarde)


def _bedragen(_veld: Gegevenveld, waarde: Gegeven, _feiten: VoorzieningFeiten) -> bool | None:
    return isinstance(waarde, tuple) and all(map(is_bedrag, waarde))


def is_bedrag(waarde: object) -> TypeGuard[int]:
    """Tell whether something is an amount in eurocents."""
    return isinstance(waarde, int) and not isinstance(waarde, bool) and waarde >= 0


def _rooster(_veld: Gegevenveld, waarde: Gegeven, _feiten: VoorzieningFeiten) -> bool | None:
    """Tell whether each is a fixed time: a day, and an end after its begin."""
    tijden = [_ROOSTER.fullmatch(regel) for regel in als_lijst(waarde)] if isinstance(waarde, tuple) else [None]
    return all(tijd is not None and tijd[1] < tijd[3] for tijd in tijden)


def _lijst(_veld: Gegevenveld, waarde: Gegeven, _feiten: VoorzieningFeiten) -> bool | None:
    return isinstance(waarde, tuple) and all(isinstance(deel, str) and deel.strip() for deel in waarde)


def _ja_nee(_veld: Gegevenveld, waarde: Gegeven, _feiten: VoorzieningFeiten) -> bool | None:
    return isinstance(waarde, bool)


_OP_TIJD: Final[Mapping[Moment, Callable[[date, date], bool]]] = {
    Moment.VOOR_BEGIN: lambda dag, begin: dag < begin,
    Moment.UITERLIJK_BEGIN: lambda dag, begin: dag <= begin,
    Moment.NA_BEGIN: lambda dag, begin: dag > begin,
}
_GOED: Final[Mapping[Veldsoort, Callable[[Gegevenveld, Gegeven, VoorzieningFeiten], bool | None]]] = {
    Veldsoort.TEKST: _tekst,
    Veldsoort.KEUZE: _keuze,
    Veldsoort.KEUZES: _keuze,
    Veldsoort.DATUM: _datum,
    Veldsoort.BEDRAG: _bedrag,
    Veldsoort.BEDRAGEN: _bedragen,
    Veldsoort.ROOSTER: _rooster,
    Veldsoort.LIJST: _lijst,
    Veldsoort.JA_NEE: _ja_nee,
}


def _vraag_keuze(veld: Gegevenveld, _feiten: VoorzieningFeiten) -> str:
    namen = ", ".join(optie.naam for optie in veld.opties if optie.toegestaan)
    hoeveel = "een of meer van" if veld.soort is Veldsoort.KEUZES else "een van"
    anders = " Iets anders kan met een reden." if veld.vrij else ""
    return f"Kies {hoeveel}: {namen}.{anders}"


def _vraag_datum(veld: Gegevenveld, feiten: VoorzieningFeiten) -> str:
    if veld.moment is None:
        return "Geef een datum."
    wanneer = {Moment.VOOR_BEGIN: "vóór", Moment.UITERLIJK_BEGIN: "uiterlijk op", Moment.NA_BEGIN: "na"}[veld.moment]
    begin = "de eerste dag" if feiten.begin is None else datum_voluit(feiten.begin)
    return f"Geef een datum {wanneer} {begin}."


_VRAAG: Final[Mapping[Veldsoort, Callable[[Gegevenveld, VoorzieningFeiten], str]]] = {
    Veldsoort.TEKST: lambda *_: "Geef een korte tekst.",
    Veldsoort.KEUZE: _vraag_keuze,
    Veldsoort.KEUZES: _vraag_keuze,
    Veldsoort.DATUM: _vraag_datum,
    Veldsoort.BEDRAG: lambda *_: "Geef een bedrag in eurocenten.",
    Veldsoort.BEDRAGEN: lambda *_: "Geef bedragen in eurocenten.",
    Veldsoort.LIJST: lambda *_: "Geef een of meer korte teksten.",
    Veldsoort.JA_NEE: lambda *_: "Geef ja of nee.",
    Veldsoort.ROOSTER: lambda *_: "Geef vaste tijden, zoals: maandag 09:00-12:30.",
}


def _gezien(veld: Gegevenveld, feiten: VoorzieningFeiten) -> Mapping[str, Feit]:
    """Return codes, days and amounts, never the words that somebody wrote."""
    waarde = feiten.gegevens.get(veld.code)
    if veld.opties:
        return {"gekozen": tuple(code if veld.optie(code) else "anders" for code in als_lijst(waarde))}
    kaal: EnkelFeit = als_dag(waarde) if veld.soort is Veldsoort.DATUM else None
    if veld.soort is Veldsoort.BEDRAG and is_bedrag(waarde):
        kaal = waarde
    return {"ingevuld": not is_leeg(waarde)} | ({} if kaal is None else {veld.soort.value: kaal})
