"""The tables of this room."""

from app.db.blokkering import blokkering, situatie

__all__ = ["blokkering", "situatie"]
