package dev.varve.seed.rich;

import java.sql.SQLException;
import java.util.List;

/** What a plan asks of the database before it makes rows of a table. */
public interface Facts {
  /** An empty database. */
  Facts NONE =
      new Facts() {
        @Override
        public long rows(PlanTable table) {
          return 0;
        }

        @Override
        public List<Object[]> values(PlanTable table, PlanUnique unique) {
          return List.of();
        }
      };

  /** So many rows of the table there are, or the greatest key that it counted, if that is more. */
  long rows(PlanTable table) throws SQLException;

  /** What the rows have in a unique key, without those that have a null. */
  List<Object[]> values(PlanTable table, PlanUnique unique) throws SQLException;
}
