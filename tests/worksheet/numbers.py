"""What page and Python have to judge alike: numbers from 0 to 50, whole ones from 1 to 1440, and dates."""

NUMBERS = ["", "0", "50", "007", "0.5", ".5", "1e1", "2E+0", "5e-3", "1e-999", "0.12345678901234567890",
           "0000000000001"]
# a browser's control for numbers can hold these
NO_NUMBERS = ["-1", "-0", "51", "50.001", "1e2", "-1e-3", "1" + 40 * "0"]
# and not these
NO_TEXT_OF_A_NUMBER = ["12 h", "1,5", "NaN", "Infinity", " 1", "1.", ".", "+5", "1e", "٣", "0x1", "1_0", "1e999"]
WHOLE = ["", "1", "45", "0045", "1440"]
NOT_WHOLE = ["0", "45.5", "45.0", "5000", "1441", "-45", "1e2", "00045"]
DATES = ["", "2031-10-07", "2032-02-29", "0001-01-01"]
NO_DATES = ["12031-10-07"]
NO_TEXT_OF_A_DATE = ["tomorrow", "2031-02-29", "20311007", "2031-W01-1", "0000-01-01", "2031-10-7", "2031-10-07T00:00"]
