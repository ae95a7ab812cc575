package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import rejoinder.bank.Question;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.grade.GraderStamp;
import rejoinder.grade.GraderState;
import rejoinder.plan.CandidateId;
import rejoinder.session.TestClock;
import rejoinder.session.TestGrader;

class GradingQueueTest {
    private static final CandidateId ADA = new CandidateId("ada");
    private static final CandidateId BOB = new CandidateId("bob");

    /** Grades only once it is let. */
    private static final class WaitingGrader implements Grader {
        private final CountDownLatch let = new CountDownLatch(1);

        @Override
        public Grade grade(Question question, String answer) {
            await(let);
            return new TestGrader().grade(question, answer);
        }

        @Override
        public GraderStamp stamp() {
            return TestGrader.STAMP;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aSaveGoesThroughWhileMoreTriesWaitThanThereAreThreads() {
        ExecutorService callers = Executors.newCachedThreadPool();
        try (RunningServer server = new RunningServer()) {
            JsonNode ended = server.start(1);
            server.finish(ended);
            JsonNode open = server.start(1);
            WaitingGrader grader = new WaitingGrader();
            server.grading.set(new GraderState.Ready(grader));
            List<CompletableFuture<RunningServer.Answer>> tries = new ArrayList<>();
            for (int i = 0; i < 56; i++) {
                tries.add(CompletableFuture.supplyAsync(
                        () -> server.post(RunningServer.path(ended) + "/questions/0/try", "{\"text\":\"gate\"}"),
                        callers));
            }
            // some are refused at once: more than the queue holds were asked for
            CompletableFuture.anyOf(tries.toArray(CompletableFuture[]::new)).join();
            assertThat(server.type(open, 0, "typed meanwhile").status()).isEqualTo(200);
            grader.let.countDown();
            List<RunningServer.Answer> answers =
                    tries.stream().map(CompletableFuture::join).toList();
            assertThat(answers).extracting(RunningServer.Answer::status).containsOnly(200, 429);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 200)
                    .hasSizeGreaterThanOrEqualTo(GradingQueue.MOST_OF_ONE);
            assertThat(answers).filteredOn(answer -> answer.status() == 429).allSatisfy(answer -> {
                assertThat(answer.header("Retry-After")).matches("[1-9][0-9]?");
                assertThat(answer.json().get("type").textValue()).isEqualTo("/problems/busy");
                assertThat(answer.json().get("detail").textValue())
                        .startsWith("Many answers are being graded; what you wrote is kept. Try again in ");
            });
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void candidatesTakeTurns() {
        try (GradingQueue queue = new GradingQueue(1, new TestClock())) {
            CountDownLatch let = new CountDownLatch(1);
            CountDownLatch busy = new CountDownLatch(1);
            List<String> order = Collections.synchronizedList(new ArrayList<>());
            List<CompletableFuture<Void>> all = new ArrayList<>();
            all.add(queue.add(ADA, () -> {
                busy.countDown();
                await(let);
            }));
            await(busy);
            for (int i = 0; i < 3; i++) {
                int number = i;
                all.add(queue.add(ADA, () -> order.add("ada " + number)));
            }
            all.add(queue.add(BOB, () -> order.add("bob")));
            let.countDown();
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
            assertThat(order).containsExactly("ada 0", "bob", "ada 1", "ada 2");
        }
    }

    @Test
    void whoHasTooMuchWaitingIsToldWhenToComeAgainAndNobodyElseIs() {
        try (GradingQueue queue = new GradingQueue(1, new TestClock())) {
            CountDownLatch let = new CountDownLatch(1);
            CountDownLatch busy = new CountDownLatch(1);
            List<CompletableFuture<Void>> taken = new ArrayList<>();
            taken.add(queue.add(ADA, () -> {
                busy.countDown();
                await(let);
            }));
            await(busy);
            for (int i = 0; i < GradingQueue.MOST_OF_ONE; i++) {
                taken.add(queue.add(ADA, () -> {}));
            }
            assertThatThrownBy(() -> queue.add(ADA, () -> {})).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.problem().status()).isEqualTo(429);
                assertThat(refusal.problem().extras()).containsEntry(Problem.RETRY_AFTER, 3L);
            });
            taken.add(queue.add(BOB, () -> {}));
            let.countDown();
            CompletableFuture.allOf(taken.toArray(CompletableFuture[]::new)).join();
        }
    }

    @Test
    void workThatFailsFailsForItsCallerAlone() {
        try (GradingQueue queue = new GradingQueue(1, new TestClock())) {
            CompletableFuture<Void> failed = queue.add(ADA, () -> {
                throw new IOException("gone");
            });
            assertThatThrownBy(failed::join).hasCauseInstanceOf(IOException.class);
            queue.add(ADA, () -> {}).join();
        }
    }

    @Test
    void bodiesThatDoNotArriveKeepNobodyWaiting() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try (RunningServer server = new RunningServer()) {
            JsonNode open = server.start(1);
            String head = "PUT " + RunningServer.draft(open, 0) + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
            for (int i = 0; i < 60; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.server.port());
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                slow.add(socket);
            }
            for (long revision = 0; revision < 5; revision++) {
                assertThat(server.type(open, 0, revision, "typed meanwhile " + revision)
                                .status())
                        .isEqualTo(200);
            }
            // no thread had to give one of them up first
            for (Socket socket : slow) {
                assertThat(socket.getInputStream().available()).isZero();
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void aBodyThatTakesTooLongIsCutOff() throws IOException {
        try (RunningServer server = new RunningServer()) {
            JsonNode open = server.start(1);
            String answer = server.raw("PUT " + RunningServer.draft(open, 0) + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Connection: close\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
            assertThat(answer)
                    .startsWith("HTTP/1.1 408")
                    .contains("/problems/too-slow", "check the connection and send it again");
        }
    }
}
