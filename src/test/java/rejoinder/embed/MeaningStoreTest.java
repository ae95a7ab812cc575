package rejoinder.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.WordOrderEmbedder;
import rejoinder.text.KeptMeanings.Kept;
import rejoinder.text.Meanings.Near;

class MeaningStoreTest {
    private static final Kept LISTS =
            new Kept("lists/order", "1", "Does a list keep its order?", List.of("Items stay where they were put."));
    private static final Kept SETS = new Kept("sets/order", "1", "Does a set keep its order?", List.of());
    private static final Kept FILES = new Kept("files/close", "1", "Who closes an open file?", List.of());

    @TempDir
    private Path folder;

    private final WordOrderEmbedder model = new WordOrderEmbedder();

    @Test
    void whatWasReadIsNotReadAgainAtTheNextStart() {
        assertThat(MeaningStore.of(model, folder).learn(List.of(LISTS, SETS), 99))
                .isTrue();
        model.encoded = 0;

        MeaningStore next = MeaningStore.of(model, folder);
        int toLoad = model.encoded;

        assertThat(next.learn(List.of(LISTS, SETS), 0)).isTrue();
        assertThat(next.between(LISTS.prompt(), LISTS.points().get(0)))
                .isCloseTo(
                        MeaningStore.of(model)
                                .between(LISTS.prompt(), LISTS.points().get(0)),
                        within(1e-6));
        assertThat(keys(next, LISTS.prompt())).containsExactly("lists/order", "sets/order");
        // the length of a vector is asked for once, and the other store has read two texts
        assertThat(model.encoded).isEqualTo(toLoad + 2);
    }

    @Test
    void onlyWhatChangedIsReadAgainAndWhatIsGoneIsForgotten() {
        MeaningStore.of(model, folder).learn(List.of(LISTS, SETS, FILES), 99);
        MeaningStore next = MeaningStore.of(model, folder);
        Kept changed = new Kept("sets/order", "2", "In which order does a set hand out its items?", List.of());
        model.encoded = 0;

        assertThat(next.learn(List.of(LISTS, changed), 99)).isTrue();

        assertThat(model.encoded).isEqualTo(1);
        MeaningStore third = MeaningStore.of(model, folder);
        assertThat(keys(third, FILES.prompt())).doesNotContain("files/close");
        assertThat(third.nearest(changed.prompt(), .99, 9))
                .singleElement()
                .extracting(Near::key)
                .isEqualTo("sets/order");
    }

    @Test
    void anEditedPointDoesNotKeepTheOldOne() {
        MeaningStore store = MeaningStore.of(model, folder);
        store.learn(List.of(LISTS), 99);
        store.learn(List.of(new Kept("lists/order", "2", LISTS.prompt(), List.of("It keeps it."))), 99);

        assertThat(folder).isDirectoryContaining(file -> holds(file, "It keeps it."));
        assertThat(folder).isDirectoryNotContaining(file -> holds(file, "Items stay where they were put."));
    }

    @Test
    void manyTextsAreReadAFewAtATime() {
        List<Kept> many = IntStream.range(0, 25)
                .mapToObj(i -> new Kept("q/" + i, "1", "What is number " + i + "?", List.of()))
                .toList();
        MeaningStore store = MeaningStore.of(model, folder);

        assertThat(store.learn(many, 10)).isFalse();
        assertThat(store.learn(many, 10)).isFalse();
        assertThat(store.learn(many, 10)).isTrue();

        assertThat(keys(store, "What is number 24?")).startsWith("q/24").hasSize(25);
    }

    @Test
    void pointsAreComparedButNotFound() {
        MeaningStore store = MeaningStore.of(model);
        store.learn(List.of(LISTS), 99);

        assertThat(keys(store, LISTS.points().get(0))).containsExactly("lists/order");
        assertThat(store.nearest(LISTS.points().get(0), .99, 9)).isEmpty();
    }

    @Test
    void aBrokenFileIsMadeAgain() throws IOException {
        MeaningStore.of(model, folder).learn(List.of(LISTS), 99);
        Path file = files().get(0);
        for (String broken : List.of("", "{\"entries\":[", "[]", "{\"entries\":[{\"id\":\"1\"}]}")) {
            Files.writeString(file, broken);
            MeaningStore again = MeaningStore.of(model, folder);
            assertThat(again.learn(List.of(LISTS), 99)).as(broken).isTrue();
            assertThat(keys(again, LISTS.prompt())).as(broken).containsExactly("lists/order");
        }
    }

    @Test
    void whatAnotherModelMadeIsThrownAway() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("anothermodel.json"), "{}");
        MeaningStore.of(model, folder).learn(List.of(LISTS), 99);
        assertThat(files()).singleElement().extracting(Path::getFileName).hasToString(model.checksum() + ".json");
    }

    @Test
    void blankTextsAreLikeNothing() {
        MeaningStore store = MeaningStore.of(model);
        store.learn(List.of(new Kept("q/blank", "1", " ", List.of("")), LISTS), 99);

        assertThat(store.between("", LISTS.prompt())).isZero();
        assertThat(store.nearest(" ", -1, 9)).isEmpty();
        assertThat(keys(store, LISTS.prompt())).containsExactly("lists/order");
        assertThat(store.index(Map.of("1", "", "2", "an order")).nearest("an order", .9, 9))
                .extracting(Near::key)
                .containsExactly("2");
    }

    private static List<String> keys(MeaningStore store, String text) {
        return store.nearest(text, -1, 99).stream().map(Near::key).toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
