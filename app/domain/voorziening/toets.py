"""Whether a voorziening may be granted: every condition with its article, what is open, and what is allowed."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Toets, Uitkomst
from app.domain.voorziening.beleid import VoorzieningBeleid, Voorzieningregel
from app.domain.voorziening.bijzonder import BIJZONDER, SIGNALEN
from app.domain.voorziening.feiten import VoorzieningFeiten
from app.domain.voorziening.limieten import uiterste_einde
from app.domain.voorziening.samenstel import NADERE_REGELS, stel_samen
from app.domain.voorziening.verloop import NietTeVaak
from app.domain.voorziening.voorwaarde import is_beleidsregel

_HARDHEID = Grondslag(regeling="Beleidsregels Re-integratie gemeente Deventer 2021", artikel="8")


class Aanboduitkomst(StrEnum):
    """What the conditions say together; ``beleid_ontbreekt`` asks for a decision of the college (DEV-ORG-903)."""

    MAG = "mag"
    MAG_NIET = "mag_niet"
    NOG_TE_BEANTWOORDEN = "nog_te_beantwoorden"
    BELEID_ONTBREEKT = "beleid_ontbreekt"


class Ruimte(BaseModel):
    """What the limits allow: the last day, the most in eurocents, and the first day; None is not limited or known."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    uiterste_einde: date | None = None
    kosten_max: int | None = None
    eerste_dag: date | None = None


class Beoordeling(BaseModel):
    """The outcome with its conditions, what is only shown, and what is allowed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    uitkomst: Aanboduitkomst
    toetsen: tuple[Toets, ...]
    signalen: tuple[Toets, ...] = ()
    ruimte: Ruimte = Ruimte()


def toets_voorziening(feiten: VoorzieningFeiten, beleid: VoorzieningBeleid) -> tuple[Toets, ...]:
    """Return every condition of a voorziening; all of them must be met to grant it (DEV-ORG-902, DEV-KGR-905).

    The same conditions answer the offer and the grant. The hardheidsclausule sets aside conditions of beleidsregels
    only (DEV-VRZ-919).
    """
    regel = beleid.regel(feiten.code)
    bekend = _toets_bekend(feiten.code, regel, beleid)
    if regel is None:
        return (bekend,)
    eigen = (v.toets(feiten) for v in stel_samen(beleid, regel.code).voorwaarden if v.geldt(feiten))
    bijzonder = BIJZONDER.get(regel.code)
    extra = bijzonder(feiten, regel, beleid) if bijzonder else ()
    return (bekend, *eigen, *extra, *_toets_hardheid(feiten, regel, beleid, extra))


def toets_signalen(feiten: VoorzieningFeiten, beleid: VoorzieningBeleid) -> tuple[Toets, ...]:
    """Return what is shown and stands in nobody's way."""
    regel = beleid.regel(feiten.code)
    if regel is None:
        return ()
    eigen = (v.toets(feiten) for v in stel_samen(beleid, regel.code).signalen if v.geldt(feiten))
    bijzonder = SIGNALEN.get(regel.code)
    return (*eigen, *(bijzonder(feiten, regel, beleid) if bijzonder else ()))


def beoordeel(feiten: VoorzieningFeiten, beleid: VoorzieningBeleid) -> Beoordeling:
    """Return the outcome, the conditions behind it and what the limits allow."""
    toetsen = toets_voorziening(feiten, beleid)
    return Beoordeling(
        uitkomst=uitkomst_van(toetsen),
        toetsen=toetsen,
        signalen=toets_signalen(feiten, beleid),
        ruimte=ruimte_van(feiten, beleid),
    )


def uitkomst_van(toetsen: tuple[Toets, ...]) -> Aanboduitkomst:
    """Take the conditions together: one that fails decides, then policy that is missing, then what is open."""
    if any(toets.uitkomst is Uitkomst.NIET_VOLDAAN for toets in toetsen):
        return Aanboduitkomst.MAG_NIET
    open_ = [toets.voorwaarde for toets in toetsen if toets.uitkomst is Uitkomst.ONBEPAALD]
    if NADERE_REGELS in open_:
        return Aanboduitkomst.BELEID_ONTBREEKT
    return Aanboduitkomst.NOG_TE_BEANTWOORDEN if open_ else Aanboduitkomst.MAG


def ruimte_van(feiten: VoorzieningFeiten, beleid: VoorzieningBeleid) -> Ruimte:
    """Return what the limits of a voorziening allow for these facts."""
    regel = beleid.regel(feiten.code)
    if regel is None:
        return Ruimte()
    voorwaarden = stel_samen(beleid, regel.code).voorwaarden
    vaak = next((v for v in voorwaarden if isinstance(v, NietTeVaak)), None)
    return Ruimte(
        uiterste_einde=uiterste_einde(regel, feiten),
        kosten_max=regel.kosten_max,
        eerste_dag=vaak.eerste_dag(feiten) if vaak else feiten.begin,
    )


def voorgesteld(klantgroep: Klantgroep, zorg_handhaving: bool, beleid: VoorzieningBeleid) -> tuple[str, ...]:
    """Return what is proposed by default: what is bound to the klantgroep.

    Nothing in Zorgen, where inkomenszekerheid comes first (DEV-KGR-904), and nothing under zorg-handhaving
    (DEV-KGR-007), whatever a municipality binds to Zorgen.
    """
    if zorg_handhaving:
        return ()
    gebonden = (r for r in beleid.voorzieningen.waarde if klantgroep in (r.klantgroepen or ()))
    return tuple(regel.code for regel in gebonden if regel.voorstellen)


def _toets_bekend(code: str, regel: Voorzieningregel | None, beleid: VoorzieningBeleid) -> Toets:
    grondslag = regel.grondslag if regel else beleid.voorzieningen.grondslag
    goed = "De gemeente kent deze voorziening."
    fout = "De gemeente kent deze voorziening niet: kies er een uit de lijst."
    gezien = {"voorziening": code, "regel": "DEV-ORG-902"}
    return maak_toets("voorziening_bekend", regel is not None, grondslag, gezien, goed, fout)


def _toets_hardheid(
    feiten: VoorzieningFeiten, regel: Voorzieningregel, beleid: VoorzieningBeleid, extra: tuple[Toets, ...]
) -> tuple[Toets, ...]:
    """Test that each article set aside is one of the beleidsregels, and that there is a reason (DEV-VRZ-919)."""
    samen = stel_samen(beleid, regel.code)
    artikelen = [v.bron.grondslag for v in samen.voorwaarden if v.in_bereik_hardheid()]
    artikelen += [toets.grondslag for toets in extra if is_beleidsregel(toets.grondslag)]
    goed = "Van dit artikel van de beleidsregels kan worden afgeweken, en de reden staat erbij."
    fout = "De hardheidsclausule gaat alleen over een artikel van de beleidsregels dat hier geldt, met een reden."
    return tuple(
        maak_toets(
            "hardheidsclausule_mogelijk",
            bool(hardheid.reden.strip()) and any(hardheid.dekt(grondslag) for grondslag in artikelen),
            _HARDHEID,
            {"artikel": hardheid.artikel, "lid": hardheid.lid, "regel": "DEV-VRZ-919"},
            goed,
            fout,
        )
        for hardheid in feiten.hardheid
    )
