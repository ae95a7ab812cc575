package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.grade.GraderState;
import rejoinder.session.TestClock;
import rejoinder.session.TestGrader;
import rejoinder.store.Database;

class SessionFlowTest {
    private static final String SECRET = "opens the gate";

    private RunningServer server;

    @BeforeEach
    void start() {
        server = new RunningServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aStartGivesTheQuestionsTheClockAndTheWriteLock() {
        JsonNode session = server.start(3);
        assertThat(session.get("state").textValue()).isEqualTo("in-progress");
        assertThat(session.get("canWrite").booleanValue()).isTrue();
        assertThat(session.get("writeLock").textValue()).isNotBlank();
        assertThat(session.get("clock").get("kind").textValue()).isEqualTo("running");
        assertThat(session.get("clock").get("millisLeft").longValue()).isEqualTo(600_000);
        assertThat(session.get("clock").get("deadline").longValue())
                .isEqualTo(TestClock.START.plusSeconds(600).toEpochMilli());
        assertThat(session.get("questions")).hasSize(3);
        JsonNode question = session.get("questions").get(0);
        assertThat(question.get("place").intValue()).isZero();
        assertThat(question.get("topic").get("title").textValue()).isEqualTo("Topic 0");
        assertThat(question.get("promptHtml").textValue()).startsWith("<b>What does");
        assertThat(question.get("contextHtml").textValue()).contains("print(");
        assertThat(question.get("draft").get("revision").longValue()).isZero();
    }

    @Test
    void aStartThatIsSentAgainGivesTheSessionThatItBegan() {
        String body = "{\"mode\":\"interview\",\"topics\":[],\"questions\":2,\"pace\":{\"kind\":\"untimed\"}}";
        String[] key = {"Idempotency-Key", "made-up-by-the-page"};
        JsonNode first = server.post("/api/sessions", body, key).json();
        RunningServer.Answer again = server.post("/api/sessions", body, key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().get("id")).isEqualTo(first.get("id"));
        assertThat(again.json().get("writeLock")).isEqualTo(first.get("writeLock"));
        assertThat(server.post("/api/sessions", body, "Idempotency-Key", "made-up-reauthenticate")
                        .json()
                        .get("id"))
                .isNotEqualTo(first.get("id"));
        assertThat(server.post("/api/sessions", body, "Idempotency-Key", "a b").status())
                .isEqualTo(400);
        server.finish(first);
        assertThat(server.post("/api/sessions", body, key).json().get("detail").textValue())
                .isEqualTo("This session was begun before and is over; the history has it.");
    }

    @Test
    void whatAGoodAnswerSaysIsNotSentBeforeTheEnd() {
        JsonNode session = server.start(3);
        List<String> sent = new ArrayList<>();
        sent.add(session.toString());
        sent.add(server.type(session, 0, "The gate").text());
        sent.add(server.get(RunningServer.path(session)).text());
        sent.add(server.get("/api/home").text());
        sent.add(server.get("/api/sessions").text());
        sent.add(server.post(RunningServer.path(session) + "/pause", "").text());
        sent.add(server.post(RunningServer.path(session) + "/write-lock", "").text());
        sent.add(server.post(RunningServer.path(session) + "/questions/0/try", "{\"text\":\"x\"}")
                .text());
        sent.add(server.get(RunningServer.path(session) + "/export.json").text());
        sent.add(server.get(RunningServer.path(session) + "/export.md").text());
        sent.add(server.get("/api/questions/topic-0/question-0/attempts").text());
        assertThat(sent)
                .allSatisfy(text -> assertThat(text.toLowerCase(java.util.Locale.ROOT))
                        .doesNotContain(SECRET)
                        .doesNotContain("rings")
                        .doesNotContain("other way round")
                        .doesNotContain("shuts the gate")
                        .doesNotContain("and at night")
                        .doesNotContain("example.org"));
        assertThat(server.finish(session).toString()).contains(SECRET, "It shuts the gate.", "And at night?");
    }

    @Test
    void inPracticeOnlyTheSettledQuestionShowsItsReference() {
        JsonNode session = server.startPicked("practice", "topic-0/question-0", "topic-0/question-1");
        server.type(session, 0, "gate");
        JsonNode after = server.post(RunningServer.path(session) + "/questions/0/settle", "")
                .json();
        assertThat(after.get("state").textValue()).isEqualTo("in-progress");
        JsonNode settled = after.get("questions").get(0);
        assertThat(settled.get("outcome").textValue()).isEqualTo("marked");
        assertThat(settled.get("score").get("percent").intValue()).isEqualTo(75);
        assertThat(settled.get("references").get(0).get("text").textValue()).contains(SECRET);
        assertThat(after.get("questions").get(1).toString()).doesNotContain(SECRET);
    }

    @Test
    void aSavedDraftIsThereAfterAReload() {
        JsonNode session = server.start(2);
        server.clock.forward(Duration.ofSeconds(30));
        JsonNode saved = server.type(session, 1, "It opens the gate \ud83d\udd14 \u05e9\u05dc\u05d5\u05dd")
                .json();
        assertThat(saved.get("revision").longValue()).isEqualTo(1);
        assertThat(saved.get("clock").get("millisLeft").longValue()).isEqualTo(570_000);
        assertThat(saved.get("savedAt").longValue()).isEqualTo(saved.get("now").longValue());
        JsonNode again = server.get(RunningServer.path(session)).json();
        JsonNode draft = again.get("questions").get(1).get("draft");
        assertThat(draft.get("text").textValue()).isEqualTo("It opens the gate \ud83d\udd14 \u05e9\u05dc\u05d5\u05dd");
        assertThat(draft.get("confidence").textValue()).isEqualTo("rather");
        assertThat(draft.get("spentMillis").longValue()).isEqualTo(61_000);
        assertThat(again.get("clock").get("millisLeft").longValue()).isEqualTo(570_000);
    }

    @Test
    @Tag("complaint-6")
    void aRestartOfTheServerGoesOnWithTheSameWordsAndTheSameTimeLeft(@TempDir Path data) {
        JsonNode session;
        try (Database database = Database.open(data);
                RunningServer before = on(database)) {
            session = before.start(2);
            before.clock.forward(Duration.ofSeconds(40));
            before.type(session, 1, "half a sentence \ud83d\udd14");
        }
        try (Database database = Database.open(data);
                RunningServer after = on(database)) {
            after.clock.forward(Duration.ofSeconds(100));
            JsonNode again = after.get(
                            RunningServer.path(session),
                            "Rejoinder-Write-Lock",
                            session.get("writeLock").textValue())
                    .json();
            assertThat(again.get("questions").get(1).get("draft").get("text").textValue())
                    .isEqualTo("half a sentence \ud83d\udd14");
            assertThat(again.get("clock").get("millisLeft").longValue()).isEqualTo(500_000);
            assertThat(again.get("canWrite").booleanValue()).isTrue();
            assertThat(after.type(session, 1, 1, "half a sentence, and the gate")
                            .status())
                    .isEqualTo(200);
            assertThat(after.finish(session).get("score").get("percent").intValue())
                    .isEqualTo(38);
            assertThat(after.get("/api/home")
                            .json()
                            .get("setup")
                            .get("questions")
                            .intValue())
                    .isEqualTo(2);
        }
    }

    private static RunningServer on(Database database) {
        return new RunningServer(new WebRoot.OnClassPath(), RunningServer.Stores.of(database));
    }

    @Test
    void aSaveAtLeavingIsTakenAsABeaconSendsIt() {
        JsonNode session = server.start(1);
        String body = RunningServer.draftBody(
                0, "last words", session.get("writeLock").textValue());
        assertThat(server.post(RunningServer.draft(session, 0), body, "Content-Type", "application/json")
                        .status())
                .isEqualTo(200);
        assertThat(server.get(RunningServer.path(session)).text()).contains("last words");
    }

    @Test
    @Tag("complaint-4")
    void aSaveBasedOnAnOlderDraftIsRefusedWithTheCurrentOneAndKept() {
        JsonNode session = server.start(1);
        server.type(session, 0, "first");
        RunningServer.Answer stale = server.type(session, 0, "second");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().get("type").textValue()).isEqualTo("/problems/stale-draft");
        assertThat(stale.json().get("current").get("text").textValue()).isEqualTo("first");
        assertThat(stale.json().get("current").get("revision").longValue()).isEqualTo(1);
        JsonNode kept = server.get(RunningServer.path(session) + "/kept").json().get("versions");
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).get("text").textValue()).isEqualTo("second");
        assertThat(kept.get(0).get("why").textValue()).contains("another window");
    }

    @Test
    void theWindowThatLostTheWriteLockCanReadButNotWrite() {
        JsonNode session = server.start(1);
        String path = RunningServer.path(session);
        String firstWriteLock = session.get("writeLock").textValue();
        assertThat(server.get(path, "Rejoinder-Write-Lock", firstWriteLock)
                        .json()
                        .get("canWrite")
                        .booleanValue())
                .isTrue();
        assertThat(server.get(path).json().get("canWrite").booleanValue()).isFalse();
        JsonNode taken = server.post(path + "/write-lock", "").json();
        assertThat(taken.get("writeLock").textValue()).isNotEqualTo(firstWriteLock);
        assertThat(server.get(path, "Rejoinder-Write-Lock", firstWriteLock)
                        .json()
                        .get("canWrite")
                        .booleanValue())
                .isFalse();
        RunningServer.Answer refused = server.type(session, 0, "from the first window");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("type").textValue()).isEqualTo("/problems/write-lock-taken");
        assertThat(server.get(path + "/kept").text()).contains("from the first window");
        assertThat(server.type(taken, 0, "from the second").status()).isEqualTo(200);
    }

    @Test
    void aWriteLockIsNeverSentToAWindowThatDidNotGetIt() {
        JsonNode session = server.start(1);
        assertThat(server.get(RunningServer.path(session)).text())
                .doesNotContain(session.get("writeLock").textValue());
    }

    @Test
    @Tag("complaint-8")
    void anAnswerAfterTheDeadlineCountsWhatWasTypedAndKeepsTheLateText() {
        JsonNode session = server.start(1);
        server.type(session, 0, "gate");
        server.clock.forward(Duration.ofSeconds(606));
        RunningServer.Answer late = server.type(session, 0, 1, "gate and bell, too late");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("type").textValue()).isEqualTo("/problems/wrong-state");
        JsonNode ended = server.get(RunningServer.path(session)).json();
        assertThat(ended.get("state").textValue()).isEqualTo("submitted");
        assertThat(ended.get("endedBy").textValue()).isEqualTo("deadline");
        assertThat(ended.get("endedAt").longValue())
                .isEqualTo(TestClock.START.plusSeconds(600).toEpochMilli());
        assertThat(ended.get("questions").get(0).get("answer").get("text").textValue())
                .isEqualTo("gate");
        assertThat(server.get(RunningServer.path(session) + "/kept").text()).contains("too late");
    }

    @Test
    void aSaveWithinTheNetworkAllowanceIsTaken() {
        JsonNode session = server.start(1);
        server.clock.forward(Duration.ofSeconds(604));
        RunningServer.Answer saved = server.type(session, 0, "just in time");
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.json().get("clock").get("millisLeft").longValue()).isZero();
    }

    @Test
    void submittedAnswersAreOwedUntilTheGraderHasComeToThem() {
        JsonNode session = server.start(2);
        String path = RunningServer.path(session);
        server.type(session, 0, "gate and bell");
        server.clock.forward(Duration.ofSeconds(90));
        JsonNode submitted = server.post(path + "/submit", "").json();
        assertThat(submitted.get("state").textValue()).isEqualTo("submitted");
        assertThat(submitted.get("endedBy").textValue()).isEqualTo("candidate");
        assertThat(submitted.get("usedMillis").longValue()).isEqualTo(90_000);
        assertThat(submitted.get("totalMillis").longValue()).isEqualTo(600_000);
        assertThat(submitted.get("score").isNull()).isTrue();
        assertThat(submitted.get("grading").get("state").textValue()).isEqualTo("ready");
        assertThat(submitted.get("questions").get(0).get("outcome").textValue()).isEqualTo("owed");
        assertThat(server.gradingDue).hasValue(1);

        server.useCases.owed().gradeAll();
        JsonNode graded = server.get(path).json();
        assertThat(graded.get("state").textValue()).isEqualTo("graded");
        assertThat(graded.has("grading")).isFalse();
        assertThat(graded.get("score").get("percent").intValue()).isEqualTo(50);
        assertThat(graded.get("score").get("word").textValue()).isEqualTo("partly");
        JsonNode grade = graded.get("questions").get(0).get("grade");
        assertThat(grade.get("percent").intValue()).isEqualTo(100);
        assertThat(sum(grade)).isEqualTo(grade.get("score").doubleValue());
        assertThat(grade.get("explanation").get("value").doubleValue())
                .isEqualTo(grade.get("score").doubleValue());
        JsonNode evidence = grade.get("findings").get(0).get("evidence").get(0);
        assertThat("gate and bell"
                        .substring(
                                evidence.get("start").intValue(),
                                evidence.get("end").intValue()))
                .isEqualTo("gate");
        assertThat(server.post(path + "/submit", "").json().get("state").textValue())
                .isEqualTo("graded");
    }

    private static double sum(JsonNode grade) {
        double sum = 0;
        for (JsonNode finding : grade.get("findings")) {
            sum += finding.get("earned").doubleValue();
        }
        for (JsonNode deduction : grade.get("deductions")) {
            sum += deduction.get("amount").doubleValue();
        }
        return sum;
    }

    @Test
    void aModelThatIsNotThereIsSaidAndLosesNothing() {
        server.grading.set(new GraderState.Loading());
        JsonNode session = server.start(1);
        String path = RunningServer.path(session);
        server.type(session, 0, "gate");
        JsonNode submitted = server.post(path + "/submit", "").json();
        assertThat(submitted.get("grading").get("state").textValue()).isEqualTo("loading");

        server.grading.set(new GraderState.Broken("The model file cannot be read; put it back."));
        server.useCases.owed().gradeAll();
        JsonNode waiting = server.get(path).json();
        assertThat(waiting.get("grading").get("state").textValue()).isEqualTo("broken");
        assertThat(waiting.get("grading").get("reason").textValue()).contains("put it back");
        assertThat(waiting.get("questions").get(0).get("answer").get("text").textValue())
                .isEqualTo("gate");
        assertThat(waiting.get("questions").get(0).get("score").isNull()).isTrue();
        JsonNode health = server.get("/api/health").json();
        assertThat(health.get("status").textValue()).isEqualTo("degraded");
        assertThat(health.get("model").get("reason").textValue()).contains("put it back");
        RunningServer.Answer tried = server.post(path + "/questions/0/try", "{\"text\":\"bell\"}");
        assertThat(tried.status()).isEqualTo(503);
        assertThat(tried.json().get("type").textValue()).isEqualTo("/problems/not-graded-yet");
        assertThat(tried.json().get("detail").textValue()).contains("put it back");

        server.grading.set(new GraderState.Ready(new TestGrader()));
        server.useCases.owed().gradeAll();
        assertThat(server.get(path).json().get("score").get("percent").intValue())
                .isEqualTo(75);
    }

    @Test
    void aPausedClockStandsStillAndTwoPausesAreTheMost() {
        JsonNode session = server.start(1);
        String path = RunningServer.path(session);
        server.clock.forward(Duration.ofSeconds(100));
        JsonNode paused = server.post(
                        path + "/pause",
                        "",
                        "Rejoinder-Write-Lock",
                        session.get("writeLock").textValue())
                .json();
        assertThat(paused.get("clock").get("kind").textValue()).isEqualTo("paused");
        assertThat(paused.get("clock").get("millisLeft").longValue()).isEqualTo(500_000);
        assertThat(paused.get("canWrite").booleanValue()).isTrue();
        server.clock.forward(Duration.ofHours(5));
        assertThat(server.get(path).json().get("pausedMillis").longValue()).isEqualTo(18_000_000);
        JsonNode resumed = server.post(path + "/resume", "").json();
        assertThat(resumed.get("clock").get("millisLeft").longValue()).isEqualTo(500_000);
        assertThat(resumed.get("clock").get("totalMillis").longValue()).isEqualTo(600_000);
        assertThat(resumed.get("pausedMillis").longValue()).isEqualTo(18_000_000);
        server.post(path + "/pause", "");
        server.post(path + "/resume", "");
        RunningServer.Answer third = server.post(path + "/pause", "");
        assertThat(third.status()).isEqualTo(409);
        assertThat(third.json().get("type").textValue()).isEqualTo("/problems/wrong-state");
    }

    @Test
    void theCandidateJudgesWhatHasNoReference() {
        JsonNode session = server.startPicked("interview", "talk/yourself");
        JsonNode ended = server.finish(session);
        assertThat(ended.get("questions").get(0).get("outcome").textValue()).isEqualTo("self-owed");
        assertThat(ended.get("score").isNull()).isTrue();
        JsonNode judged = server.post(RunningServer.path(session) + "/questions/0/judgement", "{\"score\":0.7}")
                .json();
        assertThat(judged.get("questions").get(0).get("outcome").textValue()).isEqualTo("self-marked");
        assertThat(judged.get("questions").get(0).get("score").get("percent").intValue())
                .isEqualTo(70);
        assertThat(server.post(RunningServer.path(session) + "/questions/0/try", "{\"text\":\"x\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aCorrectionCountsAndCanBeTakenBack() {
        JsonNode session = server.start(1);
        server.type(session, 0, "the bell");
        server.finish(session);
        String path = RunningServer.path(session) + "/questions/0/corrections";
        JsonNode corrected = server.post(path, "{\"point\":\"gate\",\"credit\":1,\"quote\":\"the bell\"}")
                .json()
                .get("questions")
                .get(0);
        assertThat(corrected.get("score").get("percent").intValue()).isEqualTo(100);
        assertThat(corrected.get("ownScore").get("percent").intValue()).isEqualTo(25);
        assertThat(corrected.get("corrections").get(0).get("quote").textValue()).isEqualTo("the bell");
        JsonNode back = server.post(path, "{\"point\":\"gate\",\"withdraw\":true}")
                .json()
                .get("questions")
                .get(0);
        assertThat(back.get("score").get("percent").intValue()).isEqualTo(25);
        assertThat(back.get("corrections")).hasSize(2);
        assertThat(back.get("corrections").get(1).get("withdrawn").booleanValue())
                .isTrue();
        assertThat(back.get("corrections").get(1).get("credit").isNull()).isTrue();
    }

    @Test
    void otherWordsAreGradedAndNotKept() {
        JsonNode session = server.start(1);
        server.type(session, 0, "the bell");
        server.finish(session);
        JsonNode grade = server.post(RunningServer.path(session) + "/questions/0/try", "{\"text\":\"gate and bell\"}")
                .json();
        assertThat(grade.get("percent").intValue()).isEqualTo(100);
        assertThat(server.get(RunningServer.path(session))
                        .json()
                        .get("questions")
                        .get(0)
                        .get("answer")
                        .get("text")
                        .textValue())
                .isEqualTo("the bell");
    }

    @Test
    void theStartPageShowsWhatIsUnfinishedWhatWasLastAndWhatIsKnown() {
        JsonNode done = server.start(1);
        server.type(done, 0, "gate");
        server.finish(done);
        server.clock.forward(Duration.ofMinutes(5));
        JsonNode open = server.start("practice", 2, "\"untimed\"");
        JsonNode home = server.get("/api/home").json();
        assertThat(home.get("unfinished")).hasSize(1);
        assertThat(home.get("unfinished").get(0).get("id")).isEqualTo(open.get("id"));
        assertThat(home.get("unfinished").get(0).get("clock").get("kind").textValue())
                .isEqualTo("none");
        assertThat(home.get("last").get("id")).isEqualTo(done.get("id"));
        assertThat(home.get("last").get("score").get("percent").intValue()).isEqualTo(75);
        assertThat(home.get("last").has("clock")).isFalse();
        JsonNode topic = home.get("topics").get(0);
        assertThat(topic.get("answered").intValue()).isEqualTo(1);
        assertThat(topic.get("percent").doubleValue()).isCloseTo(75, within(0.0));
        assertThat(home.get("topics").get(1).get("percent").isNull()).isTrue();
        assertThat(home.get("seen").get("asked").intValue()).isEqualTo(3);
        assertThat(home.get("seen").get("new").intValue()).isEqualTo(5);
        assertThat(home.get("setup").get("mode").textValue()).isEqualTo("practice");
        assertThat(home.get("setup").get("topics").get(0).get("id").textValue()).isEqualTo("topic-0");
    }

    @Test
    void pickedQuestionsDoNotBecomeTheNextSetUp() {
        server.start("practice", 4, "\"suggested\",\"factor\":1.5");
        server.startPicked("interview", "topic-1/question-0");
        JsonNode setup = server.get("/api/home").json().get("setup");
        assertThat(setup.get("questions").intValue()).isEqualTo(4);
        assertThat(setup.get("pace").get("factor").doubleValue()).isEqualTo(1.5);
    }

    @Test
    void theSameSeedDrawsTheSameQuestions() {
        String body =
                "{\"mode\":\"interview\",\"topics\":[],\"questions\":3,\"pace\":{\"kind\":\"untimed\"},\"seed\":42}";
        List<String> first = ids(server.post("/api/sessions", body).json());
        try (RunningServer other = new RunningServer()) {
            assertThat(ids(other.post("/api/sessions", body).json())).isEqualTo(first);
        }
    }

    private static List<String> ids(JsonNode session) {
        List<String> ids = new ArrayList<>();
        session.get("questions").forEach(question -> ids.add(question.get("id").textValue()));
        return ids;
    }

    @Test
    void theHistoryListsTheNewestFirstUntilASessionIsDeleted() {
        JsonNode first = server.start(1);
        server.clock.forward(Duration.ofMinutes(1));
        JsonNode second = server.start(1);
        JsonNode sessions = server.get("/api/sessions").json().get("sessions");
        assertThat(sessions.get(0).get("id")).isEqualTo(second.get("id"));
        assertThat(sessions.get(1).get("id")).isEqualTo(first.get("id"));
        RunningServer.Answer deleted =
                server.send("DELETE", RunningServer.path(second), java.net.http.HttpRequest.BodyPublishers.noBody());
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(server.get(RunningServer.path(second)).status()).isEqualTo(404);
        assertThat(server.get("/api/sessions").json().get("sessions")).hasSize(1);
    }

    @Test
    void everyAttemptAtAQuestionIsListedOldestFirst() {
        for (String text : List.of("nothing", "half-gate")) {
            JsonNode session = server.startPicked("interview", "topic-0/question-2");
            server.type(session, 0, text);
            server.finish(session);
            server.clock.forward(Duration.ofDays(1));
        }
        JsonNode attempts =
                server.get("/api/questions/topic-0/question-2/attempts").json().get("attempts");
        assertThat(attempts).hasSize(2);
        assertThat(attempts.get(0).get("text").textValue()).isEqualTo("nothing");
        assertThat(attempts.get(0).get("percent").intValue()).isZero();
        assertThat(attempts.get(1).get("findings").get(0).get("kind").textValue())
                .isEqualTo("unclear");
        assertThat(attempts.get(1).get("findings").get(0).get("point").textValue())
                .isEqualTo("gate");
    }

    @Test
    void aNoteIsKeptUntilItIsBlank() {
        String path = "/api/questions/topic-1/question-1/note";
        assertThat(server.get(path).json().get("text").textValue()).isEmpty();
        assertThat(server.put(path, "{\"text\":\"Read *this* again\"}").status())
                .isEqualTo(200);
        assertThat(server.get(path).json().get("text").textValue()).isEqualTo("Read *this* again");
        server.put(path, "{\"text\":\"  \"}");
        assertThat(server.get(path).json().get("text").textValue()).isEmpty();
    }

    @Test
    void anAnswerOfTwentyThousandCharactersIsTakenWhole() {
        JsonNode session = server.start(1);
        String text = "gate \ud83d\udd14 ".repeat(2_500);
        assertThat(text).hasSize(20_000);
        assertThat(server.type(session, 0, text).status()).isEqualTo(200);
        JsonNode ended = server.finish(session);
        assertThat(ended.get("questions").get(0).get("answer").get("text").textValue())
                .isEqualTo(text);
    }
}
