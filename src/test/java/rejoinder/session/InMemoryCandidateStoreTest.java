package rejoinder.session;

class InMemoryCandidateStoreTest extends CandidateStoreContract {
    private final CandidateStore candidates = new InMemoryCandidateStore();

    @Override
    protected CandidateStore candidates() {
        return candidates;
    }
}
