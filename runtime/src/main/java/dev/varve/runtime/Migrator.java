package dev.varve.runtime;

import dev.varve.runtime.Settings.Permission;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.MigrationName;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * Applies migrations to a PostgreSQL or SQLite database.
 *
 * <pre>{@code
 * MigrationReport report = Migrator.of(dataSource).up();
 * }</pre>
 *
 * applies what the class path holds and the database lacks. Which engine it is, the connection
 * knows. What is applied stands in the table {@code _varve_migrations} of the current schema.
 *
 * <p>Before anything runs, the files are compared with {@code varve.lock} and with the history: a
 * script that changed, is missing or is out of order stops everything, and all such problems are
 * reported at once. Where nothing is pending, nothing is locked. Else one applier runs at a time:
 * on PostgreSQL it holds an advisory lock of its session, on SQLite each migration's transaction
 * holds the write lock; neither outlives a killed process. Each migration and its row in the
 * history commit together, except one that says {@code -- varve:transaction none}.
 *
 * <p>A migrator is immutable: each setting gives another one. Its methods may be called from
 * several threads if its {@link DataSource} may.
 */
public final class Migrator {
  private static final System.Logger LOG = System.getLogger("dev.varve.runtime");

  private final Connections connections;
  private final Settings settings;

  private Migrator(Connections connections, Settings settings) {
    this.connections = connections;
    this.settings = settings;
  }

  /**
   * A migrator that takes one connection from the source for each call, and closes it. A connection
   * that is not in autocommit is set to it for the time.
   */
  public static Migrator of(DataSource source) {
    return new Migrator(new Connections.Of(Objects.requireNonNull(source)), Settings.DEFAULT);
  }

  /**
   * A migrator that uses this connection and leaves it open. It must be in autocommit: migrations
   * have transactions of their own, and would commit one of the caller's.
   *
   * <p>Through PgBouncer in transaction mode, which migrations cannot use, one connection may look
   * as if it kept its session, as long as there is no other client. {@link #of(DataSource)} finds
   * that out by a second one.
   */
  public static Migrator of(Connection connection) {
    return new Migrator(
        new Connections.Given(Objects.requireNonNull(connection)), Settings.DEFAULT);
  }

  /**
   * Which database's migrations to apply, if the class path holds several. In a folder, what its
   * database is called, if {@code varve.lock} doesn't say it. Several databases may share a schema
   * or a file: the history keeps them apart by their names.
   *
   * @param name its name, in any case
   */
  public Migrator database(String name) {
    return with(settings.at(settings.location().named(name)));
  }

  /**
   * Reads the migrations from a folder instead of the class path.
   *
   * @param db the folder that the processor writes, {@code db/}, with a folder for each dialect
   */
  public Migrator directory(Path db) {
    return with(settings.at(settings.location().in(db)));
  }

  /**
   * Finds the class path's migrations through this loader instead of the thread's context class
   * loader.
   */
  public Migrator classLoader(ClassLoader loader) {
    return with(settings.at(settings.location().seenBy(loader)));
  }

  /**
   * How long to wait for another applier, 60 seconds if it is not said; on SQLite, for any other
   * connection that writes; on PostgreSQL, for tables that others use, too. Zero tries once.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public Migrator lockTimeout(Duration limit) {
    if (limit.isNegative()) {
      throw new IllegalArgumentException("lockTimeout is negative: " + limit);
    }
    return with(settings.waiting(limit));
  }

  /**
   * How long each statement of a script may take before it is stopped and its migration fails,
   * unless the script says {@code -- varve:statement_timeout} itself. Without it, as the connection
   * has it on PostgreSQL, and for ever on SQLite. Not limited is what waits in nobody's way on
   * PostgreSQL and would leave something behind: concurrent index builds, {@code VACUUM}, {@code
   * VALIDATE CONSTRAINT}. A batch that takes longer is tried again with fewer rows.
   *
   * @param limit zero: for ever
   * @throws IllegalArgumentException if it is negative
   */
  public Migrator statementTimeout(Duration limit) {
    if (limit.isNegative()) {
      throw new IllegalArgumentException("statementTimeout is negative: " + limit);
    }
    return with(settings.stopping(limit));
  }

  /**
   * Applies drafts too: for development and tests. A draft that was applied and has changed since,
   * or is gone, is reverted with the down script it had, <em>with the data in what it created</em>.
   */
  public Migrator allowDrafts() {
    return with(settings.allowing(Permission.DRAFTS));
  }

  /** Applies migrations that are older than the newest applied one. */
  public Migrator allowOutOfOrder() {
    return with(settings.allowing(Permission.OUT_OF_ORDER));
  }

