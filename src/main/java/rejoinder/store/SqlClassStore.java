package rejoinder.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import rejoinder.classroom.Assignment;
import rejoinder.classroom.AssignmentId;
import rejoinder.classroom.ClassId;
import rejoinder.classroom.ClassStore;
import rejoinder.classroom.Classroom;
import rejoinder.classroom.Comment;
import rejoinder.classroom.Member;
import rejoinder.classroom.PracticeVisibility;
import rejoinder.classroom.Sitting;
import rejoinder.plan.CandidateId;
import rejoinder.session.InProgress;
import rejoinder.session.SessionId;
import rejoinder.session.SessionStore;

/** Classes, their members, and what they were assigned, in SQL. */
public final class SqlClassStore implements ClassStore {
    private static final String CLASSROOM = "classroom";
    private static final String CLASSES = "select c.* from classroom c";
    private static final String BY_NAME = " order by c.name, c.id";
    private static final String MEMBERS =
            "class_member m join account a on a.id = m.candidate where m.classroom = :id and a.removed_at is null";

    private final Sql sql;

    SqlClassStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void make(Classroom made) {
        sql.write(handle -> new Columns()
                .set("id", made.id().value())
                .set("name", made.name())
                .set("reviewer", made.reviewer().value())
                .set("made_at", made.madeAt())
                .insertIfNew(handle, CLASSROOM));
    }

    @Override
    public List<Classroom> of(Managed managed, int most) {
        Map<String, Object> parameters = new HashMap<>(Map.of("most", most));
        return classes(where(managed, parameters) + BY_NAME + " limit :most", parameters);
    }

    @Override
    public int classes(Managed managed) {
        Map<String, Object> parameters = new HashMap<>();
        String from = "classroom c" + where(managed, parameters);
        return sql.read(handle -> Sql.count(handle, from, parameters));
    }

    private static String where(Managed managed, Map<String, Object> parameters) {
        return managed.reviewer()
                .map(reviewer -> {
                    parameters.put("reviewer", reviewer.value());
                    return " where c.reviewer = :reviewer";
                })
                .orElse("");
    }

    @Override
    public List<Classroom> of(CandidateId member) {
        return classes(
                " join class_member m on m.classroom = c.id where m.candidate = :candidate" + BY_NAME,
                Map.of("candidate", member.value()));
    }

