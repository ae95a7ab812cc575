package rejoinder.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import rejoinder.bank.KeyPoint;
import rejoinder.pack.ImportedQuestion;
import rejoinder.pack.Markup;
import rejoinder.text.Sentences;

/**
 * Key points proposed from references, one claim each: items of a list one each, else sentences. What only this question says ranks first. They are proposals until
 * a person accepts them.
 */
public final class ProposedPoints {
    private static final int MOST = 6;
    private static final int CORE = 3;
    private static final int FEWEST_WORDS = 4;
    private static final int MOST_WORDS = 40;
    private static final Pattern LEADS_IN = Pattern.compile(
            "(?iu)^(?:for (?:example|instance)|examples?|e\\.g\\.|note|hint|tip|see|such as|in other words|let's|let us|consider|here(?: is| are|'s)?|the following|as follows|output)\\b.*|.*:$");

    private final Map<String, Integer> questionsWith = new HashMap<>();
    private final int questions;

    /** Learns from all questions of an import which words say little about any one of them. */
    public ProposedPoints(List<ImportedQuestion> all) {
        for (ImportedQuestion question : all) {
            new HashSet<>(Wording.words(question.answer())).forEach(word -> questionsWith.merge(word, 1, Integer::sum));
        }
        questions = Math.max(1, all.size());
    }

    /** The points of one question, the strongest first; empty if its reference makes no claim that can be told apart. */
    public List<KeyPoint> of(ImportedQuestion question) {
        List<KeyPoint> points = new ArrayList<>();
        Slugs slugs = new Slugs();
        List<Ranked> ranked = claims(question.answer()).stream()
                .map(claim -> new Ranked(claim, weight(claim)))
                .sorted(Comparator.comparingDouble(Ranked::weight).reversed())
                .limit(MOST)
                .toList();
        for (Ranked one : ranked) {
            String claim = one.claim();
            boolean bonus = points.size() >= CORE;
            points.add(new KeyPoint(slugs.of(claim, ""), bonus ? 1 : 2, bonus, claim, List.of(), "", "", List.of()));
        }
        for (KeyPoint said : question.points()) {
            if (points.stream().noneMatch(point -> point.id().equals(said.id()))) {
                points.add(said);
            }
        }
        return points;
    }

    private record Ranked(String claim, double weight) {}

    private double weight(String claim) {
        Set<String> words = new HashSet<>(Wording.words(claim));
        double sum = 0;
        for (String word : words) {
            sum += Math.log((double) (questions + 1) / questionsWith.getOrDefault(word, 1));
        }
        return sum / Math.sqrt(Math.max(1, words.size()));
    }

    private static Set<String> claims(String answer) {
        Set<String> claims = new java.util.LinkedHashSet<>();
        for (Block block : Blocks.of(answer, 1).all()) {
            if (block.is(Block.Kind.ITEM)) {
                add(Markup.text(block.text().replace('\n', ' ')), claims);
            } else if (block.is(Block.Kind.PARAGRAPH)) {
                String text = Markup.text(block.text().replace('\n', ' '));
                for (Sentences.Sentence sentence : Sentences.of(text)) {
                    if (!sentence.code()) {
                        add(
                                text.substring(
                                        sentence.span().start(), sentence.span().end()),
                                claims);
                    }
                }
            }
        }
        return claims;
    }

    private static void add(String text, Set<String> claims) {
        String claim = Markup.oneLine(text).replaceAll("[`*_\\[\\]<>]", "").strip();
        int words = Wording.words(claim).size();
        if (words >= FEWEST_WORDS
                && words <= MOST_WORDS
                && !claim.endsWith("?")
                && !LEADS_IN.matcher(claim).matches()) {
            claims.add(claim);
        }
    }
}
