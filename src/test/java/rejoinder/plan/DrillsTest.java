package rejoinder.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.pack.PackFolder;

class DrillsTest {
    private static final Question COPIES = Banks.question(
            "objects/copies",
            Banks.point("deep", "A deep copy recursively copies the nested objects of copies."),
            Banks.point("bare", "It is so."));
    private static final ItemBank BANK =
            Banks.of(COPIES, Banks.question("objects/other", Banks.point("p", "The objects of a copy are nested.")));

    @Test
    void aDrillNamesTheRarestWordsOfThePointThatTheQuestionDoesNotHave() {
        Drills.Drill drill = new Drills(BANK)
                .of(weak("deep", "A deep copy recursively copies the nested objects."))
                .orElseThrow();

        assertThat(drill.question()).isEqualTo(COPIES);
        assertThat(drill.ask())
                .isEqualTo("In your own words, in one line: what matters here about “deep” and “recursively”?");
    }

    @Test
    void aPointWithoutAnyRareWordIsAskedForAllTheSame() {
        assertThat(new Drills(BANK).of(weak("bare", "It is so.")).orElseThrow().ask())
                .endsWith("what matters here about the missing point?");
    }

    @Test
    void noDrillOfAShippedPointNamesAWordThatSaysLittle() {
        ItemBank shipped = PackFolder.shipped().bank();
        Drills drills = new Drills(shipped);
        int unnamed = 0;
        for (Question question : shipped.questions()) {
            for (KeyPoint point : question.keyPoints()) {
                String ask = drills.ask(question, point.statement());
                assertThat(ask).doesNotContain("“those”", "“most”", "“should”", "“already”", "“yourself”", "“either”");
                unnamed += ask.contains("“") ? 0 : 1;
            }
        }
        assertThat(unnamed).isLessThan(5);
    }

    @Test
    void aPointOfADeletedQuestionIsNotDrilled() {
        WeakPoint gone = new WeakPoint(
                "Gone.", List.of(new WeakPoint.Place(Reviews.id("objects/gone"), "p")), 1, 1, Instant.EPOCH);

        assertThat(new Drills(BANK).of(gone)).isEmpty();
    }

    @Test
    void noShippedPointIsGivenAwayByItsDrill() {
        ItemBank shipped = PackFolder.shipped().bank();
        Drills drills = new Drills(shipped);
        for (Question question : shipped.questions()) {
            for (KeyPoint point : question.keyPoints()) {
                WeakPoint weak = new WeakPoint(
                        point.statement(),
                        List.of(new WeakPoint.Place(question.id(), point.id())),
                        1,
                        1,
                        Instant.EPOCH);
                String ask = drills.of(weak).orElseThrow().ask();
                assertThat(ask).startsWith("In your own words").doesNotContain(point.statement());
            }
        }
    }

    private static WeakPoint weak(String point, String statement) {
        return new WeakPoint(statement, List.of(new WeakPoint.Place(COPIES.id(), point)), 1, 1, Instant.EPOCH);
    }
}
