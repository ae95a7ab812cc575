package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rejoinder.WordOrderEmbedder;
import rejoinder.embed.MeaningStore;
import rejoinder.plan.LikenessByMeaning;

/** The question editor by HTTP: it writes the pack that a person can read, and nothing else in it. */
class QuestionEditorTest {
    private static final String ONE = "/api/bank/questions/topic-0/question-0";

    private RunningServer server;

    @BeforeEach
    void start() {
        server = new RunningServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String body(JsonNode opened, JsonNode question) {
        return "{\"basedOn\":" + opened.get("mark") + ",\"question\":" + question + "}";
    }

    private String pack() throws IOException {
        try (Stream<Path> files = Files.list(server.packs.folder())) {
            return Files.readString(files.filter(file -> file.toString().endsWith(".md"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    @Test
    void aQuestionThatCameAlongIsCopiedByItsFirstChangeAndTheOthersStayAsTheyAre() throws IOException {
        JsonNode opened = server.get(ONE).json();
        assertThat(opened.get("own").booleanValue()).isFalse();
        ObjectNode question = opened.get("question").deepCopy();
        question.put("prompt", "What does the gate do now?");
        RunningServer.Answer saved = server.put(ONE, body(opened, question));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        assertThat(saved.json().get("own").booleanValue()).isTrue();
        String once = pack();
        assertThat(once).contains("## What does the gate do now?");
        assertThat(server.get("/api/health").json().at("/bank/questions").intValue())
                .isEqualTo(8);

        question.put("minutes", 9);
        JsonNode again = server.put(ONE, body(saved.json(), question)).json();
        assertThat(again.at("/question/minutes").intValue()).isEqualTo(9);
        List<String> before = once.lines().toList();
        List<String> after = pack().lines().toList();
        assertThat(after).hasSameSizeAs(before);
        assertThat(Stream.iterate(0, i -> i + 1)
                        .limit(after.size())
                        .filter(i -> !after.get(i).equals(before.get(i))))
                .as("one line is another one")
                .hasSize(1);
    }

    @Test
    void aSearchFindsWhatAsksTheSameInOtherWordsBesideWhatHoldsThem() {
        String asked = server.packs.all().bank().questions().get(0).prompt();
        String otherWords = "/api/bank?words="
                + URLEncoder.encode(asked.substring(0, asked.length() - 1) + " please", StandardCharsets.UTF_8);
        RunningServer.Answer first = server.get(otherWords);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        JsonNode byWords = first.json();
        assertThat(byWords.get("listed").intValue()).isZero();
        assertThat(byWords.get("alike")).as("without a model").isEmpty();
        LikenessByMeaning meaning = new LikenessByMeaning(MeaningStore.of(new WordOrderEmbedder()));
        meaning.learn(server.packs.all().bank(), Integer.MAX_VALUE);
        server.likeness.set(meaning);

        JsonNode alike = server.get(otherWords).json().get("alike");

        assertThat(alike).isNotEmpty();
        assertThat(alike.get(0).get("prompt").textValue()).isEqualTo(asked);
        assertThat(server.get(otherWords + "&topic=talk").json().get("alike")).isEmpty();
        assertThat(server.get("/api/bank").json().get("alike")).isEmpty();
    }

    @Test
    void anotherWindowsChangeIsNotOverwritten() {
        JsonNode opened = server.get(ONE).json();
        ObjectNode mine = opened.get("question").deepCopy();
        ObjectNode theirs = opened.get("question").deepCopy();
        theirs.put("prompt", "Theirs?");
        server.put(ONE, body(opened, theirs));
        mine.put("prompt", "Mine?");
        RunningServer.Answer refused = server.put(ONE, body(opened, mine));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(server.get(ONE).json().at("/question/prompt").textValue()).isEqualTo("Theirs?");
    }

    @Test
    void whatCannotBeKeptIsSaidInTheWordsOfCheck() {
        JsonNode opened = server.get(ONE).json();
        ObjectNode question = opened.get("question").deepCopy();
        question.put("context", "```\nnever closed");
        RunningServer.Answer refused = server.put(ONE, body(opened, question));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("problems").toString()).contains("never closed");
        assertThat(server.post("/api/bank/problems", "{\"question\":" + question + "}")
                        .json()
                        .get("problems"))
                .isNotEmpty();
        assertThat(Files.exists(server.packs.folder())).isFalse();
    }

    @Test
    void anAnswerIsTriedAgainstWhatStandsInTheEditor() {
        JsonNode opened = server.get(ONE).json();
        RunningServer.Answer tried = server.post(
                "/api/bank/try", "{\"question\":" + opened.get("question") + ",\"text\":\"The gate opens.\"}");
        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
        assertThat(tried.json().get("findings")).isNotEmpty();
        ObjectNode without = opened.get("question").deepCopy();
        without.putArray("references");
        assertThat(server.post("/api/bank/try", "{\"question\":" + without + ",\"text\":\"The gate.\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void proposedPointsWaitUntilTheyAreAcceptedAndFollowUpsKeepTheirPoints() throws IOException {
        JsonNode opened = server.get(ONE).json();
        ObjectNode question = opened.get("question").deepCopy();
        ObjectNode proposal = ((ObjectNode) question.get("points").get(0)).deepCopy();
        proposal.put("id", "hinge").put("statement", "The gate hangs on a hinge.");
        question.putArray("proposed").add(proposal);
        question.put("followUp", "And at night?").put("followUpReference", "At night it is shut.");
        question.putArray("followUpPoints")
                .add(proposal.deepCopy().put("id", "").put("statement", "It is shut."));
        RunningServer.Answer saved = server.put(ONE, body(opened, question));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        assertThat(pack()).contains("### Proposed points\n\n- hinge (").contains("### Follow-up points\n\n- shut (");
        JsonNode kept = saved.json().get("question");
        assertThat(kept.get("points")).hasSameSizeAs(question.get("points"));
        assertThat(kept.at("/proposed/0/id").textValue()).isEqualTo("hinge");

        ObjectNode accepted = kept.deepCopy();
        accepted.withArray("points").add(kept.at("/proposed/0"));
        accepted.putArray("proposed");
        JsonNode after = server.put(ONE, body(saved.json(), accepted)).json();
        assertThat(after.at("/question/points").findValuesAsText("id")).contains("hinge");
        assertThat(pack()).doesNotContain("Proposed points");
    }

    @Test
    void aQuestionIsMovedToAnotherTopicAndToANewOne() throws IOException {
        JsonNode opened = server.get(ONE).json();
        String body = body(opened, opened.get("question"));
        RunningServer.Answer moved = server.put(ONE, body.replaceFirst("\\{", "{\"topic\":\"Gates and doors\","));
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        assertThat(moved.json().get("id").textValue()).isEqualTo("gates-doors/question-0");
        assertThat(moved.json().at("/topic/title").textValue()).isEqualTo("Gates and doors");
        assertThat(moved.json().get("question")).isEqualTo(opened.get("question"));
        assertThat(server.get(ONE).status()).isEqualTo(404);
        assertThat(server.get("/api/health").json().at("/bank/questions").intValue())
                .isEqualTo(8);
    }

    @Test
    void theBankIsFoundByWordsTopicAndLetter() {
        assertThat(server.get("/api/bank?topic=topic-1").json().get("listed").intValue())
                .isEqualTo(2);
        assertThat(server.get("/api/bank?letter=C").json().at("/items/0/id").textValue())
                .isEqualTo("talk/yourself");
        assertThat(server.get("/api/bank?words=nothing+says+this").json().get("items"))
                .isEmpty();
        assertThat(server.get("/api/bank?count=3").json().get("items")).hasSize(3);
    }

    @Test
    void anInterviewDrawsOnlyWhatCanBeMarkedIfThatIsWanted() {
        String talk =
                "{\"mode\":\"interview\",\"topics\":[{\"id\":\"talk\"}],\"questions\":1,\"pace\":{\"kind\":\"untimed\"},\"onlyMarked\":%s}";
        assertThat(server.post("/api/sessions", talk.formatted("true")).status())
                .isEqualTo(422);
        RunningServer.Answer started = server.post("/api/sessions", talk.formatted("false"));
        assertThat(started.status()).isEqualTo(201);
        assertThat(started.json().at("/questions/0/letter").textValue()).isEqualTo("C");
        assertThat(started.json().at("/questions/0/reason").textValue()).contains("no reference answer");
        assertThat(server.get("/api/home").json().get("onlyMarked").booleanValue())
                .isFalse();
        server.post("/api/sessions", talk.formatted("true").replace("\"talk\"", "\"topic-0\""));
        assertThat(server.get("/api/home").json().get("onlyMarked").booleanValue())
                .isTrue();
    }
}
