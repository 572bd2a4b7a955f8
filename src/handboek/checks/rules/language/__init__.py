"""Rules about the language itself. They take longer, so they run when asked for: `handboek check --taal`."""
