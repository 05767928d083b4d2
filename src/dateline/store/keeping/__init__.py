"""Write reports, their codings and families: each text once, rows of what is no longer current end."""
