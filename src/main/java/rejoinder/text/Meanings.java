package rejoinder.text;

import java.util.List;
import java.util.Map;

/** Texts compared by what they mean. May be called from several threads. */
public interface Meanings {
    /** How alike two texts are, from -1 to 1; 1 for the same text, 0 where one is blank. */
    double between(String one, String other);

    /**
     * Texts to be found by what they mean.
     *
     * @param texts each under its key
     */
    Index index(Map<String, String> texts);

    /** Texts that can be found. */
    interface Index {
        /**
         * The texts nearest to another one, the nearest first.
         *
         * @param from how alike they have to be at least
         * @param most how many at most
         */
        List<Near> nearest(String text, double from, int most);
    }

    /** A text that was found: its key, and how alike it is. */
    record Near(String key, double likeness) {}
}
