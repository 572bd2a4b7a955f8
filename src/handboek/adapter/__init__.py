"""The only package that imports the site engine: it hands the core's pages over to MkDocs."""
