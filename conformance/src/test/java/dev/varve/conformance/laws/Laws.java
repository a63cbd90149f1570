package dev.varve.conformance.laws;

import dev.varve.conformance.laws.LawBroken.Law;
import dev.varve.schema.Schema;
import dev.varve.schema.plan.Migration;
import dev.varve.schema.plan.Script;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Tries the laws on pairs, in a database of one engine beside another to compare with. */
final class Laws implements AutoCloseable {
  private final Engine engine;
  private final Engine other;

  /** One pair of so many is migrated by the real applier, from files. */
  private static final int REAL = 6;

  /** To one of so many rows come before the way back. */
  private static final int WITH_MORE = 3;

  /** Of so many others one is interrupted. */
  private static final int INTERRUPTED = 3;

  private final Plans plans;
  private final Path directory;
  private int batches;

  /**
   * Tries the laws.
   *
   * @param other another database, to compare with
   * @param directory for the files of migrations
   */
  Laws(Engine engine, Engine other, Planner planner, Path directory) {
    this.engine = engine;
    this.other = other;
    this.plans = new Plans(engine.dialect, planner);
    this.directory = directory;
  }

  /** How it ended where no law is broken. */
  enum Outcome {
    /** There and back and there again. */
    HELD,
    /** The way back is refused, as documented: a lost value had to be unique, or meet a CHECK. */
    REFUSED,
    /** There and back, with rows that came in between. */
    KEPT_MORE,
    /** The way back is refused because of rows that came in between. */
    REFUSED_MORE,
    /** The way back is refused because somebody said so. */
    IRREVERSIBLE
  }

  /** In how many tries rows got values in batches. */
  int batches() {
    return batches;
  }

  /** Whether rows get values in batches on the way there, or there is no way: try it then. */
  boolean isBatched(Pair pair) {
    try {
      return plans.of(pair).stream().anyMatch(one -> hasBatches(one.up()));
    } catch (LawBroken toBeShown) {
      return true;
    }
  }

  private static boolean hasBatches(Script script) {
    return script.statements().stream().anyMatch(one -> one.batches().isPresent());
  }

  /** Tries all laws on a pair. */
  Outcome check(Pair pair) throws LawBroken {
    List<Migration> migrations = plans.of(pair);
    try {
      start(pair);
      return new Walk(pair, migrations).thereAndBackAgain();
    } catch (SQLException e) {
      throw new IllegalStateException("seed " + pair.seed() + ": " + e.getMessage(), e);
    }
  }

  /** Tries that two steps lead where one does. */
  void checkChain(Pair pair) throws LawBroken {
    Random random = new Random(pair.seed() + 2);
    Sketch last = Mutation.of(pair.to(), random, 1 + random.nextInt(5));
    Sketch further = Mutation.further(pair.from(), pair.to(), last, random);
    if (!further.schema().equals(last.schema())) {
      // A former name that was free in between is still taken, seen from the first schema.
      return;
    }
    Pair second = pair.with(pair.to(), last);
    Pair whole = pair.with(pair.from(), further).withRows(0);
    try {
      start(pair);
      run(plans.of(pair));
      run(plans.of(second));
      Snapshot inTwo = Snapshot.of(engine, last.schema());
      start(whole);
      run(plans.of(whole));
      inTwo.requireSame(Snapshot.of(engine, last.schema()), Law.TWO_STEPS_LEAD_WHERE_ONE_DOES);
    } catch (SQLException e) {
      throw new IllegalStateException("seed " + pair.seed() + ": " + e.getMessage(), e);
    }
  }

  private void run(List<Migration> migrations) throws LawBroken {
    try {
      new LightRunner(engine, migrations, null).up();
    } catch (SQLException e) {
      throw new LawBroken(Law.TWO_STEPS_LEAD_WHERE_ONE_DOES, e.getMessage(), e);
    }
  }

  private void start(Pair pair) throws SQLException {
    engine.clear();
    engine.create(pair.from().schema());
    engine.insert(new Rows(pair.from(), pair.rows(), pair.emptyEvery()).inserts(engine.dialect));
  }

  static void require(Law law, boolean holds, String details) throws LawBroken {
    if (!holds) {
      throw new LawBroken(law, details);
    }
  }

  /** One pair's way there, back and there again. */
  private final class Walk {
    private final Pair pair;
    private final List<Migration> migrations;
    private final Runner runner;
    private final boolean withMore;

    Walk(Pair pair, List<Migration> migrations) {
      this.pair = pair;
      this.migrations = migrations;
      Random random = new Random(pair.seed() + 1);
      boolean isReal = random.nextInt(REAL) == 0;
      boolean isInterrupted = random.nextInt(INTERRUPTED) == 0;
      withMore = random.nextInt(WITH_MORE) == 0;
      runner =
          isBatched() || isReal || isIrreversible()
              ? new MigratorRunner(engine, migrations, directory)
              : new LightRunner(engine, migrations, isInterrupted ? random : null);
    }

