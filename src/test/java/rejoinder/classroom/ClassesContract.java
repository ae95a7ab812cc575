package rejoinder.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rejoinder.account.Account;
import rejoinder.account.AccountException;
import rejoinder.account.Accounts;
import rejoinder.account.Invitation;
import rejoinder.account.QuickPasswords;
import rejoinder.account.Role;
import rejoinder.bank.QuestionId;
import rejoinder.grade.GraderState;
import rejoinder.grade.Score;
import rejoinder.plan.CandidateId;
import rejoinder.session.AcceptedWording;
import rejoinder.session.Blueprint;
import rejoinder.session.Confidence;
import rejoinder.session.Correction;
import rejoinder.session.DraftSave;
import rejoinder.session.InProgress;
import rejoinder.session.Mode;
import rejoinder.session.Pace;
import rejoinder.session.Session;
import rejoinder.session.SessionException;
import rejoinder.session.SessionId;
import rejoinder.session.SessionSummary;
import rejoinder.session.TestBank;
import rejoinder.session.TestClock;
import rejoinder.session.TestGrader;
import rejoinder.session.TestUseCases;
import rejoinder.store.Database;

/** What classes keep to, wherever they are kept. */
public abstract class ClassesContract {
    private static final String PASSWORD = "correct horse battery";
    private static final Blueprint TWO_QUESTIONS =
            new Blueprint(Mode.INTERVIEW, List.of(), List.of(), 2, new Pace.Untimed(), 7);

    private final TestClock clock = new TestClock();
    private final AtomicInteger tokens = new AtomicInteger();
    private TestUseCases useCases;
    private Accounts accounts;
    private ClassroomUseCases classroomUseCases;
    private Account rita;
    private Account ben;
    private Classroom one;

    /** A database with nothing in it. */
    protected abstract Database database();

    @BeforeEach
    void ritaHasAClassWithBenInIt() {
        accounts = new Accounts(database().accounts(), QuickPasswords.create(), clock, this::token, database()::forget);
        useCases = TestUseCases.of(
                TestBank.bank(4),
                database().sessions(),
                database().candidates(),
                () -> new GraderState.Ready(new TestGrader()),
                clock,
                this::token);
        classroomUseCases = ClassroomUseCases.of(
                new ClassroomUseCases.Stores(
                        database().shares(), database().classes(), database().sessions()),
                accounts,
                useCases.interviewer(),
                useCases.corrections(),
                clock,
                this::token);
        join("Ada", Role.ADMIN);
        rita = join("Rita", Role.REVIEWER);
        one = classes().make(rita, " Bootcamp ");
        ben = into(one, "Ben");
    }

    private String token() {
        return "token-" + tokens.incrementAndGet();
    }

    private Classes classes() {
        return classroomUseCases.classes();
    }

    private Account join(String name, Role role) {
        return accounts.accept(accounts.invite(name, role).secret(), PASSWORD).account();
    }

    private Account into(Classroom classroom, String name) {
        String secret =
                classes().invite(rita, classroom.id(), List.of(name)).get(0).secret();
        return accounts.accept(secret, PASSWORD).account();
    }

    private Assignment assigned() {
        return classroomUseCases
                .assignments()
                .set(
                        rita,
                        one.id(),
                        new Assignments.Wanted(
                                "Week 1",
                                TWO_QUESTIONS,
                                question -> true,
                                clock.instant(),
                                clock.instant().plus(Duration.ofDays(7))));
    }

    private InProgress started(Account who, Assignment assignment) {
        return classroomUseCases.assignments().start(who.id(), assignment.id());
    }

    /** Answers the first question and hands in. */
    private SessionId held(Account who, Assignment assignment, String text) {
        InProgress session = started(who, assignment);
        SessionId id = session.setup().id();
        useCases.interviewer()
                .save(
                        who.id(),
                        id,
                        new DraftSave(0, 0, text, false, Confidence.UNSAID, Duration.ZERO, session.writeLock()));
        useCases.interviewer().submit(who.id(), id);
        useCases.owed().gradeAll();
        return id;
    }

    private Reviewing.Which which(Assignment assignment, Account who) {
        return new Reviewing.Which(one.id(), assignment.id(), who.id());
    }

    private static int percent(Session.Ended session, int place) {
        return session.results()
                .get(place)
                .score(session.corrections(place))
                .orElseThrow()
                .percent();
    }

