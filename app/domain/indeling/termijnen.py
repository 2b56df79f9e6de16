"""The terms around the ambitiegesprek and the traject, and the tasks after the indeling."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pydantic import BaseModel, ConfigDict

from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.feiten import IndelingBesluit, Twijfelmiddel
from app.domain.indeling.handhaving import taken_handhaving
from app.domain.indeling.voorstel import Voorstel
from app.domain.kern.grondslag import Grondslag, productenboek
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.termijnen import Termijn, beleidstermijn_werkdagen, tel_maanden
from app.domain.kern.toets import Toets, Uitkomst
from app.domain.kern.werkdagen import tel_werkdagen

_GROEPEN = productenboek("2.2.4")


class Trajectdata(BaseModel):
    """Days on which the klantgroep must be looked at again; None where the klantgroep has none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    herziening: date | None
    uiterste: date | None


def ambitiegesprektermijn(screening: date, beleid: IndelingBeleid) -> Termijn:
    """Return the service norm for the ambitiegesprek after the screening (DEV-AMB-001)."""
    norm = beleid.ambitiegesprek_werkdagen
    return beleidstermijn_werkdagen("ambitiegesprek", norm.grondslag, screening, norm.waarde)


def toets_duur(minuten: int, beleid: IndelingBeleid) -> Toets:
    """Test that the slot lasts 45 to 60 minutes (DEV-AMB-002)."""
    kort, lang = beleid.ambitiegesprek_minuten_minimum.waarde, beleid.ambitiegesprek_minuten
    return Toets(
        voorwaarde="duur_ambitiegesprek",
        uitkomst=Uitkomst.van(kort <= minuten <= lang.waarde),
        grondslag=lang.grondslag,
        feiten={"minuten": minuten},
        toelichting=f"Een ambitiegesprek duurt {kort} tot {lang.waarde} minuten.",
    )


def trajectdata(klantgroep: Klantgroep, start: date, beleid: IndelingBeleid) -> Trajectdata:
    """Return when the klantgroep is reviewed and when it ends at the latest (DEV-KGR-003, DEV-KGR-004, DEV-KGR-009).

    Matchen: a choice after six months, at most three more. Groeien: a review after three years.
    """
    if klantgroep is Klantgroep.MATCHEN:
        maanden = beleid.matchen_max_maanden.waarde
        langst = maanden + beleid.matchen_verlenging_maanden.waarde
        return Trajectdata(herziening=tel_maanden(start, maanden), uiterste=tel_maanden(start, langst))
    if klantgroep is Klantgroep.GROEIEN:
        return Trajectdata(herziening=tel_maanden(start, beleid.groeien_max_maanden.waarde), uiterste=None)
    return Trajectdata(herziening=None, uiterste=None)


def einde_zorgplicht(start: date, beleid: IndelingBeleid) -> date:
    """Return the last possible end of the zorgplicht: at most five years after ``start`` (DEV-KGR-020)."""
    return tel_maanden(start, beleid.zorgplicht_max_jaren.waarde * 12)


def vervolgtaken(
    voorstel: Voorstel, besluit: IndelingBesluit, dag: date, beleid: IndelingBeleid, *, zonder_kick_off: bool = False
) -> tuple[TaakVoorstel, ...]:
    """Return what must be done after the indeling decided on ``dag``; ``zonder_kick_off`` while it is suspended."""
    termijn = beleid.herziening_twijfel_werkdagen
    later = tel_werkdagen(dag, termijn.waarde)
    eerste: tuple[TaakVoorstel, ...] = (_eerste_afspraak(besluit.gekozen, dag, beleid),)
    if besluit.zorg_handhaving:
        eerste = taken_handhaving(dag, beleid)
    elif zonder_kick_off:
        eerste = (_kennismaking(besluit.gekozen, dag, beleid),)
    return (*eerste, *_argonaut(besluit, dag, beleid), *_bij_twijfel(voorstel, besluit, later, termijn.grondslag))


def contactrol(klantgroep: Klantgroep) -> Rol:
    """Return who is the fixed contact: the inkomensconsulent for Faciliteren and Zorgen (DEV-ORG-501)."""
    zonder_werk = klantgroep in (Klantgroep.FACILITEREN, Klantgroep.ZORGEN)
    return Rol.INKOMENSCONSULENT if zonder_werk else Rol.WERKCONSULENT


