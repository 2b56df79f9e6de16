"""The letter that was made here as the proof of the manager's warning."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("incident", sa.Column("brief_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("fk_incident_brief_id"), "incident", "brief", ["brief_id"], ["id"])
    op.create_index(op.f("ix_incident_brief_id"), "incident", ["brief_id"])


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
