/**
 * From changes to migrations: which statements of a dialect, in which order and transaction.
 *
 * <p>{@link dev.varve.schema.plan.MigrationPlanner} takes an {@link
 * dev.varve.schema.change.Evolution} and asks the planner of the dialect. PostgreSQL's divides the
 * changes into {@code Step}s, each at its {@code Slot}: the one list that says what comes before
 * what, and in which file. {@code PostgresScripts} has them written, once forth and once back, by
 * {@code TransactionalStatements} or {@code OnlineStatements}. SQLite's finds a {@code SqliteWay}:
 * changes that ALTER TABLE can make, and tables that are built anew; the way back is one from the
 * later schema to the earlier. Both note {@link dev.varve.schema.plan.Hazard}s on the way. Classes
 * named after a dialect are of that one; those of steps, slots and single statements are
 * PostgreSQL's, too. The text of all SQL comes from {@link dev.varve.schema.sql}.
 */
@NullMarked
package dev.varve.schema.plan;

import org.jspecify.annotations.NullMarked;
