"""Commitments: what makes a sum or a thing a gift, who gives, who receives, of what kind, told once."""
