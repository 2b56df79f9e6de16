"""No sequence of handlings takes more than there is, twice for one gedraging, or by the hand of one person alone.

Hypothesis plays the desks: a zaak is decided, checked and sent, looked at again, objected to. What the rules refuse is
fine and changes nothing; what they allow must leave the dossier in order after every step.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from pydantic import TypeAdapter
from sqlalchemy import text

from app.db import besluit as besluiten
from app.db.besluit import Besluitstand
from app.db.bezwaar import bezwaar as bezwaren
from app.db.herziening import herziening as herzieningen
from app.db.sessie import transactie
from app.domain.kern.fouten import DomeinFout
from app.domain.kern.rollen import Actor, Rol
from app.services.besluit.bekendmaken import BekendmakingOpdracht, maak_bekend
from app.services.besluit.inhoudingen import inhoudingen_per_maand
from app.services.besluit.lezen import beslissing_van
from app.services.besluit.narekenen import reken_na
from app.services.besluit.rekenaars import BEZWAAR, HERZIENING, MAATREGEL, REKENAARS
from app.services.besluit.toetsen import ToetsingOpdracht, toets_besluit
from app.services.bezwaar.behandelen import leg_horen_vast, ontvang
from app.services.bezwaar.beslissen import beslis_op_bezwaar
from app.services.bezwaar.opdrachten import BezwaarbesluitOpdracht, BezwaarhoorOpdracht, BezwaarOpdracht
from app.services.handeling import Handeling
from app.services.herziening.beslissen import HerzieningsbesluitOpdracht, beslis_over_herziening
from app.services.herziening.openen import HerzieningOpdracht, open_herziening
from app.services.maatregel.adviseren import AdviesOpdracht, adviseer
from app.services.maatregel.beslissen import MaatregelbesluitOpdracht, beslis_zaak
from app.services.maatregel.stappen import zet_stap
from app.services.maatregel.stapsoorten import Stap
from app.services.maatregel.zaken import OpenZaakOpdracht, open_voor_klant
from tests.steun import maatregelzaak as zaken
from tests.steun.dienst import TEAMS, Dienst, medewerker_id
from tests.steun.klanten import ingedeeld

_STAP: Any = Stap
STAP: TypeAdapter[Any] = TypeAdapter(_STAP)
PLAN = {
    "soort": "plan",
    "verwijzing": "GWS-2026-00417",
    "ondertekendOp": "2026-04-10",
    "bevatVerplichting": True,
    "verzuimregelsUitgereiktOp": "2026-04-10",
}
GEDRAGINGEN = ("pva_niet_meewerken_kick_off", "workshops_routekaart_niet_volgen")
NORM = 140150  # the lowest of 2026; nothing may take more from any month
REDEN = "Dat volgt uit het dossier van deze klant."
PERSOON = st.sampled_from([1, 2])
JA = st.booleans()


class Balie(RuleBasedStateMachine):
    """One klant, and two employees of each kind who may do what their role allows, on any day and in any order."""

    dienst: Dienst
    gezien: Counter[tuple[str, str]]

    def __init__(self) -> None:
        super().__init__()
        self.nu = datetime.fromisoformat(zaken.BESLUITDAG)
        self.klant_id = UUID(ingedeeld(self.dienst, "matchen"))
        self.zaken: list[UUID] = []

    @contextmanager
    def als(self, rol: Rol, nummer: int, *ook: Rol) -> Iterator[Handeling]:
        """One handling by this employee, who may have more roles; a refusal rolls it back."""
        wie = medewerker_id(rol, nummer=nummer)
        actor = Actor(wie, rol.value, "deventer", ("GM0150",), TEAMS.get(rol, ()), frozenset({rol, *ook}), "test")
        try:
            with transactie(self.dienst.state.sessies, actor) as sessie:
                yield Handeling(sessie, actor, self.dienst.state.register, self.nu, "test", "test", "c")
        except DomeinFout:
            pass

    def standen(self) -> list[Besluitstand]:
        with self.als(Rol.TOETSER, 1) as h:
            gevonden = besluiten.besluiten_van(h.sessie, [self.klant_id])
            h.sessie.expunge_all()
        return gevonden

    def kies(self, data: Any, mag: Callable[[Besluitstand], bool]) -> UUID | None:
        """Draw one of the besluiten with which this could be done."""
        keuze = [stand.besluit.id for stand in self.standen() if mag(stand)]
        return data.draw(st.sampled_from(keuze)) if keuze else None

    @initialize(gedraging=st.sampled_from(GEDRAGINGEN))
    def begin(self, gedraging: str) -> None:
        self.open_zaak(gedraging)
        self.beslis(self.zaken[-1])
        for stand in self.standen():
            self._naar_buiten(stand.besluit.id)

    @precondition(lambda self: len(self.zaken) < 3)
    @rule(gedraging=st.sampled_from(GEDRAGINGEN))
    def open_zaak(self, gedraging: str) -> None:
        """Open a zaak with all its steps and an advice; the same gedraging twice is refused."""
        with self.als(Rol.WERKCONSULENT, 1) as h:
            wens = zaken.ZAAK | {"klantId": str(self.klant_id), "gedraging": gedraging}
            zaak = open_voor_klant(h, OpenZaakOpdracht.model_validate(wens))
            for stap in (*zaken.STAPPEN, PLAN):
                zet_stap(h, STAP.validate_python(stap), zaak.id)
            adviseer(h, AdviesOpdracht.model_validate(zaken.ADVIES), zaak.id)
            self.zaken.append(zaak.id)

    @precondition(lambda self: self.zaken)
    @rule(data=st.data(), nummer=PERSOON)
    def neem_besluit(self, data: Any, nummer: int) -> None:
        self.beslis(data.draw(st.sampled_from(self.zaken)), nummer)

    def beslis(self, zaak_id: UUID, nummer: int = 1) -> None:
        with self.als(Rol.INKOMENSCONSULENT, nummer) as h:
            beslis_zaak(h, MaatregelbesluitOpdracht(), zaak_id)

    def _naar_buiten(self, besluit_id: UUID) -> None:
        with self.als(Rol.TOETSER, 1) as h:
            toets_besluit(h, ToetsingOpdracht(akkoord=True), besluit_id)
        with self.als(Rol.ADMINISTRATIE, 1) as h:
            maak_bekend(h, BekendmakingOpdracht(verzonden_op=h.vandaag), besluit_id)

    @rule(data=st.data(), nummer=PERSOON, akkoord=st.sampled_from([True, True, True, False]), zelf=JA)
    def toets(self, data: Any, nummer: int, akkoord: bool, zelf: bool) -> None:
        """Check a besluit; ``zelf`` tries it as the besluiter, with the role of toetser as well."""
        besluit_id = self.kies(data, lambda stand: stand.toetsing is None)
        if besluit_id is not None:
            rol = Rol.INKOMENSCONSULENT if zelf else Rol.TOETSER
            with self.als(rol, nummer, Rol.TOETSER) as h:
                toets_besluit(h, ToetsingOpdracht(akkoord=akkoord, reden=REDEN), besluit_id)

    @rule(data=st.data())
    def verzend(self, data: Any) -> None:
        besluit_id = self.kies(data, lambda stand: stand.bekendmaking is None)
        if besluit_id is not None:
            with self.als(Rol.ADMINISTRATIE, 1) as h:
                maak_bekend(h, BekendmakingOpdracht(verzonden_op=h.vandaag), besluit_id)

    @rule(
        data=st.data(),
        grond=st.sampled_from(["fout", "nieuwe_feiten", "hangende_bezwaar", "inkeer"]),
        keuze=st.sampled_from(["intrekken", "wijzigen", "beeindigen", "afwijzen"]),
        procent=st.sampled_from([None, "5", "60", "100"]),
        per=st.integers(-20, 0),
        nummer=PERSOON,
    )
    def herzie(self, data: Any, grond: str, keuze: str, procent: str | None, per: int, nummer: int) -> None:
        """Open a herziening, or go on with the open one, and decide on it."""
        besluit_id = self.kies(data, lambda stand: stand.bekendmaking is not None)
        if besluit_id is None:
            return
        vandaag = self.nu.date()
        wens = {"grond": grond, "aanleiding": REDEN, "verzoekOp": vandaag if grond == "inkeer" else None}
        with self.als(Rol.WERKCONSULENT, nummer) as h:
            open_herziening(h, HerzieningOpdracht.model_validate(wens), besluit_id)
        dag = vandaag + timedelta(days=per)
        besluit = {"keuze": keuze, "motivering": REDEN, "procent": procent, "per": dag, "nagekomen": True}
        with self.als(Rol.INKOMENSCONSULENT, nummer) as h:
            for rij in herzieningen.herzieningen(h.sessie, [besluit_id]):
                if rij.status.value == "open":
                    beslis_over_herziening(h, HerzieningsbesluitOpdracht.model_validate(besluit), rij.id)

    @rule(
        data=st.data(),
        uitkomst=st.sampled_from(["ongegrond", "herroepen", "wijzigen", "niet_ontvankelijk"]),
        procent=st.sampled_from([None, "5", "100"]),
        nummer=PERSOON,
    )
    def maak_bezwaar(self, data: Any, uitkomst: str, procent: str | None, nummer: int) -> None:
        """Receive a bezwaar, or go on with the open one, hear and decide."""
        besluit_id = self.kies(data, lambda stand: stand.bekendmaking is not None)
        if besluit_id is None:
            return
        with self.als(Rol.ADMINISTRATIE, 1) as h:
            ontvang(h, BezwaarOpdracht(ontvangen_op=h.vandaag, gronden=REDEN), besluit_id)
        wens = BezwaarbesluitOpdracht.model_validate({"uitkomst": uitkomst, "motivering": REDEN, "procent": procent})
        with self.als(Rol.INKOMENSCONSULENT, nummer) as h:
            bezwaar = bezwaren.lopend_tegen(h.sessie, besluit_id)
            if bezwaar is not None:
                leg_horen_vast(h, BezwaarhoorOpdracht(gehoord=True, datum=h.vandaag, verslag=REDEN), bezwaar.id)
                beslis_op_bezwaar(h, wens, bezwaar.id)

    @rule(dagen=st.sampled_from([1, 12, 31]))
    def wacht(self, dagen: int) -> None:
        self.nu += timedelta(days=dagen)

    @invariant()
    def het_dossier_is_op_orde(self) -> None:
        standen = self.standen()
        self.houdt_niet_meer_in_dan_er_is(standen)
        self.een_verlaging_per_gedraging(standen)
        self.nooit_een_alleen(standen)

    def houdt_niet_meer_in_dan_er_is(self, standen: list[Besluitstand]) -> None:
        per_maand: Counter[date] = Counter()
        for stand in standen:
            bedragen = REKENAARS[stand.besluit.soort].bedragen(beslissing_van(stand.besluit))
            assert all(bedrag >= 0 for _, bedrag in bedragen)
            if stand.staat and stand.bekendmaking is not None:
                per_maand.update(dict(bedragen))
        assert all(bedrag <= NORM * 102 // 100 for bedrag in per_maand.values()), per_maand
        with self.als(Rol.TOETSER, 1) as h:
            samen = inhoudingen_per_maand(h, h.klant(self.klant_id, vergrendel=False), self.klant_id)
            assert all(0 <= bedrag <= NORM * 102 // 100 for bedrag in samen.values()), samen

    def een_verlaging_per_gedraging(self, standen: list[Besluitstand]) -> None:
        lopend = [
            (stand.besluit.feiten["gedraging"], stand.besluit.feiten["gedraging_datum"])
            for stand in standen
            if stand.besluit.soort == MAATREGEL and stand.staat and stand.besluit.beslissing["verlaging"]
        ]
        assert len(lopend) == len(set(lopend))

    def nooit_een_alleen(self, standen: list[Besluitstand]) -> None:
        for stand in standen:
            if stand.bekendmaking is not None:
                assert stand.toetsing is not None
                assert stand.toetsing.akkoord
            if stand.toetsing is not None:
                assert stand.toetsing.toetser_id != stand.besluit.genomen_door
            if stand.besluit.soort == BEZWAAR:
                assert str(stand.besluit.genomen_door) not in stand.besluit.feiten["betrokken"]

    def teardown(self) -> None:
        """Every besluit replays the same, and nothing negative was sent to the uitkeringsadministratie."""
        with self.als(Rol.TOETSER, 1) as h:
            for stand in besluiten.besluiten_van(h.sessie, [self.klant_id]):
                assert reken_na(h, stand.besluit.id).verschillen == ()
                self.gezien[stand.besluit.soort, stand.status.value] += 1
            vraag = text("SELECT mutatie FROM outbox JOIN gebeurtenis g ON g.id = gebeurtenis_id WHERE g.klant_id = :k")
            for mutatie in filter(None, h.sessie.scalars(vraag, {"k": self.klant_id})):
                assert all(regel.get("verschil", regel.get("bedrag")) >= 0 for regel in mutatie["bedragen"])
                assert mutatie.get("nabetaling", 0) >= 0


def test_geen_volgorde_van_handelingen_brengt_het_dossier_in_de_war(dienst: Dienst) -> None:
    machine: Any = type("BalieVanNu", (Balie,), {"dienst": dienst, "gezien": Counter()})
    regels = settings(
        max_examples=5,
        stateful_step_count=9,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=regels)
    soorten = {soort for soort, _ in machine.gezien}
    assert {MAATREGEL, HERZIENING, BEZWAAR} <= soorten, "de handelingen werden alle geweigerd"
    assert machine.gezien[MAATREGEL, "bekendgemaakt"]
