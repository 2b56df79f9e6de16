"""Zaken of the taaleis, on which besluiten are taken."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import beveilig, geef_rechten

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None


def _keuze(naam: str, *waarden: str) -> sa.Enum:
    return sa.Enum(*waarden, name=naam, native_enum=False, create_constraint=True, length=60)


def upgrade() -> None:
    op.create_table(
        "taaleiszaak",
        sa.Column(
            "soort",
            _keuze("taalzaaksoort", "kennisgeving", "verlaging", "stoppen", "ontheffing", "beeindiging"),
            nullable=False,
        ),
        sa.Column(
            "status",
            _keuze("taalzaakstatus", "open", "besloten", "getoetst", "bekendgemaakt", "vervallen"),
            nullable=False,
        ),
        sa.Column("gegevens", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("reden_vervallen", sa.Text(), nullable=True),
        sa.Column("geopend_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("geopend_door", sa.Uuid(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f("fk_taaleiszaak_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_taaleiszaak_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_taaleiszaak")),
    )
    op.create_index(op.f("ix_taaleiszaak_klant_id"), "taaleiszaak", ["klant_id"])
    op.create_index(
        "ix_taaleiszaak_een",
        "taaleiszaak",
        ["klant_id", "soort"],
        unique=True,
        postgresql_where=sa.text("status IN ('open', 'besloten', 'getoetst')"),
    )
    beveilig("taaleiszaak", met_klant=True)
    geef_rechten("taaleiszaak")


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
