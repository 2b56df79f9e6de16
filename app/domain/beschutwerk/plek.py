"""Plek: granting a place of beschut werk within the number of the year, or the waiting list (DEV-BSW-902, -907)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from app.domain.beleid.model import Herkomst
from app.domain.beschutwerk.beleid import BeschutWerkBeleid, Eenheid, Wachtvolgorde
from app.domain.beschutwerk.feiten import Dienstbetrekking, Overbrugging, Plaatssoort
from app.domain.beschutwerk.toetsen import LID_1, LID_2
from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import Grondslag, awb, bezwaarclausule
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Toets, Uitkomst


class Plekdictum(StrEnum):
    """What is decided; ``voorleggen`` is never taken."""

    TOEKENNEN = "toekennen"
    WEIGEREN = "weigeren"
    VOORLEGGEN = "voorleggen"


class PlekFeiten(BaseModel):
    """A place for somebody; ``bezet`` is what is taken of the year by others, in persons or hours a week.

    ``eerder_op_lijst`` counts who was on the waiting list before this klant.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    vastgesteld_op: date | None
    begin: date
    uren: int
    dienstbetrekking: Dienstbetrekking
    plaats: Plaatssoort
    bezet: int
    eerder_op_lijst: int = 0
    motivering: str | None = None
    besluiter: str | None = None


class Plekbeslissing(BaseModel):
    """The outcome with its reasons; ``volgorde`` is a signal about the waiting list and stops nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    dictum: Plekdictum
    peildatum: date
    toetsen: tuple[Toets, ...]
    volgorde: Toets
    grondslagen: tuple[Grondslag, ...]
    motivering: tuple[str, ...]
    voorbeeldwaarden: tuple[str, ...]


class Wachtende(BaseModel):
    """Somebody for whom beschut werk is established and who has no place."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    zaak: UUID
    initiatief_op: date
    vastgesteld_op: date


def toets_vastgesteld(feiten: PlekFeiten) -> Toets:
    """Test that it was established that the klant needs beschut werk: without that no offer (DEV-BSW-901)."""
    return maak_toets(
        "beschut_werk_vastgesteld",
        feiten.vastgesteld_op is not None,
        LID_1,
        {"vastgesteld_op": feiten.vastgesteld_op},
        "Voor de klant is vastgesteld dat alleen beschut werk mogelijk is.",
        "Voor de klant is nog niet vastgesteld dat alleen beschut werk mogelijk is; zonder vaststelling geen plek.",
    )


def toets_plek_vrij(feiten: PlekFeiten, beleid: BeschutWerkBeleid) -> Toets:
    """Test that the number of the year leaves room; no extra employment is made above it (DEV-BSW-902)."""
    vrij = beleid.grens - feiten.bezet
    norm = beleid.plekken_per_jaar
    jaar = feiten.begin.year
    return maak_toets(
        "plek_vrij",
        beleid.gewicht(feiten.uren) <= vrij,
        norm.grondslag,
        {"jaar": jaar, "plekken": norm.waarde, "eenheid": beleid.eenheid.waarde, "bezet": feiten.bezet},
        f"In {jaar} is er nog plek: er zijn {norm.waarde} plekken.",
        f"Alle {norm.waarde} plekken van {jaar} zijn bezet. Meer plekken zijn er dit jaar niet.",
    )


def toets_volgorde(feiten: PlekFeiten, beleid: BeschutWerkBeleid) -> Toets:
    """Signal that others are before this klant on the waiting list; nobody is placed by itself (DEV-BSW-903)."""
    orde = beleid.wachtvolgorde.waarde.value.replace("_", " ")
    return maak_toets(
        "volgorde_wachtlijst",
        feiten.eerder_op_lijst == 0,
        LID_2,
        {"eerder_op_lijst": feiten.eerder_op_lijst},
        "Niemand staat eerder op de wachtlijst.",
        f"Er staan {feiten.eerder_op_lijst} anderen eerder op de wachtlijst (volgorde: {orde}). Motiveer uw keuze.",
    )


def beslis_plek(feiten: PlekFeiten, beleid: BeschutWerkBeleid, peildatum: date) -> Plekbeslissing:
    """Grant the place, or refuse it when the number of the year is reached: then the klant waits."""
    vastgesteld, vrij = toets_vastgesteld(feiten), toets_plek_vrij(feiten, beleid)
    dictum = Plekdictum.VOORLEGGEN
    if in_orde(vastgesteld):
        dictum = Plekdictum.TOEKENNEN if in_orde(vrij) else Plekdictum.WEIGEREN
    gebruikt = gebruikte_waarden(feiten, beleid, dictum)
    return Plekbeslissing(
        dictum=dictum,
        peildatum=peildatum,
        toetsen=(vastgesteld, vrij),
        volgorde=toets_volgorde(feiten, beleid),
        grondslagen=(LID_1, vrij.grondslag),
        motivering=tuple(_motiveer(dictum, feiten, beleid, vrij)),
        voorbeeldwaarden=tuple(n for n in gebruikt if getattr(beleid, n).herkomst is not Herkomst.VASTGESTELD),
    )


