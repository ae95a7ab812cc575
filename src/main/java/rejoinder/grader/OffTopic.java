package rejoinder.grader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rejoinder.text.Sentences;
import rejoinder.text.Sentences.Sentence;
import rejoinder.text.Span;

/**
 * Leaves out what a long answer says of something else altogether: greetings, stories, thinking aloud. A sentence model reads each word with those around it, so
 * that two hundred words of chat blur the words of a good answer. The places of the words that stay are those of the whole answer.
 */
final class OffTopic {
    /**
     * Likeness of a sentence's words to those of every reference below which it is chat: half of the sentences about one's work came to less than .49, nineteen in twenty
     * of other chat to less than .51, of good answers to more than .52.
     */
    private static final double UNLIKE = 0.5;

    /** Tokens of chat below which an answer is read as it is, about forty words. */
    private static final int MUCH = 50;

    private OffTopic() {}

    /**
     * The answer without its chat, or nothing if it has not much of it.
     *
     * @param given the whole answer
     * @param alignments the references with it
     */
    static Optional<WeightedText> without(AnswerMatrix given, List<Alignment> alignments, EncodedPrompt readings) {
        WeightedText whole = given.reading();
        String text = whole.text();
        List<Span> kept = new ArrayList<>();
        int chat = 0;
        for (Sentence sentence : Sentences.of(text)) {
            int from = whole.tokenAt(sentence.span().start());
            int to = whole.tokenAt(sentence.span().end());
            boolean unlike = !sentence.code()
                    && alignments.stream().allMatch(alignment -> alignment.precision(from, to) < UNLIKE);
            if (unlike) {
                chat += to - from;
            } else {
                kept.add(sentence.span());
            }
        }
        return chat < MUCH || kept.isEmpty() ? Optional.empty() : Optional.of(readings.of(new JoinedParts(text, kept)));
    }
}
