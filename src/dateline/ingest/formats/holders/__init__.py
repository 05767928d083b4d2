"""What holds other files or many articles: archives, packed files, mail boxes, crawls."""
