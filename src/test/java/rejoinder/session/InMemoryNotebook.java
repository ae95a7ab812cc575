package rejoinder.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import rejoinder.bank.QuestionId;
import rejoinder.plan.CandidateId;

/** Notes and settings in maps, for tests. */
public final class InMemoryNotebook implements Notebook {
    private final Map<CandidateId, Map<QuestionId, String>> notes = new HashMap<>();
    private final Map<CandidateId, Map<String, String>> settings = new HashMap<>();

    @Override
    public synchronized Optional<String> note(CandidateId candidate, QuestionId question) {
        return Optional.ofNullable(notes(candidate).get(question));
    }

    @Override
    public synchronized Map<QuestionId, String> notes(CandidateId candidate) {
        return Map.copyOf(notes.getOrDefault(candidate, Map.of()));
    }

    @Override
    public synchronized void note(CandidateId candidate, QuestionId question, String markdown) {
        Map<QuestionId, String> all = notes.computeIfAbsent(candidate, key -> new HashMap<>());
        if (markdown.isBlank()) {
            all.remove(question);
        } else {
            all.put(question, markdown);
        }
    }

    @Override
    public synchronized Optional<String> setting(CandidateId candidate, String name) {
        return Optional.ofNullable(settings.getOrDefault(candidate, Map.of()).get(name));
    }

    @Override
    public synchronized void setting(CandidateId candidate, String name, String value) {
        settings.computeIfAbsent(candidate, key -> new HashMap<>()).put(name, value);
    }
}
