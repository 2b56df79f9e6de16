"""Klanten: registering a person once, finding them again, correcting what is wrong."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final, Self
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints, model_validator
from pydantic.alias_generators import to_camel
from uuid_utils.compat import uuid7

from app.db import klant as db
from app.db import organisatie as organisaties
from app.db.klant import Klant
from app.domain.brief.adres import Adres, Adressoort, Regel
from app.domain.kern.bsn import is_bsn
from app.domain.kern.fouten import Conflict, Geweigerd, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.norm import Leefvorm
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import niet_voldaan
from app.domain.maatregel.beleid import Regime
from app.domain.makelaar.toetsen import toets_eigenaar
from app.services.besluit.huishouden import vraag_herrekening
from app.services.handeling import Handeling, Opdracht, Wijziging
from app.services.vastleggen import leg_vast

_CONSULENTEN: Final = frozenset({Rol.WERKCONSULENT.value, Rol.INKOMENSCONSULENT.value, Rol.INTAKER.value})


def _elfproef(bsn: str) -> str:
    if not is_bsn(bsn):
        raise ValueError("Dit BSN voldoet niet aan de 11-proef; geef negen cijfers.")
    return bsn


Bsn = Annotated[
    str, AfterValidator(_elfproef), Field(examples=["999990007"], json_schema_extra={"pattern": "^[0-9]{9}$"})
]
Naam = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=r"^[^\x00-\x1f]+$")]
Telefoon = Annotated[str, StringConstraints(pattern=r"^\+?[0-9 \-]{8,20}$")]
Email = Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$", max_length=200)]


def _zonder_markering(kenmerken: tuple[Kenmerk, ...]) -> tuple[Kenmerk, ...]:
    """Refuse the mark that must have an author, a reason and an end of its own (DEV-MTR-001)."""
    if Kenmerk.NIET_WILLER in kenmerken:
        raise ValueError("Markeer een niet-willer apart, met de reden.")
    return kenmerken


Kenmerken = Annotated[tuple[Kenmerk, ...], AfterValidator(_zonder_markering)]


class Postadres(Opdracht):
    """Waar de post heen gaat: het woonadres, een briefadres, of een ander adres zoals dat van een bewindvoerder."""

    soort: Adressoort = Field(default=Adressoort.WOONADRES)
    per_adres: Regel | None = Field(default=None, description="Wie de post voor de klant ontvangt.")
    straat: Regel = Field(examples=["Voorbeeldstraat"])
    huisnummer: int = Field(ge=1, le=99_999, examples=[12])
    toevoeging: str = Field(default="", max_length=10, pattern="^[0-9A-Za-z -]*$")
    postcode: str = Field(min_length=2, max_length=12, examples=["7411 AB"])
    woonplaats: Regel = Field(examples=["Deventer"])
    land: Regel | None = Field(default=None, description="Leeg voor een adres in Nederland.")

    @model_validator(mode="after")
    def _adres_bestaat(self) -> Self:
        Adres(**self.model_dump())
        return self


class PersoonOpdracht(Opdracht):
    """De gegevens van een persoon zoals bij de melding opgegeven."""

    bsn: Bsn
    voornamen: Naam = Field(examples=["Samira"])
    achternaam: Naam = Field(examples=["de Wit"])
    geboortedatum: date = Field(examples=["1988-05-17"])
    telefoon: Telefoon | None = Field(default=None, examples=["06 12345678"])
    email: Email | None = Field(default=None, examples=["samira@voorbeeld.example"])
    adres: Postadres | None = None
    leefvorm: Leefvorm = Field(default=Leefvorm.ALLEENSTAANDE)
    kostendelende_medebewoners: int = Field(default=0, ge=0, le=20, description="Zonder de klant en de partner.")
    kenmerken: Kenmerken = Field(default=(), max_length=20)


class WijzigKlantOpdracht(Wijziging):
    """Correctie of aanvulling; wat niet wordt genoemd, blijft zoals het is."""

    voornamen: Naam | None = None
    achternaam: Naam | None = None
    geboortedatum: date | None = None
    telefoon: Telefoon | None = Field(default=None, examples=["06 87654321"])
    email: Email | None = None
    adres: Postadres | None = None
    leefvorm: Leefvorm | None = None
    kostendelende_medebewoners: int | None = Field(default=None, ge=0, le=20)
    kenmerken: Kenmerken | None = Field(default=None, max_length=20)
    regime: Regime | None = None
    extern_nummer: str | None = Field(default=None, max_length=50)


class ConsulenttoewijzingOpdracht(Wijziging):
    """Wie de vaste consulent en de inkomensconsulent van de klant zijn; wie niet wordt genoemd, blijft."""

    consulent_id: UUID | None = Field(default=None, examples=["01500000-0000-7000-8000-000000000006"])
    inkomensconsulent_id: UUID | None = None


_VERPLICHT = (
    "voornamen",
    "achternaam",
    "geboortedatum",
    "leefvorm",
    "kostendelende_medebewoners",
    "kenmerken",
    "regime",
)


def controleer_geboortedatum(geboortedatum: date, peildatum: date, veld: str) -> None:
    """Refuse a birth date in the future or more than 120 years ago."""
    if geboortedatum > peildatum or geboortedatum.year < peildatum.year - 120:
        raise OngeldigeInvoer({veld: "Geef een geboortedatum in het verleden, ten hoogste 120 jaar geleden."})


def vind_of_registreer(h: Handeling, persoon: PersoonOpdracht, gemeente: str, pad: str) -> tuple[Klant, bool]:
    """Find the klant with this BSN, or register one; tell whether the klant is new.

    ``pad`` names the field of the person in messages. Raises OngeldigeInvoer for a municipality that this actor does
    not work for, a birth date that cannot be, or one that differs from what is known under this BSN.
    """
    if gemeente not in h.actor.gemeenten:
        raise OngeldigeInvoer({"gemeente": f"Kies een van: {', '.join(h.actor.gemeenten)}."})
    controleer_geboortedatum(persoon.geboortedatum, h.vandaag, f"{pad}geboortedatum")
    bekend = db.klant_met_bsn(h.sessie, h.actor, persoon.bsn)
    if bekend is not None:
        if bekend.geboortedatum != persoon.geboortedatum:
            raise OngeldigeInvoer({f"{pad}geboortedatum": "Onder dit BSN is een andere geboortedatum bekend."})
        return h.klant(bekend.id), False
    return _registreer(h, persoon, gemeente), True


def _registreer(h: Handeling, persoon: PersoonOpdracht, gemeente: str) -> Klant:
    klant = Klant(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        gemeente=gemeente,
        **persoon.model_dump(exclude={"kenmerken"}),
        kenmerken=list(persoon.kenmerken),
        regime=Regime.PW,
        zorg_handhaving=False,
        laatste_volgnr=0,
        versie=0,
    )
    h.sessie.add(klant)
    leg_vast(h, Soort.KLANT_GEREGISTREERD, klant, klant, {"gemeente": gemeente})
    return klant


def wijzig(h: Handeling, opdracht: WijzigKlantOpdracht, klant_id: UUID) -> Klant:
    """Correct or complete what is known of a klant; the event names the fields, not their values.

    Who is no longer gehuwd has no partner any more, on both sides.
    """
    gewijzigd = opdracht.model_dump(exclude_unset=True)
    if opdracht.adres is not None:
        gewijzigd["adres"] = opdracht.adres.model_dump()
    partner = None
    if gewijzigd.get("leefvorm") not in (None, Leefvorm.GEHUWD):
        partner = _vergrendel_partner(h, klant_id)
    klant = h.klant(klant_id)
    h.controleer_versie(klant)
    if leeg := [veld for veld in _VERPLICHT if gewijzigd.get(veld, "") is None]:
        raise OngeldigeInvoer({to_camel(veld): "Dit veld kan niet leeg." for veld in leeg})
    if "geboortedatum" in gewijzigd:
        controleer_geboortedatum(gewijzigd["geboortedatum"], h.vandaag, "geboortedatum")
    vraag_herrekening(h, klant, partner, gewijzigd)
    for veld, waarde in gewijzigd.items():
        setattr(klant, veld, list(waarde) if isinstance(waarde, tuple) else waarde)
    velden = {to_camel(veld) for veld in gewijzigd}
    if partner is not None and klant.partner_id == partner.id:
        klant.partner_id = partner.partner_id = None
        velden.add("partnerId")
        leg_vast(h, Soort.KLANT_GEWIJZIGD, partner, partner, {"velden": ["partnerId"]})
    leg_vast(h, Soort.KLANT_GEWIJZIGD, klant, klant, {"velden": sorted(velden)})
    return klant


def _vergrendel_partner(h: Handeling, klant_id: UUID) -> Klant | None:
    """Lock the dossiers of a klant and the partner in the order of their id, so that nobody waits in a ring.

    Returns the partner, None when there is none. Raises Conflict for a partner whom this actor may not see.
    """
    partner_id = h.klant(klant_id, vergrendel=False).partner_id
    if partner_id is None:
        return None
    paar = [db.klant(h.sessie, h.actor, nummer, vergrendel=True) for nummer in sorted((klant_id, partner_id))]
    partner = next((wie for wie in paar if wie is not None and wie.id == partner_id), None)
    if partner is None:
        raise Conflict("U mag het dossier van de partner niet zien; laat de inkomensconsulent dit wijzigen.")
    return partner


def wijs_toe(h: Handeling, opdracht: ConsulenttoewijzingOpdracht, klant_id: UUID) -> Klant:
    """Put a klant in the name of a consulent, an inkomensconsulent or both (DEV-NOS-006, DEV-ORG-501).

    Raises Geweigerd for a participatiemakelaar, who has no caseload (DEV-PMK-503).
    """
    klant = h.klant(klant_id)
    h.controleer_versie(klant)
    gewijzigd = opdracht.model_dump(exclude_unset=True)
    for veld, medewerker_id in gewijzigd.items():
        medewerker = organisaties.medewerker(h.sessie, h.actor.organisatie, medewerker_id) if medewerker_id else None
        if medewerker_id and medewerker is None:
            raise OngeldigeInvoer({veld: "Deze medewerker is niet bekend."})
        if medewerker and (bezwaar := niet_voldaan([toets_eigenaar(frozenset(medewerker.rollen), _CONSULENTEN)])):
            raise Geweigerd(bezwaar[0].toelichting, bezwaar)
        setattr(klant, veld, medewerker_id)
    leg_vast(h, Soort.KLANT_TOEGEWEZEN, klant, klant, gewijzigd)
    return klant


def koppel_partners(een: Klant, ander: Klant) -> None:
    """Make two klanten each other's partner. Raises Conflict when one of them has another partner."""
    for klant, partner in ((een, ander), (ander, een)):
        if klant.partner_id not in (None, partner.id):
            raise Conflict("Een van deze klanten heeft al een andere partner; corrigeer daar eerst de leefvorm.")
        klant.partner_id = partner.id
