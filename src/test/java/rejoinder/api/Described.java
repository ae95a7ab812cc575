package rejoinder.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Holds JSON to the schemas of {@code openapi.json}: the part of JSON Schema that the document uses, and more strictly than it asks: a field that is not described
 * is a fault.
 */
final class Described {
    final JsonNode document;

    Described() {
        try {
            document = Json.MAPPER.readTree(
                    WebRoot.onClassPath("rejoinder/api/openapi.json").orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException("The description is no JSON.", e);
        }
    }

    /** What is not as described, one line a fault with its place. */
    List<String> faults(JsonNode schema, JsonNode value) {
        List<String> faults = new ArrayList<>();
        check(schema, value, "", faults);
        return faults;
    }

    private void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
        if (schema.has("$ref")) {
            check(target(schema.get("$ref").textValue()), value, at, faults);
            return;
        }
        if (schema.has("oneOf")) {
            oneOf(schema.get("oneOf"), value, at, faults);
            return;
        }
        if (schema.has("const") && !schema.get("const").equals(value)) {
            faults.add(at + ": " + value + " is not " + schema.get("const"));
        }
        if (schema.has("enum") && !contains(schema.get("enum"), value)) {
            faults.add(at + ": " + value + " is none of " + schema.get("enum"));
        }
        if (schema.has("type") && !hasType(schema.get("type"), value)) {
            faults.add(at + ": " + value + " is no " + schema.get("type"));
            return;
        }
        if (value.isNumber()) {
            boolean low = schema.has("minimum")
                    && value.doubleValue() < schema.get("minimum").doubleValue();
            boolean high = schema.has("maximum")
                    && value.doubleValue() > schema.get("maximum").doubleValue();
            if (low || high) {
                faults.add(at + ": " + value + " is out of range");
            }
        }
        if (value.isObject() && schema.has("properties")) {
            object(schema, value, at, faults);
        }
        if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(schema.get("items"), value.get(i), at + "[" + i + "]", faults);
            }
        }
    }

    private void oneOf(JsonNode kinds, JsonNode value, String at, List<String> faults) {
        int fitting = 0;
        List<String> fewest = new ArrayList<>();
        for (JsonNode kind : kinds) {
            List<String> own = new ArrayList<>();
            check(kind, value, at, own);
            if (own.isEmpty()) {
                fitting++;
            } else if (fewest.isEmpty() || own.size() < fewest.size()) {
                fewest = own;
            }
        }
        if (fitting > 1) {
            faults.add(at + ": fits " + fitting + " of the kinds");
        } else if (fitting == 0) {
            faults.addAll(fewest);
        }
    }

    private void object(JsonNode schema, JsonNode value, String at, List<String> faults) {
        for (JsonNode required : schema.path("required")) {
            if (!value.has(required.textValue())) {
                faults.add(at + "." + required.textValue() + ": is missing");
            }
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            JsonNode described = schema.get("properties").get(field.getKey());
            if (described == null) {
                faults.add(at + "." + field.getKey() + ": is not described");
            } else {
                check(described, field.getValue(), at + "." + field.getKey(), faults);
            }
        }
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode item : list) {
            if (item.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasType(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (hasType(one, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (type.textValue()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new IllegalStateException("The description has a type " + type + ".");
        };
    }

    /** What a reference within the document points to. */
    JsonNode target(String reference) {
        JsonNode target = document.at(reference.substring(1));
        if (target.isMissingNode()) {
            throw new IllegalStateException("The description points to " + reference + ", which it does not have.");
        }
        return target;
    }
}
