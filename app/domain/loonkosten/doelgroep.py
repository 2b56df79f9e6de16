"""Doelgroep loonkostensubsidie: three criteria, on request or ambtshalve (Participatiewet 6, 10c; DEV-LKS-901)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import pw, verordening
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.toets import Toets, Uitkomst, alle_voldaan, niet_voldaan
from app.domain.loonkosten.model import Loonkostendictum, Uitslag, grondslagen, slotzin
from app.domain.loonkosten.procedure import LoonkostenBeleid


class Vaststelwijze(StrEnum):
    """Whether somebody asked for it."""

    OP_VERZOEK = "op_verzoek"
    AMBTSHALVE = "ambtshalve"


class LksVerzoeker(StrEnum):
    """Who asked."""

    PERSOON = "persoon"
    WERKGEVER = "werkgever"


class DoelgroepLksFeiten(BaseModel):
    """What is known of the three criteria; None is not answered. ``in_register`` is recorded and decides nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    wijze: Vaststelwijze
    verzoeker: LksVerzoeker | None = None
    datum: date
    behoort_tot_doelgroep: bool | None = None
    niet_tot_minimumloon: bool | None = None
    mogelijkheden: bool | None = None
    in_register: bool = False
    motivering: str | None = None
    besluiter: str | None = None


def toets_eenmaal(datum: date, vorige: date | None, beleid: LoonkostenBeleid) -> Toets:
    """Ask that the last request is twelve months ago (Participatiewet 10c, lid 2); the day itself is late enough."""
    norm = beleid.verzoek_maanden
    eerste = datum if vorige is None else plus_maanden(vorige, norm.waarde)
    return maak_toets(
        "verzoek_eenmaal_per_termijn",
        eerste <= datum,
        norm.grondslag,
        {"datum": datum, "vorige": vorige},
        f"Er is in de {norm.waarde} maanden hiervoor geen verzoek gedaan.",
        f"Een verzoek kan eens per {norm.waarde} maanden; een nieuw verzoek kan vanaf {datum_voluit(eerste)}.",
    )


def toets_ambtshalve(alleen_op_aanvraag: bool) -> Toets:
    """Ask that the klant is no Anw or nugger: for those the law wants a request (Participatiewet 10c, lid 1)."""
    return maak_toets(
        "ambtshalve_mogelijk",
        not alleen_op_aanvraag,
        pw("10c", "1", "b"),
        {"alleen_op_aanvraag": alleen_op_aanvraag},
        "De doelgroep kan ambtshalve worden vastgesteld.",
        "Voor wie een Anw-uitkering of geen uitkering heeft, kan dit alleen op aanvraag van de klant.",
    )


def toetsen_doelgroep(feiten: DoelgroepLksFeiten) -> tuple[Toets, ...]:
    """Test the three criteria, and that the outcome is motivated."""
    artikel = verordening("11")
    return (
        maak_toets(
            "doelgroep_artikel_7_of_10d",
            feiten.behoort_tot_doelgroep,
            artikel,
            {"antwoord": feiten.behoort_tot_doelgroep},
            "U hoort tot de doelgroep van de Participatiewet.",
            "U hoort niet tot de doelgroep van artikel 7 of artikel 10d, lid 2, van de Participatiewet.",
            "Beantwoord of de klant hoort tot de doelgroep van artikel 7, lid 1, onder a, of artikel 10d, lid 2.",
        ),
        maak_toets(
            "niet_tot_minimumloon_in_staat",
            feiten.niet_tot_minimumloon,
            artikel,
            {"antwoord": feiten.niet_tot_minimumloon},
            "U kunt met een volledige baan niet het minimumloon verdienen.",
            "U kunt met een volledige baan het minimumloon verdienen.",
            "Beantwoord of de klant met een volledige baan het minimumloon kan verdienen.",
        ),
        maak_toets(
            "mogelijkheden_arbeidsparticipatie",
            feiten.mogelijkheden,
            artikel,
            {"antwoord": feiten.mogelijkheden},
            "U hebt mogelijkheden om te werken.",
            "U hebt nu geen mogelijkheden om te werken.",
            "Beantwoord of de klant mogelijkheden heeft om te werken.",
        ),
        maak_toets("gemotiveerd", bool(feiten.motivering) or None, pw("10c"), {}, "De vaststelling is gemotiveerd."),
    )


def beslis_doelgroep(feiten: DoelgroepLksFeiten, beleid: LoonkostenBeleid, peildatum: date) -> Uitslag:
    """Decide: all three met is in, one 'no' is refused, and an unanswered one blocks (DEV-LKS-901)."""
    toetsen = toetsen_doelgroep(feiten)
    dictum = _dictum(toetsen)
    return Uitslag(
        dictum=dictum,
        peildatum=peildatum,
        toetsen=toetsen,
        grondslagen=grondslagen(toetsen, pw("6", "1"), pw("10c", "1")),
        motivering=tuple(_motiveer(dictum, feiten, beleid, toetsen)),
        voorbeeldwaarden=(),
    )


def _dictum(toetsen: tuple[Toets, ...]) -> Loonkostendictum:
    if any(toets.uitkomst is Uitkomst.ONBEPAALD for toets in toetsen):
        return Loonkostendictum.VOORLEGGEN
    return Loonkostendictum.VASTSTELLEN if alle_voldaan(toetsen) else Loonkostendictum.AFWIJZEN


def _motiveer(
    dictum: Loonkostendictum, feiten: DoelgroepLksFeiten, beleid: LoonkostenBeleid, toetsen: tuple[Toets, ...]
) -> Iterator[str]:
    """Write the reasons of the letter."""
    if dictum is Loonkostendictum.VOORLEGGEN:
        return
    if dictum is Loonkostendictum.VASTSTELLEN:
        yield "U hoort tot de doelgroep loonkostensubsidie."
        yield from (toets.toelichting for toets in toetsen[:3])
        yield "Een werkgever die u in dienst neemt, kan loonkostensubsidie krijgen."
        yield "U hebt recht op begeleiding op het werk (artikel 10da, Participatiewet)."
    else:
        yield "U hoort niet tot de doelgroep loonkostensubsidie."
        yield from (f"{toets.toelichting} ({toets.grondslag})" for toets in niet_voldaan(toetsen))
    if feiten.in_register:
        yield "U staat in het doelgroepregister."
    yield f"Onze afweging: {feiten.motivering}"
    yield slotzin(beleid)
