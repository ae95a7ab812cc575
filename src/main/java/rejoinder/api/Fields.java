package rejoinder.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object of a request. Anything invalid is refused with the field's name: another type, a number out of range, a
 * field that the route does not know, a text with a NUL character or half a surrogate pair.
 */
final class Fields {
    private final JsonNode node;
    private final String path;

    private Fields(JsonNode node, String path, Set<String> known) {
        this.node = node;
        this.path = path;
        if (!node.isObject()) {
            throw wrong("", "must be an object of named fields");
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                String shown = name.length() > 40 ? name.substring(0, 40) + "..." : name;
                throw Refusal.malformed(
                        path + shown,
                        "The field '" + path + shown + "' is unknown; the known ones are "
                                + String.join(", ", new TreeSet<>(known)) + ".");
            }
        }
    }

    /** Reads a body as an object with no other fields than these. */
    static Fields parse(byte[] body, String... known) {
        try {
            JsonNode node = Json.MAPPER.readTree(body);
            if (node == null || node.isMissingNode()) {
                throw Refusal.malformed("The request has no body; send a JSON object with "
                        + String.join(", ", new TreeSet<>(Set.of(known))) + ".");
            }
            return new Fields(node, "", Set.of(known));
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
            throw Refusal.malformed("The body is not valid JSON" + where + ".");
        } catch (IOException e) {
            // bytes that are not UTF-8 end here
            throw Refusal.malformed("The body is not valid JSON: it must be UTF-8 text.");
        }
    }

    /** Whether the field is there and not null. */
    boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** Whether the field is null; a missing field is refused. */
    boolean isNull(String name) {
        if (!node.has(name)) {
            throw wrong(name, "is missing");
        }
        return node.get(name).isNull();
    }

    /** A string. */
    String text(String name) {
        JsonNode value = required(name);
        if (!value.isTextual()) {
            throw wrong(name, "must be a string");
        }
        return clean(name, value.textValue());
    }

    /** A string with a limit on its characters. */
    String text(String name, int longest) {
        String text = text(name);
        if (text.length() > longest) {
            throw wrong(name, "has " + text.length() + " characters; at most " + longest + " are taken");
        }
        return text;
    }

    /** A whole number in a range. */
    long whole(String name, long least, long most) {
        JsonNode value = required(name);
        if (!value.isIntegralNumber()) {
            throw wrong(name, "must be a whole number");
        }
        if (!value.canConvertToLong() || value.longValue() < least || value.longValue() > most) {
            throw wrong(name, "must be from " + least + " to " + most);
        }
        return value.longValue();
    }

    /** A number in a range. */
    double number(String name, double least, double most) {
        JsonNode value = required(name);
        if (!value.isNumber()) {
            throw wrong(name, "must be a number");
        }
        double number = value.doubleValue();
        if (!(number >= least && number <= most)) {
            throw wrong(name, "must be from " + plain(least) + " to " + plain(most));
        }
        return number;
    }

    /** True or false. */
    boolean flag(String name) {
        JsonNode value = required(name);
        if (!value.isBoolean()) {
            throw wrong(name, "must be true or false");
        }
        return value.booleanValue();
    }

    /** One of the allowed words. */
    <T> T word(String name, Map<String, T> words) {
        T meant = words.get(text(name));
        if (meant == null) {
            throw wrong(name, "must be one of " + String.join(", ", new TreeSet<>(words.keySet())));
        }
        return meant;
    }

    /** An object with no other fields than these. */
    Fields object(String name, String... known) {
        return new Fields(required(name), path + name + ".", Set.of(known));
    }

    /** A list of objects with no other fields than these. */
    List<Fields> objects(String name, int most, String... known) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode item : list(name, most)) {
            objects.add(new Fields(item, path + name + "[" + objects.size() + "].", Set.copyOf(Arrays.asList(known))));
        }
        return objects;
    }

    /** A list of strings. */
    List<String> texts(String name, int most) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : list(name, most)) {
            if (!item.isTextual()) {
                throw wrong(name, "must be a list of strings");
            }
            texts.add(clean(name, item.textValue()));
        }
        return texts;
    }

    /** Refuses a field of this object. */
    Refusal wrong(String name, String rule) {
        String field = name.isEmpty() && path.endsWith(".") ? path.substring(0, path.length() - 1) : path + name;
        return field.isEmpty()
                ? Refusal.malformed("The body " + rule + ".")
                : Refusal.malformed(field, "The field '" + field + "' " + rule + ".");
    }

    private JsonNode list(String name, int most) {
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw wrong(name, "must be a list");
        }
        if (value.size() > most) {
            throw wrong(name, "has " + value.size() + " entries; at most " + most + " are taken");
        }
        return value;
    }

    private JsonNode required(String name) {
        @Nullable JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw wrong(name, "is missing");
        }
        return value;
    }

    private String clean(String name, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw wrong(name, "has a NUL character at position " + (i + 1) + ", which cannot be kept; remove it");
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw wrong(
                        name,
                        "has half a character (a lone surrogate) at position " + (i + 1)
                                + ", which cannot be kept; remove it");
            }
        }
        return text;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
