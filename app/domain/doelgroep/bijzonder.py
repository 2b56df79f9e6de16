"""Dak- en thuislozen and who comes from detention: marker, address, regiobinding and centrumgemeente."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from pydantic.alias_generators import to_camel

from app.domain.doelgroep.beleid import DoelgroepBeleid, Plek, Route
from app.domain.doelgroep.feit import (
    INKOMEN,
    Achtergrond,
    Feit,
    Gevolg,
    Naam,
    Taakregel,
    Zin,
    informeertaken,
    later,
)
from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Toets

_BIJZONDER = productenboek("2.3.2")
_JONGEREN = productenboek("2.3.1")
BEVESTIGEN = "dakloosheid_bevestigen"


class BijzondereGroep(StrEnum):
    """The two groups of the handbook (DEV-DOE-001)."""

    DAK_THUISLOOS = "dak_thuisloos"
    EX_GEDETINEERD = "ex_gedetineerd"


class Bron(StrEnum):
    """Who recognised the group (DEV-DOE-002)."""

    INKOMENSCONSULENT = "inkomensconsulent"
    CONTACTPERSOON = "contactpersoon_bijzondere_doelgroepen"
    DIMENCE = "dimence"
    BIJZONDER_ZORGTEAM = "bijzonder_zorgteam"


class Programma(StrEnum):
    """Adjacent programmes with an active link."""

    ZWERFJONGEREN = "zwerfjongeren"
    PROGRAMMA_JEUGD = "programma_jeugd"


class BijzondereDoelgroep(Feit):
    """De klant hoort bij een bijzondere doelgroep: Groeien, zonder uitstroombestemming."""

    rollen: ClassVar[frozenset[Rol]] = frozenset({Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT})

    soort: Literal["bijzondere_doelgroep"]
    groep: BijzondereGroep = Field(examples=["dak_thuisloos"])
    bron: Bron = Field(examples=["inkomensconsulent"])
    veiligheidshuis: bool = Field(default=False, description="De klant komt via het Veiligheidshuis.")
    programma: Programma | None = None


class BijzondereDoelgroepEinde(Feit):
    """De klant hoort vanaf `datum` niet meer bij deze groep, bijvoorbeeld omdat er woonruimte is."""

    rollen: ClassVar[frozenset[Rol]] = frozenset({Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT})

    soort: Literal["bijzondere_doelgroep_einde"]
    groep: BijzondereGroep
    reden: Zin


class GeenDakloosheid(Feit):
    """De inkomensconsulent weerlegt het signaal dat de klant dak- of thuisloos is."""

    rollen: ClassVar[frozenset[Rol]] = INKOMEN

    soort: Literal["geen_dakloosheid"]
    reden: Zin


class OpgegevenAdres(BaseModel):
    """Het opgegeven adres."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, populate_by_name=True)

    straat: Naam = Field(examples=["Voorbeeldstraat"])
    huisnummer: Annotated[int, Field(ge=1, le=99999)] = Field(examples=[1])
    toevoeging: Annotated[str, StringConstraints(max_length=10)] | None = None
    postcode: Annotated[str, StringConstraints(pattern=r"^[0-9]{4} ?[A-Z]{2}$")] = Field(examples=["0000 XX"])
    woonplaats: Naam = Field(examples=["Voorbeeldstad"])

    def is_plek(self, plekken: Iterable[Plek]) -> bool:
        """Tell whether this is one of these places, however the postcode is spaced."""
        kaal = (self.postcode.replace(" ", ""), self.huisnummer)
        return any((plek.postcode, plek.huisnummer) == kaal for plek in plekken)


class Adrespatroon(StrEnum):
    """How homelessness shows on the form (DEV-DOE-004)."""

    GEEN_ADRES = "geen_adres"
    POSTADRES_GEMEENTE = "postadres_gemeente"
    OPVANG = "crisis_of_nachtopvang"


