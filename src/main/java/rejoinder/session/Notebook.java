package rejoinder.session;

import java.util.Map;
import java.util.Optional;
import rejoinder.bank.QuestionId;
import rejoinder.plan.CandidateId;

/** What a candidate wrote down beside the sessions: a note for a question, and settings such as the last used set-up. */
public interface Notebook {
    /** The note about a question, Markdown; empty if there is none. */
    Optional<String> note(CandidateId candidate, QuestionId question);

    /** All notes of a candidate. */
    Map<QuestionId, String> notes(CandidateId candidate);

    /** Replaces the note about a question; a blank text removes it. */
    void note(CandidateId candidate, QuestionId question, String markdown);

    /** A setting; empty if it was never set. */
    Optional<String> setting(CandidateId candidate, String name);

    /** Replaces a setting. */
    void setting(CandidateId candidate, String name, String value);
}
