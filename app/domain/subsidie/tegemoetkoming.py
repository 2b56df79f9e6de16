"""Tijdelijke tegemoetkoming loonkosten: half of the wage costs for six months at most (DEV-SUB-906 to 911)."""

from __future__ import annotations

from decimal import Decimal

from app.domain.kern.bouw import maak_toets
from app.domain.kern.geld import euro, procent_van
from app.domain.kern.maanden import eerste_van_de_maand, plus_maanden
from app.domain.kern.toets import Toets
from app.domain.subsidie.beleid import SubsidieBeleid
from app.domain.subsidie.cijfer import cijfer_uit
from app.domain.subsidie.duur import duurt_ten_minste, hele_maanden
from app.domain.subsidie.gegevens import Tegemoetkominggegevens
from app.domain.subsidie.grondslagen import beleidsregels, verordening_lid
from app.domain.subsidie.model import (
    Betaalschema,
    Bijlagesoort,
    GebruiktCijfer,
    Regelingcode,
    Subsidiefeiten,
    Termijn,
)
from app.domain.subsidie.toetsen import toets_arbeidsovereenkomst, toets_klantgroep, toetsen_markt

_LID_1 = verordening_lid("12a", "1")
_NAAST = frozenset({Regelingcode.STARTBAANSUBSIDIE, Regelingcode.LOONKOSTENSUBSIDIE})


class TegemoetkomingFeiten(Subsidiefeiten):
    """The facts; ``minimumlonen`` are the full-time amounts per month, on the first day of each subsidised month."""

    gegevens: Tegemoetkominggegevens
    minimumlonen: tuple[GebruiktCijfer, ...] = ()


def toetsen_tegemoetkoming(feiten: TegemoetkomingFeiten, beleid: SubsidieBeleid) -> tuple[Toets, ...]:
    """Test everything that a tegemoetkoming asks."""
    return (
        toets_arbeidsovereenkomst(feiten, _LID_1),
        toets_klantgroep(feiten, beleid.tegemoetkoming_klantgroepen),
        toets_ontwikkelpotentieel(feiten.gegevens),
        toets_geen_structurele_beperking(feiten.gegevens),
        toets_doel(feiten.gegevens),
        toets_uren(feiten, beleid),
        toets_duur(feiten, beleid),
        toets_uitzendbeding(feiten),
        toets_loonkosten(feiten),
        toets_geen_andere_regeling(feiten),
        toets_eenmaal_per_dienstverband(feiten),
        *toetsen_markt(feiten.gegevens, verordening_lid("12a", "2")),
    )


def toets_ontwikkelpotentieel(gegevens: Tegemoetkominggegevens) -> Toets:
    """Test that the klant can develop (DEV-SUB-906)."""
    return maak_toets(
        "ontwikkelpotentieel",
        gegevens.ontwikkelpotentieel,
        _LID_1,
        {"oordeel": gegevens.ontwikkelpotentieel},
        "De werknemer kan zich in het werk ontwikkelen.",
        "De werknemer kan zich in het werk niet ontwikkelen.",
        "Beoordeel nog of de werknemer zich in het werk kan ontwikkelen.",
    )


def toets_geen_structurele_beperking(gegevens: Tegemoetkominggegevens) -> Toets:
    """Test that loonkostensubsidie is not the instrument; the sentences tell nothing of health (DEV-SUB-906)."""
    beperkt = gegevens.structurele_beperking
    return maak_toets(
        "geen_loonkostensubsidie_aangewezen",
        None if beperkt is None else not beperkt,
        verordening_lid("12a", "5"),
        {"oordeel": None if beperkt is None else not beperkt},
        "Een andere subsidie voor de loonkosten ligt niet meer voor de hand.",
        "Een andere subsidie voor de loonkosten past beter bij deze werknemer.",
        "Beoordeel nog of loonkostensubsidie voor deze werknemer is aangewezen.",
    )


