"""BeKonnecteD: werkstromen with places, own workplaces, trajecten with skills and evaluations, and instruments."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rechten import alleen_toevoegen, beveilig, geef_rechten

revision = "0056"
down_revision = "0055"
branch_labels = None
depends_on = None


def _eigen(tabel: str, *, klant: bool = True, versie: bool = True) -> list[sa.schema.SchemaItem]:
    delen: list[sa.schema.SchemaItem] = [
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["organisatie"], ["organisatie.id"], name=op.f(f"fk_{tabel}_organisatie")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{tabel}")),
    ]
    if klant:
        delen.append(sa.Column("klant_id", sa.Uuid(), nullable=False))
        delen.append(sa.ForeignKeyConstraint(["klant_id"], ["klant.id"], name=op.f(f"fk_{tabel}_klant_id")))
    return [*delen, sa.Column("versie", sa.BigInteger(), nullable=False)] if versie else delen


def _wie(werkwoord: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column(f"{werkwoord}_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column(f"{werkwoord}_door", sa.Uuid(), nullable=False),
    ]


def _naar(tabel: str, kolom: str, doel: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([kolom], [f"{doel}.id"], name=op.f(f"fk_{tabel}_{kolom}"))


def _keuze(naam: str, *waarden: str) -> sa.Enum:
    return sa.Enum(*waarden, name=naam, native_enum=False, create_constraint=True, length=60)


def upgrade() -> None:
    op.create_table(
        "werkstroom",
        sa.Column("gemeente", sa.Text(), nullable=False),
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("werkzaamheden", sa.Text(), nullable=False),
        sa.Column("plaatsen", sa.Integer(), nullable=False),
        sa.Column("actief", sa.Boolean(), nullable=False),
        *_eigen("werkstroom", klant=False),
        sa.UniqueConstraint("organisatie", "gemeente", "naam", name=op.f("uq_werkstroom_organisatie_gemeente_naam")),
    )
    _voorstel()
    _traject()
    _verloop()
    beveilig("werkstroom", met_klant=False)
    geef_rechten("werkstroom")
    for tabel in ("werkplekvoorstel", "bekonnectedtraject", "instrumentkeuze"):
        op.create_index(op.f(f"ix_{tabel}_klant_id"), tabel, ["klant_id"])
        beveilig(tabel, met_klant=True)
        geef_rechten(tabel)
    for tabel in ("vaardigheidsbeeld", "bekonnectedevaluatie"):
        op.create_index(op.f(f"ix_{tabel}_klant_id"), tabel, ["klant_id"])
        op.create_index(op.f(f"ix_{tabel}_traject_id"), tabel, ["traject_id"])
        beveilig(tabel, met_klant=True)
        alleen_toevoegen(tabel)


def _voorstel() -> None:
    op.create_table(
        "werkplekvoorstel",
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("werkplek", sa.Text(), nullable=False),
        sa.Column("werkzaamheden", sa.Text(), nullable=False),
        sa.Column("vestiging_id", sa.Uuid(), nullable=True),
        sa.Column("status", _keuze("voorstelstatus", "open", "akkoord", "afgewezen", "ingetrokken"), nullable=False),
        sa.Column("accountmanager_id", sa.Uuid(), nullable=True),
        sa.Column("besproken_op", sa.Date(), nullable=True),
        sa.Column("akkoord", sa.Boolean(), nullable=True),
        sa.Column("verdringing", sa.Boolean(), nullable=True),
        sa.Column("toelichting", sa.Text(), nullable=True),
        *_wie("vastgelegd"),
        *_eigen("werkplekvoorstel"),
        _naar("werkplekvoorstel", "accountmanager_id", "medewerker"),
    )


def _traject() -> None:
    op.create_table(
        "bekonnectedtraject",
        sa.Column("werkstroom_id", sa.Uuid(), nullable=True),
        sa.Column("voorstel_id", sa.Uuid(), nullable=True),
        sa.Column("keuze_klant", sa.Text(), nullable=False),
        sa.Column("begin", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.Column("uren", sa.Integer(), nullable=False),
        sa.Column("werkbegeleider", sa.Text(), nullable=False),
        sa.Column("status", _keuze("bekonnectedstatus", "lopend", "beeindigd", "vervallen"), nullable=False),
        sa.Column("geeindigd_op", sa.Date(), nullable=True),
        sa.Column(
            "einde",
            _keuze("bekonnectedeinde", "uitstroom", "termijn_voorbij", "andere_klantgroep", "gestopt"),
            nullable=True,
        ),
        sa.Column("reden_einde", sa.Text(), nullable=True),
        *_wie("gestart"),
        *_eigen("bekonnectedtraject"),
        _naar("bekonnectedtraject", "werkstroom_id", "werkstroom"),
        _naar("bekonnectedtraject", "voorstel_id", "werkplekvoorstel"),
    )
    op.create_index(op.f("ix_bekonnectedtraject_werkstroom_id"), "bekonnectedtraject", ["werkstroom_id"])
    op.create_index(op.f("ix_bekonnectedtraject_voorstel_id"), "bekonnectedtraject", ["voorstel_id"])
    op.create_index(
        "ix_bekonnectedtraject_een",
        "bekonnectedtraject",
        ["klant_id"],
        unique=True,
        postgresql_where=sa.text("status = 'lopend'"),
    )


def _verloop() -> None:
    vaardigheden = ("werkmotivatie", "leermotivatie", "zelfstandigheid", "stressbestendigheid", "samenwerken")
    op.create_table(
        "vaardigheidsbeeld",
        sa.Column("traject_id", sa.Uuid(), nullable=False),
        sa.Column("vaardigheid", _keuze("vaardigheid", *vaardigheden), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("notitie", sa.Text(), nullable=True),
        sa.Column("werkbegeleider", sa.Text(), nullable=False),
        *_wie("vastgelegd"),
        *_eigen("vaardigheidsbeeld", versie=False),
        _naar("vaardigheidsbeeld", "traject_id", "bekonnectedtraject"),
    )
    op.create_table(
        "bekonnectedevaluatie",
        sa.Column("traject_id", sa.Uuid(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("antwoorden", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("voortzetten", sa.Boolean(), nullable=False),
        sa.Column("nieuw_tot", sa.Date(), nullable=True),
        *_wie("vastgelegd"),
        *_eigen("bekonnectedevaluatie", versie=False),
        _naar("bekonnectedevaluatie", "traject_id", "bekonnectedtraject"),
    )
    op.create_table(
        "instrumentkeuze",
        sa.Column("instrument", sa.Text(), nullable=False),
        sa.Column("toepassing", _keuze("toepassing", "bekonnected", "parttimer_meer_uren", "eerder"), nullable=False),
        sa.Column("reden", sa.Text(), nullable=True),
        sa.Column("traject_id", sa.Uuid(), nullable=True),
        *_wie("gekozen"),
        sa.Column("ingetrokken_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reden_intrekking", sa.Text(), nullable=True),
        *_eigen("instrumentkeuze"),
        _naar("instrumentkeuze", "traject_id", "bekonnectedtraject"),
    )
    op.create_index(op.f("ix_instrumentkeuze_traject_id"), "instrumentkeuze", ["traject_id"])


def downgrade() -> None:
    raise RuntimeError("een dossier wordt niet teruggebouwd; herstel een back-up")
