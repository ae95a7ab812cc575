package rejoinder.grader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import rejoinder.text.ShippedFile;

/**
 * What share of full marks people give to an answer with a given alignment: a rising curve of straight pieces, fitted on graded answers.
 *
 * @param version names the fit, part of every grade's stamp
 * @param anchors corners of the curve, in rising order of raw alignment, scores never falling; flat outside
 */
public record Calibration(String version, List<Anchor> anchors) {
    private static final String RESOURCE = "calibration.txt";

    /**
     * A corner of the curve.
     *
     * @param raw alignment, 0 to 1
     * @param score share of full marks, 0 to 1
     */
    public record Anchor(double raw, double score) {}

    /** Refuses a curve that is empty, falls or leaves [0, 1]. */
    public Calibration {
        anchors = List.copyOf(anchors);
        if (anchors.isEmpty()) {
            throw new IllegalArgumentException("A calibration curve needs an anchor");
        }
        for (int i = 0; i < anchors.size(); i++) {
            Anchor anchor = anchors.get(i);
            boolean inside = anchor.score >= 0 && anchor.score <= 1;
            boolean rises = i == 0 || (anchor.raw > anchors.get(i - 1).raw && anchor.score >= anchors.get(i - 1).score);
            if (!inside || !rises) {
                throw new IllegalArgumentException(
                        "Anchor " + (i + 1)
                                + " of the calibration curve is out of order: raw must rise, scores must not fall and lie in [0, 1]");
            }
        }
    }

    /** The curve that ships with the program; what it was fitted on is in the resource's first lines. */
    public static Calibration shipped() {
        try (Reader in = ShippedFile.open(Calibration.class, RESOURCE)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a curve: {@code #} lines are comments, the first other line is the version, each line after it is a raw alignment and a score.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it has another form
     */
    public static Calibration read(Reader curve) throws IOException {
        BufferedReader lines = new BufferedReader(curve);
        String version = "";
        List<Anchor> anchors = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (version.isEmpty()) {
                version = line.strip();
                continue;
            }
            int gap = line.strip().indexOf(' ');
            if (gap < 0) {
                throw new IllegalArgumentException(
                        "'" + line + "' is not an anchor: write a raw alignment and a score");
            }
            anchors.add(new Anchor(
                    number(line.strip().substring(0, gap)),
                    number(line.strip().substring(gap).strip())));
        }
        return new Calibration(version, anchors);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a number", e);
        }
    }

    /** The share of full marks for a raw alignment, 0 to 1. */
    public double score(double raw) {
        Anchor below = anchors.get(0);
        if (raw <= below.raw) {
            return below.score;
        }
        for (Anchor above : anchors) {
            if (raw <= above.raw) {
                double way = above.raw > below.raw ? (raw - below.raw) / (above.raw - below.raw) : 1;
                return below.score + way * (above.score - below.score);
            }
            below = above;
        }
        return below.score;
    }
}
