"""Opschorting: the right stands still, at most eight weeks, with a term to repair (Participatiewet 54, lid 1 and 2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.domain.beleid.model import Herkomst
from app.domain.blokkering.beleid import BlokkeringBeleid
from app.domain.blokkering.blokkade import maximum, toets_regime
from app.domain.blokkering.ladder import LadderFeiten, toetsen_ladder
from app.domain.blokkering.situatie import toets_no_shows
from app.domain.blokkering.soorten import Pad
from app.domain.blokkering.verzuim import GeschondenPlicht, Verzuim, toets_gemotiveerd, toets_plicht, toets_verwijtbaar
from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.geld import euro
from app.domain.kern.grondslag import Grondslag, bezwaarclausule, pw
from app.domain.kern.termijnen import Termijn, beleidstermijn_dagen
from app.domain.kern.toets import Toets, alle_voldaan, niet_voldaan
from app.domain.kern.werkdagen import tel_werkdagen

HERSTELTERMIJN = "hersteltermijn_opschorting"
_WAARDEN = ("opschorting_max_weken", "hersteltermijn_werkdagen")
_LADDERWAARDEN = ("contactladder", "verdere_stappen")
_WAT = {
    Verzuim.NIET_VERSTREKT: "U gaf ons niet de gegevens of bewijzen die wij nodig hebben.",
    Verzuim.ONVOLLEDIG: "U gaf ons de gegevens of bewijzen te laat of niet compleet.",
    Verzuim.MEDEWERKING: "U werkte niet genoeg mee aan ons onderzoek naar uw recht op uitkering.",
}


class OpschortingDictum(StrEnum):
    """What is decided; ``voorleggen`` is never taken: something is missing or in the way."""

    OPSCHORTEN = "opschorten"
    VOORLEGGEN = "voorleggen"


class OpschortingFeiten(BaseModel):
    """What is known; None means not known.

    ``verzuim_op`` is the day of the verzuim, ``periode_van`` the first day of the period that it is about, if that can
    be told. ``herstel`` says what the klant must still do, until ``herstel_tot_en_met`` included. ``pad``, ``ladder``
    and ``no_shows`` are those of the situation; ``direct`` tells that the payment was blocked on a ground without
    ladder, and ``doorbetaald`` which fixed costs are paid meanwhile, in eurocents per month.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    regime: str
    verzuim: Verzuim
    plicht: GeschondenPlicht
    verzuim_op: date
    periode_van: date | None = None
    herstel: str | None = None
    herstel_tot_en_met: date | None = None
    verwijtbaar: bool | None = None
    verwijtbaarheid_toelichting: str | None = None
    pad: Pad | None = None
    ladder: LadderFeiten = LadderFeiten()
    no_shows: int | None = None
    direct: bool = False
    doorbetaald: Annotated[int, Field(ge=0)] = 0
    motivering: str | None = None
    besluiter: str | None = None

    @property
    def van(self) -> date:
        """The first day: of the period that the verzuim is about, or else of the verzuim itself."""
        return self.periode_van or self.verzuim_op


