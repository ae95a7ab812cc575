package rejoinder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The short form of {@link NodesTrial}. */
@Tag("model")
class KilledNodeTest {
    @Test
    void anImportIsOneServersAndWhenOneOfTwoIsKilledTheOtherGoesOnAndNothingIsLostOrGradedTwice() throws Exception {
        try (NodesTrial trial = new NodesTrial(2, 6)) {
            assertThat(trial.importOne())
                    .as("servers that have the files of an import, and know its question afterwards")
                    .containsExactly(1, 2);
            trial.begin();
            trial.type(0, 6);
            trial.node(0).kill();
            trial.type(6, 12);
            trial.submit();
            trial.awaitGrades();
            assertThat(trial.lost()).isZero();
            assertThat(trial.gradedTwice()).isZero();
            assertThat(trial.millis()).hasSize(6 * 12);
        }
    }
}
