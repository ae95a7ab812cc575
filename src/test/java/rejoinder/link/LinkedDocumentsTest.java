package rejoinder.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.bank.Question;
import rejoinder.intake.DocumentImporter;
import rejoinder.intake.ImportWriter;
import rejoinder.pack.ImportedDocument;
import rejoinder.pack.ImportedQuestion;
import rejoinder.pack.LoadedPacks;
import rejoinder.pack.PackFolder;

class LinkedDocumentsTest {
    private final ImportedDocument outline = DocumentImporter.parse(
            "- Rig\n  - What is the purpose of a mast?\n  - What is a keel?\n- Sails\n  - What is a reef?\n",
            "outline.md");
    private final ImportedDocument answers = DocumentImporter.parse(
            "# Parts\n## Explain the purpose of a mast.\nIt carries a sail, that is its purpose.\n## What is a rudder?\nIt steers.\n",
            "answers.md");
    private final LinkedDocuments linked =
            LinkedDocuments.of(List.of(outline, answers), Linkers.of(new AlikeEmbedder()));

    @Test
    void aLinkedQuestionCarriesTheAnswerAndTheEntryIsUsedUp() {
        assertThat(linked.links()).hasSize(3);
        assertThat(linked.documents().get(0).questions())
                .extracting(ImportedQuestion::answer)
                .containsExactly("It carries a sail, that is its purpose.", "", "");
        assertThat(linked.documents().get(1).questions())
                .extracting(ImportedQuestion::prompt)
                .containsExactly("What is a rudder?");
    }

    @Test
    void linkedAndUnlinkedQuestionsBecomePacks(@TempDir Path folder) throws IOException {
        ImportWriter.Written written = ImportWriter.write(linked.documents(), folder.resolve("packs"));
        assertThat(written.questions()).isEqualTo(4);
        assertThat(written.selfGraded()).isEqualTo(2);
        LoadedPacks packs = PackFolder.read(folder.resolve("packs"));
        assertThat(packs.problems()).isEmpty();
        assertThat(packs.bank().questions()).filteredOn(Question::selfGraded).hasSize(2);
    }

    @Test
    void theAnswersOfSeveralEntriesStandBelowEachOtherAndWhatIsLeftIsKept() {
        ImportedDocument asked =
                DocumentImporter.parse("- How do you furl and reef a jib?\n- What is a mast?\n", "o.md");
        ImportedDocument known = DocumentImporter.parse(
                "## How do you furl a jib?\n```\nroll\n```\n## How do you reef a jib?\n```\nless\n```\n## What is a keel?\nA fin.\n",
                "a.md");
        Linker linker = Linkers.of(new AlikeEmbedder());
        LinkedDocuments joined = LinkedDocuments.of(asked, known, linker.link(asked.questions(), known.questions()));
        assertThat(joined.documents().get(0).questions())
                .extracting(ImportedQuestion::answer)
                .containsExactly("```\nroll\n```\n\n```\nless\n```", "");
        assertThat(joined.documents().get(1).questions())
                .extracting(ImportedQuestion::prompt)
                .containsExactly("What is a keel?");
    }

    @Test
    void withoutAnOutlineNothingChanges() {
        LinkedDocuments alone = LinkedDocuments.of(List.of(answers), Linkers.of(new AlikeEmbedder()));
        assertThat(alone.links()).isEmpty();
        assertThat(alone.documents()).containsExactly(answers);
    }
}
