"""Intrekking after an opschorting that was not repaired (Participatiewet 54, lid 4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.beleid.model import Herkomst
from app.domain.blokkering.beleid import BlokkeringBeleid
from app.domain.blokkering.blokkade import toets_regime
from app.domain.blokkering.verzuim import GeschondenPlicht, toets_gemotiveerd, toets_plicht, toets_verwijtbaar
from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import Grondslag, awb, bezwaarclausule, pw
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.termijnen import Termijn
from app.domain.kern.toets import Feit, Toets, alle_voldaan, niet_voldaan
from app.domain.kern.werkdagen import tel_werkdagen

NIET_HERSTELD = "opschorting_niet_hersteld"
_GROND = pw("54", "4")


class IntrekkingDictum(StrEnum):
    """What is decided; ``voorleggen`` is never taken: something is missing or in the way."""

    INTREKKEN = "intrekken"
    VOORLEGGEN = "voorleggen"


class IntrekkingFeiten(BaseModel):
    """What is known; None means not known.

    The opschorting was sent on ``opschorting_verzonden_op``. The klant was heard on ``gehoord_op``, or could give a
    view until ``gelegenheid_tot_en_met``, or was not heard on a ground that the policy names.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    regime: str
    plicht: GeschondenPlicht
    opschorting_van: date
    opschorting_verzonden_op: date | None = None
    herstel_tot_en_met: date
    hersteld: bool = False
    verwijtbaar: bool | None = None
    verwijtbaarheid_toelichting: str | None = None
    gehoord_op: date | None = None
    zienswijze: str | None = None
    gelegenheid_tot_en_met: date | None = None
    horen_uitzondering: str | None = None
    motivering: str | None = None
    besluiter: str | None = None


