package rejoinder.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import rejoinder.bank.Question;
import rejoinder.session.StoreException;

/** Questions as they were asked, each kept once. A snapshot never changes, so those read lately stay in memory. */
final class Snapshots {
    private static final int IN_MEMORY = 1000;

    private final Map<String, Question> recent = Collections.synchronizedMap(new Recent());

    private static final class Recent extends LinkedHashMap<String, Question> {
        private static final long serialVersionUID = 1;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Question> eldest) {
            return size() > IN_MEMORY;
        }
    }

    /** Keeps questions and names their snapshots. */
    static Map<Question, String> keep(Handle handle, List<Question> questions) {
        Map<Question, String> names = new HashMap<>();
        SortedMap<String, Columns> rows = new TreeMap<>();
        for (Question question : questions) {
            String content = QuestionJson.write(question);
            String snapshot = sha256(content);
            names.put(question, snapshot);
            rows.put(
                    snapshot,
                    new Columns()
                            .set("snapshot", snapshot)
                            .set("question", question.id().toString())
                            .set("revision", question.revision())
                            .set("format", QuestionJson.FORMAT)
                            .set("content", content));
        }
        // in one order, so that two who keep the same questions at the same time never wait for each other in a circle
        rows.values().forEach(row -> row.insertIfNew(handle, "question_revision"));
        return names;
    }

    /** Questions by their snapshots, in the order asked for. */
    List<Question> questions(Handle handle, List<String> snapshots) {
        List<Question> questions = new ArrayList<>(snapshots.size());
        for (String snapshot : snapshots) {
            Question question = recent.get(snapshot);
            if (question == null) {
                question = read(handle, snapshot);
                recent.put(snapshot, question);
            }
            questions.add(question);
        }
        return questions;
    }

    private static Question read(Handle handle, String snapshot) {
        return Sql.rows(
                        handle,
                        "select format, content from question_revision where snapshot = :snapshot",
                        Map.of("snapshot", snapshot),
                        row -> QuestionJson.read(row.text("content"), row.count("format")))
                .stream()
                .findFirst()
                .orElseThrow(() -> new StoreException(
                        "A question is missing in the database; restore rejoinder.db from a backup."));
    }

    /** Deletes snapshots that no session asks any more. */
    static void tidy(Handle handle) {
        handle.execute("delete from question_revision where not exists"
                + " (select 1 from asked where asked.snapshot = question_revision.snapshot)");
    }

    private static String sha256(String content) {
        try {
            // UTF-16, because UTF-8 has no form for half a surrogate pair and two texts could get one name
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_16BE)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
