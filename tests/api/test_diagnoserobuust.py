"""A thousand bad files and records: each gets a clear answer, none brings the service down or fills the memory."""

from __future__ import annotations

import io
import resource
from datetime import date

import pytest
from openpyxl import Workbook

from app.db.diagnose.levering import Importvorm
from app.domain.diagnose.waardeklasse import Rijfout
from app.services.diagnose.bron.inhoud import STUK, Inhoud
from app.services.diagnose.bron.model import Bestandsfout
from app.services.diagnose.bron.openen import regels
from app.services.diagnose.record import Fout, Kop, keur
from tests.api.test_diagnosebestand import KOP, NDJSON, nieuwe_klant, stuur
from tests.api.test_diagnosemapping import XLSX
from tests.steun.dienst import Dienst
from tests.steun.slecht import BSN, CEL, FAMILIES, KOPPEN, Slecht, als_regel, slechte

AANTAL = 1_000
GROEI_MB = 150
LEEG = "Er staat geen record in."
SOORTEN = {"ndjson": NDJSON, "csv": "text/csv", "xlsx": XLSX, "json": "application/json"}


def antwoord(slecht: Slecht) -> list[Rijfout] | str:
    """The faults of the file's records, or what is wrong with the file."""
    kop = Kop("x", date(2026, 3, 30), "Dariuz", date(2026, 3, 31))
    try:
        gekeurd = [keur(kop, regel) for regel in regels(slecht.vorm, io.BytesIO(slecht.inhoud), None)]
    except Bestandsfout as fout:
        return fout.melding
    # Of a file without a record ``keur_bestand`` says so when it comes in; the test over HTTP shows it.
    return [fout for een in gekeurd if isinstance(een, Fout) for fout in een.fouten] if gekeurd else LEEG


def test_elk_slecht_bestand_krijgt_een_duidelijke_fout() -> None:
    begin = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    zonder, gezien = [], set()
    for slecht in slechte(AANTAL):
        gevonden = antwoord(slecht)
        meldingen = [gevonden] if isinstance(gevonden, str) else [fout.melding for fout in gevonden]
        if not meldingen:
            zonder.append(slecht.soort)
        gezien.add(slecht.soort)
        assert all(melding.endswith(".") and BSN not in melding for melding in meldingen), (slecht.soort, meldingen)
    assert zonder == []
    assert len(gezien) == sum(len(familie) for _, familie in FAMILIES)
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - begin) / 1024 < GROEI_MB


def test_over_http_is_geen_antwoord_een_500(dienst: Dienst) -> None:
    """One of each kind, with a good import after them that shows that the service goes on."""
    aangenomen = []
    for nr, slecht in enumerate(slechte(sum(len(familie) for _, familie in FAMILIES))):
        koppen = {"Prefer": "respond-async", "Idempotency-Key": f"slecht-bestand-{nr}"}
        gekregen = stuur(dienst, slecht.inhoud, SOORTEN[slecht.vorm.value], KOP, **koppen)
        assert gekregen.status_code in (202, 400), (slecht.soort, gekregen.text)
        if gekregen.status_code == 202:
            aangenomen.append((slecht.soort, gekregen.json()["id"]))
        else:
            assert gekregen.json()["fouten"][0]["melding"], slecht.soort
    nieuwe_klant(dienst)
    dienst.ronde()
    dienst.ronde()
    for soort, import_id in aangenomen:
        klaar = dienst.doe("GET", f"/diagnose-importen/{import_id}", "koppeling")
        assert klaar["staat"] in ("klaar", "mislukt"), (soort, klaar)
        telling = klaar["aantallen"]
        assert klaar["reden"] or telling["geweigerd"] or telling["nietGevonden"], (soort, klaar)
        assert "De dienst kon" not in (klaar["reden"] or ""), soort


def _bestand(vorm: Importvorm) -> bytes:
    """Five good records with something between them that makes reading on hard."""
    if vorm is Importvorm.NDJSON:
        return b"\xef\xbb\xbf" + b"\r\n\n".join(als_regel(uren=nr) for nr in range(5))
    if vorm is Importvorm.JSON:
        return b" [\n" + b" , ".join(als_regel(uren=nr) for nr in range(5)) + b"]\n"
    rijen = [[*CEL[:3], str(nr), *CEL[4:]] for nr in range(5)]
    if vorm is Importvorm.CSV:
        regels_ = [";".join(rij) for rij in rijen]
        regels_[1] = regels_[1].replace("volledig", '"vol\nledig"')
        return b"\xef\xbb\xbf" + "\r\n\r\n".join([";".join(KOPPEN), *regels_]).encode()
    boek = Workbook()
    for rij in (KOPPEN, *rijen[:2], [], *rijen[2:]):
        boek.active.append(rij)  # type: ignore[union-attr]
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


@pytest.mark.parametrize("vorm", list(Importvorm))
def test_na_elk_record_kan_een_ander_verder_lezen(vorm: Importvorm) -> None:
    inhoud = _bestand(vorm)
    alle = list(regels(vorm, io.BytesIO(inhoud), None))
    assert len(alle) == 5
    for nr, regel in enumerate(alle):
        verder = Inhoud(lambda deel: inhoud[deel * STUK : (deel + 1) * STUK], len(inhoud))
        assert list(regels(vorm, verder, None, (regel.eind, regel.rij))) == alle[nr + 1 :]
