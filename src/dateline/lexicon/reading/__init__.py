"""What a text is read and parsed by: its parts, its columns, and where the parser is put right."""
