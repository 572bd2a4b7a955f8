"""Behind `handboek edition`: begin an edition, change a piece of its base, bring a newer base in, and see how it stands."""
