package rejoinder.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rejoinder.SharedModel;

@Tag("model")
class SpellingTest {
    private static final Set<String> WORDS =
            Spelling.vocabulary(List.of("A dictionary maps keys to values; iterables and generators are lazy."));

    @Test
    void slipsAreMendedAgainstTheWordsOfTheReference() {
        assertThat(mend("A dictonary maps kyes, genreators are lzay").text())
                .isEqualTo("A dictionary maps keys, generators are lazy");
    }

    @Test
    void placesInTheMendedTextLeadBackToTheTypedOne() {
        String typed = "so a dictonary and genreators";
        var mended = mend(typed);
        int at = mended.text().indexOf("generators");
        assertThat(mended.original(new Span(at, at + "generators".length())).of(typed))
                .isEqualTo("genreators");
        int word = mended.text().indexOf("dictionary");
        assertThat(mended.original(new Span(word, word + "dictionary".length())).of(typed))
                .isEqualTo("dictonary");
        int and = mended.text().indexOf("and");
        assertThat(mended.original(new Span(and, and + 3)).of(typed)).isEqualTo("and");
    }

    @Test
    void wordsThatTheModelKnowsAndOtherWordsAreLeftAlone() {
        String typed = "Iterators index dictatorial bananas with unhashable decorators.";
        assertThat(mend(typed).text()).isEqualTo(typed);
    }

    @Test
    void namesInCodeAreLeftAlone() {
        String typed = "self.dictonary, dictonary.get, dictonary_ and dictonary() are names.";
        assertThat(mend(typed).text()).isEqualTo(typed);
        assertThat(mend("I use a dictonary. It maps kyes").text()).isEqualTo("I use a dictionary. It maps keys");
    }

    @Test
    void neighboursThatChangePlacesAreOneStep() {
        assertThat(Spelling.distance("tupel", "tuple")).isEqualTo(1);
        assertThat(Spelling.distance("saturday", "sunday")).isEqualTo(3);
        assertThat(Spelling.distance("", "abc")).isEqualTo(3);
    }

    private static Spelling.Mended mend(String text) {
        return Spelling.mend(text, SharedModel.embedder().tokens(text), WORDS);
    }
}
