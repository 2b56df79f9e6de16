"""The tables of the room gesprek together."""

from app.db.gesprek import betrokkene, gesprek, klantreis, observatie, organisatie, praatplaat

__all__ = ["betrokkene", "gesprek", "klantreis", "observatie", "organisatie", "praatplaat"]
