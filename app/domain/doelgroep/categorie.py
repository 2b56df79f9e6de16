"""The doelgroep of the verordening, the WIA criterion, the doelgroepregister, and WW that ends."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar, Literal

from pydantic import Field

from app.domain.doelgroep.beleid import DoelgroepBeleid
from app.domain.doelgroep.feit import Achtergrond, Bewaking, Feit, Gevolg, Taakregel, Zin, later
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.rollen import Rol
from app.domain.kern.termijnen import beleidstermijn_dagen

WIA_TERMIJN = "wia_twee_jaar_minimumloon"
WIA_TAAK = "wia_criterium_bereikt"
MATCHEN_TAAK = "max_ww_matchen"
_MAX_WW = productenboek("3.2")


class Categorie(StrEnum):
    """The doelgroepen of article 1 under a; a nugger has no uitkering (DEV-DOE-901, DEV-DOE-905)."""

    ALGEMENE_BIJSTAND = "algemene_bijstand"
    WIA = "wia_34a_35_36"
    ART_10_LID_2 = "art_10_lid_2_pw"
    ANW = "anw"
    IOAW = "ioaw"
    IOAZ = "ioaz"
    NUGGER = "nugger"


class Doelgroepcategorie(Feit):
    """De doelgroep waartoe de klant vanaf `datum` hoort; zonder doelgroep is geen voorziening mogelijk."""

    soort: Literal["doelgroepcategorie"]
    categorie: Categorie = Field(examples=["nugger"])


class WiaVerdienste(Feit):
    """Dienstbetrekking van iemand in de WIA-groep, van `datum` tot `tot` (die dag hoort er niet meer bij)."""

    soort: Literal["wia_verdienste"]
    tot: date | None = Field(default=None, description="Leeg: loopt nog.")
    minimumloon: bool = Field(description="Verdient ten minste het minimumloon.", examples=[True])
    loonkostensubsidie: bool = Field(description="De werkgever krijgt loonkostensubsidie.", examples=[False])


class Doelgroepregister(Feit):
    """Of de klant in het doelgroepregister staat, op de dag van de controle."""

    soort: Literal["doelgroepregister"]
    staat_erin: bool = Field(examples=[True])
    bron: Zin = Field(description="Waar dat is nagegaan.", examples=["Register UWV"])


class MaxWw(Feit):
    """Het UWV draagt op `datum` iemand voor van wie de WW binnen drie maanden eindigt."""

    rollen: ClassVar[frozenset[Rol]] = frozenset({*Feit.rollen, Rol.RECEPTIE})

    soort: Literal["max_ww"]
    ww_einde: date = Field(description="De laatste dag van de WW.", examples=["2026-06-30"])


class Matchuitkomst(StrEnum):
    """What came of the presentation."""

    SPEEDDATE = "speeddate"
    MATCH = "match"
    GEPLAATST = "geplaatst"
    GEEN_MATCH = "geen_match"


class MaxWwUitkomst(Feit):
    """Wat er van de voordracht is gekomen; `speeddate` en `match` zijn stappen, de andere twee een einde."""

    soort: Literal["max_ww_uitkomst"]
    uitkomst: Matchuitkomst
    toelichting: Zin | None = Field(default=None, description="Zoals de vacature.")


def categorie_van(eerdere: Iterable[Feit], dag: date) -> Categorie | None:
    """Return the doelgroep that holds on a day, None when none is recorded; of two of one day the later recorded."""
    alle = [feit for feit in eerdere if isinstance(feit, Doelgroepcategorie) and feit.datum <= dag]
    return max(reversed(alle), key=lambda feit: feit.datum).categorie if alle else None


def register_op(eerdere: Iterable[Feit], dag: date) -> bool:
    """Tell whether the klant is in the doelgroepregister on a day, by the last check until that day.

    Without an earlier check the first one after it counts: a register is looked up because of the request. Of two
    checks of one day it is the later recorded.
    """
    alle = [feit for feit in reversed(list(eerdere)) if isinstance(feit, Doelgroepregister)]
    tot_dan = [feit for feit in alle if feit.datum <= dag]
    if tot_dan:
        return max(tot_dan, key=lambda feit: feit.datum).staat_erin
    return bool(alle) and min(alle, key=lambda feit: feit.datum).staat_erin


def wia_bereikt(perioden: Iterable[WiaVerdienste], jaren: int) -> date | None:
    """Return the day on which two successive years of minimum wage are full, past or to come; None when they will not.

    Periods without minimum wage, or with loonkostensubsidie, do not count and break the row, as a gap does.
    """
    goed = sorted((p for p in perioden if p.minimumloon and not p.loonkostensubsidie), key=lambda p: p.datum)
    begin, einde = None, date.min
    for periode in goed:
        if begin is None or periode.datum > einde:
            begin = periode.datum
        vol = plus_maanden(begin, 12 * jaren)
        if periode.tot is None or periode.tot >= vol:
            return vol
        einde = max(einde, periode.tot)
    return None


def gevolg_categorie(feit: Doelgroepcategorie, _rond: Achtergrond, _beleid: DoelgroepBeleid) -> Gevolg:
    """Keep the doelgroep (DEV-DOE-901, DEV-DOE-905)."""
    return Gevolg(uitkomst=feit.categorie)


def gevolg_wia(feit: WiaVerdienste, rond: Achtergrond, beleid: DoelgroepBeleid) -> Gevolg:
    """Track the two years and report when they are full (DEV-DOE-901)."""
    norm = beleid.wia_jaren_minimumloon
    perioden = [*(p for p in rond.eerdere if isinstance(p, WiaVerdienste) and p.datum != feit.datum), feit]
    vol = wia_bereikt(perioden, norm.waarde)
    wat = "Beoordeel of de klant nog tot de doelgroep hoort."
    waarom = f"De klant verdiende {norm.waarde} jaar achtereen ten minste het minimumloon zonder loonkostensubsidie."
    regel = Taakregel(WIA_TAAK, wat, waarom, Rol.WERKCONSULENT, norm.grondslag)
    is_wia = categorie_van(rond.eerdere, feit.datum) is Categorie.WIA
    loopt = feit.tot is None or feit.tot > feit.datum
    voorwaarden = (
        maak_toets("wia_groep", is_wia, norm.grondslag, {}, "De klant hoort op die dag tot de WIA-groep."),
        maak_toets("periode_niet_leeg", loopt, norm.grondslag, {}, "De periode eindigt na het begin."),
    )
    vast: dict[str, Any] = {"voorwaarden": voorwaarden, "klaar": (WIA_TAAK,), "gestopt": (WIA_TERMIJN,)}
    if vol is None:
        return Gevolg(**vast)
    if vol <= rond.vandaag:
        return Gevolg(**vast, taken=(regel.op(later(rond.vandaag, beleid)),), uitkomst="bereikt")
    termijn = beleidstermijn_dagen(WIA_TERMIJN, norm.grondslag, rond.vandaag, (vol - rond.vandaag).days)
    return Gevolg(**vast, bewaken=(Bewaking(termijn, regel.op(later(vol, beleid))),))


def gevolg_register(feit: Doelgroepregister, _rond: Achtergrond, _beleid: DoelgroepBeleid) -> Gevolg:
    """Mark who is in the register, and who is not any more (DEV-DOE-903, DEV-DOE-906)."""
    kenmerk = frozenset({Kenmerk.INDICATIE_BANENAFSPRAAK})
    return Gevolg(erbij=kenmerk) if feit.staat_erin else Gevolg(eraf=kenmerk)


def gevolg_max_ww(feit: MaxWw, _rond: Achtergrond, beleid: DoelgroepBeleid) -> Gevolg:
    """Accept who loses the WW within three months of the presentation, and look for a match (DEV-DOE-018)."""
    norm = beleid.max_ww_maanden
    grens = plus_maanden(feit.datum, norm.waarde)
    zin = f"De WW eindigt vanaf de voordracht en uiterlijk {norm.waarde} maanden daarna."
    gezien = {"ww_einde": feit.ww_einde, "uiterlijk": grens}
    binnen = feit.datum <= feit.ww_einde <= grens
    wat = "Zoek met de accountmanagers een vacature of speeddate voor deze klant."
    regel = Taakregel(MATCHEN_TAAK, wat, "De WW van de klant eindigt binnenkort.", Rol.WERKCONSULENT, _MAX_WW)
    return Gevolg(
        voorwaarden=(maak_toets("ww_eindigt_binnenkort", binnen, norm.grondslag, gezien, zin),),
        taken=(regel.op(feit.ww_einde),),
        klaar=(MATCHEN_TAAK,),
    )


def gevolg_max_ww_uitkomst(feit: MaxWwUitkomst, rond: Achtergrond, _beleid: DoelgroepBeleid) -> Gevolg:
    """Keep what came of it (DEV-DOE-018)."""
    voorgedragen = rond.laatste(MaxWw) is not None
    einde = feit.uitkomst in (Matchuitkomst.GEPLAATST, Matchuitkomst.GEEN_MATCH)
    zin = "De klant is voorgedragen."
    return Gevolg(
        voorwaarden=(maak_toets("voorgedragen", voorgedragen, _MAX_WW, {}, zin),),
        klaar=(MATCHEN_TAAK,) if einde else (),
        uitkomst=feit.uitkomst,
    )
