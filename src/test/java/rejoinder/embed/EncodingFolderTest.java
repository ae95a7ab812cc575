package rejoinder.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.WordOrderEmbedder;
import rejoinder.text.EncodedTexts;
import rejoinder.text.Encoding;

class EncodingFolderTest {
    private static final String QUESTION = "How do a list and a tuple differ? \uD83C\uDF89";

    private final WordOrderEmbedder words = new WordOrderEmbedder();

    @TempDir
    private Path data;

    private Path folder() {
        return data.resolve("encodings");
    }

    private EncodingFolder shelf(String makers) {
        return new EncodingFolder(folder(), makers);
    }

    private EncodedTexts texts(String... statements) {
        List<Encoding> compared = new ArrayList<>();
        List<Encoding> claims = new ArrayList<>();
        for (String statement : statements) {
            compared.add(words.encode(statement).comparedOnly());
            claims.add(words.encode(statement + " indeed").claimsOnly());
        }
        return new EncodedTexts(words.encode(QUESTION).comparedOnly(), compared, claims);
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private static void same(Encoding found, Encoding kept) {
        assertThat(found.text()).isEqualTo(kept.text());
        assertThat(found.tokens()).isEqualTo(kept.tokens());
        assertThat(found.vectors()).isDeepEqualTo(kept.vectors());
        assertThat(found.claims()).isDeepEqualTo(kept.claims());
        assertThat(found.claimWeights()).containsExactly(kept.claimWeights());
    }

    private static void same(Optional<EncodedTexts> found, EncodedTexts kept) {
        assertThat(found).isPresent();
        same(found.get().context(), kept.context());
        assertThat(found.get().compared()).hasSameSizeAs(kept.compared());
        assertThat(found.get().claims()).hasSameSizeAs(kept.claims());
        for (int i = 0; i < kept.compared().size(); i++) {
            same(found.get().compared().get(i), kept.compared().get(i));
            same(found.get().claims().get(i), kept.claims().get(i));
        }
    }

    @Test
    void whatIsKeptIsFoundAgainToTheLastBit() {
        EncodedTexts kept = texts("A list is mutable.", "", "caf\u00E9 \uD83C\uDF89 na\u00EFve", "x ".repeat(2_000));
        assertThat(shelf("model reader").keep(kept)).isTrue();
        same(shelf("model reader").find(QUESTION), kept);
        assertThat(shelf("model reader").find("Another question?")).isEmpty();
    }

    @Test
    void whatAnotherModelOrReaderMadeIsNotUsedAndGivesWay() {
        shelf("model reader").keep(texts("one"));
        assertThat(shelf("model other").find(QUESTION)).isEmpty();
        EncodedTexts kept = texts("one", "two");
        shelf("model other").keep(kept);
        same(shelf("model other").find(QUESTION), kept);
        assertThat(shelf("model reader").find(QUESTION)).isEmpty();
    }

    @Test
    void aFileThatIsDamagedCutOffOrForeignIsAsGoodAsNone() throws IOException {
        EncodedTexts kept = texts("A list is mutable.", "A tuple is not.");
        shelf("model").keep(kept);
        byte[] good = Files.readAllBytes(onlyFile());
        SplittableRandom dice = new SplittableRandom(3);
        for (int i = 0; i < 300; i++) {
            byte[] bad = good.clone();
            bad[i < 40 ? i : dice.nextInt(bad.length)] ^= (byte) (1 << dice.nextInt(8));
            Files.write(onlyFile(), bad);
            assertThat(shelf("model").find(QUESTION)).isEmpty();
            Files.write(onlyFile(), java.util.Arrays.copyOf(good, dice.nextInt(good.length)));
            assertThat(shelf("model").find(QUESTION)).isEmpty();
        }
        Files.write(
                onlyFile(),
                "# Not a file of ours, and longer than the head of one"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(shelf("model").find(QUESTION)).isEmpty();
        assertThat(shelf("model").keep(kept)).isTrue();
        same(shelf("model").find(QUESTION), kept);
    }

    @Test
    void onlyTheCandidateMayReadTheFile() throws IOException {
        assumeTrue(data.getFileSystem().supportedFileAttributeViews().contains("posix"), "no owners on this system");
        shelf("model").keep(texts("one"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(onlyFile())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void aFolderThatCannotBeMadeKeepsNothingAndBreaksNothing() throws IOException {
        Files.writeString(folder(), "a file stands where the folder should");
        assertThat(shelf("model").keep(texts("one"))).isFalse();
        assertThat(shelf("model").find(QUESTION)).isEmpty();
    }

    @Test
    void whoeverReadsWhileOthersKeepFindsOneOfTheTwo() {
        EncodedTexts one = texts("one");
        EncodedTexts two = texts("one", "two");
        shelf("model").keep(one);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 100; i++) {
                shelf("model").keep(i % 2 == 0 ? two : one);
            }
        });
        do {
            assertThat(shelf("model").find(QUESTION).orElseThrow().claims()).hasSizeBetween(1, 2);
        } while (!writing.isDone());
        writing.join();
    }
}
