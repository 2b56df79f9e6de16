"""Startbaansubsidie: a one-off contribution to what it costs an employer to let somebody begin (DEV-SUB-902 to 905)."""

from __future__ import annotations

from typing import Any

from app.domain.kern.bouw import maak_toets
from app.domain.kern.geld import euro, procent_van
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.toets import Toets
from app.domain.subsidie.beleid import SubsidieBeleid, Trede
from app.domain.subsidie.cijfer import cijfer_uit
from app.domain.subsidie.duur import duurt_ten_minste
from app.domain.subsidie.gegevens import Startbaangegevens
from app.domain.subsidie.grondslagen import beleidsregels, verordening_lid
from app.domain.subsidie.model import (
    Betaalschema,
    Bijlagesoort,
    Dienstverbandfeiten,
    Regelingcode,
    Subsidiefeiten,
    Termijn,
)
from app.domain.subsidie.toetsen import toets_arbeidsovereenkomst, toets_klantgroep, toetsen_markt

_LID_1 = verordening_lid("12", "1")


class StartbaanFeiten(Subsidiefeiten):
    """The facts of an aanvraag om startbaansubsidie."""

    gegevens: Startbaangegevens


def toetsen_startbaan(feiten: StartbaanFeiten, beleid: SubsidieBeleid) -> tuple[Toets, ...]:
    """Test everything that a startbaansubsidie asks."""
    return (
        toets_arbeidsovereenkomst(feiten, _LID_1),
        toets_klantgroep(feiten, beleid.startbaan_klantgroepen),
        toets_afstand(feiten.gegevens),
        toets_passend(feiten.gegevens),
        toets_duur(feiten, beleid),
        toets_eenmalig(feiten),
        toets_niet_naast_tegemoetkoming(feiten),
        toets_kosten(feiten.gegevens),
        *toetsen_markt(feiten.gegevens, verordening_lid("12", "2")),
    )


def toets_afstand(gegevens: Startbaangegevens) -> Toets:
    """Test the distance to the labour market; a structural limitation is not needed (DEV-SUB-902)."""
    return maak_toets(
        "afstand_tot_arbeidsmarkt",
        gegevens.afstand_tot_arbeidsmarkt,
        _LID_1,
        {"oordeel": gegevens.afstand_tot_arbeidsmarkt},
        "De werknemer heeft een afstand tot de arbeidsmarkt.",
        "De werknemer heeft geen afstand tot de arbeidsmarkt.",
        "Beoordeel nog of er een afstand tot de arbeidsmarkt is.",
    )


def toets_passend(gegevens: Startbaangegevens) -> Toets:
    """Test that the subsidy is judged to be fitting, with the motivation that is compulsory (DEV-SUB-902)."""
    return maak_toets(
        "passend",
        gegevens.passend if gegevens.passend_motivering else None,
        _LID_1,
        {"oordeel": gegevens.passend, "gemotiveerd": gegevens.passend_motivering is not None},
        "De subsidie is passend.",
        "De subsidie is niet passend.",
        "Beoordeel nog of de subsidie passend is, en motiveer dat.",
    )


def trede_van(dienstverband: Dienstverbandfeiten, beleid: SubsidieBeleid) -> Trede | None:
    """Return the step that an employment reaches; None when it is too short (DEV-SUB-904)."""
    gehaald = [trede for trede in beleid.startbaan_treden.waarde if duurt_ten_minste(dienstverband, trede.maanden)]
    return gehaald[-1] if gehaald else None


def toets_duur(feiten: StartbaanFeiten, beleid: SubsidieBeleid) -> Toets:
    """Test that the employment lasts long enough; exactly six months does (DEV-SUB-904)."""
    kortste, verband = beleid.startbaan_treden.waarde[0].maanden, feiten.dienstverband
    return maak_toets(
        "duur_dienstverband",
        None if verband is None else trede_van(verband, beleid) is not None,
        beleid.startbaan_treden.grondslag,
        {"van": verband.van if verband else None, "tot": verband.tot if verband else None, "maanden": kortste},
        f"De arbeidsovereenkomst duurt ten minste {kortste} maanden.",
        f"De arbeidsovereenkomst duurt korter dan {kortste} maanden.",
        "Het is nog niet bekend hoe lang de arbeidsovereenkomst duurt.",
    )


