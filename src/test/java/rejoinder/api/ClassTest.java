package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.account.Role;

/** A class over HTTP: its reviewer, a candidate in it, and an assignment between them. */
class ClassTest {
    private final SharedServer shared;
    private SignedIn rita;
    private SignedIn ben;
    private String classroom = "";

    ClassTest(@TempDir Path folder) {
        shared = new SharedServer(folder);
    }

    @BeforeEach
    void benIsInTheClassOfRita() {
        shared.join("Ada", Role.ADMIN);
        rita = shared.join("Rita", Role.REVIEWER);
        classroom = "/api/classes/"
                + rita.post("/api/classes", "{\"name\":\"Bootcamp\"}")
                        .json()
                        .get("id")
                        .textValue();
        ben = SignedIn.of(shared.server, shared.accept(invited("Ben"), SharedServer.PASSWORD));
    }

    @AfterEach
    void close() {
        shared.close();
    }

    private String invited(String name) {
        return rita.post(classroom + "/invitations", "{\"names\":[\"" + name + "\"]}")
                .json()
                .at("/invited/0/invitation")
                .textValue();
    }

    private String assigned() {
        long now = shared.clock.millis();
        RunningServer.Answer made = rita.post(
                classroom + "/assignments",
                "{\"title\":\"Week 1\",\"mode\":\"interview\",\"topics\":[],\"picked\":[\"topic-0/question-0\"],\"questions\":1,\"pace\":{\"kind\":\"untimed\"},\"from\":"
                        + now + ",\"until\":" + (now + 1_000_000) + "}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().at("/assignments/0/id").textValue();
    }

    private String held(String assignment) {
        JsonNode open =
                ben.post("/api/assignments/" + assignment + "/start", "").json();
        String id = open.get("id").textValue();
        ben.put(
                "/api/sessions/" + id + "/drafts/0",
                RunningServer.draftBody(
                        0, "It opens the gate.", open.get("writeLock").textValue()));
        ben.post("/api/sessions/" + id + "/submit", "");
        shared.server.useCases.owed().gradeAll();
        return id;
    }

    private String answers(String assignment) {
        String person = rita.get(classroom).json().at("/members/0/id").textValue();
        return classroom + "/assignments/" + assignment + "/answers/" + person;
    }

    @Test
    void anInvitationSaysIntoWhichClassAndIsUsedOnce() {
        String secret = invited("Cleo");
        JsonNode invitation = shared.server
                .post("/api/invitation", "{\"invitation\":\"" + secret + "\"}")
                .json();
        assertThat(invitation.get("classroom").textValue()).isEqualTo("Bootcamp");
        assertThat(shared.accept(secret, SharedServer.PASSWORD).status()).isEqualTo(200);
        RunningServer.Answer again = shared.accept(secret, SharedServer.PASSWORD);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.text()).contains("/problems/no-such-invitation");
        assertThat(ben.post("/api/invitation/join", "{\"invitation\":\"" + secret + "\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoeverHasAnAccountIsToldToSignInFirst() {
        RunningServer.Answer answer = shared.accept(invited("Ada"), "a password of Rita's");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("detail").textValue())
                .isEqualTo("Ada has an account here already; sign in with it, then open the link again.");
    }

    @Test
    void aCandidateSeesWhatIsAssignedAndHowFarItIs() {
        String assignment = assigned();
        JsonNode own = ben.get("/api/my-classes").json();
        assertThat(own.at("/classes/0/name").textValue()).isEqualTo("Bootcamp");
        assertThat(own.at("/classes/0/reviewer").textValue()).isEqualTo("Rita");
        assertThat(own.at("/assignments/0/assignment/title").textValue()).isEqualTo("Week 1");
        assertThat(own.at("/assignments/0/state").textValue()).isEqualTo("none");
        String id = held(assignment);
        own = ben.get("/api/my-classes").json();
        assertThat(own.at("/assignments/0/state").textValue()).isEqualTo("graded");
        assertThat(own.at("/assignments/0/session").textValue()).isEqualTo(id);
        JsonNode seats =
                rita.get(classroom + "/assignments/" + assignment).json().get("seats");
        assertThat(seats).hasSize(1);
        assertThat(seats.at("/0/percent").intValue()).isEqualTo(75);
    }

    @Test
    void aClassAndWhoHasDoneAnAssignmentAreListedInPartWithTheirTotals() {
        String assignment = assigned();
        held(assignment);
        shared.accept(invited("Abe"), SharedServer.PASSWORD);
        invited("Dora");
        invited("Emil");
        JsonNode one = rita.get(classroom + "?count=1").json();
        assertThat(one.get("found").intValue()).isEqualTo(2);
        assertThat(one.get("members")).hasSize(1);
        assertThat(one.get("invited").intValue()).isEqualTo(2);
        assertThat(one.get("invitations")).hasSize(1);
        assertThat(one.get("assigned").intValue()).isEqualTo(1);
        assertThat(rita.get(classroom + "?words=BE").json().get("found").intValue())
                .isEqualTo(2);
        JsonNode part =
                rita.get(classroom + "/assignments/" + assignment + "?count=1").json();
        assertThat(part.at("/seats/0/name").textValue()).isEqualTo("Abe");
        assertThat(part.get("seats")).hasSize(1);
        assertThat(part.get("found").intValue()).isEqualTo(2);
        assertThat(part.get("handedIn").intValue())
                .as("Ben's, who is not listed")
                .isEqualTo(1);
        assertThat(part.get("scored").intValue()).isEqualTo(1);
        assertThat(part.at("/questions/0/answers").intValue()).isEqualTo(1);
        JsonNode found = rita.get(classroom + "/assignments/" + assignment + "?words=ben")
                .json();
        assertThat(found.get("found").intValue()).isEqualTo(1);
        assertThat(found.get("members").intValue()).isEqualTo(2);
        assertThat(found.at("/seats/0/percent").intValue()).isEqualTo(75);
        String sessions = "/api/sessions?count=0&mode=interview&part=scored&words=gate";
        assertThat(ben.get(sessions).json().get("found").intValue()).isEqualTo(1);
        assertThat(ben.get(sessions).json().get("sessions")).isEmpty();
        assertThat(ben.get("/api/sessions?words=gate")
                        .json()
                        .at("/sessions/0/hits/0/hit")
                        .textValue())
                .isEqualTo("gate");
        assertThat(ben.get("/api/sessions?mode=chess").status()).isEqualTo(400);
        assertThat(ben.get("/api/sessions?since=today").status()).isEqualTo(400);
    }

    @Test
    void aReviewerSeesPerQuestionWhatTheClassMissesAndABlankIsNoAnswer() {
        SignedIn bens = ben;
        ben = SignedIn.of(shared.server, shared.accept(invited("Cleo"), SharedServer.PASSWORD));
        String assignment = assigned();
        held(assignment);
        ben = bens;
        held(assignment);
        ben = SignedIn.of(shared.server, shared.accept(invited("Dora"), SharedServer.PASSWORD));
        String empty = ben.post("/api/assignments/" + assignment + "/start", "")
                .json()
                .get("id")
                .textValue();
        String address = classroom + "/assignments/" + assignment;
        JsonNode question = rita.get(address).json().at("/questions/0");
        assertThat(question.get("answers").intValue())
                .as("who has not handed in does not count")
                .isEqualTo(2);
        assertThat(question.get("average").intValue()).isEqualTo(75);
        assertThat(question.get("missed")).hasSize(1);
        assertThat(question.at("/missed/0/statement").textValue()).isEqualTo("It rings the bell.");
        assertThat(question.at("/missed/0/times").intValue()).isEqualTo(2);
        assertThat(question.at("/missed/0/of").intValue()).isEqualTo(2);

        ben.post("/api/sessions/" + empty + "/submit", "");
        shared.server.useCases.owed().gradeAll();
        rita.post(answers(assignment) + "/0/corrections", "{\"point\":\"bell\",\"credit\":1}");
        question = rita.get(address).json().at("/questions/0");
        assertThat(question.at("/missed/0/statement").textValue()).isEqualTo("It rings the bell.");
        assertThat(question.at("/missed/0/times").intValue())
                .as("a correction counts, and a blank does not")
                .isEqualTo(1);
        assertThat(question.at("/missed/0/of").intValue()).isEqualTo(2);
        assertThat(question.get("missed")).hasSize(1);
        assertThat(question.get("answers").intValue()).isEqualTo(2);
        assertThat(question.get("blank").intValue()).isEqualTo(1);
        assertThat(question.get("average").intValue())
                .as("of 75 and 100, the blank left out")
                .isEqualTo(88);
    }

    @Test
    void aReviewerReadsTheAnswersBlindToTheScoreOrWithIt() {
        String assignment = assigned();
        String id = held(assignment);
        RunningServer.Answer blind = rita.get(answers(assignment) + "?blind=true");
        assertThat(blind.json().at("/answers/0/text").textValue()).isEqualTo("It opens the gate.");
        assertThat(blind.json().at("/answers/0/references")).hasSize(2);
        assertThat(blind.text()).doesNotContain("percent", "marking", "credit", "75");
        JsonNode marked = rita.get(answers(assignment)).json();
        assertThat(marked.at("/marked/questions/0/score/percent").intValue()).isEqualTo(75);
        assertThat(marked.at("/marked/id").textValue()).isEmpty();
        assertThat(rita.get("/api/sessions/" + id).status())
                .as("by its own address it stays the candidate's")
                .isEqualTo(404);
    }

    @Test
    void aCorrectionAndACommentReachTheCandidateWithTheNameOfTheReviewer() {
        String assignment = assigned();
        String id = held(assignment);
        RunningServer.Answer corrected =
                rita.post(answers(assignment) + "/0/corrections", "{\"point\":\"bell\",\"credit\":1}");
        assertThat(corrected.json().at("/marked/questions/0/score/percent").intValue())
                .isEqualTo(100);
        rita.put(answers(assignment) + "/0/comment", "{\"text\":\"Well said.\"}");
        JsonNode question = ben.get("/api/sessions/" + id).json().at("/questions/0");
        assertThat(question.at("/corrections/0/reviewer").textValue()).isEqualTo("Rita");
        assertThat(question.at("/ownScore/percent").intValue()).isEqualTo(75);
        assertThat(question.at("/score/percent").intValue()).isEqualTo(100);
        JsonNode comment = ben.get("/api/sessions/" + id + "/comments").json().at("/comments/0");
        assertThat(comment.get("reviewer").textValue()).isEqualTo("Rita");
        assertThat(comment.get("text").textValue()).isEqualTo("Well said.");
        assertThat(ben.get("/api/sessions/" + id + "/export.json").text()).contains("\"reviewer\" : \"a reviewer\"");
        RunningServer.Answer own =
                ben.post("/api/sessions/" + id + "/questions/0/corrections", "{\"point\":\"bell\",\"withdraw\":true}");
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.text()).contains("Your reviewer has decided this");
    }

