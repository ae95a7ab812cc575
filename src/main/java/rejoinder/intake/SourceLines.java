package rejoinder.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rejoinder.pack.ImportedDocument;

/**
 * The lines of the files that an import reads.
 *
 * @param sources the files
 */
record SourceLines(List<Preview.Source> sources) {
    private static final int MOST_LINES = 300;
    private static final int LONGEST_LINE = 2_000;

    /** What is read through another form, so that its lines are not those of the file. */
    private static final List<String> CONVERTED = List.of("a Word document", "a notebook", "an Anki");

    SourceLines {
        sources = List.copyOf(sources);
    }

    /**
     * Some lines of a document; empty if a person could not read them in the file either.
     *
     * @param from the first, 1 is the first of the file
     * @param to the one behind the last
     */
    Optional<String> of(ImportedDocument document, int from, int to) {
        if (CONVERTED.stream().anyMatch(document.how()::startsWith)) {
            return Optional.empty();
        }
        return bytes(document.file())
                .map(bytes -> Decoded.of(bytes, Optional.empty()))
                .filter(Decoded::readable)
                .map(text -> cut(text.text()
                        .lines()
                        .skip(from - 1L)
                        .limit(Math.min(to - from, MOST_LINES))
                        .toList()));
    }

    private static String cut(List<String> lines) {
        return String.join(
                        "\n",
                        lines.stream()
                                .map(line ->
                                        line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line)
                                .toList())
                .stripTrailing();
    }

    private Optional<byte[]> bytes(String name) {
        try {
            for (Preview.Source source : sources) {
                if (source.name().equals(name)) {
                    return Optional.of(Files.readAllBytes(source.file()));
                }
                if (name.startsWith(source.name() + "!")) {
                    List<byte[]> found = new ArrayList<>();
                    String entry = name.substring(source.name().length() + 1);
                    Archive.each(Files.newInputStream(source.file()), Files.size(source.file()), (one, bytes) -> {
                        if (one.equals(entry)) {
                            found.add(bytes);
                        }
                    });
                    return found.stream().findFirst();
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
