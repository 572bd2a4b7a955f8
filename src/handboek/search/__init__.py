"""Search: what it looks through, and how its table of queries is run. `README.md` says why it is made as it is."""
