"""The word pieces of the sentence model (uncased BERT), as its tokenizer.json has them."""
import json
import unicodedata


class WordPieces:
    START, END = 101, 102

    def __init__(self, file):
        self.vocabulary = json.load(open(file, encoding='utf-8'))['model']['vocab']
        self.known = {}

    def ids(self, text):
        found = []
        for word in self._words(text):
            if word not in self.known:
                self.known[word] = self._pieces(word)
            found += self.known[word]
        return found

    @staticmethod
    def _words(text):
        text = unicodedata.normalize('NFD', text.lower())
        words, word = [], ''
        for char in text:
            code, category = ord(char), unicodedata.category(char)
            if category in ('Mn', 'Cc', 'Cf') and not char.isspace():
                continue
            mark = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126 or category[0] == 'P' or 0x4E00 <= code <= 0x9FFF
            if char.isspace() or mark:
                if word:
                    words.append(word)
                word = ''
                if mark:
                    words.append(char)
            else:
                word += char
        return words + [word] if word else words

    def _pieces(self, word):
        if len(word) > 100:
            return [self.vocabulary['[UNK]']]
        pieces, start = [], 0
        while start < len(word):
            end = len(word)
            while end > start and ('##' if start else '') + word[start:end] not in self.vocabulary:
                end -= 1
            if end == start:
                return [self.vocabulary['[UNK]']]
            pieces.append(self.vocabulary[('##' if start else '') + word[start:end]])
            start = end
        return pieces