    @Override
    public Optional<Classroom> find(ClassId id) {
        return classes(" where c.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    private List<Classroom> classes(String which, Map<String, ?> parameters) {
        return sql.read(handle -> Sql.rows(handle, CLASSES + which, parameters, SqlClassStore::classroom));
    }

    private static Classroom classroom(Row row) throws SQLException {
        return new Classroom(
                new ClassId(row.text("id")),
                row.text("name"),
                new CandidateId(row.text("reviewer")),
                row.time("made_at"));
    }

    @Override
    public boolean delete(ClassId id) {
        return sql.write(handle -> {
            new Columns().set(CLASSROOM, id.value()).delete(handle, "invitation");
            return new Columns().set("id", id.value()).delete(handle, CLASSROOM);
        });
    }

    @Override
    public List<Member> members(ClassId id, String words, int most) {
        Map<String, Object> parameters = new HashMap<>(Map.of("id", id.value(), "most", most));
        String query = "select m.candidate, m.joined_at, m.shows, a.name from " + MEMBERS
                + Sql.holdsWords("a.name_key", words, parameters) + " order by a.name_key limit :most";
        return sql.read(handle -> Sql.rows(handle, query, parameters, SqlClassStore::member));
    }

    private static Member member(Row row) throws SQLException {
        return new Member(
                new CandidateId(row.text("candidate")),
                row.text("name"),
                row.time("joined_at"),
                row.word("shows", PracticeVisibility.class));
    }

    @Override
    public int membersWith(ClassId id, String words) {
        Map<String, Object> parameters = new HashMap<>(Map.of("id", id.value()));
        String from = MEMBERS + Sql.holdsWords("a.name_key", words, parameters);
        return sql.read(handle -> Sql.count(handle, from, parameters));
    }

    @Override
    public Optional<Member> member(ClassId id, CandidateId member) {
        return sql
                .read(handle -> Sql.rows(
                        handle,
                        "select m.candidate, m.joined_at, m.shows, a.name from " + MEMBERS
                                + " and m.candidate = :candidate",
                        Map.of("id", id.value(), "candidate", member.value()),
                        SqlClassStore::member))
                .stream()
                .findFirst();
    }

    @Override
    public boolean show(ClassId id, CandidateId member, PracticeVisibility shown) {
        return sql.write(handle -> {
            boolean there = !Sql.rows(
                            handle,
                            "select candidate from class_member where classroom = :id and candidate = :candidate",
                            Map.of("id", id.value(), "candidate", member.value()),
                            row -> row.text("candidate"))
                    .isEmpty();
            if (there) {
                new Columns()
                        .set("shows", shown)
                        .update(
                                handle,
                                "class_member",
                                new Columns().set(CLASSROOM, id.value()).set("candidate", member.value()));
            }
            return there;
        });
    }

    @Override
    public boolean leave(ClassId id, CandidateId member) {
        return sql.write(handle -> new Columns()
                .set(CLASSROOM, id.value())
                .set("candidate", member.value())
                .delete(handle, "class_member"));
    }

    @Override
    public void assign(Assignment assignment) {
        Columns columns = new Columns()
                .set("id", assignment.id().value())
                .set(CLASSROOM, assignment.classroom().value())
                .set("title", assignment.title())
                .set("opens_at", assignment.opensAt())
                .set("closes_at", assignment.closesAt())
                .set("made_at", assignment.madeAt());
        BlueprintColumns.set(columns, assignment.blueprint());
        sql.write(handle -> columns.insertIfNew(handle, "assignment"));
    }

    @Override
    public List<Assignment> assignments(ClassId id, int most) {
        return assignments(
                "where classroom = :id order by opens_at desc, id desc limit :most",
                Map.of("id", id.value(), "most", most));
    }

    @Override
    public int assignmentsOf(ClassId id) {
        return sql.read(handle -> Sql.count(handle, "assignment where classroom = :id", Map.of("id", id.value())));
    }

    @Override
    public Optional<Assignment> assignment(AssignmentId id) {
        return assignments("where id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    private List<Assignment> assignments(String which, Map<String, ?> parameters) {
        return sql.read(
                handle -> Sql.rows(handle, "select * from assignment " + which, parameters, SqlClassStore::assignment));
    }

    private static Assignment assignment(Row row) throws SQLException {
        return new Assignment(
                new AssignmentId(row.text("id")),
                new ClassId(row.text(CLASSROOM)),
                row.text("title"),
                BlueprintColumns.read(row),
                row.time("opens_at"),
                row.time("closes_at"),
                row.time("made_at"));
    }

    @Override
    public boolean withdraw(AssignmentId id) {
        return sql.write(handle -> new Columns().set("id", id.value()).delete(handle, "assignment"));
    }

    @Override
    public boolean begin(AssignmentId id, InProgress session) {
        CandidateId candidate = session.setup().candidate();
        return sql.writeFor(
                candidate,
                handle -> isMember(handle, id, candidate)
                        && new Columns()
                                .set("assignment", id.value())
                                .set("candidate", candidate.value())
                                .set("session", session.setup().id().value())
                                .set("begun_at", session.setup().startedAt())
                                .insertIfNew(handle, "sitting")
                        && SessionRows.insert(handle, session));
    }

    private static boolean isMember(Handle handle, AssignmentId id, CandidateId candidate) {
        return !Sql.rows(
                        handle,
                        "select a.id from assignment a join class_member m on m.classroom = a.classroom"
                                + " where a.id = :id and m.candidate = :candidate",
                        Map.of("id", id.value(), "candidate", candidate.value()),
                        row -> row.text("id"))
                .isEmpty();
    }

    @Override
    public List<Sitting> sittings(AssignmentId id) {
        return sql.read(handle -> Sql.rows(
                handle,
                "select * from sitting where assignment = :id order by begun_at, candidate",
                Map.of("id", id.value()),
                SqlClassStore::sitting));
    }

    @Override
    public Optional<Sitting> sitting(AssignmentId id, CandidateId candidate) {
        return sql
                .read(handle -> Sql.rows(
                        handle,
                        "select * from sitting where assignment = :id and candidate = :candidate",
                        Map.of("id", id.value(), "candidate", candidate.value()),
                        SqlClassStore::sitting))
                .stream()
                .findFirst();
    }

    private static Sitting sitting(Row row) throws SQLException {
        return new Sitting(
                new AssignmentId(row.text("assignment")),
                new SessionStore.Key(new CandidateId(row.text("candidate")), new SessionId(row.text("session"))),
                row.time("begun_at"));
    }

    @Override
    public boolean comment(Comment comment) {
        SessionStore.Key session = comment.session();
        Columns key = new Columns()
                .set("session", session.id().value())
                .set("place", comment.place())
                .set("reviewer", comment.reviewer().value());
        return sql.writeFor(session.candidate(), handle -> {
            key.delete(handle, "answer_comment");
            boolean there = !Sql.rows(
                            handle,
                            "select id from session where id = :id and candidate = :candidate",
                            Map.of(
                                    "id",
                                    session.id().value(),
                                    "candidate",
                                    session.candidate().value()),
                            row -> row.text("id"))
                    .isEmpty();
            return there
                    && (comment.text().isBlank()
                            || key.set("candidate", session.candidate().value())
                                    .set("content", comment.text())
                                    .set("said_at", comment.at())
                                    .insertIfNew(handle, "answer_comment"));
        });
    }

    @Override
    public List<Comment> comments(SessionStore.Key session) {
        return sql.read(handle -> Sql.rows(
                handle,
                "select * from answer_comment where session = :session and candidate = :candidate"
                        + " order by place, said_at, reviewer",
                Map.of(
                        "session",
                        session.id().value(),
                        "candidate",
                        session.candidate().value()),
                row -> new Comment(
                        session,
                        row.count("place"),
                        new CandidateId(row.text("reviewer")),
                        row.text("content"),
                        row.time("said_at"))));
    }
}
