"""Moves from the diagnosis to the klantgroep."""

from __future__ import annotations

from typing import Any

from app.demo.mens import Bijzonder, Mens, Route
from app.demo.mensen import NUMMER
from app.demo.medewerkers import Collega, zoek
from app.demo.mens import bsn_van
from app.demo.toneel import ZONDER_WERK, Toneel, iemand
from app.domain.indeling.gesprek import Studieplichtbesluit
from app.domain.indeling.feiten import Potentieel
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.leefgebied import Diagnoseinstrument, ExtraThema, Leefgebied
from app.domain.kern.rollen import Rol
from app.services.diagnose.formulier import FormatBevinding, FormatKop, FormatOpdracht, leg_format_vast
from app.services.diagnose.importeren import importeer
from app.services.diagnose.importschema import DiagnoseImportOpdracht
from app.services.indeling.besluit import deel_in
from app.services.indeling.gesprek import leg_gesprek_vast
from app.services.indeling.opdrachten import (
    Gesprekssignaal,
    GesprekOpdracht,
    Gespreksthema,
    IndelingOpdracht,
    Studieplicht,
    Themanotitie,
    Urgentie,
    VoorstelOpdracht,
)
from app.services.indeling.voorstel import stel_klantgroep_voor
from app.services.klant import ToewijzingOpdracht, wijs_toe
