"""Plan: drawing up, changing, signing and ending the plan van aanpak."""
