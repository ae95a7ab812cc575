package rejoinder.evaluate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of Mohler's set, version 2.0 (Mohler, Bunescu, Mihalcea: ACL 2011), as it was published: {@code raw/questions} and {@code raw/answers} with a
 * number in front of each line, {@code raw/N} with the answers to question N, {@code scores/N/ave} with the two graders' mean, 0 to 5, and {@code docs/files}
 * with the numbers of the questions that were graded. In Latin-1.
 */
final class MohlerFolder {
    /** The mark for a full answer. */
    static final double FULL_MARKS = 5;

    private static final Pattern NUMBERED = Pattern.compile("(\\d+\\.\\d+)\\s+(.*)");

    private MohlerFolder() {}

    /** Where the set lies in a folder: in itself, in {@code data}, or in {@code ShortAnswerGrading_v2.0/data}. */
    static Optional<Path> find(Path folder) {
        return Stream.of(folder, folder.resolve("data"), folder.resolve("ShortAnswerGrading_v2.0/data"))
                .filter(data ->
                        Files.isRegularFile(data.resolve("raw/questions")) && Files.isDirectory(data.resolve("scores")))
                .findFirst();
    }

    static GradedSet read(Path data) throws IOException {
        Map<String, String> questions = numbered(data.resolve("raw/questions"));
        Map<String, String> references = numbered(data.resolve("raw/answers"));
        Path files = data.resolve("docs/files");
        List<String> ids = Files.exists(files)
                ? lines(files).stream()
                        .map(String::strip)
                        .filter(line -> !line.startsWith("#"))
                        .toList()
                : questions.keySet().stream()
                        .filter(id -> Files.exists(data.resolve("scores").resolve(id)))
                        .toList();
        List<GradedAnswer> answers = new ArrayList<>();
        for (String id : ids) {
            String question = questions.getOrDefault(id, "");
            String reference = references.getOrDefault(id, "");
            if (question.isEmpty() || reference.isEmpty()) {
                throw new AnswerFileException("Question " + id + " is not in raw/questions and raw/answers of " + data
                        + "; take the folder as it was published.");
            }
            List<String> given = lines(data.resolve("raw").resolve(id));
            List<String> marks = lines(data.resolve("scores").resolve(id).resolve("ave"));
            if (given.size() != marks.size()) {
                throw new AnswerFileException(
                        "Question " + id + " has " + given.size() + " answers in raw/" + id + " and "
                                + marks.size() + " scores in scores/" + id + "/ave of " + data
                                + "; take the folder as it was published.");
            }
            for (int i = 0; i < given.size(); i++) {
                String answer = given.get(i).strip();
                answer = answer.startsWith(id) ? answer.substring(id.length()) : answer;
                answers.add(new GradedAnswer(
                        id, question, List.of(reference), clean(answer), score(marks.get(i), id, i + 1), ""));
            }
        }
        return new GradedSet("Mohler 2011, version 2.0", FULL_MARKS, answers);
    }

    private static double score(String text, String id, int number) {
        double mark;
        try {
            mark = Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            mark = Double.NaN;
        }
        if (!(mark >= 0 && mark <= FULL_MARKS)) {
            throw new AnswerFileException("Score " + number + " in scores/" + id + "/ave is '" + text.strip()
                    + "'; a score is a number from 0 to 5.");
        }
        return mark / FULL_MARKS;
    }

    private static Map<String, String> numbered(Path file) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String line : lines(file)) {
            Matcher form = NUMBERED.matcher(line.strip());
            if (form.matches()) {
                texts.put(form.group(1), clean(form.group(2)));
            }
        }
        return texts;
    }

    private static List<String> lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> !line.isBlank()).toList();
        }
    }

    private static String clean(String text) {
        return text.replaceAll("(?i)<br\\s*/?>", " ").strip().replaceAll("\\s+", " ");
    }
}
