package rejoinder.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rejoinder.text.CodeLexer.Kind;
import rejoinder.text.CodeLexer.Statement;
import rejoinder.text.CodeLexer.Token;

/**
 * What a single statement cannot show: functions within functions, methods, methods that a base class has too. A statement that is such a thing gets a mark in
 * front, which {@link CodeTable} knows like any other token.
 */
final class CodeScopes {
    private final Deque<Scope> open = new ArrayDeque<>();
    private final Map<String, Set<String>> methods = new HashMap<>();

    /**
     * A function or class whose body is not over.
     *
     * @param bases of a class
     * @param inner names of functions defined in it
     */
    private record Scope(int indent, boolean function, String name, List<String> bases, Set<String> inner) {}

    private CodeScopes() {}

    /** The statements with marks in front of some. */
    static List<Statement> marked(List<Statement> statements) {
        CodeScopes scopes = new CodeScopes();
        List<Statement> marked = new ArrayList<>();
        for (Statement statement : statements) {
            marked.add(statement.tokens().isEmpty() ? statement : scopes.next(statement));
        }
        return marked;
    }

    private Statement next(Statement statement) {
        while (!open.isEmpty() && open.element().indent >= statement.indent()) {
            open.remove();
        }
        List<Token> tokens = statement.tokens();
        boolean async = statement.starts("async", "def");
        List<String> marks = new ArrayList<>();
        if (statement.starts("class") && tokens.size() > 1) {
            open.push(new Scope(statement.indent(), false, tokens.get(1).text(), bases(tokens), new HashSet<>()));
        } else if ((async || statement.starts("def")) && tokens.size() > (async ? 2 : 1)) {
            String name = tokens.get(async ? 2 : 1).text();
            marks.addAll(definition(name));
            open.push(new Scope(statement.indent(), true, name, List.of(), new HashSet<>()));
        } else if (statement.starts("return")
                && tokens.size() == 2
                && inner(tokens.get(1).text())) {
            marks.add("<inner>");
        }
        boolean itself = !statement.starts("def")
                && !async
                && open.stream().anyMatch(scope -> scope.function && calls(tokens, scope.name));
        if (itself) {
            marks.add("<recursive>");
        }
        return marks.isEmpty() ? statement : with(marks, statement);
    }

    private List<String> definition(String name) {
        List<String> marks = new ArrayList<>();
        if (!open.isEmpty() && open.element().function) {
            marks.add("<nested>");
            open.element().inner.add(name);
        } else if (!open.isEmpty()) {
            Scope type = open.element();
            marks.add("<method>");
            methods.computeIfAbsent(type.name, key -> new HashSet<>()).add(name);
            if (type.bases.stream()
                    .anyMatch(base -> methods.getOrDefault(base, Set.of()).contains(name))) {
                marks.add("<override>");
            }
        }
        return marks;
    }

    private boolean inner(String name) {
        return !open.isEmpty() && open.element().inner.contains(name);
    }

    private static boolean calls(List<Token> tokens, String name) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean own = i == 0 || !tokens.get(i - 1).is(".");
            if (own && tokens.get(i).is(name) && tokens.get(i + 1).is("(")) {
                return true;
            }
        }
        return false;
    }

    private static List<String> bases(List<Token> tokens) {
        return tokens.stream()
                .skip(2)
                .filter(token -> token.kind() == Kind.NAME)
                .map(Token::text)
                .toList();
    }

    private static Statement with(List<String> marks, Statement statement) {
        List<Token> tokens = new ArrayList<>();
        for (String mark : marks) {
            tokens.add(new Token(Kind.KEYWORD, mark, statement.tokens().get(0).span()));
        }
        tokens.addAll(statement.tokens());
        return new Statement(statement.indent(), tokens, statement.comments());
    }
}
