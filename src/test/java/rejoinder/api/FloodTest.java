package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a hostile network sends. {@code mvn test -Dtest=FloodTest -Dconnections=10000} opens as many connections as that; both ends of each are in this process, so
 * allow it 25,000 files first ({@code ulimit -n 25000}).
 */
class FloodTest {
    private static final String NEXT = "GET /api/health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";

    private final RunningServer server = new RunningServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aSaveGoesOnBesideThousandsOfConnectionsThatSayNothingMore() throws IOException {
        JsonNode session = server.start(1);
        InetSocketAddress there = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.server.port());
        byte[] half = "GET /api/home HTTP/1.1\r\nHost: 127.0.0.1\r\n".getBytes(StandardCharsets.US_ASCII);
        List<SocketChannel> open = new ArrayList<>();
        try {
            for (int n = 0; n < Integer.getInteger("connections", 1000); n++) {
                SocketChannel one = SocketChannel.open(there);
                open.add(one);
                one.write(ByteBuffer.wrap(half));
            }
            RunningServer.Answer saved = server.put(
                    RunningServer.draft(session, 0),
                    RunningServer.draftBody(0, "mine", session.get("writeLock").textValue()));
            assertThat(saved.status()).isEqualTo(200);
        } finally {
            for (SocketChannel one : open) {
                one.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Content-Length: 0\r\nContent-Length: 44\r\n\r\n",
                "Content-Length: 0, 44\r\n\r\n",
                "Content-Length: +0\r\n\r\n",
                "Content-Length : 0\r\n\r\n",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "X: y\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n"
            })
    void aRequestThatAProxyMayReadOtherwiseIsRefusedAndNothingBehindItIsAnswered(String rest) {
        String answer = server.raw("POST /api/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\n" + rest + NEXT);
        assertThat(answer).startsWith("HTTP/1.1 4").containsIgnoringCase("Connection: close");
        assertThat(answer.split("HTTP/1\\.1 ", -1)).as(answer).hasSize(2);
    }
}
