package rejoinder.session;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rejoinder.grade.Credits;
import rejoinder.grade.Score;
import rejoinder.plan.CandidateId;

/** What the candidate, or a reviewer, decides about a grade. Corrections are only ever added: the latest one about a point counts, and the grader's own value stays. */
public sealed interface Correction {
    /** Index of the question, from 0. */
    int place();

    /** The key point or the deduction it is about, {@link #WHOLE_ANSWER} for all of them. */
    String point();

    /** When it was said. */
    Instant at();

    /** The reviewer who said it; empty if the candidate did. */
    Optional<CandidateId> reviewer();

    /** The correction if it counts something as earned; empty if it takes earlier ones back. */
    default Optional<Given> given() {
        return Optional.empty();
    }

    /** The point id that stands for the whole answer. */
    String WHOLE_ANSWER = "";

    /**
     * Counts a point (or the whole answer) as earned to a degree.
     *
     * @param credit the part of the point's share that is earned, or of the deduction that is given back
     * @param quote the words that say it or the reason, empty if none were named
     */
    record Given(int place, String point, Score credit, String quote, Instant at, Optional<CandidateId> reviewer)
            implements Correction {
        /** One of the candidate's own. */
        public Given(int place, String point, Score credit, String quote, Instant at) {
            this(place, point, credit, quote, at, Optional.empty());
        }

        /** The same as a reviewer's. */
        public Given by(CandidateId who) {
            return new Given(place, point, credit, quote, at, Optional.of(who));
        }

        @Override
        public Optional<Given> given() {
            return Optional.of(this);
        }
    }

    /** Takes the earlier corrections of a point back. */
    record Withdrawn(int place, String point, Instant at, Optional<CandidateId> reviewer) implements Correction {
        /** One of the candidate's own. */
        public Withdrawn(int place, String point, Instant at) {
            this(place, point, at, Optional.empty());
        }
    }

    /**
     * Whether a reviewer has decided what a correction of the candidate's is about.
     *
     * @param before what was said about the same answer
     */
    static boolean isDecided(List<Correction> before, Correction own) {
        return inForce(before).stream()
                .filter(given -> given.reviewer().isPresent())
                .anyMatch(given -> given.point().equals(own.point())
                        || given.point().equals(WHOLE_ANSWER)
                        || own.point().equals(WHOLE_ANSWER));
    }

    /** Those of one answer that count: the latest word on each point, unless that was withdrawn. */
    static List<Given> inForce(List<Correction> corrections) {
        Map<String, Correction> latest = new LinkedHashMap<>();
        corrections.forEach(correction -> latest.put(correction.point(), correction));
        return latest.values().stream()
                .flatMap(correction -> correction.given().stream())
                .toList();
    }

    /** What corrections of one answer come to. */
    static Credits credits(List<Correction> corrections) {
        Map<String, Score> points = new HashMap<>();
        inForce(corrections).forEach(given -> points.put(given.point(), given.credit()));
        return new Credits(Optional.ofNullable(points.remove(WHOLE_ANSWER)), points);
    }
}
