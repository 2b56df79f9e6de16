"""Subsidies and vergoedingen with their termijnen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import beveilig, geef_rechten

revision = "0053"
down_revision = "0052"
branch_labels = None
depends_on = None

_REGELINGEN = (
    "startbaansubsidie",
    "tijdelijke_tegemoetkoming_loonkosten",
    "loonkostensubsidie",
    "uitstroompremie",
    "vergoeding",
)
_STANDEN = (
    "aangevraagd",
    "besloten",
    "getoetst",
    "toegekend",
    "afgewezen",
    "niet_in_behandeling",
    "ingetrokken",
    "beeindigd",
    "vastgesteld",
)


def _eigen(tabel: str, **verwijzingen: str) -> list[sa.schema.SchemaItem]:
    alle = {"klant_id": "klant", "organisatie": "organisatie"} | verwijzingen
    return [
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        *(
            sa.ForeignKeyConstraint([veld], [f"{doel}.id"], name=op.f(f"fk_{tabel}_{veld}"))
            for veld, doel in alle.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{tabel}")),
    ]


def _keuze(naam: str, *waarden: str) -> sa.Enum:
    return sa.Enum(*waarden, name=naam, native_enum=False, create_constraint=True, length=60)


def upgrade() -> None:
    op.create_table(
        "subsidie",
        sa.Column("regeling", _keuze("regeling", *_REGELINGEN), nullable=False),
        sa.Column("stand", _keuze("stand", *_STANDEN), nullable=False),
        sa.Column("ontvangen_op", sa.Date(), nullable=False),
        sa.Column("dienstverband_id", sa.Uuid(), nullable=True),
        sa.Column("werkgever_id", sa.Uuid(), nullable=True),
        sa.Column("iban", sa.Text(), nullable=True),
        sa.Column("tenaamstelling", sa.Text(), nullable=True),
        sa.Column("gegevens", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("aanvullen_tot", sa.Date(), nullable=True),
        sa.Column("reden_intrekking", sa.Text(), nullable=True),
        sa.Column("geopend_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("geopend_door", sa.Uuid(), nullable=False),
        *_eigen("subsidie", dienstverband_id="dienstverband", werkgever_id="werkgever"),
    )
    for veld in ("klant_id", "dienstverband_id", "werkgever_id", "regeling"):
        op.create_index(op.f(f"ix_subsidie_{veld}"), "subsidie", [veld])
    op.create_table(
        "subsidietermijn",
        sa.Column("subsidie_id", sa.Uuid(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("maand", sa.Date(), nullable=True),
        sa.Column("bedrag", sa.Integer(), nullable=False),
        sa.Column("formule", sa.Text(), nullable=False),
        sa.Column("cijfers", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("betaalbaar_vanaf", sa.Date(), nullable=False),
        sa.Column("bijlagen", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("begrensd", sa.Boolean(), nullable=False),
        sa.Column(
            "stand",
            _keuze("stand", "open", "gefactureerd", "aangehouden", "betaald", "vervallen"),
            nullable=False,
        ),
        sa.Column("reden", sa.Text(), nullable=True),
        *_eigen("subsidietermijn", subsidie_id="subsidie"),
        sa.UniqueConstraint("subsidie_id", "nummer", name=op.f("uq_subsidietermijn_subsidie_id_nummer")),
    )
    op.create_index(op.f("ix_subsidietermijn_klant_id"), "subsidietermijn", ["klant_id"])
    for tabel in ("subsidie", "subsidietermijn"):
        beveilig(tabel, met_klant=True)
        geef_rechten(tabel)


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
