package rejoinder.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rejoinder.SharedModel;
import rejoinder.text.Embedder;
import rejoinder.text.Encoding;
import rejoinder.text.Encoding.Token;

@Tag("model")
class MiniLmEmbedderTest {
    private final MiniLmEmbedder embedder = SharedModel.embedder();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A tuple is immutable.",
                "party \uD83C\uDF89 time \uD83D\uDC69\u200D\uD83D\uDCBB and then some",
                "caf\u00E9 na\u00EFve cafe\u0301 re\u0301sume\u0301 end",
                "\u5217\u8868\u662F\u53EF\u53D8\u7684 list \u5143\u7D44",
                "\u0627\u0644\u0642\u0627\u0626\u0645\u0629 list \u05E8\u05E9\u05D9\u05DE\u05D4 end",
                "tab\tand\u0000nul and \uD83D lone half \uD83C\uDF89 end",
                "  `dict.get(key)` != None  "
            })
    void everyPieceStandsInTheTextWhereItsSpanSays(String text) {
        Encoding encoding = embedder.encode(text);
        assertThat(encoding.tokens()).isNotEmpty();
        int end = 0;
        for (Token token : encoding.tokens()) {
            assertThat(token.span().start()).isGreaterThanOrEqualTo(end);
            end = token.span().end();
            String there = Normalizer.normalize(token.span().of(text), Normalizer.Form.NFD)
                    .replaceAll("\\p{Mn}", "")
                    .toLowerCase(Locale.ROOT);
            String piece = token.piece().replaceFirst("^##", "");
            if (!piece.equals("[UNK]")) {
                assertThat(there).isEqualTo(Normalizer.normalize(piece, Normalizer.Form.NFD));
            }
        }
        if (text.endsWith("end")) {
            assertThat(end).isEqualTo(text.length());
        }
    }

    @Test
    void theVectorsAreUnitVectors() {
        Encoding encoding = embedder.encode("Generators keep their local state between two calls.");
        for (float[] vector : encoding.vectors()) {
            assertThat(length(vector)).isCloseTo(1, within(1e-5));
        }
        assertThat(length(encoding.pooled())).isCloseTo(1, within(1e-5));
    }

    @Test
    void thePooledVectorIsTheOneThatLangchain4jComputes(@TempDir Path folder) throws IOException {
        String text = "A decorator takes a function and returns another one that wraps it.";
        var theirs = new OnnxEmbeddingModel(
                SharedModel.copy("all-minilm-l6-v2.onnx", folder.resolve("model")),
                SharedModel.copy("all-minilm-l6-v2-tokenizer.json", folder.resolve("tokenizer")),
                PoolingMode.MEAN);
        float[] expected = theirs.embed(text).content().vector();
        float[] ours = new PooledModel(embedder).embed(text).content().vector();
        assertThat(ours).hasSize(MiniLmEmbedder.DIMENSION);
        for (int d = 0; d < ours.length; d++) {
            assertThat(ours[d]).isCloseTo(expected[d], within(1e-5f));
        }
    }

    @Test
    void forComparingATokenIsReadInTwoLayersAndTheTextAsEver() {
        String text = "A tuple is immutable, a list is not.";
        Encoding plain = embedder.encode(text);
        Encoding compared = embedder.forComparing().encode(text);
        assertThat(compared.pooled()).containsExactly(plain.pooled());
        assertThat(compared.tokens()).isEqualTo(plain.tokens());
        for (int i = 0; i < plain.vectors().length; i++) {
            float[] vector = compared.vectors()[i];
            assertThat(length(vector)).isCloseTo(1, within(1e-5));
            // the mean of two unit vectors is nearer to each than they are to each other
            assertThat(dot(vector, plain.vectors()[i])).isBetween(0.7, 0.99);
        }
        assertThat(embedder.forComparing().encodeAfter("What is a list?", text).vectors()[0])
                .isNotEqualTo(compared.vectors()[0]);
    }

    @Test
    void theSameTextGivesTheSameBits() {
        String text = "Sets hold each value once. ".repeat(60);
        assertThat(embedder.encode(text).vectors())
                .isDeepEqualTo(embedder.encode(text).vectors());
    }

    @Test
    void nothingIsCutFromALongText() {
        String start = "The garbage collector frees cycles. ".repeat(150);
        Encoding plain = embedder.encode(start + "Threads share memory.");
        Encoding other = embedder.encode(start + "Bananas are yellow.");
        assertThat(plain.tokens().get(plain.tokens().size() - 1).span().of(plain.text()))
                .isEqualTo(".");
        assertThat(plain.tokens().size()).isGreaterThan(3 * MiniLmEmbedder.WINDOW);
        assertThat(List.of(plain.vectors())).doesNotContainNull();
        assertThat(plain.cosine(other)).isLessThan(0.99999);
    }

    @Test
    void aWordInALongTextIsReadMuchAsInAShortOne() {
        String filler = "It was a quiet day at the office and nobody asked anything. ".repeat(40);
        String sentence = "A dictionary maps keys to values.";
        Encoding alone = embedder.encode(sentence);
        Encoding inside = embedder.encode(filler + sentence + " " + filler);
        int first = 0;
        while (inside.tokens().get(first).span().start() < filler.length()) {
            first++;
        }
        for (int i = 0; i < alone.tokens().size(); i++) {
            if (alone.tokens().get(i).piece().length() >= 4) {
                assertThat(inside.tokens().get(first + i).piece())
                        .isEqualTo(alone.tokens().get(i).piece());
                assertThat(dot(alone.vectors()[i], inside.vectors()[first + i])).isGreaterThan(0.4);
            }
        }
    }

    @Test
    void aContextChangesTheVectorsAndNotTheTokens() {
        Encoding alone = embedder.encode("They are faster.");
        Encoding after = embedder.encodeAfter("Why use tuples?", "They are faster.");
        assertThat(after.tokens()).isEqualTo(alone.tokens());
        assertThat(after.text()).isEqualTo("They are faster.");
        assertThat(dot(after.vectors()[0], alone.vectors()[0])).isLessThan(0.999);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n\t ", "\u0000\u0000", "\u200B"})
    void aTextWithoutWordsHasNoTokens(String text) {
        Encoding encoding = embedder.encode(text);
        assertThat(encoding.tokens()).isEmpty();
        assertThat(encoding.pooled()).containsOnly(0f);
    }

    @Test
    void aHundredThousandCharactersAreRead() {
        String text = "queue stack heap ".repeat(6_000).substring(0, 100_000);
        assertThat(List.of(embedder.encode(text).vectors()))
                .doesNotContainNull()
                .hasSizeGreaterThan(15_000);
        assertThat(embedder.encode("x".repeat(100_000)).tokens()).hasSize(1);
    }

    @Test
    void aDamagedFileIsUnpackedAgain(@TempDir Path folder) throws IOException {
        Path tokenizer = ModelFiles.unpack(folder).tokenizer();
        byte[] whole = Files.readAllBytes(tokenizer);
        Files.writeString(tokenizer, "x", StandardOpenOption.APPEND);
        ModelFiles.unpack(folder);
        assertThat(Files.readAllBytes(tokenizer)).isEqualTo(whole);
    }

    @Test
    void aModelThatWasCutShortIsUnpackedAgain(@TempDir Path folder) throws IOException {
        Path model = ModelFiles.unpack(folder).lower();
        long size = Files.size(model);
        try (FileChannel channel = FileChannel.open(model, StandardOpenOption.WRITE)) {
            channel.truncate(size - 1);
        }
        ModelFiles.unpack(folder);
        assertThat(Files.size(model)).isEqualTo(size);
    }

    @Test
    void aTextThatIsOnlyReadOrOnlyComparedIsEncodedAsEver() {
        Embedder comparing = embedder.forComparing();
        // longer than one window
        String text = "A tuple is immutable, a list is not. ".repeat(40);
        Encoding both = comparing.encodeAfter("What is a list?", text);
        Encoding compared = comparing.compareAfter("What is a list?", text);
        Encoding read = comparing.readAfter("What is a list?", text);
        assertThat(compared.vectors()).isDeepEqualTo(both.vectors());
        assertThat(compared.pooled()).containsExactly(both.pooled());
        assertThat(compared.claims()).isEmpty();
        assertThat(read.claims()).isDeepEqualTo(both.claims());
        assertThat(read.claimWeights()).containsExactly(both.claimWeights());
        assertThat(read.tokens()).isEqualTo(both.tokens());
        assertThat(read.vectors()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldInOneSentence(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> MiniLmEmbedder.open(file.resolve("model")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("make sure that the folder can be written");
    }

    @Test
    void theChecksumIsThatOfTheFiles() {
        assertThat(embedder.checksum())
                .matches("[0-9a-f]{16}")
                .isEqualTo(SharedModel.embedder().checksum());
    }

    private static double length(float[] vector) {
        return Math.sqrt(dot(vector, vector));
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += (double) a[d] * b[d];
        }
        return sum;
    }
}
