"""A piece becomes PDFs: print templates, WeasyPrint, and the shelf on which the PDFs lie."""
