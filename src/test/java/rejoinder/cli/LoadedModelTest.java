package rejoinder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rejoinder.bank.ItemBank;
import rejoinder.embed.ModelException;
import rejoinder.grade.GraderState;

class LoadedModelTest {
    private final List<String> told = new ArrayList<>();
    private final LoadedModel model = new LoadedModel(new ItemBank(List.of(), List.of()), Path.of("/home/ada/data"));

    private void load(ModelException failure) {
        model.load(
                () -> {
                    throw failure;
                },
                embedder -> {
                    throw new IllegalStateException("there is no model");
                },
                embedder -> {
                    throw new IllegalStateException("there is no model");
                },
                told::add);
    }

    @Test
    void aModelThatCannotBeLoadedIsToldOnceWithItsReason() {
        load(new ModelException("The model in /home/ada/data/model is damaged; delete it."));
        assertThat(told)
                .containsExactly(
                        "Answers are kept, but cannot be graded: The model in /home/ada/data/model is damaged; delete it.");
        assertThat(model.grading())
                .isEqualTo(new GraderState.Broken("The model in the data folder/model is damaged; delete it."));
    }

    @Test
    void aProgramThatEndsMeanwhileDoesNotCallItsModelBroken() {
        load(ModelException.atTheEnd());
        assertThat(told).isEmpty();
        assertThat(model.grading()).isInstanceOf(GraderState.Loading.class);
    }
}
