"""Reports taken in and coded, each put into its family; what could not be taken, and what is withdrawn."""
