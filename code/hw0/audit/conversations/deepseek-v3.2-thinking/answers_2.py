"""DeepSeek v3.2, thinking: the second answer to each part that it answered again."""
from hw0.audit.relu_elbow import answers as relu_elbow

part_5d = relu_elbow.divided_by_the_slope

NOTES = {"5d": "Its last form, with W1 in the denominator; one line above it stands the other, which stays right."}
