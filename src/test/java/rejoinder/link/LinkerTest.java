package rejoinder.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rejoinder.WordOrderEmbedder;
import rejoinder.pack.ImportedQuestion;

/** The rules of linking, with an embedder that finds every two prompts alike; what the sentence model adds is in {@link LinkerModelTest}. */
class LinkerTest {
    private final Linker linker = Linkers.of(new AlikeEmbedder());

    private static List<ImportedQuestion> questions(String... prompts) {
        return Arrays.stream(prompts)
                .map(prompt -> new ImportedQuestion("Topic", prompt, "", 1))
                .toList();
    }

    private static List<ImportedQuestion> entries(String... promptsAndAnswers) {
        return IntStream.range(0, promptsAndAnswers.length / 2)
                .mapToObj(i -> new ImportedQuestion("", promptsAndAnswers[2 * i], promptsAndAnswers[2 * i + 1], 1))
                .toList();
    }

    private Link link(String question, String... promptsAndAnswers) {
        return linker.link(questions(question), entries(promptsAndAnswers)).get(0);
    }

    @Test
    void aQuestionIsLinkedToTheEntryThatAsksTheSame() {
        Link link = link(
                "What is the purpose of a mast?",
                "What is a keel?",
                "A fin.",
                "Explain the purpose of a mast.",
                "It carries the purpose of a sail.");
        assertThat(link.match()).isEqualTo(OptionalInt.of(2));
        assertThat(link.matchQuestion()).isEqualTo("Explain the purpose of a mast.");
        assertThat(link.outline()).isEqualTo(1);
        assertThat(link.topic()).isEqualTo("Topic");
        assertThat(link.question()).isEqualTo("What is the purpose of a mast?");
        assertThat(link.similarity()).isBetween(0.7, 1.0);
    }

    @Test
    void whatTheModelFindsUnlikeIsNotLinked() {
        List<ImportedQuestion> outline = questions("What does one want of a mast?");
        List<ImportedQuestion> entries = entries("Explain the purpose and the role of the mast.", "A pole.");
        assertThat(Linkers.of(new AlikeEmbedder()).link(outline, entries).get(0).match())
                .isPresent();
        Link apart = Linkers.of(new WordOrderEmbedder()).link(outline, entries).get(0);
        assertThat(apart.match()).isEmpty();
        assertThat(apart.similarity()).isLessThan(Linker.NEAR);
    }

    @Test
    void withoutEntriesNothingIsLinked() {
        assertThat(link("What is a mast?"))
                .isEqualTo(new Link(1, "Topic", "What is a mast?", OptionalInt.empty(), "", 0));
    }