  /**
   * Lets down scripts, and plans that are run, destroy tables that have rows and columns that have
   * values.
   */
  public Migrator allowDataLoss() {
    return with(settings.allowing(Permission.DATA_LOSS));
  }

  /** Tells this listener what is done, instead of the one before. */
  public Migrator listener(MigrationListener listener) {
    return with(settings.telling(listener));
  }

  private Migrator with(Settings changed) {
    return new Migrator(connections, changed);
  }

  /**
   * What is applied and what is not, and who is migrating now. Only reads, needs no more than
   * SELECT on the history table or a file that can be read, and waits for nobody.
   *
   * @throws MigrationException if the database or the files cannot be read
   */
  public MigrationStatus status() {
    return call(
        (session, set) -> {
          Plan plan =
              ForeignTables.planned(session, new UpPlanner(set, settings, Optional.empty()));
          List<HistoryRow> rows = plan.rows();
          Map<String, BackfillProgress> backfills = BackfillTable.progress(session, rows);
          return new StatusReader(set, rows, settings.liftsDrafts(), backfills)
              .read(session.lockHolder(), plan.problems());
        });
  }

  /**
   * What {@link #up()} would run now, and what data would be lost; only reads. For that it looks
   * whether the tables and columns that scripts take away are empty.
   *
   * @throws MigrationException if the database or the files cannot be read
   */
  public MigrationPlan plan() {
    return plan(Optional.empty());
  }

  /**
   * What {@link #upTo} would run now; only reads, as {@link #plan}.
   *
   * @param version 14 digits, of a migration that is here
   * @throws MigrationException if the database or the files cannot be read, or if there is no such
   *     version
   */
  public MigrationPlan planUpTo(String version) {
    return plan(Optional.of(version));
  }

  private MigrationPlan plan(Optional<String> target) {
    return call(
        (session, set) -> {
          Plan plan = ForeignTables.planned(session, upPlanner(set, target));
          return MigrationPlan.of(session, plan, target);
        });
  }

  private UpPlanner upPlanner(MigrationSet set, Optional<String> target) {
    target.ifPresent(version -> requireKnown(version, set.listed(), "varve.lock"));
    return new UpPlanner(set, settings, target);
  }

  /**
   * Applies all that is not applied.
   *
   * <p>Where nothing is pending, and a newer release has applied sealed migrations that are not
   * here and newer than all that are, it does nothing: an older release can go on beside a newer
   * one. It warns of them in the log, and the report has them ({@link MigrationReport#ahead}).
   *
   * @throws MigrationException if something forbids it, or if a script fails: that script has then
   *     left nothing, those before it are applied
   */
  public MigrationReport up() {
    return up(Optional.empty());
  }

  /**
   * Applies all that is not applied, up to and with a version.
   *
   * @param version 14 digits, of a migration that is here
   * @throws MigrationException as {@link #up}, and if there is no such version
   */
  public MigrationReport upTo(String version) {
    return up(Optional.of(version));
  }

  private MigrationReport up(Optional<String> target) {
    return call(
        (session, set) ->
            new Runner(session, Optional.empty())
                .run(upPlanner(set, target), session.readHistory()));
  }

  /**
   * Applies what was planned, and nothing else. Who runs a plan agrees to lose what {@link
   * MigrationPlan#losses} names, and no other data: a script stops where rows have come since.
   *
   * @param shown what {@link #plan} or {@link #planUpTo} said, with the same settings; part of it
   *     may have been done by others
   * @throws MigrationException as {@link #up()}, if something else would be run now, or if data
   *     would be lost that the plan doesn't name and {@link #allowDataLoss} was not said
   */
  public MigrationReport up(MigrationPlan shown) {
    return call((session, set) -> run(session, shown, upPlanner(set, shown.target()), true));
  }

  private static MigrationReport run(
      Session session, MigrationPlan shown, Goal goal, boolean shared) throws SQLException {
    Runner runner = new Runner(session, Optional.of(Set.copyOf(shown.losses())));
    Goal agreed = new AgreedGoal(session.engine(), shown, goal, shared, runner::count);
    return runner.run(agreed, session.readHistory());
  }

  /**
   * Reverts the migrations applied last, each by its down script: the newest version first.
   *
   * @param steps how many; more than there are reverts all
   * @throws IllegalArgumentException if {@code steps} is negative
   * @throws MigrationException if one of them cannot be reverted, if one would destroy data and
   *     {@link #allowDataLoss} was not said, or if a script fails
   */
  public MigrationReport down(int steps) {
    return down(newest(steps));
  }

