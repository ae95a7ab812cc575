package rejoinder.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.Topic;
import rejoinder.pack.ImportedQuestion;
import rejoinder.pack.OwnPacks;
import rejoinder.pack.SharedPacks;

/** The use cases of the question editor: every change is written into a pack in the data folder at once, and asked from then on. */
public final class Editing {
    private final OwnPacks packs;
    private final Runnable changed;

    /**
     * Over the packs of a person's own.
     *
     * @param changed told that the packs have changed
     */
    public Editing(OwnPacks packs, Runnable changed) {
        this.packs = packs;
        this.changed = changed;
    }

    /** The question of an id. */
    public Question question(QuestionId id) {
        return packs.all()
                .bank()
                .question(id)
                .orElseThrow(() -> new ImportRefused(
                        ImportRefused.Reason.GONE,
                        "There is no question " + id + " in the bank; choose one that is listed."));
    }

    /** The topic of an id. */
    public Topic topic(String id) {
        return packs.all().bank().topic(id).orElseThrow();
    }

    /** Whether a topic lies in the data folder already; one that does not is copied there by its first change. */
    public boolean isOwn(String topic) {
        return packs.isOwn(topic);
    }

    /** Names what a question says now, so that a change is noticed that another window made. */
    public String mark(Question question) {
        return OwnPacks.mark(question);
    }

    /** What is wrong with a question, in words; empty if it can be kept. */
    public List<String> problems(Question question) {
        return packs.problems(question);
    }

    /**
     * Keeps a question in place of the one of its id.
     *
     * @param basedOn the {@link #mark} of the one that was changed
     */
    public synchronized void save(Question question, String basedOn) {
        check(question.id(), basedOn);
        Topic topic = packs.all().bank().topic(question.id().topic()).orElseThrow();
        write(List.of(new OwnPacks.Put(question.id().slug(), topic, question)), Set.of());
    }

    /**
     * Keeps a question in another topic, at its end, and takes it out of its own. Sessions that asked it keep it under its old id.
     *
     * @param basedOn the {@link #mark} of the one that was changed
     * @return its new id
     */
    public synchronized QuestionId move(Question question, String basedOn, String title) {
        check(question.id(), basedOn);
        QuestionId there = idFor(title, question.prompt());
        if (there.topic().equals(question.id().topic())) {
            save(question, basedOn);
            return question.id();
        }
        Slugs taken = new Slugs();
        packs.all()
                .bank()
                .questions(there.topic())
                .forEach(other -> taken.take(other.id().slug()));
        QuestionId id = new QuestionId(there.topic(), taken.free(question.id().slug(), question.prompt()));
        write(List.of(put(title, question.named(id))), Set.of(question.id()));
        return id;
    }

    private void check(QuestionId id, String basedOn) {
        if (!mark(question(id)).equals(basedOn)) {
            throw new ImportRefused(
                    ImportRefused.Reason.NOT_NOW,
                    "This question was changed in another window meanwhile; open it again and make your change there.");
        }
    }

    /** An id for a new question, in a topic that is there or a new one. */
    public QuestionId idFor(String title, String prompt) {
        ItemBank bank = packs.all().bank();
        Slugs topics = new Slugs();
        bank.topics().forEach(topic -> topics.take(topic.id()));
        String topic = bank.topics().stream()
                .filter(one -> one.title().toLowerCase(Locale.ROOT).equals(title.toLowerCase(Locale.ROOT)))
                .map(Topic::id)
                .findFirst()
                .orElseGet(() -> topics.of(title, ""));
        Slugs taken = new Slugs();
        bank.questions(topic).forEach(question -> taken.take(question.id().slug()));
        return new QuestionId(topic, taken.of(prompt, prompt));
    }

    /** Adds a question. */
    public synchronized void add(String title, Question question) {
        write(List.of(put(title, question)), Set.of());
    }

    private OwnPacks.Put put(String title, Question question) {
        Topic topic = packs.all()
                .bank()
                .topic(question.id().topic())
                .orElseGet(() -> new Topic(question.id().topic(), title, 0, ""));
        return new OwnPacks.Put(question.id().slug(), topic, question);
    }

    /** Takes a question out; sessions that asked it keep it. */
    public synchronized void delete(QuestionId id) {
        question(id);
        write(List.of(), Set.of(id));
    }

    /** Key points that a reference would give. */
    public List<KeyPoint> proposed(String prompt, String reference) {
        ImportedQuestion question = new ImportedQuestion("", prompt, reference, 1);
        List<ImportedQuestion> all = new ArrayList<>(
                packs.all().bank().questions().stream().map(Letters::imported).toList());
        all.add(question);
        return new ProposedPoints(all).of(question);
    }

    /** A slug for a key point, different from some others. */
    public static String pointId(String statement, Set<String> others) {
        Slugs slugs = new Slugs();
        others.forEach(slugs::take);
        return slugs.of(statement, "");
    }

    private void write(List<OwnPacks.Put> puts, Set<QuestionId> removed) {
        try {
            packs.write(packs.planned(puts, removed));
        } catch (IllegalArgumentException e) {
            throw new ImportRefused(ImportRefused.Reason.UNREADABLE, String.valueOf(e.getMessage()));
        } catch (SharedPacks.ChangedElsewhere e) {
            changed.run();
            throw new ImportRefused(ImportRefused.Reason.NOT_NOW, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The packs cannot be written into " + packs.folder()
                            + "; make room there or change its permissions.",
                    e);
        }
        changed.run();
    }

    /** The files that the questions come from, each with its text. */
    public Map<String, String> texts() {
        try {
            return packs.texts();
        } catch (IOException e) {
            throw new UncheckedIOException("The packs in " + packs.folder() + " cannot be read.", e);
        }
    }
}
