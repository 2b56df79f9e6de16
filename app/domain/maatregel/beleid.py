"""The policy of the maatregel: gedragingen as data, and the values of the law and the verordening."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.domain.beleid.model import Beleid, Waarde
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.klantgroep import Klantgroep
from app.domain.maatregel.sanctiewaarden import (
    Driemaands,
    Maanden,
    Procent,
    ProcentOfOnbekend,
    SpreidingRuimte,
    Uitvoering,
    UniformeDuur,
)
from app.domain.maatregel.stappenplan import Actie, Processtap, Stappenplan, Werkdagen, Werktermijnen


class Regime(StrEnum):
    """The act under which the uitkering is paid; it decides which gedragingen exist."""

    PW = "PW"
    IOAW = "IOAW"
    IOAZ = "IOAZ"


class Plicht(StrEnum):
    """The duty that a gedraging breaks (DEV-MTR-502, DEV-MTR-503)."""

    ARBEID = "arbeidsplicht"
    VOORZIENING = "re_integratieplicht"
    ONDERZOEK = "meewerken_onderzoek"
    PLAN_VAN_AANPAK = "plan_van_aanpak"
    NADERE_VERPLICHTING = "nadere_verplichting"
    GEDRAG = "onthouden_van_misdraging"


class Procedure(StrEnum):
    """Which steps come first: the kick-off schema, hearing and hersteltermijn, or none (afstemmen directly)."""

    KICK_OFF = "kick_off"
    HERSTELTERMIJN = "hersteltermijn"
    DIRECT = "direct"


class _Bevroren(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class BewijsEis(_Bevroren):
    """A document that must be in the file; with ``alleen_bij`` only when the facts carry that kenmerk.

    ``uit_plan``: the plan in force on the day of the gedraging is the document. ``van_werkgever``: an employer wrote
    it, and is named. ``voor_gedraging``: it must be of an earlier day than the gedraging.
    """

    code: str
    omschrijving: str = ""
    alleen_bij: str | None = None
    uit_plan: bool = False
    van_werkgever: bool = False
    voor_gedraging: bool = False


class Gedraging(_Bevroren):
    """One row of a regime's table.

    The sanction is uniform (``uniform``: the letter of article 18, lid 4), or that of a category of the verordening.
    Which category stands in ``categorie_per_gedraging``: the verordening sets it, not the handbook with these rows
    (``categorie`` is read only from packs that were stored before that).
    ``lik_op_stuk`` names the klantgroepen in which the first no-show costs the fixed amount. ``onderdelen`` are kinds
    of this gedraging that a zaak names among its kenmerken, ``plan_verplichtingen`` the obligations of a plan that
    ask for it (none: any that makes the same duty concrete). ``bij_voorziening``: it is about using a voorziening.
    """

    code: str
    regel: str
    regimes: tuple[Regime, ...]
    omschrijving: str
    plicht: Plicht
    grondslag: Grondslag
    procedure: Procedure
    klantgroepen: tuple[Klantgroep, ...]
    uniform: Literal["a", "b", "c", "d", "e", "f", "g", "h"] | None = None
    categorie: str | None = None
    no_shows: Annotated[int, Field(ge=0)] = 0
    lik_op_stuk: tuple[Klantgroep, ...] = ()
    plan_vereist: bool = True
    bewijs_verplicht: tuple[BewijsEis, ...] = ()
    dossier: tuple[str, ...] = ()
    stappenplan: str = ""
    ook_voor: tuple[str, ...] = ()
    voorbeelden: tuple[str, ...] = ()
    onderdelen: tuple[str, ...] = ()
    trajecten: tuple[str, ...] = ()
    plan_verplichtingen: tuple[str, ...] = ()
    bij_voorziening: bool = False
    omslag_rechtmatigheid: bool = False

    def bewijs_bij(self, kenmerken: Collection[str]) -> tuple[BewijsEis, ...]:
        """Return the documents that a zaak with these kenmerken asks for."""
        return tuple(eis for eis in self.bewijs_verplicht if eis.alleen_bij is None or eis.alleen_bij in kenmerken)

    @property
    def kenmerken(self) -> tuple[str, ...]:
        """The kenmerken that a zaak about this gedraging may carry."""
        bij = (eis.alleen_bij for eis in self.bewijs_verplicht if eis.alleen_bij)
        return tuple(dict.fromkeys((*self.onderdelen, *bij)))

    @model_validator(mode="after")
    def _een_sanctie(self) -> Self:
        if self.uniform and self.categorie:
            raise ValueError(f"gedraging {self.code} is uniform of van een categorie, niet beide")
        if self.uniform and self.regimes != (Regime.PW,):
            raise ValueError(f"gedraging {self.code}: artikel 18, lid 4, geldt alleen in de Participatiewet")
        return self


def _nog_geen(waarde: Any) -> dict[str, Any]:
    """Return what a pack that is older than a value says of it; what did not exist was no example value either."""
    grondslag = {"regeling": "Afstemmingsverordening", "artikel": "artikel nog niet bekend"}
    return {"waarde": waarde, "grondslag": grondslag, "toelichting": "Bestond nog niet bij dit besluit."}


BESLUITVORMING: Final = "besluitvorming"
"""The name of the steps that every gedraging shares: from hearing to bezwaar."""


class MaatregelBeleid(Beleid):
    """What holds for a maatregel; national constants and the municipality's own values in one model."""

    soort: ClassVar[str] = "maatregel"
    later_toegevoegd: ClassVar[Mapping[str, Any]] = {
        "categorie_per_gedraging": _nog_geen({}),
        "stappenplannen": _nog_geen({}),
        "waarschuwingsbrief_werkdagen": _nog_geen(5),
        "lik_op_stuk_met_afspraak": _nog_geen([]),
        "duur_uniforme_recidive_maanden": _nog_geen(3),
        "spreiding": _nog_geen({"standaard": 1, "hoogstens": 1}),
        "verminderd_verwijt_procent": _nog_geen(None),
        "afwijking_minimum_procent": _nog_geen("0.01"),
    }

    # national
    plicht_vanaf_leeftijd: Waarde[Annotated[int, Field(ge=0)]]
    uniforme_verlaging_procent: Waarde[Procent]
    uniforme_recidive_maanden: Waarde[Maanden]
    duur_maximum_maanden: Waarde[Maanden]
    bezwaartermijn_weken: Waarde[Annotated[int, Field(ge=1)]]
    # municipal
    gedragingen: Waarde[tuple[Gedraging, ...]]
    stappenplannen: Waarde[dict[str, Stappenplan]]
    hersteltermijn_werkdagen: Waarde[Annotated[int, Field(ge=5)]]
    horen_uitzonderingen: Waarde[tuple[str, ...]]
    lik_op_stuk_bedrag: Waarde[Annotated[int, Field(ge=0)]]
    lik_op_stuk_met_afspraak: Waarde[tuple[Klantgroep, ...]]
    categorie_per_gedraging: Waarde[dict[Regime, dict[str, str]]]
    verlaging_procent: Waarde[dict[str, Procent]]
    duur_maanden: Waarde[dict[str, Maanden]]
    duur_uniforme_verplichting_maanden: Waarde[UniformeDuur]
    duur_uniforme_recidive_maanden: Waarde[Driemaands]
    spreiding: Waarde[SpreidingRuimte]
    verminderd_verwijt_procent: ProcentOfOnbekend
    afwijking_minimum_procent: Waarde[Procent]
    recidive_maanden: Waarde[Maanden]
    recidive_duur_factor: Waarde[Annotated[int, Field(ge=1)]]
    verjaring_maanden: Waarde[Maanden]
    uitvoering_vanaf: Waarde[Uitvoering]
    werktermijnen: Waarde[Werktermijnen]
    waarschuwingsbrief_werkdagen: Waarde[Werkdagen]

    @model_validator(mode="after")
    def _gedragingen_kloppen(self) -> Self:
        rijen = [(regime, rij.code) for rij in self.gedragingen.waarde for regime in rij.regimes]
        dubbel = {rij for rij in rijen if rijen.count(rij) > 1}
        if dubbel:
            raise ValueError(f"gedraging staat meer dan eens in de tabel: {sorted(dubbel)}")
        return self

    @model_validator(mode="after")
    def _ladder_klimt(self) -> Self:
        """Article 18, lid 6: longer than the first time and at most three months, so at three there is no room left."""
        eerste, tweede = self.duur_uniforme_verplichting_maanden.waarde, self.duur_uniforme_recidive_maanden.waarde
        if tweede <= eerste and eerste < self.duur_maximum_maanden.waarde:
            raise ValueError(f"artikel 18, lid 6: de duur bij recidive ({tweede}) is langer dan de eerste ({eerste})")
        return self

    @model_validator(mode="after")
    def _categorieen_kloppen(self) -> Self:
        toegewezen = [(r, code) for r, codes in self.categorie_per_gedraging.waarde.items() for code in codes]
        anders = {code for r, code in toegewezen if (rij := self.gedraging(r, code)) is None or rij.uniform}
        if anders:
            raise ValueError(f"geen gedraging met een categorie van de verordening: {sorted(anders)}")
        categorieen = {cat for codes in self.categorie_per_gedraging.waarde.values() for cat in codes.values()}
        categorieen |= {rij.categorie for rij in self.gedragingen.waarde if rij.categorie}
        zonder = categorieen - (self.verlaging_procent.waarde.keys() & self.duur_maanden.waarde.keys())
        if zonder:
            raise ValueError(f"categorie zonder percentage of duur: {sorted(zonder)}")
        genoemd = {rij.stappenplan for rij in self.gedragingen.waarde if rij.stappenplan}
        if onbekend := genoemd - self.stappenplannen.waarde.keys():
            raise ValueError(f"gedraging met een stappenplan dat er niet is: {sorted(onbekend)}")
        return self

    def categorie(self, regime: Regime, rij: Gedraging) -> str | None:
        """Return the category of the verordening in which a gedraging falls; None when nobody set it."""
        return self.categorie_per_gedraging.waarde.get(regime, {}).get(rij.code) or rij.categorie

    def gedraging(self, regime: Regime, code: str) -> Gedraging | None:
        """Return the row of this regime's table, or None when the regime does not offer the gedraging."""
        return self._tabel().get((regime, code))

    def _tabel(self) -> Mapping[tuple[Regime, str], Gedraging]:
        """Return the rows by regime and code; kept beside the fields, as long as the table itself is the same."""
        rijen: object
        tabel: Mapping[tuple[Regime, str], Gedraging]
        rijen, tabel = self.__dict__.get("_per_code", (None, {}))
        if rijen is not self.gedragingen.waarde:  # a copy of the policy may have another
            tabel = {(regime, rij.code): rij for rij in self.gedragingen.waarde for regime in rij.regimes}
            self.__dict__["_per_code"] = (self.gedragingen.waarde, tabel)
        return tabel

    def stappenplan(self, rij: Gedraging) -> Stappenplan:
        """Return the steps of a gedraging; empty in policy of before they were written down."""
        return self.stappenplannen.waarde.get(rij.stappenplan, Stappenplan(stappen=()))

    def besluitvorming(self) -> Mapping[Actie, Processtap]:
        """Return the steps that every gedraging shares, by what they ask for."""
        vast = self.stappenplannen.waarde.get(BESLUITVORMING, Stappenplan(stappen=()))
        return {stap.actie: stap for stap in vast.stappen}

    def elders(self, code: str) -> tuple[Regime, ...]:
        """Return the regimes whose table offers this gedraging."""
        return tuple(r for r in Regime if self.gedraging(r, code) is not None)
