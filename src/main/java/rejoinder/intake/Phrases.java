package rejoinder.intake;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that documents put around answers: what announces one, what stands for one that is not written yet, what belongs to the page. */
final class Phrases {
    private static final String ANSWER =
            "answers?|ans|solutions?|explanation|antwort(?:en)?|lösung|ответ(?:ы)?|решение|答案|解答|回答|答え|正解|解析|réponse|respuesta|solución|resposta|risposta|soluzione|відповідь|답|정답|해답|الإجابة|الاجابة|الأجابة|الإجابه|الجواب|جواب|پاسخ|odpowiedź|cevap|yanıt|jawaban|đáp án|trả lời|svar|antwoord|odgovor|válasz|उत्तर|απάντηση|vastaus|risposte|réponses";
    private static final Pattern ANSWER_HEADING = Pattern.compile(
            "(?iu)^[^\\p{L}\\p{N}]*(?:(?:the|model|sample|short|possible|correct|suggested|my|your)\\s+)?(?:" + ANSWER
                    + ")\\s*(?:#?\\d{1,4})?\\s*(?:[:：\\-–—.]\\s*(.*))?$");
    private static final Pattern ANSWER_WORD = Pattern.compile(
            "(?iu)(?<![\\p{L}])(?:" + ANSWER
                    + "|show|hide|see|click|tap|expand|reveal|spoiler|hint|view|toggle|details?|read more|показать|скрыть|подсказка|anzeigen|mostrar|afficher|点击查看)(?![\\p{Lower}])");
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "(?iu)^[^\\p{L}\\p{N}]*(?:(?:your |the |an )?answers? (?:goes |comes |will be |is |are )?(?:here|coming soon|missing|pending|needed|added (?:soon|later))|insert (?:your )?answer(?: here)?|(?:add|write|put) (?:your |an |the )?answers?(?: here)?|todo\\b.{0,40}|tbd|tba|fixme|wip|work in progress|to be (?:completed|continued|added|done|written|answered|determined|filled(?: in)?|updated)(?: soon| later)?|coming soon|(?:will be )?(?:added|updated|answered) (?:soon|later)|no answer(?: yet| available)?|not answered(?: yet)?|unanswered|placeholder|n/?a|under construction|lorem ipsum.*|pending|in progress|нет ответа|будет позже|待补充|待完善|暂无(?:答案)?|略|未回答|folgt(?: noch)?|por (?:hacer|completar)|à (?:compléter|venir))[^\\p{L}\\p{N}]*$");
    private static final Pattern TOP = Pattern.compile(
            "(?iu)(?:back|return|go|jump|scroll)?\\s*(?:to\\s+)?(?:the\\s+)?(?:top|table of contents?|contents|toc|index|questions)\\b|⬆|↥|🔝|⏫|наверх|в начало|к оглавлению|к содержанию|nach oben|回到顶部|返回(?:顶部|目录)|トップへ|volver|subir|вверх");
    private static final Pattern LINK = Pattern.compile(
            "\\[[^\\[\\]]*(?:\\[[^\\[\\]]*][^\\[\\]]*)*](?:\\([^()\\s]*(?:\\s+\"[^\"]*\")?\\)|\\[[^\\[\\]]*])|<?https?://[^\\s<>)]+>?");
    private static final Pattern FORMULA = Pattern.compile(
            "(?s)\\$\\$.+?\\$\\$|\\\\\\[.+?\\\\]|\\\\\\(.+?\\\\\\)|(?<![\\w$`])\\$(?=[^\\s$`])[^$\\n`]*\\\\[a-zA-Z]+[^$\\n`]*\\$(?!\\w)");
    private static final Pattern PICTURE =
            Pattern.compile("(?:!\\[[^\\]]*](?:\\([^()]*\\)|\\[[^\\]]*])|(?i:<img\\b[^<>]*>)|\\s)+");
    private static final Pattern SOURCES = Pattern.compile(
            "(?iu)^[^\\p{L}\\p{N}]*(?:additional |useful |external |reference |ref |related |more |helpful )?(?:sources?|references?|links?|ref links?|resources?|further reading|read more|learn more|see also|more info(?:rmation)?|quellen?|источники?|ссылки?|полезные ссылки|参考(?:资料|链接)?|bibliography|credits?|références?|liens?|referencias?|enlaces?|fuentes?|referências?|fontes?|riferimenti|fonti|źródła|bronnen|kaynaklar|kaynak|参照|参考文献|출처|참고)[^\\p{L}\\p{N}]*$");
    private static final Pattern POINTS = Pattern.compile(
            "(?iu)^[^\\p{L}\\p{N}]*(?:good to hear|key points?|key takeaways?|what to look for|look for|expected points|bonus points?)[^\\p{L}\\p{N}]*$");
    private static final Pattern OPTION =
            Pattern.compile("^(?:\\[[ xX]?]\\s*)?\\(?([A-Za-z]|[1-9])[.):]\\s+.*|^\\[[ xX]].*", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");

    private Phrases() {}

    /** Whether a line is only a link whose words say no more than that a source is there ("[Reference](...)"). */
    static boolean namesSourcesOnly(String line) {
        if (!isLinksOnly(line)) {
            return false;
        }
        String words =
                line.replaceAll("]\\([^()]*\\)|]\\[[^\\]]*]|[\\[\\]]", " ").strip();
        return !words.contains("://") && namesSources(words);
    }

    /** Whether a heading announces the answer. */
    static boolean isAnswerHeading(String title) {
        String plain = plain(title);
        return ANSWER_HEADING.matcher(plain).matches() && !Wording.prompt(title).endsWith("?");
    }

    /** What a heading that announces the answer says beside that; empty if nothing. */
    static String afterAnswerWord(String title) {
        Matcher matcher = ANSWER_HEADING.matcher(plain(title));
        return matcher.matches() && matcher.group(1) != null ? matcher.group(1).strip() : "";
    }

    /** Whether the words of a folded part only say that an answer is in it. */
    static boolean announces(String summary) {
        String plain = plain(summary);
        return Wording.words(plain).size() <= 6
                && !plain.endsWith("?")
                && ANSWER_WORD.matcher(plain).find();
    }

    static boolean isPlaceholder(String answer) {
        String plain = plain(answer);
        return plain.length() < 80 && PLACEHOLDER.matcher(plain).matches();
    }

    /** Whether a line only leads to another place of the page. */
    static boolean leadsAway(String line) {
        String plain = TAG.matcher(line).replaceAll("").strip();
        boolean anchor = line.contains("](#") || line.contains("href=\"#") || line.contains("href='#");
        if (plain.isEmpty()) {
            return false;
        }
        if (anchor && hasOnlyLinks(plain)) {
            return true;
        }
        boolean onlyLinks = hasOnlyLinks(plain);
        boolean arrow = plain.length() < 40 && (plain.contains("⬆") || plain.contains("↥") || plain.contains("🔝"));
        return (plain.length() < 80
                        && (anchor || onlyLinks)
                        && TOP.matcher(plain).find())
                || (arrow && TOP.matcher(plain).find());
    }

    static boolean isLinksOnly(String line) {
        return hasOnlyLinks(line.strip().replaceFirst("^[-*+]\\s+", ""));
    }

    /** Whether an answer only leads to other places or shows pictures, so that it makes no claim itself. */
    static boolean onlyLeads(String answer) {
        boolean leads = false;
        for (String line : answer.split("\n", -1)) {
            if (!line.isBlank() && TAG.matcher(line).replaceAll("").isBlank() && !line.contains("<img")) {
                continue;
            }
            boolean led = isLinksOnly(line) || PICTURE.matcher(line.strip()).matches();
            leads |= led;
            if (!led && !line.isBlank() && !namesSources(line) && !leadsAway(line)) {
                return false;
            }
        }
        return leads;
    }

    private static boolean hasOnlyLinks(String text) {
        if (text.indexOf('[') < 0 && !text.contains("://")) {
            return false;
        }
        String rest = LINK.matcher(text).replaceAll("");
        return rest.length() < text.length() && rest.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    /** Whether a text holds TeX, which is shown as it is typed. */
    static boolean holdsFormula(String text) {
        return FORMULA.matcher(text).find();
    }

    /** Whether a text says nothing but formulas. */
    static boolean isFormulaOnly(String text) {
        return holdsFormula(text)
                && FORMULA.matcher(text).replaceAll("").codePoints().noneMatch(Character::isLetterOrDigit);
    }

    static boolean namesSources(String title) {
        return SOURCES.matcher(plain(title)).matches();
    }

    static boolean namesPoints(String title) {
        return POINTS.matcher(plain(title)).matches();
    }

    /** Whether an item of a list is an option of a multiple-choice question. */
    static boolean isOption(String item) {
        return OPTION.matcher(item).matches();
    }

    static String plain(String text) {
        return TAG.matcher(text).replaceAll("").replaceAll("[*_`#]+", "").strip();
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
