"""Einde: a subsidie stops on a ground of the verordening, or is fixed at what was due, and what is claimed back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from app.domain.beleid.model import Waarde
from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.geld import euro
from app.domain.kern.grondslag import Grondslag, awb, bezwaarclausule
from app.domain.kern.toets import Toets, alle_voldaan, niet_voldaan
from app.domain.subsidie.beleid import SubsidieBeleid
from app.domain.subsidie.grondslagen import verordening_lid
from app.domain.subsidie.model import Cent, Regelingcode, Vast


class Einddictum(StrEnum):
    """What is decided when a subsidie stops; ``voorleggen`` is never taken."""

    BEEINDIGEN = "beeindigen"
    VOORLEGGEN = "voorleggen"


class Vaststeldictum(StrEnum):
    """What is decided when a subsidie is fixed; ``voorleggen`` is never taken."""

    VASTSTELLEN = "vaststellen"
    LAGER_VASTSTELLEN = "lager_vaststellen"
    VOORLEGGEN = "voorleggen"


class Verlagingsgrond(StrEnum):
    """Why less is fixed than was granted (Awb 4:46, lid 2)."""

    NIET_VERRICHT = "activiteiten_niet_verricht"
    VERPLICHTINGEN = "verplichtingen_niet_nageleefd"
    ONJUISTE_GEGEVENS = "onjuiste_gegevens"
    ONJUIST_VERLEEND = "onjuist_verleend"


class Eindfeiten(Vast):
    """A subsidie that is stopped; ``toetsen`` are the conditions of the ground, the same as for a voorziening."""

    regeling: Regelingcode
    loopt: bool
    laatste_dag: date
    grond: str
    toetsen: tuple[Toets, ...]
    motivering: str
    open_bedrag: Cent


class Eindbeslissing(Vast):
    """The outcome; what is not paid yet is held from the dispatch on."""

    dictum: Einddictum
    peildatum: date
    toetsen: tuple[Toets, ...]
    grondslagen: tuple[Grondslag, ...]
    motivering: tuple[str, ...]
    voorbeeldwaarden: tuple[str, ...] = ()


class Vaststelfeiten(Vast):
    """What was granted, what was paid, and at what it is fixed (eurocents); ``onderweg`` counts what is being paid.

    ``gevorderd`` was claimed back before, and is not claimed a second time.
    """

    regeling: Regelingcode
    awb_subsidie: bool
    gegeven: bool
    toegekend: Cent
    betaald: Cent
    vastgesteld: Cent
    onderweg: int
    gevorderd: Cent = 0
    grond: Verlagingsgrond | None = None
    terugvorderen: bool = False
    motivering: str

    @property
    def te_veel(self) -> int:
        """What was paid without being due, and was not claimed back before."""
        return max(0, self.netto - self.vastgesteld)

    @property
    def netto(self) -> int:
        """What was paid and not claimed back."""
        return self.betaald - self.gevorderd


class Vaststelbeslissing(Vast):
    """The outcome; ``terug`` is what is claimed back (eurocents)."""

    dictum: Vaststeldictum
    peildatum: date
    vastgesteld: Cent
    terug: Cent
    toetsen: tuple[Toets, ...]
    grondslagen: tuple[Grondslag, ...]
    motivering: tuple[str, ...]
    voorbeeldwaarden: tuple[str, ...] = ()


def beslis_einde(feiten: Eindfeiten, beleid: SubsidieBeleid, peildatum: date) -> Eindbeslissing:
    """Stop a subsidie on one of the seven grounds; a person always decides (DEV-VRZ-909)."""
    toetsen = (toets_loopt(feiten), *feiten.toetsen)
    dictum = Einddictum.BEEINDIGEN if alle_voldaan(toetsen) else Einddictum.VOORLEGGEN
    return Eindbeslissing(
        dictum=dictum,
        peildatum=peildatum,
        toetsen=toetsen,
        grondslagen=tuple(dict.fromkeys(toets.grondslag for toets in toetsen)),
        motivering=tuple(_waarom_einde(feiten, beleid)) if dictum is Einddictum.BEEINDIGEN else (),
    )


def toets_loopt(feiten: Eindfeiten) -> Toets:
    """Test that there is something to stop."""
    return maak_toets(
        "subsidie_loopt",
        feiten.loopt,
        verordening_lid("3", "2"),
        {"loopt": feiten.loopt},
        "De subsidie of vergoeding loopt.",
        "De subsidie of vergoeding loopt niet (meer).",
    )


def _waarom_einde(feiten: Eindfeiten, beleid: SubsidieBeleid) -> Iterator[str]:
    yield f"Wij stoppen met betalen. De laatste dag is {datum_voluit(feiten.laatste_dag)}."
    yield f"{feiten.grond} ({feiten.toetsen[0].grondslag})."
    if feiten.open_bedrag:
        yield f"Van de toekenning is {euro(feiten.open_bedrag)} nog niet betaald. Dat houden wij aan."
        yield "Wij kijken nog of u daarvan een deel krijgt, en laten u dat weten."
    yield f"Onze uitleg: {feiten.motivering}"
    yield _bezwaar(beleid.bezwaartermijn_weken)


def beslis_vaststelling(feiten: Vaststelfeiten, beleid: SubsidieBeleid, peildatum: date) -> Vaststelbeslissing:
    """Fix a subsidie at what was due (Awb 4:46), and claim back what was paid too much (Awb 4:57)."""
    toetsen = toetsen_vaststelling(feiten)
    lager = feiten.vastgesteld < feiten.toegekend
    dictum = Vaststeldictum.LAGER_VASTSTELLEN if lager else Vaststeldictum.VASTSTELLEN
    if not alle_voldaan(toetsen):
        dictum = Vaststeldictum.VOORLEGGEN
    return Vaststelbeslissing(
        dictum=dictum,
        peildatum=peildatum,
        vastgesteld=feiten.vastgesteld,
        terug=feiten.te_veel if feiten.terugvorderen else 0,
        toetsen=toetsen,
        grondslagen=tuple(dict.fromkeys(toets.grondslag for toets in toetsen)),
        motivering=() if dictum is Vaststeldictum.VOORLEGGEN else tuple(_waarom_vaststelling(feiten, beleid)),
    )


def toetsen_vaststelling(feiten: Vaststelfeiten) -> tuple[Toets, ...]:
    """Test everything that fixing asks."""
    lager = feiten.vastgesteld < feiten.toegekend
    return (
        maak_toets(
            "awb_subsidie",
            feiten.awb_subsidie and feiten.gegeven,
            awb("4:42"),
            {"subsidie": feiten.awb_subsidie, "toegekend": feiten.gegeven},
            "Dit is een subsidie die is toegekend.",
            "Alleen een subsidie die is toegekend, wordt vastgesteld; een vergoeding of premie niet.",
        ),
        maak_toets(
            "niets_onderweg",
            feiten.onderweg == 0,
            awb("4:52"),
            {"onderweg": feiten.onderweg},
            "Er is niets meer onderweg.",
            "Er is nog een factuur of betaling onderweg; handel die eerst af.",
        ),
        maak_toets(
            "niet_meer_dan_betaald",
            feiten.vastgesteld <= min(feiten.netto, feiten.toegekend),
            awb("4:46", "1"),
            {"vastgesteld": feiten.vastgesteld, "betaald": feiten.netto, "toegekend": feiten.toegekend},
            "Wat wordt vastgesteld, is betaald.",
            "Stel niet meer vast dan is toegekend en betaald; betaal eerst wat nog verschuldigd is.",
        ),
        maak_toets(
            "verlaging_gegrond",
            feiten.grond is not None or not lager,
            awb("4:46", "2"),
            {"grond": feiten.grond},
            "Een lagere vaststelling heeft een grond.",
            "Noem op welke grond er minder wordt vastgesteld dan is toegekend.",
        ),
    )


_GROND_ZIN = {
    Verlagingsgrond.NIET_VERRICHT: "Niet alles waarvoor u de subsidie kreeg, is gebeurd",
    Verlagingsgrond.VERPLICHTINGEN: "U hield zich niet aan alle verplichtingen die bij de subsidie horen",
    Verlagingsgrond.ONJUISTE_GEGEVENS: "Met juiste en volledige gegevens hadden wij anders besloten",
    Verlagingsgrond.ONJUIST_VERLEEND: "De subsidie was niet juist verleend, en dat kon u weten",
}


def _waarom_vaststelling(feiten: Vaststelfeiten, beleid: SubsidieBeleid) -> Iterator[str]:
    yield f"Wij stellen de subsidie vast op {euro(feiten.vastgesteld)}. Toegekend was {euro(feiten.toegekend)}."
    if feiten.grond is not None and feiten.vastgesteld < feiten.toegekend:
        yield f"{_GROND_ZIN[feiten.grond]} ({awb('4:46', '2')})."
    if feiten.te_veel and feiten.terugvorderen:
        eerder = f" - {euro(feiten.gevorderd)} (al teruggevraagd)" if feiten.gevorderd else ""
        som = f"{euro(feiten.betaald)}{eerder} - {euro(feiten.vastgesteld)} = {euro(feiten.te_veel)}"
        yield f"U kreeg te veel: {som}. Dat bedrag vorderen wij terug ({awb('4:57', '1')})."
    elif feiten.te_veel:
        yield f"U kreeg {euro(feiten.te_veel)} te veel. Dat bedrag vorderen wij niet terug."
    yield f"Onze uitleg: {feiten.motivering}"
    yield _bezwaar(beleid.bezwaartermijn_weken)


def _bezwaar(termijn: Waarde[int]) -> str:
    return bezwaarclausule(termijn.waarde, termijn.grondslag)


def belemmeringen(
    _feiten: Eindfeiten | Vaststelfeiten, beslissing: Eindbeslissing | Vaststelbeslissing
) -> tuple[Toets, ...]:
    """Return what keeps a besluit from being taken."""
    return niet_voldaan(beslissing.toetsen)
