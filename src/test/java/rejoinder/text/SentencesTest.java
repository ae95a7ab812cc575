package rejoinder.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rejoinder.text.Sentences.Sentence;

class SentencesTest {
    @Test
    void fullStopsQuestionMarksAndSemicolonsEndSentences() {
        assertThat(texts("Lists grow. Do tuples? No; never! Ok"))
                .containsExactly("Lists grow.", "Do tuples?", "No;", "never!", "Ok");
    }

    @Test
    void dotsInsideNamesNumbersAndAbbreviationsDoNot() {
        assertThat(texts("Since 3.11, a.b.c works in __init__.py, e.g. for packages, i.e. folders. Done"))
                .containsExactly("Since 3.11, a.b.c works in __init__.py, e.g. for packages, i.e. folders.", "Done");
    }

    @Test
    void listItemsAndParagraphsAreSentencesAndWrappedLinesAreNot() {
        assertThat(texts("It has\ntwo parts:\n- first\n- second\n1. third\n\nEnd"))
                .containsExactly("It has\ntwo parts:", "- first", "- second", "1. third", "End");
    }

    @Test
    void codeFencesAreKeptApart() {
        String text = "Use it so:\n```python\na = 1. \nb = 2\n```\nThen stop. Right.";
        List<Sentence> found = Sentences.of(text);
        assertThat(found.stream().map(Sentence::code)).containsExactly(false, true, false, false);
        assertThat(found.get(1).span().of(text)).isEqualTo("```python\na = 1. \nb = 2\n```");
    }

    @Test
    void anUnclosedFenceRunsToTheEnd() {
        assertThat(texts("See\n```\nx = 1.\ny")).containsExactly("See", "```\nx = 1.\ny");
    }

    @Test
    void chineseFullStopsEndSentences() {
        assertThat(texts("\u5217\u8868\u3002\u5143\u7D44\u3002")).hasSize(2);
    }

    @Test
    void nothingIsLostBetweenSentences() {
        String text = "A. b? c!\n\n* d\n```\ne\n```\n f ... g";
        StringBuilder rest = new StringBuilder(text);
        List<Sentence> found = Sentences.of(text);
        for (int i = found.size() - 1; i >= 0; i--) {
            rest.delete(found.get(i).span().start(), found.get(i).span().end());
        }
        assertThat(rest.toString()).isBlank();
    }

    @Test
    void aBlankTextHasNone() {
        assertThat(Sentences.of(" \n\t")).isEmpty();
    }

    private static List<String> texts(String text) {
        return Sentences.of(text).stream()
                .map(sentence -> sentence.span().of(text))
                .toList();
    }
}