  /**
   * What {@link #down(int)} would run now, and what data would be lost; only reads, as {@link
   * #plan}.
   *
   * @param steps how many; more than there are reverts all
   * @throws IllegalArgumentException if {@code steps} is negative
   * @throws MigrationException if the database or the files cannot be read
   */
  public MigrationPlan planDown(int steps) {
    return planDown(newest(steps));
  }

  /**
   * Reverts all migrations newer than a version, the newest first.
   *
   * @param version 14 digits, of a migration that is applied and stays so
   * @throws MigrationException as {@link #down}, and if that version is not applied
   */
  public MigrationReport downTo(String version) {
    return down(newerThan(version));
  }

  /**
   * What {@link #downTo} would run now; only reads, as {@link #planDown(int)}.
   *
   * @param version 14 digits, of a migration that is applied and stays so
   * @throws MigrationException if the database or the files cannot be read, or if that version is
   *     not applied
   */
  public MigrationPlan planDownTo(String version) {
    return planDown(newerThan(version));
  }

  private static UnaryOperator<List<HistoryRow>> newest(int steps) {
    if (steps < 0) {
      throw new IllegalArgumentException("steps is negative: " + steps);
    }
    return rows -> rows.subList(Math.max(0, rows.size() - steps), rows.size());
  }

  private static UnaryOperator<List<HistoryRow>> newerThan(String version) {
    return rows -> {
      Set<String> applied = new TreeSet<>();
      rows.forEach(row -> applied.add(row.version()));
      requireKnown(version, applied, "the history");
      return rows.stream().filter(row -> row.version().compareTo(version) > 0).toList();
    };
  }

  private MigrationReport down(UnaryOperator<List<HistoryRow>> choice) {
    return call(
        (session, set) -> {
          List<HistoryRow> rows = session.readHistory();
          Goal goal = downPlanner(set, choice.apply(rows));
          return new Runner(session, Optional.empty()).run(goal, rows);
        });
  }

  private MigrationPlan planDown(UnaryOperator<List<HistoryRow>> choice) {
    return call(
        (session, set) -> {
          List<HistoryRow> rows = session.readHistory();
          Plan plan = downPlanner(set, choice.apply(rows)).plan(rows);
          return MigrationPlan.of(session, plan, Optional.empty());
        });
  }

  /**
   * Reverts what was planned, and nothing else. Who runs a plan agrees to lose what {@link
   * MigrationPlan#losses} names, and no other data.
   *
   * @param shown what {@link #planDown} or {@link #planDownTo} said
   * @throws MigrationException as {@link #down(int)}, and if anything was applied or reverted
   *     since, or a script has changed
   */
  public MigrationReport down(MigrationPlan shown) {
    return call(
        (session, set) -> {
          Goal goal = rows -> downPlanner(set, fromOldest(shown, rows)).plan(rows);
          return run(session, shown, goal, false);
        });
  }

  /** The oldest of the plan and all that is newer, whether the plan knows it or not. */
  private static List<HistoryRow> fromOldest(MigrationPlan shown, List<HistoryRow> rows) {
    int last = shown.steps().size() - 1;
    if (last < 0) {
      return List.of();
    }
    String oldest = shown.steps().get(last).migration().version();
    return rows.stream().filter(row -> row.version().compareTo(oldest) >= 0).toList();
  }

  private DownPlanner downPlanner(MigrationSet set, List<HistoryRow> reverted) {
    Set<String> versions = new TreeSet<>();
    reverted.forEach(row -> versions.add(row.version()));
    return new DownPlanner(set, versions, settings.allow(Permission.DATA_LOSS));
  }

  /**
   * What {@link #baseline(String)} would do now; only reads.
   *
   * @param version 14 digits, of a migration that is here
   * @throws MigrationException as {@link #baseline(String)}
   */
  public Baseline planBaseline(String version) {
    return call(
        (session, set) -> {
          requireKnown(version, set.listed(), "varve.lock");
          return named(set, new BaselinePlanner(set, version).plan(session.readHistory()));
        });
  }

  /**
   * Lets all migrations up to and with a version count as applied without running them: for a
   * database that has their tables but no history. Nobody looks whether it has: {@link
   * #baseline(String, SchemaCheck)} does, and so does the command line.
   *
   * @param version 14 digits, of a migration that is here
   * @return those that count as applied now and did not before; empty if all did
   * @throws MigrationException if there is no such version, if one of them is a draft, if files
   *     aren't in order, or if there is a history that lacks some of them
   */
  public Baseline baseline(String version) {
    return baseline(version, connection -> List.of());
  }

