package rejoinder.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rejoinder.bank.Difficulty;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Topic;
import rejoinder.pack.ImportedDocument;
import rejoinder.pack.ImportedQuestion;
import rejoinder.pack.LoadedPacks;
import rejoinder.pack.Markup;
import rejoinder.pack.PackFolder;
import rejoinder.pack.PackParser;
import rejoinder.pack.PackWriter;
import rejoinder.pack.ParsedPack;

/**
 * Turns imported documents into packs, one file per topic. A document says nothing about difficulty and time, so every question gets {@code middle} and 3 minutes; a
 * question without an answer becomes self-graded; key points are proposed, and asked for only once a person has accepted them. Nothing that is in the folder is ever overwritten.
 */
public final class ImportWriter {
    private static final Duration USUAL_TIME = Duration.ofMinutes(3);

    private ImportWriter() {}

    /**
     * What was written.
     *
     * @param files the new packs, in outline order
     * @param questions in all of them
     * @param selfGraded those without a reference answer
     */
    public record Written(List<Path> files, int questions, int selfGraded) {
        /** Copies the list. */
        public Written {
            files = List.copyOf(files);
        }
    }

    private static final class Draft {
        private final String title;
        private final String summary;
        private final List<Question> questions = new ArrayList<>();
        private final Slugs slugs = new Slugs();
        private final StringBuilder originals = new StringBuilder();

        private Draft(String title, String summary) {
            this.title = title;
            this.summary = summary;
        }
    }

