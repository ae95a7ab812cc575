#!/usr/bin/python3
"""Writes a trained reader as ONNX graphs (weights in half precision, cast when they load), its constants and some inputs with their outputs."""
import argparse
import hashlib
import json
import os

import numpy as np
import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnx import TensorProto, helper, numpy_helper

from model import LAYERS, SHARPNESS, WIDTH, Reader, Texts
from sentencemodel import unpacked
from wordpieces import WordPieces

VERSION = 'reader-2'


class Encoder(nn.Module):
    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def forward(self, hidden):
        x = hidden
        for layer in range(self.reader.low, LAYERS):
            x = self.reader.layer(x, layer, torch.zeros(1, 1, 1, 1), 0.0)
        return F.normalize(self.reader.project(x), dim=2), torch.exp(self.reader.weigh(x).squeeze(-1))


class Near(nn.Module):
    def __init__(self, reader):
        super().__init__()
        self.share = nn.Parameter(torch.sigmoid(reader.recall.detach()))

    def forward(self, answer, answer_weights, inside, statements, statement_weights):
        flat = statements.reshape(-1, statements.shape[2])
        cosines = (answer @ flat.transpose(0, 1)).view(answer.shape[0], statements.shape[0], statements.shape[1])
        padded = torch.where(statement_weights > 0, torch.zeros_like(statement_weights), torch.full_like(statement_weights, -4.0))
        weights = inside * answer_weights
        used = (weights / weights.sum(1, keepdim=True)) @ (cosines + padded).max(2).values
        found = (cosines[None] + (inside - 1)[:, :, None, None] * 4).max(1).values
        found = (found * (statement_weights / statement_weights.sum(1, keepdim=True))[None]).sum(2)
        return self.share * found + (1 - self.share) * used


class PairHead(nn.Module):
    def __init__(self, reader):
        super().__init__()
        self.head = reader.head

    def forward(self, sentence, sentence_mask, statement, statement_mask):
        return F.log_softmax(self.head(sentence, sentence_mask, statement, statement_mask), 1)


def halved(source, target):
    graph = onnx.load(source)
    kept, casts = [], []
    for tensor in graph.graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.dtype == np.float32 and values.size > 1000:
            kept.append(numpy_helper.from_array(values.astype(np.float16), tensor.name + '_half'))
            casts.append(helper.make_node('Cast', [tensor.name + '_half'], [tensor.name], to=TensorProto.FLOAT))
        else:
            kept.append(tensor)
    nodes = casts + list(graph.graph.node)
    del graph.graph.initializer[:], graph.graph.node[:]
    graph.graph.initializer.extend(kept)
    graph.graph.node.extend(nodes)
    onnx.checker.check_model(graph)
    onnx.save(graph, target)
    os.remove(source)


def write(module, inputs, names, outputs, axes, target):
    temporary = target + '.tmp'
    torch.onnx.export(module.eval(), inputs, temporary, input_names=names, output_names=outputs, opset_version=14, dynamic_axes=axes)
    halved(temporary, target)


def export(reader, texts, folder, example):
    """example: (question, [sentence, ...], [(statement, truth), ...])"""
    os.makedirs(folder, exist_ok=True)
    reader.eval()
    # bfloat16 is only for training
    before, torch.autocast = torch.autocast, _plain
    try:
        _export(reader, texts, folder, example)
    finally:
        torch.autocast = before


def _export(reader, texts, folder, example):
    # the weights as they are shipped
    with torch.no_grad():
        for value in reader.parameters():
            if value.numel() > 1000:
                value.copy_(value.half().float())
    d = reader.project.out_features
    at = lambda name: os.path.join(folder, name)
    with torch.no_grad():
        write(Encoder(reader), (torch.randn(1, 9, WIDTH),), ['hidden'], ['vectors', 'weights'],
              {'hidden': {1: 'tokens'}, 'vectors': {1: 'tokens'}, 'weights': {1: 'tokens'}}, at('reader-encoder.onnx'))
        unit = lambda *shape: F.normalize(torch.randn(*shape), dim=-1)
        write(Near(reader), (unit(7, d), torch.rand(7), (torch.rand(2, 7) > 0.3).float(), unit(5, 6, d), torch.rand(5, 6)),
              ['answer', 'answer_weights', 'inside', 'statements', 'statement_weights'], ['likeness'],
              {'answer': {0: 'tokens'}, 'answer_weights': {0: 'tokens'}, 'inside': {0: 'sentences', 1: 'tokens'}, 'statements': {0: 'rows', 1: 'length'},
               'statement_weights': {0: 'rows', 1: 'length'}, 'likeness': {0: 'sentences', 1: 'rows'}}, at('reader-near.onnx'))
        write(PairHead(reader), (unit(3, 7, d), torch.ones(3, 7), unit(3, 8, d), torch.ones(3, 8)),
              ['sentence', 'sentence_mask', 'statement', 'statement_mask'], ['log_probabilities'],
              {'sentence': {0: 'pairs', 1: 'a'}, 'sentence_mask': {0: 'pairs', 1: 'a'}, 'statement': {0: 'pairs', 1: 'b'}, 'statement_mask': {0: 'pairs', 1: 'b'},
               'log_probabilities': {0: 'pairs'}}, at('reader-pair.onnx'))
    files = {name: hashlib.sha256(open(at(name), 'rb').read()).hexdigest() for name in ('reader-encoder.onnx', 'reader-near.onnx', 'reader-pair.onnx')}
    constants = dict(
        version=VERSION, dimensions=d, layer=reader.low, sha256=files, question_pieces=Texts.QUESTION, sentence_pieces=Texts.SENTENCE,
        scale=float(torch.exp(reader.scale)), unsaid=float(reader.unsaid), sharpness=SHARPNESS, nearest=2,
        mix=reader.mix.tolist(), bias=reader.bias.tolist())
    json.dump(constants, open(at('reader.json'), 'w'), indent=1)
    check(reader, texts, at('check.json'), *example)


