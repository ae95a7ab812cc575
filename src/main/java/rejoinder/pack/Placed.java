package rejoinder.pack;

import java.util.List;

/** Something that was read, with the line of the file that it is on. */
record Placed<T>(T what, int line) {
    static <T> List<T> things(List<Placed<T>> placed) {
        return placed.stream().map(Placed::what).toList();
    }

    static <T> List<Integer> lines(List<Placed<T>> placed) {
        return placed.stream().map(Placed::line).toList();
    }
}
