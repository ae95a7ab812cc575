package rejoinder.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rejoinder.pack.Markup;

/** What the words of a line say about its part in a document: a question, the mark of an answer, a note. */
final class Wording {
    /** First words of a question or of a request to explain; English, because a question mark serves every other language. */
    private static final Set<String> ASKING = Set.of(
            ("what what's which who whose whom when where why how is are was were does do did can could should would will has have "
                            + "explain describe compare contrast define discuss distinguish differentiate outline summarise summarize "
                            + "demonstrate illustrate difference differences implement tell")
                    .split(" ", -1));

    /** First words that ask only in front of an article: "list the states", but not "list comprehensions". */
    private static final Set<String> ASKING_OF =
            Set.of("list", "name", "show", "state", "give", "write", "the", "in", "at", "for");

    /** First words, or words anywhere, that ask in languages whose questions often go without a mark. */
    private static final Pattern FOREIGN = Pattern.compile(
            "(?iu)^(?:что|как|какой|какая|какое|какие|каким|каков\\p{L}*|зачем|почему|чем|где|когда|кто|сколько|можно ли|расскажите|опишите|объясните|назовите|перечислите|для чего|в чем|в чём"
                    + "|was|wie|warum|wann|wo|wer|welche[rsmn]?|wofür|womit|worin|wozu|woran|wodurch|erkläre|nenne|benenne|beschreibe|vergleiche|unterschiede? zwischen|qué|que es|cómo|cuál(?:es)?|por qué|explica|quel(?:le)?s?|qu'est-ce|pourquoi|comment|expliquez|o que|quais|qual|cosa|come|perché"
                    + "|jak|dlaczego|czym|nedir)(?=[\\s,:]).|什么|如何|怎么|怎样|为什么|为何|哪些|哪个|吗$|区别|请(?:说|写|解释|描述|简述)|谈谈|说说|甚麼|とは|ですか|でしょうか|なぜ|무엇|인가요|어떻게|왜 ");

    private static final Set<String> ARTICLES =
            Set.of("the a an all any some two three four five me us your difference differences what which how"
                    .split(" ", -1));

    private static final Set<String> POINTING =
            Set.of("it", "its", "this", "that", "these", "those", "they", "them", "here", "there");

