"""The means used in a doubtful case are kept with the indeling."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("indeling", sa.Column("twijfelgeval", postgresql.JSONB(astext_type=sa.Text()), nullable=True))


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
