"""The articles on which the regelingen rest."""

from __future__ import annotations

from functools import lru_cache

from app.domain.kern.grondslag import Grondslag


@lru_cache(maxsize=64)
def verordening_lid(artikel: str, lid: str, onderdeel: str | None = None) -> Grondslag:
    """Cite a lid of Deventer's Re-integratieverordening."""
    regeling = "Re-integratieverordening Participatiewet 2021"
    return Grondslag(regeling=regeling, artikel=artikel, lid=lid, onderdeel=onderdeel)


@lru_cache(maxsize=64)
def beleidsregels(artikel: str, lid: str | None = None, onderdeel: str | None = None) -> Grondslag:
    """Cite Deventer's Beleidsregels Re-integratie."""
    regeling = "Beleidsregels Re-integratie gemeente Deventer 2021"
    return Grondslag(regeling=regeling, artikel=artikel, lid=lid, onderdeel=onderdeel)
