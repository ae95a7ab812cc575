package rejoinder.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What differs between kinds of database: how one is opened and locked, how it fails, and whether writes are durable. */
interface Engine extends AutoCloseable {
    /** The connections that write. */
    HikariDataSource writer();

    /** Those that read beside it, each transaction on one state of the database. */
    HikariDataSource reader();

    /** Waits at the beginning of a transaction until no other one writes; all others wait until it ends. */
    void enterAlone(Handle handle);

    /** Waits at the beginning of a transaction until none of the same name writes, and none that is alone; those wait until it ends. */
    void enterFor(Handle handle, String name);

    /** Whether several servers may work on it. */
    boolean isShared();

    /** What SQL calls the number of a review's row; numbers of one candidate grow in the order of writing. */
    String reviewNumber();

    /** A column as it is in a condition whose rows are best read in the order of their numbers: nearly all of them fulfil it. */
    String inOrder(String column);

    /**
     * Asked at the end of each transaction that writes.
     *
     * @throws rejoinder.session.StoreException if what is written now would be lost
     */
    void requireInPlace();

    /** Why nothing can be kept now; empty if it can. */
    Optional<String> trouble();

    @Override
    void close();
}
