"""Grondslag: the article on which a rule, a term or a value rests."""

from __future__ import annotations

from functools import lru_cache

from pydantic import BaseModel, ConfigDict


class Grondslag(BaseModel):
    """One citation, keyed on regulation, article, lid and onderdeel.

    ``regeling`` is the citation title ("Participatiewet", "Awb",
    "Productenboek Inzet op Maat"), ``artikel`` an article or paragraph number.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    regeling: str
    artikel: str
    lid: str | None = None
    onderdeel: str | None = None

    def __str__(self) -> str:
        """Write the citation as a letter does: ``artikel 18, lid 2, Participatiewet``."""
        return _voluit(self.regeling, self.artikel, self.lid, self.onderdeel)


@lru_cache(maxsize=1024)
def _voluit(regeling: str, artikel: str, lid: str | None, onderdeel: str | None) -> str:
    delen = [f"artikel {artikel}" if artikel[:1].isdigit() else artikel]
    if lid:
        delen.append(f"lid {lid}")
    if onderdeel:
        delen.append(f"onderdeel {onderdeel}")
    return f"{', '.join(delen)}, {regeling}"


@lru_cache(maxsize=256)
def pw(artikel: str, lid: str | None = None, onderdeel: str | None = None) -> Grondslag:
    """Cite the Participatiewet."""
    return Grondslag(regeling="Participatiewet", artikel=artikel, lid=lid, onderdeel=onderdeel)


@lru_cache(maxsize=256)
def awb(artikel: str, lid: str | None = None, onderdeel: str | None = None) -> Grondslag:
    """Cite the Algemene wet bestuursrecht."""
    return Grondslag(regeling="Awb", artikel=artikel, lid=lid, onderdeel=onderdeel)


def termijnenwet(artikel: str, lid: str | None = None) -> Grondslag:
    """Cite the Algemene termijnenwet."""
    return Grondslag(regeling="Algemene termijnenwet", artikel=artikel, lid=lid)


def verordening(artikel: str, onderdeel: str | None = None) -> Grondslag:
    """Cite Deventer's Re-integratieverordening, in force from 2021."""
    return Grondslag(regeling="Re-integratieverordening Participatiewet 2021", artikel=artikel, onderdeel=onderdeel)


def productenboek(paragraaf: str) -> Grondslag:
    """Cite Deventer's handbook by paragraph."""
    return Grondslag(regeling="Productenboek Inzet op Maat", artikel=f"paragraaf {paragraaf}")


def bezwaarclausule(weken: int, grondslag: Grondslag) -> str:
    """Write how long the klant has to object, as every besluit must say (Awb 3:45)."""
    termijn = f"{weken} weken nadat wij dit besluit verzonden"
    return f"Bent u het er niet mee eens? Dan kunt u bezwaar maken, binnen {termijn} ({grondslag})."


def beroepsclausule(weken: int, grondslag: Grondslag) -> str:
    """Write how long the klant has to go to court, as every decision on bezwaar must say (Awb 3:45, 8:1)."""
    termijn = f"{weken} weken nadat wij dit besluit verzonden"
    return f"Bent u het er niet mee eens? Dan kunt u beroep instellen bij de rechtbank, binnen {termijn} ({grondslag})."
