"""Plants single faults into rooms, scripts, formulas and the numbers in prose, and says which are not noticed.

    changes      the single faults of a module
    scripts      the single faults of a script
    nearest      which test files can notice them, the nearest first
    copies       a copy of the project, in which a fault is planted and the tests are run
    results      what became of each fault, kept so that an interrupted run goes on; the table

`python -m tools.mutants` is the command; `make mutants` runs it.
"""
