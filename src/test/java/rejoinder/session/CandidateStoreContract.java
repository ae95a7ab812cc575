package rejoinder.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rejoinder.bank.QuestionId;
import rejoinder.plan.CandidateId;

/** What every notebook keeps to. */
public abstract class CandidateStoreContract {
    private static final CandidateId ADA = new CandidateId("ada");
    private static final CandidateId BEN = new CandidateId("ben");
    private static final QuestionId ONE = new QuestionId("topic", "one");
    private static final QuestionId TWO = new QuestionId("topic", "two");

    /** An empty notebook. */
    protected abstract CandidateStore notebook();

    @Test
    void aNoteIsReplacedByTheNextAndRemovedByABlankOne() {
        assertThat(notebook().note(ADA, ONE)).isEmpty();
        notebook().note(ADA, ONE, "first");
        notebook().note(ADA, ONE, "second");
        notebook().note(ADA, TWO, "other");
        assertThat(notebook().note(ADA, ONE)).contains("second");
        assertThat(notebook().notes(ADA)).isEqualTo(Map.of(ONE, "second", TWO, "other"));
        notebook().note(ADA, ONE, " \n");
        assertThat(notebook().note(ADA, ONE)).isEmpty();
        assertThat(notebook().notes(ADA)).isEqualTo(Map.of(TWO, "other"));
    }

    @Test
    void wordingsStandInTheOrderTheyWereAcceptedAndNoneTwice() {
        AcceptedWording first = new AcceptedWording(ONE, "gate", "wide open", Instant.ofEpochMilli(2));
        AcceptedWording second = new AcceptedWording(ONE, "", "ajar\u0000\uD800", Instant.ofEpochMilli(3));
        notebook().accept(ADA, first);
        notebook().accept(ADA, second);
        notebook().accept(ADA, new AcceptedWording(ONE, "gate", "wide open", Instant.ofEpochMilli(9)));
        notebook().accept(BEN, new AcceptedWording(TWO, "gate", "his", Instant.ofEpochMilli(1)));
        assertThat(notebook().wordings(ADA)).containsExactly(first, second);
        assertThat(notebook().forget(BEN, first.id())).isFalse();
        assertThat(notebook().forget(ADA, first.id())).isTrue();
        assertThat(notebook().forget(ADA, first.id())).isFalse();
        assertThat(notebook().wordings(ADA)).containsExactly(second);
    }

    @Test
    void allOfOneCandidateIsClearedAndNothingOfAnother() {
        notebook().note(ADA, ONE, "hers");
        notebook().accept(ADA, new AcceptedWording(ONE, "gate", "wide open", Instant.ofEpochMilli(2)));
        notebook().setting(ADA, "theme", "dark");
        notebook().note(BEN, ONE, "his");
        notebook().clear(ADA);
        assertThat(notebook().notes(ADA)).isEmpty();
        assertThat(notebook().wordings(ADA)).isEmpty();
        assertThat(notebook().setting(ADA, "theme")).isEmpty();
        assertThat(notebook().note(BEN, ONE)).contains("his");
    }

    @Test
    void aSettingIsReplacedByTheNextAndMayBeEmpty() {
        assertThat(notebook().setting(ADA, "theme")).isEmpty();
        notebook().setting(ADA, "theme", "dark");
        notebook().setting(ADA, "theme", "");
        notebook().setting(ADA, "start", "{}");
        assertThat(notebook().setting(ADA, "theme")).contains("");
        assertThat(notebook().setting(ADA, "start")).contains("{}");
    }

    @Test
    void twoCandidatesNeverSeeEachOthersNotesAndSettings() {
        notebook().note(ADA, ONE, "hers");
        notebook().setting(ADA, "theme", "dark");
        notebook().note(BEN, ONE, " ");
        assertThat(notebook().note(BEN, ONE)).isEmpty();
        assertThat(notebook().notes(BEN)).isEmpty();
        assertThat(notebook().setting(BEN, "theme")).isEmpty();
        assertThat(notebook().note(ADA, ONE)).contains("hers");
    }

    @ParameterizedTest
    @MethodSource("rejoinder.session.SessionStoreContract#texts")
    void everyTextIsKeptToTheCharacter(String text) {
        notebook().setting(ADA, "name " + text, text);
        assertThat(notebook().setting(ADA, "name " + text)).contains(text);
        notebook().note(ADA, ONE, "note" + text);
        assertThat(notebook().note(ADA, ONE)).contains("note" + text);
    }
}
