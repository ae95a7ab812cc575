package rejoinder.api;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rejoinder.account.Account;
import rejoinder.account.Accounts;
import rejoinder.bank.Question;
import rejoinder.classroom.Assignment;
import rejoinder.classroom.AssignmentId;
import rejoinder.classroom.Assignments;
import rejoinder.classroom.ClassId;
import rejoinder.classroom.Classes;
import rejoinder.classroom.Classroom;
import rejoinder.classroom.ClassroomUseCases;
import rejoinder.classroom.PracticeVisibility;
import rejoinder.classroom.Sitting;
import rejoinder.intake.LetterBook;
import rejoinder.plan.CandidateId;
import rejoinder.session.Blueprint;
import rejoinder.session.InProgress;
import rejoinder.session.Session;
import rejoinder.session.SessionException;

/** Requests about classes: their members and assignments. */
final class ClassHandlers {
    private static final int LONGEST = 1000;
    private static final int MOST_NAMES = 100;
    private static final long LATEST = 4_000_000_000_000L;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final ServerSettings settings;
    private final SessionHandlers sessions;

    ClassHandlers(ServerSettings settings, SessionHandlers sessions) {
        this.settings = settings;
        this.sessions = sessions;
    }

    /** The use cases of classes; refused on a server without accounts. */
    static ClassroomUseCases classroomUseCases(ServerSettings settings) {
        return settings.classroomUseCases()
                .orElseThrow(() -> new Refusal(Problem.NOT_FOUND.saying(
                        "Only a server with accounts has classes; start it with --users local.")));
    }

    private Classes classes() {
        return classroomUseCases(settings).classes();
    }

    private Assignments assignments() {
        return classroomUseCases(settings).assignments();
    }

    /** The signed-in account. */
    static Account account(Context ctx) {
        return Authentication.account(ctx).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
    }

    /** The class in the path. */
    static ClassId classroom(Context ctx) {
        return new ClassId(id(ctx, "class"));
    }

    /** The assignment in the path. */
    static AssignmentId assignment(Context ctx) {
        return new AssignmentId(id(ctx, "assignment"));
    }

    /** The person in the path. */
    static CandidateId person(Context ctx) {
        return new CandidateId(id(ctx, "person"));
    }

    private static String id(Context ctx, String name) {
        String id = ctx.pathParam(name);
        if (!ID.matcher(id).matches()) {
            throw new Refusal(Problem.NO_SUCH_CLASS.saying(
                    "There is nothing with this name here; it may have been deleted. Reload the list."));
        }
        return id;
    }

    /**
     * The classes that somebody manages.
     *
     * @param found how many there are
     */
    record ClassesJson(int found, List<ClassLineJson> classes) {}

    /**
     * A line of the list of classes.
     *
     * @param reviewer who made it
     */
    record ClassLineJson(String id, String name, String reviewer, int members, int assignments) {}

    void list(Context ctx) {
        Reply.json(ctx, classes(ctx));
    }

    private ClassesJson classes(Context ctx) {
        Classes all = classes();
        Account reviewer = account(ctx);
        return new ClassesJson(
                all.lookedAfter(reviewer),
                all.lookedAfter(reviewer, Incoming.count(ctx)).stream()
                        .map(one -> new ClassLineJson(
                                one.id().value(),
                                one.name(),
                                all.reviewer(one.reviewer()),
                                all.membersWith(one, ""),
                                all.assignmentsOf(one)))
                        .toList());
    }

    /**
     * A class.
     *
     * @param found how many members have the words that were looked for
     * @param members the first of them
     * @param invited how many open invitations have the words
     * @param invitations the newest of them
     * @param assigned how many assignments there are
     * @param assignments the last of them to open
     */
    record ClassJson(
            String id,
            String name,
            String reviewer,
            int found,
            List<MemberJson> members,
            int invited,
            List<OpenJson> invitations,
            int assigned,
            List<AssignmentLineJson> assignments,
            long now) {}

