package rejoinder.link;

import java.util.Set;

/** Words that say how something is asked and not what about. */
final class QuestionWords {
    /** The frame of a question: articles, pronouns, question words, verbs of asking. They carry no weight. */
    private static final Set<String> FRAME = Set.of(
            ("a an the and or but nor of in on to into onto for from with without by at as about between over under through up down out off per via than then so if not no "
                            + "what what's which who whom whose when where why how whether is are was were be been being am do does did doing done can could should would "
                            + "will shall may might must has have had having it its they them their this that these those there here you your yours we our us i me my one ones "
                            + "someone something anything people person some any each every all both either such same other another more most much many few less "
                            + "explain describe define discuss outline tell say give gives compare compares compared contrast given show walk let go concept concepts idea ideas term "
                            + "purpose purposes role roles use uses used using usage need needs needed want reach mean means meaning meant play plays offer offers "
                            + "provide provides main common commonly popular typical typically usual usually normal normally general different difference differences "
                            + "differ differs vs versus apart distinguish distinguishes separate separates example examples e.g eg i.e ie etc "
                            + "way ways thing things kind kinds type types sort really exactly actually just only also too own like together instead rather well "
                            + "simple basic basics briefly word words detail details question answer happen happens help helps make makes making get gets got take takes "
                            + "advantage advantages disadvantage disadvantages benefit benefits important importance")
                    .split(" "));

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
        return FRAME.contains(word);
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
