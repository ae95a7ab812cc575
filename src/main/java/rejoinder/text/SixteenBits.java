package rejoinder.text;

/**
 * Vectors in half their size: each number is a multiple of a power of two, the same for the whole vector, so that it fits into sixteen bits. What is kept in a file
 * and what is encoded again is rounded alike, and rounding twice changes nothing; so a grade does not depend on whether there was a file. A cosine moves by less
 * than 0.00003.
 */
public final class SixteenBits {
    private static final int BITS = 15;

    private SixteenBits() {}

    /** The power of two below which all numbers of a vector lie. */
    public static int exponent(float[] vector) {
        float greatest = 0;
        for (float value : vector) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        return Math.max(Math.getExponent(greatest), Byte.MIN_VALUE + BITS) + 1;
    }

    /** A number as a multiple. */
    public static short multiple(float value, int exponent) {
        int rounded = Math.round(Math.scalb(value, BITS - exponent));
        return (short) Math.max(-Short.MAX_VALUE, Math.min(Short.MAX_VALUE, rounded));
    }

    /** What a multiple of 1 stands for. */
    public static float unit(int exponent) {
        return Math.scalb(1f, exponent - BITS);
    }

    /** The same vectors, rounded. */
    static float[][] rounded(float[][] vectors) {
        float[][] rounded = new float[vectors.length][];
        for (int i = 0; i < vectors.length; i++) {
            int exponent = exponent(vectors[i]);
            float unit = unit(exponent);
            rounded[i] = new float[vectors[i].length];
            for (int d = 0; d < rounded[i].length; d++) {
                rounded[i][d] = multiple(vectors[i][d], exponent) * unit;
            }
        }
        return rounded;
    }
}
