package rejoinder.grader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import rejoinder.bank.KeyPoint;
import rejoinder.text.ClaimReader;
import rejoinder.text.ClaimReader.Pair;
import rejoinder.text.ClaimReader.Part;
import rejoinder.text.Encoding;
import rejoinder.text.Sentences;
import rejoinder.text.Span;

/**
 * What the sentences of an answer say of each key point: each is read against the point's true and false statements, and the nearest of both decide.
 *
 * <p>A sentence and a point are compared closely only where likeness alone does not rule the point out.
 */
final class ClaimReadings {
    /** From this probability of "neither" on, by likeness alone, a sentence is not compared with a point. */
    private static final double RULED_OUT = 0.9;

    private static final int MAKES = 0;
    private static final int CONTRADICTS = 1;
    private static final int NEITHER = 2;

    private final Map<String, Claim> claims = new HashMap<>();

    /**
     * What an answer says of a point.
     *
     * @param made greatest probability of a sentence to make it, 0 to 1
     * @param madeBy where that sentence stands
     * @param contradicted greatest probability of a sentence to contradict it
     * @param contradictedBy where that sentence stands
     * @param against the false statement nearest to that sentence; empty if there is none
     * @param likeTrue greatest likeness to a true statement
     * @param likeFalse greatest likeness to a false one
     * @param aside probability that the sentence that contradicts it makes it
     * @param elsewhere greatest probability that the same sentence makes another point
     * @param wordsNear likeness, by words in their order, to the nearest statement
     * @param wordsSide the side that these words take: above 0 that of the true statements
     * @param sideAgainst the side that the words of the sentence take that contradicts it
     */
    record Claim(
            double made,
            Span madeBy,
            double contradicted,
            Span contradictedBy,
            String against,
            double likeTrue,
            double likeFalse,
            double aside,
            double elsewhere,
            double wordsNear,
            double wordsSide,
            double sideAgainst) {
        static final Claim NONE = new Claim(0, new Span(0, 0), 0, new Span(0, 0), "", 0, 0, 0, 0, 0, 0, 0);
    }

    /** A statement of a key point as the reader sees it. */
    record Row(String point, String text, boolean isTrue, Encoding encoding) {}

