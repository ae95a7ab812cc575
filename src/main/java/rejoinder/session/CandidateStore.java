package rejoinder.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import rejoinder.bank.QuestionId;
import rejoinder.plan.CandidateId;
import rejoinder.plan.CandidateSettings;

/** What a candidate writes outside sessions: a note for a question, wordings that count from now on, and settings such as the last used set-up. */
public interface CandidateStore extends CandidateSettings {
    /** The note about a question, Markdown; empty if there is none. */
    Optional<String> note(CandidateId candidate, QuestionId question);

    /** All notes of a candidate. */
    Map<QuestionId, String> notes(CandidateId candidate);

    /** Replaces the note about a question; a blank text removes it. */
    void note(CandidateId candidate, QuestionId question, String markdown);

    /** The wordings that a candidate accepted, the first one first. */
    List<AcceptedWording> wordings(CandidateId candidate);

    /** Adds a wording; one that is there already stays as it is. */
    void accept(CandidateId candidate, AcceptedWording wording);

    /** Removes the wording of an {@linkplain AcceptedWording#id() id}; false if there is none. */
    boolean forget(CandidateId candidate, String wording);

    /** Removes every note, wording and setting of a candidate. */
    void clear(CandidateId candidate);
}
