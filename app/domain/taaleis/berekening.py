"""Berekening: what is taken per month, and what remains of it when it ends (DEV-TAA-519, DEV-TAA-520, DEV-TAA-517)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from app.domain.kern.geld import euro, procent_van, rond_af
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.maanden import eerste_van_de_maand, plus_maanden
from app.domain.taaleis.beleid import TaaleisBeleid
from app.domain.taaleis.fasen import bij_stoppen, einde_fase, fase_op, maanden_in_fase, maanden_vooruit
from app.domain.taaleis.feiten import Afgenomen, TaaleisFeiten, Taalnorm, Taalzaaksoort


class _Bevroren(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TaalMaandbedrag(_Bevroren):
    """What is taken from one month; amounts in eurocents."""

    maand: date
    norm: int
    norm_versie: str
    procent: Decimal
    bedrag: int

    @property
    def uitleg(self) -> str:
        """The formula, filled in; less when other besluiten leave no more of the norm."""
        vol = procent_van(self.norm, self.procent)
        tekst = f"{self.procent:f} % van {euro(self.norm)} = {euro(vol)}"
        return tekst if self.bedrag == vol else f"{tekst}, waarvan {euro(self.bedrag)} resteert"


class Schemaregel(_Bevroren):
    """A line of the annex: the percentage that can stand on a month, and the amount where the norm is known."""

    maand: date
    procent: Decimal
    bedrag: int | None


class Taalverlaging(_Bevroren):
    """The verlaging of one phase (or once, without ``fase``) over ``[van, tot)``; without ``tot`` until it is ended."""

    fase: int | None
    procent: Decimal
    van: date
    tot: date | None
    bedragen: tuple[TaalMaandbedrag, ...]
    totaal: int
    grondslag: Grondslag


class Einde(_Bevroren):
    """The end of a verlaging on ``per``; ``bedragen`` is all that stays taken, month by month."""

    per: date
    besluit_id: str
    bedragen: tuple[Afgenomen, ...]
    vervalt: int


def ingang(peildatum: date) -> date:
    """Return the first day on which a verlaging takes effect: the month after the decision."""
    return plus_maanden(eerste_van_de_maand(peildatum), 1)


def fase_bij_ingang(feiten: TaaleisFeiten, beleid: TaaleisBeleid, peildatum: date) -> int | None:
    """Return the phase in which a decision of ``peildatum`` takes effect; None when none runs then."""
    return None if feiten.ronde is None else fase_op(ingang(peildatum), feiten.ronde, beleid)


def bereken(feiten: TaaleisFeiten, beleid: TaaleisBeleid, peildatum: date) -> Taalverlaging | None:
    """Compute what is taken; None when nothing stands on it. The norm of the first month is known."""
    if feiten.zaak is Taalzaaksoort.STOPPEN:
        return _eenmalig(feiten, beleid, peildatum)
    ronde, nummer = feiten.ronde, fase_bij_ingang(feiten, beleid, peildatum)
    if ronde is None or nummer is None:
        return None
    eerste, procent = ingang(peildatum), beleid.fasen.waarde[nummer].procent
    maanden = maanden_in_fase(eerste, nummer, ronde, beleid)
    bedragen = tuple(_maand(norm, procent) for maand in maanden if (norm := feiten.norm(maand)) is not None)
    laatste = None if einde_fase(nummer, ronde, beleid) is None else plus_maanden(maanden[-1], 1)
    return _verlaging(nummer, procent, (eerste, laatste), bedragen, beleid.fasen.grondslag)


def _eenmalig(feiten: TaaleisFeiten, beleid: TaaleisBeleid, peildatum: date) -> Taalverlaging | None:
    if feiten.gestopt_op is None or feiten.kennis_gegeven_op is None:
        return None
    regel = bij_stoppen(feiten.gestopt_op, feiten.kennis_gegeven_op, beleid)
    norm = feiten.norm(ingang(peildatum))
    if regel is None or norm is None:
        return None
    periode = (norm.maand, plus_maanden(norm.maand, 1))
    return _verlaging(None, regel.procent, periode, (_maand(norm, regel.procent),), beleid.bij_stoppen.grondslag)


def _verlaging(
    fase: int | None,
    procent: Decimal,
    periode: tuple[date, date | None],
    bedragen: tuple[TaalMaandbedrag, ...],
    grondslag: Grondslag,
) -> Taalverlaging:
    return Taalverlaging(
        fase=fase,
        procent=procent,
        van=periode[0],
        tot=periode[1],
        bedragen=bedragen,
        totaal=sum(regel.bedrag for regel in bedragen),
        grondslag=grondslag,
    )


def _maand(norm: Taalnorm, procent: Decimal) -> TaalMaandbedrag:
    """Take no more than is left of the month's norm."""
    rest = max(norm.norm - norm.al_verlaagd, 0)
    bedrag = min(procent_van(norm.norm, procent), rest)
    return TaalMaandbedrag(maand=norm.maand, norm=norm.norm, norm_versie=norm.versie, procent=procent, bedrag=bedrag)


def schema(feiten: TaaleisFeiten, beleid: TaaleisBeleid, vanaf: date) -> tuple[Schemaregel, ...]:
    """Return the annex: month by month what can follow as long as nobody declares willingness (DEV-TAA-519)."""
    ronde = feiten.ronde
    if ronde is None:
        return ()
    vooruit = maanden_vooruit(ronde, beleid, vanaf)
    return tuple(_regel(maand, procent, feiten.norm(maand)) for maand, procent in vooruit)


def _regel(maand: date, procent: Decimal, norm: Taalnorm | None) -> Schemaregel:
    return Schemaregel(maand=maand, procent=procent, bedrag=None if norm is None else _maand(norm, procent).bedrag)


def einde_per(feiten: TaaleisFeiten) -> date | None:
    """Return from which day a verlaging ends: willing, at the level or exempt, whichever came first."""
    dagen = (feiten.bereid_sinds, feiten.voldoet_sinds, feiten.ontheven_op)
    return min((dag for dag in dagen if dag is not None), default=None)


def beeindig(feiten: TaaleisFeiten) -> Einde | None:
    """Compute what stays of a running verlaging: of the month in which it ends the days before, later nothing."""
    per, lopend = einde_per(feiten), feiten.lopend
    if per is None or lopend is None:
        return None
    blijft = tuple(_blijft(regel, per) for regel in lopend.bedragen)
    vervalt = sum(regel.bedrag for regel in lopend.bedragen) - sum(regel.bedrag for regel in blijft)
    return Einde(per=per, besluit_id=lopend.besluit_id, bedragen=blijft, vervalt=vervalt)


def _blijft(regel: Afgenomen, per: date) -> Afgenomen:
    dagen = monthrange(regel.maand.year, regel.maand.month)[1]
    gehad = min(max((per - regel.maand).days, 0), dagen)
    return Afgenomen(maand=regel.maand, bedrag=rond_af(Decimal(regel.bedrag) * gehad / dagen))
