package rejoinder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Twenty complaints that are heard about programs of this kind, and the tests that answer each: those with the tag of its number. One complaint alone is tried with
 * {@code mvn verify -Pbrowser -Dgroups=complaint-7}.
 */
class ComplaintsTest {
    private static final List<String> COMPLAINTS = List.of(
            "A reload or another page loses the interview.",
            "The whole session is lost because its last step failed.",
            "Answers that were shown were never stored after an outage.",
            "Two windows overwrite each other's answers.",
            "Typed text is gone when a save fails.",
            "A reload sets the clock back, or the clock jumps.",
            "One is trapped when the time is over.",
            "The end of the time drops what was typed.",
            "There is no timer, no warning, no time for each question.",
            "The timer talks over everything and cannot be adjusted.",
            "There is praise and there are points for nonsense.",
            "The score is not explained.",
            "The same text gets another score; a substitute stands in for a score unseen.",
            "A right answer is rejected, and one cannot say so.",
            "The history is missing, or what it showed is gone from it.",
            "The same questions come again and again.",
            "What was missed cannot be practised from the review.",
            "Own questions cannot be imported, or some come twice or not at all.",
            "Results cannot be taken away.",
            "A mouse is needed.");
    private static final Pattern TAGGED = Pattern.compile("@Tag\\(\"complaint-(\\d+)\"\\)");
    private static final Pattern TEST = Pattern.compile("@(?:Parameterized)?Test\\b");
    private static final Pattern METHOD = Pattern.compile("\\bvoid (\\w+)\\(");

    @Test
    void eachComplaintHasItsTest() throws IOException {
        Map<Integer, List<String>> tests = new TreeMap<>();
        for (Path file : sources()) {
            find(file, tests);
        }
        for (int number = 1; number <= COMPLAINTS.size(); number++) {
            System.out.printf(
                    "%2d. %s%n    %s%n",
                    number, COMPLAINTS.get(number - 1), String.join("\n    ", tests.getOrDefault(number, List.of())));
        }
        TreeSet<Integer> all = new TreeSet<>();
        for (int number = 1; number <= COMPLAINTS.size(); number++) {
            all.add(number);
        }
        assertThat(tests.keySet()).isEqualTo(all);
    }

    private static List<Path> sources() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String root : List.of("src/test/java", "src/browser/java")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().endsWith("Test.java")).forEach(found::add);
            }
        }
        return found;
    }

    /** Adds the tagged methods of a file, each of which has to be a test that runs. */
    private static void find(Path file, Map<Integer, List<String>> tests) throws IOException {
        String source = Files.readString(file);
        int before = 0;
        Matcher method = METHOD.matcher(source);
        while (method.find()) {
            String head = source.substring(before, method.start());
            // what belongs to the method comes after the end of the one before
            String annotations = head.substring(Math.max(head.lastIndexOf("\n    }\n"), 0));
            Matcher tag = TAGGED.matcher(annotations);
            while (tag.find()) {
                assertThat(TEST.matcher(annotations).find())
                        .as(file + ": " + method.group(1) + " is tagged and no test")
                        .isTrue();
                assertThat(annotations).as(file + ": " + method.group(1)).doesNotContain("@Disabled");
                tests.computeIfAbsent(Integer.valueOf(tag.group(1)), number -> new ArrayList<>())
                        .add(file.getFileName().toString().replace(".java", "") + "." + method.group(1));
            }
            before = method.end();
        }
    }
}
