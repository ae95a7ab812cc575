package rejoinder.grade;

/**
 * An answer, laid out once for its comparison with many expected texts.
 *
 * @param reading the answer
 * @param plain its vectors read alone
 * @param inContext the same read after the question
 */
record Given(Reading reading, Similarities.Columns plain, Similarities.Columns inContext) {
    static Given of(Reading reading) {
        return new Given(
                reading,
                Similarities.Columns.of(reading.plain().vectors()),
                Similarities.Columns.of(reading.inContext().vectors()));
    }

    int size() {
        return reading.size();
    }
}