    @Test
    void aReviewerWhoIsRemovedIsOutAtOnce() {
        String assignment = assigned();
        held(assignment);
        String answers = answers(assignment);
        assertThat(rita.get(answers).status()).isEqualTo(200);
        shared.accounts.people().stream()
                .filter(person -> person.name().equals("Rita"))
                .forEach(person -> shared.accounts.remove(person.id()));
        assertThat(rita.post(answers + "/0/corrections", "{\"point\":\"bell\",\"credit\":1}")
                        .status())
                .isEqualTo(401);
        assertThat(ben.get("/api/my-classes").json().at("/classes/0/reviewer").textValue())
                .isEqualTo("a former reviewer");
    }

    @Test
    void aReviewerWhoBecomesACandidateLosesTheClass() {
        shared.accounts.people().stream()
                .filter(person -> person.name().equals("Rita"))
                .forEach(person -> shared.accounts.role(person.id(), Role.CANDIDATE));
        SignedIn again = SignedIn.of(shared.server, shared.signIn("Rita", SharedServer.PASSWORD));
        assertThat(again.get(classroom).status()).isEqualTo(403);
    }

    @Test
    void whatIsTooLongOrOfAnotherShapeIsRefused() {
        String names = classroom + "/invitations";
        assertThat(rita.post("/api/classes", "{\"name\":\"" + "n".repeat(101) + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(rita.post(names, "{\"names\":[" + "\"n\",".repeat(100) + "\"n\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(rita.post(names, "{\"names\":\"Ben\"}").status()).isEqualTo(400);
        assertThat(rita.get("/api/classes/" + "c".repeat(65)).status()).isEqualTo(404);
        assertThat(rita.get("/api/classes/made-up").status()).isEqualTo(404);
        String assignment = assigned();
        held(assignment);
        assertThat(rita.put(answers(assignment) + "/0/comment", "{\"text\":\"" + "l".repeat(5001) + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(rita.put(answers(assignment) + "/7/comment", "{\"text\":\"Where?\"}")
                        .status())
                .isEqualTo(404);
        assertThat(rita.post(
                                answers(assignment) + "/0/corrections",
                                "{\"point\":\"bell\",\"credit\":1,\"accept\":true}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aServerOfOnesOwnHasNoClasses() {
        try (RunningServer alone = new RunningServer()) {
            for (String path : new String[] {"/api/classes", "/api/my-classes", "/api/classes/none"}) {
                assertThat(alone.get(path).status()).as(path).isEqualTo(404);
            }
        }
    }
}
