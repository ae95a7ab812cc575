package rejoinder;

import java.util.List;
import rejoinder.text.ClaimReader;
import rejoinder.text.Encoding;

/** A deterministic reader of claims without a model: a sentence takes the side of the statement that it shares most words with. */
final class WordClaimReader implements ClaimReader {
    @Override
    public int longest() {
        return 64;
    }

    @Override
    public double[][] likeness(Encoding answer, List<Part> parts, List<Encoding> statements) {
        double[][] likeness = new double[parts.size()][statements.size()];
        for (int i = 0; i < parts.size(); i++) {
            for (int j = 0; j < statements.size(); j++) {
                likeness[i][j] = likeness(answer, parts.get(i), statements.get(j));
            }
        }
        return likeness;
    }

    private static double likeness(Encoding answer, Part part, Encoding statement) {
        double found = 0;
        for (float[] expected : statement.claims()) {
            double best = 0;
            for (int t = part.from(); t < part.to(); t++) {
                double cosine = 0;
                for (int d = 0; d < expected.length; d++) {
                    cosine += expected[d] * answer.claims()[t][d];
                }
                best = Math.max(best, cosine);
            }
            found += best > 0.99 ? 1 : 0;
        }
        return statement.claims().length == 0 ? 0 : found / statement.claims().length;
    }

    @Override
    public double[][] compare(Encoding answer, List<Part> parts, List<Encoding> statements, List<Pair> pairs) {
        double[][] compared = new double[pairs.size()][];
        for (int i = 0; i < compared.length; i++) {
            double same = likeness(
                    answer,
                    parts.get(pairs.get(i).part()),
                    statements.get(pairs.get(i).statement()));
            compared[i] =
                    new double[] {Math.log(0.01 + 0.97 * same), Math.log(0.01), Math.log(0.01 + 0.97 * (1 - same))};
        }
        return compared;
    }

    @Override
    public double[] judge(double[] likenesses, boolean[] truths, double[][] compared) {
        double right = 0;
        double wrong = 0;
        for (int i = 0; i < likenesses.length; i++) {
            right = truths[i] ? Math.max(right, likenesses[i]) : right;
            wrong = truths[i] ? wrong : Math.max(wrong, likenesses[i]);
        }
        double said = Math.max(right, wrong);
        return right >= wrong
                ? new double[] {said, (1 - said) / 2, (1 - said) / 2}
                : new double[] {(1 - said) / 2, said, (1 - said) / 2};
    }

    @Override
    public int nearest() {
        return 2;
    }

    @Override
    public String version() {
        return "words";
    }
}
