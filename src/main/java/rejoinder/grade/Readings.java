package rejoinder.grade;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import rejoinder.grade.Encoding.Token;

/** Reads the texts of one question: weights depend on what the question already says. */
final class Readings {
    private final Embedder embedder;
    private final GradingPolicy policy;
    private final InverseDocumentFrequency idf;
    private final Encoding question;
    private final Set<Integer> asked = new HashSet<>();
    private final Similarities.Columns questionColumns;
    private final Map<String, Reading> expected = new ConcurrentHashMap<>();

    Readings(Embedder embedder, GradingPolicy policy, InverseDocumentFrequency idf, String question) {
        this.embedder = embedder;
        this.policy = policy;
        this.idf = idf;
        this.question = embedder.encode(question);
        this.questionColumns = Similarities.Columns.of(this.question.vectors());
        for (Token token : this.question.tokens()) {
            asked.add(token.id());
        }
    }

    /** A text that answers are compared with, read once. */
    Reading expected(String text) {
        return expected.computeIfAbsent(text, this::of);
    }

    /** An answer. */
    Reading of(String text) {
        Encoding plain = embedder.encode(text);
        return new Reading(plain, embedder.encodeAfter(question.text(), text), weights(plain));
    }

    /** Parts of an answer, read as if nothing stood between them; the places are those of the whole answer. */
    Reading of(String text, List<Span> parts) {
        Reading joined = of(Chat.join(text, parts));
        return new Reading(
                Chat.placed(joined.plain(), text, parts),
                Chat.placed(joined.inContext(), text, parts),
                joined.weights());
    }

    /** What part of the question's words, by weight, a text has, 0 to 1. */
    double asked(Reading text) {
        Similarities similarities = Similarities.of(
                question.vectors(), Similarities.Columns.of(text.plain().vectors()));
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < question.tokens().size(); i++) {
            double weight = weight(question.tokens().get(i));
            sum += weight * Math.min(1, similarities.nearest(i) / policy.sameWord());
            weights += weight;
        }
        return weights > 0 ? sum / weights : 0;
    }

    private double[] weights(Encoding text) {
        Similarities toQuestion = Similarities.of(text.vectors(), questionColumns);
        double[] weights = new double[text.tokens().size()];
        for (int i = 0; i < weights.length; i++) {
            Token token = text.tokens().get(i);
            weights[i] = weight(token) * newness(token, toQuestion.nearest(i));
        }
        return weights;
    }

    // how rare a piece is; marks without a letter or digit carry next to nothing
    private double weight(Token token) {
        if (token.piece().codePoints().noneMatch(Character::isLetterOrDigit)) {
            return policy.weightFloor();
        }
        double rarity = idf.of(token.id()) - policy.commonness();
        return Math.max(policy.weightFloor(), Math.min(policy.weightCeiling(), rarity));
    }

    // 1 for what the question does not say, less the nearer it comes to a word of the question
    private double newness(Token token, double similarity) {
        double known = Math.max(0, similarity - policy.questionFrom()) / (1 - policy.questionFrom());
        return (1 - policy.questionDemotion() * Math.min(1, known))
                * (asked.contains(token.id()) ? policy.questionWeight() : 1);
    }
}
