"""The beschikking as the tests make it, over HTTP: report, draft, besluit, fiat and dispatch."""

from __future__ import annotations

import base64
from typing import Any

from tests.steun.aanvraag import ALLES_GEDAAN, gescreend, lees, open_, tot_recht, zet
from tests.steun.dienst import Dienst
from tests.steun.intake import mutaties

IC, FIAT = "inkomensconsulent", "toetser"
TOELICHTING = {"wijze": "telefonisch", "reden": "De klant vroeg om uitleg."}


def document(dienst: Dienst, aanvraag: Any, soort: str, nr: int = 0, **extra: Any) -> str:
    """Add a pdf to the zaak; returns its id."""
    inhoud = base64.b64encode(b"%PDF-1.7\n" + f"{soort} {nr}".encode() + b"\n%%EOF\n").decode()
    opdracht = {"aanvraagId": aanvraag["id"], "soort": soort, "omschrijving": soort, "kanaal": "mail"}
    return str(dienst.doe("POST", "/documenten", IC, opdracht | {"inhoud": inhoud} | extra)["id"])


def rapporteer(dienst: Dienst, aanvraag: Any, **extra: Any) -> Any:
    """Report, with the attachment that is always needed."""
    bijlage = document(dienst, aanvraag, "inwoners_op_adres")
    inhoud = {"tekst": "De klant heeft geen inkomen.", "werkt": False, "toekennen": True, "bijlagen": [bijlage]}
    return zet(dienst, lees(dienst, aanvraag), "rapporten", IC, inhoud | extra)


def klaar_om_te_beslissen(dienst: Dienst, *personen: dict[str, Any]) -> Any:
    """An aanvraag of Tuesday 31 March with a report, on Thursday 2 April."""
    return rapporteer(dienst, tot_recht(dienst, open_(dienst, gescreend(dienst, *personen), *ALLES_GEDAAN)))


def wens(aanvraag: Any, *redenen: str | None, **extra: Any) -> dict[str, Any]:
    """A draft that grants, with a reason for who has no right."""
    personen = [
        {"klantId": wie["klantId"], "recht": reden is None} | ({"reden": reden} if reden else {})
        for wie, reden in zip(aanvraag["personen"], redenen or (None,), strict=True)
    ]
    return {"keuze": "toekennen", "ingangsdatum": "2026-03-31", "personen": personen} | extra


def fiatteer(dienst: Dienst, besluit: Any, **extra: Any) -> Any:
    """Try the fiat."""
    return dienst.roep("POST", f"/besluiten/{besluit['id']}/toetsingen", FIAT, {"akkoord": True} | extra)


def verzend(dienst: Dienst, besluit: Any, dag: str) -> Any:
    """Try the dispatch."""
    return dienst.roep("POST", f"/besluiten/{besluit['id']}/bekendmakingen", IC, {"verzondenOp": dag})


def tot_verzonden(dienst: Dienst, aanvraag: Any, concept: Any, dag: str = "2026-04-02", **extra: Any) -> Any:
    """Draft, decide, have it checked and send it."""
    aanvraag = zet(dienst, aanvraag, "concepten", IC, concept)
    besluit = zet(dienst, aanvraag, "besluiten", IC, extra)
    assert fiatteer(dienst, besluit).status_code == 201
    zet(dienst, lees(dienst, aanvraag), "toelichtingen", IC, TOELICHTING)
    assert verzend(dienst, besluit, dag).status_code == 201
    return besluit


def mutaties_aanvraag(dienst: Dienst) -> list[Any]:
    """The mutaties about aanvragen that were delivered, in order."""
    soorten = ("toekenning", "afwijzing", "buiten_behandeling", "aanvraag_intrekking")
    return [(soort, inhoud) for soort, inhoud in mutaties(dienst) if soort in soorten]
