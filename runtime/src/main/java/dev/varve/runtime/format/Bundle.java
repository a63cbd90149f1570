package dev.varve.runtime.format;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where the files of a database lie, on the class path and in its folder.
 *
 * <pre>
 * META-INF/varve/databases                                     one name a line
 * META-INF/varve/shop/postgresql/schema.sql
 *                               /varve.lock
 *                               /migrations/20261120070501_init_schema.sql
 *                               /migrations/20261120070501_init_schema.down.sql
 * </pre>
 *
 * The folder {@code db/} holds the same from the dialect's folder on.
 */
public final class Bundle {
  /** The class path resource that lists a jar's databases, one name a line, in lower case. */
  public static final String DATABASES = "META-INF/varve/databases";

  /** The lock file's name. */
  public static final String LOCK_FILE = "varve.lock";

  /** The name of the file with the whole schema. */
  public static final String SCHEMA_FILE = "schema.sql";

  /** The name of the folder with the migrations. */
  public static final String MIGRATIONS = "migrations";

  /**
   * The name of a file in {@code db/} that is there while its files are changed together, and stays
   * if that is interrupted: then they may not agree. The next compilation finishes the change.
   */
  public static final String UNFINISHED = ".varve-batch";

  private static final String ROOT = "META-INF/varve/";

  private Bundle() {}

  /** A database's name as it stands in {@link #DATABASES} and in paths: in lower case. */
  public static String name(String database) {
    return database.toLowerCase(Locale.ROOT);
  }

  /**
   * The names of all databases that a class path lists.
   *
   * @param loader sees the class path
   * @throws IOException if a list can't be read
   */
  public static SortedSet<String> databases(ClassLoader loader) throws IOException {
    SortedSet<String> names = new TreeSet<>();
    Enumeration<URL> lists = loader.getResources(DATABASES);
    while (lists.hasMoreElements()) {
      try (InputStream in = lists.nextElement().openStream()) {
        String list = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        list.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(names::add);
      }
    }
    return names;
  }

  /**
   * The folder of one dialect on the class path, with {@code /} at its end.
   *
   * @param database the database's name
   * @param dialect {@code postgresql} or {@code sqlite}
   */
  public static String folder(String database, String dialect) {
    return ROOT + name(database) + '/' + dialect + '/';
  }

  /** The class path resource with the lock file. */
  public static String lockFile(String database, String dialect) {
    return folder(database, dialect) + LOCK_FILE;
  }

  /** The class path resource with the whole schema. */
  public static String schemaFile(String database, String dialect) {
    return folder(database, dialect) + SCHEMA_FILE;
  }

  /** The class path resource with one script of a migration. */
  public static String migration(String database, String dialect, String file) {
    return folder(database, dialect) + MIGRATIONS + '/' + file;
  }
}