    Outcome thereAndBackAgain() throws SQLException, LawBroken {
      Schema to = pair.to().schema();
      Snapshot before = Snapshot.of(engine, pair.from().schema());
      RowLaws rows = new RowLaws(pair, engine);
      up(Law.UP_RUNS);
      Snapshot after = Snapshot.of(engine, to);
      other.clear();
      other.create(to);
      Snapshot fresh = Snapshot.of(other, to);
      after.requireSame(fresh, Law.UP_LEADS_THERE);
      fresh.requireNew(other, to);
      rows.requireUp();
      requireMore(pair.to());
      if (isIrreversible()) {
        requireRefusal(after);
        return Outcome.IRREVERSIBLE;
      }
      if (withMore) {
        engine.insert(new Rows(pair.to(), pair.rows(), pair.emptyEvery()).later(engine.dialect));
      }
      if (!down(after)) {
        return withMore ? Outcome.REFUSED_MORE : Outcome.REFUSED;
      }
      if (withMore) {
        Snapshot.of(engine, pair.from().schema()).requireSame(before, Law.DOWN_LEADS_BACK);
        rows.requireDownWithOneMore();
        return Outcome.KEPT_MORE;
      }
      Snapshot.of(engine, pair.from().schema()).requireSame(before, Law.DOWN_LEADS_BACK);
      rows.requireDown();
      requireMore(pair.from());
      up(Law.UP_RUNS_AGAIN);
      Snapshot.of(engine, to).requireSame(after, Law.UP_LEADS_THERE_AGAIN);
      return Outcome.HELD;
    }

    private boolean isIrreversible() {
      return migrations.stream().anyMatch(one -> one.down().irreversible().isPresent());
    }

    /** Only the applier runs statements in batches. */
    private boolean isBatched() {
      boolean batched = migrations.stream().anyMatch(one -> hasBatches(one.up()));
      batches += batched ? 1 : 0;
      return batched || migrations.stream().anyMatch(one -> hasBatches(one.down()));
    }

    /** The applier stops before it runs anything of a script that somebody has refused. */
    private void requireRefusal(Snapshot after) throws SQLException, LawBroken {
      Snapshot last = after;
      for (int i = migrations.size() - 1; i >= 0; i--) {
        boolean refuses = migrations.get(i).down().irreversible().isPresent();
        try {
          runner.down(migrations.get(i));
        } catch (SQLException e) {
          require(Law.DOWN_RUNS, refuses || Refusals.mayBe(pair, e), e.getMessage());
          if (refuses) {
            require(
                Law.DOWN_RUNS,
                e.getMessage().contains("cannot be reverted"),
                "says " + e.getMessage());
            snapshot().requireSame(last, Law.REFUSALS_CHANGE_NOTHING);
          }
          return;
        }
        require(Law.DOWN_RUNS, !refuses, "it ran though somebody said that there's no way back");
        last = snapshot();
      }
    }

    void up(Law law) throws LawBroken {
      try {
        runner.up();
      } catch (SQLException e) {
        throw new LawBroken(law, e.getMessage(), e);
      }
    }

    private void requireMore(Sketch sketch) throws LawBroken {
      try {
        engine.tryOut(new Rows(sketch, pair.rows(), pair.emptyEvery()).oneMore(engine.dialect));
      } catch (SQLException e) {
        throw new LawBroken(Law.ROWS_CAN_BE_ADDED, e.getMessage(), e);
      }
    }

    private Snapshot snapshot() throws SQLException {
      return Snapshot.of(engine, pair.to().schema());
    }

    /** False if it is refused where that is documented. */
    private boolean down(Snapshot after) throws SQLException, LawBroken {
      List<Migration> reversed = new ArrayList<>(migrations);
      Collections.reverse(reversed);
      Snapshot last = after;
      for (Migration migration : reversed) {
        try {
          runner.down(migration);
        } catch (SQLException e) {
          boolean isDocumented = withMore ? Refusals.isConstraint(e) : Refusals.mayBe(pair, e);
          if (!isDocumented) {
            throw new LawBroken(Law.DOWN_RUNS, e.getMessage(), e);
          }
          if (migration.down().transactional()) {
            snapshot().requireSame(last, Law.REFUSALS_CHANGE_NOTHING);
          }
          return false;
        }
        last = reversed.size() > 1 ? snapshot() : last;
      }
      return true;
    }
  }

  /** A report on a pair that breaks a law. */
  String report(Pair pair) {
    return Report.of(pair, engine.dialect) + plans.text(pair);
  }

  @Override
  public void close() throws SQLException {
    engine.close();
    other.close();
  }
}
