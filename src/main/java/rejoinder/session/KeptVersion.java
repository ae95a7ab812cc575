package rejoinder.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Text that could not be saved as the draft and was kept beside it, so that no letter is lost.
 *
 * @param place index of the question, from 0
 * @param text what was typed
 * @param at when it arrived
 * @param why one sentence
 */
public record KeptVersion(int place, String text, Instant at, String why) {
    /** How many are kept of one answer before the oldest are joined. */
    public static final int MOST = 20;

    /** Characters of joined ones; what goes beyond is cut off at the beginning, and the text says so. */
    static final int LONGEST = 10 * DraftSave.LONGEST_ANSWER;

    private static final String CUT = "[The oldest words are not kept any more.]\n\n";

    /**
     * What a session keeps once one more comes. A text that is there already is not kept twice; of more than {@value #MOST} of one answer the two oldest are
     * joined.
     *
     * @param there in the order in which they came
     */
    public static List<KeptVersion> with(List<KeptVersion> there, KeptVersion one) {
        boolean known = there.stream().anyMatch(it -> it.place == one.place && it.text.equals(one.text));
        if (known) {
            return there;
        }
        List<KeptVersion> all = new ArrayList<>(there);
        all.add(one);
        List<KeptVersion> ofAnswer =
                all.stream().filter(it -> it.place == one.place).toList();
        if (ofAnswer.size() > MOST) {
            KeptVersion joined = ofAnswer.get(0).joinedTo(ofAnswer.get(1));
            all.set(all.indexOf(ofAnswer.get(1)), joined);
            all.remove(ofAnswer.get(0));
        }
        return all;
    }

    private KeptVersion joinedTo(KeptVersion later) {
        String both =
                later.text.contains(text) ? later.text : text.contains(later.text) ? text : text + "\n\n" + later.text;
        String kept = both.length() <= LONGEST ? both : CUT + both.substring(both.length() - LONGEST + CUT.length());
        return new KeptVersion(place, kept, later.at, "The oldest versions, joined.");
    }
}
