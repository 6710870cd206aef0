"""The mathematics of homework zero, one package for each problem; NumPy and nothing else.

    learning_goals  vector_calculus  least_squares  ridge  relu_elbow  networks  study_log     problems 1 to 7

Beside them what serves all: `checks` judges answers, `figures` draws, `audit` holds what chatbots answered,
`worksheets` what a reader fills in, `datasets` and `validation` data and input, `style` the look of Matplotlib's
pictures.
"""


def __getattr__(name):
    """The version, looked up when it is asked for: that takes longer than loading what checks an answer."""
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib.metadata import PackageNotFoundError, version
    try:
        return version("homework-zero")
    except PackageNotFoundError:        # run from a folder that nobody installed
        return "unknown"
