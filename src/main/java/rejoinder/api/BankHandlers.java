package rejoinder.api;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Topic;
import rejoinder.export.BankExport;
import rejoinder.export.GradeJson;
import rejoinder.grade.Grade;
import rejoinder.grade.GraderState;
import rejoinder.intake.Editing;
import rejoinder.intake.Letter;
import rejoinder.intake.LetterBook;
import rejoinder.pack.Markup;
import rejoinder.session.DraftSave;
import rejoinder.session.SessionException;

/** The questions of the bank: found, changed, tried, added, deleted. */
final class BankHandlers {
    private static final int LONGEST_TITLE = 200;
    private static final int PAGE = 50;
    private static final int MOST_ALIKE = 10;

    private final ServerSettings settings;
    private final ItemBank bank;
    private final Editing editing;
    private final LetterBook letters;

    BankHandlers(ServerSettings settings) {
        this.settings = settings;
        this.bank = settings.bank();
        this.editing = settings.editing();
        this.letters = settings.importing().letters();
    }

    /**
     * Questions that were found.
     *
     * @param listed how many there are
     * @param topics all topics, to choose from
     * @param tags all tags with how many questions have them
     * @param alike questions that ask something like the words without holding them, the most similar first; none while there is no sentence model
     */
    record FoundQuestionsJson(
            int questions,
            int listed,
            List<TopicJson.Named> topics,
            Map<String, Integer> tags,
            List<BankQuestionJson> items,
            List<BankQuestionJson> alike) {}

    /**
     * A question in the list.
     *
     * @param own whether its pack lies in the data folder
     */
    record BankQuestionJson(
            String id,
            String prompt,
            TopicJson.Named topic,
            String difficulty,
            List<String> tags,
            String letter,
            String reason,
            int points,
            boolean own) {}

    void list(Context ctx) {
        String searched = Incoming.words(ctx);
        String words = searched.toLowerCase(Locale.ROOT);
        Predicate<Question> filter = filter(ctx);
        int count = Incoming.count(ctx, PAGE);
        Map<String, Integer> tags = new TreeMap<>();
        List<BankQuestionJson> found = new ArrayList<>();
        int listed = 0;
        for (Topic one : bank.topics()) {
            for (Question question : bank.questions(one.id())) {
                question.tags().forEach(word -> tags.merge(word, 1, Integer::sum));
                if (filter.test(question) && holds(question, words) && ++listed <= count) {
                    found.add(shown(question, one));
                }
            }
        }
        Reply.json(
                ctx,
                new FoundQuestionsJson(
                        bank.questions().size(),
                        listed,
                        bank.topics().stream()
                                .map(one -> new TopicJson.Named(one.id(), one.title()))
                                .toList(),
                        tags,
                        found,
                        words.isEmpty() ? List.of() : alike(searched, words, filter)));
    }

    private Predicate<Question> filter(Context ctx) {
        String topic = Incoming.parameter(ctx, "topic");
        String letter = Incoming.parameter(ctx, "letter");
        String difficulty = Incoming.parameter(ctx, "difficulty");
        String tag = Incoming.parameter(ctx, "tag");
        return question -> (topic.isEmpty() || topic.equals(question.id().topic()))
                && (difficulty.isEmpty()
                        || difficulty.equals(question.difficulty().word()))
                && (tag.isEmpty() || question.tags().contains(tag))
                && (letter.isEmpty()
                        || letter.equals(letters.of(question).letter().word()));
    }

    private List<BankQuestionJson> alike(String searched, String words, Predicate<Question> filter) {
        return settings.studying().asking(searched).stream()
                .flatMap(id -> bank.question(id).stream())
                .filter(filter)
                .filter(question -> !holds(question, words))
                .limit(MOST_ALIKE)
                .flatMap(question -> bank.topic(question.id().topic()).stream().map(topic -> shown(question, topic)))
                .toList();
    }

