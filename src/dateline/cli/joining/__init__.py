"""Commands on what several reports say together: families, incidents, claims, and what follows from them."""
