"""The stages of the pipeline, one module or package for each; strangers to each other."""
