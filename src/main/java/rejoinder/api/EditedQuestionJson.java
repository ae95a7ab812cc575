package rejoinder.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rejoinder.bank.Difficulty;
import rejoinder.bank.FollowUp;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Misconception;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Source;
import rejoinder.intake.Editing;
import rejoinder.pack.Markup;

/**
 * All of a question that a person can change.
 *
 * @param minutes suggested time, 1 to 60
 * @param proposed key points that are proposed and not yet accepted
 * @param followUp what the interviewer asks next; empty if nothing is asked
 * @param followUpReference a model answer to it; empty if it is asked and not marked
 * @param followUpPoints what a good answer to it states
 */
record EditedQuestionJson(
        String prompt,
        String context,
        String difficulty,
        int minutes,
        List<String> tags,
        List<ReferenceTextJson> references,
        List<EditedPointJson> points,
        List<EditedPointJson> proposed,
        List<EditedMisconceptionJson> misconceptions,
        String followUp,
        String followUpReference,
        List<EditedPointJson> followUpPoints,
        List<Source> sources) {
    private static final String[] FIELDS = {
        "prompt",
        "context",
        "difficulty",
        "minutes",
        "tags",
        "references",
        "points",
        "proposed",
        "misconceptions",
        "followUp",
        "followUpReference",
        "followUpPoints",
        "sources"
    };
    private static final int MOST = 50;
    private static final int LONGEST_LINE = 2_000;
    private static final int LONGEST_TEXT = 90_000;
    private static final Map<String, Difficulty> DIFFICULTIES =
            Stream.of(Difficulty.values()).collect(Collectors.toMap(Difficulty::word, word -> word));

    /** A model answer. */
    record ReferenceTextJson(String label, String text) {}

    /**
     * A key point.
     *
     * @param id empty for a new one
     * @param shortForm a few words that name it
     * @param ask the yes-no question that settles it
     * @param wordings other ways to say it
     * @param outputs printed lines that an answer must state literally
     */
    record EditedPointJson(
            String id,
            String statement,
            int weight,
            boolean bonus,
            String shortForm,
            String ask,
            List<String> wordings,
            List<String> outputs) {
        static EditedPointJson of(KeyPoint point) {
            return new EditedPointJson(
                    point.id(),
                    point.statement(),
                    point.weight(),
                    point.bonus(),
                    point.shortForm(),
                    point.ask(),
                    point.acceptedWordings(),
                    point.outputs());
        }
    }

    /**
     * What people get wrong.
     *
     * @param point id of the key point that it contradicts; of a new point its number in the list, from 1
     * @param truths true sentences that share its words
     */
    record EditedMisconceptionJson(String point, String statement, String why, List<String> truths) {}

    static EditedQuestionJson of(Question question) {
        return new EditedQuestionJson(
                question.prompt(),
                question.context(),
                question.difficulty().word(),
                (int) question.suggestedTime().toMinutes(),
                question.tags(),
                question.referenceAnswers().stream()
                        .map(one -> new ReferenceTextJson(one.label(), one.text()))
                        .toList(),
                points(question.keyPoints()),
                points(question.proposed()),
                question.misconceptions().stream()
                        .map(wrong -> new EditedMisconceptionJson(
                                wrong.keyPointId(), wrong.statement(), wrong.why(), wrong.trueNeighbours()))
                        .toList(),
                question.followUp().prompt(),
                question.followUp().reference(),
                points(question.followUp().keyPoints()),
                question.sources());
    }

    private static List<EditedPointJson> points(List<KeyPoint> points) {
        return points.stream().map(EditedPointJson::of).toList();
    }

    /**
     * Reads what a person wrote. Rows without words are left out: they are rows of the page that nobody filled in.
     *
     * @param before the question as it was, for what the page does not show
     */
    static Question read(Fields request, QuestionId id, Optional<Question> before) {
        Fields fields = request.object("question", FIELDS);
        Map<String, String> idOf = new HashMap<>();
        List<KeyPoint> points = points(fields, "points", idOf);
        List<ReferenceAnswer> references = fields.objects("references", MOST, "label", "text").stream()
                .map(row -> new ReferenceAnswer(line(row, "label"), text(row, "text")))
                .filter(reference -> !reference.text().isEmpty())
                .toList();
        List<Misconception> wrong =
                fields.objects("misconceptions", MOST, "point", "statement", "why", "truths").stream()
                        .filter(row -> !line(row, "statement").isEmpty())
                        .map(row -> new Misconception(
                                idOf.getOrDefault(row.text("point", 100), row.text("point", 100)),
                                line(row, "statement"),
                                line(row, "why"),
                                lines(row, "truths")))
                        .toList();
        return new Question(
                id,
                line(fields, "prompt"),
                text(fields, "context"),
                fields.word("difficulty", DIFFICULTIES),
                Duration.ofMinutes(fields.whole("minutes", 1, 60)),
                lines(fields, "tags"),
                references,
                points,
                wrong,
                followUp(fields),
                fields.objects("sources", MOST, "title", "url").stream()
                        .map(row -> new Source(line(row, "title"), line(row, "url")))
                        .filter(source -> !source.url().isEmpty())
                        .map(source -> source.title().isEmpty() ? new Source(source.url(), source.url()) : source)
                        .toList(),
                before.map(Question::statements).orElse(List.of()),
                references.isEmpty(),
                points(fields, "proposed", new HashMap<>()));
    }

    /**
     * Key points as a person wrote them.
     *
     * @param idOf receives the id of each by its number in the list, from 1
     */
    private static List<KeyPoint> points(Fields fields, String name, Map<String, String> idOf) {
        List<KeyPoint> points = new ArrayList<>();
        Set<String> taken = new LinkedHashSet<>();
        List<Fields> rows = fields.objects(
                name, MOST, "id", "statement", "weight", "bonus", "shortForm", "ask", "wordings", "outputs");
        rows.forEach(row -> taken.add(row.text("id", 100)));
        for (int i = 0; i < rows.size(); i++) {
            Fields row = rows.get(i);
            String statement = line(row, "statement");
            if (statement.isEmpty()) {
                continue;
            }
            String named = row.text("id", 100);
            String point = QuestionId.isSlug(named) ? named : Editing.pointId(statement, taken);
            taken.add(point);
            idOf.put(Integer.toString(i + 1), point);
            points.add(new KeyPoint(
                    point,
                    (int) row.whole("weight", 1, 10),
                    row.flag("bonus"),
                    statement,
                    lines(row, "wordings"),
                    line(row, "shortForm"),
                    line(row, "ask"),
                    lines(row, "outputs")));
        }
        return points;
    }

    private static FollowUp followUp(Fields fields) {
        String prompt = text(fields, "followUp");
        return prompt.isEmpty()
                ? FollowUp.NONE
                : new FollowUp(
                        prompt, text(fields, "followUpReference"), points(fields, "followUpPoints", new HashMap<>()));
    }

    private static String line(Fields fields, String name) {
        return Markup.oneLine(fields.text(name, LONGEST_LINE));
    }

    private static List<String> lines(Fields fields, String name) {
        return fields.texts(name, MOST).stream()
                .map(Markup::oneLine)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String text(Fields fields, String name) {
        return fields.text(name, LONGEST_TEXT)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .strip();
    }
}
