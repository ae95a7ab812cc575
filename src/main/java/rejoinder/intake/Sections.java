package rejoinder.intake;

import java.util.List;

/** How a path of headings becomes the title of a topic. */
final class Sections {
    /** Between a topic and its sub-topic. */
    static final String DEEPER = " / ";

    private Sections() {}

    /** Whether the first heading of every path is the same, and some path goes deeper: then it is the title of the document and no topic. */
    static boolean haveOneTitle(List<Regions.Region> regions) {
        return regions.stream()
                                .map(region -> region.section().isEmpty()
                                        ? ""
                                        : region.section().get(0))
                                .distinct()
                                .count()
                        == 1
                && regions.stream().anyMatch(region -> region.section().size() > 1);
    }

    static String title(List<String> path, boolean headed) {
        return String.join(DEEPER, headed && path.size() > 1 ? path.subList(1, path.size()) : path);
    }
}
