"""The refusals of the domain. One table in ``app/api/fouten.py`` maps them to HTTP.

DomeinFout
├── NietGevonden          the thing does not exist for this reader
├── NietBevoegd           the actor lacks the role, or is the wrong person
├── OngeldigeInvoer       fields are wrong; each is named
├── Conflict              the state does not allow this now
│   └── Geweigerd         rules refuse; carries the toetsen with their articles
├── VersieVerouderd       somebody else changed it first
└── BeleidOntbreekt       no policy holds on the date asked
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.domain.kern.toets import Toets


class DomeinFout(Exception):
    """Base of every refusal; ``code`` is stable, ``melding`` is Dutch and without personal data."""

    code = "fout"

    def __init__(self, melding: str, code: str | None = None) -> None:
        super().__init__(melding)
        self.melding = melding
        self.code = code or self.code


class NietGevonden(DomeinFout):
    """The thing does not exist, or this actor may not know that it does."""

    code = "niet_gevonden"


class NietBevoegd(DomeinFout):
    """The actor may not do this."""

    code = "niet_bevoegd"


class OngeldigeInvoer(DomeinFout):
    """Fields are wrong. ``velden`` maps a path (``personen.0.bsn``) to what would be right."""

    code = "ongeldige_invoer"

    def __init__(self, velden: Mapping[str, str]) -> None:
        super().__init__("Een of meer velden kloppen niet.")
        self.velden = dict(velden)


class Conflict(DomeinFout):
    """The present state does not allow this handling."""

    code = "conflict"


class Geweigerd(Conflict):
    """Rules refuse the handling; ``toetsen`` says which and on what article."""

    code = "geweigerd"

    def __init__(self, melding: str, toetsen: Iterable[Toets], code: str | None = None) -> None:
        super().__init__(melding, code)
        self.toetsen = tuple(toetsen)


class VersieVerouderd(DomeinFout):
    """The version named by the client is not the present one."""

    code = "versie_verouderd"


class BeleidOntbreekt(DomeinFout):
    """No policy pack answers for this subject, municipality and date."""

    code = "beleid_ontbreekt"
