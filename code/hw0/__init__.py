"""The mathematics of homework zero: one module per problem, NumPy and nothing else."""
