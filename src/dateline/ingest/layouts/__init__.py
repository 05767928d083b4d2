"""The layouts in which news archives export many reports as one text, one module each."""
