package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.SharedBank;
import rejoinder.SharedModel;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.embed.CachingEmbedder;
import rejoinder.grade.Grader;
import rejoinder.text.Embedder;
import rejoinder.text.EncodedTexts;
import rejoinder.text.Encoding;
import rejoinder.text.EncodingShelf;
import rejoinder.text.InverseDocumentFrequency;

/** What answers are compared with is kept from one run to the next, and no grade shows it. */
@Tag("model")
class ReadAheadTest {
    private static final Question QUESTION = SharedBank.bank()
            .question(new QuestionId("data-structures", "tuple-vs-list"))
            .orElseThrow();
    private static final List<String> ANSWERS = List.of(
            "Lists can be changed in place. Tuples cannot be changed after creation.",
            "A tuple is mutable and a list is not.",
            "`t = (1, 2)` then `t[0] = 3` raises a TypeError; a list takes it.",
            QUESTION.referenceAnswers().get(0).text());

    @TempDir
    private Path folder;

    private Embedder embedder() {
        return new CachingEmbedder(SharedModel.embedder().forComparing(folder), CachingEmbedder.DEFAULT_PIECES);
    }

    private static Grader grader(Embedder embedder) {
        return new AlignmentGrader(
                embedder, GradingPolicy.standard(), InverseDocumentFrequency.shipped(), Calibration.shipped());
    }

    private static List<String> grades(Grader grader, Question question) {
        return ANSWERS.stream()
                .map(answer -> grader.grade(question, answer).toString())
                .toList();
    }

    private EncodedTexts kept() {
        return embedder()
                .shelf()
                .flatMap(shelf -> shelf.find(QUESTION.prompt()))
                .orElseThrow();
    }

    @Test
    void anAnswerGetsTheSameGradeToTheLastBitWithWhatIsKeptAndWithout() {
        List<String> without = grades(SharedModel.grader(), QUESTION);
        assertThat(grades(grader(embedder()), QUESTION)).isEqualTo(without);
        assertThat(kept().claims()).hasSizeGreaterThan(50);
        assertThat(grades(grader(embedder()), QUESTION)).isEqualTo(without);
    }

    @Test
    void readingAheadTakesAFewTextsAtATimeAndEndsWithAllOfThem() {
        grader(embedder()).grade(QUESTION, "so that all is kept");
        int all = kept().claims().size() + kept().compared().size();
        Path other = folder.resolve("other");
        Embedder elsewhere = new CachingEmbedder(SharedModel.embedder().forComparing(other), 20_000);
        Grader grader = grader(elsewhere);
        EncodingShelf shelf = elsewhere.shelf().orElseThrow();
        int steps = 1;
        while (grader.readAhead(QUESTION, 60)) {
            EncodedTexts soFar = shelf.find(QUESTION.prompt()).orElseThrow();
            assertThat(soFar.claims().size() + soFar.compared().size()).isEqualTo(60 * steps);
            steps++;
        }
        EncodedTexts read = shelf.find(QUESTION.prompt()).orElseThrow();
        assertThat(read.claims().size() + read.compared().size()).isEqualTo(all);
        assertThat(grader.readAhead(QUESTION, 60)).isFalse();
    }

    @Test
    void aQuestionWithAnotherWordingFindsWhatItDidNotChange() {
        grades(grader(embedder()), QUESTION);
        EncodedTexts before = kept();
        KeyPoint first = QUESTION.keyPoints().get(0);
        Question edited = QUESTION.with(
                QUESTION.referenceAnswers(),
                Stream.concat(
                                Stream.of(first.withWordings(List.of("a list may be altered once it is there"))),
                                QUESTION.keyPoints().stream().skip(1))
                        .toList());
        assertThat(grades(grader(embedder()), edited)).isEqualTo(grades(SharedModel.grader(), edited));
        List<String> more = Stream.concat(kept().claims().stream(), kept().compared().stream())
                .map(Encoding::text)
                .toList();
        assertThat(more).hasSize(before.claims().size() + before.compared().size() + 2);
        assertThat(more).contains("a list may be altered once it is there");
    }

    @Test
    void aModelWithoutAShelfReadsNothingAhead() {
        assertThat(SharedModel.grader().readAhead(QUESTION, 60)).isFalse();
    }

    @Test
    void theCostOfGradingGrowsWithTheLengthOfTheAnswerAndNoFaster() {
        Grader grader = SharedModel.grader();
        grader.grade(QUESTION, ANSWERS.get(0));
        double half = seconds(grader, 40);
        double whole = seconds(grader, 160);
        assertThat(whole / half).as("four times the length").isLessThan(6);
    }

    private static double seconds(Grader grader, int sentences) {
        StringBuilder answer = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            answer.append("Run ").append(i).append(" shows that a list changes in place and a tuple does not. ");
        }
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        grader.grade(QUESTION, answer.toString());
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
    }
}
