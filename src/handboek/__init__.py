"""Generator of the handbook Meer dan Steen Alleen: content to model, check, pages, sheets and export."""
