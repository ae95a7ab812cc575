package rejoinder.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rejoinder.pack.DocumentShape;
import rejoinder.pack.ImportWarning;
import rejoinder.pack.ImportedDocument;
import rejoinder.pack.ImportedQuestion;

/** Formats of other programs, each in a sample of its own. */
class IntakeTest {
    private static final String KEEL = "What is a keel?";
    private static final String FIN = "A fin below the hull.";

    @TempDir
    private Path folder;

    private ImportedDocument read(String name, String text) throws IOException {
        return new Intake()
                .read(List.of(Files.writeString(folder.resolve(name), text)))
                .get(0);
    }

    private static void holdsKeelAndRudder(ImportedDocument document) {
        assertThat(document.questions())
                .extracting(ImportedQuestion::prompt, ImportedQuestion::answer)
                .containsExactly(tuple(KEEL, FIN), tuple("What is a rudder?", "The part that steers."));
    }

    @Test
    void ankiNotesAreReadByTheirHeaderComments() throws IOException {
        ImportedDocument document = read("notes.txt", """
                #separator:semicolon
                #html:true
                #tags column:3
                #deck column:4
                What is a keel?;A <b>fin</b> below<br>the hull.;boat wood;Sea::Hull
                "A {{c1::rudder}} steers; mostly.";;;Sea
                """);
        assertThat(document.questions())
                .extracting(
                        ImportedQuestion::line,
                        ImportedQuestion::prompt,
                        ImportedQuestion::answer,
                        ImportedQuestion::section)
                .containsExactly(
                        tuple(5, KEEL, "A **fin** below\nthe hull.", "Sea / Hull"),
                        tuple(6, "A _____ steers; mostly.", "rudder", "Sea"));
        assertThat(document.questions().get(0).tags()).containsExactly("boat", "wood");
    }

    @ParameterizedTest
    @CsvSource({"'\t',tabs", "';',semicolons", "',',commas"})
    void theSeparatorAndTheHeaderOfATableAreRecognisedAndSaid(String separator, String name) throws IOException {
        String rows = KEEL + separator + "\"" + FIN + "\"\nWhat is a rudder?" + separator + "The part that steers.\n";
        ImportedDocument bare = read("cards.csv", rows);
        holdsKeelAndRudder(bare);
        assertThat(bare.how()).contains(name).contains("no row that names them");
        ImportedDocument headed = read("cards.csv", "Front" + separator + "Back\n" + rows);
        holdsKeelAndRudder(headed);
        assertThat(headed.how()).contains("the first row names them");
    }

    @Test
    void aCellOverSeveralLinesDoesNotShiftTheLinesBelowIt() throws IOException {
        assertThat(read("cards.csv", "question,answer\nOne?,\"a\nb\nc\"\nTwo?,d\n")
                        .questions())
                .extracting(ImportedQuestion::line)
                .containsExactly(2, 5);
    }

    @Test
    void giftIsReadWithItsOptionsAsContext() throws IOException {
        ImportedDocument document = read("quiz.gift", """
                // boats
                $CATEGORY: Sea/Hull

                ::k::What is a keel? {=A fin below the hull. #yes ~A sail ~A rope}

                The keel is of \\{lead\\}. {TRUE#It is heavy.}

                ::e::Describe a rudder. {}

                Match them. {=port -> red =starboard -> green}
                """);
        assertThat(document.questions())
                .extracting(ImportedQuestion::prompt, ImportedQuestion::answer, ImportedQuestion::line)
                .containsExactly(
                        tuple(KEEL, FIN + "\n\nyes", 4),
                        tuple("True or false? The keel is of {lead}.", "True.\n\nIt is heavy.", 6),
                        tuple("Describe a rudder.", "", 8),
                        tuple("Match them.", "- port: red\n- starboard: green", 10));
        assertThat(document.questions().get(0).context())
                .isEqualTo("- A: A fin below the hull.\n- B: A sail\n- C: A rope");
        assertThat(document.questions().get(0).section()).isEqualTo("Sea / Hull");
        assertThat(document.questions().get(3).context())
                .contains("- port")
                .contains("Choose from:")
                .doesNotContain("port: red");
    }

