package rejoinder.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ParameterFitTest {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final MemoryModel MODEL = new MemoryModel(ZoneOffset.UTC);

    @Test
    void belowTwoHundredRepeatedAnswersNothingIsFitted() {
        ParameterFit fit = ParameterFit.of(history(answers(MODEL, 40, 5, 1)), MODEL);

        assertThat(fit).isInstanceOf(ParameterFit.TooFew.class);
        assertThat(fit.parameters()).isEqualTo(MemoryParameters.DEFAULT);
        assertThat(fit.sentence())
                .isEqualTo(
                        "The days follow how people forget on average. After 200 repeated answers they follow how you"
                                + " do; so far there are 160.");
    }

    @Test
    void furtherAnswersOnTheSameDayAreNotForeseen() {
        List<Review> reviews = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            reviews.add(Reviews.rated("t/q" + i % 5, START.plusSeconds(i), Rating.GOOD));
        }

        assertThat(ParameterFit.of(history(reviews), MODEL))
                .isEqualTo(new ParameterFit.TooFew(MemoryParameters.DEFAULT, 0));
    }

    @Test
    void whoForgetsMuchFasterThanMostGetsParametersThatForeseeIt() {
        MemoryParameters quick = MemoryParameters.DEFAULT;
        for (int i = 0; i < 4; i++) {
            quick = quick.with(i, quick.w().get(i) * .2);
        }
        MemoryModel own = MODEL.with(quick.with(8, .9).with(20, .5));
        History history = history(answers(own, 120, 6, 2));

        ParameterFit fit = ParameterFit.of(history, MODEL);

        assertThat(fit).isInstanceOfSatisfying(ParameterFit.Fitted.class, fitted -> {
            assertThat(fitted.lossAfter()).isLessThan(fitted.lossBefore() - .02);
            assertThat(fitted.parameters()).isNotEqualTo(MemoryParameters.DEFAULT);
            assertThat(fitted.sentence())
                    .matches("The memory model now follows your own answers: fitted to the older of 600 repeated"
                            + " answers, its log-loss on the newer ones is 0\\.\\d{3} instead of \\d\\.\\d{3}\\.");
        });
        assertThat(ParameterFit.of(history, MODEL)).isEqualTo(fit);
    }

    private static MemoryModel scaled(double stabilities, double growth) {
        MemoryParameters own = MemoryParameters.DEFAULT;
        for (int i = 0; i < 4; i++) {
            own = own.with(i, own.w().get(i) * stabilities);
        }
        return MODEL.with(own.with(8, own.w().get(8) + growth));
    }

    private static long fitted(MemoryModel truth, int questions) {
        return LongStream.range(100, 110)
                .mapToObj(seed -> ParameterFit.of(history(answers(truth, questions, 6, seed)), MODEL))
                .filter(ParameterFit.Fitted.class::isInstance)
                .count();
    }

    @Test
    void ofTenWhoRememberOtherwiseThanPublishedNearlyAllGetParametersOfTheirOwn() {
        MemoryModel soon = scaled(.2, -.9);
        soon = soon.with(soon.parameters().with(20, .5));
        assertThat(fitted(soon, 240)).as("who forget soon").isGreaterThanOrEqualTo(8);
        assertThat(fitted(scaled(4, .8), 240)).as("who remember for long").isGreaterThanOrEqualTo(7);
    }

    @Test
    void ofTenWhoRememberAsPublishedNearlyAllKeepThoseParameters() {
        assertThat(fitted(MODEL, 120)).isLessThanOrEqualTo(2);
        assertThat(fitted(MODEL, 240)).isLessThanOrEqualTo(2);
    }

    @Test
    void aGainTooSmallToTellFromChanceIsSaidToBeOne() {
        assertThat(new ParameterFit.Kept(MemoryParameters.DEFAULT, 600, .5, .499).sentence())
                .endsWith("is 0.499 instead of 0.500, too little to tell from chance.");
        assertThat(new ParameterFit.Kept(MemoryParameters.DEFAULT, 600, .5, .512).sentence())
                .endsWith("is 0.512 instead of 0.500.");
    }

    @Test
    void ofMoreAnswersThanCanBeLookedAtSomeAreLeftOutAndTheSameEachTime() {
        List<Review> many = answers(scaled(.3, -.6), 3000, 3, 7);
        ParameterFit fit = ParameterFit.of(history(many), MODEL);

        assertThat(fit.answers()).isEqualTo(6000);
        assertThat(fit.sentence()).contains("the older of 5000 repeated answers");
        assertThat(ParameterFit.of(history(many), MODEL)).isEqualTo(fit);
    }

    private static History history(List<Review> reviews) {
        return History.of(reviews, START.plus(2000, ChronoUnit.DAYS), ZoneOffset.UTC);
    }

    private static List<Review> answers(MemoryModel truth, int questions, int each, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Review> reviews = new ArrayList<>();
        for (int q = 0; q < questions; q++) {
            Instant at = START.plus(random.nextInt(60), ChronoUnit.DAYS);
            MemoryState state = null;
            for (int i = 0; i < each; i++) {
                double chance = state == null ? .6 : truth.retrievability(state, at);
                Rating rating = random.nextDouble() >= chance
                        ? Rating.AGAIN
                        : Rating.ofNumber(random.nextInt(2, 5)).orElseThrow();
                state = state == null ? truth.first(rating, at) : truth.next(state, rating, at);
                reviews.add(Reviews.rated("t/q" + q, at, rating));
                at = at.plus(random.nextInt(1, 20), ChronoUnit.DAYS);
            }
        }
        return reviews;
    }
}