    @Test
    void whoeverIsInvitedByNameIsInTheClassOnceTheyHaveAnAccount() {
        assertThat(one.name()).isEqualTo("Bootcamp");
        assertThat(ben.role()).isEqualTo(Role.CANDIDATE);
        assertThat(classes().members(one)).extracting(Member::name).containsExactly("Ben");
        assertThat(classes().of(ben.id())).containsExactly(one);
        assertThat(classes().invitations(one)).isEmpty();
        assertThat(classes().lookedAfter(rita, 9)).containsExactly(one);
    }

    @Test
    void aPartOfAClassIsTheFirstOfEachListAndTheRestIsCounted() {
        Account cleo = into(one, "Cleo");
        classes().invite(rita, one.id(), List.of("Dora", "Emil"));
        assertThat(classes().members(one, "", 1)).extracting(Member::name).containsExactly("Ben");
        assertThat(classes().membersWith(one, "")).isEqualTo(2);
        assertThat(classes().members(one, "LE", 9)).extracting(Member::name).containsExactly("Cleo");
        assertThat(classes().membersWith(one, "le")).isEqualTo(1);
        assertThat(classes().invitations(one, "", 1)).hasSize(1);
        assertThat(classes().invitationsWith(one, "")).isEqualTo(2);
        assertThat(classes().invitationsWith(one, "dor")).isEqualTo(1);
        Assignment early = assigned();
        clock.forward(Duration.ofMinutes(1));
        Assignment late = assigned();
        assertThat(classes().assignments(one, 1)).containsExactly(late);
        assertThat(classes().assignmentsOf(one)).isEqualTo(2);
        assertThat(classes().assignments(one)).containsExactly(late, early);
        Classroom other = classes().make(rita, "Another");
        assertThat(classes().lookedAfter(rita, 1)).containsExactly(other);
        assertThat(classes().lookedAfter(rita)).isEqualTo(2);
        assertThat(classes().membersWith(other, "")).isZero();
        accounts.remove(cleo.id());
        assertThat(classes().membersWith(one, "")).isEqualTo(1);
        assertThat(classes().members(one, "cleo", 9)).isEmpty();
    }

    @Test
    void anInvitationIntoAClassIsUsedOnceEvenByTwoAtTheSameTime() throws Exception {
        String secret = classes().invite(rita, one.id(), List.of("Cleo")).get(0).secret();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Callable<Boolean> accept = () -> {
            try {
                accounts.accept(secret, PASSWORD);
                return true;
            } catch (AccountException.NoSuchInvitation | AccountException.SignInFirst e) {
                return false;
            }
        };
        List<Future<Boolean>> both = pool.invokeAll(List.of(accept, accept));
        pool.shutdown();
        assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(true, false);
        assertThat(classes().members(one)).extracting(Member::name).containsExactly("Ben", "Cleo");
        assertThatThrownBy(() -> accounts.accept(secret, PASSWORD))
                .isInstanceOf(AccountException.NoSuchInvitation.class);
    }

    @Test
    void whoeverHasAnAccountJoinsWithItAndKeepsThePassword() {
        Account cleo = join("Cleo", Role.REVIEWER);
        Accounts.Invited invited =
                classes().invite(rita, one.id(), List.of("cleo")).get(0);
        assertThat(invited.invitation().renews()).isTrue();
        assertThatThrownBy(() -> accounts.accept(invited.secret(), "another password"))
                .isInstanceOf(AccountException.SignInFirst.class);
        assertThatThrownBy(() -> accounts.join(invited.secret(), ben.id()))
                .as("Ben has Cleo's link")
                .isInstanceOf(AccountException.NoSuchInvitation.class);
        accounts.join(invited.secret(), cleo.id());
        assertThat(classes().members(one)).extracting(Member::name).containsExactly("Ben", "Cleo");
        assertThatThrownBy(() -> accounts.join(invited.secret(), cleo.id()))
                .isInstanceOf(AccountException.NoSuchInvitation.class);
        assertThat(accounts.signIn("Cleo", PASSWORD, "192.0.2.1").account().role())
                .isEqualTo(Role.REVIEWER);
    }

