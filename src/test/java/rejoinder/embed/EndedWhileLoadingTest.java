package rejoinder.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.SharedModel;

@Tag("model")
class EndedWhileLoadingTest {
    @RepeatedTest(3)
    void aProgramThatEndsWhileTheModelLoadsEndsAsItWasTold(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path crash = folder.resolve("crash.log");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:ErrorFile=" + crash,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadingProgram.class.getName(),
                        SharedModel.CACHE.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        assertThat(program.waitFor())
                .as(Files.readString(folder.resolve("output")))
                .isZero();
        assertThat(crash).doesNotExist();
    }
}
