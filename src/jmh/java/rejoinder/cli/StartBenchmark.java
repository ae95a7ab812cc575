package rejoinder.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How long a candidate waits: from {@code java -jar target/rejoinder.jar serve} to the first page and to the loaded model, beside a Java program that only
 * prints, in one run. Needs {@code mvn package} before.
 */
public final class StartBenchmark {
    private static final int STARTS = 7;

    private StartBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path data = Files.createTempDirectory("rejoinder-start");
        List<Double> bare = new ArrayList<>();
        List<Double> page = new ArrayList<>();
        List<Double> model = new ArrayList<>();
        measure(java, data, new ArrayList<>(), new ArrayList<>()); // unpacks the model, as the first start does
        for (int i = 0; i < STARTS; i++) {
            long before = System.nanoTime();
            new ProcessBuilder(java, "-version").start().waitFor();
            bare.add((System.nanoTime() - before) / 1e9);
            measure(java, data, page, model);
        }
        System.out.printf(Locale.ROOT, "java -version   %.2f s (median of %d)%n", median(bare), STARTS);
        System.out.printf(Locale.ROOT, "first page      %.2f s, %.1f x%n", median(page), median(page) / median(bare));
        System.out.printf(Locale.ROOT, "model ready     %.2f s, %.1f x%n", median(model), median(model) / median(bare));
    }

    private static void measure(String java, Path data, List<Double> page, List<Double> model)
            throws IOException, InterruptedException {
        long before = System.nanoTime();
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-jar",
                        "target/rejoinder.jar",
                        "serve",
                        "--no-open",
                        "--port",
                        "0",
                        "--data",
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            if (line == null) {
                throw new IOException("The server did not start; build it with mvn package first.");
            }
            String url = line.substring(line.indexOf("http"));
            HttpClient client = HttpClient.newHttpClient();
            client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
            page.add((System.nanoTime() - before) / 1e9);
            String health = "";
            while (!health.contains("\"ready\"")) {
                process.waitFor(20, TimeUnit.MILLISECONDS);
                health = client.send(
                                HttpRequest.newBuilder(URI.create(url + "/api/health"))
                                        .build(),
                                BodyHandlers.ofString())
                        .body();
            }
            model.add((System.nanoTime() - before) / 1e9);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
