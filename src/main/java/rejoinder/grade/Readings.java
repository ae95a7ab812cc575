package rejoinder.grade;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rejoinder.grade.Encoding.Token;

/** Reads the texts of one question: weights depend on which words the question already says. */
final class Readings {
    private final Embedder embedder;
    private final GradingPolicy policy;
    private final InverseDocumentFrequency idf;
    private final String question;
    private final Set<Integer> asked = new HashSet<>();

    Readings(Embedder embedder, GradingPolicy policy, InverseDocumentFrequency idf, String question) {
        this.embedder = embedder;
        this.policy = policy;
        this.idf = idf;
        this.question = question;
        for (Token token : embedder.encode(question).tokens()) {
            asked.add(token.id());
        }
    }

    Reading of(String text) {
        Encoding plain = embedder.encode(text);
        return new Reading(plain, embedder.encodeAfter(question, text), weights(plain.tokens()));
    }

    private double[] weights(List<Token> tokens) {
        double[] weights = new double[tokens.size()];
        for (int i = 0; i < weights.length; i++) {
            int id = tokens.get(i).id();
            double weight = Math.max(idf.of(id) - policy.commonness(), policy.weightFloor());
            weights[i] = asked.contains(id) ? weight * policy.questionWeight() : weight;
        }
        return weights;
    }
}
