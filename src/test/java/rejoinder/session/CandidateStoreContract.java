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
    protected abstract CandidateStore candidates();

    @Test
    void aNoteIsReplacedByTheNextAndRemovedByABlankOne() {
        assertThat(candidates().note(ADA, ONE)).isEmpty();
        candidates().note(ADA, ONE, "first");
        candidates().note(ADA, ONE, "second");
        candidates().note(ADA, TWO, "other");
        assertThat(candidates().note(ADA, ONE)).contains("second");
        assertThat(candidates().notes(ADA)).isEqualTo(Map.of(ONE, "second", TWO, "other"));
        candidates().note(ADA, ONE, " \n");
        assertThat(candidates().note(ADA, ONE)).isEmpty();
        assertThat(candidates().notes(ADA)).isEqualTo(Map.of(TWO, "other"));
    }

    @Test
    void wordingsStandInTheOrderTheyWereAcceptedAndNoneTwice() {
        AcceptedWording first = new AcceptedWording(ONE, "gate", "wide open", Instant.ofEpochMilli(2));
        AcceptedWording second = new AcceptedWording(ONE, "", "ajar\u0000\uD800", Instant.ofEpochMilli(3));
        candidates().accept(ADA, first);
        candidates().accept(ADA, second);
        candidates().accept(ADA, new AcceptedWording(ONE, "gate", "wide open", Instant.ofEpochMilli(9)));
        candidates().accept(BEN, new AcceptedWording(TWO, "gate", "his", Instant.ofEpochMilli(1)));
        assertThat(candidates().wordings(ADA)).containsExactly(first, second);
        assertThat(candidates().forget(BEN, first.id())).isFalse();
        assertThat(candidates().forget(ADA, first.id())).isTrue();
        assertThat(candidates().forget(ADA, first.id())).isFalse();
        assertThat(candidates().wordings(ADA)).containsExactly(second);
    }

    @Test
    void allOfOneCandidateIsClearedAndNothingOfAnother() {
        candidates().note(ADA, ONE, "hers");
        candidates().accept(ADA, new AcceptedWording(ONE, "gate", "wide open", Instant.ofEpochMilli(2)));
        candidates().setting(ADA, "theme", "dark");
        candidates().note(BEN, ONE, "his");
        candidates().clear(ADA);
        assertThat(candidates().notes(ADA)).isEmpty();
        assertThat(candidates().wordings(ADA)).isEmpty();
        assertThat(candidates().setting(ADA, "theme")).isEmpty();
        assertThat(candidates().note(BEN, ONE)).contains("his");
    }

    @Test
    void aSettingIsReplacedByTheNextAndMayBeEmpty() {
        assertThat(candidates().setting(ADA, "theme")).isEmpty();
        candidates().setting(ADA, "theme", "dark");
        candidates().setting(ADA, "theme", "");
        candidates().setting(ADA, "start", "{}");
        assertThat(candidates().setting(ADA, "theme")).contains("");
        assertThat(candidates().setting(ADA, "start")).contains("{}");
    }

    @Test
    void twoCandidatesNeverSeeEachOthersNotesAndSettings() {
        candidates().note(ADA, ONE, "hers");
        candidates().setting(ADA, "theme", "dark");
        candidates().note(BEN, ONE, " ");
        assertThat(candidates().note(BEN, ONE)).isEmpty();
        assertThat(candidates().notes(BEN)).isEmpty();
        assertThat(candidates().setting(BEN, "theme")).isEmpty();
        assertThat(candidates().note(ADA, ONE)).contains("hers");
    }

    @ParameterizedTest
    @MethodSource("rejoinder.session.SessionStoreContract#texts")
    void everyTextIsKeptToTheCharacter(String text) {
        candidates().setting(ADA, "name " + text, text);
        assertThat(candidates().setting(ADA, "name " + text)).contains(text);
        candidates().note(ADA, ONE, "note" + text);
        assertThat(candidates().note(ADA, ONE)).contains("note" + text);
    }
}
