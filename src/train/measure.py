"""What a reader reaches: on statements of topics that it was not trained on, on contrasts, denials and on points judged by hand."""
import os
import random

import numpy as np
import torch
from scipy.stats import rankdata

from bank import clean, sentences, table

# the head reads so many statements of each kind
NEAREST = 2


def auc(values, positive):
    values, positive = np.asarray(values), np.asarray(positive, bool)
    n = positive.sum()
    if n in (0, len(positive)):
        return float('nan')
    return (rankdata(values)[positive].sum() - n * (n + 1) / 2) / (n * (len(positive) - n))


class Judge:
    """Reads sentences against the points of a question, as the product does."""

    def __init__(self, bank, reader, texts):
        self.bank, self.reader, self.texts, self.known = bank, reader, texts, {}

    def statements(self, question):
        if question not in self.known:
            points = [point for point, rows in self.bank.rows[question].items() if any(row.truth is not None for row in rows)]
            rows = [(points.index(point), row) for point in points for row in self.bank.rows[question][point] if row.truth is not None]
            name = self.bank.questions[question].text
            self.known[question] = points, rows, self.texts.read([(name, [row.text]) for _, row in rows])
        return self.known[question]

    def read(self, question, parts, hidden=None):
        """(points, near, read, both), the latter three (part, point, [makes, contradicts, neither]) probabilities."""
        points, rows, statements = self.statements(question)
        sentences_ = self.texts.read([(self.bank.questions[question].text, parts)], False)
        return points, *self.judge(sentences_, statements, rows, len(points), hidden)

    def judge(self, sentences_, statements, rows, count, hidden=None):
        reader = self.reader
        likeness = reader.likeness(sentences_, statements)
        n = len(likeness)
        visible = torch.ones(n, len(rows), dtype=torch.bool) if hidden is None else ~hidden
        ones = torch.nn.functional.one_hot(torch.tensor([p for p, _ in rows]), count).float()
        truth = torch.tensor([row.truth for _, row in rows])
        near = reader.near(likeness, visible.float(), ones * truth[:, None], ones * ~truth[:, None])
        pairs, groups = [], []
        for i in range(n):
            for p in range(count):
                for kind in (truth, ~truth):
                    places = ((ones[:, p] > 0) & kind & visible[i]).nonzero()[:, 0]
                    if len(places):
                        best = places[likeness[i, places].topk(min(NEAREST, len(places))).indices].tolist()
                        pairs += [(i, j) for j in best]
                        groups += [i * count + p] * len(best)
        pairs, groups = torch.tensor(pairs), torch.tensor(groups)
        read = reader.read(sentences_, statements, likeness, pairs, truth[pairs[:, 1]], groups, n * count).view(n, count, 3)
        return near.exp().numpy(), read.exp().numpy(), reader.both(near, read).exp().numpy()


NAMES = ('near', 'head', 'both')


def on_statements(judge, part, most=40, seed=3, questions=None):
    """Each statement as a sentence, itself and its twin hidden. Returns the share of right sides with likeness, head and both."""
    bank, found = judge.bank, []
    chosen = bank.of(part, True)
    for question in chosen[:questions]:
        points, rows, statements = judge.statements(question)
        asked = [i for i, (_, row) in enumerate(rows) if row.source == 'statement']
        asked = sorted(random.Random(seed).sample(asked, min(most, len(asked))))
        name = bank.questions[question].text
        sentences_ = judge.texts.read([(name, [rows[i][1].text]) for i in asked], False)
        hidden = torch.zeros(len(asked), len(rows), dtype=torch.bool)
        for n, i in enumerate(asked):
            for j, (p, row) in enumerate(rows):
                hidden[n, j] = j == i or (p == rows[i][0] and row.twin != '' and row.twin == rows[i][1].twin)
        results = judge.judge(sentences_, statements, rows, len(points), hidden)
        for n, i in enumerate(asked):
            for p in range(len(points)):
                found.append([2 if p != rows[i][0] else 0 if rows[i][1].truth else 1, *[v for result in results for v in result[n, p]]])
    found = np.array(found)
    own = found[found[:, 0] < 2]
    figures = {}
    for k, name in enumerate(NAMES):
        makes, contradicts = own[:, 1 + 3 * k], own[:, 2 + 3 * k]
        right = float(np.mean((makes > contradicts) == (own[:, 0] == 0)))
        said = auc(1 - found[:, 3 + 3 * k], found[:, 0] < 2)
        figures[name] = right
        print(f'  {part} {name}: {len(own)} statements, right side {right:.3f}, auc {auc(np.log(makes + 1e-9) - np.log(contradicts + 1e-9), own[:, 0] == 0):.3f}, '
              f'said or not {said:.3f}', flush=True)
    return figures


