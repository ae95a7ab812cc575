package rejoinder.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of one file. */
final class Problems {
    private final String file;
    private final List<PackProblem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(int line, String message) {
        found.add(new PackProblem(file, line, message));
    }

    /** How many there are; a reader compares it before and after to see whether a part was sound. */
    int count() {
        return found.size();
    }

    List<PackProblem> inOrder() {
        List<PackProblem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(PackProblem::line));
        return sorted;
    }
}
