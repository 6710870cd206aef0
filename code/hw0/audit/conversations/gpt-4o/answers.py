"""GPT-4o: the first answer to each part."""
from hw0.audit.least_squares import answers as least_squares
from hw0.audit.relu_elbow import answers as relu_elbow
from hw0.audit.ridge import answers as ridge
from hw0.audit.vector_calculus import answers as vector_calculus
from hw0.least_squares import subspaces

part_2a = vector_calculus.linear_row
part_2b = vector_calculus.squared_norm_row
part_2c = vector_calculus.matrix
part_2d = vector_calculus.quadratic_row
part_2e = vector_calculus.symmetric
part_3a = least_squares.normal_equations
part_3b = least_squares.through_svd
part_3c = least_squares.identity_of_w
part_3c_any = subspaces.onto_column_space
part_3d = least_squares.multipliers
part_3e = least_squares.through_svd
part_3f = least_squares.identity_of_y
part_3f_any = subspaces.onto_row_space
part_4a = ridge.normal_equations
part_4b = ridge.filter_factors
part_4c = ridge.half_of_both
part_4d = ridge.stacked
part_4e = ridge.forced_by_the_constraint
part_4f = ridge.kernel_form
part_4g = ridge.vanishes
part_4h = ridge.two_formulas
part_4h_any = ridge.two_formulas
part_5a_i = relu_elbow.quotient
part_5a_ii = relu_elbow.residual
part_5a_iii = relu_elbow.weight_gradient
part_5a_iv = relu_elbow.bias_gradient
part_5b_i = "stays"
part_5b_ii = "right"
part_5b_iii = "left"
part_5b_iv = "right or left, depending on signs"
part_5c = relu_elbow.quotient

NOTES = {"2e": "The box says 'if' only; the line before it says 'only if' as well.",
         "5d": "It leaves the partial derivatives unevaluated."}
