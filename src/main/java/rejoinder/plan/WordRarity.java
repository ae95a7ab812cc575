package rejoinder.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.text.Stems;
import rejoinder.text.StopWords;

/** The words of a bank and how rare each is: a word that few prompts and key points use says more than one that most use. */
final class WordRarity {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final int LEAST_LETTERS = 4;

    private final Map<String, Integer> texts = new HashMap<>();
    private int total = 1;

    WordRarity(ItemBank bank) {
        for (Question question : bank.questions()) {
            count(question.prompt());
            for (KeyPoint point : question.keyPoints()) {
                count(point.statement());
            }
        }
    }

    private void count(String text) {
        total++;
        of(text).forEach(word -> texts.merge(word, 1, Integer::sum));
    }

    /** The different words of a text, in lower case and without the ending of a plural. */
    Set<String> of(String text) {
        Set<String> words = new HashSet<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(Stems.singular(matcher.group()));
        }
        return words;
    }

    /** How rare a word is: 0 if every text has it, growing with the logarithm. */
    double rarity(String word) {
        return Math.log((double) total / (1 + texts.getOrDefault(word, 0)));
    }

    /** The rarest words of a statement, as they are written there, that another text does not have; fewer than asked for if there are not so many of four letters. */
    List<String> rarest(String statement, String other, int count) {
        Set<String> taken = new HashSet<>(of(other));
        Map<String, Double> found = new LinkedHashMap<>();
        Matcher matcher = WORD.matcher(statement);
        while (matcher.find()) {
            String word = Stems.singular(matcher.group());
            boolean telling = !StopWords.saysLittle(matcher.group().toLowerCase(Locale.ROOT));
            if (word.length() >= LEAST_LETTERS && telling && taken.add(word)) {
                found.put(matcher.group(), rarity(word));
            }
        }
        return found.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(count)
                .map(Map.Entry::getKey)
                .toList();
    }
}
