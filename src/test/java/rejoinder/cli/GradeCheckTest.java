package rejoinder.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.WordOrderEmbedder;
import rejoinder.bank.QuestionId;
import rejoinder.embed.CachingEmbedder;
import rejoinder.grader.AlignmentGrader;
import rejoinder.grader.Calibration;
import rejoinder.grader.GradingPolicy;
import rejoinder.pack.LoadedPacks;
import rejoinder.pack.PackFolder;
import rejoinder.text.Embedder;
import rejoinder.text.InverseDocumentFrequency;

/** The rules that packs are held to, each on a pack that breaks it and on one that does not. */
class GradeCheckTest {
    private static final String SOUND = """
            ---
            topic: knots
            title: Knots
            order: 1
            ---

            ## What is a bowline for?

            ```yaml
            id: bowline
            difficulty: junior
            minutes: 2
            ```

            ### Reference answer: full

            Sailors tie fixed loops with it. It never slips under load.

            ### Reference answer: terse

            sailors tie fixed loops, never slips under load

            ### Key points

            - fixed-loop (2): Sailors tie fixed loops with it.
            - no-slip (1): It never slips under load.

            ### Misconceptions

            - no-slip: Wet rope makes this knot dangerous.

            ## Which hitch holds a horse?

            ```yaml
            id: hitch
            difficulty: junior
            minutes: 2
            ```

            ### Reference answer

            Riders use the quick release kind because one pull opens everything.

            ### Key points

            - quick-release (1): One pull opens everything.
            """;

    private final WordOrderEmbedder words = new WordOrderEmbedder();

    @TempDir
    private Path folder;

    private GradeCheck check(String pack) throws IOException {
        return check(pack, id -> true);
    }

    private GradeCheck check(String pack, Predicate<QuestionId> which) throws IOException {
        Files.writeString(folder.resolve("knots.md"), pack);
        LoadedPacks packs = PackFolder.read(folder);
        assertThat(packs.problems()).isEmpty();
        Embedder embedder = new CachingEmbedder(words, 1000);
        return GradeCheck.of(
                packs,
                which,
                new AlignmentGrader(
                        embedder, GradingPolicy.standard(), InverseDocumentFrequency.shipped(), Calibration.shipped()),
                embedder,
                (done, total) -> {});
    }

    private void finds(String pack, String lineText, String rule) throws IOException {
        int line = pack.lines().toList().indexOf(lineText) + 1;
        assertThat(check(pack).findings())
                .extracting(GradeCheck.Finding::file, GradeCheck.Finding::line, GradeCheck.Finding::rule)
                .contains(tuple(folder.resolve("knots.md").toString(), line, rule));
    }

    private static String with(String old, String text) {
        assertThat(SOUND).contains(old);
        return SOUND.replace(old, text);
    }

    private static String allowing(String pack, String item) {
        return pack.replace("## Which hitch", "### Allowed shortfalls\n\n" + item + "\n\n## Which hitch");
    }

    private static final String THIN =
            with("sailors tie fixed loops, never slips under load", "good for horses and carts");

    @Test
    void aSoundPackHasNoFindings() throws IOException {
        assertThat(check(SOUND).findings()).isEmpty();
    }

    @Test
    void aReferenceAnswerThatEarnsLittleIsFoundAtItsHeading() throws IOException {
        finds(THIN, "### Reference answer: terse", "reference-earns-full-marks");
        assertThat(check(THIN).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("Reference answer 2 (terse)", "fixed-loop not said", "no-slip not said"));
    }

    @Test
    void aFullReferenceAnswerThatLeavesOutAPointIsFoundAtThePoint() throws IOException {
        finds(
                with("It never slips under load.\n\n### Ref", "\n\n### Ref"),
                "- no-slip (1): It never slips under load.",
                "reference-makes-each-point");
    }

    @Test
    void aQuestionThatGivesItsAnswerAwayIsFoundAtItsHeading() throws IOException {
        String given =
                with("## What is a bowline for?", "## Sailors tie fixed loops with it. It never slips under load.");
        finds(given, "## Sailors tie fixed loops with it. It never slips under load.", "echo-earns-nothing");
    }

