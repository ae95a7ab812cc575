package rejoinder.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rejoinder.pack.ImportWarning;

/**
 * Cards from an Anki package, which is an SQLite database. This is the only class outside {@code store} that speaks SQL; it opens the file read-only, and the file has
 * nothing to do with the program's own data.
 */
final class AnkiPackage {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String DECK = "(SELECT MIN(c.did) FROM cards c WHERE c.nid = n.id)";

    private AnkiPackage() {}

    static Cards read(byte[] database) throws IOException {
        Path file = Files.createTempFile("rejoinder-anki", ".db");
        try {
            Files.write(file, database);
            return read(file);
        } catch (SQLException e) {
            return new Cards(
                    "an Anki package",
                    List.of(),
                    List.of(new ImportWarning(
                            1,
                            "The database of this Anki package is broken ("
                                    + String.valueOf(e.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse("") + "); export it from Anki again.")));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Cards read(Path file) throws SQLException {
        List<Card> cards = new ArrayList<>();
        List<ImportWarning> warnings = new ArrayList<>();
        try (Connection open = DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro&immutable=1");
                Statement ask = open.createStatement()) {
            Map<String, String> decks = decks(ask);
            int place = 0;
            try (ResultSet notes = ask.executeQuery("SELECT n.flds, n.tags, " + (decks.isEmpty() ? "NULL" : DECK)
                    + " FROM notes n ORDER BY n.id LIMIT " + (DocumentReader.MOST_QUESTIONS + 1))) {
                while (notes.next()) {
                    place++;
                    String[] fields = String.valueOf(notes.getString(1)).split("\u001f", -1);
                    String tags =
                            notes.getString(2) == null ? "" : notes.getString(2).strip();
                    String deck = decks.getOrDefault(String.valueOf(notes.getString(3)), "")
                            .replace("::", Sections.DEEPER);
                    String front = HtmlText.inline(fields[0]);
                    String back = fields.length > 1 ? HtmlText.markdown(fields[1]) : "";
                    if (front.isBlank()) {
                        warnings.add(new ImportWarning(
                                place,
                                "Note " + place
                                        + " has no words on its front (a picture or a sound?) and is left out."));
                        continue;
                    }
                    cards.add(Tabular.cloze(new Card(
                            place,
                            deck.equals("Default") ? "" : deck,
                            front,
                            "",
                            back,
                            tags.isEmpty() ? List.of() : List.of(tags.split("\\s+", -1)))));
                }
            }
        }
        return new Cards("an Anki package; lines are the numbers of its notes", cards, warnings);
    }

    private static Map<String, String> decks(Statement ask) throws SQLException {
        Map<String, String> names = new HashMap<>();
        try (ResultSet found = ask.executeQuery("SELECT decks FROM col LIMIT 1")) {
            if (found.next()
                    && found.getString(1) != null
                    && !found.getString(1).isBlank()) {
                for (Map.Entry<String, JsonNode> deck :
                        JSON.readTree(found.getString(1)).properties()) {
                    names.put(deck.getKey(), deck.getValue().path("name").asText(""));
                }
            }
        } catch (JsonProcessingException | SQLException e) {
            return Map.of(); // the notes are there without the names of their decks
        }
        return Map.copyOf(names);
    }
}
