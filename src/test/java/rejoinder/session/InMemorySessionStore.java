package rejoinder.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Score;
import rejoinder.plan.CandidateId;
import rejoinder.plan.Review;
import rejoinder.plan.ReviewLog;

/** Sessions and reviews in a map, for tests; it passes the same contract as the real store. */
public final class InMemorySessionStore implements SessionStore, ReviewLog {
    private final Map<String, SessionId> startKeys = new HashMap<>();
    private final Map<SessionId, Session> sessions = new LinkedHashMap<>();
    private final Map<SessionId, List<KeptVersion>> kept = new HashMap<>();
    private final Map<SessionId, List<EarlierGrade>> earlier = new HashMap<>();
    private final Map<CandidateId, List<DrillLine>> drills = new HashMap<>();

    @Override
    public synchronized void begin(InProgress session) {
        if (sessions.putIfAbsent(session.setup().id(), session) != null) {
            throw new IllegalStateException(
                    "There is a session " + session.setup().id().value() + " already.");
        }
    }

    @Override
    public synchronized SessionId begin(InProgress session, String key) {
        SessionId id = session.setup().id();
        SessionId begun = startKeys.computeIfAbsent(session.setup().candidate().value() + " " + key, any -> id);
        if (begun.equals(id)) {
            begin(session);
        }
        return begun;
    }

    @Override
    public synchronized Optional<Session> find(CandidateId candidate, SessionId id) {
        return Optional.ofNullable(sessions.get(id))
                .filter(session -> session.setup().candidate().equals(candidate));
    }

    @Override
    public synchronized <R> R change(CandidateId candidate, SessionId id, Function<Session, Change<R>> step) {
        Session before = find(candidate, id).orElseThrow(() -> new SessionException.NoSuchSession(id));
        Change<R> change = step.apply(before);
        if (!change.next().setup().equals(before.setup())) {
            throw new IllegalStateException("A session never changes.");
        }
        List<Correction> said = before.corrections();
        List<Correction> next = change.next().corrections();
        if (next.size() < said.size() || !next.subList(0, said.size()).equals(said)) {
            throw new IllegalStateException("Corrections are only ever added.");
        }
        keepGrades(id, before, change.next());
        sessions.put(id, change.next());
        for (KeptVersion version : change.kept()) {
            kept.put(id, KeptVersion.with(kept.getOrDefault(id, List.of()), version));
        }
        return change.result();
    }

    @Override
    public SaveResult save(
            CandidateId candidate, SessionId id, int place, Function<DraftPlace, DraftPlace.Saving> step) {
        return change(candidate, id, session -> {
            session.requirePlace(place);
            DraftPlace.Saving saving = step.apply(session.place(place));
            Session next = saving.result()
                    .saved()
                    .<Session>map(saved -> ((InProgress) session).with(saved))
                    .orElse(session);
            return new Change<>(next, saving.result(), saving.kept());
        });
    }

    @Override
    public synchronized List<SessionSummary> history(CandidateId candidate, HistoryFilter filter, int most) {
        return of(candidate)
                .map(SessionSummary::of)
                .filter(filter::takes)
                .sorted(Comparator.comparing(SessionSummary::startedAt)
                        .thenComparing(summary -> summary.id().value())
                        .reversed())
                .limit(most)
                .toList();
    }

    @Override
    public int sessions(CandidateId candidate, HistoryFilter filter) {
        return history(candidate, filter, Integer.MAX_VALUE).size();
    }

