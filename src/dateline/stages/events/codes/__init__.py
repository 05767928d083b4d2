"""From acts to records, with the codes of CAMEO and ACLED."""
