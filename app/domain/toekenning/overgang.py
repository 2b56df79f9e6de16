"""Transition law: which verordening governs a voorziening, and how long one of 2017 is kept (verordening 15, 16)."""

from __future__ import annotations

from datetime import date
from typing import Final

from pydantic import BaseModel, ConfigDict

from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.toets import Feit, Toets
from app.domain.kern.werkdagen import EEN_DAG
from app.domain.toekenning.beleid import ToekenningBeleid
from app.domain.toekenning.stand import Verordeningsregime

_NIEUW, _OUD = Verordeningsregime.VERORDENING_2021, Verordeningsregime.VERORDENING_2017
_ARTIKEL: Final = "15"


class Overgangsfeiten(BaseModel):
    """A voorziening of 2017: its first and last day, and how often it was extended."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    begin: date
    einde: date
    verlengingen: int = 0


def regime_op(begin: date, beleid: ToekenningBeleid) -> Verordeningsregime:
    """Return the verordening of the day on which a voorziening starts, whenever it was adopted (DEV-OVR-901)."""
    return _NIEUW if begin >= beleid.regime_2021_vanaf.waarde else _OUD


def toets_regime(begin: date, regime: Verordeningsregime, beleid: ToekenningBeleid) -> Toets:
    """Test that nothing new starts under 2017 from the day of the new verordening on (DEV-OVR-902)."""
    vanaf, hoort = beleid.regime_2021_vanaf, regime_op(begin, beleid)
    return maak_toets(
        "regime_van_de_begindag",
        regime is hoort,
        vanaf.grondslag,
        {"begin": begin, "regime": regime, "hoort_bij": hoort, "regel": "DEV-OVR-902"},
        f"De voorziening valt onder de verordening van {regime}.",
        f"Vanaf {datum_voluit(vanaf.waarde)} begint een voorziening onder de verordening van 2021, daarvoor onder die "
        "van 2017. Pas de begindag of de verordening aan.",
    )


def overgangseinde(einde: date, beleid: ToekenningBeleid) -> date:
    """Return the last day on which a voorziening of 2017 is kept (DEV-OVR-905).

    Twelve months from the new verordening, or until the granted end when that is earlier.
    """
    return min(_uiterste(beleid), einde)


def _uiterste(beleid: ToekenningBeleid) -> date:
    return plus_maanden(beleid.regime_2021_vanaf.waarde, beleid.overgang_maanden.waarde) - EEN_DAG


def toets_overgangsbescherming(
    feiten: Overgangsfeiten, laatste_dag: date, *, voorwaarden_vervuld: bool | None, alleen_nieuw_regime: bool
) -> Toets:
    """Test that a kept voorziening is not ended early only because 2021 has it no more (DEV-OVR-905, DEV-OVR-906).

    The protection is gone once the conditions of 2017 are no longer met.
    """
    beschermd = alleen_nieuw_regime and voorwaarden_vervuld is not False and laatste_dag < feiten.einde
    gezien: dict[str, Feit] = {"laatste_dag": laatste_dag, "voorwaarden_2017": voorwaarden_vervuld}
    return maak_toets(
        "overgangsrecht_geeerbiedigd",
        not beschermd,
        _lid("2"),
        gezien | {"overgang_tot_en_met": feiten.einde, "regel": "DEV-OVR-905"},
        "Het overgangsrecht staat niet in de weg.",
        f"Deze voorziening van 2017 blijft tot en met {datum_voluit(feiten.einde)}. Dat de verordening van 2021 haar "
        "niet meer kent, is alleen geen grond om eerder te stoppen.",
    )


def toets_verlenging_2017(feiten: Overgangsfeiten, nieuw_einde: date, beleid: ToekenningBeleid) -> Toets:
    """Test an extension that was granted under 2017: only where that verordening had one (DEV-OVR-908)."""
    regel = beleid.regel_2017(feiten.code)
    basis = beleid.overgang_maanden.grondslag if regel is None else regel.grondslag
    mag = 0 if regel is None else regel.verlengingen
    duur = 0 if regel is None else regel.max_maanden + (regel.verlenging_maanden or 0) * mag
    uiterlijk = plus_maanden(feiten.begin, duur) - EEN_DAG
    goed = feiten.verlengingen < mag and nieuw_einde <= uiterlijk
    return maak_toets(
        "verlenging_volgens_2017",
        goed,
        basis,
        {"nieuw_einde": nieuw_einde, "uiterlijk": uiterlijk, "verlengingen": feiten.verlengingen, "mag": mag},
        "De verordening van 2017 liet deze verlenging toe.",
        f"De verordening van 2017 liet {mag} verlenging(en) toe, tot en met uiterlijk {datum_voluit(uiterlijk)}.",
    )


def toetsen_voortzetting(
    feiten: Overgangsfeiten, *, contract_betalingsplicht: bool | None, motivering: str | None, beleid: ToekenningBeleid
) -> tuple[Toets, ...]:
    """Test a continuation after the twelve months (DEV-OVR-907): motivated, and with what was agreed looked at."""
    gemotiveerd = maak_toets(
        "voortzetting_gemotiveerd",
        True if (motivering or "").strip() else None,
        _lid("3"),
        {},
        "De voortzetting is gemotiveerd.",
        "",
        "Leg uit waarom de voorziening wordt voortgezet.",
    )
    return (_uitgelopen(feiten, beleid), _contract(contract_betalingsplicht), gemotiveerd)


def _uitgelopen(feiten: Overgangsfeiten, beleid: ToekenningBeleid) -> Toets:
    uiterste = _uiterste(beleid)
    return maak_toets(
        "overgang_uitgelopen",
        feiten.einde >= uiterste,
        _lid("3"),
        {"einde": feiten.einde, "overgang_tot_en_met": uiterste, "regel": "DEV-OVR-907"},
        "De toegekende duur loopt tot het einde van de overgang of daarna.",
        "De toegekende duur was eerder voorbij dan de overgang; voortzetten kan dan niet.",
    )


def _contract(betalingsplicht: bool | None) -> Toets:
    return maak_toets(
        "contract_nagegaan",
        None if betalingsplicht is None else True,
        _lid("3"),
        {"contract_met_betalingsplicht": betalingsplicht},
        "Er is nagegaan of de gemeente door een overeenkomst toch moet betalen.",
        "",
        "Leg vast of er een overeenkomst is waardoor de gemeente toch moet betalen.",
    )


def _lid(lid: str) -> Grondslag:
    return Grondslag(regeling="Re-integratieverordening Participatiewet 2021", artikel=_ARTIKEL, lid=lid)
