"""``python -m dateline``: the command, where its script is not on the path."""

from dateline.cli.main import main

if __name__ == "__main__":
    main()
