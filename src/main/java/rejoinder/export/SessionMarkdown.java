package rejoinder.export;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.Topic;
import rejoinder.grade.Grade;
import rejoinder.grade.Marking;
import rejoinder.grade.Score;
import rejoinder.grade.ScoreBand;
import rejoinder.session.Confidence;
import rejoinder.session.Correction;
import rejoinder.session.DrillLine;
import rejoinder.session.Mode;
import rejoinder.session.Result;
import rejoinder.session.Session;
import rejoinder.session.SessionScore;
import rejoinder.session.SessionSummary;

/** An ended session as a Markdown text to read: each answer, each key point with what it added, and the sums. */
public final class SessionMarkdown {
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private final StringBuilder out = new StringBuilder();
    private final ItemBank bank;
    private final DateTimeFormatter time;

    private SessionMarkdown(ItemBank bank, ZoneId zone) {
        this.bank = bank;
        this.time = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm zzz", Locale.ENGLISH)
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

    private String write(Session session, List<DrillLine> drills) {
        Session.Ended ended = SessionExport.ended(session);
        SessionSummary summary = SessionSummary.of(session);
        String kind = summary.mode() == Mode.PRACTICE ? "Practice" : "Mock interview";
        line("# " + kind + ", " + time(summary.startedAt()));
        line("");
        line("- Score: " + score(ended));
        line("- Questions: " + summary.questions() + ", answered: " + summary.answered());
        String by = ended.ending().by() == Session.EndedBy.DEADLINE ? "the time was over" : "handed in";
        line("- Time used: " + minutes(summary.used()) + " (" + by + " "
                + time(ended.ending().at()) + ")");
        if (!ended.ending().paused().isZero()) {
            line("- Paused: " + minutes(ended.ending().paused()));
        }
        line("- Session: `" + summary.id().value() + "`, seed "
                + session.setup().blueprint().seed());
        for (int place = 0; place < ended.results().size(); place++) {
            question(
                    place,
                    session.setup().questions().get(place),
                    ended.results().get(place),
                    ended.corrections(place),
                    drills);
        }
        return out.toString();
    }

    private static String score(Session.Ended session) {
        if (session.graded().isEmpty()) {
            return "not graded yet";
        }
        Optional<SessionScore> score = session.score();
        if (score.isEmpty()) {
            return "none (no answer was judged)";
        }
        int percent = score.get().score().percent();
        return "**" + percent + " %** (" + score.get().low().percent() + " to "
                + score.get().high().percent() + "), " + ScoreBand.of(percent).word();
    }

    private void question(
            int place, Question question, Result result, List<Correction> corrections, List<DrillLine> drills) {
        line("");
        line("## " + (place + 1) + ". " + PointsTable.oneLine(question.prompt()));
        line("");
        String topic = question.id().topic();
        line("*" + bank.topic(topic).map(Topic::title).orElse(topic) + ", "
                + question.difficulty().word() + ", `" + question.id() + "`; "
                + minutes(result.attempt().spent()) + " on it"
                + howSure(result.attempt().confidence()) + "*");
        if (!question.context().isBlank()) {
            line("");
            line(question.context().strip());
        }
        line("");
        line("### Answer");
        line("");
        if (result.attempt().text().isBlank()) {
            line("Nothing was written.");
        } else {
            fenced(result.attempt().text());
        }
        if (!result.attempt().overtime().isEmpty()) {
            line("");
            line("With what was written after the time, not graded:");
            line("");
            fenced(result.attempt().overtime());
        }
        line("");
        line("### Grade");
        line("");
        grade(result, corrections);
        result.practiceNotes().rating().ifPresent(rating -> {
            line("");
            line("Own word on how well it was remembered: " + rating.word() + ".");
        });
        if (result.practiceNotes().again()) {
            line("");
            line("To be asked again at once.");
        }
        drills.stream()
                .filter(drill -> drill.drilled().question().equals(question.id()))
                .forEach(drill -> {
                    line("");
                    line("Once more in one line, on \"" + PointsTable.oneLine(drill.statement()) + "\", "
                            + drill.drilled().score().percent() + " %:");
                    line("");
                    fenced(drill.text());
                });
        question.referenceAnswers().forEach(reference -> {
            line("");
            line("### Reference answer" + (reference.label().isEmpty() ? "" : " (" + reference.label() + ")"));
            line("");
            line(reference.text().strip());
        });
        if (!question.sources().isEmpty()) {
            line("");
            line("Sources:");
            line("");
            question.sources()
                    .forEach(source -> line("- " + PointsTable.oneLine(source.title()) + ": <" + source.url() + ">"));
        }
    }

    private static String howSure(Confidence confidence) {
        return switch (confidence) {
            case UNSAID -> "";
            case NOT_SURE -> "; not sure";
            case RATHER_SURE -> "; fairly sure";
            case VERY_SURE -> "; very sure";
        };
    }

    private void grade(Result result, List<Correction> corrections) {
        switch (result.outcome().kind()) {
            case OWED -> line("Not graded yet.");
            case SELF_OWED -> line("No judgement was given, so it does not count.");
            case SELF_MARKED -> result.score().ifPresent(score -> line("Own judgement: " + score.percent() + " %."));
            case MARKED -> result.marking(corrections).ifPresent(marking -> points(result, marking));
        }
        corrections.forEach(this::correction);
        Optional<Score> counts = result.score(corrections);
        if (counts.isPresent() && !corrections.isEmpty()) {
            line("");
            line("Counts: **" + counts.get().percent() + " %**");
        }
    }

    private void points(Result result, Marking marking) {
        Grade grade = marking.grade();
        out.append(PointsTable.of(result.attempt().text(), marking));
        line("");
        line("Grade: **" + grade.score().percent() + " %**, "
                + ScoreBand.of(grade.score()).word() + " (grader "
                + grade.stamp().grader() + ", calibration " + grade.stamp().calibration() + ", model "
                + grade.stamp().model() + ")");
        grade.doubts().forEach(doubt -> line("- Not sure: " + PointsTable.oneLine(doubt)));
    }

    private void correction(Correction correction) {
        String point = correction.point().equals(Correction.WHOLE_ANSWER)
                ? "the whole answer"
                : "`" + correction.point() + "`";
        line("");
        correction
                .given()
                .ifPresentOrElse(
                        given -> line("Correction of " + point + ", " + time(given.at()) + ": earned to "
                                + given.credit().percent() + " %" + because(given.quote()) + "."),
                        () -> line("Correction of " + point + " taken back, " + time(correction.at()) + "."));
    }

    private static String because(String quote) {
        return quote.isBlank() ? "" : ", because of \"" + PointsTable.oneLine(quote) + "\"";
    }

    private void fenced(String text) {
        int longest = 2;
        for (Matcher run = BACKTICKS.matcher(text); run.find(); ) {
            longest = Math.max(longest, run.group().length());
        }
        String fence = "`".repeat(longest + 1);
        line(fence + "text");
        line(text.stripTrailing());
        line(fence);
    }

    private String time(Instant instant) {
        return time.format(instant);
    }

    private static String minutes(Duration duration) {
        return duration.toMinutes() + ":" + String.format(Locale.ROOT, "%02d", duration.toSecondsPart());
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
