"""Trains a line by SGD, in plain Python, and writes the run as apo-trace/1.

    python3 examples/overlay.py > my-run.trace.json

Drop the file on the page of APO Lab: it lies over the race, dashed. For a run of your own keep `trace` and fill `rows`.
With arguments (a CSV file, its input and its target column) it trains on your own data.
"""
import csv
import json
import random
import sys


def data():
    if len(sys.argv) == 4:
        with open(sys.argv[1], newline="", encoding="utf-8") as file:
            return [(float(row[sys.argv[2]]), float(row[sys.argv[3]])) for row in csv.DictReader(file)]
    draw = random.Random(7)
    inputs = [draw.uniform(-1, 1) for _ in range(256)]
    return [(x, 0.8 * x - 0.3 + draw.gauss(0, 0.1)) for x in inputs]


def train(points, steps=200, batch_size=32, learning_rate=0.05):
    draw, weight, bias = random.Random(1), 0.0, 0.0
    for step in range(steps):
        batch = draw.sample(points, min(batch_size, len(points)))
        errors = [weight * x + bias - y for x, y in batch]
        yield step, sum(0.5 * error**2 for error in errors) / len(batch), learning_rate  # the loss before the step
        weight -= learning_rate * sum(error * x for error, (x, _) in zip(errors, batch)) / len(batch)
        bias -= learning_rate * sum(errors) / len(batch)


def trace(name, rows):
    step, loss, rate = zip(*rows)
    columns = {"step": step, "trainLoss": loss, "learningRate": rate}  # any column of docs/TRACE.md; null where there is no value
    return {"format": "apo-trace/1", "runs": [{"run": name, "optimizer": "sgd", "columns": columns}]}


if __name__ == "__main__":
    json.dump(trace("plain Python", train(data())), sys.stdout)