    /**
     * Writes documents as packs. Sections of one title, in any of the documents, become one topic.
     *
     * @param folder made if it is not there; packs that are in it keep their topics, and the new ones follow them in the outline
     * @throws FileAlreadyExistsException if the folder has one of the topics or files; nothing is written then
     * @throws IOException if the folder cannot be written, or a topic has more questions than a pack holds
     */
    public static Written write(List<ImportedDocument> documents, Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder + " is a file; name a folder to import into");
        }
        Map<String, Draft> drafts = drafts(documents);
        LoadedPacks present = holdsFiles(folder)
                ? PackFolder.read(folder)
                : new LoadedPacks(emptyBank(), Map.of(), List.of(), List.of());
        int order =
                present.bank().topics().stream().mapToInt(Topic::order).max().orElse(0);
        Map<Path, String> packs = new LinkedHashMap<>();
        int questions = 0;
        int selfGraded = 0;
        for (Map.Entry<String, Draft> entry : drafts.entrySet()) {
            Draft draft = entry.getValue();
            Topic topic = new Topic(entry.getKey(), draft.title, ++order, draft.summary);
            Path file = folder.resolve(String.format(Locale.ROOT, "%02d-%s.md", order, topic.id()));
            if (present.bank().topic(topic.id()).isPresent() || Files.exists(file)) {
                throw new FileAlreadyExistsException(
                        file.toString(), null, "the topic '" + topic.id() + "' is in " + folder + " already.");
            }
            if (draft.originals.length() > 0) {
                packs.put(Path.of(file.toString().replaceFirst("\\.md$", ".original.txt")), draft.originals.toString());
            }
            try {
                packs.put(file, PackWriter.write(topic, draft.questions));
            } catch (IllegalArgumentException e) {
                throw new IOException(e.getMessage() + " Nothing was written; split or fix the document.", e);
            }
            questions += draft.questions.size();
            selfGraded +=
                    (int) draft.questions.stream().filter(Question::selfGraded).count();
        }
        Files.createDirectories(folder);
        for (Map.Entry<Path, String> pack : packs.entrySet()) {
            Files.writeString(pack.getKey(), pack.getValue(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        }
        return new Written(
                packs.keySet().stream()
                        .filter(file -> file.toString().endsWith(".md"))
                        .toList(),
                questions,
                selfGraded);
    }

    private static ItemBank emptyBank() {
        return new ItemBank(List.of(), List.of());
    }

    private static boolean holdsFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var entries = Files.list(folder)) {
            return entries.findAny().isPresent();
        }
    }

    private static Map<String, Draft> drafts(List<ImportedDocument> documents) {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        Map<String, String> topicOfTitle = new LinkedHashMap<>();
        Slugs topics = new Slugs();
        for (ImportedDocument document : documents) {
            if (document.pack().isPresent() && document.pack().get().topic().isPresent()) {
                addPack(document.pack().get(), drafts, topics);
                continue;
            }
            ProposedPoints points = new ProposedPoints(document.questions());
            for (ImportedQuestion question : document.questions()) {
                String title = topicOf(document, question);
                String id = topicOfTitle.computeIfAbsent(title.toLowerCase(Locale.ROOT), any -> topics.of(title, ""));
                Draft draft = drafts.computeIfAbsent(id, any -> new Draft(title, ""));
                for (int part = 2; draft.questions.size() >= PackParser.MOST_QUESTIONS; part++) {
                    String more = title + " (" + part + ")";
                    id = topicOfTitle.computeIfAbsent(more.toLowerCase(Locale.ROOT), any -> topics.of(more, ""));
                    draft = drafts.computeIfAbsent(id, any -> new Draft(more, ""));
                }
                Question made = proposing(question(question, id, draft.slugs), points.of(question));
                draft.questions.add(made);
                String original =
                        question.original().isEmpty() && made.selfGraded() ? question.answer() : question.original();
                if (!original.isEmpty()) {
                    draft.originals
                            .append("## ")
                            .append(made.id().slug())
                            .append(" (")
                            .append(document.file())
                            .append(", line ")
                            .append(question.line())
                            .append(")\n\n")
                            .append(original)
                            .append("\n\n");
                }
            }
        }
        return drafts;
    }

    private static void addPack(ParsedPack pack, Map<String, Draft> drafts, Slugs topics) {
        Topic topic = pack.topic().orElseThrow();
        topics.take(topic.id());
        Draft draft = drafts.computeIfAbsent(topic.id(), any -> new Draft(topic.title(), topic.summary()));
        for (Question question : pack.questions()) {
            draft.slugs.take(question.id().slug());
            draft.questions.add(question);
        }
    }

    /** Title of the topic that a question gets: the heading that it is below, else the name of its file, or of its folder where the file's says nothing. */
    public static String topicOf(ImportedDocument document, ImportedQuestion question) {
        String section = Markup.oneLine(Markup.text(question.section()));
        return section.isEmpty() ? nameOf(document.file()) : section;
    }

    /** The questions of a document as a pack would hold them, in its order; their ids are not yet told apart from those of other documents. */
    public static List<Question> asked(ImportedDocument document) {
        Slugs slugs = new Slugs();
        return document.questions().stream()
                .map(question -> build(
                        new QuestionId("import", slugs.of(question.prompt(), beside(question))),
                        question,
                        question.context(),
                        question.answer()))
                .toList();
    }

    /** What tells two questions of the same words apart: what is shown with them, else what answers them. */
    private static String beside(ImportedQuestion question) {
        return question.context().isBlank() ? question.answer() : question.context();
    }

    private static String nameOf(String file) {
        Path path = Path.of(file.replace('!', '/').replace('\0', ' '));
        Path name = path.getFileName();
        String bare = name == null ? "" : name.toString().replaceFirst("\\.[^.]*$", "");
        Path parent = path.getParent();
        if (bare.matches("(?i)readme.*|index|questions?") && parent != null && parent.getFileName() != null) {
            bare = parent.getFileName().toString();
        }
        return bare.codePoints().noneMatch(Character::isLetterOrDigit) ? "Imported" : bare;
    }

    /** The same question with the points proposed that it does not have, if a pack can hold them and an answer could be marked. */
    static Question proposing(Question question, List<KeyPoint> points) {
        if (question.selfGraded() || !question.keyPoints().isEmpty() || points.isEmpty()) {
            return question;
        }
        Question proposing = question.withProposed(points);
        return isWritable(proposing) ? proposing : question;
    }

    /** A question as a pack can hold it; a text whose Markdown would swallow what follows it is kept as it is typed. */
    static Question question(ImportedQuestion imported, String topic, Slugs slugs) {
        QuestionId id = new QuestionId(topic, slugs.of(imported.prompt(), beside(imported)));
        Question question = build(id, imported, imported.context(), imported.answer());
        if (!isWritable(question)) {
            String context = imported.context();
            if (!isWritable(build(id, imported, context, "Nothing."))) {
                context = asTyped(context);
            }
            String answer = imported.answer();
            if (imported.hasAnswer() && !isWritable(build(id, imported, "", answer))) {
                answer = asTyped(answer);
            }
            question = build(id, imported, context, answer);
        }
        return question;
    }

    private static String asTyped(String text) {
        String fence = fenceAround(text);
        return fence + "text\n" + text + "\n" + fence;
    }

    private static String fenceAround(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence;
    }

    private static boolean isWritable(Question question) {
        try {
            PackWriter.write(new Topic(question.id().topic(), "T", 1, ""), List.of(question, sentinel(question)));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Question sentinel(Question before) {
        QuestionId id = new QuestionId(before.id().topic(), before.id().slug() + "-x");
        return build(id, new ImportedQuestion("", "What follows?", "Nothing.", 1), "", "Nothing.");
    }

    /** An answer that only leads to other pages is not a reference: its links are the sources of a question that the candidate marks. */
    private static Question build(QuestionId id, ImportedQuestion imported, String context, String reference) {
        String answer = Phrases.onlyLeads(imported.original().isBlank() ? imported.answer() : imported.original())
                ? ""
                : reference;
        return new Question(
                id,
                imported.prompt(),
                context,
                Difficulty.MIDDLE,
                USUAL_TIME,
                imported.tags(),
                answer.isBlank() ? List.of() : List.of(new ReferenceAnswer("", answer)),
                List.of(),
                List.of(),
                String.join("\n\n", imported.followUps()),
                imported.sources(),
                answer.isBlank());
    }
}
