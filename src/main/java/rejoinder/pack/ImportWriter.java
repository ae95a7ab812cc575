package rejoinder.pack;

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
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Topic;

/**
 * Turns imported documents into packs, one file a topic. A document says nothing about difficulty and time, so every question gets {@code middle} and 3 minutes; a
 * question without an answer becomes self-graded; key points are not invented. Nothing that is in the folder is ever overwritten.
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
            try {
                packs.put(file, PackWriter.write(topic, draft.questions));
            } catch (IllegalArgumentException e) {
                throw new IOException(e.getMessage() + " Nothing was written; split or mend the document.", e);
            }
            questions += draft.questions.size();
            selfGraded +=
                    (int) draft.questions.stream().filter(Question::selfGraded).count();
        }
        Files.createDirectories(folder);
        for (Map.Entry<Path, String> pack : packs.entrySet()) {
            Files.writeString(pack.getKey(), pack.getValue(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        }
        return new Written(List.copyOf(packs.keySet()), questions, selfGraded);
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
            for (ImportedQuestion question : document.questions()) {
                String section = MarkdownText.oneLine(Markup.text(question.section()));
                String title = section.isEmpty() ? nameOf(document.file()) : section;
                String id =
                        topicOfTitle.computeIfAbsent(title.toLowerCase(Locale.ROOT), any -> topics.of(title, "topic"));
                Draft draft = drafts.computeIfAbsent(id, any -> new Draft(title, ""));
                draft.questions.add(question(question, id, draft.slugs));
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

    private static String nameOf(String file) {
        Path name = Path.of(file).getFileName();
        String bare = name == null ? "" : name.toString().replaceFirst("\\.[^.]*$", "");
        return bare.isBlank() ? "Imported" : bare;
    }

    private static Question question(ImportedQuestion imported, String topic, Slugs slugs) {
        QuestionId id = new QuestionId(topic, slugs.of(imported.prompt(), "question"));
        Question question = build(id, imported.prompt(), imported.answer());
        if (imported.hasAnswer() && !isWritable(question)) {
            // an answer whose Markdown would swallow what follows it (an open HTML block) is kept as it is typed
            String fence = fenceAround(imported.answer());
            question = build(id, imported.prompt(), fence + "text\n" + imported.answer() + "\n" + fence);
        }
        return question;
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
        return build(new QuestionId(before.id().topic(), before.id().slug() + "-x"), "What follows?", "Nothing.");
    }

    private static Question build(QuestionId id, String prompt, String answer) {
        return new Question(
                id,
                prompt,
                "",
                Difficulty.MIDDLE,
                USUAL_TIME,
                List.of(),
                answer.isBlank() ? List.of() : List.of(new ReferenceAnswer("", answer)),
                List.of(),
                List.of(),
                "",
                List.of(),
                answer.isBlank());
    }
}
