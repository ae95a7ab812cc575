package rejoinder.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import rejoinder.pack.ImportWarning;

/** Questions in JSON, JSON Lines and YAML, under whatever names their fields have, and the cells of a notebook. */
final class Structured {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int DEEPEST = 20;
    private static final Set<String> TOPIC =
            Set.of("topic", "category", "section", "deck", "subject", "chapter", "module");
    private static final Set<String> CONTEXT = Set.of("context", "code", "snippet", "situation", "passage");
    private static final Set<String> OPTIONS = Set.of("options", "choices", "answers", "alternatives", "distractors");
    private static final Set<String> KEY = Set.of(
            "correct",
            "correct_answer",
            "correctanswer",
            "correct_option",
            "correctoption",
            "key",
            "correct_index",
            "correctindex",
            "answer_index",
            "solution");
    private static final Set<String> WHY = Set.of("explanation", "rationale", "feedback", "why");
    private static final Set<String> TAGS = Set.of("tags", "labels", "keywords");

    private final String source;
    private final List<Card> cards = new ArrayList<>();
    private final List<ImportWarning> warnings = new ArrayList<>();
    private int at;
    private int line = 1;

    private Structured(String source) {
        this.source = source;
    }

    static Cards json(String text) {
        try {
            return read(JSON.readTree(text), text, "JSON");
        } catch (JsonProcessingException e) {
            return broken("JSON", e);
        }
    }

    static Cards yaml(String text) {
        try {
            return read(YAML.readTree(text), text, "YAML");
        } catch (JsonProcessingException e) {
            return broken("YAML", e);
        }
    }

