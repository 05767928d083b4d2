"""What fits: frames matched on a clause, and the arbiter's word on them."""
