package rejoinder.plan;

import java.util.Optional;

/** What is remembered of a candidate by name: the interview ahead, the fitted memory, the last used set-up. */
public interface CandidateSettings {
    /** A setting; empty if it was never set. */
    Optional<String> setting(CandidateId candidate, String name);

    /** Replaces a setting. */
    void setting(CandidateId candidate, String name, String value);
}