class IntrekkingBeslissing(BaseModel):
    """The outcome: the grant is withdrawn from ``van``, the first day of the opschorting."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    dictum: IntrekkingDictum
    peildatum: date
    van: date
    toetsen: tuple[Toets, ...]
    grondslagen: tuple[Grondslag, ...]
    motivering: tuple[str, ...]
    voorbeeldwaarden: tuple[str, ...]


def beslis_intrekking(feiten: IntrekkingFeiten, beleid: BlokkeringBeleid, peildatum: date) -> IntrekkingBeslissing:
    """Decide on the facts of ``peildatum``; what is missing or in the way gives ``voorleggen``."""
    toetsen = toetsen_intrekking(feiten, beleid, peildatum)
    dictum = IntrekkingDictum.INTREKKEN if alle_voldaan(toetsen) else IntrekkingDictum.VOORLEGGEN
    gebruikt = waarden_intrekking(feiten, beleid, dictum)
    motivering = _motiveer(feiten, beleid) if dictum is IntrekkingDictum.INTREKKEN else ()
    return IntrekkingBeslissing(
        dictum=dictum,
        peildatum=peildatum,
        van=feiten.opschorting_van,
        toetsen=toetsen,
        grondslagen=tuple(dict.fromkeys((_GROND, *(toets.grondslag for toets in toetsen)))),
        motivering=tuple(motivering),
        voorbeeldwaarden=tuple(naam for naam in gebruikt if getattr(beleid, naam).herkomst is not Herkomst.VASTGESTELD),
    )


def toetsen_intrekking(feiten: IntrekkingFeiten, beleid: BlokkeringBeleid, peildatum: date) -> tuple[Toets, ...]:
    """Test everything that an intrekking asks for (DEV-NOS-504, DEV-NOS-505, DEV-MTR-002)."""
    return (
        toets_regime(feiten.regime),
        toets_plicht(feiten.plicht),
        toets_hersteltermijn_verzonden(feiten),
        toets_hersteltermijn_voorbij(feiten, peildatum),
        toets_niet_gereageerd(feiten),
        toets_verwijtbaar(feiten.verwijtbaar, feiten.verwijtbaarheid_toelichting),
        toets_horen(feiten, beleid, peildatum),
        toets_gemotiveerd(feiten.motivering),
    )


def toets_hersteltermijn_verzonden(feiten: IntrekkingFeiten) -> Toets:
    """Test that the opschorting with its hersteltermijn was sent (Participatiewet 54, lid 2; DEV-NOS-504)."""
    verzonden = feiten.opschorting_verzonden_op
    zin = "De opschorting is verzonden, met een termijn om het verzuim te herstellen."
    nee = "De opschorting met hersteltermijn is niet verzonden; verzend die eerst."
    return maak_toets(
        "hersteltermijn_verzonden", verzonden is not None, pw("54", "2"), {"verzonden_op": verzonden}, zin, nee
    )


def toets_hersteltermijn_voorbij(feiten: IntrekkingFeiten, peildatum: date) -> Toets:
    """Test that the hersteltermijn is over: for the first time on the day after its last (DEV-NOS-504, DEV-NOS-505)."""
    einde = feiten.herstel_tot_en_met
    zin = f"De hersteltermijn, tot en met {datum_voluit(einde)}, is voorbij."
    nee = f"De hersteltermijn loopt nog, tot en met {datum_voluit(einde)}; wacht die af."
    return maak_toets("hersteltermijn_voorbij", peildatum > einde, _GROND, {"tot_en_met": einde}, zin, nee)


def toets_niet_gereageerd(feiten: IntrekkingFeiten) -> Toets:
    """Test that the verzuim was not repaired (DEV-NOS-504, DEV-NOS-505)."""
    zin = "De klant heeft het verzuim niet hersteld."
    nee = "De klant heeft het verzuim hersteld; intrekken kan dan niet."
    return maak_toets("niet_hersteld", not feiten.hersteld, _GROND, {"hersteld": feiten.hersteld}, zin, nee)


def toets_horen(feiten: IntrekkingFeiten, beleid: BlokkeringBeleid, peildatum: date) -> Toets:
    """Ask that the klant was heard on the intrekking, could be, or need not be on a ground of the law (Awb 4:8)."""
    uitzonderingen = beleid.horen_uitzonderingen
    reden = feiten.horen_uitzondering
    zin = "De klant is gehoord, kon zijn mening geven en deed dat niet, of er is een geldige reden om niet te horen."
    nee = (
        "De klant is niet goed gehoord; de mening of een goede dag ontbreekt, of de reden om niet te horen geldt niet."
    )
    open_ = "Nog niet vastgelegd is of de klant is gehoord; vraag de klant om zijn mening."
    gezien: dict[str, Feit] = {
        "gehoord_op": feiten.gehoord_op,
        "gelegenheid": feiten.gelegenheid_tot_en_met,
        "reden": reden,
    }
    if reden is not None:
        return maak_toets("gehoord", reden in uitzonderingen.waarde, uitzonderingen.grondslag, gezien, zin, nee)
    return maak_toets("gehoord", _gehoord(feiten, peildatum), awb("4:8"), gezien, zin, nee, open_)


def _gehoord(feiten: IntrekkingFeiten, peildatum: date) -> bool | None:
    """Tell whether there was a hearing after the opschorting was sent; None when nothing is recorded."""
    na = feiten.opschorting_verzonden_op
    if feiten.gehoord_op is not None:
        return bool(feiten.zienswijze) and na is not None and na <= feiten.gehoord_op <= peildatum
    if feiten.gelegenheid_tot_en_met is not None:
        return na is not None and na < feiten.gelegenheid_tot_en_met < peildatum
    return None


def belemmeringen_intrekking(_: IntrekkingFeiten, beslissing: IntrekkingBeslissing) -> tuple[Toets, ...]:
    """Return what keeps the besluit from being taken."""
    return niet_voldaan(beslissing.toetsen)


def waarden_intrekking(feiten: IntrekkingFeiten, _beleid: BlokkeringBeleid, _beslissing: object) -> tuple[str, ...]:
    """Return the names of the policy values on which the besluit rests."""
    return ("horen_uitzonderingen",) if feiten.horen_uitzondering else ()


def _motiveer(feiten: IntrekkingFeiten, beleid: BlokkeringBeleid) -> Iterator[str]:
    """Write the reasons of the letter, in its order."""
    assert feiten.opschorting_verzonden_op is not None
    van, tot = datum_voluit(feiten.opschorting_van), datum_voluit(feiten.herstel_tot_en_met)
    yield f"Wij trekken het besluit in waarmee u bijstand kreeg. U heeft vanaf {van} geen uitkering meer ({_GROND})."
    brief = datum_voluit(feiten.opschorting_verzonden_op)
    yield f"In onze brief van {brief} schreven wij dat u het verzuim kon herstellen tot en met {tot}. Dat deed u niet."
    yield f"Wij vinden dat dit u te verwijten is: {feiten.verwijtbaarheid_toelichting}"
    if feiten.gehoord_op is not None:
        yield f"Op {datum_voluit(feiten.gehoord_op)} vertelde u wat u ervan vindt: {feiten.zienswijze}"
    elif feiten.gelegenheid_tot_en_met is not None:
        gelegenheid = datum_voluit(feiten.gelegenheid_tot_en_met)
        yield f"U kon ons tot en met {gelegenheid} vertellen wat u ervan vindt. Wij hebben niets van u gehoord."
    yield f"Onze afweging: {feiten.motivering}"
    yield "Heeft u weer recht op bijstand? Dan kunt u opnieuw een aanvraag doen."
    termijn = beleid.bezwaartermijn_weken
    yield bezwaarclausule(termijn.waarde, termijn.grondslag)


def taak_na_hersteltermijn(termijn: Termijn) -> TaakVoorstel:
    """Return what must be done when the hersteltermijn is over; by itself nothing is withdrawn (DEV-NOS-504)."""
    return TaakVoorstel(
        soort=NIET_HERSTELD,
        wat="Ga na of het verzuim is hersteld. Zo niet, vraag de klant om zijn mening en bereid de intrekking voor.",
        waarom=f"De hersteltermijn liep tot en met {datum_voluit(termijn.einde)}.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=_GROND,
        uiterste=tel_werkdagen(termijn.einde, 1),
    )
