"""The lumped noisy evaluator in numpy, for comparison: integers held in floating point, one matrix product a layer.

Reads a line of JSON from standard input: {"input", "layers", "images", "bits", "sigma", "repeats"}; pixels and weights are random,
which costs what trained ones cost. Writes {"exact", "noisy"} in images per CPU-second, the best of the repeats.
"""

import json
import sys
import time

import numpy as np


def windows(values, kernel, padding):
    """[images, channels, height, width] as [images, height, width, channels * kernel * kernel]."""
    padded = np.pad(values, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    view = np.lib.stride_tricks.sliding_window_view(padded, (kernel, kernel), axis=(2, 3))
    images, channels, height, width = view.shape[:4]
    return view.transpose(0, 2, 3, 1, 4, 5).reshape(images, height, width, channels * kernel * kernel)


def sums(inputs, weights, sigma, generator):
    """Products and, for sigma above 0, the noise of all synapses of an output in one number."""
    out = inputs @ weights
    if sigma > 0:
        deviation = sigma * np.sqrt(np.einsum("...k,...k->...", inputs, inputs))
        out += np.rint(deviation[..., None] * generator.standard_normal(out.shape, dtype=out.dtype))
    return out


def forward(task, weights, values, sigma, generator):
    limit = 2 ** (task["bits"] - 1) - 1
    for layer, weight in zip(task["layers"], weights):
        kind = layer["kind"]
        if kind == "flatten":
            continue
        if kind == "max-pool":
            size = layer["size"]
            images, channels, height, width = values.shape
            values = values[:, :, : height // size * size, : width // size * size]
            values = values.reshape(images, channels, height // size, size, width // size, size).max(axis=(3, 5))
            continue
        if kind == "convolution":
            out = sums(windows(values, layer["kernel"], layer["padding"]), weight, sigma, generator)
            out = out.transpose(0, 3, 1, 2)
        else:
            out = sums(values.reshape(len(values), -1), weight, sigma, generator)
        if layer["activation"] == "tanh":
            out = np.floor(limit * np.tanh(out * (1 / (limit * limit))) + 0.5)
        values = np.ascontiguousarray(out)
    return values.argmax(axis=1)


def main():
    task = json.load(sys.stdin)
    generator = np.random.default_rng(1)
    # Sums of 8-bit codes are exact in single precision, of 16-bit codes in double.
    kind = np.float32 if task["bits"] <= 8 else np.float64
    limit = 2 ** (task["bits"] - 1) - 1
    shape = (task["images"], task["input"]["channels"], task["input"]["height"], task["input"]["width"])
    pixels = np.rint(generator.random(shape) * limit).astype(kind)
    weights = []
    for layer in task["layers"]:
        inputs = layer.get("inputs", 0) * layer.get("kernel", 1) ** 2
        outputs = layer.get("outputs", 0)
        weights.append(np.rint(generator.uniform(-limit, limit, (inputs, outputs)) / 4).astype(kind))
    result = {}
    for name, sigma in (("exact", 0.0), ("noisy", task["sigma"])):
        best = float("inf")
        for _ in range(task["repeats"]):
            start = time.process_time()
            for first in range(0, task["images"], 250):
                forward(task, weights, pixels[first : first + 250], sigma, generator)
            best = min(best, time.process_time() - start)
        result[name] = task["images"] / best
    json.dump(result, sys.stdout)


main()
