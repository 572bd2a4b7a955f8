"""A handbook of somebody's own on the base of another: what is its own lies over the base, and the base can be renewed."""
