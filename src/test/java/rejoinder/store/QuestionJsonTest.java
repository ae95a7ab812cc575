package rejoinder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import rejoinder.bank.Difficulty;
import rejoinder.bank.FollowUp;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Misconception;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Source;
import rejoinder.bank.Statement;
import rejoinder.session.StoreException;

class QuestionJsonTest {
    private static final Question QUESTION = new Question(
            new QuestionId("knots", "bowline"),
            "What is it for?",
            "",
            Difficulty.JUNIOR,
            Duration.ofMinutes(2),
            List.of("rope"),
            List.of(new ReferenceAnswer("full", "It holds.")),
            List.of(new KeyPoint(
                    "holds", 2, true, "It holds.", List.of("no slip"), "it holds", "Does it hold?", List.of("[1]"))),
            List.of(new Misconception("holds", "It slips.", "It holds.", List.of("It never slips."))),
            new FollowUp("Why?", "It locks.", List.of(new KeyPoint("locks", 1, "It locks.", List.of()))),
            List.of(new Source("Knots", "https://example.org/")),
            List.of(new Statement("holds", "it slips", false)),
            false);

    @Test
    void aQuestionIsReadBackAsItWasWritten() {
        assertThat(QuestionJson.read(QuestionJson.write(QUESTION), QuestionJson.FORMAT))
                .isEqualTo(QUESTION);
    }

    @Test
    void aQuestionOfTheFirstFormatHasCorePointsOnlyAndNoStatements() {
        String old = """
                {"topic":"knots","slug":"bowline","prompt":"What is it for?","context":"","difficulty":"JUNIOR",\
                "suggestedTime":"PT2M","tags":[],"references":[{"label":"full","text":"It holds."}],\
                "points":[{"id":"holds","weight":2,"statement":"It holds.","wordings":["no slip"]}],\
                "misconceptions":[{"point":"holds","statement":"It slips.","why":""}],"followUp":"Why?",\
                "sources":[],"selfGraded":false}""";
        Question question = QuestionJson.read(old, 1);
        assertThat(question.keyPoints()).containsExactly(new KeyPoint("holds", 2, "It holds.", List.of("no slip")));
        assertThat(question.followUp()).isEqualTo(new FollowUp("Why?"));
        assertThat(question.statements()).isEmpty();
    }

    @Test
    void aQuestionOfALaterFormatIsRefused() {
        assertThatThrownBy(() -> QuestionJson.read("{}", 99))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("format 99");
    }
}
