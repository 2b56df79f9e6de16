"""Facts about the taaleis, and their withdrawal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import alleen_toevoegen, beveilig

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def _eigen(tabel: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f(f"fk_{tabel}_klant_id")),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f(f"fk_{tabel}_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{tabel}")),
    ]


def upgrade() -> None:
    op.create_table(
        "taaleisfeit",
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("gegevens", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.Uuid(), nullable=False),
        *_eigen("taaleisfeit"),
    )
    op.create_index(op.f("ix_taaleisfeit_klant_id"), "taaleisfeit", ["klant_id"])
    op.create_index("ix_taaleisfeit_dossier", "taaleisfeit", ["klant_id", "datum", "id"])
    op.create_table(
        "taaleisfeit_intrekking",
        sa.Column("feit_id", sa.Uuid(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("ingetrokken_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ingetrokken_door", sa.Uuid(), nullable=False),
        *_eigen("taaleisfeit_intrekking"),
        sa.ForeignKeyConstraint(["feit_id"], ["taaleisfeit.id"], name=op.f("fk_taaleisfeit_intrekking_feit_id")),
        sa.UniqueConstraint("feit_id", name=op.f("uq_taaleisfeit_intrekking_feit_id")),
    )
    op.create_index(op.f("ix_taaleisfeit_intrekking_klant_id"), "taaleisfeit_intrekking", ["klant_id"])
    for tabel in ("taaleisfeit", "taaleisfeit_intrekking"):
        beveilig(tabel, met_klant=True)
        alleen_toevoegen(tabel)


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