def in_orde(toets: Toets) -> bool:
    """Tell whether a condition is met."""
    return toets.uitkomst is Uitkomst.VOLDAAN


def plek_in_de_weg(_feiten: PlekFeiten, beslissing: Plekbeslissing) -> tuple[Toets, ...]:
    """Return what keeps a place from being decided on."""
    return tuple(toets for toets in beslissing.toetsen[:1] if not in_orde(toets))


def gebruikte_waarden(_feiten: PlekFeiten, beleid: BeschutWerkBeleid, _beslissing: object) -> tuple[str, ...]:
    """Return the names of the policy values on which a place rests."""
    uren = ("uren_per_baan",) if beleid.eenheid.waarde is Eenheid.BANEN else ()
    return ("plekken_per_jaar", "eenheid", *uren)


def _motiveer(dictum: Plekdictum, feiten: PlekFeiten, beleid: BeschutWerkBeleid, vrij: Toets) -> Iterator[str]:
    if dictum is Plekdictum.VOORLEGGEN:
        return
    if dictum is Plekdictum.TOEKENNEN:
        begin = datum_voluit(feiten.begin)
        yield f"U krijgt een plek voor beschut werk vanaf {begin}, voor {feiten.uren} uur per week."
        soort = "een aanstelling" if feiten.dienstbetrekking is Dienstbetrekking.PUBLIEKRECHTELIJK else "een contract"
        yield f"U krijgt {soort} bij {_PLAATS[feiten.plaats]}."
    else:
        yield f"U krijgt nu geen plek voor beschut werk ({vrij.grondslag}): {vrij.toelichting}"
        yield "U staat op de wachtlijst. Uw recht op beschut werk blijft."
    yield f"Onze afweging: {feiten.motivering}"
    termijn = beleid.bezwaartermijn_weken
    yield bezwaarclausule(termijn.waarde, termijn.grondslag)


_PLAATS = {
    Plaatssoort.GEMEENTE: "de gemeente",
    Plaatssoort.SW_BEDRIJF: "het sw-bedrijf",
    Plaatssoort.GELIEERD: "een organisatie waarmee de gemeente samenwerkt",
    Plaatssoort.REGULIER: "een werkgever die de plek aanpast",
}


def wachtlijst(wachtenden: Iterable[Wachtende], beleid: BeschutWerkBeleid) -> tuple[Wachtende, ...]:
    """Put who waits in the order of the policy, by default the day of establishment (DEV-BSW-903)."""
    op_vaststelling = beleid.wachtvolgorde.waarde is Wachtvolgorde.VASTSTELLING
    return tuple(sorted(wachtenden, key=lambda w: (w.vastgesteld_op if op_vaststelling else w.initiatief_op, w.zaak)))


def toetsen_overbrugging(vastgesteld_op: date | None, werk_begonnen: bool) -> tuple[Toets, ...]:
    """Test that something can bridge the time: established, and the employment has not begun (DEV-BSW-909)."""
    lid_4 = LID_1.model_copy(update={"lid": "4"})
    return (
        maak_toets(
            "beschut_werk_vastgesteld",
            vastgesteld_op is not None,
            lid_4,
            {"vastgesteld_op": vastgesteld_op},
            "Beschut werk is voor de klant vastgesteld.",
            "Beschut werk is voor de klant nog niet vastgesteld.",
        ),
        maak_toets(
            "werk_nog_niet_begonnen",
            not werk_begonnen,
            lid_4,
            {},
            "De dienstbetrekking is nog niet begonnen.",
            "De dienstbetrekking is begonnen; overbruggen kan alleen tot die dag.",
        ),
    )


def buiten_klantgroep(soort: Overbrugging, klantgroep: Klantgroep | None) -> bool:
    """Tell that scholing is given where the klantgroep would not allow it, which beschut werk does (DEV-BSW-909)."""
    return soort is Overbrugging.SCHOLING and klantgroep is not Klantgroep.GROEIEN


def toets_einde(begin: date, tot: date) -> Toets:
    """Test that a place does not end before it begins; who never began gives the place back (DEV-BSW-902)."""
    return maak_toets(
        "einde_na_begin",
        tot > begin,
        awb("3:2"),
        {"begin": begin, "tot": tot},
        "De plek eindigt na haar begin.",
        "De plek is dan nog niet begonnen; laat haar vervallen.",
    )
