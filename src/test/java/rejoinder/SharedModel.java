package rejoinder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import rejoinder.embed.CachingEmbedder;
import rejoinder.embed.MiniLmEmbedder;
import rejoinder.grade.Grader;
import rejoinder.grader.AlignmentGrader;
import rejoinder.grader.Calibration;
import rejoinder.grader.GradingPolicy;
import rejoinder.text.InverseDocumentFrequency;

/** The real sentence model, loaded once for all tests of a run. Tests that use it are tagged {@code model}. */
public final class SharedModel {
    /** Where it is unpacked to. */
    public static final Path CACHE = Path.of("target", "sentence-model");

    /** What the bank's texts are encoded to, kept for the other tests of this build and the next ones. */
    public static final Path ENCODINGS = Path.of("target", "encodings");

    private SharedModel() {}

    private static final class Holder {
        static final MiniLmEmbedder MODEL = MiniLmEmbedder.open(CACHE);
        static final Grader GRADER = new AlignmentGrader(
                new CachingEmbedder(MODEL.forComparing(ENCODINGS), CachingEmbedder.DEFAULT_PIECES),
                GradingPolicy.standard(),
                InverseDocumentFrequency.shipped(),
                Calibration.shipped());
    }

    /** The model. */
    public static MiniLmEmbedder embedder() {
        return Holder.MODEL;
    }

    /** Copies a file of the model as langchain4j packages it. */
    public static Path copy(String name, Path to) throws IOException {
        Files.createDirectories(to.toAbsolutePath().getParent());
        try (InputStream in = SharedModel.class.getResourceAsStream("/" + name)) {
            Files.copy(Objects.requireNonNull(in, name), to);
        }
        return to;
    }

    /** The product's grader over it. */
    public static Grader grader() {
        return Holder.GRADER;
    }
}
