package rejoinder.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import rejoinder.pack.ImportWarning;

/** Cards in rows: Anki's notes, Quizlet's export, tables of a spreadsheet. The separator and the header are recognised, and said. */
final class Tabular {
    private static final Map<Character, String> NAMES =
            Map.of('\t', "tabs", ',', "commas", ';', "semicolons", '|', "pipes");
    private static final int PROBED = 50;
    private static final int LONGEST_CELL = 1_000_000;

    private Tabular() {}

    /** Whether a text that is named as no table is one: nearly every line holds one tab. */
    static boolean isTabbed(String text) {
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .limit(PROBED)
                .toList();
        return lines.size() >= 2
                && lines.stream().filter(line -> line.strip().indexOf('\t') > 0).count() * 10 >= lines.size() * 9L;
    }

    static Cards read(String text) {
        boolean html = false;
        int tags = -1;
        int deck = -1;
        char separator = 0;
        int skipped = 0;
        boolean anki = false;
        List<String> names = List.of();
        String rest = text;
        while (rest.startsWith("#")) {
            int end = rest.indexOf('\n');
            String line = (end < 0 ? rest : rest.substring(0, end)).strip();
            String value = line.substring(line.indexOf(':') + 1).strip();
            if (!line.matches("#[a-z]+(?: [a-z]+)?:.*")) {
                break;
            }
            anki = true;
            if (line.startsWith("#separator:")) {
                separator = named(value);
            } else if (line.startsWith("#html:")) {
                html = value.equalsIgnoreCase("true");
            } else if (line.startsWith("#tags column:")) {
                tags = number(value);
            } else if (line.startsWith("#deck column:")) {
                deck = number(value);
            } else if (line.startsWith("#columns:")) {
                names = List.of(value.split(
                        separator == 0 ? "\t" : java.util.regex.Pattern.quote(String.valueOf(separator)), -1));
            }
            skipped++;
            rest = end < 0 ? "" : rest.substring(end + 1);
        }
        if (separator == 0) {
            separator = guess(rest);
        }
        List<ImportWarning> warnings = new ArrayList<>();
        List<Row> rows = rows(rest, separator, skipped, warnings);
        if (rows.isEmpty()) {
            return new Cards("a table", List.of(), warnings);
        }
        List<String> head = names.isEmpty() ? rows.get(0).cells() : names;
        int asked = Marks.column(head, Marks.ASKED);
        int said = Marks.column(head, Marks.SAID);
        boolean header = names.isEmpty() && asked >= 0 && said >= 0 && asked != said;
        if (asked < 0 || said < 0 || asked == said) {
            asked = 0;
            said = 1;
        }
        int topic = header || !names.isEmpty()
                ? Marks.column(
                        head, java.util.Set.of("topic", "category", "deck", "section", "thema", "тема", "chapter"))
                : -1;
        if (tags < 0 && header) {
            tags = Marks.column(head, java.util.Set.of("tags", "tag", "schlagwörter", "labels"));
        }
        String how = (anki ? "Anki notes, " : "cards in rows, ") + NAMES.getOrDefault(separator, "'" + separator + "'")
                + " between the columns, "
                + (header
                        ? "the first row names them"
                        : "no row that names them: the first column asks, the second answers");
        boolean tagged = html || rest.contains("<br") || rest.contains("</") || rest.contains("&nbsp;");
        List<Card> cards = new ArrayList<>();
        for (Row entry : rows.subList(header ? 1 : 0, rows.size())) {
            List<String> row = entry.cells();
            int line = entry.line();
            if (row.size() <= Math.max(asked, said)) {
                if (!row.get(0).isBlank()) {
                    warnings.add(new ImportWarning(line, "This row has one column only and is left out."));
                }
                continue;
            }
            String front = tagged ? HtmlText.inline(row.get(asked)) : row.get(asked);
            String back = tagged ? HtmlText.markdown(row.get(said)) : row.get(said);
            List<String> words =
                    tags >= 0 && tags < row.size() && !row.get(tags).isBlank()
                            ? List.of(row.get(tags).strip().split("[\\s,;]+", -1))
                            : List.of();
            String section = deck >= 0 && deck < row.size()
                    ? row.get(deck)
                    : topic >= 0 && topic < row.size() ? row.get(topic) : "";
            cards.add(cloze(new Card(line, section.replace("::", Sections.DEEPER), front, "", back, words)));
        }
        return new Cards(how, cards, warnings);
    }

    /** A text with gaps asks for what is in them. */
    static Card cloze(Card card) {
        java.util.regex.Matcher gap = java.util.regex.Pattern.compile(
                        "\\{\\{c\\d+::(.*?)(?:::(.*?))?}}", java.util.regex.Pattern.DOTALL)
                .matcher(card.prompt());
        List<String> gaps = new ArrayList<>();
        StringBuilder prompt = new StringBuilder();
        while (gap.find()) {
            gaps.add(gap.group(1));
            gap.appendReplacement(
                    prompt,
                    java.util.regex.Matcher.quoteReplacement(
                            gap.group(2) == null ? "_____" : "_____ (" + gap.group(2) + ")"));
        }
        if (gaps.isEmpty()) {
            return card;
        }
        gap.appendTail(prompt);
        String answer = String.join(", ", gaps) + (card.answer().isBlank() ? "" : "\n\n" + card.answer());
        return new Card(card.line(), card.topic(), prompt.toString(), card.context(), answer, card.tags());
    }

    /** A row and the line on which it begins. */
    private record Row(int line, List<String> cells) {}

    private static List<Row> rows(String text, char separator, int skipped, List<ImportWarning> warnings) {
        List<Row> rows = new ArrayList<>();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        int before = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord row : parser) {
                List<String> cells = new ArrayList<>();
                boolean huge = false;
                for (String cell : row) {
                    huge |= cell.length() > LONGEST_CELL;
                    cells.add(cell.strip());
                }
                int line = skipped + before + 1;
                if (huge) {
                    warnings.add(
                            new ImportWarning(
                                    line,
                                    "This row holds a cell with more than 1,000,000 characters and is left out; a quote that is never closed does that."));
                } else if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    rows.add(new Row(line, cells));
                }
                before = (int) parser.getCurrentLineNumber();
                if (rows.size() > DocumentReader.MOST_QUESTIONS) {
                    break;
                }
            }
        } catch (UncheckedIOException | IOException | IllegalStateException e) {
            warnings.add(new ImportWarning(
                    skipped + before + 1,
                    "The rows from here on cannot be read (" + e.getMessage() + "); check the quotes."));
        }
        return rows;
    }

    private static int number(String value) {
        return value.matches("\\d{1,3}") ? Integer.parseInt(value) - 1 : -1;
    }

    private static char named(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "tab", "\\t" -> '\t';
            case "comma" -> ',';
            case "semicolon" -> ';';
            case "pipe" -> '|';
            case "space" -> ' ';
            case "colon" -> ':';
            default -> value.length() == 1 ? value.charAt(0) : '\t';
        };
    }

    /** The separator that most lines hold, and hold equally often. */
    private static char guess(String text) {
        List<String> lines =
                text.lines().filter(line -> !line.isBlank()).limit(PROBED).toList();
        char best = ',';
        int most = -1;
        for (char candidate : new char[] {'\t', ';', ',', '|'}) {
            int with = 0;
            for (String line : lines) {
                with += line.replaceAll("\"[^\"]*\"", "").indexOf(candidate) >= 0 ? 1 : 0;
            }
            if (with > most) {
                best = candidate;
                most = with;
            }
        }
        return best;
    }
}
