"""Simulatie: what would follow for one case, and for many under another policy, without deciding anything."""