    @Test
    void aReviewerCannotGiveSomebodyAnotherPasswordThroughAClass() {
        String secret = classes().invite(rita, one.id(), List.of("Ada")).get(0).secret();
        assertThatThrownBy(() -> accounts.accept(secret, "a password of Rita's"))
                .isInstanceOf(AccountException.SignInFirst.class);
        assertThat(accounts.signIn("Ada", PASSWORD, "192.0.2.1").account().role())
                .isEqualTo(Role.ADMIN);
    }

    @Test
    void invitationsIntoAClassAndOthersDoNotReplaceEachOther() {
        Invitation plain = accounts.invite("Zoe", Role.REVIEWER).invitation();
        Invitation into =
                classes().invite(rita, one.id(), List.of("Zoe")).get(0).invitation();
        assertThat(accounts.invitations()).containsExactly(plain);
        assertThat(classes().invitations(one)).containsExactly(into);
        assertThatThrownBy(() -> classes().withdraw(rita, one.id(), plain.id()))
                .isInstanceOf(AccountException.NoSuchInvitation.class);
        classes().withdraw(rita, one.id(), into.id());
        assertThat(classes().invitations(one)).isEmpty();
        assertThat(accounts.invitations()).containsExactly(plain);
    }

    @Test
    void ofSeveralNamesAllAreInvitedOrNone() {
        assertThatThrownBy(() -> classes().invite(rita, one.id(), List.of("Dora", "ben")))
                .isInstanceOf(ClassroomException.NotTaken.class)
                .hasMessage("ben is in this class already.");
        assertThatThrownBy(() -> classes().invite(rita, one.id(), List.of("Dora", "/")))
                .isInstanceOf(AccountException.NotTaken.class);
        assertThat(classes().invitations(one)).isEmpty();
    }

    @Test
    void anotherReviewerSeesNothingOfAClassAndAnAdministratorAll() {
        Account other = join("Olga", Role.REVIEWER);
        Account admin = accounts.people().get(0);
        Assignment assignment = assigned();
        assertThat(classes().lookedAfter(other, 9)).isEmpty();
        assertThat(classes().lookedAfter(admin, 9)).containsExactly(one);
        assertThatThrownBy(() -> classes().open(other, one.id())).isInstanceOf(ClassroomException.NoSuchClass.class);
        assertThatThrownBy(() -> classroomUseCases.assignments().open(other, one.id(), assignment.id()))
                .isInstanceOf(ClassroomException.NoSuchClass.class);
        Classroom hers = classes().make(other, "Hers");
        assertThatThrownBy(() -> classroomUseCases.assignments().open(other, hers.id(), assignment.id()))
                .isInstanceOf(ClassroomException.NoSuchAssignment.class);
    }

    @Test
    void everybodyAnswersTheSameQuestions() {
        Account cleo = into(one, "Cleo");
        useCases.interviewer().start(ben.id(), TWO_QUESTIONS);
        Assignment assignment = assigned();
        assertThat(started(ben, assignment).setup().questions())
                .isEqualTo(started(cleo, assignment).setup().questions());
    }

    @Test
    void wordingsThatACandidateAcceptedDoNotCountInAnAssignment() {
        Assignment assignment = assigned();
        QuestionId first = assignment.blueprint().picked().get(0);
        database()
                .candidates()
                .accept(ben.id(), new AcceptedWording(first, "gate", "anything at all", clock.instant()));
        assertThat(started(ben, assignment).setup().questions().get(0))
                .isEqualTo(TestBank.question(first.topic(), first.slug()));
    }

    @Test
    void anAssignmentIsStartedOnceWithinItsWindowByMembersAlone() {
        Assignment later = classroomUseCases
                .assignments()
                .set(
                        rita,
                        one.id(),
                        new Assignments.Wanted(
                                "Later",
                                TWO_QUESTIONS,
                                question -> true,
                                clock.instant().plus(Duration.ofHours(1)),
                                clock.instant().plus(Duration.ofHours(2))));
        assertThatThrownBy(() -> started(ben, later))
                .isInstanceOf(ClassroomException.NotNow.class)
                .hasMessage("This interview cannot be started yet; it opens later.");
        Account stranger = join("Sam", Role.CANDIDATE);
        clock.forward(Duration.ofHours(1));
        assertThatThrownBy(() -> started(stranger, later)).isInstanceOf(ClassroomException.NoSuchAssignment.class);
        InProgress session = started(ben, later);
        assertThatThrownBy(() -> started(ben, later))
                .isInstanceOf(ClassroomException.NotNow.class)
                .hasMessageContaining("already started this interview");
        Account cleo = into(one, "Cleo");
        clock.forward(Duration.ofHours(1));
        assertThatThrownBy(() -> started(cleo, later))
                .isInstanceOf(ClassroomException.NotNow.class)
                .hasMessageContaining("time for starting this interview is over");
        assertThat(useCases.interviewer().submit(ben.id(), session.setup().id()).ended())
                .as("one that was begun in time goes on")
                .isPresent();
    }

