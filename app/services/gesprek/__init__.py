"""Conversations: the guide for this klant, the answers and what they lead to."""