def toets_doel(gegevens: Tegemoetkominggegevens) -> Toets:
    """Test that it is recorded what is compensated, one of three at least (DEV-SUB-907)."""
    return maak_toets(
        "doel",
        bool(gegevens.compenseert) or None,
        beleidsregels("6", "2"),
        {"compenseert": tuple(gegevens.compenseert)},
        "Het is vastgelegd wat de tegemoetkoming compenseert.",
        "Leg nog vast wat de tegemoetkoming compenseert: arbeidsritme, werknemersvaardigheden of vakvaardigheden.",
    )


def toets_uren(feiten: TegemoetkomingFeiten, beleid: SubsidieBeleid) -> Toets:
    """Test the guaranteed paid hours; exactly twenty is enough (DEV-SUB-908)."""
    norm = beleid.tegemoetkoming_uren
    uren = feiten.dienstverband.uren if feiten.dienstverband else None
    return maak_toets(
        "betaalde_uren",
        None if uren is None else uren >= norm.waarde,
        norm.grondslag,
        {"uren": uren, "ten_minste": norm.waarde},
        f"De arbeidsovereenkomst is voor ten minste {norm.waarde.normalize():f} betaalde uren per week.",
        f"De arbeidsovereenkomst is voor minder dan {norm.waarde.normalize():f} gegarandeerde betaalde uren per week.",
        "Het is nog niet bekend hoeveel betaalde uren per week zijn gegarandeerd.",
    )


def toets_duur(feiten: TegemoetkomingFeiten, beleid: SubsidieBeleid) -> Toets:
    """Test that the employment lasts six months or more (DEV-SUB-908)."""
    norm, verband = beleid.tegemoetkoming_duur_maanden, feiten.dienstverband
    return maak_toets(
        "duur_dienstverband",
        None if verband is None else duurt_ten_minste(verband, norm.waarde),
        norm.grondslag,
        {"van": verband.van if verband else None, "tot": verband.tot if verband else None, "maanden": norm.waarde},
        f"De arbeidsovereenkomst duurt ten minste {norm.waarde} maanden.",
        f"De arbeidsovereenkomst duurt korter dan {norm.waarde} maanden.",
        "Het is nog niet bekend hoe lang de arbeidsovereenkomst duurt.",
    )


def toets_uitzendbeding(feiten: TegemoetkomingFeiten) -> Toets:
    """Test that there is no uitzendbeding; unknown leaves the aanvraag incomplete (DEV-SUB-909)."""
    beding = feiten.dienstverband.uitzendbeding if feiten.dienstverband else None
    return maak_toets(
        "geen_uitzendbeding",
        None if beding is None else not beding,
        beleidsregels("6", "4"),
        {"uitzendbeding": beding},
        "In de arbeidsovereenkomst staat geen uitzendbeding.",
        "In de arbeidsovereenkomst staat een uitzendbeding.",
        "Het is nog niet bekend of in de arbeidsovereenkomst een uitzendbeding staat.",
    )


def loonkosten(feiten: TegemoetkomingFeiten) -> int | None:
    """Return the wage with the employer charges per month (eurocents); None while one of them is not known."""
    verband = feiten.dienstverband
    if verband is None or verband.loon is None or verband.lasten is None:
        return None
    return verband.loon + verband.lasten


def toets_loonkosten(feiten: TegemoetkomingFeiten) -> Toets:
    """Test that wage and charges are known: half of them is what is paid (DEV-SUB-910)."""
    return maak_toets(
        "loonkosten_bekend",
        loonkosten(feiten) is not None or None,
        beleidsregels("6", "5"),
        {"loonkosten": loonkosten(feiten)},
        "De loonkosten zijn bekend.",
        "Het brutoloon of de werkgeverslasten zijn nog niet bekend.",
    )


def toets_geen_andere_regeling(feiten: TegemoetkomingFeiten) -> Toets:
    """Test that the employer has no claim under another regeling, as declared or as we know it (DEV-SUB-911)."""
    verklaard = feiten.gegevens.andere_aanspraken
    eigen = {e.regeling.value for e in feiten.eerdere if e.zelfde_dienstverband and e.regeling in _NAAST}
    alle = eigen | {aanspraak.value for aanspraak in verklaard or ()}
    return maak_toets(
        "geen_andere_regeling",
        False if alle else None if verklaard is None else True,
        beleidsregels("6", "7"),
        {"aanspraken": tuple(sorted(alle))},
        "De werkgever heeft geen aanspraak op een andere regeling voor deze werknemer.",
        f"De werkgever heeft voor deze werknemer aanspraak op: {', '.join(sorted(alle))}.",
        "De werkgever verklaarde nog niet of er aanspraak is op een andere regeling.",
    )


