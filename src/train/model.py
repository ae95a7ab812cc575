"""
The reader: MiniLM's upper layers trained further, a vector and a weight for each token, late interaction for how near a sentence is to a statement, and a
small head that says of a pair whether the sentence claims the same, the opposite or something else.
"""
import math

import numpy as np
import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnx import numpy_helper

LAYERS, WIDTH, HEADS = 6, 384, 12
QUERY, KEY, VALUE, ATTENDED, WIDER, NARROWER = (
    'attention.self.query', 'attention.self.key', 'attention.self.value', 'attention.output.dense', 'intermediate.dense', 'output.dense')
NORMS = ('attention.output.LayerNorm', 'output.LayerNorm')
# how sharply the nearest statements decide among those that the head reads
SHARPNESS = 20.0


class Reader(nn.Module):
    def __init__(self, file, low, dimensions=128, hidden=96):
        """file: the sentence model's graph; low: layers that stay as they are (their states come out of the product's own pass)."""
        super().__init__()
        self.low = low
        graph = onnx.load(file).graph
        tensors = {tensor.name: tensor for tensor in graph.initializer}
        products = {node.name: node.input[1] for node in graph.node if node.op_type == 'MatMul' and node.input[1] in tensors}

        def tensor(name):
            return torch.tensor(numpy_helper.to_array(tensors[name]).copy()).float()

        for name in ('word_embeddings.weight', 'position_embeddings.weight', 'token_type_embeddings.weight', 'LayerNorm.weight', 'LayerNorm.bias'):
            self.register_buffer('embed_' + name.replace('.', '_'), tensor('embeddings.' + name))
        self.weights = nn.ParameterDict()
        for layer in range(LAYERS):
            for name in (QUERY, KEY, VALUE, ATTENDED, WIDER, NARROWER):
                weight = tensor(products[f'/encoder/layer.{layer}/' + name.replace('.', '/') + '/MatMul']).T.contiguous()
                self._keep(layer, name, weight, tensor(f'encoder.layer.{layer}.{name}.bias'))
            for name in NORMS:
                self._keep(layer, name, tensor(f'encoder.layer.{layer}.{name}.weight'), tensor(f'encoder.layer.{layer}.{name}.bias'))
        self.project = nn.Linear(WIDTH, dimensions, bias=False)
        nn.init.orthogonal_(self.project.weight)
        self.weigh = nn.Linear(WIDTH, 1)
        nn.init.zeros_(self.weigh.weight)
        nn.init.zeros_(self.weigh.bias)
        self.scale = nn.Parameter(torch.tensor(3.0))
        self.recall = nn.Parameter(torch.tensor(0.5))
        self.unsaid = nn.Parameter(torch.tensor(0.55))
        self.head = Head(dimensions, hidden)
        self.mix = nn.Parameter(torch.tensor([0.5, 0.7]))
        self.bias = nn.Parameter(torch.zeros(3))

    def _keep(self, layer, name, weight, bias):
        for kind, value in (('weight', weight), ('bias', bias)):
            key = f'{layer}_{name}_{kind}'.replace('.', '_')
            if layer < self.low:
                self.register_buffer('fixed_' + key, value)
            else:
                self.weights[key] = nn.Parameter(value)

    def _of(self, layer, name):
        keys = [f'{layer}_{name}_{kind}'.replace('.', '_') for kind in ('weight', 'bias')]
        return [getattr(self, 'fixed_' + key) if layer < self.low else self.weights[key] for key in keys]

    def layer(self, x, layer, mask, dropout):
        rows, length = x.shape[:2]

        def linear(value, name):
            return F.linear(value, *self._of(layer, name))

        def norm(value, name):
            return F.layer_norm(value.float(), (WIDTH,), *self._of(layer, name), 1e-12)

        query, key, value = (linear(x, name).view(rows, length, HEADS, WIDTH // HEADS).transpose(1, 2) for name in (QUERY, KEY, VALUE))
        attention = F.softmax((query @ key.transpose(-1, -2)).float() / math.sqrt(WIDTH // HEADS) + mask, -1).to(value.dtype)
        x = norm(x + linear((attention @ value).transpose(1, 2).reshape(rows, length, WIDTH), ATTENDED), NORMS[0])
        return norm(x + F.dropout(linear(F.gelu(linear(x, WIDER)), NARROWER), dropout, dropout > 0), NORMS[1])

    def lower(self, ids, mask):
        """The states after the layers that stay as they are."""
        with torch.no_grad(), torch.autocast('cpu', torch.bfloat16):
            x = F.embedding(ids, self.embed_word_embeddings_weight) + self.embed_position_embeddings_weight[:ids.shape[1]][None]
            x = F.layer_norm(
                x + self.embed_token_type_embeddings_weight[0], (WIDTH,), self.embed_LayerNorm_weight, self.embed_LayerNorm_bias, 1e-12)
            for layer in range(self.low):
                x = self.layer(x, layer, (1 - mask[:, None, None, :]) * -1e4, 0.0)
        return x.float()

    def upper(self, x, mask):
        """A vector and a weight for each token."""
        with torch.autocast('cpu', torch.bfloat16):
            for layer in range(self.low, LAYERS):
                x = self.layer(x, layer, (1 - mask[:, None, None, :]) * -1e4, 0.1 if self.training else 0.0)
            vectors, weights = self.project(x), self.weigh(x)
        return F.normalize(vectors.float(), dim=2), weights.float().squeeze(-1)

    def likeness(self, sentences, statements):
        """How near each sentence is to each statement; both are (vectors, weights, mask)."""
        (a, aw, am), (b, bw, bm) = sentences, statements
        cosines = (a.reshape(-1, a.shape[2]) @ b.reshape(-1, b.shape[2]).T).view(a.shape[0], a.shape[1], b.shape[0], b.shape[1])
        cosines = cosines + (bm - 1)[None, None] * 4 + (am - 1)[:, :, None, None] * 4
        aw, bw = F.softmax(aw + (am - 1) * 1e4, 1), F.softmax(bw + (bm - 1) * 1e4, 1)
        found = (cosines.max(1).values * bw[None]).sum(2)
        used = (cosines.max(3).values * aw[:, :, None]).sum(1)
        share = torch.sigmoid(self.recall)
        return share * found + (1 - share) * used

    def near(self, likeness, visible, true, false):
        """(sentence, point, [makes, contradicts, neither]) log probabilities from likeness alone; true and false: (statement, point) one-hot."""
        evidence = torch.exp((torch.exp(self.scale) * (likeness - self.unsaid)).clamp(max=30)) * visible
        return F.log_softmax(torch.log(torch.stack([evidence @ true, evidence @ false, torch.ones(len(likeness), true.shape[1])], 2) + 1e-9), 2)

    def pair(self, sentences, statements, i, j):
        """The head's logits for pairs of a sentence and a statement."""
        la, lb = int(sentences[2][i].sum(1).max()), int(statements[2][j].sum(1).max())
        return self.head(sentences[0][i, :la], sentences[2][i, :la], statements[0][j, :lb], statements[2][j, :lb])

    def read(self, sentences, statements, likeness, pairs, truth, groups, count):
        """(group, 3) log probabilities from the head; pairs: (sentence, statement) places, truth of the statement and the group of each pair."""
        i, j = pairs[:, 0], pairs[:, 1]
        same, opposite, other = F.log_softmax(self.pair(sentences, statements, i, j), 1).unbind(1)
        read = torch.stack([torch.where(truth, same, opposite), torch.where(truth, opposite, same), other], 1)
        nearness = SHARPNESS * likeness.detach()[i, j]
        top = torch.full((count,), -1e9).scatter_reduce(0, groups, nearness, 'amax')
        share = torch.exp(nearness - top[groups])
        share = share / torch.zeros(count).index_add(0, groups, share)[groups]
        return torch.log(torch.zeros(count, 3).index_add(0, groups, torch.exp(read) * share[:, None]).clamp(1e-6))

    def both(self, near, read):
        return F.log_softmax(self.mix[0] * near + self.mix[1] * read + self.bias, -1)


class Head(nn.Module):
    """Each token with its aligned partners of the other text (difference, product, the partner's place), one transformer layer, three logits."""

    def __init__(self, dimensions, width, places=80):
        super().__init__()
        self.width = width
        self.enter = nn.Linear(dimensions, width)
        self.align = nn.Linear(dimensions, 64)
        self.sharp = nn.Parameter(torch.tensor(12.0))
        self.meet = nn.Linear(7 * width, width)
        self.side = nn.Parameter(torch.randn(2, width) * 0.02)
        self.place = nn.Parameter(torch.randn(places, width) * 0.02)
        self.partner = nn.Linear(width, width)
        self.attend = nn.Linear(width, 3 * width)
        self.attended = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width)
        self.wide = nn.Linear(width, 2 * width)
        self.narrow = nn.Linear(2 * width, width)
        self.norm2 = nn.LayerNorm(width)
        self.gather = nn.Linear(4 * width, width)
        self.out = nn.Linear(width, 3)

    def forward(self, a, am, b, bm):
        with torch.autocast('cpu', torch.bfloat16):
            cosines = a @ b.transpose(1, 2)
            # unit vectors made as large as the layers expect
            a, b = a * 11.3, b * 11.3
            x, y = self.enter(a), self.enter(b)
            learned = torch.tanh(self.align(a)) @ torch.tanh(self.align(b)).transpose(1, 2)

            def shares(values, mask):
                return F.softmax(values.float() + (mask[:, None] - 1) * 1e4, 2)

            def met(own, other, learned, cosines, mask, side):
                first, second = shares(learned, mask), shares(self.sharp * cosines, mask)
                one, two = first @ other, second @ other
                joined = self.meet(torch.cat([own, one, own - one, own * one, two, own - two, own * two], 2))
                return F.gelu(joined) + self.side[side] + self.place[:own.shape[1]] + self.partner(second @ self.place[:other.shape[1]])

            joined = torch.cat([
                met(x, y, learned, cosines, bm, 0),
                met(y, x, learned.transpose(1, 2), cosines.transpose(1, 2), am, 1)], 1)
            joined = self.block(joined, torch.cat([am, bm], 1))
            parts = []
            for part, mask in ((joined[:, :a.shape[1]], am), (joined[:, a.shape[1]:], bm)):
                mask = mask[:, :, None]
                parts += [(part * mask).sum(1) / mask.sum(1), (part + (mask - 1) * 1e4).max(1).values]
            gathered = F.gelu(self.gather(F.dropout(torch.cat(parts, 1), 0.15, self.training)))
            return self.out(gathered).float()

    def block(self, x, mask):
        rows, length = x.shape[:2]
        query, key, value = self.attend(x).view(rows, length, 3, 4, self.width // 4).permute(2, 0, 3, 1, 4).unbind(0)
        attention = F.softmax((query @ key.transpose(-1, -2)).float() / math.sqrt(self.width // 4) + (mask[:, None, None] - 1) * 1e4, -1)
        x = self.norm1((x + self.attended((attention.to(value.dtype) @ value).transpose(1, 2).reshape(rows, length, self.width))).float())
        return self.norm2((x + F.dropout(self.narrow(F.gelu(self.wide(x))), 0.1, self.training)).float())


class Texts:
    """Texts after their question as token rows, with the states of the lower layers kept in half precision."""

    QUESTION, SENTENCE, LONGEST = 96, 64, 254

    def __init__(self, reader, pieces):
        self.reader, self.pieces, self.kept, self.cut = reader, pieces, {}, {}

    def ids(self, text):
        if text not in self.cut:
            self.cut[text] = self.pieces.ids(text)
        return self.cut[text]

    def row(self, question, parts):
        """[CLS], the question, the parts, [SEP]; where the text begins, and where its parts stand in it."""
        row, spans = [101] + self.ids(question)[:self.QUESTION], []
        first = len(row)
        for part in parts:
            piece = self.ids(part)[:self.SENTENCE][:self.LONGEST - len(row)] or [1012]
            spans.append((len(row) - first, len(piece)))
            row += piece
        return tuple(row + [102]), first, spans

    def read(self, texts, keep=True):
        """(vectors, weights, mask) of all parts of some texts, each (question, [part, ...]). The upper layers see the text and [SEP], no longer the question."""
        rows = [self.row(*text) for text in texts]
        states = self._states([(row, first) for row, first, _ in rows], [keep and len(spans) == 1 for _, _, spans in rows])
        order = sorted(range(len(rows)), key=lambda i: len(states[i]))
        longest = max(length for _, _, spans in rows for _, length in spans)
        vectors, weights, masks, places = [], [], [], []
        size = max(16, -(-len(rows) // 3))
        for start in range(0, len(order), size):
            some = order[start:start + size]
            width = max(len(states[i]) for i in some)
            x, mask = torch.zeros(len(some), width, WIDTH), torch.zeros(len(some), width)
            for n, i in enumerate(some):
                x[n, :len(states[i])] = states[i]
                mask[n, :len(states[i])] = 1
            v, w = self.reader.upper(x, mask)
            index, inside = [], []
            for n, i in enumerate(some):
                for k, (begin, length) in enumerate(rows[i][2]):
                    index.append([n * width + begin + t if t < length else 0 for t in range(longest)])
                    inside.append([1.0] * length + [0.0] * (longest - length))
                    places.append((i, k))
            index = torch.tensor(index)
            vectors.append(v.reshape(-1, v.shape[2])[index])
            weights.append(w.reshape(-1)[index])
            masks.append(torch.tensor(inside))
        back = torch.tensor(sorted(range(len(places)), key=places.__getitem__))
        return torch.cat(vectors)[back], torch.cat(weights)[back], torch.cat(masks)[back]

    def _states(self, rows, keep):
        new = sorted({row for row in rows if row not in self.kept}, key=lambda row: (len(row[0]), row))
        passing, lasting = {}, {row for row, kept in zip(rows, keep) if kept}
        for start in range(0, len(new), 64):
            some = new[start:start + 64]
            ids, mask = np.zeros((len(some), len(some[-1][0])), 'int64'), np.zeros((len(some), len(some[-1][0])), 'float32')
            for n, (row, _) in enumerate(some):
                ids[n, :len(row)], mask[n, :len(row)] = row, 1
            states = self.reader.lower(torch.from_numpy(ids), torch.from_numpy(mask)).half()
            for n, (row, first) in enumerate(some):
                (self.kept if (row, first) in lasting else passing)[row, first] = states[n, first:len(row)].clone()
        return [self.kept[row] if row in self.kept else passing[row] for row in rows]
