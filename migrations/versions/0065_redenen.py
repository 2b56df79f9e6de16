"""Why something was opened again, taken up again or taken back stays with the record."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0065"
down_revision = "0064"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("toekenning", sa.Column("reden_heropening", sa.Text(), nullable=True))
    op.add_column("toekenning", sa.Column("reden_hervatting", sa.Text(), nullable=True))
    op.add_column("leerroutefase", sa.Column("reden_correctie", sa.Text(), nullable=True))


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
