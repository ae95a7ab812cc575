package rejoinder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rejoinder.SharedModel;
import rejoinder.embed.CachingEmbedder;
import rejoinder.pack.LoadedPacks;
import rejoinder.pack.PackFolder;

/** Turns the grader on every text of the bank that comes along: some two minutes of one processor. */
@Tag("model")
@Order(1)
class ShippedBankGradedTest {
    @Test
    void theShippedBankIsFairToItsOwnTexts() {
        LoadedPacks packs = PackFolder.shipped();
        GradeCheck found = GradeCheck.of(
                packs,
                SharedModel.grader(),
                new CachingEmbedder(SharedModel.embedder(), CachingEmbedder.DEFAULT_PIECES),
                (done, total) -> {});
        System.out.println("The bank graded by itself: " + found.findings().size() + " shortfalls, " + found.allowed()
                + " allowed with a reason.");
        assertThat(found.findings()).isEmpty();
    }
}
