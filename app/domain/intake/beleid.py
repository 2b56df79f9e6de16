"""The policy of the intake: terms, the check of the loket, zoekperiode and voorschot."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from app.domain.beleid.model import Beleid, Waarde
from app.domain.intake.feiten import Kanaal
from app.domain.intake.soorten import Levering

Aantal = Annotated[int, Field(ge=1)]
Leeftijd = Annotated[int, Field(ge=16, le=100)]
Zoekweken = Annotated[int, Field(ge=0, le=4)]
Procent = Annotated[Decimal, Field(ge=0, le=200)]


class IntakeBeleid(Beleid):
    """Terms in the unit that their name tells; percentages of the norm."""

    soort: ClassVar[str] = "intake"

    # national
    beslistermijn_weken: Waarde[Aantal]
    zoekperiode_weken: Waarde[Aantal]
    zoekperiode_vanaf_leeftijd: Waarde[Leeftijd]
    zoekperiode_tot_leeftijd: Waarde[Leeftijd]
    zoekperiode_eerder_mogelijk: Waarde[bool]
    voorschot_minimum_procent: Waarde[Procent]
    voorschot_uiterlijk_weken: Waarde[Aantal]

    # how much of the zoekperiode the municipality uses
    zoekperiode_weken_kwetsbaar: Waarde[Zoekweken]
    zoekperiode_weken_overig: Waarde[Zoekweken]

    # the municipality's service terms
    contact_werkdagen: Waarde[Aantal]
    contact_uren: Waarde[Aantal] | None = None
    kanalen_ontraden: Waarde[tuple[Kanaal, ...]]
    formulier_leveringen: Waarde[tuple[Levering, ...]]
    screening_werkdagen: Waarde[Aantal]
    screening_minuten_minimum: Waarde[Aantal]
    screening_minuten: Waarde[Aantal]
    screening_tussentijd_minuten: Waarde[Aantal]
    rapportage_uren: Waarde[Aantal]
    streef_weken: Waarde[Aantal]
    opvolgen_werkdagen: Waarde[Aantal]
    inlevertermijn_werkdagen: Waarde[Aantal]
    bellen_na_werkdagen: Waarde[Aantal]
    aanvultermijn_werkdagen: Waarde[Aantal]
    sms_dagen_voor_einde_aanvultermijn: Waarde[Aantal]

    # the check of the loket
    ww_gewerkte_weken: Waarde[Aantal]
    ww_referteperiode_weken: Waarde[Aantal]
    iow_leeftijd_maanden: Waarde[Aantal]
    iow_ww_langer_dan_maanden: Waarde[Aantal]
    werkvraag_inkomensgrens_procent: Waarde[Procent]
