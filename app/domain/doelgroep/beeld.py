"""Beeld: what the facts say of a klant today, for who prepares a conversation."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.doelgroep.beleid import DoelgroepBeleid
from app.domain.doelgroep.bijstand import Kosten
from app.domain.doelgroep.categorie import Categorie, Doelgroepregister, categorie_van
from app.domain.doelgroep.centrumgemeente import toets_sluiten_centrumgemeente
from app.domain.doelgroep.diploma import Antwoord
from app.domain.doelgroep.feit import Achtergrond
from app.domain.doelgroep.jongere import Startkwalificatie
from app.domain.doelgroep.kwetsbaar import KwetsbareJongere, lopend
from app.domain.doelgroep.school import Jongerenonderwerp, checklijst
from app.domain.doelgroep.statushouder import Statushouder, toets_pip, toets_trajectstart
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.toets import Toets

ZONDER_UITSTROOMBESTEMMING = frozenset({Kenmerk.DAK_THUISLOOS, Kenmerk.EX_GEDETINEERD})


@dataclass(frozen=True)
class Beeld:
    """What holds today.

    ``uitstroombestemming`` is False for who belongs to a bijzondere doelgroep: the three years of Groeien are not
    monitored then. ``checklijst`` and ``startkwalificatie`` are about jongeren only; ``kosten`` names the bijzondere
    bijstand that a dakloze jongere may ask for.
    """

    jongere: bool
    categorie: Categorie | None
    in_doelgroepregister: bool | None
    uitstroombestemming: bool
    startkwalificatie: Antwoord | None
    status_zorg: KwetsbareJongere | None
    checklijst: tuple[Jongerenonderwerp, ...]
    kosten: tuple[Kosten, ...]
    signalen: tuple[Toets, ...]


def maak_beeld(rond: Achtergrond, beleid: DoelgroepBeleid) -> Beeld:
    """Return what the facts say today (DEV-DOE-001, DEV-DOE-012, DEV-DOE-901, DEV-JON-007, DEV-JON-010)."""
    jongere = rond.is_jongere(rond.vandaag, beleid)
    kwalificatie, register = rond.laatste(Startkwalificatie), rond.laatste(Doelgroepregister)
    woonkosten = jongere and Kenmerk.DAK_THUISLOOS in rond.kenmerken
    return Beeld(
        jongere=jongere,
        categorie=categorie_van(rond.eerdere, rond.vandaag),
        in_doelgroepregister=register.staat_erin if register else None,
        uitstroombestemming=not rond.kenmerken & ZONDER_UITSTROOMBESTEMMING,
        startkwalificatie=_antwoord(kwalificatie, beleid) if jongere else None,
        status_zorg=lopend(rond),
        checklijst=checklijst(rond.kenmerken) if jongere else (),
        kosten=tuple(k for k in Kosten if k is not Kosten.OVERIG) if woonkosten else (),
        signalen=(*_statushouder(rond, beleid), toets_sluiten_centrumgemeente(rond, beleid)),
    )


def _antwoord(kwalificatie: Startkwalificatie | None, beleid: DoelgroepBeleid) -> Antwoord:
    return kwalificatie.uitkomst(beleid) if kwalificatie else Antwoord.ONBEKEND


def _statushouder(rond: Achtergrond, beleid: DoelgroepBeleid) -> tuple[Toets, ...]:
    if Kenmerk.STATUSHOUDER not in rond.kenmerken:
        return ()
    stand = rond.laatste(Statushouder) or Statushouder(soort="statushouder", datum=rond.vandaag)
    return toets_trajectstart(stand), toets_pip(rond.vandaag, rond, beleid)
