package rejoinder.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rejoinder.session.Leases;
import rejoinder.session.Leases.Lease;
import rejoinder.session.Leases.Work;
import rejoinder.session.LeasesContract;

class PostgresLeasesTest extends LeasesContract {
    private static final List<String> ONE = List.of("one");

    private final String url = PostgresServer.get().emptied("leases");
    private final Database database = Database.open(url);
    private final Database other = Database.open(url);

    @AfterEach
    void close() {
        other.close();
        database.close();
    }

    @Override
    protected Leases leases() {
        return database.leases();
    }

    @Override
    protected Leases others() {
        return other.leases();
    }

    /** Lets time pass for all leases of a database. */
    static void later(String url, Duration time) throws SQLException {
        try (Connection connection = PostgresServer.connect(url);
                Statement work = connection.createStatement()) {
            work.execute("update lease set held_until = held_until - " + time.toMillis());
        }
    }

    @Test
    void whatADeadServerHeldIsTakenOnceItsTimeIsOver() throws SQLException {
        Lease dead = leases().first(Work.GRADING, ONE).orElseThrow();
        later(url, Leases.TIME.minusSeconds(5));
        assertThat(others().first(Work.GRADING, ONE)).isEmpty();
        later(url, Duration.ofSeconds(6));
        Lease next = others().first(Work.GRADING, ONE).orElseThrow();
        // the first one only slept
        assertThat(dead.renew()).isFalse();
        dead.close();
        assertThat(next.renew()).isTrue();
        assertThat(leases().first(Work.GRADING, ONE)).isEmpty();
    }

    @Test
    void whatIsRenewedWhileItIsDoneIsKept() throws SQLException {
        Lease long1 = leases().first(Work.GRADING, ONE).orElseThrow();
        for (int round = 0; round < 3; round++) {
            later(url, Leases.TIME.minusSeconds(5));
            assertThat(long1.renew()).isTrue();
        }
        assertThat(others().first(Work.GRADING, ONE)).isEmpty();
    }

    @Test
    void whatIsBeingTakenKeepsNobodyWaiting() throws SQLException {
        leases().first(Work.GRADING, ONE).orElseThrow().close();
        try (Connection connection = PostgresServer.connect(url);
                Statement work = connection.createStatement()) {
            work.execute("insert into lease values ('GRADING', 'one', '', 0), ('GRADING', 'two', '', 0)");
            connection.setAutoCommit(false);
            work.execute("select * from lease where piece = 'one' for update");
            assertThat(others().first(Work.GRADING, List.of("one", "two")).map(Lease::piece))
                    .contains("two");
        }
    }
}
