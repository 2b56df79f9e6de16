"""The way of a situation: the contact ladder for whom restraint holds, the regular way for others."""

from __future__ import annotations

from datetime import date

from app.domain.blokkering.beleid import BlokkeringBeleid
from app.domain.blokkering.soorten import Pad, Situatiesoort
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.termijnen import Termijn, beleidstermijn_dagen
from app.domain.kern.toets import Toets
from app.domain.kern.werkdagen import EEN_DAG, tel_werkdagen

LADDERTAAK, BEOORDEELTAAK, WACHTTERMIJN = "contactladder_lopen", "blokkering_beoordelen", "reactie_klant_verwacht"
_GRONDSLAG = productenboek("7.4")
_WAAROM = {
    Situatiesoort.GEEN_REACTIE_UITNODIGING: "De klant reageerde niet op een uitnodiging.",
    Situatiesoort.GEEN_REACTIE_CONTACTVERZOEK: "De klant reageerde niet op een contactverzoek.",
    Situatiesoort.NIET_THUIS: "De klant was niet thuis bij een gepland huisbezoek.",
    Situatiesoort.STUKKEN: "De klant leverde de gevraagde stukken niet in.",
}


def pad_van(klantgroep: Klantgroep | None, zorg_handhaving: bool, beleid: BlokkeringBeleid) -> Pad:
    """Return the way that fits the klantgroep at the moment of the event (DEV-BLK-506, DEV-BLK-507)."""
    if klantgroep not in beleid.terughoudend.waarde:
        return Pad.REGULIER
    return Pad.HANDHAVING if zorg_handhaving else Pad.CONTACTLADDER


def taak_bij_situatie(soort: Situatiesoort, pad: Pad, dag: date, beleid: BlokkeringBeleid) -> TaakVoorstel:
    """Return what must be done first: call the klant, or judge whether the payment is blocked (DEV-BLK-501)."""
    ladder = pad is Pad.CONTACTLADDER
    bellen = "Bel de klant en loop de contactladder; blokkeer nog niet."
    return TaakVoorstel(
        soort=LADDERTAAK if ladder else BEOORDEELTAAK,
        wat=bellen if ladder else "Beoordeel of de uitkering wordt geblokkeerd, of dat er een andere reden is.",
        waarom=_WAAROM[soort],
        rol=Rol.INKOMENSCONSULENT,
        grondslag=_GRONDSLAG,
        uiterste=tel_werkdagen(dag, beleid.opvolgen_werkdagen.waarde),
    )


def toets_no_shows(no_shows: int | None, pad: Pad | None, beleid: BlokkeringBeleid) -> Toets:
    """Test that the klant stayed away often enough for a block; it counts per chain (DEV-NOS-501 to DEV-NOS-505).

    What is no no-show, or is of somebody in zorg-handhaving, needs no second one.
    """
    nodig = beleid.no_shows_voor_blokkering
    genoeg = no_shows is None or pad is Pad.HANDHAVING or no_shows >= nodig.waarde
    zin = f"De klant verscheen {no_shows} keer niet in dezelfde keten van afspraken."
    if no_shows is None:
        zin = "Het gaat hier niet om niet verschijnen; een tweede keer is niet nodig."
    elif pad is Pad.HANDHAVING:
        zin = "De klant valt onder zorg-handhaving; een tweede keer niet verschijnen is niet nodig."
    nee = f"De klant verscheen {no_shows} keer niet in deze keten; blokkeren kan na {nodig.waarde} keer."
    return maak_toets("tweede_no_show", genoeg, nodig.grondslag, {"no_shows": no_shows}, zin, nee)


def taak_na_komst(dag: date, beleid: BlokkeringBeleid) -> TaakVoorstel:
    """Return the question whether a block is still needed, now that the klant came (DEV-BLK-503)."""
    return TaakVoorstel(
        soort="blokkering_heroverwegen",
        wat="Beoordeel of de blokkering kan worden opgeheven.",
        waarom="De klant is verschenen op de afspraak waarom de uitbetaling is geblokkeerd.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=_GRONDSLAG,
        uiterste=tel_werkdagen(dag, beleid.opvolgen_werkdagen.waarde),
    )


def taak_na_hersteld(soort: Situatiesoort, dag: date, beleid: BlokkeringBeleid) -> TaakVoorstel:
    """Return what goes on once there is contact again: a new day for the conversation or the stukken (DEV-BLK-503)."""
    stukken = "Spreek een nieuwe dag af voor het inleveren van de stukken."
    return TaakVoorstel(
        soort="contact_hersteld_vervolgen",
        wat=stukken if soort is Situatiesoort.STUKKEN else "Spreek een nieuwe dag af voor het gesprek of het contact.",
        waarom="Het contact is hersteld; er komt geen blokkering.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=_GRONDSLAG,
        uiterste=tel_werkdagen(dag, beleid.opvolgen_werkdagen.waarde),
    )


def wachttermijn(gevraagd: date, uiterlijk: date) -> Termijn:
    """Return the term in which the klant can still react, up to and including ``uiterlijk`` (DEV-BLK-501)."""
    start = gevraagd if gevraagd < uiterlijk else uiterlijk - EEN_DAG
    return beleidstermijn_dagen(WACHTTERMIJN, _GRONDSLAG, start, (uiterlijk - start).days)
