"""One training step, and the words that candidates vary."""
import torch
import torch.nn.functional as F

FILLERS = ['i think ', 'so ', 'basically ', 'well, ', 'in python ', 'i would say ', 'as far as i know ', 'in short, ', 'imo ']
VARIANTS = [
    ("n't", ' not'), ("n't", 'nt'), ("'s", ' is'), (' cannot ', " can't "), (' is ', "'s "), (' and ', ' & '), (' do not ', " don't "),
    (' does not ', ' doesnt '), (' are not ', " aren't "), (' while ', ' whereas '), (' whereas ', ' but '), (' but ', ' while '),
    (' because ', ' since '), (' only ', ' just '), (' you ', ' we '), (' you ', ' one '), (' I ', ' we '), (' a ', ' '), (' the ', ' '),
    (' the ', ' that '), (' a ', ' one ')]


def varied(text, rng):
    """The text with small changes that leave its claim as it is."""
    if rng.random() < 0.5:
        text = text.replace('`', '')
    for _ in range(rng.choice((0, 1, 1, 2, 3))):
        before, after = rng.choice(VARIANTS)
        text = text.replace(before, after, 1)
    if rng.random() < 0.15:
        text = rng.choice(FILLERS) + text
    if rng.random() < 0.1:
        words = text.split()
        at = rng.randrange(len(words))
        if len(words[at]) > 4 and words[at].isalpha():
            k = rng.randrange(1, len(words[at]) - 2)
            words[at] = words[at][:k] + words[at][k + 1] + words[at][k] + words[at][k + 2:]
            text = ' '.join(words)
    return text


