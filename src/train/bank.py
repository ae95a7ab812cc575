"""What the reader learns from: the bank's packs and statements, and the small sets that it is measured on."""
import csv
import glob
import os
import re
from collections import namedtuple

# truth: True, False, or None for a sentence that is true of the question but need not make the point
Row = namedtuple('Row', 'text truth twin source')
Question = namedtuple('Question', 'text points misconceptions')


def clean(text):
    """The text on one line. Backticks stay: the product reads them too."""
    return re.sub(r'\s+', ' ', text).strip()


def is_code(wording):
    """Whether a wording is a line of code rather than a sentence."""
    return wording.strip().startswith('`') and len(re.sub(r'`[^`]*`', '', wording).split()) < 4


def packs(folder):
    """Questions by topic/id, with points {id: [statement, wording, ...]} and misconceptions [(point, text, [true neighbour, ...])]."""
    found = {}
    for file in sorted(glob.glob(os.path.join(folder, '[0-9]*.md'))):
        topic = title = section = question = None
        fence = False
        texts = None
        for line in open(file, encoding='utf-8').read().split('\n'):
            match = re.match(r'topic: (.*)$', line)
            if match and not topic:
                topic = match.group(1).strip()
            if line.startswith('```'):
                fence = not fence
                continue
            if line.startswith('## ') and not fence:
                title, question, section = clean(line[3:]), None, None
                continue
            match = re.match(r'id: (.*)$', line)
            if match and title and question is None:
                question = Question(title, {}, [])
                found[topic + '/' + match.group(1).strip()] = question
                continue
            if fence:
                continue
            if line.startswith('### '):
                section, texts = line[4:].strip().lower(), None
                continue
            if question is None or section not in ('key points', 'misconceptions'):
                continue
            item = re.match(r'- ([a-z0-9-]+)(?: \([^)]*\))?: (.*)', line)
            part = re.match(r'\s+- (.*)', line)
            if item and section == 'key points':
                texts = question.points.setdefault(item.group(1), [])
                texts.append(item.group(2))
            elif item:
                question.misconceptions.append((item.group(1), [item.group(2)], []))
                texts = question.misconceptions[-1][1]
            elif part and section == 'key points' and question.points:
                texts = list(question.points.values())[-1]
                if re.match(r'(Short|Ask|Output): ', part.group(1)):
                    texts = []
                texts.append(part.group(1))
            elif part and question.misconceptions:
                texts = question.misconceptions[-1][2] if part.group(1).startswith('True: ') else []
                texts.append(re.sub(r'^True: ', '', part.group(1)))
            elif line.strip() and texts:
                texts[-1] += ' ' + line.strip()
    return found


def table(file):
    """Rows of a tab-separated file with a header as dictionaries; lines that start with '# ' are left out."""
    with open(file, encoding='utf-8', newline='') as lines:
        return list(csv.DictReader((line for line in lines if not line.startswith('# ')), delimiter='\t', quoting=csv.QUOTE_NONE))


class Bank:
    """Rows by question and point, and which topics are for training, choosing (dev) and the last look (test)."""

    def __init__(self, folder):
        self.questions = packs(folder)
        self.rows = {}
        self.parts = {}
        for file in sorted(glob.glob(os.path.join(folder, '*.statements.tsv'))):
            for line in table(file):
                question, point = line['question'].strip(), line['point'].strip()
                if question not in self.questions or point not in self.questions[question].points:
                    print('left out, no such point:', question, point)
                    continue
                self.parts[question.split('/')[0]] = line['part'].strip()
                row = Row(clean(line['statement']), line['truth'].strip().lower() == 'true', line['twin'], 'statement')
                self.rows.setdefault(question, {}).setdefault(point, []).append(row)
        self.stated = set(self.rows)
        for key, question in self.questions.items():
            rows = self.rows.setdefault(key, {})
            for point, texts in question.points.items():
                known = rows.setdefault(point, [])
                known += [Row(clean(text), True, '', 'wording') for text in texts if not is_code(text)]
            for point, texts, neighbours in question.misconceptions:
                if point in rows:
                    rows[point].append(Row(clean(texts[0]), False, '', 'misconception'))
                    rows[point] += [Row(clean(text), None, '', 'neighbour') for text in neighbours]

    def part(self, question):
        return self.parts.get(question.split('/')[0], 'train')

    def of(self, part, stated=False):
        return [question for question in sorted(self.rows) if self.part(question) == part and (question in self.stated or not stated)]


def sentences(answer):
    """The sentences of an answer, much as rejoinder.grade.Sentences cuts them."""
    parts = [part.strip() for part in re.split(r'(?<=[.!?;])\s+|\\n|\n', clean(answer.replace('\n', '\\n')))]
    parts = [part for part in parts if re.search(r'\w', part)]
    return parts or [clean(answer)]
