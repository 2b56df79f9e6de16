"""A file with faults: what is good goes on, what is not comes back, is repaired and delivered again."""

from __future__ import annotations

import csv
import io
import time
from typing import Any

from app.domain.kern.leefgebied import Leefgebied
from app.domain.kern.rollen import Rol
from journey.collega import Collega
from journey.reis import Reis
from journey.verteller import ReisMislukt

KOPPEN = ["persoon.bsn", "afgenomenOp", "volledigheid", *(f"leefgebieden.{gebied}.score" for gebied in Leefgebied)]
SCORES = ["60"] * len(Leefgebied)
SOORT = "text/csv"
GEDULD = 60


def bestand_met_fouten(reis: Reis) -> None:
    """Deliver a CSV file of four rows of which two are wrong, and its herstelbestand."""
    v, administratie = reis.verteller, reis.als(Rol.ADMINISTRATIE)
    administratie.zegt("Een CSV-bestand met vier uitslagen: een datum bestaat niet, en een BSN klopt niet.")
    rijen = [
        [reis.mensen["greet"].bsn, "2026-04-02", "volledig", *SCORES],
        [reis.mensen["daan"].bsn, "2026-02-31", "volledig", *SCORES],
        ["123456789", "2026-04-02", "volledig", *SCORES],
        [reis.mensen["fatima"].bsn, "2026-04-02", "volledig", *SCORES],
    ]
    klaar = _lever(administratie, _csv([KOPPEN, *rijen]), "instrument=dariuz_diagnose")
    v.gelijk("Goede rijen zijn verwerkt", klaar["aantallen"]["verwerkt"], 2)
    fouten = administratie.haal(f"/diagnose-importen/{klaar['id']}/records")["records"]
    gevonden = [(record["rij"], record["fouten"][0]["klasse"]) for record in fouten]
    v.gelijk("Elke fout met haar rij", gevonden, [(3, "datum_die_niet_bestaat"), (4, "bsn_dat_niet_klopt")])
    administratie.zegt("Het herstelbestand wordt verbeterd en opnieuw geleverd.")
    bestand = administratie.haal_bestand(f"/diagnose-importen/{klaar['id']}/herstelbestand")
    kop, datum, bsn = csv.reader(io.StringIO(bestand.decode()), delimiter=";")
    datum[1], bsn[0] = "2026-02-28", reis.mensen["greet"].bsn
    bsn[1] = "2026-03-01"
    hersteld = _lever(administratie, _csv([kop, datum, bsn]), f"herstelt={klaar['id']}")
    v.gelijk("Beide zijn nu verwerkt", hersteld["aantallen"]["verwerkt"], 2)
    telling = administratie.haal(f"/diagnose-importen/{klaar['id']}")["aantallen"]
    v.gelijk("De eerste levering weet ervan", telling["hersteld"], 2)


def _csv(rijen: list[list[str]]) -> bytes:
    uit = io.StringIO(newline="")
    csv.writer(uit, delimiter=";").writerows(rijen)
    return uit.getvalue().encode()


def _lever(wie: Collega, inhoud: bytes, vraag: str) -> dict[str, Any]:
    """Deliver a file and follow it until it is done."""
    nummer = wie.stuur(f"/diagnose-importen?{vraag}", inhoud, SOORT)["id"]
    grens = time.monotonic() + GEDULD
    while time.monotonic() < grens:
        levering: dict[str, Any] = wie.haal(f"/diagnose-importen/{nummer}")
        if levering["staat"] == "klaar":
            return levering
        time.sleep(0.2)
    raise ReisMislukt("De levering wordt niet verwerkt.")
