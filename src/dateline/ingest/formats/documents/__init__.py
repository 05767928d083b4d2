"""Documents: plain text, Markdown, Word, PDF, RTF."""
