package rejoinder.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.grade.Score;

class WeakPointsTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final Question LISTS = Banks.question(
            "types/lists",
            Banks.point("mutable", "A list can be changed."),
            Banks.point("ordered", "A list keeps its order."));
    private static final Question TUPLES =
            Banks.question("types/tuples", Banks.point("contrast", "Unlike a tuple, a list can be changed."));
    private static final Question PLAIN = Banks.question("types/plain");
    private static final ItemBank BANK = Banks.of(LISTS, TUPLES, PLAIN);

    @Test
    void aPointMissedAgainAndAgainComesFirst() {
        List<WeakPoint> weak = weak(
                Reviews.missing("types/lists", "", at(5), .3, "mutable", "ordered"),
                Reviews.missing("types/lists", "", at(4), .6, "ordered"),
                Reviews.missing("types/lists", "", at(3), .3, "mutable", "ordered"));

        assertThat(weak).hasSize(2);
        assertThat(weak.get(0))
                .isEqualTo(new WeakPoint(
                        "A list keeps its order.",
                        List.of(new WeakPoint.Place(Reviews.id("types/lists"), "ordered")),
                        3,
                        3,
                        at(3)));
        assertThat(weak.get(1).missed()).isEqualTo(2);
    }

    @Test
    void amongEqualsAHeavyCorePointComesBeforeALightOneAndThatBeforeABonusPoint() {
        Question calls = Banks.question(
                "types/calls",
                new KeyPoint("a", 9, true, "A circuit breaker stops the calls.", List.of(), "", "", List.of()),
                new KeyPoint("b", 1, "The pauses grow.", List.of()),
                new KeyPoint("c", 3, "A call needs a timeout.", List.of()));
        List<WeakPoint> weak = WeakPoints.of(
                Banks.of(calls),
                History.of(List.of(Reviews.missing("types/calls", "", at(1), 0, "a", "b", "c")), NOW, ZoneOffset.UTC),
                List.of());

        assertThat(weak)
                .extracting(WeakPoint::statement)
                .containsExactly("A call needs a timeout.", "The pauses grow.", "A circuit breaker stops the calls.");
    }

    @Test
    void aPointThatTheLastAnswerMadeIsNoLongerWeak() {
        assertThat(weak(
                        Reviews.missing("types/lists", "", at(5), .3, "mutable"),
                        Reviews.missing("types/lists", "", at(4), 1)))
                .isEmpty();
    }

    @Test
    void anOverriddenFindingIsNoLongerWeak() {
        assertThat(weak(
                        Reviews.missing("types/lists", "", at(5), .3, "mutable"),
                        Reviews.missing("types/lists", "", at(5), 1)))
                .isEmpty();
    }

    @Test
    void aPointThatEarnedHalfOfItsShareWasMadeBadlyButNotMissed() {
        Review half = new Review(
                Reviews.id("types/lists"),
                "",
                at(1),
                new Score(.5),
                Rating.HARD,
                List.of(
                        new Review.Incomplete("mutable", "A list can be changed.", .5),
                        new Review.Incomplete("ordered", "A list keeps its order.", .4)));

        assertThat(weak(half)).singleElement().extracting(WeakPoint::statement).isEqualTo("A list keeps its order.");
    }

    @Test
    void aPointThatTheQuestionNoLongerHasIsForgotten() {
        assertThat(weak(Reviews.missing("types/lists", "old", at(5), .3, "removed", "mutable")))
                .extracting(WeakPoint::statement)
                .containsExactly("A list can be changed.");
    }

    @Test
    void aPointTakenFromAReferenceAnswerCountsOnlyForTheQuestionAsItWas() {
        assertThat(weak(Reviews.missing("types/plain", PLAIN.revision(), at(1), 0, "auto-1")))
                .extracting(WeakPoint::statement)
                .containsExactly("Statement of auto-1.");
        assertThat(weak(Reviews.missing("types/plain", "older", at(1), 0, "auto-1")))
                .isEmpty();
    }

    @Test
    void theSamePointInTwoQuestionsIsOneWeakPoint() {
        Review[] reviews = {
            Reviews.missing("types/lists", "", at(5), .3, "mutable"),
            Reviews.missing("types/lists", "", at(4), .3, "mutable", "ordered"),
            Reviews.missing("types/tuples", "", at(3), .3, "contrast")
        };
        List<WeakPoint> merged = WeakPoints.merged(
                weak(reviews), new Exactly("A list can be changed.", "Unlike a tuple, a list can be changed."));

        assertThat(merged).hasSize(2);
        assertThat(merged.get(0).missed()).isEqualTo(3);
        assertThat(merged.get(0).answers()).isEqualTo(3);
        assertThat(merged.get(0).places())
                .containsExactly(
                        new WeakPoint.Place(Reviews.id("types/lists"), "mutable"),
                        new WeakPoint.Place(Reviews.id("types/tuples"), "contrast"));
        assertThat(merged.get(0).lastMissed()).isEqualTo(at(3));
    }

    private static Drilled line(String question, String point, Instant at, double score) {
        return new Drilled(Reviews.id(question), point, at, new Score(score));
    }

    @Test
    void linesSaidSinceItWasMissedAreCountedAndDoNotClearIt() {
        List<WeakPoint> weak = weak(
                List.of(
                        line("types/lists", "ordered", at(5), 1),
                        line("types/lists", "ordered", at(3), 1),
                        line("types/lists", "ordered", at(2), .49),
                        line("types/lists", "mutable", at(2), 1),
                        line("types/tuples", "ordered", at(2), 1),
                        line("types/lists", "ordered", at(-400), 1)),
                Reviews.missing("types/lists", "", at(4), .3, "ordered"));

        assertThat(weak).singleElement().satisfies(point -> {
            assertThat(point.said()).isEqualTo(1);
            assertThat(point.lines())
                    .as("not the earlier one, nor one from the future")
                    .isEqualTo(2);
            assertThat(point.missed()).isEqualTo(1);
            assertThat(point.saidSince()).isEqualTo(" and said it in 1 of 2 lines since");
        });
    }

    @Test
    void ofPointsMissedAsOftenTheOneSaidSinceComesLastAndTheOneMissedInALineFirst() {
        assertThat(weak(
                        List.of(line("types/lists", "mutable", at(3), 1), line("types/tuples", "contrast", at(3), 0)),
                        Reviews.missing("types/lists", "", at(4), .3, "mutable", "ordered"),
                        Reviews.missing("types/tuples", "", at(4), .3, "contrast")))
                .extracting(WeakPoint::statement)
                .containsExactly(
                        "Unlike a tuple, a list can be changed.", "A list keeps its order.", "A list can be changed.");
    }

    @Test
    void linesAboutAQuestionThatIsGoneCountForNothing() {
        assertThat(weak(List.of(line("types/gone", "p", at(1), 0)), Reviews.missing("types/gone", "", at(4), .3, "p")))
                .isEmpty();
    }

    @Test
    void twoPointsOfOneQuestionAreNeverMadeOne() {
        List<WeakPoint> merged = WeakPoints.merged(
                weak(Reviews.missing("types/lists", "", at(5), .3, "mutable", "ordered")),
                new Exactly("A list can be changed.", "A list keeps its order."));

        assertThat(merged).hasSize(2);
    }

    private static Instant at(int daysAgo) {
        return NOW.minus(daysAgo, ChronoUnit.DAYS);
    }

    private static List<WeakPoint> weak(Review... reviews) {
        return weak(List.of(), reviews);
    }

    private static List<WeakPoint> weak(List<Drilled> drilled, Review... reviews) {
        return WeakPoints.of(BANK, History.of(List.of(reviews), NOW, ZoneOffset.UTC), drilled);
    }
}
