package rejoinder.text;

import java.util.Collection;
import java.util.List;

/** What questions mean, kept from one start to the next. A question's texts are read once, and again when it has changed. */
public interface KeptMeanings extends Meanings, Meanings.Index {
    /**
     * A question as it is kept.
     *
     * @param key names it
     * @param revision changes with its texts
     * @param prompt what {@link #nearest} finds it by
     * @param points what it is compared by besides
     */
    record Kept(String key, String revision, String prompt, List<String> points) {
        /** Copies the list. */
        public Kept {
            points = List.copyOf(points);
        }
    }

    /**
     * Reads some of the questions that are new or have changed, and forgets those that are gone, so that other work can be done in between.
     *
     * @param all every question there is
     * @param most how many texts to read at most, give or take those of one question
     * @return whether all are known now
     */
    boolean learn(Collection<Kept> all, int most);
}
