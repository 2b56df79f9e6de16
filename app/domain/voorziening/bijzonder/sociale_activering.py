"""Sociale activering: only who may find work at some time can be obliged, and the end fits the person."""

from __future__ import annotations

from typing import Final

from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.toets import Feit, Toets
from app.domain.voorziening.beleid import VoorzieningBeleid, Voorzieningregel
from app.domain.voorziening.feiten import VoorzieningFeiten

CODE: Final = "sociale_activering"
UITZICHT: Final = "werk_op_termijn_mogelijk"
VERPLICHT: Final = "verplicht"
_DUUR = Grondslag(regeling="Re-integratieverordening Participatiewet 2021", artikel="5", lid="2")
_VERPLICHTING = Grondslag(regeling="Toelichting Re-integratieverordening Participatiewet 2021", artikel="5")


def sociale_activering(
    feiten: VoorzieningFeiten, _regel: Voorzieningregel, _beleid: VoorzieningBeleid
) -> tuple[Toets, ...]:
    """Test the obligation (DEV-VRZ-911), and ask for an end that fits this person (DEV-VRZ-913)."""
    einde = maak_toets(
        "einde_op_maat",
        None if feiten.einde is None else True,
        _DUUR,
        {"einde": feiten.einde, "regel": "DEV-VRZ-913"},
        "Het einde is afgestemd op de mogelijkheden van de klant.",
        "Geef een einde dat past bij de mogelijkheden en capaciteiten van de klant; er is geen vaste duur.",
    )
    return (einde, *_verplichting(feiten))


def _verplichting(feiten: VoorzieningFeiten) -> tuple[Toets, ...]:
    """Refuse an obligation without a chance of work: no maatregel can rest on it (DEV-VRZ-911)."""
    if feiten.gegevens.get(VERPLICHT) is not True:
        return ()
    goed = "De klant kan worden verplicht mee te doen: regulier werk is op termijn mogelijk."
    fout = "Zonder uitzicht op regulier werk kan de klant niet worden verplicht: maak deelname vrijwillig, of bekijk "
    fout += "ondersteuning bij maatschappelijke participatie (artikel 5a)."
    leeg = "Beoordeel eerst of regulier werk op termijn mogelijk is; zonder dat oordeel kan niets verplicht zijn."
    uitzicht = feiten.antwoord(UITZICHT).waarde
    gezien: dict[str, Feit] = {"werk_op_termijn_mogelijk": uitzicht, "regel": "DEV-VRZ-911"}
    return (maak_toets("verplichten_mogelijk", uitzicht, _VERPLICHTING, gezien, goed, fout, leeg),)
