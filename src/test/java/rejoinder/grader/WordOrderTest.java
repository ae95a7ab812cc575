package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rejoinder.grader.WordOrder.Side;

class WordOrderTest {
    private static final WordOrder APPEND = new WordOrder(
            "append adds every item of an iterable, and extend adds the iterable as one item.",
            List.of("append adds one item to a list, and extend adds every item of an iterable."));

    @Test
    void exchangedRolesSpeakForTheMisconception() {
        assertThat(APPEND.of("append adds every item of the iterable and extend just adds it as one item"))
                .isEqualTo(Side.FIRST);
    }

    @Test
    void aTextWithoutAnyWordOfTheMisconceptionIsNoneHoweverAlikeTheyRead() {
        WordOrder open = new WordOrder(
                "The with statement leaves the file open when the block raises an exception.",
                List.of("The with statement closes the file even when the block raises an exception."));
        assertThat(open.isOnlyOfOthers("it closes the file, also if the block ends with an exception"))
                .isTrue();
        assertThat(open.isOnlyOfOthers("the file stays open if the block raises"))
                .isFalse();
        assertThat(open.isOnlyOfOthers("nobody knows what happens"))
                .as("nothing of the point either")
                .isFalse();
    }

    @Test
    void theRightRolesDoNot() {
        assertThat(APPEND.of("append adds one item, extend adds every item of an iterable"))
                .isNotEqualTo(Side.FIRST);
    }

    @Test
    void theRightRolesSpeakForThePointWhereTheyAreTold() {
        WordOrder order = new WordOrder(
                "Flask is an ASGI framework and FastAPI is a WSGI framework.",
                List.of("FastAPI is an ASGI framework and Flask is a WSGI framework."));
        assertThat(order.of("FastAPI = ASGI, with docs for free. Flask = WSGI micro framework"))
                .isEqualTo(Side.OTHERS);
    }

    @Test
    void aTextAboutSomethingElseSpeaksForNeither() {
        assertThat(APPEND.of("a tuple is immutable")).isEqualTo(Side.NEITHER);
    }

    @Test
    void aDenialThatOnlyTheMisconceptionHasSpeaksForIt() {
        WordOrder order = new WordOrder(
                "A tuple is not hashable and cannot be a key.", List.of("A tuple is hashable and can be a key."));
        assertThat(order.of("tuples are not hashable, they cannot be a key")).isEqualTo(Side.FIRST);
        assertThat(order.of("tuples are hashable, so one can be a key")).isEqualTo(Side.OTHERS);
    }

    @Test
    void statementsWithTheSameMarksSpeakForNothing() {
        WordOrder order = new WordOrder("One item.", List.of("one item"));
        assertThat(order.of("one item")).isEqualTo(Side.NEITHER);
    }
}