def on_sets(judge, folder, moved=None, full=True):
    """Contrasts, denials and judged points that are never trained on; folder holds contrast-dev.tsv and so on."""
    bank = judge.bank

    def read(question, text):
        return judge.read(question, sentences(text))

    contrasts = [row for row in table(os.path.join(folder, 'contrast-dev.tsv')) if row['question_id'] in bank.stated]
    denials = [row for row in table(os.path.join(folder, 'true-denials-dev.tsv')) if row['question_id'] in bank.stated]
    right = [read(row['question_id'], row['right'])[1:] for row in contrasts]
    wrong = [read(row['question_id'], row['wrong'])[1:] for row in contrasts]
    denied = [read(row['question_id'], row['answer'])[1:] for row in denials]
    trained = np.array([bank.part(row['question_id']) == 'train' for row in contrasts])
    for k, name in enumerate(NAMES):
        def net(result):
            return (result[k][:, :, 0].max(0) - result[k][:, :, 1].max(0)).sum()

        def accused(results):
            return np.array([result[k][:, :, 1].max() for result in results])

        better = np.array([net(a) - net(b) for a, b in zip(right, wrong)])
        r, w, d = accused(right), accused(wrong), accused(denied)
        text = ', '.join(f'at {t}: {(r > t).sum()} right {(w > t).sum()} wrong {(d > t).sum()} denials' for t in (0.5, 0.7, 0.9))
        print(f'  contrasts {name}: right above wrong {(better > 0).sum()} of {len(better)}, by .1 {(better > 0.1).sum()}, other topics '
              f'{(better > 0)[~trained].sum()} of {(~trained).sum()}; accused of {len(r)} + {len(d)} {text}', flush=True)
        if k == 2:
            kinds = {}
            for row, value in zip(contrasts, better):
                kinds.setdefault(row['kind'], []).append(value > 0)
            print('   ', {kind: f'{sum(v)}/{len(v)}' for kind, v in kinds.items()})
    if not full:
        return
    judged = []
    answers, seen = {}, {}
    for row in table(os.path.join(folder, 'answers-dev.tsv')):
        answers.setdefault(row['question_id'], []).append(row['answer'])
    for row in table(os.path.join(folder, 'findings-dev.tsv')):
        question, number = row['question_id'], int(row['answer'])
        if question not in bank.stated or number > len(answers[question]):
            continue
        if (question, number) not in seen:
            seen[question, number] = read(question, answers[question][number - 1])
        points, *results = seen[question, number]
        now = [point for point in (moved or {}).get((question, row['key_point']), [row['key_point']]) if point in points]
        if now:
            at = [points.index(point) for point in now]
            judged.append((row['judged'], *[v for result in results for v in (result[:, at, 0].max(), result[:, at, 1].max(), (result[:, at, 1] - result[:, at, 0]).max())]))
    kinds = np.array([row[0] for row in judged])
    for k, name in enumerate(NAMES):
        makes, contradicts, excess = (np.array([row[1 + 3 * k + i] for row in judged]) for i in range(3))
        one, two = np.isin(kinds, ('made', 'contradicted')), np.isin(kinds, ('made', 'not-said'))
        text = []
        for label, score in (('contradicts', contradicts), ('excess', excess)):
            order = np.argsort(-score, kind='stable')
            hits = np.cumsum(kinds[order] == 'contradicted')
            precision = hits / np.arange(1, len(order) + 1)
            text.append(label + ' ' + '/'.join(f'{hits[np.nonzero(precision >= p)[0][-1]] if (precision >= p).any() else 0}' for p in (0.9, 0.8, 0.7)))
        made = np.argsort(-makes, kind='stable')
        hits = np.cumsum(kinds[made] == 'made')
        precision = hits / np.arange(1, len(made) + 1)
        text.append('made at .92 ' + str(hits[np.nonzero(precision >= 0.92)[0][-1]] if (precision >= 0.92).any() else 0) + f' of {(kinds == "made").sum()}')
        print(f'  judged {name}: {len(kinds)} points, made against contradicted {auc((makes - contradicts)[one], kinds[one] == "made"):.3f}, '
              f'made against not said {auc(makes[two], kinds[two] == "made"):.3f}, contradicted against the rest {auc(contradicts, kinds == "contradicted"):.3f}; '
              f'of {(kinds == "contradicted").sum()} contradictions seen at precision .9/.8/.7: ' + ', '.join(text), flush=True)
