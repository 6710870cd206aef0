"""What chatbots answered to the homework, judged by check; and a referee for each of their claims.

    conversations/    one folder for each conversation: how it was asked, its answers, its statements
    record, ledger, answers, registry           read these folders
    tally, readers, taxonomy, findings          count what they hold
    scoreboard, table, claims_table             show it
    submission, command                         take in a new conversation
    vector_calculus … self_assessment           the referees
    adversarial, mutants, code_faults           what checks on trial: by hand, by one error in a formula, in the code
    systematic, unusual, checker                and with changes of every right answer, and right ones of unusual form
    wrong_steps, derivations                    find the wrong step

Every conversation happened once: n = 1 each.
"""

from hw0.audit.answers import Answer, Grade, all_answers, grade, turns
from hw0.audit.claims_table import claims_table
from hw0.audit.ledger import Claim, claims
from hw0.audit.record import Conversation, conversations
from hw0.audit.referee import Evidence, Referee
from hw0.audit.registry import FORM, REFEREES
from hw0.audit.scoreboard import Scoreboard, scoreboard, turn_by_turn
from hw0.audit.tally import of_problem

__all__ = ["FORM", "REFEREES", "Answer", "Claim", "Conversation", "Evidence", "Grade", "Referee", "Scoreboard",
           "all_answers", "claims", "claims_table", "conversations", "grade", "of_problem", "scoreboard",
           "turn_by_turn", "turns"]
