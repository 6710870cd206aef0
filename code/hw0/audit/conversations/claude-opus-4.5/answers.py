"""Claude Opus 4.5: the first answer to each part."""
from hw0.audit.least_squares import answers as least_squares
from hw0.audit.relu_elbow import answers as relu_elbow
from hw0.audit.ridge import answers as ridge
from hw0.audit.vector_calculus import answers as vector_calculus

part_2a = vector_calculus.linear_row
part_2b = vector_calculus.squared_norm_row
part_2c = vector_calculus.matrix
part_2d = vector_calculus.quadratic_row
part_2e = vector_calculus.symmetric
part_3a = least_squares.normal_equations
part_3b = least_squares.through_svd
part_3c = least_squares.identity
part_3d = least_squares.multipliers
part_3e = least_squares.through_svd
part_3f = least_squares.identity_of_rows
part_4a = ridge.normal_equations
part_4b = ridge.filter_factors
part_4c = ridge.half_of_both
part_4d = ridge.stacked
part_4e = ridge.forced_by_the_constraint
part_4f = ridge.kernel_form
part_4g = ridge.vanishes
part_4h = ridge.pseudo_inverse
part_4h_any = ridge.pseudo_inverse
part_5a_i = relu_elbow.quotient
part_5a_ii = relu_elbow.residual
part_5a_iii = relu_elbow.weight_gradient
part_5a_iv = relu_elbow.bias_gradient
part_5b_i = "stays"
part_5b_iii = "right"
part_5c = relu_elbow.quotient
part_5d = relu_elbow.moved_elbows

NOTES = {"5b.ii": "It names the pair b/w and 1/x that decides, and gives no direction.",
         "5b.iv": "It leaves the elbow to the relative changes, and gives no direction."}
