package rejoinder.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import rejoinder.text.CodeLexer.Kind;
import rejoinder.text.CodeLexer.Token;

/** What the constructs of Python are called and do, in the words that people explain them with; the resource's first lines say how a line is written. */
final class CodeTable {
    private static final String RESOURCE = "code-constructs.txt";
    private static final CodeTable SHIPPED = load();

    private static final Pattern FORMATTED = Pattern.compile("[rRbB]?[fF][\"']");

    private final List<Rule> rules;

    /**
     * A construct.
     *
     * @param pattern tokens, with wildcards
     * @param said what it is called and does
     */
    private record Rule(List<String> pattern, String said) {}

    /**
     * A construct found in a statement.
     *
     * @param said what it is called and does
     * @param from index of its first token
     * @param to index behind its last token
     */
    record Found(String said, int from, int to) {}

    private CodeTable(List<Rule> rules) {
        this.rules = rules;
    }

    static CodeTable shipped() {
        return SHIPPED;
    }

    private static CodeTable load() {
        List<Rule> rules = new ArrayList<>();
        try (BufferedReader lines = ShippedFile.open(CodeTable.class, RESOURCE)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int arrow = line.indexOf(" => ");
                if (line.startsWith("#") || line.isBlank()) {
                    continue;
                }
                if (arrow < 0) {
                    throw new IllegalStateException("'" + line + "' in " + RESOURCE + " has no ' => '.");
                }
                rules.add(new Rule(
                        List.of(line.substring(0, arrow).strip().split("\\s+", -1)),
                        line.substring(arrow + 4).strip()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CodeTable(rules);
    }

    /** The constructs of a statement, each once, in the order of the table. */
    List<Found> in(List<Token> statement) {
        List<Found> found = new ArrayList<>();
        boolean decorator = !statement.isEmpty() && statement.get(0).is("@");
        for (Rule rule : rules) {
            if (!decorator || rule.pattern.contains("@")) {
                first(rule, statement).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Found> first(Rule rule, List<Token> tokens) {
        for (int from = 0; from < tokens.size(); from++) {
            List<String> names = new ArrayList<>();
            int to = match(rule.pattern, 0, tokens, from, names);
            if (to > from) {
                String said = rule.said;
                for (int i = 0; i < names.size(); i++) {
                    said = said.replace("{" + (i + 1) + "}", inWords(names.get(i)));
                }
                return Optional.of(new Found(said, from, to));
            }
        }
        return Optional.empty();
    }

    /** The words of a name: {@code read_csv} and {@code readCsv} are "read csv". */
    static String inWords(String name) {
        String words = name.replace('_', ' ')
                .replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", " ")
                .strip();
        return words.isEmpty() ? name : words;
    }

    // the index behind a match, or -1
    private static int match(List<String> pattern, int p, List<Token> tokens, int at, List<String> names) {
        if (p == pattern.size()) {
            return at;
        }
        String wanted = pattern.get(p);
        if (wanted.equals("...")) {
            return gap(pattern, p, tokens, at, names);
        }
        if (wanted.equals("^") || wanted.equals("$")) {
            return at == (wanted.equals("^") ? 0 : tokens.size()) ? match(pattern, p + 1, tokens, at, names) : -1;
        }
        if (at >= tokens.size() || !fits(wanted, tokens.get(at))) {
            return -1;
        }
        if (wanted.equals("NAME")) {
            names.add(tokens.get(at).text());
        }
        int to = match(pattern, p + 1, tokens, at + 1, names);
        if (to < 0 && wanted.equals("NAME")) {
            names.remove(names.size() - 1);
        }
        return to;
    }

    // any tokens, brackets as wholes
    private static int gap(List<String> pattern, int p, List<Token> tokens, int from, List<String> names) {
        int at = from;
        while (true) {
            int to = match(pattern, p + 1, tokens, at, names);
            if (to >= 0 || at >= tokens.size()) {
                return to;
            }
            int depth = 0;
            do {
                Token token = tokens.get(at);
                depth += opens(token) ? 1 : closes(token) ? -1 : 0;
                at++;
            } while (depth > 0 && at < tokens.size());
            if (depth < 0) {
                return -1;
            }
        }
    }

    private static boolean fits(String wanted, Token token) {
        return switch (wanted) {
            case "NAME" -> token.kind() == Kind.NAME;
            case "STRING" -> token.kind() == Kind.STRING;
            case "FSTRING" ->
                token.kind() == Kind.STRING && FORMATTED.matcher(token.text()).lookingAt();
            case "NUMBER" -> token.kind() == Kind.NUMBER;
            case "ANY" -> true;
            default -> token.is(wanted);
        };
    }

    private static boolean opens(Token token) {
        return token.kind() == Kind.MARK && "([{".contains(token.text());
    }

    private static boolean closes(Token token) {
        return token.kind() == Kind.MARK && ")]}".contains(token.text());
    }
}
