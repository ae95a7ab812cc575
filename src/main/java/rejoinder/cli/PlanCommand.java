package rejoinder.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rejoinder.api.Json;
import rejoinder.api.PlanJson;

/** Prints what to practise today. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Prints what to practise today, each question with its reason, and the weakest topics.")
final class PlanCommand implements Callable<Integer> {
    /** Most topics named in the text; JSON has all. */
    private static final int WEAKEST = 5;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private ContentOption content = new ContentOption();

    @Override
    public Integer call() {
        PlanJson plan = Wiring.plan(content.packs(data.path()).bank(), data.path());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(plan));
        } else {
            print(out, plan);
        }
        return Main.OK;
    }

    private static void print(PrintWriter out, PlanJson plan) {
        out.println("Today: " + plan.due() + " due, " + plan.unseen() + " never answered.");
        PlanJson.AheadJson interview = plan.interview();
        if (interview != null) {
            out.println("The interview is on " + interview.date() + ", in " + interview.daysLeft() + " days: "
                    + interview.answersADay() + " answers a day, " + interview.leftToday()
                    + " of them left today; a round has at most " + interview.mostAtOnce() + ".");
        }
        if (plan.leftOut() > 0) {
            out.println("Left out because they are dated after today: " + plan.leftOut() + " answers.");
        }
        for (PlanJson.ItemJson item : plan.items()) {
            out.println();
            out.println(item.id() + "  " + item.prompt());
            out.println("    " + item.reason());
        }
        out.println();
        out.println(plan.memory().sentence());
        if (plan.topics().isEmpty()) {
            out.println("No topic was answered so far.");
            return;
        }
        out.println("Weakest topics:");
        plan.topics().stream()
                .limit(WEAKEST)
                .forEach(topic -> out.println("    " + topic.title() + ": " + topic.word()
                        + (topic.mid() == null
                                ? ""
                                : ", " + topic.mid() + " % (" + topic.low() + "-" + topic.high() + "), "
                                        + topic.answers() + " answers")));
    }
}
