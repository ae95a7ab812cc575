package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rejoinder.grader.WordSides.Said;
import rejoinder.grader.WordSides.Side;

class WordSidesTest {
    private static final WordSides SIDES = new WordSides(List.of(
            new Said("mutable", "A list can be changed in place.", true),
            new Said("mutable", "You can replace the items of a list.", true),
            new Said("mutable", "A list cannot be changed in place.", false),
            new Said("mutable", "You cannot replace the items of a list.", false),
            new Said("speed", "A set finds an item faster than a list.", true),
            new Said("speed", "A list finds an item slower than a set.", true),
            new Said("speed", "A list finds an item faster than a set.", false),
            new Said("speed", "A set finds an item slower than a list.", false),
            new Said("lonely", "A tuple has a length.", true)));

    private static double side(String point, String text) {
        return SIDES.of(point, text).side();
    }

    @Test
    void aStatementTakesItsOwnSide() {
        assertThat(side("mutable", "A list can be changed in place.")).isPositive();
        assertThat(side("mutable", "A list cannot be changed in place.")).isNegative();
    }

    @Test
    void aDenialTurnsTheSide() {
        assertThat(side("mutable", "the items of a list can be replaced")).isPositive();
        assertThat(side("mutable", "the items of a list can never be replaced")).isNegative();
    }

    @Test
    void whoComesFirstDecidesWhereTheWordsAreTheSame() {
        assertThat(side("speed", "a set finds things faster than a list")).isPositive();
        assertThat(side("speed", "a list finds things faster than a set")).isNegative();
    }

    @Test
    void theNearestStatementIsTheOneWithTheSameWords() {
        assertThat(SIDES.of("mutable", "A list can be changed in place.").near())
                .isGreaterThan(0.99);
        assertThat(SIDES.of("mutable", "Bread rises in the oven.").near()).isLessThan(0.1);
    }

    @Test
    void aPointWithStatementsOfOneKindTakesNoSide() {
        assertThat(SIDES.of("lonely", "A tuple has a length.")).isEqualTo(Side.NONE);
        assertThat(SIDES.of("unknown", "A tuple has a length.")).isEqualTo(Side.NONE);
    }

    @Test
    void aTextWithoutAWordTakesNoSide() {
        assertThat(SIDES.of("mutable", "").side()).isZero();
        assertThat(SIDES.of("mutable", "...").near()).isZero();
    }

    @Test
    void theSameStatementsGiveTheSameSidesToTheLastBit() {
        List<Said> said = List.of(
                new Said("a", "one holds two", true),
                new Said("a", "two holds one", false),
                new Said("a", "one does not hold two", false));
        assertThat(new WordSides(said).of("a", "one may hold two"))
                .isEqualTo(new WordSides(said).of("a", "one may hold two"));
    }
}
