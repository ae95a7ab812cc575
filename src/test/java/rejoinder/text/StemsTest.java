package rejoinder.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemsTest {
    @ParameterizedTest
    @CsvSource({
        "deploying,deployment",
        "comprehensions,comprehension",
        "copies,copy",
        "apis,api",
        "classes,class",
        "concurrency,concurrent",
        "visualizations,visualisation",
        "serialization,serialize",
        "versioning,version",
        "annotations,annotate",
        "iterators,iterate"
    })
    void formsOfOneWordHaveOneStem(String one, String other) {
        assertThat(Stems.bare(one)).isEqualTo(Stems.bare(other));
    }

    @ParameterizedTest
    @CsvSource({"module,model", "set,sets3", "analysis,analyst", "class,clause", "ready,read", "test,text"})
    void differentWordsKeepDifferentStems(String one, String other) {
        assertThat(Stems.bare(one)).isNotEqualTo(Stems.bare(other));
    }

    @ParameterizedTest
    @CsvSource({"__init__", "boto3", "is", "os", "a"})
    void namesAndShortWordsStayAsTheyAre(String word) {
        assertThat(Stems.bare(word)).isEqualTo(word);
    }
}