    /** Bold words at the start of a paragraph, and what comes after them. */
    static final Pattern BOLD_START = Pattern.compile("^(\\*\\*|__)(?=\\S)(.*?\\S)\\1[ \\t]*(.*)$", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile(
            "^(?:\\d{1,2}\\uFE0F?\\u20E3\\s*|\\d{1,2}(?:\\.\\d{1,2}){1,3}\\s+(?=\\p{Lu}\\p{Ll}*[\\s'’])|(?:\\[?\\(?\\d{1,4}(?:\\.\\d{1,3})*\\s*[.):\\]]|\\d{1,4}\\.\\d{1,3}\\.\\d{1,3}|#\\s?\\d{1,4}[.:)]?|\\d{1,4}\\s*[-–—]|(?<=^|\\s)Q\\s?\\d{1,4}\\s?[.:)-]?)\\s+"
                    + "|\\d{1,4}[.)、．](?=[\\p{IsAlphabetic}`*<\"“])|Q\\.?\\s?\\d{1,4}\\s?[.:)、．](?=\\S))");
    private static final Pattern LEADING_SIGNS = Pattern.compile("^[\\p{So}\\p{Cf}\\p{Mn}•»›§¶◦‣\\s]+");
    private static final Pattern WHOLLY_MARKED =
            Pattern.compile("^(\\*\\*\\*|___|\\*\\*|__|\\*|_)(?=\\S)(.*\\S)\\1$", Pattern.DOTALL);
    private static final Pattern WHOLLY_LINKED = Pattern.compile("^\\[([^\\]\\[]+)]\\([^()\\s]*\\)$");
    private static final Pattern DUNDER = Pattern.compile("(?<![\\w`])__[a-z][a-z0-9]*(?:_[a-z0-9]+)*__(?![\\w`])");
    private static final Pattern TAG = Pattern.compile(
            "(?i)(`+)(?!`).+?(?<!`)\\1(?!`)|</?(?:a|br|font|span|img|sup|sub)\\b[^>]*>|</?(b|strong|summary|p|i|em|u|h[1-6])>");
    private static final Pattern NOTE = Pattern.compile(
            "(?i)^(?:\\*\\*|__|\\*|_)?(?:examples?|e\\.\\s?g\\.|for (?:example|instance)|hints?|notes?|tips?|see also|such as|including)\\b.*");
    private static final Pattern END_OF_QUESTION = Pattern.compile("[?？؟\u037E⸮][^\\p{L}\\p{N}]{0,12}$");

    private static final Pattern QUESTION_MARK = Pattern.compile(
            "(?iu)^(?<open>\\*\\*|__|\\*|_)?\\s*(?:(?:question|ques|q)\\s*(?:no\\.?|number|#)?\\s*\\d{1,4}\\s*(?:[:.)\\]–—-](?=\\s|\\*|_|$)|(?=\\*\\*|__|$))"
                    + "|(?:question|ques|frage|вопрос|питання|pregunta|pergunta|domanda|pytanie|vraag|fråga|soru|pertanyaan|câu hỏi|问题|問題|質問|问|問|질문|سؤال|السؤال)\\s*[:：]|q\\s*[:.)](?=\\s|\\*|_|$))\\s*(?<rest>.*)$",
            Pattern.DOTALL);
    private static final Pattern ANSWER_MARK = Pattern.compile(
            "(?iu)^(?<open>\\*\\*|__|\\*|_)?\\s*(?:(?:(?:model|sample|expected|reference|short|possible|suggested)\\s+)?(?:answer|ans|solution|antwort|ответ|答案|解答|回答|答え|正解|réponse|respuesta|resposta|risposta|відповідь|답|정답|الإجابة|الاجابة|الأجابة|الجواب|odpowiedź|cevap|jawaban|đáp án)\\s*(?:#?\\d{1,4})?"
                    + "\\s*(?:(?:[:–—](?=\\s|\\*|_|$)|：)|(?=(?:\\*\\*|__|\\*|_)\\s*:?\\s*$|$))|a\\s*\\d{0,4}\\s*:(?=\\s|\\*|_|$)|a\\s*\\d{1,4}[.)](?=\\s|\\*|_|$))\\s*(?<rest>.*)$",
            Pattern.DOTALL);

    static final Set<String> NO_QUESTION = Set.of(
            ("contents|table of contents|index|introduction|overview|preface|about|references|resources|further reading|see also|list of questions|questions|toc|prerequisites|how to use|installation|usage|getting started|contributing guidelines|faq|roadmap|todo|support|author|authors|sponsors|star history|donate|feedback|translations|languages|оглавление|содержание|目录|目次|inhaltsverzeichnis|inhalt|índice|sommaire|فهرس|license|licence|contributing|"
                            + "contributors|acknowledgements|acknowledgments|conclusion|summary|changelog|disclaimer|credits|links|bibliography")
                    .split("\\|", -1));
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}']+");
    private static final Pattern STATES =
            Pattern.compile("(?i)^(?:the|in|at|for|is|are|was|where|when|what|how|who|which|has|have|do|does)\\b");
    private static final int LONGEST_REQUEST = 900;
    private static final Pattern CONTENTS = Pattern.compile(
            "(?iu)(?:table of )?contents|toc|index|(?:list of )?questions|оглавление|содержание|вопросы|目录|目次|inhalt(?:sverzeichnis)?|índice|sommaire|فهرس");
    private static final int FEWEST_WORDS = 5;
    private static final int LONGEST_BARE_QUESTION = 200;

    private Wording() {}

    /** A marked line in its parts. */
    record Marked(String inside, String after) {}

    /** Whether a line asks something: it ends in a question mark or begins as questions do. */
    static boolean asks(String line) {
        String plain = prompt(line);
        if (END_OF_QUESTION.matcher(plain).find()) {
            return true;
        }
        if (FOREIGN.matcher(LEADING_SIGNS.matcher(plain).replaceFirst("")).find()) {
            return true;
        }
        List<String> words = words(plain);
        if (words.size() < 2) {
            return false;
        }
        return ASKING.contains(words.get(0)) || (ASKING_OF.contains(words.get(0)) && ARTICLES.contains(words.get(1)));
    }

    /**
     * Whether a paragraph can stand as a question without any mark: one line of some length that ends in a question mark, begins as questions do, and points to
     * nothing before it. A rhetorical question in an answer ("But why does this work?") is none.
     */
    static boolean standsAlone(String paragraph) {
        String plain = paragraph.strip();
        if (plain.contains("\n")
                || plain.length() > LONGEST_BARE_QUESTION
                || !END_OF_QUESTION.matcher(plain).find()) {
            return false;
        }
        List<String> words = words(prompt(plain));
        return words.size() >= FEWEST_WORDS
                && ASKING.contains(words.get(0))
                && words.stream().noneMatch(POINTING::contains);
    }

