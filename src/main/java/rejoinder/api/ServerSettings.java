package rejoinder.api;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import rejoinder.account.Accounts;
import rejoinder.account.ProviderSignIn;
import rejoinder.bank.ItemBank;
import rejoinder.classroom.ClassroomUseCases;
import rejoinder.grade.GraderState;
import rejoinder.intake.Editing;
import rejoinder.intake.Importing;
import rejoinder.plan.CandidateId;
import rejoinder.plan.ReviewLog;
import rejoinder.plan.Studying;
import rejoinder.session.Archive;
import rejoinder.session.CandidateStore;
import rejoinder.session.Corrections;
import rejoinder.session.Interviewer;
import rejoinder.session.Practice;

/**
 * Everything that the server is built from.
 *
 * @param accounts who may come in; empty if whoever reaches the server is the one candidate
 * @param provider who vouches for people; empty if they have passwords here
 * @param classroomUseCases sharing, classes and assignments; empty without accounts
 * @param bank what can be asked
 * @param grading whether answers can be graded now
 * @param trouble why nothing can be kept now; empty if it can
 * @param warnings what the person who runs the server should fix, though answers are saved
 * @param interviewer sessions until their answers are fixed
 * @param practice what practice adds to them
 * @param corrections the candidate's words about grades
 * @param archive looking back over all sessions
 * @param rows everything of a candidate's as it is stored, as files by name
 * @param folder where everything is kept, if the server has one user; else empty
 * @param restoring puts an archive in place of what is kept
 * @param candidates notes and the last set-up
 * @param reviews graded attempts, for the figures of the topics
 * @param studying what to study between the sessions
 * @param importing questions from a person's files
 * @param editing changes of questions
 * @param rendering how Markdown is shown
 * @param gradingDue called whenever answers may wait to be graded; it is called often, so it must return at once
 * @param seeds a seed for a set-up that names none
 * @param clock the time
 * @param zone where the candidate is, for times in exported texts
 * @param host address to bind to
 * @param port port to bind to; 0 picks a free one
 * @param allowedHosts names that are answered to beside those of this machine
 * @param trustedProxies addresses of proxies that are trusted for the host name that was asked for
 * @param slowestBody how long the body of a request may take to arrive
 * @param webRoot where the front end is read from
 * @param version of the program
 * @param figures further figures for monitoring, by name
 * @param bankProblems how many problems the item bank was read with
 */
public record ServerSettings(
        Optional<Accounts> accounts,
        Optional<ProviderSignIn> provider,
        Optional<ClassroomUseCases> classroomUseCases,
        ItemBank bank,
        Supplier<GraderState> grading,
        Supplier<Optional<String>> trouble,
        Supplier<List<String>> warnings,
        Interviewer interviewer,
        Practice practice,
        Corrections corrections,
        Archive archive,
        Function<CandidateId, SortedMap<String, String>> rows,
        String folder,
        Restoring restoring,
        CandidateStore candidates,
        ReviewLog reviews,
        Studying studying,
        Importing importing,
        Editing editing,
        Rendering rendering,
        Runnable gradingDue,
        LongSupplier seeds,
        InstantSource clock,
        ZoneId zone,
        String host,
        int port,
        Set<String> allowedHosts,
        Set<String> trustedProxies,
        Duration slowestBody,
        WebRoot webRoot,
        String version,
        Map<String, Supplier<Number>> figures,
        int bankProblems) {
    /** The name of a reviewer, who may be gone. */
    String reviewer(CandidateId id) {
        return classroomUseCases.map(all -> all.classes().reviewer(id)).orElse("a reviewer");
    }
}
