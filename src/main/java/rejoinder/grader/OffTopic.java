package rejoinder.grader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rejoinder.text.Encoding;
import rejoinder.text.Encoding.Token;
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
        return chat < MUCH || kept.isEmpty() ? Optional.empty() : Optional.of(readings.of(text, kept));
    }

    /** A text's parts, one after the other, as a text of their own. */
    static String join(String text, List<Span> parts) {
        StringBuilder joined = new StringBuilder();
        for (Span part : parts) {
            joined.append(joined.length() == 0 ? "" : "\n").append(part.of(text));
        }
        return joined.toString();
    }

    /** An encoding of joined parts, its tokens at their places in the whole text. */
    static Encoding placed(Encoding joined, String text, List<Span> parts) {
        List<Token> tokens = new ArrayList<>();
        int part = 0;
        int start = 0;
        for (Token token : joined.tokens()) {
            while (token.span().start() > start + length(parts.get(part))) {
                start += length(parts.get(part)) + 1;
                part++;
            }
            int shift = parts.get(part).start() - start;
            Span span = new Span(token.span().start() + shift, token.span().end() + shift);
            tokens.add(new Token(token.id(), token.piece(), span));
        }
        return new Encoding(text, tokens, joined.vectors(), joined.pooled());
    }

    private static int length(Span span) {
        return span.end() - span.start();
    }
}
