"""Files for Word: the blocks of a sheet as paragraphs, tables and controls, in our own look or in a house style."""
