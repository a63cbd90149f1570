package dev.varve.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.format.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a program's log has to say. */
class LoggingTest {
  @TempDir Path temp;

  /** Keeps what is worth a line in production. */
  private static final class Lines extends Handler {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void publish(LogRecord entry) {
      if (entry.getLevel().intValue() >= Level.INFO.intValue()) {
        lines.add(new SimpleFormatter().formatMessage(entry));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @ParameterizedTest
  @EnumSource
  void eachMigrationIsLoggedWhenItIsCommitted(Engine engine) throws Exception {
    DataSource source = Databases.create(engine, temp);
    MigrationFolder folder =
        new MigrationFolder(temp.resolve("db"), engine)
            .sealed("20260101000001_one", "CREATE TABLE a (x int);", "DROP TABLE a;")
            .sealed("20260101000002_two", "SELECT nothing FROM nowhere;", "SELECT 1;");
    Logger logger = Logger.getLogger("dev.varve.runtime");
    Lines log = new Lines();
    Level before = logger.getLevel();
    logger.setLevel(Level.INFO);
    logger.setUseParentHandlers(false);
    logger.addHandler(log);
    try {
      assertThrows(MigrationException.class, () -> Migrator.of(source).directory(folder.db()).up());
      assertEquals(1, log.lines.size(), log.lines.toString());
      String start = engine.directory() + ": applied 20260101000001_one (1 statement, ";
      assertTrue(log.lines.get(0).startsWith(start), log.lines.get(0));
    } finally {
      logger.removeHandler(log);
      logger.setUseParentHandlers(true);
      logger.setLevel(before);
    }
  }
}