class Adresopgave(Feit):
    """Het adres op het meldingsformulier; leeg als er niets is ingevuld."""

    rollen: ClassVar[frozenset[Rol]] = frozenset({*Feit.rollen, Rol.RECEPTIE})

    soort: Literal["adresopgave"]
    adres: OpgegevenAdres | None = None
    verblijfsgemeente: Naam | None = Field(default=None, description="Waar de klant verblijft zonder vast adres.")


class Regiobinding(Feit):
    """Heeft de dak- of thuisloze klant een binding met de gemeente? `laatsteBinding` is de laatste dag daarvan."""

    rollen: ClassVar[frozenset[Rol]] = INKOMEN

    soort: Literal["regiobinding"]
    laatste_binding: date | None = Field(default=None, description="Leeg: er was nooit een binding.")
    gemeente_herkomst: Naam | None = Field(default=None, description="Gemeente van herkomst of geboorte.")
    toelichting: Zin | None = None


class Centrumgemeente(Feit):
    """De beslissing over het ambitiegesprek van een klant zonder adres uit een regiogemeente, met de afwegingen."""

    rollen: ClassVar[frozenset[Rol]] = INKOMEN

    soort: Literal["centrumgemeente"]
    gemeente_verblijf: Naam = Field(examples=["Lochem"])
    ambitiegesprek: bool
    dienstverlening_verblijf: Zin = Field(description="Wat de gemeente van verblijf biedt.")
    postadres_deventer: bool
    nachtopvang_deventer: bool
    geinformeerd_op: date | None = None
    contactpersoon: Naam | None = Field(default=None, description="Wie bij de gemeente van verblijf is geïnformeerd.")


def adrespatroon(adres: OpgegevenAdres | None, beleid: DoelgroepBeleid) -> Adrespatroon | None:
    """Return how the address points to homelessness, if it does (DEV-DOE-004)."""
    if adres is None:
        return Adrespatroon.GEEN_ADRES
    if adres.is_plek(beleid.postadressen_gemeente.waarde):
        return Adrespatroon.POSTADRES_GEMEENTE
    return Adrespatroon.OPVANG if adres.is_plek(beleid.opvangadressen.waarde) else None


def gevolg_bijzonder(feit: BijzondereDoelgroep, rond: Achtergrond, beleid: DoelgroepBeleid) -> Gevolg:
    """Mark the klant, inform the contact person and the adjacent programmes (DEV-DOE-001, DEV-DOE-002, DEV-JON-010)."""
    routes = [Route.BIJZONDERE_DOELGROEP]
    routes += [Route.VEILIGHEIDSHUIS] if feit.veiligheidshuis else []
    routes += [Route(feit.programma.value)] if feit.programma else []
    taken = list(informeertaken(routes, rond.vandaag, beleid))
    if feit.groep is BijzondereGroep.DAK_THUISLOOS and rond.is_jongere(feit.datum, beleid):
        wat = "Zoek met de jongere en de partners naar woonruimte; bijzondere bijstand kan voor huur, borg, inrichting."
        regel = Taakregel("woonruimte_zoeken", wat, "Woonruimte gaat voor.", Rol.WERKCONSULENT, _JONGEREN)
        taken.append(regel.op(later(rond.vandaag, beleid)))
    return Gevolg(
        voorwaarden=(_toets_herkenner(feit, rond),),
        erbij=frozenset({Kenmerk(feit.groep.value)}),
        taken=tuple(taken),
        klaar=(BEVESTIGEN, "woonruimte_zoeken") if feit.groep is BijzondereGroep.DAK_THUISLOOS else (),
    )


def _toets_herkenner(feit: BijzondereDoelgroep, rond: Achtergrond) -> Toets:
    """Test that the IC sets the marker, or the contact person on what reached him or her (DEV-DOE-002)."""
    ic = Rol.INKOMENSCONSULENT in rond.rollen
    zin = "De inkomensconsulent zet deze markering, of de contactpersoon na een melding van buiten."
    in_orde = ic or feit.bron is not Bron.INKOMENSCONSULENT
    return maak_toets("herkend_door_bevoegde", in_orde, _BIJZONDER, {"bron": feit.bron}, zin)


