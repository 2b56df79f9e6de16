"""All tables together: importing this module fills ``Basis.metadata``."""

from app.db import beleidspakket, historie, klant, mutatie, organisatie, taak
from app.db.basis import Basis

__all__ = ["Basis", "beleidspakket", "historie", "klant", "mutatie", "organisatie", "taak"]
