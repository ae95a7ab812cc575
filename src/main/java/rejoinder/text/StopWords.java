package rejoinder.text;

import java.util.List;
import java.util.Set;

/**
 * Words that say little or nothing of what a text is about. There are several lists because each is used with thresholds that were measured with it; they stand here
 * side by side so that nobody starts another one.
 */
public final class StopWords {
    /** Words that carry grammar and no content; they neither show knowledge nor lack of it. */
    private static final Set<String> GRAMMAR = words(
            "a an the this that these those it its it's they them their he she his her him i you we me my your our us one ones is are was"
                    + " were be been being am do does did done doing has have had having can could will would shall should may might must to of in on"
                    + " at by for from with without into onto over under between through during than then as if when while whereas where which who whom"
                    + " whose what why how and or but nor so because since although though also too very just only even still yet not no never n't"
                    + " cannot can't don't doesn't didn't isn't aren't wasn't won't there here such same other another each every any some all both"
                    + " either neither more most less least much many few own about above after before again up down out off however therefore thus"
                    + " hence e.g i.e etc let lets let's get gets got");

    /** Words that say little of what a sentence is about, however rare they are in a bank. */
    private static final Set<String> LITTLE = words(
            "about added after again allow allows already also always another because been being both cannot clearer come comes could does"
                    + " done each either else even ever every following from given goes handed harder have held help helps here hold holds introduced"
                    + " into itself just keep keeps kept less like made make makes many mean means meant more most must need needs never often once"
                    + " only other own part place provides right said same several should side since small some stand stands stay stays still such take"
                    + " takes than that their them then there these they thing things this those through time times until used uses usually very want"
                    + " wants well were what when where which while whole with without work works would write written writing your yourself called"
                    + " calls");

    /** The frame of a question: articles, pronouns, question words, verbs of asking. */
    private static final Set<String> FRAME = words(
            "a an the and or but nor of in on to into onto for from with without by at as about between over under through up down out off"
                    + " per via than then so if not no what what's which who whom whose when where why how whether is are was were be been being am do"
                    + " does did doing done can could should would will shall may might must has have had having it its they them their this that these"
                    + " those there here you your yours we our us i me my one ones someone something anything people person some any each every all"
                    + " both either such same other another more most much many few less explain describe define discuss outline tell say give gives"
                    + " compare compares compared contrast given show walk let go concept concepts idea ideas term purpose purposes role roles use uses"
                    + " used using usage need needs needed want reach mean means meaning meant play plays offer offers provide provides main common"
                    + " commonly popular typical typically usual usually normal normally general different difference differences differ differs vs"
                    + " versus apart distinguish distinguishes separate separates example examples e.g eg i.e ie etc way ways thing things kind kinds"
                    + " type types sort really exactly actually just only also too own like together instead rather well simple basic basics briefly"
                    + " word words detail details question answer happen happens help helps make makes making get gets got take takes advantage"
                    + " advantages disadvantage disadvantages benefit benefits important importance");

    /** Words that say nothing of the subject, whatever the subject. */
    private static final Set<String> EMPTY = words(
            "differ difference different question mean called thing word name kind type work used answer know like think way part topic two"
                    + " first second python sorry look");

    private StopWords() {}

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.split(" ", -1)));
    }

    /** Whether a word, lower case, carries grammar only. */
    public static boolean isGrammar(String lower) {
        return GRAMMAR.contains(lower);
    }

    /** Whether a word, lower case, says little of what a sentence is about. */
    public static boolean saysLittle(String lower) {
        return LITTLE.contains(lower);
    }

    /** Whether a word, lower case, says how something is asked and not what about. */
    public static boolean framesQuestion(String lower) {
        return FRAME.contains(lower);
    }

    /** Words that say nothing of any subject, in no order. */
    public static Set<String> empty() {
        return EMPTY;
    }
}
