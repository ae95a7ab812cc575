package rejoinder.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rejoinder.SharedModel;
import rejoinder.text.ClaimReader;
import rejoinder.text.ClaimReader.Pair;
import rejoinder.text.ClaimReader.Part;
import rejoinder.text.Embedder;
import rejoinder.text.Encoding;

/** The reader does here what it did where it was trained: {@code src/train} writes one small question with each step's numbers as {@code check.json}. */
@Tag("model")
class ClaimModelTest {
    private static final Path CHECK = Path.of("src/test/resources/rejoinder/embed/reader-check.json");

    /** Numbers of each vector that the check holds. */
    private static final int FIRST = 8;

    private final Embedder embedder = SharedModel.embedder().forComparing();
    private final ClaimReader reader = embedder.claimReader().orElseThrow();
    private final JsonNode check = read();
    private final double tolerance = check.path("tolerance").asDouble();
    private final String question = check.path("question").asText();
    private final Encoding answer = embedder.encodeAfter(question, String.join(" ", texts("sentences")));
    private final List<Encoding> statements = statements();

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(CHECK.toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> texts(String name) {
        return StreamSupport.stream(check.path(name).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private List<Encoding> statements() {
        return StreamSupport.stream(check.path("statements").spliterator(), false)
                .map(statement ->
                        embedder.encodeAfter(question, statement.path("text").asText()))
                .toList();
    }

    private List<Part> parts() {
        return StreamSupport.stream(check.path("spans").spliterator(), false)
                // where a sentence begins, and how many tokens it has
                .map(span -> new Part(
                        span.path(0).asInt(),
                        span.path(0).asInt() + span.path(1).asInt()))
                .toList();
    }

    private List<Pair> pairs() {
        return StreamSupport.stream(check.path("pairs").spliterator(), false)
                .map(pair -> new Pair(pair.path(0).asInt(), pair.path(1).asInt()))
                .toList();
    }

    private void same(double[] found, JsonNode expected) {
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found[i]).isCloseTo(expected.path(i).asDouble(), within(tolerance));
        }
    }

    @Test
    void theTextsAreCutIntoTheSamePiecesAsInTraining() {
        int first = check.path("first").asInt();
        for (int i = 0; i < answer.tokens().size(); i++) {
            assertThat(answer.tokens().get(i).id())
                    .isEqualTo(check.path("answer_row").path(first + i).asInt());
        }
        assertThat(check.path("answer_row")).hasSize(first + answer.tokens().size() + 1);
    }

    @Test
    void eachTokenHasTheVectorAndTheWeightThatItHadInTraining() {
        List<Part> parts = parts();
        for (int sentence = 0; sentence < parts.size(); sentence++) {
            for (int t = parts.get(sentence).from(); t < parts.get(sentence).to(); t++) {
                int within = t - parts.get(sentence).from();
                vectors(
                        answer,
                        t,
                        check.path("sentence_vectors_first_8").path(sentence).path(within));
                weight(answer, t, check.path("sentence_weights").path(sentence).path(within));
            }
        }
        for (int i = 0; i < statements.size(); i++) {
            for (int t = 0; t < statements.get(i).claims().length; t++) {
                vectors(
                        statements.get(i),
                        t,
                        check.path("statement_vectors_first_8").path(i).path(t));
                weight(
                        statements.get(i),
                        t,
                        check.path("statement_weights").path(i).path(t));
            }
        }
    }

    private void vectors(Encoding encoding, int token, JsonNode expected) {
        assertThat(expected).hasSize(FIRST);
        for (int d = 0; d < FIRST; d++) {
            assertThat((double) encoding.claims()[token][d])
                    .isCloseTo(expected.path(d).asDouble(), within(tolerance));
        }
    }

    // weights span three powers of ten, so the tolerance is a share
    private static void weight(Encoding encoding, int token, JsonNode expected) {
        assertThat((double) encoding.claimWeights()[token])
                .isCloseTo(expected.asDouble(), within(0.01 * expected.asDouble() + 0.002));
    }

    @Test
    void eachSentenceIsAsNearToEachStatementAsItWasInTraining() {
        double[][] likeness = reader.likeness(answer, parts(), statements);
        for (int i = 0; i < likeness.length; i++) {
            same(likeness[i], check.path("likeness").path(i));
        }
    }

    @Test
    void eachPairIsReadAsInTraining() {
        double[][] compared = reader.compare(answer, parts(), statements, pairs());
        // logarithms, so a small probability may be off by a little more
        for (int i = 0; i < compared.length; i++) {
            for (int k = 0; k < compared[i].length; k++) {
                assertThat(compared[i][k])
                        .isCloseTo(
                                check.path("pair_log_probabilities")
                                        .path(i)
                                        .path(k)
                                        .asDouble(),
                                within(5 * tolerance));
            }
        }
    }

    @Test
    void bothReadingsTogetherGiveTheProbabilitiesOfTraining() {
        double[][] likeness = reader.likeness(answer, parts(), statements);
        double[][] compared = reader.compare(answer, parts(), statements, pairs());
        boolean[] truths = new boolean[statements.size()];
        for (int j = 0; j < truths.length; j++) {
            truths[j] = check.path("statements").path(j).path("truth").asBoolean();
        }
        for (int i = 0; i < likeness.length; i++) {
            double[][] own = new double[statements.size()][];
            for (int p = 0; p < pairs().size(); p++) {
                if (pairs().get(p).part() == i) {
                    own[pairs().get(p).statement()] = compared[p];
                }
            }
            double[] judged = reader.judge(likeness[i], truths, own);
            for (int k = 0; k < judged.length; k++) {
                assertThat(judged[k])
                        .isCloseTo(
                                Math.exp(check.path("log_probabilities")
                                        .path(i)
                                        .path(k)
                                        .asDouble()),
                                within(5 * tolerance));
            }
        }
    }

    @Test
    void aSentenceOfALongAnswerIsAsNearAsIfItStoodAlone() {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            sentences.add(texts("sentences").get(i % 2));
        }
        Encoding all = embedder.encodeAfter(question, String.join(" ", sentences));
        List<Part> parts = new ArrayList<>();
        for (int i = 0, from = 0; i < sentences.size(); i++) {
            int length = parts().get(i % 2).to() - parts().get(i % 2).from();
            parts.add(new Part(from, from + length));
            from += length;
        }
        double[][] together = reader.likeness(all, parts, statements);
        for (int i = 0; i < parts.size(); i++) {
            double[] alone = reader.likeness(all, parts.subList(i, i + 1), statements)[0];
            for (int j = 0; j < alone.length; j++) {
                assertThat(together[i][j]).isCloseTo(alone[j], within(1e-5));
            }
        }
    }

    @Test
    void statementsOfAllLengthsKeepTheirPlaces() {
        List<Encoding> turned = new ArrayList<>(statements);
        java.util.Collections.reverse(turned);
        double[][] forwards = reader.likeness(answer, parts(), statements);
        double[][] backwards = reader.likeness(answer, parts(), turned);
        for (int i = 0; i < forwards.length; i++) {
            for (int j = 0; j < forwards[i].length; j++) {
                assertThat(backwards[i][forwards[i].length - 1 - j]).isCloseTo(forwards[i][j], within(1e-5));
            }
        }
    }
}
