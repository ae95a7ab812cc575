package rejoinder.cli;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rejoinder.api.Json;
import rejoinder.export.AnswerJson;
import rejoinder.grade.GraderStamp;
import rejoinder.grade.Score;
import rejoinder.session.Regrading;
import rejoinder.session.Regrading.Regraded;

/** Regrades the answers of the past. */
@Command(
        name = "regrade",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Regrades every answer of past sessions with the current grader, against the questions as they were asked, and lists what changes.",
            "The candidate's corrections stay, and so do the grades that are replaced."
        })
final class RegradeCommand implements Callable<Integer> {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    @Spec
    private CommandSpec spec;

    @Option(names = "--dry-run", description = "Only list what would change; write nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private ContentOption content = new ContentOption();

    private record Totals(int sessions, int answers, int changed, int scoresChanged, int left) {
        static Totals of(List<Regraded> all) {
            return new Totals(
                    all.size(),
                    all.stream().mapToInt(Regraded::answers).sum(),
                    all.stream().mapToInt(session -> session.changes().size()).sum(),
                    (int) all.stream()
                            .flatMap(session -> session.changes().stream())
                            .filter(RegradeCommand::isSeen)
                            .count(),
                    all.stream().mapToInt(Regraded::left).sum());
        }
    }

    private record AnswerJson(
            int place,
            String question,
            String revision,
            double before,
            double after,
            double counted,
            double counts,
            GraderStamp by) {
        static AnswerJson of(Regrading.Changed changed) {
            return new AnswerJson(
                    changed.place(),
                    changed.question().toString(),
                    changed.revision(),
                    changed.before().value(),
                    changed.after().value(),
                    changed.counted().value(),
                    changed.counts().value(),
                    changed.by());
        }
    }

    private record SessionJson(
            String session,
            String startedAt,
            int answers,
            List<Double> before,
            List<Double> after,
            int left,
            List<AnswerJson> changes) {
        static SessionJson of(Regraded session) {
            return new SessionJson(
                    session.session().value(),
                    session.startedAt().toString(),
                    session.answers(),
                    session.before().map(Score::value).stream().toList(),
                    session.after().map(Score::value).stream().toList(),
                    session.left(),
                    session.changes().stream().map(AnswerJson::of).toList());
        }
    }

    private record EditedJson(String session, int place, String question, double before, double today) {
        static EditedJson of(Regrading.Edited edited) {
            return new EditedJson(
                    edited.session().value(),
                    edited.place(),
                    edited.question().toString(),
                    edited.before().value(),
                    edited.today().value());
        }
    }

    private record Report(
            boolean written, GraderStamp grader, Totals totals, List<SessionJson> sessions, List<EditedJson> edited) {}

    @Override
    public Integer call() {
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), Ansi.AUTO.enabled());
        Wiring.Regrade all = Wiring.regrade(
                content.packs(data.path()).bank(),
                data.path(),
                !dryRun,
                (done, total) -> progress.show("sessions", done, total));
        progress.end();
        Totals totals = Totals.of(all.sessions());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(new Report(
                    !dryRun,
                    all.stamp(),
                    totals,
                    all.sessions().stream().map(SessionJson::of).toList(),
                    all.edited().stream().map(EditedJson::of).toList())));
        } else {
            all.sessions().stream()
                    .filter(session -> !session.changes().isEmpty())
                    .forEach(session -> print(out, session));
            printQuestions(out, all.sessions());
            out.printf(
                    "%d sessions, %d answers regraded: %d scores %s, %d more by the grader's version alone, %d left because of a correction%n",
                    totals.sessions(),
                    totals.answers(),
                    totals.scoresChanged(),
                    dryRun ? "would change" : "changed",
                    totals.changed() - totals.scoresChanged(),
                    totals.left());
            printEdited(out, all.edited());
        }
        return Main.OK;
    }

    private static void printEdited(PrintWriter out, List<Regrading.Edited> edited) {
        if (edited.isEmpty()) {
            return;
        }
        out.printf(
                "%d answers are to questions that read differently today; with today's text and the words you accepted they would earn:%n",
                edited.size());
        edited.forEach(
                one -> out.printf("  %2d  %s  %s%n", one.place() + 1, step(one.before(), one.today()), one.question()));
    }

    // a change that shows in whole per cent, the precision of every page
    private static boolean isSeen(Regrading.Changed changed) {
        return changed.before().percent() != changed.after().percent();
    }

    private static void print(PrintWriter out, Regraded session) {
        out.printf(
                "%s  session %s%n",
                DAY.format(session.startedAt().atZone(ZoneId.systemDefault())),
                session.before().isPresent() && session.after().isPresent()
                        ? step(session.before().get(), session.after().get())
                        : "not graded to its end");
        session.changes().stream().filter(RegradeCommand::isSeen).forEach(changed -> {
            boolean corrected = !changed.counted().equals(changed.before())
                    || !changed.counts().equals(changed.after());
            out.printf(
                    "  %2d  %s  %s%s%n",
                    changed.place() + 1,
                    step(changed.before(), changed.after()),
                    changed.question(),
                    corrected
                            ? "; with the corrections "
                                    + step(changed.counted(), changed.counts()).strip()
                            : "");
        });
    }

    private static String step(Score before, Score after) {
        return String.format(
                Locale.ROOT, "%3d -> %3d (%+d)", before.percent(), after.percent(), after.percent() - before.percent());
    }

    private static void printQuestions(PrintWriter out, List<Regraded> sessions) {
        Map<String, List<Regrading.Changed>> questions = sessions.stream()
                .flatMap(session -> session.changes().stream())
                .filter(RegradeCommand::isSeen)
                .collect(Collectors.groupingBy(
                        changed -> changed.question().toString(), TreeMap::new, Collectors.toList()));
        if (questions.isEmpty()) {
            return;
        }
        out.printf("%nanswers  mean change  by question%n");
        questions.forEach((question, changes) -> out.printf(
                Locale.ROOT,
                "%7d  %+11.1f  %s%n",
                changes.size(),
                100
                        * changes.stream()
                                .mapToDouble(changed -> changed.after().value()
                                        - changed.before().value())
                                .average()
                                .orElse(0),
                question));
        out.println();
    }
}
