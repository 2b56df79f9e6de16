"""Numbers of the service: inside and outside each term, the flow between klantgroepen, and handhaving."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.kern.klantgroep import Klantgroep
from app.domain.sturing.handhaving import Zaakafloop, Zaakgeval, tel_handhaving
from app.domain.sturing.stroom import Verblijf, stroom
from app.domain.sturing.termen import Dienstterm, Termgeval, tel_termen

MATCHEN, GROEIEN = Klantgroep.MATCHEN, Klantgroep.GROEIEN
GRENS = 5


def termen(term: Dienstterm, *aantallen: tuple[Klantgroep | None, int, int]) -> list[Termgeval]:
    return [
        Termgeval(term=term, klantgroep=groep, binnen=binnen)
        for groep, in_, uit in aantallen
        for binnen, aantal in ((True, in_), (False, uit))
        for _ in range(aantal)
    ]


@pytest.mark.regel("DEV-EVA-002")
def test_binnen_en_buiten_elke_termijn_per_klantgroep() -> None:
    gevallen = termen(Dienstterm.CONTACT, (MATCHEN, 30, 10), (None, 12, 0)) + termen(Dienstterm.SCREENING, (None, 3, 0))
    geteld = tel_termen(gevallen, GRENS)
    assert set(geteld) == set(Dienstterm)
    assert [(r.klantgroep, r.samen, r.binnen, r.buiten, r.aandeel) for r in geteld[Dienstterm.CONTACT]] == [
        (MATCHEN, False, 30, 10, 0.75),
        (GROEIEN, False, 0, 0, None),
        (Klantgroep.FACILITEREN, False, 0, 0, None),
        (Klantgroep.ZORGEN, False, 0, 0, None),
        (None, False, 12, 0, 1.0),
        (None, True, 42, 10, 0.808),
    ]
    klein = geteld[Dienstterm.SCREENING]
    assert {(regel.binnen, regel.aandeel) for regel in klein if regel.samen} == {(None, None)}


@pytest.mark.regel("DEV-EVA-002")
def test_een_klein_aantal_volgt_niet_uit_het_totaal() -> None:
    regels = tel_termen(termen(Dienstterm.BESLISTERMIJN, (MATCHEN, 40, 2), (GROEIEN, 30, 9)), GRENS)
    per = {regel.klantgroep: regel for regel in regels[Dienstterm.BESLISTERMIJN] if not regel.samen}
    assert (per[MATCHEN].buiten, per[MATCHEN].aandeel) == (None, None)
    zichtbaar = [regel.buiten for regel in regels[Dienstterm.BESLISTERMIJN] if regel.buiten]
    assert 2 not in zichtbaar
    assert not (per[GROEIEN].buiten == 9 and regels[Dienstterm.BESLISTERMIJN][-1].buiten == 11)


@pytest.mark.regel("DEV-EVA-001")
def test_stand_instroom_overgang_en_duur() -> None:
    def maal(aantal: int, begin: Klantgroep | None, einde: Klantgroep, sinds: date) -> list[Verblijf]:
        return [Verblijf(begin=begin, einde=einde, sinds=sinds)] * aantal

    verblijven = (
        maal(20, MATCHEN, MATCHEN, date(2026, 3, 2))
        + maal(8, MATCHEN, GROEIEN, date(2026, 3, 22))
        + maal(10, None, MATCHEN, date(2026, 3, 12))
        + maal(6, GROEIEN, GROEIEN, date(2025, 3, 22))
    )
    matchen, groeien, *rest = stroom(verblijven, date(2026, 4, 1), GRENS)
    assert (matchen.stand_begin, matchen.stand_einde, matchen.nieuw) == (28, 30, 10)
    assert (matchen.naar[MATCHEN], matchen.naar[GROEIEN]) == (20, 8)
    assert (groeien.stand_begin, groeien.stand_einde, groeien.nieuw) == (6, 14, 0)
    assert matchen.gemiddeld_dagen == round((20 * 30 + 10 * 20) / 30, 1)
    assert [groep.gemiddeld_dagen for groep in rest] == [None, None]
    klein = stroom(
        maal(20, MATCHEN, MATCHEN, date(2026, 3, 2)) + maal(2, MATCHEN, GROEIEN, date(2026, 3, 2)),
        date(2026, 4, 1),
        GRENS,
    )
    assert (klein[0].naar[GROEIEN], klein[1].gemiddeld_dagen) == (None, None)


def zaken(gedraging: str, afloop: Zaakafloop, *dagen: int) -> list[Zaakgeval]:
    return [Zaakgeval(gedraging=gedraging, afloop=afloop, dagen=aantal) for aantal in dagen]


@pytest.mark.regel("DEV-EVA-001")
def test_handhaving_per_gedraging_en_afloop() -> None:
    gevallen = (
        zaken("kick_off", Zaakafloop.MAATREGEL, 10, 20, 30, 40, 50)
        + zaken("kick_off", Zaakafloop.AFZIEN, 11, 21, 31, 41, 51, 61)
        + zaken("werkweigering", Zaakafloop.MAATREGEL, *[7] * 9)
        + zaken("werkweigering", Zaakafloop.WAARSCHUWING, *[5] * 6)
    )
    kick_off, weigering, samen = tel_handhaving(gevallen, GRENS)
    assert (kick_off.gedraging, kick_off.aantal, kick_off.mediaan_dagen) == ("kick_off", 11, 31.0)
    assert kick_off.per_afloop == {Zaakafloop.AFZIEN: 6, Zaakafloop.WAARSCHUWING: 0, Zaakafloop.MAATREGEL: 5}
    assert (weigering.per_afloop[Zaakafloop.WAARSCHUWING], weigering.mediaan_dagen) == (6, 7.0)
    assert (samen.gedraging, samen.aantal, samen.per_afloop[Zaakafloop.MAATREGEL]) == (None, 26, 14)
    klein, ook_klein, alles = tel_handhaving(
        zaken("a", Zaakafloop.AFZIEN, 3) + zaken("b", Zaakafloop.MAATREGEL, *[4] * 20), GRENS
    )
    assert (klein.aantal, klein.mediaan_dagen, ook_klein.mediaan_dagen) == (None, None, None)
    assert alles.per_afloop[Zaakafloop.AFZIEN] is None
    [leeg] = tel_handhaving([], GRENS)
    assert (leeg.aantal, leeg.mediaan_dagen) == (0, None)