    @Test
    void aNeighboursAnswerThatEarnsMuchIsFoundAtTheHeading() throws IOException {
        finds(
                with(
                        "Riders use the quick release kind because one pull opens everything.",
                        "One pull opens everything. Sailors tie fixed loops with it. It never slips under load."),
                "## What is a bowline for?",
                "other-answer-earns-little");
    }

    /** Both questions ask whether the knot slips, and the answer to the second says that it does not. */
    private static String bothAsk(String id) {
        return with("- fixed-loop (2)", "- fixed-loop (1)")
                .replace("one pull opens everything.", "one pull opens everything. It never slips under load.")
                .replace(
                        "- quick-release (1): One pull opens everything.",
                        "- quick-release (2): One pull opens everything.\n- " + id
                                + " (1): It never slips under load.");
    }

    @Test
    void whatBothQuestionsAskMayBeSaidInTheAnswerToEither() throws IOException {
        assertThat(check(bothAsk("no-slip")).findings()).isEmpty();
        finds(bothAsk("holds-under-load"), "## What is a bowline for?", "other-answer-earns-little");
    }

    @Test
    void pointsOfOneIdThatSayDifferentThingsAreNotShared() throws IOException {
        String pack = bothAsk("fixed-loop");
        finds(pack, "## What is a bowline for?", "other-answer-earns-little");
    }

    @Test
    void aQuestionThatAsksLittleOfItsOwnIsFoundAtItsHeading() throws IOException {
        String pack = bothAsk("no-slip").replace("- fixed-loop (1)", "- fixed-loop (1, bonus)");
        finds(pack, "## What is a bowline for?", "asks-something-of-its-own");
        assertThat(check(pack).findings())
                .extracting(GradeCheck.Finding::message)
                .anyMatch(message -> message.startsWith("100 % of the weight is for points that knots/hitch has too"));
    }

    private static final String POINT = "- fixed-loop (2): Sailors tie fixed loops with it.";

    @Test
    void aPointThatJoinsTwoClaimsIsFoundAtItsLine() throws IOException {
        for (String joined : List.of(
                "Sailors tie fixed loops with it, and the rope never slips.",
                "Sailors tie fixed loops with it, and they trust it.",
                "A bowline is a fixed loop and can be untied after a load.",
                "A bowline holds a fixed loop and does not slip.")) {
            String line = "- fixed-loop (2): " + joined;
            finds(with(POINT, line), line, "one-claim");
        }
    }

    @Test
    void namesThatAPointListsAreOneClaim() throws IOException {
        for (String listed : List.of(
                "Sailors and climbers tie fixed loops with it.",
                "Sailors tie fixed loops, slings and handles with it.",
                "Sailors tie fixed loops with it and not with a reef knot.")) {
            assertThat(check(with(POINT, "- fixed-loop (2): " + listed)).findings())
                    .as(listed)
                    .extracting(GradeCheck.Finding::rule)
                    .doesNotContain("one-claim");
        }
    }

    @Test
    void aPointThatJoinsTwoClaimsMayBeAllowedByItsId() throws IOException {
        String joined = with(POINT, POINT.replace(" with it.", " with it, and they trust it."));
        GradeCheck found = check(allowing(joined, "- one-claim fixed-loop: Neither half is worth anything alone."));
        assertThat(found.findings()).extracting(GradeCheck.Finding::rule).doesNotContain("one-claim");
        assertThat(found.allowed()).isPositive();
    }

    @Test
    void aMisconceptionThatCountsAsItsPointIsFoundAtItsLine() throws IOException {
        finds(
                with("Wet rope makes this knot dangerous.", "It never slips under load!"),
                "- no-slip: It never slips under load!",
                "misconception-is-not-the-point");
    }

    @Test
    void aReasonIsBelievedThoughItNamesAnotherNumberThanThePoint() throws IOException {
        String loops = with("- fixed-loop (2): Sailors", "- fixed-loop (2): Exactly 2 sailors");
        for (String reason : List.of(
                "Exactly 3 sailors tie fixed loops with it.", "It takes 3 sailors to tie fixed loops with it.")) {
            String pack = loops.replace("makes this knot dangerous.", "makes this knot dangerous.\n  - Why: " + reason);
            assertThat(check(pack).findings())
                    .extracting(GradeCheck.Finding::rule)
                    .doesNotContain("true-sentence-is-not-accused");
        }
    }