    @Test
    void anAssignmentThatIsStartedTwiceAtTheSameTimeIsOneSession() throws Exception {
        Assignment assignment = assigned();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Callable<Boolean> start = () -> {
            try {
                started(ben, assignment);
                return true;
            } catch (ClassroomException.NotNow e) {
                return false;
            }
        };
        List<Future<Boolean>> both = pool.invokeAll(List.of(start, start));
        pool.shutdown();
        assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(true, false);
        assertThat(useCases.interviewer().history(ben.id())).hasSize(1);
    }

    @Test
    void anAssignmentWhoseSessionIsDeletedCannotBeHeldAgain() {
        Assignment assignment = assigned();
        SessionId id = held(ben, assignment, "gate");
        useCases.interviewer().delete(ben.id(), id);
        assertThatThrownBy(() -> started(ben, assignment)).isInstanceOf(ClassroomException.NotNow.class);
        Reviewing.Seat seat = classroomUseCases
                .reviewing()
                .seats(rita, one.id(), assignment.id())
                .get(0);
        assertThat(seat.sitting()).isPresent();
        assertThat(seat.session()).isEmpty();
        assertThatThrownBy(() -> classroomUseCases.reviewing().answers(rita, which(assignment, ben)))
                .isInstanceOf(ClassroomException.NoSuchAssignment.class);
    }

    @Test
    void aReviewerSeesWhatIsHandedInOfAssignmentsAndNothingElse() {
        Assignment assignment = assigned();
        InProgress session = started(ben, assignment);
        assertThatThrownBy(() -> classroomUseCases.reviewing().answers(rita, which(assignment, ben)))
                .isInstanceOf(ClassroomException.NotNow.class);
        useCases.interviewer().submit(ben.id(), session.setup().id());
        assertThat(classroomUseCases
                        .reviewing()
                        .answers(rita, which(assignment, ben))
                        .setup()
                        .id())
                .isEqualTo(session.setup().id());
        InProgress own = useCases.interviewer().start(ben.id(), TWO_QUESTIONS);
        useCases.interviewer().submit(ben.id(), own.setup().id());
        assertThat(classroomUseCases.reviewing().seats(rita, one.id(), assignment.id()))
                .hasSize(1)
                .allSatisfy(
                        seat -> assertThat(seat.session().orElseThrow().setup().id())
                                .isEqualTo(session.setup().id()));
    }

    @Test
    void theCorrectionOfAReviewerSaysWhoseItIsAndLeavesTheGradersOwn() {
        Assignment assignment = assigned();
        held(ben, assignment, "It opens the gate.");
        Session.Ended before = classroomUseCases.reviewing().answers(rita, which(assignment, ben));
        assertThat(percent(before, 0)).isEqualTo(75);
        Session.Ended after = classroomUseCases
                .reviewing()
                .correct(
                        rita,
                        which(assignment, ben),
                        new Correction.Given(0, "bell", Score.FULL, "It is implied.", clock.instant()));
        assertThat(percent(after, 0)).isEqualTo(100);
        assertThat(after.results().get(0).score().orElseThrow().percent()).isEqualTo(75);
        assertThat(useCases.interviewer().open(ben.id(), after.setup().id()).corrections())
                .singleElement()
                .satisfies(correction -> assertThat(correction.reviewer()).contains(rita.id()));
        assertThatThrownBy(() -> useCases.corrections()
                        .correct(
                                ben.id(),
                                after.setup().id(),
                                at -> new Correction.Given(0, "bell", Score.ZERO, "", at)))
                .as("the candidate's word does not outrank the reviewer's")
                .isInstanceOf(SessionException.WrongState.class);
        assertThatThrownBy(() -> useCases.corrections()
                        .correct(
                                ben.id(),
                                after.setup().id(),
                                at -> new Correction.Given(0, Correction.WHOLE_ANSWER, Score.ZERO, "", at)))
                .isInstanceOf(SessionException.WrongState.class);
        Session.Ended back = classroomUseCases.reviewing().withdraw(rita, which(assignment, ben), 0, "bell");
        assertThat(percent(back, 0)).isEqualTo(75);
        useCases.corrections()
                .correct(ben.id(), after.setup().id(), at -> new Correction.Given(0, "bell", Score.FULL, "", at));
        assertThat(percent(classroomUseCases.reviewing().answers(rita, which(assignment, ben)), 0))
                .isEqualTo(100);
    }

