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
            LinkedDocuments.of(List.of(outline, answers), new Linker(new AlikeEmbedder()));

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
    void withoutAnOutlineNothingChanges() {
        LinkedDocuments alone = LinkedDocuments.of(List.of(answers), new Linker(new AlikeEmbedder()));
        assertThat(alone.links()).isEmpty();
        assertThat(alone.documents()).containsExactly(answers);
    }
}