    /**
     * Reads an answer.
     *
     * @param answer the prose as it was encoded after the question
     * @param rows the statements of all points of the question
     */
    static ClaimReadings of(
            ClaimReader reader, Encoding answer, List<Row> rows, WordSides sides, List<KeyPoint> points) {
        ClaimReadings readings = new ClaimReadings();
        List<Part> parts = parts(answer, reader.longest());
        if (parts.isEmpty() || rows.isEmpty()) {
            return readings;
        }
        List<Encoding> statements = rows.stream().map(Row::encoding).toList();
        double[][] likeness = reader.likeness(answer, parts, statements);
        List<List<Integer>> ofPoint = points.stream()
                .map(point -> IntStream.range(0, rows.size())
                        .filter(row -> rows.get(row).point.equals(point.id()))
                        .boxed()
                        .toList())
                .toList();
        List<Pair> pairs = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            for (List<Integer> own : ofPoint) {
                double[] near = likenesses(likeness[part], own);
                if (!own.isEmpty()
                        && reader.judge(near, truths(rows, own), new double[own.size()][])[NEITHER] < RULED_OUT) {
                    nearest(pairs, part, own, rows, likeness[part], reader.nearest());
                }
            }
        }
        double[][] compared = reader.compare(answer, parts, statements, pairs);
        Map<Pair, double[]> known = new HashMap<>();
        for (int i = 0; i < compared.length; i++) {
            known.put(pairs.get(i), compared[i]);
        }
        double[][][] judged = new double[parts.size()][points.size()][];
        for (int part = 0; part < parts.size(); part++) {
            for (int p = 0; p < points.size(); p++) {
                judged[part][p] = judged(reader, part, rows, likeness[part], ofPoint.get(p), known);
            }
        }
        for (int p = 0; p < points.size(); p++) {
            if (!ofPoint.get(p).isEmpty()) {
                readings.claims.put(
                        points.get(p).id(),
                        claim(
                                answer,
                                parts,
                                rows,
                                likeness,
                                ofPoint.get(p),
                                judged,
                                p,
                                sides,
                                points.get(p).id()));
            }
        }
        return readings;
    }

    private static double[] judged(
            ClaimReader reader,
            int part,
            List<Row> rows,
            double[] likeness,
            List<Integer> own,
            Map<Pair, double[]> known) {
        double[][] compared = new double[own.size()][];
        for (int i = 0; i < compared.length; i++) {
            compared[i] = known.get(new Pair(part, own.get(i)));
        }
        return own.isEmpty()
                ? new double[] {0, 0, 1}
                : reader.judge(likenesses(likeness, own), truths(rows, own), compared);
    }

    /** What the answer says of a point. */
    Claim of(KeyPoint point) {
        return claims.getOrDefault(point.id(), Claim.NONE);
    }

    private static Claim claim(
            Encoding answer,
            List<Part> parts,
            List<Row> rows,
            double[][] likeness,
            List<Integer> own,
            double[][][] judged,
            int point,
            WordSides sides,
            String id) {
        Claim best = Claim.NONE;
        for (int part = 0; part < parts.size(); part++) {
            double[] near = likenesses(likeness[part], own);
            double makes = judged[part][point][MAKES];
            double contradicts = judged[part][point][CONTRADICTS];
            boolean surer = makes > best.made;
            boolean worse = contradicts > best.contradicted;
            Span where = span(answer, parts.get(part));
            WordSides.Side words = sides.of(id, where.of(answer.text()));
            boolean nearer = words.near() > best.wordsNear;
            best = new Claim(
                    surer ? makes : best.made,
                    surer ? where : best.madeBy,
                    worse ? contradicts : best.contradicted,
                    worse ? where : best.contradictedBy,
                    worse ? nearestFalse(near, rows, own) : best.against,
                    Math.max(best(near, rows, own, true), best.likeTrue),
                    Math.max(best(near, rows, own, false), best.likeFalse),
                    worse ? makes : best.aside,
                    worse ? madeElsewhere(judged[part], point) : best.elsewhere,
                    nearer ? words.near() : best.wordsNear,
                    nearer ? words.side() : best.wordsSide,
                    worse ? words.side() : best.sideAgainst);
        }
        return best;
    }

    private static double madeElsewhere(double[][] judged, int point) {
        double most = 0;
        for (int p = 0; p < judged.length; p++) {
            most = p == point ? most : Math.max(most, judged[p][MAKES]);
        }
        return most;
    }

    private static double[] likenesses(double[] all, List<Integer> own) {
        return own.stream().mapToDouble(row -> all[row]).toArray();
    }

    private static boolean[] truths(List<Row> rows, List<Integer> own) {
        boolean[] truths = new boolean[own.size()];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = rows.get(own.get(i)).isTrue;
        }
        return truths;
    }

    private static double best(double[] near, List<Row> rows, List<Integer> own, boolean truth) {
        double best = 0;
        for (int i = 0; i < near.length; i++) {
            best = rows.get(own.get(i)).isTrue == truth ? Math.max(best, near[i]) : best;
        }
        return best;
    }

    private static String nearestFalse(double[] near, List<Row> rows, List<Integer> own) {
        return IntStream.range(0, near.length)
                .filter(i -> !rows.get(own.get(i)).isTrue)
                .boxed()
                .max(Comparator.comparingDouble(i -> near[i]))
                .map(i -> rows.get(own.get(i)).text)
                .orElse("");
    }

    private static void nearest(
            List<Pair> pairs, int part, List<Integer> own, List<Row> rows, double[] likeness, int count) {
        for (boolean truth : new boolean[] {true, false}) {
            own.stream()
                    .filter(row -> rows.get(row).isTrue == truth)
                    .sorted(Comparator.comparingDouble((Integer row) -> -likeness[row]))
                    .limit(count)
                    .forEach(row -> pairs.add(new Pair(part, row)));
        }
    }

    private static Span span(Encoding answer, Part part) {
        return new Span(
                answer.tokens().get(part.from()).span().start(),
                answer.tokens().get(part.to() - 1).span().end());
    }

    // sentences, and the pieces of those that are longer than the reader reads at once
    private static List<Part> parts(Encoding answer, int longest) {
        List<Part> parts = new ArrayList<>();
        int token = 0;
        for (Sentences.Sentence sentence : Sentences.of(answer.text())) {
            int from = token;
            while (token < answer.tokens().size()
                    && answer.tokens().get(token).span().start()
                            < sentence.span().end()) {
                token++;
            }
            for (int start = from; start < token; start += longest) {
                parts.add(new Part(start, Math.min(token, start + longest)));
            }
        }
        return parts;
    }
}
