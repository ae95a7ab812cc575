package rejoinder.session;

class InMemoryCandidateStoreTest extends CandidateStoreContract {
    private final CandidateStore notebook = new InMemoryCandidateStore();

    @Override
    protected CandidateStore notebook() {
        return notebook;
    }
}
