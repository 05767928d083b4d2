"""What joins reports, written and read: likenesses, tellings, incidents with their claims and ties."""
