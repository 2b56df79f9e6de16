"""A counter-entry that failed can be made again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0064"
down_revision = "0063"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint("uq_betaalopdracht_tegenboeking_van", "betaalopdracht", type_="unique")
    op.create_index(
        "ix_betaalopdracht_tegenboeking",
        "betaalopdracht",
        ["tegenboeking_van"],
        unique=True,
        postgresql_where=sa.text("stand <> 'mislukt'"),
    )


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
