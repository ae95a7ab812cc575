package rejoinder.grader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import rejoinder.bank.KeyPoint;
import rejoinder.text.ClaimReader;
import rejoinder.text.ClaimReader.Pair;
import rejoinder.text.ClaimReader.Part;
import rejoinder.text.Encoding;
import rejoinder.text.Span;

/**
 * What the sentences of an answer say of each key point: each is read against the point's true and false statements, and the nearest of both decide.
 *
 * <p>A sentence and a point are compared closely only where likeness alone does not rule the point out.
 */
final class ClaimReadings {
    /** From this probability of "neither" on, by likeness alone, a sentence is not compared with a point. */
    private static final double RULED_OUT = 0.9;

    /** At or above this probability that a sentence makes or contradicts a point its counterclaim is read, too. */
    private static final double SPEAKS = 0.2;

    private static final int MAKES = 0;
    private static final int CONTRADICTS = 1;
    private static final int NEITHER = 2;

    private final Map<String, Claim> claims = new HashMap<>();
    private final int tokens;

    private ClaimReadings(int tokens) {
        this.tokens = tokens;
    }

    /**
     * What an answer says of a point.
     *
     * @param reader what the reader says of its sentences
     * @param words what their words say
     * @param ahead by how much a sentence is more like a true statement of this point than of any other, at most
     * @param aheadOfMean the same against the mean of the others
     * @param madeBy where the sentence is that is most likely to make it; empty if none may
     * @param contradictedBy where the sentence is that is most likely to contradict it; empty if none may
     * @param against the false statement nearest to that sentence; empty if there is none
     * @param counter what is said of the counterclaims
     */
    record Claim(
            PointSignals.Reader reader,
            PointSignals.Words words,
            double ahead,
            double aheadOfMean,
            Span madeBy,
            Span contradictedBy,
            String against,
            PointSignals.Counter counter) {
        static final Claim NONE = new Claim(
                PointSignals.Reader.NONE,
                PointSignals.Words.NONE,
                0,
                0,
                new Span(0, 0),
                new Span(0, 0),
                "",
                PointSignals.Counter.NONE);
    }

    /** A statement of a key point as the reader sees it. */
    record Row(String point, String text, boolean isTrue, Encoding encoding) {}

    /**
     * Reads an answer.
     *
     * @param answer the prose as it was encoded after the question
     * @param counter the answer reversed and encoded alike, asked for only where a sentence may speak of a point; empty if no counterclaim is known
     * @param statements those of all points of the question; likeness alone judges one that is longer than the reader reads at once
     */
    static ClaimReadings of(
            ClaimReader reader,
            Encoding answer,
            Supplier<Optional<Encoding>> counter,
            List<Row> statements,
            WordSides sides,
            List<KeyPoint> points) {
        List<Row> rows = statements.stream()
                .filter(row -> row.encoding.claims().length <= reader.longest())
                .toList();
        List<List<Integer>> ofPoint = points.stream()
                .map(point -> IntStream.range(0, rows.size())
                        .filter(row -> rows.get(row).point.equals(point.id()))
                        .boxed()
                        .toList())
                .toList();
        Judgements said = Judgements.of(reader, answer, rows, ofPoint, (part, point) -> true);
        ClaimReadings readings = new ClaimReadings(
                said.parts.stream().mapToInt(part -> part.to() - part.from()).sum());
        if (said.parts.isEmpty() || rows.isEmpty()) {
            return readings;
        }
        Optional<Judgements> turned = (said.speaks ? counter.get() : Optional.<Encoding>empty())
                .filter(text -> sentences(text, reader).size() == said.parts.size())
                .map(text -> {
                    List<Part> parts = sentences(text, reader);
                    return Judgements.of(
                            reader,
                            text,
                            rows,
                            ofPoint,
                            (part, point) -> said.decides(part, point)
                                    && !said.said(part).equals(said(text, parts.get(part))));
                });
        for (int p = 0; p < points.size(); p++) {
            if (!ofPoint.get(p).isEmpty()) {
                readings.claims.put(
                        points.get(p).id(), said.claim(p, sides, points.get(p).id(), turned));
            }
        }
        return readings;
    }

    /** Number of tokens that were read. */
    int tokens() {
        return tokens;
    }

    /** What the answer says of a point. */
    Claim of(KeyPoint point) {
        return claims.getOrDefault(point.id(), Claim.NONE);
    }

    /** What the reader makes of the sentences of a text. */
    private static final class Judgements {
        private final Encoding text;
        private final List<Part> parts;
        private final List<Row> rows;
        private final List<List<Integer>> ofPoint;

        /** Likeness of each part to each statement. */
        private final double[][] likeness;

        /** For each part and point the probabilities that it makes the point, contradicts it, and neither. */
        private final double[][][] judged;

        /** For each part and point the likeness of the nearest true statement. */
        private final double[][] likeTrue;

        /** Whether a part seems to make or contradict a point. */
        private boolean speaks;

        private Judgements(
                Encoding text, List<Part> parts, List<Row> rows, List<List<Integer>> ofPoint, double[][] likeness) {
            this.text = text;
            this.parts = parts;
            this.rows = rows;
            this.ofPoint = ofPoint;
            this.likeness = likeness;
            this.judged = new double[parts.size()][ofPoint.size()][];
            this.likeTrue = new double[parts.size()][ofPoint.size()];
        }