    /**
     * A member of a class.
     *
     * @param shows what they show of their practice: {@code nothing}, {@code scores} or {@code answers}
     */
    record MemberJson(String id, String name, long joinedAt, String shows) {}

    /**
     * An open invitation.
     *
     * @param renews whether the person has an account and only joins with it
     */
    record OpenJson(String id, String name, long expiresAt, boolean renews) {}

    /**
     * What a class was assigned.
     *
     * @param window {@code ahead}, {@code open} or {@code over}
     * @param totalMillis the time that there is; null without a clock
     */
    record AssignmentLineJson(
            String id,
            String title,
            int questions,
            @Nullable Long totalMillis,
            long opensAt,
            long closesAt,
            String window) {}

    private AssignmentLineJson line(Assignment assignment, Instant now) {
        Blueprint blueprint = assignment.blueprint();
        List<Question> questions = blueprint.picked().stream()
                .flatMap(id -> settings.bank().question(id).stream())
                .toList();
        return new AssignmentLineJson(
                assignment.id().value(),
                assignment.title(),
                blueprint.questions(),
                blueprint.pace().total(questions).map(Duration::toMillis).orElse(null),
                assignment.opensAt().toEpochMilli(),
                assignment.closesAt().toEpochMilli(),
                word(assignment.window(now)));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    void open(Context ctx) {
        Reply.json(ctx, json(ctx, classes().open(account(ctx), classroom(ctx))));
    }

    private ClassJson json(Context ctx, Classroom one) {
        Classes all = classes();
        String words = Incoming.words(ctx);
        int count = Incoming.count(ctx);
        Instant now = settings.clock().instant();
        return new ClassJson(
                one.id().value(),
                one.name(),
                all.reviewer(one.reviewer()),
                all.membersWith(one, words),
                all.members(one, words, count).stream()
                        .map(member -> new MemberJson(
                                member.id().value(),
                                member.name(),
                                member.joinedAt().toEpochMilli(),
                                member.shows().word()))
                        .toList(),
                all.invitationsWith(one, words),
                all.invitations(one, words, count).stream()
                        .map(open -> new OpenJson(
                                open.id(), open.name(), open.expiresAt().toEpochMilli(), open.renews()))
                        .toList(),
                all.assignmentsOf(one),
                all.assignments(one, count).stream()
                        .map(assignment -> line(assignment, now))
                        .toList(),
                now.toEpochMilli());
    }

    void make(Context ctx) {
        String name = Incoming.fields(ctx, "name").text("name", LONGEST);
        Reply.json(ctx, 201, json(ctx, classes().make(account(ctx), name)));
    }

    void delete(Context ctx) {
        classes().delete(account(ctx), classroom(ctx));
        Reply.json(ctx, classes(ctx));
    }

    /** Invitations just made, with what their links carry. */
    record InvitedJson(List<InvitedOneJson> invited) {}

    /** One of them. */
    record InvitedOneJson(String name, long expiresAt, boolean renews, String invitation) {}

    void invite(Context ctx) {
        Classes all = classes();
        List<String> names = Incoming.fields(ctx, "names").texts("names", MOST_NAMES);
        List<Accounts.Invited> invited = all.invite(account(ctx), classroom(ctx), names);
        Reply.json(
                ctx,
                201,
                new InvitedJson(invited.stream()
                        .map(one -> new InvitedOneJson(
                                one.invitation().name(),
                                one.invitation().expiresAt().toEpochMilli(),
                                one.invitation().renews(),
                                one.secret()))
                        .toList()));
    }

    void withdrawInvitation(Context ctx) {
        classes().withdraw(account(ctx), classroom(ctx), ctx.pathParam("invitation"));
        open(ctx);
    }

    void removeMember(Context ctx) {
        classes().remove(account(ctx), classroom(ctx), person(ctx));
        open(ctx);
    }

    void assign(Context ctx) {
        Fields fields = Incoming.fields(
                ctx,
                Stream.concat(Stream.of("title", "from", "until"), Stream.of(SetupRequest.FIELDS))
                        .toArray(String[]::new));
        Blueprint blueprint = SetupRequest.read(fields, settings.seeds());
        Drawing drawing = Drawing.read(fields);
        LetterBook letters = settings.importing().letters();
        Assignments.Wanted wanted = new Assignments.Wanted(
                fields.text("title", LONGEST),
                blueprint,
                question -> drawing.takes(question, letters),
                Instant.ofEpochMilli(fields.whole("from", 0, LATEST)),
                Instant.ofEpochMilli(fields.whole("until", 0, LATEST)));
        try {
            assignments().set(account(ctx), classroom(ctx), wanted);
        } catch (SessionException.TooFewQuestions few) {
            throw drawing.explained(few);
        }
        Reply.json(ctx, 201, json(ctx, classes().open(account(ctx), classroom(ctx))));
    }

    void withdrawAssignment(Context ctx) {
        assignments().withdraw(account(ctx), classroom(ctx), assignment(ctx));
        open(ctx);
    }

    /** Somebody's classes and assignments. */
    record OwnJson(List<OwnClassJson> classes, List<OwnAssignmentJson> assignments, long now) {}

    /**
     * A class that somebody is in.
     *
     * @param shows what its reviewer sees of their practice: {@code nothing}, {@code scores} or {@code answers}
     */
    record OwnClassJson(String id, String name, String reviewer, String shows) {}

    /**
     * What somebody was assigned.
     *
     * @param state {@code none}, {@code begun}, {@code submitted}, {@code graded} or {@code deleted}
     * @param session with which it was begun; null if it was not, or the session is deleted
     */
    record OwnAssignmentJson(
            AssignmentLineJson assignment,
            String classroom,
            String state,
            @Nullable String session) {}

    void own(Context ctx) {
        Reply.json(ctx, own(Incoming.candidate(ctx)));
    }

    private OwnJson own(CandidateId candidate) {
        Classes all = classes();
        Instant now = settings.clock().instant();
        return new OwnJson(
                all.of(candidate).stream()
                        .map(one -> new OwnClassJson(
                                one.id().value(),
                                one.name(),
                                all.reviewer(one.reviewer()),
                                all.shown(candidate, one).word()))
                        .toList(),
                assignments().of(candidate).stream()
                        .map(one -> new OwnAssignmentJson(
                                line(one.assignment(), now),
                                one.classroom().name(),
                                state(one.sitting(), one.session()),
                                one.session()
                                        .map(session -> session.setup().id().value())
                                        .orElse(null)))
                        .toList(),
                now.toEpochMilli());
    }

    /** The state of somebody's assignment. */
    static String state(Optional<Sitting> sitting, Optional<Session> session) {
        if (sitting.isEmpty()) {
            return "none";
        }
        return session.map(it -> it.ended().isEmpty() ? "begun" : word(it.state()))
                .orElse("deleted");
    }

    void leave(Context ctx) {
        classes().leave(Incoming.candidate(ctx), classroom(ctx));
        own(ctx);
    }

    void show(Context ctx) {
        PracticeVisibility shown = Incoming.fields(ctx, "shows").word("shows", PracticeVisibility.WORDS);
        classes().show(Incoming.candidate(ctx), classroom(ctx), shown);
        own(ctx);
    }

    void join(Context ctx) {
        Accounts accounts = settings.accounts().orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        String invitation = Incoming.fields(ctx, "invitation").text("invitation", LONGEST);
        accounts.join(invitation, Incoming.candidate(ctx));
        own(ctx);
    }

    void start(Context ctx) {
        CandidateId candidate = Incoming.candidate(ctx);
        InProgress session = assignments().start(candidate, assignment(ctx));
        sessions.begun(ctx, candidate, session);
    }
}
