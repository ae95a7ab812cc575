package rejoinder.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.content.PathContentSource;
import org.eclipse.jetty.util.Promise;
import rejoinder.bank.QuestionId;
import rejoinder.intake.Importing;
import rejoinder.intake.Known;
import rejoinder.intake.Preview;
import rejoinder.intake.ProposedPoints;
import rejoinder.pack.ImportedQuestion;
import rejoinder.pack.Markup;

/** Importing questions: uploading files, reviewing what was found, editing it, writing it, undoing it. */
final class ImportHandlers {
    private static final int MOST_FILES = 10_000;
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_PROMPT = 2_000;
    private static final int LONGEST_TEXT = 90_000;
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 500;
    private static final int HEADERS = 8_192;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /** Reading 10,000 questions takes some seconds and memory, so one is read at a time. */
    private static final AtomicInteger READING = new AtomicInteger();

    private static final Map<String, Preview.Choice> CHOICES =
            Map.of("add", Preview.Choice.ADD, "update", Preview.Choice.UPDATE, "skip", Preview.Choice.SKIP);
    private static final Map<String, Preview.Choice> AGAIN =
            Map.of("update", Preview.Choice.UPDATE, "both", Preview.Choice.ADD, "skip", Preview.Choice.SKIP);

    private final ServerSettings settings;
    private final Importing importing;

    ImportHandlers(ServerSettings settings) {
        this.settings = settings;
        this.importing = settings.importing();
    }

    void preview(Context ctx) {
        if (READING.incrementAndGet() > 1) {
            READING.decrementAndGet();
            throw new Refusal(Problem.BUSY
                    .saying("Another import is being read; try again in a few seconds.")
                    .with(Problem.RETRY_AFTER, 5));
        }
        try {
            Optional<Path> body = Bodies.file(ctx);
            Preview preview = importing.read(body.isPresent() ? parts(ctx, body.get()) : pasted(ctx));
            ctx.header("Location", "/api/import/" + preview.id());
            Reply.json(ctx, 201, shown(ctx, preview));
        } catch (IOException e) {
            throw new UncheckedIOException("The files cannot be saved; free some space for the data folder.", e);
        } finally {
            READING.decrementAndGet();
        }
    }

    private List<Preview.Source> pasted(Context ctx) throws IOException {
        Fields fields = Incoming.fields(ctx, "name", "text");
        String name = fields.has("name") ? fields.text("name", LONGEST_NAME) : "Pasted text";
        Path file = importing.room().resolve("f1");
        Files.writeString(file, fields.text("text"));
        return List.of(new Preview.Source(name.isBlank() ? "Pasted text" : name, file));
    }

    private List<Preview.Source> parts(Context ctx, Path body) throws IOException {
        Path room = importing.room();
        String type = String.valueOf(ctx.header("Content-Type"));
        String boundary = MultiPart.extractBoundary(type);
        if (boundary == null) {
            throw Refusal.malformed("The request names no boundary between its files; send it as multipart/form-data.");
        }
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
        parser.setFilesDirectory(room);
        parser.setMaxMemoryFileSize(0);
        parser.setMaxParts(MOST_FILES);
        parser.setPartHeadersMaxLength(HEADERS);
        parser.setMaxFileSize(-1);
        parser.setMaxLength(-1);
        Promise.Completable<MultiPartFormData.Parts> done = new Promise.Completable<>();
        parser.parse(new PathContentSource(body), Promise.Invocable.toPromise(done));
        List<Preview.Source> sources = new ArrayList<>();
        try (MultiPartFormData.Parts parts = done.join()) {
            for (MultiPart.Part part : parts) {
                String name = part.getFileName();
                if (name == null || name.isBlank()) {
                    continue;
                }
                Path file = room.resolve("f" + sources.size());
                part.writeTo(file);
                sources.add(new Preview.Source(
                        name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name, file));
            }
        } catch (CompletionException e) {
            throw Refusal.malformed("The files cannot be told apart (" + reason(e)
                    + "); send at most 10,000 files as multipart/form-data, or pack them as ZIP.");
        }
        if (sources.isEmpty()) {
            throw Refusal.malformed("The request has no file; choose one, or paste a text.");
        }
        return sources;
    }