    @Test
    void anEntryWithoutAnAnswerIsNeverLinkedAndStillCounted() {
        assertThat(link("What is a mast?", "What is a mast?", "").match()).isEmpty();
        assertThat(link("What is a mast?", "What is a boom?", "", "What is a mast?", "A pole.")
                        .match())
                .isEqualTo(OptionalInt.of(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What is the purpose of the `__init__.py` file in a package? | What is the purpose of the `__init__` file in a package?
            What is the purpose of the `concurrent.futures` module?     | What is the purpose of the `concurrent` module?
            What is Brigantine, and how does it differ from Schooner?   | What is Schooner, and how does it differ from Ketch?
            What is the purpose of the class Laser?                     | What is the purpose of the class Finn?
            What is new in version 3.12 of the rules?                   | What is new in version 3.11 of the rules?
            How do you use `reef` in the log?                           | How do you use `furl` in the log?
            What does `@reef` do to a sail?                             | What does `@furl` do to a sail?
            What is the difference between C and C++ in speed?          | What is the difference between C and C# in speed?
            """)
    void namesThatDifferKeepQuestionsApart(String question, String entry) {
        assertThat(link(question, entry, "An answer: " + entry).match()).isEmpty();
        assertThat(link(question, question, "```text\nshown\n```").match()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            How do you read and write a log book?                 | How do you read a log book?
            How do you splice and whip ropes on a boat?           | How do you splice ropes on a boat?
            What are sails, and how do they differ from masts and booms? | What is it that masts and booms do, and how do they differ from each other?
            What is the role of the mast and the keel in a storm? | What is the role of the mast in a storm?
            """)
    void anEntryThatLeavesOutHalfOfTheQuestionIsNotItsAnswer(String question, String entry) {
        assertThat(link(question, entry, "```text\nshown\n```").match()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What is the purpose of a sail on a boat?   | What is the purpose of a sail locker on a boat?
            What is the purpose of an anchor on board? | What is the purpose of a sea anchor on board?
            What is the role of a light at night?      | What is the role of a Racon light at night?
            """)
    void anEntryAboutAKindOrAPartIsNotTheAnswerToTheGeneralQuestion(String question, String entry) {
        assertThat(link(question, entry, "An answer.").match()).isEmpty();
    }

    @Test
    void aComparisonIsNotTheAnswerToAQuestionAboutOneOfTheTwo() {
        assertThat(link(
                                "What is the purpose of a jib on a boat?",
                                "What is the difference of a jib to a genoa on a boat?",
                                "Size.")
                        .match())
                .isEmpty();
        assertThat(link(
                                "What is a jib, and what is its purpose?",
                                "What is a jib, and how does it differ from a genoa?",
                                "A sail.")
                        .match())
                .isPresent();
    }

    @Test
    void comparisonsOfTheSameThingsAreTheSameInOtherWords() {
        assertThat(link(
                                "What is the difference between `@foresail` and `@mainsail`?",
                                "When do you choose a fore sail vs a main sail?",
                                "By wind.")
                        .match())
                .isPresent();
    }

    @Test
    void aHowIsNotAnsweredByAWhatUnlessItIsShown() {
        String question = "How do you use a whisker pole on a boat?";
        String entry = "What is the use of a whisker pole on a boat?";
        assertThat(link(question, entry, "A pole for the jib.").match()).isEmpty();
        assertThat(link(question, entry, "1. Clip it on.\n2. Push.").match()).isPresent();
        assertThat(link(question, "Which boats do use a whisker pole?", "```text\nmost\n```")
                        .match())
                .isEmpty();
    }

    @Test
    void twoEntriesThatFitEquallyWellAndSayDifferentThingsAnswerAWiderQuestionTogether() {
        String question = "How do you handle a line on a boat?";
        String[] both = {
            "How do you coil a line on a boat?",
            "```text\nround\n```",
            "How do you throw a line on a boat?",
            "```text\nfar\n```"
        };
        assertThat(link(question, both).matches()).hasSize(2).contains(1, 2);
        assertThat(link(question, both[0], both[1]).matches()).containsExactly(1);
        String[] many = {
            both[0],
            both[1],
            both[2],
            both[3],
            "How do you cut a line on a boat?",
            "```text\nshort\n```",
            "How do you dry a line on a boat?",
            "```text\nsun\n```"
        };
        assertThat(link(question, many).matches()).isEmpty();
    }

    @Test
    void aQuestionThatAsksForTwoThingsIsAnsweredByAnEntryForEach() {
        String question = "How do you furl and reef a jib?";
        String[] furl = {"How do you furl a jib?", "```text\nroll\n```"};
        String[] reef = {"How do you reef a jib?", "```text\nless\n```"};
        assertThat(link(question, furl[0], furl[1], reef[0], reef[1]).matches()).containsExactly(1, 2);
        assertThat(link(question, furl).matches()).isEmpty();
        assertThat(link(
                                "What is the difference between how you furl and reef a jib?",
                                furl[0],
                                furl[1],
                                reef[0],
                                reef[1])
                        .matches())
                .isEmpty();
    }

    @Test
    void whatANamedThingIsAnswersHowItIsUsedIfTheEntrySaysThat() {
        String entry = "What is Navsim, and how is it used?";
        String answer = "Navsim draws charts and routes.";
        assertThat(link("How do you draw charts using the Navsim library?", entry, answer)
                        .matches())
                .containsExactly(1);
        assertThat(link("How do you bake bread using the Navsim library?", entry, answer)
                        .matches())
                .isEmpty();
        assertThat(link("How do you draw charts using the Plotsim library?", entry, answer)
                        .matches())
                .isEmpty();
    }

    @Test
    void whatAnAbbreviationStandsForIsTheSameThing() {
        String entry = "What is Dead Reckoning (D/R), and how does it relate to charts?";
        assertThat(link("What is D/R, and why is it important at sea?", entry, "A guess.")
                        .matches())
                .containsExactly(1);
        assertThat(link("What is G/P, and why is it important at sea?", entry, "A guess.")
                        .matches())
                .isEmpty();
    }

    @Test
    void ofTwoEntriesThatAskTheSameTheNearerIsTaken() {
        assertThat(link(
                                "What is a mast on a boat?",
                                "Explain the mast of a boat.",
                                "A pole.",
                                "What is a mast on a boat?",
                                "A pole.")
                        .match())
                .isEqualTo(OptionalInt.of(2));
    }

    @Test
    void examplesInParenthesesNeedNotBeNamed() {
        assertThat(link("What is a knot (e.g., Bowline) on a boat?", "What is a knot on a boat?", "Rope.")
                        .match())
                .isPresent();
        assertThat(link("What is a knot like Bowline or Hitch?", "What is a knot?", "Rope.")
                        .match())
                .isPresent();
    }

    @Test
    void theSubjectOfAllQuestionsTellsNoneOfThemApart() {
        List<ImportedQuestion> outline = questions(
                "What is a mast in Sailing?",
                "What is a keel in Sailing?",
                "What is a boom in Sailing?",
                "What is a stay in Sailing?",
                "What is a jib in Sailing?");
        assertThat(linker.link(outline, entries("What is a mast?", "A pole.", "What is a reef?", "Less sail."))
                        .get(0)
                        .match())
                .isEqualTo(OptionalInt.of(1));
    }

    @Test
    void oddPromptsAreNoError() {
        assertThat(linker.link(
                        questions("?", "", "`", "🪢", "(", "What is `` ` ``?", "'s", "@", "a".repeat(5_000)),
                        entries("?", "x", "🪢", "y", "``", "z", "and", "w")))
                .hasSize(9)
                .allMatch(link -> link.similarity() <= 1.0001);
    }
}
