package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rejoinder.export.SessionMarkdown;
import rejoinder.plan.CandidateId;
import rejoinder.session.Session;
import rejoinder.session.SessionId;

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

    private String document(JsonNode session) {
        return server.get(RunningServer.path(session) + "/export.md").text();
    }

    @Test
    @Tag("complaint-19")
    void theDocumentHasQuestionAnswerPointsWithTheirVerdictsAndWhatAGoodAnswerSays() {
        String text = document(graded());
        assertThat(text)
                .startsWith(
                        "# Mock interview: Topic 0, Topic 1 and Talk\n\n2 March 2026, 09:00. **50 of 100**, partly.\n")
                .contains("\n\n3 questions, 2 answered, in 0:00 minutes.\n")
                .contains("\n## 1. What does question-0 of topic-0 do?\n\n*Topic 0, middle, answered in 1:01 minutes")
                .contains("\n### Marks: 90 of 100\n\nYou made every point.\n\n")
                .contains(
                        "- **Unclear**, 75 of 75 by your word, because of \u201chalf-gate\u201d (the grader says 38): It opens the gate. You wrote: \u201chalf-gate\u201d.\n")
                .contains("- **Made**, 25 of 25: It rings the bell. You wrote: \u201cbell\u201d.\n")
                .contains("- **Taken off**, \u221210: The answer says nothing for long. You wrote: \u201cblah\u201d.\n")
                .contains("- **Sum: 90**\n\nThe grader is not sure: The answer hesitates.")
                .contains("*Topic 1, middle, not answered*", "### Your answer\n\nYou wrote nothing.")
                .contains("### Marks: 60 of 100\n\nThis is your own mark.")
                .contains("### Reference answer, full\n\nIt opens the gate and rings the bell.")
                .contains("- [Manual](<https://example.org/manual>)")
                .endsWith(
                        "Marked by grader test-1, calibration none, model no-model. The same answers get the same score.\n");
        for (String word : List.of("token-", "seed", "topic-0/", " Z", "%", "|")) {
            assertThat(text.replace("half-gate \\|", "")).doesNotContain(word);
        }
    }

    @Test
    void whatIsTakenAwayIsNamedByDayAndTopics() {
        JsonNode session = graded();
        assertThat(name(session, "md"))
                .isEqualTo("attachment; filename=\"rejoinder-2026-03-02-topic-0-and-2-more.md\"");
        assertThat(name(session, "json"))
                .isEqualTo("attachment; filename=\"rejoinder-2026-03-02-topic-0-and-2-more.json\"");
        JsonNode one = server.startPicked("practice", "topic-1/question-1");
        server.finish(one);
        assertThat(name(one, "md")).isEqualTo("attachment; filename=\"rejoinder-2026-03-02-topic-1.md\"");
    }

    private String name(JsonNode session, String extension) {
        RunningServer.Answer answer = server.get(RunningServer.path(session) + "/export." + extension);
        assertThat(answer.header("Content-Type"))
                .startsWith(extension.equals("md") ? "text/markdown" : "application/json");
        return answer.header("Content-Disposition");
    }

    @Test
    void dayAndTimeAreThoseOfThePlaceWhereItIsRead() {
        JsonNode session = graded();
        Session kept = server.interviewer.open(
                CandidateId.LOCAL, new SessionId(session.get("id").textValue()));
        ZoneId island = ZoneId.of("Pacific/Kiritimati");

        assertThat(SessionMarkdown.of(kept, List.of(), RunningServer.bank(), island))
                .contains("\n2 March 2026, 23:00. ");
        assertThat(SessionMarkdown.fileName(kept, ZoneOffset.ofHours(18))).startsWith("rejoinder-2026-03-03-");
    }

    @Test
    void aPointThatIsNotMadeQuotesNothing() {
        JsonNode session = server.startPicked("interview", "topic-0/question-0");
        server.type(session, 0, "bell");
        server.finish(session);
        assertThat(document(session))
                .contains("- **Not said**, 0 of 75: It opens the gate.\n", "- **Sum: 25**\n")
                .doesNotContain("by your word");
    }

    @Test
    void anAnswerCannotBreakOutOfItsQuotation() {
        assertThat(document(graded())).contains("\n> half-gate \\| and  \n> bell blah um \\`\\`\\` so\n");
    }

    @Test
    @Tag("complaint-12")
    void theAddendsOfTheDocumentAddUpToItsSum() {
        String text = document(graded());
        String points = text.substring(0, text.indexOf("\n## 2."));
        int sum = Pattern.compile("(?m)^- \\*\\*[\\w ]+\\*\\*, ([\u2212\\d]+)")
                .matcher(points)
                .results()
                .mapToInt(row -> Integer.parseInt(row.group(1).replace('\u2212', '-')))
                .sum();
        assertThat(points).contains("- **Sum: " + sum + "**");
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
                .contains("09:00. Not marked yet.", "### Marks\n\nNot marked yet.");
        assertThat(server.get(RunningServer.path(session) + "/export.json")
                        .json()
                        .get("score")
                        .isNull())
                .isTrue();
    }
}
