"""Persoonlijke ondersteuning: a longer period, and a right for who is in the doelgroep loonkostensubsidie."""

from __future__ import annotations

from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import Grondslag, pw
from app.domain.kern.toets import Feit, Toets
from app.domain.voorziening.beleid import VoorzieningBeleid, Voorzieningregel
from app.domain.voorziening.feiten import VoorzieningFeiten
from app.domain.voorziening.oordeel import Omstandigheid

_PERIODE = Grondslag(regeling="Toelichting Re-integratieverordening Participatiewet 2021", artikel="9")


def persoonlijke_ondersteuning(
    feiten: VoorzieningFeiten, _regel: Voorzieningregel, _beleid: VoorzieningBeleid
) -> tuple[Toets, ...]:
    """Ask for the period of the guidance (DEV-VRZ-914)."""
    bekend = True if feiten.begin is not None and feiten.einde is not None else None
    goed = "De periode van de begeleiding staat vast."
    leeg = "Geef de eerste en de laatste dag van de begeleiding; daarna kan zij worden verlengd."
    gezien: dict[str, Feit] = {"begin": feiten.begin, "einde": feiten.einde, "regel": "DEV-VRZ-914"}
    return (maak_toets("periode_begeleiding", bekend, _PERIODE, gezien, goed, leeg),)


def aanspraak(feiten: VoorzieningFeiten, _regel: Voorzieningregel, _beleid: VoorzieningBeleid) -> tuple[Toets, ...]:
    """Show that who may be in the doelgroep loonkostensubsidie has a right to guidance at work (10da)."""
    if Omstandigheid.LOONKOSTENSUBSIDIE not in feiten.omstandigheden:
        return ()
    zin = "Hoort de klant tot de doelgroep loonkostensubsidie, dan is begeleiding op de werkplek een recht: weiger die "
    zin += "niet met het oordeel dat de klant zonder kan, maar onderzoek wat nodig is."
    return (maak_toets("aanspraak_begeleiding_werkplek", None, pw("10da"), {}, zin),)
