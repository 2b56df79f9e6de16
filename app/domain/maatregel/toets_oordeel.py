"""Conditions on the judgement: blame, circumstances, recidive, samenloop, and what the computation needs."""

from __future__ import annotations

from datetime import date

from app.domain.kern.datum import datum_voluit
from app.domain.kern.toets import Toets
from app.domain.maatregel import grondslagen
from app.domain.maatregel.beleid import MaatregelBeleid
from app.domain.maatregel.bouwsteen import en, gewoon, toets
from app.domain.maatregel.feiten import Verwijtbaarheid, ZaakFeiten, Zaaksoort
from app.domain.maatregel.sanctie import duur, maanden, recidive, sancties, zwaarste


def toets_verwijtbaarheid(feiten: ZaakFeiten) -> Toets:
    """Ask for a judgement of the blame with reasons; without blame there is no maatregel (article 18, lid 9)."""
    oordeel = feiten.verwijtbaarheid
    verwijt = oordeel is not Verwijtbaarheid.ONTBREEKT
    ontbreekt = "De gedraging is de klant niet te verwijten; dan volgt geen maatregel."
    return toets(
        "verwijtbaarheid",
        None if oordeel is None else verwijt and feiten.verwijtbaarheid_gemotiveerd,
        grondslagen.geen_verwijt(feiten.regime),
        "De gedraging is de klant te verwijten; de consulent legde uit waarom.",
        "Het oordeel over de verwijtbaarheid is niet gemotiveerd." if verwijt else ontbreekt,
        "Nog niet beoordeeld is of de gedraging de klant te verwijten is.",
        verwijtbaarheid=oordeel,
        gemotiveerd=feiten.verwijtbaarheid_gemotiveerd,
    )


def toets_omstandigheden(feiten: ZaakFeiten) -> Toets:
    """Ask for an examination of the circumstances and of the reason behind the gedraging (DEV-AAN-022)."""
    onbekend = feiten.omstandigheden_onderzocht and feiten.oorzaak is None
    return toets(
        "omstandigheden_onderzocht",
        None if onbekend else feiten.omstandigheden_onderzocht,
        grondslagen.afstemming(feiten.regime),
        "De omstandigheden van de klant en de reden van de gedraging zijn onderzocht.",
        "De omstandigheden van de klant zijn niet onderzocht.",
        "Niet vastgelegd zijn de omstandigheden van de klant of de reden van de gedraging.",
        onderzocht=feiten.omstandigheden_onderzocht,
        oorzaak=feiten.oorzaak,
    )


def toets_dringende_redenen(feiten: ZaakFeiten) -> Toets:
    """Ask whether dringende redenen were examined (article 18, lid 10)."""
    return toets(
        "dringende_redenen_onderzocht",
        None if feiten.dringende_redenen is None else True,
        grondslagen.dringende_redenen(feiten.regime),
        "Er zijn dringende redenen om af te stemmen."
        if feiten.dringende_redenen
        else "Er zijn geen dringende redenen.",
        "",
        "Nog niet onderzocht is of er dringende redenen zijn.",
        dringende_redenen=feiten.dringende_redenen,
    )


def toets_sanctie(feiten: ZaakFeiten, beleid: MaatregelBeleid) -> Toets:
    """Ask for a configured percentage and duration of every gedraging in the zaak (DEV-MTR-512)."""
    zonder = tuple(code for code, sanctie in sancties(feiten, beleid).items() if sanctie is None)
    return toets(
        "sanctie_ingesteld",
        not zonder,
        beleid.verlaging_procent.grondslag,
        "De wet of de verordening bepaalt de hoogte en de duur.",
        f"Voor deze gedraging is geen hoogte en duur ingesteld: {', '.join(gewoon(code) for code in zonder)}.",
        zonder_sanctie=zonder,
    )


