package rejoinder.grader;

import java.util.IdentityHashMap;
import java.util.List;
import rejoinder.text.Encoding;

/** Cosines of every token of an expected text with every token of an answer. */
final class Similarities {
    // one row per token of the answer; the expected text's tokens are some of the columns
    private final float[][] rows;
    private final int from;
    private final int size;

    private Similarities(float[][] rows, int from, int size) {
        this.rows = rows;
        this.from = from;
        this.size = size;
    }

    /**
     * Expected texts side by side, laid out for many comparisons: long rows are what vector instructions are good at.
     *
     * @param dimensions one row per dimension of the vectors, one column per token
     * @param places where each text's tokens begin among the columns; texts are told apart as objects
     */
    @SuppressWarnings("ArrayRecordComponent") // read-only by agreement, never leaves the room
    record Columns(float[][] dimensions, IdentityHashMap<Encoding, Integer> places) {
        static Columns of(List<Encoding> texts) {
            IdentityHashMap<Encoding, Integer> places = new IdentityHashMap<>();
            int size = 0;
            int depth = 0;
            for (Encoding text : texts) {
                places.put(text, size);
                size += text.vectors().length;
                depth = text.vectors().length == 0 ? depth : text.vectors()[0].length;
            }
            float[][] columns = new float[depth][size];
            int column = 0;
            for (Encoding text : texts) {
                for (float[] vector : text.vectors()) {
                    for (int d = 0; d < depth; d++) {
                        columns[d][column] = vector[d];
                    }
                    column++;
                }
            }
            return new Columns(columns, places);
        }

        /**
         * Multiplies the unit vectors of an answer, one row per token, with all columns.
         *
         * @return one row per token of the answer, one column per token of the texts
         */
        float[][] times(float[][] answer) {
            int size = dimensions.length == 0 ? 0 : dimensions[0].length;
            float[][] rows = new float[answer.length][size];
            // a sum per cell grows in the order of the dimensions, four at a time: the inner loop has no reduction, so
            // the compiler may use vector instructions without changing a bit of the result
            int d = 0;
            for (; d + 3 < dimensions.length; d += 4) {
                for (int j = 0; j < rows.length; j++) {
                    add(rows[j], answer[j], d, dimensions[d], dimensions[d + 1], dimensions[d + 2], dimensions[d + 3]);
                }
            }
            for (; d < dimensions.length; d++) {
                for (int j = 0; j < rows.length; j++) {
                    for (int e = 0; e < size; e++) {
                        rows[j][e] += answer[j][d] * dimensions[d][e];
                    }
                }
            }
            return rows;
        }

        private static void add(float[] row, float[] vector, int d, float[] c0, float[] c1, float[] c2, float[] c3) {
            float v0 = vector[d];
            float v1 = vector[d + 1];
            float v2 = vector[d + 2];
            float v3 = vector[d + 3];
            for (int e = 0; e < row.length; e++) {
                row[e] += v0 * c0[e] + v1 * c1[e] + v2 * c2[e] + v3 * c3[e];
            }
        }
    }

    /**
     * The similarities of one of the texts, out of the product with all of them.
     *
     * @throws IllegalArgumentException if the text is none of them
     */
    static Similarities of(Encoding text, Columns columns, float[][] product) {
        Integer from = columns.places.get(text);
        if (from == null) {
            throw new IllegalArgumentException("This text was not compared: " + text.text());
        }
        return new Similarities(product, from, text.tokens().size());
    }

    /** Cosine of an expected token with a token of the answer. */
    float at(int expected, int answer) {
        return rows[answer][from + expected];
    }

    /**
     * The highest cosine of each expected token with any token in each part of the answer; 0 if there is none above.
     *
     * @param starts index of the first token of each part, rising, and the end of the last
     * @return one row per part, one column per expected token
     */
    float[][] highestIn(int[] starts) {
        float[][] highest = new float[starts.length - 1][size];
        for (int part = 0; part + 1 < starts.length; part++) {
            float[] best = highest[part];
            for (int j = starts[part]; j < starts[part + 1]; j++) {
                float[] row = rows[j];
                for (int t = 0; t < size; t++) {
                    best[t] = Math.max(best[t], row[from + t]);
                }
            }
        }
        return highest;
    }

    /** The highest cosine of each token of the answer with any expected token; 0 if there is none. */
    float[] highest() {
        float[] highest = new float[rows.length];
        for (int j = 0; j < rows.length; j++) {
            float best = 0;
            for (int t = 0; t < size; t++) {
                best = Math.max(best, rows[j][from + t]);
            }
            highest[j] = best;
        }
        return highest;
    }
}
