"""GPT-4o: the fourth answer to each part that it answered again."""
from hw0.audit.relu_elbow import answers as relu_elbow

part_5b_i = "stays"
part_5b_ii = relu_elbow.right_if_w_exceeds_bx
part_5b_iii = "right"
part_5b_iv = "left"
