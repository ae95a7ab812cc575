package rejoinder.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rejoinder.bank.KeyPoint;
import rejoinder.intake.Letter.Kind;
import rejoinder.pack.ImportedDocument;
import rejoinder.pack.ImportedQuestion;

/** Which imported questions the program can mark, and which claims it proposes. */
class LettersTest {
    private static Kind alone(String answer) {
        return Letters.withoutGrader(new ImportedQuestion("", "What is a keel?", answer, 1))
                .letter();
    }

    @Test
    void whatTheModelCannotReadIsForTheCandidateToMark() {
        assertThat(alone("")).isEqualTo(Kind.C);
        assertThat(alone("```sql\nSELECT 1;\n```")).isEqualTo(Kind.C);
        assertThat(alone("Киль стабилизирует лодку и не даёт ей опрокинуться.")).isEqualTo(Kind.C);
        assertThat(alone("Der Kiel ist eine Flosse unter dem Rumpf und hält das Boot aufrecht."))
                .isEqualTo(Kind.C);
        assertThat(alone("25 cm")).isEqualTo(Kind.C);
        assertThat(alone("A fin below the hull that keeps the boat upright.")).isEqualTo(Kind.OPEN);
    }

    /** Shares by words in common, deaf to "not", as the weakest grader would mark. */
    private static final Trial DEAF = (question, answer) -> {
        List<String> reference =
                Wording.words(question.referenceAnswers().get(0).text());
        Set<String> said = Set.copyOf(Wording.words(answer));
        return (double) reference.stream().filter(said::contains).count() / reference.size();
    };

    private static Letter tried(Trial trial) {
        ImportedDocument document = DocumentImporter.parse(
                "## What is a keel?\nKeels keep boats upright beneath hulls.\n## What is a mast?\nMasts carry sails.\n",
                "a.md");
        return new Letters(Optional.of(trial))
                .of(document.questions(), ImportWriter.asked(document), done -> {})
                .get(0);
    }

    @Test
    void aGraderThatIsDeafToDenialMakesTheQuestionUnsure() {
        Letter letter = tried(DEAF);
        assertThat(letter.letter()).isEqualTo(Kind.B);
        assertThat(letter.reason()).isEqualTo("Its opposite earns 100 %.");
    }

    @Test
    void aGraderThatHearsDenialMarksTheQuestion() {
        Trial hears = (question, answer) -> answer.contains(" not ") ? 0 : DEAF.share(question, answer);
        assertThat(tried(hears).letter()).isEqualTo(Kind.A);
    }

    @Test
    void aQuestionWhoseReferenceEarnsLittleIsNotMarked() {
        Letter letter = tried((question, answer) -> 0.3);
        assertThat(letter.letter()).isEqualTo(Kind.C);
        assertThat(letter.reason()).isEqualTo("Its own reference earns only 30 %.");
    }

    @Test
    void claimsAreProposedOneEachAndLeadInsAreNone() {
        ImportedQuestion question = new ImportedQuestion(
                "",
                "What is a keel?",
                "A keel keeps the boat upright. For example:\n\n- It adds weight far below the water.\n- It stops the boat from drifting sideways.\n\nWhy is that?",
                1);
        List<KeyPoint> points = new ProposedPoints(List.of(question)).of(question);
        assertThat(points)
                .extracting(KeyPoint::statement)
                .containsExactlyInAnyOrder(
                        "A keel keeps the boat upright.",
                        "It adds weight far below the water.",
                        "It stops the boat from drifting sideways.");
    }
}