def _kennismaking(gekozen: Klantgroep, dag: date, beleid: IndelingBeleid) -> TaakVoorstel:
    """Go straight to the kennismaking while the kick-off of the klantgroep is suspended (DEV-DIG-501)."""
    return TaakVoorstel(
        soort="kennismaking_plannen",
        wat="Plan het kennismakingsgesprek; de inhoud van de kick-off komt daarin aan de orde.",
        waarom=f"De kick-off {gekozen.naam} is opgeschort.",
        rol=contactrol(gekozen),
        grondslag=productenboek("5.3.1"),
        uiterste=tel_werkdagen(dag, beleid.opvolgen_werkdagen.waarde),
    )


def _eerste_afspraak(gekozen: Klantgroep, dag: date, beleid: IndelingBeleid) -> TaakVoorstel:
    """Plan the kick-off; Zorgen has none but gets a call within a week (DEV-KGR-515, DEV-KEN-509, DEV-AMB-015)."""
    if gekozen is Klantgroep.ZORGEN:
        bellen = beleid.zorgen_bellen_dagen
        return TaakVoorstel(
            soort="kennismaking_plannen",
            wat="Bel de klant en plan samen het kennismakingsgesprek.",
            waarom=f"Zorgen heeft geen kick-off; de klant is toegezegd binnen {bellen.waarde} dagen gebeld te worden.",
            rol=Rol.INKOMENSCONSULENT,
            grondslag=bellen.grondslag,
            uiterste=dag + timedelta(days=bellen.waarde),
        )
    return TaakVoorstel(
        soort="kick_off_plannen",
        wat=f"Plan de klant in voor een kick-off {gekozen.capitalize()}.",
        waarom="De klantgroep is bepaald.",
        rol=contactrol(gekozen) if beleid.team_nodigt_uit.waarde else Rol.INTAKER,
        grondslag=productenboek("2.2.3"),
        uiterste=tel_werkdagen(dag, beleid.opvolgen_werkdagen.waarde),
    )


def _argonaut(besluit: IndelingBesluit, dag: date, beleid: IndelingBeleid) -> Iterator[TaakVoorstel]:
    """Ask the consulent of the assigned klantgroep to start an investigation by Argonaut (DEV-KGR-025)."""
    if Twijfelmiddel.ARGONAUT_ONDERZOEK in besluit.middelen:
        yield TaakVoorstel(
            soort="argonaut_onderzoek_starten",
            wat="Start een onderzoek door Argonaut naar wat de klant kan.",
            waarom="Bij de indeling was twijfel over de klantgroep.",
            rol=contactrol(besluit.gekozen),
            grondslag=_GROEPEN,
            uiterste=tel_werkdagen(dag, beleid.opvolgen_werkdagen.waarde),
        )


def _bij_twijfel(
    voorstel: Voorstel, besluit: IndelingBesluit, uiterste: date, grondslag: Grondslag
) -> Iterator[TaakVoorstel]:
    """Yield the extra review of a doubtful case and of a difference of opinion (DEV-KGR-024, DEV-KGR-026)."""
    twijfel = ("twijfelgeval_volgen", "Kijk of de klantgroep nog past.", "De indeling is een twijfelgeval.")
    wat = "Bespreek de klantgroep opnieuw en overweeg onderzoek door de bedrijfsarts."
    verschil = ("verschil_van_mening_volgen", wat, "De klant is het niet eens met de klantgroep.")
    for geldt, (soort, wat, waarom) in (
        (voorstel.twijfel or besluit.twijfel, twijfel),
        (besluit.eens is False, verschil),
    ):
        if geldt:
            rol = contactrol(besluit.gekozen)
            yield TaakVoorstel(soort=soort, wat=wat, waarom=waarom, rol=rol, grondslag=grondslag, uiterste=uiterste)


def taken_na_wissel(naar: Klantgroep, dag: date, beleid: IndelingBeleid) -> tuple[TaakVoorstel, ...]:
    """Return the warm handover and the first appointment in the new klantgroep (DEV-KGR-018)."""
    uiterste = tel_werkdagen(dag, beleid.herziening_twijfel_werkdagen.waarde)
    driegesprek = TaakVoorstel(
        soort="driegesprek_plannen",
        wat="Plan het driegesprek met de klant en de nieuwe consulent.",
        waarom="De klant wisselt van klantgroep.",
        rol=Rol.WERKCONSULENT,
        grondslag=_GROEPEN,
        uiterste=uiterste,
    )
    return driegesprek, _eerste_afspraak(naar, dag, beleid)
