package rejoinder.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A flat YAML mapping whose values are scalars or lists of scalars, with the line of each key. Scalars keep the text that was written ({@code title: 1.10} stays
 * {@code 1.10}), and aliases are refused, so a small block cannot grow into a large one.
 */
final class YamlBlock {
    private static final YAMLFactory YAML = new YAMLFactory();

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Problems problems;
    private final String name;
    private final int firstLine;
    private boolean readable = true;

    private YamlBlock(Problems problems, String name, int firstLine) {
        this.problems = problems;
        this.name = name;
        this.firstLine = firstLine;
    }

    private record Entry(int line, boolean isList, List<String> values) {}

    /**
     * Reads a block and reports what is wrong with it as YAML, keys that are not known and keys that are there twice.
     *
     * @param name as a message calls it, "front matter"
     * @param firstLine line of the file on which the block's text begins
     */
    static YamlBlock read(String text, String name, int firstLine, Set<String> known, Problems problems) {
        YamlBlock block = new YamlBlock(problems, name, firstLine);
        try (YAMLParser parser = YAML.createParser(text)) {
            block.readMapping(parser);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr() - 1);
            String reason = e.getOriginalMessage().lines().findFirst().orElse("no reason given");
            block.readable = false;
            problems.add(
                    firstLine + line,
                    "The " + name + " is not readable as YAML (" + reason + "); write one `key: value` a line.");
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory is always readable.", e);
        }
        block.entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                problems.add(
                        entry.line,
                        "Unknown key '" + key + "' in the " + name + "; the keys are " + String.join(", ", known)
                                + ".");
            }
        });
        return block;
    }

    private void readMapping(YAMLParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return;
        }
        if (first != JsonToken.START_OBJECT) {
            readable = false;
            problems.add(firstLine, "The " + name + " is not a list of keys; write one `key: value` a line.");
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            int line = line(parser);
            Optional<Entry> entry = readValue(parser, line);
            if (entry.isEmpty()) {
                problems.add(
                        line,
                        "'" + key + "' is neither a text nor a list of texts; write `" + key + ": value` on one line.");
            } else if (entries.containsKey(key)) {
                problems.add(line, "'" + key + "' is in the " + name + " twice; keep one.");
            } else {
                entries.put(key, entry.get());
            }
        }
        if (parser.nextToken() != null) {
            problems.add(line(parser), "The " + name + " holds a second YAML document; take it out.");
        }
    }

    private static Optional<Entry> readValue(YAMLParser parser, int line) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_ARRAY) {
            List<String> values = new ArrayList<>();
            boolean flat = true;
            for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
                if (isText(parser, item)) {
                    values.add(parser.getText());
                } else {
                    flat = false;
                    parser.skipChildren();
                }
            }
            return flat ? Optional.of(new Entry(line, true, values)) : Optional.empty();
        }
        if (token == JsonToken.VALUE_NULL) {
            return Optional.of(new Entry(line, false, List.of("")));
        }
        if (isText(parser, token)) {
            return Optional.of(new Entry(line, false, List.of(parser.getText())));
        }
        parser.skipChildren();
        return Optional.empty();
    }

    private static boolean isText(YAMLParser parser, JsonToken token) {
        return token.isScalarValue() && token != JsonToken.VALUE_NULL && !parser.isCurrentAlias();
    }

    private int line(YAMLParser parser) {
        return firstLine + Math.max(0, parser.currentTokenLocation().getLineNr() - 1);
    }

    /** Whether the key is there. */
    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Line of a key, or of the block if the key is not there. */
    int line(String key) {
        Entry entry = entries.get(key);
        return entry == null ? Math.max(1, firstLine - 1) : entry.line;
    }

    /** The text of a key; empty after reporting a problem if it is missing, blank or a list. */
    Optional<String> text(String key, String example) {
        Entry entry = entries.get(key);
        if (entry == null && !readable) {
            return Optional.empty(); // one message about the block is enough
        }
        if (entry == null) {
            problems.add(line(key), "The " + name + " has no '" + key + "'; write `" + key + ": " + example + "`.");
            return Optional.empty();
        }
        if (entry.isList || entry.values.get(0).isBlank()) {
            problems.add(entry.line, "'" + key + "' needs a text; write `" + key + ": " + example + "`.");
            return Optional.empty();
        }
        return Optional.of(entry.values.get(0).strip());
    }

    /** The list of a key, empty if the key is not there; a problem if it is not a list. */
    List<String> list(String key, String example) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return List.of();
        }
        if (!entry.isList || entry.values.stream().anyMatch(String::isBlank)) {
            problems.add(entry.line, "'" + key + "' needs a list of words; write `" + key + ": " + example + "`.");
            return List.of();
        }
        return entry.values.stream().map(String::strip).toList();
    }
}
