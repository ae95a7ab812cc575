package rejoinder.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rejoinder.bank.Difficulty;
import rejoinder.bank.ItemBank;

class MasteryModelTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final ItemBank BANK = Banks.of(
            Banks.question("loops/junior", Difficulty.JUNIOR),
            Banks.question("loops/middle", Difficulty.MIDDLE),
            Banks.question("loops/senior", Difficulty.SENIOR),
            Banks.question("files/a"),
            Banks.question("files/b"),
            Banks.question("types/a"),
            Banks.question("graphs/a"));
    // a round policy, so that the expectations can be worked out by hand
    private static final MasteryModel MODEL = new MasteryModel(new MasteryPolicy(1, 1, 2, .5, 1e9, 30, .5, 1, 2));

    @Test
    void theMeanIsTheShareOfHitsAmongAllWeightedEvidence() {
        Mastery.Measured loops = measured(
                "loops",
                Reviews.scored("loops/junior", NOW, 1), // 2 trials at half weight: 1 hit
                Reviews.scored("loops/middle", NOW, .5), // 2 trials: 1 hit, 1 miss
                Reviews.scored("loops/senior", NOW, .25)); // 2 trials at double weight: 1 hit, 3 misses

        assertThat(loops.mean()).isCloseTo((1 + 3.0) / (2 + 3 + 4), within(1e-6));
        assertThat(loops.answers()).isEqualTo(3);
    }

    @Test
    void theIntervalHoldsTheMiddleFourFifthsOfTheDistribution() {
        Mastery.Measured files = measured(
                "files",
                Reviews.scored("files/a", NOW, 1),
                Reviews.scored("files/b", NOW, 0),
                Reviews.scored("files/c", NOW, .5));

        // Beta(4, 4): the x at which four or more of seven trials with chance x succeed in one case of ten
        assertThat(files.mean()).isCloseTo(.5, within(1e-6));
        assertThat(files.low()).isCloseTo(.2786, within(1e-3));
        assertThat(files.high()).isCloseTo(.7214, within(1e-3));
        assertThat(files.sentence()).isEqualTo("50 % (28-72)");
    }

    @Test
    void evidenceHalvesEveryThirtyDays() {
        Instant monthAgo = NOW.minus(30, ChronoUnit.DAYS);
        Mastery.Measured files = measured(
                "files",
                Reviews.scored("files/a", monthAgo, 1),
                Reviews.scored("files/b", NOW, 0),
                Reviews.scored("files/c", NOW.minus(60, ChronoUnit.DAYS), 1));

        assertThat(files.mean()).isCloseTo((1 + 1 + .5) / (2 + 1 + 2 + .5), within(1e-6));
    }

    @Test
    void anAnswerCountsLessOnceTheSameQuestionWasAnsweredAgain() {
        Mastery.Measured files = measured(
                "files",
                Reviews.scored("files/a", NOW.minusSeconds(2), 0),
                Reviews.scored("files/a", NOW.minusSeconds(1), 0),
                Reviews.scored("files/a", NOW, 1));

        assertThat(files.mean()).isCloseTo((1 + 2) / (2 + 2 + 1 + .5), within(1e-6));
    }

    @Test
    void thereIsNoNumberBelowThreeAnswers() {
        List<Mastery> all = of(Reviews.scored("files/a", NOW, .5), Reviews.scored("files/a", NOW.minusSeconds(1), .5));

        assertThat(all)
                .filteredOn(mastery -> mastery.topic().id().equals("files"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Mastery.TooFew.class,
                        few -> assertThat(few.sentence()).isEqualTo("not enough answers yet (2 of 3)"));
    }

    @Test
    void whatWasLeftBlankLowersTheNumberLikeAnyAnswerButIsNotCountedAsOne() {
        List<Review> reviews = new ArrayList<>(List.of(
                Reviews.scored("files/a", NOW.minus(20, ChronoUnit.DAYS), .9),
                Reviews.scored("files/b", NOW.minus(20, ChronoUnit.DAYS), .9),
                Reviews.scored("files/c", NOW.minus(20, ChronoUnit.DAYS), .9),
                Reviews.blank("files/a", NOW),
                Reviews.blank("files/d", NOW)));
        Mastery.Measured files = measured(MODEL, reviews, NOW);
        reviews.replaceAll(Reviews::written);
        Mastery.Measured written = measured(MODEL, reviews, NOW);

        assertThat(written.answers()).isEqualTo(5);
        assertThat(files)
                .isEqualTo(new Mastery.Measured(
                        written.topic(), 3, written.mean(), written.low(), written.high(), written.trend()));
        assertThat(files.trend().direction()).isEqualTo(Mastery.Direction.FALLING);
    }

    @Test
    void blankOnesDoNotMakeUpTheThreeAnswersThatANumberTakes() {
        List<Mastery> all = of(
                Reviews.scored("files/a", NOW, .5),
                Reviews.blank("files/b", NOW),
                Reviews.blank("files/c", NOW),
                Reviews.blank("types/a", NOW));

        assertThat(all)
                .filteredOn(mastery -> mastery.topic().id().equals("files"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Mastery.TooFew.class, few -> assertThat(few.answers()).isEqualTo(1));
        assertThat(all)
                .filteredOn(mastery -> mastery.topic().id().equals("types"))
                .singleElement()
                .isInstanceOf(Mastery.Untouched.class);
    }

    @Test
    void theWeakestComeFirstByLowerBoundAndUntouchedTopicsLast() {
        List<Review> reviews = new ArrayList<>();
        // types has the higher mean but is far less certain than loops
        for (int i = 0; i < 40; i++) {
            reviews.add(Reviews.scored("loops/" + "q" + i, NOW, .5));
        }
        for (int i = 0; i < 3; i++) {
            reviews.add(Reviews.scored("types/q" + i, NOW, .6));
        }
        reviews.add(Reviews.scored("graphs/a", NOW, 0));

        assertThat(MODEL.of(BANK, History.of(reviews, NOW, ZoneOffset.UTC)))
                .extracting(mastery -> mastery.topic().id())
                .containsExactly("types", "loops", "graphs", "files");
    }

    @Test
    void theTrendComparesWithAFortnightAgo() {
        Instant before = NOW.minus(20, ChronoUnit.DAYS);
        List<Review> weak = List.of(
                Reviews.scored("files/a", before, .2),
                Reviews.scored("files/b", before, .2),
                Reviews.scored("files/c", before, .2));

        assertThat(trend(weak, Reviews.scored("files/d", NOW, 1)).direction()).isEqualTo(Mastery.Direction.RISING);
        assertThat(trend(weak, Reviews.scored("files/d", NOW, 1)).change()).isBetween(.05, .5);
        assertThat(trend(weak, Reviews.scored("files/d", NOW, .3)).direction()).isEqualTo(Mastery.Direction.STEADY);
        assertThat(trend(weak, Reviews.scored("files/a", NOW, 0)).direction()).isEqualTo(Mastery.Direction.FALLING);
        assertThat(trend(weak).direction()).isEqualTo(Mastery.Direction.UNKNOWN);
        assertThat(trend(weak.subList(0, 2), Reviews.scored("files/d", NOW, 1)).direction())
                .isEqualTo(Mastery.Direction.UNKNOWN);
    }

    @Test
    void anAnswerToADeletedQuestionStillCountsForItsTopicAndADeletedTopicIsNotShown() {
        List<Mastery> all = of(
                Reviews.scored("files/gone", NOW, 1),
                Reviews.scored("files/gone-too", NOW, 1),
                Reviews.scored("files/a", NOW, 1),
                Reviews.scored("gone/a", NOW, 0),
                Reviews.scored("gone/b", NOW, 0),
                Reviews.scored("gone/c", NOW, 0));

        assertThat(all)
                .extracting(mastery -> mastery.topic().id())
                .containsExactlyInAnyOrder("loops", "files", "types", "graphs");
        assertThat(all.get(0))
                .isInstanceOfSatisfying(
                        Mastery.Measured.class,
                        files -> assertThat(files.mean()).isCloseTo(7 / 8.0, within(1e-6)));
    }

    @Test
    void twoCandidatesDoNotTouchEachOther() {
        Review[] first = {
            Reviews.scored("files/a", NOW, 1), Reviews.scored("files/b", NOW, 1), Reviews.scored("files/c", NOW, 1)
        };
        Review[] second = {
            Reviews.scored("files/a", NOW, 0), Reviews.scored("files/b", NOW, 0), Reviews.scored("files/c", NOW, 0)
        };
        List<Mastery> before = of(first);
        List<Mastery> other = of(second);

        assertThat(of(first)).isEqualTo(before).isNotEqualTo(other);
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 100).mapToObj(Long::valueOf);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theLawsOfMasteryHoldForAnyHistory(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MasteryModel model = new MasteryModel();
        List<Review> reviews = new ArrayList<>();
        for (int i = random.nextInt(3, 40); i > 0; i--) {
            Instant at = NOW.minus(random.nextInt(0, 300_000), ChronoUnit.MINUTES);
            reviews.add(Reviews.scored("files/q" + random.nextInt(20), at, random.nextDouble()));
        }
        Mastery.Measured before = measured(model, reviews, NOW);
        assertThat(before.low()).isBetween(0d, before.mean());
        assertThat(before.high()).isBetween(before.mean(), 1d);

        Mastery.Measured later = measured(model, reviews, NOW.plus(90, ChronoUnit.DAYS));
        assertThat(later.high() - later.low()).isGreaterThan(before.high() - before.low());

        // one answer better, all else equal
        int changed = random.nextInt(reviews.size());
        Review worse = reviews.get(changed);
        reviews.set(
                changed,
                Reviews.scored(
                        worse.question().toString(),
                        worse.at(),
                        Math.min(1, worse.score().value() + .2)));
        Mastery.Measured better = measured(model, reviews, NOW);
        assertThat(better.mean()).isGreaterThanOrEqualTo(before.mean());
        assertThat(better.low()).isGreaterThanOrEqualTo(before.low() - 1e-9);
        assertThat(better.high()).isGreaterThanOrEqualTo(before.high() - 1e-9);
    }

    @Test
    void aPolicyThatGivesNoDistributionIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MasteryPolicy(0, 1, 2, .5, 60, 30, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new MasteryPolicy(1, 1, 2, 1.5, 60, 30, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new MasteryPolicy(1, 1, 2, .5, 60, 30, 1, 0, 1));
    }

    private static Mastery.Trend trend(List<Review> reviews, Review... more) {
        List<Review> all = new ArrayList<>(reviews);
        all.addAll(List.of(more));
        if (all.size() < 3) {
            all.add(Reviews.scored("files/z", NOW, 1));
        }
        return measured(MODEL, all, NOW).trend();
    }

    private static List<Mastery> of(Review... reviews) {
        return MODEL.of(BANK, History.of(List.of(reviews), NOW, ZoneOffset.UTC));
    }

    private static Mastery.Measured measured(String topic, Review... reviews) {
        return of(reviews).stream()
                .filter(mastery -> mastery.topic().id().equals(topic))
                .map(Mastery.Measured.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Mastery.Measured measured(MasteryModel model, List<Review> reviews, Instant now) {
        return (Mastery.Measured)
                model.of(BANK, History.of(reviews, now, ZoneOffset.UTC)).get(0);
    }
}
