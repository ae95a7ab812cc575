package rejoinder.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import rejoinder.pack.DocumentShape;
import rejoinder.pack.ImportWarning;
import rejoinder.pack.ImportedDocument;
import rejoinder.pack.ImportedQuestion;

/**
 * Reads whatever a person has: files of every format of this room, folders and archives of them. The format is recognised by what is in a file, and by its
 * name only where that leaves a doubt. What cannot be read becomes a document without questions whose warning names the reason.
 */
public final class Intake {
    /** Largest file of text, in bytes. */
    public static final int LARGEST_FILE = 20 * 1024 * 1024;

    private static final int DEEPEST_ARCHIVE = 2;
    private static final Set<String> FOREIGN_FOLDERS = Set.of("node_modules", "__MACOSX");
    private static final Set<String> PICTURES = Set.of(
            "png",
            "jpg",
            "jpeg",
            "gif",
            "svg",
            "webp",
            "ico",
            "bmp",
            "mp3",
            "mp4",
            "wav",
            "ogg",
            "css",
            "js",
            "woff",
            "woff2",
            "ttf",
            "lock",
            "log",
            "sh",
            "bat",
            "gitignore");

    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** A reading that a person can choose for a file that is not UTF-8. */
    private static final String AS_WESTERN = "text in " + WESTERN.name();

    private final Optional<Charset> encoding;
    private final Optional<String> reading;

    /**
     * An intake.
     *
     * @param encoding of files that are neither UTF-8 nor marked; empty to refuse them
     * @param reading how Markdown is to be read, as {@link ImportedDocument#how()} names it; empty for the best
     */
    public Intake(Optional<Charset> encoding, Optional<String> reading) {
        this.encoding = encoding;
        this.reading = reading;
    }

    /** An intake that decides everything by itself. */
    public Intake() {
        this(Optional.empty(), Optional.empty());
    }