def gevolg_bijzonder_einde(feit: BijzondereDoelgroepEinde, rond: Achtergrond, _: DoelgroepBeleid) -> Gevolg:
    """End the marker (DEV-DOE-001)."""
    kenmerk = Kenmerk(feit.groep.value)
    zin = "De klant hoort bij deze groep."
    return Gevolg(
        voorwaarden=(maak_toets("hoort_bij_groep", kenmerk in rond.kenmerken, _BIJZONDER, {}, zin),),
        eraf=frozenset({kenmerk}),
        klaar=("woonruimte_zoeken",) if feit.groep is BijzondereGroep.DAK_THUISLOOS else (),
    )


def gevolg_geen_dakloosheid(_feit: GeenDakloosheid, _rond: Achtergrond, _beleid: DoelgroepBeleid) -> Gevolg:
    """Close the signal (DEV-DOE-004)."""
    return Gevolg(klaar=(BEVESTIGEN,))


def gevolg_adres(feit: Adresopgave, rond: Achtergrond, beleid: DoelgroepBeleid) -> Gevolg:
    """Signal what may be homelessness, for the IC to confirm; post for the town hall is handed out (DEV-DOE-004)."""
    patroon = adrespatroon(feit.adres, beleid)
    if patroon is None:
        return Gevolg(klaar=(BEVESTIGEN,))
    zin = "Het adres op het formulier is een eigen vast adres."
    signalen = [maak_toets("vast_adres", False, _BIJZONDER, {"patroon": patroon}, zin)]
    if patroon is Adrespatroon.POSTADRES_GEMEENTE:
        uitreiking = beleid.postuitreiking
        tekst = f"De klant haalt de post zelf op: {uitreiking.waarde}."
        signalen.append(maak_toets("post_uitgereikt", True, uitreiking.grondslag, {"via": uitreiking.waarde}, tekst))
    wat = "Ga na of de klant dak- of thuisloos is en leg dat vast."
    waarom = f"Het adres op het formulier wijst daarop: {patroon.value.replace('_', ' ')}."
    regel = Taakregel(BEVESTIGEN, wat, waarom, Rol.INKOMENSCONSULENT, _BIJZONDER)
    bekend = Kenmerk.DAK_THUISLOOS in rond.kenmerken
    taken = () if bekend else (regel.op(later(rond.vandaag, beleid)),)
    return Gevolg(signalen=tuple(signalen), taken=taken, klaar=(BEVESTIGEN,), uitkomst=patroon)


def gevolg_regiobinding(feit: Regiobinding, rond: Achtergrond, beleid: DoelgroepBeleid) -> Gevolg:
    """Advise the gemeente of origin or birth without a tie in the past three years (DEV-DOE-005)."""
    peildatum = rond.meldingsdatum or feit.datum
    grens = plus_maanden(peildatum, -12 * beleid.regiobinding_jaren.waarde)
    binding = feit.laatste_binding is not None and feit.laatste_binding >= grens
    gezien = {"laatste_binding": feit.laatste_binding, "niet_voor": grens}
    zin = f"De klant had op of na {grens:%d-%m-%Y} een binding met de gemeente."
    herkomst = "Zonder binding staat erbij wat de gemeente van herkomst of geboorte is."
    wat = "Verwijs de klant met een warme overdracht naar de gemeente van herkomst of geboorte."
    waarom = f"Er was in de laatste {beleid.regiobinding_jaren.waarde} jaar geen binding met de gemeente."
    regel = Taakregel("regiobinding_overdragen", wat, waarom, Rol.INKOMENSCONSULENT, _BIJZONDER)
    bekend = binding or feit.gemeente_herkomst is not None
    return Gevolg(
        voorwaarden=(maak_toets("gemeente_herkomst_bekend", bekend, _BIJZONDER, {}, herkomst),),
        signalen=(maak_toets("regiobinding", binding, beleid.regiobinding_jaren.grondslag, gezien, zin),),
        taken=() if binding else (regel.op(later(rond.vandaag, beleid)),),
        klaar=("regiobinding_overdragen",),
        uitkomst="binding" if binding else "gemeente_van_herkomst_of_geboorte",
    )
