package rejoinder.link;

import java.util.Set;
import rejoinder.text.StopWords;

/** Words that say how something is asked and not what about. */
final class QuestionWords {
    /** Nouns and verbs that most questions of a subject share. They carry little weight. */
    private static final Set<String> GENERIC = Set.of(
            ("library libraries module modules framework frameworks keyword keywords statement statements method methods function functions decorator decorators class "
                            + "classes package packages construct constructs block blocks operator operators syntax programming language languages tool tools project projects "
                            + "application applications app apps program programs code work works working handle handles handling perform performs implement implements "
                            + "implemented implementation create creates creating build builds building manage manages managing configure setup practice "
                            + "practices process approach approaches concern solve solves behave behaves decide support supports enable enables simplify simplifies available "
                            + "interact achieve best good modern system systems service services standard implications issue issues clause value values change key keys")
                    .split(" "));

    /** Nouns that only say what kind of thing the name before them is: "the pandas library" is pandas. */
    private static final Set<String> APPOSITIVE = Set.of(
            ("library libraries module modules framework frameworks keyword keywords statement statements method methods function functions decorator "
                            + "decorators class classes package packages construct block blocks syntax language programming tool tools clause file command")
                    .split(" "));

    private static final Set<String> COMPARING = Set.of(
            "difference differences differ differs vs versus compare compared comparison contrast distinguish distinguishes apart better"
                    .split(" "));

    private QuestionWords() {}

    static boolean isFrame(String word) {
        return StopWords.framesQuestion(word);
    }

    static boolean isGeneric(String word) {
        return GENERIC.contains(word);
    }

    static boolean isAppositive(String word) {
        return APPOSITIVE.contains(word);
    }

    static boolean compares(String word) {
        return COMPARING.contains(word);
    }
}
