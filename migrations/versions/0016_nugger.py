"""Requests of nuggers, and what is put in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import beveilig, geef_rechten

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def _eigen(tabel: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f(f"fk_{tabel}_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f(f"fk_{tabel}_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{tabel}")),
    ]


def _keuze(naam: str, *waarden: str) -> sa.Enum:
    return sa.Enum(*waarden, name=naam, native_enum=False, create_constraint=True, length=60)


def upgrade() -> None:
    op.create_table(
        "nuggerverzoek",
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column(
            "status",
            _keuze("verzoekstand", "open", "besloten", "getoetst", "bekendgemaakt", "ingetrokken"),
            nullable=False,
        ),
        sa.Column("inkomen", sa.Integer(), nullable=True),
        sa.Column("vermogen", sa.Integer(), nullable=True),
        sa.Column("wens", sa.Text(), nullable=False),
        sa.Column("oordeel", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("reden_intrekking", sa.Text(), nullable=True),
        sa.Column("geopend_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("geopend_door", sa.Uuid(), nullable=False),
        *_eigen("nuggerverzoek"),
    )
    op.create_index(op.f("ix_nuggerverzoek_klant_id"), "nuggerverzoek", ["klant_id"])
    op.create_index(
        "ix_nuggerverzoek_een",
        "nuggerverzoek",
        ["klant_id"],
        unique=True,
        postgresql_where=sa.text("status IN ('open', 'besloten')"),
    )
    op.create_table(
        "nuggerinzet",
        sa.Column("nuggerverzoek_id", sa.Uuid(), nullable=False),
        sa.Column(
            "product",
            _keuze(
                "product", "routekaart_op_weg_naar_werk", "loonkostensubsidie", "jobcoaching", "begeleiding_werkplek"
            ),
            nullable=False,
        ),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("reden_einde", sa.Text(), nullable=True),
        sa.Column("ingezet_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ingezet_door", sa.Uuid(), nullable=False),
        *_eigen("nuggerinzet"),
        sa.ForeignKeyConstraint(
            ["nuggerverzoek_id"], ["nuggerverzoek.id"], name=op.f("fk_nuggerinzet_nuggerverzoek_id")
        ),
    )
    op.create_index(op.f("ix_nuggerinzet_klant_id"), "nuggerinzet", ["klant_id"])
    op.create_index(op.f("ix_nuggerinzet_nuggerverzoek_id"), "nuggerinzet", ["nuggerverzoek_id"])
    for tabel in ("nuggerverzoek", "nuggerinzet"):
        beveilig(tabel, met_klant=True)
        geef_rechten(tabel)


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
