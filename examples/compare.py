"""Another program's SGD with momentum, held against APO Lab step by step. Plain Python, no packages.

    npm run -s trace -- --template mlp > problem.json
    npm run -s trace -- --task given --config problem.json --optimizers sgdm --out apo.json
    python3 examples/compare.py problem.json > mine.json
    npm run -s compare -- mine.json apo.json --rtol 1e-5
"""

import json
import math
import sys

if len(sys.argv) != 2:
    sys.exit("Usage: python3 examples/compare.py problem.json > mine.json")
config = json.load(open(sys.argv[1], encoding="utf-8"))
given = config["given"]
settings = next(run["hyperparams"] for run in config["optimizers"] if run["id"] == "sgdm")
rate, momentum = settings["learningRate"], settings["momentum"]
weights = given["initialParams"]  # per layer [outputs][inputs + 1], the bias last
velocity = [[[0.0] * len(row) for row in layer] for layer in weights]


def loss_and_gradients(rows):
    """Mean over the batch of ½ (f − y)², and its gradient, by hand."""
    loss, grads = 0.0, [[[0.0] * len(row) for row in layer] for layer in weights]
    for example in rows:
        inputs = given["x"][example] + [1.0]
        hidden = [math.tanh(sum(w * a for w, a in zip(row, inputs))) for row in weights[0]] + [1.0]
        error = sum(w * a for w, a in zip(weights[1][0], hidden)) - given["y"][example][0]
        loss += 0.5 * error * error / len(rows)
        for unit, active in enumerate(hidden):
            grads[1][0][unit] += error * active / len(rows)
            if unit < len(weights[0]):
                slope = error * weights[1][0][unit] * (1 - active * active)
                for place, value in enumerate(inputs):
                    grads[0][unit][place] += slope * value / len(rows)
    return loss, grads


losses = []
for rows in given["batches"][: config["steps"]]:
    loss, grads = loss_and_gradients(rows)
    losses.append(loss)
    for layer, grad, speed in zip(weights, grads, velocity):
        for row, own, fast in zip(layer, grad, speed):
            for i, slope in enumerate(own):
                fast[i] = momentum * fast[i] + slope
                row[i] -= rate * fast[i]
columns = {"step": list(range(len(losses))), "trainLoss": losses}
json.dump({"runs": [{"run": "sgdm", "columns": columns}]}, sys.stdout)
