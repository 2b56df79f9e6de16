"""The consultation on a plan, the gesprek in which it changed, and the referrals for its actions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0054"
down_revision = "0053"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('gesprek', sa.Column('afgerond_op', sa.DateTime(timezone=True), nullable=True))
    op.add_column('gesprek', sa.Column('afgerond_door', sa.Uuid(), nullable=True))
    op.add_column('planversie', sa.Column('overleg_op', sa.Date(), nullable=True))
    op.add_column('planversie', sa.Column('wijze_van_bereiken', sa.Text(), nullable=True))
    op.add_column('planversie', sa.Column('eigen_rol', sa.Text(), nullable=True))
    op.add_column('planversie', sa.Column('gesprek_id', sa.Uuid(), nullable=True))
    op.create_index(op.f('ix_planversie_gesprek_id'), 'planversie', ['gesprek_id'], unique=False)
    op.create_foreign_key(op.f('fk_planversie_gesprek_id'), 'planversie', 'gesprek', ['gesprek_id'], ['id'])
    op.add_column('verwijzing', sa.Column('plan_id', sa.Uuid(), nullable=True))
    op.create_index(op.f('ix_verwijzing_plan_id'), 'verwijzing', ['plan_id'], unique=False)
    op.create_foreign_key(op.f('fk_verwijzing_plan_id'), 'verwijzing', 'plan', ['plan_id'], ['id'])



def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
