package rejoinder.grade;

import java.util.Locale;

/** The words for a score, and where each begins. */
public enum ScoreBand {
    NOT_YET(0),
    PARTLY(40),
    SOLID(60),
    STRONG(80);

    private final int from;

    ScoreBand(int from) {
        this.from = from;
    }

    /** The band of a score as it is shown, in whole per cent. */
    public static ScoreBand of(Score score) {
        return of(score.percent());
    }

    /** The band of a whole percentage. */
    public static ScoreBand of(int percent) {
        ScoreBand found = NOT_YET;
        for (ScoreBand band : values()) {
            found = percent >= band.from ? band : found;
        }
        return found;
    }

    /** Whether an answer with this score came out well. */
    public static boolean cameOutWell(Score score) {
        return of(score).isAtLeast(SOLID);
    }

    /** Whether this band is another one or a better one. */
    public boolean isAtLeast(ScoreBand other) {
        return compareTo(other) >= 0;
    }

    /** The whole percentage at which the band begins. */
    public int from() {
        return from;
    }

    /** The lowest score that is shown as at least {@link #from()}. */
    public Score least() {
        return Score.nearest((from - 0.5) / 100);
    }

    /** As it is shown: {@code not yet}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
