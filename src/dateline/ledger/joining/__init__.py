"""Events of several reports become incidents: which are compared, which are one, what they are tied to, and why."""
