"""The employers of the demo and the budgets: registered once, with bank accounts that a second person checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.werkgever.werkgever import Ibanbron, Ibancontrole
from app.demo.medewerkers import GEMEENTEN
from app.demo.mens import Mens
from app.demo.toneel import Toneel, iemand
from app.domain.kern.rollen import Rol
from app.domain.werkgever.dienstverband import Dienstverbandsoort
from app.services.budget.budgetten import BudgetcorrectieOpdracht, BudgetOpdracht, corrigeer, stel_vast
from app.services.klant import Postadres
from app.services.werkgever.dienstverbanden import leg_dienstverband_vast
from app.services.werkgever.dienstverbandinvoer import DienstverbandOpdracht
from app.services.werkgever.iban import beoordeel, stel_voor
from app.services.werkgever.invoer import (
    IbanbeoordelingOpdracht,
    IbanwijzigingOpdracht,
    VestigingOpdracht,
    WerkgevercontactOpdracht,
    WerkgeverOpdracht,
)
from app.services.werkgever.vestigingen import voeg_contact_toe, voeg_vestiging_toe
from app.services.werkgever.werkgevers import registreer

WERKGEVER, VESTIGING, REKENING, DIENSTVERBAND = "werkgever", "vestiging", "rekening", "dienstverband"
"""The kinds under which the ids are kept."""


@dataclass(frozen=True)
class Zaak:
    """An employer of the table: who it is, where, and who answers the telephone."""

    naam: str
    kvk_nummer: str
    sector: str
    vestiging: str
    straat: str
    contact: str
    functie: str
    iban: str

    @property
    def domein(self) -> str:
        """Where mail goes: nowhere, it is an example."""
        return f"{self.naam.split()[0].lower()}.example"


MAGAZIJN = Zaak(
    "Distributiecentrum Voorbeeld B.V.",
    "90004841",
    "Logistiek",
    "Magazijn Bergweide",
    "Voorbeeldweg",
    "P. de Ruiter",
    "ploegleider",
    "NL20INGB0001234567",
)
BAKKERIJ = Zaak(
    "Bakkerij Voorbeeld B.V.",
    "90004760",
    "Ambachtelijke bakkerij",
    "Winkel Deventer",
    "Voorbeeldstraat",
    "R. Jansen",
    "bedrijfsleider",
    "NL91ABNA0417164300",
)
KRINGLOOP = Zaak(
    "Stichting Kringloop Voorbeeld",
    "90001354",
    "Detailhandel",
    "Kringloopwinkel Colmschate",
    "Voorbeeldplein",
    "M. Kuipers",
    "werkmeester",
    "NL44RABO0123456789",
)
WERKGEVERS = (MAGAZIJN, BAKKERIJ, KRINGLOOP)
WACHT_OP_CONTROLE = KRINGLOOP
"""Of this one nobody checked the bank account yet."""

EURO = 100
PLAFONDS = {
    "startbaansubsidie": 90_000 * EURO,
    "tijdelijke_tegemoetkoming_loonkosten": 150_000 * EURO,
    "loonkostensubsidie": None,
    "scholing": 60_000 * EURO,
    "clientkosten": 25_000 * EURO,
}
BIJNA_OP, TOEGEZEGD = "scholing", 57_500 * EURO


def stel_budgetten_vast(toneel: Toneel, jaar: int) -> None:
    """Set the ceilings of a year; of one nearly everything was promised before it was kept here."""
    wie = iemand(Rol.BELEIDSMEDEWERKER)
    for regeling, plafond in PLAFONDS.items():
        reden = "Vastgesteld bij de begroting." if plafond is not None else "Wie er recht op heeft, krijgt het."
        opdracht = BudgetOpdracht(gemeente=GEMEENTEN[0], regeling=regeling, jaar=jaar, plafond=plafond, reden=reden)
        detail = toneel.doe(wie, stel_vast, opdracht)
        toneel.onthoud("budget", regeling, detail.beeld.budget.id)
    eerder = BudgetcorrectieOpdracht(
        onderwerp_id=uuid7(),
        onderwerp_soort="eerdere_administratie",
        verplicht=TOEGEZEGD,
        reden="Al toegezegd voordat de budgetten hier werden bijgehouden.",
    )
    toneel.doe(wie, corrigeer, eerder, budget_id=toneel.van("budget", BIJNA_OP))


def schrijf_in(toneel: Toneel, zaak: Zaak, nummer: int) -> None:
    """Register an employer with its vestiging and its contact."""
    wie = iemand(Rol.WERKCONSULENT, nummer)
    opdracht = WerkgeverOpdracht(
        kvk_nummer=zaak.kvk_nummer, naam=zaak.naam, sector=zaak.sector, accountmanager_id=wie.medewerker_id
    )
    werkgever_id = toneel.doe(wie, registreer, opdracht).werkgever.id
    plek = VestigingOpdracht(
        vestigingsnummer=f"0000{zaak.kvk_nummer}",
        naam=zaak.vestiging,
        adres=Postadres(straat=zaak.straat, huisnummer=12 + nummer, postcode="7418 AB", woonplaats="Deventer"),
    )
    beeld = toneel.doe(wie, voeg_vestiging_toe, plek, werkgever_id=werkgever_id)
    toneel.onthoud(WERKGEVER, zaak.naam, werkgever_id)
    toneel.onthoud(VESTIGING, zaak.naam, beeld.vestigingen[0].id)
    contact = WerkgevercontactOpdracht(
        naam=zaak.contact,
        functie=zaak.functie,
        email=f"contact@{zaak.domein}",
        telefoon=f"0570 00 00 1{nummer}",
        vestiging_id=beeld.vestigingen[0].id,
    )
    toneel.doe(wie, voeg_contact_toe, contact, werkgever_id=werkgever_id)


def geef_rekening_op(toneel: Toneel, zaak: Zaak, nummer: int) -> None:
    """Propose the bank account."""
    opdracht = IbanwijzigingOpdracht(iban=zaak.iban, tenaamstelling=zaak.naam, bron=Ibanbron.FORMULIER)
    werkgever_id = toneel.van(WERKGEVER, zaak.naam)
    beeld = toneel.doe(iemand(Rol.WERKCONSULENT, nummer), stel_voor, opdracht, werkgever_id=werkgever_id)
    toneel.onthoud(REKENING, zaak.naam, beeld.ibanwijzigingen[0].id)


def ga_rekening_na(toneel: Toneel, zaak: Zaak) -> None:
    """Let a second person check the bank account."""
    opdracht = IbanbeoordelingOpdracht(
        akkoord=True,
        controle=Ibancontrole.TERUGGEBELD,
        bevinding="Gebeld op het nummer dat al bekend was; naam en rekening kloppen.",
    )
    toneel.doe(iemand(Rol.ADMINISTRATIE), beoordeel, opdracht, wijziging_id=toneel.van(REKENING, zaak.naam))


def neem_in_dienst(toneel: Toneel, mens: Mens, zaak: Zaak, functie: str, periode: tuple[date, date]) -> None:
    """Record that somebody works at an employer, for 24 hours a week until the second day."""
    opdracht = DienstverbandOpdracht(
        vestiging_id=toneel.van(VESTIGING, zaak.naam),
        functie=functie,
        soort=Dienstverbandsoort.BEPAALD,
        van=periode[0],
        tot=periode[1],
        uren_per_week=Decimal(24),
        voltijd_uren_per_week=Decimal(38),
        brutoloon=1_650 * EURO,
        werkgeverslasten=330 * EURO,
        uitzendbeding=False,
    )
    beeld = toneel.doe(toneel.consulent(mens), leg_dienstverband_vast, opdracht, klant_id=toneel.klant(mens))
    toneel.onthoud(DIENSTVERBAND, mens.naam, beeld.rij.id)


def plek_bij(toneel: Toneel, zaak: Zaak) -> UUID:
    """Return the vestiging of an employer."""
    return toneel.van(VESTIGING, zaak.naam)
