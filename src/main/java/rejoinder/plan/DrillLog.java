package rejoinder.plan;

import java.util.List;

/** Every line that a candidate said about a missed key point. */
public interface DrillLog {
    /** All lines of a candidate and of nobody else, oldest first. */
    List<Drilled> drills(CandidateId candidate);
}