    static Cards jsonLines(String text) {
        Structured found = new Structured(text);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isBlank()) {
                continue;
            }
            try {
                found.line = i + 1;
                found.at = -1;
                found.value(JSON.readTree(lines[i]), "", 0);
            } catch (JsonProcessingException e) {
                found.warnings.add(new ImportWarning(
                        i + 1, "This line is not JSON and is left out (" + e.getOriginalMessage() + ")."));
            }
        }
        return new Cards("JSON Lines", found.cards, found.warnings);
    }

    private static Cards broken(String what, JsonProcessingException e) {
        int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        return new Cards(
                what,
                List.of(),
                List.of(new ImportWarning(
                        line,
                        "This is not valid " + what + " ("
                                + e.getOriginalMessage().lines().findFirst().orElse("") + "); fix this line.")));
    }

    private static Cards read(JsonNode root, String text, String what) {
        Structured found = new Structured(text);
        found.value(root, "", 0);
        return new Cards(what, found.cards, found.warnings);
    }

    private void value(JsonNode node, String topic, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isArray()) {
            for (JsonNode child : node) {
                value(child, topic, depth + 1);
            }
        } else if (node.isObject()) {
            object(node, topic, depth);
        }
    }

    private void object(JsonNode node, String topic, int depth) {
        String prompt = text(node, Marks.ASKED);
        if (prompt.isBlank()) {
            String here = text(node, TOPIC).isBlank() ? text(node, Set.of("title", "name")) : text(node, TOPIC);
            boolean pairs = node.size() > 0;
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                pairs &= field.getValue().isTextual() && Wording.asks(field.getKey());
            }
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (pairs) {
                    add(topic, field.getKey(), "", field.getValue().asText(), List.of());
                } else if (field.getValue().isContainerNode()) {
                    boolean named = Set.of("questions", "cards", "items", "data", "quiz", "results", "notes", "faq")
                            .contains(field.getKey().toLowerCase(Locale.ROOT));
                    value(field.getValue(), !here.isBlank() ? here : named ? topic : field.getKey(), depth + 1);
                }
            }
            return;
        }
        String section = text(node, TOPIC).isBlank() ? topic : text(node, TOPIC);
        List<String> options = list(node, OPTIONS);
        String answer = text(node, Marks.SAID);
        String why = text(node, WHY);
        if (!options.isEmpty()) {
            String key = answer.isBlank() ? text(node, KEY) : answer;
            answer = chosen(options, key);
        } else if (answer.isBlank()) {
            answer = text(node, KEY);
        }
        if (!why.isBlank() && !why.equals(answer)) {
            answer = answer.isBlank() ? why : answer + "\n\n" + why;
        }
        StringBuilder context = new StringBuilder(text(node, CONTEXT));
        for (int i = 0; i < options.size(); i++) {
            context.append(i == 0 && context.length() > 0 ? "\n\n" : i == 0 ? "" : "\n")
                    .append("- ")
                    .append((char) ('A' + i % 26))
                    .append(": ")
                    .append(options.get(i));
        }
        add(section, prompt, context.toString(), answer, list(node, TAGS));
    }

    private static String chosen(List<String> options, String key) {
        if (key.matches("[A-Za-z]") && Character.toUpperCase(key.charAt(0)) - 'A' < options.size()) {
            return options.get(Character.toUpperCase(key.charAt(0)) - 'A');
        }
        if (key.matches("\\d{1,2}") && Integer.parseInt(key) < options.size() && !options.contains(key)) {
            return options.get(Integer.parseInt(key));
        }
        return key;
    }

    private void add(String topic, String prompt, String context, String answer, List<String> tags) {
        if (at >= 0) {
            String probe = prompt.substring(0, Math.min(25, prompt.length())).split("[\"\\\\\n]", 2)[0];
            int found = probe.isEmpty() ? -1 : source.indexOf(probe, at);
            if (found >= 0) {
                for (int i = at; i < found; i++) {
                    line += source.charAt(i) == '\n' ? 1 : 0;
                }
                at = found;
            }
        }
        boolean html = answer.matches("(?s).*</?(?:p|br|ul|ol|li|pre|code|b|strong|em|div)\\b[^>]*>.*");
        cards.add(new Card(
                line,
                topic,
                prompt.replaceAll("\\s*\\n\\s*", " "),
                context,
                html ? HtmlText.markdown(answer) : answer,
                tags));
    }

    private static String text(JsonNode node, Set<String> names) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (names.contains(field.getKey().toLowerCase(Locale.ROOT))) {
                JsonNode value = field.getValue();
                if (value.isTextual() || value.isNumber() || value.isBoolean()) {
                    return value.asText().strip();
                }
                if (value.isArray() && value.size() > 0 && value.get(0).isTextual()) {
                    List<String> parts = new ArrayList<>();
                    value.forEach(part -> parts.add(part.asText()));
                    return String.join("\n", parts);
                }
                if (value.isObject()) {
                    String inner = text(value, Set.of("text", "value", "content", "body", "markdown", "html"));
                    if (!inner.isBlank()) {
                        return inner;
                    }
                }
            }
        }
        return "";
    }

    private static List<String> list(JsonNode node, Set<String> names) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (names.contains(field.getKey().toLowerCase(Locale.ROOT))
                    && field.getValue().isContainerNode()
                    && found.isEmpty()) {
                for (JsonNode value : field.getValue()) {
                    String text = value.isValueNode()
                            ? value.asText()
                            : text(value, Set.of("text", "value", "content", "answer", "option"));
                    if (!text.isBlank()) {
                        found.add(text.strip());
                    }
                }
            }
        }
        return found;
    }

    // ---- notebooks

    static boolean isNotebook(String text) {
        return text.stripLeading().startsWith("{") && text.contains("\"cells\"") && text.contains("\"cell_type\"");
    }

    /** The cells of a notebook as one Markdown text. */
    static String notebook(String text) throws JsonProcessingException {
        StringBuilder out = new StringBuilder();
        JsonNode root = JSON.readTree(text);
        String language =
                root.path("metadata").path("kernelspec").path("language").asText("python");
        for (JsonNode cell : root.path("cells")) {
            StringBuilder source = new StringBuilder();
            if (cell.path("source").isTextual()) {
                source.append(cell.path("source").asText());
            } else {
                cell.path("source").forEach(part -> source.append(part.asText()));
            }
            if (cell.path("cell_type").asText().equals("code")) {
                out.append("```")
                        .append(language)
                        .append('\n')
                        .append(source.toString().stripTrailing())
                        .append("\n```\n\n");
            } else {
                out.append(source.toString().stripTrailing()).append("\n\n");
            }
        }
        return out.toString();
    }
}
