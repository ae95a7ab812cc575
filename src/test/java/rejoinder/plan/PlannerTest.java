package rejoinder.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rejoinder.bank.Difficulty;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;

class PlannerTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final MemoryModel MEMORY = new MemoryModel(ZoneOffset.UTC);
    private static final Planner PLANNER = new Planner(MEMORY, new Exactly());

    @Test
    void aNewCandidateIsAskedTheEasiestQuestionOfEachTopic() {
        ItemBank bank = Banks.of(
                Banks.question("loops/hard", Difficulty.SENIOR),
                Banks.question("loops/easy", Difficulty.JUNIOR),
                Banks.question("files/hard", Difficulty.SENIOR),
                Banks.question("files/easy", Difficulty.JUNIOR));

        StudyPlan plan = plan(bank, List.of(), 2);

        assertThat(plan.questions()).containsExactlyInAnyOrder(Reviews.id("loops/easy"), Reviews.id("files/easy"));
        assertThat(plan.items())
                .allSatisfy(item -> assertThat(item.reason())
                        .matches("New to you: of the 2 questions on (Loops|Files) you have answered none so far\\."));
        assertThat(plan.unseen()).isEqualTo(4);
        assertThat(plan.due()).isZero();
    }

    @Test
    void aRoundIsThreeFifthsDueAFifthForAMissedPointAndAFifthNew() {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            questions.add(Banks.question("seen/q" + i, Banks.point("p", "Point " + i + ".")));
            questions.add(Banks.question("fresh/q" + i, Banks.point("p", "Point " + i + ".")));
        }
        List<Review> reviews = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            reviews.add(Reviews.missing("seen/q" + i, "", daysAgo(9), .9, i == 4 ? new String[] {"p"} : new String[0]));
        }

        StudyPlan plan = plan(Banks.of(questions), reviews, 5);

        assertThat(plan.items())
                .extracting(item -> item.getClass().getSimpleName())
                .containsExactly("Due", "Due", "Due", "SamePoint", "Unseen");
        assertThat(plan.due()).isEqualTo(10);
        assertThat(plan.items().get(3).id()).isEqualTo(Reviews.id("fresh/q4"));
        assertThat(plan.items().get(3).reason())
                .isEqualTo("You missed “Point 4” in your one answer, and this question asks for the same point.");
    }

    @Test
    void whatFailedTodayComesBackFirstWithItsTopicAndTheReasonSaysWhatHappened() {
        List<Question> questions = new ArrayList<>(Banks.even(2, 6).questions());
        questions.add(Banks.question("files/open", Banks.point("closed", "With closes the file.")));
        questions.add(Banks.question("files/read", Difficulty.JUNIOR));
        questions.add(Banks.question("files/write", Difficulty.MIDDLE));
        List<Review> reviews = List.of(
                Reviews.scored("t0/q0", daysAgo(30), .7),
                Reviews.scored("t0/q1", daysAgo(2), 0),
                Reviews.missing("files/open", "", NOW, 0, "closed"));

        StudyPlan plan = plan(Banks.of(questions), reviews, 5);

        assertThat(plan.items().subList(0, 3))
                .extracting(StudyPlan.Item::reason)
                .containsExactly(
                        "Today you scored 0 of 100, so it comes back first; you missed “With closes the file” once.",
                        "2 days ago you scored 0 of 100, so it comes back first.",
                        "Due: 30 days ago you scored 70 of 100 and may have forgotten some of it.");
        assertThat(plan.failed()).isEqualTo(2);
        assertThat(plan(Banks.of(questions), reviews, 10).items())
                .filteredOn(StudyPlan.AfterFailure.class::isInstance)
                .extracting(StudyPlan.Item::reason)
                .contains("Your one answer on Files went wrong, and this question is new to you.");
    }

    @Test
    void noReasonSpeaksOfAChanceOrALikeness() {
        ItemBank bank = Banks.even(3, 6);
        List<Review> reviews = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            reviews.add(Reviews.scored("t0/q" + i, daysAgo(i * 9), i / 6.0));
        }

        assertThat(plan(bank, reviews, 18).items())
                .extracting(StudyPlan.Item::reason)
                .noneMatch(reason -> reason.contains("chance") || reason.contains("likeness"));
    }

    @Test
    void whatIsDueSaysHowLongAgoHowWellAndWhatWasMissed() {
        ItemBank bank = Banks.of(Banks.question("loops/while", Banks.point("lazy", "Generators are lazy.")));
        List<Review> reviews = List.of(
                Reviews.missing("loops/while", "", daysAgo(9), .3, "lazy"),
                Reviews.missing("loops/while", "", daysAgo(6), .52, "lazy"));

        assertThat(plan(bank, reviews, 1).items().get(0).reason())
                .isEqualTo(
                        "Due: 6 days ago you scored 52 of 100 and may have forgotten some of it; you missed “Generators are lazy” twice.");
    }

    @Test
    void whatIsDueComesInTheOrderOfWhatAnAnswerTodayIsWorth() {
        ItemBank bank = Banks.even(1, 6);
        List<Review> reviews = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            reviews.add(Reviews.rated("t0/q" + i, daysAgo(20 + 10 * i), i % 2 == 0 ? Rating.GOOD : Rating.EASY));
        }
        ReviewPriority priority =
                new ReviewPriority(MEMORY, LocalDate.parse("2026-03-10"), LocalDate.parse("2026-04-09"));
        Progress progress = progress(bank, reviews);

        assertThat(PLANNER.plan(progress, request(6, new Goal.Lasting(), 1)).questions())
                .extracting(id -> priority.of(progress.recall(id).orElseThrow().memory()))
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void aWeakTopicGivesItsShakyQuestionsBeforeItsNewOnes() {
        ItemBank bank = Banks.even(2, 4);
        List<Review> reviews = List.of(
                Reviews.scored("t1/q0", daysAgo(1), .45),
                Reviews.scored("t1/q1", daysAgo(1), .9),
                Reviews.scored("t1/q2", daysAgo(1), .9),
                Reviews.rated("t1/q0", daysAgo(1).plusSeconds(60), Rating.EASY));

        StudyPlan plan =
                PLANNER.plan(progress(bank, reviews), new StudyRequest(2, Set.of("t1"), new Goal.Lasting(), 1));

        assertThat(plan.items()).hasExactlyElementsOfTypes(StudyPlan.Shaky.class, StudyPlan.Unseen.class);
        assertThat(plan.items().get(0).reason())
                .matches("T1 stands at \\d+ % \\(\\d+-\\d+\\), and yesterday you scored 50 of 100 here\\.");
    }

    @Test
    void whereATopicIsWeakAndEverythingSeenOfItIsFreshItsNewQuestionsCome() {
        ItemBank bank = Banks.even(2, 10);
        List<Review> reviews = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            reviews.add(Reviews.scored("t1/q" + i, NOW, .45));
        }

        StudyPlan plan = plan(bank, reviews, 5);

        assertThat(plan.items().get(0)).isInstanceOf(StudyPlan.WeakTopic.class);
        assertThat(plan.items().get(0).id().topic()).isEqualTo("t1");
        assertThat(plan.items().get(0).reason())
                .matches(
                        "T1 stands at \\d+ % \\(\\d+-\\d+\\) after 4 answers, and this question of it is new to you\\.");
    }

    @Test
    void ifNothingIsPressingWhatIsNotDueYetComesAndWhatWasAnsweredTodayComesLast() {
        ItemBank bank = Banks.even(1, 3);
        List<Review> reviews = List.of(
                Reviews.scored("t0/q0", NOW, .9),
                Reviews.scored("t0/q1", daysAgo(2), .9),
                Reviews.scored("t0/q2", daysAgo(3), .9));

        StudyPlan plan = plan(bank, reviews, 3);

        assertThat(plan.items()).hasOnlyElementsOfType(StudyPlan.Early.class);
        assertThat(plan.questions().get(2)).isEqualTo(Reviews.id("t0/q0"));
        assertThat(plan.items().get(0).reason())
                .matches(
                        "Nothing is more pressing: \\d days ago you scored 90 of 100, and it is not due for another \\d"
                                + " days\\.");
    }

    @Test
    void aPlanHasNoMoreQuestionsThanTheBank() {
        assertThat(plan(Banks.even(1, 3), List.of(), 5).items()).hasSize(3);
        assertThat(plan(Banks.of(), List.of(), 5).items()).isEmpty();
    }

    @Test
    @Tag("complaint-16")
    void noTwoNearDuplicatesComeInOneRound() {
        ItemBank bank = Banks.even(1, 3);
        String first = bank.questions().get(0).prompt();
        String second = bank.questions().get(1).prompt();
        Planner planner = new Planner(MEMORY, new Exactly(first, second));

        assertThat(planner.plan(progress(bank, List.of()), request(3, new Goal.Lasting(), 5))
                        .items())
                .hasSize(2);
    }

    @Test
    void onlyTheTopicsAskedForAreInThePlan() {
        StudyPlan plan = PLANNER.plan(
                progress(Banks.even(3, 4), List.of(Reviews.scored("t0/q0", daysAgo(30), 0))),
                new StudyRequest(6, Set.of("t2"), new Goal.Lasting(), 1));

        assertThat(plan.questions()).hasSize(4).allMatch(id -> id.topic().equals("t2"));
        assertThat(plan.due()).isZero();
    }

    @Test
    void theSeedDecidesAmongEqualsAndAmongThoseAlone() {
        ItemBank bank = Banks.even(1, 30);
        List<Review> reviews = List.of(
                Reviews.scored("t0/q3", daysAgo(30), 0),
                Reviews.scored("t0/q4", daysAgo(30), 0),
                Reviews.scored("t0/q5", daysAgo(300), .7));
        Progress progress = progress(bank, reviews);
        Set<List<?>> plans = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            StudyPlan plan = PLANNER.plan(progress, request(5, new Goal.Lasting(), seed));
            assertThat(PLANNER.plan(progress, request(5, new Goal.Lasting(), seed)))
                    .isEqualTo(plan);
            assertThat(plan.questions().subList(0, 3))
                    .containsExactlyInAnyOrder(Reviews.id("t0/q3"), Reviews.id("t0/q4"), Reviews.id("t0/q5"));
            plans.add(plan.questions());
        }
        assertThat(plans).hasSizeGreaterThan(10);
    }

    @Test
    void aDeletedQuestionIsNeverPlannedAndNotDue() {
        List<Review> reviews = List.of(
                Reviews.missing("t0/gone", "", daysAgo(30), 0, "p"),
                Reviews.missing("gone/q", "", daysAgo(30), 0, "p"));
        Progress progress = progress(Banks.even(1, 2), reviews);

        StudyPlan plan = PLANNER.plan(progress, request(5, new Goal.Lasting(), 1));

        assertThat(plan.questions()).containsExactlyInAnyOrder(Reviews.id("t0/q0"), Reviews.id("t0/q1"));
        assertThat(plan.due()).isZero();
        assertThat(progress.calendar()).isEmpty();
        assertThat(PLANNER.weakPoints(progress, 50)).isEmpty();
    }

    @Test
    void answersFromTheFutureAreLeftOutAndSaidSo() {
        StudyPlan plan = plan(Banks.even(1, 1), List.of(Reviews.scored("t0/q0", daysAgo(-400), 1)), 1);

        assertThat(plan.items()).hasOnlyElementsOfType(StudyPlan.Unseen.class);
        assertThat(plan.leftOut()).isEqualTo(1);
    }

    @Test
    void aClockThatGoesBackBreaksNothing() {
        ItemBank bank = Banks.even(1, 2);
        List<Review> reviews = List.of(
                Reviews.scored("t0/q0", daysAgo(3), .9),
                Reviews.scored("t0/q0", daysAgo(5), .2),
                Reviews.scored("t0/q1", NOW.plusSeconds(3600), .2));

        StudyPlan plan = plan(bank, reviews, 2);

        assertThat(plan.items()).hasSize(2);
        assertThat(plan.leftOut()).isZero();
        assertThat(progress(bank, reviews)
                        .recall(Reviews.id("t0/q0"))
                        .orElseThrow()
                        .answers())
                .isEqualTo(2);
    }

    @Test
    void withAnInterviewAheadMoreIsNewSoThatAllIsSeenInHalfOfTheDaysLeft() {
        ItemBank bank = Banks.even(2, 20);
        List<Review> reviews = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            reviews.add(Reviews.scored("t0/q" + i, daysAgo(9), .7));
        }
        // 30 unseen, 10 days: 6 a day for the first 5
        StudyPlan plan = PLANNER.plan(
                progress(bank, reviews), request(10, new Goal.Interview(LocalDate.parse("2026-03-20")), 1));
        StudyPlan without = PLANNER.plan(progress(bank, reviews), request(10, new Goal.Lasting(), 1));

        assertThat(plan.items().stream().filter(StudyPlan.Unseen.class::isInstance))
                .hasSize(6);
        assertThat(without.items().stream().filter(StudyPlan.Unseen.class::isInstance))
                .hasSize(2);
    }

    @Test
    void anInterviewThatIsOverIsNoGoal() {
        Progress progress = progress(Banks.even(2, 20), List.of(Reviews.scored("t0/q1", daysAgo(30), .5)));
        Goal over = new Goal.Interview(LocalDate.parse("2026-03-09"));

        assertThat(PLANNER.plan(progress, request(5, over, 1)))
                .isEqualTo(PLANNER.plan(progress, request(5, new Goal.Lasting(), 1)));
    }

    @Test
    void aPlanOfNoQuestionsOrTooManyIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> request(0, new Goal.Lasting(), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> request(101, new Goal.Lasting(), 1));
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 60).mapToObj(Long::valueOf);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theLawsOfAPlanHoldForAnyHistory(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ItemBank bank = Banks.even(random.nextInt(1, 5), random.nextInt(1, 12));
        List<Review> reviews = new ArrayList<>();
        for (int i = random.nextInt(0, 80); i > 0; i--) {
            String question = "t" + random.nextInt(6) + "/q" + random.nextInt(13);
            Instant at = NOW.minus(random.nextInt(-5000, 100_000), ChronoUnit.MINUTES);
            reviews.add(Reviews.scored(question, at, random.nextDouble()));
        }
        int count = random.nextInt(1, 15);
        Goal goal = random.nextBoolean()
                ? new Goal.Lasting()
                : new Goal.Interview(LocalDate.parse("2026-03-10").plusDays(random.nextInt(-3, 40)));

        StudyPlan plan = PLANNER.plan(progress(bank, reviews), request(count, goal, seed));

        assertThat(plan.questions()).hasSize(Math.min(count, bank.questions().size()));
        assertThat(plan.questions())
                .doesNotHaveDuplicates()
                .allMatch(id -> bank.question(id).isPresent());
        assertThat(plan.items()).allSatisfy(item -> assertThat(item.reason()).matches("[^.]*(\\.\\d+[^.]*)*\\."));
        assertThat(plan.due() + plan.unseen())
                .isLessThanOrEqualTo(bank.questions().size());
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(days, ChronoUnit.DAYS);
    }

    private static StudyRequest request(int count, Goal goal, long seed) {
        return new StudyRequest(count, Set.of(), goal, seed);
    }

    private static StudyPlan plan(ItemBank bank, List<Review> reviews, int count) {
        return PLANNER.plan(progress(bank, reviews), request(count, new Goal.Lasting(), 7));
    }

    private static Progress progress(ItemBank bank, List<Review> reviews) {
        return Progress.of(bank, History.of(reviews, NOW, ZoneOffset.UTC), MEMORY, new MasteryModel());
    }
}