    /** Reads files, folders and archives, in the order given; what is in a folder or an archive comes in the order of its names. */
    public List<ImportedDocument> read(List<Path> paths) {
        List<ImportedDocument> documents = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                folder(path, documents);
            } else {
                file(path, path.toString(), documents);
            }
        }
        return documents;
    }

    /** Reads one text that a person pasted. */
    public ImportedDocument paste(String name, String text) {
        return text(name, text);
    }

    /** Reads one file that was handed over under a name. */
    public List<ImportedDocument> read(String name, Path file) {
        List<ImportedDocument> documents = new ArrayList<>();
        file(file, name, documents);
        return documents;
    }

    private void folder(Path folder, List<ImportedDocument> documents) {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder, 20, new FileVisitOption[0])) {
            files = all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> !isSkipped(folder.relativize(path).toString()))
                    .sorted()
                    .limit(Archive.MOST_FILES + 1L)
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            documents.add(refused(
                    folder.toString(),
                    1,
                    "The folder cannot be read (" + e.getMessage() + "); check its permissions."));
            return;
        }
        if (files.size() > Archive.MOST_FILES) {
            documents.add(refused(
                    folder.toString(), 1, "The folder holds more than 10,000 files; import its parts one by one."));
            return;
        }
        if (files.isEmpty()) {
            documents.add(refused(folder.toString(), 1, "The folder holds no file that could be read."));
        }
        files.forEach(file -> file(file, file.toString(), documents));
    }

    /** Hidden files, folders of other programs, pictures and the like. */
    static boolean isSkipped(String name) {
        for (String part : name.replace('\\', '/').split("/", -1)) {
            if ((part.startsWith(".") && !part.matches("\\.{1,2}")) || FOREIGN_FOLDERS.contains(part)) {
                return true;
            }
        }
        return PICTURES.contains(ending(name));
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private void file(Path path, String name, List<ImportedDocument> documents) {
        if (!Files.exists(path)) {
            documents.add(refused(name, 1, "There is no such file; check the path."));
            return;
        }
        if (!Files.isRegularFile(path)) {
            documents.add(refused(name, 1, "This is not an ordinary file; give a file or a folder."));
            return;
        }
        try {
            byte[] head;
            try (InputStream in = Files.newInputStream(path)) {
                head = in.readNBytes(8);
            }
            long size = Files.size(path);
            if (Archive.isZip(head)) {
                if (size > Archive.LARGEST) {
                    documents.add(
                            refused(name, 1, "The archive is larger than 200 MB; pack only what holds questions."));
                    return;
                }
                archive(name, () -> Files.newInputStream(path), size, 1, documents);
            } else if (size > LARGEST_FILE) {
                documents.add(
                        refused(name, 1, "The file is larger than 20 MB; split it, or take out what is not text."));
            } else {
                bytes(name, Files.readAllBytes(path), 0, documents);
            }
        } catch (NoSuchFileException e) {
            documents.add(refused(name, 1, "There is no such file; check the path."));
        } catch (AccessDeniedException e) {
            documents.add(refused(name, 1, "The file may not be read; change its permissions."));
        } catch (IOException e) {
            documents.add(refused(
                    name, 1, "The file cannot be read (" + e.getMessage() + "); check the disk and try again."));
        }
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    private void archive(String name, Opening zip, long size, int depth, List<ImportedDocument> documents)
            throws IOException {
        Set<String> names = Archive.names(zip.open());
        try {
            if (names.contains("word/document.xml")) {
                Archive.each(zip.open(), size, (entry, bytes) -> {
                    if (entry.equals("word/document.xml")) {
                        documents.add(document(
                                name, Docx.markdown(new String(bytes, StandardCharsets.UTF_8)), "a Word document"));
                    }
                });
            } else if (names.contains("collection.anki21")
                    || (names.contains("collection.anki2") && !names.contains("collection.anki21b"))) {
                String wanted = names.contains("collection.anki21") ? "collection.anki21" : "collection.anki2";
                Archive.each(zip.open(), size, (entry, bytes) -> {
                    if (entry.equals(wanted)) {
                        documents.add(AnkiPackage.read(bytes).document(name));
                    }
                });
            } else if (names.contains("collection.anki21b")) {
                documents.add(
                        refused(
                                name,
                                1,
                                "This Anki package is in the newest form only; export it from Anki with 'Support older Anki versions', or as notes in plain text."));
            } else if (names.contains("xl/workbook.xml")) {
                documents.add(refused(name, 1, "This is an Excel workbook; save the sheet as CSV."));
            } else if (names.contains("ppt/presentation.xml")) {
                documents.add(refused(name, 1, "These are slides; export them as text or Markdown."));
            } else if (names.contains("content.xml") && names.contains("mimetype")) {
                documents.add(refused(name, 1, "This is an OpenDocument file; save it as .docx, as HTML or as text."));
            } else if (names.contains("META-INF/container.xml")) {
                documents.add(refused(name, 1, "This is an e-book; convert it to HTML or text."));
            } else {
                List<ImportedDocument> found = new ArrayList<>();
                Archive.each(zip.open(), size, (entry, bytes) -> {
                    if (!isSkipped(entry)) {
                        bytes(name + "!" + entry, bytes, depth, found);
                    }
                });
                if (found.isEmpty()) {
                    documents.add(refused(name, 1, "The archive holds no file that could be read."));
                }
                documents.addAll(found);
            }
        } catch (Archive.Refused e) {
            documents.add(refused(name, 1, String.valueOf(e.getMessage())));
        }
    }

    private void bytes(String name, byte[] bytes, int depth, List<ImportedDocument> documents) throws IOException {
        if (Archive.isZip(bytes)) {
            if (depth >= DEEPEST_ARCHIVE) {
                documents.add(refused(name, 1, "Archives are packed into each other too deep; unpack them first."));
            } else {
                archive(name, () -> new ByteArrayInputStream(bytes), bytes.length, depth + 1, documents);
            }
            return;
        }
        Optional<String> foreign = foreign(bytes);
        if (foreign.isPresent()) {
            documents.add(refused(name, 1, foreign.get()));
            return;
        }
        if (bytes.length > LARGEST_FILE) {
            documents.add(refused(name, 1, "The file is larger than 20 MB; split it, or take out what is not text."));
            return;
        }
        if (reading.filter(AS_WESTERN::equals).isPresent()) {
            new Intake(Optional.of(WESTERN), Optional.empty()).bytes(name, bytes, depth, documents);
            return;
        }
        Decoded decoded = Decoded.of(bytes, encoding);
        if (!decoded.readable()) {
            ImportWarning why = decoded.note().orElseThrow();
            documents.add(western(name, bytes, refused(name, why.line(), why.message())));
            return;
        }
        ImportedDocument document = text(name, decoded.text());
        documents.add(
                decoded.note().isPresent() ? noted(document, decoded.note().get()) : document);
    }

    /** A refused file, with what it would hold in the encoding that is most likely if it is not UTF-8; a person has to choose it. */
    private ImportedDocument western(String name, byte[] bytes, ImportedDocument refused) throws IOException {
        if (encoding.isPresent() || !Decoded.of(bytes, Optional.of(WESTERN)).readable()) {
            return refused;
        }
        List<ImportedDocument> read = new ArrayList<>();
        new Intake(Optional.of(WESTERN), Optional.empty()).bytes(name, bytes, DEEPEST_ARCHIVE, read);
        int questions =
                read.stream().mapToInt(document -> document.questions().size()).sum();
        return questions == 0
                ? refused
                : new ImportedDocument(
                        name,
                        refused.shape(),
                        List.of(),
                        refused.warnings(),
                        Optional.empty(),
                        refused.how(),
                        List.of(new ImportedDocument.OtherReading(AS_WESTERN, questions)));
    }

    /** What a file is that is not text, by its first bytes, and what to do about it. */
    private static Optional<String> foreign(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(12, bytes.length), StandardCharsets.ISO_8859_1);
        if (head.startsWith("%PDF")) {
            return Optional.of("This is a PDF; export it as text or Markdown.");
        }
        if (head.startsWith("{\\rtf")) {
            return Optional.of("This is a document in RTF; save it as .docx, as HTML or as text.");
        }
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return Optional.of("This is an old Office document; save it as .docx, as CSV or as text.");
        }
        if (head.startsWith("\u0089PNG")
                || head.startsWith("\u00FF\u00D8\u00FF")
                || head.startsWith("GIF8")
                || (head.startsWith("RIFF") && head.endsWith("WEBP"))) {
            return Optional.of(
                    "This is a picture; type the text in it, or use a program that reads text from pictures.");
        }
        if (head.startsWith("SQLite format 3")) {
            return Optional.of("This is a database; export what is in it as CSV.");
        }
        if (head.startsWith("\u001F\u008B")
                || head.startsWith("7z\u00BC\u00AF")
                || head.startsWith("Rar!")
                || head.startsWith("\u00FD7zXZ")
                || head.startsWith("BZh")) {
            return Optional.of("This is an archive of a kind that is not read; unpack it, or pack it as ZIP.");
        }
        if (head.startsWith("\u007FELF") || head.startsWith("MZ")) {
            return Optional.of("This is a program and no document.");
        }
        return Optional.empty();
    }

    private ImportedDocument text(String name, String text) {
        if (text.isBlank()) {
            return refused(name, 1, "The file is empty; there is nothing to import.");
        }
        Optional<ImportWarning> tooLong = Limits.longLine(text);
        if (tooLong.isPresent()) {
            return refused(name, tooLong.get().line(), tooLong.get().message());
        }
        String ending = ending(name);
        String head = text.substring(0, Math.min(2_000, text.length())).stripLeading();
        try {
            if (Structured.isNotebook(text)) {
                return document(name, Structured.notebook(text), "a notebook");
            }
        } catch (JsonProcessingException e) {
            return refused(name, 1, "This notebook is not valid JSON; save it again.");
        }
        if (ending.equals("jsonl") || ending.equals("ndjson") || (head.startsWith("{") && isLines(text))) {
            return Structured.jsonLines(text).document(name);
        }
        if (ending.equals("json")
                || ((head.startsWith("[{") || head.matches("(?s)[\\[{]\\s*[\\[{\"].*")) && isClosed(text))) {
            return Structured.json(text).document(name);
        }
        if (ending.equals("yaml") || ending.equals("yml")) {
            return Structured.yaml(text).document(name);
        }
        if ((head.startsWith("<?xml") || head.startsWith("<quiz")) && Quizzes.isMoodle(text)) {
            return Quizzes.moodle(text).document(name);
        }
        if (ending.equals("html")
                || ending.equals("htm")
                || ending.equals("xhtml")
                || head.matches("(?is)<(?:!doctype html|html)\\b.*")) {
            return relocated(titled(document(name, HtmlText.markdown(text), "a web page"), HtmlText.title(text)), text);
        }
        if (head.startsWith("<?xml")) {
            return refused(name, 1, "This is XML of a kind that is not known; Moodle's quizzes (<quiz>) are read.");
        }
        if (ending.equals("org")) {
            return DocumentImporter.parse(Org.markdown(text), name, reading);
        }
        boolean markdown = ending.equals("md") || ending.equals("markdown");
        if (ending.equals("gift") || (!markdown && Quizzes.isGift(text))) {
            return Quizzes.gift(text).document(name);
        }
        if (!markdown && Quizzes.isAiken(text)) {
            return Quizzes.aiken(text).document(name);
        }
        if (ending.equals("csv")
                || ending.equals("tsv")
                || (!markdown && (text.startsWith("#separator:") || Tabular.isTabbed(text)))) {
            return Tabular.read(text).document(name);
        }
        return DocumentImporter.parse(text, name, reading);
    }

    private static boolean isLines(String text) {
        List<String> lines =
                text.lines().filter(line -> !line.isBlank()).limit(3).toList();
        return lines.size() > 1
                && lines.stream()
                        .allMatch(line ->
                                line.strip().startsWith("{") && line.strip().endsWith("}"));
    }

    private static boolean isClosed(String text) {
        String bare = text.strip();
        return (bare.startsWith("[") && bare.endsWith("]") && !bare.contains("]("))
                || (bare.startsWith("{") && bare.endsWith("}"));
    }

    private ImportedDocument document(String name, String markdown, String what) {
        ImportedDocument read = DocumentImporter.parse(markdown, name, reading);
        return new ImportedDocument(
                name,
                read.shape(),
                read.questions(),
                read.warnings(),
                read.pack(),
                what + (read.how().isEmpty() ? "" : ", " + read.how()),
                read.others());
    }

    private static ImportedDocument titled(ImportedDocument document, String title) {
        return title.isBlank()
                ? document
                : document.withQuestions(document.questions().stream()
                        .map(question -> question.section().isEmpty() ? question.inSection(title) : question)
                        .toList());
    }

    /** Finds the lines of a page's questions in its source. */
    private static ImportedDocument relocated(ImportedDocument document, String source) {
        List<ImportedQuestion> placed = new ArrayList<>();
        int at = 0;
        int line = 1;
        for (ImportedQuestion question : document.questions()) {
            String[] runs = question.prompt().split("[*_`\\[\\]<>&]", -1);
            String probe = "";
            for (String run : runs) {
                probe = run.strip().length() > probe.length() ? run.strip() : probe;
            }
            int found = probe.length() < 4 ? -1 : source.indexOf(probe, at);
            if (found >= 0) {
                for (int i = at; i < found; i++) {
                    line += source.charAt(i) == '\n' ? 1 : 0;
                }
                at = found;
            }
            placed.add(question.onLine(line));
        }
        return document.withQuestions(placed);
    }

    private static ImportedDocument noted(ImportedDocument document, ImportWarning note) {
        List<ImportWarning> warnings = new ArrayList<>();
        warnings.add(note);
        warnings.addAll(document.warnings());
        return new ImportedDocument(
                document.file(),
                document.shape(),
                document.questions(),
                warnings,
                document.pack(),
                document.how(),
                document.others());
    }

    static ImportedDocument refused(String file, int line, String message) {
        return new ImportedDocument(
                file, DocumentShape.UNKNOWN, List.of(), List.of(new ImportWarning(line, message)), Optional.empty());
    }
}
