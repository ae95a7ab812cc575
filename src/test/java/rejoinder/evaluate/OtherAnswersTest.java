package rejoinder.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.WordOrderEmbedder;
import rejoinder.bank.ItemBank;
import rejoinder.embed.CachingEmbedder;
import rejoinder.grader.AlignmentGrader;
import rejoinder.grader.Calibration;
import rejoinder.grader.GradingPolicy;
import rejoinder.grader.PointJudge.Judged;
import rejoinder.pack.PackFolder;
import rejoinder.text.Embedder;
import rejoinder.text.InverseDocumentFrequency;

/** Answers to other questions as points that are not said. */
class OtherAnswersTest {
    private static final String PACK = """
            ---
            topic: knots
            title: Knots
            order: 1
            ---

            ## Which hitch holds a boat?

            ```yaml
            id: boat
            difficulty: junior
            minutes: 2
            ```

            ### Reference answer

            A cleat hitch holds it, and wet rope makes every hitch slip.

            ### Key points

            - cleat (2): A cleat hitch holds a boat.
            - wet-rope (1): Wet rope makes every hitch slip.

            ## Which hitch holds a horse?

            ```yaml
            id: horse
            difficulty: junior
            minutes: 2
            ```

            ### Reference answer

            Riders use the quick release kind. Wet rope makes every hitch slip.

            ### Key points

            - quick-release (2): One pull frees the animal.
            - slips-when-wet (1): Wet rope makes every hitch slip.
            """;

    @TempDir
    private Path folder;

    private List<PointFit.Labelled> others(Set<String> questions) throws IOException {
        Files.writeString(folder.resolve("knots.md"), PACK);
        ItemBank bank = PackFolder.read(folder).bank();
        Embedder embedder = new CachingEmbedder(new WordOrderEmbedder(), 1000);
        AlignmentGrader grader = new AlignmentGrader(
                embedder, GradingPolicy.standard(), InverseDocumentFrequency.shipped(), Calibration.shipped());
        return JudgedPoints.others(questions, bank, grader, embedder);
    }

    @Test
    void thePointsThatTheOtherQuestionDoesNotHaveAreNotSaidInItsAnswer() throws IOException {
        assertThat(others(Set.of("knots/boat", "knots/horse")))
                .extracting(point -> point.question() + " " + point.signals().keyPoint())
                .containsExactlyInAnyOrder("knots/boat cleat", "knots/horse quick-release");
        assertThat(others(Set.of("knots/boat", "knots/horse")))
                .extracting(PointFit.Labelled::judged)
                .containsOnly(Judged.NOT_SAID);
    }

    @Test
    void onlyTheQuestionsThatAreNamedAreLookedAt() throws IOException {
        assertThat(others(Set.of("knots/horse")))
                .extracting(PointFit.Labelled::question)
                .containsExactly("knots/horse");
        assertThat(others(Set.of())).isEmpty();
    }
}
