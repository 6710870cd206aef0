"""DeepSeek v3.2: the second answer to each part that it answered again."""
from hw0.audit.relu_elbow import answers as relu_elbow
from hw0.audit.ridge import answers as ridge

part_4a = ridge.normal_equations
part_4b = ridge.filter_factors
part_4c = ridge.half_of_both
part_4d = ridge.stacked
part_4e = ridge.forced_by_the_constraint
part_4f = ridge.kernel_form
part_4g = ridge.vanishes
part_4h = ridge.inverse_or_pseudo_inverse
part_4h_any = ridge.inverse_or_pseudo_inverse
part_5a_i = relu_elbow.quotient_if_defined
part_5a_ii = relu_elbow.residual
part_5a_iii = relu_elbow.weight_gradient
part_5a_iv = relu_elbow.bias_gradient
part_5b_i = "stays"
part_5b_ii = "right"
part_5b_iii = "right"
part_5b_iv = "left"
part_5c = relu_elbow.quotient_if_defined
part_5d = relu_elbow.moved_elbows