        /**
         * Reads a text.
         *
         * @param asked whether a part has to be compared closely with a point
         */
        static Judgements of(
                ClaimReader reader,
                Encoding text,
                List<Row> rows,
                List<List<Integer>> ofPoint,
                BiPredicate<Integer, Integer> asked) {
            List<Part> parts = sentences(text, reader);
            if (parts.isEmpty() || rows.isEmpty()) {
                return new Judgements(text, parts, rows, ofPoint, new double[0][]);
            }
            List<Encoding> statements = rows.stream().map(Row::encoding).toList();
            double[][] likeness = reader.likeness(text, parts, statements);
            List<Pair> pairs = new ArrayList<>();
            for (int part = 0; part < parts.size(); part++) {
                for (int p = 0; p < ofPoint.size(); p++) {
                    List<Integer> own = ofPoint.get(p);
                    double[] near = likenesses(likeness[part], own);
                    if (!own.isEmpty()
                            && asked.test(part, p)
                            && reader.judge(near, truths(rows, own), new double[own.size()][])[NEITHER] < RULED_OUT) {
                        nearest(pairs, part, own, rows, likeness[part], reader.nearest());
                    }
                }
            }
            double[][] compared = reader.compare(text, parts, statements, pairs);
            Map<Pair, double[]> known = new HashMap<>();
            for (int i = 0; i < compared.length; i++) {
                known.put(pairs.get(i), compared[i]);
            }
            Judgements read = new Judgements(text, parts, rows, ofPoint, likeness);
            for (int part = 0; part < parts.size(); part++) {
                for (int p = 0; p < ofPoint.size(); p++) {
                    double[] judged = judged(reader, part, rows, likeness[part], ofPoint.get(p), known);
                    read.judged[part][p] = judged;
                    read.likeTrue[part][p] =
                            best(likenesses(likeness[part], ofPoint.get(p)), rows, ofPoint.get(p), true);
                    read.speaks |= Math.max(judged[MAKES], judged[CONTRADICTS]) >= SPEAKS;
                }
            }
            return read;
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

        Claim claim(int point, WordSides sides, String id, Optional<Judgements> turned) {
            List<Integer> own = ofPoint.get(point);
            int count = parts.size();
            int surest = surest(point);
            int worst = worst(point);
            double made = judged[surest][point][MAKES];
            double contradicted = judged[worst][point][CONTRADICTS];
            double[] likeFalse = new double[count];
            WordSides.Side[] words = new WordSides.Side[count];
            double nowhere = 1;
            for (int part = 0; part < count; part++) {
                likeFalse[part] = best(likenesses(likeness[part], own), rows, own, false);
                words[part] = sides.of(id, said(part));
                nowhere *= 1 - judged[part][point][MAKES];
            }
            int nearest = greatest(count, part -> words[part].near());
            return new Claim(
                    new PointSignals.Reader(
                            made,
                            contradicted,
                            1 - nowhere,
                            judged[worst][point][MAKES],
                            ofOthers(judged[worst], point, MAKES),
                            ofOthers(judged[worst], point, CONTRADICTS),
                            greatestValue(count, part -> likeTrue[part][point]),
                            greatestValue(count, part -> likeFalse[part]),
                            greatestValue(count, part -> likeTrue[part][point] - likeFalse[part])),
                    new PointSignals.Words(
                            words[nearest].near(), words[nearest].side(), words[surest].side(), words[worst].side()),
                    greatestValue(
                            count,
                            part -> likeTrue[part][point]
                                    - others(likeTrue[part], point).max().orElse(0)),
                    greatestValue(
                            count,
                            part -> likeTrue[part][point]
                                    - others(likeTrue[part], point).average().orElse(0)),
                    made > 0 ? span(text, parts.get(surest)) : new Span(0, 0),
                    contradicted > 0 ? span(text, parts.get(worst)) : new Span(0, 0),
                    contradicted > 0 ? nearestFalse(likenesses(likeness[worst], own), rows, own) : "",
                    turned.map(other -> new PointSignals.Counter(
                                    ahead(other, surest, point),
                                    ahead(other, worst, point),
                                    other.said(nearest).equals(said(nearest))
                                            ? 0
                                            : words[nearest].side()
                                                    - sides.of(id, other.said(nearest))
                                                            .side()))
                            .orElse(PointSignals.Counter.NONE));
        }

        private int surest(int point) {
            return greatest(parts.size(), part -> judged[part][point][MAKES]);
        }

        private int worst(int point) {
            return greatest(parts.size(), part -> judged[part][point][CONTRADICTS]);
        }

        /** Whether a part is the one that is most likely to make a point, or to contradict it. */
        boolean decides(int part, int point) {
            return part == surest(point) || part == worst(point);
        }

        private String said(int part) {
            return ClaimReadings.said(text, parts.get(part));
        }

        // by how much a part takes the point's side more than its counterclaim does
        private double ahead(Judgements other, int part, int point) {
            return other.said(part).equals(said(part)) ? 0 : side(part, point) - other.side(part, point);
        }

        private double side(int part, int point) {
            return judged[part][point][MAKES] - judged[part][point][CONTRADICTS];
        }
    }

    // the first of the greatest
    private static int greatest(int count, IntToDoubleFunction value) {
        int best = 0;
        for (int i = 1; i < count; i++) {
            best = value.applyAsDouble(i) > value.applyAsDouble(best) ? i : best;
        }
        return best;
    }

    private static double greatestValue(int count, IntToDoubleFunction value) {
        return value.applyAsDouble(greatest(count, value));
    }

    private static double ofOthers(double[][] judged, int point, int what) {
        return others(Arrays.stream(judged).mapToDouble(each -> each[what]).toArray(), point)
                .max()
                .orElse(0);
    }

    private static DoubleStream others(double[] values, int point) {
        return IntStream.range(0, values.length).filter(i -> i != point).mapToDouble(i -> values[i]);
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

    private static String said(Encoding text, Part part) {
        return span(text, part).of(text.text());
    }

    private static List<Part> sentences(Encoding answer, ClaimReader reader) {
        return Part.of(answer, reader.longest(), sentence -> true);
    }
}
