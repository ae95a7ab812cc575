package rejoinder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import rejoinder.embed.CachingEmbedder;
import rejoinder.embed.MeaningStore;
import rejoinder.embed.MiniLmEmbedder;
import rejoinder.grade.Grader;
import rejoinder.grader.AlignmentGrader;
import rejoinder.grader.Calibration;
import rejoinder.grader.GradingPolicy;
import rejoinder.plan.LikenessByMeaning;
import rejoinder.text.InverseDocumentFrequency;

/** The real sentence model, loaded once for all tests of a run. Tests that use it are tagged {@code model}. */
public final class SharedModel {
    /** Where it is unpacked to. */
    public static final Path CACHE = Path.of("target", "sentence-model");

    /** What the bank's texts are encoded to, kept for the other tests of this build and the next ones. */
    public static final Path ENCODINGS = Path.of("target", "encodings");

    /** What the questions of the bank mean, kept likewise. */
    private static final Path MEANINGS = Path.of("target", "meanings");

    private SharedModel() {}

    private static final class Learned {
        static final Path FILE = learned();

        private static Path learned() {
            try {
                if (!Files.isDirectory(MEANINGS)) {
                    new LikenessByMeaning(MeaningStore.of(embedder(), MEANINGS))
                            .learn(SharedBank.bank(), Integer.MAX_VALUE);
                }
                try (Stream<Path> files = Files.list(MEANINGS)) {
                    return files.findFirst().orElseThrow();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A file with what the questions of the bank mean, for a program that would else learn it: that takes ten seconds of one processor. */
    public static Path meanings() {
        return Learned.FILE;
    }

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
