"""Generator of a handbook: content to model, check, pages, sheets and export."""
