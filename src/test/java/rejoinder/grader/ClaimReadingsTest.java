package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rejoinder.WordOrderEmbedder;
import rejoinder.bank.KeyPoint;
import rejoinder.grader.ClaimReadings.Claim;
import rejoinder.grader.ClaimReadings.Row;
import rejoinder.text.ClaimReader;
import rejoinder.text.Encoding;

/** With a reader that goes by words alone, so that what is read against what can be told. */
class ClaimReadingsTest {
    private static final KeyPoint MUTABLE = new KeyPoint("mutable", 1, "lists change in place", List.of());
    private static final KeyPoint ORDER = new KeyPoint("order", 1, "both keep their order", List.of());
    private static final KeyPoint BARE = new KeyPoint("bare", 1, "nobody wrote statements for this", List.of());

    private final WordOrderEmbedder words = new WordOrderEmbedder();
    private final ClaimReader reader = words.claimReader().orElseThrow();

    private Claim claim(String answer, KeyPoint point) {
        List<Row> rows = List.of(
                row("mutable", "lists change in place", true),
                row("mutable", "lists never alter afterwards", false),
                row("order", "both keep their order", true),
                row("order", "neither sorts anything", false));
        WordSides sides = new WordSides(rows.stream()
                .map(row -> new WordSides.Said(row.point(), row.text(), row.isTrue()))
                .toList());
        return ClaimReadings.of(
                        reader, words.encode(answer), Optional::empty, rows, sides, List.of(MUTABLE, ORDER, BARE))
                .of(point);
    }

    private Row row(String point, String text, boolean isTrue) {
        Encoding encoding = words.encode(text);
        return new Row(point, text, isTrue, encoding);
    }

    @Test
    void theSentenceThatMakesAPointIsFoundAmongOthers() {
        String answer = "Well now. Surely lists change in place. Bye.";
        Claim claim = claim(answer, MUTABLE);
        assertThat(claim.reader().made()).isGreaterThan(0.9);
        assertThat(claim.madeBy().of(answer)).contains("lists change in place").doesNotContain("Bye");
        assertThat(claim.reader().contradicted()).isLessThan(claim.reader().made());
        assertThat(claim.reader().likeTrue()).isGreaterThan(claim.reader().likeFalse());
        assertThat(claim.reader().anywhere())
                .isGreaterThanOrEqualTo(claim.reader().made());
        assertThat(claim.ahead()).isPositive();
        assertThat(claim(answer, ORDER).ahead()).isNotPositive();
    }

    @Test
    void theSentenceThatContradictsAPointNamesTheFalseStatement() {
        String answer = "Both keep their order. But lists never alter afterwards.";
        Claim claim = claim(answer, MUTABLE);
        assertThat(claim.reader().contradicted()).isGreaterThan(0.9);
        assertThat(claim.against()).isEqualTo("lists never alter afterwards");
        assertThat(claim.contradictedBy().of(answer)).contains("never alter");
        assertThat(claim.reader().aside()).isLessThan(0.5);
        assertThat(claim(answer, ORDER).reader().made()).isGreaterThan(0.9);
    }

    @Test
    void aPointWithoutStatementsAndAnAnswerWithoutWordsHaveNoReading() {
        assertThat(claim("lists change in place", BARE)).isEqualTo(Claim.NONE);
        assertThat(claim("", MUTABLE)).isEqualTo(Claim.NONE);
        assertThat(claim("...", MUTABLE)).isEqualTo(Claim.NONE);
    }

    @Test
    void aSentenceLongerThanTheReaderReadsIsReadInPieces() {
        List<String> long_ = new ArrayList<>();
        for (int i = 0; i < 2 * reader.longest(); i++) {
            long_.add("filler" + i);
        }
        String answer = String.join(" ", long_) + " and lists change in place";
        Claim claim = claim(answer, MUTABLE);
        assertThat(claim.reader().made()).isGreaterThan(0.9);
        assertThat(claim.madeBy().start()).isPositive();
        assertThat(claim.madeBy().end()).isEqualTo(answer.length());
    }
}
