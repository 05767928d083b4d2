"""One module for each page: from what was asked to what the page and its twin show."""
