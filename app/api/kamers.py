"""The rooms of the API; the hottest stand first, because routes are tried in order."""

from fastapi import APIRouter

from app.api.klant.router import router as klant

KAMERS: tuple[APIRouter, ...] = (klant,)
