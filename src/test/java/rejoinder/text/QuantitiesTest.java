package rejoinder.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
    private static boolean conflict(String expected, String answer) {
        return Quantities.conflict(Quantities.of(expected), Quantities.of(answer))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "The rope is 25 cm long., it is 52 cm long",
        "The rope is 25 cm long., it is 25 km long",
        "Lookup is O(log n)., lookup is O(n log n)",
        "Lookup takes constant time., lookup is O(n)",
        "Sorting takes O(n log n) comparisons., worst case n squared",
        "Sorting takes O(n log n) comparisons., it is n**2",
        "Bisection takes O(log n) steps., it is n log n",
        "Appending is O(1)., appending takes linear time",
        "It returns two values., it returns three values",
        "The default is 30 seconds., the default is 60 seconds",
        "It holds 1024 bytes., it holds 2048 bytes",
    })
    void anotherNumberOrUnitIsAConflict(String expected, String answer) {
        assertThat(conflict(expected, answer)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "The rope is 25 cm long., 25 cm",
        "The rope is 25 cm long., about 25",
        "The rope is 25 cm long., it has 3 knots and is 25 cm long",
        "Lookup is O(1) on average., constant time on average",
        "Lookup is O(1) on average., 'O(1), worst case O(n)'",
        "Sorting takes O(n log n) at worst., 'n log n worst case, close to linear if nearly sorted'",
        "Comparing all pairs takes O(n²)., it is n squared",
        "It returns two values., it returns 2 values",
        "It returns two values., the first one is the key",
        "The cache holds 1000 entries., 'the cache holds 1,000 entries'",
        "Python 3 divides exactly., python 2 cuts and python 3 divides exactly",
    })
    void theSameAmountInAnotherFormIsNone(String expected, String answer) {
        assertThat(conflict(expected, answer)).isFalse();
    }

    @Test
    void aConflictIsQuotedWithTheNumberThatDecides() {
        String answer = "I think it is 52 cm long";
        assertThat(Quantities.conflict(Quantities.of("It is 25 cm long."), Quantities.of(answer)))
                .map(found -> found.span().of(answer))
                .contains("52");
    }
}
