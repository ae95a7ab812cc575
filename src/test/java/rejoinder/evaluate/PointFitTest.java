package rejoinder.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import rejoinder.evaluate.PointFit.Labelled;
import rejoinder.grader.BoostedTrees;
import rejoinder.grader.PointJudge;
import rejoinder.grader.PointJudge.Judged;
import rejoinder.grader.PointSignals;

/** Fits on points drawn by a fixed seed, whose signals say what they are but for some noise. */
class PointFitTest {
    private static final int POINTS = 400;

    private static PointSignals signals(double made, double contradicted) {
        double like = Math.max(made, contradicted);
        double side = made - contradicted;
        return new PointSignals(
                "point",
                like,
                like,
                new PointSignals.Reader(made, contradicted, made, made, 0, 0, made, contradicted, side),
                new PointSignals.Words(like, side, side, side),
                new PointSignals.Among(like / 2, like / 2, 0, like, 3),
                new PointSignals.Counter(side, side, side));
    }

    private static List<Labelled> drawn() {
        SplittableRandom dice = new SplittableRandom(8);
        List<Labelled> points = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            double noise = 0.15 * dice.nextDouble();
            Judged judged = List.of(Judged.MADE, Judged.PARTLY, Judged.NOT_SAID, Judged.CONTRADICTED)
                    .get(dice.nextInt(4));
            PointSignals signals = switch (judged) {
                case MADE -> signals(0.95 - noise, noise);
                case PARTLY -> signals(0.6 - noise, noise);
                case CONTRADICTED -> signals(noise, 0.95 - noise);
                default -> signals(noise, 0.15 - noise);
            };
            points.add(new Labelled("question-" + i % 20, signals, judged, 1));
        }
        return points;
    }

    private static PointJudge judge(PointFit fit) throws IOException {
        return PointJudge.read(new StringReader(fit.text(List.of("a test"))));
    }

    @Test
    void theSamePointsGiveTheSameBytes() {
        assertThat(PointFit.of(drawn()).text(List.of()))
                .isEqualTo(PointFit.of(drawn()).text(List.of()));
        assertThat(PointFit.of(drawn()).count()).isEqualTo(POINTS);
    }

    @Test
    void whatIsWrittenIsReadAgainAndTellsThePointsApart() throws IOException {
        PointJudge judge = judge(PointFit.of(drawn()));
        assertThat(judge.probabilities(signals(0.95, 0.02)).get(Judged.MADE)).isGreaterThan(0.8);
        assertThat(judge.probabilities(signals(0.02, 0.95)).get(Judged.CONTRADICTED))
                .isGreaterThan(0.8);
        assertThat(judge.probabilities(signals(0.02, 0.03)).getOrDefault(Judged.MADE, 0.0))
                .isLessThan(0.1);
    }

    @Test
    void treesLearnWhatNoWeightedSumCanTell() {
        // made where exactly one of two signals is high
        SplittableRandom dice = new SplittableRandom(3);
        double[][] rows = new double[POINTS][];
        int[] labels = new int[POINTS];
        double[] weights = new double[POINTS];
        double[][] start = new double[POINTS][2];
        for (int i = 0; i < POINTS; i++) {
            rows[i] = new double[] {dice.nextDouble(), dice.nextDouble()};
            labels[i] = rows[i][0] > 0.5 != rows[i][1] > 0.5 ? 1 : 0;
            weights[i] = 1;
        }
        BoostedTrees trees = Boosting.fit(rows, labels, weights, start);
        int right = 0;
        for (int i = 0; i < POINTS; i++) {
            double[] scores = new double[2];
            trees.addTo(scores, rows[i]);
            right += scores[1] > scores[0] == (labels[i] == 1) ? 1 : 0;
        }
        assertThat(right).isGreaterThan(POINTS * 9 / 10);
    }
}
