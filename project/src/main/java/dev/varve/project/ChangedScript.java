package dev.varve.project;

import dev.varve.runtime.format.MigrationName;
import dev.varve.schema.Dialect;
import java.nio.file.Path;

/**
 * A script of a sealed migration that isn't what the lock file says.
 *
 * @param dialect what it is written for
 * @param migration what it belongs to
 * @param script the file
 * @param sealed its checksum in the lock file
 * @param found its checksum now
 */
public record ChangedScript(
    Dialect dialect, MigrationName migration, Path script, String sealed, String found) {
  /** Whether databases keep its checksum, which they do of up scripts. */
  public boolean isRemembered() {
    return script.endsWith(migration.upFile());
  }
}