def check(reader, texts, file, question, parts, statements):
    """Every step for one small question, in full precision; vectors by their first eight numbers."""
    texts.kept.clear()
    with torch.no_grad():
        told = texts.read([(question, [text]) for text, _ in statements], False)
        said = texts.read([(question, parts)], False)
        likeness = reader.likeness(said, told)
        truth = torch.tensor([true for _, true in statements])
        near = reader.near(likeness, torch.ones_like(likeness), truth.float()[:, None], (~truth).float()[:, None])[:, 0]
        pairs, groups = [], []
        for i in range(len(parts)):
            for kind in (truth, ~truth):
                places = kind.nonzero()[:, 0]
                for j in places[likeness[i, places].topk(min(2, len(places))).indices].tolist():
                    pairs.append((i, j))
                    groups.append(i)
        pairs, groups = torch.tensor(pairs), torch.tensor(groups)
        head = F.log_softmax(reader.head(said[0][pairs[:, 0]], said[2][pairs[:, 0]], told[0][pairs[:, 1]], told[2][pairs[:, 1]]), 1)
        read = reader.read(said, told, likeness, pairs, truth[pairs[:, 1]], groups, len(parts))
        both = reader.both(near, read)
    some = lambda read_: [[[round(v, 5) for v in token[:8].tolist()] for token in row[:int(mask.sum())]] for row, mask in zip(read_[0], read_[2])]
    weights = lambda read_: [[round(v, 5) for v in torch.exp(row[:int(mask.sum())]).tolist()] for row, mask in zip(read_[1], read_[2])]
    nice = lambda tensor: [[round(v, 5) for v in row] for row in tensor.tolist()]
    json.dump(dict(
        question=question, sentences=parts, statements=[dict(text=text, truth=true) for text, true in statements],
        answer_row=list(texts.row(question, parts)[0]), first=texts.row(question, parts)[1], spans=texts.row(question, parts)[2],
        statement_rows=[list(texts.row(question, [text])[0]) for text, _ in statements],
        sentence_vectors_first_8=some(said), sentence_weights=weights(said), statement_vectors_first_8=some(told), statement_weights=weights(told),
        likeness=nice(likeness), pairs=pairs.tolist(), pair_log_probabilities=nice(head),
        near_log_probabilities=nice(near), head_log_probabilities=nice(read), log_probabilities=nice(both), tolerance=0.002), open(file, 'w'), indent=1)


class _plain:
    def __init__(self, *_, **__):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return False


EXAMPLE = (
    'How does a tuple differ from a list?',
    ['A list can be changed in place.', 'Once it is made, a tuple stays as it is.'],
    [('tuples are immutable', True), ('you cannot assign to an item of a tuple', True), ('a tuple never changes after it was created, unlike a list', True),
     ('tuples are mutable', False), ('you can assign to an item of a tuple', False), ('a list never changes after it was created, unlike a tuple', False)])


if __name__ == '__main__':
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument('weights', help='reader.pt of train.py')
    options.add_argument('--model')
    options.add_argument('--low', type=int, default=3)
    options.add_argument('--out', default='target/reader')
    given = options.parse_args()
    torch.set_num_threads(1)
    graph, tokenizer = unpacked(given.model, os.path.join(given.out, 'model'))
    trained = Reader(graph, given.low)
    trained.load_state_dict(torch.load(given.weights))
    export(trained, Texts(trained, WordPieces(tokenizer)), given.out, EXAMPLE)
