package rejoinder.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import rejoinder.bank.ItemBank;
import rejoinder.plan.CandidateId;
import rejoinder.session.Archive;
import rejoinder.session.DrillLine;
import rejoinder.session.InProgress;
import rejoinder.session.Session;

/** All of a candidate's data in one ZIP file; the same data gives the same bytes. */
public final class CandidateZip {
    private static final String READ_ME = """
            This is everything that you wrote into Rejoinder, and every grade.

            sessions/ID.json     a session, complete: each score can be worked out again from it
            sessions/ID.md       the same to read
            unfinished/ID.json   what is typed in a session that goes on
            notes.json           your notes about questions
            drills.json          your lines about single key points, with what they earned
            wordings.json        words that you accepted for a key point from now on
            packs/               the questions that you imported, wrote or changed
            rows/                all of it as it is stored; restoring this archive puts it back to the letter
            """;

    private final ZipOutputStream zip;
    private final Writing writing;

    private CandidateZip(ZipOutputStream zip, Writing writing) {
        this.zip = zip;
        this.writing = writing;
    }

    /**
     * How texts are written.
     *
     * @param json encodes records, lists and maps
     * @param text shows Markdown as plain words
     * @param zone in which times are given
     */
    public record Writing(Function<Object, String> json, UnaryOperator<String> text, ZoneId zone) {}

    /** What is typed in a session that goes on. */
    public record Unfinished(String id, long startedAt, List<Typed> questions) {}

    /** A question of such a session. */
    public record Typed(String id, String prompt, DraftJson draft) {}

    /**
     * The file.
     *
     * @param bank for the titles of the topics
     * @param rows all of it as it is stored, by names of files
     */
    public static byte[] of(
            Archive archive, CandidateId candidate, ItemBank bank, SortedMap<String, String> rows, Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            new CandidateZip(zip, writing).write(archive, candidate, bank, rows);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written.", e);
        }
        return bytes.toByteArray();
    }

    private void write(Archive archive, CandidateId candidate, ItemBank bank, SortedMap<String, String> rows)
            throws IOException {
        put("README.txt", READ_ME);
        List<DrillLine> drills = archive.drills(candidate);
        for (Session session : archive.sessions(candidate)) {
            String id = session.setup().id().value();
            Optional<InProgress> open = InProgress.of(session);
            if (open.isPresent()) {
                putJson("unfinished/" + id + ".json", drafts(open.get()));
            } else {
                putJson("sessions/" + id + ".json", SessionExport.of(session, drills));
                put("sessions/" + id + ".md", SessionMarkdown.of(session, drills, bank, writing.zone()));
            }
        }
        Map<String, String> notes = new TreeMap<>();
        archive.notes(candidate).forEach((question, text) -> notes.put(question.toString(), text));
        putJson("notes.json", notes);
        putJson(
                "drills.json",
                drills.stream().map(SessionExport.DrillLineJson::of).toList());
        putJson(
                "wordings.json",
                archive.wordings(candidate).stream()
                        .map(wording -> WordingJson.of(wording, bank, writing.text()))
                        .toList());
        for (Map.Entry<String, String> file : rows.entrySet()) {
            put(file.getKey(), file.getValue());
        }
    }

    private static Unfinished drafts(InProgress session) {
        List<Typed> questions = new ArrayList<>();
        session.setup()
                .questions()
                .forEach(question -> questions.add(new Typed(
                        question.id().toString(),
                        question.prompt(),
                        DraftJson.of(session.drafts().get(questions.size())))));
        return new Unfinished(
                session.setup().id().value(), session.setup().startedAt().toEpochMilli(), questions);
    }

    private void putJson(String name, Object value) throws IOException {
        put(name, writing.json().apply(value));
    }

    private void put(String name, String text) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
