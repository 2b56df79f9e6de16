"""The tables of this room."""

from app.db.blokkering import blokkering, opschorting, situatie

__all__ = ["blokkering", "opschorting", "situatie"]