class Trainer:
    def __init__(self, bank, reader, texts, rng, most=64, hide=0.65, read=24, alone=72):
        self.bank, self.reader, self.texts, self.rng = bank, reader, texts, rng
        self.most, self.hide, self.heads, self.alone = most, hide, read, alone
        self.versions = {}

    def _version(self, text):
        key = (text, self.rng.randrange(2))
        if key not in self.versions:
            self.versions[key] = text if key[1] == 0 else varied(text, self.rng)
        return self.versions[key]

    def _choose(self, question):
        """Some points of a question with their statements, and the sentences that are read against them."""
        points = list(self.bank.rows[question])
        self.rng.shuffle(points)
        support, asked = [], []
        count = 0
        for point in points:
            rows = self.bank.rows[question][point]
            told = [row for row in rows if row.source == 'statement']
            rest = [row for row in rows if row.source != 'statement' and row.truth is not None]
            if told and len(rest) > 6:
                rest = self.rng.sample(rest, 6)
            if support and len(support) + len(told) + len(rest) > self.most:
                break
            chosen = told + rest
            support += [(count, row) for row in chosen]
            own = [(count, row) for row in (self.rng.sample(told, max(8, int(len(told) * 0.8))) if len(told) > 8 else told)]
            own += [(count, row) for row in self.rng.sample(rest, min(len(rest), 2 if told else 5))]
            neighbours = [row for row in rows if row.truth is None]
            own += [(count, row) for row in self.rng.sample(neighbours, min(2, len(neighbours)))]
            asked += own
            count += 1
        return support, asked, count

    def losses(self, question):
        support, asked, count = self._choose(question)
        name = self.bank.questions[question].text
        rng, reader = self.rng, self.reader
        rng.shuffle(asked)
        answers, at = [], 0
        while at < len(asked):
            some = asked[at:at + rng.choice((1, 1, 1, 1, 1, 1, 2, 3))]
            at += len(some)
            ends = '.' if len(some) > 1 and rng.random() < 0.7 else ''
            answers.append((name, [self._version(row.text) + ends for _, row in some]))
        statements = self.texts.read([(name, [row.text]) for _, row in support])
        sentences = self.texts.read(answers)
        likeness = reader.likeness(sentences, statements)
        return self._losses(support, asked, count, sentences, statements, likeness)

    def _losses(self, support, asked, count, sentences, statements, likeness):
        rng, reader = self.rng, self.reader
        n = len(asked)
        own = torch.tensor([point for point, _ in asked])
        label = torch.tensor([2 if row.truth is None else 0 if row.truth else 1 for _, row in asked])
        point = torch.tensor([p for p, _ in support])
        truth = torch.tensor([row.truth for _, row in support])
        # a sentence meets either itself and its twin or neither, and a part of the rest
        visible = torch.rand(n, len(support)) > 0.2
        for i, (p, row) in enumerate(asked):
            shown = bool(row.twin) and rng.random() > self.hide
            for j, (q, other) in enumerate(support):
                if q == p and (other is row or (row.twin and other.twin == row.twin)):
                    visible[i, j] = shown
        ones = F.one_hot(point, count).float()
        true, false = ones * truth[:, None], ones * ~truth[:, None]
        near = reader.near(likeness, visible.float(), true, false)
        every = torch.arange(n)
        mine = near[every, own]
        both = ((visible.float() @ true)[every, own] > 0) & ((visible.float() @ false)[every, own] > 0)
        claim = label < 2
        weight = torch.tensor([1.0 if row.source == 'statement' else 0.4 for _, row in asked]) * torch.where(both, 1.0, 0.2)

        def mean(values, weights):
            return (values * weights).sum() / weights.sum().clamp(min=1)

        said = mean(F.nll_loss(mine, label.clamp(max=1), reduction='none'), weight * claim)
        elsewhere = torch.ones(n, count)
        elsewhere[every, own] = 0
        unsaid = mean(-near[:, :, 2], elsewhere * claim[:, None]) * 0.7
        side = mean(F.cross_entropy(mine[:, :2], label.clamp(max=1), reduction='none'), weight * claim * both)
        # what is true of the question contradicts no point
        harmless = mean(-torch.log1p(-mine[:, 1].exp().clamp(max=0.999)), weight * ~claim)
        with torch.no_grad():
            seen = torch.where(visible, likeness, torch.full_like(likeness, -9.0))
            pairs, groups, which = [], [], []
            for i in rng.sample(range(n), min(n, self.heads)):
                points = [own[i].item()]
                if rng.random() < 0.4 and count > 1:
                    rest = near[i, :, 2].clone()
                    rest[own[i]] = 9
                    points.append(rest.argmin().item())
                for p in points:
                    found = []
                    for side_of in (true, false):
                        places = ((side_of[:, p] > 0) & visible[i]).nonzero()[:, 0]
                        found += places[seen[i, places].topk(min(2, len(places))).indices].tolist() if len(places) else []
                    if found:
                        pairs += [(i, j) for j in found]
                        groups += [len(which)] * len(found)
                        which.append((i, p))
        if not which:
            return said + unsaid + 0.5 * side + harmless, [said.item(), unsaid.item(), side.item(), 0, 0]
        pairs, groups, which = torch.tensor(pairs), torch.tensor(groups), torch.tensor(which)
        read = reader.read(sentences, statements, likeness, pairs, truth[pairs[:, 1]], groups, len(which))
        last = reader.both(near[which[:, 0], which[:, 1]], read)
        target = torch.where(which[:, 1] == own[which[:, 0]], label[which[:, 0]], 2)
        true_only = (which[:, 1] == own[which[:, 0]]) & (label[which[:, 0]] == 2)
        weights = weight[which[:, 0]]
        decided = weights * (target < 2)
        heads = mean(F.cross_entropy(read[:, :2], target.clamp(max=1), reduction='none'), decided)
        three = mean(F.nll_loss(read, target, reduction='none'), weights * ~true_only)
        joined = mean(F.nll_loss(last, target, reduction='none'), weights * ~true_only)
        harmless = harmless + mean(-torch.log1p(-last[:, 1].exp().clamp(max=0.999)), weights * true_only)
        alone = self._alone(support, asked, sentences, statements)
        total = said + unsaid + 0.5 * side + harmless + heads + 0.3 * three + 0.5 * joined + alone
        return total, [said.item(), unsaid.item(), side.item(), heads.item(), joined.item(), harmless.item(), alone.item()]

    def _alone(self, support, asked, sentences, statements):
        """Pairs judged one by one: a sentence with itself, with its twin, with other statements of its point and of other points."""
        rng = self.rng
        places, twins = {}, {}
        for j, (p, row) in enumerate(support):
            places.setdefault(p, []).append(j)
            if row.twin:
                twins[p, row.twin, row.truth] = j
        claims = [i for i, (_, row) in enumerate(asked) if row.truth is not None]
        pairs, labels = [], []
        for _ in range(self.alone):
            i = rng.choice(claims)
            p, row = asked[i]
            kind = rng.random()
            if row.twin and kind < 0.45:
                truth = row.truth if kind < 0.2 else not row.truth
                j, label = twins.get((p, row.twin, truth)), 0 if truth == row.truth else 1
            elif kind < 0.85:
                j = rng.choice(places[p])
                other = support[j][1]
                # two false statements may be false in different ways
                label = 1 if other.truth != row.truth else 0 if row.truth or other is row else None
            else:
                j, label = rng.randrange(len(support)), 2
                label = None if support[j][0] == p else 2
            if j is not None and label is not None:
                pairs.append((i, j))
                labels.append(label)
        if not pairs:
            return torch.zeros(())
        i, j = torch.tensor(pairs).unbind(1)
        return F.cross_entropy(self.reader.pair(sentences, statements, i, j), torch.tensor(labels))
