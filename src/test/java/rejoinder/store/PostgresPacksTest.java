package rejoinder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.Topic;
import rejoinder.intake.Editing;
import rejoinder.intake.ImportRefused;
import rejoinder.intake.Importing;
import rejoinder.intake.Preview;
import rejoinder.pack.LoadedPacks;
import rejoinder.pack.OwnPacks;
import rejoinder.session.TestBank;
import rejoinder.session.TestClock;

/** The questions that people import and edit, on two servers of one database. */
class PostgresPacksTest {
    private static final LoadedPacks SHIPPED = new LoadedPacks(TestBank.bank(3), Map.of(), List.of(), List.of());
    private static final QuestionId FIRST = new QuestionId("topic-0", "question-0");

    private final String url = PostgresServer.get().emptied("packs");
    private final Database one = Database.open(url);
    private final Database other = Database.open(url);
    private final AtomicInteger tokens = new AtomicInteger();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Path folder;

    PostgresPacksTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        other.close();
        one.close();
    }

    private OwnPacks packs(Database database, String server) {
        return new OwnPacks(SHIPPED, folder.resolve(server).resolve("packs"), database.packs());
    }

    private Importing importing(OwnPacks packs) {
        Importing importing = new Importing(
                packs,
                folder.resolve("uploads-" + tokens.incrementAndGet()),
                new Importing.Around(
                        Optional::empty,
                        prompt -> Optional.empty(),
                        ids -> false,
                        () -> {},
                        new TestClock(),
                        () -> "import-" + tokens.incrementAndGet()));
        open.add(importing);
        return importing;
    }

    private static Question asking(String slug, String prompt) {
        return TestBank.question("topic-0", slug, prompt);
    }

    private static Editing editing(OwnPacks packs) {
        return new Editing(packs, () -> {});
    }

    private static String prompt(OwnPacks packs) {
        return packs.all().bank().question(FIRST).orElseThrow().prompt();
    }

    private static void save(OwnPacks packs, Question question) {
        Editing editing = editing(packs);
        editing.save(question, editing.mark(editing.question(question.id())));
    }

    @Test
    void whatIsChangedOnOneServerIsAskedOnTheOtherAndByOneThatStartsLater() {
        OwnPacks here = packs(one, "one");
        OwnPacks there = packs(other, "other");
        assertThat(there.follow()).isFalse();
        save(here, asking("question-0", "What does the gate do at night?"));
        editing(here).delete(new QuestionId("topic-0", "question-2"));
        assertThat(there.follow()).isTrue();
        assertThat(prompt(there)).isEqualTo("What does the gate do at night?");
        assertThat(there.all().bank().questions())
                .isEqualTo(here.all().bank().questions())
                .hasSize(2);
        assertThat(there.follow()).isFalse();
        assertThat(here.follow()).as("what it has written itself").isFalse();
        assertThat(packs(other, "later").all().bank().questions())
                .isEqualTo(here.all().bank().questions());
    }

    @Test
    void anImportOnOneServerIsTakenBackOnTheOther() throws IOException {
        OwnPacks here = packs(one, "one");
        OwnPacks there = packs(other, "other");
        Importing importing = importing(here);
        Path file = importing.room().resolve("mine.md");
        Files.writeString(
                file, "# Mine\n\n## What is a lease?\n\nA right that runs out unless it is renewed in time.\n");
        Preview preview = importing.read(List.of(new Preview.Source("mine.md", file)));
        assertThat(importing.commit(preview.id(), false).added()).isEqualTo(1);
        there.follow();
        assertThat(there.all().bank().questions()).hasSize(4);
        Importing elsewhere = importing(there);
        assertThat(elsewhere.past(9).newest())
                .singleElement()
                .satisfies(past -> assertThat(past.why()).isEmpty());
        elsewhere.undo(elsewhere.past(9).newest().get(0).id());
        here.follow();
        assertThat(here.all().bank().questions()).hasSize(3);
        assertThat(importing.past(9).found()).isZero();
    }

    @Test
    void ofTwoChangesAtTheSameTimeTheSecondIsRefusedInWordsAndTheFirstStays() {
        OwnPacks here = packs(one, "one");
        OwnPacks there = packs(other, "other");
        save(here, asking("question-0", "Asked by the first?"));
        assertThatThrownBy(() -> save(there, asking("question-0", "Asked by the second?")))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("changed on another server meanwhile, so nothing was written");
        assertThat(prompt(there)).as("and is seen at once").isEqualTo("Asked by the first?");
        save(there, asking("question-0", "Asked by the second?"));
        here.follow();
        assertThat(prompt(here)).isEqualTo("Asked by the second?");
    }

    @Test
    void whatLayInTheFolderOfTheFirstServerIsSharedAndWhatLaysInAnotherIsMovedAside() throws IOException {
        OwnPacks alone = new OwnPacks(SHIPPED, folder.resolve("one").resolve("packs"));
        save(alone, asking("question-0", "Asked before there were two?"));
        OwnPacks stranger = new OwnPacks(SHIPPED, folder.resolve("other").resolve("packs"));
        save(stranger, asking("question-0", "Asked by the other alone?"));
        assertThat(prompt(packs(one, "one"))).isEqualTo("Asked before there were two?");
        assertThat(prompt(packs(other, "other"))).isEqualTo("Asked before there were two?");
        try (Stream<Path> files = Files.walk(folder.resolve("other"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".md")).map(PostgresPacksTest::text))
                    .as("nothing is lost")
                    .anyMatch(text -> text.contains("Asked by the other alone?"));
        }
    }

    @Test
    void aFileThatWasChangedByHandIsMovedAsideAndACopyOfEarlierIsNot() throws IOException {
        OwnPacks here = packs(one, "one");
        save(here, asking("question-0", "Asked first?"));
        Path mirrored = folder.resolve("other");
        packs(other, "other");
        save(here, asking("question-0", "Asked second?"));
        assertThat(prompt(packs(other, "other"))).isEqualTo("Asked second?");
        assertThat(mirrored).isDirectoryNotContaining("glob:**packs-of*");
        Path pack;
        try (Stream<Path> files = Files.list(mirrored.resolve("packs"))) {
            pack = files.filter(file -> file.toString().endsWith(".md"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(pack, text(pack).replace("Asked second?", "Asked by hand?"));
        assertThat(prompt(packs(other, "other"))).isEqualTo("Asked second?");
        assertThat(mirrored).isDirectoryContaining("glob:**packs-of-this-server-*");
    }

    @Test
    void aCopyTakesThePlaceOfTheOldOneWholeSoThatACrashCannotCutItOff() throws IOException {
        OwnPacks here = packs(one, "one");
        save(here, asking("question-0", "Asked first?"));
        OwnPacks there = packs(other, "other");
        Path copies = folder.resolve("other").resolve("packs");
        Path pack;
        try (Stream<Path> files = Files.list(copies)) {
            pack = files.filter(file -> file.toString().endsWith(".md"))
                    .findFirst()
                    .orElseThrow();
        }
        Path old = Files.createLink(folder.resolve("old.md"), pack);
        save(here, asking("question-0", "Asked second?"));
        assertThat(there.follow()).isTrue();
        assertThat(text(pack)).contains("Asked second?");
        assertThat(text(old)).as("nothing was written into the old one").contains("Asked first?");
        assertThat(copies).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aTopicThatIsEmptiedOnOneServerIsGoneOnTheOther() throws IOException {
        OwnPacks here = packs(one, "one");
        OwnPacks there = packs(other, "other");
        Topic topic = new Topic("new", "New", 9, "");
        QuestionId id = new QuestionId("new", "why");
        here.write(here.planned(
                List.of(new OwnPacks.Put("why", topic, TestBank.question("new", "why", "Why?"))), Set.of()));
        there.follow();
        assertThat(there.all().bank().question(id)).isPresent();
        there.write(there.planned(List.of(), Set.of(id)));
        here.follow();
        assertThat(here.all().bank().topic("new")).isEmpty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
