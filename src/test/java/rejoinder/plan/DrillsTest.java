package rejoinder.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rejoinder.SharedBank;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;

class DrillsTest {
    private static final Question COPIES = Banks.question(
            "objects/copies",
            Banks.point("deep", "A deep copy recursively copies the nested objects of copies."),
            Banks.point("bare", "It is so."));
    private static final ItemBank BANK =
            Banks.of(COPIES, Banks.question("objects/other", Banks.point("p", "The objects of a copy are nested.")));

    @Test
    void aDrillAsksForWhatThePointClaimsOfItsSubject() {
        Drills.Drill drill = new Drills(BANK)
                .of(weak("deep", "A deep copy creates copies of the nested objects."))
                .orElseThrow();

        assertThat(drill.question()).isEqualTo(COPIES);
        assertThat(drill.ask()).isEqualTo("In one sentence: what does a deep copy create?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The AWS CDK turns Python classes into a CloudFormation template. | what does the AWS CDK turn Python classes into?",
                "`__get__` receives the instance and its class. | what does `__get__` receive?",
                "A tuple is immutable. | finish “A tuple is …”.",
                "A frozenset is an immutable set. | what is a frozenset?",
                "The file is closed when the block ends. | when is the file closed?",
                "A name is patched in the module that uses it. | where is a name patched?",
                "A task is far cheaper than a thread. | how does a task compare with a thread?",
                "str() fails because `__str__` must return a string. | why does str() fail?",
                "A thread releases the lock while it waits. | when does a thread release the lock?",
                "A class that has slots saves memory. | what does a class that has slots save?",
                "Function calls cost time. | what do function calls cost?",
                "Inheritance lets a class reuse another. | what does inheritance allow?",
                "Unlike a list, a tuple keeps its size. | what does a tuple keep, unlike a list?",
                "A guard adds an if condition to a case. | what does a guard add?",
                "Lists keep the order of their items. | what do lists keep?",
                "When the queue is full, put() waits. | what happens when the queue is full?",
                "The getter runs on every access. | where does the getter run?",
                "A setter must be cheap. | finish “A setter must be …”.",
                "A test usually checks one thing. | what does a test check?",
                "JSON cannot hold a date. | what can JSON not hold?",
                "In Flask you choose the database layer yourself. | what should a good answer say about Flask?",
                "A load balancer sends a request on. | what does a load balancer send?",
            })
    void theQuestionFollowsTheGrammarOfTheClaim(String claim, String asked) {
        assertThat(ClaimQuestion.of(claim)).isEqualTo("In one sentence: " + asked);
    }

    @Test
    void aClaimWhoseGrammarIsTooHardIsAskedForByItsName() {
        KeyPoint lock = new KeyPoint(
                "lock",
                1,
                false,
                "A lock is held by one thread at a time.",
                List.of(),
                "one holder at a time",
                "",
                List.of());
        Question question = Banks.question("threads/lock", lock);

        assertThat(Drills.ask(question, "lock", lock.statement()))
                .isEqualTo("In one sentence: what is a lock held by?");
        assertThat(Drills.ask(question, "lock", "With two of them the lock waits."))
                .isEqualTo("In one sentence: explain “one holder at a time”.");
        assertThat(Drills.ask(question, "other", "`__get__` receives the instance."))
                .isEqualTo("In one sentence: what does `__get__` receive?");
    }

    @Test
    void noDrillOfAShippedPointAsksWhatOneCanSay() {
        for (Question question : SharedBank.bank().questions()) {
            for (KeyPoint point : question.keyPoints()) {
                assertThat(Drills.ask(question, point.id(), point.statement()))
                        .doesNotContain("what can you say", "what should a good answer say");
            }
        }
    }

    @Test
    void noDrillOfAShippedPointAsksAboutAWordThatSaysLittle() {
        for (Question question : SharedBank.bank().questions()) {
            for (KeyPoint point : question.keyPoints()) {
                String ask = Drills.ask(question, point.id(), point.statement());
                assertThat(ask)
                        .doesNotContainPattern("about (this|those|most|should|already|yourself|either|which)\\?");
            }
        }
    }

    @Test
    void aBonusPointAskedForAloneIsWhatFullMarksNeed() {
        KeyPoint bonus = new KeyPoint("more", 2, true, "It is more.", List.of("more of it"), "more", "", List.of());

        Question alone = Drills.aboutOnePoint(Banks.question("objects/more", bonus), "more", "It is more.");

        assertThat(alone.keyPoints()).hasSize(1);
        assertThat(alone.keyPoints().get(0).bonus()).isFalse();
        assertThat(alone.keyPoints().get(0).acceptedWordings()).containsExactly("more of it");
    }

    @Test
    void aPointOfADeletedQuestionIsNotDrilled() {
        WeakPoint gone = new WeakPoint(
                "Gone.", List.of(new WeakPoint.Place(Reviews.id("objects/gone"), "p")), 1, 1, Instant.EPOCH);

        assertThat(new Drills(BANK).of(gone)).isEmpty();
    }

    @Test
    void noShippedPointIsGivenAwayByItsDrill() {
        for (Question question : SharedBank.bank().questions()) {
            for (KeyPoint point : question.keyPoints()) {
                assertThat(Drills.ask(question, point.id(), point.statement()))
                        .startsWith("In one sentence: ")
                        .doesNotContain(point.statement());
            }
        }
    }

    private static WeakPoint weak(String point, String statement) {
        return new WeakPoint(statement, List.of(new WeakPoint.Place(COPIES.id(), point)), 1, 1, Instant.EPOCH);
    }
}
