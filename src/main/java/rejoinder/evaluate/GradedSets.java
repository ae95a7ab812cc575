package rejoinder.evaluate;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads graded answers in whatever format they come; the format is recognised by what is there, not by names. */
public final class GradedSets {
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int DEEPEST = 8;

    private GradedSets() {}

    /**
     * Reads those answers that are meant of a table with tabs ({@link AnswerFile}), an XML file of SemEval-2013 task 7 or SAF or a folder of them ({@link AnswerXml}), or the folder of Mohler's
     * set ({@link MohlerFolder}).
     *
     * @throws AnswerFileException if it is none of these; the message says what is wrong and where
     * @throws IOException if it cannot be read
     */
    public static GradedSet read(Selection selection) throws IOException {
        Path source = selection.source();
        GradedSet set;
        if (Files.isDirectory(source)) {
            set = selection.among(readFolder(source));
        } else if (isXml(source)) {
            set = selection.among(AnswerXml.read(List.of(source)));
        } else {
            set = new GradedSet("table with tabs", 1, AnswerFile.read(source, selection));
        }
        if (set.answers().isEmpty()) {
            throw new AnswerFileException(
                    selection + " holds no graded answer; give a file or folder with some, and conditions that hold.");
        }
        return set;
    }

    private static GradedSet readFolder(Path folder) throws IOException {
        Optional<Path> mohler = MohlerFolder.find(folder);
        if (mohler.isPresent()) {
            return MohlerFolder.read(mohler.get());
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> entries = Files.walk(folder, DEEPEST)) {
            entries.filter(path -> path.toString().endsWith(".xml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .forEach(files::add);
        }
        if (files.isEmpty()) {
            throw new AnswerFileException(
                    "In " + folder
                            + " lies neither a file *.xml nor raw/questions and scores/; give the folder of SemEval-2013 task 7, of SAF or of Mohler's set.");
        }
        return AnswerXml.read(files);
    }

    private static boolean isXml(Path file) throws IOException {
        // in a charset that takes every byte: whether the text is UTF-8 is for its own reader to say
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            int next = reader.read();
            while (next == BYTE_ORDER_MARK || next > 0x7E || (next >= 0 && Character.isWhitespace(next))) {
                next = reader.read();
            }
            return next == '<';
        }
    }
}
