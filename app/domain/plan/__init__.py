"""Plan: the plan van aanpak with its goals, obligations and signature."""
