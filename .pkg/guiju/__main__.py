"""Run the command line as ``python -m guiju``."""

from guiju.cli.main import main

if __name__ == "__main__":
    main()
