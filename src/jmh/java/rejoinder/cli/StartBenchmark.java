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
 * prints and, if {@code mvn -Ppackage package} has made it, beside the app image, by turns in one run. Needs {@code mvn package} before.
 */
public final class StartBenchmark {
    private static final int STARTS = 7;

    private StartBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path data = Files.createTempDirectory("rejoinder-start");
        List<String> jar = List.of(java, "-Xmx256m", "-jar", "target/rejoinder.jar");
        List<String> image = List.of("target/image/bin/rejoinder");
        boolean packaged = Files.isExecutable(Path.of(image.get(0)));
        Waits ofJar = new Waits();
        Waits ofImage = new Waits();
        List<Double> bare = new ArrayList<>();
        measure(jar, data, new Waits()); // unpacks the model and keeps the packs, as the first start does
        for (int i = 0; i < STARTS; i++) {
            long before = System.nanoTime();
            new ProcessBuilder(java, "-version").start().waitFor();
            bare.add((System.nanoTime() - before) / 1e9);
            measure(jar, data, ofJar);
            if (packaged) {
                measure(image, data, ofImage);
            }
        }
        System.out.printf(Locale.ROOT, "java -version            %.2f s (median of %d)%n", median(bare), STARTS);
        print("jar", ofJar, ofJar);
        if (packaged) {
            print("app image", ofImage, ofJar);
        }
    }

    private static void print(String name, Waits waits, Waits than) {
        System.out.printf(
                Locale.ROOT,
                "%-10s first page    %.2f s, %.2f x the jar's%n",
                name,
                median(waits.page),
                median(waits.page) / median(than.page));
        System.out.printf(
                Locale.ROOT,
                "%-10s model ready   %.2f s, %.2f x%n",
                name,
                median(waits.model),
                median(waits.model) / median(than.model));
    }

    /**
     * Seconds from the start on, of several starts.
     *
     * @param page until the first page
     * @param model until the model is loaded
     */
    private record Waits(List<Double> page, List<Double> model) {
        Waits() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private static void measure(List<String> program, Path data, Waits waits) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("serve", "--no-open", "--port", "0", "--data", data.toString()));
        long before = System.nanoTime();
        Process process = new ProcessBuilder(command)
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
            waits.page.add((System.nanoTime() - before) / 1e9);
            String health = "";
            while (!health.contains("\"ready\"")) {
                process.waitFor(20, TimeUnit.MILLISECONDS);
                health = client.send(
                                HttpRequest.newBuilder(URI.create(url + "/api/health"))
                                        .build(),
                                BodyHandlers.ofString())
                        .body();
            }
            waits.model.add((System.nanoTime() - before) / 1e9);
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
