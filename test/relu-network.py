"""Trains an ordinary ReLU network on MNIST in numpy, quantizes it there, and writes it for somagen.

Usage: relu-network.py MNIST_FOLDER OUT. OUT gets net.json and net.safetensors; standard output is JSON: the error in floating
point and, by bits, that of the network in whole numbers of this script's own.
"""

import json
import struct
import sys

import numpy as np

HIDDEN = 64
EPOCHS = 5
BATCH = 100
TRAINED = 20000
CALIBRATION = 5000
BITS = (4, 8, 16)


def idx(folder, name):
    """Content of an IDX file of bytes, the first axis being the images."""
    data = open(f'{folder}/{name}', 'rb').read()
    axes = data[3]
    shape = struct.unpack(f'>{axes}I', data[4:4 + 4 * axes])
    return np.frombuffer(data, np.uint8, offset=4 + 4 * axes).reshape(shape[0], -1)


def trained(pixels, labels):
    """Weights and biases of both layers after steps with momentum against the cross-entropy."""
    random = np.random.RandomState(1)
    sizes = [pixels.shape[1], HIDDEN, 10]
    layers = [[random.randn(o, i).astype(np.float32) * np.float32((2 / i) ** 0.5), np.zeros(o, np.float32)]
              for i, o in zip(sizes, sizes[1:])]
    moves = [[np.zeros_like(part) for part in layer] for layer in layers]
    steps = len(pixels) // BATCH
    for step in range(EPOCHS * steps):
        if step % steps == 0:
            order = random.permutation(len(pixels))
        chosen = order[step % steps * BATCH:][:BATCH]
        x = pixels[chosen].astype(np.float32) / 255
        hidden = np.maximum(0, x @ layers[0][0].T + layers[0][1])
        z = hidden @ layers[1][0].T + layers[1][1]
        power = np.exp(z - z.max(1, keepdims=True))
        delta = power / power.sum(1, keepdims=True)
        delta[np.arange(len(chosen)), labels[chosen, 0]] -= 1
        delta /= len(chosen)
        back = delta @ layers[1][0] * (hidden > 0)
        rate = np.float32(0.1 * (1 - step / (EPOCHS * steps)))
        for layer, move, (d, value) in zip(layers, moves, [(back, x), (delta, hidden)]):
            for k, gradient in enumerate((d.T @ value, d.sum(0))):
                move[k] = np.float32(0.9) * move[k] + gradient
                layer[k] -= rate * move[k]
    return layers


def rounded(values):
    """Nearest whole numbers, halves away from zero."""
    return np.sign(values) * np.floor(np.abs(values) + 0.5)


def weight_unit(weights, limit):
    """Unit of weights by the least squares of 20 parts of the largest."""
    largest = np.abs(weights).max()
    units = [part / 20 * largest / limit for part in range(20, 0, -1)]
    return min(units, key=lambda unit: ((weights - unit * np.clip(rounded(weights / unit), -limit, limit)) ** 2).sum())


def whole_numbers(layers, pixels, largest, bits):
    """Outputs of the network in whole numbers: codes of b bits, the hidden layer's of `largest` at most."""
    limit = 2 ** (bits - 1) - 1
    fraction = 2 ** max(0, 16 - 2 * bits)
    codes, unit = np.floor((2 * pixels.astype(np.int64) * limit + 255) / 510), 1 / limit
    for k, (weights, bias) in enumerate(layers):
        weights = weights.astype(np.float64)
        scale = weight_unit(weights, limit)
        w = np.clip(rounded(weights / scale), -limit, limit)
        product = scale * unit
        sums = codes @ w.T * fraction + np.floor(bias.astype(np.float64) / (product / fraction) + 0.5)
        if k == 1:
            return sums
        unit = largest / limit
        codes = np.clip(np.floor(sums * (product / fraction) / unit + 0.5), 0, limit)


def save(out, layers):
    """The network as somagen takes it."""
    tensors = {f'fc{k + 1}.{name}': part for k, layer in enumerate(layers) for name, part in zip(('weight', 'bias'), layer)}
    header, at = {}, 0
    for name, values in tensors.items():
        header[name] = {'dtype': 'F32', 'shape': list(values.shape), 'data_offsets': [at, at + values.nbytes]}
        at += values.nbytes
    text = json.dumps(header).encode()
    with open(f'{out}/net.safetensors', 'wb') as file:
        file.write(struct.pack('<Q', len(text)) + text + b''.join(values.tobytes() for values in tensors.values()))
    dense = [{'kind': 'dense', 'name': f'fc{k + 1}', 'inputs': layer[0].shape[1], 'outputs': layer[0].shape[0],
              'activation': activation} for k, (layer, activation) in enumerate(zip(layers, ('relu', 'none')))]
    network = {'name': 'relu', 'input': {'channels': 1, 'height': 28, 'width': 28}, 'layers': [{'kind': 'flatten'}, *dense]}
    json.dump(network, open(f'{out}/net.json', 'w'))


folder, out = sys.argv[1:]
pixels, labels = idx(folder, 'train-images-idx3-ubyte'), idx(folder, 'train-labels-idx1-ubyte')
layers = trained(pixels[:TRAINED], labels[:TRAINED])
save(out, layers)
images, wanted = idx(folder, 't10k-images-idx3-ubyte'), idx(folder, 't10k-labels-idx1-ubyte')[:, 0]


def hidden_of(x):
    return np.maximum(0, x.astype(np.float32) / 255 @ layers[0][0].T + layers[0][1])


wrong = lambda z: float((z.argmax(1) != wanted).mean())
largest = float(hidden_of(pixels[np.arange(CALIBRATION) * len(pixels) // CALIBRATION]).max())
print(json.dumps({
    'float': wrong(hidden_of(images) @ layers[1][0].T + layers[1][1]),
    'largest': largest,
    'errors': {bits: wrong(whole_numbers(layers, images, largest, bits)) for bits in BITS},
}))
