package rejoinder.intake;

/**
 * A block, or a line of one, that begins a question.
 *
 * @param block its index
 * @param line number in the file
 * @param prompt what is asked; empty if the next paragraph says it
 * @param rest what is in the same block behind the prompt
 * @param closed whether the question ends with {@code rest}, so that what follows is not part of it
 * @param sure how surely it is a question: 1 for one that asks or is marked, less for one that only stands where questions stand
 * @param answered whether {@code rest} is the answer, and not what the question goes on with
 */
record Start(int block, int line, String prompt, String rest, boolean closed, double sure, boolean answered) {
    static Start open(int block, int line, String prompt, double sure) {
        return new Start(block, line, prompt, "", false, sure, false);
    }

    static Start card(int block, int line, String prompt, String answer) {
        return new Start(block, line, prompt, answer, true, 1, true);
    }
}
