"""Mappings of columns, and a diagnosis without the indexes that the unique constraint makes needless."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import alleen_toevoegen, beveilig

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_diagnose_klant_id", table_name="diagnose")
    op.drop_index("ix_diagnose_volgorde", table_name="diagnose")
    op.create_table(
        "diagnose_mapping",
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column(
            "vorm",
            sa.Enum("csv", "xlsx", name="vorm", native_enum=False, create_constraint=True, length=60),
            nullable=False,
        ),
        sa.Column("definitie", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vastgelegd_door", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f("fk_diagnose_mapping_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_diagnose_mapping")),
        sa.UniqueConstraint("organisatie", "naam", "nr", name=op.f("uq_diagnose_mapping_organisatie_naam_nr")),
    )
    beveilig("diagnose_mapping", met_klant=False)
    alleen_toevoegen("diagnose_mapping")
    op.create_foreign_key(
        op.f("fk_diagnose_import_mapping_id"), "diagnose_import", "diagnose_mapping", ["mapping_id"], ["id"]
    )


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
