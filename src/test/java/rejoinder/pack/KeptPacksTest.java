package rejoinder.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.SharedBank;
import rejoinder.bank.ItemBank;

class KeptPacksTest {
    private static final LoadedPacks SHIPPED = SharedBank.packs();
    private static final LoadedPacks OTHER =
            new LoadedPacks(new ItemBank(List.of(), List.of()), Map.of(), List.of(), List.of());

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("packs.parsed");
    }

    private LoadedPacks readAgain(String key) {
        return KeptPacks.of(file(), key, () -> OTHER);
    }

    @Test
    void theShippedBankComesBackAsItWasParsed() {
        KeptPacks.of(file(), "one", () -> SHIPPED);
        LoadedPacks kept = readAgain("one");
        assertThat(kept.bank().topics()).isEqualTo(SHIPPED.bank().topics());
        assertThat(kept.bank().questions()).isEqualTo(SHIPPED.bank().questions());
        assertThat(kept.places()).isEqualTo(SHIPPED.places());
        assertThat(kept.statements()).isEqualTo(SHIPPED.statements()).hasSizeGreaterThan(10_000);
    }

    @Test
    void problemsAndOddQuestionsComeBackToo() throws IOException {
        Path packs = Files.createDirectory(folder.resolve("packs"));
        Files.writeString(packs.resolve("a.md"), """
                ---
                topic: knots
                title: Knots and 结
                order: 1
                ---

                ## What is a bowline?

                ```yaml
                id: bowline
                difficulty: middle
                minutes: 3
                ```

                ## What is a sheet bend?

                ```yaml
                id: sheet-bend
                difficulty: senior
                minutes: 1
                self-graded: true
                ```
                """);
        LoadedPacks parsed = PackFolder.read(packs);
        assertThat(parsed.problems()).isNotEmpty();
        KeptPacks.of(file(), "one", () -> parsed);
        LoadedPacks kept = readAgain("one");
        assertThat(kept.problems()).isEqualTo(parsed.problems());
        assertThat(kept.bank().questions()).isEqualTo(parsed.bank().questions());
        assertThat(kept.bank().topics()).isEqualTo(parsed.bank().topics());
    }

    @Test
    void otherPacksOrAnotherProgramAreParsedAnew() {
        KeptPacks.of(file(), "one", () -> SHIPPED);
        assertThat(readAgain("two")).isSameAs(OTHER);
        // and took the place of the first
        assertThat(readAgain("one")).isSameAs(OTHER);
    }

    @Test
    void aFileWithOneOtherByteIsParsedAnew() throws IOException {
        KeptPacks.of(file(), "one", () -> SHIPPED);
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length / 3] ^= 1;
        Files.write(file(), bytes);
        assertThat(readAgain("one")).isSameAs(OTHER);
    }

    @Test
    void aFileThatWasCutOffIsParsedAnew() throws IOException {
        for (int length : new int[] {0, 3, 8, 500}) {
            Files.write(file(), new byte[length]);
            assertThat(readAgain("one")).isSameAs(OTHER);
            Files.delete(file());
        }
    }

    @Test
    void nothingIsWrittenWhereThereIsNoFolder() {
        Path nowhere = folder.resolve("none/packs.parsed");
        assertThat(KeptPacks.of(nowhere, "one", () -> SHIPPED)).isSameAs(SHIPPED);
        assertThat(nowhere.getParent()).doesNotExist();
    }
}