    @Test
    void aikenIsReadWithItsKey() throws IOException {
        ImportedDocument document =
                read("quiz.txt", "What is a keel?\nA. A sail\nB) A fin below the hull.\nANSWER: B\n\nNo key?\nA. x\n");
        assertThat(document.questions()).extracting(ImportedQuestion::answer).containsExactly(FIN);
        assertThat(document.warnings())
                .anyMatch(warning -> warning.line() == 6 && warning.message().contains("no key"));
    }

    @Test
    void moodleQuizzesAreReadByTheTypeOfTheirQuestions() throws IOException {
        ImportedDocument document = read("quiz.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <quiz>
                <question type="category"><category><text>$course$/top/Sea</text></category></question>
                <question type="shortanswer"><questiontext format="html"><text><![CDATA[<p>What is a keel?</p>]]></text></questiontext>
                <answer fraction="100"><text>A fin below the hull.</text></answer></question>
                <question type="essay"><questiontext format="html"><text><![CDATA[What is a <b>rudder</b>?]]></text></questiontext>
                <graderinfo format="html"><text><![CDATA[<p>The part that steers.</p>]]></text></graderinfo></question>
                <question type="multichoice"><questiontext><text>Which side is red?</text></questiontext>
                <answer fraction="100"><text>port</text></answer><answer fraction="0"><text>starboard</text></answer></question>
                </quiz>
                """);
        assertThat(document.questions())
                .extracting(
                        ImportedQuestion::line,
                        ImportedQuestion::prompt,
                        ImportedQuestion::answer,
                        ImportedQuestion::section)
                .containsExactly(
                        tuple(4, KEEL, FIN, "Sea"),
                        tuple(6, "What is a **rudder**?", "The part that steers.", "Sea"),
                        tuple(8, "Which side is red?", "port", "Sea"));
        assertThat(document.questions().get(2).context()).isEqualTo("- A: port\n- B: starboard");
    }

    @Test
    void questionsInJsonAndYamlAreFoundUnderManyNames() throws IOException {
        holdsKeelAndRudder(
                read(
                        "a.json",
                        "{\"cards\": [{\"front\": \"What is a keel?\", \"back\": \"A fin below the hull.\"},\n {\"Q\": \"What is a rudder?\", \"a\": \"The part that steers.\"}]}"));
        holdsKeelAndRudder(
                read(
                        "a.jsonl",
                        "{\"question\": \"What is a keel?\", \"answer\": \"A fin below the hull.\"}\n{\"question\": \"What is a rudder?\", \"answer\": \"The part that steers.\"}\n"));
        holdsKeelAndRudder(
                read(
                        "a.yaml",
                        "- question: What is a keel?\n  answer: A fin below the hull.\n- question: What is a rudder?\n  answer: The part that steers.\n"));
        ImportedQuestion choice = read(
                        "b.json",
                        "[{\"question\": \"Red?\", \"options\": [\"port\", \"starboard\"], \"answer\": \"A\", \"explanation\": \"Port wine is red.\"}]")
                .questions()
                .get(0);
        assertThat(choice.context()).isEqualTo("- A: port\n- B: starboard");
        assertThat(choice.answer()).isEqualTo("port\n\nPort wine is red.");
        ImportedDocument broken = read("c.json", "[{\"question\": \"x\",\n \"answer\": }]");
        assertThat(broken.warnings())
                .anyMatch(warning -> warning.line() == 2 && warning.message().contains("not valid JSON"));
    }

    @Test
    void pagesAreReadWithoutTheirScripts() throws IOException {
        ImportedDocument document = read(
                "page.html",
                "<!doctype html><title>Boats</title><script>var a = '<h2>What is x?</h2>';</script>\n<h2>What is a keel?</h2>\n<p>A fin below <a href='https://example.org/hull'>the hull</a>.</p>\n"
                        + "<h2>What is a rudder?</h2>\n<p onclick='x()'>The part that steers.</p>");
        holdsKeelAndRudder(document);
        assertThat(document.questions()).extracting(ImportedQuestion::line).containsExactly(2, 4);
        assertThat(document.questions().get(0).section()).isEqualTo("Boats");
        assertThat(document.questions().get(0).sources())
                .extracting(rejoinder.bank.Source::url)
                .containsExactly("https://example.org/hull");
    }

    @Test
    void notesOfOtherProgramsAreRead() throws IOException {
        holdsKeelAndRudder(read(
                "org.org",
                "* Boats\n** What is a keel?\nA fin below the hull.\n** What is a rudder?\nThe part that steers.\n"));
        holdsKeelAndRudder(
                read(
                        "obsidian.md",
                        "What is a keel?::A fin below the hull.\n\nWhat is a rudder?\n?\nThe part that steers.\n<!--SR:!2026-11-30,3,250-->\n"));
        holdsKeelAndRudder(
                read(
                        "callout.md",
                        "> [!question]- What is a keel?\n> A fin below the hull.\n\n> [!faq] What is a rudder?\n> The part that steers.\n"));
        holdsKeelAndRudder(
                read(
                        "logseq.md",
                        "- What is a keel? #card\n  card-last-interval:: 4\n  - A fin below the hull.\n- What is a rudder? #card\n  - The part that steers.\n"));
        holdsKeelAndRudder(
                read(
                        "remnote.md",
                        "- Boats\n    - What is a keel? >> A fin below the hull.\n    - What is a rudder? >>>\n        - The part that steers.\n"));
        holdsKeelAndRudder(
                read(
                        "book.ipynb",
                        "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": [\"## What is a keel?\\n\", \"A fin below the hull.\\n\", \"## What is a rudder?\\n\", \"The part that steers.\"]}], \"metadata\": {}, \"nbformat\": 4}"));
    }

    private Path zip(String name, String... namesAndTexts) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndTexts[i]));
                out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return file;
    }

    @Test
    void wordDocumentsAreReadByTheirStyles() throws IOException {
        String paragraph = "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>";
        String body = paragraph.formatted("Heading2", KEEL)
                + paragraph.formatted("Normal", FIN)
                + paragraph.formatted("Heading2", "What is a rudder?")
                + paragraph.formatted("Normal", "The part that steers.");
        holdsKeelAndRudder(new Intake()
                .read(List.of(zip(
                        "notes.docx",
                        "word/document.xml",
                        "<w:document xmlns:w=\"x\"><w:body>" + body + "</w:body></w:document>")))
                .get(0));
    }

    @Test
    void ankiPackagesAreReadAndBrokenOnesSaySo() throws IOException, SQLException {
        Path database = folder.resolve("collection.db");
        try (Connection open = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement sql = open.createStatement()) {
            sql.executeUpdate("CREATE TABLE notes (id INTEGER, flds TEXT, tags TEXT)");
            sql.executeUpdate(
                    "INSERT INTO notes VALUES (1, 'What is a keel?' || char(31) || '<p>A fin below the hull.</p>', ' boat ')");
            sql.executeUpdate(
                    "INSERT INTO notes VALUES (2, 'What is a rudder?' || char(31) || 'The part that steers.', '')");
        }
        Path deck = folder.resolve("deck.apkg");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(deck))) {
            out.putNextEntry(new ZipEntry("collection.anki2"));
            Files.copy(database, out);
        }
        holdsKeelAndRudder(new Intake().read(List.of(deck)).get(0));
        ImportedDocument broken = new Intake()
                .read(List.of(zip("broken.apkg", "collection.anki2", "SQLite no")))
                .get(0);
        assertThat(broken.warnings())
                .singleElement()
                .matches(warning -> warning.message().contains("database of this Anki package is broken"));
    }

    @Test
    void foldersAndArchivesAreReadFileByFile() throws IOException {
        String text = "## " + KEEL + "\n" + FIN + "\n## What is a rudder?\nThe part that steers.\n";
        Path archive = zip(
                "all.zip",
                "b/README.md",
                text,
                "a.md",
                text,
                "../../climbs.md",
                text,
                "pic.png",
                "x",
                ".git/config.md",
                text);
        List<ImportedDocument> documents = new Intake().read(List.of(archive));
        assertThat(documents)
                .extracting(document -> document.file().replaceFirst("^.*!", ""))
                .containsExactly("b/README.md", "a.md", "../../climbs.md");
        documents.forEach(IntakeTest::holdsKeelAndRudder);
        assertThat(ImportWriter.topicOf(
                        documents.get(0), documents.get(0).questions().get(0)))
                .isEqualTo("b");
        assertThat(Files.exists(folder.resolve("../../climbs.md").normalize())).isFalse();

        Path deep = Files.createDirectories(folder.resolve("tree/sub"));
        Files.writeString(deep.resolve("c.md"), text);
        Files.createSymbolicLink(folder.resolve("tree/loop"), folder.resolve("tree"));
        Files.createSymbolicLink(folder.resolve("tree/secret.md"), archive);
        assertThat(new Intake().read(List.of(folder.resolve("tree"))))
                .singleElement()
                .satisfies(IntakeTest::holdsKeelAndRudder);
    }

    @Test
    void filesThatTakeInOneAnotherAreNamedAndNotFollowed() throws IOException {
        Path notes = Files.createDirectory(folder.resolve("notes"));
        Files.writeString(
                notes.resolve("a.md"),
                "## What is a keel?\n\nA fin below the hull.\n\n![[b]]\n![[fin.png]]\n\n## What is a rudder?\n\nThe part that steers.\n");
        Files.writeString(notes.resolve("b.md"), "## What is a mast?\n\n{{#include a.md}}\n\nIt carries the sails.\n");
        Files.writeString(
                notes.resolve("c.org"),
                "* What is a boom?\nIt holds the foot of a sail.\n#+INCLUDE: \"c.org\" :lines 1-2\n");
        List<ImportedDocument> read = new Intake().read(List.of(notes));
        holdsKeelAndRudder(read.get(0));
        assertThat(read).flatExtracting(ImportedDocument::questions).hasSize(4);
        assertThat(read.get(1).questions().get(0).answer()).isEqualTo("It carries the sails.");
        assertThat(read.get(2).questions().get(0).answer()).isEqualTo("It holds the foot of a sail.");
        assertThat(read)
                .flatExtracting(ImportedDocument::warnings)
                .extracting(ImportWarning::line, ImportWarning::message)
                .containsExactly(
                        tuple(1, Included.sentence("b")),
                        tuple(1, Included.sentence("a.md")),
                        tuple(1, Included.sentence("c.org")));
    }

    @Test
    void aLineOfCodeThatLooksLikeAnIncludeStays() throws IOException {
        ImportedDocument document = read(
                "a.md",
                "## How does a template take in another one?\n\nBy its name:\n\n```\n{% include 'mast.html' %}\n```\n");
        assertThat(document.questions().get(0).answer()).contains("{% include 'mast.html' %}");
        assertThat(document.warnings()).isEmpty();
    }

    @Test
    void anAliasThatHoldsItselfEndsNothing() throws IOException {
        ImportedDocument document = read(
                "a.yaml", "- &mast\n  question: What is a mast?\n  answer: It carries the sails.\n  more: *mast\n");
        assertThat(document.questions())
                .extracting(ImportedQuestion::prompt, ImportedQuestion::answer)
                .containsExactly(tuple("What is a mast?", "It carries the sails."));
        StringBuilder laughs = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c < 'k'; c++) {
            String before = "*" + (char) (c - 1);
            laughs.append(c + ": &" + c + " [" + String.join(", ", Collections.nCopies(9, before)) + "]\n");
        }
        assertThat(read("b.yaml", laughs.toString()).questions()).isEmpty();
    }

    @Test
    void anEntityThatNamesAFileOrItselfIsNotFollowed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the combination is 1234");
        ImportedDocument document = read(
                "quiz.xml",
                "<?xml version=\"1.0\"?><!DOCTYPE quiz [<!ENTITY a \"&b;&b;\"><!ENTITY b \"&a;\"><!ENTITY x SYSTEM \""
                        + secret.toUri()
                        + "\">]><quiz><question type=\"shortanswer\"><questiontext format=\"html\"><text>What is &a; a keel &x;?</text></questiontext>"
                        + "<answer fraction=\"100\"><text>A fin below the hull &x;</text></answer></question></quiz>");
        assertThat(document.questions()).hasSize(1);
        assertThat(document.toString()).doesNotContain("1234");
    }

    @Test
    void aZipBombIsRefusedBeforeItFillsTheMemory() throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        byte[] zeros = new byte[1024 * 1024];
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("a.md"));
            for (int i = 0; i < 400; i++) {
                out.write(zeros);
            }
        }
        refused(new Intake().read(List.of(bomb)).get(0), "unpacks to far more than its size");
    }

    @Test
    void whatIsNoTextIsNamed() throws IOException {
        refused(read("a.pdf", "%PDF-1.4\n"), "This is a PDF; export it as text or Markdown.");
        refused(read("a.rtf", "{\\rtf1 x}"), "RTF");
        refused(
                new Intake()
                        .read(List.of(zip("a.xlsx", "xl/workbook.xml", "x")))
                        .get(0),
                "save the sheet as CSV");
        refused(
                new Intake()
                        .read(List.of(zip("a.apkg", "collection.anki21b", "x", "collection.anki2", "x")))
                        .get(0),
                "Support older Anki versions");
        Path png = Files.write(folder.resolve("a.md"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2});
        refused(new Intake().read(List.of(png)).get(0), "picture");
        refused(read("long.md", "# x\n" + "y".repeat(1_000_001)), "more than 1,000,000 characters");
    }

    private static void refused(ImportedDocument document, String says) {
        assertThat(document.shape()).isEqualTo(DocumentShape.UNKNOWN);
        assertThat(document.questions()).isEmpty();
        assertThat(document.warnings()).anyMatch(warning -> warning.message().contains(says));
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE,FFFE", "UTF-16BE,FEFF", "UTF-8,EFBBBF", "UTF-32LE,FFFE0000"})
    void encodingsAreKnownByTheirMark(String charset, String mark) throws IOException {
        Path file = folder.resolve("a.md");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(java.util.HexFormat.of().parseHex(mark));
            out.write("## Was heißt „Kiel“?\nEine Flosse.\n".getBytes(Charset.forName(charset)));
        }
        assertThat(new Intake().read(List.of(file)).get(0).questions())
                .extracting(ImportedQuestion::prompt)
                .containsExactly("Was heißt „Kiel“?");
    }

    @Test
    void anEncodingThatIsNotUtf8IsReadOnRequestAndNeverGuessed() throws IOException {
        Path file = Files.write(
                folder.resolve("a.md"),
                "## Was heißt Kiel?\nFür die Flosse.\n".getBytes(Charset.forName("windows-1252")));
        ImportedDocument refused = new Intake().read(List.of(file)).get(0);
        refused(refused, "--encoding windows-1252");
        assertThat(refused.others()).containsExactly(new ImportedDocument.OtherReading("text in windows-1252", 1));
        assertThat(new Intake(Optional.empty(), Optional.of("text in windows-1252"))
                        .read(List.of(file))
                        .get(0)
                        .questions())
                .extracting(ImportedQuestion::prompt, ImportedQuestion::answer)
                .containsExactly(tuple("Was heißt Kiel?", "Für die Flosse."));
        ImportedDocument document = new Intake(Optional.of(Charset.forName("windows-1252")), Optional.empty())
                .read(List.of(file))
                .get(0);
        assertThat(document.questions().get(0).answer()).isEqualTo("Für die Flosse.");
    }
}
