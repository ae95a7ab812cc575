package rejoinder.grader;

import java.util.Arrays;
import java.util.stream.IntStream;
import rejoinder.text.Sentences;
import rejoinder.text.SpelledOut;

/**
 * An answer, compared once with all expected texts of its question.
 *
 * @param reading the answer, and behind its own tokens those of its code said in words
 * @param starts index of the first token of each sentence or code block, then of each statement of code said in words, rising, and the number of tokens at the end
 * @param sentences how many of them are sentences and code blocks as they are written
 * @param expected the expected texts
 * @param cosines of the answer's tokens with all of theirs
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by agreement, never leaves the room
record AnswerMatrix(
        WeightedText reading, int[] starts, int sentences, Similarities.Columns expected, float[][] cosines) {
    /** An answer as it is written. */
    static AnswerMatrix of(WeightedText reading, Similarities.Columns expected) {
        IntStream sentences = Sentences.of(reading.text()).stream()
                .mapToInt(sentence -> reading.tokenAt(sentence.span().start()));
        int[] starts = IntStream.concat(sentences, IntStream.of(reading.size()))
                .distinct()
                .toArray();
        return new AnswerMatrix(
                reading,
                starts,
                starts.length - 1,
                expected,
                expected.times(reading.encoding().vectors()));
    }

    /** The answer with its code said in words in addition to it. */
    AnswerMatrix with(SpelledOut code, WeightedText said) {
        IntStream lines = IntStream.rangeClosed(1, said.size())
                .filter(i -> i == said.size() || onAnotherLine(code, said, i))
                .map(i -> size() + i);
        float[][] added = expected.times(said.encoding().vectors());
        float[][] both = Arrays.copyOf(cosines, cosines.length + added.length);
        System.arraycopy(added, 0, both, cosines.length, added.length);
        return new AnswerMatrix(
                reading.followedBy(said, code),
                IntStream.concat(Arrays.stream(starts), lines).toArray(),
                sentences,
                expected,
                both);
    }

    private static boolean onAnotherLine(SpelledOut code, WeightedText said, int token) {
        int before = said.token(token - 1).span().end();
        return code.text().indexOf('\n', before) < said.token(token).span().start()
                && code.text().indexOf('\n', before) >= 0;
    }

    /** Cosines with one of the expected texts. */
    Similarities with(WeightedText text) {
        return Similarities.of(text.encoding(), expected, cosines);
    }

    int size() {
        return reading.size();
    }

    /** Number of sentences, code blocks and statements of code said in words that hold a token. */
    int parts() {
        return starts.length - 1;
    }

    /**
     * Which part starts at a token, or their number for the end.
     *
     * @throws IllegalArgumentException if none starts or ends there
     */
    int partAt(int token) {
        int found = Arrays.binarySearch(starts, token);
        if (found < 0) {
            throw new IllegalArgumentException("No sentence starts at token " + token + ".");
        }
        return found;
    }
}
