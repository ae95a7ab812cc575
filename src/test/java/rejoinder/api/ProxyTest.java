package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind nginx, which ends TLS with the configuration that the README gives. */
class ProxyTest {
    private static final String BODY =
            "{\"mode\":\"interview\",\"topics\":[],\"questions\":1,\"pace\":{\"kind\":\"untimed\"}}";

    @TempDir
    private Path folder;

    @Test
    void anInterviewBehindNginxGoesOverTls() throws Exception {
        try (RunningServer server = new RunningServer(Set.of("localhost.example"), Set.of("127.0.0.1"))) {
            int port = freePort();
            Process nginx = nginx(port, server.server.port());
            try {
                HttpClient client =
                        HttpClient.newBuilder().sslContext(trusting()).build();
                URI sessions = URI.create("https://127.0.0.1:" + port + "/api/sessions");
                HttpResponse<String> started = client.send(
                        HttpRequest.newBuilder(sessions)
                                .header("Origin", "https://127.0.0.1:" + port)
                                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(started.statusCode()).as(started.body()).isEqualTo(201);
                HttpResponse<String> foreign = client.send(
                        HttpRequest.newBuilder(sessions)
                                .header("Origin", "https://evil.example")
                                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(foreign.statusCode()).isEqualTo(403);
            } finally {
                nginx.destroy();
                assertThat(nginx.waitFor(20, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void onlyATrustedProxyIsTakenAtItsWord() {
        String[] asked = {"X-Forwarded-Host: localhost.example"};
        try (RunningServer trusting = new RunningServer(Set.of("localhost.example"), Set.of("127.0.0.1"));
                RunningServer alone = new RunningServer(Set.of("localhost.example"), Set.of("192.0.2.1"))) {
            assertThat(trusting.raw("GET", "/api/home", "inner.example", asked)).startsWith("HTTP/1.1 200");
            assertThat(alone.raw("GET", "/api/home", "inner.example", asked)).startsWith("HTTP/1.1 421");
            assertThat(alone.raw("GET", "/api/home", "localhost.example", "X-Forwarded-Host: evil.example"))
                    .startsWith("HTTP/1.1 200");
            // what the client itself claimed comes before the proxy's own word
            assertThat(trusting.raw(
                            "GET", "/api/home", "inner.example", "X-Forwarded-Host: localhost.example, evil.example"))
                    .startsWith("HTTP/1.1 421");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process nginx(int port, int behind) throws Exception {
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=127.0.0.1",
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-keyout",
                folder + "/key.pem",
                "-out",
                folder + "/cert.pem");
        Path config = folder.resolve("nginx.conf");
        Files.writeString(config, """
                daemon off;
                worker_processes 1;
                pid FOLDER/nginx.pid;
                error_log FOLDER/error.log;
                events {}
                http {
                  access_log off;
                  client_body_temp_path FOLDER/body;
                  proxy_temp_path FOLDER/proxy;
                  fastcgi_temp_path FOLDER/fastcgi;
                  uwsgi_temp_path FOLDER/uwsgi;
                  scgi_temp_path FOLDER/scgi;
                  server {
                    listen 127.0.0.1:PORT ssl;
                    ssl_certificate FOLDER/cert.pem;
                    ssl_certificate_key FOLDER/key.pem;
                    location / {
                      proxy_pass http://127.0.0.1:BEHIND;
                      proxy_set_header X-Forwarded-Host $http_host;
                      proxy_set_header X-Forwarded-Proto $scheme;
                      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                    }
                  }
                }
                """.replace("FOLDER", folder.toString())
                .replace("PORT", Integer.toString(port))
                .replace("BEHIND", Integer.toString(behind)));
        Process nginx = new ProcessBuilder(
                        "nginx", "-p", folder.toString(), "-c", config.toString(), "-e", folder + "/first.log")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
        while (!listens(port)) {
            assertThat(nginx.isAlive())
                    .as(Files.readString(folder.resolve("out.log")))
                    .isTrue();
            Thread.onSpinWait();
        }
        return nginx;
    }

    private static boolean listens(int port) {
        try {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("run.log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("run.log")))
                .isZero();
    }

    private static SSLContext trusting() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustsEverybody()}, null);
        return context;
    }

    /** The certificate was made a moment ago by the test itself. */
    private static final class TrustsEverybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
