"""TaakVoorstel: a task that a rule asks for; services only store it."""

from __future__ import annotations

from datetime import date
from typing import Final

from pydantic import BaseModel, ConfigDict

from app.domain.kern.grondslag import Grondslag
from app.domain.kern.rollen import Rol

ZIET_FRAUDE: Final = frozenset({Rol.INKOMENSCONSULENT, Rol.SOCIALE_RECHERCHE, Rol.FG})
"""Who may know of a suspicion of fraud, besides who has the taak on the desk."""
AFGEKEURD: Final = "De toetser keurde het besluit af; de reden staat bij het besluit."
"""Why there is to be decided again. The reason itself may tell of health or debts, so it is not in a taak."""
HANDHAVING_AFSTEMMEN: Final = "zorg_handhaving_afstemmen"
FRAUDETAKEN: Final = frozenset(
    {
        "driegesprek_sr_plannen",
        "sr_informeren",
        "no_show_sociale_recherche_informeren",
        "sr_screening_beoordelen",
        "sr_onderzoek_doen",
        "blokkering_onderzoek_koppelen",
        "fraudesignaal_opvolgen",
        "fraudesignaal_onderzoeken",
        "fraudesignaal_sociale_recherche",
        HANDHAVING_AFSTEMMEN,
    }
)
"""The kinds of taak that would give such a suspicion away: not shown to others, and not named in a gebeurtenis."""
GEVOELIGE_TAKEN: Final = frozenset(
    {
        # health and care
        "beschutwerk_voorselectie",
        "beschutwerk_advies_vragen",
        "beschutwerk_besluit",
        "beschutwerk_toetsing",
        "beschutwerk_verzending",
        "beschutwerk_plek_zoeken",
        "gezondheid_verwijzen",
        "zorg_verwijzen",
        "zorgteam_contact",
        "hulp_verwijzen",
        "informatie_opvragen_lvb",
        "afspraken_herhalen",
        "advies_bedrijfsarts_volgen",
        "argonaut_onderzoek_starten",
        "wajong_herbeoordelen",
        "doelgroepregister_inschrijven",
        "wia_criterium_bereikt",
        "kwetsbare_jongere_herzien",
        "kwetsbare_jongere_informeren",
        "jongerencontact_leggen",
        "vso_pro_indelen",
        "vso_pro_informeren",
        "programma_jeugd_informeren",
        # convictions, descent, being without a home, debts
        "veiligheidshuis_informeren",
        "bijzondere_doelgroep_informeren",
        "statushouder_informeren",
        "pip_opstellen",
        "inburgering_regelen",
        "taaleis_zaak_ontheffing",
        "zwerfjongeren_informeren",
        "centrumgemeente_informeren",
        "dakloosheid_bevestigen",
        "regiobinding_overdragen",
        "woonruimte_zoeken",
        "bad_overdracht",
        "bad_overdracht_spoed",
        "bad_toezegging_mailen",
    }
)
"""The kinds of taak that tell something special or sensitive of the klant: not named in a gebeurtenis."""


def noembaar(soort: str) -> bool:
    """Tell whether a kind of taak may be named in a gebeurtenis, which also leaves the service."""
    return soort not in FRAUDETAKEN | GEVOELIGE_TAKEN


class TaakVoorstel(BaseModel):
    """A task for the werkvoorraad.

    ``soort`` is a stable code, ``wat`` and ``waarom`` are Dutch and without personal data,
    ``uiterste`` is the last day on which the task is done in time.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    soort: str
    wat: str
    waarom: str
    rol: Rol
    grondslag: Grondslag
    uiterste: date
