package rejoinder.export;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.Topic;
import rejoinder.grade.Gist;
import rejoinder.grade.Grade;
import rejoinder.grade.Score;
import rejoinder.grade.ScoreBand;
import rejoinder.plan.Drills;
import rejoinder.session.Confidence;
import rejoinder.session.Correction;
import rejoinder.session.DrillLine;
import rejoinder.session.Mode;
import rejoinder.session.Practice;
import rejoinder.session.Result;
import rejoinder.session.Session;
import rejoinder.session.SessionScore;
import rejoinder.session.SessionSummary;

/** An ended session as a document to read, in Markdown: each question, the answer, what every point of it added, what a good answer says. */
public final class SessionMarkdown {
    /** More topics are counted, not named. */
    private static final int MOST_NAMES = 3;

    private final StringBuilder out = new StringBuilder();
    private final ItemBank bank;
    private final DateTimeFormatter time;

    private SessionMarkdown(ItemBank bank, ZoneId zone) {
        this.bank = bank;
        this.time = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH)
                .withZone(zone);
    }

    /**
     * The text of a session.
     *
     * @param drills lines about key points, of this session and others
     * @param bank for the titles of the topics
     * @param zone in which times are given
     */
    public static String of(Session session, List<DrillLine> drills, ItemBank bank, ZoneId zone) {
        return new SessionMarkdown(bank, zone)
                .write(
                        session,
                        drills.stream()
                                .filter(line -> line.session()
                                        .equals(Optional.of(session.setup().id())))
                                .toList());
    }

    /**
     * What the file of a session is called, without its ending: {@code rejoinder-2026-11-30-collections-and-2-more}.
     *
     * @param zone where the day is counted
     */
    public static String fileName(Session session, ZoneId zone) {
        List<String> topics = SessionSummary.of(session).topics();
        String more = topics.size() == 1 ? "" : "-and-" + (topics.size() - 1) + "-more";
        return "rejoinder-" + LocalDate.ofInstant(session.setup().startedAt(), zone) + "-" + topics.get(0) + more;
    }

    private String write(Session session, List<DrillLine> drills) {
        Session.Ended ended = SessionExport.ended(session);
        SessionSummary summary = SessionSummary.of(session);
        String kind = summary.mode() == Mode.PRACTICE ? "Practice" : "Mock interview";
        line("# " + kind + ": " + named(summary.topics()));
        line("");
        line(time.format(summary.startedAt()) + ". " + score(ended));
        line("");
        line(count(summary.questions(), "question") + ", " + summary.answered() + " answered, in "
                + minutes(summary.used()) + " minutes"
                + (ended.ending().by() == Session.EndedBy.DEADLINE ? ", when the time ran out" : "")
                + (ended.ending().paused().isZero()
                        ? ""
                        : ", with pauses of " + minutes(ended.ending().paused()) + " minutes")
                + ".");
        for (int place = 0; place < ended.results().size(); place++) {
            Question question = session.setup().questions().get(place);
            question(place, question, ended.results().get(place), ended.corrections(place));
            drills.stream()
                    .filter(drill -> drill.drilled().question().equals(question.id()))
                    .forEach(drill -> oneMore(drill, question));
            reference(question);
        }
        ended.results().stream()
                .flatMap(result -> result.grade().stream())
                .findFirst()
                .map(Grade::stamp)
                .ifPresent(stamp -> {
                    line("");
                    line("---");
                    line("");
                    line("Marked by grader " + stamp.grader() + ", calibration " + stamp.calibration() + ", model "
                            + stamp.model() + ". The same answers get the same score.");
                });
        return out.toString();
    }

    private String named(List<String> topics) {
        List<String> names = new ArrayList<>(topics.stream()
                .limit(topics.size() > MOST_NAMES ? MOST_NAMES - 1 : MOST_NAMES)
                .map(this::title)
                .toList());
        if (topics.size() > names.size()) {
            names.add((topics.size() - names.size()) + " more topics");
        }
        String last = names.remove(names.size() - 1);
        return names.isEmpty() ? last : String.join(", ", names) + " and " + last;
    }

    private String title(String topic) {
        return bank.topic(topic).map(Topic::title).orElse(topic);
    }

    private static String score(Session.Ended session) {
        if (session.graded().isEmpty()) {
            return "Not marked yet.";
        }
        Optional<SessionScore> score = session.score();
        if (score.isEmpty()) {
            return "Nothing was marked, so there is no score.";
        }
        int percent = score.get().score().percent();
        int low = score.get().low().percent();
        int high = score.get().high().percent();
        return "**" + percent + " of 100**, " + ScoreBand.of(percent).word()
                + (low == high ? "." : ", between " + low + " and " + high + ".");
    }

    private void question(int place, Question question, Result result, List<Correction> corrections) {
        heading("## " + (place + 1) + ". " + MarkedPoints.oneLine(question.prompt()));
        boolean empty = result.attempt().text().isBlank();
        line("*" + title(question.id().topic()) + ", " + question.difficulty().word()
                + (empty
                        ? ", not answered"
                        : ", answered in " + minutes(result.attempt().spent()) + " minutes")
                + howSure(result.attempt().confidence()) + "*");
        if (!question.context().isBlank()) {
            line("");
            line(question.context().strip());
        }
        heading("### Your answer");
        if (empty) {
            line("You wrote nothing.");
        } else {
            line(Quotation.of(result.attempt().text()));
        }
        if (!result.attempt().overtime().isEmpty()) {
            line("");
            line("After time was up it read like this, which does not count:");
            line("");
            line(Quotation.of(result.attempt().overtime()));
        }
        marks(question, result, corrections);
        result.practiceNotes().rating().ifPresent(rating -> {
            line("");
            line("How well you knew it, by your own rating: " + rating.word() + ".");
        });
        if (result.practiceNotes().again()) {
            line("");
            line("You wanted to be asked again at once.");
        }
    }

    private static String howSure(Confidence confidence) {
        return switch (confidence) {
            case UNSAID -> "";
            case NOT_SURE -> "; you were not sure";
            case RATHER_SURE -> "; you were fairly sure";
            case VERY_SURE -> "; you were very sure";
        };
    }

    private void marks(Question question, Result result, List<Correction> corrections) {
        Optional<Score> counts = result.score(corrections);
        List<Correction.Given> said = Correction.inForce(corrections);
        heading("### Marks"
                + counts.map(score -> ": " + score.percent() + " of 100").orElse(""));
        switch (result.outcome().kind()) {
            case OWED -> line("Not marked yet.");
            case SELF_OWED -> line("You have not marked it, so it does not count.");
            case SELF_MARKED -> line("This is your own mark.");
            case MARKED ->
                result.marking(corrections).ifPresent(marking -> {
                    line(Gist.of(marking, question.keyPoints()));
                    line("");
                    out.append(MarkedPoints.of(result.attempt().text(), marking, said));
                    marking.grade().doubts().forEach(doubt -> {
                        line("");
                        line("The grader is not sure: " + MarkedPoints.oneLine(doubt));
                    });
                });
        }
        MarkedPoints.onTheWhole(said).ifPresent(given -> {
            line("");
            line("You counted the whole answer as " + given.credit().percent() + " of 100" + MarkedPoints.because(given)
                    + ".");
        });
    }

    private void oneMore(DrillLine drill, Question question) {
        boolean own = drill.drilled().point().equals(Practice.FOLLOW_UP);
        String asked =
                own ? drill.statement() : Drills.ask(question, drill.drilled().point(), drill.statement());
        heading("### Follow-up: " + drill.drilled().score().percent() + " of 100");
        line(MarkedPoints.oneLine(asked));
        line("");
        line(Quotation.of(drill.text()));
        String good = own ? question.followUp().reference() : drill.statement();
        if (!good.isBlank()) {
            line("");
            line("A good answer: " + good.strip());
        }
    }

    private void reference(Question question) {
        question.referenceAnswers().forEach(reference -> {
            heading("### Reference answer" + (reference.label().isEmpty() ? "" : ", " + reference.label()));
            line(reference.text().strip());
        });
        if (!question.sources().isEmpty()) {
            line("");
            line("Sources:");
            line("");
            question.sources()
                    .forEach(source -> line("- [" + Quotation.escaped(MarkedPoints.oneLine(source.title())) + "](<"
                            + source.url() + ">)"));
        }
    }

    private void heading(String text) {
        line("");
        line(text);
        line("");
    }

    private static String count(int number, String one) {
        return number + " " + (number == 1 ? one : one + "s");
    }

    private static String minutes(Duration duration) {
        return duration.toMinutes() + ":" + String.format(Locale.ROOT, "%02d", duration.toSecondsPart());
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
