#!/usr/bin/env python3
"""Writes lenet5_1998.json beside this file: PyTorch's answers, in float64, for LeNet-5 of 1998 as samples/Trainer/Models/LeNet5Of1998.cs
declares it. Needs PyTorch. Parameters and images are of a formula that the test has too; of a gradient, which has 60,000 elements, the
file has for each tensor its product with a vector of that formula, its norm and its first elements.
"""
import json, pathlib, re
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
here = pathlib.Path(__file__).parent
models = here / "../../../../samples/Trainer/Models"
IMAGES, J, FIRST = 3, 84.0, 6


def tensor(number, *shape):
    i = torch.arange(torch.Size(shape).numel())
    return (((i * 37 + number * 11) % 101 - 50) / 200.0).reshape(shape)


def parameter(number, fan_in, *shape):
    return (tensor(number, *shape) * (30 / fan_in)).requires_grad_()


codes = re.findall(r'"""\s*([X.\s]+?)\s*"""', (models / "DigitCodes.cs").read_text())
codes = torch.tensor([[1.0 if c == "X" else -1.0 for c in code if c in "X."] for code in codes])
rows = re.findall(r'"([X.]{16})"', (models / "LeNet5Of1998.cs").read_text())
table = torch.tensor([[c == "X" for c in row] for row in rows])  # [6 channels, 16 filters]

p = {
    "C1.weight": parameter(1, 25, 6, 1, 5, 5), "C1.bias": parameter(2, 25, 6),
    "S2.weight": parameter(3, 4, 6, 1, 1, 1), "S2.bias": parameter(4, 4, 6),
    "C3.weight": parameter(5, 100, 60, 1, 5, 5), "C3.bias": parameter(6, 100, 16),
    "S4.weight": parameter(7, 4, 16, 1, 1, 1), "S4.bias": parameter(8, 4, 16),
    "C5.weight": parameter(9, 400, 120, 16, 5, 5), "C5.bias": parameter(10, 400, 120),
    "F6.weight": parameter(11, 120, 84, 120), "F6.bias": parameter(12, 120, 84),
}


def squash(x):
    return 1.7159 * torch.tanh(2 / 3 * x)


def subsample(x, name):
    return squash(4 * F.avg_pool2d(x, 2) * p[name + ".weight"].reshape(1, -1, 1, 1) + p[name + ".bias"].reshape(1, -1, 1, 1))


kernels = torch.zeros(16, 6, 5, 5)
connected = table.T.nonzero(as_tuple=True)  # by filter, then by channel
kernels = kernels.index_put(connected, p["C3.weight"][:, 0])
x = tensor(0, IMAGES, 1, 32, 32)
x = squash(F.conv2d(x, p["C1.weight"], p["C1.bias"]))
x = subsample(x, "S2")
x = squash(F.conv2d(x, kernels, p["C3.bias"]))
x = subsample(x, "S4")
x = squash(F.conv2d(x, p["C5.weight"], p["C5.bias"])).flatten(1)
x = squash(F.linear(x, p["F6.weight"], p["F6.bias"]))
penalties = ((x[:, None] - codes[None]) ** 2).sum(2)
labels = torch.arange(IMAGES)
none = torch.full((IMAGES, 1), J)
loss = (penalties[labels, labels] + torch.logsumexp(-torch.cat([none, penalties], 1), 1)).mean()
loss.backward()
gradients = {}
for number, (name, value) in enumerate(p.items()):
    g = value.grad.flatten()
    gradients[name] = {
        "product": (g * tensor(100 + number, g.numel())).sum().item(),
        "norm": g.norm().item(),
        "first": g[:FIRST].tolist(),
    }
(here / "lenet5_1998.json").write_text(json.dumps(
    {"loss": loss.item(), "penalties": penalties.flatten().tolist(), "gradients": gradients}, indent=1) + "\n")
