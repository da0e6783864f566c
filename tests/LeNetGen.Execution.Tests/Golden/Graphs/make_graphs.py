#!/usr/bin/env python3
"""Writes residual.json and concatenating.json: PyTorch's answers, in float64, for two small graphs.

Needs Debian's python3-torch; run from this folder. The files are checked in, so nobody has to run it. Parameters and images are made of
a formula that the test repeats: element i of tensor t is ((i * 37 + t * 11) % 101 - 50) / 200, the images being tensor 0 and the parameters
following from 1 on. Each file holds the loss (the mean cross-entropy), the probabilities and the gradient of every parameter.
"""
import json
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
IMAGES, CLASSES = 3, 5


def tensor(number, *shape):
    count = 1
    for size in shape:
        count *= size
    return torch.tensor([((i * 37 + number * 11) % 101 - 50) / 200 for i in range(count)]).reshape(shape)


def residual(image, conv1, conv2, classes):
    x = F.relu(F.conv2d(image, *conv1, padding=1))
    x = F.relu(x + F.conv2d(x, *conv2, padding=1))
    return F.linear(F.max_pool2d(x, 2).flatten(1), *classes)


def concatenating(image, point, near, far, projection, classes):
    branches = [
        F.relu(F.conv2d(image, *point)),
        torch.sigmoid(F.conv2d(image, *near, padding=1)),
        torch.tanh(F.conv2d(image, *far, padding=2)),
        F.conv2d(F.max_pool2d(image, 3, stride=1, padding=1), *projection),
    ]
    x = torch.cat(branches, 1)
    return F.linear(F.avg_pool2d(x * x, 2).flatten(1), *classes)


def write(name, forward, shapes):
    image = tensor(0, IMAGES, 1, 8, 8)
    parameters = [(key, tensor(number + 1, *shape).requires_grad_()) for number, (key, shape) in enumerate(shapes)]
    pairs = [(parameters[i][1], parameters[i + 1][1]) for i in range(0, len(parameters), 2)]
    logits = forward(image, *pairs)
    loss = F.cross_entropy(logits, torch.arange(IMAGES) % CLASSES)
    loss.backward()
    answers = {
        "loss": loss.item(),
        "probabilities": F.softmax(logits, 1).flatten().tolist(),
        "gradients": {key: parameter.grad.flatten().tolist() for key, parameter in parameters},
    }
    with open(name + ".json", "w") as file:
        json.dump(answers, file)
        file.write("\n")


write("residual", residual, [
    ("Conv1.weight", (4, 1, 3, 3)), ("Conv1.bias", (4,)),
    ("Conv2.weight", (4, 4, 3, 3)), ("Conv2.bias", (4,)),
    ("Classes.weight", (CLASSES, 64)), ("Classes.bias", (CLASSES,)),
])
write("concatenating", concatenating, [
    ("Point.weight", (2, 1, 1, 1)), ("Point.bias", (2,)),
    ("Near.weight", (3, 1, 3, 3)), ("Near.bias", (3,)),
    ("Far.weight", (2, 1, 5, 5)), ("Far.bias", (2,)),
    ("Projection.weight", (1, 1, 1, 1)), ("Projection.bias", (1,)),
    ("Classes.weight", (CLASSES, 128)), ("Classes.bias", (CLASSES,)),
])
