"""What the project promises in numbers, measured: `python -m tools.bench [--strict]`."""
