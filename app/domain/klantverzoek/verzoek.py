"""What a klant in Faciliteren or Zorgen asks of the inkomensconsulent, and which processes are theirs."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Final

from pydantic import BaseModel, ConfigDict, Field

from app.domain.beleid.model import Beleid, Waarde
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Feit, Toets
from app.domain.kern.werkdagen import tel_werkdagen

TAAK: Final = "klantverzoek_behandelen"
_PRODUCTEN: Final = productenboek("5.1 en 6.1")


class Klantverzoeksoort(StrEnum):
    """What is asked or told (DEV-ORG-502)."""

    BIJZONDERE_BIJSTAND = "bijzondere_bijstand"
    VOORSCHOT_VAKANTIEGELD = "voorschot_vakantiegeld"
    MUTATIE = "mutatie"
    SIGNAAL = "signaal"


class Klantverzoekstand(StrEnum):
    """How far it is."""

    ONTVANGEN = "ontvangen"
    IN_BEHANDELING = "in_behandeling"
    AFGEHANDELD = "afgehandeld"
    INGETROKKEN = "ingetrokken"


class Klantverzoekuitkomst(StrEnum):
    """What came of it."""

    TOEGEKEND = "toegekend"
    AFGEWEZEN = "afgewezen"
    VERWERKT = "verwerkt"
    DOORGEZET = "doorgezet"
    GEEN_ACTIE = "geen_actie"


class Flankerend(StrEnum):
    """The processes of chapter 7 of the handbook that this service starts (DEV-ORG-503)."""

    DOELMATIGHEIDSGESPREK = "doelmatigheidsgesprek"
    KLANTVERZOEK = "klantverzoek"
    CONTACTLADDER = "contactladder"


class KlantverzoekBeleid(Beleid):
    """For which klantgroepen the processes of chapter 7 are, and how soon a request is handled."""

    soort: ClassVar[str] = "klantverzoek"

    flankerend_voor: Waarde[tuple[Klantgroep, ...]]
    processen: Waarde[tuple[Flankerend, ...]]
    behandelen_werkdagen: Waarde[Annotated[int, Field(ge=1)]]


class Klantverzoekfeiten(BaseModel):
    """What is asked; ``bedrag`` in eurocents, ``maand`` its first day."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    soort: Klantverzoeksoort
    bedrag: int | None = None
    maand: date | None = None


_UITKOMSTEN: Final = {
    Klantverzoeksoort.BIJZONDERE_BIJSTAND: (Klantverzoekuitkomst.TOEGEKEND, Klantverzoekuitkomst.AFGEWEZEN),
    Klantverzoeksoort.VOORSCHOT_VAKANTIEGELD: (Klantverzoekuitkomst.TOEGEKEND, Klantverzoekuitkomst.AFGEWEZEN),
    Klantverzoeksoort.MUTATIE: (Klantverzoekuitkomst.VERWERKT, Klantverzoekuitkomst.GEEN_ACTIE),
    Klantverzoeksoort.SIGNAAL: (Klantverzoekuitkomst.DOORGEZET, Klantverzoekuitkomst.GEEN_ACTIE),
}


def toets_flankerend(proces: Flankerend, groep: Klantgroep | None, beleid: KlantverzoekBeleid) -> Toets:
    """Test that a process of chapter 7 starts only for the klantgroepen that have it (DEV-ORG-503)."""
    norm = beleid.flankerend_voor
    past = None if groep is None else groep in norm.waarde
    vrij = proces not in beleid.processen.waarde
    groepen = " en ".join(deel.capitalize() for deel in norm.waarde)
    zin = f"Dit hoort bij de dienstverlening voor {groepen}."
    gezien: dict[str, Feit] = {"proces": proces, "klantgroep": groep}
    return maak_toets("flankerende_dienstverlening", vrij or past, norm.grondslag, gezien, zin)


def toets_voorschot(feiten: Klantverzoekfeiten) -> Toets:
    """Test that an advance on the vakantiegeld names its amount and its month (DEV-ORG-502)."""
    nodig = feiten.soort is Klantverzoeksoort.VOORSCHOT_VAKANTIEGELD
    compleet = feiten.bedrag is not None and feiten.maand is not None
    gezien: dict[str, Feit] = {"bedrag": feiten.bedrag, "maand": feiten.maand}
    zin = "Bij een voorschot op het vakantiegeld staan het bedrag en de maand."
    return maak_toets("bedrag_en_maand", compleet or not nodig, _PRODUCTEN, gezien, zin)


def toets_uitkomst(soort: Klantverzoeksoort, uitkomst: Klantverzoekuitkomst) -> Toets:
    """Test that the outcome is one of the kind of request (DEV-ORG-502)."""
    goed = tuple(deel.value for deel in _UITKOMSTEN[soort])
    zin = f"Kies als uitkomst: {' of '.join(goed)}."
    gezien: dict[str, Feit] = {"soort": soort, "uitkomst": uitkomst}
    return maak_toets("uitkomst_past", uitkomst in _UITKOMSTEN[soort], _PRODUCTEN, gezien, zin)


def behandeltaak(ontvangen_op: date, beleid: KlantverzoekBeleid) -> TaakVoorstel:
    """Return the taak to handle a request."""
    norm = beleid.behandelen_werkdagen
    return TaakVoorstel(
        soort=TAAK,
        wat="Behandel het verzoek van de klant en leg de uitkomst vast.",
        waarom="Voor klanten in Faciliteren en Zorgen behandelt de inkomensconsulent ook deze verzoeken.",
        rol=Rol.INKOMENSCONSULENT,
        grondslag=norm.grondslag,
        uiterste=tel_werkdagen(ontvangen_op, norm.waarde),
    )
