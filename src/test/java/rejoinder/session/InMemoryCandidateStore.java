package rejoinder.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rejoinder.bank.QuestionId;
import rejoinder.plan.CandidateId;

/** Notes and settings in maps, for tests. */
public final class InMemoryCandidateStore implements CandidateStore {
    private final Map<CandidateId, Map<QuestionId, String>> notes = new HashMap<>();
    private final Map<CandidateId, List<AcceptedWording>> wordings = new HashMap<>();
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
    public synchronized List<AcceptedWording> wordings(CandidateId candidate) {
        return List.copyOf(wordings.getOrDefault(candidate, List.of()));
    }

    @Override
    public synchronized void accept(CandidateId candidate, AcceptedWording wording) {
        List<AcceptedWording> all = wordings.computeIfAbsent(candidate, key -> new ArrayList<>());
        if (all.stream().noneMatch(known -> known.id().equals(wording.id()))) {
            all.add(wording);
        }
    }

    @Override
    public synchronized boolean forget(CandidateId candidate, String wording) {
        return wordings.getOrDefault(candidate, new ArrayList<>())
                .removeIf(known -> known.id().equals(wording));
    }

    @Override
    public synchronized Optional<String> setting(CandidateId candidate, String name) {
        return Optional.ofNullable(settings.getOrDefault(candidate, Map.of()).get(name));
    }

    @Override
    public synchronized void clear(CandidateId candidate) {
        notes.remove(candidate);
        wordings.remove(candidate);
        settings.remove(candidate);
    }

    @Override
    public synchronized void setting(CandidateId candidate, String name, String value) {
        settings.computeIfAbsent(candidate, key -> new HashMap<>()).put(name, value);
    }
}
