package rejoinder.plan;

/** Texts are alike if they are the same, or if the test says so. */
public final class Exactly implements Likeness {
    private final String one;
    private final String other;

    /** Takes no two texts that are alike. */
    public Exactly() {
        this("", "");
    }

    /** Takes two texts that are alike by .9. */
    Exactly(String one, String other) {
        this.one = one;
        this.other = other;
    }

    @Override
    public double between(String first, String second) {
        if (first.equals(second)) {
            return 1;
        }
        boolean named = (first.equals(one) && second.equals(other)) || (first.equals(other) && second.equals(one));
        return named ? .9 : 0;
    }

    @Override
    public boolean byMeaning() {
        return false;
    }

    @Override
    public double nearDuplicateFrom() {
        return .8;
    }

    @Override
    public double samePointFrom() {
        return .8;
    }

    @Override
    public double callsFrom() {
        return .8;
    }
}