    private static String reason(CompletionException e) {
        return e.getCause() == null ? e.toString() : String.valueOf(e.getCause().getMessage());
    }

    void show(Context ctx) {
        Reply.json(ctx, shown(ctx, preview(ctx.pathParam("id"))));
    }

    private Preview preview(String id) {
        return importing.preview(id);
    }

    private ImportJson shown(Context ctx, Preview preview) {
        return ImportJson.of(
                preview,
                "look".equals(ctx.queryParam("show")),
                number(ctx, "from", 0, Integer.MAX_VALUE),
                number(ctx, "count", PAGE, LARGEST_PAGE),
                settings.bank(),
                settings.rendering());
    }

    private static int number(Context ctx, String name, int otherwise, int most) {
        String value = ctx.queryParam(name);
        if (value == null) {
            return otherwise;
        }
        if (!NUMBER.matcher(value).matches()) {
            throw Refusal.malformed(name, "The parameter '" + name + "' must be a whole number.");
        }
        return Math.min(most, Integer.parseInt(value));
    }

    /** One topic for all, or what becomes of all that were changed. */
    void changeAll(Context ctx) {
        Preview preview = preview(ctx.pathParam("id"));
        Fields fields = Incoming.fields(ctx, "topic", "changed");
        if (fields.has("changed")) {
            Preview.Choice choice = fields.word("changed", AGAIN);
            preview.each(item -> item.known()
                            .filter(known -> known.kind() == Known.Kind.CHANGED)
                            .isPresent()
                    ? item.choosing(choice)
                    : item);
        } else {
            importing.topic(preview, fields.isNull("topic") ? Optional.empty() : Optional.of(title(fields)));
        }
        Reply.json(ctx, shown(ctx, preview));
    }

    private static String title(Fields fields) {
        String title = Markup.oneLine(fields.text("topic", LONGEST_TITLE));
        if (title.isBlank()) {
            throw fields.wrong("topic", "must be the title of a topic");
        }
        return title;
    }

    void readAs(Context ctx) {
        Preview preview = preview(ctx.pathParam("id"));
        int file = number(ctx.pathParam("file"), preview.documents().size());
        importing.readAs(preview, file, Incoming.fields(ctx, "reading").text("reading", LONGEST_TITLE));
        Reply.json(ctx, shown(ctx, preview));
    }

    void item(Context ctx) {
        Preview preview = preview(ctx.pathParam("id"));
        show(ctx, preview, preview.item(key(ctx)));
    }

    private static int key(Context ctx) {
        return number(ctx.pathParam("item"), Integer.MAX_VALUE);
    }

    private static int number(String text, int below) {
        int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : Integer.MAX_VALUE;
        if (number >= below) {
            throw new Refusal(Problem.NOT_FOUND.saying("There is no item with this number; reload the list."));
        }
        return number;
    }

    private void show(Context ctx, Preview preview, Preview.Item item) {
        ProposedPoints proposed = new ProposedPoints(
                preview.items().stream().map(Preview.Item::question).toList());
        Reply.json(
                ctx,
                ImportJson.ItemJson.of(
                        item,
                        preview.isFirst(item),
                        importing.original(preview, item),
                        proposed,
                        settings.bank(),
                        settings.rendering()));
    }

