"""For authors: commands that make, rename or bring in something, and say what a change does."""
