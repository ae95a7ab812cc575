package rejoinder.export;

import rejoinder.bank.Misconception;

/** A wrong statement people make about a point. */
public record MisconceptionJson(String point, String statement, String why) {
    /** The misconception as JSON. */
    public static MisconceptionJson of(Misconception misconception) {
        return new MisconceptionJson(misconception.keyPointId(), misconception.statement(), misconception.why());
    }
}
