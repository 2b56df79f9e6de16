"""Blocking the payment: on what ground, how much, and until when (DEV-BLK-504 to DEV-BLK-506)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.domain.blokkering.beleid import BlokkeringBeleid
from app.domain.blokkering.ladder import LadderFeiten, toets_niet_hersteld, toetsen_ladder
from app.domain.blokkering.situatie import toets_no_shows
from app.domain.blokkering.soorten import Blokkeergrond, Lastsoort, Omvang, Pad, RedenGedeeltelijk
from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.geld import euro
from app.domain.kern.grondslag import productenboek, pw
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.termijnen import Termijn, wettelijk_maximum
from app.domain.kern.toets import Feit, Toets
from app.domain.kern.werkdagen import tel_werkdagen

MAXIMUM, WAARSCHUWING, BESLUITTAAK = "opschorting_maximum", "opschorting_maximum_nadert", "opschorting_beslissen"
SR_TAAK = "sr_informeren"
PARTICIPATIEWET = "PW"
_BLOK = productenboek("7.4")
_HANDHAVING = productenboek("6.2.2")
Cent = Annotated[int, Field(ge=1)]


class _Feiten(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class VasteLast(_Feiten):
    """Fixed costs that keep being paid, in eurocents per month; ``reden`` for what is not on the usual list."""

    soort: Lastsoort
    bedrag: Cent
    reden: str | None = None


class BlokkadeFeiten(_Feiten):
    """What is known when the payment is blocked; ``uitkering`` and the costs are eurocents per month.

    ``pad`` and ``no_shows`` are those of the situation, None without one.
    """

    grond: Blokkeergrond
    regime: str
    pad: Pad | None = None
    zorg_handhaving: bool = False
    ladder: LadderFeiten = LadderFeiten()
    no_shows: int | None = None
    aanwijzing: str | None = None
    aanwijzing_bron: str | None = None
    omvang: Omvang = Omvang.VOLLEDIG
    uitkering: Cent
    vaste_lasten: tuple[VasteLast, ...] = ()
    reden_gedeeltelijk: RedenGedeeltelijk | None = None
    toelichting_gedeeltelijk: str | None = None


def geblokkeerd_bedrag(uitkering: int, lasten: Sequence[VasteLast]) -> int:
    """Return what is held of the uitkering per month: what is left after the fixed costs, never below zero."""
    return max(uitkering - sum(last.bedrag for last in lasten), 0)


def toetsen_blokkade(feiten: BlokkadeFeiten, beleid: BlokkeringBeleid) -> tuple[Toets, ...]:
    """Test everything that a block asks for."""
    return (toets_regime(feiten.regime), *_toetsen_grond(feiten, beleid), *_toetsen_omvang(feiten))


def toets_regime(regime: str) -> Toets:
    """Test that the uitkering is one of the Participatiewet; for IOAW and IOAZ the article was not seen, so it is open.

    Without an article for the opschorting that has to follow, nobody should hold a payment.
    """
    zin = "De uitkering valt onder de Participatiewet."
    if regime != PARTICIPATIEWET:
        zin = "Voor de IOAW en IOAZ is de grondslag om op te schorten niet in een bron gezien; laat dit eerst nagaan."
    return maak_toets("regime", True if regime == PARTICIPATIEWET else None, pw("54", "1"), {"regime": regime}, zin)


def _toetsen_grond(feiten: BlokkadeFeiten, beleid: BlokkeringBeleid) -> tuple[Toets, ...]:
    if feiten.grond is Blokkeergrond.AANWIJZINGEN:
        return (toets_aanwijzingen(feiten),)
    if feiten.grond is not Blokkeergrond.NA_SITUATIE:
        return toets_handhaving(feiten), toets_aanleiding(feiten)
    if feiten.pad is None:
        return (toets_situatie(feiten),)
    no_shows = toets_no_shows(feiten.no_shows, feiten.pad, beleid)
    if feiten.pad is Pad.CONTACTLADDER:
        return no_shows, *toetsen_ladder(feiten.ladder, beleid)
    return no_shows, toets_niet_hersteld(feiten.ladder)


def toets_situatie(feiten: BlokkadeFeiten) -> Toets:
    """Test that a situation is recorded in which blocking threatens (DEV-BLK-501, DEV-BLK-504)."""
    zin = "Er is vastgelegd waarop de klant niet reageerde, of wat niet is ingeleverd."
    nee = "Er is geen situatie vastgelegd; leg eerst vast waarop de klant niet reageerde of wat ontbreekt."
    return maak_toets("situatie_vastgelegd", feiten.pad is not None, _BLOK, {}, zin, nee)


def toets_aanwijzingen(feiten: BlokkadeFeiten) -> Toets:
    """Test that concrete indications of less or no right are written down with their source (DEV-BLK-505)."""
    compleet = bool(feiten.aanwijzing) and bool(feiten.aanwijzing_bron)
    zin = "De concrete aanwijzing dat er minder of geen recht is, staat beschreven, met de bron."
    gezien: dict[str, Feit] = {"beschreven": bool(feiten.aanwijzing), "bron": bool(feiten.aanwijzing_bron)}
    nee = "De concrete aanwijzing of de bron ervan ontbreekt; beschrijf beide."
    return maak_toets("aanwijzing_met_bron", compleet, _BLOK, gezien, zin, nee)


def toets_handhaving(feiten: BlokkadeFeiten) -> Toets:
    """Test that the klant falls under zorg-handhaving: only then no ladder is asked (DEV-BLK-506, DEV-KGR-504)."""
    zin = "De klant valt onder zorg-handhaving; daarom is de contactladder niet nodig."
    gezien: dict[str, Feit] = {"zorg_handhaving": feiten.zorg_handhaving}
    nee = "De klant valt niet onder zorg-handhaving; loop de contactladder of kies een andere grond."
    return maak_toets("zorg_handhaving", feiten.zorg_handhaving, _HANDHAVING, gezien, zin, nee)


def toets_aanleiding(feiten: BlokkadeFeiten) -> Toets:
    """Test that there is a situation, or doubt about the rechtmatigheid in words (DEV-BLK-506, DEV-KGR-504)."""
    twijfel = feiten.grond is Blokkeergrond.TWIJFEL
    er_is = bool(feiten.aanwijzing) if twijfel else feiten.pad is not None
    zin = "De twijfel aan de rechtmatigheid is beschreven." if twijfel else "Er is een situatie vastgelegd."
    nee = "De aanleiding ontbreekt; beschrijf de twijfel of leg de situatie vast."
    return maak_toets("aanleiding_vastgelegd", er_is, _BLOK, {"grond": feiten.grond}, zin, nee)


def _toetsen_omvang(feiten: BlokkadeFeiten) -> tuple[Toets, ...]:
    if feiten.omvang is Omvang.VOLLEDIG:
        return (toets_volledig(feiten),)
    return toets_reden_gedeeltelijk(feiten), toets_lasten(feiten)


def toets_volledig(feiten: BlokkadeFeiten) -> Toets:
    """Test that a full block pays no fixed costs through (DEV-BLK-504)."""
    zin = "Bij een volledige blokkering worden geen vaste lasten doorbetaald."
    nee = "Bij een volledige blokkering horen geen vaste lasten; haal ze weg of blokkeer voor een deel."
    return maak_toets(
        "geen_vaste_lasten", not feiten.vaste_lasten, _BLOK, {"lasten": len(feiten.vaste_lasten)}, zin, nee
    )


def toets_reden_gedeeltelijk(feiten: BlokkadeFeiten) -> Toets:
    """Test that direct serious consequences for money or housing are known (DEV-BLK-504)."""
    reden = feiten.reden_gedeeltelijk
    genoeg = reden is not None and (reden is not RedenGedeeltelijk.ANDERS or bool(feiten.toelichting_gedeeltelijk))
    zin = "Bekend is welk direct en ernstig gevolg een volledige blokkering heeft; een andere reden staat in woorden."
    nee = "De reden om voor een deel te blokkeren ontbreekt; noem het gevolg, en schrijf een andere reden op."
    return maak_toets("reden_gedeeltelijk", genoeg, _BLOK, {"reden": reden}, zin, nee)


def toets_lasten(feiten: BlokkadeFeiten) -> Toets:
    """Test that the fixed costs are named, each kind once, and one off the usual list with a reason (DEV-BLK-504)."""
    soorten = [last.soort for last in feiten.vaste_lasten]
    ongewoon = [last for last in feiten.vaste_lasten if last.soort is Lastsoort.HYPOTHEEK and not last.reden]
    in_orde = bool(soorten) and len(set(soorten)) == len(soorten) and not ongewoon
    zin = "De vaste lasten die worden doorbetaald, staan er elk één keer in; hypotheek alleen met een reden."
    nee = "Noem de vaste lasten die worden doorbetaald, elk één keer; geef bij hypotheek de reden."
    return maak_toets("vaste_lasten_genoemd", in_orde, _BLOK, {"lasten": tuple(soorten)}, zin, nee)


def maximum(eerste_dag: date, beleid: BlokkeringBeleid) -> Termijn:
    """Return how long the payment may be held: eight weeks from the first day, the hersteltermijn included."""
    weken = beleid.opschorting_max_weken
    return wettelijk_maximum(MAXIMUM, weken.grondslag, eerste_dag, weken=weken.waarde)


def taak_bij_maximum(termijn: Termijn) -> TaakVoorstel:
    """Return what must be done once the maximum is over."""
    return TaakVoorstel(
        soort="opschorting_maximum_bereikt",
        wat="Hef de blokkering of opschorting op en betaal na, of trek het besluit tot toekenning in.",
        waarom=f"De betaling mocht hoogstens tot en met {datum_voluit(termijn.einde)} worden aangehouden.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=termijn.grondslag,
        uiterste=tel_werkdagen(termijn.einde, 1),
    )


def taak_vooraf(termijn: Termijn, beleid: BlokkeringBeleid) -> tuple[TaakVoorstel, date]:
    """Return the reminder to round off in time, and the day from which it shows: two weeks before the end."""
    vanaf = termijn.einde - timedelta(weeks=beleid.waarschuwing_weken_vooraf.waarde)
    voorstel = TaakVoorstel(
        soort=WAARSCHUWING,
        wat="Rond de blokkering of opschorting af: is het hersteld, moet het besluit worden ingetrokken?",
        waarom=f"De betaling mag hoogstens tot en met {datum_voluit(termijn.einde)} worden aangehouden.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=termijn.grondslag,
        uiterste=termijn.einde,
    )
    return voorstel, vanaf


def vraagt_onderzoek(feiten: BlokkadeFeiten) -> bool:
    """Tell whether a rechtmatigheidsonderzoek must start or be linked (DEV-BLK-505, DEV-BLK-506, DEV-KGR-504)."""
    return feiten.grond is not Blokkeergrond.NA_SITUATIE or feiten.zorg_handhaving


def taken_bij_blokkade(feiten: BlokkadeFeiten, dag: date, beleid: BlokkeringBeleid) -> tuple[TaakVoorstel, ...]:
    """Return what follows on a block besides the onderzoek: the besluit.

    Of a klant in zorg-handhaving the sociale recherche hears at once (DEV-BLK-506, DEV-KGR-504).
    """
    beslissen = (BESLUITTAAK, "Neem het besluit tot opschorting, of hef de blokkering op.", pw("54", "1"))
    sr = (SR_TAAK, "Laat de sociale recherche weten dat de betaling is geblokkeerd.", _HANDHAVING)
    soorten = [beslissen, *([sr] if feiten.zorg_handhaving else [])]
    return tuple(
        TaakVoorstel(
            soort=soort,
            wat=wat,
            waarom=f"De uitbetaling is geblokkeerd op {datum_voluit(dag)}.",
            rol=Rol.INKOMENSCONSULENT,
            grondslag=grondslag,
            uiterste=tel_werkdagen(dag, beleid.besluit_werkdagen.waarde),
        )
        for soort, wat, grondslag in soorten
    )


def zin_bedrag(uitkering: int, geblokkeerd: int) -> str:
    """Say in one sentence how the blocked amount came about."""
    aan, door = euro(geblokkeerd), euro(uitkering - geblokkeerd)
    return f"Van de uitkering van {euro(uitkering)} per maand wordt {aan} aangehouden en {door} betaald."
