"""Antwoorden over verwijzingen naar de participatiemakelaar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Uit
from app.db.makelaar.verwijzing import Makelaarverwijzing as Rij
from app.domain.kern.klantgroep import Klantgroep
from app.domain.makelaar.soort import (
    Makelaardoel,
    Makelaargrond,
    Makelaarinzet,
    Makelaarregelsoort,
    Makelaarresultaat,
    Makelaarstand,
)
from app.domain.makelaar.toetsen import uiterste_einde
from app.services.makelaar.drukte import Makelaarstaat
from app.services.makelaar.verwijzen import Makelaarbeeld

_TE_LAAT = "Deze nazorg valt na de uiterste dag van de hulp; bespreek met de inkomensconsulent wat nu past."


class Begeleidingsregel(Uit):
    """Een gedateerde regel in het begeleidingsdocument."""

    id: UUID
    soort: Makelaarregelsoort
    datum: date
    tekst: str
    tot: date | None = Field(description="Bij een verlenging: de nieuwe eerste dag zonder hulp.")
    na_maximum: bool = Field(description="Nazorg na de uiterste dag: een waarschuwing.")
    vervangt: UUID | None
    vastgelegd_op: datetime
    vastgelegd_door: UUID


class MakelaarverwijzingKort(Uit):
    """Een verwijzing in een lijst."""

    id: UUID
    versie: int
    klant_id: UUID
    klantgroep: Klantgroep
    doel: Makelaardoel
    inzet: Makelaarinzet = Field(description="Waarvoor de makelaar wordt ingezet.")
    stand: Makelaarstand
    verwijzer_id: UUID
    makelaar_id: UUID
    verwezen_op: date
    start: date
    tot: date = Field(description="De eerste dag zonder hulp.")
    eerste_contact_op: date | None


class Makelaarverwijzing(MakelaarverwijzingKort):
    """Een verwijzing met het hele begeleidingsdocument."""

    grond: Makelaargrond | None
    overdracht: str = Field(description="Deel één: wat de inkomensconsulent overdroeg.")
    uiterst_tot: date = Field(description="Langer dan tot deze dag kan de hulp niet duren, met nazorg.")
    regels: list[Begeleidingsregel] = Field(description="Deel twee: de notities, de oudste eerst.")
    resultaat: Makelaarresultaat | None
    terugkoppeling: str | None = Field(description="Deel drie: wat het opleverde.")
    aanbevelingen: str | None
    contract_document_id: UUID | None
    contract_kenmerk: str | None = Field(description="Verwijzing naar het vrijwilligerscontract in de e-suite.")
    teruggekoppeld_op: date | None
    besliscode: str | None
    gesloten_op: date | None
    reden: str | None
    contactpersoon_id: UUID | None = Field(description="De inkomensconsulent; die blijft het aanspreekpunt.")
    waarschuwingen: list[str]

    @classmethod
    def van_beeld(cls, beeld: Makelaarbeeld) -> Self:
        """Show a referral."""
        rij = beeld.verwijzing
        vast = {naam: getattr(rij, naam) for naam in cls.model_fields if hasattr(rij, naam)}
        weg = {regel.vervangt for regel in beeld.regels}
        laat = any(regel.na_maximum for regel in beeld.regels if regel.id not in weg)
        eigen = {
            "regels": beeld.regels,
            "uiterst_tot": uiterste_einde(rij.start, beeld.beleid),
            "contactpersoon_id": beeld.contactpersoon_id,
            "waarschuwingen": [_TE_LAAT] if laat else [],
        }
        return cls.model_validate(vast | eigen)


class Makelaarverwijzingen(Uit):
    """De verwijzingen van een klant, de nieuwste eerst."""

    verwijzingen: list[Makelaarverwijzing]

    @classmethod
    def van(cls, beelden: Sequence[Makelaarbeeld]) -> Self:
        """Show them all."""
        return cls(verwijzingen=[Makelaarverwijzing.van_beeld(beeld) for beeld in beelden])


class Makelaarwerklijst(Uit):
    """Verwijzingen die nog niet zijn gesloten; wat het eerst eindigt staat bovenaan."""

    verwijzingen: list[MakelaarverwijzingKort]

    @classmethod
    def van(cls, rijen: Sequence[Rij]) -> Self:
        """Show the list."""
        return cls(verwijzingen=[MakelaarverwijzingKort.model_validate(rij) for rij in rijen])


class Aanbiederbericht(Uit):
    """Het bericht is doorgegeven aan de inkomensconsulent."""

    verwijzing_id: UUID
    doorgegeven: bool

    @classmethod
    def van(cls, rij: Rij) -> Self:
        """Say no more than that it was passed on: the makelaar does not see the dossier any more."""
        return cls(verwijzing_id=rij.id, doorgegeven=True)


class Makelaardrukte(Uit):
    """Hoeveel een makelaar te doen heeft en hoe lang klanten wachten."""

    makelaar_id: UUID
    makelaar: str
    lopend: int = Field(description="Lopende verwijzingen.")
    wacht_nog: int = Field(description="Klanten zonder eerste contact.")
    langste_wachttijd: int | None = Field(description="Werkdagen van de verwijzing tot het eerste contact, of tot nu.")
    gemiddelde_wachttijd: float | None
    te_veel: bool
    te_lang: bool


class Makelaaroverzicht(Uit):
    """De drukte per makelaar, met de waarden vanaf waar het opvalt; geen grenzen."""

    makelaars: list[Makelaardrukte]
    signaal_lopend: int
    signaal_wachttijd: int

    @classmethod
    def van(cls, staat: Makelaarstaat) -> Self:
        """Show every makelaar."""
        return cls(
            makelaars=[
                Makelaardrukte(makelaar_id=wie.id, makelaar=wie.naam, **drukte.model_dump())
                for wie, drukte in staat.makelaars
            ],
            signaal_lopend=staat.beleid.signaal_open_verwijzingen.waarde,
            signaal_wachttijd=staat.beleid.signaal_wachttijd_werkdagen.waarde,
        )
