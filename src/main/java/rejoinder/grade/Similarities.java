package rejoinder.grade;

/** Cosines of every token of an expected text with every token of an answer. */
final class Similarities {
    private final float[][] rows;

    private Similarities(float[][] rows) {
        this.rows = rows;
    }

    /** Multiplies unit vectors, one row a token. */
    static Similarities of(float[][] expected, float[][] answer) {
        float[][] columns = columns(expected);
        float[][] rows = new float[answer.length][expected.length];
        for (int j = 0; j < answer.length; j++) {
            float[] vector = answer[j];
            float[] row = rows[j];
            // a sum per cell grows in the order of the dimensions: the inner loop has no reduction, so the compiler may
            // use vector instructions without
            // changing a bit of the result
            for (int d = 0; d < columns.length; d++) {
                float factor = vector[d];
                float[] column = columns[d];
                for (int t = 0; t < row.length; t++) {
                    row[t] += factor * column[t];
                }
            }
        }
        return new Similarities(rows);
    }

    private static float[][] columns(float[][] vectors) {
        int dimensions = vectors.length == 0 ? 0 : vectors[0].length;
        float[][] columns = new float[dimensions][vectors.length];
        for (int t = 0; t < vectors.length; t++) {
            for (int d = 0; d < dimensions; d++) {
                columns[d][t] = vectors[t][d];
            }
        }
        return columns;
    }

    /** Cosine of an expected token with a token of the answer. */
    float at(int expected, int answer) {
        return rows[answer][expected];
    }

    /** The highest cosine of a token of the answer with any expected token; 0 if there is none. */
    float highest(int answer) {
        float highest = 0;
        for (float cosine : rows[answer]) {
            highest = Math.max(highest, cosine);
        }
        return highest;
    }
}
