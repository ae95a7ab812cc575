package rejoinder.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rejoinder.session.Leases;
import rejoinder.session.StoreException;

/** Leases as rows of a PostgreSQL database, whose clock says when one has run out. */
final class SqlLeases implements Leases {
    private static final Logger LOG = LoggerFactory.getLogger(SqlLeases.class);
    private static final String NOW = "(extract(epoch from clock_timestamp()) * 1000)::bigint";
    private static final String MINE = " where work = :work and piece = :piece and holder = :holder";
    private static final String PIECES = "string_to_array(:pieces, ' ')";

    /** Pieces that are looked at in one step; those behind them have to wait. */
    private static final int MOST = 100;

    private final Sql sql;

    SqlLeases(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Lease> first(Work work, List<String> pieces) {
        String names = String.join(" ", pieces.subList(0, Math.min(MOST, pieces.size())));
        return sql.writeBeside(handle -> {
            Map<String, Object> which = Map.of("work", work.name(), "pieces", names);
            // in one order, so that two servers never wait for each other in a circle
            handle.createUpdate("insert into lease (work, piece, holder, held_until) select :work, piece, '', 0"
                            + " from unnest(" + PIECES + ") as piece order by piece on conflict do nothing")
                    .bindMap(which)
                    .execute();
            return Sql.rows(
                            handle,
                            "update lease set holder = gen_random_uuid()::text, held_until = " + NOW + " + "
                                    + TIME.toMillis()
                                    + " where work = :work and piece = (select piece from lease where work = :work"
                                    + " and piece = any(" + PIECES + ") and held_until <= " + NOW
                                    + " order by array_position(" + PIECES
                                    + ", piece) limit 1 for update skip locked) returning piece, holder",
                            which,
                            row -> new Row(work, row.text("piece"), row.text("holder")))
                    .stream()
                    .findFirst()
                    .map(row -> new Lease(row.piece, () -> renew(row), () -> giveBack(row)));
        });
    }

    private record Row(Work work, String piece, String holder) {
        Map<String, String> key() {
            return Map.of("work", work.name(), "piece", piece, "holder", holder);
        }
    }

    private boolean renew(Row row) {
        return execute("update lease set held_until = " + NOW + " + " + TIME.toMillis() + MINE, row);
    }

    private void giveBack(Row row) {
        try {
            execute("delete from lease" + MINE, row);
        } catch (StoreException e) {
            LOG.debug("{} of {} is not given back; it runs out.", row.work, row.piece, e);
        }
    }

    private boolean execute(String statement, Row row) {
        return sql.writeBeside(
                handle -> handle.createUpdate(statement).bindMap(row.key()).execute() > 0);
    }
}
