"""A piece becomes HTML and headings, once; web page and sheet both use that."""
