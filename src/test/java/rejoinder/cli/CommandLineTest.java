package rejoinder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import rejoinder.grade.GraderState;
import rejoinder.plan.CandidateId;
import rejoinder.session.InProgress;
import rejoinder.session.Interviewer;
import rejoinder.session.Mode;
import rejoinder.session.Pace;
import rejoinder.session.SessionId;
import rejoinder.session.TestBank;
import rejoinder.session.TestClock;
import rejoinder.session.TestGrader;
import rejoinder.session.TestInterview;
import rejoinder.session.TestUseCases;
import rejoinder.store.Database;

class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... args) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(args);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toString());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aCommandThatIsReadAloneIsTheOneThatTheWholeLineHas() {
        Map<String, CommandLine> all = Main.commandLine().getSubcommands();
        assertThat(all).hasSizeGreaterThan(14);
        all.forEach((name, command) -> {
            Map<String, CommandLine> alone = Main.commandLine(name, "--help").getSubcommands();
            assertThat(alone).containsKey(name).hasSize(name.equals("help") ? all.size() : 1);
            assertThat(name).isEqualTo(command.getCommandName());
            assertThat(Objects.requireNonNull(alone.get(name)).getUsageMessage())
                    .isEqualTo(command.getUsageMessage());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "check",
                "import",
                "link",
                "grade",
                "plan",
                "practise",
                "evaluate",
                "calibrate",
                "invite"
            })
    void everyCommandHasHelp(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: rejoinder " + command);
    }

    @Test
    void anInvitationIsPrintedAsALinkThatAServerCanBeToldOf() {
        String data = folder.resolve("data").toString();
        assertThat(run("invite", "Ada", "--role", "admin", "--data", data, "--url", "https://interviews.example/"))
                .isZero();
        assertThat(out.toString())
                .contains("Ada (admin) gets an account within 7 days, once:")
                .containsPattern("https://interviews\\.example/invitation#[A-Za-z0-9_-]{22}\\R");
        try (Database database = Database.open(folder.resolve("data"))) {
            assertThat(database.accounts().invitations())
                    .singleElement()
                    .satisfies(open -> assertThat(open.name()).isEqualTo("Ada"));
            assertThat(out.toString())
                    .as("only a hash is kept")
                    .doesNotContain(database.accounts().invitations().get(0).id());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"interviews.example", "ftp://interviews.example", "https://interviews.example/here"})
    void anAddressThatNoLinkCanBeginWithIsRefused(String url) {
        assertThat(run("invite", "Ada", "--data", folder.resolve("data").toString(), "--url", url))
                .isEqualTo(Main.WRONG_USE);
        assertThat(err.toString()).contains("write it as https://interviews.example");
    }

    @Test
    void noCommandIsWrongUse() {
        assertThat(run()).isEqualTo(Main.WRONG_USE);
        assertThat(err.toString()).contains("Name a command");
    }

    @Test
    void anUnknownOptionIsWrongUseAndIsNamed() {
        assertThat(run("check", "--jsn")).isEqualTo(Main.WRONG_USE);
        assertThat(err.toString()).contains("--jsn");
    }

    @Test
    void theShippedBankHasNoProblems() throws IOException {
        assertThat(run("check", "content", "--json")).isZero();
        JsonNode totals = json().path("totals");
        assertThat(totals.path("topics").asInt()).isGreaterThanOrEqualTo(14);
        assertThat(totals.path("questions").asInt()).isGreaterThanOrEqualTo(150);
        assertThat(totals.path("referenceAnswers").asInt())
                .isGreaterThanOrEqualTo(3 * totals.path("questions").asInt());
        assertThat(totals.path("keyPoints").asInt())
                .isGreaterThanOrEqualTo(3 * totals.path("questions").asInt());
        assertThat(json().path("problems")).isEmpty();
    }

