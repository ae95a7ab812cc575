package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rejoinder.SharedModel;
import rejoinder.bank.Difficulty;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.grade.Deduction;
import rejoinder.grade.Finding;
import rejoinder.grade.Grade;
import rejoinder.grade.Verdict;

/** Questions without key points, as most imports have them. */
@Tag("model")
class ReferenceGradingTest {
    private static final Question EVERGREEN = question(
            "What is an evergreen?",
            "An evergreen is a tree that keeps its leaves throughout the year even when the winter is cold.");
    private static final Question DAM = question(
            "What is a dam?",
            "A wall that holds back the water of a river, preventing the fields below from being flooded in spring.");
    private static final List<String> COLOURS = List.of("blue", "yellow", "purple", "grey", "orange");
    private static final List<String> GUESTS = List.of("doctor", "pilot", "painter", "farmer");

    private static Question question(String prompt, String reference) {
        return new Question(
                new QuestionId("test", "one"),
                prompt,
                "",
                Difficulty.MIDDLE,
                Duration.ofMinutes(3),
                List.of(),
                List.of(new ReferenceAnswer("", reference)),
                List.of(),
                List.of(),
                "",
                List.of(),
                false);
    }

    private static Grade grade(Question question, String answer) {
        return SharedModel.grader().grade(question, answer);
    }

    private static double score(Question question, String answer) {
        return grade(question, answer).score().value();
    }

    private static String rounds(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> "In round " + i + " the cook puts " + (40 + 3 * i) + " plates with the "
                        + COLOURS.get(i % COLOURS.size()) + " rim on the table of the "
                        + GUESTS.get((i / COLOURS.size()) % GUESTS.size()) + ".")
                .collect(Collectors.joining(" "));
    }

    private static final Question DINNER = question("What are the rounds of the dinner?", rounds(1, 20));

    @Test
    void theOppositeInTheReferencesWordsEarnsAQuarterAtMostAndIsAskedAbout() {
        Grade lost = grade(
                EVERGREEN,
                "An evergreen is a tree that loses its leaves throughout the year even when the winter is cold.");
        assertThat(lost.score().value()).isLessThanOrEqualTo(0.25);
        assertThat(lost.findings()).extracting(Finding::verdict).containsExactly(Verdict.UNCLEAR);
        assertThat(
                        score(
                                DAM,
                                "A wall that holds back the water of a river, allowing the fields below to be flooded in spring."))
                .isLessThanOrEqualTo(0.25);
    }

    @Test
    void aRightAnswerInOtherWordsEarnsMoreThanTheOppositeInTheSameWords() {
        double right = score(EVERGREEN, "A plant whose foliage stays on its branches in all seasons, winter included.");
        assertThat(right).isGreaterThan(0.3);
        assertThat(
                        score(
                                EVERGREEN,
                                "An evergreen is a tree that does not keep its leaves throughout the year when the winter is cold."))
                .isLessThan(right / 2);
        assertThat(score(DAM, "A barrier across a stream, so that the land behind it does not get under water."))
                .isGreaterThan(0.3);
    }

    @Test
    void whatIsTurnedTwiceSaysTheSame() {
        assertThat(
                        score(
                                EVERGREEN,
                                "An evergreen is a tree that never loses its leaves throughout the year even when the winter is cold."))
                .isGreaterThan(0.8);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 4", "9, 12", "6, 15"})
    void someOfTwentyStepsThatAreAllAlikeEarnTheirShare(int from, int to) {
        double share = (to - from + 1) / 20.0;
        assertThat(score(DINNER, rounds(from, to))).isEqualTo(share, within(0.05));
    }

    @Test
    void allTwentyStepsEarnFullMarks() {
        assertThat(score(DINNER, rounds(1, 20))).isEqualTo(1, within(1e-9));
        assertThat(grade(DINNER, rounds(1, 4)).findings().stream()
                        .filter(finding -> finding.is(Verdict.MADE))
                        .count())
                .isEqualTo(4);
    }

    @Test
    void aFewOfManyStepsDoNotEarnMostOfTheMarks() {
        String all =
                "First you give notice to the landlord three months ahead. Then you compare the offers of several removal firms. "
                        + "You order boxes and bubble wrap in the right number. Books go into small boxes because they get heavy. "
                        + "Plates stand upright between sheets of paper. Each box carries the name of its room on two sides. "
                        + "The fridge is defrosted the evening before. A neighbour keeps the parking space in front of the door free. "
                        + "The meters for water and power are read and photographed. The post office forwards letters for half a year. "
                        + "At the town hall you register the new address within two weeks. In the end you paint the walls and hand over the keys. "
                        + "Screws of the bed are kept in a labelled bag. Plants travel in your own car. The internet contract is moved a month before. "
                        + "Pets spend the day with friends. The lift is padded with blankets. Broken furniture goes to the dump. "
                        + "Curtains are measured in the new flat. The insurance learns where you live now.";
        Question moving = question("How do you move house?", all);
        String four = all.substring(0, all.indexOf(" Plates"));
        assertThat(score(moving, all)).isEqualTo(1, within(1e-9));
        assertThat(score(moving, four)).isEqualTo(4 / 20.0, within(0.12));
        assertThat(
                        score(
                                moving,
                                "You tell your landlord early that you leave, get quotes from movers, and buy packing material. Heavy things such as books are "
                                        + "packed in small boxes, dishes upright with paper around them, and every box is labelled with its room. Defrost the fridge the day "
                                        + "before, reserve a parking spot, write down the meter readings, have your mail forwarded, register at the city office in time, "
                                        + "paint and return the keys. Keep the screws together, take the plants yourself, order the internet early, leave the dog with friends, "
                                        + "protect the lift, throw out what is broken, measure the windows, and tell the insurance."))
                .isGreaterThan(0.6);
    }

    @Test
    void theReferenceOfANeighbouringQuestionEarnsLittle() {
        Question violin = question("What is a violin?", "A violin sounds when a bow is drawn across its strings.");
        Grade harp = grade(violin, "A harp sounds when fingers pluck its strings.");
        assertThat(harp.score().value()).isLessThan(0.4);
        assertThat(harp.deductions()).extracting(Deduction::name).contains("other-thing");
        assertThat(score(violin, "A violin sounds when somebody draws a bow across the strings."))
                .isGreaterThan(0.9);
    }

    @Test
    void aReferenceThatIsOneEndlessSentenceIsGradedByLikeness() {
        String endless = IntStream.range(0, 300).mapToObj(i -> "stone " + i).collect(Collectors.joining(" and "));
        Question list = question("What lies in the garden?", endless);
        assertThat(score(list, endless)).isEqualTo(1, within(1e-9));
        assertThat(score(list, "nothing of the kind")).isLessThan(0.5);
    }
}
