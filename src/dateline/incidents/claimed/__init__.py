"""What sources claim of an incident, who stands against whom, and which value is taken."""
