package rejoinder.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.QuestionId;

class GistTest {
    private static final List<KeyPoint> NAMED =
            List.of(named("speed", "lookup speed"), named("hash", "hashability"), named("frozen", "frozenset"));

    private static KeyPoint named(String id, String shortForm) {
        return new KeyPoint(id, 1, false, "About " + id + ".", List.of(), shortForm, "", List.of());
    }

    private static String gist(List<KeyPoint> points, Map<String, Score> corrections, Verdict... verdicts) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < verdicts.length; i++) {
            double share = 1.0 / verdicts.length;
            KeyPoint point = points.get(i);
            findings.add(new Finding(
                    new Finding.Point(point.id(), point.statement(), share, false),
                    verdicts[i],
                    verdicts[i] == Verdict.MADE ? share : 0,
                    0.5,
                    List.of(),
                    "w"));
        }
        Grade grade = new Grade(
                new QuestionId("t", "q"), "r", 0.5, 0, findings, List.of(), List.of(), new GraderStamp("g", "m", "c"));
        return Gist.of(Marking.of(grade, new Credits(Optional.empty(), corrections)), points);
    }

    @Test
    void theSentenceNamesWhatWasCoveredAndWhatWasLeftOut() {
        assertThat(gist(NAMED, Map.of(), Verdict.MADE, Verdict.MADE, Verdict.NOT_SAID))
                .isEqualTo("You covered: lookup speed and hashability; you left out: frozenset.");
        assertThat(gist(NAMED, Map.of(), Verdict.MADE, Verdict.CONTRADICTED, Verdict.NOT_SAID))
                .isEqualTo("You covered: lookup speed; you got wrong: hashability; you left out: frozenset.");
    }

    @Test
    void aSentenceThatSaysThreeThingsNamesTwoPointsOfEach() {
        List<KeyPoint> five = List.of(
                named("a", "one"), named("b", "two"), named("c", "three"), named("d", "four"), named("e", "five"));
        assertThat(gist(
                        five,
                        Map.of(),
                        Verdict.MADE,
                        Verdict.MADE,
                        Verdict.MADE,
                        Verdict.CONTRADICTED,
                        Verdict.NOT_SAID))
                .isEqualTo("You covered: one, two and one more; you got wrong: four; you left out: five.");
        assertThat(gist(five, Map.of(), Verdict.MADE, Verdict.MADE, Verdict.MADE, Verdict.NOT_SAID, Verdict.NOT_SAID))
                .isEqualTo("You covered: one, two and three; you left out: four and five.");
    }

    @Test
    void theCandidatesWordChangesTheSentence() {
        assertThat(gist(NAMED, Map.of("frozen", Score.FULL), Verdict.MADE, Verdict.MADE, Verdict.NOT_SAID))
                .isEqualTo("You made every point.");
    }

    @Test
    void withoutShortFormsThePointsAreCounted() {
        List<KeyPoint> bare = List.of(named("a", ""), named("b", ""), named("c", ""));
        assertThat(gist(bare, Map.of(), Verdict.MADE, Verdict.UNCLEAR, Verdict.NOT_SAID))
                .isEqualTo("One point made, one unclear, one not said.");
        assertThat(gist(bare, Map.of(), Verdict.NOT_SAID, Verdict.NOT_SAID, Verdict.NOT_SAID))
                .isEqualTo("Nothing in the answer makes a point.");
    }
}
