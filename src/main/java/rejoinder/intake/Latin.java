package rejoinder.intake;

import java.util.Locale;

/** Cyrillic and Greek letters in Latin ones, for ids that a person can read. */
final class Latin {
    private static final String CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ";
    private static final String[] AS_CYRILLIC =
            "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya e i yi ye g".split(" ", -1);
    private static final String GREEK = "αβγδεζηθικλμνξοπρσςτυφχψω";
    private static final String[] AS_GREEK = "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(" ", -1);

    private Latin() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            int cyrillic = CYRILLIC.indexOf(c);
            int greek = cyrillic < 0 ? GREEK.indexOf(c) : -1;
            if (cyrillic >= 0) {
                out.append(AS_CYRILLIC[cyrillic]);
            } else if (greek >= 0) {
                out.append(AS_GREEK[greek]);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
