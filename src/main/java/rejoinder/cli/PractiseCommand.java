package rejoinder.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rejoinder.bank.ItemBank;

/** Practises in the terminal. */
@Command(
        name = "practise",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Asks what helps most today, takes answers from standard input and grades each at once; an empty"
                + " line hands an answer in, the end of the input ends the round.")
final class PractiseCommand implements Callable<Integer> {
    private static final int MOST_QUESTIONS = 100;

    @Spec
    private CommandSpec spec;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "Only questions of this topic; all without it.")
    private Optional<String> topic = Optional.empty();

    @Option(
            names = "--questions",
            paramLabel = "N",
            description = "How many questions; without it 5, or with an interview ahead what is left of the day's"
                    + " answers, up to 10.")
    private Optional<Integer> questions = Optional.empty();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private ContentOption content = new ContentOption();

    @Override
    public Integer call() {
        ItemBank bank = content.packs(data.path()).bank();
        topic.filter(id -> bank.topic(id).isEmpty()).ifPresent(id -> {
            throw new Failure("There is no topic '" + id + "' in the bank; 'rejoinder plan --json' lists all of them.");
        });
        questions.filter(count -> count < 1 || count > MOST_QUESTIONS).ifPresent(count -> {
            throw new Failure("A round has 1 to " + MOST_QUESTIONS + " questions, not " + count + ".");
        });
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Wiring.practising(
                bank,
                data.path(),
                useCases -> new TerminalPractice(
                                useCases, Wiring.clock(), in, spec.commandLine().getOut(), Help.Ansi.AUTO.enabled())
                        .round(questions, topic.map(Set::of).orElse(Set.of())));
        return Main.OK;
    }
}
