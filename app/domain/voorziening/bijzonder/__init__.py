"""What data cannot say of a voorziening: one pure function per code, in its own file, named here and nowhere else.

A function of ``BIJZONDER`` returns conditions; one of ``SIGNALEN`` what is only shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from app.domain.kern.toets import Toets
from app.domain.voorziening.beleid import VoorzieningBeleid, Voorzieningregel
from app.domain.voorziening.bijzonder.duur_in_weken import duur_in_weken
from app.domain.voorziening.bijzonder.leer_werktraject import leer_werktraject
from app.domain.voorziening.bijzonder.persoonlijke_ondersteuning import aanspraak, persoonlijke_ondersteuning
from app.domain.voorziening.bijzonder.plaatsing import proefplaatsing_naast_wet, werkervaringsplaats, zelfde_plek
from app.domain.voorziening.bijzonder.scholing import scholing
from app.domain.voorziening.bijzonder.sociale_activering import sociale_activering
from app.domain.voorziening.feiten import VoorzieningFeiten

Bijzonder = Callable[[VoorzieningFeiten, Voorzieningregel, VoorzieningBeleid], tuple[Toets, ...]]

BIJZONDER: Final[Mapping[str, Bijzonder]] = {
    "werkervaringsplaats": werkervaringsplaats,
    "scholing": scholing,
    "leer_werktraject": leer_werktraject,
    "sociale_activering": sociale_activering,
    "persoonlijke_ondersteuning": persoonlijke_ondersteuning,
    "career_and_kids": duur_in_weken,
}

SIGNALEN: Final[Mapping[str, Bijzonder]] = {
    "werkervaringsplaats": zelfde_plek,
    "proefplaatsing": proefplaatsing_naast_wet,
    "persoonlijke_ondersteuning": aanspraak,
}