  /**
   * The same, if the database has what those migrations would have made.
   *
   * @param check looks at the tables, while no other applier can change them
   * @throws MigrationException as {@link #baseline(String)}, and if the check finds a difference:
   *     then nothing is changed
   */
  public Baseline baseline(String version, SchemaCheck check) {
    return call(
        (session, set) -> {
          requireKnown(version, set.listed(), "varve.lock");
          BaselinePlanner planner = new BaselinePlanner(set, version);
          List<Migration> planned = new ArrayList<>(planner.plan(session.readHistory()));
          if (!planned.isEmpty()) {
            new HistoryWriter(session)
                .write(
                    rows -> {
                      planned.clear();
                      planned.addAll(planner.plan(rows));
                      requireSame(planned.isEmpty() ? List.of() : session.differences(check));
                      return planned.stream().map(planner::row).toList();
                    });
          }
          Baseline baseline = named(set, planned);
          LOG.log(Level.INFO, "{0}", baseline);
          return baseline;
        });
  }

  private static Baseline named(MigrationSet set, List<Migration> migrations) {
    return new Baseline(
        set.engine().directory(), migrations.stream().map(Migration::name).toList());
  }

  private static void requireSame(List<String> differences) {
    if (!differences.isEmpty()) {
      throw new MigrationException(
          "the database is not what these migrations make, so nothing was changed:\n  - "
              + String.join("\n  - ", differences));
    }
  }

  /**
   * What a person may decide about the history now, in no case done by itself: see {@link
   * Repair.Kind}. Only reads.
   *
   * @return all that is possible, by version; empty where there is nothing to decide
   * @throws MigrationException if the database or the files cannot be read, or if a script without
   *     a transaction is being run at this moment
   */
  public List<Repair> planRepair() {
    return call(
        (session, set) -> {
          List<HistoryRow> rows = session.readHistory();
          refuseRunning(session, rows);
          return List.copyOf(new RepairPlanner(set).possible(rows).keySet());
        });
  }

  /** What is being run has not stopped, whatever its row looks like. */
  private static void refuseRunning(Session session, List<HistoryRow> rows) throws SQLException {
    for (HistoryRow row : rows) {
      if (row.state() != HistoryRow.State.APPLIED) {
        Optional<LockHolder> holder = session.lockHolder();
        if (holder.isPresent()) {
          throw new MigrationException(
              row.migration()
                  + " may be running now, so nothing can be decided about it; wait for "
                  + holder.get());
        }
      }
    }
  }

  /**
   * Changes the history as decided, all of it or nothing, and nothing but the history. Who did it,
   * and when, is kept in the row's {@code note}, and goes to the log.
   *
   * @param chosen some of what {@link #planRepair} has found
   * @throws MigrationException if one of them isn't possible any more, or somebody is migrating;
   *     then nothing was changed
   */
  public RepairReport repair(List<Repair> chosen) {
    return call(
        (session, set) -> {
          RepairPlanner planner = new RepairPlanner(set);
          List<HistoryRow> seen = session.readHistory();
          refuseRunning(session, seen);
          if (!planner.changes(chosen, seen).isEmpty()) {
            new HistoryWriter(session).write(rows -> planner.changes(chosen, rows));
          }
          List<Repair> done = chosen.stream().distinct().toList();
          done.forEach(repair -> LOG.log(Level.INFO, "repaired: {0}", repair));
          return new RepairReport(set.engine().directory(), done);
        });
  }

  private static void requireKnown(String version, Set<String> known, String where) {
    if (!known.contains(version)) {
      String form = MigrationName.isVersion(version) ? "" : " (a version has 14 digits)";
      throw new MigrationException(
          "there is no version "
              + version
              + " in "
              + where
              + form
              + "; there are "
              + String.join(", ", new TreeSet<>(known)));
    }
  }

  /** Something to do with a database and the migrations for it. */
  @FunctionalInterface
  private interface Call<T> {
    T with(Session session, MigrationSet set) throws SQLException;
  }

  private <T> T call(Call<T> call) {
    try {
      return connections.use(
          connection -> {
            Session session = Session.of(connection, connections.source(), settings);
            MigrationSet set = read(session.engine());
            session.migrates(set);
            return call.with(session, set);
          });
    } catch (SQLException e) {
      throw Failure.of("the database cannot be asked or changed", e).exception();
    } catch (UncheckedIOException e) {
      throw Failure.of("the migrations cannot be read", e).exception();
    }
  }

  private MigrationSet read(Engine engine) {
    return MigrationSet.read(settings.location().files(engine), engine);
  }
}
