package rejoinder.grader;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rejoinder.text.TaggedWords;
import rejoinder.text.TaggedWords.Word;

/** Pairs of words that turn a statement round when one stands for the other; words of programming first. */
final class Opposites {
    private static final List<String> PREFIXES = List.of("un", "im", "in", "non", "non-", "dis", "ir", "il");

    private static final String PAIRS =
            "lazy/eager lazily/eagerly once/repeatedly once/every once/multiple always/never same/different same/separate shared/separate shared/own faster/slower "
                    + "fast/slow quick/slow more/less more/fewer most/least before/after first/last public/private static/dynamic "
                    + "parallel/sequential concurrent/sequential synchronous/asynchronous sync/async blocking/non-blocking ordered/unordered "
                    + "mutable/immutable mutable/fixed changeable/fixed new/existing new/same original/copy equal/different equality/identity all/none "
                    + "inside/outside global/local compile/run compile-time/run-time automatic/manual automatically/manually "
                    + "strong/weak strongly/weakly high/low higher/lower large/small larger/smaller increase/decrease increases/decreases add/remove "
                    + "adds/removes allow/prevent allows/prevents allow/forbid allows/forbids enable/disable enables/disables enabled/disabled accept/reject open/closed true/false "
                    + "yes/no single/multiple one/many one/several one/all single/many explicit/implicit explicitly/implicitly "
                    + "required/optional mandatory/optional succeed/fail succeeds/fails keeps/loses keep/lose keep/discard keeps/discards read/write "
                    + "saves/wastes save/waste saves/costs finite/infinite acquire/release acquires/releases acquired/released hold/release holds/releases start/stop "
                    + "client/server sender/receiver cheap/expensive simple/complex easy/hard safe/unsafe better/worse left/right top/bottom up/down input/output "
                    + "encode/decode push/pop ascending/descending forward/backward head/tail minimum/maximum immediately/later return/yield returns/yields "
                    + "inner/outer internal/external early/late earlier/later temporary/permanent hidden/visible relative/absolute abstract/concrete upper/lower empty/full";

    /** More pairs of everyday English: too many for a rule that accuses by words alone. */
    private static final String EVERYDAY =
            "remember/forget keep/throw keep/end let/prevent let/stop allow/stop raise/lower rise/fall grow/shrink gain/lose win/lose increase/reduce improve/worsen "
                    + "quickly/slowly cheap/costly expensive/free hard/simple easy/difficult simple/difficult open/close start/end begin/end begin/finish buy/sell give/take "
                    + "bring/take above/below every/no only/any one/any many/one several/no any/no "
                    + "together/separate together/apart contract/relax contract/expand hot/cold warm/cool heat/cool wet/dry thick/thin tiny/huge "
                    + "tiny/large big/small long/short longer/shorter wide/narrow deep/shallow heavy/light rich/poor shared/private right/wrong correct/wrong "
                    + "success/failure include/exclude import/export push/pull send/receive lend/borrow create/destroy create/delete insert/delete build/break "
                    + "split/join split/merge separate/combine visible/invisible show/hide reveal/hide sooner/later old/new old/young dense/airy clean/dirty "
                    + "safe/dangerous fixed/variable limited/unlimited ordered/random sorted/random volatile/durable survive/lost survive/lose min/max "
                    + "front/back alive/dead active/passive positive/negative strict/loose often/rarely often/seldom near/far attract/repel absorb/emit absorb/release "
                    + "solid/liquid freeze/melt expand/shrink once/twice once/many whole/part everybody/nobody everyone/nobody anybody/nobody everything/nothing "
                    + "public/secret none/either all/some both/neither reliable/unreliable";

    private static final Map<String, Set<String>> TABLE = table();

    private static final Map<String, Set<String>> BROAD = broad();

    private Opposites() {}

    private static Map<String, Set<String>> table() {
        Map<String, Set<String>> table = new HashMap<>();
        for (String pair : PAIRS.split(" ", -1)) {
            int slash = pair.indexOf('/');
            String one = pair.substring(0, slash);
            String other = pair.substring(slash + 1);
            table.computeIfAbsent(one, key -> new HashSet<>()).add(other);
            table.computeIfAbsent(other, key -> new HashSet<>()).add(one);
        }
        return table;
    }

    private static Map<String, Set<String>> broad() {
        Map<String, Set<String>> table = new HashMap<>();
        for (String pair : (PAIRS + " " + EVERYDAY).split(" ", -1)) {
            int slash = pair.indexOf('/');
            String one = stem(pair.substring(0, slash));
            String other = stem(pair.substring(slash + 1));
            table.computeIfAbsent(one, key -> new HashSet<>()).add(other);
            table.computeIfAbsent(other, key -> new HashSet<>()).add(one);
        }
        return table;
    }

    private static String stem(String word) {
        return TaggedWords.of(word).get(0).stem();
    }

    /** Whether one word says the opposite of the other in some of their forms ("forgets" and "remembered"), by everyday pairs, too. */
    static boolean broadly(Word one, Word other) {
        return BROAD.getOrDefault(one.stem(), Set.of()).contains(other.stem())
                || prefixed(one.stem(), other.stem())
                || prefixed(other.stem(), one.stem());
    }

    /** Whether one word (lower case) says the opposite of the other. */
    static boolean are(String one, String other) {
        if (TABLE.getOrDefault(one, Set.of()).contains(other)) {
            return true;
        }
        return prefixed(one, other) || prefixed(other, one);
    }

    /** A word (lower case) that says the opposite, if one is known. */
    static Optional<String> of(String word) {
        return TABLE.getOrDefault(word, Set.of()).stream().sorted().findFirst();
    }

    private static boolean prefixed(String longer, String word) {
        if (word.length() < 4 || !longer.endsWith(word)) {
            return false;
        }
        return PREFIXES.contains(longer.substring(0, longer.length() - word.length()));
    }
}
