package rejoinder.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.StringTokenizer;

/** How rare a word piece is: ln(N / (1 + number of texts with it)), about 0.6 for "the" and 11.2 for a piece never seen. */
public final class InverseDocumentFrequency {
    private static final String RESOURCE = "document-frequencies.txt";

    private final double[] values;
    private final double unseen;

    private InverseDocumentFrequency(int documents, int[] frequencies) {
        values = Arrays.stream(frequencies).mapToDouble(f -> idf(documents, f)).toArray();
        unseen = idf(documents, 0);
    }

    // StrictMath: the same bits on every machine
    private static double idf(int documents, int frequency) {
        return StrictMath.log(documents / (1.0 + frequency));
    }

    /** The table that ships with the program; its source is in the resource's first lines. */
    public static InverseDocumentFrequency shipped() {
        try (Reader in = ShippedFile.open(InverseDocumentFrequency.class, RESOURCE)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a table: {@code #} lines are comments, the first other line is the number of texts, each line after it is the number of a word piece followed by the
     * frequencies of that piece and of those after it.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it has another form
     */
    public static InverseDocumentFrequency read(Reader table) throws IOException {
        BufferedReader lines = new BufferedReader(table);
        int documents = 0;
        int[] frequencies = new int[0];
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            StringTokenizer numbers = new StringTokenizer(line);
            int first = Integer.parseInt(numbers.nextToken());
            if (documents == 0) {
                documents = first;
                continue;
            }
            int end = first + numbers.countTokens();
            if (end > frequencies.length) {
                frequencies = Arrays.copyOf(frequencies, Math.max(end, frequencies.length * 2));
            }
            for (int id = first; id < end; id++) {
                frequencies[id] = Integer.parseInt(numbers.nextToken());
            }
        }
        if (documents == 0) {
            throw new IllegalArgumentException("A table of document frequencies begins with the number of documents.");
        }
        return new InverseDocumentFrequency(documents, frequencies);
    }

    /** The idf of a word piece by its number in the vocabulary. */
    public double of(int piece) {
        return piece >= 0 && piece < values.length ? values[piece] : unseen;
    }
}
