package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rejoinder.export.PointsText;
import rejoinder.grade.Marking;
import rejoinder.plan.CandidateId;
import rejoinder.session.Session;
import rejoinder.session.SessionId;

/** One answer with a correction, as the page, the exports and the terminal show it: the same verdicts, the same whole points, the same sum. */
class OutputsAgreeTest {
    private static final Pattern TERMINAL =
            Pattern.compile("^  (\\w[\\w ]*?) +(\\d+) of (\\d+) +It .*|^ +(-?\\d+) {9}.*");

    /** A line of the document: verdict, points, what the grader gave if the candidate says otherwise; or the sum. */
    private static final Pattern DOCUMENT = Pattern.compile(
            "(?m)^- \\*\\*([\\w :]+)\\*\\*(?:, ([\u2212\\d]+(?: of \\d+)?)(?: by your word[^(]*\\(the grader says ([\u2212\\d]+)\\))?: .*)?$");

    private RunningServer server;
    private JsonNode session;

    @BeforeEach
    void gradeAndCorrect() {
        server = new RunningServer();
        session = server.startPicked("interview", "topic-0/question-0", "topic-1/question-1");
        server.type(session, 0, "half-gate blah, no bell");
        server.finish(session);
        server.post(RunningServer.path(session) + "/questions/0/corrections", "{\"point\":\"gate\",\"credit\":0.6}");
        server.post(RunningServer.path(session) + "/questions/0/corrections", "{\"point\":\"bell\",\"credit\":1}");
        server.post(RunningServer.path(session) + "/questions/0/corrections", "{\"point\":\"bell\",\"withdraw\":true}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode question(String address) {
        return server.get(RunningServer.path(session) + address)
                .json()
                .get("questions")
                .get(0);
    }

    private Marking marking() {
        Session kept = server.interviewer.open(
                CandidateId.LOCAL, new SessionId(session.get("id").textValue()));
        return kept.result(0).orElseThrow().marking(kept.corrections(0)).orElseThrow();
    }

    /** What a marking shows: each verdict with its points, the points of each deduction, the sum. */
    private static List<String> shown(Marking marking) {
        List<String> shown = new ArrayList<>();
        marking.lines().forEach(line -> shown.add(line.points() + " of " + line.most()));
        marking.changes().forEach(change -> shown.add(String.valueOf(change.points())));
        shown.add("= " + marking.score().percent());
        return shown;
    }

    private static List<String> shown(JsonNode marking) {
        List<String> shown = new ArrayList<>();
        marking.get("lines")
                .forEach(line -> shown.add(line.get("points").intValue() + " of "
                        + line.get("most").intValue()));
        marking.get("changes").forEach(change -> shown.add(change.get("points").asText()));
        shown.add("= " + marking.get("percent").intValue());
        return shown;
    }

    private static List<String> verdicts(JsonNode marking) {
        return marking.findValuesAsText("verdict");
    }

    @Test
    void thePageTheExportsAndTheTerminalShowTheSamePoints() {
        Marking marking = marking();
        assertThat(shown(marking)).containsExactly("45 of 75", "0 of 25", "-10", "= 35");

        JsonNode page = question("");
        assertThat(shown(page.get("marking"))).isEqualTo(shown(marking));
        assertThat(page.get("score").get("percent").intValue()).isEqualTo(35);

        JsonNode export = question("/export.json");
        assertThat(export.get("marking")).isEqualTo(page.get("marking"));
        assertThat(export.get("grade")).isEqualTo(page.get("grade"));
        assertThat(export.get("score")).isEqualTo(page.get("score").get("value"));

        assertThat(document()).isEqualTo(shown(marking));
        assertThat(terminal(marking)).isEqualTo(shown(marking));
    }

    @Test
    void theGradersOwnPointsStayTheSameEverywhere() {
        Marking own = Marking.of(marking().grade());
        assertThat(shown(own)).containsExactly("38 of 75", "0 of 25", "-10", "= 28");

        JsonNode page = question("");
        assertThat(shown(page.get("grade").get("marking"))).isEqualTo(shown(own));
        assertThat(page.get("ownScore").get("percent").intValue()).isEqualTo(28);
        assertThat(page.get("marking").get("lines").findValuesAsText("own")).containsExactly("38", "0");
        assertThat(rows().stream()
                        .map(row -> row.group(3))
                        .filter(Objects::nonNull)
                        .toList())
                .containsExactly("38");
        assertThat(terminal(own)).isEqualTo(shown(own));
    }

    @Test
    void theVerdictsAreTheSameInEveryOutput() {
        JsonNode page = question("");
        assertThat(verdicts(page.get("marking"))).containsExactly("unclear", "contradicted");
        assertThat(page.get("grade").findValuesAsText("kind")).containsExactly("unclear", "contradicted");
        assertThat(rows().stream().map(row -> row.group(1)).toList())
                .containsExactly("Unclear", "Contradicted", "Taken off", "Sum: 35");
        assertThat(String.join("\n", PointsText.of("half-gate blah, no bell", marking(), (verdict, word) -> word)))
                .contains("  unclear ", "  contradicted ");
    }

    /** The figures of the list of points in the document, and their sum. */
    private List<String> document() {
        return rows().stream()
                .map(row -> row.group(2) == null ? row.group(1).replace("Sum:", "=") : row.group(2))
                .map(figure -> figure.replace('\u2212', '-'))
                .toList();
    }

    private List<MatchResult> rows() {
        String text = server.get(RunningServer.path(session) + "/export.md").text();
        return DOCUMENT.matcher(text.substring(0, text.indexOf("\n## 2.")))
                .results()
                .toList();
    }

    private static List<String> terminal(Marking marking) {
        List<String> shown = new ArrayList<>();
        for (String line : PointsText.of("half-gate blah, no bell", marking, (verdict, word) -> word)) {
            Matcher matcher = TERMINAL.matcher(line);
            if (matcher.matches()) {
                MatchResult row = matcher.toMatchResult();
                shown.add(row.group(1) == null ? row.group(4) : row.group(2) + " of " + row.group(3));
            }
        }
        shown.add(PointsText.sum(marking).strip().replace(" of 100", ""));
        return shown;
    }
}
