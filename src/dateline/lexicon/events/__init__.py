"""What events are found and coded by: frames, the words of the event stage, the codebooks' tables."""
