"""Who acts and who is acted upon."""
