package rejoinder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rejoinder.plan.Review.Incomplete;
import rejoinder.session.StoreException;

/** Missed points as text: the short way of reading them says the same as a reader of any JSON. */
class ReviewRowTest {
    private static final String[] PIECES = {
        "a",
        "list",
        " ",
        "\"",
        "\\",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"earned\":",
        "\",\"statement\":\"",
        "\n",
        "ü",
        "\uD83D\uDE00",
        "<b>"
    };

    private final ReviewRow rows = new ReviewRow();

    private static String json(List<Incomplete> points) throws JsonProcessingException {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Incomplete point : points) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("point", point.point());
            fields.put("statement", point.statement());
            fields.put("earned", point.earned());
            list.add(fields);
        }
        return new ObjectMapper().writeValueAsString(list);
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    @Test
    void anyTextsAndFiguresAreReadAsTheyWereWritten() throws JsonProcessingException {
        SplittableRandom random = new SplittableRandom(4);
        for (int round = 0; round < 5000; round++) {
            List<Incomplete> points = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                double earned = random.nextBoolean() ? 0 : random.nextDouble() * Math.pow(10, -random.nextInt(12));
                points.add(new Incomplete(text(random), text(random), earned));
            }
            assertThat(rows.points(json(points))).isEqualTo(points);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[ {\"point\":\"p\",\"statement\":\"s\",\"earned\":0.5} ]",
                "[{\"statement\":\"s\",\"point\":\"p\",\"earned\":0.5}]",
                "[{\"point\":\"p\",\"statement\":\"s\",\"earned\": 0.5 }]",
                "[{\"point\":\"p\",\"statement\":\"s\",\"earned\":0.5}]\n",
                "[{\"point\":\"p\",\"statement\":\"s\",\"earned\":5e-1}]"
            })
    void jsonThatAnotherWroteIsReadToo(String json) {
        assertThat(rows.points(json)).containsExactly(new Incomplete("p", "s", .5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "[{",
                "nothing",
                "[{\"point\":\"p\"",
                "[{\"point\":\"p\",\"statement\":\"s\",\"earned\":}]",
                "[{\"point\":\"p\",\"statement\":\"s\",\"earned\":many}]",
                "[{\"point\":\"p\",\"statement\":\"s\",\"earned\":7}]"
            })
    void whatIsNoJsonSaysThatTheDatabaseIsDamaged(String json) {
        assertThatThrownBy(() -> rows.points(json)).isInstanceOf(StoreException.class);
    }

    @Test
    void noPointsAreNoPoints() {
        assertThat(rows.points("[]")).isEmpty();
        assertThatThrownBy(() -> rows.points("[1]")).isInstanceOf(StoreException.class);
    }
}
