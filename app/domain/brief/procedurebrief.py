"""Procedurebrief: the letters before a decision, each with a text of its own in the policy."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.brief.beleid import BRIEFPLEKKEN, BriefBeleid
from app.domain.brief.documenten import Formeeldocument
from app.domain.brief.model import Brief, Deel
from app.domain.brief.opbouw import Omslag, altijd, deel, maak_brief
from app.domain.brief.tekst import Gegevens, vul_in


def procedurebrief(
    soort: Formeeldocument, eigen: Gegevens, omslag: Omslag, beleid: BriefBeleid, extra: Iterable[Deel] = ()
) -> Brief:
    """Write a letter; ``eigen`` are what its text may tell, what is not given is not known.

    ``extra`` are parts that come after the text, such as the goals of a plan.
    """
    tekst = beleid.brieven.waarde[soort]
    gegevens = {naam: eigen.get(naam) for naam in BRIEFPLEKKEN[soort]} | altijd(omslag, beleid)
    delen = [vol for bron in tekst.delen for vol in deel(bron, gegevens)]
    delen += extra
    delen += deel(beleid.hulp.waarde, gegevens)
    onderwerp = vul_in(tekst.onderwerp, gegevens) or tekst.onderwerp
    return maak_brief(omslag, beleid, onderwerp, delen, tekst.ondertekening)
