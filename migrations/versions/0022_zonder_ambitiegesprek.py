"""A proposal may rest on the handover by a school instead of on an ambitiegesprek."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column("indelingsvoorstel", "gesprek_id", existing_type=sa.Uuid(), nullable=True)


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
