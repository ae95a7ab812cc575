package rejoinder.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;

/** What is particular to one kind of database: how it is opened and locked, how it fails, and whether what is written now is kept. */
interface Engine extends AutoCloseable {
    /** The one connection that writes. */
    HikariDataSource writer();

    /** Those that read beside it, each transaction on one state of the database. */
    HikariDataSource reader();

    /** What SQL calls the number of a review's row; numbers of one candidate grow in the order of writing. */
    String reviewNumber();

    /** A column as it stands in a condition whose rows are best read in the order of their numbers: nearly all of them fulfil it. */
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
