package rejoinder.plan;

/**
 * How many questions of a round are for what.
 *
 * @param due due by memory, or of the weakest topics
 * @param samePoint asking for a missed key point in another question
 * @param unseen never answered
 */
record Quota(int due, int samePoint, int unseen) {
    /** The part of the days left in which everything should be seen once; chosen on simulated learners, see {@code StudySimulation} among the benchmarks. */
    private static final double COVERED_AFTER = .5;

    /**
     * 60 % due or weak, 20 % for the same point, 20 % never seen; with an interview ahead more of them never seen, as many as it takes to have seen all of them
     * after half of the days that are left.
     *
     * @param questions of the round
     * @param unseen how many questions were never answered
     * @param daysLeft days of practice left; 0 if there is no end in sight
     */
    static Quota of(int questions, int unseen, int daysLeft) {
        int samePoint = questions / 5;
        int fresh = questions == 1 ? 0 : Math.max(1, Math.round(questions / 5f));
        if (daysLeft > 0) {
            int days = Math.max(1, (int) (daysLeft * COVERED_AFTER));
            fresh = Math.max(fresh, Math.min(questions, (unseen + days - 1) / days));
        }
        samePoint = Math.min(samePoint, questions - fresh);
        return new Quota(questions - fresh - samePoint, samePoint, fresh);
    }
}
