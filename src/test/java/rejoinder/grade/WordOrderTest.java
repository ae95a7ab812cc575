package rejoinder.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordOrderTest {
    private static final WordOrder APPEND = new WordOrder(
            "append adds every item of an iterable, and extend adds the iterable as one item.",
            List.of("append adds one item to a list, and extend adds every item of an iterable."));

    @Test
    void exchangedRolesSpeakForTheMisconception() {
        assertThat(APPEND.speaksForTheFirst(
                        "append adds every item of the iterable and extend just adds it as one item"))
                .isTrue();
    }

    @Test
    void theRightRolesDoNot() {
        assertThat(APPEND.speaksForTheFirst("append adds one item, extend adds every item of an iterable"))
                .isFalse();
    }

    @Test
    void aTextAboutSomethingElseSpeaksForNeither() {
        assertThat(APPEND.speaksForTheFirst("a tuple is immutable")).isFalse();
    }

    @Test
    void aDenialThatOnlyTheMisconceptionHasSpeaksForIt() {
        WordOrder order = new WordOrder(
                "A tuple is not hashable and cannot be a key.", List.of("A tuple is hashable and can be a key."));
        assertThat(order.speaksForTheFirst("tuples are not hashable, they cannot be a key"))
                .isTrue();
        assertThat(order.speaksForTheFirst("tuples are hashable, so one can be a key"))
                .isFalse();
    }

    @Test
    void statementsWithTheSameMarksSpeakForNothing() {
        WordOrder order = new WordOrder("One item.", List.of("one item"));
        assertThat(order.speaksForTheFirst("one item")).isFalse();
    }
}
