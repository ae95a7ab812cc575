package rejoinder.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rejoinder.SharedBank;
import rejoinder.bank.Question;

class LanguageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Список можно изменить, а кортеж нельзя.",
                "القائمة قابلة للتغيير والصف غير قابل للتغيير",
                "列表可变, tuple 不可变, list.append 可以",
                "リストは変更できますが、タプルは変更できません。",
                "리스트는 바꿀 수 있고 튜플은 바꿀 수 없다",
                "Η λίστα αλλάζει, η πλειάδα όχι",
                "הרשימה ניתנת לשינוי",
                "Список меняется:\n```python\nitems.append(value)\n```"
            })
    void anotherScriptIsNotRead(String answer) {
        assertThat(Language.unread(answer)).contains("The model does not read this script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eine Liste kann man verändern, ein Tupel nicht.",
                "Listen sind veränderbar, Tupel unveränderlich.",
                "Ein `dict` ordnet Schlüssel ihren Werten zu und ist nach dem Einfügen sortiert.",
                "Una lista se puede cambiar y una tupla no se puede cambiar.",
                "Las listas son mutables, pero las tuplas no.",
                "Une liste peut être modifiée, un tuple ne peut pas.",
                "Una lista si può modificare, una tupla non si può.",
                "Uma lista pode ser alterada, mas uma tupla não.",
                "Een lijst kan worden gewijzigd, maar een tuple niet.",
                "Listę można zmienić, a krotki nie można zmienić.",
                "En lista kan ändras men en tupel kan inte ändras.",
                "Bir liste değiştirilebilir ama demet değiştirilemez."
            })
    void anotherLanguageInLatinLettersIsNotRead(String answer) {
        assertThat(Language.unread(answer)).contains("The model reads English only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "42",
                "\uD83C\uDF89",
                "mutable vs immutable",
                "values all str",
                "single pass, no extra list",
                "Guido van Rossum and Łukasz Langa wrote it, says Erdős.",
                "Gödel, Ångström and Müller used the café on the Île de la Cité.",
                "la di da",
                "O(n log n), λ is a lambda",
                "for el in items:\n    os.remove(el)",
                "with open(path) as f:\n    w = csv.writer(f)\n    w.writerow(e)",
                "die is a word, and des and per and con are variables in my code",
                "```python\nder = {'und': 'oder', 'nicht': 'ein'}\n```",
                "`para` `con` `pero` `una` `las` are names here",
                "The Russian word список means list",
                "résumé the naïve façade"
            })
    void englishNotesCodeAndNamesAreRead(String answer) {
        assertThat(Language.unread(answer)).isEmpty();
    }

    @Test
    void noTextOfTheBankIsTakenForAnotherLanguage() {
        for (Question question : SharedBank.bank().questions()) {
            List<String> texts = new ArrayList<>(List.of(question.prompt()));
            question.referenceAnswers().forEach(reference -> texts.add(reference.text()));
            question.keyPoints().forEach(point -> {
                texts.add(point.statement());
                texts.addAll(point.acceptedWordings());
            });
            question.statements().forEach(statement -> texts.add(statement.text()));
            question.misconceptions().forEach(wrong -> texts.add(wrong.statement()));
            assertThat(texts)
                    .allSatisfy(
                            text -> assertThat(Language.unread(text)).as(text).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"graded-answers.tsv", "candidate-answers.tsv"})
    void noAnswerOfOurSetsIsTakenForAnotherLanguage(String set) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/rejoinder/grade", set)).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        int column = List.of(lines.get(0).split("\t", -1)).indexOf("answer");
        assertThat(lines.subList(1, lines.size()))
                .hasSizeGreaterThan(100)
                .allSatisfy(line -> assertThat(Language.unread(line.split("\t", -1)[column].replace("\\n", "\n")))
                        .as(line)
                        .isEmpty());
    }
}
