"""What data cannot say of a voorziening: one pure function per code, in its own file, named here and nowhere else.

A function of ``BIJZONDER`` returns conditions; one of ``SIGNALEN`` what is only shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from app.domain.kern.toets import Toets
from app.domain.voorziening.beleid import VoorzieningBeleid, Voorzieningregel
from app.domain.voorziening.feiten import VoorzieningFeiten

Bijzonder = Callable[[VoorzieningFeiten, Voorzieningregel, VoorzieningBeleid], tuple[Toets, ...]]

BIJZONDER: Final[Mapping[str, Bijzonder]] = {}

SIGNALEN: Final[Mapping[str, Bijzonder]] = {}
