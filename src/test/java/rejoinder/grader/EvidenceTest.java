package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rejoinder.text.Encoding;
import rejoinder.text.Encoding.Token;
import rejoinder.text.Span;

class EvidenceTest {
    private static String shown(String answer, String piece) {
        int start = answer.indexOf(piece);
        Token token = new Token(1, piece, new Span(start, start + piece.length()));
        Encoding encoding = new Encoding(answer, List.of(token), new float[1][1], new float[0]);
        WeightedText reading = new WeightedText(encoding, new double[] {1}, 1);
        return Evidence.of(reading, List.of(0)).get(0).of(answer);
    }

    @Test
    void aPieceOfAWordIsShownAsTheWholeWord() {
        assertThat(shown("It is immutable.", "mut")).isEqualTo("immutable");
    }

    @Test
    void aCallIsShownWithItsEmptyParentheses() {
        assertThat(shown("Then df.sum() adds them up.", "sum")).isEqualTo("sum()");
        assertThat(shown("Then df.sum(axis=1) adds them up.", "sum")).isEqualTo("sum");
    }
}
