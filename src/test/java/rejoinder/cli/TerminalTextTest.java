package rejoinder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TerminalTextTest {
    private static String printed(String text) {
        StringWriter terminal = new StringWriter();
        PrintWriter out = new PrintWriter(new TerminalText(terminal));
        out.print(text);
        out.flush();
        return terminal.toString();
    }

    @Test
    void whatMovesTheCursorOrTurnsWordsRoundIsShownInstead() {
        assertThat(printed("a\u001B[2Jb\u0007\u0000\u009B1A\u202Egnp.exe\u007F"))
                .isEqualTo("a\\u001b[2Jb\\u0007\\u0000\\u009b1A\\u202egnp.exe\\u007f");
        assertThat(printed("\u001B]0;title\u0007")).isEqualTo("\\u001b]0;title\\u0007");
    }

    @Test
    void linesTabsColoursAndOtherLanguagesPass() {
        String text = "\u001B[1;31mred\u001B[0m\tü 漢字 👍🏽\r\n";
        assertThat(printed(text)).isEqualTo(text);
    }
}
