"""A besluit names the one that it replaces, and its dispatch makes that so."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("besluit", sa.Column("vervangt", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("fk_besluit_vervangt"), "besluit", "besluit", ["vervangt"], ["id"])
    op.create_index(op.f("ix_besluit_vervangt"), "besluit", ["vervangt"])
    op.add_column("bekendmaking", sa.Column("vervangt", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("fk_bekendmaking_vervangt"), "bekendmaking", "besluit", ["vervangt"], ["id"])
    op.create_unique_constraint(op.f("uq_bekendmaking_vervangt"), "bekendmaking", ["vervangt"])


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