def toets_eenmaal_per_dienstverband(feiten: TegemoetkomingFeiten) -> Toets:
    """Test that the same employment was not asked for before: six months at most (DEV-SUB-910)."""
    eerder = any(e.regeling is Regelingcode.TEGEMOETKOMING and e.zelfde_dienstverband for e in feiten.eerdere)
    return maak_toets(
        "niet_eerder_voor_dit_dienstverband",
        not eerder,
        beleidsregels("6", "5"),
        {"eerder": eerder},
        "Voor dit dienstverband is niet eerder een tegemoetkoming gevraagd.",
        "Voor dit dienstverband is al een tegemoetkoming gevraagd of gegeven.",
    )


def subsidiemaanden(feiten: Subsidiefeiten, ten_hoogste: int) -> int:
    """Return how many months are subsidised: those of the contract, up to the maximum (DEV-SUB-910)."""
    verband = feiten.dienstverband
    duur = hele_maanden(verband.van, verband.tot) if verband else 0
    return ten_hoogste if duur is None else min(duur, ten_hoogste)


def bereken_tegemoetkoming(feiten: TegemoetkomingFeiten, beleid: SubsidieBeleid) -> Betaalschema:
    """Work out each month: half of the wage costs, up to half of the minimum wage of that month (DEV-SUB-910)."""
    kosten, verband = loonkosten(feiten), feiten.dienstverband
    assert kosten is not None
    assert verband is not None
    maanden = subsidiemaanden(feiten, beleid.tegemoetkoming_maanden.waarde)
    termijnen = [
        _termijn(feiten, beleid, kosten, nummer, loon)
        for nummer, loon in enumerate(feiten.minimumlonen[:maanden], start=1)
    ]
    procent = beleid.tegemoetkoming_procent.waarde.normalize()
    plafond = beleid.tegemoetkoming_plafond_procent.waarde.normalize()
    formule = (
        f"{procent:f} % van de loonkosten van {euro(kosten)} per maand, per maand ten hoogste"
        f" {plafond:f} % van het wettelijk minimumloon, voor {maanden} maanden"
    )
    return Betaalschema.van(*termijnen, formule=formule)


def _termijn(
    feiten: TegemoetkomingFeiten, beleid: SubsidieBeleid, kosten: int, nummer: int, loon: GebruiktCijfer
) -> Termijn:
    assert feiten.dienstverband is not None
    deel, plafond = beleid.tegemoetkoming_procent.waarde, beleid.tegemoetkoming_plafond_procent.waarde
    half, hoogste = procent_van(kosten, deel), procent_van(int(loon.waarde), plafond)
    som = _som(deel, kosten, half)
    begrensd = half > hoogste
    if begrensd:
        som = f"{_som(plafond, int(loon.waarde), hoogste)} (het maximum; {som})"
    op = feiten.ontvangen_op
    cijfers = (
        cijfer_uit(beleid, "tegemoetkoming_procent", op, naam="deel van de loonkosten", waarde=deel),
        cijfer_uit(beleid, "tegemoetkoming_plafond_procent", op, naam="deel van het minimumloon", waarde=plafond),
        loon,
    )
    begin = plus_maanden(feiten.dienstverband.van, nummer - 1)
    return Termijn(
        nummer=nummer,
        maand=eerste_van_de_maand(begin),
        bedrag=min(half, hoogste),
        formule=som,
        cijfers=cijfers,
        betaalbaar_vanaf=plus_maanden(feiten.dienstverband.van, nummer),
        bijlagen=(Bijlagesoort.LOONSTROOK,),
        begrensd=begrensd,
    )


def _som(procent: Decimal, van: int, uitkomst: int) -> str:
    return f"{procent.normalize():f} % van {euro(van)} = {euro(uitkomst)}"
