package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rejoinder.grade.GraderState;

/** The practice loop and the pages of the plan over HTTP. */
class PracticeTest {
    private RunningServer server;

    @BeforeEach
    void start() {
        server = new RunningServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode round() {
        return server.startPicked("practice", "topic-0/question-0", "topic-0/question-1", "topic-1/question-0");
    }

    private static String place(JsonNode session, int place) {
        return RunningServer.path(session) + "/questions/" + place;
    }

    private JsonNode practice(JsonNode session, int place) {
        RunningServer.Answer answer = server.get(place(session, place) + "/practice");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode settle(JsonNode session, int place, String text) {
        server.type(session, place, text);
        server.post(place(session, place) + "/settle", "");
        return practice(session, place);
    }

    @Test
    void afterAnAnswerTheNextDateStandsThereWithItsReasonAndTheFourChoices() {
        JsonNode schedule = settle(round(), 0, "gate").get("schedule");

        assertThat(schedule.get("proposed").intValue()).isEqualTo(3);
        assertThat(schedule.get("chosen").isNull()).isTrue();
        assertThat(schedule.get("reason").textValue()).isEqualTo("75 %: ask again later.");
        assertThat(schedule.get("sentence").textValue())
                .isEqualTo("It comes back in 2 days, when you have a 91 % chance of still knowing it.");
        assertThat(schedule.get("choices")).hasSize(4);
        assertThat(schedule.get("choices").get(2).get("due")).isEqualTo(schedule.get("due"));
    }

    @Test
    void theCandidatesRatingMovesTheDateAndTakingItBackMovesItBack() {
        JsonNode session = round();
        JsonNode before = settle(session, 0, "gate").get("schedule");
        RunningServer.Answer rated = server.put(place(session, 0) + "/practice", "{\"rating\":4,\"again\":false}");

        assertThat(rated.status()).isEqualTo(200);
        JsonNode after = rated.json().get("schedule");
        assertThat(after.get("chosen").intValue()).isEqualTo(4);
        assertThat(after.get("reason").textValue()).isEqualTo("You said easy; 75 % alone would mean: ask again later.");
        assertThat(after.get("days").intValue())
                .isGreaterThan(before.get("days").intValue());
        JsonNode due = server.get("/api/plan/calendar").json().get("days").get(0);
        assertThat(due.get("date")).isEqualTo(after.get("due"));

        server.put(place(session, 0) + "/practice", "{\"rating\":null,\"again\":false}");
        assertThat(practice(session, 0).get("schedule")).isEqualTo(before);
    }

    @Test
    void hintsAreOfferedWithTheirPriceAndShowInTheGrade() {
        JsonNode session = round();
        JsonNode offer = practice(session, 0).get("hints").get("next");
        assertThat(offer.get("sentence").textValue()).isEqualTo("A hint with words of a good answer costs 10 of 100.");

        JsonNode hints = server.post(place(session, 0) + "/hints", "").json().get("hints");
        assertThat(hints.get("taken").get(0).get("text").textValue()).startsWith("Think of: ");
        assertThat(hints.get("next").get("kind").textValue()).isEqualTo("point");

        settle(session, 0, "gate bell");
        JsonNode grade = server.get(RunningServer.path(session)).json().at("/questions/0/grade");
        assertThat(grade.at("/deductions/0/name").textValue()).isEqualTo("hint-words");
        assertThat(grade.get("score").doubleValue()).isEqualTo(.9);
        assertThat(server.post(place(session, 0) + "/hints", "").status()).isEqualTo(409);
    }

    @Test
    void aMissedPointIsAskedForInOneLineAndThatLineIsGraded() {
        JsonNode session = round();
        JsonNode drill = settle(session, 0, "bell").get("drills").get(0);
        assertThat(drill.get("point").textValue()).isEqualTo("gate");
        assertThat(drill.get("ask").textValue()).startsWith("In one sentence: ");

        JsonNode grade = server.post(place(session, 0) + "/drills", "{\"point\":\"gate\",\"text\":\"the gate\"}")
                .json();
        assertThat(grade.get("score").doubleValue()).isEqualTo(1);
        assertThat(grade.get("findings")).hasSize(1);
        assertThat(grade.at("/findings/0/evidence/0/start").intValue()).isEqualTo(4);

        server.grading.set(new GraderState.Loading());
        assertThat(server.post(place(session, 0) + "/drills", "{\"point\":\"gate\",\"text\":\"gate\"}")
                        .status())
                .isEqualTo(503);
    }

    @Test
    void theEndOfARoundSaysWhatItChangedPerTopic() {
        JsonNode first =
                server.startPicked("interview", "topic-0/question-2", "topic-0/question-3", "topic-0/question-4");
        for (int place = 0; place < 3; place++) {
            server.type(first, place, "bell");
        }
        server.finish(first);
        server.clock.forward(Duration.ofDays(1));
        JsonNode session = round();
        settle(session, 0, "gate bell");
        settle(session, 1, "gate bell");
        settle(session, 2, "gate bell");
        server.put(place(session, 1) + "/practice", "{\"rating\":2,\"again\":true}");
        server.finish(session);

        JsonNode change = server.get(RunningServer.path(session) + "/change").json();
        JsonNode topic = change.get("topics").get(0);
        assertThat(topic.get("id").textValue()).isEqualTo("topic-0");
        assertThat(topic.get("answers").intValue()).isEqualTo(2);
        JsonNode after = topic.get("after");
        assertThat(after.get("mid").intValue())
                .isGreaterThan(topic.at("/before/mid").intValue());
        assertThat(topic.get("sentence").textValue())
                .isEqualTo("Topic 0 " + topic.at("/before/mid") + " → " + after.get("mid") + " % (" + after.get("low")
                        + "-" + after.get("high") + ").");
        assertThat(topic.get("more").textValue()).matches("\\d+ more answers? will narrow this\\.");
        assertThat(change.at("/topics/1/more").textValue()).isEqualTo("2 more answers give it a number.");
        assertThat(change.get("again")).hasSize(1);
        assertThat(change.at("/again/0").textValue()).isEqualTo("topic-0/question-1");
        assertThat(change.get("next")).hasSize(3);
        assertThat(change.at("/next/0/days").intValue()).isPositive();
    }

    @Test
    void aTopicsPageHasItsHistoryItsPointsNeverHitAndItsUnseenQuestions() {
        JsonNode session = round();
        settle(session, 0, "bell");
        settle(session, 1, "bell");
        server.finish(session);

        JsonNode topic = server.get("/api/topics/topic-0").json();
        assertThat(topic.get("history")).hasSize(1);
        assertThat(topic.at("/history/0/mid").isNull()).isTrue();
        assertThat(topic.get("answers")).hasSize(2);
        assertThat(topic.get("questions")).hasSize(2);
        assertThat(topic.get("unseen")).hasSize(3);
        assertThat(topic.get("neverHit")).hasSize(2);
        assertThat(topic.at("/neverHit/0/point").textValue()).isEqualTo("gate");
        assertThat(topic.get("weakPoints")).hasSize(2);
        assertThat(server.get("/api/topics/nowhere").status()).isEqualTo(404);
    }

    @Test
    void aPointMissedInSeveralQuestionsIsOneWeakPoint() {
        JsonNode session = round();
        settle(session, 0, "bell");
        settle(session, 1, "bell");
        settle(session, 2, "bell");
        server.finish(session);

        JsonNode points = server.get("/api/weak-points").json();
        assertThat(points.get("likeness").textValue()).isEqualTo("words");
        JsonNode gate = points.get("points").get(0);
        assertThat(gate.get("statement").textValue()).isEqualTo("It opens the gate.");
        assertThat(gate.get("places")).hasSize(3);
    }

    @Test
    void aLineIsCountedWithItsPointAndExportedWithTheSession() {
        JsonNode session = round();
        settle(session, 0, "bell");
        server.put(place(session, 0) + "/practice", "{\"rating\":2,\"again\":true}");
        server.post(place(session, 0) + "/drills", "{\"point\":\"gate\",\"text\":\"the gate\"}");
        server.post("/api/questions/topic-0/question-0/drills", "{\"point\":\"gate\",\"text\":\"a bell\"}");
        server.finish(session);

        JsonNode point = server.get("/api/topics/topic-0").json().at("/weakPoints/0");
        assertThat(point.get("said").intValue()).isEqualTo(1);
        assertThat(point.get("lines").intValue()).isEqualTo(2);
        JsonNode export =
                server.get(RunningServer.path(session) + "/export.json").json().at("/questions/0");
        assertThat(export.get("drills")).hasSize(1);
        assertThat(export.at("/drills/0/text").textValue()).isEqualTo("the gate");
        assertThat(export.at("/drills/0/score").doubleValue()).isEqualTo(1);
        assertThat(export.get("rating").intValue()).isEqualTo(2);
        assertThat(export.get("ownRating").intValue()).isEqualTo(2);
        assertThat(export.get("again").booleanValue()).isTrue();
        JsonNode next =
                server.get(RunningServer.path(session) + "/export.json").json().at("/questions/1");
        assertThat(next.get("ownRating").isNull()).isTrue();
        assertThat(next.get("rating").isNull()).isTrue();
        assertThat(next.get("again").booleanValue()).isFalse();
        assertThat(server.get("/api/data").json().get("drills").intValue()).isEqualTo(2);
        assertThat(server.get(RunningServer.path(session) + "/export.md").text())
                .containsOnlyOnce("How well you knew it, by your own rating: hard.")
                .containsOnlyOnce("You wanted to be asked again at once.")
                .containsOnlyOnce("### Follow-up: 100 of 100\n\n")
                .containsOnlyOnce("\n\n> the gate\n\nA good answer: It opens the gate.\n");
    }

    @Test
    void everythingAsOneFileHasTheLinesAndTheRatings() throws IOException {
        JsonNode session = round();
        settle(session, 0, "bell");
        server.post(place(session, 0) + "/drills", "{\"point\":\"gate\",\"text\":\"the gate\"}");
        server.post("/api/questions/topic-0/question-1/drills", "{\"point\":\"bell\",\"text\":\"a bell\"}");
        server.finish(session);
        Map<String, JsonNode> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(server.get("/api/export.zip").body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".json")) {
                    files.put(entry.getName().replaceFirst("/.*", ""), Json.MAPPER.readTree(zip.readAllBytes()));
                }
            }
        }
        assertThat(files).containsKey("drills.json").containsKey("sessions");
        assertThat(files.getOrDefault("drills.json", Json.MAPPER.nullNode()))
                .extracting(line ->
                        line.get("text").textValue() + " " + line.get("session").isNull())
                .containsExactly("the gate false", "a bell true");
        JsonNode question =
                files.getOrDefault("sessions", Json.MAPPER.nullNode()).at("/questions/0");
        assertThat(question.get("rating").intValue()).isEqualTo(1);
        assertThat(question.get("drills")).hasSize(1);
    }

    @Test
    void anInterviewAheadMakesAPlanByDayWithWhatToExpectAndIsKept() {
        settle(round(), 0, "gate");
        String date = server.clock.instant().plus(Duration.ofDays(4)).toString().substring(0, 10);

        RunningServer.Answer set = server.put(
                "/api/plan/interview", "{\"date\":\"" + date + "\",\"topics\":[\"topic-0\"],\"answersADay\":2}");
        assertThat(set.status()).isEqualTo(200);
        JsonNode plan = server.get("/api/plan/interview").json();
        assertThat(plan).isEqualTo(set.json());
        assertThat(plan.at("/interview/date").textValue()).isEqualTo(date);
        assertThat(plan.get("days")).hasSize(4);
        assertThat(plan.at("/days/1/answers").intValue()).isBetween(1, 2);
        assertThat(plan.get("expected")).hasSize(1);
        JsonNode expected = plan.at("/expected/0");
        // one answer is too little to know the topic today, so nothing is foretold of it either
        assertThat(expected.get("mid").isNull()).isTrue();
        assertThat(expected.at("/now/answers").intValue()).isEqualTo(1);
        assertThat(plan.get("minutesADay").intValue()).isPositive();
        assertThat(plan.get("fewerADay").intValue()).isZero();
        assertThat(server.get("/api/plan").json().at("/interview/daysLeft").intValue())
                .isEqualTo(4);

        server.put("/api/plan/interview", "{\"date\":null,\"topics\":[],\"answersADay\":null}");
        assertThat(server.get("/api/plan/interview").json().get("interview").isNull())
                .isTrue();
    }

    @Test
    void aDayThatIsTooFullSaysHowLongItIsAndWhatWouldFitIntoAnHour() {
        String date = server.clock.instant().plus(Duration.ofDays(4)).toString().substring(0, 10);
        JsonNode full = server.put(
                        "/api/plan/interview", "{\"date\":\"" + date + "\",\"topics\":[],\"answersADay\":60}")
                .json();

        assertThat(full.get("minutesADay").intValue()).isGreaterThan(60);
        int fewer = full.get("fewerADay").intValue();
        assertThat(fewer).isBetween(5, 55).matches(it -> it % 5 == 0);
        JsonNode fits = server.put(
                        "/api/plan/interview",
                        "{\"date\":\"" + date + "\",\"topics\":[],\"answersADay\":" + fewer + "}")
                .json();
        assertThat(fits.get("minutesADay").intValue()).isLessThanOrEqualTo(60);
        assertThat(fits.get("fewerADay").intValue()).isZero();
    }

    @Test
    void withAnInterviewAheadTheRoundIsTheDaysAmountAndSaysWhatIsLeft() {
        String date = server.clock.instant().plus(Duration.ofDays(4)).toString().substring(0, 10);
        server.put("/api/plan/interview", "{\"date\":\"" + date + "\",\"topics\":[],\"answersADay\":7}");
        JsonNode plan = server.get("/api/plan").json();
        assertThat(plan.at("/interview/leftToday").intValue()).isEqualTo(7);
        assertThat(plan.at("/interview/mostAtOnce").intValue()).isEqualTo(10);
        JsonNode session = round();
        settle(session, 0, "gate");
        settle(session, 1, "gate");

        plan = server.get("/api/plan").json();
        assertThat(plan.at("/interview/leftToday").intValue()).isEqualTo(5);
        assertThat(plan.at("/interview/answersADay").intValue()).isEqualTo(7);
        assertThat(plan.get("items")).isNotEmpty();
    }

    @Test
    void theStartPageSaysHowManyQuestionsOfATopicWereNeverAnswered() {
        JsonNode session = round();
        settle(session, 0, "gate");
        settle(session, 1, "");
        server.finish(session);

        JsonNode topics = server.get("/api/home").json().get("topics");
        assertThat(topics.at("/0/questions").intValue()).isEqualTo(5);
        assertThat(topics.at("/0/unseen").intValue()).isEqualTo(3);
        // the third question was left out
        assertThat(topics.at("/1/unseen").intValue()).isEqualTo(2);
        assertThat(topics.at("/2/unseen").intValue()).isEqualTo(1);
    }

    @Test
    void theLongestTimeUntilAQuestionComesAgainCanBeSetAndTakenAway() {
        JsonNode session = round();
        settle(session, 0, "gate bell");
        int days = practice(session, 0).at("/schedule/days").intValue();
        assertThat(days).isGreaterThan(2);

        assertThat(server.put("/api/plan/memory", "{\"mostDays\":2}")
                        .json()
                        .get("mostDays")
                        .intValue())
                .isEqualTo(2);
        assertThat(practice(session, 0).at("/schedule/days").intValue()).isEqualTo(2);
        assertThat(server.get("/api/plan").json().at("/memory/mostDays").intValue())
                .isEqualTo(2);
        assertThat(server.put("/api/plan/memory", "{\"mostDays\":36501}").status())
                .isEqualTo(400);
        server.put("/api/plan/memory", "{\"mostDays\":null}");
        assertThat(practice(session, 0).at("/schedule/days").intValue()).isEqualTo(days);
    }

    @Test
    void anInterviewThatIsOverIsForgottenAndOneInThePastIsRefused() {
        String tomorrow =
                server.clock.instant().plus(Duration.ofDays(1)).toString().substring(0, 10);
        String yesterday =
                server.clock.instant().minus(Duration.ofDays(1)).toString().substring(0, 10);
        String rest = "\",\"topics\":[],\"answersADay\":null}";

        assertThat(server.put("/api/plan/interview", "{\"date\":\"" + yesterday + rest)
                        .status())
                .isEqualTo(400);
        assertThat(server.put("/api/plan/interview", "{\"date\":\"" + tomorrow + rest)
                        .status())
                .isEqualTo(200);
        server.clock.forward(Duration.ofDays(3));
        assertThat(server.get("/api/plan").json().get("interview").isNull()).isTrue();
        assertThat(server.get("/api/plan/interview").json().get("days")).isEmpty();
    }

    @Test
    void thePlanSaysWhoseMemoryItFollows() {
        JsonNode memory = server.get("/api/plan").json().get("memory");

        assertThat(memory.get("kind").textValue()).isEqualTo("published");
        assertThat(memory.get("sentence").textValue())
                .contains("After 200 repeated answers they follow how you do; so far there are 0.");
    }

    @Test
    void aRoundOfOneTopicAsksNothingElse() {
        JsonNode items = server.get("/api/plan?topic=topic-1").json().get("items");

        assertThat(items)
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.at("/topic/id").textValue()).isEqualTo("topic-1"));
        assertThat(server.get("/api/plan?topic=nowhere").status()).isEqualTo(404);
    }
}
