"""Tables of conversations: answers, notes and what was noticed."""
