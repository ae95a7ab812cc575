package rejoinder.embed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rejoinder.WordOrderEmbedder;

class CachingEmbedderTest {
    private final WordOrderEmbedder words = new WordOrderEmbedder();

    @Test
    void aTextIsEncodedOnce() {
        CachingEmbedder cache = new CachingEmbedder(words, 100);
        assertThat(cache.encode("a list is mutable")).isSameAs(cache.encode("a list is mutable"));
        assertThat(words.encoded).isEqualTo(1);
    }

    @Test
    void theSameTextAfterAnotherQuestionIsAnotherText() {
        CachingEmbedder cache = new CachingEmbedder(words, 100);
        cache.encode("it is mutable");
        cache.encodeAfter("What is a list?", "it is mutable");
        cache.encodeAfter("What is a set?", "it is mutable");
        assertThat(words.encoded).isEqualTo(3);
    }

    @Test
    void theTextUsedLongestAgoGoesFirst() {
        CachingEmbedder cache = new CachingEmbedder(words, 12);
        cache.encode("one two");
        cache.encode("three four");
        cache.encode("five six");
        cache.encode("seven eight");
        cache.encode("one two");
        cache.encode("nine ten");
        int before = words.encoded;
        cache.encode("one two");
        assertThat(words.encoded).isEqualTo(before);
        cache.encode("three four");
        assertThat(words.encoded).isEqualTo(before + 1);
    }

    @Test
    void aHugeTextDoesNotPushTheOthersOut() {
        CachingEmbedder cache = new CachingEmbedder(words, 40);
        cache.encode("one two three");
        cache.encode("word ".repeat(1_000));
        int before = words.encoded;
        cache.encode("one two three");
        assertThat(words.encoded).isEqualTo(before);
    }
}
