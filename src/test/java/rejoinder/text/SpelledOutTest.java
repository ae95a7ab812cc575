package rejoinder.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpelledOutTest {
    @Test
    void constructsAreNamedAndNamesTakenApart() {
        assertThat(said("with open(file_path) as sourceFile:\n    rows = [r for r in sourceFile if r]"))
                .contains("a with statement opens the file and closes it at the end of the block")
                .contains(
                        "a list comprehension builds a new list, an if clause filters the items: rows r for r in source File if r");
    }

    @Test
    void aFunctionInAFunctionIsNestedAndOneAfterItIsNot() {
        String said = said(
                "def outer(n):\n    def inner():\n        return n\n    return inner\n\ndef third():\n    return 1");
        assertThat(said)
                .contains("an inner function nested in the enclosing function, defines the function inner")
                .contains("a closure over the variables of the enclosing function")
                .doesNotContain("enclosing function, defines the function third");
    }

    @Test
    void aMethodThatTheBaseClassHasTooOverridesIt() {
        String base = "class A:\n    def hi(self): return 1\n";
        assertThat(said(base + "class B(A):\n    def hi(self): return super().hi()"))
                .contains("overrides the inherited method")
                .contains("super calls the method of the base class");
        assertThat(said(base + "class B(A):\n    def bye(self): return 2")).doesNotContain("overrides");
    }

    @Test
    void aGapInAPatternDoesNotLeaveItsBrackets() {
        assertThat(said("x = [{'a': 1}, (2, 3)]")).doesNotContain("slice");
        assertThat(said("x = rows[1:n]")).contains("a slice, from start to stop");
    }

    @Test
    void aCommentIsProseAndStandsForItself() {
        String answer = "a is b  # two objects of their own\nprint(a)";
        SpelledOut code = SpelledOut.of(answer).orElseThrow();
        int place = code.text().indexOf("objects of");
        assertThat(place).isPositive();
        assertThat(code.code(new Span(place, place + 7)).of(answer)).isEqualTo("objects");
    }

    @Test
    void everyWordPointsAtTheCodeItStandsFor() {
        String answer = "So:\n```python\nfor k, v in prices.items():\n    print(k)\n```";
        SpelledOut code = SpelledOut.of(answer).orElseThrow();
        assertThat(code.text()).contains("unpacks each item into several names");
        int place = code.text().indexOf("pairs of keys");
        assertThat(code.code(new Span(place, place + 5)).of(answer)).isEqualTo(".items()");
        assertThat(code.text()).doesNotContain("So").doesNotContain("```");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with open you need no close, with closes the file.",
                "for lists in Python: use append",
                "import executes top-level code",
                "== compares values, is compares identity",
                "A list is mutable; a tuple (immutable) is not.",
                "list = mutable, tuple = immutable",
                "return gives a value back\nyield pauses the function",
                "`list(x)` or `x[:]` make a copy",
                "*args -> tuple, **kwargs -> dict",
                "# Summary\nclass methods get cls",
                "if not None, the value is used: see below",
                ""
            })
    void proseIsNoCode(String answer) {
        assertThat(SpelledOut.of(answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with open(p) as f:\n    text = f.read()",
                "`with open(p) as f: text = f.read()`",
                ">>> {w[0]: w for w in words}",
                "You write it so:\n\nsquare = lambda x: x * x",
                "@property\ndef name(self):\n    return self._name",
                "result = compute(\n    1,\n    2,\n)",
                "try:\n    risky()\nexcept ValueError:\n    pass"
            })
    void codeNeedsNoFence(String answer) {
        assertThat(SpelledOut.of(answer)).isPresent();
    }

    @Test
    void brokenAndHugeCodeIsRead() {
        for (String answer : new String[] {
            "```",
            "```\n",
            "def f(",
            "x = [" + "1, ".repeat(20_000) + "2]",
            "x = '" + "\\'".repeat(20_000) + "'",
            "print(\"\"\"a",
            "f(\n".repeat(2_000)
        }) {
            SpelledOut.of(answer)
                    .ifPresent(code -> assertThat(code.pieces())
                            .allSatisfy(piece -> assertThat(piece.code().end()).isLessThanOrEqualTo(answer.length())));
        }
    }

    private static String said(String answer) {
        return SpelledOut.of(answer).orElseThrow().text();
    }
}
