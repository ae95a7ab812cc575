package rejoinder.grade;

/** Cosines of every token of an expected text with every token of an answer. */
final class Similarities {
    private final float[][] rows;
    private final int answered;

    private Similarities(float[][] rows, int answered) {
        this.rows = rows;
        this.answered = answered;
    }

    /**
     * The tokens of an answer, laid out for many comparisons.
     *
     * @param dimensions one row a dimension of the vectors, one column a token
     * @param size number of tokens
     */
    @SuppressWarnings("ArrayRecordComponent") // read-only by agreement, never leaves the room
    record Columns(float[][] dimensions, int size) {
        /** Turns vectors, one row a token, by a quarter. */
        static Columns of(float[][] vectors) {
            int dimensions = vectors.length == 0 ? 0 : vectors[0].length;
            float[][] columns = new float[dimensions][vectors.length];
            for (int t = 0; t < vectors.length; t++) {
                for (int d = 0; d < dimensions; d++) {
                    columns[d][t] = vectors[t][d];
                }
            }
            return new Columns(columns, vectors.length);
        }
    }

    /** Multiplies the unit vectors of an expected text, one row a token, with those of an answer. */
    static Similarities of(float[][] expected, Columns answer) {
        float[][] columns = answer.dimensions();
        float[][] rows = new float[expected.length][answer.size()];
        for (int t = 0; t < expected.length; t++) {
            float[] vector = expected[t];
            float[] row = rows[t];
            // a sum per cell grows in the order of the dimensions, four at a time: the inner loop has no reduction, so
            // the compiler may use vector instructions without changing a bit of the result
            int d = 0;
            for (; d + 3 < columns.length; d += 4) {
                add(row, vector, d, columns[d], columns[d + 1], columns[d + 2], columns[d + 3]);
            }
            for (; d < columns.length; d++) {
                add(row, vector[d], columns[d]);
            }
        }
        return new Similarities(rows, answer.size());
    }

    private static void add(float[] row, float[] vector, int d, float[] c0, float[] c1, float[] c2, float[] c3) {
        float v0 = vector[d];
        float v1 = vector[d + 1];
        float v2 = vector[d + 2];
        float v3 = vector[d + 3];
        for (int j = 0; j < row.length; j++) {
            row[j] += v0 * c0[j] + v1 * c1[j] + v2 * c2[j] + v3 * c3[j];
        }
    }

    private static void add(float[] row, float factor, float[] column) {
        for (int j = 0; j < row.length; j++) {
            row[j] += factor * column[j];
        }
    }

    /** Cosine of an expected token with a token of the answer. */
    float at(int expected, int answer) {
        return rows[expected][answer];
    }

    /** The highest cosine of an expected token with any token of the answer; 0 if there is none. */
    float nearest(int expected) {
        float nearest = 0;
        for (float cosine : rows[expected]) {
            nearest = Math.max(nearest, cosine);
        }
        return nearest;
    }

    /** The highest cosine of each token of the answer with any expected token; 0 if there is none. */
    float[] highest() {
        float[] highest = new float[answered];
        for (float[] row : rows) {
            for (int j = 0; j < answered; j++) {
                highest[j] = Math.max(highest[j], row[j]);
            }
        }
        return highest;
    }
}
