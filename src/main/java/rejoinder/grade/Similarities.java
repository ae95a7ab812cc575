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
            // a sum per cell grows in the order of the dimensions, four at a time: the inner loop has no reduction, so
            // the compiler may use vector
            // instructions without changing a bit of the result
            int d = 0;
            for (; d + 3 < columns.length; d += 4) {
                add(row, vector[d], columns[d], vector[d + 1], columns[d + 1]);
                add(row, vector[d + 2], columns[d + 2], vector[d + 3], columns[d + 3]);
            }
            for (; d < columns.length; d++) {
                add(row, vector[d], columns[d], 0, columns[d]);
            }
        }
        return new Similarities(rows);
    }

    private static void add(float[] row, float one, float[] first, float other, float[] second) {
        for (int t = 0; t < row.length; t++) {
            row[t] += one * first[t] + other * second[t];
        }
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
