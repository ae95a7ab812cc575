package rejoinder.session;

class InMemoryNotebookTest extends NotebookContract {
    private final Notebook notebook = new InMemoryNotebook();

    @Override
    protected Notebook notebook() {
        return notebook;
    }
}
