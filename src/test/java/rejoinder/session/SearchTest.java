package rejoinder.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rejoinder.bank.QuestionId;

class SearchTest {
    private static final QuestionId ONE = new QuestionId("topic", "one");

    private static Optional<Search.Hit> look(String words, String prompt, String text) {
        return new Search(words, Map.of(), false).in(new Search.Asked(new SessionId("s"), 3, ONE, prompt, text));
    }

    @Test
    void theAnswerIsShownBeforeTheQuestion() {
        assertThat(look("GATE", "What is a gate?", "The Gate opens."))
                .contains(new Search.Hit(3, "answer", "The ", "Gate", " opens."));
        assertThat(look("gate", "What is a gate?", "It opens."))
                .contains(new Search.Hit(3, "question", "What is a ", "gate", "?"));
    }

    @Test
    void everyWordMustBeThereSomewhere() {
        assertThat(look("opens gate", "What is a gate?", "It opens.")).isPresent();
        assertThat(look("opens window", "What is a gate?", "It opens.")).isEmpty();
        assertThat(look("  ", "What is a gate?", "")).isPresent();
    }

    @Test
    void aLongTextIsCutAtItsWords() {
        String text = "word ".repeat(50) + "gate" + " word".repeat(50);
        Search.Hit hit = look("gate", "", text).orElseThrow();
        assertThat(hit.before()).startsWith("… word").endsWith("word ").hasSizeBetween(40, 60);
        assertThat(hit.after()).startsWith(" word").endsWith("word …").hasSizeBetween(40, 60);
    }

    @Test
    void aTextWithoutSpacesIsCutBetweenCharacters() {
        String text = "\uD83D\uDC0D".repeat(200) + "x" + "\uD83D\uDC0D".repeat(200);
        Search.Hit hit = look("x", "", text).orElseThrow();
        assertThat(hit.before().length()).isLessThan(90);
        assertThat(hit.after().length()).isLessThan(130);
        assertThat((hit.before() + hit.after()).replace("\uD83D\uDC0D", "")).isEqualTo("…  …");
    }

    @Test
    void notesAreSearchedAndCanBeAskedFor() {
        Search.Asked asked = new Search.Asked(new SessionId("s"), 0, ONE, "Why?", "Because.");
        Map<QuestionId, String> notes = Map.of(ONE, "Mind the hinge.");
        assertThat(new Search("hinge", notes, false).in(asked))
                .contains(new Search.Hit(0, "note", "Mind the ", "hinge", "."));
        assertThat(new Search("", notes, true).in(asked))
                .contains(new Search.Hit(0, "note", "", "", "Mind the hinge."));
        assertThat(new Search("because", Map.of(), true).in(asked)).isEmpty();
    }

    @Test
    void lettersThatGrowWhenTheyChangeCaseKeepTheirPlaces() {
        assertThat(look("gate", "", "\u0130\u0130\u0130 gate"))
                .map(Search.Hit::hit)
                .contains("gate");
        assertThat(look("STRASSE", "", "Stra\u00dfe")).isEmpty();
        assertThat(look("\u00c4RGER", "", "\u00e4rger")).isPresent();
    }
}
