"""Files for the programs that people have: Word, Excel and slides."""
