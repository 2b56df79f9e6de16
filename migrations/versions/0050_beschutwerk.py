"""Beschut werk: zaken, places within a year, and what bridges the time until the employment."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import beveilig, geef_rechten

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None


def _eigen(tabel: str, *, versie: bool = True) -> list[sa.schema.SchemaItem]:
    kolommen: list[sa.schema.SchemaItem] = [
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f(f"fk_{tabel}_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f(f"fk_{tabel}_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{tabel}")),
    ]
    return [*kolommen, sa.Column("versie", sa.BigInteger(), nullable=False)] if versie else kolommen


def _keuze(naam: str, *waarden: str) -> sa.Enum:
    return sa.Enum(*waarden, name=naam, native_enum=False, create_constraint=True, length=60)


def upgrade() -> None:
    _zaak()
    _plek()
    _overbrugging()
    op.create_table(
        "beschutwerkjaar",
        sa.Column("gemeente", sa.Text(), nullable=False),
        sa.Column("jaar", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_beschutwerkjaar_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_beschutwerkjaar")),
        sa.UniqueConstraint(
            "organisatie", "gemeente", "jaar", name=op.f("uq_beschutwerkjaar_organisatie_gemeente_jaar")
        ),
    )
    beveilig("beschutwerkjaar", met_klant=False)
    geef_rechten("beschutwerkjaar")
    for tabel in ("beschutwerkzaak", "beschutwerkplek", "beschutwerkoverbrugging"):
        op.create_index(op.f(f"ix_{tabel}_klant_id"), tabel, ["klant_id"])
        beveilig(tabel, met_klant=True)
        geef_rechten(tabel)


def _zaak() -> None:
    op.create_table(
        "beschutwerkzaak",
        sa.Column("gemeente", sa.Text(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("initiatief", _keuze("initiatief", "ambtshalve", "op_verzoek"), nullable=False),
        sa.Column("groep", _keuze("beschutwerkgroep", "doelgroep", "uwv_uitkering"), nullable=True),
        sa.Column(
            "status",
            _keuze(
                "beschutwerkstatus",
                "open",
                "besloten",
                "getoetst",
                "vastgesteld",
                "afgewezen",
                "ingetrokken",
                "beeindigd",
            ),
            nullable=False,
        ),
        sa.Column("voorselectie_op", sa.Date(), nullable=True),
        sa.Column("voorselectie_reden", sa.Text(), nullable=True),
        sa.Column("advies_gevraagd_op", sa.Date(), nullable=True),
        sa.Column(
            "advies_aanvrager", _keuze("adviesaanvrager", "college", "persoon_zelf", "werkgever"), nullable=True
        ),
        sa.Column("advies", _keuze("uwv_advies", "beschut_werk", "geen_beschut_werk"), nullable=True),
        sa.Column("advies_op", sa.Date(), nullable=True),
        sa.Column("advies_kenmerk", sa.Text(), nullable=True),
        sa.Column("vastgesteld_op", sa.Date(), nullable=True),
        sa.Column("reden_einde", sa.Text(), nullable=True),
        sa.Column("beeindigd_op", sa.Date(), nullable=True),
        sa.Column("geopend_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("geopend_door", sa.Uuid(), nullable=False),
        *_eigen("beschutwerkzaak"),
    )
    op.create_index(
        "ix_beschutwerkzaak_een",
        "beschutwerkzaak",
        ["klant_id"],
        unique=True,
        postgresql_where=sa.text("status IN ('open', 'besloten', 'getoetst', 'vastgesteld')"),
    )


def _plek() -> None:
    op.create_table(
        "beschutwerkplek",
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("gemeente", sa.Text(), nullable=False),
        sa.Column("begin", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("uren", sa.Integer(), nullable=False),
        sa.Column(
            "dienstbetrekking", _keuze("dienstbetrekking", "privaatrechtelijk", "publiekrechtelijk"), nullable=False
        ),
        sa.Column(
            "plaats",
            _keuze("plaatssoort", "gemeente", "sw_bedrijf", "gelieerde_organisatie", "reguliere_werkgever"),
            nullable=False,
        ),
        sa.Column("werkgever", sa.Text(), nullable=False),
        sa.Column("vestiging_id", sa.Uuid(), nullable=True),
        sa.Column("aanpassingen", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column(
            "status",
            _keuze(
                "plekstatus", "concept", "besloten", "getoetst", "toegekend", "geweigerd", "vervallen", "beeindigd"
            ),
            nullable=False,
        ),
        sa.Column("telt", sa.Boolean(), nullable=False),
        sa.Column("reden_einde", sa.Text(), nullable=True),
        sa.Column("gemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gemaakt_door", sa.Uuid(), nullable=False),
        *_eigen("beschutwerkplek"),
        sa.ForeignKeyConstraint(["zaak_id"], ["beschutwerkzaak.id"], name=op.f("fk_beschutwerkplek_zaak_id")),
    )
    op.create_index(op.f("ix_beschutwerkplek_zaak_id"), "beschutwerkplek", ["zaak_id"])


def _overbrugging() -> None:
    op.create_table(
        "beschutwerkoverbrugging",
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column(
            "soort",
            _keuze("overbrugging", "arbeidsmatige_dagbesteding", "sociale_activering", "scholing"),
            nullable=False,
        ),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("eigen_tot", sa.Date(), nullable=True),
        sa.Column("buiten_klantgroep", sa.Boolean(), nullable=False),
        sa.Column("reden_einde", sa.Text(), nullable=True),
        sa.Column("plek_id", sa.Uuid(), nullable=True),
        *_eigen("beschutwerkoverbrugging", versie=False),
        sa.ForeignKeyConstraint(["zaak_id"], ["beschutwerkzaak.id"], name=op.f("fk_beschutwerkoverbrugging_zaak_id")),
        sa.ForeignKeyConstraint(["plek_id"], ["beschutwerkplek.id"], name=op.f("fk_beschutwerkoverbrugging_plek_id")),
    )
    op.create_index(op.f("ix_beschutwerkoverbrugging_zaak_id"), "beschutwerkoverbrugging", ["zaak_id"])
    op.create_index(op.f("ix_beschutwerkoverbrugging_plek_id"), "beschutwerkoverbrugging", ["plek_id"])


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
