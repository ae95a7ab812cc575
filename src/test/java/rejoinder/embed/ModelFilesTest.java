package rejoinder.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    @TempDir
    private Path folder;

    private Path made(String name, Duration ago) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(ago)));
        Files.setLastModifiedTime(file.getParent(), FileTime.from(NOW.minus(ago)));
        return file;
    }

    @Test
    void aNativeLibraryOfTheSameSizeWithOtherBytesIsReplaced() throws IOException {
        assumeTrue(ModelFiles.unpackRuntime(folder), "ONNX Runtime brings no library for this machine");
        Path library = folder.resolve(System.mapLibraryName("onnxruntime4j_jni"));
        byte[] right = Files.readAllBytes(library);
        byte[] wrong = right.clone();
        wrong[wrong.length / 2] ^= 1;
        Files.write(library, wrong);
        ModelFiles.unpackRuntime(folder);
        assertThat(Files.readAllBytes(library)).isEqualTo(right);
    }

    @Test
    void aModelOfTheSameSizeWithOneOtherByteIsReplaced() throws IOException {
        Path model = ModelFiles.unpack(folder).upper();
        long whole = Files.size(model);
        byte right;
        try (RandomAccessFile bytes = new RandomAccessFile(model.toFile(), "rw")) {
            bytes.seek(whole / 2);
            right = bytes.readByte();
            bytes.seek(whole / 2);
            bytes.writeByte(right ^ 1);
        }
        ModelFiles.unpack(folder);
        assertThat(model).hasSize(whole);
        try (RandomAccessFile bytes = new RandomAccessFile(model.toFile(), "r")) {
            bytes.seek(whole / 2);
            assertThat(bytes.readByte()).isEqualTo(right);
        }
    }

    @Test
    void whatKilledStartsLeftIsDeletedAndWhatAStartMayBeAtWorkOnStays() throws IOException {
        Path half = made("model/unpacking1.part", Duration.ofHours(2));
        Path fresh = made("model/unpacking2.part", Duration.ofMinutes(2));
        Path model = made("model/all.onnx", Duration.ofHours(2));
        Path library = made("tmp/onnxruntime-java12/libonnxruntime.so", Duration.ofHours(2));
        Path strange = made("tmp/onnxruntime-java13/diary.txt", Duration.ofHours(2));
        Path running = made("tmp/onnxruntime-java14/libonnxruntime.so", Duration.ofMinutes(2));
        ModelFiles.tidy(folder.resolve("model"), folder.resolve("tmp"), NOW);
        assertThat(half).doesNotExist();
        assertThat(library.getParent()).doesNotExist();
        assertThat(fresh).exists();
        assertThat(model).exists();
        assertThat(strange).exists();
        assertThat(running).exists();
    }
}
