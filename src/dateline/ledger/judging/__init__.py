"""What people say of records: judged, corrected, chosen, added, reviewed, and taken back."""
