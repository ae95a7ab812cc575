package rejoinder.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rejoinder.SharedBank;
import rejoinder.SharedModel;
import rejoinder.WordOrderEmbedder;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.embed.MeaningStore;

class LikenessTest {
    private static final ItemBank BANK = SharedBank.bank();

    static Stream<Likeness> both() {
        return Stream.of(new LikenessByWords(BANK), new LikenessByMeaning(MeaningStore.of(new WordOrderEmbedder())));
    }

    @ParameterizedTest
    @MethodSource("both")
    void likenessIsSymmetricAndMostForTheSameText(Likeness likeness) {
        List<String> prompts =
                BANK.questions().stream().limit(40).map(Question::prompt).toList();
        for (String one : prompts) {
            assertThat(likeness.between(one, one)).isCloseTo(1, within(1e-6));
            for (String other : prompts) {
                double between = likeness.between(one, other);
                assertThat(between).isBetween(-1d, 1 + 1e-6).isCloseTo(likeness.between(other, one), within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void blankTextsAreLikeNothing(Likeness likeness) {
        assertThat(likeness.between("", "a list")).isZero();
        assertThat(likeness.between("?!", "a list")).isZero();
    }

    @Test
    void rareSharedWordsWeighMoreThanCommonOnes() {
        Likeness words = new LikenessByWords(BANK);

        assertThat(words.between("deepcopy list", "deepcopy file"))
                .isGreaterThan(words.between("deepcopy list", "module list"));
    }

    @Test
    void eachTextIsEncodedOnce() {
        WordOrderEmbedder embedder = new WordOrderEmbedder();
        LikenessByMeaning likeness = new LikenessByMeaning(MeaningStore.of(embedder));
        assertThat(likeness.learn(Banks.even(1, 2), 9)).isTrue();
        int learned = embedder.encoded;

        likeness.between("What about q0 of t0?", "What about q1 of t0?");
        likeness.between("What about q1 of t0?", "What about q0 of t0?");

        assertThat(embedder.encoded).isEqualTo(learned).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("both")
    void aTextFindsTheQuestionsThatAskIt(Likeness likeness) {
        if (likeness instanceof LikenessByMeaning meaning) {
            assertThat(meaning.learn(BANK, Integer.MAX_VALUE)).isTrue();
        }
        Question asked = BANK.questions().get(7);

        Map<QuestionId, Double> found = likeness.asking(asked.prompt(), BANK, .6);

        assertThat(found.get(asked.id())).isCloseTo(1, within(1e-6));
        BANK.questions().forEach(question -> {
            double alike = likeness.between(asked.prompt(), question.prompt());
            if (Math.abs(alike - .6) > 1e-6) {
                assertThat(found.containsKey(question.id())).isEqualTo(alike > .6);
            }
        });
    }

    @Test
    @Tag("model")
    void theModelSeesTheSamePointInOtherWords() {
        LikenessByMeaning likeness = new LikenessByMeaning(MeaningStore.of(SharedModel.embedder()));

        assertThat(likeness.between(
                        "A blocking call inside a coroutine freezes the whole event loop.",
                        "A coroutine that computes or blocks without awaiting keeps the event loop from running anything"
                                + " else."))
                .isGreaterThan(likeness.samePointFrom());
        assertThat(likeness.between(
                        "A blocking call inside a coroutine freezes the whole event loop.",
                        "A list keeps its items in order."))
                .isLessThan(.3);
    }
}