    @Test
    void aCommentIsReplacedByTheNextAndTakenBackByABlankOne() {
        Assignment assignment = assigned();
        SessionId id = held(ben, assignment, "gate");
        classroomUseCases.reviewing().comment(rita, which(assignment, ben), 0, "Think of the bell.");
        classroomUseCases.reviewing().comment(rita, which(assignment, ben), 0, " And the bell\u0000? ");
        classroomUseCases.reviewing().comment(accounts.people().get(0), which(assignment, ben), 0, "Well begun.");
        assertThat(classroomUseCases.reviewing().comments(ben.id(), id))
                .extracting(Comment::text)
                .containsExactlyInAnyOrder("And the bell\u0000?", "Well begun.");
        classroomUseCases.reviewing().comment(rita, which(assignment, ben), 0, " ");
        assertThat(classroomUseCases.reviewing().comments(ben.id(), id))
                .extracting(Comment::text)
                .containsExactly("Well begun.");
        assertThatThrownBy(() -> classroomUseCases.reviewing().comment(rita, which(assignment, ben), 2, "Where?"))
                .isInstanceOf(SessionException.NoSuchQuestion.class);
        assertThatThrownBy(() -> classroomUseCases
                        .reviewing()
                        .comment(rita, which(assignment, ben), 0, "l".repeat(Reviewing.LONGEST_COMMENT + 1)))
                .isInstanceOf(ClassroomException.NotTaken.class);
        assertThatThrownBy(() -> classroomUseCases.reviewing().comments(rita.id(), id))
                .isInstanceOf(SessionException.NoSuchSession.class);
    }

    @Test
    void whoLeavesAClassIsNotSeenAnyMoreAndKeepsWhatWasSaid() {
        Assignment assignment = assigned();
        SessionId id = held(ben, assignment, "gate");
        classroomUseCases.reviewing().comment(rita, which(assignment, ben), 0, "Think of the bell.");
        classes().leave(ben.id(), one.id());
        assertThat(classes().of(ben.id())).isEmpty();
        assertThat(classroomUseCases.assignments().of(ben.id())).isEmpty();
        assertThat(classroomUseCases.reviewing().seats(rita, one.id(), assignment.id()))
                .isEmpty();
        assertThatThrownBy(() -> classroomUseCases.reviewing().answers(rita, which(assignment, ben)))
                .isInstanceOf(ClassroomException.NoSuchAssignment.class);
        assertThat(classroomUseCases.reviewing().comments(ben.id(), id)).hasSize(1);
        assertThatThrownBy(() -> classes().leave(ben.id(), one.id()))
                .isInstanceOf(ClassroomException.NoSuchClass.class);
        accounts.join(classes().invite(rita, one.id(), List.of("Ben")).get(0).secret(), ben.id());
        assertThatThrownBy(() -> started(ben, assignment))
                .as("coming back is no second try")
                .isInstanceOf(ClassroomException.NotNow.class);
    }

    @Test
    void aReviewerWhoIsRemovedDuringReviewLeavesWhatTheySaidWithoutTheirName() {
        Assignment assignment = assigned();
        SessionId id = held(ben, assignment, "It opens the gate.");
        classroomUseCases
                .reviewing()
                .correct(
                        rita, which(assignment, ben), new Correction.Given(0, "bell", Score.FULL, "", clock.instant()));
        classroomUseCases.reviewing().comment(rita, which(assignment, ben), 0, "Think of the bell.");
        accounts.remove(rita.id());
        clock.forward(Duration.ofHours(1));
        accounts.tidy();
        Session after = useCases.interviewer().open(ben.id(), id);
        assertThat(percent(after.ended().orElseThrow(), 0)).isEqualTo(100);
        Comment comment = classroomUseCases.reviewing().comments(ben.id(), id).get(0);
        assertThat(comment.text()).isEqualTo("Think of the bell.");
        assertThat(classes().reviewer(comment.reviewer())).isEqualTo("a former reviewer");
        Account admin = accounts.people().get(0);
        assertThat(classes().lookedAfter(admin, 9)).containsExactly(one);
        Session.Ended back = classroomUseCases.reviewing().withdraw(admin, which(assignment, ben), 0, "bell");
        assertThat(percent(back, 0)).isEqualTo(75);
    }

