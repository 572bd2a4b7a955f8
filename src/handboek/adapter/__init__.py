"""The only room that knows the site engine: it hands the core's pages over to MkDocs."""
