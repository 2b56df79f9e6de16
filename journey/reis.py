"""What the chapters share: the colleagues, the clock, and the people whose story it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import Any

import httpx

from app.demo.medewerkers import zoek
from app.domain.kern.bsn import bsn_uit_basis
from app.domain.kern.rollen import Rol
from journey.collega import Collega
from journey.server import Server
from journey.verteller import Verteller, datum

GEMEENTE = "GM0150"
ADRES = {"straat": "Voorbeeldstraat", "huisnummer": 12, "postcode": "7411 AB", "woonplaats": "Deventer"}


@dataclass
class Persoon:
    """Somebody who reports, with what the service has given: ids and the last version seen."""

    voornamen: str
    achternaam: str
    geboortedatum: str
    bsn: str
    klant_id: str = ""
    melding_id: str = ""

    @property
    def naam(self) -> str:
        """Name as a colleague says it."""
        return f"{self.voornamen} {self.achternaam}"

    def gegevens(self, **extra: Any) -> dict[str, Any]:
        """Give what is written down at the melding."""
        basis = {"bsn": self.bsn, "voornamen": self.voornamen, "achternaam": self.achternaam}
        return basis | {"geboortedatum": self.geboortedatum, "telefoon": "06 12345678"} | extra


@dataclass
class Reis:
    """The stage: one server, a teller, colleagues by role and the people of the story."""

    server: Server
    verteller: Verteller
    collegas: dict[tuple[Rol, str], Collega] = field(default_factory=dict)
    mensen: dict[str, Persoon] = field(default_factory=dict)
    gezien: dict[str, Any] = field(default_factory=dict)
    _bsn: Any = field(default_factory=lambda: count(99990000))

    def als(self, rol: Rol, naam: str = "") -> Collega:
        """Find the colleague with this role: the first of them, or the one with this in the name."""
        if (rol, naam) not in self.collegas:
            wie = zoek(rol, naam)
            assert wie is not None
            gevonden = Collega(self.server.adres, self.server.werkmap, rol, wie.naam, self.verteller)
            self.collegas[rol, naam] = gevonden
        return self.collegas[rol, naam]

    def id_van(self, rol: Rol, naam: str = "") -> str:
        """Give the employee id of the colleague with this role."""
        wie = zoek(rol, naam)
        assert wie is not None
        return str(wie.id)

    def nieuw(self, sleutel: str, voornamen: str, achternaam: str, geboortedatum: str) -> Persoon:
        """Somebody new in the story, with a BSN that passes the 11-proef."""
        bsn = next(bsn for basis in self._bsn if (bsn := bsn_uit_basis(basis)) is not None)
        self.mensen[sleutel] = Persoon(voornamen, achternaam, geboortedatum, bsn)
        return self.mensen[sleutel]

    def het_is(self, moment: str) -> None:
        """Set the clock of the service, and let happen what has fallen due."""
        antwoord = httpx.put(f"{self.server.adres}/ontwikkel/klok", json={"tijdstip": moment}, timeout=60)
        antwoord.raise_for_status()
        print(f"\n──── {datum(moment)}, {moment[11:16]} uur")