    /** The person's words for one question; a field that is left out stays. */
    void mend(Context ctx) {
        Preview preview = preview(ctx.pathParam("id"));
        int key = key(ctx);
        Fields fields = Incoming.fields(ctx, "prompt", "context", "answer", "topic", "choice");
        Preview.Item before = preview.item(key);
        Preview.Item item = preview.reword(key, question -> reworded(question, fields));
        if (fields.has("topic")) {
            String title = title(fields);
            item = preview.change(key, one -> one.inTopic(title));
        }
        if (fields.has("choice")) {
            Preview.Choice choice = fields.word("choice", CHOICES);
            if (choice == Preview.Choice.UPDATE && item.known().isEmpty()) {
                throw fields.wrong("choice", "can be update only for a question that was imported before");
            }
            item = preview.change(key, one -> one.choosing(choice));
        }
        if (!before.question().equals(item.question())) {
            importing.tryAgain(preview, item);
        }
        show(ctx, preview, item);
    }

    private static ImportedQuestion reworded(ImportedQuestion question, Fields fields) {
        String prompt =
                fields.has("prompt") ? Markup.oneLine(fields.text("prompt", LONGEST_PROMPT)) : question.prompt();
        if (prompt.isBlank()) {
            throw fields.wrong("prompt", "must say what is asked");
        }
        return new ImportedQuestion(
                question.section(),
                prompt,
                fields.has("context") ? trimmed(fields.text("context", LONGEST_TEXT)) : question.context(),
                fields.has("answer") ? trimmed(fields.text("answer", LONGEST_TEXT)) : question.answer(),
                question.line(),
                question.followUps(),
                question.points(),
                question.sources(),
                question.tags(),
                question.original(),
                List.of());
    }

    private static String trimmed(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    void merge(Context ctx) {
        Preview preview = preview(ctx.pathParam("id"));
        Preview.Item joined = preview.merge(key(ctx));
        importing.tryAgain(preview, joined);
        show(ctx, preview, joined);
    }

    void split(Context ctx) {
        Preview preview = preview(ctx.pathParam("id"));
        Preview.Item added =
                preview.split(key(ctx), (int) Incoming.fields(ctx, "line").whole("line", 0, 100_000));
        importing.tryAgain(preview, added);
        show(ctx, preview, added);
    }

    void drop(Context ctx) {
        importing.drop(ctx.pathParam("id"));
        ctx.status(204);
    }

    /** A topic that was written to. */
    record WrittenTopicJson(String id, String title, int questions) {}

    /** What an import wrote. */
    record CommittedJson(
            String id, int added, int updated, int removed, List<String> questions, List<WrittenTopicJson> topics) {
        static CommittedJson of(Importing.Committed done) {
            return new CommittedJson(
                    done.id(),
                    done.added(),
                    done.updated(),
                    done.removed(),
                    done.questions().stream().map(QuestionId::toString).toList(),
                    done.topics().entrySet().stream()
                            .map(topic -> new WrittenTopicJson(topic.getKey(), topic.getValue(), (int)
                                    done.questions().stream()
                                            .filter(id -> id.topic().equals(topic.getKey()))
                                            .count()))
                            .toList());
        }
    }

    void commit(Context ctx) {
        boolean removeGone = Incoming.fields(ctx, "removeGone").flag("removeGone");
        Reply.json(ctx, CommittedJson.of(importing.commit(ctx.pathParam("id"), removeGone)));
    }

    /**
     * The imports that were not taken back.
     *
     * @param found how many there are
     */
    record PastImportsJson(int found, List<PastJson> imports) {}

    /**
     * An import of the past.
     *
     * @param why why it cannot be taken back; empty if it can
     */
    record PastJson(String id, long at, List<String> files, int questions, String why) {
        static PastJson of(Importing.Past past) {
            return new PastJson(past.id(), past.at().toEpochMilli(), past.sources(), past.questions(), past.why());
        }
    }

    void past(Context ctx) {
        Importing.PastImports past = importing.past(Incoming.count(ctx));
        Reply.json(
                ctx,
                new PastImportsJson(
                        past.found(), past.newest().stream().map(PastJson::of).toList()));
    }

    void undo(Context ctx) {
        importing.undo(ctx.pathParam("id"));
        past(ctx);
    }
}