    @Override
    public Set<String> topics(CandidateId candidate) {
        return history(candidate).stream()
                .flatMap(line -> line.topics().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized List<ConfidenceTally> confidenceTallies(CandidateId candidate, Score from) {
        List<ConfidenceTally> all = new ArrayList<>();
        for (Confidence said : List.of(Confidence.VERY_SURE, Confidence.RATHER_SURE, Confidence.NOT_SURE)) {
            List<Score> scores = of(candidate)
                    .flatMap(session -> session.handedIn().entrySet().stream()
                            .filter(entry -> entry.getValue().attempt().confidence() == said)
                            .flatMap(entry -> entry
                                    .getValue()
                                    .score(session.corrections().stream()
                                            .filter(correction -> correction.place() == entry.getKey())
                                            .toList())
                                    .stream()))
                    .toList();
            int well = (int) scores.stream()
                    .filter(score -> score.value() >= from.value())
                    .count();
            if (!scores.isEmpty()) {
                all.add(new ConfidenceTally(said, scores.size(), well));
            }
        }
        return all;
    }

    @Override
    public synchronized List<TimeSpent> timesSpent(CandidateId candidate) {
        SortedMap<QuestionId, TimeSpent> times = new TreeMap<>();
        for (Session session : sessions.values()) {
            if (session.setup().candidate().equals(candidate)) {
                for (int place = 0; place < session.setup().questions().size(); place++) {
                    QuestionId id = session.setup().questions().get(place).id();
                    session.result(place)
                            .map(Result::attempt)
                            .filter(attempt -> attempt instanceof Attempt.Answered)
                            .map(attempt -> new TimeSpent(id, 1, attempt.spent()))
                            .ifPresent(one -> times.merge(
                                    id,
                                    one,
                                    (a, b) -> new TimeSpent(
                                            id, a.answers() + 1, a.total().plus(b.total()))));
                }
            }
        }
        return List.copyOf(times.values());
    }

    @Override
    public synchronized void answers(CandidateId candidate, Consumer<Search.Asked> visitor) {
        for (SessionSummary line : history(candidate)) {
            Session session = find(candidate, line.id()).orElseThrow();
            session.handedIn().forEach((place, result) -> {
                Question question = session.setup().questions().get(place);
                visitor.accept(new Search.Asked(
                        line.id(),
                        place,
                        question.id(),
                        question.prompt(),
                        result.attempt().text()));
            });
        }
    }

    @Override
    public synchronized Map<QuestionId, Instant> lastAsked(CandidateId candidate) {
        Map<QuestionId, Instant> last = new HashMap<>();
        of(candidate)
                .map(Session::setup)
                .forEach(setup -> setup.questions()
                        .forEach(question ->
                                last.merge(question.id(), setup.startedAt(), (a, b) -> a.isAfter(b) ? a : b)));
        return last;
    }

    @Override
    public synchronized List<Key> runningOutBefore(Instant deadline) {
        return keys(
                session -> deadline(session).filter(deadline::isAfter).isPresent(),
                Comparator.comparing((Session session) -> deadline(session).orElseThrow()));
    }

    private static Optional<Instant> deadline(Session session) {
        return session instanceof InProgress open && open.countdown() instanceof Countdown.RunsUntil running
                ? Optional.of(running.deadline())
                : Optional.empty();
    }

    @Override
    public synchronized List<Key> owed() {
        return keys(
                session -> session.handedIn().values().stream()
                        .anyMatch(result -> result.outcome() instanceof Outcome.Owed),
                Comparator.comparing((Session session) -> session.setup().startedAt()));
    }

    private List<Key> keys(Predicate<Session> which, Comparator<Session> order) {
        return sessions.values().stream()
                .filter(which)
                .sorted(order.thenComparing(session -> session.setup().id().value()))
                .map(session ->
                        new Key(session.setup().candidate(), session.setup().id()))
                .toList();
    }

    @Override
    public synchronized List<KeptVersion> kept(CandidateId candidate, SessionId id) {
        return find(candidate, id).isPresent() ? List.copyOf(kept.getOrDefault(id, List.of())) : List.of();
    }

    private void keepGrades(SessionId id, Session before, Session next) {
        for (int place = 0; place < before.setup().questions().size(); place++) {
            Optional<Outcome> old = before.result(place).map(Result::outcome);
            Optional<Outcome> regraded = next.result(place).map(Result::outcome);
            if (old.orElse(null) instanceof Outcome.Marked was
                    && regraded.orElse(null) instanceof Outcome.Marked is
                    && !was.grade().equals(is.grade())) {
                earlier.computeIfAbsent(id, key -> new ArrayList<>())
                        .add(new EarlierGrade(place, was.at(), is.at(), was.grade()));
            }
        }
    }

    @Override
    public synchronized List<EarlierGrade> earlier(CandidateId candidate, SessionId id) {
        return find(candidate, id).isEmpty()
                ? List.of()
                : earlier.getOrDefault(id, List.of()).stream()
                        .sorted(Comparator.comparing(EarlierGrade::place))
                        .toList();
    }

    @Override
    public synchronized List<PastAttempt> attempts(CandidateId candidate, QuestionId question) {
        return past(candidate)
                .filter(it -> it.question.id().equals(question))
                .map(it -> it.attempt)
                .toList();
    }

    @Override
    public synchronized List<Review> reviews(CandidateId candidate) {
        return past(candidate)
                .flatMap(it -> it.attempt.result().review(it.question, it.attempt.corrections()).stream())
                .toList();
    }

    private record Past(Question question, PastAttempt attempt) {}

    private Stream<Past> past(CandidateId candidate) {
        return of(candidate)
                .flatMap(session -> session.handedIn().entrySet().stream()
                        .map(entry -> past(session, entry.getKey(), entry.getValue())))
                .sorted(Comparator.comparing(
                                (Past it) -> it.attempt.result().attempt().at())
                        .thenComparing(it -> it.attempt.session().value())
                        .thenComparing(it -> it.attempt.place()));
    }

    private static Past past(Session session, int place, Result result) {
        Question question = session.setup().questions().get(place);
        List<Correction> said = session.corrections().stream()
                .filter(correction -> correction.place() == place)
                .toList();
        return new Past(question, new PastAttempt(session.setup().id(), place, question.revision(), result, said));
    }

    @Override
    public synchronized void keep(CandidateId candidate, DrillLine line) {
        line.session().filter(id -> find(candidate, id).isEmpty()).ifPresent(id -> {
            throw new SessionException.NoSuchSession(id);
        });
        drills.computeIfAbsent(candidate, key -> new ArrayList<>()).add(line);
    }

    @Override
    public synchronized List<DrillLine> drillLines(CandidateId candidate) {
        return drills.getOrDefault(candidate, List.of()).stream()
                .sorted(Comparator.comparing(line -> line.drilled().at()))
                .toList();
    }

    @Override
    public synchronized void forgetDrills(CandidateId candidate) {
        drills.remove(candidate);
    }

    @Override
    public synchronized boolean delete(CandidateId candidate, SessionId id) {
        if (find(candidate, id).isEmpty()) {
            return false;
        }
        sessions.remove(id);
        kept.remove(id);
        earlier.remove(id);
        drills.getOrDefault(candidate, new ArrayList<>())
                .removeIf(line -> line.session().equals(Optional.of(id)));
        return true;
    }

    private Stream<Session> of(CandidateId candidate) {
        return sessions.values().stream()
                .filter(session -> session.setup().candidate().equals(candidate));
    }
}
