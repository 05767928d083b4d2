"""How alike two tellings are: what they have in common, weighed, and under which keys they meet."""
