"""What a format gives of an article, and whether it makes a report: fields, columns, dates, fitness."""
