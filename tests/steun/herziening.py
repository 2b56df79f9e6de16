"""Herzieningen over HTTP: open, decide, check and send, each by the person who may."""

from __future__ import annotations

from typing import Any

from tests.steun.dienst import Dienst

FOUT = {"grond": "fout", "aanleiding": "De uitnodiging bleek niet te zijn verzonden."}
INTREKKEN = {"keuze": "intrekken", "motivering": "Zonder uitnodiging kan er geen maatregel zijn."}


def herzie(dienst: Dienst, besluit_id: str, opdracht: dict[str, Any] | None = None) -> Any:
    """Open a herziening as werkconsulent."""
    return dienst.doe("POST", f"/besluiten/{besluit_id}/herzieningen", "werkconsulent", opdracht or FOUT)


def probeer(dienst: Dienst, herziening_id: str, opdracht: dict[str, Any], **extra: Any) -> Any:
    """Try to decide on a herziening as inkomensconsulent on the present version; return the response."""
    pad = f"/herzieningen/{herziening_id}"
    versie = dienst.doe("GET", pad, "inkomensconsulent")["versie"]
    return dienst.roep("POST", f"{pad}/besluiten", "inkomensconsulent", opdracht, versie=versie, **extra)


def beslis(dienst: Dienst, herziening_id: str, opdracht: dict[str, Any] | None = None) -> Any:
    """Decide on a herziening; return the besluit."""
    antwoord = probeer(dienst, herziening_id, opdracht or INTREKKEN)
    assert antwoord.status_code == 201, antwoord.text
    return antwoord.json()


def verzend(dienst: Dienst, besluit_id: str, dag: str) -> Any:
    """Check a besluit as toetser and send it; return it."""
    dienst.doe("POST", f"/besluiten/{besluit_id}/toetsingen", "toetser", {"akkoord": True})
    return dienst.doe("POST", f"/besluiten/{besluit_id}/bekendmakingen", "administratie", {"verzondenOp": dag})


def mutaties(dienst: Dienst, soort: str = "herziening") -> list[Any]:
    """What the uitkeringsadministratie was asked, of one kind."""
    dienst.ronde()
    rijen = dienst.doe("GET", "/mutaties", "koppeling")["mutaties"]
    return [rij["inhoud"] for rij in rijen if rij["soort"] == soort]
