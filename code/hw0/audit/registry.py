"""The tables of all answers and all referees, problem by problem."""
from hw0.audit import least_squares, relu_elbow, ridge, self_assessment, vector_calculus

PROBLEMS = (vector_calculus, least_squares, ridge, relu_elbow)
ANSWERS = tuple(answer for problem in PROBLEMS for answer in problem.ANSWERS)
REFEREES = {name: referee for room in (*PROBLEMS, self_assessment) for name, referee in room.REFEREES.items()}
# what no computation can settle, and why
FORM = {name: reason for room in (*PROBLEMS, self_assessment) for name, reason in room.FORM.items()}