    @Test
    void aCandidateIsDeletedWithEverythingOfTheirs() {
        Account cleo = into(one, "Cleo");
        Assignment assignment = assigned();
        held(ben, assignment, "gate");
        held(cleo, assignment, "gate");
        classroomUseCases.reviewing().comment(rita, which(assignment, ben), 0, "Think of the bell.");
        classroomUseCases.reviewing().comment(rita, which(assignment, cleo), 0, "Think of the bell.");
        accounts.remove(ben.id());
        clock.forward(Duration.ofHours(1));
        accounts.tidy();
        assertThat(classes().members(one)).extracting(Member::name).containsExactly("Cleo");
        assertThat(classroomUseCases.reviewing().seats(rita, one.id(), assignment.id()))
                .hasSize(1);
        assertThat(database().classes().sittings(assignment.id()))
                .extracting(sitting -> sitting.session().candidate())
                .containsExactly(cleo.id());
        Map<String, String> left = database().rows(ben.id());
        left.remove("rows/list.json");
        assertThat(left.values()).allSatisfy(rows -> assertThat(rows).isEmpty());
    }

    @Test
    void aClassThatIsDeletedTakesItsAssignmentsAlongAndNoAnswer() {
        Assignment assignment = assigned();
        SessionId id = held(ben, assignment, "gate");
        Accounts.Invited open =
                classes().invite(rita, one.id(), List.of("Cleo")).get(0);
        classes().delete(rita, one.id());
        assertThat(classes().of(ben.id())).isEmpty();
        assertThat(database().classes().assignment(assignment.id())).isEmpty();
        assertThatThrownBy(() -> accounts.accept(open.secret(), PASSWORD))
                .isInstanceOf(AccountException.NoSuchInvitation.class);
        assertThat(useCases.interviewer().open(ben.id(), id).answered()).isEqualTo(1);
        assertThatThrownBy(() -> classes().delete(rita, one.id())).isInstanceOf(ClassroomException.NoSuchClass.class);
    }

    @Test
    void whatIsNoAssignmentIsRefusedInASentence() {
        assertThatThrownBy(() -> set("", TWO_QUESTIONS, Duration.ZERO, Duration.ofDays(1)))
                .hasMessage("A name has 1 to 100 characters in one line.");
        assertThatThrownBy(() -> set("Week 1", TWO_QUESTIONS, Duration.ofDays(1), Duration.ofDays(1)))
                .hasMessageContaining("must end after it begins");
        assertThatThrownBy(() -> set("Week 1", TWO_QUESTIONS, Duration.ofDays(-2), Duration.ofDays(-1)))
                .hasMessageContaining("not in the past");
        assertThatThrownBy(() -> set("Week 1", TWO_QUESTIONS, Duration.ZERO, Duration.ofDays(400)))
                .hasMessageContaining("within a year");
        assertThatThrownBy(() -> set(
                        "Week 1",
                        new Blueprint(Mode.PRACTICE, List.of(), List.of(), 2, new Pace.Untimed(), 7),
                        Duration.ZERO,
                        Duration.ofDays(1)))
                .hasMessageContaining("Only an interview");
        assertThatThrownBy(() -> set(
                        "Week 1",
                        new Blueprint(Mode.INTERVIEW, List.of(), List.of(), 5, new Pace.Untimed(), 7),
                        Duration.ZERO,
                        Duration.ofDays(1)))
                .isInstanceOf(SessionException.TooFewQuestions.class);
        assertThatThrownBy(() -> classes().make(rita, "two\nlines")).isInstanceOf(ClassroomException.NotTaken.class);
        assertThat(classes().assignments(one)).isEmpty();
    }

    private Assignment set(String title, Blueprint blueprint, Duration from, Duration until) {
        return classroomUseCases
                .assignments()
                .set(
                        rita,
                        one.id(),
                        new Assignments.Wanted(
                                title,
                                blueprint,
                                question -> true,
                                clock.instant().plus(from),
                                clock.instant().plus(until)));
    }