    @Test
    void checkCountsPointsMisconceptionsAndStatementsByPartAndKind() {
        assertThat(run("check", "content/python")).isZero();
        assertThat(out.toString())
                .containsPattern(
                        "\\d{4} core points, \\d+ bonus points, \\d{4} misconceptions, \\d{4} true neighbours, \\d{5} statements\\R")
                .containsPattern("statements by part: dev \\d+, test \\d+, train \\d+\\R")
                .containsPattern("statements by kind: .*comparison \\d+, .*contrast \\d+");
    }

    @Test
    void aProblemIsAFindingWithFileAndLine() throws IOException {
        file("broken.md", "---\ntopic: a\ntitle: A\norder: 1\ncolour: red\n---\n");
        assertThat(run("check", folder.toString())).isEqualTo(Main.FINDINGS);
        assertThat(out.toString()).contains(folder.resolve("broken.md") + ":5: ");
    }

    @Test
    void problemsInJsonNameFileLineAndMessage() throws IOException {
        file("broken.md", "no front matter\n");
        assertThat(run("check", folder.toString(), "--json")).isEqualTo(Main.FINDINGS);
        JsonNode problem = json().path("problems").path(0);
        assertThat(problem.path("file").asText()).endsWith("broken.md");
        assertThat(problem.path("line").asInt()).isEqualTo(1);
        assertThat(problem.path("message").asText()).isNotBlank();
    }

    @Test
    @Tag("model")
    void gradingThePacksListsShortfallsWithFileAndLineAndCountsThem() throws IOException {
        Path pack = file("thin.md", """
                ---
                topic: queues
                title: Queues
                order: 1
                ---

                ## What is a queue?

                ```yaml
                id: queue
                difficulty: junior
                minutes: 2
                ```

                ### Reference answer

                It hands out its oldest item first.

                ### Key points

                - fifo (1): A queue hands out its oldest item first.
                - thread-safe (3): The class in the standard library locks, so that several threads may share one.
                """);
        String[] args = {"check", folder.toString(), "--grade", "--data", "target/test-data"};
        assertThat(run(args)).isEqualTo(Main.FINDINGS);
        assertThat(out.toString())
                .contains(pack + ":15: queues/queue: Reference answer 1 earns")
                .contains(pack + ":22: queues/queue: Reference answer 1 does not make the point 'thread-safe'")
                .contains("2 core points, 0 bonus points, 0 misconceptions, 0 true neighbours, 0 statements")
                .contains(
                        "1 topics, 1 questions, 1 reference answers, 2 key points, 0 problems, 2 shortfalls, 0 allowed");
        out.getBuffer().setLength(0);

        assertThat(run("check", folder.toString(), "--grade", "--json", "--data", "target/test-data"))
                .isEqualTo(Main.FINDINGS);
        assertThat(json().path("problems")).isEmpty();
        assertThat(json().path("allowed").asInt()).isZero();
        JsonNode first = json().path("shortfalls").path(0);
        assertThat(first.path("file").asText()).isEqualTo(pack.toString());
        assertThat(first.path("line").asInt()).isEqualTo(15);
        assertThat(first.path("question").asText()).isEqualTo("queues/queue");
        assertThat(first.path("rule").asText()).isEqualTo("reference-earns-full-marks");
        assertThat(first.path("message").asText()).contains("thread-safe not said");
    }

    @Test
    void whatIsGradedAloneMustBeInThePacks() {
        String packs = Path.of("content/python").toString();
        assertThat(run("check", packs, "--grade", "--only", "no-such-topic")).isEqualTo(Main.WRONG_USE);
        assertThat(err.toString()).contains("There is no topic or question 'no-such-topic'");
        err.getBuffer().setLength(0);
        assertThat(run("check", packs, "--only", "idioms")).isEqualTo(Main.WRONG_USE);
        assertThat(err.toString()).contains("give --grade or --letters with it");
    }

