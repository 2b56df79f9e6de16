"""HTTP manners as plain ASGI middleware; ``stapel.py`` gives them their order."""