def toets_recidive(feiten: ZaakFeiten, beleid: MaatregelBeleid) -> Toets:
    """Ask for the earlier maatregelen, and for certainty on recidive (DEV-MTR-510, article 18, lid 6 to 8)."""
    sanctie = zwaarste(feiten, beleid)
    opnieuw = sanctie is not None and recidive(feiten, beleid, sanctie)
    open_norm = sanctie is not None and duur(feiten, beleid, sanctie) is None
    nagegaan = feiten.eerdere_maatregelen is not None
    return toets(
        "recidive_vastgesteld",
        True if nagegaan and not open_norm else None,
        grondslagen.UNIFORME_RECIDIVE if sanctie and sanctie.uniform else beleid.recidive_maanden.grondslag,
        "Er is sprake van recidive." if opnieuw else "Er is geen sprake van recidive.",
        "",
        "Recidive bij een uniforme verplichting: een mens stelt de duur vast, met motivering."
        if open_norm
        else "Nog niet nagegaan is of de klant eerder een maatregel kreeg.",
        recidive=opnieuw if nagegaan else None,
    )


def toets_samenloop(feiten: ZaakFeiten) -> Toets:
    """Ask for the other gedragingen, and that no verlaging already runs for this set (DEV-MTR-511)."""
    andere = feiten.samenloop
    dubbel = tuple(ander.gedraging for ander in andere or () if ander.al_opgelegd)
    return toets(
        "samenloop_vastgesteld",
        None if andere is None else not dubbel,
        grondslagen.HANDHAVING,
        "Voor alle gedragingen samen volgt één verlaging." if andere else "Er zijn geen andere gedragingen.",
        "Voor deze gedragingen loopt al een verlaging; er mag er maar één zijn.",
        "Nog niet nagegaan is of er andere gedragingen zijn.",
        samen_met=None if andere is None else tuple(ander.gedraging for ander in andere),
    )


def _afwijking_nodig(feiten: ZaakFeiten) -> bool:
    return feiten.verwijtbaarheid is Verwijtbaarheid.VERMINDERD or bool(feiten.dringende_redenen)


def _duur_toegestaan(feiten: ZaakFeiten, beleid: MaatregelBeleid) -> bool:
    return ((feiten.afwijking and feiten.afwijking.maanden) or 0) <= beleid.duur_maximum_maanden.waarde


def toets_afwijking(feiten: ZaakFeiten, beleid: MaatregelBeleid) -> Toets:
    """Ask a person, with reasons, for the percentage at reduced blame or dringende redenen."""
    eigen = feiten.afwijking
    if feiten.soort is Zaaksoort.LIK_OP_STUK:
        uitkomst = None if _afwijking_nodig(feiten) else eigen is None
    elif eigen is None or eigen.procent is None:
        uitkomst = None if _afwijking_nodig(feiten) else True
    else:
        uitkomst = True
    gemotiveerd = eigen is None or (eigen.gemotiveerd and _duur_toegestaan(feiten, beleid))
    return toets(
        "afwijking_bepaald",
        en(gemotiveerd, uitkomst),
        grondslagen.verlaging(feiten.regime),
        "De hoogte volgt de regel, of een medewerker week met motivering af.",
        "De afwijking van de hoogte of de duur is niet gemotiveerd, kan hier niet of duurt te lang.",
        "Bij verminderde verwijtbaarheid of dringende redenen bepaalt een medewerker de hoogte, met motivering.",
        procent=eigen.procent if eigen else None,
        maanden=eigen.maanden if eigen else None,
    )


def toets_norm(feiten: ZaakFeiten, periode: tuple[date, ...]) -> Toets:
    """Ask for the norm of every month of the verlaging."""
    bekend = {norm.maand for norm in feiten.normen}
    zonder = tuple(maand for maand in periode if maand not in bekend)
    return toets(
        "norm_bekend",
        None if zonder else True,
        grondslagen.afstemming(feiten.regime),
        "De bijstandsnorm van elke maand is bekend.",
        "",
        f"De norm is niet bekend voor de maand die begint op {', '.join(datum_voluit(maand) for maand in zonder)}.",
        leefvorm=feiten.leefvorm,
        vanaf=periode[0],
        maanden=len(periode),
    )


def toetsen_norm(feiten: ZaakFeiten, beleid: MaatregelBeleid, peildatum: date) -> tuple[Toets, ...]:
    """Return the condition on the norm, once the months are known."""
    periode = maanden(feiten, beleid, peildatum)
    return () if periode is None else (toets_norm(feiten, periode),)