    @Test
    void theFirstPlanIsOfNewQuestionsEachWithItsReason() throws IOException {
        String data = folder.resolve("data").toString();
        assertThat(run("plan", "--data", data, "--json")).isZero();
        JsonNode plan = json();
        assertThat(plan.path("items")).hasSize(5);
        assertThat(plan.path("topics")).isEmpty();
        out.getBuffer().setLength(0);

        assertThat(run("plan", "--data", data)).isZero();
        assertThat(out.toString()).contains("No topic was answered so far.");
        assertThat(plan.path("items"))
                .allSatisfy(item -> assertThat(out.toString())
                        .contains(
                                item.path("id").textValue(), item.path("reason").textValue()));
    }

    @Test
    void practisingAnUnknownTopicIsWrongUse() {
        assertThat(run("practise", "--topic", "nowhere", "--data", folder.toString()))
                .isEqualTo(Main.WRONG_USE);
        assertThat(err.toString()).contains("There is no topic 'nowhere' in the bank");
    }

    @Test
    @Tag("model")
    void practisingReadsAnswersFromTheInputGradesThemAndEndsWithIt() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(
                "A list can be changed in place, a tuple cannot.\n\n\n2\n".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(run("practise", "--topic", "data-structures", "--data", folder.toString()))
                    .isZero();
        } finally {
            System.setIn(before);
        }
        assertThat(out.toString())
                .contains("1 of 5", "Why this: New to you", " of 100", "t comes back tomorrow")
                .contains("not enough answers yet (1 of 3)")
                .doesNotContain("\u001B[");
        out.getBuffer().setLength(0);
        assertThat(run("plan", "--data", folder.toString())).isZero();
        assertThat(out.toString())
                .contains("not enough answers yet (1 of 3)", "After 200 repeated answers", "so far there are 0");
    }

    @Test
    void gradingAnUnknownQuestionIsWrongUse() {
        assertThat(run("grade", "--question", "no/such", "--data", folder.toString()))
                .isEqualTo(Main.WRONG_USE);
        assertThat(err.toString()).contains("There is no question 'no/such'");
    }

    @Test
    void gradingAnAnswerFileThatIsNotThereSaysSo() {
        assertThat(run("grade", "--question", "data-structures/lists", "--answer", folder + "/gone.txt"))
                .isEqualTo(Main.WRONG_USE);
        assertThat(err.toString()).contains("There is no file").contains("gone.txt");
    }

    @Test
    @Tag("model")
    void rewordingsOfAnAnswerAreGradedAndTheirRangeIsTold() throws IOException {
        Path answer = file("answer.txt", "A list can be changed in place. Its method append adds one item.");
        String[] args = {
            "grade",
            "--question",
            "data-structures/lists",
            "--answer",
            answer.toString(),
            "--stability",
            "--json",
            "--data",
            "target/test-data"
        };
        assertThat(run(args)).isZero();
        String first = out.toString();
        JsonNode found = json();
        assertThat(found.path("rewordings")).hasSize(20);
        int typed = (int) Math.round(100 * found.path("grade").path("score").asDouble());
        assertThat(found.path("lowest").asInt()).isLessThanOrEqualTo(typed);
        assertThat(found.path("highest").asInt()).isGreaterThanOrEqualTo(typed);
        for (JsonNode one : found.path("rewordings")) {
            assertThat(one.path("score").asInt())
                    .isBetween(
                            found.path("lowest").asInt(), found.path("highest").asInt());
        }
        out.getBuffer().setLength(0);
        assertThat(run(args)).isZero();
        assertThat(out.toString()).isEqualTo(first);
    }

    @Test
    void rewordingsOfASetNeedTheBank() throws IOException {
        assertThat(run("evaluate", file("answers.tsv", "").toString(), "--stability"))
                .isEqualTo(Main.WRONG_USE);
        assertThat(err.toString()).contains("give --bank with --stability");
    }

    @Test
    @Tag("model")
    @Tag("complaint-13")
    void theSameAnswerGetsTheSameBytes() throws IOException {
        Path answer = file("answer.txt", "a list can be changed in place, append adds one item and extend many");
        String[] args = {
            "grade",
            "--question",
            "data-structures/lists",
            "--answer",
            answer.toString(),
            "--json",
            "--data",
            "target/test-data"
        };
        assertThat(run(args)).isZero();
        String first = out.toString();
        out.getBuffer().setLength(0);
        assertThat(run(args)).isZero();
        assertThat(out.toString()).isEqualTo(first);
        double sum = 0;
        for (JsonNode finding : json().path("findings")) {
            sum += finding.path("earned").asDouble();
        }
        for (JsonNode deduction : json().path("deductions")) {
            sum += deduction.path("amount").asDouble();
        }
        assertThat(json().path("score").asDouble()).isEqualTo(sum).isBetween(0.1, 0.9);
    }

    @Test
    @Tag("model")
    void evaluationWritesOneRowForEachRowInItsOrder() throws IOException {
        Path answers = file("answers.tsv", """
                question_id\tquestion\treference\tanswer\tscore
                b\tWhat is a queue?\tA queue hands out its oldest item first. ||| first in, first out\tthe item that came first leaves first\t1
                a\tWhat is a stack?\tA stack hands out its newest item first.\tno idea\t0
                """);
        Path scores = folder.resolve("out.tsv");
        assertThat(run(
                        "evaluate",
                        answers.toString(),
                        "--scores",
                        scores.toString(),
                        "--html",
                        folder.resolve("report.html").toString(),
                        "--json",
                        "--data",
                        "target/test-data"))
                .isZero();
        assertThat(json().path("n").asInt()).isEqualTo(2);
        assertThat(json().has("pearson")).isTrue();
        assertThat(json().path("raw").has("spearman")).isTrue();
        assertThat(json().path("interval").path("pearson").has("low")).isTrue();
        assertThat(json().path("questions")).hasSize(2);
        assertThat(json().path("mae").asDouble()).isBetween(0.0, 0.5);
        assertThat(json().path("pairs").path("all").path("pairs").asInt()).isZero();
        assertThat(json().path("alarms").path("full").asInt()).isEqualTo(1);
        assertThat(json().path("doubts").path("most").path(0).has("squaredError"))
                .isTrue();
        assertThat(json().path("worst").path(0).path("explanation")).isNotEmpty();
        assertThat(folder.resolve("report.html")).content().contains("the item that came first leaves first", "<svg");
        List<String> rows = Files.readAllLines(scores);
        assertThat(rows.get(0)).isEqualTo("question_id\tscore\traw\tgrade");
        assertThat(rows.subList(1, rows.size()))
                .extracting(row -> row.substring(0, 3))
                .containsExactly("b\t1", "a\t0");
    }

    @Test
    @Tag("model")
    void answersToQuestionsOfTheBankAreGradedByItsKeyPoints() throws IOException {
        Path answers = file("answers.tsv", """
                question_id\tquestion\treference\tanswer\tscore\thalf
                data-structures/lists\tWhat is a list?\tAn ordered sequence.\ta list can be changed in place\t0.5\ttest
                data-structures/lists\tWhat is a list?\tAn ordered sequence.\tno idea\t0\ttest
                no/such\tWhat?\tThat.\tthat\t1\tother
                """);
        String data = "target/test-data";
        assertThat(run("evaluate", answers + "#half=test", "--bank", "--data", data))
                .isZero();
        assertThat(out.toString())
                .contains(
                        "Good above bad, answers to one question at least 0.50 apart",
                        "Not sure: what part",
                        "A list is mutable: its items can be replaced");
        assertThat(run("evaluate", answers.toString(), "--bank", "--data", data))
                .isEqualTo(Main.WRONG_USE);
        assertThat(err.toString()).contains("There is no question 'no/such' in the bank");
    }

    @Test
    @Tag("model")
    void theSameAnswersGiveTheSameCurveToTheByteAndItGradesWithIt() throws IOException {
        Path answers = file("answers.tsv", """
                question_id\tquestion\treference\tanswer\tscore
                b\tWhat is a queue?\tA queue hands out its oldest item first.\tthe item that came first leaves first\t1
                b\tWhat is a queue?\tA queue hands out its oldest item first.\tit sorts its items by name\t0
                a\tWhat is a stack?\tA stack hands out its newest item first.\tthe item that came last leaves first\t0.75
                a\tWhat is a stack?\tA stack hands out its newest item first.\tno idea\t0
                """);
        Path first = folder.resolve("first.txt");
        Path second = folder.resolve("second.txt");
        String data = "target/test-data";
        assertThat(run("calibrate", answers.toString(), "--out", first.toString(), "--data", data))
                .isZero();
        assertThat(out.toString()).contains("corners from 3 answers", "with curves fitted on the others");
        out.getBuffer().setLength(0);
        assertThat(run("calibrate", answers.toString(), "--out", second.toString(), "--json", "--data", data))
                .isZero();
        assertThat(second).hasSameBinaryContentAs(first);
        String curve = Files.readString(first);
        assertThat(json().path("file").asText()).isEqualTo(curve);
        assertThat(curve)
                .contains(answers + ": 3 answers, 1 more with a guard, SHA-256 ", "# rejoinder calibrate " + answers);
        String version = json().path("version").asText();
        out.getBuffer().setLength(0);

        assertThat(run("evaluate", answers.toString(), "--curve", first.toString(), "--json", "--data", data))
                .isZero();
        assertThat(json().path("stamp").path("calibration").asText()).isEqualTo(version);
        out.getBuffer().setLength(0);
        assertThat(run("calibrate", answers.toString(), "--data", data)).isZero();
        assertThat(out.toString()).isEqualTo(curve);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello\nfoo bar\n", "hello\nfoo\n", "mine-1\n0.5 0.9\n0.4 1.0\n"})
    void aFileThatIsNoCurveIsToldInOneSentenceWithItsPath(String text) throws IOException {
        Path answers = file("answers.tsv", "question\treference\tanswer\tscore\nq\tr\ta\t1\n");
        Path curve = file("curve.txt", text);
        assertThat(run("evaluate", answers.toString(), "--curve", curve.toString(), "--data", "target/test-data"))
                .isEqualTo(Main.WRONG_USE);
        assertThat(err.toString().strip())
                .startsWith(curve + " is not a curve (")
                .endsWith("give one that 'calibrate --out' wrote.")
                .doesNotContain("\n");
    }

    @Test
    void aTableWithoutTheColumnsIsWrongUseAndTheFileAndLineAreNamed() throws IOException {
        Path answers = file("answers.tsv", "question\tanswer\nq\ta\n");
        assertThat(run("evaluate", answers.toString())).isEqualTo(Main.WRONG_USE);
        assertThat(err.toString()).startsWith(answers + ": Line 1 ").contains("reference");
    }

    @Test
    @Tag("model")
    void whatOneAnswerCannotTellIsAbsentInJson() throws IOException {
        Path answers = file("answers.tsv", "question\treference\tanswer\tscore\nq\tr\ta\t1\n");
        assertThat(run("evaluate", answers.toString(), "--json", "--data", "target/test-data"))
                .isZero();
        assertThat(json().path("pearson").isNull()).isTrue();
        assertThat(json().path("mae").isNumber()).isTrue();
        assertThat(out.toString()).doesNotContain("NaN", "Infinity");
    }

    @Test
    @Tag("model")
    void aResultThatCannotBeWrittenIsToldWithItsPathAndTheReason() throws IOException {
        Path answers = file("answers.tsv", "question\treference\tanswer\tscore\nq\tr\ta\t1\n");
        Path nowhere = folder.resolve("none/report.html");
        for (String option : List.of("--html", "--scores")) {
            err.getBuffer().setLength(0);
            assertThat(run("evaluate", answers.toString(), option, nowhere.toString(), "--data", "target/test-data"))
                    .isEqualTo(Main.WRONG_USE);
            assertThat(err.toString())
                    .contains(nowhere + " cannot be written (there is no such folder")
                    .doesNotContain("Exception");
        }
        err.getBuffer().setLength(0);
        assertThat(run("calibrate", answers.toString(), "--out", folder.toString(), "--data", "target/test-data"))
                .isEqualTo(Main.WRONG_USE);
        assertThat(err.toString()).contains(folder + " cannot be written (it is a folder)");
    }

    @Test
    void aFolderForPacksThatCannotBeMadeIsToldWithTheReason() throws IOException {
        Path document = file("outline.md", "# Knots\n\n1. What is a bowline for?\n2. What is a hitch?\n");
        Path under = file("taken", "").resolve("packs");
        assertThat(run("import", document.toString(), "--into", under.toString()))
                .isEqualTo(Main.WRONG_USE);
        assertThat(err.toString().strip())
                .startsWith("Packs cannot be written into " + under + " (")
                .matches(".*\\([^/()]{5,}\\); name another folder with --into\\.");
    }

    @Test
    void aFolderForDataThatCannotBeMadeIsToldWithTheReason() throws IOException {
        Path under = file("taken", "").resolve("data");
        assertThat(run("plan", "--data", under.toString())).isEqualTo(Main.WRONG_USE);
        assertThat(err.toString().strip())
                .startsWith("The data folder " + under + " cannot be made (")
                .matches(".*\\([^/()]{5,}\\); name another with --data\\.");
    }

    @Test
    void aFolderInPlaceOfAnAnswerIsToldAsSuch() {
        assertThat(run("grade", "--question", "python-basics/built-in-types", "--answer", folder.toString()))
                .isEqualTo(Main.WRONG_USE);
        assertThat(err.toString()).contains(folder + " is a folder; name the file");
    }

    @Test
    void aCurveWithANameThatIsNoneIsRefused() {
        assertThat(run("calibrate", "answers.tsv", "--name", "my curve")).isEqualTo(Main.WRONG_USE);
        assertThat(err.toString()).contains("'my curve' is not a name for a curve");
    }

    @Test
    @Tag("model")
    void pastAnswersAreGradedAnewAndOnlyWrittenWithoutDryRun() throws IOException {
        Path data = folder.resolve("data");
        CandidateId candidate = CandidateId.LOCAL;
        SessionId id;
        try (Database database = Database.open(data)) {
            TestUseCases useCases = TestUseCases.of(
                    TestBank.bank(1),
                    database.sessions(),
                    database.candidates(),
                    () -> new GraderState.Ready(new TestGrader()),
                    new TestClock(),
                    () -> "token");
            Interviewer interviewer = useCases.interviewer();
            InProgress session =
                    interviewer.start(candidate, TestInterview.blueprint(Mode.INTERVIEW, 1, new Pace.Untimed()));
            id = session.setup().id();
            interviewer.save(candidate, id, TestInterview.save(0, 0, "It opens the portal.", session.writeLock()));
            interviewer.submit(candidate, id);
            useCases.owed().gradeAll();
        }
        String[] dry = {"regrade", "--dry-run", "--json", "--data", data.toString()};
        assertThat(run(dry)).isZero();
        JsonNode told = json();
        assertThat(told.path("written").asBoolean()).isFalse();
        assertThat(told.path("totals").path("answers").asInt()).isEqualTo(1);
        JsonNode change = told.path("sessions").path(0).path("changes").path(0);
        assertThat(change.path("before").asDouble()).isZero();
        assertThat(change.path("after").asDouble()).isPositive();
        assertThat(change.path("by").path("grader").asText()).isEqualTo("test-1");

        out.getBuffer().setLength(0);
        assertThat(run("regrade", "--data", data.toString())).isZero();
        assertThat(out.toString()).contains("topic-0/question-0", "1 sessions, 1 answers regraded: 1 scores changed");
        try (Database database = Database.open(data)) {
            assertThat(database.sessions().earlier(candidate, id)).hasSize(1);
        }
        out.getBuffer().setLength(0);
        assertThat(run(dry)).isZero();
        assertThat(json().path("totals").path("changed").asInt()).isZero();
    }

    @Test
    void aThresholdForAnswersWithoutLabelsIsWrongUse() throws IOException {
        Path answers = file("answers.tsv", "question\treference\tanswer\tscore\nq\tr\ta\t1\n");
        assertThat(run("evaluate", answers.toString(), "--threshold", "0.5")).isEqualTo(Main.WRONG_USE);
        assertThat(err.toString()).contains("are not labelled");
        assertThat(run("evaluate", answers.toString(), "--threshold", "1.5")).isEqualTo(Main.WRONG_USE);
        assertThat(err.toString()).contains("1.5 is not a score");
    }

    @Test
    void aPortThatDoesNotExistIsWrongUse() {
        assertThat(run("serve", "--no-open", "--port", "70000", "--data", folder.toString()))
                .isEqualTo(Main.WRONG_USE);
        assertThat(err.toString()).contains("Port 70000 does not exist");
    }

    @Test
    void aFileInPlaceOfTheDataFolderIsToldWithItsPath() throws IOException {
        Path file = file("data", "");
        assertThat(run("serve", "--no-open", "--port", "0", "--data", file.toString()))
                .isEqualTo(Main.WRONG_USE);
        assertThat(err.toString()).contains(file.toString()).doesNotContain("\tat ");
    }

    @Test
    void aBusyPortIsToldWithTheRemedy() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(busy.getLocalPort());
            assertThat(run("serve", "--no-open", "--port", port, "--data", folder.toString()))
                    .isEqualTo(Main.WRONG_USE);
            assertThat(err.toString()).contains(port).contains("--port");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"300.1.1.1", "192.0.2.77"})
    void anAddressThatThisMachineDoesNotHaveIsToldInPlaceOfThePort(String host) {
        assertThat(run("serve", "--no-open", "--port", "0", "--host", host, "--data", folder.toString()))
                .isEqualTo(Main.WRONG_USE);
        assertThat(err.toString())
                .contains("This machine has no address " + host + " to listen on")
                .doesNotContain("Port 0");
    }

    @Test
    void aFolderWithoutQuestionsCannotBeServed() {
        assertThat(run(
                        "serve",
                        "--no-open",
                        "--port",
                        "0",
                        "--content",
                        folder.toString(),
                        "--data",
                        folder.toString()))
                .isEqualTo(Main.WRONG_USE);
        assertThat(err.toString()).contains("There is no question to ask");
    }

    @Test
    void onlyLoopbackAddressesAreQuiet() {
        assertThat(List.of("127.0.0.1", "localhost", "::1", "127.1.2.3")).allMatch(Config::isLoopback);
        assertThat(List.of("0.0.0.0", "192.168.1.4", "example.org", "127.evil.example"))
                .noneMatch(Config::isLoopback);
    }

    @Test
    void anImportedDocumentIsCountedAndNothingIsWrittenOnADryRun() throws IOException {
        Path document = file("qa.md", "### Section\n\n#### What is a stack?\n\nThe newest item leaves first.\n");
        Path into = folder.resolve("packs");
        assertThat(run("import", document.toString(), "--into", into.toString(), "--dry-run", "--json"))
                .isZero();
        JsonNode report = json().path("files").path(0);
        assertThat(report.path("shape").asText()).isEqualTo("questions-and-answers");
        assertThat(report.path("questions").asInt()).isEqualTo(1);
        assertThat(report.path("withAnswer").asInt()).isEqualTo(1);
        assertThat(report.path("warnings").isArray()).isTrue();
        assertThat(into).doesNotExist();
    }

    @Test
    void importedPacksAreWrittenOnceAndHaveNoProblems() throws IOException {
        Path document = file("qa.md", "### Section\n\n#### What is a stack?\n\nThe newest item leaves first.\n");
        Path into = folder.resolve("packs");
        assertThat(run("import", document.toString(), "--into", into.toString()))
                .isZero();
        assertThat(run("check", into.toString())).isZero();
        assertThat(run("import", document.toString(), "--into", into.toString()))
                .isEqualTo(Main.WRONG_USE);
        assertThat(err.toString()).contains("Nothing was written");
    }

    @Test
    void aDocumentWithNothingToAskIsAFinding() throws IOException {
        Path document = file("empty.md", "Just a paragraph.\n");
        assertThat(run("import", document.toString())).isEqualTo(Main.FINDINGS);
    }

    @Test
    @Tag("model")
    void anOutlineIsLinkedToTheAnswersThatAnswerIt() throws IOException {
        Path outline = file("outline.md", """
                1. **Classes**
                    - What does the `__init__` method do?
                    - What is the `__init__.py` file of a package for?
                """);
        Path answers = file("answers.md", """
                ### Classes

                #### What is the purpose of the `__init__` method?

                It sets up a new object after it was created.
                """);
        assertThat(run(
                        "link",
                        "--outline",
                        outline.toString(),
                        "--answers",
                        answers.toString(),
                        "--json",
                        "--data",
                        "target/test-data"))
                .isZero();
        assertThat(json()).hasSize(2);
        assertThat(json().path(0).path("match").asInt()).isEqualTo(1);
        assertThat(json().path(0).path("outline").asInt()).isEqualTo(1);
        assertThat(json().path(0).path("topic").asText()).isEqualTo("Classes");
        assertThat(json().path(1).path("match").isNull()).isTrue();
        assertThat(json().path(1).has("matchQuestion")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--users local --oidc-client x|need --users oidc",
                "--users oidc|needs --oidc-issuer",
                "--users oidc --oidc-issuer https://accounts.example|needs --oidc-client",
                "--users oidc --oidc-issuer https://accounts.example --oidc-client x|needs --oidc-secret-file",
                "--users oidc --oidc-issuer http://accounts.example --oidc-client x|not an address of an OpenID provider",
                "--users oidc --oidc-issuer https://accounts.example/?a=b --oidc-client x|not an address of an OpenID provider",
                "--users oidc --oidc-issuer https://accounts.example --oidc-client x --oidc-secret-file nowhere|cannot be read",
                "--users oidc --oidc-issuer https://accounts.example --oidc-client x --oidc-secret-file EMPTY|in one line",
                "--users oidc --oidc-issuer https://accounts.example --oidc-client x --oidc-secret-file SECRET --oidc-admin ada|not an e-mail address",
                "--users oidc --oidc-issuer https://accounts.example --oidc-client x --oidc-secret-file SECRET --oidc-domain @school|not a domain"
            })
    void aProviderThatIsHalfSetUpIsToldInOneSentence(String both) throws IOException {
        String secret = file("secret", "between the two of them").toString();
        String empty = file("empty", "\n").toString();
        int bar = both.indexOf('|');
        List<String> words = new ArrayList<>(List.of("serve", "--no-open", "--port", "0", "--data"));
        words.add(folder.resolve("data").toString());
        for (String word : both.substring(0, bar).split(" ", -1)) {
            words.add(word.equals("SECRET") ? secret : word.equals("EMPTY") ? empty : word);
        }
        assertThat(run(words.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString())
                .contains(both.substring(bar + 1))
                .doesNotContain("between the two")
                .hasLineCount(1);
        assertThat(folder.resolve("data")).doesNotExist();
    }
}
