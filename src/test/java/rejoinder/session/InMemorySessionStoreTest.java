package rejoinder.session;

import rejoinder.plan.ReviewLog;

class InMemorySessionStoreTest extends SessionStoreContract {
    private final InMemorySessionStore store = new InMemorySessionStore();

    @Override
    protected SessionStore store() {
        return store;
    }

    @Override
    protected ReviewLog reviews() {
        return store;
    }

    @Override
    protected SessionStore reopened() {
        return store;
    }
}