    private static boolean holds(Question question, String words) {
        if (words.isEmpty()) {
            return true;
        }
        StringBuilder all = new StringBuilder(question.prompt()).append('\n').append(question.context());
        for (ReferenceAnswer reference : question.referenceAnswers()) {
            all.append('\n').append(reference.text());
        }
        for (KeyPoint point : question.keyPoints()) {
            all.append('\n').append(point.statement());
        }
        String text = all.toString().toLowerCase(Locale.ROOT);
        for (String word : words.split("\\s+", -1)) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private BankQuestionJson shown(Question question, Topic topic) {
        Letter letter = letters.of(question);
        return new BankQuestionJson(
                question.id().toString(),
                settings.rendering().text().apply(question.prompt()),
                new TopicJson.Named(topic.id(), topic.title()),
                question.difficulty().word(),
                question.tags(),
                letter.letter().word(),
                letter.reason(),
                question.keyPoints().size(),
                editing.isOwn(topic.id()));
    }

    /**
     * A question to be edited.
     *
     * @param mark what it says now, to be sent with a change
     */
    record EditableJson(
            String id,
            TopicJson.Named topic,
            boolean own,
            String mark,
            String letter,
            String reason,
            List<String> problems,
            EditedQuestionJson question) {}

    void open(Context ctx) {
        show(ctx, 200, Incoming.question(ctx));
    }

    private void show(Context ctx, int status, QuestionId id) {
        Question question = editing.question(id);
        Letter letter = letters.of(question);
        Reply.json(
                ctx,
                status,
                new EditableJson(
                        id.toString(),
                        new TopicJson.Named(
                                id.topic(), editing.topic(id.topic()).title()),
                        editing.isOwn(id.topic()),
                        editing.mark(question),
                        letter.letter().word(),
                        letter.reason(),
                        editing.problems(question),
                        EditedQuestionJson.of(question)));
    }

    void save(Context ctx) {
        QuestionId id = Incoming.question(ctx);
        Fields fields = Incoming.fields(ctx, "basedOn", "topic", "question");
        Question question = sound(EditedQuestionJson.read(fields, id, Optional.of(editing.question(id))));
        if (fields.has("topic")) {
            show(ctx, 200, editing.move(question, fields.text("basedOn", 100), title(fields)));
        } else {
            editing.save(question, fields.text("basedOn", 100));
            show(ctx, 200, id);
        }
    }

    /** What cannot be kept is refused with every problem in words. */
    private Question sound(Question question) {
        List<String> problems = editing.problems(question);
        if (!problems.isEmpty()) {
            throw new Refusal(Problem.CANNOT_BE_KEPT.saying(problems.get(0)).with("problems", problems));
        }
        return question;
    }

    void add(Context ctx) {
        Fields fields = Incoming.fields(ctx, "topic", "question");
        String title = title(fields);
        QuestionId id = editing.idFor(title, prompt(fields));
        editing.add(title, sound(EditedQuestionJson.read(fields, id, Optional.empty())));
        ctx.header("Location", "/api/bank/questions/" + id);
        show(ctx, 201, id);
    }

    private static String title(Fields fields) {
        String title = Markup.oneLine(fields.text("topic", LONGEST_TITLE));
        if (title.isEmpty()) {
            throw fields.wrong("topic", "must be the title of a topic");
        }
        return title;
    }

    private static String prompt(Fields fields) {
        return EditedQuestionJson.read(fields, new QuestionId("new", "new"), Optional.empty())
                .prompt();
    }

    void delete(Context ctx) {
        editing.delete(Incoming.question(ctx));
        ctx.status(204);
    }

    void problems(Context ctx) {
        Question question = EditedQuestionJson.read(
                Incoming.fields(ctx, "question"), new QuestionId("new", "new"), Optional.empty());
        Reply.json(ctx, Map.of("problems", editing.problems(question)));
    }

    /** An answer to a question that is being written, marked; nothing is kept. */
    void tryAnswer(Context ctx) {
        Fields fields = Incoming.fields(ctx, "question", "text");
        String text = fields.text("text");
        SessionException.AnswerTooLong.check(text, DraftSave.LONGEST_ANSWER);
        Question question = EditedQuestionJson.read(fields, new QuestionId("new", "new"), Optional.empty());
        if (question.selfGraded()) {
            throw new Refusal(Problem.CANNOT_BE_KEPT.saying(
                    "There is no full answer yet, so there is nothing to mark against; write one first."));
        }
        sound(question);
        GraderState grading = settings.grading().get();
        Grade grade = grading.ready()
                .map(grader -> grader.grade(question, text))
                .orElseThrow(() -> Refusal.notGradedYet(grading));
        Reply.json(ctx, GradeJson.of(grade));
    }

    /** Key points that a reference would give. */
    void propose(Context ctx) {
        Fields fields = Incoming.fields(ctx, "prompt", "answer");
        Reply.json(
                ctx,
                Map.of(
                        "points",
                        editing.proposed(fields.text("prompt"), fields.text("answer")).stream()
                                .map(EditedQuestionJson.EditedPointJson::of)
                                .toList()));
    }

    /** All questions in one file. */
    void export(Context ctx) {
        BankExport.Form form = BankExport.Form.words().get(ctx.pathParam("form"));
        if (form == null) {
            throw new Refusal(Problem.NOT_FOUND.saying("Questions are not written in this form; choose "
                    + String.join(", ", BankExport.Form.words().keySet()) + "."));
        }
        ctx.header("Content-Disposition", "attachment; filename=\"" + form.file() + "\"");
        Reply.of(form.type(), BankExport.of(form, bank, editing.texts())).sendPrivately(ctx);
    }
}
