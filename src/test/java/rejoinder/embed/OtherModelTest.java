package rejoinder.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.SharedModel;
import rejoinder.text.KeptMeanings.Kept;
import rejoinder.text.Meanings.Near;

/** The files of the shipped model stand for those of another one, loaded by langchain4j from a folder. */
@Tag("model")
class OtherModelTest {
    @TempDir
    private Path folder;

    @Test
    void aModelInAFolderComparesQuestionsAndItsMeaningsAreKept() throws IOException {
        SharedModel.embedder();
        copy("all-minilm-l6-v2.onnx", "onnx/model.onnx");
        copy("all-minilm-l6-v2-tokenizer.json", "tokenizer.json");
        OtherModel other = OtherModel.open(folder, SharedModel.CACHE);
        Path kept = folder.resolve("meanings");
        MeaningStore store = MeaningStore.of(other, kept);

        assertThat(store.learn(
                        List.of(
                                new Kept("a/mutex", "1", "What does a mutex protect?", List.of()),
                                new Kept("a/parrot", "1", "How long does a parrot live?", List.of())),
                        99))
                .isTrue();

        assertThat(store.nearest("Which data is guarded by a lock?", -1, 9))
                .extracting(Near::key)
                .containsExactly("a/mutex", "a/parrot");
        assertThat(kept.resolve(other.checksum() + ".json")).isRegularFile();
        assertThat(other.checksum()).isNotEqualTo(SharedModel.embedder().checksum());
        assertThat(MeaningStore.of(other, kept).learn(List.of(), 0)).isTrue();

        // read by the first token instead of the mean, it is another model
        Files.createDirectories(folder.resolve("1_Pooling"));
        Files.writeString(folder.resolve("1_Pooling/config.json"), "{\"pooling_mode_cls_token\": true}");
        assertThat(OtherModel.open(folder, SharedModel.CACHE).checksum()).isNotEqualTo(other.checksum());
    }

    @Test
    void theScaleOfTheShippedModelIsTheOneThatWasMeasured() {
        assertThat(LikenessScale.of(new PooledModel(SharedModel.embedder())).unrelated())
                .isCloseTo(LikenessScale.SHIPPED.unrelated(), within(.001));
    }

    @Test
    void aModelThatPutsEverythingCloseTogetherIsStretched() {
        LikenessScale close = new LikenessScale(.7);
        assertThat(close.likeness(.7)).isCloseTo(LikenessScale.SHIPPED.unrelated(), within(1e-9));
        assertThat(close.likeness(1)).isEqualTo(1);
        assertThat(close.likeness(close.cosine(.75))).isCloseTo(.75, within(1e-9));
        assertThat(LikenessScale.SHIPPED.likeness(.42)).isEqualTo(.42);
    }

    @Test
    void whatAFolderLacksIsSaid() throws IOException {
        assertThatThrownBy(() -> OtherModel.check(folder))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("There is no model.onnx in " + folder);
        Files.writeString(folder.resolve("model.onnx"), "no model");
        assertThatThrownBy(() -> OtherModel.check(folder)).hasMessageContaining("There is no tokenizer.json");
        SharedModel.embedder();
        copy("all-minilm-l6-v2-tokenizer.json", "tokenizer.json");
        OtherModel.check(folder);
        assertThatThrownBy(() -> OtherModel.open(folder, SharedModel.CACHE))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("could not be loaded")
                .hasMessageContaining("export it for ONNX");
    }

    private void copy(String name, String to) throws IOException {
        SharedModel.copy(name, folder.resolve(to));
    }
}
