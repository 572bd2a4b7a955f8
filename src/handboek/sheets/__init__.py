"""A piece becomes PDFs: print templates, WeasyPrint, and the store in which the PDFs are kept."""
