package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ExportTest {
    private RunningServer server;

    @BeforeEach
    void start() {
        server = new RunningServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode graded() {
        JsonNode session = server.startPicked("interview", "topic-0/question-0", "topic-1/question-1", "talk/yourself");
        server.type(session, 0, "half-gate | and\nbell blah um ``` so");
        server.type(session, 2, "I like bells.");
        server.finish(session);
        server.post(RunningServer.path(session) + "/questions/2/judgement", "{\"score\":0.6}");
        server.post(
                RunningServer.path(session) + "/questions/0/corrections",
                "{\"point\":\"gate\",\"credit\":1,\"quote\":\"half-gate\"}");
        return session;
    }

    @Test
    void theMarkdownSaysWhatEachPointAddedAndTheSums() {
        RunningServer.Answer answer = server.get(RunningServer.path(graded()) + "/export.md");
        assertThat(answer.header("Content-Type")).isEqualTo("text/markdown;charset=utf-8");
        assertThat(answer.header("Content-Disposition")).matches("attachment; filename=\"rejoinder-token-\\d+\\.md\"");
        assertThat(answer.text())
                .startsWith("# Mock interview, 2 March 2026, 09:00 Z\n")
                .contains("- Score: **50 %**", "- Questions: 3, answered: 2")
                .contains(
                        "## 1. What does question-0 of topic-0 do?",
                        "*Topic 0, middle, `topic-0/question-0`; 1:01 on it")
                .contains("| unclear | It opens the gate. | 75 | 38 | 75 | \"half-gate\" |")
                .contains("| made | It rings the bell. | 25 | 25 | 25 | \"bell\" |")
                .contains("| padding | The answer says nothing for long. |  | -10 | -10 | \"blah\" |")
                .contains("|  | **Sum** | 100 | 53 | 90 |  |")
                .contains("Grade: **53 %**, partly (grader test-1, calibration none, model no-model)")
                .contains("- Not sure: The answer hesitates.")
                .contains("Correction of `gate`, 2 March 2026, 09:00 Z: earned to 100 %, because of \"half-gate\".")
                .contains("Counts: **90 %**")
                .contains("Own judgement: 60 %.")
                .contains("Nothing was written.")
                .contains("### Reference answer (full)\n\nIt opens the gate and rings the bell.")
                .contains("- Manual: <https://example.org/manual>");
    }

    @Test
    void withoutCorrectionsThereIsNoColumnForThem() {
        JsonNode session = server.startPicked("interview", "topic-0/question-0");
        server.type(session, 0, "bell");
        server.finish(session);
        assertThat(server.get(RunningServer.path(session) + "/export.md").text())
                .contains("| verdict | key point | at most | earned | words of the answer |\n|---|---|---:|---:|---|\n")
                .contains("| not said | It opens the gate. | 75 | 0 |  |")
                .contains("|  | **Sum** | 100 | 25 |  |");
    }

    @Test
    void anAnswerCannotBreakOutOfItsFence() {
        assertThat(server.get(RunningServer.path(graded()) + "/export.md").text())
                .contains("````text\nhalf-gate | and\nbell blah um ``` so\n````\n");
    }

    @Test
    @Tag("complaint-12")
    @Tag("complaint-19")
    void thePrintedAddendsAddUpToThePrintedSum() {
        String text = server.get(RunningServer.path(graded()) + "/export.md").text();
        double sum = 0;
        Matcher rows = Pattern.compile("(?m)^\\| (unclear|made|padding|not said|\\*?\\s*) ?\\|.*$")
                .matcher(text);
        double printed = Double.NaN;
        for (MatchResult row : rows.results().toList()) {
            List<String> cells = List.of(row.group().split("(?<!\\\\)\\|"));
            double earned = Double.parseDouble(cells.get(4).strip());
            if (cells.get(2).contains("Sum")) {
                printed = earned;
                break;
            }
            sum += earned;
        }
        assertThat(printed).isCloseTo(sum, within(1e-9));
    }

    @Test
    @Tag("complaint-19")
    void theJsonIsEnoughToWorkEachScoreOutAgain() {
        JsonNode session = graded();
        RunningServer.Answer answer = server.get(RunningServer.path(session) + "/export.json");
        assertThat(answer.header("Content-Disposition")).endsWith(".json\"");
        JsonNode export = answer.json();
        assertThat(export.get("format").textValue()).isEqualTo("rejoinder-session/1");
        assertThat(export.get("seed").textValue()).isEqualTo("7");
        assertThat(export.get("picked")).hasSize(3);
        for (JsonNode question : export.get("questions")) {
            if (question.get("grade").isNull()) {
                continue;
            }
            double own = 0;
            double counts = 0;
            for (JsonNode finding : question.get("grade").get("findings")) {
                own += finding.get("earned").doubleValue();
                double credit = Double.NaN;
                for (JsonNode correction : question.get("corrections")) {
                    if (correction.get("point").equals(finding.get("point").get("id"))) {
                        credit = correction.get("withdrawn").booleanValue()
                                ? Double.NaN
                                : correction.get("credit").doubleValue();
                    }
                }
                counts += Double.isNaN(credit)
                        ? finding.get("earned").doubleValue()
                        : credit * finding.get("point").get("share").doubleValue();
            }
            for (JsonNode deduction : question.get("grade").get("deductions")) {
                own += deduction.get("amount").doubleValue();
                counts += deduction.get("amount").doubleValue();
            }
            assertThat(question.get("ownScore").doubleValue()).isEqualTo(own);
            assertThat(question.get("score").doubleValue()).isEqualTo(counts);
            assertThat(question.get("keyPoints").get(0).get("acceptedWordings")).hasSize(1);
            assertThat(question.get("revision").textValue()).hasSize(16);
        }
        assertThat(export.get("questions").get(0).get("answer").get("text").textValue())
                .isEqualTo("half-gate | and\nbell blah um ``` so");
        assertThat(export.get("questions").get(2).get("score").doubleValue()).isEqualTo(0.6);
    }

    @Test
    void aSessionThatWaitsForItsGradesIsExportedWithoutOne() {
        JsonNode session = server.start(1);
        server.post(RunningServer.path(session) + "/submit", "");
        assertThat(server.get(RunningServer.path(session) + "/export.md").text())
                .contains("- Score: not graded yet", "### Grade\n\nNot graded yet.");
        assertThat(server.get(RunningServer.path(session) + "/export.json")
                        .json()
                        .get("score")
                        .isNull())
                .isTrue();
    }
}
