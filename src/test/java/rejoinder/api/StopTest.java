package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.LifeCycle;
import org.junit.jupiter.api.Test;
import rejoinder.bank.Question;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.grade.GraderStamp;
import rejoinder.grade.GraderState;
import rejoinder.session.TestGrader;

class StopTest {
    /** Grades only once it is let. */
    private static final class WaitingGrader implements Grader {
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch let = new CountDownLatch(1);

        @Override
        public Grade grade(Question question, String answer) {
            asked.countDown();
            try {
                assertThat(let.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException("A stop must not cut a request off.", e);
            }
            return new TestGrader().grade(question, answer);
        }

        @Override
        public GraderStamp stamp() {
            return TestGrader.STAMP;
        }
    }

    @Test
    void aRequestThatIsUnderWayIsAnsweredBeforeTheServerStops() throws Exception {
        RunningServer server = new RunningServer();
        JsonNode session = server.start(1);
        server.finish(session);
        WaitingGrader grader = new WaitingGrader();
        server.grading.set(new GraderState.Ready(grader));
        CompletableFuture<RunningServer.Answer> answer = CompletableFuture.supplyAsync(
                () -> server.post(RunningServer.path(session) + "/questions/0/try", "{\"text\":\"gate\"}"));
        assertThat(grader.asked.await(20, TimeUnit.SECONDS)).isTrue();
        CountDownLatch stopping = new CountDownLatch(1);
        server.server.jetty().addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStopping(LifeCycle event) {
                stopping.countDown();
            }
        });
        int port = server.server.port();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
        assertThat(stopping.await(20, TimeUnit.SECONDS)).isTrue();
        // from here on a new caller is turned away, which shows that the stop is under way
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        new Socket(InetAddress.getLoopbackAddress(), port).close();
                    }
                })
                .isInstanceOf(IOException.class);
        grader.let.countDown();
        assertThat(answer.get(20, TimeUnit.SECONDS).json().get("percent").intValue())
                .isEqualTo(75);
        stopped.get(20, TimeUnit.SECONDS);
    }

    @Test
    void aRequestThatNeverEndsHoldsUpAStopForLessThanFiveSeconds() throws Exception {
        RunningServer server = new RunningServer();
        JsonNode session = server.start(1);
        server.finish(session);
        WaitingGrader grader = new WaitingGrader();
        server.grading.set(new GraderState.Ready(grader));
        CompletableFuture<RunningServer.Answer> answer = CompletableFuture.supplyAsync(
                () -> server.post(RunningServer.path(session) + "/questions/0/try", "{\"text\":\"gate\"}"));
        assertThat(grader.asked.await(20, TimeUnit.SECONDS)).isTrue();
        long from = System.nanoTime();
        server.close();
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from)).isLessThan(5_000);
        grader.let.countDown();
        assertThat(answer.handle((late, failure) -> failure != null || late.status() >= 500))
                .succeedsWithin(20, TimeUnit.SECONDS)
                .isEqualTo(true);
    }

    @Test
    void aBusyPortIsSaidWithWhatToDo() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RunningServer any = new RunningServer()) {
            ServerSettings taken = any.settings(new WebRoot.OnClassPath(), other.getLocalPort());
            assertThatThrownBy(() -> new Server(taken).start())
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("Port " + other.getLocalPort())
                    .hasMessageContaining("choose another port");
        }
    }

    @Test
    void portZeroPicksAFreeOne() {
        try (RunningServer one = new RunningServer();
                RunningServer two = new RunningServer()) {
            assertThat(one.server.port()).isPositive().isNotEqualTo(two.server.port());
        }
    }
}
