"""The lumped noisy evaluator in numpy, for comparison: integers held in floating point, one matrix product a layer.

Reads a line of JSON from standard input: {"input", "layers", "images", "bits", "batch", "sigma", "repeats"}; pixels and weights are random,
which costs what trained ones cost. With --about, says what numpy this is. Writes {"exact", "noisy"} in images per CPU-second, the best of the repeats.
"""

import json
import sys
import time

import numpy as np


def shifted(values, kernel):
    """The values of every tap of a kernel, each [images, height, width, channels]."""
    height, width = values.shape[1] - kernel + 1, values.shape[2] - kernel + 1
    return [values[:, y : y + height, x : x + width] for y in range(kernel) for x in range(kernel)]


def noise_of(squares, outputs, sigma, generator):
    """The noise of all synapses of an output in one number, from the sums of the squared inputs."""
    shape = squares.shape + (outputs,)
    return np.rint((sigma * np.sqrt(squares))[..., None] * generator.standard_normal(shape, dtype=squares.dtype))


def convolution(values, weights, kernel, padding, sigma, generator):
    frame = ((0, 0), (padding, padding), (padding, padding), (0, 0))
    padded = np.pad(values, frame) if padding else values
    out = np.concatenate(shifted(padded, kernel), axis=3) @ weights
    if sigma > 0:
        energy = np.einsum("nyxc,nyxc->nyx", padded, padded)[..., None]
        squares = sum(shifted(energy, kernel))[..., 0]
        out += noise_of(squares, weights.shape[1], sigma, generator)
    return out


def dense(values, weights, sigma, generator):
    out = values @ weights
    if sigma > 0:
        out += noise_of(np.einsum("nk,nk->n", values, values), weights.shape[1], sigma, generator)
    return out


def max_pool(values, size):
    height, width = values.shape[1] // size, values.shape[2] // size
    taps = [values[:, y : y + size * height : size, x : x + size * width : size] for y in range(size) for x in range(size)]
    return np.maximum.reduce(taps)


def forward(task, weights, values, sigma, generator):
    """[images, height, width, channels] to classes; the maximum comes before the activation, which does not fall."""
    limit = 2 ** (task["bits"] - 1) - 1
    layers = task["layers"]
    for k, (layer, weight) in enumerate(zip(layers, weights)):
        if layer["kind"] in ("max-pool", "flatten"):
            continue
        if layer["kind"] == "convolution":
            values = convolution(values, weight, layer["kernel"], layer["padding"], sigma, generator)
            if layers[k + 1]["kind"] == "max-pool":
                values = max_pool(values, layers[k + 1]["size"])
        else:
            values = dense(values.reshape(len(values), -1), weight, sigma, generator)
        if layer["activation"] == "tanh":
            values = np.floor(limit * np.tanh(values * values.dtype.type(1 / (limit * limit))) + 0.5)
    return values.argmax(axis=1)


def about():
    """Version of numpy, and whether its matrix products are OpenBLAS's."""
    with open("/proc/self/maps", encoding="ascii") as maps:
        blas = "OpenBLAS" if "openblas" in maps.read() else "another BLAS"
    return f"numpy {np.__version__}, {blas}"


def main():
    if sys.argv[1:] == ["--about"]:
        print(about())
        return
    task = json.load(sys.stdin)
    generator = np.random.default_rng(1)
    # Sums of 8-bit codes are exact in single precision, of 16-bit codes in double.
    kind = np.float32 if task["bits"] <= 8 else np.float64
    limit = 2 ** (task["bits"] - 1) - 1
    shape = (task["images"], task["input"]["height"], task["input"]["width"], task["input"]["channels"])
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
            for first in range(0, task["images"], task["batch"]):
                forward(task, weights, pixels[first : first + task["batch"]], sigma, generator)
            best = min(best, time.process_time() - start)
        result[name] = task["images"] / best
    json.dump(result, sys.stdout)


main()
