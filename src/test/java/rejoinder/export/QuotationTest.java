package rejoinder.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.sequence.Escaping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationTest {
    private static final Parser MARKDOWN = Parser.builder().build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder().build();

    private static String html(String typed) {
        return HTML.render(MARKDOWN.parse(Quotation.of(typed) + "\n\nafter"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__init__ is called by __new__, not by *me*, and a_b_c is a name",
                "# no heading",
                "a rule\n---\nand another\n===",
                "2 < 3 and <script>alert(1)</script> &amp; so on",
                "> said somebody",
                "an open ` backtick and ``` three",
                "~~~ no fence, [no](link) and ![no](picture) | no table \\ no escape \\* none",
                "first\nsecond\n\nthird",
                "*** \n___",
            })
    void everyCharacterOfProseIsShown(String typed) {
        String shown = Escaping.unescapeHtml(html(typed).replaceAll("<[^>]*>", ""));
        assertThat(shown.replaceAll("\\s+", " ").strip())
                .isEqualTo(typed.replaceAll("\\s+", " ").strip() + " after");
        assertThat(html(typed))
                .doesNotContain("<h1>", "<h2>", "<hr", "<em>", "<strong>", "<script", "<a ", "<img", "<code");
    }

    @Test
    void linesStayLinesAndParagraphsStayParagraphs() {
        assertThat(html("one\ntwo\n\nthree"))
                .isEqualTo("<blockquote>\n<p>one<br />\ntwo</p>\n<p>three</p>\n</blockquote>\n<p>after</p>\n");
    }

    @Test
    void codeBetweenFencesOrBackticksStaysCode() {
        assertThat(html("Like `a * b * c`:\n```python\ndef f():\n    return __name__\n```\nand so on"))
                .contains("<code>a * b * c</code>")
                .contains(
                        "<pre><code class=\"language-python\">def f():\n    return __name__\n</code></pre>\n<p>and so on</p>");
    }

    @Test
    void whatIsSetOutWithIndentsIsShownAsItWasSetOut() {
        assertThat(html("def f():\n    return '```'"))
                .contains("<pre><code class=\"language-text\">def f():\n    return '```'\n</code></pre>");
    }

    @Test
    void aFenceThatIsNeverClosedEndsWithTheAnswer() {
        assertThat(html("```\nx = 1")).endsWith("x = 1\n</code></pre>\n</blockquote>\n<p>after</p>\n");
    }
}
