"""The subjects on which policy exists: the only place where a room's policy model is made known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.aanvraag.beleid import AanvraagBeleid
from app.domain.afspraak.beleid import AfspraakBeleid
from app.domain.agenda.beleid import AgendaBeleid
from app.domain.begeleiding.beleid import BegeleidingBeleid
from app.domain.begrip.beleid import BegripBeleid
from app.domain.bekonnected.beleid import BekonnectedBeleid
from app.domain.beleid.model import Beleid
from app.domain.bericht.beleid import BerichtBeleid
from app.domain.beschutwerk.beleid import BeschutWerkBeleid
from app.domain.bezwaar.beleid import BezwaarBeleid
from app.domain.blokkering.beleid import BlokkeringBeleid
from app.domain.brief.beleid import BriefBeleid
from app.domain.budget.beleid import BudgetBeleid
from app.domain.campagne.campagne import CampagneBeleid
from app.domain.diagnose.beleid import DiagnoseBeleid
from app.domain.doelgroep.beleid import DoelgroepBeleid
from app.domain.extern.systemen import ExternBeleid
from app.domain.gesprek.beleid import GesprekBeleid
from app.domain.gesprek.klantreis import KlantreisBeleid
from app.domain.gesprek.leefgebied import LeefgebiedBeleid
from app.domain.gesprek.observatie import ObservatieBeleid
from app.domain.gesprek.organisatie import OrganisatieBeleid
from app.domain.groep.beleid import GroepBeleid
from app.domain.indeling.beleid import IndelingBeleid
from app.domain.intake.beleid import IntakeBeleid
from app.domain.kern.norm import AowBeleid, NormBeleid
from app.domain.klantverzoek.verzoek import KlantverzoekBeleid
from app.domain.leerroute.beleid import LeerrouteBeleid
from app.domain.loonkosten.beleid import LksBeleid
from app.domain.loonkosten.procedure import LoonkostenBeleid
from app.domain.maatregel.beleid import MaatregelBeleid
from app.domain.maatregel.herziening.beleid import HerzieningBeleid
from app.domain.machtiging.machtiging import MachtigingBeleid
from app.domain.makelaar.beleid import MakelaarBeleid
from app.domain.nugger.beleid import NuggerBeleid, VermogenBeleid, WmlBeleid
from app.domain.plan.beleid import PlanBeleid
from app.domain.signaal.beleid import SignaalBeleid
from app.domain.simulatie.beleid import SimulatieBeleid
from app.domain.sturing.aannames import AannamesBeleid
from app.domain.sturing.beleid import SturingBeleid
from app.domain.subsidie.beleid import SubsidieBeleid
from app.domain.taaleis.beleid import TaaleisBeleid
from app.domain.toekenning.beleid import ToekenningBeleid
from app.domain.vaststelling.beleid import VaststellingBeleid
from app.domain.verplichting.beleid import VerplichtingBeleid
from app.domain.verwijzing.beleid import VerwijzingBeleid
from app.domain.voorziening.beleid import VoorzieningBeleid
from app.domain.werkgever.beleid import WerkgeverBeleid

MODELLEN: Final[tuple[type[Beleid], ...]] = (
    AannamesBeleid,
    AanvraagBeleid,
    AfspraakBeleid,
    AgendaBeleid,
    AowBeleid,
    BegeleidingBeleid,
    BekonnectedBeleid,
    BerichtBeleid,
    BeschutWerkBeleid,
    BezwaarBeleid,
    BlokkeringBeleid,
    BriefBeleid,
    BudgetBeleid,
    DiagnoseBeleid,
    GesprekBeleid,
    DoelgroepBeleid,
    GroepBeleid,
    HerzieningBeleid,
    IndelingBeleid,
    IntakeBeleid,
    KlantreisBeleid,
    LeefgebiedBeleid,
    LeerrouteBeleid,
    LksBeleid,
    LoonkostenBeleid,
    MaatregelBeleid,
    MachtigingBeleid,
    BegripBeleid,
    CampagneBeleid,
    ExternBeleid,
    KlantverzoekBeleid,
    MakelaarBeleid,
    VaststellingBeleid,
    NormBeleid,
    NuggerBeleid,
    ObservatieBeleid,
    OrganisatieBeleid,
    PlanBeleid,
    VermogenBeleid,
    WmlBeleid,
    VerplichtingBeleid,
    VerwijzingBeleid,
    SimulatieBeleid,
    SignaalBeleid,
    SturingBeleid,
    SubsidieBeleid,
    TaaleisBeleid,
    ToekenningBeleid,
    VoorzieningBeleid,
    WerkgeverBeleid,
)

SOORTEN: Final[Mapping[str, type[Beleid]]] = {model.soort: model for model in MODELLEN}
"""By the name of the TOML file."""
