package rejoinder.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.embed.ModelException;
import rejoinder.grade.Grader;
import rejoinder.grade.GraderState;
import rejoinder.plan.Likeness;
import rejoinder.plan.LikenessByMeaning;
import rejoinder.plan.LikenessByWords;
import rejoinder.text.Embedder;
import rejoinder.text.KeptMeanings;

/** What the loaded sentence model provides: grades, and a better likeness of questions than by their words. */
final class LoadedModel {
    /** How many texts of the bank are encoded at a time, which takes a tenth of a second or two. */
    private static final int TEXTS_AT_A_TIME = 50;

    /** How many questions are looked at whose texts may all be kept already, which takes some milliseconds each. */
    private static final int QUESTIONS_AT_A_TIME = 10;

    private volatile ItemBank bank;
    private final Path data;
    private volatile GraderState grading = new GraderState.Loading();
    private volatile Likeness likeness;
    private volatile Optional<LikenessByMeaning> meaning = Optional.empty();
    private final AtomicInteger readAhead = new AtomicInteger();

    /** @param data the folder that the model is unpacked into; a reason that names it goes to people who have no use for the path */
    LoadedModel(ItemBank bank, Path data) {
        this.bank = bank;
        this.data = data;
        this.likeness = new LikenessByWords(bank);
    }

    /** Goes on with another bank; texts that are new are learned in the background. */
    void use(ItemBank other) {
        bank = other;
        readAhead.set(0);
        if (!likeness.byMeaning()) {
            likeness = new LikenessByWords(other);
        }
    }

    /** Whether answers can be graded now. */
    GraderState grading() {
        return grading;
    }

    /** What recognises near-duplicates now. */
    Likeness likeness() {
        return likeness;
    }

    /**
     * Loads the model, which takes a second or two.
     *
     * @param tell shows one line to the user
     */
    void load(
            Supplier<Embedder> model,
            Function<Embedder, Grader> grader,
            Function<Embedder, KeptMeanings> meanings,
            Consumer<String> tell) {
        try {
            Embedder embedder = model.get();
            grading = new GraderState.Ready(grader.apply(embedder));
            meaning = Optional.of(new LikenessByMeaning(meanings.apply(embedder)));
        } catch (RuntimeException | LinkageError e) {
            if (e instanceof ModelException end && end.isAtTheEnd()) {
                return;
            }
            String reason = e instanceof RuntimeException failure ? Failure.sentence(failure) : e.toString();
            tell.accept("Answers are kept, but cannot be graded: " + reason);
            grading = new GraderState.Broken(reason.replace(data.toString(), "the data folder"));
        }
    }

    /** Learns a few more texts of the bank; a few at a time, so that no answer waits long for its grade. */
    void learnMore() {
        meaning.filter(model -> model.learn(bank, TEXTS_AT_A_TIME)).ifPresent(model -> likeness = model);
    }

    /** Reads a few more texts that answers to the questions of the bank are compared with, and keeps them in the data folder. */
    void readAhead() {
        Optional<Grader> grader = grading.ready();
        if (grader.isEmpty()) {
            return;
        }
        List<Question> questions = bank.questions();
        for (int looked = 0; looked < QUESTIONS_AT_A_TIME && readAhead.get() < questions.size(); looked++) {
            int next = readAhead.get();
            if (grader.get().readAhead(questions.get(next), TEXTS_AT_A_TIME)) {
                return;
            }
            // unless another bank came meanwhile, whose questions are looked at from the first
            readAhead.compareAndSet(next, next + 1);
        }
    }

    /** Stops grading: the answer being graded is finished, all others stay owed. */
    void stop() {
        grading = new GraderState.Loading();
    }
}
