"""Fully connected networks from scratch (problem 6), one file per idea:

    layers       affine map and ReLU, forward and backward
    jacobians    the same layers for one example, with their derivatives as matrices
    losses       softmax, hinge and squared loss with the gradient of the scores
    model        Network: any depth, one flat vector of parameters, L2
    views        the weights and biases inside that vector
    optimizers   SGD, momentum, Nesterov, AdaGrad, RMSProp, Adam
    training     Trainer and fit: minibatches, decay, history, divergence
    checkpoint   a training run in a file, to stop and go on bit by bit
    gradients    numerical gradients and three ways to compare them
    signals      how far activations and gradients get: the gain per layer
    tangents     how far one step moves the scores, and how sharply the loss is curved
    overfitting  the experiment behind part 6a
    trainability  for which scales and rates it is expected to succeed
    sweeps       the experiment over grids, stored as tables
    maximal_update  one rate for nets of every width
    remedies     batch normalisation and residual connections, to be measured
"""
from hw0.networks.layers import affine_backward, affine_forward, relu_backward, relu_forward
from hw0.networks.losses import softmax_loss, squared_loss, svm_loss
from hw0.networks.model import Network
from hw0.networks.optimizers import SGD, AdaGrad, Adam, Momentum, Nesterov, RMSProp
from hw0.networks.training import Diverged, Trainer, fit

__all__ = ["SGD", "AdaGrad", "Adam", "Diverged", "Momentum", "Nesterov", "Network", "RMSProp", "Trainer",
           "affine_backward", "affine_forward", "fit", "relu_backward", "relu_forward", "softmax_loss", "squared_loss",
           "svm_loss"]
