"""What is known of the words of a report before any phrase is read: hits of the tables, countries, persons."""