def toets_eenmalig(feiten: StartbaanFeiten) -> Toets:
    """Test that this employer did not get it for this person before (DEV-SUB-902)."""
    eerder = any(e.regeling is Regelingcode.STARTBAANSUBSIDIE and e.zelfde_werkgever for e in feiten.eerdere)
    return maak_toets(
        "eenmalig",
        not eerder,
        beleidsregels("5", "1"),
        {"eerder": eerder},
        "De werkgever kreeg niet eerder een startbaansubsidie voor deze werknemer.",
        "De werkgever kreeg of vroeg al een startbaansubsidie voor deze werknemer.",
    )


def toets_niet_naast_tegemoetkoming(feiten: StartbaanFeiten) -> Toets:
    """Test that the employment has no tegemoetkoming loonkosten: they are kept apart (DEV-SUB-901, DEV-SUB-911)."""
    naast = any(e.regeling is Regelingcode.TEGEMOETKOMING and e.zelfde_dienstverband for e in feiten.eerdere)
    return maak_toets(
        "niet_naast_tegemoetkoming",
        not naast,
        verordening_lid("12a", "3"),
        {"tegemoetkoming": naast},
        "Voor dit dienstverband is geen tijdelijke tegemoetkoming loonkosten gevraagd.",
        "Voor dit dienstverband loopt al een tijdelijke tegemoetkoming loonkosten.",
    )


def toets_kosten(gegevens: Startbaangegevens) -> Toets:
    """Test that the need is shown with a cost overview that was judged; without one it is incomplete (DEV-SUB-903)."""
    oordelen = [regel.aanvaard for regel in gegevens.kosten]
    beoordeeld = bool(oordelen) and None not in oordelen
    return maak_toets(
        "kostenoverzicht",
        True in oordelen if beoordeeld else None,
        beleidsregels("5", "2"),
        {"regels": len(oordelen), "aanvaard": oordelen.count(True)},
        "De werkgever onderbouwt de noodzaak met een kostenoverzicht.",
        "Geen van de opgegeven kosten komt in aanmerking.",
        "Het kostenoverzicht ontbreekt of is nog niet helemaal beoordeeld.",
    )


def bereken_startbaan(feiten: StartbaanFeiten, beleid: SubsidieBeleid) -> Betaalschema:
    """Work out the amount: the accepted costs up to the maximum, in two halves (DEV-SUB-904, DEV-SUB-905).

    Only for facts that meet the conditions.
    """
    verband = feiten.dienstverband
    assert verband is not None
    trede = trede_van(verband, beleid)
    assert trede is not None
    kosten = sum(regel.bedrag for regel in feiten.gegevens.kosten if regel.aanvaard)
    totaal = min(kosten, trede.maximum)
    op, deel = feiten.ontvangen_op, beleid.startbaan_eerste_deel_procent.waarde
    eerste = procent_van(totaal, deel)
    vast: dict[str, Any] = {
        "begrensd": kosten > trede.maximum,
        "cijfers": (
            cijfer_uit(beleid, "startbaan_treden", op, naam="maximum startbaansubsidie", waarde=trede.maximum),
            cijfer_uit(beleid, "startbaan_eerste_deel_procent", op, naam="eerste deel", waarde=deel),
        ),
    }
    na = plus_maanden(verband.van, beleid.startbaan_eerste_factuur_na_maanden.waarde)
    einde = verband.tot or plus_maanden(verband.van, beleid.startbaan_maanden_onbepaald.waarde)
    som = f"{deel.normalize():f} % van {euro(totaal)} = {euro(eerste)}"
    rest = f"{euro(totaal)} - {euro(eerste)} = {euro(totaal - eerste)}"
    loonstrook = (Bijlagesoort.LAATSTE_LOONSTROOK,)
    return Betaalschema.van(
        Termijn(nummer=1, bedrag=eerste, formule=som, betaalbaar_vanaf=na, **vast),
        Termijn(nummer=2, bedrag=totaal - eerste, formule=rest, betaalbaar_vanaf=einde, bijlagen=loonstrook, **vast),
        formule=f"aanvaarde kosten {euro(kosten)}, ten hoogste {euro(trede.maximum)}"
        f" bij {trede.maanden} maanden of langer = {euro(totaal)}",
    )