class OpschortingBeslissing(BaseModel):
    """The outcome: from ``van``, to repair until ``herstel_tot_en_met``, over after ``uiterlijk`` at the latest."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    dictum: OpschortingDictum
    peildatum: date
    van: date
    herstel_tot_en_met: date | None
    uiterlijk: date
    toetsen: tuple[Toets, ...]
    grondslagen: tuple[Grondslag, ...]
    motivering: tuple[str, ...]
    voorbeeldwaarden: tuple[str, ...]


def beslis_opschorting(feiten: OpschortingFeiten, beleid: BlokkeringBeleid, peildatum: date) -> OpschortingBeslissing:
    """Decide on the facts of ``peildatum``; what is missing or in the way gives ``voorleggen``."""
    toetsen = toetsen_opschorting(feiten, beleid, peildatum)
    dictum = OpschortingDictum.OPSCHORTEN if alle_voldaan(toetsen) else OpschortingDictum.VOORLEGGEN
    gebruikt = waarden_opschorting(feiten, beleid, dictum)
    motivering = _motiveer(feiten, beleid) if dictum is OpschortingDictum.OPSCHORTEN else ()
    return OpschortingBeslissing(
        dictum=dictum,
        peildatum=peildatum,
        van=feiten.van,
        herstel_tot_en_met=feiten.herstel_tot_en_met,
        uiterlijk=maximum(feiten.van, beleid).einde,
        toetsen=toetsen,
        grondslagen=tuple(dict.fromkeys(toets.grondslag for toets in toetsen)),
        motivering=tuple(motivering),
        voorbeeldwaarden=tuple(naam for naam in gebruikt if getattr(beleid, naam).herkomst is not Herkomst.VASTGESTELD),
    )


def toetsen_opschorting(feiten: OpschortingFeiten, beleid: BlokkeringBeleid, peildatum: date) -> tuple[Toets, ...]:
    """Test everything that an opschorting asks for; the ladder where restraint holds (DEV-BLK-502, DEV-NOS-504)."""
    met_ladder = feiten.pad is Pad.CONTACTLADDER and not feiten.direct
    return (
        toets_regime(feiten.regime),
        toets_plicht(feiten.plicht),
        toets_verzuimdag(feiten, peildatum),
        *(() if feiten.direct else (toets_no_shows(feiten.no_shows, feiten.pad, beleid),)),
        *(toetsen_ladder(feiten.ladder, beleid) if met_ladder else ()),
        toets_verwijtbaar(feiten.verwijtbaar, feiten.verwijtbaarheid_toelichting),
        toets_herstel(feiten),
        toets_hersteltermijn(feiten.herstel_tot_en_met, peildatum, beleid),
        toets_binnen_maximum(feiten, beleid),
        toets_gemotiveerd(feiten.motivering),
    )


def toets_verzuimdag(feiten: OpschortingFeiten, peildatum: date) -> Toets:
    """Test that the verzuim happened, and that the opschorting does not begin after it (Participatiewet 54, lid 1)."""
    in_orde = feiten.van <= feiten.verzuim_op <= peildatum
    zin = "Het verzuim is er al, en de opschorting begint niet later dan dat verzuim."
    nee = "Het verzuim is er nog niet, of de opschorting zou pas na het verzuim beginnen; pas de dagen aan."
    return maak_toets(
        "verzuim_is_er", in_orde, pw("54", "1"), {"verzuim_op": feiten.verzuim_op, "van": feiten.van}, zin, nee
    )


def toets_herstel(feiten: OpschortingFeiten) -> Toets:
    """Ask what the klant must still do, for that is what the invitation says (Participatiewet 54, lid 2)."""
    zin = "Beschreven is wat de klant nog moet doen of geven."
    nee = "Nog niet beschreven is wat de klant moet doen of geven; schrijf dat op."
    return maak_toets("herstel_beschreven", bool(feiten.herstel) or None, pw("54", "2"), {}, zin, nee)


def toets_hersteltermijn(tot_en_met: date | None, verzending: date, beleid: BlokkeringBeleid) -> Toets:
    """Test that the klant has enough werkdagen after the dispatch to repair (Participatiewet 54, lid 2)."""
    norm = beleid.hersteltermijn_werkdagen
    minstens = tel_werkdagen(verzending, norm.waarde)
    lang_genoeg = None if tot_en_met is None else tot_en_met >= minstens
    zin = (
        f"De klant heeft minstens {norm.waarde} werkdagen na verzending: tot en met {datum_voluit(minstens)} of later."
    )
    nee = f"De hersteltermijn is te kort; geef de klant de tijd tot en met {datum_voluit(minstens)} of later."
    open_ = "De laatste dag om te herstellen ontbreekt; vul die in."
    return maak_toets(
        "hersteltermijn", lang_genoeg, norm.grondslag, {"tot_en_met": tot_en_met, "minstens": minstens}, zin, nee, open_
    )


def toets_binnen_maximum(feiten: OpschortingFeiten, beleid: BlokkeringBeleid) -> Toets:
    """Test that the hersteltermijn ends within the eight weeks (Participatiewet 54, lid 1)."""
    einde, tot_en_met = maximum(feiten.van, beleid).einde, feiten.herstel_tot_en_met
    binnen = None if tot_en_met is None else tot_en_met <= einde
    zin = f"De hersteltermijn eindigt binnen de opschorting, die hoogstens duurt tot en met {datum_voluit(einde)}."
    norm = beleid.opschorting_max_weken
    nee = f"De hersteltermijn eindigt na {datum_voluit(einde)}, het einde van de opschorting; kies een eerdere dag."
    open_ = "De laatste dag om te herstellen ontbreekt; vul die in."
    return maak_toets(
        "binnen_maximum", binnen, norm.grondslag, {"tot_en_met": tot_en_met, "uiterlijk": einde}, zin, nee, open_
    )


def hersteltermijn(verzonden_op: date, tot_en_met: date) -> Termijn:
    """Return the term in which the klant can repair; it runs from the day after the dispatch."""
    return beleidstermijn_dagen(HERSTELTERMIJN, pw("54", "2"), verzonden_op, (tot_en_met - verzonden_op).days)


def belemmeringen_opschorting(_: OpschortingFeiten, beslissing: OpschortingBeslissing) -> tuple[Toets, ...]:
    """Return what keeps the besluit from being taken."""
    return niet_voldaan(beslissing.toetsen)


def waarden_opschorting(feiten: OpschortingFeiten, _beleid: BlokkeringBeleid, _beslissing: object) -> tuple[str, ...]:
    """Return the names of the policy values on which the besluit rests."""
    met_ladder = feiten.pad is Pad.CONTACTLADDER and not feiten.direct
    return (*_WAARDEN, *(_LADDERWAARDEN if met_ladder else ()))


def _motiveer(feiten: OpschortingFeiten, beleid: BlokkeringBeleid) -> Iterator[str]:
    """Write the reasons of the letter, in its order."""
    assert feiten.herstel_tot_en_met is not None
    tot = datum_voluit(feiten.herstel_tot_en_met)
    lasten = f"Wij betalen alleen uw vaste lasten: {euro(feiten.doorbetaald)} per maand."
    betaling = lasten if feiten.doorbetaald else "U krijgt nu geen uitkering betaald."
    yield f"Wij schorten uw recht op bijstand op vanaf {datum_voluit(feiten.van)}. {betaling}"
    yield f"{_WAT[feiten.verzuim]} Dat was op {datum_voluit(feiten.verzuim_op)} ({pw('54', '1')})."
    yield f"Wij vinden dat dit u te verwijten is: {feiten.verwijtbaarheid_toelichting}"
    yield f"U kunt dit nog herstellen. Doe dat uiterlijk op {tot}. Dit moet u doen: {feiten.herstel}"
    yield "Herstelt u het op tijd en heeft u recht op uitkering? Dan betalen wij u alsnog wat wij hebben aangehouden."
    gevolg = f"vanaf {datum_voluit(feiten.van)} ({pw('54', '4')})"
    yield f"Herstelt u het niet op tijd? Dan kunnen wij uw uitkering stoppen {gevolg}. Wij vragen dan eerst uw mening."
    yield f"Onze afweging: {feiten.motivering}"
    termijn = beleid.bezwaartermijn_weken
    yield bezwaarclausule(termijn.waarde, termijn.grondslag)
