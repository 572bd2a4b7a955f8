"""Files for Excel: the tables of a worksheet, with what somebody may fill in and formulas that work."""
