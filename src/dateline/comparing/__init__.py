"""A copy of ACLED or UCDP beside the incidents: what both have, what one has alone, and where they differ."""
