"""Blokkering, opschorting and intrekking (Participatiewet 54): contact first, and never without ground and hearing."""
