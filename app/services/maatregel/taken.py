"""The taken of a maatregelzaak: each is made when its turn comes and closed by the deed itself."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import Final

from app.db.klant import Klant
from app.db.maatregel import Maatregelzaak
from app.domain.kern.grondslag import Grondslag, awb, productenboek
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.werkdagen import tel_werkdagen
from app.domain.maatregel.beleid import Gedraging, MaatregelBeleid, Procedure
from app.domain.maatregel.feiten import BriefSoort, Zaaksoort
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak

HANDHAVING: Final = productenboek("8")
_MET_WERKCONSULENT = frozenset({Klantgroep.MATCHEN, Klantgroep.GROEIEN})


class Taaksoort(StrEnum):
    """The kinds of taken; the name after ``maatregel_`` is that of its term in the policy."""

    UITNODIGING = "maatregel_uitnodiging"
    HERSTELTERMIJN = "maatregel_hersteltermijn"
    UITKOMST_GESPREK = "maatregel_uitkomst_gesprek"
    BEWIJS = "maatregel_bewijs"
    WEDERHOOR = "maatregel_wederhoor"
    ADVIES = "maatregel_advies"
    BESLUIT = "maatregel_besluit"
    TOETSING = "maatregel_toetsing"
    VERZENDING = "maatregel_verzending"
    OPNIEUW_UITNODIGEN = "maatregel_opnieuw_uitnodigen"
    CONTROLE = "maatregel_controle"
    OPNIEUW_HOREN = "maatregel_opnieuw_horen"
    VERVOLG = "maatregel_vervolg"


_NORM: Final[dict[Taaksoort, str]] = {
    Taaksoort.BEWIJS: "wederhoor",
    Taaksoort.OPNIEUW_UITNODIGEN: "uitnodiging",
    Taaksoort.CONTROLE: "uitkomst_gesprek",
    Taaksoort.OPNIEUW_HOREN: "wederhoor",
    Taaksoort.VERVOLG: "advies",
}
"""Which term of the policy a taak shares with another."""


_TEKST: Final[dict[Taaksoort, tuple[str, str, Grondslag]]] = {
    Taaksoort.UITNODIGING: (
        "Nodig de klant schriftelijk uit voor een gesprek over de gedraging.",
        "Zonder schriftelijke uitnodiging kan er geen maatregel komen.",
        HANDHAVING,
    ),
    Taaksoort.HERSTELTERMIJN: (
        "Stuur een hersteltermijn: op één dag aangetekend en met gewone post, ten minste 5 werkdagen voor het gesprek.",
        "De klant kwam niet op de uitnodiging en krijgt een laatste kans.",
        HANDHAVING,
    ),
    Taaksoort.UITKOMST_GESPREK: (
        "Leg vast of de klant op het gesprek kwam, en zo ja wat de klant vertelde.",
        "De dag van het gesprek is voorbij.",
        HANDHAVING,
    ),
    Taaksoort.BEWIJS: (
        "Verzamel het bewijs dat bij deze gedraging hoort, zoals de bevestiging van de werkgever.",
        "Zonder dit bewijs kan er geen maatregel komen.",
        HANDHAVING,
    ),
    Taaksoort.OPNIEUW_UITNODIGEN: (
        "Nodig de klant opnieuw uit voor het traject; na een maatregel van de IOAW of IOAZ met een aangetekende brief.",
        "Na de maatregel gaat het traject verder.",
        HANDHAVING,
    ),
    Taaksoort.CONTROLE: (
        "Bekijk de sollicitaties of de medewerking van de klant opnieuw en leg vast of het genoeg is.",
        "Een maand geleden is een maatregel opgelegd.",
        HANDHAVING,
    ),
    Taaksoort.OPNIEUW_HOREN: (
        "Hoor de klant opnieuw, per brief of per e-mail uitgenodigd, en leg de uitkomst vast.",
        "Na de maatregel was het weer te weinig.",
        HANDHAVING,
    ),
    Taaksoort.VERVOLG: (
        "Beoordeel of er een nieuwe zaak komt, en verwijs daarin naar deze zaak.",
        "Na de maatregel gebeurde het opnieuw.",
        HANDHAVING,
    ),
    Taaksoort.WEDERHOOR: (
        "Roep de klant op voor wederhoor, schriftelijk of telefonisch, en leg de uitkomst vast.",
        "Voor een besluit dat de klant geld kost, mag de klant zijn kant vertellen.",
        awb("4:8"),
    ),
    Taaksoort.ADVIES: (
        "Beoordeel de gedraging en adviseer: afzien, waarschuwen of een maatregel opleggen.",
        "De consulent stelt de gedraging vast en adviseert de inkomensconsulent.",
        HANDHAVING,
    ),
    Taaksoort.BESLUIT: (
        "Beoordeel het advies en neem het besluit.",
        "De consulent heeft geadviseerd.",
        HANDHAVING,
    ),
    Taaksoort.TOETSING: (
        "Toets het besluit voordat het de deur uitgaat.",
        "Een besluit wordt getoetst door een ander dan wie adviseerde of besliste.",
        HANDHAVING,
    ),
    Taaksoort.VERZENDING: (
        "Verzend de beschikking en leg de verzenddatum vast.",
        "De toetser is akkoord; de bezwaartermijn begint de dag na verzending.",
        awb("3:41"),
    ),
}
_ROL: Final[dict[Taaksoort, Rol]] = {
    Taaksoort.BESLUIT: Rol.INKOMENSCONSULENT,
    Taaksoort.TOETSING: Rol.TOETSER,
    Taaksoort.VERZENDING: Rol.INKOMENSCONSULENT,
}


def rol_van(klantgroep: Klantgroep | None, soort: Zaaksoort) -> Rol:
    """Return who handles a zaak: the werkconsulent in Matchen and Groeien, else the inkomensconsulent."""
    met_werk = klantgroep in _MET_WERKCONSULENT or (klantgroep is None and soort is Zaaksoort.VERLAGING)
    return Rol.WERKCONSULENT if met_werk else Rol.INKOMENSCONSULENT


def voorstel(zaak: Maatregelzaak, soort: Taaksoort, beleid: MaatregelBeleid, vanaf: date) -> TaakVoorstel:
    """Return the taak; its last day is counted in werkdagen after ``vanaf``."""
    wat, waarom, grondslag = _TEKST[soort]
    dagen: int = getattr(beleid.werktermijnen.waarde, _NORM.get(soort, soort.value.removeprefix("maatregel_")))
    return TaakVoorstel(
        soort=soort.value,
        wat=wat,
        waarom=waarom,
        rol=_ROL.get(soort) or rol_van(zaak.klantgroep, zaak.soort),
        grondslag=grondslag,
        uiterste=tel_werkdagen(vanaf, dagen),
    )


def vraag(
    h: Handeling,
    klant: Klant,
    zaak: Maatregelzaak,
    soort: Taaksoort,
    reden: str | None = None,
    vanaf: date | None = None,
) -> None:
    """Put the next thing to do in the werkvoorraad, ``vanaf`` a day to come; ``reden`` replaces the usual reason.

    The besluit does not land on the desk of who advised.
    """
    beleid = h.beleid.geldend(MaatregelBeleid, klant.gemeente, h.vandaag).beleid
    taak = voorstel(zaak, soort, beleid, vanaf or h.vandaag)
    if reden is not None:
        taak = taak.model_copy(update={"waarom": reden})
    eigenaar = None if soort in _ROL else zaak.consulent_id
    gemaakt = maak_taak(h, taak, Bestemming(zaak.id, klant, eigenaar), vanaf=vanaf)
    if soort in _ROL and gemaakt.eigenaar_id == zaak.adviseur_id:
        gemaakt.eigenaar_id = None


def bewijs_ontbreekt(rij: Gedraging, zaak: Maatregelzaak, er: Collection[str]) -> bool:
    """Tell whether a document is still to be collected; the plan of aanpak is no loose document (DEV-MTR-517)."""
    return any(eis.code not in er and not eis.uit_plan for eis in rij.bewijs_bij(zaak.kenmerken))


def eerste_taken(zaak: Maatregelzaak, rij: Gedraging | None, bekend: Collection[str]) -> list[Taaksoort]:
    """Return what is asked for when a zaak opens; ``bekend`` are the kinds of letters that went out already."""
    taken = [Taaksoort.WEDERHOOR, Taaksoort.ADVIES]
    if rij is None or zaak.soort is Zaaksoort.LIK_OP_STUK:
        return taken
    if bewijs_ontbreekt(rij, zaak, ()):
        taken.insert(0, Taaksoort.BEWIJS)
    if rij.procedure is Procedure.DIRECT:
        return taken
    if BriefSoort.UITNODIGING not in bekend:
        taken.insert(0, Taaksoort.UITNODIGING)
    if rij.procedure is Procedure.KICK_OFF and BriefSoort.HERSTELTERMIJN not in bekend:
        taken.insert(0, Taaksoort.HERSTELTERMIJN)
    return taken