    @Test
    void aShortfallThatIsAllowedWithAReasonIsCountedAndNotListed() throws IOException {
        GradeCheck found = check(allowing(THIN, "- reference-earns-full-marks 2: It is meant as a bad example."));
        assertThat(found.findings()).isEmpty();
        assertThat(found.allowed()).isEqualTo(1);
    }

    @Test
    void anAllowanceOfAnotherPartAllowsNothingAndIsFoundItself() throws IOException {
        String pack = allowing(THIN, "- reference-earns-full-marks 1: A slip of the number.");
        finds(pack, "### Reference answer: terse", "reference-earns-full-marks");
        finds(pack, "- reference-earns-full-marks 1: A slip of the number.", "allowed-shortfall");
    }

    @Test
    void anAllowanceThatIsNoLongerNeededIsFoundAtItsLine() throws IOException {
        String pack = allowing(SOUND, "- echo-earns-nothing: It once did.");
        finds(pack, "- echo-earns-nothing: It once did.", "allowed-shortfall");
        assertThat(check(pack).findings().get(0).message()).contains("take this line out");
    }

    @Test
    void anAllowanceOfAnUnknownRuleOrPartIsFoundAtItsLine() throws IOException {
        finds(allowing(THIN, "- no-such-rule: Why not."), "- no-such-rule: Why not.", "allowed-shortfall");
        for (String part : List.of("3", "0", "x", "99999")) {
            String item = "- reference-earns-full-marks " + part + ": Why not.";
            finds(allowing(THIN, item), item, "allowed-shortfall");
        }
        String item = "- reference-makes-each-point gone: Why not.";
        finds(allowing(THIN, item), item, "allowed-shortfall");
    }

    @Test
    void anAllowanceWithoutAReasonLeavesTheQuestionOutAsAWhole() throws IOException {
        Files.writeString(folder.resolve("knots.md"), allowing(THIN, "- reference-earns-full-marks 2:"));
        LoadedPacks packs = PackFolder.read(folder);
        int line = allowing(THIN, "x").lines().toList().indexOf("x") + 1;
        assertThat(packs.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.message()).contains("The reason.");
        });
        assertThat(packs.bank().questions())
                .extracting(question -> question.id().slug())
                .containsExactly("hitch");
        assertThat(packs.places()).hasSize(1);
    }

    @Test
    void aQuestionThatIsLookedAtAloneHasOnlyItsOwnFindings() throws IOException {
        String pack = allowing(THIN, "- echo-earns-nothing: It once did.")
                .replace(
                        "- quick-release (1): One pull opens everything.",
                        "- quick-release (1): Storms frighten animals.");
        assertThat(questions(check(pack))).containsOnly("knots/bowline", "knots/hitch");
        assertThat(questions(check(pack, id -> id.slug().equals("bowline")))).containsOnly("knots/bowline");
        assertThat(questions(check(pack, id -> id.slug().equals("hitch")))).containsOnly("knots/hitch");
    }

    @Test
    void aQuestionThatIsLookedAtAloneStillHasItsNeighbour() throws IOException {
        String pack = with(
                "Riders use the quick release kind because one pull opens everything.",
                "One pull opens everything. Sailors tie fixed loops with it. It never slips under load.");
        assertThat(check(pack, id -> id.slug().equals("bowline")).findings())
                .extracting(GradeCheck.Finding::rule)
                .containsExactly("other-answer-earns-little");
    }

    private static List<String> questions(GradeCheck found) {
        return found.findings().stream().map(GradeCheck.Finding::question).toList();
    }

    @Test
    void theListenerHearsOfEveryQuestion() throws IOException {
        Files.writeString(folder.resolve("knots.md"), SOUND);
        Embedder embedder = new CachingEmbedder(words, 1000);
        List<String> heard = new ArrayList<>();
        GradeCheck.of(
                PackFolder.read(folder),
                id -> true,
                new AlignmentGrader(
                        embedder, GradingPolicy.standard(), InverseDocumentFrequency.shipped(), Calibration.shipped()),
                embedder,
                (done, total) -> heard.add(done + "/" + total));
        assertThat(heard).containsExactly("1/2", "2/2");
    }
}