    @Test
    void whatIsWithdrawnIsNotListedAndItsAnswersStayTheCandidates() {
        Assignment assignment = assigned();
        SessionId id = held(ben, assignment, "gate");
        CandidateId whose = ben.id();
        assertThat(classroomUseCases.assignments().of(whose)).hasSize(1);
        classroomUseCases.assignments().withdraw(rita, one.id(), assignment.id());
        assertThat(classroomUseCases.assignments().of(whose)).isEmpty();
        assertThat(useCases.interviewer().open(whose, id).answered()).isEqualTo(1);
    }

    /** A round of practice that is over. */
    private SessionId practised(Account who) {
        InProgress round = useCases.interviewer()
                .start(
                        who.id(),
                        new Blueprint(
                                Mode.PRACTICE,
                                List.of(),
                                List.of(new QuestionId("topic-0", "question-0")),
                                1,
                                new Pace.Untimed(),
                                7));
        useCases.interviewer().submit(who.id(), round.setup().id());
        useCases.owed().gradeAll();
        return round.setup().id();
    }

    @Test
    void aReviewerSeesOfPracticeWhatTheMemberChoseForThatClassAndNothingAtFirst() {
        SessionId round = practised(ben);
        SessionId interview =
                useCases.interviewer().start(ben.id(), TWO_QUESTIONS).setup().id();
        useCases.interviewer().submit(ben.id(), interview);
        Reviewing reviewing = classroomUseCases.reviewing();
        assertThat(classes().shown(ben.id(), one)).isEqualTo(PracticeVisibility.NOTHING);
        assertThatThrownBy(() -> reviewing.practice(rita, one.id(), ben.id()))
                .isInstanceOf(ClassroomException.NotShown.class);
        classes().show(ben.id(), one.id(), PracticeVisibility.SCORES);
        assertThat(reviewing.practice(rita, one.id(), ben.id()).rounds())
                .extracting(SessionSummary::id)
                .containsExactly(round);
        assertThatThrownBy(() -> reviewing.round(rita, one.id(), ben.id(), round))
                .isInstanceOf(ClassroomException.NotShown.class);
        classes().show(ben.id(), one.id(), PracticeVisibility.ANSWERS);
        assertThat(reviewing.round(rita, one.id(), ben.id(), round).setup().id())
                .isEqualTo(round);
        assertThatThrownBy(() -> reviewing.round(rita, one.id(), ben.id(), interview))
                .as("an interview of his own is no practice")
                .isInstanceOf(ClassroomException.NotShown.class);
        classes().show(ben.id(), one.id(), PracticeVisibility.NOTHING);
        assertThatThrownBy(() -> reviewing.practice(rita, one.id(), ben.id()))
                .isInstanceOf(ClassroomException.NotShown.class);
    }

    @Test
    void whatIsShownToOneClassIsNotShownToAnotherNorAfterLeavingNorToOtherReviewers() {
        practised(ben);
        Account olga = join("Olga", Role.REVIEWER);
        Classroom hers = classes().make(olga, "Hers");
        accounts.join(classes().invite(olga, hers.id(), List.of("Ben")).get(0).secret(), ben.id());
        classes().show(ben.id(), one.id(), PracticeVisibility.ANSWERS);
        assertThatThrownBy(() -> classroomUseCases.reviewing().practice(olga, hers.id(), ben.id()))
                .isInstanceOf(ClassroomException.NotShown.class);
        assertThatThrownBy(() -> classroomUseCases.reviewing().practice(olga, one.id(), ben.id()))
                .isInstanceOf(ClassroomException.NoSuchClass.class);
        classes().leave(ben.id(), one.id());
        assertThatThrownBy(() -> classroomUseCases.reviewing().practice(rita, one.id(), ben.id()))
                .isInstanceOf(ClassroomException.NotShown.class);
        assertThatThrownBy(() -> classes().show(ben.id(), one.id(), PracticeVisibility.ANSWERS))
                .isInstanceOf(ClassroomException.NoSuchClass.class);
        accounts.join(classes().invite(rita, one.id(), List.of("Ben")).get(0).secret(), ben.id());
        assertThat(classes().shown(ben.id(), one)).as("a new membership").isEqualTo(PracticeVisibility.NOTHING);
    }
}
