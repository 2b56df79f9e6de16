"""What every besluit goes through: a letter in concept, a second pair of eyes, dispatch, and a replay."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from app.domain.kern.rollen import Rol
from journey.reis import Reis

Besluit = dict[str, Any]


def neem(reis: Reis, pad: str, motivering: str) -> Besluit:
    """Decide as inkomensconsulent on the present version of a zaak, and tell why."""
    consulent = reis.als(Rol.INKOMENSCONSULENT)
    versie = consulent.haal(pad)["versie"]
    besluit: Besluit = consulent.maak(f"{pad}/besluiten", {"motivering": motivering}, versie=versie)
    for zin in besluit["motivering"]:
        reis.verteller.feit(zin)
    return besluit


def rond_af(reis: Reis, besluit: Besluit, dag: str, toetser: str = "") -> Besluit:
    """Have somebody else check it, send it, and look at the letter and the replay."""
    pad = f"/besluiten/{besluit['id']}"
    reis.als(Rol.TOETSER, toetser).maak(f"{pad}/toetsingen", {"akkoord": True})
    zending = {"verzondenOp": dag, "wijze": "post"}
    verzonden: Besluit = reis.als(Rol.ADMINISTRATIE).maak(f"{pad}/bekendmakingen", zending)
    verzonden_brief(reis, verzonden)
    reken_na(reis, besluit["id"])
    return verzonden


def concept_brief(reis: Reis, besluit_id: str) -> None:
    """Look at the letter before it is sent: it says that it is a concept, and has no fixed hash."""
    v, consulent = reis.verteller, reis.als(Rol.INKOMENSCONSULENT)
    pad = f"/besluiten/{besluit_id}/brief"
    pdf, etag = consulent.haal_brief(pad, vorm="pdf")
    v.klopt(f"De brief ligt klaar als PDF van {len(pdf) // 1024} kB", pdf.startswith(b"%PDF"), pdf[:8])
    v.gelijk("Een concept heeft nog geen vaste hash", etag, None)
    v.klopt("Er staat CONCEPT op", b"CONCEPT" in consulent.haal_bestand(pad, vorm="html"))


def verzonden_brief(reis: Reis, besluit: Besluit) -> str:
    """Check that the letter is the one that was sent, to the byte; return its text as HTML."""
    v, consulent = reis.verteller, reis.als(Rol.INKOMENSCONSULENT)
    pad = f"/besluiten/{besluit['id']}/brief"
    pdf, etag = consulent.haal_brief(pad, vorm="pdf")
    hash_ = sha256(pdf).hexdigest()
    regels = consulent.haal(f"/klanten/{besluit['klantId']}/tijdlijn", aantal=50)["gebeurtenissen"]
    bekend = [r["inhoud"] for r in regels if r["soort"] == "besluit.bekendgemaakt"]
    gezien = next((inhoud["briefSha256"] for inhoud in bekend if inhoud.get("besluitId") == besluit["id"]), None)
    wat = f"De hash van de PDF, {hash_[:12]}…, staat in de ETag en in de geschiedenis"
    v.klopt(wat, etag == gezien == hash_, (etag, gezien, hash_))
    tekst = consulent.haal_bestand(pad, vorm="html").decode().replace("\u00a0", " ")
    v.klopt("De brief is geen concept meer", "CONCEPT" not in tekst)
    return tekst


def reken_na(reis: Reis, besluit_id: str) -> None:
    """Replay a besluit on its stored facts and policy."""
    na = reis.als(Rol.FG).maak(f"/besluiten/{besluit_id}/narekenen", None, status=200)
    zelfde = na["zelfde"] and na["sha256Nu"] == na["sha256Toen"]
    reis.verteller.klopt(f"Narekenen geeft dezelfde bytes, {na['sha256Nu'][:12]}…", zelfde, na)


def mutaties(reis: Reis, soort: str) -> list[dict[str, Any]]:
    """Find all mutaties of a kind that the uitkeringsadministratie is offered, in order."""
    koppeling, gevonden, na = reis.als(Rol.KOPPELING), [], None
    while True:
        bladzijde = koppeling.haal("/mutaties", aantal=100, **({"na": na} if na else {}))
        gevonden += [mutatie for mutatie in bladzijde["mutaties"] if mutatie["soort"] == soort]
        na = bladzijde["volgende"]
        if na is None or not bladzijde["mutaties"]:
            return gevonden
