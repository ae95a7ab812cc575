package rejoinder.grader;

import java.util.ArrayList;
import java.util.List;
import rejoinder.text.Sentences;
import rejoinder.text.Sentences.Sentence;

/**
 * A sentence of a reference answer, or a block of its code.
 *
 * @param from index of its first token
 * @param to index after its last, more than {@code from}
 * @param text the sentence
 * @param code whether it is a block of code
 */
record ReferenceSentence(int from, int to, String text, boolean code) {
    /** The sentences of a reference that hold a token, in order. */
    static List<ReferenceSentence> of(WeightedText reference) {
        List<ReferenceSentence> sentences = new ArrayList<>();
        for (Sentence sentence : Sentences.of(reference.text())) {
            int from = reference.tokenAt(sentence.span().start());
            int to = reference.tokenAt(sentence.span().end());
            if (from < to) {
                sentences.add(new ReferenceSentence(from, to, sentence.span().of(reference.text()), sentence.code()));
            }
        }
        return sentences;
    }
}
