"""The signal in which the rechtmatigheidsonderzoek beside a block is answered."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("blokkering", sa.Column("signaal_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("fk_blokkering_signaal_id"), "blokkering", "signaal", ["signaal_id"], ["id"])
    op.create_index(op.f("ix_blokkering_signaal_id"), "blokkering", ["signaal_id"])


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
