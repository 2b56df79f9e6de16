"""Room on the pages of klant: every gebeurtenis of a dossier counts on its row, and then no index has to follow.

An import touches all rows of a page in one transaction, so each needs a second place. The table is small: for 100,000
klanten this costs twenty megabytes, and saves a write in each of the five indexes for every gebeurtenis of every dossier.
Pages that are full already keep their rows; what is added or moved from now on has the room.
"""

from __future__ import annotations

from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("ALTER TABLE klant SET (fillfactor = 50)")


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
