"""The live figures of each chapter: hw0's own functions, drawn by livefig."""