    /** Whether a short text asks or requests something in any of its sentences. */
    static boolean requests(String text) {
        if (text.length() > LONGEST_REQUEST) {
            return false;
        }
        String plain = text.replaceAll("(?s)```.*?```", "").strip();
        if (END_OF_QUESTION.matcher(plain).find()) {
            return true;
        }
        for (String sentence : plain.split("(?<=[.!?])\\s+", -1)) {
            if (sentence.endsWith("?")
                    || (asks(sentence) && !STATES.matcher(sentence).find())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line only remarks on the one before it ("Examples: ..."). */
    static boolean remarks(String line) {
        return NOTE.matcher(line.strip()).matches();
    }

    /** Whether a heading belongs to the document and not to its subject ("Table of contents"). */
    static boolean isAboutTheDocument(String heading) {
        return NO_QUESTION.contains(unsigned(heading).toLowerCase(Locale.ROOT).replaceAll("[:.]$", ""));
    }

    /** Whether a heading only leads to the parts of the document, so that it is not a topic. */
    static boolean isContents(String heading) {
        return CONTENTS.matcher(unsigned(heading)).matches();
    }

    /** A prompt without the emoji and signs in front of it. */
    private static String unsigned(String heading) {
        return LEADING_SIGNS.matcher(prompt(heading)).replaceFirst("").strip();
    }

    /** Parts of a line that begins with {@code Question:}, {@code Q1.} or the like, with or without bold marks. */
    static Optional<Marked> questionMark(String text) {
        return marked(QUESTION_MARK.matcher(text.strip()));
    }

    /** Parts of a line that begins with {@code Answer:}, {@code A:} or the like. */
    static Optional<Marked> answerMark(String text) {
        return marked(ANSWER_MARK.matcher(text.strip()));
    }

    private static Optional<Marked> marked(Matcher form) {
        if (!form.matches()) {
            return Optional.empty();
        }
        String open = form.group("open");
        String rest = form.group("rest");
        if (open == null) {
            return Optional.of(new Marked(rest.strip(), ""));
        }
        int close = rest.indexOf(open);
        if (close < 0) {
            return Optional.of(new Marked(rest.strip(), ""));
        }
        String inside = rest.substring(0, close).strip();
        String after = rest.substring(close + open.length()).strip().replaceFirst("^:\\s*", "");
        return Optional.of(inside.isEmpty() ? new Marked(after, "") : new Marked(inside, after));
    }

    /** A prompt or title without numbering, anchors and marks around the whole of it. */
    static String prompt(String line) {
        String plain = Markup.oneLine(untagged(line));
        String before;
        do {
            before = plain;
            plain = WHOLLY_LINKED.matcher(plain).replaceFirst("$1");
            plain = NUMBER.matcher(plain).replaceFirst("").strip();
            String unsigned = LEADING_SIGNS.matcher(plain).replaceFirst("");
            if (NUMBER.matcher(unsigned).find()) {
                plain = NUMBER.matcher(unsigned).replaceFirst("").strip();
            }
            Matcher marked = WHOLLY_MARKED.matcher(plain);
            if (marked.matches() && !marked.group(2).contains(marked.group(1))) {
                plain = marked.group(2).strip();
            }
            plain = WHOLLY_LINKED.matcher(plain).replaceFirst("$1");
        } while (!plain.equals(before));
        // `__init__` without back quotes would be a bold "init"
        return plain.contains("`") ? plain : DUNDER.matcher(plain).replaceAll("`$0`");
    }

    /** A line without tags that lay it out; those in code, and one that stands alone and is asked about, are words of it. */
    private static String untagged(String line) {
        Matcher tag = TAG.matcher(line);
        StringBuilder out = new StringBuilder();
        while (tag.find()) {
            String name = tag.group(2);
            boolean word = tag.group(1) != null
                    || (name != null
                            && (!line.contains("<" + name + ">") || !line.contains("</" + name + ">"))
                            && !edge(line, tag));
            tag.appendReplacement(out, word ? Matcher.quoteReplacement(tag.group()) : "");
        }
        return tag.appendTail(out).toString();
    }

    private static boolean edge(String line, Matcher tag) {
        return line.substring(0, tag.start()).isBlank()
                || line.substring(tag.end()).isBlank();
    }

    static List<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT).replace('’', '\''))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
